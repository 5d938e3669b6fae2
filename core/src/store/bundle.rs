//! Bundles: what one of a person's phones gives another, as one signed file.
//!
//! Every phone makes a chain of bundles: each has its number, the hash of the one
//! before it, and every op that the phone's store got from one log number (the
//! *base*, up to which the receiver must have everything) to another. How far
//! each phone has got with every other one (its *frontier*) stands in each
//! bundle: it tells the other what to send next, and a phone that went back to
//! an older copy of itself that it did. Why it is so: `docs/decisions/0005-bundles.md`.

mod chain;
mod form;
mod header;

use super::ledger::Ledger;
use super::merge::{MergeError, OnConflict};
use super::{CardBytes, Merged, Row, StoreError};
use crate::plan::Device;
use crate::record::{DeviceId, Op, Record, Slot, When};
use chain::{Chain, Link, Peer, Sent};
use form::Signed;
use header::{Header, MAX_FRONTIER};

/// The most bytes a bundle may have.
pub const MAX_BUNDLE_BYTES: usize = 64 * 1024 * 1024;
/// The most ops in a bundle.
pub const MAX_BUNDLE_OPS: usize = 200_000;

/// Why a bundle was not made, or not taken in. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum BundleError {
    /// More than [`MAX_BUNDLE_BYTES`] or [`MAX_BUNDLE_OPS`], or it unpacks to more
    /// than may be.
    #[error("the bundle is too large")]
    TooLarge,
    /// Not a bundle at all.
    #[error("the bytes are not a bundle")]
    NotABundle,
    /// A newer Hearth made it.
    #[error("a newer app made the bundle")]
    NewerVersion,
    /// Altered, cut short, or signed by another key than its phone's.
    #[error("the bundle's signature does not hold")]
    Signature,
    /// Another plan's.
    #[error("the bundle is another plan's")]
    OtherPlan,
    /// This plan's, under keys that have been changed since, or not yet here.
    #[error("the bundle was sealed with other keys of this plan")]
    OldKeys,
    /// Its phone was removed from this plan.
    #[error("the phone that made the bundle was removed")]
    RemovedPhone,
    /// An earlier bundle of that phone is missing here.
    #[error("an earlier bundle is missing")]
    Gap,
    /// That phone gave the same number twice to different things: it went back
    /// to an older copy of itself.
    #[error("the phone that made the bundle went back to an older copy")]
    Fork,
    /// The same of this phone, and it has written since. It has a new identity now.
    #[error("this phone went back to an older copy and has written since")]
    WentBack,
    /// Signed and sealed, and still not a bundle's form.
    #[error("the bundle is damaged")]
    Damaged,
    /// The store did not read or write.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<hearth_sealed::NoRandomness> for BundleError {
    fn from(error: hearth_sealed::NoRandomness) -> Self {
        BundleError::Store(error.into())
    }
}

/// What came of a bundle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Taken {
    /// It was taken in before; nothing changed.
    AlreadyHad,
    /// Its ops are here now.
    Merged {
        /// The phone that made it.
        from: DeviceId,
        /// What was new.
        merged: Merged,
        /// It shows that this phone went back to an older copy of itself. The
        /// phone has a new identity now, which is to be introduced to the others.
        we_were_rolled_back: bool,
    },
}

/// How much goes into one bundle; the rest follows in the next.
#[derive(Clone, Copy, Debug)]
struct Limits {
    ops: usize,
    plain: usize,
}

/// Half of what is taken in: a receiver of an older version may allow less.
const LIMITS: Limits = Limits { ops: MAX_BUNDLE_OPS / 2, plain: form::MAX_PLAIN / 2 };

impl Ledger {
    /// Makes this phone's next bundle: everything its store got (written here,
    /// taken in, imported) since what `peer` has said it has of it; everything,
    /// for any phone, if there is no peer or nothing is known of it. `at` is what
    /// this phone's clock says.
    ///
    /// A store of more than half of what a bundle may hold goes in parts: the
    /// next one for the same peer, once that has answered, goes on.
    pub fn make_bundle(&mut self, peer: Option<DeviceId>, at: When) -> Result<Vec<u8>, BundleError> {
        self.make_limited(peer, at, LIMITS)
    }

    fn make_limited(
        &mut self,
        peer: Option<DeviceId>,
        at: When,
        limits: Limits,
    ) -> Result<Vec<u8>, BundleError> {
        self.make_sure()?;
        let mut chain = self.chain()?;
        let this = self.device();
        let had = peer.and_then(|peer| chain.peer(peer)?.of_us).filter(|had| had.device == this);
        let base = had.map_or(0, |had| had.upto);
        let from_frame = chain.first_frame_after(this, base);
        let mut rows = self.got_since(base, from_frame)?;
        let state = &self.store.state;
        let mut sent = Sent {
            device: this,
            sequence: state.bundles + 1,
            hash: [0; 32],
            upto: state.next_log - 1,
            frames: state.next_frame,
        };
        if let Some(last) = cut(&mut rows, limits) {
            (sent.upto, sent.frames) = (last, from_frame);
        }
        // Versions of the same words stand together: smaller, and quicker to sort in.
        rows.sort_by_key(|row| (row.op.slot, row.log));
        let header = Header {
            sequence: sent.sequence,
            previous: state.last_bundle.as_slice().try_into().ok(),
            base,
            upto: sent.upto,
            frontier: chain.frontier(MAX_FRONTIER),
            count: rows.len() as u64,
            at,
        };
        let (bytes, hash) = form::write(self.store.keys(), &header, rows.iter().map(|row| &row.op))?;
        sent.hash = hash;
        let old = chain.rows_to_forget(&sent);
        // Its number is used before it leaves this phone, or it could be used twice.
        self.store.transact(|tx, keys, state| {
            state.bundles = sent.sequence;
            state.last_bundle = hash.to_vec();
            chain.put((tx, keys, state), &Link::Sent(sent), &old)
        })?;
        Ok(bytes)
    }

    fn chain(&mut self) -> Result<Chain, StoreError> {
        let chain = Chain::read(&self.store)?;
        self.health.rows_changed |= chain.changed;
        Ok(chain)
    }

    /// Every row this store got after a log number, in log order.
    fn got_since(&mut self, after: u64, from_frame: u64) -> Result<Vec<Row>, StoreError> {
        let from = self.store.rows.partition_point(|log| *log <= after);
        let logs = self.store.rows.get(from..).unwrap_or_default().to_vec();
        let mut rows = Vec::with_capacity(logs.len());
        for log in logs {
            match self.store.rows_at(std::iter::once(log)) {
                Ok(found) => rows.extend(found),
                // Kept where it is and told of elsewhere; another phone may have it whole.
                Err(StoreError::Damaged) => {}
                Err(error) => return Err(error),
            }
        }
        let packed = &mut rows;
        self.store.each_frame(from_frame, |frame| {
            packed.extend(frame.into_iter().filter(|row| row.log > after));
        })?;
        // A frame may have been out of reach when its words were erased.
        for Row { op, .. } in &mut rows {
            if self.record.register(op.slot).is_some_and(|register| register.is_erased(op.id)) {
                op.erase();
            }
        }
        rows.sort_by_key(|row| row.log);
        Ok(rows)
    }

    /// Takes in a bundle of another of the person's phones: all of it or, for any
    /// reason in [`BundleError`], nothing. What is here already changes nothing.
    /// `card` makes the card file's bytes if the fields that changed are any of its own.
    pub fn take_bundle(
        &mut self,
        bytes: &[u8],
        card: impl FnOnce(&Record, &[Slot]) -> Result<Option<CardBytes>, StoreError>,
    ) -> Result<Taken, BundleError> {
        let bundle = Signed::read(bytes)?;
        self.make_sure()?;
        let header = bundle.header(self.store.keys())?;
        if self.was_removed(&bundle.public_key) {
            return Err(BundleError::RemovedPhone);
        }
        let mut chain = self.chain()?;
        let (from, this) = (bundle.device(), self.device());
        if self.is_known_to_be_ahead(&chain, &bundle, &header) {
            // At once, and whatever comes of the rest: nothing more written here
            // may be given a number that was given before.
            self.renew_device()?;
        }
        if from == self.device() {
            return Ok(Taken::AlreadyHad);
        }
        let Some(peer) = place(&chain, &bundle, &header, self.device())? else {
            return Ok(Taken::AlreadyHad);
        };
        let ops = bundle.ops(self.store.keys(), &header)?;
        if self.has_later_of_ours(&ops) {
            self.renew_device()?;
        }
        let (link, old) = (Link::Peer(peer), chain.rows_of(from));
        let merged = self.merge_or(OnConflict::Refuse, ops, card, |tx, keys, state| {
            chain.put((tx, keys, state), &link, &old)
        });
        match merged {
            Ok(merged) => Ok(Taken::Merged { from, merged, we_were_rolled_back: self.device() != this }),
            Err(MergeError::Store(error)) => Err(error.into()),
            Err(MergeError::Conflict(id)) if id.number_by(this).is_some() => {
                if self.device() == this {
                    self.renew_device()?;
                }
                Err(BundleError::WentBack)
            }
            Err(MergeError::Conflict(_)) => Err(BundleError::Fork),
        }
    }

    /// Whether the person removed the phone of this key.
    fn was_removed(&self, public_key: &[u8; 32]) -> bool {
        let devices = Device::all(&self.record);
        let mut its = devices.iter().filter(|device| device.key.all().any(|key| key == public_key));
        its.any(|device| device.ended.is_answered())
    }

    /// Whether somebody has had from this phone what it no longer knows of: then
    /// it is an older copy of itself.
    fn is_known_to_be_ahead(&self, chain: &Chain, bundle: &Signed<'_>, header: &Header) -> bool {
        let (this, state) = (self.device(), &self.store.state);
        let is_ahead = |sequence: u64, hash: &[u8; 32], upto: u64| {
            let other = || chain.sent(this, sequence).is_some_and(|sent| sent.hash != *hash);
            sequence > state.bundles || upto >= state.next_log || other()
        };
        if bundle.device() == this {
            return is_ahead(header.sequence, &bundle.hash, header.upto);
        }
        let of_us = header.frontier.iter().filter(|seen| seen.device == this);
        of_us.into_iter().any(|seen| is_ahead(seen.sequence, &seen.hash, seen.upto))
    }

    /// The same, from the ops themselves.
    fn has_later_of_ours(&self, ops: &[Op]) -> bool {
        let (this, next) = (self.device(), self.store.state.next_op);
        ops.iter().any(|op| op.id.number_by(this).is_some_and(|number| number >= next))
    }
}

/// Leaves the first ops that fit; the last one's log number if any had to go.
fn cut(rows: &mut Vec<Row>, limits: Limits) -> Option<u64> {
    let mut plain = 0;
    let over = rows.iter().enumerate().position(|(at, row)| {
        plain += row.op.to_bytes().len();
        at > 0 && (at >= limits.ops || plain > limits.plain)
    });
    rows.truncate(over?);
    rows.last().map(|row| row.log)
}

/// Where a bundle stands among what is known of its phone: the phone as it is
/// known once the bundle is taken in; none if it was before.
fn place(
    chain: &Chain,
    bundle: &Signed<'_>,
    header: &Header,
    this: DeviceId,
) -> Result<Option<Peer>, BundleError> {
    let mut peer = chain.peer(bundle.device()).cloned().unwrap_or(Peer {
        device: bundle.device(),
        public_key: bundle.public_key,
        sequence: 0,
        upto: 0,
        hashes: Vec::new(),
        of_us: None,
    });
    if peer.public_key != bundle.public_key {
        return Err(BundleError::Signature);
    }
    match peer.hash_of(header.sequence) {
        Some(hash) if *hash != bundle.hash => return Err(BundleError::Fork),
        Some(_) if header.upto <= peer.upto => return Ok(None),
        _ => {}
    }
    if let Some(previous) = header.previous {
        let before = header.sequence.saturating_sub(1);
        if peer.hash_of(before).is_some_and(|hash| *hash != previous) {
            return Err(BundleError::Fork);
        }
        peer.note(before, previous);
    }
    if header.base > peer.upto {
        return Err(BundleError::Gap);
    }
    peer.note(header.sequence, bundle.hash);
    peer.upto = peer.upto.max(header.upto);
    // One that comes late says nothing new of how far its phone has got.
    if header.sequence > peer.sequence {
        peer.sequence = header.sequence;
        peer.of_us = header.frontier.iter().find(|seen| seen.device == this).copied();
    }
    Ok(Some(peer))
}

#[cfg(test)]
mod tests;
