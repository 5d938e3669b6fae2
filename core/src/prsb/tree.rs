//! How a PRSB list is written down: an element, what it holds, or why it is left out.

use crate::plan::{Field, Kind, Type};
use crate::record::{Entity, Value};

/// One element of a list: a group or an item.
#[derive(Clone, Copy, Debug)]
pub struct Element {
    /// Its name, as PRSB has it.
    pub name: &'static str,
    /// Its facts, as the list has them: how many, mandatory or required, its type.
    /// "" for one that the list itself does not name (an organisation's code).
    pub facts: &'static str,
    /// What it holds.
    pub what: What,
}

/// What an element holds.
#[derive(Clone, Copy, Debug)]
pub enum What {
    /// A group of others.
    Group(Rule, &'static [Element]),
    /// A field of the entry above it. Several are tried in turn by what they can
    /// hold (a date, else words); of fields of several kinds, those of the entry's
    /// kind are meant.
    Item(&'static [Field]),
    /// An item that repeats: an entry each, with this field.
    Entries(Each, &'static [Field]),
    /// Always the same code, which the export writes itself: of this system, this code.
    Fixed(&'static str, &'static str),
    /// Not in a person's plan.
    Out(Why),
}

/// Whose the fields in a group are.
#[derive(Clone, Copy, Debug)]
pub enum Rule {
    /// Of the entry above: the group is only a heading.
    Same,
    /// Of the one entry of this kind.
    Only(Kind),
    /// Of an entry of its own for each.
    Each(Each),
    /// The first one's are the entry's above, each further one is an entry of its own.
    Rest(Each),
    /// Of nobody: the group and all in it are not in a person's plan.
    Out(Why),
}

/// Entries of a kind: which of them, what they hang on, how they are told apart.
#[derive(Clone, Copy, Debug)]
pub struct Each {
    /// Their kind.
    pub kind: Kind,
    /// The field in which one names the entry it is part of.
    pub link: Option<Field>,
    /// Those whose `link` names nothing stand here too.
    pub alone: bool,
    /// What one that is read is marked with, to be known again.
    pub marks: &'static [Mark],
    /// Which of the kind stand here.
    pub only: Only,
    /// The list on the entry above that says their order.
    pub order: Option<Field>,
    /// It is that list that says which they are: people to call.
    pub called: bool,
    /// What makes one the same as in an earlier file: these fields, or all where
    /// none of them is there.
    pub named: &'static [Field],
    /// A group that says nothing of its own, and has only these in it, makes no
    /// entry: they stand alone.
    pub loose: &'static [Kind],
}

/// What an entry that is read is marked with.
#[derive(Clone, Copy, Debug)]
pub enum Mark {
    /// A word of a choice.
    Word(Field, &'static str),
    /// The number of the kind of the entry above.
    KindAbove(Field),
    /// The number of a field of the entry above.
    FieldAbove(Field, Field),
}

/// Which entries of a kind stand in a place.
#[derive(Clone, Copy, Debug)]
pub enum Only {
    /// All.
    All,
    /// Those of which this is true.
    Where(fn(&Entity) -> bool),
    /// Those with this number of a field in this field.
    About(Field, Field),
}

/// Why an element is left out of a person's plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// A clinician decided it: a person's plan says only that the form exists and
    /// where it is, never what it says.
    Decision,
    /// A clinician judged it: how long, how far, how sure.
    Judgement,
    /// Medicines as they are ordered and given: no dose is kept.
    Dose,
    /// An organisation's own note or register, for its own staff.
    Register,
    /// What is written after a death.
    AfterDeath,
    /// The index of another system's files.
    Files,
}

impl Why {
    /// Every reason, in the order in which they are told.
    pub const ALL: &[Why] =
        &[Why::Decision, Why::Judgement, Why::Dose, Why::Register, Why::AfterDeath, Why::Files];

    /// The key of its sentence.
    pub fn key(self) -> &'static str {
        match self {
            Why::Decision => "prsb-out-decision",
            Why::Judgement => "prsb-out-judgement",
            Why::Dose => "prsb-out-dose",
            Why::Register => "prsb-out-register",
            Why::AfterDeath => "prsb-out-after-death",
            Why::Files => "prsb-out-files",
        }
    }
}

impl Element {
    /// How many there may be at most; `None` is any number.
    pub fn is_many(&self) -> bool {
        self.facts.split(' ').next().is_some_and(|count| count.ends_with('*'))
    }

    /// Whether PRSB calls it mandatory.
    pub fn is_mandatory(&self) -> bool {
        self.facts.split(' ').nth(1) == Some("M")
    }

    /// Its type, as the list names it; "" where it names none.
    pub fn holds(&self) -> &'static str {
        self.facts.splitn(3, ' ').nth(2).unwrap_or_default()
    }

    /// The most characters that PRSB allows.
    pub fn most(&self) -> Option<usize> {
        let (_, most) = self.holds().split_once('(')?;
        most.strip_suffix(')')?.parse().ok()
    }

    /// What is in it.
    pub fn children(&self) -> &'static [Element] {
        match self.what {
            What::Group(_, children) => children,
            _ => &[],
        }
    }

    /// Whether it can hold words beside a code.
    pub(super) fn has_words(&self) -> bool {
        let What::Item(fields) = self.what else { return false };
        fields.iter().any(|field| field.holds == Type::Words)
    }

    /// Whether a plain text in it is a code and no words: PRSB calls it one.
    pub fn is_code(&self) -> bool {
        self.name == "Coded value"
    }
}

impl Each {
    /// Entries of a kind.
    pub(super) const fn of(kind: Kind) -> Self {
        let (link, order) = (None, None);
        let only = Only::All;
        Self { kind, link, alone: false, marks: &[], only, order, called: false, named: &[], loose: &[] }
    }

    /// Those that name the entry above in `link`; and those that name none, if the
    /// plan has such.
    pub(super) const fn under(self, link: Field) -> Self {
        Self { link: Some(link), alone: true, ..self }
    }

    /// Those that name the entry above in `link`, and no others.
    pub(super) const fn only_under(self, link: Field) -> Self {
        Self { link: Some(link), ..self }
    }

    pub(super) const fn named(self, named: &'static [Field]) -> Self {
        Self { named, ..self }
    }

    pub(super) const fn marked(self, marks: &'static [Mark], only: fn(&Entity) -> bool) -> Self {
        Self { marks, only: Only::Where(only), ..self }
    }

    pub(super) const fn about(self, marks: &'static [Mark], number: Field, field: Field) -> Self {
        Self { marks, only: Only::About(number, field), ..self }
    }

    pub(super) const fn with_marks(self, marks: &'static [Mark]) -> Self {
        Self { marks, ..self }
    }

    pub(super) const fn in_order_of(self, order: Field) -> Self {
        Self { order: Some(order), ..self }
    }

    pub(super) const fn called_by(self, order: Field) -> Self {
        Self { order: Some(order), called: true, ..self }
    }

    pub(super) const fn loose(self, loose: &'static [Kind]) -> Self {
        Self { loose, ..self }
    }

    /// Whether an entry of the kind stands here.
    pub(super) fn takes(&self, entity: &Entity) -> bool {
        match self.only {
            Only::All => true,
            Only::Where(only) => only(entity),
            Only::About(number, field) => {
                value(entity, &number) == Some(&Value::Int(i64::from(field.number)))
            }
        }
    }
}

/// What the first version of a field says.
pub(super) fn value<'a>(entity: &'a Entity, field: &Field) -> Option<&'a Value> {
    let versions = entity.field(field.number)?.shown(field.policy);
    versions.first()?.first()?.value().filter(|value| !matches!(value, Value::Empty | Value::Erased))
}

/// Whether the first version of a choice is one of these words.
pub(super) fn is_one_of(entity: &Entity, field: &Field, words: &[&str]) -> bool {
    matches!(value(entity, field), Some(Value::Code(word)) if words.contains(&word.as_str()))
}

pub(super) const fn group(
    name: &'static str,
    facts: &'static str,
    rule: Rule,
    children: &'static [Element],
) -> Element {
    Element { name, facts, what: What::Group(rule, children) }
}

pub(super) const fn item(name: &'static str, facts: &'static str, fields: &'static [Field]) -> Element {
    Element { name, facts, what: What::Item(fields) }
}

pub(super) const fn entries(
    name: &'static str,
    facts: &'static str,
    each: Each,
    fields: &'static [Field],
) -> Element {
    Element { name, facts, what: What::Entries(each, fields) }
}

pub(super) const fn fixed(name: &'static str, facts: &'static str, code: &'static str) -> Element {
    Element { name, facts, what: What::Fixed("http://snomed.info/sct", code) }
}

pub(super) const fn out(name: &'static str, facts: &'static str, why: Why) -> Element {
    Element { name, facts, what: What::Out(why) }
}

/// An item in a group for which the list names none: an organisation has a code
/// and words wherever the list does say what is in it.
pub(super) const fn beyond(name: &'static str, fields: &'static [Field]) -> Element {
    Element { name, facts: "", what: What::Item(fields) }
}
