//! What the plan's types and its one table promise.

mod check;
mod coded;
mod dates;
mod numbers;
mod order;
mod scale;
mod table;
mod times;
mod tree;

use super::*;
use crate::record::{
    Act, Author, DeviceId, EntityId, Made, Op, OpId, Origin, Owner, Past, Record, Slot, Value, When,
};

/// An entity of the person's.
fn id(n: u8) -> EntityId {
    EntityId::new(Owner::Person, [n; 16])
}

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

/// A record that is written on several phones without a store under it.
#[derive(Default)]
struct Pen {
    record: Record,
    count: u64,
}

impl Pen {
    /// Writes a field in place of what stands; returns the op's name.
    fn write(&mut self, kind: Kind, id: EntityId, field: &Field, value: Value) -> OpId {
        self.act(kind.slot(id, field), Act::Write(value), None)
    }

    /// Writes a field beside what stands, as another phone would that saw none of it.
    fn write_beside(&mut self, kind: Kind, id: EntityId, field: &Field, value: Value) -> OpId {
        self.act(kind.slot(id, field), Act::Write(value), Some(&[]))
    }

    fn act(&mut self, slot: Slot, act: Act, seen: Option<&[OpId]>) -> OpId {
        self.count += 1;
        let device = DeviceId([1; 8]);
        let made = Made {
            id: OpId::of_device(device, self.count),
            device,
            at: When::default(),
            author: Author::Person,
            origin: Origin::Typed,
            cites: None,
        };
        let op: Op = self.record.make(slot, act, seen, made);
        let name = op.id;
        self.record.apply(op, &Past::default());
        name
    }
}
