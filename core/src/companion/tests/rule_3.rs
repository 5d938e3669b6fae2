//! Rule 3: nothing is mandatory but a name to call me.

use super::*;

#[test]
fn a_plan_with_nothing_but_a_name_opens_draws_and_exports() {
    let (phone, hearth) = begun();
    drop(hearth);
    let hearth = phone.open().unwrap();
    let home = hearth.home();
    assert_eq!((home.call_me.as_str(), home.goals.len(), home.late.len()), ("Jo", 0, 0));
    assert!(home.notices.is_empty());
    assert!(hearth.about().rooms.iter().all(|room| !room.said.is_answered() && !room.heading.is_empty()));
    assert!(hearth.goals().is_empty() && hearth.unwell_plans().is_empty() && hearth.promises().is_empty());
    assert_eq!(hearth.export().json["plan"]["me"][0]["call_me"]["versions"][0]["value"], "Jo");
    assert_eq!(phone.card().name, "Jo");
}

#[test]
fn an_entry_with_nothing_in_it_is_kept_and_drawn() {
    let (_phone, hearth) = begun();
    let goal = hearth.add(Kind::Goal, &[(Goal::WORDS, Value::Empty)], PERSON).unwrap();
    assert_eq!(hearth.goal(goal).unwrap().words.text(), "not answered");
    let plan = hearth.add(Kind::Unwell, &[(Unwell::NAME, text(""))], PERSON).unwrap();
    assert!(hearth.unwell(plan).unwrap().zones.is_empty());
}

#[test]
fn a_plan_without_a_name_to_call_me_is_not_begun() {
    for name in ["", "   ", "\n\t"] {
        let phone = Phone::new("my phone");
        let refused = Companion::begin(&phone.folders(), phone.platform(), name).err().unwrap();
        assert!(matches!(refused, Trouble::NoName));
        assert!(phone.files().is_empty(), "nothing was made");
    }
}

#[test]
fn the_name_to_call_me_can_be_changed_and_not_taken_away() {
    let (phone, hearth) = begun();
    let write = |value| hearth.write(Kind::Me, on(Kind::Me), &Me::CALL_ME, value, PERSON);
    for blank in [Value::Empty, text(""), text("  ")] {
        assert!(matches!(write(blank), Err(Trouble::NoName)));
    }
    write(text("Joanna")).unwrap();
    assert_eq!((hearth.home().call_me.as_str(), phone.card().name.as_str()), ("Joanna", "Joanna"));
}

#[test]
fn erasing_my_name_leaves_a_card_that_still_opens() {
    let (phone, hearth) = begun();
    hearth.erase(Kind::Me, on(Kind::Me), &Me::CALL_ME).unwrap();
    assert_eq!(phone.card().name, "somebody without a name");
}
