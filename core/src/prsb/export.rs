//! The plan as JSON in PRSB's form: the tree is walked, and what stands in the plan
//! is put where the list has it. What waits for the person to say is not theirs, and
//! is not in it.

use super::List;
use super::entries::{Hidden, Plan};
use super::json::Json;
use super::note::{Note, Notes};
use super::passed::Kept;
use super::tree::{Each, Element, Rule, What};
use super::{check, coverage};
use crate::base64;
use crate::plan::{Attachment, Coded, Field, Holds, Kind, Sensitivity, Type};
use crate::record::{EntityId, Value};
use crate::words::Words;
use std::collections::BTreeSet;

/// The largest photo or voice note that goes into the JSON, and the most of all
/// of them together: with it a file is well below what can be taken in again.
pub const MAX_MEDIA: usize = 4 * 1024 * 1024;

/// The field that names the bytes of a photo or a voice note.
const FILE: (u16, u16) = (Attachment::HASH.kind, Attachment::HASH.number);

/// An entry in whose group the walk is.
pub(super) type At = Option<(Kind, EntityId)>;

/// What was left out of an export.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// Entries marked "only me", with what is in them.
    pub only_me: usize,
    /// Entries that were removed, with what was in them.
    pub removed: usize,
    /// Answers that leave the phone only by a choice of their own.
    pub delicate: usize,
    /// Suggestions that wait for the person to say.
    pub waiting: usize,
}

/// A plan in PRSB's form.
#[derive(Clone, Debug)]
pub struct Exported {
    /// The JSON.
    pub json: String,
    /// What of it does not conform to the list, or could not be put in.
    pub notes: Vec<Note>,
    /// How many more notes there are.
    pub more: usize,
    /// What was left out.
    pub left_out: LeftOut,
}

/// Writes the plan as one list has it. `made` is when, as FHIR writes it, or "".
/// `words` are British English: the language of the records that will hold it.
/// `bytes` gives a photo or a voice note.
pub fn export(
    list: List,
    plan: &Plan<'_>,
    words: &Words,
    made: &str,
    bytes: &dyn Fn(EntityId) -> Option<Vec<u8>>,
) -> Exported {
    let mut writer = Writer {
        plan,
        words,
        bytes,
        media: 0,
        passed: super::passed::of(plan, list),
        notes: Notes::default(),
        left_out: LeftOut::default(),
    };
    let document = writer.object(list.elements(), None, "", "");
    check::conforms(list.elements(), &document, "", &mut writer.notes);
    writer.count(list);
    let mut pairs = vec![("standard".to_owned(), Json::text(list.title()))];
    if !made.is_empty() {
        pairs.push(("made".to_owned(), Json::text(made)));
    }
    pairs.extend(document);
    let mut json = String::new();
    Json::Object(pairs).write(0, &mut json);
    json.push('\n');
    let Notes { told, more } = writer.notes;
    Exported { json, notes: told, more, left_out: writer.left_out }
}

struct Writer<'a> {
    plan: &'a Plan<'a>,
    words: &'a Words,
    bytes: &'a dyn Fn(EntityId) -> Option<Vec<u8>>,
    /// How many bytes of photos and voice notes are in it.
    media: usize,
    passed: Vec<Kept>,
    notes: Notes,
    left_out: LeftOut,
}

/// A path one level down.
pub(super) fn below(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path} > {name}") }
}

/// The place of one of several.
pub(super) fn nth(place: &str, at: usize, of: usize) -> String {
    if of > 1 { format!("{place} ({})", at + 1) } else { place.to_owned() }
}

impl Writer<'_> {
    /// What stands in a group of one entry.
    fn object(&mut self, elements: &[Element], at: At, path: &str, place: &str) -> Vec<(String, Json)> {
        let mut pairs = Vec::new();
        for element in elements {
            let (path, place) = (below(path, element.name), below(place, element.name));
            let mut values = self.element(element, at, &path, &place);
            let single = matches!(element.what, What::Item(_)) && !element.is_many();
            let answered = single && !values.is_empty();
            let kept = self.passed.iter().filter(|kept| kept.stands(at, &path, answered));
            values.extend(kept.map(|kept| Json::Plain(kept.json.clone())));
            pairs.extend(joined(values, element.is_many()).map(|value| (element.name.to_owned(), value)));
        }
        if !pairs.is_empty() {
            for element in elements {
                if let What::Fixed(system, code) = element.what
                    && !pairs.iter().any(|(name, _)| name == element.name)
                {
                    let code = vec![("system", system), ("code", code)];
                    let code = code.into_iter().map(|(name, text)| (name.to_owned(), Json::text(text)));
                    pairs.insert(0, (element.name.to_owned(), Json::Object(code.collect())));
                }
            }
        }
        pairs.extend(super::passed::unknown(&self.passed, at, path));
        pairs
    }

    fn element(&mut self, element: &Element, at: At, path: &str, place: &str) -> Vec<Json> {
        match element.what {
            What::Out(_) | What::Fixed(..) | What::Group(Rule::Out(_), _) => Vec::new(),
            What::Item(fields) => self.item(element, fields, at, place),
            What::Entries(each, _) if each.kind == Kind::Form => {
                let forms = self.plan.entries(&each, at).into_iter();
                let said = forms.map(|id| {
                    super::said::document(self.words, |field| self.plan.value(Kind::Form, id, field))
                });
                said.filter(|said| !said.is_empty()).map(Json::Text).collect()
            }
            What::Entries(each, fields) => {
                let entries = self.in_order(&each, at, place);
                let of = entries.len();
                let place_of = |n| nth(place, n, of);
                let each = |(n, id)| self.item(element, fields, Some((each.kind, id)), &place_of(n));
                entries.into_iter().enumerate().flat_map(each).collect()
            }
            What::Group(Rule::Same, children) => self.objects(children, &[at], path, place),
            What::Group(Rule::Only(kind), children) => {
                let id = EntityId::only(kind.number());
                // Even where nothing is written in it: a photo may stand beside it.
                let here = ((self.plan.hidden)(kind, id) == Hidden::No).then_some((kind, id));
                self.objects(children, &[here], path, place)
            }
            What::Group(Rule::Each(each), children) => {
                let entries = self.in_order(&each, at, place).into_iter();
                let mut ats: Vec<At> = entries.map(|id| Some((each.kind, id))).collect();
                // What stands alone: a goal of no need, a step of no plan.
                if each.link.is_none() || at.is_none() {
                    ats.push(None);
                }
                self.objects(children, &ats, path, place)
            }
            What::Group(Rule::Rest(each), children) => {
                let entries = self.plan.entries(&each, at).into_iter();
                let ats: Vec<At> = [at].into_iter().chain(entries.map(|id| Some((each.kind, id)))).collect();
                self.objects(children, &ats, path, place)
            }
        }
    }

    /// What stands in a group, in its order; where two wait to be settled, that is said.
    fn in_order(&mut self, each: &Each, at: At, place: &str) -> Vec<EntityId> {
        if self.plan.is_disordered(each, at) {
            self.notes.add(Note::new(place, "prsb-check-orders"));
        }
        self.plan.entries(each, at)
    }

    fn objects(&mut self, children: &[Element], ats: &[At], path: &str, place: &str) -> Vec<Json> {
        let of = ats.iter().flatten().count();
        let each = ats.iter().enumerate().map(|(n, at)| {
            let pairs = self.object(children, *at, path, &nth(place, n, of));
            (!pairs.is_empty()).then_some(Json::Object(pairs))
        });
        each.collect::<Vec<_>>().into_iter().flatten().collect()
    }

    /// What an entry's field, or its fields, say.
    fn item(&mut self, element: &Element, fields: &[Field], at: At, place: &str) -> Vec<Json> {
        let Some((kind, id)) = at else { return Vec::new() };
        let here: Vec<Field> = fields.iter().filter(|field| field.kind == kind.number()).copied().collect();
        let mut values = Vec::new();
        for field in &here {
            let mut shown = self.plan.values(kind, id, field);
            if shown.is_empty() {
                shown = super::review::stand_in(self.plan, field);
            }
            // The hash that names a file stays here; the file itself is the person's to send.
            let names_file = (field.kind, field.number) == FILE;
            match field.sensitivity {
                _ if names_file => {}
                Sensitivity::Ordinary => {}
                Sensitivity::Delicate => {
                    self.left_out.delicate += usize::from(!shown.is_empty());
                    continue;
                }
                _ => continue,
            }
            let register = self.plan.record.register(kind.slot(id, field));
            if register.is_some_and(|register| register.has_newer()) {
                self.notes.add(Note::new(place, "prsb-check-newer"));
            }
            if shown.is_empty() || self.is_said_by_its_code(field, (kind, id), &shown) {
                continue;
            }
            if self.plan.is_outranked(kind, id, field) {
                self.notes.add(Note::new(place, "prsb-check-choice"));
                continue;
            }
            if shown.len() > 1 {
                self.notes.add(Note::new(place, "prsb-check-versions"));
            }
            for value in &shown {
                values.extend(self.value(element, field, id, value, place));
            }
        }
        values
    }

    /// Words that say just what the code beside them says are given once, with it.
    fn is_said_by_its_code(&self, field: &Field, (kind, id): (Kind, EntityId), shown: &[Value]) -> bool {
        let [Value::Text(words)] = shown else { return false };
        let code = Some(field).filter(|field| field.holds == Type::Words).and_then(super::said::code_beside);
        let code = code.and_then(|code| self.plan.value(kind, id, &code)).as_ref().and_then(Coded::read);
        code.is_some_and(|code| code.display() == words)
    }

    fn value(
        &mut self,
        element: &Element,
        field: &Field,
        id: EntityId,
        value: &Value,
        place: &str,
    ) -> Option<Json> {
        Some(match value {
            Value::Text(text) if field.holds == Type::Coded => coded(&Coded::parse(text).ok()?, element),
            Value::Text(text) => Json::text(text),
            Value::Interpreted { text, .. } => {
                self.notes.add(Note::new(place, "prsb-check-original"));
                Json::text(text)
            }
            Value::Int(number) => Json::Plain(number.to_string()),
            Value::Bool(yes) => Json::Plain(yes.to_string()),
            Value::Decimal(text) | Value::Date(text) => Json::text(text),
            Value::Code(word) => Json::Text(super::said::choice(self.words, field, word)),
            Value::Bytes(_) if (field.kind, field.number) == FILE => self.file(id, place)?,
            _ => return None,
        })
    }

    fn file(&mut self, id: EntityId, place: &str) -> Option<Json> {
        let bytes = (self.bytes)(id).filter(|bytes| self.media + bytes.len() <= MAX_MEDIA);
        let Some(bytes) = bytes else {
            self.notes.add(Note::new(place, "prsb-check-file"));
            return None;
        };
        self.media += bytes.len();
        Some(Json::Text(base64::encode(&bytes)))
    }

    /// Counts what is not in it of the kinds that could be.
    fn count(&mut self, list: List) {
        let held = |line: coverage::Line| match line.held {
            coverage::Held::At(fields) => fields,
            _ => Vec::new(),
        };
        let kinds: BTreeSet<u16> =
            coverage::lines(list).into_iter().flat_map(held).map(|field| field.kind).collect();
        for kind in kinds.into_iter().filter_map(Kind::from_number) {
            for (id, entity) in self.plan.record.of_kind(kind.number()) {
                let waits = |offer: &crate::record::Suggestion<'_>| {
                    offer.decision == crate::record::Decision::Pending
                };
                let offers = entity.fields().flat_map(|(_, register)| register.suggestions());
                self.left_out.waiting += offers.filter(waits).count();
                if !entity.is_written() {
                    continue;
                }
                match (self.plan.hidden)(kind, id) {
                    Hidden::No => {}
                    Hidden::OnlyMe => self.left_out.only_me += 1,
                    Hidden::Removed => self.left_out.removed += 1,
                }
            }
        }
    }
}

/// Several values as PRSB has them: a list where there may be several, or are.
fn joined(mut values: Vec<Json>, many: bool) -> Option<Json> {
    let alone = matches!(&values[..], [one] if !matches!(one, Json::Plain(text) if text.starts_with('[')));
    match values.is_empty() {
        true => None,
        false if many || !alone => Some(Json::List(values)),
        false => values.pop(),
    }
}

/// A code: as a text where that says all, else what it has.
fn coded(code: &Coded, element: &Element) -> Json {
    let bare = code.system().is_empty();
    match (code.code(), code.display()) {
        ("", words) if bare && !element.is_code() => Json::text(words),
        (code, "") if bare && element.is_code() => Json::text(code),
        (number, words) => {
            let parts = [("system", code.system()), ("code", number), ("display", words)];
            let said = parts.into_iter().filter(|(_, text)| !text.is_empty());
            Json::Object(said.map(|(name, text)| (name.to_owned(), Json::text(text))).collect())
        }
    }
}
