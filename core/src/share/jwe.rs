//! A file of a link, sealed: a compact JWE (RFC 7516), `dir` and `A256GCM` and nothing else, under
//! the link's key. Written without `zip`, for there are readers that refuse it or what comes of it;
//! read with `zip: DEF` too, up to a bound.

use super::link::FileKey;
use crate::base64::{decode_url, encode_url};
use hearth_sealed::NoRandomness;
use ring::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

/// What a FHIR file is called. Readers compare it letter by letter.
pub const FHIR: &str = "application/fhir+json";
/// Most bytes of a file's JWE that are looked at: 16 MiB.
pub const MAX_JWE: usize = 16 << 20;
/// Most bytes that a file may unpack to: 12 MiB.
pub const MAX_FILE: usize = 12 << 20;
/// Most bytes of the header.
const MAX_HEADER: usize = 4096;
const TAG_LEN: usize = 16;

/// A file, open.
#[derive(PartialEq, Eq)]
pub struct Opened {
    /// What its header says it is; "" where it says nothing.
    pub content_type: String,
    /// What it says.
    pub plain: Zeroizing<Vec<u8>>,
}

impl std::fmt::Debug for Opened {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Opened({} bytes)", self.plain.len())
    }
}

/// Why a file does not open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum JweError {
    /// It is not five parts of base64url with a header in front.
    #[error("not a sealed file")]
    NotSealed,
    /// It is sealed in another way, or not at all.
    #[error("sealed in a way that is not taken")]
    Algorithm,
    /// The key is another one, or something of it was changed or is missing.
    #[error("it does not open with this key")]
    WrongKey,
    /// It is larger than a file may be, or unpacks to more.
    #[error("the file is too large")]
    TooLarge,
    /// It opens, and what is in it was not packed as it says.
    #[error("the file can't be unpacked")]
    Packed,
}

impl JweError {
    /// The key of its sentence.
    pub fn key(self) -> &'static str {
        match self {
            JweError::NotSealed => "error-file-not-sealed",
            JweError::Algorithm => "error-file-algorithm",
            JweError::WrongKey => "error-file-wrong-key",
            JweError::TooLarge => "error-file-too-large",
            JweError::Packed => "error-file-packed",
        }
    }
}

/// Seals a file. Its nonce is fresh each time: one key seals many versions.
///
/// # Errors
/// [`NoRandomness`].
pub fn seal(key: &FileKey, content_type: &str, plain: &[u8]) -> Result<String, NoRandomness> {
    let mut nonce = [0; NONCE_LEN];
    hearth_sealed::random(&mut nonce)?;
    seal_with(key, content_type, plain, nonce).ok_or(NoRandomness)
}

/// As [`seal`], under a nonce that must never be used twice with one key.
pub(super) fn seal_with(
    key: &FileKey,
    content_type: &str,
    plain: &[u8],
    nonce: [u8; NONCE_LEN],
) -> Option<String> {
    let header = Written { alg: "dir", enc: "A256GCM", cty: content_type };
    let header = encode_url(&serde_json::to_vec(&header).ok()?);
    let mut words = Zeroizing::new(plain.to_vec());
    let aad = Aad::from(header.as_bytes());
    let fresh = Nonce::assume_unique_for_key(nonce);
    let tag = gcm(key)?.seal_in_place_separate_tag(fresh, aad, &mut words).ok()?;
    Some(format!("{header}..{}.{}.{}", encode_url(&nonce), encode_url(&words), encode_url(tag.as_ref())))
}

fn gcm(key: &FileKey) -> Option<LessSafeKey> {
    UnboundKey::new(&AES_256_GCM, key.expose()).ok().map(LessSafeKey::new)
}

/// The header as it is written, in this order.
#[derive(Serialize)]
struct Written<'a> {
    alg: &'a str,
    enc: &'a str,
    cty: &'a str,
}

#[derive(Deserialize)]
struct Header {
    alg: String,
    enc: String,
    #[serde(default)]
    cty: Option<String>,
    #[serde(default)]
    zip: Option<String>,
    #[serde(default)]
    crit: Option<serde_json::Value>,
}

/// Opens a file.
///
/// # Errors
/// [`JweError`].
pub fn open(key: &FileKey, jwe: &str) -> Result<Opened, JweError> {
    let jwe = jwe.trim();
    if jwe.len() > MAX_JWE {
        return Err(JweError::TooLarge);
    }
    let mut parts = jwe.splitn(6, '.');
    let mut next = || parts.next().ok_or(JweError::NotSealed);
    let (header, wrapped, nonce, words, tag) = (next()?, next()?, next()?, next()?, next()?);
    if next().is_ok() || header.len() > MAX_HEADER {
        return Err(JweError::NotSealed);
    }
    let read: Header =
        decode_url(header).and_then(|json| serde_json::from_slice(&json).ok()).ok_or(JweError::NotSealed)?;
    // `dir` has no wrapped key; what must be understood and is not, is not guessed.
    if read.alg != "dir" || read.enc != "A256GCM" || read.crit.is_some() || !wrapped.is_empty() {
        return Err(JweError::Algorithm);
    }
    let packed = match read.zip.as_deref() {
        None => false,
        Some("DEF") => true,
        Some(_) => return Err(JweError::Algorithm),
    };
    let nonce: [u8; NONCE_LEN] =
        decode_url(nonce).and_then(|nonce| nonce.try_into().ok()).ok_or(JweError::NotSealed)?;
    let tag = decode_url(tag).filter(|tag| tag.len() == TAG_LEN).ok_or(JweError::NotSealed)?;
    let mut sealed = Zeroizing::new(decode_url(words).ok_or(JweError::NotSealed)?);
    sealed.extend_from_slice(&tag);
    let nonce = Nonce::assume_unique_for_key(nonce);
    let aad = Aad::from(header.as_bytes());
    let opener = gcm(key).ok_or(JweError::WrongKey)?;
    let length = opener.open_in_place(nonce, aad, &mut sealed).map_err(|_| JweError::WrongKey)?.len();
    sealed.truncate(length);
    let plain = if packed { unpacked(&sealed)? } else { sealed };
    if plain.len() > MAX_FILE {
        return Err(JweError::TooLarge);
    }
    Ok(Opened { content_type: read.cty.unwrap_or_default(), plain })
}

/// Counted as it is unpacked: a bomb ends where the bound is.
fn unpacked(packed: &[u8]) -> Result<Zeroizing<Vec<u8>>, JweError> {
    use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit};
    match decompress_to_vec_with_limit(packed, MAX_FILE) {
        Ok(plain) => Ok(Zeroizing::new(plain)),
        Err(error) if error.status == TINFLStatus::HasMoreOutput => Err(JweError::TooLarge),
        Err(_) => Err(JweError::Packed),
    }
}

#[cfg(test)]
mod tests;
