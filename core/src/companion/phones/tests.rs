//! Two phones of one person, by the companion's doors.

use super::*;
use crate::companion::{Clock, Folders, Platform};
use crate::plan::{Allergy, Card, Common, Goal};
use crate::store::{BundleError, Ledger, Options, Store};
use crate::vault::SoftwareKeyStore;
use std::sync::Arc;
use tempfile::TempDir;

struct Noon;

impl Clock for Noon {
    fn now(&self) -> When {
        // Thursday 26 November 2026, 12:00 in London.
        When { ms: 1_795_694_400_000, offset: 0 }
    }
}

struct Phones {
    folder: TempDir,
    one: Companion,
}

fn platform(name: &str) -> Platform {
    let keys = Arc::new(SoftwareKeyStore::in_memory());
    Platform { clock: Arc::new(Noon), ..Platform::new(keys, name) }
}

impl Phones {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let folders = folders(&folder, "one");
        let (one, _) = Companion::begin(&folders, platform("Jo's phone"), "Jo Example").unwrap();
        Self { folder, one }
    }

    /// Another phone with the same keys, and all of the first one's plan.
    fn another(&self, name: &str) -> Companion {
        self.another_on(platform(name), name)
    }

    fn another_on(&self, platform: Platform, name: &str) -> Companion {
        let Folders { store, card } = folders(&self.folder, name);
        let key_store = Arc::clone(&platform.key_store);
        let disk = Arc::clone(&platform.disk);
        let options = Options { store, card, key_store, disk, vfs: None };
        let mut ledger = self.one.ledger();
        let whole = ledger.make_bundle(None, Noon.now()).unwrap();
        let (ring, keys) = (ledger.store().ring(), ledger.store().keys());
        let (ring, keys) = ring.rewrap(keys, &*options.key_store).unwrap().new_device(keys).unwrap();
        let mut ledger = Ledger::over_new(Store::create(options, ring, keys).unwrap());
        ledger.take_bundle(&whole, |_, _| Ok(None)).unwrap();
        Companion::opened(ledger, platform).unwrap()
    }
}

fn folders(folder: &TempDir, name: &str) -> Folders {
    let name = name.replace(' ', "-");
    Folders { store: folder.path().join(&name).join("store"), card: folder.path().join(name).join("card") }
}

fn goal(phone: &Companion, words: &str) -> EntityId {
    let words = [(Goal::WORDS, Value::Text(words.into()))];
    phone.add(Kind::Goal, &words, &Writer::Person).unwrap()
}

fn goals(phone: &Companion) -> Vec<Vec<String>> {
    phone.home().goals.into_iter().map(|goal| goal.words).collect()
}

/// Without the marks that keep names from turning a line around.
fn said(sentences: &[String]) -> Vec<String> {
    sentences.iter().map(|said| said.replace(['\u{2068}', '\u{2069}'], "")).collect()
}

#[test]
fn a_new_phone_is_taken_in_and_named() {
    let phones = Phones::new();
    let two = phones.another("old phone");
    goal(&two, "Walk to the bridge");
    let view = phones.one.take_bundle(&two.bundle_for(None).unwrap()).unwrap();
    assert_eq!(said(&view.sentences), ["A phone joined: old phone, today", "4 changes came from old phone"]);
    assert_eq!((view.new, view.known), (4, 4));
    assert_eq!(goals(&phones.one), [["Walk to the bridge"]]);
    let listed = phones.one.phones();
    assert_eq!(
        listed.iter().map(|phone| phone.name.as_str()).collect::<Vec<_>>(),
        ["Jo's phone", "old phone"]
    );
    assert_eq!(listed.iter().map(|phone| phone.this_phone).collect::<Vec<_>>(), [true, false]);
    assert!(listed.iter().all(|phone| phone.since == "today" && phone.ended.is_none()));
    assert_eq!(listed[1].device, Some(two.ledger().device()));
}

#[test]
fn a_bundle_for_a_phone_that_answered_holds_only_what_it_has_not() {
    let phones = Phones::new();
    let two = phones.another("old phone");
    let (one, device) = (&phones.one, two.ledger().device());
    one.take_bundle(&two.bundle_for(None).unwrap()).unwrap();
    two.take_bundle(&one.bundle_for(Some(device)).unwrap()).unwrap();
    one.take_bundle(&two.bundle_for(None).unwrap()).unwrap();
    goal(one, "Walk to the bridge");
    let view = two.take_bundle(&one.bundle_for(Some(device)).unwrap()).unwrap();
    assert_eq!(view.new, 1);
    assert_eq!(said(&view.sentences), ["1 change came from Jo's phone"]);
    let again = one.bundle_for(Some(device)).unwrap();
    let view = two.take_bundle(&again).unwrap();
    assert_eq!(said(&view.sentences), ["Nothing new came from Jo's phone. It was all here already."]);
    let view = two.take_bundle(&again).unwrap();
    assert_eq!(said(&view.sentences), ["This was here already. Nothing changed."]);
}

#[test]
fn what_the_card_shows_comes_with_the_bundle_in_one_step() {
    let phones = Phones::new();
    let two = phones.another("old phone");
    let card = |phone: &Companion| {
        let card = phone.ledger().store().options().card.clone();
        std::fs::read(card.join(hearth_card::CARD_FILE)).unwrap()
    };
    let before = card(&two);
    let latex = [(Allergy::WHAT, Value::Text("Latex".into())), (Common::ON_CARD, Value::Bool(true))];
    phones.one.add(Kind::Allergy, &latex, &Writer::Person).unwrap();
    two.take_bundle(&phones.one.bundle_for(None).unwrap()).unwrap();
    assert_ne!(card(&two), before);
    assert_eq!(two.ledger().store().card_source(), phones.one.ledger().store().card_source());
    let same = card(&two);
    goal(&phones.one, "Sleep through the night");
    two.take_bundle(&phones.one.bundle_for(None).unwrap()).unwrap();
    assert_eq!(card(&two), same, "a goal is not on the card");
}

#[test]
fn a_removed_phone_is_told_so_and_refused() {
    let phones = Phones::new();
    let two = phones.another("old phone");
    let (one, three) = (&phones.one, phones.another("tablet"));
    one.take_bundle(&two.bundle_for(None).unwrap()).unwrap();
    let lost = one.phones()[1].id;
    one.remove_phone(lost).unwrap();
    three.take_bundle(&one.bundle_for(None).unwrap()).unwrap();
    goal(&two, "written by a thief");
    for phone in [one, &three] {
        let refused = phone.take_bundle(&two.bundle_for(None).unwrap()).unwrap_err();
        assert!(matches!(refused, Trouble::Bundle(BundleError::RemovedPhone)));
        assert!(refused.sentence(phone.words()).starts_with("This came from a phone that was removed"));
        assert!(goals(phone).is_empty());
        let ended = phone.phones().into_iter().find(|phone| phone.id == lost).unwrap().ended.unwrap();
        let said = said(&[ended]);
        assert_eq!(said, ["Removed, today. What that phone holds already can’t be called back."]);
    }
}

#[test]
fn the_phone_in_the_hand_is_not_removed_by_itself() {
    let phones = Phones::new();
    let this = phones.one.phones()[0].id;
    assert!(matches!(phones.one.remove_phone(this), Err(Trouble::ThisPhone)));
    assert!(matches!(phones.one.remove_phone(EntityId([7; 16])), Err(Trouble::NotFound)));
    assert!(phones.one.phones()[0].ended.is_none());
}

#[test]
fn a_phone_that_went_back_says_so_and_is_listed_anew() {
    let phones = Phones::new();
    let platform = platform("old phone");
    let two = phones.another_on(platform.clone(), "old phone");
    phones.one.take_bundle(&two.bundle_for(None).unwrap()).unwrap();
    let options = two.ledger().store().options().clone();
    drop(two);
    let older = Folders { store: phones.folder.path().join("older"), card: options.card.clone() };
    std::fs::create_dir_all(&older.store).unwrap();
    for entry in std::fs::read_dir(&options.store).unwrap() {
        let entry = entry.unwrap();
        std::fs::copy(entry.path(), older.store.join(entry.file_name())).unwrap();
    }
    let place = Folders { store: options.store, card: options.card };
    let two = Companion::open(&place, platform.clone()).unwrap();
    goal(&two, "Walk to the bridge");
    phones.one.take_bundle(&two.bundle_for(None).unwrap()).unwrap();
    drop(two);
    // A key store that counts nothing: only the other phone can tell.
    let forgetful = Platform { key_store: Arc::new(NoCounter(platform.key_store)), ..platform };
    let two = Companion::open(&older, forgetful).unwrap();
    assert!(two.health().is_good());
    let was = two.ledger().device();
    let view = two.take_bundle(&phones.one.bundle_for(Some(was)).unwrap()).unwrap();
    let sentences = said(&view.sentences);
    assert_eq!(
        sentences.last().unwrap(),
        "This phone had an older copy of your plan. What Jo's phone had is here now. Look for words that are missing."
    );
    assert_ne!(two.ledger().device(), was);
    assert!(two.phones()[0].this_phone);
    assert_eq!(goals(&two), [["Walk to the bridge"]]);
    let view = phones.one.take_bundle(&two.bundle_for(None).unwrap()).unwrap();
    assert_eq!(said(&view.sentences)[0], "A phone joined: old phone, today");
}

struct NoCounter(Arc<dyn crate::vault::KeyStore>);

impl crate::vault::KeyStore for NoCounter {
    fn wrap(
        &self,
        item: crate::vault::KeyItem,
        secret: &[u8],
    ) -> Result<Vec<u8>, crate::vault::KeyStoreError> {
        self.0.wrap(item, secret)
    }

    fn unwrap(
        &self,
        item: crate::vault::KeyItem,
        wrapped: &[u8],
    ) -> Result<zeroize::Zeroizing<Vec<u8>>, crate::vault::KeyStoreError> {
        self.0.unwrap(item, wrapped)
    }

    fn counter(&self) -> Result<Option<u64>, crate::vault::KeyStoreError> {
        Ok(None)
    }

    fn advance(&self, _: u64) -> Result<(), crate::vault::KeyStoreError> {
        Ok(())
    }
}

#[test]
fn the_cards_photo_goes_here_when_the_other_phone_switches_it_off() {
    let phones = Phones::new();
    let two = phones.another("old phone");
    let jpeg =
        [[0xff, 0xd8].as_slice(), &[0xff, 0xdb, 0, 4, 7, 7], &[0xff, 0xda, 0, 2, 0x12, 0x34], &[0xff, 0xd9]]
            .concat();
    let card = EntityId::only(Kind::Card.number());
    let shows = |yes| two.write(Kind::Card, card, &Card::SHOW_PHOTO, Value::Bool(yes), &Writer::Person);
    shows(true).unwrap();
    phones.one.take_bundle(&two.bundle_for(None).unwrap()).unwrap();
    phones.one.set_card_photo(&jpeg).unwrap();
    let photo = folders(&phones.folder, "one").card.join(hearth_card::PHOTO_FILE);
    assert!(photo.exists());
    shows(false).unwrap();
    phones.one.take_bundle(&two.bundle_for(None).unwrap()).unwrap();
    assert!(!photo.exists(), "off is off on every phone, at once");
}
