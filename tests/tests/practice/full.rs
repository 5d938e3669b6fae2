//! A plan with something in every room: all of it goes there, and what the
//! practice does to its parts comes back.

use hearth_core::companion::{Companion, Writer};
use hearth_core::plan::Kind;
use hearth_core::record::{EntityId, Value};
use hearth_tests::practice::place::Place;
use serde_json::json;

fn text(words: &str) -> Value {
    Value::Text(words.to_owned())
}

/// A plan with something in every room that goes out.
fn full_plan(hearth: &Companion) -> (EntityId, Vec<EntityId>) {
    use hearth_core::plan::*;
    let me = &Writer::Person;
    let goal = hearth.add(
        Kind::Goal,
        &[(Goal::WORDS, text("Dance at the wedding")), (Goal::IMPORTANCE, Value::Int(9))],
        me,
    );
    let goal = goal.unwrap();
    let action = [
        (Action::GOAL, Value::Entity(goal)),
        (Action::WHAT, text("Walk to the bridge")),
        (Action::CONFIDENCE, Value::Int(6)),
    ];
    let action = hearth.add(Kind::Action, &action, me).unwrap();
    hearth.check_in(action, Some("It went well"), Some(7), me).unwrap();
    let about = EntityId::only(Kind::AboutMe.number());
    hearth.write(Kind::AboutMe, about, &AboutMe::IMPORTANT, text("My garden"), me).unwrap();
    hearth.write(Kind::AboutMe, about, &AboutMe::COMMUNICATE, text("Look at me when you speak"), me).unwrap();
    hearth.add(Kind::Need, &[(Need::WORDS, text("The stairs"))], me).unwrap();
    hearth.add(Kind::Strength, &[(Strength::WORDS, text("I can cook"))], me).unwrap();
    let sam = hearth
        .add(Kind::Person, &[(Person::NAME, text("Sam")), (Person::NUMBER, text("07700 900 123"))], me)
        .unwrap();
    let promise = [
        (Promise::WHAT, text("A stairlift")),
        (Promise::WHO, text("The link worker")),
        (Promise::STATE, Value::Code("promised".into())),
    ];
    hearth.add(Kind::Promise, &promise, me).unwrap();
    let unwell =
        hearth.add(Kind::Unwell, &[(Unwell::NAME, text("When my breathing gets worse"))], me).unwrap();
    hearth.write(Kind::Unwell, unwell, &Unwell::CALL, Value::Order(vec![sam]), me).unwrap();
    let sign = [
        (Sign::PLAN, Value::Entity(unwell)),
        (Sign::ZONE, Value::Code("amber".into())),
        (Sign::WORDS, text("More breathless")),
    ];
    let sign = hearth.add(Kind::Sign, &sign, me).unwrap();
    let step = |words: &str| {
        let fields = [
            (Step::PLAN, Value::Entity(unwell)),
            (Step::ZONE, Value::Code("amber".into())),
            (Step::WORDS, text(words)),
        ];
        hearth.add(Kind::Step, &fields, me).unwrap()
    };
    let steps = vec![step("Sit down and rest"), step("Use the blue inhaler")];
    hearth.write(Kind::Unwell, unwell, &Unwell::STEPS, Value::Order(steps.clone()), me).unwrap();
    more_rooms(hearth, unwell, sign);
    (unwell, steps)
}

/// What else goes out: a day on which the plan was used, a reading, support that
/// was asked for, what I wish for, what helps me cope and what is kept ready.
fn more_rooms(hearth: &Companion, unwell: EntityId, sign: EntityId) {
    use hearth_core::plan::{Coping, KeptThing, Preference, Reading, Use};
    let add = |kind: Kind, fields: &[(hearth_core::plan::Field, Value)]| {
        hearth.add(kind, fields, &Writer::Person).unwrap();
    };
    add(Kind::Coping, &[(Coping::PLAN, Value::Entity(unwell)), (Coping::WORDS, text("Slow music"))]);
    add(
        Kind::KeptThing,
        &[(KeptThing::PLAN, Value::Entity(unwell)), (KeptThing::WHAT, text("The rescue pack"))],
    );
    let used = [
        (Use::PLAN, Value::Entity(unwell)),
        (Use::AT, Value::Instant(1_790_845_000_000, 60)),
        (Use::SIGNS, Value::Order(vec![sign])),
    ];
    add(Kind::Use, &used);
    let weight =
        [(Reading::WHAT, Value::Code("weight".into())), (Reading::VALUE, Value::Decimal("72.50".into()))];
    add(Kind::Reading, &weight);
    let wish = [(Preference::SORT, Value::Code("want".into())), (Preference::WORDS, text("To be at home"))];
    add(Kind::Preference, &wish);
    let asked = hearth_core::companion::Asked { words: Some("A walking group".into()), ..Default::default() };
    hearth.ask_for(&asked, &Writer::Person).unwrap();
}

pub fn a_plan_with_something_in_every_room_goes_there_and_then_it_is_quiet(place: &Place) {
    let _ = full_plan(place.hearth());
    place.settle();
    let view = place.sync();
    assert_eq!((view.sent, view.suggested, view.received), (0, 0, 0), "{view:?}");
    assert_eq!(place.hearth().suggestions(), []);
    let told = place.hearth().practice().unwrap().troubles;
    assert!(told.is_empty(), "{told:?}");
    place.each_is_there_once();
    let _ = place.one_that_says("CarePlan", "Use the blue inhaler");
    let _ = place.one_that_says("Observation", "My garden");
}

pub fn a_clinicians_change_of_a_step_waits_on_that_step_and_mine_go_on_beside_it(place: &Place) {
    use hearth_core::plan::{Step, Unwell};
    let (unwell, steps) = full_plan(place.hearth());
    place.settle();
    let plan = place.one_that_says("CarePlan", "Use the blue inhaler");
    place.is_edited(plan, |plan| {
        let steps = plan["activity"].as_array_mut().unwrap();
        let step =
            steps.iter_mut().find(|step| step["detail"]["description"] == "Use the blue inhaler").unwrap();
        step["detail"]["description"] = json!("Use the blue inhaler, two puffs");
    });
    place.settle();
    let waiting = place.hearth().suggestions();
    assert_eq!(waiting.len(), 1, "{waiting:?}");
    assert_eq!(waiting[0].slot, Kind::Step.slot(steps[1], &Step::WORDS));
    assert!(waiting[0].asks_again);
    // Another step of mine goes there all the same, and their words stay on theirs.
    let fields = [(Step::PLAN, Value::Entity(unwell)), (Step::WORDS, text("Call Sam"))];
    let third = place.hearth().add(Kind::Step, &fields, &Writer::Person).unwrap();
    let order = Value::Order(vec![third, steps[0], steps[1]]);
    place.hearth().write(Kind::Unwell, unwell, &Unwell::STEPS, order, &Writer::Person).unwrap();
    place.settle();
    let there = place.one_that_says("CarePlan", "Call Sam");
    let said: Vec<&str> = there["activity"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|step| step["detail"]["description"].as_str())
        .collect();
    let at = |words: &str| {
        said.iter().position(|said| *said == words).unwrap_or_else(|| panic!("{words} in {said:?}"))
    };
    assert!(
        at("Call Sam") < at("Sit down and rest")
            && at("Sit down and rest") < at("Use the blue inhaler, two puffs")
    );
    place.hearth().decline(waiting[0].id).unwrap();
    place.hearth().remove(Kind::Step, steps[0], &Writer::Person).unwrap();
    place.settle();
    let there = place.one_that_says("CarePlan", "Call Sam").to_string();
    assert!(there.contains("\"Use the blue inhaler\"") && !there.contains("Sit down and rest"), "{there}");
    assert_eq!(place.sync().sent, 0);
}

pub fn a_step_that_a_clinician_adds_is_suggested_whole(place: &Place) {
    let (unwell, _) = full_plan(place.hearth());
    place.settle();
    let plan = place.one_that_says("CarePlan", "Use the blue inhaler");
    let step = json!({ "id": "by-the-nurse", "detail": { "status": "not-started", "description": "Ring the respiratory nurse",
        "code": { "coding": [{ "system": hearth_core::fhir::own::ENTRY, "code": "step" }] } } });
    place.is_edited(plan, |plan| plan["activity"].as_array_mut().unwrap().push(step));
    place.settle();
    let offered: Vec<String> = place.hearth().suggestions().into_iter().map(|waits| waits.offered).collect();
    assert!(
        offered.iter().any(|offered| offered.lines().any(|line| line == "Ring the respiratory nurse")),
        "{offered:?}"
    );
    // The plan itself says that something is suggested for it.
    let view = format!("{:?}", place.hearth().unwell(unwell).unwrap());
    assert!(view.contains("suggested"), "{view}");
    let waiting = place.hearth().suggestions();
    for waits in waiting {
        place.hearth().accept(waits.id, true).unwrap();
    }
    place.settle();
    assert_eq!(place.hearth().suggestions(), []);
    let there = place.one_that_says("CarePlan", "Ring the respiratory nurse");
    let said = there["activity"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|step| step["detail"]["description"] == "Ring the respiratory nurse");
    assert_eq!(said.count(), 1);
    assert_eq!(place.sync().sent, 0);
}

pub fn a_promise_that_the_practice_has_done_comes_back_as_done(place: &Place) {
    let _ = full_plan(place.hearth());
    place.settle();
    // Where a patient may write no Task a promise goes as a request.
    let kind = if place.practice.lets("Task") { "Task" } else { "ServiceRequest" };
    let task = place.one_that_says(kind, "A stairlift");
    place.is_edited(task, |task| task["status"] = json!("completed"));
    place.settle();
    let waiting = place.hearth().suggestions();
    assert_eq!(waiting.len(), 1, "{waiting:?}");
    assert_eq!((waiting[0].field, waiting[0].offered.as_str()), ("promise.state", "done"));
    place.hearth().accept(waiting[0].id, true).unwrap();
    place.settle();
    assert_eq!(place.sync().sent, 0);
    assert_eq!(place.one_that_says(kind, "A stairlift")["status"], "completed");
}
