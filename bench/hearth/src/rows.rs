//! The measured rows. The clock stops before a handle is closed.

use crate::store::{P20_STORE, PLAN, bundle_name, options, platform, slot, write};
use bench_round::{Call, Failure, Memory, resources};
use hearth_core::companion::{Companion, Writer, card_key};
use hearth_core::fhir;
use hearth_core::plan::{Allergy, Common, Condition, Goal, Kind, Medicine, Person, Sign, Step, Unwell};
use hearth_core::record::{EntityId, Policy, Value};
use hearth_core::store::{Ledger, Taken};
use hearth_workload::{FIELDS, P20, SEED};
use std::hint::black_box;
use std::path::Path;
use std::time::Instant;

/// Row 1: the card file to a model in memory, key in hand.
pub fn card(call: &Call) -> Result<(), Failure> {
    let (folders, platform) = platform(&call.file(PLAN))?;
    let key = card_key(&folders.card, &platform)?;
    call.measure(200, || {
        let start = Instant::now();
        let open = hearth_card::open(&folders.card, &key)?;
        let took = start.elapsed();
        black_box(open);
        Ok(took)
    })
}

/// Row 2: open the store and decrypt 400 live fields, data key in hand.
pub fn live(call: &Call) -> Result<(), Failure> {
    let options = options(&call.file(P20_STORE))?;
    drop(Ledger::open(options.clone())?);
    call.measure(60, || {
        let start = Instant::now();
        let ledger = Ledger::open(options.clone())?;
        let took = start.elapsed();
        let live = ledger.record().of_kind(5).count();
        match live == FIELDS as usize {
            true => Ok(took),
            false => Err(format!("{live} live fields where 400 were put.").into()),
        }
    })
}

/// Row 7: each resource from its bytes to the plan's fields, as sync reads it; a
/// result by its own reader too.
pub fn decode(call: &Call) -> Result<(), Failure> {
    let all = resources(call.number()?);
    call.measure(3, || {
        let start = Instant::now();
        for bytes in &all {
            let read = fhir::incoming(bytes)?;
            if read.what == fhir::What::Result {
                black_box(fhir::observation::read(bytes)?);
            }
            black_box(read);
        }
        Ok(start.elapsed())
    })
}

/// Row 3: one durable edit of so many bytes of text. In a copy: what it writes
/// must not stand in the store that the other rows measure.
pub fn one_edit(call: &Call) -> Result<(), Failure> {
    let pass = call.file("edit-pass");
    fresh_copy(&call.file(P20_STORE), &pass)?;
    let mut ledger = Ledger::open(options(&pass)?)?;
    let text = "a".repeat(call.number()?);
    let mut number = 0u32;
    let measured = call.measure(40, || {
        number += 1;
        let text = format!("{number}{}", text.get(10..).unwrap_or_default());
        let start = Instant::now();
        write(&mut ledger, number % FIELDS, 1_800_000_000_000, text)?;
        Ok(start.elapsed())
    });
    drop(ledger);
    std::fs::remove_dir_all(&pass)?;
    measured
}

/// Row 3, apart: an edit that changes the card too.
pub fn one_card_edit(call: &Call) -> Result<(), Failure> {
    let (folders, platform) = platform(&call.file(PLAN))?;
    let hearth = Companion::open(&folders, platform)?;
    let allergy = hearth.add(
        Kind::Allergy,
        &[(Allergy::WHAT, text("Latex")), (Common::ON_CARD, Value::Bool(true))],
        &Writer::Person,
    )?;
    let mut number = 0u32;
    call.measure(40, || {
        number += 1;
        let words = text(&format!("Latex, seen {number} times"));
        let start = Instant::now();
        hearth.write(Kind::Allergy, allergy, &Allergy::WHAT, words, &Writer::Person)?;
        Ok(start.elapsed())
    })
}

/// Row 4: a bundle of so many foreign ops, each authenticated, merged; the
/// fields drawn right after.
pub fn merge(call: &Call) -> Result<(), Failure> {
    let count = call.number()?;
    let bytes = std::fs::read(call.file(&bundle_name(count)))?;
    let pass = call.file("merge-pass");
    let measured = call.measure(3, || {
        fresh_copy(&call.file(P20_STORE), &pass)?;
        let mut ledger = Ledger::open(options(&pass)?)?;
        let start = Instant::now();
        let taken = ledger.take_bundle(&bytes, |_, _| Ok(None))?;
        let drawn: usize = (0..FIELDS)
            .filter_map(|field| ledger.record().register(slot(field)))
            .map(|field| field.shown(Policy::KeepBoth).len())
            .sum();
        let took = start.elapsed();
        match taken {
            Taken::Merged { merged, .. } if merged.new == count && drawn >= FIELDS as usize => Ok(took),
            other => Err(format!("{other:?}, {drawn} drawn, where {count} were sent.").into()),
        }
    });
    std::fs::remove_dir_all(&pass)?;
    measured
}

/// A copy that is on the disk already, so that no measured sync pays for it.
fn fresh_copy(from: &Path, to: &Path) -> Result<(), Failure> {
    if to.exists() {
        std::fs::remove_dir_all(to)?;
    }
    let mut folders = vec![(from.to_path_buf(), to.to_path_buf())];
    while let Some((from, to)) = folders.pop() {
        std::fs::create_dir_all(&to)?;
        for entry in std::fs::read_dir(from)? {
            let entry = entry?;
            let target = to.join(entry.file_name());
            if entry.path().is_dir() {
                folders.push((entry.path(), target));
            } else {
                std::fs::copy(entry.path(), &target)?;
                std::fs::File::open(target)?.sync_all()?;
            }
        }
    }
    Ok(())
}

/// Row 5: every version of a field that has at least 50.
pub fn history(call: &Call) -> Result<(), Failure> {
    let mut ledger = Ledger::open(options(&call.file(P20_STORE))?)?;
    let mut versions = vec![0usize; FIELDS as usize];
    P20::new(SEED).for_each(|edit| versions[edit.field as usize] += 1);
    let (field, count) = (versions.iter().enumerate())
        .filter(|(_, count)| **count >= 50)
        .min_by_key(|(field, count)| (**count, *field))
        .ok_or("No field has 50 versions.")?;
    let slot = slot(field as u32);
    call.measure(500, || {
        let start = Instant::now();
        let (ops, damaged) = ledger.history(slot)?;
        let took = start.elapsed();
        match (ops.len() >= *count, damaged) {
            (true, 0) => Ok(took),
            _ => Err(format!("{} versions where {count} were put.", ops.len()).into()),
        }
    })
}

/// Row 6: what P20 takes on the disk, beside its text.
pub fn size(call: &Call) -> Result<(), Failure> {
    let folder = call.file(P20_STORE).join("store");
    let mut bytes = 0;
    for file in std::fs::read_dir(folder)? {
        let file = file?;
        // The shared-memory file holds no words and is made afresh each time.
        if !file.file_name().to_string_lossy().ends_with("-shm") {
            bytes += file.metadata()?.len();
        }
    }
    let text: usize = P20::new(SEED).map(|edit| edit.text.len()).sum();
    call.say(&[("bytes", &bytes), ("text_bytes", &text)]);
    Ok(())
}

/// The first screen with fifty goals, inside the core.
pub fn home(call: &Call) -> Result<(), Failure> {
    let (folders, platform) = platform(&call.file(PLAN))?;
    let hearth = Companion::open(&folders, platform)?;
    call.measure(200, || {
        let start = Instant::now();
        let home = hearth.home();
        let took = start.elapsed();
        black_box(home);
        Ok(took)
    })
}

/// Row 10: the memory of a process that holds P20's live fields.
pub fn memory(call: &Call) -> Result<(), Failure> {
    let before = Memory::now()?;
    let ledger = Ledger::open(options(&call.file(P20_STORE))?)?;
    let with = Memory::now()?;
    black_box(ledger);
    call.say(&[("rss", &with.resident), ("hwm", &with.most), ("rss_before", &before.resident)]);
    Ok(())
}

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

/// A plan with a card of about 6 KB and fifty goals.
pub fn prepare_plan(folder: &Path) -> Result<(), Failure> {
    let (folders, platform) = platform(folder)?;
    let (hearth, _) = Companion::begin(&folders, platform, "Jo")?;
    let me = &Writer::Person;
    let on = (Common::ON_CARD, Value::Bool(true));
    let sentences = P20::new(SEED).map(|edit| edit.text);
    let mut sentences = sentences.filter(|text| (40..120).contains(&text.len()));
    let mut next = move || sentences.next().unwrap_or_default();
    for _ in 0..3 {
        hearth.add(Kind::Condition, &[(Condition::WORDS, text(&next())), on.clone()], me)?;
        hearth.add(Kind::Allergy, &[(Allergy::WHAT, text(&next())), on.clone()], me)?;
        hearth.add(Kind::Medicine, &[(Medicine::WORDS, text(&next())), on.clone()], me)?;
        let person = [(Person::NAME, text("Sam")), (Person::NUMBER, text("07700 900 123")), on.clone()];
        hearth.add(Kind::Person, &person, me)?;
    }
    for _ in 0..2 {
        let plan: EntityId = hearth.add(Kind::Unwell, &[(Unwell::NAME, text(&next()))], me)?;
        for zone in ["green", "amber", "red"] {
            let zone = Value::Code(zone.into());
            for _ in 0..3 {
                let sign = [
                    (Sign::PLAN, Value::Entity(plan)),
                    (Sign::ZONE, zone.clone()),
                    (Sign::WORDS, text(&next())),
                ];
                hearth.add(Kind::Sign, &sign, me)?;
                let step = [
                    (Step::PLAN, Value::Entity(plan)),
                    (Step::ZONE, zone.clone()),
                    (Step::WORDS, text(&next())),
                ];
                hearth.add(Kind::Step, &step, me)?;
            }
        }
        hearth.write(Kind::Unwell, plan, &Unwell::AT_HAND, Value::Bool(true), me)?;
    }
    for goal in 0..50 {
        let fields = [(Goal::WORDS, text(&next())), (Goal::IMPORTANCE, Value::Int(goal % 10 + 1))];
        hearth.add(Kind::Goal, &fields, me)?;
    }
    Ok(())
}
