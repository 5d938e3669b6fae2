//! An entry of a file: its name, what it hangs on, and whether it is here already.

use super::export::At;
use super::import::{Aside, Entry, Found, Later, Reader};
use super::note::Note;
use super::raw::Raw;
use super::said;
use super::tree::{Each, Element, Mark, Rule, What};
use crate::plan::{Common, Field, Kind, Passed};
use crate::record::{EntityId, Value};

/// The most entries that are read from one file.
const MAX_ENTRIES: usize = 5000;
/// The most parts that are kept as they came, the longest, and all of them together.
const MAX_KEPT: (usize, usize, usize) = (500, crate::plan::MAX_TEXT, 1024 * 1024);

impl<'a> Reader<'a> {
    /// The one entry of its kind: its fields are the person's own, or wait beside them.
    pub(super) fn only(&mut self, kind: Kind, entry: Entry<'a>, place: &str) {
        let id = EntityId::only(kind.number());
        let fields = self.finish(entry, Some((kind, id)));
        if !fields.is_empty() {
            let (above, place) = (None, place.to_owned());
            self.read.found.push(Found { kind, id, fields, above, could: Vec::new(), place });
        }
    }

    /// What is read of an entry once its name is known: its parts, and what is kept
    /// beside it. Gives back its fields, the orders of its parts among them.
    pub(super) fn finish(&mut self, mut entry: Entry<'a>, at: At) -> Vec<(Field, Value)> {
        entry.settle(self.words);
        let mut orders: Vec<(Field, Vec<EntityId>)> = Vec::new();
        for raw in std::mem::take(&mut entry.raws) {
            self.keep_aside(raw, at);
        }
        for later in std::mem::take(&mut entry.later) {
            let order = later.each.order.filter(|_| at.is_some());
            let called: Vec<EntityId> = orders
                .iter()
                .find(|(field, _)| order.is_some_and(|order| order.number == field.number))
                .map(|(_, ids)| ids.clone())
                .unwrap_or_default();
            let Some(id) = self.each(later, at, &called) else { continue };
            let Some(order) = order else { continue };
            match orders.iter_mut().find(|(field, _)| field.number == order.number) {
                Some((_, ids)) => ids.push(id),
                None => orders.push((order, vec![id])),
            }
        }
        let orders = orders.into_iter().map(|(field, ids)| (field, Value::Order(ids)));
        entry.fields.into_iter().chain(orders).collect()
    }

    /// One entry of several. `called` are those already in the list it goes into.
    pub(super) fn each(&mut self, later: Later<'a>, above: At, called: &[EntityId]) -> Option<EntityId> {
        let Later { element, each, value, path, place, at } = later;
        // Inside another entry a twin is no news: it is part of that one.
        let at_top = above.is_none_or(|(kind, _)| kind.is_only());
        if at_top && self.is_here(&path, value) {
            // Read all the same, so that those after it have the names they had before.
            let (found, told, more) =
                (self.read.found.len(), self.read.notes.told.len(), self.read.notes.more);
            let (kept, bytes, left_out, older) =
                (self.read.kept, self.bytes_kept, self.read.left_out, self.read.older);
            let twin = Later { element, each, value, path, place, at };
            self.entry(twin, above, called);
            self.read.found.truncate(found);
            self.read.notes.told.truncate(told);
            self.read.notes.more = more;
            (self.read.kept, self.bytes_kept, self.read.left_out, self.read.older) =
                (kept, bytes, left_out, older);
            self.read.already += 1;
            return None;
        }
        self.entry(Later { element, each, value, path, place, at }, above, called)
    }

    fn entry(&mut self, later: Later<'a>, above: At, called: &[EntityId]) -> Option<EntityId> {
        let Later { element, each, value, path, place, at } = later;
        let (outer, _) = path.rsplit_once(" > ").unwrap_or(("", &path));
        if self.read.found.len() >= MAX_ENTRIES {
            if !std::mem::replace(&mut self.is_full, true) {
                self.read.notes.add(Note::new(&place, "prsb-note-many").with("n", MAX_ENTRIES));
            }
            return None;
        }
        let mut entry = Entry { kind: Some(each.kind), ..Entry::default() };
        match element.what {
            What::Entries(_, fields) => {
                self.item(&mut entry, element, fields, &[value], outer, &place);
                for raw in std::mem::take(&mut entry.raws) {
                    self.keep_aside(raw, above);
                }
                if entry.fields.is_empty() || self.is_form_of(each.kind, value) {
                    return None;
                }
            }
            _ if value.is_group() => self.fill(&mut entry, element.children(), value, &path, &place),
            _ => {
                self.note(&place, "prsb-note-type");
                self.keep_aside(Aside::new(outer, element.name, "unread", value, &place), above);
                return None;
            }
        }
        entry.settle(self.words);
        let silent = entry.fields.is_empty() && entry.raws.is_empty();
        let loose = |later: &Later<'_>| each.loose.contains(&later.each.kind);
        if silent && !each.loose.is_empty() && entry.later.iter().all(loose) {
            // They follow those that stood alone before them.
            entry.later.iter_mut().for_each(|later| later.at += self.alone);
            self.alone += entry.later.len();
            self.finish(entry, None);
            return None;
        }
        if each.called
            && entry.raws.is_empty()
            && let Some(known) = self.somebody_like(&entry.fields, element, called)
        {
            return Some(known);
        }
        let id = self.name(&each, &entry.fields, above);
        let before = (self.read.found.len(), self.read.kept);
        let place_in = self.read.found.len();
        let mut fields = self.finish(entry, Some((each.kind, id)));
        if fields.is_empty() && before == (self.read.found.len(), self.read.kept) {
            return None;
        }
        fields.extend(marks(&each, above));
        fields.push((Common::POSITION, Value::Text(position(at))));
        let mut could = Vec::new();
        covered(element, each.kind, &mut could);
        let found = Found { kind: each.kind, id, fields, above, could, place };
        self.read.found.insert(place_in, found);
        self.read.older += self.older(element, (each.kind, id), place_in);
        Some(id)
    }

    /// The name of an entry: the same for the same words of the same source, below
    /// the same one; the second of two alike has another.
    fn name(&mut self, each: &Each, fields: &[(Field, Value)], above: At) -> EntityId {
        let named =
            |(field, _): &&(Field, Value)| each.named.iter().any(|named| named.number == field.number);
        let mut said: Vec<&(Field, Value)> = fields.iter().filter(named).collect();
        if said.is_empty() {
            said = fields.iter().collect();
        }
        said.sort_by_key(|(field, _)| field.number);
        let marks = marks(each, above);
        let first = self.names.entity(each.kind, &marks, &said, 0);
        let times = self.given.entry(first).or_insert(0);
        let id = self.names.entity(each.kind, &marks, &said, *times);
        *times += 1;
        id
    }

    /// Somebody in the plan or in this file of whom just the same is said.
    fn somebody_like(
        &self,
        fields: &[(Field, Value)],
        element: &Element,
        called: &[EntityId],
    ) -> Option<EntityId> {
        let mut asked = Vec::new();
        covered(element, Kind::Person, &mut asked);
        let said =
            |field: &Field| fields.iter().find(|(f, _)| f.number == field.number).map(|(_, v)| v.clone());
        let found = self.read.found.iter().filter(|found| found.kind == Kind::Person);
        let in_file = found.filter(|found| {
            let theirs = |field: &Field| {
                found.fields.iter().find(|(f, _)| f.number == field.number).map(|(_, v)| v.clone())
            };
            asked.iter().all(|field| theirs(field) == said(field))
        });
        let here = self.plan.record.of_kind(Kind::Person.number()).map(|(id, _)| id);
        let here = here.filter(|id| self.plan.is_shown(Kind::Person, *id));
        let here = here
            .filter(|id| asked.iter().all(|field| self.plan.value(Kind::Person, *id, field) == said(field)));
        let mut all = in_file.map(|found| found.id).chain(here);
        all.find(|id| !called.contains(id))
    }

    /// Whether a document is a form that the file speaks of in its own place too.
    fn is_form_of(&self, kind: Kind, value: Raw<'_>) -> bool {
        let mut forms = self.read.found.iter().filter(|found| found.kind == kind && kind == Kind::Form);
        let said = value.text();
        forms.any(|form| {
            let is_document = form.fields.iter().any(|(_, value)| *value == Value::Code("other".to_owned()));
            let value = |field: &Field| {
                form.fields
                    .iter()
                    .find(|(other, _)| other.number == field.number)
                    .map(|(_, value)| value.clone())
            };
            !is_document && said.as_deref() == Some(&said::document(self.words, value))
        })
    }

    /// Whether the plan says just this in this place already.
    fn is_here(&self, path: &str, value: Raw<'_>) -> bool {
        let mut present = &self.present;
        for name in path.split(" > ") {
            match present.get(name) {
                Some(inner) => present = inner,
                None => return false,
            }
        }
        let Some(meaning) = value.meaning() else { return false };
        match present {
            serde_json::Value::Array(items) => items.contains(&meaning),
            one => *one == meaning,
        }
    }

    /// How many parts of an entry came from an earlier file of the source and are
    /// not in this one.
    fn older(&self, element: &Element, at: (Kind, EntityId), from: usize) -> usize {
        let mut parts = Vec::new();
        parts_of(element.children(), &mut parts);
        let new: Vec<EntityId> = self.read.found.iter().skip(from).map(|found| found.id).collect();
        let old = |each: &Each| {
            let entries = self.plan.entries(each, Some(at)).into_iter();
            entries
                .filter(|id| !new.contains(id) && self.names.is_ours(self.plan.record, each.kind, *id))
                .count()
        };
        parts.iter().filter(|each| !each.called).map(old).sum()
    }

    /// Keeps a part as it came, below an entry.
    pub(super) fn keep_aside(&mut self, raw: Aside, at: At) {
        self.asides += 1;
        let (most, longest, all) = MAX_KEPT;
        let fits = self.read.kept < most
            && raw.json.len() <= longest
            && self.bytes_kept + raw.json.len() <= all
            && raw.name.len() <= crate::plan::MAX_NAME
            && crate::plan::check(&Passed::NAME, &Value::Text(raw.name.clone())).is_ok();
        if !fits {
            return self.note(&raw.place, "prsb-note-not-kept");
        }
        let text = |text: &str| Value::Text(text.to_owned());
        let mut fields = vec![
            (Passed::LIST, Value::Code(self.list.word().to_owned())),
            (Passed::NAME, text(&raw.name)),
            (Passed::WHY, Value::Code(raw.why.to_owned())),
            (Passed::JSON, text(&raw.json)),
        ];
        fields.extend(at.map(|(_, id)| (Passed::OF, Value::Entity(id))));
        fields.extend((!raw.path.is_empty()).then(|| (Passed::PATH, text(&raw.path))));
        let id = self.name(&Each::of(Kind::Passed), &fields, at);
        fields.push((Common::POSITION, Value::Text(position(self.asides))));
        self.bytes_kept += raw.json.len();
        self.read.kept += 1;
        let (kind, above) = (Kind::Passed, at);
        self.read.found.push(Found { kind, id, fields, above, could: Vec::new(), place: raw.place });
    }
}

/// What an entry is marked with: its place below another, its sort.
fn marks(each: &Each, above: At) -> Vec<(Field, Value)> {
    let mark = |mark: &Mark| match mark {
        Mark::Word(field, word) => Some((*field, Value::Code((*word).to_owned()))),
        Mark::KindAbove(field) => above.map(|(kind, _)| (*field, Value::Int(kind.number().into()))),
        Mark::FieldAbove(field, of) => Some((*field, Value::Int(of.number.into()))),
    };
    let link = each.link.zip(above).map(|(link, (_, id))| (link, Value::Entity(id)));
    link.into_iter().chain(each.marks.iter().filter_map(mark)).collect()
}

/// The fields of a kind that a group can say, its own headings included.
fn covered(element: &Element, kind: Kind, fields: &mut Vec<Field>) {
    if let What::Item(own) | What::Entries(_, own) = element.what {
        fields.extend(own.iter().filter(|field| field.kind == kind.number()));
    }
    for child in element.children() {
        match child.what {
            What::Item(_) | What::Group(Rule::Same | Rule::Rest(_), _) => covered(child, kind, fields),
            _ => {}
        }
    }
}

/// The kinds of entries in a group, its own headings included.
fn parts_of(elements: &[Element], parts: &mut Vec<Each>) {
    for element in elements {
        match element.what {
            What::Entries(each, _) | What::Group(Rule::Each(each) | Rule::Rest(each), _) => parts.push(each),
            What::Group(Rule::Same, children) => parts_of(children, parts),
            _ => {}
        }
    }
}

/// The place of the n-th of a list, with room before and after.
fn position(at: usize) -> String {
    let letter = |n: usize| char::from(b'a' + u8::try_from(n % 26).unwrap_or(0));
    format!("{}{}{}n", letter(at / 676), letter(at / 26), letter(at))
}
