//! A file in PRSB's form: read down its tree into entries, and into notes of what
//! could not be. Nothing is written here.

use super::entries::Plan;
use super::export::{At, below, nth};
use super::names::Names;
use super::note::{Note, Notes};
use super::raw::{Few, Raw};
use super::tree::{Each, Element, Rule, What};
use super::{List, said};
use crate::plan::{Coded, Field, Holds, Kind, Type};
use crate::record::{EntityId, Value};
use crate::words::Words;
use std::collections::HashMap;

/// Takes in a photo or a voice note: what it is, how many bytes are kept of it, and
/// their hash. `None` where it is none that can be kept.
pub type KeepFile<'a> = dyn FnMut(&[u8]) -> Option<(&'static str, usize, [u8; 32])> + 'a;

/// An entry that a file speaks of.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub kind: Kind,
    pub id: EntityId,
    pub fields: Vec<(Field, Value)>,
    pub above: At,
    /// What the file could have said of it: a field that an earlier file of the same
    /// source gave, and this one does not, is said no more.
    pub could: Vec<Field>,
    /// The first place of it.
    pub place: String,
}

/// What a file was read as.
#[derive(Debug, Default)]
pub(super) struct Read {
    pub found: Vec<Found>,
    pub notes: Notes,
    /// Entries that are in the plan just so.
    pub already: usize,
    /// Parts kept as they came.
    pub kept: usize,
    /// Elements left out.
    pub left_out: usize,
    /// Entries that an earlier file of the source had here, and this one has not.
    pub older: usize,
}

pub(super) struct Reader<'a> {
    pub list: List,
    pub plan: &'a Plan<'a>,
    pub names: Names<'a>,
    /// British English.
    pub words: &'a Words,
    pub keep: &'a mut KeepFile<'a>,
    /// What the plan says already, in the form of the list.
    pub present: serde_json::Value,
    pub read: Read,
    /// How many parts were read that can't be shown: their order.
    pub asides: usize,
    /// How many bytes are kept as they came.
    pub bytes_kept: usize,
    /// How often each name was given in this file.
    pub given: HashMap<EntityId, u64>,
    /// How many entries stand alone.
    pub alone: usize,
    /// That there are more entries than are read was said.
    pub is_full: bool,
}

/// An entry while its group is read.
#[derive(Default)]
pub(super) struct Entry<'a> {
    pub kind: Option<Kind>,
    pub fields: Vec<(Field, Value)>,
    pub raws: Vec<Aside>,
    pub later: Vec<Later<'a>>,
    /// Its name, where that is known before it is read: then nothing is left for later.
    pub known: Option<At>,
}

/// A part to be kept as it came.
pub(super) struct Aside {
    pub path: String,
    pub name: String,
    pub why: &'static str,
    pub json: String,
    pub place: String,
}

/// An entry of its own below one whose name is not known yet.
pub(super) struct Later<'a> {
    pub element: &'static Element,
    pub each: Each,
    pub value: Raw<'a>,
    pub path: String,
    pub place: String,
    pub at: usize,
}

impl<'a> Reader<'a> {
    /// Reads the whole document.
    pub(super) fn document(mut self, document: Raw<'a>) -> Read {
        let mut top = Entry { known: Some(None), ..Entry::default() };
        self.fill(&mut top, self.list.elements(), document, "", "");
        self.finish(top, None);
        self.read
    }

    pub(super) fn note(&mut self, place: &str, key: &'static str) {
        self.read.notes.add(Note::new(place, key));
    }

    /// Reads the group of one entry.
    pub(super) fn fill(
        &mut self,
        entry: &mut Entry<'a>,
        elements: &'static [Element],
        object: Raw<'a>,
        path: &str,
        place: &str,
    ) {
        let Some(Few { items: pairs, more }) = object.pairs() else { return };
        if more {
            self.read.notes.add(Note::new(place, "prsb-note-many").with("n", super::raw::MAX_ITEMS));
        }
        for element in elements {
            let mut values = Vec::new();
            let named: Vec<Raw<'a>> =
                pairs.iter().filter(|(name, _)| name == element.name).map(|(_, value)| *value).collect();
            let place = below(place, element.name);
            if named.len() > 1 {
                self.note(&place, "prsb-note-twice");
            }
            for value in named {
                let Few { items, more } = value.values();
                values.extend(items.into_iter().filter(|value| !value.is_silent()));
                if more {
                    self.read.notes.add(Note::new(&place, "prsb-note-many").with("n", super::raw::MAX_ITEMS));
                }
            }
            if !values.is_empty() {
                self.element(entry, element, &values, path, &place);
            }
        }
        let header = |name: &str| path.is_empty() && (name == "standard" || name == "made");
        for (name, value) in pairs {
            let known = elements.iter().any(|element| element.name == name) || header(&name);
            if !known && !value.is_silent() {
                let place = below(place, &name);
                self.note(&place, "prsb-note-unknown");
                entry.raws.push(Aside::new(path, &name, "unknown", value, &place));
            }
        }
    }

    fn element(
        &mut self,
        entry: &mut Entry<'a>,
        element: &'static Element,
        values: &[Raw<'a>],
        above: &str,
        place: &str,
    ) {
        let path = below(above, element.name);
        match element.what {
            What::Out(why) | What::Group(Rule::Out(why), _) => {
                self.read.left_out += 1;
                self.read.notes.add(Note::new(place, "prsb-note-out").because(why.key()));
            }
            What::Fixed(_, code) => {
                let same = |value: &Raw<'_>| {
                    let named = value.pairs().map(|pairs| pairs.items).unwrap_or_default();
                    let named =
                        named.iter().find(|(name, _)| name == "code").and_then(|(_, code)| code.text());
                    value.text().or(named).as_deref() == Some(code)
                };
                for value in values.iter().filter(|value| !same(value)) {
                    self.note(place, "prsb-note-code");
                    entry.raws.push(Aside::new(above, element.name, "unread", *value, place));
                }
            }
            What::Item(fields) => self.item(entry, element, fields, values, above, place),
            What::Entries(each, _) | What::Group(Rule::Each(each), _) => {
                self.leave(entry, element, each, values, &path, place);
            }
            What::Group(Rule::Rest(each), children) => {
                let rest = self.first(entry, element, children, values, &path, place);
                self.leave(entry, element, each, &rest, &path, place);
            }
            What::Group(Rule::Same, children) => {
                let rest = self.first(entry, element, children, values, &path, place);
                self.again(entry, element, &rest, above, place);
            }
            What::Group(Rule::Only(kind), children) => {
                let known = Some(Some((kind, EntityId::only(kind.number()))));
                let mut only = Entry { kind: Some(kind), known, ..Entry::default() };
                let rest = self.first(&mut only, element, children, values, &path, place);
                // What is no group stands beside it, and not in it.
                let (beside, own) = only.raws.into_iter().partition(|raw| raw.path == above);
                entry.raws.extend::<Vec<Aside>>(beside);
                only.raws = own;
                self.only(kind, only, place);
                self.again(entry, element, &rest, above, place);
            }
        }
    }

    /// Reads the first of the values that says something; gives back the groups after
    /// it. What is no group is kept as it came.
    fn first(
        &mut self,
        entry: &mut Entry<'a>,
        element: &Element,
        children: &'static [Element],
        values: &[Raw<'a>],
        path: &str,
        place: &str,
    ) -> Vec<Raw<'a>> {
        let (above, _) = path.rsplit_once(" > ").unwrap_or(("", path));
        let mut rest = Vec::new();
        let mut is_read = false;
        for value in values {
            if !value.is_group() {
                self.note(place, "prsb-note-type");
                entry.raws.push(Aside::new(above, element.name, "unread", *value, place));
            } else if is_read {
                rest.push(*value);
            } else {
                let brought = |read: &Read| (read.found.len(), read.already);
                let before = (entry.weight(), brought(&self.read));
                self.fill(entry, children, *value, path, place);
                is_read = before != (entry.weight(), brought(&self.read));
            }
        }
        rest
    }

    /// Keeps what is one more than the plan holds.
    fn again(
        &mut self,
        entry: &mut Entry<'a>,
        element: &Element,
        rest: &[Raw<'a>],
        above: &str,
        place: &str,
    ) {
        if !rest.is_empty() {
            self.note(place, "prsb-note-again");
        }
        for value in rest {
            entry.raws.push(Aside::new(above, element.name, "again", *value, place));
        }
    }

    /// Leaves entries of their own until the name of the one above is known.
    fn leave(
        &mut self,
        entry: &mut Entry<'a>,
        element: &'static Element,
        each: Each,
        values: &[Raw<'a>],
        path: &str,
        place: &str,
    ) {
        for (at, value) in values.iter().enumerate() {
            let place = nth(place, at, values.len());
            let later = Later { element, each, value: *value, path: path.to_owned(), place, at };
            match entry.known {
                Some(above) => {
                    self.each(later, above, &[]);
                }
                None => entry.later.push(later),
            }
        }
    }

    /// Puts each value in the first field that can hold it and has none yet.
    pub(super) fn item(
        &mut self,
        entry: &mut Entry<'a>,
        element: &Element,
        fields: &[Field],
        values: &[Raw<'a>],
        above: &str,
        place: &str,
    ) {
        let here: Vec<Field> = fields
            .iter()
            .filter(|field| entry.kind.is_some_and(|kind| kind.number() == field.kind))
            .copied()
            .collect();
        // A text is words where there are words, and no code that says only that.
        let fits = |field: &Field, value: &Raw<'_>| {
            field.holds != Type::Coded || !element.has_words() || !value.is_text()
        };
        let mut others = Vec::new();
        let mut held = false;
        for value in values {
            let mut why = None;
            let mut free = here.iter().filter(|field| entry.is_free(field) && fits(field, value));
            let put = free.find_map(|field| {
                match super::value::read(field, *value, element, self.words, self.keep) {
                    Ok(read) => Some((*field, read)),
                    Err(refused) => {
                        why = Some(refused);
                        None
                    }
                }
            });
            match put {
                Some((field, read)) => {
                    held = true;
                    if read.had_hidden {
                        self.note(place, "prsb-note-control");
                    }
                    entry
                        .fields
                        .retain(|(other, _)| !read.beside.iter().any(|(b, _)| b.number == other.number));
                    entry.fields.push((field, read.value));
                    entry.fields.extend(read.beside);
                }
                None => others.push((why, *value)),
            }
        }
        for (why, value) in others {
            self.note(place, why.unwrap_or("prsb-note-again"));
            // What stands alone is put back until the person has answered themselves.
            let why = if held { "again" } else { "unread" };
            entry.raws.push(Aside::new(above, element.name, why, value, place));
        }
    }
}

impl Aside {
    pub(super) fn new(path: &str, name: &str, why: &'static str, value: Raw<'_>, place: &str) -> Self {
        let json = value.kept();
        Self { path: path.to_owned(), name: name.to_owned(), why, json, place: place.to_owned() }
    }
}

impl Entry<'_> {
    /// Whether a field has nothing yet; a record's own word has no room beside the
    /// choice that it would be.
    fn is_free(&self, field: &Field) -> bool {
        let has = |number: u16| self.fields.iter().any(|(other, _)| other.number == number);
        let chosen = || said::choice_beside(field).is_some_and(|choice| has(choice.number));
        !(has(field.number) || field.holds == Type::Words && chosen())
    }

    /// How much is in it.
    fn weight(&self) -> (usize, usize, usize) {
        (self.fields.len(), self.raws.len(), self.later.len())
    }

    /// Where a code came with it, a word is the record's own: the person's choice
    /// would outrank the code. And what a code says, where no words came, stands in the
    /// words beside it, so that it is drawn where only words are.
    pub(super) fn settle(&mut self, words: &Words) {
        let coded: Vec<Field> = self
            .fields
            .iter()
            .filter(|(f, _)| f.holds == Type::Coded)
            .filter_map(|(f, _)| said::choice_beside(f))
            .collect();
        for choice in coded {
            let kind = self.kind;
            let said = kind.into_iter().flat_map(|kind| kind.own_fields()).find(|field| {
                field.holds == Type::Words
                    && said::choice_beside(field).is_some_and(|c| c.number == choice.number)
            });
            for (field, value) in &mut self.fields {
                if let (true, Some(said), Value::Code(word)) = (field.number == choice.number, said, &value) {
                    *value = Value::Text(said::choice(words, field, word));
                    *field = *said;
                }
            }
        }
        let codes = self.fields.iter().filter(|(field, _)| field.holds == Type::Coded);
        let said: Vec<(Field, Value)> = codes
            .filter_map(|(field, code)| {
                let words = said::words_beside(field).filter(|words| self.is_free(words))?;
                let display = Coded::read(code)?.display().to_owned();
                (!display.is_empty()).then_some((words, Value::Text(display)))
            })
            .collect();
        self.fields.extend(said);
    }
}
