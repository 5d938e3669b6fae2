//! The power goes: every acknowledged edit is there when it comes back.

use hearth_tests::faults::{PowerCut, Report};
use hearth_tests::plan_store::Phone;
use hearth_tests::toy::{self, Flaw};

fn cut(name: &str, flaw: Flaw, rounds: u64, images: u64) -> Report {
    let harness = PowerCut { name: name.into(), seed: 2026, rounds, images, threads: 2, log_unsynced: false };
    harness.run(|recorder, seed| toy::live(recorder, seed, 40, flaw), toy::check)
}

#[test]
fn no_acknowledged_edit_is_lost_and_without_syncs_some_are() {
    let control = cut("power cut, synchronous=NORMAL", Flaw::SyncsLater, 1, 800);
    let report = cut("power cut", Flaw::None, 8, 400).with_control(&control);
    println!("{report}");
    report.verdict().unwrap();
}

#[test]
fn a_card_whose_folder_was_not_synced_is_seen_to_be_stale() {
    let control = cut("power cut, card.next unsynced", Flaw::ForgetsFolder, 1, 1_600);
    assert!(control.lost > 0, "{control}");
    assert!(control.losses.iter().any(|loss| loss.kind.contains("the card is not of")), "{control}");
}

#[test]
#[ignore = "the long form"]
fn a_hundred_thousand_images_lose_nothing() {
    let control = cut("power cut, synchronous=NORMAL", Flaw::SyncsLater, 4, 1_000);
    let report = cut("power cut", Flaw::None, 120, 1_000).with_control(&control);
    println!("{report}");
    report.verdict().unwrap();
}

fn cut_plan(name: &str, log_unsynced: bool, rounds: u64, images: u64) -> Report {
    let harness = PowerCut { name: name.into(), seed: 7, rounds, images, threads: 2, log_unsynced };
    let phone = Phone::of_many_lives();
    harness.run(|recorder, seed| phone.live(recorder, seed, 30), |folder, marks| phone.check(folder, marks))
}

#[test]
fn the_plan_loses_no_acknowledged_edit() {
    let control = cut_plan("power cut of the plan, log unsynced", true, 1, 200);
    let report = cut_plan("power cut of the plan", false, 4, 400).with_control(&control);
    println!("{report}");
    report.verdict().unwrap();
}

#[test]
#[ignore = "the long form"]
fn a_hundred_thousand_images_of_the_plan_lose_nothing() {
    let control = cut_plan("power cut of the plan, log unsynced", true, 4, 1_000);
    let report = cut_plan("power cut of the plan", false, 120, 1_000).with_control(&control);
    println!("{report}");
    report.verdict().unwrap();
}
