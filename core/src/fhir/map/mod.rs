//! The map between the plan and FHIR R4, as tables: which kind of entry is which resource, which
//! field stands in which element, and how. From a row come all three: writing it fresh, reading it
//! from what a practice sends, and changing it there so that nothing else changes.
//!
//! Source: the mapping table of `docs/fhir.md`, which gives each code's own source.

mod ahead;
mod goals;
mod kept;
mod me;
mod parts;
mod people;
mod promises;
mod read;
mod sheets;
mod unwell;
mod write;

use super::edit::{Step, That};
use super::out::Fresh;
use super::own;
use super::tree::Item;
use super::write::{Object, quoted};
use crate::plan::{Field, Kind};

pub use parts::Part;
pub(super) use parts::{
    PART_KINDS, order_parts, part_rows, parts as parts_of, put_file, put_part, remove_part,
};
pub(super) use people::TEAM;
pub(super) use read::{Got, get, link};
pub(super) use write::{date_time, put, put_link};

/// One step to an element.
#[derive(Clone, Copy, Debug)]
pub(super) enum Place {
    /// A member.
    In(&'static str),
    /// The first item of a list.
    First(&'static str),
    /// The first item of a list; a new one begins with these members (JSON).
    New(&'static str, &'static str),
    /// The extension of this URL; its value is the next step.
    Extension(&'static str),
    /// The component with this code of [`own::ENTRY`].
    Component(&'static str),
    /// The item of this `linkId` within a question.
    Sub(&'static str),
    /// The activity that lists whom to call.
    Call,
}

impl Place {
    /// The same for one text.
    pub(super) fn step(self) -> Step<'static> {
        match self {
            Place::In(name) => Step::In(name),
            Place::First(list) => Step::First(list, ""),
            Place::New(list, new) => Step::First(list, new),
            Place::Extension(url) => Step::extension(url),
            Place::Component(code) => Step::That(That {
                list: "component",
                mark: &["code", "coding", "code"],
                is: code,
                new: Object::new().object("code", entry(code)).members(),
                whole: true,
            }),
            Place::Sub(link) => Step::That(That {
                list: "item",
                mark: &["linkId"],
                is: link,
                new: Object::new().text("linkId", link).members(),
                whole: true,
            }),
            Place::Call => Step::That(That {
                list: "activity",
                mark: &["detail", "code", "coding", "code"],
                is: own::entry::CALL,
                new: String::new(),
                whole: false,
            }),
        }
    }
}

/// The steps of a path.
pub(super) fn steps(path: &[Place]) -> Vec<Step<'static>> {
    path.iter().map(|place| place.step()).collect()
}

/// How a value stands in an element.
#[derive(Clone, Copy, Debug)]
pub(super) enum How {
    /// A text.
    Text,
    /// The words of a CodeableConcept. Codes beside them would go on saying what the words no
    /// longer do, so they go when the words change.
    Concept,
    /// As [`How::Concept`], where FHIR does not let it be absent.
    Required,
    /// A text that FHIR asks for, and what stands there where there is none.
    Name(&'static str),
    /// A date, whole or partial.
    Date,
    /// A date with a time.
    Instant,
    /// A whole number.
    Scale,
    /// Yes or no.
    Flag,
    /// One of a list of codes.
    Code(&'static Codes),
    /// A number as it was written.
    Number,
    /// A Coding of a system of our own, whose codes are our words.
    Coding(&'static str, &'static [(&'static str, &'static str)]),
    /// A code of [`own::ENTRY`] for each of our words, and the one for none.
    Sort(&'static [(&'static str, &'static str)], &'static str),
}

/// How the words of a choice stand as FHIR's codes.
#[derive(Debug)]
pub(super) struct Codes {
    /// Each of ours, with FHIR's that are read as it; the first is written.
    pub pairs: &'static [(&'static str, &'static [&'static str])],
    /// FHIR asks for one: what stands where nobody has answered (see [`own::NOT_ANSWERED`]).
    pub unanswered: &'static str,
    /// The extension that holds our own word, where FHIR has one code for two of ours.
    pub exact: Option<&'static str>,
    /// A second element that says nearly the same.
    pub beside: Option<&'static Beside>,
}

/// An element that must not contradict the one beside it: `achievementStatus` of a goal.
#[derive(Debug)]
pub(super) struct Beside {
    /// Its name; it holds a CodeableConcept.
    pub element: &'static str,
    /// Its code system.
    pub system: &'static str,
    /// Each of our words, with the codes that say no other thing, and the first one's name. The
    /// first is written where none stands.
    pub keeps: &'static [(&'static str, &'static [&'static str], &'static str)],
    /// Where the first element says this one of ours, this element may say another.
    pub overrides: &'static str,
}

/// One field.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row {
    pub field: Field,
    /// Where it stands; of several, the first is made and any is read.
    pub at: &'static [&'static [Place]],
    pub how: How,
    /// The name before a choice of types (`value` of `valueString`): another one of the same
    /// choice is not written beside.
    pub choice: &'static str,
}

/// A row with one place.
pub(super) const fn row(field: Field, at: &'static [&'static [Place]], how: How) -> Row {
    Row { field, at, how, choice: "" }
}

/// A row in a choice of types.
pub(super) const fn choice(
    field: Field,
    at: &'static [&'static [Place]],
    how: How,
    choice: &'static str,
) -> Row {
    Row { field, at, how, choice }
}

/// References to other entries.
#[derive(Clone, Copy, Debug)]
pub(super) struct LinkRow {
    /// What the link is called: its element, or the extension's name.
    pub element: &'static str,
    /// The field that names them; none where they are all of a kind.
    pub field: Option<Field>,
    /// The list of them, or the one.
    pub at: &'static [Place],
    /// The shape of what stands there.
    pub shape: Shape,
    /// The kinds that are named.
    pub kinds: &'static [Kind],
}

/// How references stand in an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// One Reference.
    One,
    /// A list of References.
    List,
    /// A list of objects with the Reference in this member.
    Within(&'static str),
    /// Extensions of this URL whose value is the id of an activity.
    Marks(&'static str),
}

/// How a resource is told from the others of its type.
#[derive(Clone, Copy, Debug)]
pub(super) enum Known {
    /// There are no others.
    Always,
    /// By a code in this member: its system and the code.
    By(&'static str, &'static str, &'static str),
    /// By our own identifier, where the type has just one: others' are not ours to read.
    Ours,
    /// By one of the codes of [`How::Sort`] in `code`.
    Sort(&'static [(&'static str, &'static str)], &'static str),
}

/// One kind of entry as one type of resource.
pub(super) struct Map {
    pub kind: Kind,
    pub resource: &'static str,
    /// The field that it is about, where one entry is several resources; else 0.
    pub part: u16,
    pub known: Known,
    pub rows: &'static [Row],
    pub links: &'static [LinkRow],
    /// Where it may be sent.
    pub goes: Goes,
    /// What a fresh one has beside its rows and links.
    pub fresh: Option<fn(&Fresh<'_>) -> Object>,
}

/// Where a resource may be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Goes {
    /// To a practice, and into the document.
    Out,
    /// Into the document alone.
    Document,
    /// Nowhere: it is only read.
    Never,
}

impl Map {
    /// Whether the resource is one of these.
    fn knows(&self, root: Item<'_, '_>) -> bool {
        match self.known {
            Known::Always => true,
            Known::Ours => {
                let system = root.get("identifier").and_then(|identifier| identifier.get("system"));
                system.is_some_and(|system| system.is_text(own::ENTRY_ID))
            }
            Known::By(member, system, code) => {
                root.get(member).is_some_and(|concepts| has_code(concepts, system, code))
            }
            Known::Sort(sorts, unsaid) => root.get("code").is_some_and(|concept| {
                let mut codes = sorts.iter().map(|(_, code)| *code).chain([unsaid]);
                codes.any(|code| has_code(concept, own::ENTRY, code))
            }),
        }
    }
}

/// Every map, in an order in which what is referred to comes first.
pub(super) fn maps() -> impl Iterator<Item = &'static Map> {
    let all = [
        people::MAPS,
        people::TEAM_MAPS,
        me::MAPS,
        goals::MAPS,
        ahead::MAPS,
        me::PLAN,
        unwell::MAPS,
        promises::MAPS,
        sheets::MAPS,
        kept::MAPS,
    ];
    all.into_iter().flatten()
}

/// The map that a resource is read by: one that is told by a code, before one that takes any.
pub(super) fn map_of(root: Item<'_, '_>) -> Option<&'static Map> {
    let resource = root.text_of("resourceType")?;
    let mut fitting = maps().filter(|map| map.resource == resource && map.knows(root));
    let first = fitting.next()?;
    let told = |map: &&Map| !matches!(map.known, Known::Always);
    Some(std::iter::once(first).chain(fitting).find(told).unwrap_or(first))
}

/// Whether a CodeableConcept, or one of a list of them, has this code.
pub(super) fn has_code(concepts: Item<'_, '_>, system: &str, code: &str) -> bool {
    if concepts.is_list() {
        return concepts.items().any(|concept| has_code(concept, system, code));
    }
    let mut codings = concepts.get("coding").into_iter().flat_map(|codings| codings.items());
    let is = |coding: &Item<'_, '_>, name, text| coding.get(name).is_some_and(|item| item.is_text(text));
    codings.any(|coding| is(&coding, "system", system) && is(&coding, "code", code))
}

/// A Coding.
pub(super) fn coding(system: &str, code: &str, display: &str) -> Object {
    Object::new().text("system", system).text("code", code).text("display", display)
}

/// A CodeableConcept of one code.
pub(super) fn concept(system: &str, code: &str, display: &str) -> Object {
    Object::new().list("coding", [coding(system, code, display).done()])
}

/// A CodeableConcept that says what kind of entry of the plan something is.
pub(super) fn entry(code: &str) -> Object {
    concept(own::ENTRY, code, own::says(own::ENTRIES, code))
}

/// A Reference.
pub(super) fn reference(to: &str) -> Object {
    Object::new().text("reference", to)
}

/// An extension with one value, as JSON.
pub(super) fn extension(url: &str, value: &str, json: &str) -> String {
    format!("{{\"url\":{},\"{value}\":{json}}}", quoted(url))
}
