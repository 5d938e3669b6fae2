//! The parts of a plan for when I'm unwell, as activities of its CarePlan: `detail.code` says which
//! sort each is, `id` which one, and their order is the order of each sort. A reader that knows
//! nothing of Hearth finds "Early warning sign", the words, and the zone as the reason.

use super::Place::{First, In};
use super::{Got, How, Place, Row, entry, get, has_code, row};
use crate::fhir::edit::{Step as Way, That, find, remove, set};
use crate::fhir::tree::{Item, Tree};
use crate::fhir::write::{Object, quoted};
use crate::fhir::{FhirError, MAX_ITEMS, own};
use crate::plan::{Coping, Field, KeptThing, Kind, Sign, Step};
use crate::record::Value;

/// One part of a plan for when I'm unwell, as a practice's CarePlan has it.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// Sign, step, way of coping or thing kept. An activity that does not say is a step.
    pub kind: Kind,
    /// Its `id` there; `#3` for the fourth activity, where it has none.
    pub mark: String,
    /// What it says.
    pub fields: Vec<(Field, Value)>,
    /// Fields that say something the plan has no value for.
    pub not_read: Vec<Field>,
    /// It says that it is cancelled, stopped or was entered in error.
    pub withdrawn: bool,
}

/// The sorts of parts and their codes, in the order in which they stand in a fresh plan.
pub(in crate::fhir) const PART_KINDS: [(Kind, &str); 4] = [
    (Kind::Sign, own::entry::SIGN),
    (Kind::Step, own::entry::STEP),
    (Kind::Coping, own::entry::COPING),
    (Kind::KeptThing, own::entry::KEPT),
];

const ZONE: &[&[Place]] = &[&[In("detail"), First("reasonCode"), First("coding")]];
const WORDS: &[&[Place]] = &[&[In("detail"), In("description")]];

static ROWS: &[Row] = &[
    row(Sign::WORDS, WORDS, How::Text),
    row(Sign::ZONE, ZONE, How::Coding(own::ZONE, own::ZONES)),
    row(Step::WORDS, WORDS, How::Text),
    row(Step::ZONE, ZONE, How::Coding(own::ZONE, own::ZONES)),
    row(Coping::WORDS, WORDS, How::Text),
    row(Coping::FROM, &[&[In("detail"), In("scheduledPeriod"), In("start")]], How::Date),
    row(Coping::UNTIL, &[&[In("detail"), In("scheduledPeriod"), In("end")]], How::Date),
    row(KeptThing::WHAT, WORDS, How::Text),
    row(KeptThing::PLACE, &[&[In("detail"), In("location"), In("display")]], How::Text),
];

/// The rows of one sort, from the activity on.
pub(in crate::fhir) fn part_rows(kind: Kind) -> impl Iterator<Item = &'static Row> {
    ROWS.iter().filter(move |row| row.field.kind == kind.number())
}

fn at(mark: &str) -> Way<'_> {
    Way::That(That { list: "activity", mark: &["id"], is: mark, new: String::new(), whole: false })
}

/// Reads every part.
pub(in crate::fhir) fn parts(root: Item<'_, '_>) -> Result<Vec<Part>, FhirError> {
    let mut parts = Vec::new();
    let activities = root.get("activity").into_iter().flat_map(|list| list.items());
    for (number, activity) in activities.enumerate() {
        let Some(detail) = activity.get("detail") else { continue };
        // "Do" read where "do not" was written would be the opposite of it.
        if detail.get("doNotPerform").is_some_and(|item| item.bool() != Some(false)) {
            return Err(FhirError::UnknownModifier);
        }
        if number >= MAX_ITEMS {
            return Err(FhirError::TooMany { element: "activity" });
        }
        let is = |code: &str| detail.get("code").is_some_and(|item| has_code(item, own::ENTRY, code));
        if is(own::entry::CALL) {
            continue;
        }
        let kind = PART_KINDS.iter().find(|(_, code)| is(code)).map_or(Kind::Step, |(kind, _)| *kind);
        let (mut fields, mut not_read) = (Vec::new(), Vec::new());
        for row in part_rows(kind) {
            match get(activity, &[], row)? {
                Got::Nothing => {}
                Got::NotRead => not_read.push(row.field),
                Got::Is(value) => fields.push((row.field, value)),
            }
        }
        let status = detail.text_of("status").unwrap_or_default();
        let mark = activity.text_of("id").map_or_else(|| format!("#{number}"), |id| id.into_owned());
        let withdrawn = matches!(&*status, "cancelled" | "stopped" | "entered-in-error");
        parts.push(Part { kind, mark, fields, not_read, withdrawn });
    }
    Ok(parts)
}

/// The text with a part's fields saying so; a part that is not there is put behind the others.
pub(in crate::fhir) fn put_part(
    text: &str,
    kind: Kind,
    mark: &str,
    fields: &[(Field, Value)],
) -> Result<String, FhirError> {
    let code = PART_KINDS.iter().find(|(known, _)| *known == kind).map(|(_, code)| *code);
    let code = code.ok_or(FhirError::NotMapped)?;
    let mut text = text.to_owned();
    let tree = Tree::read(text.as_bytes())?;
    let numbered = number_of(mark);
    if find(tree.root(), &[at(mark)]).is_none() && numbered.is_none() {
        text = appended(&text, &activity(code).text("id", mark).done())?;
    }
    for (field, value) in fields {
        let row = part_rows(kind).find(|row| row.field.number == field.number);
        let row = row.ok_or(FhirError::NotMapped)?;
        text = match numbered {
            None => super::put(&text, &[at(mark)], row, value)?,
            Some(number) => in_numbered(&text, number, row, value)?,
        };
    }
    Ok(text)
}

/// The text with the file named that a part's words are from.
pub(in crate::fhir) fn put_file(text: &str, mark: &str, file: &str) -> Result<String, FhirError> {
    let path = [at(mark), Way::extension(own::FROM_FILE), Way::In("valueString")];
    set(text, &path, &quoted(file))
}

/// The text without a part.
pub(in crate::fhir) fn remove_part(text: &str, mark: &str) -> Result<String, FhirError> {
    // As a whole, with the list where it was the last.
    let that = That { list: "activity", mark: &["id"], is: mark, new: String::new(), whole: true };
    remove(text, &[Way::That(that)])
}

/// The text with the parts named in this order, in the places that they take up now; the others
/// stay where they are.
pub(in crate::fhir) fn order_parts(text: &str, marks: &[&str]) -> Result<String, FhirError> {
    let tree = Tree::read(text.as_bytes())?;
    let list = tree.root().get("activity");
    let items: Vec<Item<'_, '_>> = list.into_iter().flat_map(|list| list.items()).collect();
    let rank = |item: &Item<'_, '_>| {
        let id = item.text_of("id")?;
        marks.iter().position(|mark| *mark == id)
    };
    let mut named: Vec<(usize, Item<'_, '_>)> =
        items.iter().filter_map(|item| Some((rank(item)?, *item))).collect();
    named.sort_by_key(|(rank, _)| *rank);
    let mut next = named.into_iter().map(|(_, item)| item);
    let ordered: Vec<&str> = items
        .iter()
        .map(|item| if rank(item).is_some() { next.next().unwrap_or(*item) } else { *item })
        .map(|item| item.as_written())
        .collect();
    if ordered.iter().zip(&items).all(|(now, was)| *now == was.as_written()) {
        return Ok(text.to_owned());
    }
    set(text, &[Way::In("activity")], &format!("[{}]", ordered.join(",")))
}

/// An activity of one sort. It is a plan, so nothing of it has begun.
fn activity(code: &str) -> Object {
    Object::new().object("detail", Object::new().object("code", entry(code)).text("status", "not-started"))
}

/// The text with one more activity.
fn appended(text: &str, activity: &str) -> Result<String, FhirError> {
    let tree = Tree::read(text.as_bytes())?;
    let there = tree.root().get("activity").into_iter().flat_map(|list| list.items());
    let mut all: Vec<&str> = there.map(|item| item.as_written()).collect();
    all.push(activity);
    set(text, &[Way::In("activity")], &format!("[{}]", all.join(",")))
}

/// The text with the activity in which whom to call is listed.
pub(super) fn with_call(text: &str) -> Result<String, FhirError> {
    appended(text, &activity(own::entry::CALL).done())
}

fn number_of(mark: &str) -> Option<usize> {
    mark.strip_prefix('#')?.parse().ok()
}

/// Changes an activity that has no id, by its place.
fn in_numbered(text: &str, number: usize, row: &Row, value: &Value) -> Result<String, FhirError> {
    let tree = Tree::read(text.as_bytes())?;
    let list = tree.root().get("activity");
    let mut items = list.into_iter().flat_map(|list| list.items());
    let item = items.nth(number).ok_or(FhirError::NotMapped)?;
    let changed = super::put(item.as_written(), &[], row, value)?;
    let place = item.place();
    let before = text.get(..place.start).unwrap_or_default();
    Ok([before, &changed, text.get(place.end..).unwrap_or_default()].concat())
}
