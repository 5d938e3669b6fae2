//! Backups and rotation, as the shells meet them.

mod photos;

use super::super::{Folders, HomeView, Observer, Writer};
use super::*;
use crate::plan::{AboutMe, Attachment, Card, Device, Goal, Kind, Me, Person};
use crate::record::{EntityId, Slot, Value};
use crate::store::{AttachError, BackupError, OpenError};
use crate::vault::testing::{Fault as KeyFault, FaultyKeyStore};
use crate::vault::{KeyStoreError, SoftwareKeyStore, VaultError};
use std::fs;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

/// A phone: its folders, its key store, a place for backups.
struct Phone {
    folder: tempfile::TempDir,
    folders: Folders,
    platform: Platform,
}

impl Phone {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let key_store = SoftwareKeyStore::open(&folder.path().join("key store")).unwrap();
        Self::with(folder, Arc::new(key_store))
    }

    fn with(folder: tempfile::TempDir, key_store: Arc<dyn crate::vault::KeyStore>) -> Self {
        let folders = Folders { store: folder.path().join("store"), card: folder.path().join("card") };
        Self { platform: Platform::new(key_store, "my phone"), folders, folder }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn begin(&self) -> (Companion, RecoveryWords) {
        Companion::begin(&self.folders, self.platform.clone(), "Jo").unwrap()
    }

    fn open(&self) -> Companion {
        Companion::open(&self.folders, self.platform.clone()).unwrap()
    }

    fn restore(&self, from: &Path, words: &RecoveryWords) -> Result<Companion, Trouble> {
        Companion::restore_backup(from, words, &self.folders, self.platform.clone())
    }

    fn card_key(&self) -> hearth_card::CardKey {
        let wrapped = fs::read(self.folders.card.join("card.key")).unwrap();
        let key_store = &self.platform.key_store;
        let secret = key_store.unwrap(crate::vault::KeyItem::Card, &wrapped).unwrap();
        hearth_card::CardKey::new(&hearth_sealed::Secret::from_slice(&secret).unwrap())
    }

    /// The photo as the card's own door gives it.
    fn photo(&self) -> Option<Vec<u8>> {
        hearth_card::open_photo(&self.folders.card, &self.card_key()).ok().map(|photo| photo.to_vec())
    }
}

fn text(words: &str) -> Value {
    Value::Text(words.to_owned())
}

fn only(kind: Kind) -> EntityId {
    EntityId::only(kind.number())
}

fn write_about_me(companion: &Companion, words: &str) {
    let field = &AboutMe::IMPORTANT;
    companion.write(Kind::AboutMe, only(Kind::AboutMe), field, text(words), &Writer::Person).unwrap();
}

fn goal(companion: &Companion, words: &str) -> EntityId {
    companion.add(Kind::Goal, &[(Goal::WORDS, text(words))], &Writer::Person).unwrap()
}

fn show_photo(companion: &Companion, on: bool) {
    let card = only(Kind::Card);
    companion.write(Kind::Card, card, &Card::SHOW_PHOTO, Value::Bool(on), &Writer::Person).unwrap();
}

/// A JPEG that says where it was taken, and the same without.
fn photo() -> (Vec<u8>, Vec<u8>) {
    let jpeg = |segments: &[u8]| {
        let table = [[0xff, 0xdb, 0, 67].as_slice(), &[3; 65]].concat();
        let scan = [0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0x12, 0x34, 0xff, 0xd9];
        [&[0xff, 0xd8], segments, &table, &scan].concat()
    };
    let exif = [[0xff, 0xe1, 0, 20].as_slice(), b"51.7520N 1.2577W.."].concat();
    (jpeg(&exif), jpeg(&[]))
}

fn what_home_says(companion: &Companion) -> HomeView {
    companion.home()
}

#[test]
fn a_plan_brought_back_draws_the_same_and_is_a_phone_of_its_own() {
    let (old, new) = (Phone::new(), Phone::new());
    let (companion, words) = old.begin();
    goal(&companion, "Walk to the canal and back");
    write_about_me(&companion, "My garden");
    write_about_me(&companion, "My garden and my dog");
    let made = companion.back_up(&old.path("backup")).unwrap();
    assert_eq!(made.left_out, 0);
    let again = new.restore(&old.path("backup"), &words).unwrap();
    assert_eq!(what_home_says(&again), what_home_says(&companion));
    let history = |companion: &Companion| {
        companion.history(Kind::AboutMe, only(Kind::AboutMe), &AboutMe::IMPORTANT).unwrap().len()
    };
    assert_eq!(history(&again), history(&companion));
    assert_eq!(again.recovery_words().unwrap().phrase(), words.phrase());
    let card = hearth_card::open(&new.folders.card, &new.card_key()).unwrap();
    assert!(!card.may_be_behind);
    // Both phones are listed, each under its own key, and once.
    let ledger = again.ledger();
    let devices = Device::all(ledger.record());
    assert_eq!(devices.len(), 2);
    assert_ne!(devices[0].key, devices[1].key);
    drop(ledger);
    drop(again);
    assert_eq!(Device::all(new.open().ledger().record()).len(), 2);
}

#[test]
fn a_phone_that_was_not_listed_when_it_was_restored_is_listed_when_it_opens() {
    let (old, new) = (Phone::new(), Phone::new());
    let (companion, words) = old.begin();
    companion.back_up(&old.path("backup")).unwrap();
    // Killed between the store and what the companion writes in it.
    let options = options(&new.folders, &new.platform);
    drop(Ledger::restore(&old.path("backup"), &words, options).unwrap());
    let opened = new.open();
    let key = opened.ledger().store().keys().device().public_key().to_vec();
    let devices = Device::all(opened.ledger().record());
    assert_eq!(devices.len(), 2);
    assert!(devices.iter().any(|device| device.key.first() == Some(&key)));
    assert!(hearth_card::open(&new.folders.card, &new.card_key()).is_ok());
}

/// Every file under a folder.
fn files_under(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(files_under(&path)) } else { found.push(path) }
    }
    found
}

/// The files that hold the words in clear, in UTF-8 or UTF-16.
fn in_clear(folder: &Path, words: &str) -> Vec<PathBuf> {
    let little: Vec<u8> = words.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = words.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let holds = |path: &PathBuf| {
        let bytes = fs::read(path).unwrap();
        let mut forms = [words.as_bytes(), &little, &big].into_iter();
        forms.any(|form| bytes.windows(form.len()).any(|window| window == form))
    };
    files_under(folder).into_iter().filter(holds).collect()
}

#[test]
fn a_canary_sentence_is_in_clear_in_no_file_whatever_is_done() {
    const CANARY: &str = "the yellow canary sings at the bottom of the shaft";
    let (old, new) = (Phone::new(), Phone::new());
    let (companion, words) = old.begin();
    let note = |n: u8| [b"OggS\0".as_slice(), CANARY.as_bytes(), &[n]].concat();
    for n in 0..3 {
        write_about_me(&companion, &format!("{CANARY} {n}"));
    }
    let person = companion.add(Kind::Person, &[(Person::NAME, text(CANARY))], &Writer::Person).unwrap();
    companion.write(Kind::Me, only(Kind::Me), &Me::CALL_ME, text(CANARY), &Writer::Person).unwrap();
    let field = &Person::COMMENTS;
    companion.attach(Kind::Person, person, field, &note(1), &Writer::Person).unwrap();
    // Open, so that the log and the shared memory are there too.
    assert_eq!(in_clear(old.folder.path(), CANARY), [] as [PathBuf; 0]);
    companion.back_up(&old.path("backup")).unwrap();
    companion.new_recovery_words().unwrap();
    companion.phone_lost().unwrap();
    companion.pack().unwrap();
    companion.attach(Kind::Person, person, field, &note(2), &Writer::Person).unwrap();
    companion.tidy().unwrap();
    companion.back_up(&old.path("another")).unwrap();
    let again = new.restore(&old.path("backup"), &words).unwrap();
    for phone in [&old, &new] {
        assert_eq!(in_clear(phone.folder.path(), CANARY), [] as [PathBuf; 0]);
        let names: Vec<_> = files_under(phone.folder.path());
        let there = |name: &str| names.iter().any(|path| path.ends_with(name));
        assert!(["plan.db", "plan.db-wal", "plan.db-shm", "keys", "card"].into_iter().all(there));
    }
    drop((companion, again));
    assert_eq!(in_clear(old.folder.path(), CANARY), [] as [PathBuf; 0]);
    // Were it there, it would be found.
    for (name, bytes) in [
        ("utf-8", CANARY.as_bytes().to_vec()),
        ("utf-16", CANARY.encode_utf16().flat_map(u16::to_le_bytes).collect()),
    ] {
        let path = old.path("store").join(name);
        fs::write(&path, [&[0; 3], bytes.as_slice()].concat()).unwrap();
        assert_eq!(in_clear(old.folder.path(), CANARY), std::slice::from_ref(&path));
        fs::remove_file(path).unwrap();
    }
}

#[test]
fn each_trouble_with_a_backup_has_its_own_sentence() {
    let (old, new) = (Phone::new(), Phone::new());
    let (companion, words) = old.begin();
    companion.back_up(&old.path("backup")).unwrap();
    let whole = fs::read(old.path("backup")).unwrap();
    let said = |bytes: &[u8], words: &RecoveryWords| {
        fs::write(new.path("tried"), bytes).unwrap();
        let trouble = new.restore(&new.path("tried"), words).err().unwrap();
        assert!(!new.folders.store.exists() && !new.folders.card.exists());
        trouble.sentence(companion.words())
    };
    let mut altered = whole.clone();
    altered[100] ^= 1;
    let mut newer = whole.clone();
    newer[8] = 9;
    let new_words = companion.new_recovery_words().unwrap();
    let sentences = [
        (said(&whole[..whole.len() - 1], &words), "This backup stops too early"),
        (said(&altered, &words), "This backup has been altered"),
        (said(&newer, &words), "A newer Hearth made this backup"),
        (said(&whole, &new_words), "An older backup opens with the words you had then"),
        (said(b"hello", &words), "This file is not a Hearth backup"),
    ];
    for (sentence, part) in sentences {
        assert!(sentence.contains(part), "{sentence}");
    }
    let nowhere = companion.back_up(&old.path("no such folder/backup")).unwrap_err();
    assert!(nowhere.sentence(companion.words()).contains("Check the place where it is kept"));
    new.restore(&old.path("backup"), &words).unwrap();
    let there = new.restore(&old.path("backup"), &words).err().unwrap();
    assert!(matches!(there, Trouble::Backup(BackupError::Open(OpenError::InUse | OpenError::AlreadyHere))));
}

#[test]
fn after_a_lost_phone_the_plan_goes_on_with_new_words_and_all_in_it() {
    let phone = Phone::new();
    let (companion, old) = phone.begin();
    let id = goal(&companion, "Sleep through the night");
    let note =
        companion.attach(Kind::Goal, id, &Goal::WORDS, b"OggS\0a voice note", &Writer::Person).unwrap();
    let home = what_home_says(&companion);
    let new = companion.phone_lost().unwrap();
    assert_ne!(new.phrase(), old.phrase());
    assert_eq!(companion.recovery_words().unwrap().phrase(), new.phrase());
    assert_eq!(what_home_says(&companion), home);
    goal(&companion, "and walk again");
    drop(companion);
    let opened = phone.open();
    assert_eq!(opened.home().goals.len(), 2);
    assert_eq!(opened.attachment(note).unwrap(), b"OggS\0a voice note");
    assert!(opened.health().is_good());
}

#[test]
fn words_open_a_plan_whose_key_is_lost_and_from_then_on_it_opens_without() {
    let mut phone = Phone::new();
    let (companion, words) = phone.begin();
    goal(&companion, "Sleep through the night");
    show_photo(&companion, true);
    let (with_exif, clean) = photo();
    companion.set_card_photo(&with_exif).unwrap();
    drop(companion);
    phone.platform.key_store = Arc::new(SoftwareKeyStore::open(&phone.path("another key store")).unwrap());
    let lost = Companion::open(&phone.folders, phone.platform.clone()).err().unwrap();
    assert!(matches!(lost, Trouble::Open(OpenError::Keys(VaultError::KeyStore(KeyStoreError::Lost)))));
    let by_words =
        |words: &RecoveryWords| Companion::open_with_words(&phone.folders, phone.platform.clone(), words);
    let wrong = by_words(&RecoveryWords::new().unwrap()).err().unwrap();
    assert!(matches!(wrong, Trouble::Open(OpenError::Keys(VaultError::WrongWords))));
    let opened = by_words(&words).unwrap();
    assert_eq!(opened.home().goals.len(), 1);
    // The card's key was lost with the other: card and photo are made again.
    assert!(hearth_card::open(&phone.folders.card, &phone.card_key()).is_ok());
    assert_eq!(phone.photo().unwrap(), clean);
    drop(opened);
    assert_eq!(phone.open().home().goals.len(), 1);
}

#[test]
fn a_locked_key_store_is_told_at_each_door_with_its_own_sentence() {
    let key_store = Arc::new(FaultyKeyStore::new());
    let phone = Phone::with(tempfile::tempdir().unwrap(), Arc::clone(&key_store) as _);
    let (companion, words) = phone.begin();
    companion.back_up(&phone.path("backup")).unwrap();
    let said = |trouble: Trouble| trouble.sentence(companion.words());
    let is_locked = |sentence: String| assert!(sentence.contains("Unlock the phone"), "{sentence}");
    key_store.set(KeyFault::Locked { calls: u64::MAX });
    is_locked(said(companion.phone_lost().unwrap_err()));
    let other = Phone::with(tempfile::tempdir().unwrap(), Arc::clone(&key_store) as _);
    is_locked(said(other.restore(&phone.path("backup"), &words).err().unwrap()));
    assert!(files_under(other.folder.path()).is_empty());
    companion.back_up(&phone.path("while locked")).unwrap();
    companion.new_recovery_words().unwrap();
}

/// Stops at once.
struct Stop;

impl crate::store::Progress for Stop {
    fn reached(&self, _: u64, _: u64) -> bool {
        false
    }
}

#[test]
fn a_stopped_backup_says_so_in_the_persons_language_and_takes_nothing_away() {
    let phone = Phone::new();
    let (companion, words) = phone.begin();
    companion.back_up(&phone.path("backup")).unwrap();
    let stopped = companion.back_up_with(&phone.path("backup"), &Stop).unwrap_err();
    assert!(matches!(stopped, Trouble::Backup(BackupError::Cancelled)));
    let said = [crate::words::Language::EnGb, crate::words::Language::Cy]
        .map(|language| stopped.sentence(&crate::words::Words::new(language)));
    assert!(said[0].starts_with("You stopped it."), "{said:?}");
    assert!(said[1].starts_with("Fe wnaethoch ei stopio."), "{said:?}");
    let new = Phone::new();
    let backup = phone.path("backup");
    let stopped = Companion::restore_backup_with(&backup, &words, &new.folders, new.platform.clone(), &Stop);
    assert!(matches!(stopped, Err(Trouble::Backup(BackupError::Cancelled))));
    assert!(new.restore(&backup, &words).is_ok());
}

#[test]
fn a_backup_that_is_looked_at_tells_its_day_and_what_was_written_since_and_makes_nothing() {
    let phone = Phone::new();
    let (companion, words) = phone.begin();
    write_about_me(&companion, "My garden");
    let at = phone.path("backup");
    companion.back_up(&at).unwrap();
    let view = companion.check_backup(&at, &()).unwrap();
    assert_eq!(view.sentences[0], "This backup is whole. Made: today");
    assert!(view.sentences[1].contains("Everything written"), "{:?}", view.sentences);
    assert!(view.ops > 0);
    assert_eq!(companion.backup_made(&at).unwrap(), "Last backup: today");
    write_about_me(&companion, "My garden and the canal");
    let view = companion.check_backup(&at, &()).unwrap();
    assert!(view.sentences[1].contains("Something was written here since"), "{:?}", view.sentences);

    let other = Phone::new();
    let seen = Companion::look_at_backup(&at, &words, &other.platform, &()).unwrap();
    assert!(seen.sentences[1].contains("after that day"), "{:?}", seen.sentences);
    assert!(!other.folders.store.exists(), "looking made something");
}

#[test]
fn a_backup_that_is_damaged_or_of_other_words_says_so_when_it_is_looked_at() {
    let phone = Phone::new();
    let (companion, words) = phone.begin();
    let at = phone.path("backup");
    companion.back_up(&at).unwrap();
    let whole = fs::read(&at).unwrap();
    fs::write(&at, &whole[..whole.len() - 9]).unwrap();
    let key = |trouble: Trouble| trouble.key();
    assert_eq!(key(companion.check_backup(&at, &()).unwrap_err()), "error-backup-truncated");
    fs::write(&at, b"a photo").unwrap();
    assert_eq!(key(companion.check_backup(&at, &()).unwrap_err()), "error-backup-not-a-backup");
    fs::write(&at, &whole).unwrap();
    companion.new_recovery_words().unwrap();
    assert_eq!(key(companion.check_backup(&at, &()).unwrap_err()), "error-backup-wrong-words");
    assert_eq!(key(companion.backup_made(&at).unwrap_err()), "error-backup-wrong-words");
    assert!(Companion::look_at_backup(&at, &words, &phone.platform, &()).is_ok());
}
