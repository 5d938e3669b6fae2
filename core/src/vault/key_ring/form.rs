//! The key ring's stored form.
//!
//! ```text
//! CBOR array(4): format 1 | body, bytes | mac, 32 bytes | sum, 16 bytes
//! body = CBOR map: 0 key id            1 data key, wrapped by the key store
//!                  2 data key, sealed under the words
//!                  3 words' entropy    4 plan secret    5 device key (Ed25519 seed)
//!                  6 check value       any other: kept as it is
//! mac  = HMAC-SHA256 (ring mac key; format as one byte, body)
//! sum  = SHA-256 (format as one byte, body, mac), the first 16 bytes
//! ```
//!
//! The sum needs no key: it tells a damaged key ring from another key, which a
//! person must never be told by mistake. The mac needs the key: no part of
//! another key ring, nor of an older one, can be put in.
//!
//! A field this code does not know is kept and written back. So a newer version
//! may add one only if it survives that: what is sealed under the data key must
//! come with a new format number, since an older app's new data key orphans it.

use hearth_sealed::KeyId;
use minicbor::{Decoder, Encoder};

use super::super::VaultError;
use super::super::derive::sum;

/// The largest key ring there is, in bytes; today's has about 600.
pub const MAX_RING_BYTES: usize = 16 * 1024;

pub(super) const FORMAT: u8 = 1;

/// The body's fields, every one still sealed.
#[derive(Clone)]
pub(super) struct Fields {
    pub(super) id: KeyId,
    pub(super) by_store: Vec<u8>,
    pub(super) by_words: Vec<u8>,
    pub(super) words: Vec<u8>,
    pub(super) plan_secret: Vec<u8>,
    pub(super) device: Vec<u8>,
    pub(super) check: Vec<u8>,
    /// Fields of a newer version: key and value as they came, in their order.
    pub(super) unknown: Vec<(u64, Vec<u8>)>,
}

/// How many fields this version has; their keys are 0 to one less.
const KNOWN: u64 = 7;

impl Fields {
    pub(super) fn encode(&self) -> Result<Vec<u8>, VaultError> {
        let mut encoder = Encoder::new(Vec::with_capacity(1024));
        self.write(&mut encoder).map_err(|_| VaultError::Damaged)?;
        Ok(encoder.into_writer())
    }

    fn write(&self, encoder: &mut Encoder<Vec<u8>>) -> Result<(), CannotEncode> {
        encoder.map(KNOWN + self.unknown.len() as u64)?;
        let known: [&[u8]; KNOWN as usize] = [
            &self.id.0,
            &self.by_store,
            &self.by_words,
            &self.words,
            &self.plan_secret,
            &self.device,
            &self.check,
        ];
        for (key, value) in (0_u64..).zip(known) {
            encoder.u64(key)?.bytes(value)?;
        }
        for (key, value) in &self.unknown {
            encoder.u64(*key)?.writer_mut().extend_from_slice(value);
        }
        Ok(())
    }

    pub(super) fn decode(body: &[u8]) -> Result<Self, VaultError> {
        Self::read(body).ok_or(VaultError::Damaged)
    }

    fn read(body: &[u8]) -> Option<Self> {
        let mut decoder = Decoder::new(body);
        let mut known: [Option<Vec<u8>>; KNOWN as usize] = Default::default();
        let mut unknown: Vec<(u64, Vec<u8>)> = Vec::new();
        // Nothing is set aside for the count: it is only ever a claim.
        for _ in 0..decoder.map().ok()?? {
            let key = decoder.u64().ok()?;
            if let Some(slot) = usize::try_from(key).ok().and_then(|key| known.get_mut(key)) {
                let value = decoder.bytes().ok()?.to_vec();
                slot.replace(value).is_none().then_some(())?;
            } else {
                let start = decoder.position();
                decoder.skip().ok()?;
                let value = body.get(start..decoder.position())?.to_vec();
                unknown.iter().all(|(seen, _)| *seen != key).then_some(())?;
                unknown.push((key, value));
            }
        }
        (decoder.position() == body.len()).then_some(())?;
        let [id, by_store, by_words, words, plan_secret, device, check] = known;
        Some(Self {
            id: KeyId(id?.try_into().ok()?),
            by_store: by_store?,
            by_words: by_words?,
            words: words?,
            plan_secret: plan_secret?,
            device: device?,
            check: check?,
            unknown,
        })
    }
}

/// Body and mac in their frame.
pub(super) fn frame(body: &[u8], mac: &[u8; 32]) -> Result<Vec<u8>, VaultError> {
    let sum: [u8; 16] = sum(&[&[FORMAT], body, mac]);
    let mut encoder = Encoder::new(Vec::with_capacity(body.len() + 64));
    let written = (|| -> Result<(), CannotEncode> {
        encoder.array(4)?.u8(FORMAT)?.bytes(body)?.bytes(mac)?.bytes(&sum)?;
        Ok(())
    })();
    written.map_err(|_| VaultError::Damaged)?;
    Ok(encoder.into_writer())
}

/// Body and mac out of their frame.
pub(super) fn unframe(bytes: &[u8]) -> Result<(&[u8], [u8; 32]), VaultError> {
    if bytes.len() > MAX_RING_BYTES {
        return Err(VaultError::TooLarge { found: bytes.len() });
    }
    let mut decoder = Decoder::new(bytes);
    let parts = decoder.array().ok().flatten().ok_or(VaultError::Damaged)?;
    match decoder.u32().map_err(|_| VaultError::Damaged)? {
        0 => return Err(VaultError::Damaged),
        format if format > u32::from(FORMAT) => return Err(VaultError::NewerFormat(format)),
        _ => {}
    }
    let mut part = || decoder.bytes().map_err(|_| VaultError::Damaged);
    let (body, mac, found) = (part()?, part()?, part()?);
    let whole = parts == 4 && decoder.position() == bytes.len();
    if !whole || found != sum::<16>(&[&[FORMAT], body, mac]) {
        return Err(VaultError::Damaged);
    }
    Ok((body, mac.try_into().map_err(|_| VaultError::Damaged)?))
}

/// Writing to memory fails never, yet the encoder's type says it could.
type CannotEncode = minicbor::encode::Error<std::convert::Infallible>;
