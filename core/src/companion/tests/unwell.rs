//! When I'm unwell: a disagreement hides nothing and is always said.

use super::*;

fn steps(view: &UnwellView) -> Vec<(&str, &str)> {
    let zones = view.zones.iter();
    zones.flat_map(|zone| zone.steps.iter().map(move |step| (zone.zone, step.words.text()))).collect()
}

#[test]
fn zones_have_colour_word_and_shape_together() {
    let (phone, hearth) = begun();
    let (plan, _) = add_plan(&hearth);
    add_step(&hearth, plan, "green", "Walk");
    add_step(&hearth, plan, "red", "Ring 999");
    add_step(&hearth, plan, "any", "Keep warm");
    let zones: Vec<(&str, String, &str)> = hearth
        .unwell(plan)
        .unwrap()
        .zones
        .iter()
        .map(|zone| (zone.zone, zone.heading.clone(), zone.shape))
        .collect();
    assert_eq!(
        zones,
        [
            ("green", "Green: my usual".to_owned(), "circle"),
            ("amber", "Amber: getting worse".to_owned(), "triangle"),
            ("red", "Red: get help now".to_owned(), "hexagon"),
            ("any", "At any time".to_owned(), ""),
        ]
    );
    assert!(phone.card().plans[0].zones.iter().all(|zone| !zone.heading.is_empty()));
}

#[test]
fn steps_stand_in_the_order_that_i_put_them_in() {
    let (_phone, hearth) = begun();
    let (plan, first) = add_plan(&hearth);
    let second = add_step(&hearth, plan, "amber", "Ring the practice");
    let third = add_step(&hearth, plan, "amber", "Use the fan");
    let order = |ids: &[EntityId]| {
        hearth.write(Kind::Unwell, plan, &Unwell::STEPS, Value::Order(ids.to_vec()), PERSON).unwrap();
        let view = hearth.unwell(plan).unwrap();
        view.zones[0].steps.iter().map(|step| step.id).collect::<Vec<_>>()
    };
    assert_eq!(order(&[third, first, second]), [third, first, second]);
    assert_eq!(order(&[second, first]), [second, first, third], "one left out of the order comes last");
}

#[test]
fn two_orders_written_at_once_are_both_kept_and_it_is_said() {
    let (phone, here) = begun();
    let (_two, there) = begun();
    let (plan, first) = add_plan(&here);
    let second = add_step(&here, plan, "amber", "Ring the practice");
    swap(&here, &there);
    let order = |hearth: &Companion, ids: &[EntityId]| {
        hearth.write(Kind::Unwell, plan, &Unwell::STEPS, Value::Order(ids.to_vec()), PERSON).unwrap()
    };
    order(&here, &[first, second]);
    order(&there, &[second, first]);
    assert_eq!(here.unwell(plan).unwrap().order_note, None);
    swap(&here, &there);
    for hearth in [&here, &there] {
        let view = hearth.unwell(plan).unwrap();
        assert_eq!(view.order_note.as_deref(), Some("two orders: check first"));
        assert_eq!(steps(&view).len(), 2);
    }
    assert!(
        phone.card().plans[0].agreed.as_deref().is_some_and(|line| line.contains("two orders: check first"))
    );
    order(&here, &[first, second]);
    assert_eq!(here.unwell(plan).unwrap().order_note, None);
}

#[test]
fn a_step_put_in_two_zones_stands_in_both_and_says_check_first() {
    let (phone, here) = begun();
    let (_two, there) = begun();
    let (plan, step) = add_plan(&here);
    swap(&here, &there);
    here.write(Kind::Step, step, &Step::ZONE, code("green"), PERSON).unwrap();
    there.write(Kind::Step, step, &Step::ZONE, code("red"), PERSON).unwrap();
    swap(&here, &there);
    let view = here.unwell(plan).unwrap();
    let sit = "Sit forward, slow breaths";
    assert_eq!(steps(&view), [("green", sit), ("red", sit)]);
    assert!(view.zones.iter().all(|zone| zone.steps[0].notes == ["two versions: check first"]));
    let card = phone.card();
    assert_eq!(card.plans[0].zones.len(), 2);
    for zone in &card.plans[0].zones {
        assert_eq!(zone.steps[0].note.as_deref(), Some("two versions: check first"));
    }
}

#[test]
fn a_zone_taken_away_on_one_phone_and_changed_on_another_is_said() {
    let (_phone, here) = begun();
    let (_two, there) = begun();
    let (plan, step) = add_plan(&here);
    swap(&here, &there);
    here.write(Kind::Step, step, &Step::ZONE, Value::Empty, PERSON).unwrap();
    there.write(Kind::Step, step, &Step::ZONE, code("red"), PERSON).unwrap();
    swap(&here, &there);
    assert_eq!(here.unwell(plan).unwrap().zones[0].steps[0].notes, ["two versions: check first"]);
}

#[test]
fn two_versions_of_a_step_are_drawn_equal_on_the_plan_and_on_the_card() {
    let (phone, here) = begun();
    let (_two, there) = begun();
    let (plan, step) = add_plan(&here);
    swap(&here, &there);
    here.write(Kind::Step, step, &Step::WORDS, text("Two puffs as the nurse wrote"), PERSON).unwrap();
    there.write(Kind::Step, step, &Step::WORDS, text("Four puffs as the nurse wrote"), PERSON).unwrap();
    swap(&here, &there);
    let part = &here.unwell(plan).unwrap().zones[0].steps[0];
    assert_eq!(part.words.versions.len(), 2);
    assert_eq!(part.notes, ["two versions: check first"]);
    let lines = &phone.card().plans[0].zones[0].steps;
    assert_eq!(lines.len(), 2);
    assert!(lines.iter().all(|line| line.note.as_deref() == Some("two versions: check first")));
}

#[test]
fn what_waits_shows_on_its_line_on_the_plan_and_on_the_card() {
    let (phone, hearth) = begun();
    let (plan, step) = add_plan(&hearth);
    hearth.write(Kind::Step, step, &Step::WORDS, text("Four puffs"), &guest()).unwrap();
    let part = &hearth.unwell(plan).unwrap().zones[0].steps[0];
    assert_eq!(part.words.text(), "Sit forward, slow breaths");
    assert_eq!(bare(&part.notes[0]), "Ann Example suggested a change, today");
    let card = phone.card();
    let line = &card.plans[0].zones[0].steps[0];
    assert_eq!(line.text, "Sit forward, slow breaths");
    assert_eq!(
        line.pending.as_deref().map(bare).as_deref(),
        Some("Ann Example suggested a change, 1 October 2026")
    );
    assert!(card.plans[0].pending.is_some());
    assert!(!all_of(&card).contains("Four puffs"));
    hearth.decline(hearth.suggestions()[0].id).unwrap();
    assert_eq!(phone.card().plans[0].zones[0].steps[0].pending, None);
}

#[test]
fn a_practices_change_says_your_practice() {
    let (phone, hearth) = begun();
    let (plan, step) = add_plan(&hearth);
    let slot = Kind::Step.slot(step, &Step::WORDS);
    let mut op = hearth.ledger().record().register(slot).unwrap().heads()[0].clone();
    op.id = OpId([0x77; 16]);
    op.author = crate::record::Author::Practice(EntityId::new(crate::record::Owner::Practice, [1; 16]));
    op.act = crate::record::Act::Suggest(text("Four puffs"));
    put(&hearth, vec![op]);
    let part = &hearth.unwell(plan).unwrap().zones[0].steps[0];
    assert_eq!(part.words.text(), "Sit forward, slow breaths");
    assert_eq!(bare(&part.notes[0]), "your practice suggested a change, today");
    let line = &phone.card().plans[0].zones[0].steps[0];
    assert_eq!(
        line.pending.as_deref().map(bare).as_deref(),
        Some("your practice suggested a change, 1 October 2026")
    );
}

#[test]
fn whom_to_call_stands_in_order_and_a_removed_contact_is_gone() {
    let (_phone, hearth) = begun();
    let (plan, _) = add_plan(&hearth);
    let sam = add_person(&hearth, "Sam", "07700 900 123");
    let nurse = add_person(&hearth, "The nurse", "01632 960 001");
    hearth.write(Kind::Unwell, plan, &Unwell::CALL, Value::Order(vec![nurse, sam]), PERSON).unwrap();
    let names = || hearth.unwell(plan).unwrap().call.iter().map(|call| call.name.clone()).collect::<Vec<_>>();
    assert_eq!(names(), ["The nurse", "Sam"]);
    hearth.remove(Kind::Person, nurse, PERSON).unwrap();
    assert_eq!(names(), ["Sam"]);
}
