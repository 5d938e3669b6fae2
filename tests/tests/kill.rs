//! A writing process is killed: every acknowledged edit is there.

use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::{Mutex, PoisonError};

use hearth_core::vault::SoftwareKeyStore;
use hearth_tests::faults::{Kill, Marks, Report};
use hearth_tests::plan_store::Phone;
use hearth_tests::toy;

/// One harness at a time: a child that another one is just starting holds the
/// locks of this one's store until it has become the writer.
static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

fn kill(store: &str, kills: u64) -> Report {
    let _alone = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    let harness = Kill { name: format!("kill -9 of {store}"), seed: 2026, kills, a_store: 20 };
    let check = |folder: &Path, marks: &Marks| match store {
        "toy" | "toy-early" => toy::check(folder, marks),
        _ => {
            let keys = SoftwareKeyStore::open(&folder.join("keys"))?;
            Phone::of_one_life(keys).check(folder, marks)
        }
    };
    harness.run(
        |folder, death| {
            let mut command = Command::new(env!("CARGO_BIN_EXE_writer"));
            command.arg(store).arg(folder).arg(death.first.to_string()).stderr(Stdio::null());
            command.args(death.at_call.map(|call| call.to_string()));
            command
        },
        check,
    )
}

#[test]
fn a_killed_writer_loses_nothing_and_one_that_speaks_too_soon_does() {
    let control = kill("toy-early", 20);
    let report = kill("toy", 60).with_control(&control);
    println!("{report}");
    report.verdict().unwrap();
}

#[test]
#[ignore = "the long form"]
fn ten_thousand_kills_lose_nothing() {
    let control = kill("toy-early", 100);
    let report = kill("toy", 10_000).with_control(&control);
    println!("{report}");
    report.verdict().unwrap();
}

#[test]
fn a_killed_plan_loses_nothing() {
    let control = kill("plan-early", 20);
    let report = kill("plan", 60).with_control(&control);
    println!("{report}");
    report.verdict().unwrap();
}

#[test]
#[ignore = "the long form"]
fn ten_thousand_kills_of_the_plan_lose_nothing() {
    let control = kill("plan-early", 100);
    let report = kill("plan", 10_000).with_control(&control);
    println!("{report}");
    report.verdict().unwrap();
}
