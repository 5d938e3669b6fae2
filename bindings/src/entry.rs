//! Any entry, field by field, for a form that changes it; and the table's names.

use crate::Plan;
use crate::answer::{self, Answer, maybe};
use crate::cross::{Cross, views};
use crate::error::HearthError;
use crate::field::FieldView;
use hearth_core::companion;
use hearth_core::plan::{self, Kind, Type};

/// What a field holds, and so which [`Answer`] is written in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum Holds {
    /// `Words`, or `Interpreted`.
    Words,
    /// `Whole`, 1 to 10.
    Scale,
    /// `Whole`, 0 to 40: a CAT total.
    CatTotal,
    /// `Whole`, 0 or more.
    Count,
    /// `YesNo`.
    YesNo,
    /// `Number`.
    Number,
    /// `Date`.
    Date,
    /// `At`.
    At,
    /// `Choice`.
    Choice,
    /// `Entry`.
    Entry,
    /// `Entries`.
    Entries,
    /// Hearth's own bookkeeping: not for a shell.
    Own,
}

impl Cross<Holds> for Type {
    fn cross(self) -> Holds {
        match self {
            Type::Words => Holds::Words,
            Type::Scale10 => Holds::Scale,
            Type::CatTotal => Holds::CatTotal,
            Type::Count => Holds::Count,
            Type::Flag => Holds::YesNo,
            Type::Number => Holds::Number,
            Type::Date => Holds::Date,
            Type::Instant => Holds::At,
            Type::Choice => Holds::Choice,
            Type::Entity => Holds::Entry,
            Type::Order => Holds::Entries,
            Type::Coded | Type::Ops | Type::Bytes => Holds::Own,
        }
    }
}

views! {
    /// An entry, ready for a form.
    EntryView from companion::EntryView {
        /// Its kind's name in the table.
        kind: String,
        /// Names it.
        id: String,
        /// Its own fields that a person writes, in the table's order.
        fields: Vec<EntryField>,
        /// Only me.
        only_me: bool,
        /// Switched on for the emergency card.
        on_card: bool,
        /// What must be said of it: suggestions that wait.
        notes: Vec<String>,
        /// Removed on one phone and changed on another: to be settled.
        unsettled: Option<String>,
    }

    /// One field of an entry.
    EntryField from companion::EntryField {
        /// Its name in the table: `goal.words`.
        name: String,
        /// What it holds.
        holds: Holds,
        /// What may be chosen, where it holds a choice.
        choices: Vec<ChoiceView>,
        /// What stands, in words.
        said: FieldView,
        /// The same as it is kept, one for each version of `said`: what a form is
        /// filled with, and what is written again to settle on one of two versions.
        kept: Vec<Answer>,
    }

    /// One of a field's choices.
    ChoiceView from companion::ChoiceView {
        /// Its word in the table, for writing.
        word: String,
        /// In words.
        said: String,
    }
}

/// A kind of entry, as the table has it.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct KindName {
    /// Its name.
    pub name: String,
    /// Whether a plan has just one, and then its id.
    pub only: Option<String>,
    /// Its fields, those that every kind has among them.
    pub fields: Vec<FieldName>,
}

/// A field, as the table has it.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct FieldName {
    /// Its name.
    pub name: String,
    /// What it holds.
    pub holds: Holds,
    /// The words of its choices.
    pub choices: Vec<String>,
}

/// Every kind and field that there is, for a shell's own test that the names it
/// writes by are the table's.
#[uniffi::export]
pub fn table() -> Result<Vec<KindName>, HearthError> {
    let field = |field: plan::Field| FieldName {
        name: field.name.to_owned(),
        holds: field.holds.cross(),
        choices: field.choices.iter().map(|word| (*word).to_owned()).collect(),
    };
    let kind = |kind: &Kind| KindName {
        name: kind.name().to_owned(),
        only: kind.is_only().then(|| answer::only(*kind).hex()),
        fields: plan::fields(*kind).map(field).collect(),
    };
    crate::doors::in_language("", || Ok(Kind::ALL.iter().map(kind).collect()))
}

#[uniffi::export]
impl Plan {
    /// One entry, for a form. One of a kind that a plan has just once is drawn
    /// empty where nothing was ever written in it; `id` may then be "".
    pub fn entry(&self, kind: &str, id: &str) -> Result<EntryView, HearthError> {
        self.draw(|companion| {
            let kind = answer::kind(kind)?;
            companion.entry(kind, answer::entity_of(kind, id)?)
        })
    }

    /// An entry that is not written yet, for the form that begins one: every field
    /// empty, with what may be chosen. Its `id` names nothing.
    pub fn blank(&self, kind: &str) -> Result<EntryView, HearthError> {
        self.draw(|companion| Ok(companion.blank(answer::kind(kind)?)))
    }

    /// Every entry of a kind that is here; with `of`, those that are part of it.
    pub fn entries(&self, kind: &str, of: Option<String>) -> Result<Vec<EntryView>, HearthError> {
        self.draw(|companion| Ok(companion.entries(answer::kind(kind)?, maybe(of.as_ref())?)))
    }
}
