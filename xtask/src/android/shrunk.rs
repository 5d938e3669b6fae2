//! What R8 left: that nothing is gone or called otherwise which is found by its name.

use super::compile::classes;
use super::places::files;
use std::collections::BTreeSet;
use std::path::Path;

/// The classes that are found by name: those that aapt2 saw in the manifest and the layouts, ours
/// that WorkManager starts, the generated side of the boundary.
pub fn found_by_name(keep: &str, generated: &Path, phone: &Path) -> BTreeSet<String> {
    let named = keep.lines().filter_map(|line| line.strip_prefix("-keep class ")?.split_whitespace().next());
    let mut all: BTreeSet<String> = named.map(str::to_owned).collect();
    let of = |folder: &Path, package: &str| -> Vec<String> {
        let inside = files(&folder.join(package.replace('.', "/")), &["class"]);
        let names = inside.iter().filter_map(|file| file.file_stem()?.to_str().map(str::to_owned));
        names.map(|name| format!("{package}.{name}")).collect()
    };
    all.extend(of(generated, "hearth.core"));
    all.extend(of(phone, "hearth.app.phone").into_iter().filter(|name| name.ends_with("Worker")));
    // JNA's native side looks these up.
    all.extend(
        ["Native", "Structure", "Pointer", "Callback", "CallbackReference"]
            .map(|of| format!("com.sun.jna.{of}")),
    );
    all
}

/// Those of `needed` that are not there under their own names, as R8's map has it.
pub fn lacking(map: &str, needed: &BTreeSet<String>) -> Vec<String> {
    let stands = |line: &str| {
        let (was, now) = line.strip_suffix(':')?.split_once(" -> ")?;
        (was == now && !was.starts_with(' ')).then(|| was.to_owned())
    };
    let here: BTreeSet<String> = map.lines().filter_map(stands).collect();
    needed.difference(&here).cloned().collect()
}

/// Refuses a release that lacks one.
pub fn check(map: &Path, keep: &Path) -> Result<(), String> {
    let read =
        |path: &Path| std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()));
    let needed = found_by_name(&read(keep)?, &classes("generated"), &classes("app"));
    let gone = lacking(&read(map)?, &needed);
    if !gone.is_empty() {
        return Err(format!("R8 took out or renamed what is found by its name:\n{}", gone.join("\n")));
    }
    println!("R8 kept all {} classes that are found by their names", needed.len());
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const MAP: &str = "# compiler: R8\nhearth.app.MainActivity -> hearth.app.MainActivity:\n    \
                       1:1:void onStop():9:9 -> onStop\nhearth.app.Root -> a.b:\n";

    #[test]
    fn a_class_that_the_phone_starts_and_r8_took_out_is_told() {
        let needed = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        assert_eq!(lacking(MAP, &needed(&["hearth.app.MainActivity"])), Vec::<String>::new());
        let other = needed(&["hearth.app.MainActivity", "hearth.app.Root", "hearth.app.card.CardTile"]);
        assert_eq!(lacking(MAP, &other), ["hearth.app.Root", "hearth.app.card.CardTile"]);
    }

    #[test]
    fn what_the_manifest_names_is_found_by_name() {
        let keep = "# Referenced at a manifest\n-keep class hearth.app.card.CardTile { <init>(); }\n";
        let found = found_by_name(keep, Path::new("none"), Path::new("none"));
        assert!(found.contains("hearth.app.card.CardTile") && found.contains("com.sun.jna.Native"));
    }
}
