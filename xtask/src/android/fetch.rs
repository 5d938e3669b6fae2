//! Fetching the artifacts, by Maven as the machine has it set up, and laying them out.

use super::lock::{self, Artifact, For};
use super::places::out;
use super::step::{Inputs, emptied, quiet, step};
use crate::peers::{MAVEN, PYTHON};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Artifacts that go through Maven together.
const GROUPS: [(&str, &[For]); 4] = [
    ("app", &[For::Main, For::Test, For::Sdk]),
    ("kotlin", &[For::Kotlin]),
    ("tools", &[For::Tools]),
    ("lint", &[For::Lint]),
];

/// Everything fetched.
pub struct Kit {
    artifacts: Vec<Artifact>,
}

/// Fetches what is not here yet.
pub fn kit() -> Result<Kit, String> {
    let kit = Kit { artifacts: lock::read()? };
    for (name, what_for) in GROUPS {
        let wanted: Vec<&Artifact> =
            kit.artifacts.iter().filter(|artifact| what_for.contains(&artifact.what_for)).collect();
        for (round, wanted) in rounds(wanted).iter().enumerate() {
            let of = if round == 0 { (*name).to_owned() } else { format!("{name}-{}", round + 1) };
            fetch(&of, wanted)?;
        }
    }
    kit.unpack()?;
    Ok(kit)
}

/// Of two versions of one thing in a pom Maven brings only one: the other comes in a pom of its own.
fn rounds(wanted: Vec<&Artifact>) -> Vec<Vec<&Artifact>> {
    let mut rounds: Vec<Vec<&Artifact>> = Vec::new();
    for artifact in wanted {
        let is_other = |other: &&Artifact| (&other.group, &other.name) != (&artifact.group, &artifact.name);
        match rounds.iter_mut().find(|round| round.iter().all(is_other)) {
            Some(round) => round.push(artifact),
            None => rounds.push(vec![artifact]),
        }
    }
    rounds
}

fn fetch(name: &str, wanted: &[&Artifact]) -> Result<(), String> {
    let pom = pom(name, wanted);
    let mark = out().join("marks").join(format!("fetched-{name}"));
    step(&format!("fetching what {name} stands on"), &mark, Inputs::default().text(&pom), || {
        let file = out().join("poms").join(format!("{name}.xml"));
        fs::create_dir_all(out().join("poms")).map_err(|error| error.to_string())?;
        fs::write(&file, &pom).map_err(|error| error.to_string())?;
        let mut maven = Command::new(MAVEN.program);
        maven.args(["--batch-mode", "--quiet", "-f"]).arg(&file);
        maven.args(["dependency:copy-dependencies", "-Dmdep.useRepositoryLayout=true"]);
        maven.arg(format!("-DoutputDirectory={}", repository().display()));
        quiet("Maven", &mut maven).map(drop)
    })
    .map(drop)
}

fn repository() -> PathBuf {
    out().join("repository")
}

fn pom(name: &str, artifacts: &[&Artifact]) -> String {
    let mut pom = format!(
        "<project xmlns=\"http://maven.apache.org/POM/4.0.0\"><modelVersion>4.0.0</modelVersion>\
         <groupId>hearth</groupId><artifactId>{name}</artifactId><version>1</version>\
         <packaging>pom</packaging><dependencies>\n"
    );
    for Artifact { group, name, version, kind, .. } in artifacts {
        // What each stands on is in the lock itself.
        let _ = writeln!(
            pom,
            "<dependency><groupId>{group}</groupId><artifactId>{name}</artifactId>\
             <version>{version}</version><type>{kind}</type><exclusions><exclusion>\
             <groupId>*</groupId><artifactId>*</artifactId></exclusion></exclusions></dependency>"
        );
    }
    pom + "</dependencies></project>\n"
}

impl Kit {
    /// The files of one purpose.
    pub fn files(&self, what_for: For) -> Vec<PathBuf> {
        let these = self.artifacts.iter().filter(|artifact| artifact.what_for == what_for);
        these.map(|artifact| repository().join(artifact.path())).collect()
    }

    /// One file, by its name.
    pub fn named(&self, what_for: For, name: &str, version: &str) -> Result<PathBuf, String> {
        let is_it = |artifact: &&Artifact| {
            artifact.what_for == what_for && artifact.name == name && artifact.version.starts_with(version)
        };
        let found = self.artifacts.iter().find(is_it).map(|artifact| repository().join(artifact.path()));
        found.ok_or_else(|| format!("artifacts.lock has no {name} {version}"))
    }

    /// Android, to compile against.
    pub fn android(&self) -> Result<PathBuf, String> {
        self.named(For::Sdk, "android-all", "16")
    }

    /// The libraries of the app, or with `tests` of the app and its tests.
    fn libraries(&self, tests: bool) -> Vec<&Artifact> {
        let wanted = |artifact: &&Artifact| {
            artifact.what_for == For::Main || (tests && artifact.what_for == For::Test)
        };
        let all: Vec<&Artifact> = self.artifacts.iter().filter(wanted).collect();
        let has_own = |artifact: &Artifact| {
            let own = artifact.name.strip_suffix("-jvm").map(|name| format!("{name}-android"));
            own.is_some_and(|own| all.iter().any(|other| other.group == artifact.group && other.name == own))
        };
        all.iter().copied().filter(|artifact| !has_own(artifact)).collect()
    }

    /// The class path of those libraries.
    pub fn class_path(&self, tests: bool) -> Vec<PathBuf> {
        let mut path = Vec::new();
        for artifact in self.libraries(tests) {
            if artifact.kind == "aar" {
                let folder = unpacked(artifact);
                let classes = folder.join("classes.jar");
                // JNA's own jar stands in for it on a desk: it has the desk's native part.
                let is_jna = tests && artifact.name == "jna";
                if classes.exists() && !is_jna {
                    path.push(classes);
                }
                path.extend(super::places::files(&folder.join("libs"), &["jar"]));
            } else {
                path.push(repository().join(artifact.path()));
            }
        }
        path
    }

    /// The folders of the libraries that bring resources or a manifest.
    pub fn folders(&self, tests: bool) -> Vec<PathBuf> {
        self.libraries(tests).into_iter().filter(|artifact| artifact.kind == "aar").map(unpacked).collect()
    }

    /// Unpacks what must lie open: libraries, aapt2, and Android to test on.
    fn unpack(&self) -> Result<(), String> {
        for artifact in self.artifacts.iter().filter(|artifact| artifact.kind == "aar") {
            let folder = unpacked(artifact);
            if !folder.join("AndroidManifest.xml").exists() {
                emptied(&folder)?;
                unzip(&repository().join(artifact.path()), &folder)?;
            }
        }
        if !aapt2().exists() {
            emptied(&out().join("aapt"))?;
            unzip(&self.named(For::Sdk, "apktool-lib", "")?, &out().join("aapt"))?;
            executable(&aapt2())?;
        }
        let instrumented = self.named(For::Sdk, "android-all-instrumented", "")?;
        let name = instrumented.file_name().ok_or("a file without a name")?;
        let there = robolectric().join(name);
        if !there.exists() {
            fs::create_dir_all(robolectric()).map_err(|error| error.to_string())?;
            fs::hard_link(&instrumented, &there).map_err(|error| error.to_string())?;
        }
        Ok(())
    }
}

/// aapt2, from a library that carries it.
pub fn aapt2() -> PathBuf {
    out().join("aapt").join("prebuilt").join("linux").join("aapt2_64")
}

/// Where Robolectric looks for Android.
pub fn robolectric() -> PathBuf {
    out().join("robolectric")
}

fn unpacked(artifact: &Artifact) -> PathBuf {
    out().join("libraries").join(format!("{}_{}_{}", artifact.group, artifact.name, artifact.version))
}

/// By Python, whose start costs less than Java's: there are some hundred and fifty.
fn unzip(archive: &Path, folder: &Path) -> Result<(), String> {
    let mut unzip = Command::new(PYTHON.program);
    quiet("unpacking", unzip.args(["-m", "zipfile", "-e"]).arg(archive).arg(folder)).map(drop)
}

#[cfg(unix)]
pub fn executable(file: &Path) -> Result<(), String> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(file, fs::Permissions::from_mode(0o755)).map_err(|error| error.to_string())
}

#[cfg(not(unix))]
pub fn executable(_: &Path) -> Result<(), String> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_versions_of_one_thing_are_never_in_one_pom_and_nothing_is_left_out() {
        let all = lock::read().unwrap();
        let rounds = rounds(all.iter().collect());
        assert_eq!(rounds.iter().map(Vec::len).sum::<usize>(), all.len());
        for round in rounds {
            let mut names: Vec<_> = round.iter().map(|artifact| (&artifact.group, &artifact.name)).collect();
            names.sort();
            names.dedup();
            assert_eq!(names.len(), round.len());
        }
    }
}
