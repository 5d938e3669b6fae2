//! The names of what a file brings: the same on every phone that reads it, so that
//! reading it twice, or on two phones, adds nothing twice.

use crate::plan::{Field, Kind};
use crate::record::{Author, EntityId, OpId, Origin, Owner, Record, Slot, Value};
use ring::hmac;

/// Names under the plan's secret, for one source.
#[derive(Clone, Copy)]
pub(super) struct Names<'a> {
    pub key: &'a hmac::Key,
    /// What the person, or the phone, calls the file.
    pub source: &'a str,
}

impl Names<'_> {
    /// The name of an entry: by what it hangs on and what it says, and how many
    /// just alike came before it.
    pub(super) fn entity(
        &self,
        kind: Kind,
        marks: &[(Field, Value)],
        said: &[&(Field, Value)],
        before: u64,
    ) -> EntityId {
        let mut parts: Vec<Vec<u8>> =
            vec![kind.number().to_be_bytes().to_vec(), before.to_be_bytes().to_vec()];
        for (field, value) in marks.iter().chain(said.iter().copied()) {
            parts.push(field.number.to_be_bytes().to_vec());
            parts.push(bytes_of(value));
        }
        EntityId::new(Owner::Person, self.mac(b"prsb entity", &parts))
    }

    /// The name of an op: what it writes, where, and when its file was made. The same
    /// words offered again are the same offer, whenever.
    pub(super) fn op(&self, slot: Slot, value: &Value, moment: Option<i64>) -> OpId {
        let moment = moment.map_or(b"offered".to_vec(), |ms| ms.to_be_bytes().to_vec());
        let slot_bytes = [slot.kind.to_be_bytes(), slot.field.to_be_bytes()].concat();
        let parts = [slot.entity.0.to_vec(), slot_bytes, moment, bytes_of(value)];
        OpId(self.mac(b"prsb op", &parts))
    }

    /// Whether all that stands in an entry came from this source.
    pub(super) fn is_ours(&self, record: &Record, kind: Kind, id: EntityId) -> bool {
        let Some(entity) = record.entity(kind.number(), id) else { return false };
        entity.heads().all(|op| self.wrote(&op.author, &op.origin))
    }

    /// Whether this source wrote it.
    pub(super) fn wrote(&self, author: &Author, origin: &Origin) -> bool {
        let here = matches!(author, Author::File { name } if name == self.source);
        here && matches!(origin, Origin::Imported { .. })
    }

    fn mac(&self, what: &[u8], parts: &[Vec<u8>]) -> [u8; 16] {
        let mut context = hmac::Context::with_key(self.key);
        let named = [what, self.source.as_bytes()];
        for part in named.into_iter().chain(parts.iter().map(Vec::as_slice)) {
            context.update(&(part.len() as u64).to_be_bytes());
            context.update(part);
        }
        let tag = context.sign();
        let mut name = [0; 16];
        name.iter_mut().zip(tag.as_ref()).for_each(|(to, from)| *to = *from);
        name
    }
}

/// A value as bytes that will never change, whatever the app: a letter for its type,
/// then what it says.
fn bytes_of(value: &Value) -> Vec<u8> {
    let (letter, bytes): (u8, Vec<u8>) = match value {
        Value::Text(text) => (b't', text.as_bytes().to_vec()),
        Value::Date(text) => (b'd', text.as_bytes().to_vec()),
        Value::Code(text) => (b'c', text.as_bytes().to_vec()),
        Value::Int(number) => (b'i', number.to_be_bytes().to_vec()),
        Value::Bool(yes) => (b'b', vec![u8::from(*yes)]),
        Value::Bytes(bytes) => (b'y', bytes.clone()),
        Value::Entity(id) => (b'e', id.0.to_vec()),
        Value::Order(ids) => (b'o', ids.iter().flat_map(|id| id.0).collect()),
        Value::Ops(ids) => (b's', ids.iter().flat_map(|id| id.0).collect()),
        // Nothing else comes from a file.
        _ => (b'n', Vec::new()),
    };
    [vec![letter], bytes].concat()
}
