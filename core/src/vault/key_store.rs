//! The platform's key store, as the vault sees it.

use zeroize::Zeroizing;

/// What a key store wraps: two items, so that the card's path can read its own
/// key and never the plan's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum KeyItem {
    /// The data key of the plan.
    Plan,
    /// The key of the card file.
    Card,
}

/// The platform's key store: Android Keystore, iOS Keychain, a folder on a desk.
///
/// It needs no presence and works after the first unlock, so that work in the
/// background can go on; asking for a finger or a face is a lock of the screen.
///
/// Wrapping again must leave what was wrapped before openable: a rotation killed
/// half-way leaves the old key ring in place, and that must still open.
pub trait KeyStore: Send + Sync {
    /// Wraps a secret of at most 64 bytes; gives at most 4 KiB, which only
    /// [`unwrap`](Self::unwrap) of the same item needs to understand. Makes the
    /// platform's own key when there is none yet.
    ///
    /// # Errors
    /// [`KeyStoreError`].
    fn wrap(&self, item: KeyItem, secret: &[u8]) -> Result<Vec<u8>, KeyStoreError>;

    /// Gives back what [`wrap`](Self::wrap) was given. Never makes a new key.
    ///
    /// # Errors
    /// [`KeyStoreError`].
    fn unwrap(&self, item: KeyItem, wrapped: &[u8]) -> Result<Zeroizing<Vec<u8>>, KeyStoreError>;

    /// A number kept outside the plan's folder that only ever grows, the anchor
    /// against yesterday's folder put back. `None`: this platform has none.
    ///
    /// # Errors
    /// [`KeyStoreError`].
    fn counter(&self) -> Result<Option<u64>, KeyStoreError>;

    /// Raises the counter; a number at or below it changes nothing. Without a
    /// counter this does nothing.
    ///
    /// # Errors
    /// [`KeyStoreError`].
    fn advance(&self, to: u64) -> Result<(), KeyStoreError>;
}

/// Why a key store did not help.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KeyStoreError {
    /// Not before the phone is unlocked once: try again later, change nothing.
    #[error("this device has to be unlocked first")]
    Locked,
    /// The key is gone for good; recovery words bring the plan back.
    #[error("this device's key store no longer has the key")]
    Lost,
    /// The key is another than the one that wrapped: the store was reset, or its
    /// key was replaced. Recovery words bring the plan back.
    #[error("this device's key store has another key now")]
    Changed,
    /// Anything else; it may well pass.
    #[error("this device's key store failed (code {code})")]
    Failed {
        /// The platform's own number, for a person who helps. The software key
        /// store's are the operating system's, or below zero.
        code: i32,
    },
}
