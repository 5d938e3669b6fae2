//! The frozen form. If this fails, backups already made no longer open: the form
//! may gain a version, it may never change.

use super::*;
use crate::store::disk::RealDisk;
use crate::store::lively::everything;
use std::collections::BTreeSet;

const BACKUP: &[u8] = include_bytes!("../../../../../tests/vectors/backup/v1.hearth");
const HOLDS: &str = include_str!("../../../../../tests/vectors/backup/v1.txt");

fn all(name: &str) -> BTreeSet<&'static str> {
    let lines = HOLDS.lines().filter_map(|line| line.split_once(": "));
    lines.filter(|(found, _)| *found == name).map(|(_, value)| value).collect()
}

fn one(name: &str) -> &'static str {
    let all = all(name);
    assert_eq!(all.len(), 1, "{name}");
    all.into_iter().next().unwrap()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn a_backup_of_the_first_version_restores_for_ever() {
    let words = RecoveryWords::parse(one("words")).unwrap();
    let phone = Phone::new();
    let path = phone.path("v1.hearth");
    std::fs::write(&path, BACKUP).unwrap();
    let mut check = crate::store::backup::read::Check::default();
    crate::store::backup::read::read(&RealDisk, &path, &words, &mut check).unwrap();
    assert_eq!(check.head.unwrap().at.ms.to_string(), one("made at"));
    let mut again = restore(&path, &words, &phone).unwrap();
    assert!(again.health().is_good());
    let ops: Vec<String> =
        everything(&mut again).iter().flat_map(|(_, ops)| ops).map(|op| hex(&op.to_bytes())).collect();
    assert_eq!(ops.iter().map(String::as_str).collect::<BTreeSet<_>>(), all("op"));
    let (files, _) = again.named_files().unwrap();
    for hash in &files {
        assert!(again.store().files().get(hash).is_ok());
    }
    let files: BTreeSet<String> = files.iter().map(|hash| hex(hash)).collect();
    assert_eq!(files.iter().map(String::as_str).collect::<BTreeSet<_>>(), all("file"));
    let keys = again.store().keys();
    assert_eq!(hex(&keys.id().0), one("key id"));
    assert_eq!(hex(keys.plan_secret().expose()), one("plan secret"));
    assert_eq!(words_of(&again).phrase().as_str(), one("words"));
}

#[test]
fn a_backup_with_a_copy_of_somebody_elses_plan_restores_for_ever() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/vectors/backup");
    let holds = std::fs::read_to_string(folder.join("v2.txt")).unwrap();
    let line = |name: &str| holds.lines().find_map(|line| line.strip_prefix(name)).unwrap().to_owned();
    let words = RecoveryWords::parse(&line("words: ")).unwrap();
    let again = restore(&folder.join("v2.hearth"), &words, &Phone::new()).unwrap().synced().unwrap();
    let rows = again.rows.iter().map(|(name, holds)| format!("{name} = {}", String::from_utf8_lossy(holds)));
    assert_eq!(rows.collect::<Vec<_>>(), [line("row: ")]);
}
