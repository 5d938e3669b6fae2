//! What this store knows of bundles: those it made, and how far it and each other
//! phone have got with one another. Sealed rows of `chain`, each bound to its
//! name; a row that changes is written anew under a new name, so that an older
//! one put back is noticed by the digest of the names.

use super::header::{Hash, Seen};
use crate::record::DeviceId;
use crate::store::StoreError;
use crate::store::db::Store;
use crate::store::rows::chain_bound_to;
use crate::store::state::{State, digest};
use crate::store::tables::{self, names};
use crate::vault::Keys;
use minicbor::{Decoder, Encoder, data::Type};
use rusqlite::{Transaction, params};

/// How many bundles' hashes are kept of each phone.
const HASHES: usize = 32;
/// How many of its own bundles a phone remembers.
const SENT_KEPT: u64 = 64;

/// A bundle that this device made.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Sent {
    /// The device that this was when it made it.
    pub device: DeviceId,
    pub sequence: u64,
    pub hash: Hash,
    /// Who has taken it in has everything that this store got up to this log number.
    pub upto: u64,
    /// No frame of an earlier name holds anything later than that.
    pub frames: u64,
}

/// Another phone.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Peer {
    pub device: DeviceId,
    pub public_key: [u8; 32],
    /// The highest of its bundles that was taken in here.
    pub sequence: u64,
    /// Everything its store got up to this log number is here.
    pub upto: u64,
    /// Its bundles' hashes, by number, the last [`HASHES`] that are known.
    pub hashes: Vec<(u64, Hash)>,
    /// How far it says it has got with us.
    pub of_us: Option<Seen>,
}

impl Peer {
    pub fn hash_of(&self, sequence: u64) -> Option<&Hash> {
        self.hashes.iter().find(|(number, _)| *number == sequence).map(|(_, hash)| hash)
    }

    pub fn note(&mut self, sequence: u64, hash: Hash) {
        if self.hash_of(sequence).is_none() {
            self.hashes.push((sequence, hash));
            self.hashes.sort_unstable_by_key(|(number, _)| *number);
            let over = self.hashes.len().saturating_sub(HASHES);
            self.hashes.drain(..over);
        }
    }
}

/// One row.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Link {
    Sent(Sent),
    Peer(Peer),
}

/// All rows of `chain`.
#[derive(Debug, Default)]
pub(super) struct Chain {
    /// Every row's name, ascending; also of rows that only a newer app reads.
    names: Vec<u64>,
    pub sent: Vec<(u64, Sent)>,
    pub peers: Vec<(u64, Peer)>,
    /// Rows were taken away or put back, or do not open.
    pub changed: bool,
}

impl Chain {
    /// Reads the table. Where rows are missing, less is known of the other
    /// phones: then more is sent than needed, or asked for again.
    pub fn read(store: &Store) -> Result<Self, StoreError> {
        let mut chain = Self { names: names(&store.conn, "chain")?, ..Self::default() };
        chain.changed = digest(&store.keys, "chain", chain.names.iter()) != store.state.chain;
        let mut query = store.conn.prepare_cached("SELECT id, sealed FROM chain ORDER BY id")?;
        let mut found = query.query([])?;
        while let Some(row) = found.next()? {
            let id = row.get::<_, i64>(0)? as u64;
            match open(&store.keys, id, tables::bytes(row, 1)?) {
                Ok(Some(Link::Sent(sent))) => chain.sent.push((id, sent)),
                Ok(Some(Link::Peer(peer))) => chain.peers.push((id, peer)),
                Ok(None) => {}
                Err(_) => chain.changed = true,
            }
        }
        Ok(chain)
    }

    /// What is known of a phone; of two rows the one that got further.
    pub fn peer(&self, device: DeviceId) -> Option<&Peer> {
        let of = self.peers.iter().map(|(_, peer)| peer).filter(|peer| peer.device == device);
        of.max_by_key(|peer| peer.sequence)
    }

    /// A bundle that `device` made here.
    pub fn sent(&self, device: DeviceId, sequence: u64) -> Option<&Sent> {
        let mut sent = self.sent.iter().map(|(_, sent)| sent);
        sent.find(|sent| sent.device == device && sent.sequence == sequence)
    }

    /// The first frame that may hold anything later than a log number.
    pub fn first_frame_after(&self, device: DeviceId, log: u64) -> u64 {
        let made = self.sent.iter().map(|(_, sent)| sent);
        let before = made.filter(|sent| sent.device == device && sent.upto <= log);
        before.map(|sent| sent.frames).max().unwrap_or(0)
    }

    /// The rows of a phone.
    pub fn rows_of(&self, device: DeviceId) -> Vec<u64> {
        let of = self.peers.iter().filter(|(_, peer)| peer.device == device);
        of.map(|(id, _)| *id).collect()
    }

    /// The rows of own bundles that need not be remembered once `new` is made:
    /// old ones, and those of who this phone was before.
    pub fn rows_to_forget(&self, new: &Sent) -> Vec<u64> {
        let is_old = |sent: &Sent| sent.device != new.device || sent.sequence + SENT_KEPT <= new.sequence;
        self.sent.iter().filter(|(_, sent)| is_old(sent)).map(|(id, _)| *id).collect()
    }

    /// What was taken in of each other phone.
    pub fn frontier(&self, most: usize) -> Vec<Seen> {
        let mut frontier: Vec<Seen> = Vec::new();
        for (_, peer) in &self.peers {
            let known = self.peer(peer.device).filter(|best| *best == peer);
            let Some(hash) = known.and_then(|peer| peer.hash_of(peer.sequence)) else { continue };
            if frontier.iter().all(|seen| seen.device != peer.device) {
                let Peer { device, sequence, upto, .. } = *peer;
                frontier.push(Seen { device, sequence, hash: *hash, upto });
            }
        }
        frontier.truncate(most);
        frontier
    }

    /// Writes a row in the transaction, in place of those it supersedes.
    pub fn put(
        &mut self,
        (tx, keys, state): (&Transaction<'_>, &Keys, &mut State),
        link: &Link,
        supersedes: &[u64],
    ) -> Result<(), StoreError> {
        let id = state.next_chain;
        state.next_chain += 1;
        let mut delete = tx.prepare_cached("DELETE FROM chain WHERE id = ?1")?;
        for old in supersedes {
            delete.execute([*old as i64])?;
        }
        tx.prepare_cached("INSERT INTO chain (id, sealed) VALUES (?1, ?2)")?
            .execute(params![id as i64, seal(keys, id, link)?])?;
        self.names.retain(|name| !supersedes.contains(name));
        self.names.push(id);
        state.chain = digest(keys, "chain", self.names.iter());
        Ok(())
    }
}

const SENT: u8 = 0;
const PEER: u8 = 1;

fn seal(keys: &Keys, id: u64, link: &Link) -> Result<Vec<u8>, StoreError> {
    let mut e = Encoder::new(Vec::with_capacity(160));
    let _: Result<(), minicbor::encode::Error<std::convert::Infallible>> = (|| {
        match link {
            Link::Sent(sent) => {
                e.array(6)?.u8(SENT)?.bytes(&sent.device.0)?.u64(sent.sequence)?;
                e.bytes(&sent.hash)?.u64(sent.upto)?.u64(sent.frames)?;
            }
            Link::Peer(peer) => {
                e.array(7)?.u8(PEER)?.bytes(&peer.device.0)?.bytes(&peer.public_key)?;
                e.u64(peer.sequence)?.u64(peer.upto)?.array(peer.hashes.len() as u64)?;
                for (sequence, hash) in &peer.hashes {
                    e.array(2)?.u64(*sequence)?.bytes(hash)?;
                }
                match &peer.of_us {
                    Some(us) => us.put(&mut e)?,
                    None => e.null()?.ok()?,
                }
            }
        }
        Ok(())
    })();
    Ok(keys.meta().seal(&chain_bound_to(id), &e.into_writer())?)
}

/// Opens a row; none if it is of a kind that only a newer app knows.
fn open(keys: &Keys, id: u64, sealed: &[u8]) -> Result<Option<Link>, StoreError> {
    let plain = keys.meta().open(&chain_bound_to(id), sealed)?;
    let mut d = Decoder::new(&plain);
    let link = (|| {
        let parts = d.array().ok()??;
        Some(match d.u8().ok()? {
            SENT if parts >= 6 => Some(Link::Sent(read_sent(&mut d)?)),
            PEER if parts >= 7 => Some(Link::Peer(read_peer(&mut d)?)),
            SENT | PEER => return None,
            _ => None,
        })
    })();
    link.ok_or(StoreError::Damaged)
}

fn read_sent(d: &mut Decoder<'_>) -> Option<Sent> {
    Some(Sent {
        device: DeviceId(fixed(d)?),
        sequence: d.u64().ok()?,
        hash: fixed(d)?,
        upto: d.u64().ok()?,
        frames: d.u64().ok()?,
    })
}

fn read_peer(d: &mut Decoder<'_>) -> Option<Peer> {
    let mut peer = Peer {
        device: DeviceId(fixed(d)?),
        public_key: fixed(d)?,
        sequence: d.u64().ok()?,
        upto: d.u64().ok()?,
        hashes: Vec::new(),
        of_us: None,
    };
    for _ in 0..d.array().ok()?? {
        d.array().ok()?;
        peer.hashes.push((d.u64().ok()?, fixed(d)?));
    }
    if d.datatype().ok()? == Type::Array {
        peer.of_us = Some(Seen::get(d)?);
    }
    Some(peer)
}

fn fixed<const N: usize>(d: &mut Decoder<'_>) -> Option<[u8; N]> {
    d.bytes().ok()?.try_into().ok()
}
