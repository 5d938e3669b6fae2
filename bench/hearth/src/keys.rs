//! A key store that has the key in hand: what it costs to ask a platform for it
//! is the platform's, not Hearth's.

use hearth_core::vault::{KeyItem, KeyStore, KeyStoreError, SoftwareKeyStore};
use std::collections::HashMap;
use std::path::Path;
use std::sync::Mutex;
use zeroize::Zeroizing;

type Unwrapped = HashMap<(KeyItem, Vec<u8>), Zeroizing<Vec<u8>>>;

/// Unwraps with the software key store the first time, from memory after.
pub struct InHand {
    store: SoftwareKeyStore,
    unwrapped: Mutex<Unwrapped>,
}

impl InHand {
    /// Over the software key store in a folder.
    pub fn open(folder: &Path) -> Result<Self, KeyStoreError> {
        let store = SoftwareKeyStore::open(folder)?;
        Ok(Self {
            store,
            unwrapped: Mutex::default(),
        })
    }
}

impl KeyStore for InHand {
    fn wrap(&self, item: KeyItem, secret: &[u8]) -> Result<Vec<u8>, KeyStoreError> {
        self.store.wrap(item, secret)
    }

    fn unwrap(&self, item: KeyItem, wrapped: &[u8]) -> Result<Zeroizing<Vec<u8>>, KeyStoreError> {
        let mut unwrapped = self
            .unwrapped
            .lock()
            .map_err(|_| KeyStoreError::Failed { code: -1 })?;
        if let Some(secret) = unwrapped.get(&(item, wrapped.to_vec())) {
            return Ok(secret.clone());
        }
        let secret = self.store.unwrap(item, wrapped)?;
        unwrapped.insert((item, wrapped.to_vec()), secret.clone());
        Ok(secret)
    }

    fn counter(&self) -> Result<Option<u64>, KeyStoreError> {
        Ok(None)
    }

    fn advance(&self, _: u64) -> Result<(), KeyStoreError> {
        Ok(())
    }
}
