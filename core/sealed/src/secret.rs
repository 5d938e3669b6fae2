//! Secret bytes: wiped when dropped, never printed; and where they come from.

use std::fmt;

use ring::rand::{SecureRandom, SystemRandom};
use zeroize::{Zeroize, ZeroizeOnDrop};

/// The system's generator gave no random bytes; nothing may be sealed without.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this device gave no random numbers, so nothing could be sealed")]
pub struct NoRandomness;

/// Fills `out` from the system's generator.
///
/// # Errors
/// [`NoRandomness`]; `out` is then not to be used.
pub fn random(out: &mut [u8]) -> Result<(), NoRandomness> {
    SystemRandom::new().fill(out).map_err(|_| NoRandomness)
}

/// `N` secret bytes. Wiped when dropped; `Debug` prints `[redacted]`.
///
/// They live in one place on the heap, so that moving a `Secret` leaves no copy
/// behind. Neither `Copy`, `Clone` nor comparable: each would invite a leak.
pub struct Secret<const N: usize>(Box<[u8; N]>);

impl<const N: usize> Secret<N> {
    /// `N` fresh bytes from the system's generator.
    ///
    /// # Errors
    /// [`NoRandomness`] when the system has none to give.
    pub fn random() -> Result<Self, NoRandomness> {
        let mut secret = Self(Box::new([0; N]));
        random(secret.0.as_mut_slice())?;
        Ok(secret)
    }

    /// Takes bytes in. The caller's other copies, if any, are the caller's to wipe.
    #[must_use]
    pub fn from_bytes(mut bytes: [u8; N]) -> Self {
        let secret = Self(Box::new(bytes));
        bytes.zeroize();
        secret
    }

    /// Takes bytes in from a slice; `None` unless it is exactly `N` long.
    #[must_use]
    pub fn from_slice(bytes: &[u8]) -> Option<Self> {
        if bytes.len() != N {
            return None;
        }
        let mut secret = Self(Box::new([0; N]));
        secret.0.copy_from_slice(bytes);
        Some(secret)
    }

    /// A second copy, said aloud: each one is another place to wipe.
    #[must_use]
    pub fn duplicate(&self) -> Self {
        let mut copy = Self(Box::new([0; N]));
        copy.0.copy_from_slice(self.0.as_slice());
        copy
    }

    /// The bytes themselves, for a cipher or a wrapper only.
    #[must_use]
    pub fn expose(&self) -> &[u8; N] {
        &self.0
    }
}

impl<const N: usize> Drop for Secret<N> {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl<const N: usize> ZeroizeOnDrop for Secret<N> {}

impl<const N: usize> fmt::Debug for Secret<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_prints_nothing_of_itself() {
        let secret = Secret::from_bytes([0xab; 32]);
        assert_eq!(format!("{secret:?} {secret:#?}"), "[redacted] [redacted]");
    }

    #[test]
    fn a_secret_is_made_only_from_as_many_bytes_as_it_holds() {
        assert!(Secret::<4>::from_slice(&[1, 2, 3]).is_none());
        assert!(Secret::<4>::from_slice(&[1, 2, 3, 4, 5]).is_none());
        let secret = Secret::<4>::from_slice(&[1, 2, 3, 4]).unwrap();
        assert_eq!(secret.expose(), &[1, 2, 3, 4]);
        assert_eq!(secret.duplicate().expose(), &[1, 2, 3, 4]);
        assert_eq!(Secret::from_bytes([9; 4]).expose(), &[9; 4]);
    }

    #[test]
    fn two_random_secrets_differ_and_are_not_empty() {
        let (a, b) = (Secret::<32>::random().unwrap(), Secret::random().unwrap());
        assert_ne!(a.expose(), b.expose());
        assert_ne!(a.expose(), &[0; 32]);
    }

    #[test]
    fn random_fills_the_whole_of_what_it_is_given() {
        let mut seen = [0_u8; 40];
        for _ in 0..8 {
            let mut out = [0_u8; 40];
            random(&mut out).unwrap();
            seen.iter_mut().zip(out).for_each(|(seen, byte)| *seen |= byte);
        }
        assert!(seen.iter().all(|&byte| byte != 0));
    }
}
