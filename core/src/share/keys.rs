//! The keys of one side of a pairing: one to be sealed to, one to sign with. Each pairing has its
//! own, so that two of somebody's carers who compare theirs do not learn that it is the same person.

use super::hpke;
use hearth_sealed::{NoRandomness, Secret};
use ring::signature::{ED25519, Ed25519KeyPair, KeyPair, UnparsedPublicKey};
use zeroize::Zeroizing;

/// Bytes of one side's private keys.
pub const OWN: usize = 64;
/// Bytes of one side's public keys.
pub const PUBLIC: usize = 64;

/// Our side. Prints `[redacted]`.
#[derive(Debug)]
pub struct Own {
    opens: Secret<32>,
    signs: Secret<32>,
}

/// The other side, as it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Public {
    /// What is sealed to it is sealed to this (X25519).
    pub seal: [u8; 32],
    /// What it signs is signed with this (Ed25519).
    pub sign: [u8; 32],
}

impl Own {
    /// New ones.
    ///
    /// # Errors
    /// [`NoRandomness`].
    pub fn new() -> Result<Self, NoRandomness> {
        Ok(Self { opens: Secret::random()?, signs: Secret::random()? })
    }

    /// Kept ones; `None` where they are not.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (opens, signs) = bytes.split_at_checked(32)?;
        Some(Self { opens: Secret::from_slice(opens)?, signs: Secret::from_slice(signs)? })
    }

    /// To be kept, sealed.
    pub fn to_bytes(&self) -> Zeroizing<Vec<u8>> {
        Zeroizing::new([self.opens.expose().as_slice(), self.signs.expose()].concat())
    }

    fn signer(&self) -> Option<Ed25519KeyPair> {
        Ed25519KeyPair::from_seed_unchecked(self.signs.expose()).ok()
    }

    /// What the other side is given.
    pub fn public(&self) -> Public {
        let sign = self.signer().and_then(|pair| pair.public_key().as_ref().try_into().ok());
        Public { seal: hpke::public_of(&self.opens), sign: sign.unwrap_or_default() }
    }

    /// Signs. What is signed says itself what it is.
    pub fn sign(&self, message: &[u8]) -> [u8; 64] {
        let signature = self.signer().map(|pair| pair.sign(message));
        signature.and_then(|signature| signature.as_ref().try_into().ok()).unwrap_or([0; 64])
    }

    /// Seals to another side.
    ///
    /// # Errors
    /// [`NoRandomness`].
    pub fn seal_to(&self, to: &Public, info: &[u8], plain: &[u8]) -> Result<Vec<u8>, NoRandomness> {
        hpke::seal(&to.seal, &self.opens, info, plain)
    }

    /// Opens what another side sealed to this one.
    pub fn open_from(&self, from: &Public, info: &[u8], sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        hpke::open(&self.opens, &from.seal, info, sealed)
    }
}

impl Public {
    /// As it travels.
    pub fn to_bytes(self) -> [u8; PUBLIC] {
        let mut bytes = [0; PUBLIC];
        bytes.iter_mut().zip(self.seal.iter().chain(&self.sign)).for_each(|(to, from)| *to = *from);
        bytes
    }

    /// From 64 bytes.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (seal, sign) = bytes.split_at_checked(32)?;
        Some(Self { seal: seal.try_into().ok()?, sign: sign.try_into().ok()? })
    }

    /// Whether its owner signed just this.
    pub fn signed(&self, message: &[u8], signature: &[u8]) -> bool {
        UnparsedPublicKey::new(&ED25519, &self.sign).verify(message, signature).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_kept_whole_and_their_public_half_is_always_the_same() {
        let own = Own::new().unwrap();
        let again = Own::from_bytes(&own.to_bytes()).unwrap();
        assert_eq!(own.public(), again.public());
        assert_eq!(Public::from_bytes(&own.public().to_bytes()), Some(own.public()));
        assert!(Own::from_bytes(&[1; 63]).is_none() && Own::from_bytes(&[1; 65]).is_none());
        assert!(Public::from_bytes(&[1; 63]).is_none() && Public::from_bytes(&[1; 65]).is_none());
        assert!(own.public().signed(b"word", &again.sign(b"word")));
        assert!(!own.public().signed(b"other", &own.sign(b"word")));
        assert!(!Own::new().unwrap().public().signed(b"word", &own.sign(b"word")));
        assert!(!format!("{own:?}").contains(char::is_numeric), "{own:?}");
    }
}
