//! What the core is made of, for tests of rules that speak of it: its packages as
//! the lock file says them, and its shipped sources.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

const LOCK: &str = include_str!("../../../../Cargo.lock");

/// Every package that the core needs, for its tests as well, by name.
pub fn packages() -> BTreeSet<&'static str> {
    let mut needs: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let mut package = "";
    for line in LOCK.lines() {
        if let Some(name) = line.strip_prefix("name = ") {
            package = name.trim_matches('"');
        } else if let Some(need) = line.strip_prefix(" \"") {
            let name = need.split(['"', ' ']).next().unwrap();
            needs.entry(package).or_default().push(name);
        }
    }
    let mut found = BTreeSet::new();
    let mut ask: Vec<&str> = vec!["hearth-core"];
    while let Some(package) = ask.pop() {
        for &need in needs.get(package).into_iter().flatten() {
            if found.insert(need) {
                ask.push(need);
            }
        }
    }
    assert!(found.contains("hearth-card") && found.contains("libsqlite3-sys"), "the lock file was misread");
    found
}

/// The shipped sources of the core and what it is built on: each file's path and
/// its code, without comments and without tests.
pub fn sources() -> Vec<(PathBuf, String)> {
    let core = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    let mut folders = vec![core.join("src"), core.join("card/src"), core.join("sealed/src")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                if !path.ends_with("tests") {
                    folders.push(path);
                }
            } else if path.extension().is_some_and(|ext| ext == "rs") && !path.ends_with("tests.rs") {
                let text = std::fs::read_to_string(&path).unwrap();
                let shipped = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
                let code = shipped.lines().filter(|line| !line.trim_start().starts_with("//"));
                found.push((path, code.collect::<Vec<_>>().join("\n")));
            }
        }
    }
    assert!(found.len() > 100, "the sources were not found");
    found
}
