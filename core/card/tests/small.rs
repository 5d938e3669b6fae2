//! The door stays small: what it is built from, as the lock file says it.
// Clippy knows tests by their attribute; what they share has none.
#![allow(clippy::unwrap_used)]

use std::collections::{BTreeMap, BTreeSet};

const LOCK: &str = include_str!("../../../Cargo.lock");

/// Every package that `root` needs, for its tests as well, by name.
fn needed_by(root: &str) -> BTreeSet<&'static str> {
    let mut needs: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let mut package = "";
    for line in LOCK.lines() {
        if let Some(name) = line.strip_prefix("name = ") {
            package = name.trim_matches('"');
        } else if let Some(need) = line.strip_prefix(" \"") {
            // "name" or, where there are several, "name version".
            let name = need.split(['"', ' ']).next().unwrap();
            needs.entry(package).or_default().push(name);
        }
    }
    let mut found = BTreeSet::new();
    let mut ask: Vec<&str> = vec![root];
    while let Some(package) = ask.pop() {
        for &need in needs.get(package).into_iter().flatten() {
            if found.insert(need) {
                ask.push(need);
            }
        }
    }
    found
}

#[test]
fn the_door_has_neither_the_store_nor_the_core_in_it() {
    let needed = needed_by("hearth-card");
    assert!(needed.contains("hearth-sealed") && needed.contains("ring"), "{needed:?}");
    for package in ["hearth-core", "rusqlite", "libsqlite3-sys", "fluent-bundle", "zstd"] {
        assert!(!needed.contains(package), "the card's door must not need {package}");
    }
}

#[test]
fn the_core_has_them_so_the_lock_file_was_read_right() {
    let needed = needed_by("hearth-core");
    for package in ["hearth-card", "rusqlite", "libsqlite3-sys"] {
        assert!(needed.contains(package), "{needed:?}");
    }
}
