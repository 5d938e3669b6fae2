//! A plan to say in FHIR: plainly fictional, with something in every field that is mapped.

use crate::fhir::Context;
use crate::plan::*;
use crate::record::{Act, Author, DeviceId, EntityId, Made, OpId, Origin, Owner, Past, Record};
use crate::record::{LIFE, Slot, Value, When};
use crate::words::{Language, Words};
use hearth_sealed::Secret;

/// A record that is written in by hand.
pub(super) struct Sample {
    pub record: Record,
    pub secret: Secret<32>,
    pub words: crate::words::Words,
    pub author: Author,
    made: u64,
}

/// An entity of the person's, by a number.
pub(super) fn id(number: u8) -> EntityId {
    EntityId::new(Owner::Person, [number; 16])
}

pub(super) fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

pub(super) fn code(code: &str) -> Value {
    Value::Code(code.to_owned())
}

pub(super) fn date(date: &str) -> Value {
    Value::Date(date.to_owned())
}

/// 26 November 2026, 10:00 in London.
pub(super) const NOW: When = When { ms: 1_795_687_200_000, offset: 0 };

impl Sample {
    pub(super) fn new() -> Self {
        Self {
            record: Record::default(),
            secret: Secret::from_bytes([7; 32]),
            words: Words::new(Language::EnGb),
            author: Author::Person,
            made: 0,
        }
    }

    pub(super) fn cx(&self) -> Context<'_> {
        Context {
            record: &self.record,
            secret: &self.secret,
            patient: "Patient/123",
            words: &self.words,
            tasks: true,
        }
    }

    /// Puts in an act by this author, as seen by a phone that knows `seen` only.
    pub(super) fn act(&mut self, slot: Slot, act: Act, seen: Option<&[OpId]>) -> OpId {
        self.made += 1;
        let device = DeviceId([1; 8]);
        let made = Made {
            id: OpId::of_device(device, self.made),
            device,
            at: NOW,
            author: self.author.clone(),
            origin: Origin::Typed,
            cites: None,
        };
        let op = self.record.make(slot, act, seen, made);
        let op_id = op.id;
        self.record.apply(op, &Past::default());
        op_id
    }

    pub(super) fn write(&mut self, kind: Kind, id: EntityId, field: &Field, value: Value) -> OpId {
        self.act(kind.slot(id, field), Act::Write(value), None)
    }

    /// A second version beside the one that stands.
    pub(super) fn beside(&mut self, kind: Kind, id: EntityId, field: &Field, value: Value) {
        self.act(kind.slot(id, field), Act::Write(value), Some(&[]));
    }

    pub(super) fn only_me(&mut self, kind: Kind, id: EntityId) {
        self.write(kind, id, &Common::ONLY_ME, Value::Bool(true));
    }

    pub(super) fn remove(&mut self, kind: Kind, id: EntityId) {
        let saw = tree_heads(&self.record, kind, id).into_iter().map(|op| op.id).collect();
        self.act(Slot { entity: id, kind: kind.number(), field: LIFE }, Act::Remove(saw), None);
    }
}
