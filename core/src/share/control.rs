//! What a share is controlled by: 32 random bytes, of which everything that its owner shows the
//! host is made, and none of which opens a file. They are in the plan, so that each of the
//! person's phones, and one that is restored, can end what another shared; the key is not.

use crate::base64::encode_url;
use crate::sync::http::Token;
use crate::sync::world::World;
use hearth_sealed::{NoRandomness, Secret};
use ring::digest::{SHA256, digest};
use ring::hmac;
use ring::signature::{ED25519, Ed25519KeyPair, KeyPair, UnparsedPublicKey};

/// Digits of a passcode, at least.
pub const PASSCODE: usize = 6;
/// What an end mark begins with.
const MARK: &[u8] = b"hearth end 1";
/// Bytes of an end mark: what it begins with, the moment, the signature.
const MARK_LEN: usize = MARK.len() + 8 + 64;

/// The secret of one share. Prints `[redacted]`.
#[derive(Debug)]
pub struct Control(Secret<32>);

impl Control {
    /// A new one.
    ///
    /// # Errors
    /// [`NoRandomness`].
    pub fn new() -> Result<Self, NoRandomness> {
        Ok(Self(Secret::random()?))
    }

    /// One that was kept; `None` where it is not one.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        Some(Self(Secret::from_bytes(bytes.try_into().ok()?)))
    }

    /// To be kept, sealed.
    pub fn to_bytes(&self) -> Vec<u8> {
        self.0.expose().to_vec()
    }

    fn derived(&self, purpose: &str) -> Secret<32> {
        let key = hmac::Key::new(hmac::HMAC_SHA256, self.0.expose());
        let tag = hmac::sign(&key, [b"hearth share 1 ", purpose.as_bytes()].concat().as_slice());
        let mut bytes = [0; 32];
        bytes.iter_mut().zip(tag.as_ref()).for_each(|(to, from)| *to = *from);
        Secret::from_bytes(bytes)
    }

    /// Its name at the host: 43 letters that nobody can guess.
    pub fn name(&self) -> String {
        encode_url(self.derived("name").expose())
    }

    /// What the owner shows the host.
    pub fn write_secret(&self) -> Token {
        Token::new(encode_url(self.derived("write").expose()))
    }

    /// What the host keeps of it.
    pub fn write_hash(&self) -> String {
        encode_url(digest(&SHA256, self.derived("write").expose()).as_ref())
    }

    fn signer(&self) -> Option<Ed25519KeyPair> {
        Ed25519KeyPair::from_seed_unchecked(self.derived("end").expose()).ok()
    }

    /// What a follower keeps from the file, to know a true end by.
    pub fn pin(&self) -> Option<[u8; 32]> {
        self.signer()?.public_key().as_ref().try_into().ok()
    }

    /// That it was ended then, milliseconds since 1970: signed, so that no host can say it.
    pub fn end_mark(&self, at: i64) -> Vec<u8> {
        let Some(signer) = self.signer() else { return Vec::new() };
        let signature = signer.sign(&signed(&self.name(), at));
        [MARK, &at.to_be_bytes(), signature.as_ref()].concat()
    }
}

fn signed(name: &str, at: i64) -> Vec<u8> {
    [MARK, name.as_bytes(), &at.to_be_bytes()].concat()
}

/// What stands in a version where its signature goes, while it is signed.
pub const UNSIGNED: &str =
    "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

impl Control {
    /// A version of the file, signed: the first [`UNSIGNED`] in it becomes the signature over all of
    /// it as it was.
    pub fn signed_version(&self, file: String) -> String {
        let Some(signer) = self.signer() else { return file };
        let signature = signer.sign(&version(&file));
        file.replacen(UNSIGNED, &encode_url(signature.as_ref()), 1)
    }
}

/// Whether whoever has the key of this pin made just this version, with this signature in it.
pub fn is_signed_version(pin: &[u8; 32], file: &str, signature: &str) -> bool {
    let Some(bytes) = crate::base64::decode_url(signature).filter(|bytes| bytes.len() == 64) else {
        return false;
    };
    let before = file.replacen(signature, UNSIGNED, 1);
    UnparsedPublicKey::new(&ED25519, pin).verify(&version(&before), &bytes).is_ok()
}

fn version(file: &str) -> Vec<u8> {
    [b"hearth version 1".as_slice(), digest(&SHA256, file.as_bytes()).as_ref()].concat()
}

/// When the share of this name was ended, if this mark proves it to whoever pinned its key.
pub fn ended_at(pin: &[u8; 32], name: &str, mark: &[u8]) -> Option<i64> {
    if mark.len() != MARK_LEN {
        return None;
    }
    let (at, signature) = mark.strip_prefix(MARK)?.split_first_chunk::<8>()?;
    let at = i64::from_be_bytes(*at);
    UnparsedPublicKey::new(&ED25519, pin).verify(&signed(name, at), signature).ok().map(|()| at)
}

/// A passcode: digits, each as likely as any other.
///
/// # Errors
/// [`NoRandomness`].
pub fn passcode(world: &dyn World) -> Result<String, NoRandomness> {
    let mut digits = String::with_capacity(PASSCODE);
    while digits.len() < PASSCODE {
        let mut chance = [0; 16];
        world.random(&mut chance)?;
        // 250 is 25 times ten: what is above would make some digits likelier.
        let fair = chance.iter().filter(|byte| **byte < 250).map(|byte| char::from(b'0' + byte % 10));
        digits.extend(fair.take(PASSCODE - digits.len()));
    }
    Ok(digits)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sync::testing::StillWorld;

    fn control() -> Control {
        Control::from_bytes(&[7; 32]).unwrap()
    }

    #[test]
    fn what_the_host_is_shown_tells_nothing_of_the_rest_and_is_always_the_same() {
        let (name, write, hash) = (control().name(), control().write_secret(), control().write_hash());
        assert_eq!((name.len(), write.expose().len(), hash.len()), (43, 43, 43));
        let itself = encode_url(&[7; 32]);
        let different: std::collections::BTreeSet<&str> =
            [name.as_str(), write.expose(), &hash, &itself].into();
        assert_eq!(different.len(), 4);
        assert_eq!(name, Control::from_bytes(&control().to_bytes()).unwrap().name());
        assert!(Control::from_bytes(&[7; 31]).is_none());
        assert_eq!(format!("{:?}", control()), "Control([redacted])");
    }

    #[test]
    fn an_end_is_proven_by_its_maker_and_by_nobody_else() {
        let (pin, name) = (control().pin().unwrap(), control().name());
        let mark = control().end_mark(1000);
        assert_eq!(ended_at(&pin, &name, &mark), Some(1000));
        let other = Control::from_bytes(&[8; 32]).unwrap();
        assert_eq!(ended_at(&pin, &name, &other.end_mark(1000)), None);
        assert_eq!(ended_at(&pin, &other.name(), &mark), None);
        for at in 0..mark.len() {
            let mut changed = mark.clone();
            changed[at] ^= 1;
            assert_eq!(ended_at(&pin, &name, &changed), None, "{at}");
        }
        assert_eq!(ended_at(&pin, &name, &mark[..mark.len() - 1]), None);
        assert_eq!(ended_at(&pin, &name, &[]), None);
    }

    #[test]
    fn a_version_is_signed_as_a_whole_by_who_has_its_control() {
        let file = control().signed_version(format!(r#"{{"code":"{UNSIGNED}","words":"walk"}}"#));
        let signature = file.split('"').nth(3).unwrap().to_owned();
        let pin = control().pin().unwrap();
        assert!(is_signed_version(&pin, &file, &signature));
        assert!(!is_signed_version(&pin, &file.replace("walk", "run"), &signature));
        let other = Control::from_bytes(&[8; 32]).unwrap();
        assert!(!is_signed_version(&other.pin().unwrap(), &file, &signature));
        assert!(!is_signed_version(&pin, &file, UNSIGNED) && !is_signed_version(&pin, &file, ""));
    }

    #[test]
    fn a_passcode_is_six_digits_of_which_each_is_as_likely_as_any_other() {
        let world = StillWorld::default();
        let mut counted = [0_u32; 10];
        for _ in 0..5000 {
            let digits = passcode(&world).unwrap();
            assert_eq!(digits.len(), PASSCODE);
            digits.bytes().for_each(|digit| counted[usize::from(digit - b'0')] += 1);
        }
        assert!(counted.iter().all(|count| (2700..3300).contains(count)), "{counted:?}");
    }
}
