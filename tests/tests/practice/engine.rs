//! The engine itself, on the practice in this process: one sync at a time, stopped
//! anywhere, told of what is refused, and how much it asks for.

use hearth_core::companion::{Companion, Trouble};
use hearth_core::record::EntityId;
use hearth_tests::practice::Quirks;
use hearth_tests::practice::phone::Unhurried;
use hearth_tests::practice::place::Place;

#[test]
fn one_sync_runs_at_a_time() {
    struct Nested<'a>(&'a Companion, std::cell::Cell<usize>);
    impl hearth_core::sync::engine::Progress for Nested<'_> {
        fn at(&self, _: hearth_core::sync::engine::Step) {
            let within = self.0.sync(&Unhurried);
            assert!(matches!(within, Err(Trouble::SyncRuns)));
            self.1.set(self.1.get() + 1);
        }
        fn is_stopped(&self) -> bool {
            false
        }
    }
    let place = Place::in_process(Quirks::default());
    let nested = Nested(place.hearth(), std::cell::Cell::new(0));
    place.hearth().sync(&nested).unwrap();
    assert!(nested.1.get() > 0);
    place.sync();
}

#[test]
fn a_sync_that_is_stopped_anywhere_goes_on_the_next_time() {
    use hearth_tests::practice::phone::StopsAfter;
    for after in 0..40 {
        let place = Place::in_process(Quirks { refuses_batches: true, ..Quirks::default() });
        let goals: Vec<EntityId> = (0..5).map(|n| place.phone.goal(&format!("goal {n}"))).collect();
        let stopped = place.hearth().sync(&StopsAfter(after.into())).unwrap();
        assert!(stopped.trouble.is_none_or(|key| key == "error-practice-stopped"), "{stopped:?}");
        place.settle();
        assert_eq!(place.practice.all("Goal").len(), goals.len(), "stopped after {after}");
        place.each_is_there_once();
    }
}

#[test]
fn what_the_practice_does_not_take_stops_nothing_else_and_is_told() {
    // A grant that lets goals be read and not written.
    let place = Place::in_process(Quirks { without: vec!["Goal"], ..Quirks::default() });
    let _ = place.phone.goal("Walk to the bridge");
    place.settle();
    assert_eq!(place.there(), None);
    assert!(!place.practice.all("CarePlan").is_empty());
    let view = place.hearth().practice().unwrap();
    assert!(view.not_allowed.iter().any(|line| line.contains("goals")), "{view:?}");
}

#[test]
fn first_sync_of_many_goals_takes_few_questions_and_an_idle_one_takes_one() {
    let place = Place::in_process(Quirks::default());
    for n in 0..200 {
        let _ = place.phone.goal(&format!("goal number {n}"));
    }
    let first = place.sync();
    assert_eq!(first.sent, 201);
    // A GET and a PUT each would be 402.
    assert!(first.requests <= 40, "{} questions", first.requests);
    place.settle();
    let idle = place.sync();
    assert_eq!(idle.requests, 1, "{idle:?}");
    assert!(idle.bytes <= 500, "{} bytes", idle.bytes);
    let goal = place.hearth().goals()[0].id;
    place.phone.write(goal, "Walk past the bridge");
    let edit = place.sync();
    assert_eq!((edit.sent, edit.requests), (1, 3), "{edit:?}");
    println!(
        "first {} questions, {} bytes; idle {}; one edit {} bytes",
        first.requests, first.bytes, idle.bytes, edit.bytes
    );
}
