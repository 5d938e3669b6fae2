//! What the platform brings, as foreign traits, and how the core sees it.

use crate::doors::{in_language, language_of};
use crate::error::HearthError;
use hearth_core::companion::{self, SystemClock, Trouble};
use hearth_core::record::When;
use hearth_core::sync::reach::Reach;
use hearth_core::vault::{self, KeyStoreError, SoftwareKeyStore, VaultError};
use std::path::Path;
use std::sync::Arc;
use zeroize::Zeroizing;

/// Where a plan lives.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Folders {
    /// The store's own folder, private to the app.
    pub store: String,
    /// The card's folder, where a widget reads it before the phone is unlocked.
    pub card: String,
}

impl Folders {
    pub(crate) fn core(&self) -> companion::Folders {
        companion::Folders { store: (&self.store).into(), card: (&self.card).into() }
    }
}

/// What the shell hands over.
#[derive(Clone, uniffi::Record)]
pub struct Platform {
    /// The platform's key store.
    pub key_store: Arc<dyn KeyStore>,
    /// A clock; the system's own where there is none.
    pub clock: Option<Arc<dyn Clock>>,
    /// The phone's language, as a BCP 47 tag: `en-GB`, `cy`. English where Hearth
    /// does not speak it.
    pub language: String,
    /// What the person calls this phone.
    pub device_name: String,
}

impl Platform {
    pub(crate) fn core(&self) -> companion::Platform {
        let key_store = Arc::new(ShellKeyStore(Arc::clone(&self.key_store)));
        let mut platform = companion::Platform::new(key_store, &self.device_name);
        if let Some(clock) = &self.clock {
            platform.clock = Arc::new(ShellClock(Arc::clone(clock)));
        }
        platform.language = language_of(&self.language);
        // A build to try things with asks a practice on this machine too: the shells' tests have one there. What is
        // shipped never does.
        if cfg!(debug_assertions) {
            platform.outside.reach = Reach::ThisMachine;
        }
        platform
    }
}

/// A moment: epoch milliseconds, and what the wall clock says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Moment {
    /// Milliseconds since 1970-01-01 00:00 UTC.
    pub ms: i64,
    /// Minutes that the wall clock is ahead of UTC.
    pub offset_minutes: i16,
}

/// What a key store wraps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum KeyItem {
    /// The data key of the plan.
    Plan,
    /// The key of the card file: the only one that the card's path reads.
    Card,
}

/// Why something of the shell's did not help.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error, uniffi::Error)]
pub enum ShellFault {
    /// Not before the phone is unlocked once.
    #[error("locked")]
    Locked,
    /// The key is gone for good.
    #[error("lost")]
    Lost,
    /// The key is another than the one that wrapped.
    #[error("changed")]
    Changed,
    /// Anything else; it may well pass.
    #[error("failed (code {code})")]
    Failed {
        /// The platform's own number; -1 for an exception that nobody expected.
        code: i32,
    },
}

impl From<uniffi::UnexpectedUniFFICallbackError> for ShellFault {
    /// Its text stays where it was thrown: it may hold anything.
    fn from(_: uniffi::UnexpectedUniFFICallbackError) -> Self {
        ShellFault::Failed { code: -1 }
    }
}

impl From<ShellFault> for KeyStoreError {
    fn from(fault: ShellFault) -> Self {
        match fault {
            ShellFault::Locked => KeyStoreError::Locked,
            ShellFault::Lost => KeyStoreError::Lost,
            ShellFault::Changed => KeyStoreError::Changed,
            ShellFault::Failed { code } => KeyStoreError::Failed { code },
        }
    }
}

impl From<KeyStoreError> for ShellFault {
    fn from(error: KeyStoreError) -> Self {
        match error {
            KeyStoreError::Locked => ShellFault::Locked,
            KeyStoreError::Lost => ShellFault::Lost,
            KeyStoreError::Changed => ShellFault::Changed,
            KeyStoreError::Failed { code } => ShellFault::Failed { code },
        }
    }
}

/// The platform's key store. It needs no presence and works after the first
/// unlock; asking for a finger or a face is a lock of the screen.
#[uniffi::export(with_foreign)]
pub trait KeyStore: Send + Sync {
    /// Wraps a secret of at most 64 bytes; gives at most 4 KiB. Makes the
    /// platform's own key when there is none yet. What was wrapped before must
    /// still unwrap.
    fn wrap(&self, item: KeyItem, secret: Vec<u8>) -> Result<Vec<u8>, ShellFault>;

    /// Gives back what `wrap` was given. Never makes a new key.
    fn unwrap(&self, item: KeyItem, wrapped: Vec<u8>) -> Result<Vec<u8>, ShellFault>;

    /// A number kept outside the plan's folder that only ever grows; none where
    /// the platform has none.
    fn counter(&self) -> Result<Option<u64>, ShellFault>;

    /// Raises the counter; a number at or below it changes nothing.
    fn advance(&self, to: u64) -> Result<(), ShellFault>;
}

/// What time the phone thinks it is. Only ever shown; nothing is ordered by it.
#[uniffi::export(with_foreign)]
pub trait Clock: Send + Sync {
    /// Now.
    fn now(&self) -> Result<Moment, ShellFault>;
}

/// A shell's key store, as the core sees it.
pub(crate) struct ShellKeyStore(pub Arc<dyn KeyStore>);

impl vault::KeyStore for ShellKeyStore {
    fn wrap(&self, item: vault::KeyItem, secret: &[u8]) -> Result<Vec<u8>, KeyStoreError> {
        Ok(self.0.wrap(item.into(), secret.to_vec())?)
    }

    fn unwrap(&self, item: vault::KeyItem, wrapped: &[u8]) -> Result<Zeroizing<Vec<u8>>, KeyStoreError> {
        Ok(Zeroizing::new(self.0.unwrap(item.into(), wrapped.to_vec())?))
    }

    fn counter(&self) -> Result<Option<u64>, KeyStoreError> {
        Ok(self.0.counter()?)
    }

    fn advance(&self, to: u64) -> Result<(), KeyStoreError> {
        Ok(self.0.advance(to)?)
    }
}

impl From<vault::KeyItem> for KeyItem {
    fn from(item: vault::KeyItem) -> Self {
        match item {
            vault::KeyItem::Plan => KeyItem::Plan,
            vault::KeyItem::Card => KeyItem::Card,
        }
    }
}

impl From<KeyItem> for vault::KeyItem {
    fn from(item: KeyItem) -> Self {
        match item {
            KeyItem::Plan => vault::KeyItem::Plan,
            KeyItem::Card => vault::KeyItem::Card,
        }
    }
}

/// A shell's clock; where it fails, the system's.
struct ShellClock(Arc<dyn Clock>);

impl companion::Clock for ShellClock {
    fn now(&self) -> When {
        match self.0.now() {
            Ok(now) => When { ms: now.ms, offset: now.offset_minutes },
            Err(_) => SystemClock.now(),
        }
    }
}

/// A key store in a folder: for a desk and for the shells' own tests. Its key
/// lies beside it, so it protects nothing from whoever reads the folder.
#[uniffi::export]
pub fn software_key_store(folder: &str) -> Result<Arc<dyn KeyStore>, HearthError> {
    in_language("", || {
        let store = SoftwareKeyStore::open(Path::new(folder)).map_err(VaultError::from)?;
        Ok::<Arc<dyn KeyStore>, Trouble>(Arc::new(InAFolder(store)))
    })
}

struct InAFolder(SoftwareKeyStore);

impl KeyStore for InAFolder {
    fn wrap(&self, item: KeyItem, secret: Vec<u8>) -> Result<Vec<u8>, ShellFault> {
        Ok(vault::KeyStore::wrap(&self.0, item.into(), &Zeroizing::new(secret))?)
    }

    fn unwrap(&self, item: KeyItem, wrapped: Vec<u8>) -> Result<Vec<u8>, ShellFault> {
        Ok(vault::KeyStore::unwrap(&self.0, item.into(), &wrapped)?.to_vec())
    }

    fn counter(&self) -> Result<Option<u64>, ShellFault> {
        Ok(vault::KeyStore::counter(&self.0)?)
    }

    fn advance(&self, to: u64) -> Result<(), ShellFault> {
        Ok(vault::KeyStore::advance(&self.0, to)?)
    }
}
