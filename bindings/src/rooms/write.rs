//! Writing any field by its name in the table; removing, erasing, history.

use crate::answer::{self, Answer, FieldAnswer, entity_of, op};
use crate::cross::views;
use crate::error::HearthError;
use crate::field::HistoryLine;
use crate::{Plan, Writer};
use hearth_core::companion::{self, Trouble};
use hearth_core::plan::{Field, Kind};
use hearth_core::record::Value;

/// The fields and values of some answers.
fn written(kind: Kind, fields: Vec<FieldAnswer>) -> Result<Vec<(Field, Value)>, Trouble> {
    let one = |one: FieldAnswer| Ok((answer::field(kind, &one.field)?, one.answer.value()?));
    fields.into_iter().map(one).collect()
}

views! {
    /// A photo or a voice note that stands beside a field.
    BesideView from companion::BesideView {
        /// Names it, for `attachment` and for removing.
        id: String,
        /// The name in the table of the field that it stands beside.
        field: String,
        /// It is to be heard; else it is to be seen.
        sound: bool,
        /// Who put it there and when; several where several put just the same.
        who: Vec<String>,
    }
}

#[uniffi::export]
impl Plan {
    /// Writes one field, in place of every version that stands in it. `kind` and
    /// `field` are names of the table; `id` may be "" for a kind that a plan has
    /// just once. Returns the name of what was written.
    pub fn write(
        &self,
        kind: &str,
        id: &str,
        field: &str,
        answer: Answer,
        by: Writer,
    ) -> Result<String, HearthError> {
        self.draw(|companion| {
            let kind = answer::kind(kind)?;
            let (id, field) = (entity_of(kind, id)?, answer::field(kind, field)?);
            companion.write(kind, id, &field, answer.value()?, &by.core()?)
        })
    }

    /// Writes one field in place of the versions that were `seen`: a field's own
    /// `seen`. One that came from another phone meanwhile stays, and both are
    /// shown. Naming several settles them.
    pub fn write_over(
        &self,
        kind: &str,
        id: &str,
        field: &str,
        answer: Answer,
        seen: Vec<String>,
        by: Writer,
    ) -> Result<String, HearthError> {
        self.draw(|companion| {
            let kind = answer::kind(kind)?;
            let (id, field) = (entity_of(kind, id)?, answer::field(kind, field)?);
            let seen = seen.iter().map(|id| op(id)).collect::<Result<_, _>>()?;
            companion.write_over(kind, id, &field, answer.value()?, Some(seen), &by.core()?)
        })
    }

    /// Adds an entry with some fields, all in one. Returns its name.
    pub fn add(&self, kind: &str, fields: Vec<FieldAnswer>, by: Writer) -> Result<String, HearthError> {
        self.draw(|companion| {
            let kind = answer::kind(kind)?;
            companion.add(kind, &written(kind, fields)?, &by.core()?)
        })
    }

    /// "Only me": never sent, shared, printed or shown to a carer.
    pub fn only_me(&self, kind: &str, id: &str, on: bool) -> Result<(), HearthError> {
        self.ask(|companion| {
            let kind = answer::kind(kind)?;
            companion.only_me(kind, entity_of(kind, id)?, on)
        })
    }

    /// Removes an entry and all in it. Nothing is deleted: it is in History, and
    /// `keep` undoes it.
    pub fn remove(&self, kind: &str, id: &str, by: Writer) -> Result<(), HearthError> {
        self.ask(|companion| {
            let kind = answer::kind(kind)?;
            companion.remove(kind, entity_of(kind, id)?, &by.core()?)
        })
    }

    /// Keeps an entry that was removed, here or on another phone.
    pub fn keep(&self, kind: &str, id: &str, by: Writer) -> Result<(), HearthError> {
        self.ask(|companion| {
            let kind = answer::kind(kind)?;
            companion.restore(kind, entity_of(kind, id)?, &by.core()?)
        })
    }

    /// Erases, on request, every version ever written of one field, here and on
    /// every own phone this one meets. Copies outside are out of reach: say so
    /// before.
    pub fn erase(&self, kind: &str, id: &str, field: &str) -> Result<(), HearthError> {
        self.ask(|companion| {
            let kind = answer::kind(kind)?;
            companion.erase(kind, entity_of(kind, id)?, &answer::field(kind, field)?)
        })
    }

    /// Every version ever written of one field, oldest first.
    pub fn history(&self, kind: &str, id: &str, field: &str) -> Result<Vec<HistoryLine>, HearthError> {
        self.draw(|companion| {
            let kind = answer::kind(kind)?;
            companion.history(kind, entity_of(kind, id)?, &answer::field(kind, field)?)
        })
    }

    /// Keeps a photo or a voice note beside a field. Returns its name.
    pub fn attach(
        &self,
        kind: &str,
        id: &str,
        field: &str,
        bytes: &[u8],
        by: Writer,
    ) -> Result<String, HearthError> {
        self.draw(|companion| {
            let kind = answer::kind(kind)?;
            let field = answer::field(kind, field)?;
            companion.attach(kind, entity_of(kind, id)?, &field, bytes, &by.core()?)
        })
    }

    /// The photos and voice notes beside the fields of an entry.
    pub fn beside(&self, kind: &str, id: &str) -> Result<Vec<BesideView>, HearthError> {
        self.draw(|companion| {
            let kind = answer::kind(kind)?;
            Ok(companion.beside(kind, entity_of(kind, id)?))
        })
    }

    /// The bytes of a photo or a voice note, verified.
    pub fn attachment(&self, id: &str) -> Result<Vec<u8>, HearthError> {
        self.ask(|companion| companion.attachment(answer::entity(id)?))
    }
}
