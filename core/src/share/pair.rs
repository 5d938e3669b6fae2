//! Pairing: two sides that never met exchange keys by way of a host that neither trusts, and
//! compare six digits.
//!
//! Whoever begins first gives away only a *commitment*, a hash of their half; then the other side
//! gives its half; only then the first half itself is shown. So nobody in between can try halves
//! until the digits fit: each half was fixed before the other one was known, and one guess in a
//! million is all there is. (ZRTP, RFC 6189, and the verification of Matrix do the same.)
//!
//! ```text
//! half        public keys 64 | random 32 | note, at most 256
//! commitment  SHA-256 ( "hearth pair 1 commitment" | half )
//! digits      SHA-256 ( "hearth pair 1 digits" | first message, length 2 | answer, length 2 | half )
//! ```

use super::control::Control;
use super::keys::{Own, PUBLIC, Public};
use super::link::{MAX_URL, Reach, hides};
use super::mailbox::{Access, MEMBER};
use crate::base64::{decode_url, encode_url};
use crate::sync::http::is_safe;
use hearth_sealed::{KeyId, NoRandomness, SealKey, Secret, random};
use ring::digest::{SHA256, digest};
use ring::hmac;
use url::Url;
use zeroize::Zeroizing;

/// Most bytes of a note.
pub const MAX_NOTE: usize = 256;
/// Most characters of a name in a note or an invitation.
pub const MAX_NAME: usize = 40;
/// Most bytes of a message as letters.
pub const MAX_TEXT: usize = 1024;
/// What a person gives a carer begins with this.
pub const CARE: &str = "hearth-care:1/";
/// What a new phone shows begins with this.
pub const PHONE: &str = "hearth-phone:1/";
/// What the old phone shows the new one begins with this.
pub const HERE: &str = "hearth-here:1/";

/// Why something is no message of a pairing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PairError {
    /// It is something else.
    #[error("not a message of a pairing")]
    NotOne,
    /// A newer app made it.
    #[error("a newer kind of message")]
    Newer,
    /// Letters are missing or changed.
    #[error("a part of it is missing")]
    CutOff,
    /// The address in it is not safe.
    #[error("the address is not safe")]
    NotSafe,
    /// The half is not the one that was committed to, or two sides answered: somebody is in between.
    #[error("somebody may be in between")]
    Between,
    /// There is no such pairing any more.
    #[error("no such pairing")]
    Over,
}

impl PairError {
    /// The key of its sentence.
    pub fn key(self) -> &'static str {
        match self {
            PairError::NotOne => "error-pair-not-one",
            PairError::Newer => "error-pair-newer",
            PairError::CutOff => "error-pair-cut-off",
            PairError::NotSafe => "error-pair-address",
            PairError::Between => "error-pair-between",
            PairError::Over => "error-pair-over",
        }
    }
}

/// One side's half.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Half {
    /// Its keys.
    pub public: Public,
    random: [u8; 32],
    /// What else it says.
    pub note: Vec<u8>,
}

impl Half {
    /// A new half.
    ///
    /// # Errors
    /// [`NoRandomness`].
    pub fn new(own: &Own, note: Vec<u8>) -> Result<Self, NoRandomness> {
        let mut fresh = [0; 32];
        random(&mut fresh)?;
        Ok(Self { public: own.public(), random: fresh, note })
    }

    /// As it travels.
    pub fn to_bytes(&self) -> Vec<u8> {
        [self.public.to_bytes().as_slice(), &self.random, &self.note].concat()
    }

    /// From bytes.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (public, rest) = bytes.split_at_checked(PUBLIC)?;
        let (fresh, note) = rest.split_first_chunk::<32>()?;
        let public = Public::from_bytes(public)?;
        (note.len() <= MAX_NOTE).then(|| Self { public, random: *fresh, note: note.to_vec() })
    }

    /// What is given away of it first.
    pub fn commitment(&self) -> [u8; 32] {
        hash(&[b"hearth pair 1 commitment", &self.to_bytes()])
    }

    /// Whether it is the one that was committed to.
    ///
    /// # Errors
    /// [`PairError::Between`].
    pub fn check(&self, commitment: &[u8; 32]) -> Result<(), PairError> {
        if self.commitment() == *commitment { Ok(()) } else { Err(PairError::Between) }
    }
}

fn hash(parts: &[&[u8]]) -> [u8; 32] {
    let mut out = [0; 32];
    let sum = digest(&SHA256, &parts.concat());
    out.iter_mut().zip(sum.as_ref()).for_each(|(to, from)| *to = *from);
    out
}

/// The six digits of an exchange: the first message, the answer to it, the half that it committed to.
pub fn digits(first: &[u8], answer: &Half, shown: &Half) -> String {
    let answer = answer.to_bytes();
    let length = |bytes: &[u8]| u16::try_from(bytes.len()).unwrap_or(u16::MAX).to_be_bytes();
    let sum =
        hash(&[b"hearth pair 1 digits", &length(first), first, &length(&answer), &answer, &shown.to_bytes()]);
    let number = sum.first_chunk::<8>().map_or(0, |first| u64::from_be_bytes(*first));
    // 2^64 is so many times a million that no digits are likelier.
    format!("{:06}", number % 1_000_000)
}

/// Digits as they are read out: "123 456".
pub fn spaced(digits: &str) -> String {
    match digits.split_at_checked(3) {
        Some((first, last)) => format!("{first} {last}"),
        None => digits.to_owned(),
    }
}

/// Where two sides meet: a place of one member in the person's mailbox, and a secret of which what
/// opens it and what they say there is made.
#[derive(Debug)]
pub struct Place {
    /// The mailbox's address.
    pub url: Url,
    /// The member's name.
    pub member: [u8; MEMBER],
    secret: Secret<32>,
}

impl Place {
    /// A new place.
    ///
    /// # Errors
    /// [`NoRandomness`].
    pub fn new(url: Url) -> Result<Self, NoRandomness> {
        let mut member = [0; MEMBER];
        random(&mut member)?;
        Ok(Self { url, member, secret: Secret::random()? })
    }

    fn derived(&self, purpose: &[u8]) -> Secret<32> {
        let key = hmac::Key::new(hmac::HMAC_SHA256, self.secret.expose());
        let tag = hmac::sign(&key, &[b"hearth meet 1 ", purpose].concat());
        Secret::from_slice(tag.as_ref()).unwrap_or_else(|| self.secret.duplicate())
    }

    /// What opens the place until both have said yes.
    pub fn access(&self) -> Access {
        Access::new(self.member, self.derived(b"read"), self.derived(b"write"))
    }

    /// Seals a half for the other side's eyes: whoever got the invitation can open it.
    ///
    /// # Errors
    /// [`NoRandomness`].
    pub fn seal(&self, half: &Half) -> Result<Vec<u8>, NoRandomness> {
        self.key().seal(b"hearth meet 1 half", &half.to_bytes())
    }

    /// Opens one.
    pub fn open(&self, sealed: &[u8]) -> Option<Half> {
        Half::from_bytes(&self.key().open(b"hearth meet 1 half", sealed).ok()?)
    }

    fn key(&self) -> SealKey {
        SealKey::new(KeyId([0; 4]), &self.derived(b"seal"))
    }

    /// As it travels or is kept, sealed.
    pub fn to_bytes(&self) -> Zeroizing<Vec<u8>> {
        let url = self.url.as_str().as_bytes();
        let length = u8::try_from(url.len()).unwrap_or(u8::MAX);
        Zeroizing::new([self.secret.expose().as_slice(), &self.member, &[length], url].concat())
    }

    /// The place, and what stands behind it.
    fn read(bytes: &[u8], reach: Reach) -> Result<(Self, &[u8]), PairError> {
        let (secret, rest) = bytes.split_first_chunk::<32>().ok_or(PairError::CutOff)?;
        let (member, rest) = rest.split_first_chunk::<MEMBER>().ok_or(PairError::CutOff)?;
        let (&length, rest) = rest.split_first().ok_or(PairError::CutOff)?;
        let (url, rest) = rest.split_at_checked(usize::from(length)).ok_or(PairError::CutOff)?;
        let url = std::str::from_utf8(url).ok().filter(|url| url.len() <= MAX_URL);
        let url = url.and_then(|url| Url::parse(url).ok()).ok_or(PairError::NotSafe)?;
        if !is_mailbox(&url) || !reach.allows(&url) {
            return Err(PairError::NotSafe);
        }
        Ok((Self { url, member: *member, secret: Secret::from_bytes(*secret) }, rest))
    }

    /// As it was kept.
    pub fn from_bytes(bytes: &[u8], reach: Reach) -> Result<Self, PairError> {
        match Self::read(bytes, reach)? {
            (place, []) => Ok(place),
            _ => Err(PairError::CutOff),
        }
    }
}

/// `https://host/m/NAME`, and nothing else.
pub fn is_mailbox(url: &Url) -> bool {
    let mut path = url.path_segments().into_iter().flatten();
    let named = path.next() == Some("m")
        && path.next().and_then(decode_url).is_some_and(|name| name.len() == 32)
        && path.next().is_none();
    is_safe(url) && named && url.query().is_none() && url.fragment().is_none()
}

/// The address of a mailbox at a host.
pub fn mailbox_at(origin: &Url, control: &Control) -> Option<Url> {
    origin.join(&format!("m/{}", control.name())).ok().filter(is_mailbox)
}

/// A name as somebody else wrote it: cut, without signs that turn or hide a line.
pub fn name_of(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes.get(..bytes.len().min(4 * MAX_NAME)).unwrap_or_default());
    let seen: String = text.chars().filter(|c| !hides(*c) && *c != '\u{fffd}').take(MAX_NAME).collect();
    seen.trim().to_owned()
}

/// A note: what opens the place later, and a name.
pub fn note(access: &Access, name: &str) -> Vec<u8> {
    let (reads, writes) = access.hashes();
    let name: String = name.chars().take(MAX_NAME).collect();
    [reads.as_slice(), &writes, name.as_bytes()].concat()
}

/// The hashes and the name in a note.
pub fn read_note(note: &[u8]) -> Option<([u8; 32], [u8; 32], String)> {
    let (reads, rest) = note.split_first_chunk::<32>()?;
    let (writes, name) = rest.split_first_chunk::<32>()?;
    Some((*reads, *writes, name_of(name)))
}

/// What a person gives to somebody who is to be their carer here.
#[derive(Debug)]
pub struct Invitation {
    /// Where they meet.
    pub place: Place,
    /// What the person's half is held to.
    pub commitment: [u8; 32],
    /// What the person is called.
    pub name: String,
}

impl Invitation {
    /// The bytes that the digits are made of.
    pub fn to_bytes(&self) -> Zeroizing<Vec<u8>> {
        let place = self.place.to_bytes();
        // As it will be read: both sides make the digits of the same bytes.
        let name = name_of(self.name.as_bytes());
        Zeroizing::new([place.as_slice(), &self.commitment, name.as_bytes()].concat())
    }

    /// To be shown as a code, or sent.
    pub fn to_text(&self) -> Zeroizing<String> {
        Zeroizing::new(format!("{CARE}{}", encode_url(&self.to_bytes())))
    }

    /// As it was shown or sent.
    ///
    /// # Errors
    /// [`PairError`].
    pub fn parse(text: &str, reach: Reach) -> Result<Self, PairError> {
        Self::from_bytes(&said(text, CARE)?, reach)
    }

    /// From its bytes.
    ///
    /// # Errors
    /// [`PairError`].
    pub fn from_bytes(bytes: &[u8], reach: Reach) -> Result<Self, PairError> {
        let (place, rest) = Place::read(bytes, reach)?;
        let (commitment, name) = rest.split_first_chunk::<32>().ok_or(PairError::CutOff)?;
        Ok(Self { place, commitment: *commitment, name: name_of(name) })
    }
}

/// What a new phone shows: its public keys and what its half is held to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPhone {
    /// Its keys.
    pub public: Public,
    /// What its half is held to.
    pub commitment: [u8; 32],
}

impl NewPhone {
    /// The bytes that the digits are made of.
    pub fn to_bytes(&self) -> Vec<u8> {
        [self.public.to_bytes().as_slice(), &self.commitment].concat()
    }

    /// To be shown as a code.
    pub fn to_text(&self) -> String {
        format!("{PHONE}{}", encode_url(&self.to_bytes()))
    }

    /// As it was shown.
    ///
    /// # Errors
    /// [`PairError`].
    pub fn parse(text: &str) -> Result<Self, PairError> {
        let bytes = said(text, PHONE)?;
        let (public, commitment) = bytes.split_at_checked(PUBLIC).ok_or(PairError::CutOff)?;
        let public = Public::from_bytes(public).ok_or(PairError::CutOff)?;
        let commitment = commitment.try_into().map_err(|_| PairError::CutOff)?;
        Ok(Self { public, commitment })
    }
}

/// What the old phone shows the new one: where they meet, and its half.
#[derive(Debug)]
pub struct Here {
    /// Where they meet.
    pub place: Place,
    /// The old phone's half.
    pub half: Half,
}

impl Here {
    /// To be shown as a code.
    pub fn to_text(&self) -> Zeroizing<String> {
        let bytes = Zeroizing::new([self.place.to_bytes().as_slice(), &self.half.to_bytes()].concat());
        Zeroizing::new(format!("{HERE}{}", encode_url(&bytes)))
    }

    /// As it was shown.
    ///
    /// # Errors
    /// [`PairError`].
    pub fn parse(text: &str, reach: Reach) -> Result<Self, PairError> {
        let bytes = said(text, HERE)?;
        let (place, half) = Place::read(&bytes, reach)?;
        Ok(Self { place, half: Half::from_bytes(half).ok_or(PairError::CutOff)? })
    }
}

/// The bytes behind what such a message begins with.
fn said(text: &str, begins: &str) -> Result<Zeroizing<Vec<u8>>, PairError> {
    let text = text.trim();
    if text.len() > MAX_TEXT {
        return Err(PairError::NotOne);
    }
    let Some(letters) = text.strip_prefix(begins) else {
        // "hearth-care:2/" is the same of a later day.
        let family = begins.split_inclusive(':').next().unwrap_or(begins);
        let newer =
            text.strip_prefix(family).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        return Err(if newer { PairError::Newer } else { PairError::NotOne });
    };
    decode_url(letters).map(Zeroizing::new).ok_or(PairError::CutOff)
}

#[cfg(test)]
mod tests;
