//! Reliability 9 and 10: HTTP faults at each step, and practices that lie.

use hearth_tests::practice::faults::{Network, Weather};
use hearth_tests::practice::histories::{one_goal, replay, run};
use hearth_tests::practice::phone::Phone;
use hearth_tests::practice::{Practice, Quirks, SimWorld};
use std::sync::Arc;

const SEED: u64 = 20_261_126;

#[test]
fn after_any_weather_each_resource_is_there_once_and_no_word_is_lost() {
    let report = run(SEED, 500, false);
    println!("{:#?}", report.tally);
    assert_eq!(report.runs, 500);
    assert!(report.failures.is_empty(), "{:#?}", report.failures);
    let tally = report.tally;
    for (what, count) in [
        ("syncs in trouble", tally.troubled),
        ("words of a clinician", tally.clinical),
        ("decisions", tally.decided),
        ("links made again", tally.relinked),
        ("deletions", tally.deleted),
        ("second phones", tally.two_phones),
    ] {
        assert!(count > 0, "no history had any {what}");
    }
}

/// The long form.
#[test]
#[ignore = "takes hours without optimisation: the soak runs it"]
fn twenty_thousand_histories_end_well() {
    let report = run(SEED, 20_000, false);
    assert!(report.failures.is_empty(), "{:#?}", report.failures);
}

/// 2843: a second one of ours with a version and a time of its own was taken for an old look at the first.
/// 3039, 19936: words at the first look at a practice that drops our mark were a clinician's, and were written over.
/// 4998: an entry that came from the other phone was sent over what stood there, where the practice takes no guard.
#[test]
fn histories_that_once_went_wrong_end_well() {
    for seed in [2843, 3039, 4998, 19936] {
        assert_eq!(replay(seed), Ok(()), "seed {seed}");
    }
}

/// One history is followed with `HEARTH_SEED=n HEARTH_TRACE=1 cargo test --test practice_faults a_seed -- --nocapture`.
#[test]
fn a_seed_replays() {
    let seed = std::env::var("HEARTH_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(SEED);
    assert_eq!(replay(seed), Ok(()));
    assert_eq!(replay(seed), replay(seed));
}

#[test]
fn a_network_that_loses_the_guards_is_seen_to_lose_words() {
    let report = run(SEED, 60, true);
    println!("{:#?}", report.failures);
    assert!(report.failures.iter().any(|(_, found)| found.contains("nobody here ever heard of it")));
}

#[test]
fn two_phones_and_a_practice_that_write_one_goal_end_alike_with_every_word_kept() {
    let tally = one_goal(SEED, 150).unwrap();
    assert!(tally.written > 20 && tally.clinical > 5, "{tally:?}");
}

/// Each lie by its name: it ends soon, says so, changes nothing here, and when it
/// is over all is well.
#[test]
fn a_practice_that_lies_changes_no_word_and_is_told_of_in_a_sentence() {
    for weather in Weather::LIES {
        let world = Arc::new(SimWorld::new(5));
        // A token of the whole week: one that is asked for in bad weather may end
        // the link, and that is told elsewhere.
        let quirks = Quirks { token_life: 90 * 86_400, ..Quirks::default() };
        let practice = Arc::new(Practice::new(&world, quirks));
        let network = Arc::new(Network::new(&practice, &world, 5, false));
        let phone = Phone::new(&world, Arc::clone(&network) as _, "Jo's phone");
        phone.link(&practice).unwrap();
        let goal = phone.goal("Walk to the bridge");
        let _ = phone.sync();
        phone.write(goal, "Walk past the bridge");
        network.turns(weather);
        // A week of it.
        for _ in 0..7 {
            let before = (world.ms(), practice.count().0);
            let view = phone.sync();
            assert!(world.ms() - before.0 <= 31_000, "{weather:?}: {} ms", world.ms() - before.0);
            assert!(practice.count().0 - before.1 <= 400, "{weather:?}");
            assert!(!view.sentences.is_empty());
            let harmless = matches!(weather, Weather::Clock1970 | Weather::WrongEtag | Weather::EndlessNew);
            assert!(harmless || view.trouble.is_some(), "{weather:?}: {view:?}");
            assert_eq!(phone.words(goal), ["Walk past the bridge"], "{weather:?}");
            assert_eq!(phone.hearth().suggestions(), [], "{weather:?}");
            world.pass(86_400_000);
        }
        let told = phone.hearth().practice().unwrap().troubles;
        assert!(told.iter().all(|trouble| trouble.id != Some(goal)), "{weather:?}: {told:?}");
        network.turns(Weather::Calm);
        for _ in 0..3 {
            world.pass(3 * 86_400_000);
            let view = phone.sync();
            assert_eq!(view.trouble, None, "after {weather:?}: {view:?}");
        }
        let there = String::from_utf8(practice.all("Goal")[0].body.clone()).unwrap();
        assert!(there.contains("Walk past the bridge"), "after {weather:?}");
        assert!(practice.ours().values().all(|count| *count == 1), "after {weather:?}");
    }
}
