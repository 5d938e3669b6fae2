//! `cargo xtask bindings`: the shells' side of the boundary, written from the built
//! library into target/bindings/ and never committed; and what the boundary is.

use crate::run::{Done, cargo, option, root, shown};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const USAGE: &str = "\
cargo xtask bindings kotlin|swift|python [--out DIR]   what a shell calls, into target/bindings/
cargo xtask bindings surface [--write]                 what is exported, beside bindings/surface.txt
cargo xtask bindings smoke                             a plan opened through the C boundary, by python3";

/// Runs one of the verbs.
pub fn run(args: &[String]) -> Done {
    match args.first().map(String::as_str) {
        Some(language @ ("kotlin" | "swift" | "python")) => {
            let default = root().join("target").join("bindings").join(language);
            let out = option(args, "--out").map_or(default, PathBuf::from);
            write(language, &out)?;
            println!("{}: what a shell calls", out.display());
            println!("{}: what it calls into", library()?.display());
            Ok(())
        }
        Some("surface") => surface(args.iter().any(|arg| arg == "--write")),
        Some("smoke") => smoke(),
        _ => Err(USAGE.to_owned()),
    }
}

/// Builds the library. Not stripped: the names are read from it.
fn build() -> Done {
    match shown(cargo().args(["build", "--quiet", "-p", "hearth-bindings"])) {
        true => Ok(()),
        false => Err("the bindings do not build".to_owned()),
    }
}

/// The built library.
pub fn library() -> Result<PathBuf, String> {
    let name = format!("{}hearth_bindings{}", std::env::consts::DLL_PREFIX, std::env::consts::DLL_SUFFIX);
    // Where this program lies: the target folder may be another than ours.
    let here = std::env::current_exe().map_err(|error| error.to_string())?;
    let target = here.parent().and_then(Path::parent).ok_or("this program lies in no folder")?;
    Ok(target.join("debug").join(name))
}

/// The program that reads the library's names.
fn bindgen() -> Command {
    let mut bindgen = cargo();
    bindgen.args(["run", "--quiet", "-p", "hearth-bindgen", "--"]);
    bindgen
}

/// Writes one language's side, anew.
fn write(language: &str, out: &Path) -> Done {
    build()?;
    if out.exists() {
        // Only what was written here before: a file of a name that is gone must not stay.
        for stale in ["hearth", "hearth.py", "HearthCore.swift", "HearthCoreFFI.h", "HearthCoreFFI.modulemap"]
        {
            let stale = out.join(stale);
            let gone = if stale.is_dir() { fs::remove_dir_all(&stale) } else { fs::remove_file(&stale) };
            match gone {
                Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error.to_string()),
                _ => {}
            }
        }
    }
    let written = shown(bindgen().arg(language).arg(library()?).arg(out));
    if written { Ok(()) } else { Err(format!("nothing was written for {language}")) }
}

/// Compares what is exported with the list, or writes the list.
fn surface(write: bool) -> Done {
    build()?;
    let listed = bindgen().arg("surface").arg(library()?).stdin(Stdio::null()).output();
    let listed = listed.map_err(|error| error.to_string())?;
    if !listed.status.success() {
        return Err(String::from_utf8_lossy(&listed.stderr).into_owned());
    }
    let list = root().join("bindings").join("surface.txt");
    if write {
        return fs::write(list, listed.stdout).map_err(|error| error.to_string());
    }
    let same = fs::read(list).is_ok_and(|list| list == listed.stdout);
    print!("{}", String::from_utf8_lossy(&listed.stdout));
    if same { Ok(()) } else { Err("bindings/surface.txt says something else; --write writes it".to_owned()) }
}

/// Opens a plan from outside.
fn smoke() -> Done {
    let out = root().join("target").join("bindings").join("python");
    write("python", &out)?;
    let library = library()?;
    let name = library.file_name().ok_or("the library has no name")?;
    fs::copy(&library, out.join(name)).map_err(|error| error.to_string())?;
    let script = root().join("bindings").join("bindgen").join("tests").join("smoke.py");
    let mut python = Command::new("python3");
    // What a failing observer throws is printed by the generated code; it is not ours.
    python.arg(script).env("PYTHONPATH", &out).stderr(Stdio::piped());
    let done = python.stdin(Stdio::null()).output().map_err(|_| "python3 is not here".to_owned())?;
    print!("{}", String::from_utf8_lossy(&done.stdout));
    if done.status.success() { Ok(()) } else { Err(String::from_utf8_lossy(&done.stderr).into_owned()) }
}
