//! Promises: what is late comes up by itself, plainly and without blame.

use super::*;

fn promise(hearth: &Companion, by: &str) -> EntityId {
    let fields = [
        (Promise::WHAT, text("A place at pulmonary rehabilitation")),
        (Promise::WHO, text("The nurse")),
        (Promise::BY, Value::Date(by.to_owned())),
        (Promise::STATE, code("promised")),
    ];
    hearth.add(Kind::Promise, &fields, PERSON).unwrap()
}

fn said(hearth: &Companion) -> (String, String) {
    let view = &hearth.promises()[0];
    (bare(&view.who_by), bare(&view.state))
}

#[test]
fn a_promise_is_late_the_day_after_and_comes_up_by_itself() {
    let (phone, hearth) = begun();
    promise(&hearth, "2026-10-03");
    assert_eq!(said(&hearth).1, "promised");
    phone.later(2);
    assert_eq!(said(&hearth), ("The nurse, by today".to_owned(), "due today".to_owned()));
    assert!(hearth.home().late.is_empty());
    phone.later(1);
    assert_eq!(said(&hearth).1, "1 day late");
    phone.later(19);
    assert_eq!(said(&hearth).1, "20 days late");
    assert_eq!(hearth.home().late[0].late_days, Some(20));
}

#[test]
fn by_november_is_late_in_december_and_not_before() {
    let (phone, hearth) = begun();
    promise(&hearth, "2026-11");
    phone.later(60);
    assert_eq!(said(&hearth), ("The nurse, by November 2026".to_owned(), "promised".to_owned()));
    phone.later(1);
    assert_eq!(said(&hearth).1, "1 day late");
}

#[test]
fn done_asked_for_and_not_needed_are_never_late() {
    for (state, line) in [
        ("done", "done"),
        ("not_available", "asked for, not available"),
        ("no_longer_needed", "not needed any more"),
    ] {
        let (phone, hearth) = begun();
        let promise = promise(&hearth, "2026-10-03");
        hearth.write(Kind::Promise, promise, &Promise::STATE, code(state), PERSON).unwrap();
        phone.later(30);
        assert_eq!(said(&hearth).1, line);
        assert!(hearth.home().late.is_empty());
    }
}

#[test]
fn two_answers_at_once_are_both_said_and_never_late() {
    let (one, here) = begun();
    let (_two, there) = begun();
    let promise = promise(&here, "2026-10-03");
    swap(&here, &there);
    here.write(Kind::Promise, promise, &Promise::STATE, code("done"), PERSON).unwrap();
    there.write(Kind::Promise, promise, &Promise::STATE, code("not_available"), PERSON).unwrap();
    swap(&here, &there);
    one.later(30);
    let state = said(&here).1;
    assert!(state == "done / asked for, not available" || state == "asked for, not available / done");
    assert!(here.home().late.is_empty());
}

#[test]
fn late_promises_come_first_and_those_without_a_date_last() {
    let (phone, hearth) = begun();
    hearth.add(Kind::Promise, &[(Promise::WHAT, text("no date"))], PERSON).unwrap();
    let soon = promise(&hearth, "2026-12-01");
    let late = promise(&hearth, "2026-10-03");
    phone.later(10);
    let order: Vec<EntityId> = hearth.promises().iter().map(|promise| promise.id).collect();
    assert_eq!(order[..2], [late, soon]);
    assert_eq!(bare(&hearth.promises()[2].who_by), "somebody without a name, no date given");
}
