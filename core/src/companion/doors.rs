//! The doors: the first run, and every opening after.

use super::card::CardMaker;
use super::{Companion, Folders, Platform, Trouble, Writer};
use crate::plan::{self, Device, Kind, Me};
use crate::record::{EntityId, Owner, Record, Value};
use crate::store::{self, Health, Ledger, OpenError, Options, Store};
use crate::vault::{KeyRing, RecoveryWords};
use crate::words::Words;
use std::path::PathBuf;
use std::sync::Mutex;

impl Companion {
    /// The first run: a plan with nothing in it but what to call the person.
    /// The recovery words are shown once here and can be shown again. One that
    /// was cut off before anything was written goes on where it was.
    pub fn begin(
        folders: &Folders,
        platform: Platform,
        call_me: &str,
    ) -> Result<(Companion, RecoveryWords), Trouble> {
        if call_me.trim().is_empty() {
            return Err(Trouble::NoName);
        }
        let name = Value::Text(call_me.trim().to_owned());
        plan::check(&Me::CALL_ME, &name)?;
        let (ledger, words) = new_or_untouched(options(folders, &platform))?;
        let companion = Self::over(ledger, platform)?;
        companion.write(Kind::Me, EntityId::only(Kind::Me.number()), &Me::CALL_ME, name, &Writer::Person)?;
        companion.introduce_this_phone()?;
        companion.refresh_card()?;
        Ok((companion, words))
    }

    /// Opens the plan. What was noticed on the way is in [`Companion::health`].
    /// `Missing` for one whose first run was cut off: that goes on.
    pub fn open(folders: &Folders, platform: Platform) -> Result<Companion, Trouble> {
        let ledger = Ledger::open(options(folders, &platform))?;
        if ledger.store().is_untouched() {
            return Err(OpenError::Missing.into());
        }
        Self::opened(ledger, platform)
    }

    /// Over a ledger that was opened or restored.
    pub(super) fn opened(ledger: Ledger, platform: Platform) -> Result<Companion, Trouble> {
        let companion = Self::over(ledger, platform)?;
        let health = companion.health();
        if health.state_lost || health.rolled_back {
            // Numbers that this phone gave to ops may have been given already.
            companion.become_a_new_phone()?;
        }
        // What can't be written now (a full disk) is no reason to keep the plan
        // shut: the old card is still there and says that it may be behind, and a
        // phone that is new here is listed at a later opening.
        if !companion.is_introduced() {
            let _ = companion.introduce_this_phone();
        }
        let _ = companion.refresh_card();
        let _ = companion.refresh_photo(&companion.ledger());
        Ok(companion)
    }

    /// Sets a plan that cannot be read aside, whole, on the person's tap. Returns
    /// where its database is now.
    pub fn set_aside(folders: &Folders, platform: &Platform) -> Result<PathBuf, Trouble> {
        Ok(store::set_aside(&options(folders, platform))?)
    }

    fn over(ledger: Ledger, platform: Platform) -> Result<Companion, Trouble> {
        let words = Words::new(platform.language);
        let secret = ledger.store().keys().plan_secret();
        let health = ledger.health();
        let lacking = !health.damaged.is_empty() || health.rows_changed || health.state_lost;
        let card = CardMaker::new(&ledger.store().options().card, &platform, secret, lacking)?;
        let observers = Mutex::default();
        let checked = Mutex::default();
        let (ledger, passes) = (Mutex::new(ledger), super::mail::Passes::default());
        Ok(Companion { ledger, card, platform, words, observers, checked, passes })
    }

    /// How the store was found, and what was noticed since.
    pub fn health(&self) -> Health {
        self.ledger().health()
    }

    /// A new name for this phone: after a restore, and when an older copy of the
    /// folder was put back.
    pub fn become_a_new_phone(&self) -> Result<(), Trouble> {
        self.ledger().renew_device()?;
        self.introduce_this_phone()
    }

    /// Whether this phone is listed among the person's own.
    fn is_introduced(&self) -> bool {
        let ledger = self.ledger();
        let key = ledger.store().keys().device().public_key();
        Device::all(ledger.record()).iter().any(|device| device.key.all().any(|known| *known == key))
    }

    /// Lists this phone among the person's own.
    pub(super) fn introduce_this_phone(&self) -> Result<(), Trouble> {
        let key = self.ledger().store().keys().device().public_key();
        let now = self.platform.clock.now();
        let fields = [
            (Device::NAME, Value::Text(self.platform.device_name.clone())),
            (Device::KEY, Value::Bytes(key.to_vec())),
            (Device::SINCE, Value::Instant(now.ms, now.offset)),
        ];
        self.add(Kind::Device, &fields, &Writer::Person).map(drop)
    }

    /// Shows the recovery words again.
    pub fn recovery_words(&self) -> Result<RecoveryWords, Trouble> {
        Ok(self.ledger().recovery_words()?)
    }

    /// Packs history if enough waits, takes away files that nothing names, and
    /// sees that the card's photo is the one to be shown. To be called when there
    /// is time.
    pub fn tidy(&self) -> Result<(), Trouble> {
        let mut ledger = self.ledger();
        ledger.pack_if_due()?;
        ledger.sweep()?;
        self.refresh_photo(&ledger)
    }

    /// Packs all history now.
    pub fn pack(&self) -> Result<(), Trouble> {
        Ok(self.ledger().pack()?)
    }
}

/// A new store, or one that a first run made and wrote nothing into.
fn new_or_untouched(options: Options) -> Result<(Ledger, RecoveryWords), Trouble> {
    let (ring, keys, words) = KeyRing::create(&*options.key_store)?;
    match Store::create(options.clone(), ring, keys) {
        Ok(store) => Ok((Ledger::over_new(store), words)),
        Err(OpenError::AlreadyHere) => {
            let ledger = Ledger::open(options)?;
            if !ledger.store().is_untouched() {
                return Err(OpenError::AlreadyHere.into());
            }
            let words = ledger.store().ring().recovery_words(ledger.store().keys())?;
            Ok((ledger, words))
        }
        Err(other) => Err(other.into()),
    }
}

pub(super) fn options(folders: &Folders, platform: &Platform) -> Options {
    Options {
        store: folders.store.clone(),
        card: folders.card.clone(),
        key_store: std::sync::Arc::clone(&platform.key_store),
        disk: std::sync::Arc::clone(&platform.disk),
        vfs: platform.vfs.clone(),
    }
}

/// A name for a new entity of the person's: where the plan stands now, then 80
/// random bits. Entries that nobody has put in an order so come in the order
/// they were written.
pub(super) fn new_entity(record: &Record) -> Result<EntityId, Trouble> {
    let mut bytes = [0; 16];
    hearth_sealed::random(&mut bytes).map_err(|error| Trouble::Open(error.into()))?;
    // A Lamport number is below 2^48, and the first bit is the owner's.
    let [_, _, now @ ..] = record.lamport().min(crate::record::MAX_LAMPORT / 2 - 1).to_be_bytes();
    bytes.iter_mut().zip(now).for_each(|(to, from)| *to = from);
    Ok(EntityId::new(Owner::Person, bytes))
}
