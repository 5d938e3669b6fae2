//! That generated names stop at the bridge, and that tests which draw natively stay away from the core.

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
        if two_loaders(&source, &text) {
            faults.push(format!("{}: draws natively and asks the core", source.display()));
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(faults.join("\n")) }
}

fn may_name(source: &Path) -> bool {
    let inside = source.strip_prefix(android()).unwrap_or(source);
    inside.components().next().is_some_and(|module| MAY.iter().any(|may| module.as_os_str() == *may))
}

/// Whether a test that `cargo xtask android test` runs draws by the machine's own library and asks the core as well.
/// Robolectric loads every class anew for the first; the core goes on calling back into those that were loaded before,
/// and every later test of the run fails.
fn two_loaders(source: &Path, text: &str) -> bool {
    let stem = source.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
    let core = ["OverCore", "RealPlan", "TwoPhones"];
    stem.ends_with("Test") && text.contains("Mode.NATIVE") && core.iter().any(|name| text.contains(name))
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
    fn a_test_that_draws_natively_and_asks_the_core_is_seen() {
        let both = "@GraphicsMode(GraphicsMode.Mode.NATIVE)\nval over = OverCore()";
        assert!(two_loaders(Path::new("app/PhotoTest.kt"), both));
        assert!(!two_loaders(Path::new("app/PhotoTest.kt"), "@GraphicsMode(GraphicsMode.Mode.NATIVE)"));
        assert!(!two_loaders(Path::new("app/Pictures.kt"), both), "pictures are drawn in a run of their own");
    }

    #[test]
    fn only_the_bridge_names_generated_code() {
        assert_eq!(check(), Ok(()));
        assert!(may_name(&android().join("bridge").join("A.kt")));
        assert!(!may_name(&android().join("ui").join("A.kt")));
    }
}
