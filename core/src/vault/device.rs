//! The device's identity: one Ed25519 key, which signs bundles of ops.

use std::fmt;
use std::sync::OnceLock;

use hearth_sealed::{NoRandomness, Secret};
use ring::signature::{ED25519, Ed25519KeyPair, KeyPair, UnparsedPublicKey};

use super::derive::sum;

/// This device's signing key. `Debug` shows its id only.
pub struct DeviceIdentity {
    /// RFC 8032's secret key, the form it is stored in.
    seed: Secret<32>,
    /// Made from the seed when it is first asked for: working out the public key
    /// takes as long as opening a hundred rows, and opening a plan to read needs
    /// neither it nor a signature.
    pair: OnceLock<Ed25519KeyPair>,
}

impl DeviceIdentity {
    /// A new identity, different from every other.
    ///
    /// # Errors
    /// [`NoRandomness`].
    pub fn mint() -> Result<Self, NoRandomness> {
        Ok(Self::from_seed(Secret::random()?))
    }

    /// The identity of a stored seed. Every 32 bytes are one.
    pub(super) fn from_seed(seed: Secret<32>) -> Self {
        Self { seed, pair: OnceLock::new() }
    }

    fn pair(&self) -> &Ed25519KeyPair {
        self.pair.get_or_init(|| {
            let Ok(pair) = Ed25519KeyPair::from_seed_unchecked(self.seed.expose()) else {
                // Refused only for a seed that is not 32 bytes, which the type rules out.
                unreachable!("Ed25519 takes every seed of 32 bytes");
            };
            pair
        })
    }

    pub(super) fn seed(&self) -> &Secret<32> {
        &self.seed
    }

    /// The device's id: the first 8 bytes of SHA-256 of its public key.
    #[must_use]
    pub fn id_bytes(&self) -> [u8; 8] {
        device_id(&self.public_key())
    }

    /// The public key, RFC 8032 form.
    #[must_use]
    pub fn public_key(&self) -> [u8; 32] {
        let mut public_key = [0; 32];
        public_key.copy_from_slice(self.pair().public_key().as_ref());
        public_key
    }

    /// Signs, Ed25519. The message must say itself what it is (a bundle, an
    /// end mark), so that one never passes for another.
    #[must_use]
    pub fn sign(&self, message: &[u8]) -> [u8; 64] {
        let mut signature = [0; 64];
        signature.copy_from_slice(self.pair().sign(message).as_ref());
        signature
    }
}

impl fmt::Debug for DeviceIdentity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let id = u64::from_be_bytes(self.id_bytes());
        write!(f, "DeviceIdentity({id:016x}, [redacted])")
    }
}

/// The id of the device that has this public key.
#[must_use]
pub fn device_id(public_key: &[u8; 32]) -> [u8; 8] {
    sum(&[public_key])
}

/// Whether `signature` is by the owner of `public_key` over exactly `message`.
#[must_use]
pub fn verify(public_key: &[u8; 32], message: &[u8], signature: &[u8; 64]) -> bool {
    UnparsedPublicKey::new(&ED25519, public_key).verify(message, signature).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signature_holds_for_its_own_message_and_device_only() {
        let (ours, theirs) = (DeviceIdentity::mint().unwrap(), DeviceIdentity::mint().unwrap());
        let signature = ours.sign(b"bundle 1");
        assert!(verify(&ours.public_key(), b"bundle 1", &signature));
        assert!(!verify(&ours.public_key(), b"bundle 2", &signature));
        assert!(!verify(&theirs.public_key(), b"bundle 1", &signature));
    }

    #[test]
    fn every_flipped_bit_of_a_signature_is_refused() {
        let device = DeviceIdentity::mint().unwrap();
        let signature = device.sign(b"bundle");
        for bit in 0..signature.len() * 8 {
            let mut altered = signature;
            altered[bit / 8] ^= 1 << (bit % 8);
            assert!(!verify(&device.public_key(), b"bundle", &altered), "bit {bit}");
        }
    }

    #[test]
    fn an_identity_comes_back_from_its_seed() {
        let device = DeviceIdentity::mint().unwrap();
        let again = DeviceIdentity::from_seed(device.seed().duplicate());
        assert_eq!(again.public_key(), device.public_key());
        assert_eq!(again.id_bytes(), device.id_bytes());
        assert!(verify(&device.public_key(), b"bundle", &again.sign(b"bundle")));
    }

    /// RFC 8032, section 7.1, test 2.
    #[test]
    fn the_signature_is_ed25519_as_the_rfc_has_it() {
        let hex = |text: &str| -> Vec<u8> {
            let at = (0..text.len()).step_by(2);
            at.map(|i| u8::from_str_radix(&text[i..i + 2], 16).unwrap()).collect()
        };
        let seed = hex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb");
        let device = DeviceIdentity::from_seed(Secret::from_slice(&seed).unwrap());
        let public = hex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
        assert_eq!(device.public_key().as_slice(), public);
        let signature = hex("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da\
             085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
        assert_eq!(device.sign(&[0x72]).as_slice(), signature);
    }

    #[test]
    fn a_device_prints_its_id_and_nothing_of_its_key() {
        let device = DeviceIdentity::from_seed(Secret::from_bytes([5; 32]));
        let id = u64::from_be_bytes(device.id_bytes());
        assert_eq!(format!("{device:?}"), format!("DeviceIdentity({id:016x}, [redacted])"));
    }
}
