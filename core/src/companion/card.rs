//! Making the card: its key, its bytes, and making it afresh.

use super::who::{Who, date_of};
use super::{Companion, Platform, Trouble};
use crate::plan::Kind;
use crate::record::{DeviceId, Record, Slot, When};
use crate::store::{CardBytes, Disk, RealDisk, StoreError};
use crate::vault::{KeyItem, KeyStore, KeyStoreError};
use crate::words::{Arg, Words};
use hearth_card::{CARD_FILE, CardKey, Made};
use hearth_sealed::Secret;
use ring::digest::{SHA256, digest};
use ring::hmac;
use std::io::ErrorKind;
use std::path::Path;

/// The card's key, wrapped by the platform's key store, beside the card. The
/// card's door needs these two files and nothing else.
pub const CARD_KEY_FILE: &str = "card.key";
const MAX_WRAPPED: u64 = 8 * 1024;

/// The kinds that the card shows something of.
const SOURCES: [Kind; 16] = [
    Kind::Me,
    Kind::AboutMe,
    Kind::Card,
    Kind::Condition,
    Kind::Allergy,
    Kind::Medicine,
    Kind::Form,
    Kind::Person,
    Kind::Unwell,
    Kind::Sign,
    Kind::Step,
    Kind::Coping,
    Kind::KeptThing,
    Kind::Agreement,
    Kind::Attachment,
    Kind::Authority,
];

pub(super) struct CardMaker {
    key: CardKey,
    /// Whose card: means nothing outside, and no rotation changes it.
    person: String,
    /// Part of the plan can't be read: a card made from it may lack lines, and
    /// says so where it is never cut.
    lacking: bool,
}

impl CardMaker {
    /// With the card's key as the folder has it. Where there is none, or the
    /// key store has lost it, a new one is made: all that it sealed can be made
    /// again from the plan.
    pub fn new(
        folder: &Path,
        platform: &Platform,
        plan_secret: &Secret<32>,
        lacking: bool,
    ) -> Result<Self, Trouble> {
        let path = folder.join(CARD_KEY_FILE);
        let wrapped = match platform.disk.read(&path, MAX_WRAPPED) {
            Ok(wrapped) => Some(wrapped),
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::FileTooLarge) => None,
            // A disk that fails for a moment is no reason to replace the key.
            Err(error) => return Err(StoreError::from(error).into()),
        };
        let known = wrapped.map(|wrapped| platform.key_store.unwrap(KeyItem::Card, &wrapped));
        let secret = match known {
            Some(Ok(secret)) => secret.as_slice().try_into().ok().map(Secret::from_bytes),
            Some(Err(error @ (KeyStoreError::Locked | KeyStoreError::Failed { .. }))) => {
                return Err(crate::vault::VaultError::from(error).into());
            }
            Some(Err(KeyStoreError::Lost | KeyStoreError::Changed)) | None => None,
        };
        let secret: Secret<32> = match secret {
            Some(secret) => secret,
            None => {
                let secret = Secret::random().map_err(StoreError::from)?;
                let wrapped = platform.key_store.wrap(KeyItem::Card, secret.expose());
                let wrapped = wrapped.map_err(crate::vault::VaultError::from)?;
                platform.disk.replace(&path, &wrapped).map_err(StoreError::from)?;
                secret
            }
        };
        let mac = hmac::Key::new(hmac::HMAC_SHA256, plan_secret.expose());
        let person = hmac::sign(&mac, b"whose card");
        Ok(Self {
            key: CardKey::new(&secret),
            person: hex(person.as_ref().get(..16).unwrap_or_default()),
            lacking,
        })
    }

    /// The key that seals the card and its photo.
    pub fn key(&self) -> &CardKey {
        &self.key
    }

    /// Where part of the plan can't be read, the card says so.
    pub fn say_if_lacking(&self, doc: &mut hearth_card::CardDoc, words: &Words) {
        if self.lacking {
            doc.safety.push(words.safety_plain("card-may-lack-lines", &[]));
        }
    }

    /// Whether a change to these fields may change the card.
    pub fn is_touched_by(&self, mut slots: impl Iterator<Item = Slot>) -> bool {
        slots.any(|slot| SOURCES.iter().any(|kind| kind.number() == slot.kind))
    }

    /// The card's bytes, if it is not what is shown already.
    pub fn make(
        &self,
        record: &Record,
        words: &Words,
        device: DeviceId,
        now: When,
        shown: &[u8],
    ) -> Result<Option<CardBytes>, StoreError> {
        let who = Who { record, words, device, today: None };
        let mut doc = who.card();
        doc.person.clone_from(&self.person);
        self.say_if_lacking(&mut doc, words);
        // The hash is of what the card says, so that an edit that changes no
        // line of it writes no file.
        let said = serde_json::to_vec(&doc).map_err(|_| StoreError::CardNotMade)?;
        let source = digest(&SHA256, &said).as_ref().to_vec();
        if source == shown {
            return Ok(None);
        }
        doc.made = made(words, now);
        doc.hash = hex(&source);
        let sealed = hearth_card::seal(&doc, &self.key).map_err(|error| match error {
            hearth_card::SealError::TooLarge { .. } => StoreError::CardFull,
            hearth_card::SealError::NoRandomness(error) => error.into(),
            hearth_card::SealError::Doc(_) | hearth_card::SealError::Json => StoreError::CardNotMade,
        })?;
        Ok(Some(CardBytes { sealed, source }))
    }
}

/// When a card is made, in words.
pub(super) fn made(words: &Words, now: When) -> Made {
    let line = words.beside_english(|words| match date_of(now) {
        Some(date) => words.plain("card-made-on", &[("date", Arg::Text(&words.day(date)))]),
        None => words.plain("date-clock-wrong", &[]),
    });
    Made { at: now.ms, offset: i32::from(now.offset), line }
}

/// The card's key as the card's own door gets it: the wrapped key beside the
/// card, and the one key-store item that it needs. Never makes a new one.
pub fn card_key(folder: &Path, platform: &Platform) -> Result<CardKey, Trouble> {
    Ok(CardKey::new(&secret_at(folder, &*platform.disk, &*platform.key_store)?))
}

/// The bytes of that key, for a shell whose widget opens the card by itself.
pub fn card_secret(folder: &Path, key_store: &dyn KeyStore) -> Result<Secret<32>, Trouble> {
    secret_at(folder, &RealDisk, key_store)
}

fn secret_at(folder: &Path, disk: &dyn Disk, key_store: &dyn KeyStore) -> Result<Secret<32>, Trouble> {
    let wrapped = disk.read(&folder.join(CARD_KEY_FILE), MAX_WRAPPED);
    // Without its key there is no card: what is said of that is the card's own, and not that an entry is gone.
    let wrapped = wrapped.map_err(|error| Trouble::CardDoor(error.into()))?;
    let secret = key_store.unwrap(KeyItem::Card, &wrapped).map_err(crate::vault::VaultError::from)?;
    Secret::from_slice(&secret).ok_or(Trouble::Card)
}

impl Companion {
    /// Makes the card file afresh where it is missing, does not open, is behind,
    /// or may be.
    pub fn refresh_card(&self) -> Result<(), Trouble> {
        let mut ledger = self.ledger();
        let options = ledger.store().options().clone();
        let source = ledger.store().card_source();
        let opened = hearth_card::open(&options.card, &self.card.key);
        let opens = opened.is_ok();
        let sound = match opened {
            // Made anew from a plan with damage in it, the card could lack what
            // it still says: an allergy, whom to call.
            Ok(_) if self.card.lacking => return Ok(()),
            Ok(card) => !card.may_be_behind && card.doc.hash == hex(source),
            // Also one that says a newer app wrote it: this app's door can't open
            // it, and it may only be a changed bit.
            Err(_) => false,
        };
        let shown = if sound { source.to_vec() } else { Vec::new() };
        let now = self.platform.clock.now();
        let card = self.card.make(ledger.record(), &self.words, ledger.device(), now, &shown)?;
        let Some(card) = card else { return Ok(()) };
        let kept = ledger.store_mut().refresh_card(&card);
        if kept.is_err() && !opens {
            // The plan can be read and not written, and there is no card that
            // opens: one is made all the same, and made again at every opening
            // until the plan can note that it was.
            options.disk.replace(&options.card.join(CARD_FILE), &card.sealed).map_err(StoreError::from)?;
        }
        Ok(kept?)
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
