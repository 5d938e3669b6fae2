//! The door for a file in PRSB's form: what is refused whole, and all the rest.

use super::entries::Plan;
use super::export::export;
use super::import::{KeepFile, Read, Reader};
use super::names::Names;
use super::note::{Note, Notes};
use super::ops::{Made, Maker, Offer};
use super::raw::Raw;
use super::{List, moment};
use crate::plan::{Field, Kind, Me, PartialDate};
use crate::record::{EntityId, Op, OpId, Slot, Value, When};
use crate::words::Words;
use ring::hmac;
use std::collections::HashMap;

/// The largest file that is read: 10 MiB.
pub const MAX_BYTES: usize = 10 * 1024 * 1024;
/// The deepest nesting of objects and lists that is read.
pub const MAX_DEPTH: usize = 32;
/// How far ahead of this phone's clock a file may say that it was made.
const AHEAD_MS: i64 = 2 * 86_400_000;

/// Why a file was not taken in. Nothing of the plan was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PrsbError {
    /// Larger than [`MAX_BYTES`], or nested deeper than [`MAX_DEPTH`].
    #[error("the file is larger or deeper than is read")]
    TooLarge,
    /// Not JSON in UTF-8.
    #[error("the file is not JSON")]
    NotJson,
    /// JSON, but nothing in it is an element of a list.
    #[error("the file is not in PRSB's form")]
    NotPrsb,
    /// Its date of birth or its NHS number is another than the plan's: somebody else's.
    #[error("the file is about another person")]
    OtherPerson,
}

impl PrsbError {
    /// The key of its sentence.
    pub fn key(self) -> &'static str {
        match self {
            PrsbError::TooLarge => "error-prsb-too-large",
            PrsbError::NotJson => "error-prsb-unreadable",
            PrsbError::NotPrsb => "error-prsb-not-a-plan",
            PrsbError::OtherPerson => "error-prsb-other-person",
        }
    }
}

/// What there is to know for reading a file.
pub struct Here<'a> {
    /// The plan as it stands.
    pub plan: &'a Plan<'a>,
    /// British English: the words of records.
    pub words: &'a Words,
    /// Makes names that are the same on every phone of the plan.
    pub key: &'a hmac::Key,
    /// What this phone's clock says.
    pub now: When,
}

/// What a file brings.
#[derive(Debug)]
pub struct Brought {
    /// Its list.
    pub list: List,
    /// To be merged.
    pub ops: Vec<Op>,
    /// Entries that are new.
    pub new: usize,
    /// Entries that are here just so.
    pub already: usize,
    /// Fields that wait as a suggestion beside the person's own words.
    pub suggested: usize,
    /// Parts that can't be shown, kept as they came.
    pub kept: usize,
    /// Elements that a person's plan leaves out.
    pub left_out: usize,
    /// Entries that an earlier file of this source had and this one has not.
    pub older: usize,
    /// What must be said of places in it.
    pub notes: Vec<Note>,
    /// How many more notes there are.
    pub more: usize,
    offers: Vec<Offer>,
}

impl Brought {
    /// Settles what waits beside the person's own words: all but what this source
    /// wrote before and the person wrote over. `is_past` says whether an op was ever
    /// in a field.
    ///
    /// # Errors
    /// Whatever `is_past` fails with.
    pub fn offer<E>(mut self, mut is_past: impl FnMut(Slot, OpId) -> Result<bool, E>) -> Result<Self, E> {
        let mut notes = Notes { told: std::mem::take(&mut self.notes), more: self.more };
        for offer in std::mem::take(&mut self.offers) {
            if is_past(offer.op.slot, offer.before)? {
                continue;
            }
            notes.add(Note::new(&offer.place, "prsb-note-suggested"));
            self.suggested += 1;
            self.ops.push(offer.op);
        }
        (self.notes, self.more) = (notes.told, notes.more);
        Ok(self)
    }
}

/// Reads a file of `source`. What would wait beside the person's own words is added
/// by [`Brought::offer`].
///
/// # Errors
/// [`PrsbError`]. Whatever else is wrong with it is a note, and the rest is read.
pub fn read(
    bytes: &[u8],
    source: &str,
    here: &Here<'_>,
    keep: &mut KeepFile<'_>,
) -> Result<Brought, PrsbError> {
    if bytes.len() > MAX_BYTES || crate::fhir::depth(bytes) > MAX_DEPTH {
        return Err(PrsbError::TooLarge);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| PrsbError::NotJson)?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let document = Raw::document(text).map_err(|_| PrsbError::NotJson)?;
    let list = list_of(document).ok_or(PrsbError::NotPrsb)?;
    let names = Names { key: here.key, source };
    // What can't be put in (a photo) is none of this: it only tells twins.
    let present = export(list, here.plan, here.words, "", &|_| None);
    let reader = Reader {
        list,
        plan: here.plan,
        names,
        words: here.words,
        keep,
        present: serde_json::from_str(&present.json).unwrap_or_default(),
        read: Read::default(),
        asides: 0,
        bytes_kept: 0,
        given: HashMap::new(),
        alone: 0,
        is_full: false,
    };
    let mut read = reader.document(document);
    if is_of_another(&read, here.plan) {
        return Err(PrsbError::OtherPerson);
    }
    let (at, version) = made(document, list, here.now, &mut read.notes);
    let Made { ops, new, offers } = Maker { plan: here.plan, names, at, version }.ops(read.found);
    let Notes { told: notes, more } = read.notes;
    Ok(Brought {
        list,
        ops,
        new,
        already: read.already,
        suggested: 0,
        kept: read.kept,
        left_out: read.left_out,
        older: read.older,
        notes,
        more,
        offers,
    })
}

/// Whether it has a day of birth or an NHS number that is none of the plan's.
fn is_of_another(read: &Read, plan: &Plan<'_>) -> bool {
    let me = EntityId::only(Kind::Me.number());
    let of_me = read.found.iter().filter(|found| found.kind == Kind::Me).flat_map(|found| &found.fields);
    let differs = |(field, value): &(Field, Value)| {
        let Some(here) = identity(field, value) else { return false };
        let known = plan.values(Kind::Me, me, field);
        let known: Vec<String> = known.iter().filter_map(|value| identity(field, value)).collect();
        !known.is_empty() && !known.contains(&here)
    };
    of_me.into_iter().any(differs)
}

/// What tells one person from another, where it is whole.
fn identity(field: &Field, value: &Value) -> Option<String> {
    match value {
        Value::Date(written) if field.number == Me::BORN.number => {
            PartialDate::parse(written).ok()?.whole().map(|day| day.to_string())
        }
        Value::Text(number) if field.number == Me::NHS_NUMBER.number => {
            let digits: String = number.chars().filter(char::is_ascii_digit).collect();
            (digits.len() == 10).then_some(digits)
        }
        _ => None,
    }
}

/// Which list a document is of: as it says, else the one that has most of its names.
fn list_of(document: Raw<'_>) -> Option<List> {
    let pairs = document.pairs()?.items;
    let named = |name: &str| pairs.iter().find(|(n, _)| n == name).and_then(|(_, value)| value.text());
    if let Some(standard) = named("standard")
        && let Some(list) = List::ALL.iter().find(|list| list.title() == standard)
    {
        return Some(*list);
    }
    let known = |list: &List| {
        let is_of = |name: &str| list.elements().iter().any(|element| element.name == name);
        pairs.iter().filter(|(name, _)| is_of(name)).count()
    };
    // Of two that have as many, the first: the care plan before the end of life list.
    let best = List::ALL.iter().rev().max_by_key(|list| known(list))?;
    (known(best) > 0).then_some(*best)
}

/// When it was made: as it says, else when its plan was last updated.
fn made(document: Raw<'_>, list: List, now: When, notes: &mut Notes) -> (Option<When>, String) {
    let none = (None, String::new());
    let path: &[&str] = match list {
        List::AboutMe => &["About Me", "About Me record entry", "Date last updated"],
        _ => &["Care and support plan", "Date this plan was last updated"],
    };
    let Some(written) = at_path(document, &["made"]).or_else(|| at_path(document, path)) else { return none };
    let moment = PartialDate::parse(&written).ok().and_then(moment::of);
    match moment.filter(|at| at.ms <= now.ms.saturating_add(AHEAD_MS) && at.ms > 0) {
        Some(at) => (Some(at), written),
        None => {
            notes.add(Note::new("made", "prsb-note-made"));
            none
        }
    }
}

fn at_path(document: Raw<'_>, path: &[&str]) -> Option<String> {
    let mut at = document;
    for name in path {
        at = at.pairs()?.items.into_iter().find(|(n, _)| n == name)?.1;
    }
    at.text()
}
