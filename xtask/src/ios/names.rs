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

    /// `only_me` as Swift has it.
    fn camel(name: &str) -> String {
        let mut parts = name.split('_');
        let first = parts.next().unwrap_or_default().to_owned();
        parts.fold(first, |all, part| all + &part[..1].to_uppercase() + &part[1..])
    }

    /// A field that the boundary gains must reach the app: own types would hide that it is missing.
    #[test]
    fn the_bridge_passes_on_every_call_and_every_field_of_the_boundary() {
        let bridge: String = swift(&sources().join("Sources").join("Bridge"))
            .iter()
            .map(|file| fs::read_to_string(file).unwrap())
            .collect();
        let surface = fs::read_to_string(crate::run::root().join("bindings").join("surface.txt")).unwrap();
        // These are taken apart by hand, where the doors and the work are.
        let by_hand = ["Begun", "Opened", "Folders", "Platform", "Reached"];
        let mut missing = Vec::new();
        for line in surface.lines() {
            if let Some(call) = line.strip_prefix("object Plan.").and_then(|rest| rest.split('(').next()) {
                if !bridge.contains(&format!(".{}(", camel(call))) {
                    missing.push(line);
                }
            } else if let Some((record, field)) =
                line.strip_prefix("record ").and_then(|rest| rest.split(':').next()?.split_once('.'))
            {
                let passes =
                    [format!("HearthCore.{record}: Crossing {{"), format!("-> HearthCore.{record} {{")];
                let mut parts = passes.iter().filter_map(|begin| bridge.split(begin.as_str()).nth(1));
                let is_there = parts.any(|part| {
                    part.split("\n}").next().is_some_and(|part| part.contains(&format!("{}: ", camel(field))))
                });
                if !is_there && !by_hand.contains(&record) {
                    missing.push(line);
                }
            }
        }
        assert_eq!(missing, Vec::<&str>::new());
    }

    #[test]
    fn only_the_bridge_names_generated_code() {
        assert_eq!(check(), Ok(()));
        assert!(may_name(&sources().join("Sources").join("Bridge").join("A.swift")));
        assert!(!may_name(&sources().join("Sources").join("BridgeTesting").join("A.swift")));
        assert!(!may_name(&sources().join("Sources").join("Features").join("A.swift")));
    }
}
