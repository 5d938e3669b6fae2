//! That generated names stop at the bridge, and that no sentence of the domain is written in Kotlin.

use super::places::{android, files};
use crate::run::Done;
use std::fs;
use std::path::Path;

/// The generated package, and the few modules that may name it.
const GENERATED: &str = "hearth.core";
const MAY: [&str; 2] = ["bridge", "bridge-testing"];

/// Looks at every Kotlin source.
pub fn check() -> Done {
    let mut faults = Vec::new();
    for source in files(&android(), &["kt", "kts"]) {
        let text = fs::read_to_string(&source).map_err(|error| format!("{}: {error}", source.display()))?;
        if !may_name(&source) {
            let lines = text.lines().enumerate().filter(|(_, line)| names_generated(line));
            faults.extend(
                lines.map(|(at, _)| format!("{}:{}: names generated code", source.display(), at + 1)),
            );
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(faults.join("\n")) }
}

fn may_name(source: &Path) -> bool {
    let inside = source.strip_prefix(android()).unwrap_or(source);
    inside.components().next().is_some_and(|module| MAY.iter().any(|may| module.as_os_str() == *may))
}

/// Whether a line speaks of the generated package: `hearth.core.` or its import.
fn names_generated(line: &str) -> bool {
    line.match_indices(GENERATED).any(|(at, _)| {
        let after = line[at + GENERATED.len()..].chars().next();
        !after.is_some_and(|next| next.is_alphanumeric() || next == '_')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn generated_names_are_seen_and_others_are_not() {
        assert!(names_generated("import hearth.core.Plan"));
        assert!(names_generated("val plan: hearth.core.Plan"));
        assert!(!names_generated("import hearth.corelike.Plan"));
        assert!(!names_generated("import hearth.bridge.Plan"));
    }

    #[test]
    fn only_the_bridge_names_generated_code() {
        assert_eq!(check(), Ok(()));
        assert!(may_name(&android().join("bridge").join("A.kt")));
        assert!(!may_name(&android().join("ui").join("A.kt")));
    }
}
