//! The emergency card: the least a stranger needs, each line switched on by me.

use super::*;

#[test]
fn a_new_card_has_a_name_and_the_safety_lines_and_nothing_else() {
    let (phone, hearth) = begun();
    let goal = add_goal(&hearth, "a goal");
    hearth.write(Kind::Me, on(Kind::Me), &Me::NAME, text("Jo Example"), PERSON).unwrap();
    hearth.write(Kind::Me, on(Kind::Me), &Me::BORN, Value::Date("1951-03-04".into()), PERSON).unwrap();
    for (kind, field, words) in switchable() {
        hearth.add(kind, &[(field, text(words))], PERSON).unwrap();
    }
    let name = [(Unwell::NAME, text("When my breathing gets worse"))];
    hearth.add(Kind::Unwell, &name, PERSON).unwrap();
    hearth.write(Kind::AboutMe, on(Kind::AboutMe), &AboutMe::COMMUNICATE, text("Face me"), PERSON).unwrap();
    hearth.write(Kind::Goal, goal, &Goal::IMPORTANCE, Value::Int(9), PERSON).unwrap();
    let card = phone.card();
    assert_eq!((card.name.as_str(), &card.call_me, &card.born), ("Jo", &None, &None));
    assert!(card.sections.is_empty() && card.contacts.is_empty() && card.plans.is_empty());
    assert_eq!(card.safety.len(), 1);
}

fn switchable() -> [(Kind, Field, &'static str); 5] {
    [
        (Kind::Allergy, Allergy::WHAT, "Penicillin"),
        (Kind::Condition, Condition::WORDS, "COPD"),
        (Kind::Medicine, Medicine::WORDS, "Tiotropium"),
        (Kind::Person, Person::NAME, "Sam"),
        (Kind::Form, Form::PLACE, "blue folder"),
    ]
}

#[test]
fn a_card_with_nothing_switched_on_never_says_none() {
    let (phone, _hearth) = begun();
    let card = phone.card();
    let shown = hearth_card::text(&card, 10_000, &[]).unwrap().text.to_lowercase();
    for word in ["none", "no known", "no allerg", "allerg", "medicine", "not known"] {
        assert!(!shown.contains(word), "{word}: {shown}");
    }
}

#[test]
fn each_line_is_on_the_card_only_while_it_is_switched_on() {
    let (phone, hearth) = begun();
    for (kind, field, words) in switchable() {
        let entry = hearth.add(kind, &[(field, text(words))], PERSON).unwrap();
        let switch = |to| hearth.write(kind, entry, &Common::ON_CARD, Value::Bool(to), PERSON).unwrap();
        assert!(!all_of(&phone.card()).contains(words), "{words} before");
        switch(true);
        assert!(all_of(&phone.card()).contains(words), "{words} switched on");
        switch(false);
        assert!(!all_of(&phone.card()).contains(words), "{words} switched off");
    }
}

#[test]
fn name_birth_communication_and_plans_have_switches_of_their_own() {
    let (phone, hearth) = begun();
    hearth.write(Kind::Me, on(Kind::Me), &Me::NAME, text("Jo Example"), PERSON).unwrap();
    hearth.write(Kind::Me, on(Kind::Me), &Me::BORN, Value::Date("1951-03-04".into()), PERSON).unwrap();
    hearth.write(Kind::AboutMe, on(Kind::AboutMe), &AboutMe::COMMUNICATE, text("Face me"), PERSON).unwrap();
    let (plan, _) = add_plan(&hearth);
    hearth.write(Kind::Unwell, plan, &Unwell::AT_HAND, Value::Bool(false), PERSON).unwrap();
    for (kind, id, switch, words) in [
        (Kind::Card, on(Kind::Card), Card::SHOW_NAME, "Jo Example"),
        (Kind::Card, on(Kind::Card), Card::SHOW_BORN, "born 4 March 1951"),
        (Kind::Card, on(Kind::Card), Card::SHOW_COMMUNICATE, "Face me"),
        (Kind::Unwell, plan, Unwell::AT_HAND, "When my breathing gets worse"),
    ] {
        for to in [false, true, false] {
            hearth.write(kind, id, &switch, Value::Bool(to), PERSON).unwrap();
            assert_eq!(all_of(&phone.card()).contains(words), to, "{words}");
        }
    }
}

#[test]
fn switched_off_on_one_phone_and_on_on_another_is_off() {
    let (phone, here) = begun();
    let (_two, there) = begun();
    let allergy = add_on_card(&here, Kind::Allergy, Allergy::WHAT, "Penicillin");
    swap(&here, &there);
    here.write(Kind::Allergy, allergy, &Common::ON_CARD, Value::Bool(true), PERSON).unwrap();
    there.write(Kind::Allergy, allergy, &Common::ON_CARD, Value::Bool(false), PERSON).unwrap();
    swap(&here, &there);
    assert!(!all_of(&phone.card()).contains("Penicillin"));
}

#[test]
fn a_form_shows_that_it_exists_its_date_and_where_it_is() {
    let (phone, hearth) = begun();
    let lines = |form: &str, name: &str| {
        let fields = [
            (Form::FORM, code(form)),
            (Form::NAME, text(name)),
            (Form::DATED, Value::Date("2026-06-03".into())),
            (Form::PLACE, text("blue folder in the hall")),
            (Common::ON_CARD, Value::Bool(true)),
        ];
        let id = hearth.add(Kind::Form, &fields, PERSON).unwrap();
        let line = phone.card().sections[0].lines[0].clone();
        hearth.remove(Kind::Form, id, PERSON).unwrap();
        assert_eq!(line.note.as_deref(), Some("dated 3 June 2026. Where it is: blue folder in the hall"));
        line.text
    };
    assert_eq!(lines("respect", ""), "A ReSPECT form exists");
    assert_eq!(lines("adrt", ""), "An advance decision (ADRT) exists");
    assert_eq!(lines("lpa", ""), "A lasting power of attorney (LPA) exists");
    assert_eq!(lines("advance_statement", ""), "This form exists: advance statement");
    assert_eq!(lines("other", ""), "This form exists: another form");
    assert_eq!(lines("other", "Letter to my doctors"), "This form exists: Letter to my doctors");
}

#[test]
fn medicines_carry_the_date_they_were_checked_on_every_line() {
    let (phone, hearth) = begun();
    let first = add_on_card(&hearth, Kind::Medicine, Medicine::WORDS, "Tiotropium");
    let second = add_on_card(&hearth, Kind::Medicine, Medicine::WORDS, "Paracetamol");
    let card = on(Kind::Card);
    hearth.write(Kind::Card, card, &Card::MEDICINES, Value::Order(vec![second, first]), PERSON).unwrap();
    hearth.write(Kind::Card, card, &Card::MEDICINES_CHECKED, Value::Date("2026-09".into()), PERSON).unwrap();
    let lines = phone.card().sections[0].lines.clone();
    let texts: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
    assert_eq!(texts, ["Paracetamol", "Tiotropium"]);
    assert!(lines.iter().all(|line| line.note.as_deref() == Some("checked September 2026")));
}

#[test]
fn two_orders_of_the_medicines_are_said_on_every_line() {
    let (phone, here) = begun();
    let (_two, there) = begun();
    let first = add_on_card(&here, Kind::Medicine, Medicine::WORDS, "Tiotropium");
    let second = add_on_card(&here, Kind::Medicine, Medicine::WORDS, "Paracetamol");
    swap(&here, &there);
    let order = |hearth: &Companion, ids: &[EntityId]| {
        let order = Value::Order(ids.to_vec());
        hearth.write(Kind::Card, on(Kind::Card), &Card::MEDICINES, order, PERSON).unwrap()
    };
    order(&here, &[first, second]);
    order(&there, &[second, first]);
    swap(&here, &there);
    let lines = phone.card().sections[0].lines.clone();
    assert_eq!(lines.len(), 2);
    assert!(lines.iter().all(|line| line.note.as_deref() == Some("two orders: check first")));
}

#[test]
fn what_waits_for_me_shows_on_its_line() {
    let (phone, hearth) = begun();
    let allergy = add_on_card(&hearth, Kind::Allergy, Allergy::WHAT, "Penicillin");
    hearth.write(Kind::Allergy, allergy, &Allergy::WHAT, text("Penicillin and latex"), &guest()).unwrap();
    let line = phone.card().sections[0].lines[0].clone();
    assert_eq!(line.text, "Penicillin");
    let pending = "Ann Example suggested a change, 1 October 2026";
    assert_eq!(line.pending.as_deref().map(bare).as_deref(), Some(pending));
}
