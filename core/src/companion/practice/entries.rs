//! Entries that are the practice's own: a medicine it lists, a promise it keeps.
//! Their ops are the same on every phone that reads the same version.

use crate::fhir::Incoming;
use crate::plan::{self, Field, Kind, Sensitivity};
use crate::record::{
    Act, Author, DeviceId, EntityId, LIFE, MAX_LAMPORT, Op, OpId, Origin, Owner, Record, Slot, Value, When,
};
use crate::sync::when::instant;
use hearth_sealed::Secret;
use ring::digest::{SHA256, digest};
use ring::hmac;

/// The device that imported ops name: none.
const NO_DEVICE: DeviceId = DeviceId([0; 8]);

struct Entries<'a> {
    key: hmac::Key,
    server: &'a str,
    resource: String,
    version: String,
    at: When,
}

/// What a resource says, as the practice's.
pub fn entry_ops(
    secret: &Secret<32>,
    record: &Record,
    body: &[u8],
    incoming: &Incoming,
    (kind, server): (Kind, &str),
) -> Vec<Op> {
    let sum = || crate::sync::hex(digest(&SHA256, body).as_ref().get(..8).unwrap_or_default());
    let ms = incoming.last_updated.as_deref().and_then(instant).unwrap_or(0);
    let entries = Entries {
        key: hmac::Key::new(hmac::HMAC_SHA256, secret.expose()),
        server,
        resource: format!("{}/{}", incoming.resource, incoming.id),
        version: incoming.version.clone().unwrap_or_else(sum),
        at: When { ms, offset: 0 },
    };
    let entity = entries.entity(&[]);
    if incoming.withdrawn {
        return entries.removal(record, kind, entity).into_iter().collect();
    }
    let mut fields: Vec<(Field, Value)> =
        incoming.fields.iter().map(|(_, field, value)| (*field, value.clone())).collect();
    silent(kind, &mut fields);
    let mut ops: Vec<Op> = fields
        .into_iter()
        .map(|(field, value)| entries.op(kind.slot(entity, &field), Act::Write(value)))
        .collect();
    for part in incoming.parts.iter().filter(|part| !part.withdrawn) {
        let of_part = entries.entity(&[part.mark.as_bytes()]);
        let mut fields = part.fields.clone();
        fields.extend(plan::parent_field(part.kind).map(|field| (field, Value::Entity(entity))));
        silent(part.kind, &mut fields);
        ops.extend(
            fields
                .into_iter()
                .map(|(field, value)| entries.op(part.kind.slot(of_part, &field), Act::Write(value))),
        );
    }
    ops
}

/// What a version does not say it says so: an older version's answer must not
/// stand beside it.
fn silent(kind: Kind, fields: &mut Vec<(Field, Value)>) {
    for field in kind.own_fields().iter().filter(|field| field.sensitivity == Sensitivity::Ordinary) {
        if !fields.iter().any(|(said, _)| said.number == field.number) {
            fields.push((*field, Value::Empty));
        }
    }
}

impl Entries<'_> {
    fn mac(&self, what: &[u8], parts: &[&[u8]]) -> [u8; 16] {
        let mut context = hmac::Context::with_key(&self.key);
        let named = [what, self.server.as_bytes(), self.resource.as_bytes()];
        for part in named.iter().chain(parts) {
            context.update(&(part.len() as u64).to_be_bytes());
            context.update(part);
        }
        let tag = context.sign();
        let mut name = [0; 16];
        name.iter_mut().zip(tag.as_ref()).for_each(|(to, from)| *to = *from);
        name
    }

    fn entity(&self, part: &[&[u8]]) -> EntityId {
        EntityId::new(Owner::Practice, self.mac(b"imported entry", part))
    }

    fn op(&self, slot: Slot, act: Act) -> Op {
        // The same 8 bytes lead every op of one version: see `import`.
        let version = self.mac(b"imported version", &[self.version.as_bytes()]);
        let field = slot.field.to_be_bytes();
        let own = self.mac(b"imported op", &[&slot.entity.0, self.version.as_bytes(), &field]);
        let mut id = [0; 16];
        id.iter_mut().zip(version.iter().take(8).chain(&own)).for_each(|(to, from)| *to = *from);
        Op {
            id: OpId(id),
            slot,
            act,
            parents: Vec::new(),
            lamport: u64::try_from(self.at.ms).unwrap_or(0).saturating_mul(4).min(MAX_LAMPORT),
            at: self.at,
            device: NO_DEVICE,
            author: Author::Practice(EntityId::new(Owner::Practice, self.mac(b"practice", &[]))),
            origin: Origin::Imported {
                server: self.server.to_owned(),
                resource: self.resource.clone(),
                version: self.version.clone(),
            },
            cites: None,
            extra: Vec::new(),
        }
    }

    /// The practice takes it back: sent by mistake, or found not to be so. Of one
    /// that was never here nothing is made.
    fn removal(&self, record: &Record, kind: Kind, entity: EntityId) -> Option<Op> {
        record.entity(kind.number(), entity)?;
        let saw = plan::tree_heads(record, kind, entity).into_iter().map(|op| op.id).collect();
        Some(self.op(Slot { entity, kind: kind.number(), field: LIFE }, Act::Remove(saw)))
    }
}
