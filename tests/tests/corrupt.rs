//! Bits turn over on the disk: each changed value is noticed.

use hearth_tests::faults::{Corruption, Report};
use hearth_tests::plan_store::{self, Phone};
use hearth_tests::toy::{self, Flaw};

const EDITS: u64 = 20;

fn harness(flaw: Flaw) -> Corruption {
    Corruption { name: format!("bits turned over, flaw {flaw:?}"), seed: 2026, threads: 2 }
}

fn each_bit(flaw: Flaw, step: usize) -> Report {
    harness(flaw).each_bit(
        |folder| toy::prepare(folder, EDITS),
        step,
        |folder, _| toy::check_corrupt(folder, EDITS, flaw),
    )
}

#[test]
fn a_turned_bit_is_noticed_and_without_sums_some_are_not() {
    let control = each_bit(Flaw::TrustsBytes, 499);
    let report = each_bit(Flaw::None, 499).with_control(&control);
    println!("{report}");
    report.verdict().unwrap();
}

#[test]
fn many_turned_bits_are_noticed() {
    let report = harness(Flaw::None).anywhere(
        |folder| toy::prepare(folder, EDITS),
        200,
        40,
        |folder, _| toy::check_corrupt(folder, EDITS, Flaw::None),
    );
    println!("{report}");
    report.verdict().unwrap();
}

#[test]
#[ignore = "the long form"]
fn each_single_bit_is_noticed() {
    let report = each_bit(Flaw::None, 1);
    println!("{report}");
    report.verdict().unwrap();
}

#[test]
#[ignore = "the long form"]
fn a_million_turned_bits_of_a_large_one_are_noticed() {
    const MANY: u64 = 2_000;
    let report = harness(Flaw::None).anywhere(
        |folder| toy::prepare(folder, MANY),
        10_000,
        100,
        |folder, _| toy::check_corrupt(folder, MANY, Flaw::None),
    );
    println!("{report}");
    report.verdict().unwrap();
}

fn each_bit_of_the_plan(step: usize) -> Report {
    let phone = Phone::of_many_lives();
    let harness = Corruption { name: "bits turned over in a plan".into(), seed: 1, threads: 2 };
    harness.each_bit(
        |folder| plan_store::prepare(&phone, folder, 40),
        step,
        |folder, _| plan_store::check_corrupt(&phone, folder, 40),
    )
}

#[test]
#[ignore = "the long form"]
fn each_single_bit_of_the_plan_is_noticed() {
    let report = each_bit_of_the_plan(1);
    println!("{report}");
    report.verdict().unwrap();
}

#[test]
fn a_turned_bit_in_the_plan_is_noticed() {
    let report = each_bit_of_the_plan(997);
    println!("{report}");
    report.verdict().unwrap();
}
