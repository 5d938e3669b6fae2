//! Every element of the lists once, each where the tree says; in and out without loss.

mod arbitrary;
mod hostile;
mod lists;
mod sentinels;
mod values;

use super::*;
use crate::plan::*;
use crate::record::{
    Act, Author, DeviceId, EntityId, Made, Op, OpId, Origin, Owner, Past, Record, Slot, Value, When,
};
use crate::words::{Language, Words as Said};
use ring::{digest, hmac};
use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::LazyLock;

static ENGLISH: LazyLock<Said> = LazyLock::new(|| Said::new(Language::EnGb));
/// 1 October 2026, 10:00 in London.
const NOW: When = When { ms: 1_790_845_200_000, offset: 60 };

/// A plan without a store under it: ops go straight into the record.
#[derive(Default)]
struct World {
    record: Record,
    count: u64,
    /// Photos and voice notes, by their hash.
    files: RefCell<HashMap<[u8; 32], Vec<u8>>>,
    removed: Vec<EntityId>,
    only_me: Vec<EntityId>,
}

impl World {
    /// The person writes.
    fn write(&mut self, kind: Kind, id: EntityId, field: &Field, value: Value) {
        self.act(kind, id, field, value, None);
    }

    /// Another phone of theirs writes, that saw none of what stands.
    fn write_beside(&mut self, kind: Kind, id: EntityId, field: &Field, value: Value) {
        self.act(kind, id, field, value, Some(&[]));
    }

    fn act(&mut self, kind: Kind, id: EntityId, field: &Field, value: Value, seen: Option<&[OpId]>) {
        plan_check(field, &value);
        self.count += 1;
        let device = DeviceId([1; 8]);
        let id_of = OpId::of_device(device, self.count);
        let made =
            Made { id: id_of, device, at: NOW, author: Author::Person, origin: Origin::Typed, cites: None };
        let op = self.record.make(kind.slot(id, field), Act::Write(value), seen, made);
        self.record.apply(op, &Past::default());
    }

    fn new_entity(&mut self) -> EntityId {
        self.count += 1;
        let mut bytes = [0; 16];
        bytes[1..9].copy_from_slice(&self.count.to_be_bytes());
        EntityId::new(Owner::Person, bytes)
    }

    fn keep_file(&self, bytes: &[u8]) -> [u8; 32] {
        let hash: [u8; 32] = digest::digest(&digest::SHA256, bytes).as_ref().try_into().unwrap();
        self.files.borrow_mut().insert(hash, bytes.to_vec());
        hash
    }

    fn file(&self, id: EntityId) -> Option<Vec<u8>> {
        let entity = self.record.entity(Kind::Attachment.number(), id)?;
        let hash = Attachment::read(id, entity).hash.first()?.clone();
        self.files.borrow().get(&<[u8; 32]>::try_from(hash).ok()?).cloned()
    }

    fn hidden(&self) -> impl Fn(Kind, EntityId) -> Hidden {
        |_, id| match (self.removed.contains(&id), self.only_me.contains(&id)) {
            (true, _) => Hidden::Removed,
            (false, true) => Hidden::OnlyMe,
            (false, false) => Hidden::No,
        }
    }

    fn export(&self, list: List) -> Exported {
        let hidden = self.hidden();
        let plan = Plan { record: &self.record, hidden: &hidden };
        export(list, &plan, &ENGLISH, "", &|id| self.file(id))
    }

    fn json(&self, list: List) -> String {
        self.export(list).json
    }

    /// Reads a file and takes in what it brings.
    fn import_from(&mut self, json: &str, source: &str) -> Result<Brought, PrsbError> {
        let brought = {
            let hidden = self.hidden();
            let plan = Plan { record: &self.record, hidden: &hidden };
            let key = hmac::Key::new(hmac::HMAC_SHA256, b"a plan's secret");
            let here = Here { plan: &plan, words: &ENGLISH, key: &key, now: NOW };
            let mut keep = |bytes: &[u8]| {
                let (media, clean) = crate::store::clean(bytes).ok()?;
                Some((media.mime(), clean.len(), self.keep_file(&clean)))
            };
            let never = |_: Slot, _: OpId| Ok::<bool, PrsbError>(false);
            read(json.as_bytes(), source, &here, &mut keep)?.offer(never)?
        };
        for op in &brought.ops {
            if let Some(value) = op.value() {
                plan_check(&field_of(op.slot).unwrap(), value);
            }
            assert_eq!(Op::from_bytes(&op.to_bytes()).as_ref(), Ok(op), "every op reads back");
            self.record.apply(op.clone(), &Past::default());
        }
        Ok(brought)
    }

    fn import(&mut self, json: &str) -> Brought {
        self.import_from(json, "a practice").unwrap()
    }
}

/// Whatever is put into a record may be held by its field.
fn plan_check(field: &Field, value: &Value) {
    assert_eq!(check(field, value), Ok(()), "{}: {value:?}", field.name);
}

fn sentences(notes: &[Note]) -> Vec<String> {
    notes.iter().map(|note| note.sentence(&ENGLISH).replace(['\u{2068}', '\u{2069}'], "")).collect()
}

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

/// What stands at a path of a document, the last of each list.
fn at<'a>(json: &'a serde_json::Value, path: &str) -> &'a serde_json::Value {
    let mut at = json;
    for name in path.split(" > ") {
        at = &at[name];
        if let Some(last) = at.as_array().and_then(|list| list.last()) {
            at = last;
        }
    }
    at
}

/// Two documents are the same, or where they first are not.
fn same(one: &str, other: &str, what: &str) {
    let mut lines = one.lines().zip(other.lines()).enumerate();
    if let Some((at, (one, other))) = lines.find(|(_, (one, other))| one != other) {
        panic!("{what}, line {}: {one} is not {other}", at + 1);
    }
    assert_eq!(one.lines().count(), other.lines().count(), "{what}");
}
