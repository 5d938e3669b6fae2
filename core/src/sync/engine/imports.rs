//! What a practice says, as ops: the same on every phone that hears it. Their
//! names are MACs under the plan's secret, their time and rank the practice's.

use crate::record::{
    Act, Author, DeviceId, EntityId, MAX_LAMPORT, Op, OpId, Origin, Owner, Slot, Value, When,
};
use crate::sync::practice::Seen;
use crate::sync::when::instant;
use ring::digest::{SHA256, digest};
use ring::hmac;

/// The device that imported ops name: none.
const NO_DEVICE: DeviceId = DeviceId([0; 8]);

fn mac(secret: &[u8; 32], parts: &[&[u8]]) -> [u8; 16] {
    let mut context = hmac::Context::with_key(&hmac::Key::new(hmac::HMAC_SHA256, secret));
    for part in parts {
        context.update(&(part.len() as u64).to_be_bytes());
        context.update(part);
    }
    let tag = context.sign();
    let mut name = [0; 16];
    name.iter_mut().zip(tag.as_ref()).for_each(|(to, from)| *to = *from);
    name
}

/// The practice at an address, as an author.
pub fn practice_entity(secret: &[u8; 32], server: &str) -> EntityId {
    EntityId::new(Owner::Practice, mac(secret, &[b"practice", server.as_bytes(), b""]))
}

/// What the practice says of a field of the person's.
pub fn suggestion(
    secret: &[u8; 32],
    (server, author): (&str, EntityId),
    seen: &Seen,
    slot: Slot,
    value: Value,
) -> Op {
    let resource = format!("{}/{}", seen.resource, seen.id);
    // Where it has no version it is told by what it says.
    let version = match seen.version.is_empty() {
        false => seen.version.clone(),
        true => super::super::hex(digest(&SHA256, &seen.body).as_ref().get(..8).unwrap_or_default()),
    };
    let named = [server.as_bytes(), resource.as_bytes(), version.as_bytes()];
    let leading = mac(secret, &[b"suggested version", named[0], named[1], named[2]]);
    let (kind, field) = (slot.kind.to_be_bytes(), slot.field.to_be_bytes());
    let own = mac(secret, &[b"suggested op", named[0], named[1], named[2], &slot.entity.0, &kind, &field]);
    let mut id = [0; 16];
    id.iter_mut().zip(leading.iter().take(8).chain(&own)).for_each(|(to, from)| *to = *from);
    let ms = instant(&seen.updated).unwrap_or(0);
    Op {
        id: OpId(id),
        slot,
        act: Act::Suggest(value),
        parents: Vec::new(),
        lamport: u64::try_from(ms).unwrap_or(0).saturating_mul(4).min(MAX_LAMPORT),
        at: When { ms, offset: 0 },
        device: NO_DEVICE,
        author: Author::Practice(author),
        origin: Origin::Imported { server: server.to_owned(), resource, version },
        cites: None,
        extra: Vec::new(),
    }
}
