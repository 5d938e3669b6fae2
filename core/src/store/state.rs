//! The store's own small state: the next numbers, and which rows there must be.
//! Sealed in one row of `meta` that every transaction rewrites, so that a row
//! taken away, put back or brought from an older copy is noticed.

use super::StoreError;
use crate::vault::{KeyStore, Keys};
use minicbor::{Decoder, Encoder};

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
    /// The hash of the source fields that the card file was made from.
    pub card: Vec<u8>,
}

const AAD: &[u8] = b"state 1";

impl State {
    /// A new store's. It goes on from where the anchor outside is: another plan
    /// that this phone had before is no older copy of this one.
    pub fn first(key_store: &dyn KeyStore) -> Self {
        let commits = key_store.counter().ok().flatten().unwrap_or(0);
        Self { commits, next_op: 1, next_log: 1, next_frame: 1, next_chain: 1, ..Self::default() }
    }

    pub fn seal(&self, keys: &Keys) -> Result<Vec<u8>, StoreError> {
        let mut e = Encoder::new(Vec::with_capacity(160));
        let _: Result<_, minicbor::encode::Error<std::convert::Infallible>> = (|| {
            e.array(12)?.u64(self.commits)?.u64(self.next_op)?.u64(self.next_log)?;
            e.u64(self.next_frame)?.u64(self.next_chain)?.u64(self.bundles)?;
            e.bytes(&self.last_bundle)?.u64(self.lamport)?;
            e.bytes(&self.rows)?.bytes(&self.frames)?.bytes(&self.chain)?.bytes(&self.card)?;
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
    if d.array().ok()?? < 12 {
        return None;
    }
    Some(State {
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
    })
}

/// The digest of the names that must be in a table: keyed, so that nobody
/// without the key can make another set that fits. Hashing some hundreds of
/// names takes a few microseconds, less than keeping a sum that an attacker
/// with time could not forge.
pub(super) fn digest<'a>(keys: &Keys, table: &str, names: impl Iterator<Item = &'a u64>) -> [u8; 16] {
    let listed: Vec<u8> = names.flat_map(|name| name.to_be_bytes()).collect();
    keys.tag(&[b"census", table.as_bytes(), &listed])
}
