//! The store's own small state: the next numbers, and which rows there must be.
//! Sealed in one row of `meta` that every transaction rewrites, so that a row
//! taken away, put back or brought from an older copy is noticed.

use super::StoreError;
use super::frame::FrameName;
use crate::record::{DeviceId, Op};
use crate::vault::{KeyStore, Keys};
use minicbor::{Decoder, Encoder, data::Type};
use std::collections::BTreeMap;

/// How many devices' numbers are remembered; a person has a handful. Ops of any
/// more are merged as rightly, only slower.
const MAX_DEVICES: usize = 64;

/// The numbers.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(super) struct State {
    /// Transactions so far: what the rollback anchor outside the folder holds.
    pub commits: u64,
    /// The next number of an op that this device makes.
    pub next_op: u64,
    /// The next log number.
    pub next_log: u64,
    /// The next frame's name.
    pub next_frame: u64,
    /// The next row of `chain`.
    pub next_chain: u64,
    /// The next row of `sync`.
    pub next_sync: u64,
    /// Bundles this device has made so far.
    pub bundles: u64,
    /// The hash of the last of them.
    pub last_bundle: Vec<u8>,
    /// The highest Lamport number seen.
    pub lamport: u64,
    /// The digest of the log numbers in `op`.
    pub rows: [u8; 16],
    /// The digest of the names in `frame`.
    pub frames: [u8; 16],
    /// The digest of the names in `chain`.
    pub chain: [u8; 16],
    /// The digest of the names in `sync`; none where nothing was ever in it.
    pub sync: Option<[u8; 16]>,
    /// The hash of the source fields that the card file was made from.
    pub card: Vec<u8>,
    /// The highest number, by device, of an op that is here or that one here
    /// names as its parent; none if it is not known.
    pub tops: Option<BTreeMap<DeviceId, u64>>,
}

impl State {
    /// Whether an op is surely neither here nor named by one that is, as far as
    /// its number tells: then its field's past need not be read to merge it.
    pub fn is_surely_new(&self, op: &Op, this: DeviceId) -> bool {
        let (Some(number), Some(tops)) = (op.id.number_by(op.device), &self.tops) else { return false };
        let is_higher = match tops.get(&op.device) {
            Some(top) => number > *top,
            None => tops.len() < MAX_DEVICES,
        };
        is_higher && (op.device != this || number >= self.next_op)
    }

    /// Notes that an op is here now.
    pub fn has_now(&mut self, op: &Op) {
        let Some(tops) = &mut self.tops else { return };
        for id in op.parents.iter().chain([&op.id]) {
            let (device, number) = id.parts();
            // The name of an imported op is no device's. Its own it does not
            // need here; where another op names it, one entry is wasted.
            if *id != op.id || device == op.device {
                note_top(tops, device, number);
            }
        }
    }

    /// This device's numbers start again under another name; `old` keeps its own.
    pub fn renumber(&mut self, old: DeviceId) {
        if let Some(tops) = &mut self.tops {
            note_top(tops, old, self.next_op.saturating_sub(1));
        }
        self.next_op = 1;
        self.bundles = 0;
        self.last_bundle.clear();
    }
}

fn note_top(tops: &mut BTreeMap<DeviceId, u64>, device: DeviceId, number: u64) {
    if let Some(top) = tops.get_mut(&device) {
        *top = (*top).max(number);
    } else if tops.len() < MAX_DEVICES {
        tops.insert(device, number);
    }
}

const AAD: &[u8] = b"state 1";

impl State {
    /// A new store's. It goes on from where the anchor outside is: another plan
    /// that this phone had before is no older copy of this one.
    pub fn first(key_store: &dyn KeyStore) -> Self {
        let commits = key_store.counter().ok().flatten().unwrap_or(0);
        Self {
            commits,
            next_op: 1,
            next_log: 1,
            next_frame: 1,
            next_chain: 1,
            next_sync: 1,
            tops: Some(BTreeMap::new()),
            ..Self::default()
        }
    }

    pub fn seal(&self, keys: &Keys) -> Result<Vec<u8>, StoreError> {
        let mut e = Encoder::new(Vec::with_capacity(160));
        let _: Result<_, minicbor::encode::Error<std::convert::Infallible>> = (|| {
            e.array(15)?.u64(self.commits)?.u64(self.next_op)?.u64(self.next_log)?;
            e.u64(self.next_frame)?.u64(self.next_chain)?.u64(self.bundles)?;
            e.bytes(&self.last_bundle)?.u64(self.lamport)?;
            e.bytes(&self.rows)?.bytes(&self.frames)?.bytes(&self.chain)?.bytes(&self.card)?;
            match &self.tops {
                None => e.null()?,
                Some(tops) => {
                    e.map(tops.len() as u64)?;
                    for (device, top) in tops {
                        e.bytes(&device.0)?.u64(*top)?;
                    }
                    &mut e
                }
            };
            e.u64(self.next_sync)?;
            match &self.sync {
                None => e.null()?,
                Some(digest) => e.bytes(digest)?,
            };
            Ok(())
        })();
        Ok(keys.meta().seal(AAD, e.writer())?)
    }

    pub fn open(keys: &Keys, sealed: &[u8]) -> Result<Self, StoreError> {
        let plain = keys.meta().open(AAD, sealed)?;
        read(&plain).ok_or(StoreError::Damaged)
    }
}

fn read(plain: &[u8]) -> Option<State> {
    let mut d = Decoder::new(plain);
    let parts = d.array().ok()??;
    if parts < 12 {
        return None;
    }
    let mut state = State {
        commits: d.u64().ok()?,
        next_op: d.u64().ok()?,
        next_log: d.u64().ok()?,
        next_frame: d.u64().ok()?,
        next_chain: d.u64().ok()?,
        bundles: d.u64().ok()?,
        last_bundle: d.bytes().ok()?.to_vec(),
        lamport: d.u64().ok()?,
        rows: d.bytes().ok()?.try_into().ok()?,
        frames: d.bytes().ok()?.try_into().ok()?,
        chain: d.bytes().ok()?.try_into().ok()?,
        card: d.bytes().ok()?.to_vec(),
        next_sync: 1,
        sync: None,
        tops: None,
    };
    if parts > 12 {
        if d.datatype().ok()? == Type::Map {
            let mut tops = BTreeMap::new();
            for _ in 0..d.map().ok()?? {
                tops.insert(DeviceId(d.bytes().ok()?.try_into().ok()?), d.u64().ok()?);
            }
            state.tops = Some(tops);
        } else {
            d.null().ok()?;
        }
    }
    // What a store of the first version did not have.
    if parts > 14 {
        state.next_sync = d.u64().ok()?;
        if d.datatype().ok()? == Type::Bytes {
            state.sync = Some(d.bytes().ok()?.try_into().ok()?);
        }
    }
    Some(state)
}

/// The digest of the frames that there must be, each with the tag of its field:
/// a frame whose tag is damaged would be found by nobody.
pub(super) fn digest_frames(keys: &Keys, frames: &[FrameName]) -> [u8; 16] {
    digest_tagged(keys, b"frame", frames)
}

/// The same of the rows of `sync`.
pub(super) fn digest_sync(keys: &Keys, rows: &[FrameName]) -> [u8; 16] {
    digest_tagged(keys, b"sync", rows)
}

fn digest_tagged(keys: &Keys, table: &[u8], rows: &[FrameName]) -> [u8; 16] {
    let mut listed = Vec::with_capacity(rows.len() * 24);
    for row in rows {
        listed.extend_from_slice(&row.id.to_be_bytes());
        listed.extend_from_slice(&row.tag);
    }
    keys.tag(&[b"census", table, &listed])
}

/// The digest of the names that must be in a table: keyed, so that nobody
/// without the key can make another set that fits. Hashing some hundreds of
/// names takes a few microseconds, less than keeping a sum that an attacker
/// with time could not forge.
pub(super) fn digest<'a>(keys: &Keys, table: &str, names: impl Iterator<Item = &'a u64>) -> [u8; 16] {
    let listed: Vec<u8> = names.flat_map(|name| name.to_be_bytes()).collect();
    keys.tag(&[b"census", table.as_bytes(), &listed])
}
