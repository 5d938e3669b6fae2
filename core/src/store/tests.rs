//! The store and its ledger, on a real disk.

use super::*;
use crate::record::{Act, Author, EntityId, OpId, Origin, Owner, Slot, Value, When};
use crate::vault::{KeyRing, SoftwareKeyStore};
use std::path::Path;
use std::sync::Arc;

fn options(folder: &Path, key_store: &Arc<SoftwareKeyStore>) -> Options {
    Options {
        store: folder.join("store"),
        card: folder.join("card"),
        key_store: Arc::clone(key_store) as _,
        disk: Arc::new(RealDisk),
        vfs: None,
    }
}

fn new_ledger(options: &Options) -> Ledger {
    let (ring, keys, _words) = KeyRing::create(&*options.key_store).unwrap();
    Ledger::over_new(Store::create(options.clone(), ring, keys).unwrap())
}

fn slot(n: u8) -> Slot {
    Slot { entity: EntityId::new(Owner::Person, [n; 16]), kind: 5, field: 10 }
}

fn stamp() -> Stamp {
    Stamp { at: When { ms: 1_700_000_000_000, offset: 60 }, author: Author::Person, origin: Origin::Typed }
}

fn write(ledger: &mut Ledger, slot: Slot, text: &str) -> OpId {
    let draft = Draft::new(slot, Act::Write(Value::Text(text.into())));
    ledger.write(vec![draft], &stamp(), |_| Ok(None)).unwrap()[0]
}

fn shown(ledger: &Ledger, slot: Slot) -> Vec<String> {
    let register = ledger.record().register(slot);
    let heads = register.into_iter().flat_map(|register| register.heads());
    heads.filter_map(|op| op.value()?.text().map(str::to_owned)).collect()
}

fn history(ledger: &mut Ledger, slot: Slot) -> Vec<Option<String>> {
    let (ops, damaged) = ledger.history(slot).unwrap();
    assert_eq!(damaged, 0);
    ops.iter().filter(|op| op.value().is_some()).map(|op| op.value()?.text().map(str::to_owned)).collect()
}

#[test]
fn what_was_written_is_there_after_opening_again() {
    let folder = tempfile::tempdir().unwrap();
    let options = options(folder.path(), &Arc::new(SoftwareKeyStore::in_memory()));
    let mut ledger = new_ledger(&options);
    write(&mut ledger, slot(1), "Walk to the bridge");
    write(&mut ledger, slot(1), "Walk past the bridge");
    write(&mut ledger, slot(2), "Sleep through the night");
    drop(ledger);
    let mut again = Ledger::open(options).unwrap();
    assert!(again.health().is_good());
    assert_eq!(shown(&again, slot(1)), ["Walk past the bridge"]);
    assert_eq!(shown(&again, slot(2)), ["Sleep through the night"]);
    let all = history(&mut again, slot(1));
    assert_eq!(all, [Some("Walk to the bridge".to_owned()), Some("Walk past the bridge".to_owned())]);
}

#[test]
fn packing_loses_no_version_and_leaves_the_heads_where_they_were() {
    let folder = tempfile::tempdir().unwrap();
    let options = options(folder.path(), &Arc::new(SoftwareKeyStore::in_memory()));
    let mut ledger = new_ledger(&options);
    let mut expected = Vec::new();
    for n in 0..150 {
        let text = format!("I walked {n} steps to the canal and back");
        write(&mut ledger, slot(1), &text);
        expected.push(Some(text));
        if n % 40 == 0 {
            ledger.pack().unwrap();
        }
    }
    ledger.pack().unwrap();
    assert_eq!(ledger.waiting_to_pack(), 0);
    assert_eq!(history(&mut ledger, slot(1)), expected);
    drop(ledger);
    let mut again = Ledger::open(options).unwrap();
    assert_eq!(shown(&again, slot(1)), ["I walked 149 steps to the canal and back"]);
    assert_eq!(history(&mut again, slot(1)), expected);
    assert!(again.health().is_good());
}

#[test]
fn two_stores_that_swap_ops_show_the_same_versions() {
    let folder = tempfile::tempdir().unwrap();
    let one = options(&folder.path().join("one"), &Arc::new(SoftwareKeyStore::in_memory()));
    let two = options(&folder.path().join("two"), &Arc::new(SoftwareKeyStore::in_memory()));
    let (mut one, mut two) = (new_ledger(&one), new_ledger(&two));
    for n in 0..5 {
        write(&mut one, slot(1), &format!("one {n}"));
        write(&mut two, slot(1), &format!("two {n}"));
    }
    let from_one = one.history(slot(1)).unwrap().0;
    let from_two = two.history(slot(1)).unwrap().0;
    let merged = one.merge(from_two.clone(), |_, _| Ok(None)).unwrap();
    assert_eq!((merged.new, merged.known), (5, 0));
    two.merge(from_one, |_, _| Ok(None)).unwrap();
    let again = one.merge(from_two, |_, _| Ok(None)).unwrap();
    assert_eq!((again.new, again.known), (0, 5));
    let mut both = shown(&one, slot(1));
    both.sort();
    assert_eq!(both, ["one 4", "two 4"]);
    assert_eq!(history(&mut one, slot(1)), history(&mut two, slot(1)));
    assert_eq!(history(&mut one, slot(1)).len(), 10);
}

#[test]
fn words_that_come_after_a_suggestion_about_them_still_stand() {
    let folder = tempfile::tempdir().unwrap();
    let mine = options(&folder.path().join("mine"), &Arc::new(SoftwareKeyStore::in_memory()));
    let other = options(&folder.path().join("other"), &Arc::new(SoftwareKeyStore::in_memory()));
    let (mut mine, mut other) = (new_ledger(&mine), new_ledger(&other));
    let words = write(&mut mine, slot(1), "my words");
    let offer = Draft::new(slot(1), Act::Suggest(Value::Text("other words".into())));
    let carer = Stamp { author: Author::Carer(EntityId([3; 16])), ..stamp() };
    mine.write(vec![offer], &carer, |_| Ok(None)).unwrap();
    let mut ops = mine.history(slot(1)).unwrap().0;
    assert_eq!(ops[1].parents, [words]);
    ops.reverse();
    other.merge(ops, |_, _| Ok(None)).unwrap();
    assert_eq!(shown(&other, slot(1)), ["my words"]);
}

#[test]
fn erased_words_are_in_no_file_and_do_not_come_back() {
    let folder = tempfile::tempdir().unwrap();
    let options = options(folder.path(), &Arc::new(SoftwareKeyStore::in_memory()));
    let mut ledger = new_ledger(&options);
    let secret = write(&mut ledger, slot(1), "something I wish I had not written");
    write(&mut ledger, slot(1), "better words");
    let before = ledger.history(slot(1)).unwrap().0;
    ledger.pack().unwrap();
    let loose = write(&mut ledger, slot(1), "other words");
    let head = write(&mut ledger, slot(1), "last words");
    ledger.erase(slot(1), vec![secret, loose, head], &stamp(), |_, _| Ok(None)).unwrap();
    ledger.merge(before, |_, _| Ok(None)).unwrap();
    let kept = [None, Some("better words".to_owned()), None, None];
    assert_eq!(history(&mut ledger, slot(1)), kept);
    drop(ledger);
    let mut again = Ledger::open(options).unwrap();
    assert_eq!(history(&mut again, slot(1)), kept);
    again.pack().unwrap();
    assert_eq!(history(&mut again, slot(1)), kept);
    assert!(shown(&again, slot(1)).is_empty());
}

#[test]
fn one_process_tree_has_the_store_open() {
    let folder = tempfile::tempdir().unwrap();
    let options = options(folder.path(), &Arc::new(SoftwareKeyStore::in_memory()));
    let ledger = new_ledger(&options);
    assert!(matches!(Ledger::open(options.clone()), Err(OpenError::InUse)));
    drop(ledger);
    assert!(Ledger::open(options).is_ok());
}

fn names_in(folder: &Path) -> Vec<String> {
    let files = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap());
    let mut names: Vec<String> = files.map(|file| file.file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn a_store_that_opens_is_never_set_aside() {
    let folder = tempfile::tempdir().unwrap();
    let options = options(folder.path(), &Arc::new(SoftwareKeyStore::in_memory()));
    drop(new_ledger(&options));
    let before = names_in(&options.store);
    assert!(matches!(set_aside(&options), Err(OpenError::AlreadyHere)));
    assert_eq!(names_in(&options.store), before);
}

#[test]
fn a_store_that_cannot_be_read_is_set_aside_whole_and_a_new_one_can_begin() {
    let folder = tempfile::tempdir().unwrap();
    let options = options(folder.path(), &Arc::new(SoftwareKeyStore::in_memory()));
    drop(new_ledger(&options));
    let db = options.store.join(DB);
    let mut bytes = std::fs::read(&db).unwrap();
    bytes[..16].copy_from_slice(b"not a database!!");
    std::fs::write(&db, &bytes).unwrap();
    assert!(matches!(Ledger::open(options.clone()), Err(OpenError::NotAStore)));
    let aside = set_aside(&options).unwrap();
    assert_eq!(std::fs::read(aside).unwrap(), bytes);
    assert_eq!(names_in(&options.store), ["keys.aside-1", "lock", "plan.db.aside-1"]);
    write(&mut new_ledger(&options), slot(1), "a new beginning");
}

#[test]
fn setting_aside_that_was_cut_short_is_finished_before_a_new_store_begins() {
    let folder = tempfile::tempdir().unwrap();
    let options = options(folder.path(), &Arc::new(SoftwareKeyStore::in_memory()));
    drop(new_ledger(&options));
    std::fs::rename(options.store.join(DB), options.store.join("plan.db.aside-1")).unwrap();
    let (ring, keys, _) = KeyRing::create(&*options.key_store).unwrap();
    let begun = Store::create(options.clone(), ring, keys);
    assert!(matches!(begun, Err(OpenError::AlreadyHere)));
    set_aside(&options).unwrap();
    assert_eq!(names_in(&options.store), ["keys.aside-1", "lock", "plan.db.aside-1"]);
    new_ledger(&options);
}

#[test]
fn a_locked_key_store_a_newer_version_or_a_lock_moves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let options = options(folder.path(), &Arc::new(SoftwareKeyStore::in_memory()));
    let ledger = new_ledger(&options);
    assert!(matches!(set_aside(&options), Err(OpenError::InUse)));
    drop(ledger);
    let other = Options { key_store: Arc::new(SoftwareKeyStore::in_memory()), ..options.clone() };
    assert!(matches!(set_aside(&other), Err(OpenError::Keys(_))));
    let conn = rusqlite::Connection::open(options.store.join(DB)).unwrap();
    conn.pragma_update(None, "user_version", FORMAT + 1).unwrap();
    drop(conn);
    assert!(matches!(set_aside(&options), Err(OpenError::NewerVersion)));
    assert!(options.store.join(DB).exists());
}

#[test]
fn a_first_run_that_was_cut_short_can_be_run_again() {
    let folder = tempfile::tempdir().unwrap();
    let options = options(folder.path(), &Arc::new(SoftwareKeyStore::in_memory()));
    std::fs::create_dir_all(&options.store).unwrap();
    std::fs::write(options.store.join(DB), b"").unwrap();
    std::fs::write(options.store.join(KEYS), b"a key ring that nothing was ever sealed under").unwrap();
    assert!(matches!(Ledger::open(options.clone()), Err(OpenError::Missing)));
    write(&mut new_ledger(&options), slot(1), "begun");
    let (ring, keys, _) = KeyRing::create(&*options.key_store).unwrap();
    assert!(matches!(Store::create(options, ring, keys), Err(OpenError::AlreadyHere)));
}

#[test]
fn what_could_not_be_read_again_is_refused_and_the_plan_is_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let options = options(folder.path(), &Arc::new(SoftwareKeyStore::in_memory()));
    let mut ledger = new_ledger(&options);
    let first = write(&mut ledger, slot(1), "Walk to the bridge");
    let device = ledger.device();
    let many =
        || (0..=crate::record::MAX_PARENTS as u64).map(|n| OpId::of_device(device, n)).collect::<Vec<_>>();
    let remove = Draft::new(Slot { field: 0, ..slot(1) }, Act::Remove(many()));
    let refused = ledger.write(vec![remove], &stamp(), |_| Ok(None));
    assert!(matches!(refused, Err(StoreError::TooLarge)), "{refused:?}");
    let refused = ledger.erase(slot(1), many(), &stamp(), |_, _| Ok(None));
    assert!(matches!(refused, Err(StoreError::TooLarge)));
    assert_eq!(ledger.record().register(slot(1)).unwrap().head_ids().collect::<Vec<_>>(), [first]);
    drop(ledger);
    let again = Ledger::open(options).unwrap();
    assert!(again.health().is_good());
    assert_eq!(shown(&again, slot(1)), ["Walk to the bridge"]);
}
