//! Removing, keeping, erasing: nothing goes without a trace, and nothing that was
//! removed comes back unseen.

use super::*;

#[test]
fn what_is_removed_is_in_history_and_can_be_kept_again() {
    let (phone, hearth) = begun();
    let goal = add_goal(&hearth, "Stay at home");
    hearth.remove(Kind::Goal, goal, PERSON).unwrap();
    assert!(hearth.goals().is_empty() && hearth.home().goals.is_empty());
    assert_eq!(hearth.history(Kind::Goal, goal, &Goal::WORDS).unwrap()[0].text, "Stay at home");
    drop(hearth);
    let hearth = phone.open().unwrap();
    assert!(hearth.goals().is_empty());
    hearth.restore(Kind::Goal, goal, PERSON).unwrap();
    assert_eq!(hearth.goals()[0].words.text(), "Stay at home");
}

#[test]
fn removed_on_one_phone_and_changed_on_the_other_is_drawn_until_it_is_settled() {
    let (_one, here) = begun();
    let (_two, there) = begun();
    let goal = add_goal(&here, "Stay at home");
    swap(&here, &there);
    here.remove(Kind::Goal, goal, PERSON).unwrap();
    there.write(Kind::Goal, goal, &Goal::WORDS, text("Stay at home with Sam"), PERSON).unwrap();
    swap(&here, &there);
    for hearth in [&here, &there] {
        let view = hearth.goal(goal).unwrap();
        assert_eq!(view.unsettled.as_deref(), Some("Removed on one phone, changed on the other"));
        assert_eq!(hearth.goals().len(), 1);
    }
    here.remove(Kind::Goal, goal, PERSON).unwrap();
    swap(&here, &there);
    assert!(here.goals().is_empty() && there.goals().is_empty());
}

#[test]
fn a_step_changed_elsewhere_brings_the_removed_plan_back_into_sight() {
    let (_one, here) = begun();
    let (_two, there) = begun();
    let (plan, step) = add_plan(&here);
    swap(&here, &there);
    here.remove(Kind::Unwell, plan, PERSON).unwrap();
    there.write(Kind::Step, step, &Step::WORDS, text("Ring 999"), PERSON).unwrap();
    swap(&here, &there);
    assert_eq!(here.unwell_plans().len(), 1);
    assert!(here.unwell_plans()[0].unsettled.is_some());
}

#[test]
fn a_removed_allergy_contact_or_medicine_does_not_come_back_by_an_old_copy() {
    let (_one, here) = begun();
    let (_two, there) = begun();
    let entries = [
        (Kind::Allergy, add_on_card(&here, Kind::Allergy, Allergy::WHAT, "Penicillin")),
        (Kind::Medicine, add_on_card(&here, Kind::Medicine, Medicine::WORDS, "Paracetamol")),
        (Kind::Person, add_on_card(&here, Kind::Person, Person::NAME, "Sam")),
    ];
    swap(&here, &there);
    let old: Vec<Op> = {
        let mut ledger = there.ledger();
        let slots = [Kind::Allergy.slot(entries[0].1, &Allergy::WHAT)];
        slots.iter().flat_map(|slot| ledger.history(*slot).unwrap().0).collect()
    };
    for (kind, id) in entries {
        here.remove(kind, id, PERSON).unwrap();
    }
    put(&here, old);
    swap(&here, &there);
    for hearth in [&here, &there] {
        let card = {
            let ledger = hearth.ledger();
            entries
                .iter()
                .filter(|(kind, id)| super::super::life::is_here(ledger.record(), *kind, *id))
                .count()
        };
        assert_eq!(card, 0);
    }
}

#[test]
fn erasing_takes_every_version_and_history_says_that_it_was_erased() {
    let (phone, hearth) = begun();
    let goal = add_goal(&hearth, "something I wish unwritten");
    hearth.write(Kind::Goal, goal, &Goal::WORDS, text("also unwritten"), PERSON).unwrap();
    hearth.write(Kind::Goal, goal, &Goal::WORDS, text("offered unwritten"), &guest()).unwrap();
    hearth.pack().unwrap();
    hearth.erase(Kind::Goal, goal, &Goal::WORDS).unwrap();
    assert_eq!(hearth.goal(goal).unwrap().words.text(), "erased, as you asked");
    let history = hearth.history(Kind::Goal, goal, &Goal::WORDS).unwrap();
    assert!(history.iter().all(|line| !line.text.contains("unwritten")), "{history:?}");
    assert_eq!(history.iter().filter(|line| line.text == "erased, as you asked").count(), 3);
    assert_eq!(history.last().unwrap().text, "Erased, as you asked");
    assert!(matches!(hearth.erase(Kind::Goal, goal, &Goal::WORDS), Err(Trouble::NotFound)));
    drop(hearth);
    assert_eq!(phone.open().unwrap().goal(goal).unwrap().words.text(), "erased, as you asked");
}

#[test]
fn erased_words_do_not_come_back_from_another_phone() {
    let (_one, here) = begun();
    let (_two, there) = begun();
    let goal = add_goal(&here, "unwritten");
    swap(&here, &there);
    here.erase(Kind::Goal, goal, &Goal::WORDS).unwrap();
    give(&there, &here);
    assert_eq!(here.goal(goal).unwrap().words.text(), "erased, as you asked");
    give(&here, &there);
    assert_eq!(there.goal(goal).unwrap().words.text(), "erased, as you asked");
}

#[test]
fn erasing_a_field_of_very_many_versions_erases_all_and_is_itself_read_back() {
    let (phone, hearth) = begun();
    let goal = add_goal(&hearth, "version 0");
    let slot = Kind::Goal.slot(goal, &Goal::WORDS);
    // One op more than one op may name, put in as another phone would send them.
    let first = hearth.ledger().record().register(slot).unwrap().heads()[0].clone();
    let device = crate::record::DeviceId([9; 8]);
    let count = crate::record::MAX_PARENTS as u64 + 1;
    let ops = (1..=count).map(|n| Op {
        id: OpId::of_device(device, n),
        device,
        parents: if n == 1 { vec![first.id] } else { vec![OpId::of_device(device, n - 1)] },
        lamport: first.lamport + n,
        act: crate::record::Act::Write(text(&format!("version {n}"))),
        ..first.clone()
    });
    put(&hearth, ops.collect());
    hearth.erase(Kind::Goal, goal, &Goal::WORDS).unwrap();
    drop(hearth);
    let hearth = phone.open().unwrap();
    assert!(hearth.health().is_good());
    let history = hearth.history(Kind::Goal, goal, &Goal::WORDS).unwrap();
    assert!(history.iter().all(|line| !line.text.contains("version")));
}

#[test]
fn erasing_what_is_on_the_card_changes_the_card() {
    let (phone, hearth) = begun();
    let allergy = add_on_card(&hearth, Kind::Allergy, Allergy::WHAT, "Penicillin");
    assert!(all_of(&phone.card()).contains("Penicillin"));
    hearth.erase(Kind::Allergy, allergy, &Allergy::WHAT).unwrap();
    assert!(!all_of(&phone.card()).contains("Penicillin"));
}
