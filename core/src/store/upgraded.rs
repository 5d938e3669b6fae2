//! For every version of the store that was ever released there is a fixture, made
//! by that version: it opens, holds what it held, and has become just what a new
//! store is.

use super::lively::{AT, act, contents, everything, options, slot, write};
use super::{DB, Ledger, Options, RealDisk, Store};
use crate::plan::{Goal, Kind};
use crate::record::{Act, Author, EntityId, LIFE, OpId, Owner, Slot, Value};
use crate::vault::{KeyRing, SoftwareKeyStore};
use rusqlite::Connection;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

fn vectors() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/vectors/store")
}

fn options_in(folder: &Path) -> Options {
    let keys = SoftwareKeyStore::open(&folder.join("keys")).unwrap();
    options(folder, Arc::new(keys), Arc::new(RealDisk))
}

/// A copy of a version's fixture, to be opened.
fn copy_of(version: i32) -> (tempfile::TempDir, Options) {
    let folder = tempfile::tempdir().unwrap();
    for within in ["store", "keys"] {
        let (from, to) = (vectors().join(format!("v{version}")).join(within), folder.path().join(within));
        fs::create_dir_all(&to).unwrap();
        for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
            fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
        }
    }
    let options = options_in(folder.path());
    (folder, options)
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn ops_in(ledger: &mut Ledger) -> BTreeSet<String> {
    everything(ledger).iter().flat_map(|(_, ops)| ops).map(|op| hex(&op.to_bytes())).collect()
}

/// Packed and loose history, a suggestion that waits, a removal, a bundle made.
fn live(ledger: &mut Ledger) {
    for n in 0..70 {
        write(ledger, slot(1), &format!("I walked {n} steps to the canal and back"));
    }
    ledger.pack().unwrap();
    write(ledger, slot(1), "waits to be packed");
    write(ledger, slot(1), "I walked to the sea");
    let carer = Author::Carer(EntityId::new(Owner::Person, [77; 16]));
    act(ledger, slot(3), Act::Suggest(Value::Text("Bring the inhaler".into())), carer);
    let seen: Vec<OpId> = vec![write(ledger, slot(4), "a goal I gave up")];
    act(ledger, Slot { field: LIFE, ..slot(4) }, Act::Remove(seen), Author::Person);
    ledger.make_bundle(None, AT).unwrap();
}

#[test]
#[ignore = "makes the fixture of the version that this app writes: once, when it is released"]
fn the_fixture_of_this_version_is_made() {
    let home = vectors().join(format!("v{}", super::FORMAT));
    assert!(!home.exists(), "a fixture is made once and never changed");
    let options = options_in(&home);
    let (ring, keys, _) = KeyRing::create(&*options.key_store).unwrap();
    let mut ledger = Ledger::over_new(Store::create(options, ring, keys).unwrap());
    live(&mut ledger);
    let lines: Vec<String> = ops_in(&mut ledger).into_iter().map(|op| format!("op: {op}\n")).collect();
    fs::write(home.join("holds.txt"), lines.concat()).unwrap();
    drop(ledger);
    fs::remove_file(home.join("store").join(super::LOCK)).unwrap();
    fs::remove_dir(home.join("card")).unwrap();
}

/// What a database is made of: its tables as they were declared, and its marks.
fn made_of(path: &Path) -> (Vec<(String, String)>, Vec<i64>) {
    let db = Connection::open(path).unwrap();
    let mut query = db.prepare("SELECT name, sql FROM sqlite_master ORDER BY name").unwrap();
    let tables = query.query_map([], |row| Ok((row.get(0)?, row.get::<_, String>(1)?))).unwrap();
    let mut tables: Vec<(String, String)> = tables.map(Result::unwrap).collect();
    tables.iter_mut().for_each(|(_, sql)| *sql = sql.split_whitespace().collect::<Vec<_>>().join(" "));
    let marks = ["application_id", "user_version", "page_size"];
    let mark = |name| db.query_row(&format!("PRAGMA {name}"), [], |row| row.get(0)).unwrap();
    (tables, marks.into_iter().map(mark).collect())
}

/// Every version before this one.
fn older() -> std::ops::Range<i32> {
    1..super::FORMAT
}

#[test]
fn an_upgraded_store_is_made_of_just_what_a_fresh_one_is() {
    let fresh = super::lively::Phone::new();
    drop(fresh.begin());
    let expected = made_of(&fresh.options.store.join(DB));
    assert_eq!(expected.1[1], i64::from(super::FORMAT));
    for version in older() {
        let (_folder, options) = copy_of(version);
        assert_ne!(made_of(&options.store.join(DB)), expected, "version {version} is not of that version");
        drop(Ledger::open(options.clone()).unwrap());
        assert_eq!(made_of(&options.store.join(DB)), expected, "version {version}");
    }
}

#[test]
fn every_released_versions_store_opens_and_holds_what_it_held() {
    for version in older() {
        let holds = fs::read_to_string(vectors().join(format!("v{version}/holds.txt"))).unwrap();
        let holds: BTreeSet<String> =
            holds.lines().filter_map(|line| line.strip_prefix("op: ")).map(str::to_owned).collect();
        assert!(holds.len() > 70);
        let (_folder, options) = copy_of(version);
        for _ in 0..2 {
            let mut ledger = Ledger::open(options.clone()).unwrap();
            assert!(ledger.health().is_good(), "version {version}: {:?}", ledger.health());
            assert_eq!(ops_in(&mut ledger), holds, "version {version}");
        }
    }
}

#[test]
fn an_upgraded_store_goes_on_as_a_fresh_one_does() {
    for version in older() {
        let (_folder, options) = copy_of(version);
        let mut ledger = Ledger::open(options.clone()).unwrap();
        assert!(ledger.synced().unwrap().rows.is_empty());
        let row = super::SyncRow { name: "link".into(), holds: Some(b"a link".to_vec().into()) };
        ledger.keep_synced(&[row]).unwrap();
        let goal = EntityId::new(Owner::Person, [9; 16]);
        write(&mut ledger, Kind::Goal.slot(goal, &Goal::WORDS), "written after the upgrade");
        ledger.new_data_key().unwrap();
        ledger.pack().unwrap();
        let before = contents(&mut ledger);
        drop(ledger);
        let mut again = Ledger::open(options).unwrap();
        assert!(again.health().is_good(), "{:?}", again.health());
        assert_eq!(contents(&mut again), before);
        assert_eq!(again.synced_row("link").unwrap().unwrap().as_slice(), b"a link");
    }
}
