//! The commands the project keeps, one verb a file:
//! `cargo xtask demo | test | words | coverage | peers | scenarios | shares | bindings | android | ios | screens | phones
//! | bench | soak | mutants | doctor`.
#![forbid(unsafe_code)]

mod android;
mod bench;
mod bindings;
mod coverage;
mod demo;
mod demo_practice;
mod demo_share;
mod doctor;
mod fhir;
mod hosts;
mod ios;
mod mutants;
mod papers;
mod peers;
mod phones;
mod readers;
mod run;
mod scenarios;
mod screens;
mod shares;
mod soak;
mod stats;
mod table;
mod test;
mod words;

use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask demo [--folder F] [--lang cy]     the main job on real input; results in target/demo/
cargo xtask demo --practice URL [--client ID] [--redirect ADDRESS] [--folder F]    the same with a real practice
cargo xtask test [--only peers|practice|host|papers|android|ios]    everything the project checks of itself; or a part of it
cargo xtask words                 every sentence in every language: missing, unused, hard to read
cargo xtask coverage              where each PRSB element stands; writes docs/prsb-coverage.md
cargo xtask peers [--keep]        real practices on this machine: build, start, visit, stop
cargo xtask scenarios             every scenario at every practice; writes the table in docs/sync.md
cargo xtask shares                every scenario of sharing on both databases; writes the table in docs/sharing.md
cargo xtask bindings kotlin|swift [--out DIR]    what a shell calls; also: surface, smoke
cargo xtask android build|test|pictures|apk|lint    the Android app, without Gradle or a phone
cargo xtask ios setup|build|test|pictures|check    the iOS app's packages, without a Mac or a phone; also: framework, package
cargo xtask screens               docs/screens.md, of what both apps' tests drew
cargo xtask phones                the core and its bindings checked for both phones; takes long
cargo xtask bench [--only NAME] [--before PROGRAM] [--n N] [--seed S]    the bars of speed and size
cargo xtask soak  [--only NAME] [--n N] [--seed S]    the long fault tests
cargo xtask mutants [--room sync [--part K/N]] [--again]    whether tests notice small mistakes in record and vault, or in sync
cargo xtask doctor                what this machine has and what it lacks";

fn main() -> ExitCode {
    let mut args = std::env::args().skip(1);
    let verb = args.next().unwrap_or_default();
    let rest: Vec<String> = args.collect();
    let done = match verb.as_str() {
        "demo" => demo::run(&rest),
        "test" => test::run(&rest),
        "words" => words::run(&rest),
        "coverage" => coverage::run(&rest),
        "peers" => peers::run(&rest),
        "scenarios" => scenarios::run(&rest),
        "shares" => shares::run(&rest),
        "bindings" => bindings::run(&rest),
        "android" => android::run(&rest),
        "ios" => ios::run(&rest),
        "phones" => phones::run(&rest),
        "screens" => screens::run(&rest),
        "bench" => bench::run(&rest),
        "soak" => soak::run(&rest),
        "mutants" => mutants::run(&rest),
        "doctor" => doctor::run(&rest),
        _ => Err(USAGE.to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}
