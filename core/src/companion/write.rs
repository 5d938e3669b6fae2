//! Writing: the one way words get into the plan.

use super::{Companion, Trouble, doors::new_entity};
use crate::plan::{self, Authority, COMMON, Field, Kind, Me};
use crate::record::{Act, Author, EntityId, MAX_PARENTS, Op, OpId, Origin, Record, Slot, Value};
use crate::store::{CardBytes, Draft, Ledger, Stamp, StoreError};

/// An entry of the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// What kind.
    pub kind: Kind,
    /// Which one.
    pub id: EntityId,
}

/// Who writes on this phone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Writer {
    /// The person.
    Person,
    /// Somebody with authority to write for them (an entry in People).
    Behalf(EntityId),
    /// A carer (an entry in People): their words are a suggestion.
    Carer(EntityId),
    /// Somebody handed the phone: their words wait until the person accepts them.
    Guest {
        /// Their name.
        name: String,
        /// Their role.
        role: String,
    },
}

impl Writer {
    pub(super) fn author(&self) -> Author {
        match self.clone() {
            Writer::Person => Author::Person,
            Writer::Behalf(id) => Author::Behalf(id),
            Writer::Carer(id) => Author::Carer(id),
            Writer::Guest { name, role } => Author::Guest { name, role },
        }
    }
}

impl Companion {
    /// Writes one field, in place of every version that stands in it.
    pub fn write(
        &self,
        kind: Kind,
        id: EntityId,
        field: &Field,
        value: Value,
        by: &Writer,
    ) -> Result<OpId, Trouble> {
        self.write_over(kind, id, field, value, None, by)
    }

    /// Writes one field in place of the versions that were `seen`. One that came
    /// from another phone meanwhile stays, and both are shown. Naming several
    /// settles them.
    pub fn write_over(
        &self,
        kind: Kind,
        id: EntityId,
        field: &Field,
        value: Value,
        seen: Option<Vec<OpId>>,
        by: &Writer,
    ) -> Result<OpId, Trouble> {
        let ids = self.write_fields(kind, id, &[(*field, value)], seen, by)?;
        ids.first().copied().ok_or(Trouble::NotFound)
    }

    /// Writes several fields of one entry, all in one.
    pub(super) fn write_fields(
        &self,
        kind: Kind,
        id: EntityId,
        fields: &[(Field, Value)],
        seen: Option<Vec<OpId>>,
        by: &Writer,
    ) -> Result<Vec<OpId>, Trouble> {
        let drafts = self.drafts(kind, id, fields, seen, by)?;
        self.keep_typed(drafts, by)
    }

    /// What writing some fields of an entry puts into the plan: words, or the
    /// suggestion of them.
    pub(super) fn drafts(
        &self,
        kind: Kind,
        id: EntityId,
        fields: &[(Field, Value)],
        seen: Option<Vec<OpId>>,
        by: &Writer,
    ) -> Result<Vec<Draft>, Trouble> {
        self.may_write(by)?;
        let draft = |(field, value): &(Field, Value)| {
            self.may_hold(kind, field, value)?;
            let slot = kind.slot(id, field);
            let own = by.author().writes_for(slot.owner());
            let act = if own { Act::Write(value.clone()) } else { Act::Suggest(value.clone()) };
            Ok(Draft { seen: seen.clone(), ..Draft::new(slot, act) })
        };
        fields.iter().map(draft).collect()
    }

    /// Keeps what was typed, all in one; refused where it is over the words of a
    /// copied document.
    pub(super) fn keep_typed(&self, drafts: Vec<Draft>, by: &Writer) -> Result<Vec<OpId>, Trouble> {
        let make = |ledger: &mut Ledger| {
            let mut slots = drafts.iter().map(|draft| draft.slot);
            match slots.any(|slot| super::ahead::is_written_once(ledger.record(), slot)) {
                true => Err(Trouble::Copy),
                false => Ok(drafts),
            }
        };
        self.keep_made(make, by)
    }

    /// Adds an entry with some fields, all in one.
    pub fn add(&self, kind: Kind, fields: &[(Field, Value)], by: &Writer) -> Result<EntityId, Trouble> {
        let id = match kind.is_only() {
            true => EntityId::only(kind.number()),
            false => new_entity(self.ledger().record())?,
        };
        self.write_fields(kind, id, fields, None, by)?;
        Ok(id)
    }

    /// Writes some fields of one entry, all in one.
    pub(super) fn put(
        &self,
        kind: Kind,
        id: EntityId,
        fields: &[(Field, Value)],
        by: &Writer,
    ) -> Result<(), Trouble> {
        self.write_fields(kind, id, fields, None, by).map(drop)
    }

    /// Writes some fields of several entries of a kind, all in one.
    pub(super) fn put_all<'f>(
        &self,
        kind: Kind,
        fields: impl Iterator<Item = (EntityId, &'f Field, &'f Value)>,
        by: &Writer,
    ) -> Result<(), Trouble> {
        let drafts =
            fields.map(|(id, field, value)| self.drafts(kind, id, &[(*field, value.clone())], None, by));
        let drafts = drafts.collect::<Result<Vec<_>, Trouble>>()?;
        self.keep_typed(drafts.concat(), by).map(drop)
    }

    /// "Only me": never sent, shared, printed or shown to a carer.
    pub fn only_me(&self, kind: Kind, id: EntityId, on: bool) -> Result<(), Trouble> {
        let field = plan::Common::ONLY_ME;
        self.write(kind, id, &field, Value::Bool(on), &Writer::Person).map(drop)
    }

    pub(super) fn may_hold(&self, kind: Kind, field: &Field, value: &Value) -> Result<(), Trouble> {
        let common = COMMON.iter().any(|common| common.number == field.number);
        if field.kind != kind.number() && !(field.kind == 0 && common) {
            return Err(Trouble::WrongField);
        }
        plan::check_typed(field, value)?;
        let blank = match value {
            Value::Text(text) => text.trim().is_empty(),
            other => other.text().is_none(),
        };
        // The one thing that must be there: what to call the person.
        if kind == Kind::Me && field.number == Me::CALL_ME.number && blank {
            return Err(Trouble::NoName);
        }
        Ok(())
    }

    /// Somebody writing for the person needs an authority that has not ended.
    pub(super) fn may_write(&self, by: &Writer) -> Result<(), Trouble> {
        if let Writer::Guest { name, role } = by {
            plan::check_name(name)?;
            plan::check_name(role)?;
        }
        let Writer::Behalf(person) = by else { return Ok(()) };
        let ledger = self.ledger();
        let authorities = Authority::all(ledger.record());
        let holds = |authority: &Authority| {
            authority.person.first() == Some(person)
                && authority.ended.first().is_none()
                && super::life::is_here(ledger.record(), Kind::Authority, authority.id)
        };
        if authorities.iter().any(holds) { Ok(()) } else { Err(Trouble::NoAuthority) }
    }

    /// Puts drafts on the disk, and the card with them if it changes.
    pub(super) fn keep(&self, drafts: Vec<Draft>, by: &Writer) -> Result<Vec<OpId>, Trouble> {
        self.keep_made(|_| Ok(drafts), by)
    }

    /// The same of drafts that are made while nobody else writes.
    pub(super) fn keep_made(
        &self,
        make: impl FnOnce(&mut Ledger) -> Result<Vec<Draft>, Trouble>,
        by: &Writer,
    ) -> Result<Vec<OpId>, Trouble> {
        let stamp = self.stamp(by.author());
        let (ids, slots) = {
            let mut ledger = self.ledger();
            let drafts = make(&mut ledger)?;
            let slots: Vec<Slot> = drafts.iter().map(|draft| draft.slot).collect();
            let touches = self.card.is_touched_by(slots.iter().copied());
            let device = ledger.device();
            let shown = ledger.store().card_source().to_vec();
            let ids = ledger.write(drafts, &stamp, |record| match touches {
                true => self.card.make(record, &self.words, device, stamp.at, &shown),
                false => Ok(None),
            })?;
            self.photo_follows(&ledger, &slots);
            (ids, slots)
        };
        self.tell(&slots);
        Ok(ids)
    }

    pub(super) fn stamp(&self, author: Author) -> Stamp {
        Stamp { at: self.platform.clock.now(), author, origin: Origin::Typed }
    }

    /// Makes the card's bytes if these fields are any of its own and it changed.
    pub(super) fn card_for(
        &self,
        record: &Record,
        changed: &[Slot],
        device: crate::record::DeviceId,
        shown: &[u8],
    ) -> Result<Option<CardBytes>, StoreError> {
        if !self.card.is_touched_by(changed.iter().copied()) {
            return Ok(None);
        }
        self.card.make(record, &self.words, device, self.platform.clock.now(), shown)
    }

    /// Erases, on request, every version ever written of one field, here and on
    /// every own phone this one meets. Copies outside are out of reach.
    pub fn erase(&self, kind: Kind, id: EntityId, field: &Field) -> Result<(), Trouble> {
        let slot = kind.slot(id, field);
        let stamp = self.stamp(Author::Person);
        if !stamp.author.writes_for(slot.owner()) {
            return Err(Trouble::NotYours);
        }
        let mut ledger = self.ledger();
        let (ops, _) = ledger.history(slot)?;
        let has_words = |op: &&Op| op.value().is_some_and(|value| *value != Value::Erased);
        let ids: Vec<OpId> = ops.iter().filter(has_words).map(|op| op.id).collect();
        if ids.is_empty() {
            return Err(Trouble::NotFound);
        }
        let device = ledger.device();
        // One op names so many and no more; a field of many years has more versions.
        for ids in ids.chunks(MAX_PARENTS) {
            let shown = ledger.store().card_source().to_vec();
            let card = |record: &Record, changed: &[Slot]| self.card_for(record, changed, device, &shown);
            ledger.erase(slot, ids.to_vec(), &stamp, card)?;
        }
        // A photo's bytes go with the words that named them.
        let forgotten = match kind {
            Kind::Attachment => ledger.forget_files(&ops),
            _ => Ok(()),
        };
        self.photo_follows(&ledger, &[slot]);
        drop(ledger);
        self.tell(&[slot]);
        Ok(forgotten?)
    }
}
