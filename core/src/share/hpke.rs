//! Sealing to somebody's public key: HPKE (RFC 9180), mode auth, DHKEM(X25519, HKDF-SHA256),
//! HKDF-SHA256, AES-256-GCM, one message a context. What opens was sealed by whoever has the key
//! that is named as the sender's.

use hearth_sealed::{NoRandomness, Secret};
use hpke::aead::{Aead, AesGcm256};
use hpke::kdf::HkdfSha256;
use hpke::kem::X25519HkdfSha256;
use hpke::rand_core::{CryptoRng, TryCryptoRng, TryRng};
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
    let mut system = System::default();
    let sealed = seal_with::<AesGcm256>(to, from, info, b"", plain, &mut system).ok_or(NoRandomness)?;
    if system.failed {
        return Err(NoRandomness);
    }
    Ok(sealed)
}

fn seal_with<A: Aead>(
    to: &[u8; 32],
    from: &Secret<32>,
    info: &[u8],
    aad: &[u8],
    plain: &[u8],
    random: &mut impl CryptoRng,
) -> Option<Vec<u8>> {
    let to = Public::from_bytes(to).ok()?;
    let private = private_key(from)?;
    let public = X25519HkdfSha256::sk_to_pk(&private);
    let mode = OpModeS::Auth((private, public));
    let sealed =
        single_shot_seal_with_rng::<A, HkdfSha256, X25519HkdfSha256>(&mode, &to, info, plain, aad, random);
    let (enc, words) = sealed.ok()?;
    Some([enc.to_bytes().as_slice(), &words].concat())
}

/// Opens what was sealed to us by whoever has the private key of `from`. `None` for anything else.
pub fn open(own: &Secret<32>, from: &[u8; 32], info: &[u8], sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    open_with::<AesGcm256>(own, from, info, b"", sealed)
}

fn open_with<A: Aead>(
    own: &Secret<32>,
    from: &[u8; 32],
    info: &[u8],
    aad: &[u8],
    sealed: &[u8],
) -> Option<Zeroizing<Vec<u8>>> {
    let (enc, words) = sealed.split_at_checked(ENC)?;
    let enc = <X25519HkdfSha256 as Kem>::EncappedKey::from_bytes(enc).ok()?;
    let mode = OpModeR::Auth(Public::from_bytes(from).ok()?);
    let own = private_key(own)?;
    single_shot_open::<A, HkdfSha256, X25519HkdfSha256>(&mode, &own, &enc, info, words, aad)
        .ok()
        .map(Zeroizing::new)
}

#[cfg(test)]
mod tests {
    use super::*;
    use hpke::aead::AesGcm128;
    use std::collections::HashMap;

    fn long(hex: &str) -> Vec<u8> {
        let at = (0..hex.len()).step_by(2);
        at.map(|i| u8::from_str_radix(&hex[i..i + 2], 16).unwrap()).collect()
    }

    fn bytes<const N: usize>(hex: &str) -> [u8; N] {
        long(hex).try_into().unwrap()
    }

    /// Gives what a published vector says was drawn.
    struct Drawn(Vec<u8>);

    impl TryRng for Drawn {
        type Error = Infallible;

        fn try_next_u32(&mut self) -> Result<u32, Infallible> {
            unreachable!("keys are drawn as bytes")
        }

        fn try_next_u64(&mut self) -> Result<u64, Infallible> {
            unreachable!("keys are drawn as bytes")
        }

        fn try_fill_bytes(&mut self, out: &mut [u8]) -> Result<(), Infallible> {
            out.copy_from_slice(&self.0.drain(..out.len()).collect::<Vec<u8>>());
            Ok(())
        }
    }

    impl TryCryptoRng for Drawn {}

    fn is_as_published<A: Aead>(vector: &HashMap<&str, &str>) {
        let [recipient, sender] = ["skRm", "skSm"].map(|name| Secret::from_bytes(bytes(vector[name])));
        let [to, from] = ["pkRm", "pkSm"].map(|name| bytes::<32>(vector[name]));
        assert_eq!((public_of(&recipient), public_of(&sender)), (to, from));
        let [info, aad, plain] = ["info", "aad", "pt"].map(|name| long(vector[name]));
        let sealed = [long(vector["enc"]), long(vector["ct"])].concat();
        let mut drawn = Drawn(long(vector["ikmE"]));
        assert_eq!(seal_with::<A>(&to, &sender, &info, &aad, &plain, &mut drawn).unwrap(), sealed);
        assert!(drawn.0.is_empty(), "all that was drawn was used");
        assert_eq!(*open_with::<A>(&recipient, &from, &info, &aad, &sealed).unwrap(), plain);
        assert!(open_with::<A>(&recipient, &to, &info, &aad, &sealed).is_none(), "another sender");
    }

    /// The first encryption of mode auth with X25519 and HKDF-SHA256. That with AES-128-GCM is Appendix A.1.3 of RFC
    /// 9180; the RFC prints none with AES-256-GCM, which is ours: it is in the file that the RFC was made with,
    /// `test-vectors.json` at commit 5f503c5 of github.com/cfrg/draft-irtf-cfrg-hpke.
    #[test]
    fn the_rfcs_own_vectors_are_sealed_and_opened_to_the_byte() {
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/vectors/share/hpke-rfc9180.txt");
        let text = std::fs::read_to_string(file).unwrap();
        let vectors: Vec<HashMap<&str, &str>> = text
            .split("\n\n")
            .map(|part| part.lines().filter_map(|line| line.split_once(" = ")).collect())
            .collect();
        assert_eq!(vectors.len(), 2);
        for vector in &vectors {
            match vector["suite"] {
                "aes-256-gcm" => is_as_published::<AesGcm256>(vector),
                "aes-128-gcm" => is_as_published::<AesGcm128>(vector),
                other => panic!("{other}"),
            }
        }
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
        assert_eq!(
            open_with::<AesGcm256>(&recipient, &theirs, b"info", b"aad", &sealed).unwrap().as_slice(),
            b"plain"
        );
        assert!(open_with::<AesGcm256>(&recipient, &theirs, b"info", b"another", &sealed).is_none());
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
