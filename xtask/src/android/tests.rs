//! Running the tests under Robolectric, with the core itself through JNA.

use super::compile::test_sources;
use super::fetch::{Kit, executable, kit, robolectric};
use super::lock::For;
use super::places::{android, class_path, out};
use super::resources::{For as Linked, PACKAGE};
use crate::hosts::Hosts;
use crate::run::{Done, cargo, option, shown};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The library, as built for this machine, and the tests, in one run each.
pub fn run(args: &[String]) -> Done {
    super::build()?;
    let only = option(args, "--only").unwrap_or_default();
    let mut classes: Vec<String> = test_sources().iter().filter_map(|source| class_of(source)).collect();
    classes.retain(|class| class.ends_with("Test") && class.contains(only));
    if classes.is_empty() {
        return Err("there is no such test".to_owned());
    }
    // What a run of everything drew is what docs/screens.md is made of.
    let seen = seen();
    if only.is_empty() {
        let _ = fs::remove_file(&seen);
    }
    let properties =
        if only.is_empty() { vec![format!("-Dhearth.seen={}", seen.display())] } else { Vec::new() };
    launch(&kit()?, &properties, &classes)
}

/// Where the tests note which screens they drew.
pub fn seen() -> PathBuf {
    out().join("seen.tsv")
}

/// The class that a file of a test holds: its package and its name.
pub fn class_of(source: &Path) -> Option<String> {
    let text = fs::read_to_string(source).ok()?;
    let package = text.lines().find_map(|line| line.strip_prefix("package "))?.trim();
    Some(format!("{package}.{}", source.file_stem()?.to_str()?))
}

/// Runs test classes; their runner prints the closing line.
pub fn launch(kit: &Kit, properties: &[String], classes: &[String]) -> Done {
    let config = out().join("config");
    let folder = config.join("com").join("android").join("tools");
    let assets = out().join("assets");
    let write = |error: std::io::Error| error.to_string();
    fs::create_dir_all(&folder).map_err(write)?;
    fs::create_dir_all(&assets).map_err(write)?;
    let text = format!(
        "android_merged_manifest={}\nandroid_merged_assets={}\nandroid_resource_apk={}\nandroid_custom_package={PACKAGE}\n",
        Linked::Tests.manifest().display(),
        assets.display(),
        Linked::Tests.resources().display(),
    );
    fs::write(folder.join("test_config.properties"), text).map_err(write)?;

    let mut path = vec![config, android().join("app").join("src").join("test").join("resources")];
    path.extend(all_classes(kit)?);
    let mut java = Command::new("java");
    java.args(["-Xmx3g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp"]).arg(class_path(&path));
    java.arg("-Drobolectric.offline=true");
    java.arg(format!("-Drobolectric.dependency.dir={}", robolectric().display()));
    java.arg(format!("-Djna.library.path={}", library_folder()?.display()));
    java.arg(format!("-Dhearth.root={}", crate::run::root().display()));
    // Practices to link with, in this process: they end with it.
    let street = hearth_tests::practice::street::open().map_err(write)?;
    java.arg(format!("-Dhearth.street={street}"));
    let hosts = Hosts::begin()?;
    java.arg(format!("-Dhearth.hosts={}", hosts.address));
    java.args(properties).arg("hearth.testing.Runner").args(classes);
    let ended = java.stdin(Stdio::null()).status().map_err(|error| error.to_string())?;
    if ended.success() { Ok(()) } else { Err("a test of the Android app failed".to_owned()) }
}

fn all_classes(kit: &Kit) -> Result<Vec<PathBuf>, String> {
    let modules = ["tests", "bridge-testing", "app", "ui", "bridge", "generated"];
    let mut path: Vec<PathBuf> = modules.into_iter().map(super::compile::classes).collect();
    path.push(Linked::Tests.names());
    path.extend(kit.class_path(true));
    // Last: only what nothing else brings is taken from it.
    path.push(kit.named(For::Sdk, "android-all", "15")?);
    Ok(path)
}

/// Writes the script that measures a screen across the boundary.
pub fn bench_program(to: &Path) -> Done {
    super::build()?;
    if !shown(cargo().args(["build", "--release", "--quiet", "-p", "hearth-bindings"])) {
        return Err("the bindings do not build".to_owned());
    }
    let debug = library_folder()?;
    let library = debug.parent().ok_or("the library lies in no folder")?.join("release");
    let script = format!(
        "#!/bin/sh\nexec java -Xmx1g -XX:+UseSerialGC -Djna.library.path='{}' -cp '{}' hearth.testing.HomeBench \"$@\"\n",
        library.display(),
        class_path(&all_classes(&kit()?)?),
    );
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder).map_err(|error| error.to_string())?;
    }
    fs::write(to, script).map_err(|error| error.to_string())?;
    executable(to)
}

/// Where the library for this machine lies.
fn library_folder() -> Result<PathBuf, String> {
    let library = crate::bindings::library()?;
    library.parent().map(Path::to_owned).ok_or_else(|| "the library lies in no folder".to_owned())
}
