//! That generated names stop at the bridge.

use super::sources;
use crate::run::Done;
use std::fs;
use std::path::{Path, PathBuf};

/// The generated module, and the one target that may name it.
const GENERATED: &str = "HearthCore";
const MAY: &str = "Bridge";

/// Looks at every Swift source.
pub fn check() -> Done {
    let mut faults = Vec::new();
    for source in swift(&sources()) {
        if may_name(&source) {
            continue;
        }
        let text = fs::read_to_string(&source).map_err(|error| format!("{}: {error}", source.display()))?;
        let lines = text.lines().enumerate().filter(|(_, line)| names_generated(line));
        faults.extend(lines.map(|(at, _)| format!("{}:{}: names generated code", source.display(), at + 1)));
    }
    if faults.is_empty() { Ok(()) } else { Err(faults.join("\n")) }
}

/// Every Swift file below a folder, in order.
pub fn swift(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(&folder).into_iter().flatten().flatten().map(|entry| entry.path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "swift") {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// The bridge, and the manifests that put it together.
fn may_name(source: &Path) -> bool {
    let inside = source.strip_prefix(sources()).unwrap_or(source);
    inside.starts_with(Path::new("Sources").join(MAY)) || inside.to_string_lossy().ends_with("Package.swift")
}

fn names_generated(line: &str) -> bool {
    line.match_indices(GENERATED).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let after = line[at + GENERATED.len()..].trim_start_matches("FFI").chars().next();
        let part = |next: Option<char>| next.is_some_and(|next| next.is_alphanumeric() || next == '_');
        !part(before) && !part(after)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn generated_names_are_seen_and_others_are_not() {
        assert!(names_generated("import HearthCore"));
        assert!(names_generated("import HearthCoreFFI"));
        assert!(names_generated("let plan: HearthCore.Plan"));
        assert!(!names_generated("import HearthCoreLike"));
        assert!(!names_generated("let plan: MyHearthCore.Plan"));
    }

    #[test]
    fn only_the_bridge_names_generated_code() {
        assert_eq!(check(), Ok(()));
        assert!(may_name(&sources().join("Sources").join("Bridge").join("A.swift")));
        assert!(!may_name(&sources().join("Sources").join("BridgeTesting").join("A.swift")));
        assert!(!may_name(&sources().join("Sources").join("Features").join("A.swift")));
    }
}
