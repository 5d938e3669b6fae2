//! What the host knows and must not tell: the pepper and what is derived from it, and how
//! links, secrets and passcodes become something that may lie in a database.

use argon2::{Algorithm, Argon2, Params, Version};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ring::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use ring::rand::{SecureRandom, SystemRandom};
use ring::signature::{Ed25519KeyPair, KeyPair};
use ring::{digest, hkdf, hmac};
use std::sync::Arc;
use zeroize::{Zeroize, Zeroizing};

/// What stands for a link, a mailbox or a secret in the database: a SHA-256 that can't be turned back.
pub type Tag = [u8; 32];

/// Argon2id as OWASP has it (2024): 19 MiB, two passes, one lane.
const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;

/// Something of the host's secrets could not be had or used.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct SecretError(pub &'static str);

/// A name that nobody can guess, as it stands in an address: 32 bytes, 43 characters of base64url.
/// Whoever has it can ask for what lies there, so it is shown nowhere and kept nowhere.
pub struct Capability(Zeroizing<[u8; 32]>);

impl Capability {
    /// Reads it as it stands in an address; `None` where it is not of that shape.
    pub fn parse(text: &str) -> Option<Self> {
        let mut bytes = unbase64(text, 43)?;
        let name = <[u8; 32]>::try_from(bytes.as_slice()).ok();
        bytes.zeroize();
        name.map(|name| Self(Zeroizing::new(name)))
    }

    /// What stands for it in the database.
    pub fn tag(&self) -> Tag {
        tag(b"hearth-host name 1", self.0.as_slice())
    }
}

/// What stands for a secret in the database: the SHA-256 of its 32 bytes.
pub fn secret_tag(secret: &str) -> Option<Tag> {
    let bytes = Zeroizing::new(unbase64(secret, 43)?);
    (bytes.len() == 32).then(|| sha256(&bytes))
}

/// SHA-256.
pub fn sha256(bytes: &[u8]) -> Tag {
    let mut tag = [0; 32];
    tag.copy_from_slice(digest::digest(&digest::SHA256, bytes).as_ref());
    tag
}

/// SHA-256 of a use and a value, so that one value has another tag for each use.
pub fn tag(purpose: &[u8], bytes: &[u8]) -> Tag {
    sha256(&[&[purpose.len() as u8], purpose, bytes].concat())
}

/// Base64url without padding.
pub fn base64(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

/// Reads base64url without padding, of at most that many characters.
pub fn unbase64(text: &str, most: usize) -> Option<Vec<u8>> {
    if text.len() > most { None } else { URL_SAFE_NO_PAD.decode(text).ok() }
}

/// 32 bytes from the system's generator.
pub fn random() -> Result<[u8; 32], SecretError> {
    let mut bytes = [0; 32];
    SystemRandom::new().fill(&mut bytes).map_err(|_| SecretError("the system gives no random numbers"))?;
    Ok(bytes)
}

/// A passcode as it is kept: of no use without the pepper.
#[derive(Clone)]
pub struct Hashed {
    /// The salt.
    pub salt: [u8; 16],
    /// What Argon2id makes of passcode, salt and pepper.
    pub hash: [u8; 32],
}

/// What looks at passcodes; may go to another thread.
#[derive(Clone)]
pub struct Passcodes(Arc<Zeroizing<[u8; 32]>>);

impl Passcodes {
    /// Makes of a passcode what may be kept.
    pub fn hash_passcode(&self, passcode: &str) -> Result<Hashed, SecretError> {
        let mut salt = [0; 16];
        salt.copy_from_slice(&random()?[..16]);
        Ok(Hashed { salt, hash: self.argon2(passcode, &salt)? })
    }

    /// Whether this is the passcode. Takes one Argon2id, some 20 ms and 19 MiB.
    pub fn is_passcode(&self, passcode: &str, kept: &Hashed) -> Result<bool, SecretError> {
        let hash = self.argon2(passcode, &kept.salt)?;
        Ok(hash.iter().zip(&kept.hash).fold(0, |differs, (a, b)| differs | (a ^ b)) == 0)
    }

    fn argon2(&self, passcode: &str, salt: &[u8; 16]) -> Result<[u8; 32], SecretError> {
        const WHY: SecretError = SecretError("a passcode could not be worked on");
        let params = Params::new(MEMORY_KIB, PASSES, 1, Some(32)).map_err(|_| WHY)?;
        let argon = Argon2::new_with_secret(self.0.as_slice(), Algorithm::Argon2id, Version::V0x13, params);
        let mut hash = [0; 32];
        argon.map_err(|_| WHY)?.hash_password_into(passcode.as_bytes(), salt, &mut hash).map_err(|_| WHY)?;
        Ok(hash)
    }
}

/// The host's secrets, in memory.
pub struct Secrets {
    pepper: Arc<Zeroizing<[u8; 32]>>,
    tickets: hmac::Key,
    clock: Ed25519KeyPair,
}

impl Secrets {
    /// From the pepper and the seed of the key that signs the time.
    pub fn new(pepper: [u8; 32], time_seed: &[u8; 32]) -> Result<Self, SecretError> {
        let mut ticket_key = expand(&pepper, b"ticket", b"hearth-host tickets 1")?;
        let tickets = hmac::Key::new(hmac::HMAC_SHA256, &ticket_key);
        ticket_key.zeroize();
        let clock = Ed25519KeyPair::from_seed_unchecked(time_seed);
        let clock = clock.map_err(|_| SecretError("the key that signs the time can't be used"))?;
        Ok(Self { pepper: Arc::new(Zeroizing::new(pepper)), tickets, clock })
    }

    /// Tells one pepper from another and says nothing about it.
    pub fn pepper_check(&self) -> Tag {
        tag(b"hearth-host pepper check 1", self.pepper.as_slice())
    }

    /// What looks at passcodes.
    pub fn passcodes(&self) -> Passcodes {
        Passcodes(Arc::clone(&self.pepper))
    }

    /// Seals a word that came with a request (who somebody said they are) under the pepper *and*
    /// the link's own name, which the database does not have.
    pub fn seal(&self, link: &Capability, words: &[u8]) -> Result<Vec<u8>, SecretError> {
        let nonce = random()?;
        let nonce = &nonce[..NONCE_LEN];
        let mut sealed = words.to_vec();
        let key = self.word_key(link)?;
        let fresh = Nonce::try_assume_unique_for_key(nonce).map_err(|_| SecretError("no nonce"))?;
        key.seal_in_place_append_tag(fresh, Aad::empty(), &mut sealed)
            .map_err(|_| SecretError("not sealed"))?;
        Ok([nonce, &sealed].concat())
    }

    /// Opens what [`Secrets::seal`] made; `None` where it does not open.
    pub fn open(&self, link: &Capability, sealed: &[u8]) -> Option<Vec<u8>> {
        let (nonce, sealed) = sealed.split_at_checked(NONCE_LEN)?;
        let key = self.word_key(link).ok()?;
        let nonce = Nonce::try_assume_unique_for_key(nonce).ok()?;
        let mut bytes = sealed.to_vec();
        key.open_in_place(nonce, Aad::empty(), &mut bytes).ok().map(|words| words.to_vec())
    }

    fn word_key(&self, link: &Capability) -> Result<LessSafeKey, SecretError> {
        let key = Zeroizing::new(expand(link.0.as_slice(), self.pepper.as_slice(), b"hearth-host words 1")?);
        let key = UnboundKey::new(&AES_256_GCM, key.as_slice()).map_err(|_| SecretError("no key"))?;
        Ok(LessSafeKey::new(key))
    }

    /// A ticket for one file of one version until a time: 110 characters, good on every machine.
    pub fn ticket(&self, share: &Tag, file: u16, revision: i64, until: i64) -> String {
        let said =
            [share.as_slice(), &file.to_be_bytes(), &revision.to_be_bytes(), &until.to_be_bytes()].concat();
        let mac = hmac::sign(&self.tickets, &said);
        base64(&[said.as_slice(), mac.as_ref()].concat())
    }

    /// What a ticket is for: share, file, version. `None` where it is not ours or past its time.
    pub fn redeem(&self, ticket: &str, now: i64) -> Option<(Tag, u16, i64)> {
        let bytes = unbase64(ticket, 110)?;
        let (said, mac) = bytes.split_at_checked(50)?;
        hmac::verify(&self.tickets, said, mac).ok()?;
        let (share, rest) = said.split_first_chunk::<32>()?;
        let (file, rest) = rest.split_first_chunk::<2>()?;
        let (revision, rest) = rest.split_first_chunk::<8>()?;
        let until = i64::from_be_bytes(*rest.first_chunk::<8>()?);
        (now < until).then(|| (*share, u16::from_be_bytes(*file), i64::from_be_bytes(*revision)))
    }

    /// The key that followers check the host's time with.
    pub fn time_key(&self) -> String {
        base64(self.clock.public_key().as_ref())
    }

    /// Signs the time for whoever asked with this nonce; see [`time_message`].
    pub fn sign_time(&self, origin: &str, time: i64, nonce: &[u8]) -> String {
        base64(self.clock.sign(&time_message(origin, time, nonce)).as_ref())
    }
}

/// The bytes that are signed: `"hearth-host time 1" 00 | length of origin u16 | origin | time i64 | nonce`,
/// numbers big-endian.
pub fn time_message(origin: &str, time: i64, nonce: &[u8]) -> Vec<u8> {
    let length = (origin.len() as u16).to_be_bytes();
    [b"hearth-host time 1\0".as_slice(), &length, origin.as_bytes(), &time.to_be_bytes(), nonce].concat()
}

fn expand(secret: &[u8], salt: &[u8], purpose: &[u8]) -> Result<[u8; 32], SecretError> {
    const WHY: SecretError = SecretError("a key could not be derived");
    let mut key = [0; 32];
    let drawn = hkdf::Salt::new(hkdf::HKDF_SHA256, salt).extract(secret);
    let info = [purpose];
    drawn.expand(&info, hkdf::HKDF_SHA256).and_then(|okm| okm.fill(&mut key)).map_err(|_| WHY)?;
    Ok(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn secrets(pepper: u8) -> Secrets {
        Secrets::new([pepper; 32], &[7; 32]).unwrap()
    }

    #[test]
    fn a_passcode_is_only_known_again_with_the_same_pepper() {
        let kept = secrets(1).passcodes().hash_passcode("493017").unwrap();
        assert!(secrets(1).passcodes().is_passcode("493017", &kept).unwrap());
        assert!(!secrets(1).passcodes().is_passcode("493018", &kept).unwrap());
        assert!(!secrets(2).passcodes().is_passcode("493017", &kept).unwrap());
    }

    #[test]
    fn a_ticket_is_good_for_its_file_until_its_time_and_no_other_bit_of_it_may_change() {
        let host = secrets(1);
        let ticket = host.ticket(&[9; 32], 3, 12, 1_000);
        assert_eq!(ticket.len(), 110);
        assert_eq!(host.redeem(&ticket, 999), Some(([9; 32], 3, 12)));
        assert_eq!(host.redeem(&ticket, 1_000), None);
        assert_eq!(secrets(2).redeem(&ticket, 999), None);
        let bytes = unbase64(&ticket, 110).unwrap();
        for at in 0..bytes.len() * 8 {
            let mut changed = bytes.clone();
            changed[at / 8] ^= 1 << (at % 8);
            assert_eq!(host.redeem(&base64(&changed), 999), None, "bit {at}");
        }
    }

    #[test]
    fn who_looked_opens_only_with_the_link_itself_and_the_pepper() {
        let (link, other) = (Capability(Zeroizing::new([4; 32])), Capability(Zeroizing::new([5; 32])));
        let sealed = secrets(1).seal(&link, b"Dr Example").unwrap();
        assert_eq!(secrets(1).open(&link, &sealed).as_deref(), Some(b"Dr Example".as_slice()));
        assert_eq!(secrets(1).open(&other, &sealed), None);
        assert_eq!(secrets(2).open(&link, &sealed), None);
    }

    #[test]
    fn a_name_is_43_characters_of_base64url_and_nothing_else() {
        assert!(Capability::parse(&base64(&[1; 32])).is_some());
        for wrong in ["", "a", &base64(&[1; 31]), &base64(&[1; 33]), &"=".repeat(43), &"é".repeat(21)] {
            assert!(Capability::parse(wrong).is_none(), "{wrong}");
        }
    }
}
