//! A bundle's bytes:
//!
//! ```text
//! "HRTHBNDL" | format 1 (0x01) | sender's Ed25519 public key 32 | plan mark 16
//! | length 4 | sealed header
//! | (length 4 | sealed chunk)*
//! | signature 64
//! ```
//!
//! Lengths are big endian. The header's envelope is bound to all that stands
//! before it; a chunk's to the hash of all before the chunks, its number, and to
//! being the last. A chunk opens to a zstd frame of whole ops, at most 256 KiB of
//! them. The signature is over the words "hearth bundle 1" and SHA-256 of all
//! before it; that hash is the bundle's name in its sender's chain.
//!
//! The plan mark is a MAC of the sender's key under the plan's secret, which no
//! rotation changes: it tells another plan from older keys of this one, and two
//! of a person's phones have different marks.

use super::header::{Hash, Header};
use super::{BundleError, MAX_BUNDLE_BYTES, MAX_BUNDLE_OPS};
use crate::record::{DeviceId, MAX_OP_BYTES, Op};
use crate::store::cores;
use crate::vault::{Keys, OpenError, device_id, verify};
use hearth_sealed::OVERHEAD;
use ring::{digest, hmac};
use std::sync::atomic::{AtomicUsize, Ordering};
use zeroize::Zeroizing;

const MAGIC: [u8; 8] = *b"HRTHBNDL";
const FORMAT: u8 = 1;
/// The most bytes of ops in a chunk, unpacked. One op is at most 192 KiB.
const CHUNK: usize = 256 * 1024;
/// What a chunk of words that do not compress may have more than those.
const CHUNK_ROOM: usize = OVERHEAD + 4096;
/// The most bytes of a sealed header: some hundred devices' frontier, and room.
const MAX_HEADER: usize = 64 * 1024;
/// The most bytes that all chunks together may unpack to.
pub(super) const MAX_PLAIN: usize = 64 * 1024 * 1024;
/// Quick: the bytes wait for nobody, but a person does.
const LEVEL: i32 = 1;

/// A bundle whose signature holds. Nothing in it is deciphered yet.
pub(super) struct Signed<'a> {
    /// Who signed it.
    pub public_key: [u8; 32],
    /// Its name in its sender's chain.
    pub hash: Hash,
    mark: [u8; 16],
    /// All that stands before the header.
    clear: &'a [u8],
    header: &'a [u8],
    /// The hash of all that stands before the chunks.
    head: Hash,
    chunks: &'a [u8],
}

impl<'a> Signed<'a> {
    /// Size, format, signature, in this order.
    pub fn read(bytes: &'a [u8]) -> Result<Self, BundleError> {
        if bytes.len() > MAX_BUNDLE_BYTES {
            return Err(BundleError::TooLarge);
        }
        let (magic, rest) = bytes.split_first_chunk().ok_or(BundleError::NotABundle)?;
        let (&format, _) = rest.split_first().ok_or(BundleError::NotABundle)?;
        match (*magic, format) {
            (MAGIC, FORMAT) => {}
            (MAGIC, newer) if newer > FORMAT => return Err(BundleError::NewerVersion),
            _ => return Err(BundleError::NotABundle),
        }
        let (signed, signature) = bytes.split_last_chunk().ok_or(BundleError::Damaged)?;
        let mut reader = Reader { rest: signed, taken: 0 };
        reader.take(MAGIC.len() + 1)?;
        let public_key = reader.array()?;
        let hash = sha256(signed);
        if !verify(&public_key, &to_sign(&hash), signature) {
            return Err(BundleError::Signature);
        }
        let mark = reader.array()?;
        let clear = signed.get(..reader.taken).ok_or(BundleError::Damaged)?;
        let header = reader.sized(MAX_HEADER)?;
        let head = sha256(signed.get(..reader.taken).ok_or(BundleError::Damaged)?);
        Ok(Self { public_key, hash, mark, clear, header, head, chunks: reader.rest })
    }

    /// The device that signed it.
    pub fn device(&self) -> DeviceId {
        DeviceId(device_id(&self.public_key))
    }

    /// Opens the header, if it is of this plan and its keys of now.
    pub fn header(&self, keys: &Keys) -> Result<Header, BundleError> {
        if self.mark != plan_mark(keys, &self.public_key) {
            return Err(BundleError::OtherPlan);
        }
        let plain = keys.bundles().open(&[b"bundle head 1", self.clear].concat(), self.header);
        let plain = plain.map_err(|error| match error {
            OpenError::OtherKey { .. } => BundleError::OldKeys,
            OpenError::NewerVersion(_) => BundleError::NewerVersion,
            // Signed by somebody who has no key of this plan, or no longer.
            OpenError::NotAuthentic => BundleError::OldKeys,
            OpenError::TooShort => BundleError::Damaged,
        })?;
        let header = Header::read(&plain).ok_or(BundleError::Damaged)?;
        if header.count > MAX_BUNDLE_OPS as u64 {
            return Err(BundleError::TooLarge);
        }
        Ok(header)
    }

    /// Opens the chunks: every op, in the order they were put in.
    pub fn ops(&self, keys: &Keys, header: &Header) -> Result<Vec<Op>, BundleError> {
        let count = usize::try_from(header.count).map_err(|_| BundleError::TooLarge)?;
        let mut chunks = Vec::new();
        let mut reader = Reader { rest: self.chunks, taken: 0 };
        while !reader.rest.is_empty() {
            let number = u32::try_from(chunks.len()).map_err(|_| BundleError::TooLarge)?;
            let sealed = reader.sized(CHUNK + CHUNK_ROOM)?;
            chunks.push((sealed, chunk_aad(&self.head, number, reader.rest.is_empty())));
        }
        let unpacked = AtomicUsize::new(0);
        let ops = cores::share(chunks, 2, |chunks| open_chunks(keys, &chunks, count, &unpacked))?;
        if ops.len() == count { Ok(ops) } else { Err(BundleError::Damaged) }
    }
}

/// Opens some chunks of a bundle of `count` ops. `unpacked`: the bytes of all.
fn open_chunks(
    keys: &Keys,
    chunks: &[(&[u8], [u8; 51])],
    count: usize,
    unpacked: &AtomicUsize,
) -> Result<Vec<Op>, BundleError> {
    // A header may claim any count; memory is taken for what really comes.
    let sealed: usize = chunks.iter().map(|(sealed, _)| sealed.len()).sum();
    let mut ops = Vec::with_capacity(count.min(sealed / 32));
    let mut unpacker = zstd::bulk::Decompressor::new().map_err(|_| BundleError::Damaged)?;
    let mut opened = Zeroizing::new(Vec::with_capacity(CHUNK));
    let mut plain = Zeroizing::new(Vec::with_capacity(CHUNK));
    for (sealed, aad) in chunks {
        let squeezed = keys.bundles().open_into(aad, sealed, &mut opened);
        let squeezed = squeezed.map_err(|_| BundleError::Damaged)?;
        plain.clear();
        // Writes at most the buffer's capacity: a bomb ends there.
        let buffer: &mut Vec<u8> = &mut plain;
        unpacker.decompress_to_buffer(squeezed, buffer).map_err(|_| BundleError::Damaged)?;
        if unpacked.fetch_add(plain.len(), Ordering::Relaxed) + plain.len() > MAX_PLAIN {
            return Err(BundleError::TooLarge);
        }
        read_ops(&plain, count, &mut ops)?;
    }
    Ok(ops)
}

pub(super) fn read_ops(mut rest: &[u8], count: usize, ops: &mut Vec<Op>) -> Result<(), BundleError> {
    while !rest.is_empty() {
        let (op, used) = Op::read(rest).map_err(|_| BundleError::Damaged)?;
        if ops.len() == count {
            return Err(BundleError::Damaged);
        }
        ops.push(op);
        rest = rest.get(used..).unwrap_or_default();
    }
    Ok(())
}

/// Makes a bundle's bytes, signed by this device; and their hash.
pub(super) fn write<'a>(
    keys: &Keys,
    header: &Header,
    ops: impl Iterator<Item = &'a Op>,
) -> Result<(Vec<u8>, Hash), BundleError> {
    let public_key = keys.device().public_key();
    let mut out = Vec::with_capacity(4096);
    out.extend_from_slice(&MAGIC);
    out.push(FORMAT);
    out.extend_from_slice(&public_key);
    out.extend_from_slice(&plan_mark(keys, &public_key));
    let sealed = keys.bundles().seal(&[b"bundle head 1", out.as_slice()].concat(), &header.to_bytes())?;
    put_sized(&mut out, &sealed)?;
    let packer = zstd::bulk::Compressor::new(LEVEL).map_err(|_| BundleError::Damaged)?;
    let mut chunks = Chunks { keys, head: sha256(&out), number: 0, packer, out };
    // Room for all it can hold: growing would leave words in freed memory.
    let mut plain = Zeroizing::new(Vec::with_capacity(CHUNK + MAX_OP_BYTES));
    for op in ops {
        let start = plain.len();
        op.append_to(&mut plain);
        if plain.len() > CHUNK {
            // It did not fit: what was before it is a chunk, and it begins the next.
            chunks.put(plain.get(..start).unwrap_or_default(), false)?;
            plain.drain(..start);
        }
    }
    if !plain.is_empty() {
        chunks.put(&plain, true)?;
    }
    let mut out = chunks.out;
    let hash = sha256(&out);
    out.extend_from_slice(&keys.device().sign(&to_sign(&hash)));
    Ok((out, hash))
}

struct Chunks<'a> {
    keys: &'a Keys,
    head: Hash,
    number: u32,
    packer: zstd::bulk::Compressor<'static>,
    out: Vec<u8>,
}

impl Chunks<'_> {
    fn put(&mut self, plain: &[u8], last: bool) -> Result<(), BundleError> {
        let squeezed = Zeroizing::new(self.packer.compress(plain).map_err(|_| BundleError::Damaged)?);
        let aad = chunk_aad(&self.head, self.number, last);
        let sealed = self.keys.bundles().seal(&aad, &squeezed)?;
        self.number += 1;
        put_sized(&mut self.out, &sealed)
    }
}

fn put_sized(out: &mut Vec<u8>, part: &[u8]) -> Result<(), BundleError> {
    let length = u32::try_from(part.len()).map_err(|_| BundleError::TooLarge)?;
    out.extend_from_slice(&length.to_be_bytes());
    out.extend_from_slice(part);
    Ok(())
}

pub(super) fn chunk_aad(head: &Hash, number: u32, last: bool) -> [u8; 51] {
    let mut aad = [0; 51];
    aad[..14].copy_from_slice(b"bundle chunk 1");
    aad[14..46].copy_from_slice(head);
    aad[46..50].copy_from_slice(&number.to_be_bytes());
    aad[50] = u8::from(last);
    aad
}

pub(super) fn to_sign(hash: &Hash) -> [u8; 47] {
    let mut message = [0; 47];
    message[..15].copy_from_slice(b"hearth bundle 1");
    message[15..].copy_from_slice(hash);
    message
}

fn plan_mark(keys: &Keys, public_key: &[u8; 32]) -> [u8; 16] {
    let key = hmac::Key::new(hmac::HMAC_SHA256, keys.plan_secret().expose());
    let mac = hmac::sign(&key, &[b"hearth bundle plan 1", public_key.as_slice()].concat());
    let mut mark = [0; 16];
    mark.copy_from_slice(&mac.as_ref()[..16]);
    mark
}

pub(super) fn sha256(bytes: &[u8]) -> Hash {
    let mut hash = [0; 32];
    hash.copy_from_slice(digest::digest(&digest::SHA256, bytes).as_ref());
    hash
}

struct Reader<'a> {
    rest: &'a [u8],
    taken: usize,
}

impl<'a> Reader<'a> {
    fn take(&mut self, length: usize) -> Result<&'a [u8], BundleError> {
        let (taken, rest) = self.rest.split_at_checked(length).ok_or(BundleError::Damaged)?;
        self.rest = rest;
        self.taken += length;
        Ok(taken)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], BundleError> {
        self.take(N)?.try_into().map_err(|_| BundleError::Damaged)
    }

    fn sized(&mut self, most: usize) -> Result<&'a [u8], BundleError> {
        let length = u32::from_be_bytes(self.array()?) as usize;
        if length > most { Err(BundleError::Damaged) } else { self.take(length) }
    }
}
