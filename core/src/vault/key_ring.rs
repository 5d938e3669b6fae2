//! The key ring: what is stored of the keys, none of it in clear.

use std::fmt;

use hearth_sealed::{KeyId, NoRandomness, OpenError, SealKey, Secret, random};
use ring::hmac;

use super::VaultError;
use super::derive::Root;
use super::device::DeviceIdentity;
use super::key_store::{KeyItem, KeyStore};
use super::keys::{DataKey, Keys};
use super::recovery::RecoveryWords;

mod form;

pub use form::MAX_RING_BYTES;
use form::{FORMAT, Fields};

/// What is stored of the keys of one epoch: the data key wrapped twice (by the
/// platform's key store and under the recovery words), and, sealed under it, the
/// recovery words, the plan secret and the device's key.
///
/// A key ring never changes: each operation gives a new one, to be written over
/// the old in one durable step. Killed before that step, the old one still opens.
/// `Debug` shows the epoch's id only.
#[derive(Clone)]
pub struct KeyRing {
    fields: Fields,
    /// The fields as they were written, which is what the mac is over.
    body: Vec<u8>,
    mac: [u8; 32],
}

/// What each sealed part is, bound to it together with the key id.
mod label {
    pub(super) const BY_WORDS: &[u8] = b"hearth key ring 1: data key under words";
    pub(super) const WORDS: &[u8] = b"hearth key ring 1: recovery words";
    pub(super) const PLAN_SECRET: &[u8] = b"hearth key ring 1: plan secret";
    pub(super) const DEVICE: &[u8] = b"hearth key ring 1: device key";
    pub(super) const CHECK: &[u8] = b"hearth key ring 1: check";
}

impl KeyRing {
    /// Makes everything new: a plan's first day.
    ///
    /// # Errors
    /// [`VaultError::KeyStore`]; [`VaultError::WrongKeyStore`] when the key store
    /// does not give back what it has just wrapped; [`VaultError::NoRandomness`].
    pub fn create(store: &dyn KeyStore) -> Result<(Self, Keys, RecoveryWords), VaultError> {
        let keys = Keys::new(fresh_data_key()?, Secret::random()?, DeviceIdentity::mint()?);
        let words = RecoveryWords::new()?;
        let ring = Self::first(&keys, &words, store, Vec::new())?;
        Ok((ring, keys, words))
    }

    /// Opens with the platform's key store: every day's way.
    ///
    /// # Errors
    /// [`VaultError::KeyStore`] as the key store said; [`VaultError::WrongKeyStore`]
    /// when it gave another key than this ring's; [`VaultError::Damaged`],
    /// [`VaultError::NewerFormat`].
    pub fn open(&self, store: &dyn KeyStore) -> Result<Keys, VaultError> {
        let secret = store.unwrap(KeyItem::Plan, &self.fields.by_store)?;
        let secret = Secret::from_slice(&secret).ok_or(VaultError::WrongKeyStore)?;
        self.unlock(DataKey { id: self.fields.id, secret }, VaultError::WrongKeyStore)
    }

    /// Opens with the recovery words, when the key store is lost. Then
    /// [`rewrap`](Self::rewrap), so that the next day needs no words.
    ///
    /// # Errors
    /// [`VaultError::WrongWords`], [`VaultError::Damaged`], [`VaultError::NewerFormat`].
    pub fn open_with_words(&self, words: &RecoveryWords) -> Result<Keys, VaultError> {
        let key = words_key(self.fields.id, words);
        let secret = key.open(label::BY_WORDS, &self.fields.by_words).map_err(|error| match error {
            OpenError::NotAuthentic => VaultError::WrongWords,
            error => damaged(error),
        })?;
        let secret = Secret::from_slice(&secret).ok_or(VaultError::Damaged)?;
        self.unlock(DataKey { id: self.fields.id, secret }, VaultError::Damaged)
    }

    /// The same keys and words, wrapped by another key store, or by the same one
    /// after it lost its key.
    ///
    /// # Errors
    /// As [`create`](Self::create), and [`VaultError::OtherKeys`].
    pub fn rewrap(&self, keys: &Keys, store: &dyn KeyStore) -> Result<Self, VaultError> {
        self.check_that_these_are_its(keys)?;
        let by_store = wrap(keys.data(), store)?;
        Self::bind(Fields { by_store, ..self.fields.clone() }, keys)
    }

    /// New words for the same keys: the ordinary rotation. Old words no longer
    /// open the new ring; who holds an old copy of the ring and the old words can
    /// still open that, and with it this plan. After a loss, [`new_dek`](Self::new_dek).
    ///
    /// # Errors
    /// [`VaultError::OtherKeys`], [`VaultError::NoRandomness`].
    pub fn new_words(&self, keys: &Keys) -> Result<(Self, RecoveryWords), VaultError> {
        self.check_that_these_are_its(keys)?;
        let words = RecoveryWords::new()?;
        let fields = Fields {
            by_words: seal_data_key(keys.data(), &words)?,
            words: ring_key(keys.data()).seal(label::WORDS, words.entropy().expose())?,
            ..self.fields.clone()
        };
        Ok((Self::bind(fields, keys)?, words))
    }

    /// A new data key and new words: the rotation after a lost phone. Plan secret
    /// and device key stay. Everything sealed under the old keys is then to be
    /// sealed again under the new, and every tag made again.
    ///
    /// # Errors
    /// As [`create`](Self::create), and [`VaultError::OtherKeys`].
    pub fn new_dek(
        &self,
        keys: &Keys,
        store: &dyn KeyStore,
    ) -> Result<(Self, Keys, RecoveryWords), VaultError> {
        self.check_that_these_are_its(keys)?;
        let device = DeviceIdentity::from_seed(keys.device().seed().duplicate());
        let keys = Keys::new(fresh_data_key()?, keys.plan_secret().duplicate(), device);
        let words = RecoveryWords::new()?;
        let ring = Self::first(&keys, &words, store, self.fields.unknown.clone())?;
        Ok((ring, keys, words))
    }

    /// A new device identity under the same keys and words: after a restore or a
    /// noticed rollback, so that no sequence number is ever used twice.
    ///
    /// # Errors
    /// [`VaultError::OtherKeys`], [`VaultError::NoRandomness`].
    pub fn new_device(&self, keys: &Keys) -> Result<(Self, Keys), VaultError> {
        self.check_that_these_are_its(keys)?;
        let device = DeviceIdentity::mint()?;
        let keys = Keys::new(keys.data().duplicate(), keys.plan_secret().duplicate(), device);
        let sealed = ring_key(keys.data()).seal(label::DEVICE, keys.device().seed().expose())?;
        let ring = Self::bind(Fields { device: sealed, ..self.fields.clone() }, &keys)?;
        Ok((ring, keys))
    }

    /// The words again, to show or to seal a backup with.
    ///
    /// # Errors
    /// [`VaultError::OtherKeys`], [`VaultError::Damaged`].
    pub fn recovery_words(&self, keys: &Keys) -> Result<RecoveryWords, VaultError> {
        self.check_that_these_are_its(keys)?;
        let entropy = open_part(&ring_key(keys.data()), label::WORDS, &self.fields.words)?;
        Ok(RecoveryWords::from_entropy(entropy))
    }

    /// The name of the epoch whose keys this holds.
    #[must_use]
    pub fn id(&self) -> KeyId {
        self.fields.id
    }

    /// The stored form; its parts are sealed, so it may lie anywhere.
    ///
    /// # Errors
    /// [`VaultError::TooLarge`].
    pub fn to_bytes(&self) -> Result<Vec<u8>, VaultError> {
        let bytes = form::frame(&self.body, &self.mac)?;
        if bytes.len() > MAX_RING_BYTES {
            return Err(VaultError::TooLarge { found: bytes.len() });
        }
        Ok(bytes)
    }

    /// Reads the stored form. That nobody altered it is known once it is opened.
    ///
    /// # Errors
    /// [`VaultError::TooLarge`], [`VaultError::NewerFormat`], [`VaultError::Damaged`].
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, VaultError> {
        let (body, mac) = form::unframe(bytes)?;
        Ok(Self { fields: Fields::decode(body)?, body: body.to_vec(), mac })
    }

    /// All of a ring's parts, sealed for the first time under these keys.
    fn first(
        keys: &Keys,
        words: &RecoveryWords,
        store: &dyn KeyStore,
        unknown: Vec<(u64, Vec<u8>)>,
    ) -> Result<Self, VaultError> {
        let data = keys.data();
        let key = ring_key(data);
        let fields = Fields {
            id: data.id,
            by_store: wrap(data, store)?,
            by_words: seal_data_key(data, words)?,
            words: key.seal(label::WORDS, words.entropy().expose())?,
            plan_secret: key.seal(label::PLAN_SECRET, keys.plan_secret().expose())?,
            device: key.seal(label::DEVICE, keys.device().seed().expose())?,
            check: key.seal(label::CHECK, b"")?,
            unknown,
        };
        Self::bind(fields, keys)
    }

    /// Binds the parts together.
    fn bind(fields: Fields, keys: &Keys) -> Result<Self, VaultError> {
        let body = fields.encode()?;
        let mut mac = [0; 32];
        mac.copy_from_slice(hmac::sign(&mac_key(keys.data()), &bound(&body)).as_ref());
        let ring = Self { fields, body, mac };
        // Too large is known here, before anything is written.
        ring.to_bytes()?;
        Ok(ring)
    }

    fn is_bound_by(&self, data: &DataKey) -> bool {
        hmac::verify(&mac_key(data), &bound(&self.body), &self.mac).is_ok()
    }

    /// The keys, if `data` is this ring's; else `wrong`.
    fn unlock(&self, data: DataKey, wrong: VaultError) -> Result<Keys, VaultError> {
        let key = ring_key(&data);
        key.open(label::CHECK, &self.fields.check).map_err(|error| match error {
            OpenError::NotAuthentic => wrong,
            error => damaged(error),
        })?;
        if !self.is_bound_by(&data) {
            return Err(VaultError::Damaged);
        }
        let plan_secret = open_part(&key, label::PLAN_SECRET, &self.fields.plan_secret)?;
        let device = open_part(&key, label::DEVICE, &self.fields.device)?;
        Ok(Keys::new(data, plan_secret, DeviceIdentity::from_seed(device)))
    }

    /// Nothing altered may be bound anew, and nothing sealed under other keys.
    fn check_that_these_are_its(&self, keys: &Keys) -> Result<(), VaultError> {
        if self.is_bound_by(keys.data()) { Ok(()) } else { Err(VaultError::OtherKeys) }
    }
}

impl fmt::Debug for KeyRing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "KeyRing({:?}, [redacted])", self.fields.id)
    }
}

/// A new epoch. That its name is the last one's again happens once in 2^32.
fn fresh_data_key() -> Result<DataKey, NoRandomness> {
    let mut id = [0; 4];
    random(&mut id)?;
    Ok(DataKey { id: KeyId(id), secret: Secret::random()? })
}

/// Wraps, and sees that it comes back: a key store that cannot give the key back
/// is to be found out on the first day, not on the second.
fn wrap(data: &DataKey, store: &dyn KeyStore) -> Result<Vec<u8>, VaultError> {
    let wrapped = store.wrap(KeyItem::Plan, data.secret.expose())?;
    let back = store.unwrap(KeyItem::Plan, &wrapped)?;
    if back.as_slice() != data.secret.expose() {
        return Err(VaultError::WrongKeyStore);
    }
    Ok(wrapped)
}

fn seal_data_key(data: &DataKey, words: &RecoveryWords) -> Result<Vec<u8>, NoRandomness> {
    words_key(data.id, words).seal(label::BY_WORDS, data.secret.expose())
}

fn open_part<const N: usize>(key: &SealKey, label: &[u8], sealed: &[u8]) -> Result<Secret<N>, VaultError> {
    let plain = key.open(label, sealed).map_err(damaged)?;
    Secret::from_slice(&plain).ok_or(VaultError::Damaged)
}

fn damaged(error: OpenError) -> VaultError {
    match error {
        OpenError::NewerVersion(version) => VaultError::NewerFormat(version.into()),
        OpenError::TooShort | OpenError::OtherKey { .. } | OpenError::NotAuthentic => VaultError::Damaged,
    }
}

/// What seals the ring's own parts.
fn ring_key(data: &DataKey) -> SealKey {
    SealKey::new(data.id, &data.root().key("ring"))
}

fn mac_key(data: &DataKey) -> hmac::Key {
    data.root().mac_key("ring mac")
}

fn bound(body: &[u8]) -> Vec<u8> {
    [&[FORMAT], body].concat()
}

fn words_key(id: KeyId, words: &RecoveryWords) -> SealKey {
    let root = Root::new(b"hearth recovery 1", words.entropy().expose());
    SealKey::new(id, &root.key("ring"))
}

#[cfg(test)]
mod tests;
