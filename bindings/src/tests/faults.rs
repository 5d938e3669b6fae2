//! Panics and failing parts of the shell's: each is an error with a sentence, and
//! the plan goes on.

use super::*;
use crate::plan::{Observer, Place};
use std::fs;
use std::sync::Mutex;

#[test]
fn a_panic_is_an_error_with_a_sentence_and_nothing_is_written() {
    let (phone, plan) = begun();
    let goal = add_goal(&plan, "Walk to the canal");
    let fields = vec![with("goal", of(&goal)), with("what", words("Twice a week"))];
    let action = plan.add("action", fields, ME).unwrap();
    phone.clock.panics.store(true, Ordering::Relaxed);
    let check_in = || plan.check_in(&action, None, Some(7), ME);
    assert_eq!((group(check_in()), reason(check_in())), (Group::Other, "error-fault".to_owned()));
    assert!(sentence(check_in()).contains("What you kept before is safe"));
    phone.clock.panics.store(false, Ordering::Relaxed);
    assert!(plan.goal(&goal).unwrap().actions[0].check_ins.is_empty());
    check_in().unwrap();
}

#[test]
fn a_panic_with_the_plan_locked_leaves_it_usable() {
    let (phone, plan) = begun();
    fs::remove_file(phone.path("card/card")).unwrap();
    phone.clock.panics.store(true, Ordering::Relaxed);
    assert_eq!(reason(plan.refresh_card()), "error-fault");
    phone.clock.panics.store(false, Ordering::Relaxed);
    plan.refresh_card().unwrap();
    assert!(phone.path("card/card").exists());
    add_goal(&plan, "Walk to the canal");
    assert_eq!(plan.home().unwrap().goals.len(), 1);
}

#[test]
fn a_key_store_that_panics_is_an_error_and_the_plan_opens_after() {
    let phone = Phone::new();
    drop(phone.begin());
    phone.keys.panics.store(true, Ordering::Relaxed);
    assert_eq!(reason(phone.open()), "error-fault");
    phone.keys.panics.store(false, Ordering::Relaxed);
    phone.open().unwrap();
}

#[test]
fn an_exception_that_nobody_expected_is_a_failure_whose_text_goes_nowhere() {
    let thrown = uniffi::UnexpectedUniFFICallbackError { reason: "my pin is 1234".to_owned() };
    assert_eq!(ShellFault::from(thrown), ShellFault::Failed { code: -1 });
}

#[test]
fn a_clock_that_fails_is_the_systems_clock() {
    let (phone, plan) = begun();
    phone.clock.fails.store(true, Ordering::Relaxed);
    let visit = plan.begin_visit("My yearly talk", "The nurse", None, ME).unwrap();
    assert_eq!(plan.visits().unwrap()[0].id, visit);
}

/// Keeps what it was told; errs or panics after.
#[derive(Default)]
struct Ear {
    heard: Mutex<Vec<Place>>,
    errs: bool,
    panics: bool,
}

impl Observer for Ear {
    fn changed(&self, places: Vec<Place>) -> Result<(), ShellFault> {
        self.heard.lock().unwrap().extend(places);
        assert!(!self.panics, "an observer that panics");
        if self.errs { Err(ShellFault::Failed { code: 1 }) } else { Ok(()) }
    }
}

impl Ear {
    fn heard(&self) -> Vec<Place> {
        std::mem::take(&mut *self.heard.lock().unwrap())
    }
}

#[test]
fn an_observer_is_told_each_entry_once_and_after_stop_nothing() {
    let (_phone, plan) = begun();
    let ear = Arc::new(Ear::default());
    let watching = plan.watch(Arc::clone(&ear) as _).unwrap();
    let fields = vec![with("words", words("Walk")), with("importance", Answer::Whole { number: 9 })];
    let goal = plan.add("goal", fields, ME).unwrap();
    assert_eq!(ear.heard(), [Place { kind: "goal".to_owned(), id: goal.clone() }]);
    watching.stop().unwrap();
    watching.stop().unwrap();
    plan.remove("goal", &goal, ME).unwrap();
    assert!(ear.heard().is_empty());
    assert_eq!(Arc::strong_count(&ear), 1, "it is let go");
}

#[test]
fn observers_that_err_or_panic_make_no_writing_fail_and_keep_nobody_from_hearing() {
    let (_phone, plan) = begun();
    let ears = [
        Arc::new(Ear { panics: true, ..Ear::default() }),
        Arc::new(Ear { errs: true, ..Ear::default() }),
        Arc::new(Ear::default()),
    ];
    let _watching = ears.each_ref().map(|ear| plan.watch(Arc::clone(ear) as _).unwrap());
    let goal = add_goal(&plan, "Walk to the canal");
    assert!(ears.iter().all(|ear| ear.heard().len() == 1));
    plan.goal(&goal).unwrap();
}

/// Asks the plan as soon as it is told.
struct Asks(Mutex<Option<Arc<Plan>>>, Mutex<Vec<usize>>);

impl Observer for Asks {
    fn changed(&self, _: Vec<Place>) -> Result<(), ShellFault> {
        let plan = self.0.lock().unwrap().clone().unwrap();
        self.1.lock().unwrap().push(plan.home().unwrap().goals.len());
        Ok(())
    }
}

#[test]
fn an_observer_may_ask_the_plan_and_sees_what_was_written() {
    let (_phone, plan) = begun();
    let asks = Arc::new(Asks(Mutex::new(Some(Arc::clone(&plan))), Mutex::default()));
    let watching = plan.watch(Arc::clone(&asks) as _).unwrap();
    add_goal(&plan, "Walk");
    add_goal(&plan, "Cook");
    assert_eq!(*asks.1.lock().unwrap(), [1, 2]);
    watching.stop().unwrap();
    *asks.0.lock().unwrap() = None;
}
