//! Phones to tell stories with; the stories are in the files beside this.

mod codec;
mod erasing;
mod making;
mod merging;
mod removing;
mod suggesting;

use super::*;
use std::collections::HashMap;

const CARER: Author = Author::Carer(EntityId([0x0c; 16]));

/// An entity of the person, and its first field.
const WORDS: Slot = Slot { entity: EntityId([1; 16]), kind: 1, field: 1 };

/// A phone with its record, its fields' past, and all it was ever given.
struct Phone {
    name: DeviceId,
    record: Record,
    pasts: HashMap<Slot, Past>,
    held: Vec<Op>,
    made: u64,
}

impl Phone {
    fn new(number: u8) -> Self {
        let name = DeviceId([number; 8]);
        Phone { name, record: Record::default(), pasts: HashMap::new(), held: Vec::new(), made: 0 }
    }

    /// Makes an op and puts it in.
    fn makes(&mut self, slot: Slot, act: Act, author: Author, cites: Option<OpId>) -> Op {
        self.made += 1;
        let made = Made {
            id: OpId::of_device(self.name, self.made),
            device: self.name,
            at: When::default(),
            author,
            origin: Origin::Typed,
            cites,
        };
        let op = self.record.make(slot, act, None, made);
        self.gets(&op);
        op
    }

    fn writes(&mut self, text: &str) -> Op {
        self.makes(WORDS, Act::Write(words(text)), Author::Person, None)
    }

    fn puts(&mut self, value: Value) -> Op {
        self.makes(WORDS, Act::Write(value), Author::Person, None)
    }

    /// Puts in an op, and keeps the past as a store would.
    fn gets(&mut self, op: &Op) -> Applied {
        let past = self.pasts.entry(op.slot).or_default();
        let applied = self.record.apply(op.clone(), past);
        if !applied.duplicate {
            self.held.push(op.clone());
        }
        if applied.to_past {
            past.note(op);
        }
        for op in self.held.iter().filter(|op| applied.replaced.contains(&op.id)) {
            past.note(op);
        }
        applied
    }

    fn gets_all<'a>(&mut self, ops: impl IntoIterator<Item = &'a Op>) {
        ops.into_iter().for_each(|op| {
            self.gets(op);
        });
    }

    fn register(&self) -> &Register {
        self.record.register(WORDS).unwrap()
    }

    /// The different values of the field, as the policy draws them.
    fn shows_by(&self, policy: Policy) -> Vec<Value> {
        let shown = self.record.register(WORDS).map(|r| r.shown(policy)).unwrap_or_default();
        shown.iter().map(|version| version[0].value().unwrap().clone()).collect()
    }

    fn shows(&self) -> Vec<String> {
        let shown = self.shows_by(Policy::KeepBoth);
        let text = |value: &Value| value.text().map_or_else(|| format!("{value:?}"), str::to_owned);
        shown.iter().map(text).collect()
    }

    fn head_ids(&self) -> Vec<OpId> {
        self.register().head_ids().collect()
    }

    fn life(&self) -> Life {
        let entity = self.record.entity(WORDS.kind, WORDS.entity).unwrap();
        entity.life(entity.heads().map(|op| op.id))
    }
}

fn words(text: &str) -> Value {
    Value::Text(text.to_owned())
}

/// `[77, "later"]`: a value, an act or an author that this app does not know.
fn newer() -> Vec<u8> {
    let mut item = vec![0x82, 0x18, 77, 0x65];
    item.extend(b"later");
    item
}

/// Every order of these ops.
fn orders(ops: &[Op]) -> Vec<Vec<Op>> {
    let Some((first, rest)) = ops.split_first() else { return vec![Vec::new()] };
    let mut all = Vec::new();
    for order in orders(rest) {
        for at in 0..=order.len() {
            let mut longer = order.clone();
            longer.insert(at, first.clone());
            all.push(longer);
        }
    }
    all
}
