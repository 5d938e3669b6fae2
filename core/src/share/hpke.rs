//! Sealing to somebody's public key: HPKE (RFC 9180), mode auth, DHKEM(X25519, HKDF-SHA256),
//! HKDF-SHA256, AES-256-GCM, one message a context. What opens was sealed by whoever has the key
//! that is named as the sender's.

use hearth_sealed::{NoRandomness, Secret};
use hpke::aead::AesGcm256;
use hpke::kdf::HkdfSha256;
use hpke::kem::X25519HkdfSha256;
use hpke::rand_core::{TryCryptoRng, TryRng};
use hpke::{
    Deserializable, Kem, OpModeR, OpModeS, Serializable, single_shot_open, single_shot_seal_with_rng,
};
use std::convert::Infallible;
use zeroize::Zeroizing;

/// Bytes of the encapsulated key, which come first.
pub const ENC: usize = 32;
/// How many bytes longer what is sealed is.
pub const OVERHEAD: usize = ENC + 16;

type Private = <X25519HkdfSha256 as Kem>::PrivateKey;
type Public = <X25519HkdfSha256 as Kem>::PublicKey;

/// The public key of 32 bytes that were drawn at random and are a private one.
pub fn public_of(private: &Secret<32>) -> [u8; 32] {
    let mut public = [0; 32];
    if let Some(private) = private_key(private) {
        public.copy_from_slice(&X25519HkdfSha256::sk_to_pk(&private).to_bytes());
    }
    public
}

fn private_key(private: &Secret<32>) -> Option<Private> {
    Private::from_bytes(private.expose()).ok()
}

/// The system's generator, in the form that the library asks for. It has no way to say that there
/// is no randomness: that is looked at after, and what came of it thrown away.
#[derive(Default)]
struct System {
    failed: bool,
}

impl TryRng for System {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        let mut bytes = [0; 4];
        self.try_fill_bytes(&mut bytes)?;
        Ok(u32::from_le_bytes(bytes))
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        let mut bytes = [0; 8];
        self.try_fill_bytes(&mut bytes)?;
        Ok(u64::from_le_bytes(bytes))
    }

    fn try_fill_bytes(&mut self, out: &mut [u8]) -> Result<(), Infallible> {
        self.failed |= hearth_sealed::random(out).is_err();
        Ok(())
    }
}

impl TryCryptoRng for System {}

/// Seals to a public key, from a private one. `info` says what it is and between whom, at most 1 KiB.
///
/// # Errors
/// [`NoRandomness`]; also where `to` is no key that anything can be sealed to.
pub fn seal(to: &[u8; 32], from: &Secret<32>, info: &[u8], plain: &[u8]) -> Result<Vec<u8>, NoRandomness> {
    let to = Public::from_bytes(to).map_err(|_| NoRandomness)?;
    let private = private_key(from).ok_or(NoRandomness)?;
    let public = X25519HkdfSha256::sk_to_pk(&private);
    let mut system = System::default();
    let mode = OpModeS::Auth((private, public));
    let sealed = single_shot_seal_with_rng::<AesGcm256, HkdfSha256, X25519HkdfSha256>(
        &mode,
        &to,
        info,
        plain,
        b"",
        &mut system,
    );
    let (enc, words) = sealed.map_err(|_| NoRandomness)?;
    if system.failed {
        return Err(NoRandomness);
    }
    Ok([enc.to_bytes().as_slice(), &words].concat())
}

/// Opens what was sealed to us by whoever has the private key of `from`. `None` for anything else.
pub fn open(own: &Secret<32>, from: &[u8; 32], info: &[u8], sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    open_with(own, from, info, b"", sealed)
}

fn open_with(
    own: &Secret<32>,
    from: &[u8; 32],
    info: &[u8],
    aad: &[u8],
    sealed: &[u8],
) -> Option<Zeroizing<Vec<u8>>> {
    let (enc, words) = sealed.split_at_checked(ENC)?;
    let enc = <X25519HkdfSha256 as Kem>::EncappedKey::from_bytes(enc).ok()?;
    let mode = OpModeR::Auth(Public::from_bytes(from).ok()?);
    single_shot_open::<AesGcm256, HkdfSha256, X25519HkdfSha256>(
        &mode,
        &private_key(own)?,
        &enc,
        info,
        words,
        aad,
    )
    .ok()
    .map(Zeroizing::new)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bytes<const N: usize>(hex: &str) -> [u8; N] {
        let at = (0..hex.len()).step_by(2);
        let bytes: Vec<u8> = at.map(|i| u8::from_str_radix(&hex[i..i + 2], 16).unwrap()).collect();
        bytes.try_into().unwrap()
    }

    #[test]
    fn what_another_program_sealed_by_the_rfc_opens() {
        // Made with pyhpke 0.6.5 (MIT), mode auth, this suite.
        let recipient =
            Secret::from_bytes(bytes("665d0698dbc8fb95afc25c3a4d9cf280d87a585b7999243ca6008fd03258975f"));
        let sender =
            Secret::from_bytes(bytes("0a367b92cf0b037dfd89960ee832d56f7fc151681bb41e53690e776f5786998a"));
        let theirs = bytes("0f23d7ab27305756fbaa05b2022083fe9249973996d8efc2d05306ac8d68a370");
        assert_eq!(
            public_of(&recipient),
            bytes("45aba58dbb6399e7c48cca46b9db23cfd05722d33a4dcbf8978a82d8a346e03a")
        );
        assert_eq!(public_of(&sender), theirs);
        let sealed: [u8; 53] = bytes(
            "202a11df14a5500d4dbc861f1121b9102ea8a288a241ad0bcd5080b680a8b560\
             640f69e0d798e53483209baa10f1a9b0aac8efb873",
        );
        assert_eq!(open_with(&recipient, &theirs, b"info", b"aad", &sealed).unwrap().as_slice(), b"plain");
        assert!(open_with(&recipient, &theirs, b"info", b"another", &sealed).is_none());
    }

    #[test]
    fn what_is_sealed_opens_for_its_recipient_from_its_sender_in_its_place_and_nowhere_else() {
        let [ours, theirs, others] = [1, 2, 3].map(|byte| Secret::from_bytes([byte; 32]));
        let sealed = seal(&public_of(&ours), &theirs, b"letter", b"words").unwrap();
        assert_eq!(sealed.len(), 5 + OVERHEAD);
        let from = public_of(&theirs);
        assert_eq!(open(&ours, &from, b"letter", &sealed).unwrap().as_slice(), b"words");
        assert!(open(&others, &from, b"letter", &sealed).is_none());
        assert!(open(&ours, &public_of(&others), b"letter", &sealed).is_none());
        assert!(open(&ours, &from, b"other", &sealed).is_none());
        for at in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[at] ^= 1;
            assert!(open(&ours, &from, b"letter", &changed).is_none(), "{at}");
            assert!(open(&ours, &from, b"letter", &sealed[..at]).is_none(), "{at}");
        }
        assert_ne!(sealed, seal(&public_of(&ours), &theirs, b"letter", b"words").unwrap());
    }

    #[test]
    fn nothing_is_sealed_to_a_key_that_opens_for_everybody() {
        let ours = Secret::from_bytes([1; 32]);
        assert!(seal(&[0; 32], &ours, b"", b"words").is_err());
        assert!(open(&ours, &[0; 32], b"", &[0; 64]).is_none());
    }
}
