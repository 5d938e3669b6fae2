//! Any entry, field by field, for a form that changes it: what stands, in words
//! and as it is kept, and what may be chosen. Drawn from the table, so that a new
//! field is in its form without a line here.

use super::life::{is_removed, life};
use super::results::is_left_over;
use super::view::{FieldView, Spoken};
use super::who::Who;
use super::{Companion, Trouble};
use crate::plan::{
    self, CatTotal, Common, Field, Instant, Kept, Kind, Number, PartialDate, Scale10, Type, Words as Said,
};
use crate::record::{Entity, EntityId, OpId, Policy, Register, Value};

/// An entry, ready for a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryView {
    /// What kind.
    pub kind: Kind,
    /// Names it.
    pub id: EntityId,
    /// Its own fields that a person writes, in the table's order.
    pub fields: Vec<EntryField>,
    /// Only me.
    pub only_me: bool,
    /// Switched on for the emergency card.
    pub on_card: bool,
    /// What must be said of it: suggestions that wait.
    pub notes: Vec<String>,
    /// Removed on one phone and changed on another: to be settled.
    pub unsettled: Option<String>,
}

/// One field of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryField {
    /// Its name in the table: `goal.words`.
    pub name: &'static str,
    /// What it holds.
    pub holds: Type,
    /// What may be chosen, where it holds a choice.
    pub choices: Vec<ChoiceView>,
    /// What stands, in words.
    pub said: FieldView,
    /// The same as it is kept, one for each version of `said`: what a form is
    /// filled with, and what is written again to settle on one of two versions.
    pub kept: Vec<Value>,
}

/// One of a field's choices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChoiceView {
    /// Its word in the table, for writing.
    pub word: &'static str,
    /// In words: "let go".
    pub said: String,
}

impl Companion {
    /// One entry. One of a kind that a plan has just once is drawn empty where
    /// nothing was ever written in it.
    ///
    /// # Errors
    /// [`Trouble::NotFound`].
    pub fn entry(&self, kind: Kind, id: EntityId) -> Result<EntryView, Trouble> {
        let ledger = self.ledger();
        let nothing = Entity::default();
        let entity = match ledger.record().entity(kind.number(), id) {
            Some(entity) => entity,
            None if kind.is_only() && id == EntityId::only(kind.number()) => &nothing,
            None => return Err(Trouble::NotFound),
        };
        Ok(self.who(&ledger).entry(kind, id, entity))
    }

    /// An entry that is not written yet: every field empty, with what may be
    /// chosen, for the form that begins one.
    pub fn blank(&self, kind: Kind) -> EntryView {
        let ledger = self.ledger();
        let id = EntityId::only(kind.number());
        self.who(&ledger).entry(kind, id, &Entity::default())
    }

    /// Every entry of a kind that is here, by place and in the order they were
    /// written; with `of`, those that are part of that entry (the stages of an
    /// action).
    pub fn entries(&self, kind: Kind, of: Option<EntityId>) -> Vec<EntryView> {
        let ledger = self.ledger();
        let record = ledger.record();
        let wanted = |id: EntityId| of.is_none_or(|parent| plan::belongs_to(record, kind, id, parent));
        let mut here: Vec<(Option<String>, EntityId, &Entity)> = record
            .of_kind(kind.number())
            .filter(|(id, entity)| entity.is_written() && wanted(*id))
            .filter(|(id, _)| !is_removed(record, kind, *id) && !is_left_over(record, kind, *id))
            .map(|(id, entity)| (place(entity), id, entity))
            .collect();
        here.sort_by(|a, b| (&a.0, a.1).cmp(&(&b.0, b.1)));
        let who = self.who(&ledger);
        here.into_iter().map(|(_, id, entity)| who.entry(kind, id, entity)).collect()
    }
}

/// An entry's place in an ordinary list.
fn place(entity: &Entity) -> Option<String> {
    let place: Kept<Said> = Kept::read(entity.field(Common::POSITION.number), Common::POSITION.policy);
    place.first().map(|place| place.text.clone())
}

impl Who<'_> {
    /// Draws an entry by the table.
    pub fn entry(&self, kind: Kind, id: EntityId, entity: &Entity) -> EntryView {
        let on = |field: Field| {
            let flag: Kept<bool> = Kept::read(entity.field(field.number), field.policy);
            flag.first() == Some(&true)
        };
        let fields = kind.own_fields().iter();
        EntryView {
            kind,
            id,
            fields: fields.filter_map(|field| self.entry_field(entity.field(field.number), field)).collect(),
            only_me: on(Common::ONLY_ME),
            on_card: on(Common::ON_CARD),
            notes: self.pending(kind, id),
            unsettled: match entity.is_written() {
                true => self.unsettled(life(self.record, kind, id)),
                false => None,
            },
        }
    }

    /// None for a field that is Hearth's own bookkeeping, and for a code: its words
    /// stand in a field beside it, and nobody types one.
    fn entry_field(&self, register: Option<&Register>, field: &Field) -> Option<EntryField> {
        let (said, ops) = match field.holds {
            Type::Words => self.form_of::<Said>(register, field),
            Type::Scale10 => self.form_of::<Scale10>(register, field),
            Type::CatTotal => self.form_of::<CatTotal>(register, field),
            Type::Count => self.form_of::<i64>(register, field),
            Type::Flag => self.form_of::<bool>(register, field),
            Type::Number => self.form_of::<Number>(register, field),
            Type::Date => self.form_of::<PartialDate>(register, field),
            Type::Instant => self.form_of::<Instant>(register, field),
            Type::Choice => self.form_of::<String>(register, field),
            Type::Entity => self.form_of::<EntityId>(register, field),
            Type::Order => self.form_of::<Vec<EntityId>>(register, field),
            Type::Coded | Type::Ops | Type::Bytes => return None,
        };
        let value = |id: &OpId| {
            let head = register.and_then(|register| register.heads().iter().find(|op| op.id == *id));
            head.and_then(|op| op.value()).cloned().unwrap_or(Value::Empty)
        };
        let choice =
            |word: &&'static str| ChoiceView { word, said: (*word).to_owned().spoken(self.words, field) };
        Some(EntryField {
            name: field.name,
            holds: field.holds,
            choices: field.choices.iter().map(choice).collect(),
            said,
            kept: ops.iter().map(value).collect(),
        })
    }

    /// A field in words, and the op of each version.
    fn form_of<T: Spoken>(&self, register: Option<&Register>, field: &Field) -> (FieldView, Vec<OpId>) {
        let policy: Policy = field.policy;
        let kept: Kept<T> = Kept::read(register, policy);
        let first = kept.versions.iter().filter_map(|version| version.written.first());
        (self.field(&kept, field), first.map(|written| written.op).collect())
    }
}
