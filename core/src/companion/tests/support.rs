//! Support: the menu, what there is near me, what I asked for, and a budget.

use super::*;

fn asked(item: &str) -> Asked {
    Asked { item: Some(item.to_owned()), of: Some("The link worker".into()), ..Asked::default() }
}

#[test]
fn the_menu_has_every_entry_once_with_a_name_and_a_sentence() {
    let (_phone, hearth) = begun();
    let menu = hearth.support().menu;
    assert_eq!(menu.iter().map(|group| group.items.len()).collect::<Vec<_>>(), [14, 12]);
    let items: Vec<&MenuItem> = menu.iter().flat_map(|group| &group.items).collect();
    let names: std::collections::HashSet<&str> = items.iter().map(|item| item.name.as_str()).collect();
    let ids: std::collections::HashSet<&str> = items.iter().map(|item| item.id).collect();
    assert_eq!((names.len(), ids.len()), (26, 26));
    for item in items {
        assert!(!item.name.contains('[') && !item.about.contains('['), "{}", item.id);
        assert!(item.about.ends_with('.') && item.about.split_whitespace().count() <= 18, "{}", item.about);
    }
    assert_eq!(menu[0].heading, "To manage by myself");
}

/// Names are what lies on people's disks: one may be added, none may change.
#[test]
fn no_name_of_the_menu_that_was_given_out_has_changed() {
    let given = "patient_education information_prescription weight health_trainer stop_smoking exercise \
        pulmonary_rehabilitation coaching community helpline telehealth arts social_prescribing \
        problem_solving case_management team_assessment housing home_care reablement befriending \
        falls_group telecare residential_care coordination advance_planning end_of_life_care";
    assert!(given.split_whitespace().all(|id| MENU.contains(&id)));
}

#[test]
fn asking_for_one_says_what_of_whom_and_when() {
    let (phone, hearth) = begun();
    hearth.ask_for(&asked("befriending"), PERSON).unwrap();
    phone.later(9);
    let request = &hearth.support().asked_for[0];
    assert_eq!(request.what, "A befriender");
    assert_eq!(bare(&request.asked), "Asked of The link worker, 1 October");
    assert_eq!(request.state.text(), "asked for");
    assert!(request.promise.is_none() && request.notes.is_empty());
}

#[test]
fn asking_on_the_phone_says_that_nobody_was_told() {
    let (_phone, hearth) = begun();
    assert_eq!(hearth.support().not_sent, "Noted here. Nobody has been told.");
}

#[test]
fn what_was_asked_for_and_is_not_there_says_so() {
    let (_phone, hearth) = begun();
    let request = hearth.ask_for(&asked("arts"), PERSON).unwrap();
    hearth.write(Kind::Request, request, &Request::STATE, code("not_available"), PERSON).unwrap();
    assert_eq!(hearth.support().asked_for[0].state.text(), "asked for, not available");
}

#[test]
fn my_own_words_and_names_near_me_come_before_the_menus() {
    let (_phone, hearth) = begun();
    let fields = [(SupportEntry::NAME, text("Tuesday singers"))];
    let near = hearth.add(Kind::SupportEntry, &fields, PERSON).unwrap();
    hearth.ask_for(&Asked { entry: Some(near), ..asked("arts") }, PERSON).unwrap();
    let what = || hearth.support().asked_for[0].what.clone();
    assert_eq!(what(), "Tuesday singers");
    let own = Asked { entry: Some(near), words: Some("Somebody to sing with".into()), ..asked("arts") };
    hearth.ask_for(&own, PERSON).unwrap();
    assert_eq!(what(), "Somebody to sing with");
    assert_eq!(hearth.support().near_me[0].name.text(), "Tuesday singers");
}

#[test]
fn a_promise_of_it_comes_up_when_it_is_late() {
    let (phone, hearth) = begun();
    let request = hearth.ask_for(&asked("pulmonary_rehabilitation"), PERSON).unwrap();
    hearth.promised(request, "The nurse", Some("2026-10-05"), PERSON).unwrap();
    phone.later(6);
    let late = hearth.home().late;
    assert_eq!(late[0].what.text(), "Breathing course (pulmonary rehabilitation)");
    let promise = hearth.support().asked_for[0].promise.clone().unwrap();
    assert_eq!((promise.state.as_str(), promise.id), ("2 days late", late[0].id));
}

#[test]
fn a_request_that_is_only_mine_keeps_its_promise_back_and_the_other_way_round() {
    let (_phone, hearth) = begun();
    let own = Asked { words: Some("Help with my drinking".into()), ..Asked::default() };
    let request = hearth.ask_for(&own, PERSON).unwrap();
    let promise = hearth.promised(request, "The nurse", None, PERSON).unwrap();
    let exported = || hearth.export().json.to_string();
    for (kind, id) in [(Kind::Request, request), (Kind::Promise, promise)] {
        assert!(exported().contains("drinking"));
        hearth.only_me(kind, id, true).unwrap();
        assert!(!exported().contains("drinking"), "{kind:?}");
        assert!(hearth.support().asked_for[0].only_me);
        hearth.only_me(kind, id, false).unwrap();
    }
}

#[test]
fn support_near_me_that_is_only_mine_keeps_back_that_i_asked_for_it() {
    let (_phone, hearth) = begun();
    let fields = [(SupportEntry::NAME, text("The recovery group"))];
    let near = hearth.add(Kind::SupportEntry, &fields, PERSON).unwrap();
    let request = hearth.ask_for(&Asked { entry: Some(near), ..Asked::default() }, PERSON).unwrap();
    hearth.promised(request, "The nurse", None, PERSON).unwrap();
    hearth.only_me(Kind::SupportEntry, near, true).unwrap();
    let export = hearth.export();
    assert!(!export.json.to_string().contains("recovery group"));
    assert_eq!(export.left_out.only_me, 3);
}

#[test]
fn removing_support_near_me_removes_nothing_that_was_asked_or_promised() {
    let (_phone, hearth) = begun();
    let near = hearth.add(Kind::SupportEntry, &[(SupportEntry::NAME, text("Singers"))], PERSON).unwrap();
    let request = hearth.ask_for(&Asked { entry: Some(near), ..asked("arts") }, PERSON).unwrap();
    let promise = hearth.promised(request, "The nurse", None, PERSON).unwrap();
    hearth.remove(Kind::SupportEntry, near, PERSON).unwrap();
    assert!(hearth.support().near_me.is_empty());
    assert_eq!(hearth.support().asked_for[0].what, "Singers");
    hearth.remove(Kind::Promise, promise, PERSON).unwrap();
    assert!(hearth.support().asked_for[0].promise.is_none());
    hearth.restore(Kind::Promise, promise, PERSON).unwrap();
    hearth.remove(Kind::Request, request, PERSON).unwrap();
    assert_eq!(hearth.promises().len(), 1, "what somebody promised is still promised");
}

#[test]
fn what_is_not_on_the_menu_is_refused_and_nothing_is_kept() {
    let (_phone, hearth) = begun();
    let refused = hearth.ask_for(&asked("a_miracle"), PERSON);
    assert!(matches!(refused, Err(Trouble::Refused(Refused::NotAChoice))));
    assert!(hearth.support().asked_for.is_empty());
    assert!(matches!(hearth.promised(on(Kind::Me), "x", None, PERSON), Err(Trouble::NotFound)));
    assert!(hearth.promises().is_empty());
}

#[test]
fn a_promise_is_not_kept_without_its_request() {
    let (_phone, hearth) = begun();
    let request = hearth.ask_for(&asked("arts"), PERSON).unwrap();
    assert!(hearth.promised(request, "The nurse", Some("2026-02-30"), PERSON).is_err());
    assert!(hearth.promises().is_empty());
    assert!(hearth.support().asked_for[0].promise.is_none());
}

#[test]
fn a_budget_is_kept_as_it_was_written() {
    let (phone, hearth) = begun();
    let fields = [
        (Budget::AMOUNT, text("about £1,200 a year")),
        (Budget::FOR_WHAT, text("A personal assistant on Fridays")),
        (Budget::REVIEW, Value::Date("2026-10-03".into())),
        (Budget::REVIEW_BY, text("Ann at the council")),
    ];
    hearth.add(Kind::Budget, &fields, PERSON).unwrap();
    let budget = &hearth.support().budgets[0];
    assert_eq!(budget.amount.text(), "about £1,200 a year");
    phone.later(4);
    let due = &hearth.home().due[0];
    assert_eq!(bare(&due.name), "Personal health budget: A personal assistant on Fridays");
    assert_eq!(due.late_days, 2);
}
