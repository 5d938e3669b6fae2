//! For tests only: a key store that fails as platforms' key stores fail.

use std::sync::{Mutex, PoisonError};

use zeroize::Zeroizing;

use super::key_store::{KeyItem, KeyStore, KeyStoreError};
use super::software::SoftwareKeyStore;

/// How a [`FaultyKeyStore`] fails. Calls are counted from the moment the fault
/// is set, all four kinds of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// It does not fail.
    None,
    /// The first `calls` answer [`KeyStoreError::Locked`]; `u64::MAX`: for ever.
    Locked {
        /// How many.
        calls: u64,
    },
    /// Unwrapping answers [`KeyStoreError::Lost`].
    Lost,
    /// Unwrapping answers [`KeyStoreError::Changed`].
    Changed,
    /// Unwrapping answers, as if all were well, with another secret.
    OtherSecret,
    /// Unwrapping answers, as if all were well, with one byte less.
    ShorterSecret,
    /// One call answers [`KeyStoreError::Failed`].
    FailAt {
        /// Which, counted from 1.
        call: u64,
        /// The code it fails with.
        code: i32,
    },
    /// There is no counter on this platform; all else works.
    NoCounter,
}

/// A key store in memory that fails on demand. For tests only.
#[derive(Debug)]
pub struct FaultyKeyStore {
    inner: SoftwareKeyStore,
    script: Mutex<Script>,
}

#[derive(Debug)]
struct Script {
    fault: Fault,
    calls: u64,
}

impl FaultyKeyStore {
    /// A key store that works, until [`set`](Self::set).
    #[must_use]
    pub fn new() -> Self {
        Self {
            inner: SoftwareKeyStore::in_memory(),
            script: Mutex::new(Script { fault: Fault::None, calls: 0 }),
        }
    }

    /// From now on it fails like this, and counts calls from nought.
    pub fn set(&self, fault: Fault) {
        *self.script.lock().unwrap_or_else(PoisonError::into_inner) = Script { fault, calls: 0 };
    }

    /// How many calls there were since the fault was set.
    #[must_use]
    pub fn calls(&self) -> u64 {
        self.script.lock().unwrap_or_else(PoisonError::into_inner).calls
    }

    /// Counts a call and lets it fail where every kind of call does.
    fn call(&self) -> Result<Fault, KeyStoreError> {
        let mut script = self.script.lock().unwrap_or_else(PoisonError::into_inner);
        script.calls += 1;
        match script.fault {
            Fault::Locked { calls } if script.calls <= calls => Err(KeyStoreError::Locked),
            Fault::FailAt { call, code } if script.calls == call => Err(KeyStoreError::Failed { code }),
            fault => Ok(fault),
        }
    }
}

impl Default for FaultyKeyStore {
    fn default() -> Self {
        Self::new()
    }
}

impl KeyStore for FaultyKeyStore {
    fn wrap(&self, item: KeyItem, secret: &[u8]) -> Result<Vec<u8>, KeyStoreError> {
        self.call()?;
        self.inner.wrap(item, secret)
    }

    fn unwrap(&self, item: KeyItem, wrapped: &[u8]) -> Result<Zeroizing<Vec<u8>>, KeyStoreError> {
        let fault = self.call()?;
        match fault {
            Fault::Lost => return Err(KeyStoreError::Lost),
            Fault::Changed => return Err(KeyStoreError::Changed),
            _ => {}
        }
        let mut secret = self.inner.unwrap(item, wrapped)?;
        match fault {
            Fault::OtherSecret => secret.iter_mut().for_each(|byte| *byte ^= 0x5a),
            Fault::ShorterSecret => {
                secret.pop();
            }
            _ => {}
        }
        Ok(secret)
    }

    fn counter(&self) -> Result<Option<u64>, KeyStoreError> {
        match self.call()? {
            Fault::NoCounter => Ok(None),
            _ => self.inner.counter(),
        }
    }

    fn advance(&self, to: u64) -> Result<(), KeyStoreError> {
        match self.call()? {
            Fault::NoCounter => Ok(()),
            _ => self.inner.advance(to),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locked_store_unlocks_after_its_calls_and_nothing_is_lost() {
        let store = FaultyKeyStore::new();
        let wrapped = store.wrap(KeyItem::Plan, b"key").unwrap();
        store.set(Fault::Locked { calls: 2 });
        assert_eq!(store.unwrap(KeyItem::Plan, &wrapped).unwrap_err(), KeyStoreError::Locked);
        assert_eq!(store.counter().unwrap_err(), KeyStoreError::Locked);
        assert_eq!(store.unwrap(KeyItem::Plan, &wrapped).unwrap().as_slice(), b"key");
        assert_eq!(store.calls(), 3);
    }

    #[test]
    fn each_fault_is_what_it_says() {
        let store = FaultyKeyStore::new();
        let wrapped = store.wrap(KeyItem::Plan, b"key").unwrap();
        let unwrap = |fault| {
            store.set(fault);
            store.unwrap(KeyItem::Plan, &wrapped)
        };
        assert_eq!(unwrap(Fault::Lost).unwrap_err(), KeyStoreError::Lost);
        assert_eq!(unwrap(Fault::Changed).unwrap_err(), KeyStoreError::Changed);
        assert_eq!(unwrap(Fault::ShorterSecret).unwrap().as_slice(), b"ke");
        let other = unwrap(Fault::OtherSecret).unwrap();
        assert_eq!(other.len(), 3);
        assert_ne!(other.as_slice(), b"key");
        assert!(unwrap(Fault::FailAt { call: 2, code: 5 }).is_ok());
        assert_eq!(store.advance(1).unwrap_err(), KeyStoreError::Failed { code: 5 });
        assert_eq!(store.advance(1), Ok(()));
        store.set(Fault::NoCounter);
        assert_eq!(store.counter().unwrap(), None);
        assert_eq!(unwrap(Fault::None).unwrap().as_slice(), b"key");
        assert_eq!(store.counter().unwrap(), Some(1));
    }
}
