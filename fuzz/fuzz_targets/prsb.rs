//! Arbitrary bytes as a file in PRSB's form: read into a plan, and out again, and in again.
#![no_main]

use hearth_core::prsb::{self, Here, Hidden, List, Plan, PrsbError};
use hearth_core::record::{Past, Record, When};
use hearth_core::words::{Language, Words};
use libfuzzer_sys::fuzz_target;
use ring::hmac;
use std::sync::OnceLock;

static ENGLISH: OnceLock<Words> = OnceLock::new();

/// Reads a file into a plan; gives back its list, or `None` where it is none.
fn taken(record: &mut Record, bytes: &[u8]) -> Option<List> {
    let words = ENGLISH.get_or_init(|| Words::new(Language::EnGb));
    let brought = {
        let plan = Plan { record, hidden: &|_, _| Hidden::No };
        let key = hmac::Key::new(hmac::HMAC_SHA256, b"a plan's secret");
        let now = When { ms: 1_790_845_200_000, offset: 60 };
        let here = Here { plan: &plan, words, key: &key, now };
        let brought = prsb::read(bytes, "a file", &here, &mut |_| None).ok()?;
        brought.offer(|_, _| Ok::<bool, PrsbError>(false)).ok()?
    };
    for note in &brought.notes {
        assert!(!note.sentence(words).is_empty());
    }
    for op in brought.ops {
        record.apply(op, &Past::default());
    }
    Some(brought.list)
}

fn out(record: &Record, list: List) -> String {
    let words = ENGLISH.get_or_init(|| Words::new(Language::EnGb));
    let plan = Plan { record, hidden: &|_, _| Hidden::No };
    prsb::export(list, &plan, words, "", &|_| None).json
}

fuzz_target!(|bytes: &[u8]| {
    let mut record = Record::default();
    let Some(list) = taken(&mut record, bytes) else { return };
    let first = out(&record, list);
    // The same again adds nothing.
    let entities = record.entities().count();
    taken(&mut record, bytes);
    assert_eq!((record.entities().count(), out(&record, list)), (entities, first.clone()));
    // What went out is the same ever after.
    let mut other = Record::default();
    taken(&mut other, first.as_bytes());
    assert_eq!(out(&other, list), first);
});
