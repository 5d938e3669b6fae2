//! The exact artifacts, and that they are those that the Gradle files name.

use super::places::android;
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

/// What an artifact is for. Each but the first three is a class path of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum For {
    /// In the app.
    Main,
    /// In its tests.
    Test,
    /// Android itself, to compile against and to test on; aapt2.
    Sdk,
    /// The Kotlin compiler with Compose's plugin.
    Kotlin,
    /// D8 and R8, the manifest merger, the signer.
    Tools,
    /// Android's lint.
    Lint,
}

/// One artifact of an exact version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Artifact {
    /// What it is for.
    pub what_for: For,
    /// `androidx.core`
    pub group: String,
    /// `core-ktx`
    pub name: String,
    /// `1.18.0`
    pub version: String,
    /// `jar` or `aar`.
    pub kind: String,
}

impl Artifact {
    fn read(line: &str) -> Option<Self> {
        let (what_for, rest) = line.split_once(' ')?;
        let what_for = match what_for {
            "main" => For::Main,
            "test" => For::Test,
            "sdk" => For::Sdk,
            "kotlin" => For::Kotlin,
            "tools" => For::Tools,
            "lint" => For::Lint,
            _ => return None,
        };
        let parts: Vec<&str> = rest.split(':').collect();
        let [group, name, version, kind] = parts[..] else { return None };
        let owned = str::to_owned;
        Some(Self {
            what_for,
            group: owned(group),
            name: owned(name),
            version: owned(version),
            kind: owned(kind),
        })
    }

    /// Where it lies in a folder laid out as Maven's repositories are.
    pub fn path(&self) -> PathBuf {
        let Self { group, name, version, kind, .. } = self;
        PathBuf::from(group.replace('.', "/"))
            .join(name)
            .join(version)
            .join(format!("{name}-{version}.{kind}"))
    }
}

/// Reads the lock, and compares it with the versions of the Gradle files.
pub fn read() -> Result<Vec<Artifact>, String> {
    let text =
        |name: &str| fs::read_to_string(android().join(name)).map_err(|error| format!("{name}: {error}"));
    let lock = artifacts(&text("artifacts.lock")?)?;
    let faults = disagreements(&lock, &text("gradle/libs.versions.toml")?);
    if faults.is_empty() { Ok(lock) } else { Err(faults.join("\n")) }
}

fn artifacts(text: &str) -> Result<Vec<Artifact>, String> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.map(|line| Artifact::read(line).ok_or(format!("artifacts.lock: not an artifact: {line}"))).collect()
}

/// Every library of the Gradle files must be in the lock, of that version.
fn disagreements(lock: &[Artifact], toml: &str) -> Vec<String> {
    let versions: BTreeMap<&str, &str> = table(toml, "versions")
        .filter_map(|line| line.split_once('='))
        .map(|(name, version)| (name.trim(), version.trim().trim_matches('"')))
        .collect();
    let mut faults = Vec::new();
    for line in table(toml, "libraries") {
        let (Some(module), Some(reference)) = (quoted(line, "module"), quoted(line, "version.ref")) else {
            faults.push(format!("libs.versions.toml: not understood: {line}"));
            continue;
        };
        let version = versions.get(reference).copied().unwrap_or_default();
        let is_it = |artifact: &&Artifact| {
            module.split_once(':') == Some((artifact.group.as_str(), artifact.name.as_str()))
        };
        if !lock.iter().filter(is_it).any(|artifact| artifact.version == version) {
            let found: Vec<&str> = lock.iter().filter(is_it).map(|found| found.version.as_str()).collect();
            faults.push(format!("{module}: libs.versions.toml has “{version}”, artifacts.lock {found:?}"));
        }
    }
    faults
}

/// The lines of one table.
fn table<'a>(toml: &'a str, name: &str) -> impl Iterator<Item = &'a str> {
    let heading = format!("[{name}]");
    let after = toml.lines().map(str::trim).skip_while(move |line| *line != heading).skip(1);
    after.take_while(|line| !line.starts_with('[')).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// The value of `name = "value"` in a line.
fn quoted<'a>(line: &'a str, name: &str) -> Option<&'a str> {
    let after = line.split_once(&format!("{name} = \""))?.1;
    Some(after.split_once('"')?.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOML: &str = "[versions]\ncore = \"1.18.0\"\n\n[libraries]\n\
                        core = { module = \"androidx.core:core-ktx\", version.ref = \"core\" }\n[plugins]\n";

    #[test]
    fn the_versions_of_the_gradle_files_are_those_of_the_lock() {
        let lock = artifacts("# why\nmain androidx.core:core-ktx:1.18.0:aar\n").unwrap_or_default();
        assert_eq!(disagreements(&lock, TOML), Vec::<String>::new());
        let other = TOML.replace("1.18.0", "1.17.0");
        assert_eq!(disagreements(&lock, &other).len(), 1);
        assert_eq!(disagreements(&[], TOML).len(), 1);
    }

    #[test]
    fn a_line_that_is_no_artifact_is_refused() {
        assert!(artifacts("main androidx.core:core-ktx:aar").is_err());
        assert!(artifacts("other androidx.core:core-ktx:1.18.0:aar").is_err());
    }

    #[test]
    fn what_stands_in_the_project_agrees() {
        assert!(read().is_ok(), "{:?}", read().err());
    }
}
