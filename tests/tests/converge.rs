//! Phones that write apart and meet again end alike, and lose nothing.

use hearth_tests::converge::{Rule, first_loss, replay, replay_with, run};

const SEED: u64 = 20_261_126;

/// Enough histories for each mutant to be caught many times over.
const ENOUGH: u64 = 400;

#[test]
fn phones_that_write_apart_end_alike_and_lose_nothing() {
    let report = run(SEED, 500);
    assert_eq!(report.runs, 500);
    assert!(report.failures.is_empty(), "{:#?}", report.failures);
    for (what, count) in report.tally.counts() {
        assert!(count > 0, "no history had anything {what}: {:#?}", report.tally);
    }
}

/// The long form: the whole bar of reliability row 8.
#[test]
#[ignore = "takes minutes: the soak runs it"]
fn a_hundred_thousand_histories_end_alike() {
    let report = run(SEED, 100_000);
    println!("{:#?}", report.tally);
    assert!(report.failures.is_empty(), "{:#?}", report.failures);
}

#[test]
fn a_seed_replays_the_same_history() {
    let (first, again) = (replay(SEED), replay(SEED));
    assert!(first.story.len() > 20);
    assert_eq!(first.story, again.story);
    assert_ne!(first.story, replay(SEED + 1).story);
}

#[test]
fn every_mutant_of_the_merge_is_caught() {
    for rule in Rule::MUTANTS {
        let caught = first_loss(rule, SEED, ENOUGH);
        let Some((count, seed, what)) = caught else { panic!("{rule:?} lost nothing that was seen") };
        println!("{rule:?}: caught by history {count}: {what}");
        assert_eq!(replay_with(rule, seed).failure, Some(what), "{rule:?} is caught again by its seed");
    }
}

#[test]
fn the_last_writer_by_wall_clock_loses_words() {
    assert!(says(Rule::LastByClock, "silently gone"));
}

#[test]
fn dropping_the_lower_ranked_head_loses_words() {
    assert!(says(Rule::DropsLower, "silently gone"));
}

#[test]
fn forgetting_what_the_past_named_brings_words_back() {
    assert!(says(Rule::ForgetsPast, "come back"));
}

#[test]
fn hiding_a_change_made_elsewhere_brings_a_removed_thing_back_unseen() {
    assert!(says(Rule::EditsReturn, "is back unseen"));
}

fn says(rule: Rule, what: &str) -> bool {
    first_loss(rule, SEED, ENOUGH).is_some_and(|(_, _, said)| said.contains(what))
}
