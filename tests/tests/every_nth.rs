//! The disk fails or is full at each call in its turn: nothing acknowledged is lost.

// A report is a test's verdict.
#![allow(clippy::unwrap_used)]

use hearth_tests::faults::{EveryNth, FaultKind, Report};
use hearth_tests::plan_store::Phone;
use hearth_tests::toy::{self, Flaw};

fn fail(kind: FaultKind, lasting: bool, flaw: Flaw) -> Report {
    let name = format!("{kind:?} at every call, {}", if lasting { "lasting" } else { "once" });
    EveryNth { name, kind, lasting }.run(
        |recorder| toy::live(recorder, 1, 10, Flaw::None),
        |recorder| toy::live(recorder, 5, 12, flaw),
        toy::check,
    )
}

#[test]
fn an_io_error_at_any_call_loses_nothing() {
    for lasting in [false, true] {
        let control = fail(FaultKind::IoError, lasting, Flaw::IgnoresErrors);
        let report = fail(FaultKind::IoError, lasting, Flaw::None).with_control(&control);
        println!("{report}");
        report.verdict().unwrap();
    }
}

#[test]
fn a_full_disk_at_any_write_loses_nothing() {
    for lasting in [false, true] {
        let control = fail(FaultKind::Full, lasting, Flaw::IgnoresErrors);
        let report = fail(FaultKind::Full, lasting, Flaw::None).with_control(&control);
        println!("{report}");
        report.verdict().unwrap();
    }
}

#[test]
fn a_file_that_went_is_noticed() {
    let harness = EveryNth { name: "removal".into(), kind: FaultKind::IoError, lasting: false };
    let report = harness.run(
        |recorder| std::fs::write(recorder.root().join("keys"), b"kept").unwrap(),
        |recorder| std::fs::remove_file(recorder.root().join("keys")).unwrap(),
        |_, _| Ok(()),
    );
    assert_eq!((report.runs, report.lost), (1, 1));
}

fn fail_plan(kind: FaultKind, lasting: bool, edits: u64, takes_all_for_done: bool) -> Report {
    let name = format!("{kind:?} at every call of the plan, {}", if lasting { "lasting" } else { "once" });
    let well = Phone::of_many_lives();
    let phone = if takes_all_for_done { well.taking_all_for_done() } else { well.clone() };
    EveryNth { name, kind, lasting }.run(
        |recorder| well.live(recorder, 1, 10),
        |recorder| phone.live(recorder, 5, edits),
        |folder, marks| phone.check(folder, marks),
    )
}

/// Few edits leave the card as it is; of many, several are on it.
fn fail_plan_and_control(kind: FaultKind, lasting: bool) {
    for edits in [3, 14] {
        let control = fail_plan(kind, lasting, edits, true);
        let report = fail_plan(kind, lasting, edits, false).with_control(&control);
        println!("{report}");
        report.verdict().unwrap();
    }
}

#[test]
fn the_plan_keeps_what_it_acknowledged_whichever_call_fails() {
    fail_plan_and_control(FaultKind::IoError, false);
}

#[test]
fn the_plan_keeps_what_it_acknowledged_when_the_disk_is_gone_from_a_call_on() {
    fail_plan_and_control(FaultKind::IoError, true);
}

#[test]
fn the_plan_keeps_what_it_acknowledged_when_the_disk_is_full() {
    fail_plan_and_control(FaultKind::Full, false);
    fail_plan_and_control(FaultKind::Full, true);
}
