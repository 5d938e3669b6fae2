//! What sync keeps: kept whole, noticed when it was tampered with, in no backup.

use super::*;
use crate::store::lively::{AT, Phone, contents, fill, slot, write};
use crate::store::{DB, StoreError};
use rusqlite::Connection;

fn row(name: &str, holds: &str) -> SyncRow {
    SyncRow { name: name.to_owned(), holds: Some(Zeroizing::new(holds.as_bytes().to_vec())) }
}

fn gone(name: &str) -> SyncRow {
    SyncRow { name: name.to_owned(), holds: None }
}

fn kept(ledger: &mut Ledger) -> Vec<(String, String)> {
    let Synced { rows, changed } = ledger.synced().unwrap();
    assert!(!changed);
    let mut rows: Vec<(String, String)> =
        rows.into_iter().map(|(name, holds)| (name, String::from_utf8(holds.to_vec()).unwrap())).collect();
    rows.sort();
    rows
}

fn pairs(rows: &[(&str, &str)]) -> Vec<(String, String)> {
    rows.iter().map(|(name, holds)| ((*name).to_owned(), (*holds).to_owned())).collect()
}

/// A closed store in which `link` was written twice, and its database's path.
fn closed() -> (Phone, std::path::PathBuf) {
    let phone = Phone::new();
    let mut ledger = phone.begin();
    write(&mut ledger, slot(1), "words");
    ledger.keep_synced(&[row("link", "first"), row("goal", "base")]).unwrap();
    ledger.keep_synced(&[row("link", "second")]).unwrap();
    drop(ledger);
    let path = phone.options.store.join(DB);
    (phone, path)
}

#[test]
fn what_sync_keeps_is_there_after_opening_again_and_the_last_writing_holds() {
    let (phone, _) = closed();
    let mut ledger = phone.open();
    assert!(ledger.health().is_good());
    assert_eq!(kept(&mut ledger), pairs(&[("goal", "base"), ("link", "second")]));
    assert_eq!(ledger.synced_row("link").unwrap().unwrap().as_slice(), b"second");
    ledger.keep_synced(&[gone("link"), gone("never there")]).unwrap();
    assert_eq!(kept(&mut ledger), pairs(&[("goal", "base")]));
    assert!(ledger.synced_row("link").unwrap().is_none());
}

#[test]
fn keeping_nothing_writes_nothing() {
    let (phone, _) = closed();
    let mut ledger = phone.open();
    let commits = ledger.store().state.commits;
    ledger.keep_synced(&[]).unwrap();
    ledger.merge_synced(Vec::new(), |_, _| Ok(None), &[]).unwrap();
    assert_eq!(ledger.store().state.commits, commits);
}

#[test]
fn ops_and_how_far_they_are_go_to_the_disk_together() {
    let other = Phone::new();
    let mut there = other.begin();
    write(&mut there, slot(2), "from elsewhere");
    let ops = there.history(slot(2)).unwrap().0;
    let (phone, _) = closed();
    let mut ledger = phone.open();
    let refused =
        ledger.merge_synced(ops.clone(), |_, _| Err(StoreError::CardFull), &[row("cursor", "10:00")]);
    assert!(matches!(refused, Err(StoreError::CardFull)));
    assert!(ledger.synced_row("cursor").unwrap().is_none());
    assert!(ledger.record().register(slot(2)).is_none());
    let merged = ledger.merge_synced(ops, |_, _| Ok(None), &[row("cursor", "10:00")]).unwrap();
    assert_eq!(merged.new, 1);
    drop(ledger);
    let mut again = phone.open();
    assert_eq!(again.synced_row("cursor").unwrap().unwrap().as_slice(), b"10:00");
    assert!(again.record().register(slot(2)).is_some());
}

#[test]
fn an_older_row_put_back_a_row_taken_away_moved_or_altered_is_noticed_and_can_be_forgotten() {
    type Tamper = fn(&Connection);
    let tampers: [(&str, Tamper); 5] = [
        ("taken away", |db| {
            db.execute("DELETE FROM sync WHERE id = 2", []).unwrap();
        }),
        ("put back under its old name", |db| {
            let row = "INSERT INTO sync SELECT 1, tag, sealed FROM sync WHERE id = 3";
            db.execute(row, []).unwrap();
        }),
        ("moved", |db| {
            let swapped = "UPDATE sync SET sealed = (SELECT sealed FROM sync AS s WHERE s.id = 5 - sync.id)";
            db.execute(swapped, []).unwrap();
        }),
        ("altered", |db| {
            let altered =
                "UPDATE sync SET sealed = substr(sealed, 1, 20) || x'00' || substr(sealed, 22) WHERE id = 3";
            db.execute(altered, []).unwrap();
        }),
        ("under another tag", |db| {
            db.execute("UPDATE sync SET tag = x'00' WHERE id = 3", []).unwrap();
        }),
    ];
    for (how, tamper) in tampers {
        let (phone, path) = closed();
        tamper(&Connection::open(&path).unwrap());
        let mut ledger = phone.open();
        assert!(ledger.synced().unwrap().changed, "{how}");
        assert!(ledger.synced_row("goal").unwrap().is_none(), "{how}");
        if how != "moved" && how != "altered" {
            assert!(matches!(ledger.keep_synced(&[row("link", "third")]), Err(StoreError::Damaged)), "{how}");
        }
        ledger.forget_synced().unwrap();
        assert!(kept(&mut ledger).is_empty(), "{how}");
        ledger.keep_synced(&[row("link", "linked again")]).unwrap();
        assert_eq!(kept(&mut ledger), pairs(&[("link", "linked again")]), "{how}");
        let words = ledger.record().register(slot(1)).unwrap().heads().to_vec();
        assert_eq!(words[0].value().unwrap().text(), Some("words"), "{how}");
    }
}

#[test]
fn a_row_of_an_older_copy_of_the_same_store_is_noticed() {
    let (phone, path) = closed();
    let before = std::fs::read(&path).unwrap();
    let mut ledger = phone.open();
    ledger.keep_synced(&[row("link", "third")]).unwrap();
    drop(ledger);
    let older = phone.path("older.db");
    std::fs::write(&older, before).unwrap();
    let db = Connection::open(&path).unwrap();
    db.execute("ATTACH ?1 AS older", [older.to_str().unwrap()]).unwrap();
    db.execute("DELETE FROM main.sync", []).unwrap();
    db.execute("INSERT INTO main.sync SELECT * FROM older.sync", []).unwrap();
    drop(db);
    assert!(phone.open().synced().unwrap().changed);
}

#[test]
fn a_lost_sealed_state_means_linking_again_and_loses_no_words() {
    let (phone, path) = closed();
    Connection::open(&path)
        .unwrap()
        .execute("UPDATE meta SET value = x'00' WHERE name = 'state'", [])
        .unwrap();
    let mut ledger = phone.open();
    assert!(ledger.health().state_lost);
    assert!(ledger.synced().unwrap().changed);
    ledger.forget_synced().unwrap();
    ledger.keep_synced(&[row("link", "linked again")]).unwrap();
    assert_eq!(kept(&mut ledger), pairs(&[("link", "linked again")]));
}

#[test]
fn new_keys_seal_it_again_and_what_was_tampered_with_stays_noticed() {
    let (phone, path) = closed();
    let mut ledger = phone.open();
    let old = ledger.store().keys().id();
    ledger.new_data_key().unwrap();
    assert_eq!(kept(&mut ledger), pairs(&[("goal", "base"), ("link", "second")]));
    let sealed: Vec<Vec<u8>> = {
        let mut query = ledger.store().conn.prepare("SELECT sealed FROM sync").unwrap();
        query.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    };
    assert_eq!(sealed.len(), 2);
    assert!(sealed.iter().all(|sealed| sealed[1..5] == ledger.store().keys().id().0));
    assert!(sealed.iter().all(|sealed| sealed[1..5] != old.0));
    drop(ledger);
    Connection::open(&path).unwrap().execute("DELETE FROM sync WHERE id = 2", []).unwrap();
    let mut ledger = phone.open();
    ledger.new_data_key().unwrap();
    assert!(ledger.synced().unwrap().changed);
}

#[test]
fn a_backup_holds_nothing_that_sync_keeps() {
    let phone = Phone::new();
    let mut ledger = phone.begin();
    fill(&mut ledger);
    let before = contents(&mut ledger);
    let path = phone.path("backup");
    ledger.back_up(&path, AT).unwrap();
    let without = std::fs::metadata(&path).unwrap().len();
    ledger.keep_synced(&[row("link", "a refresh token that must not travel")]).unwrap();
    ledger.back_up(&path, AT).unwrap();
    assert_eq!(std::fs::metadata(&path).unwrap().len(), without);
    let words = ledger.recovery_words().unwrap();
    let elsewhere = Phone::new();
    let mut again = Ledger::restore(&path, &words, elsewhere.options.clone()).unwrap();
    assert!(kept(&mut again).is_empty());
    assert_eq!(contents(&mut again), before);
    again.keep_synced(&[row("link", "linked again")]).unwrap();
    assert_eq!(kept(&mut again), pairs(&[("link", "linked again")]));
}

#[test]
fn nothing_of_it_lies_in_clear_and_debug_shows_names_only() {
    let canary = "a-token-that-nobody-may-read";
    let (phone, _) = closed();
    let mut ledger = phone.open();
    ledger.keep_synced(&[row("tokens", canary)]).unwrap();
    let shown = format!("{:?} {:?}", row("tokens", canary), ledger.synced().unwrap());
    assert!(!shown.contains(canary) && shown.contains("tokens"), "{shown}");
    for entry in std::fs::read_dir(&phone.options.store).unwrap() {
        let path = entry.unwrap().path();
        let bytes = if path.is_file() { std::fs::read(&path).unwrap() } else { continue };
        for words in [canary, "tokens"] {
            assert!(
                !bytes.windows(words.len()).any(|window| window == words.as_bytes()),
                "{}",
                path.display()
            );
        }
    }
}

/// A closed store with a link and two copies of what others share, each longer than a page.
fn with_copies() -> (Phone, std::path::PathBuf) {
    let phone = Phone::new();
    let mut ledger = phone.begin();
    write(&mut ledger, slot(1), "words");
    let long = |name: &str| row(&format!("{FOLLOWED}{name}"), &name.repeat(4000));
    ledger.keep_synced(&[long("a"), row("link", "first"), long("b"), row("goal", "base")]).unwrap();
    drop(ledger);
    let path = phone.options.store.join(DB);
    (phone, path)
}

fn copies(ledger: &mut Ledger) -> Vec<(String, usize)> {
    let rows = kept(ledger).into_iter();
    rows.map(|(name, holds)| (name.trim_start_matches(FOLLOWED).to_owned(), holds.len())).collect()
}

#[test]
fn a_row_of_another_type_takes_no_copy_of_what_others_share_with_it() {
    let both = vec![("a".to_owned(), 4000), ("b".to_owned(), 4000)];
    let tampers = [
        ("a type of a sealed row", "UPDATE sync SET sealed = 'text' WHERE id = 2", both.clone()),
        ("a type of a tag", "UPDATE sync SET tag = 7 WHERE id = 2", both.clone()),
        ("a row taken away", "DELETE FROM sync WHERE id = 4", both.clone()),
        ("a row put in", "INSERT INTO sync VALUES (-3, 1.5, 'text')", both.clone()),
        ("a copy of another type", "UPDATE sync SET sealed = 1 WHERE id = 1", both[1..].to_vec()),
        ("a copy that does not open", "UPDATE sync SET sealed = x'00' WHERE id = 3", both[..1].to_vec()),
    ];
    for (how, tamper, stay) in tampers {
        let (phone, path) = with_copies();
        Connection::open(&path).unwrap().execute(tamper, []).unwrap();
        let mut ledger = phone.open();
        assert!(ledger.synced().unwrap().changed, "{how}");
        ledger.forget_synced().unwrap();
        assert_eq!(copies(&mut ledger), stay, "{how}");
        drop(ledger);
        let mut again = phone.open();
        again.keep_synced(&[row("link", "linked again")]).unwrap();
        assert_eq!(copies(&mut again).len(), stay.len() + 1, "{how}");
        // And new keys are had with it, too.
        Connection::open(&path).unwrap().execute("UPDATE sync SET sealed = 'text' WHERE id = 1", []).unwrap();
        again.new_data_key().unwrap();
    }
}

#[test]
fn a_damaged_page_takes_no_copy_on_another_page_with_it() {
    const PAGE: usize = 2048;
    let phone = Phone::new();
    let mut ledger = phone.begin();
    let name = |n: u32| format!("{FOLLOWED}{n:02}");
    for n in 0..40 {
        ledger.keep_synced(&[row(&name(n), &"x".repeat(400)), row("link", &n.to_string())]).unwrap();
    }
    drop(ledger);
    let path = phone.options.store.join(DB);
    let root: i64 = Connection::open(&path)
        .unwrap()
        .query_row("SELECT rootpage FROM sqlite_master WHERE name = 'sync'", [], |row| row.get(0))
        .unwrap();
    let mut bytes = std::fs::read(&path).unwrap();
    let at = (root as usize - 1) * PAGE;
    assert_eq!(bytes[at], 5, "the table has several pages");
    let cell = usize::from(u16::from_be_bytes([bytes[at + 14], bytes[at + 15]]));
    let child = u32::from_be_bytes(bytes[at + cell..at + cell + 4].try_into().unwrap()) as usize;
    let leaf = (child - 1) * PAGE;
    assert_eq!(bytes[leaf], 13);
    bytes[leaf..leaf + 8].fill(0xff);
    std::fs::write(&path, bytes).unwrap();
    let mut ledger = phone.open();
    let read = ledger.synced().unwrap();
    assert!(read.changed);
    let there = |rows: &Synced| rows.rows.iter().filter(|(name, _)| name.starts_with(FOLLOWED)).count();
    assert!((30..40).contains(&there(&read)), "{}", there(&read));
    // Whether or not the disk lets go of the damaged page, no copy that reads is lost.
    let _ = ledger.forget_synced();
    let after = ledger.synced().unwrap();
    assert_eq!(there(&after), there(&read));
}
