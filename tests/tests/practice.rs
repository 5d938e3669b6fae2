//! In step with a practice: the scenarios, on each of the ways in which real
//! servers were seen to behave.

#![allow(clippy::unwrap_used, clippy::panic)]

use hearth_core::companion::{Companion, Standing, Trouble, Writer};
use hearth_core::plan::Kind;
use hearth_core::record::{EntityId, Value};
use hearth_tests::practice::phone::Phone;
use hearth_tests::practice::{PATIENT, Practice, Quirks, SimWorld};
use serde_json::json;
use std::sync::Arc;

/// A practice, and a phone that is linked with it.
struct Place {
    world: Arc<SimWorld>,
    practice: Arc<Practice>,
    phone: Phone,
}

impl Place {
    fn new(quirks: Quirks) -> Self {
        let world = Arc::new(SimWorld::new(1));
        let practice = Arc::new(Practice::new(&world, quirks));
        let phone = Phone::new(&world, Arc::clone(&practice) as _, "Jo's phone");
        phone.link(&practice).unwrap();
        Self { world, practice, phone }
    }

    fn hearth(&self) -> &Companion {
        self.phone.hearth()
    }

    /// What the practice's only goal says.
    fn there(&self) -> Option<String> {
        let goals = self.practice.all("Goal");
        assert!(goals.len() <= 1, "{} goals", goals.len());
        let body: serde_json::Value = serde_json::from_slice(&goals.first()?.body).unwrap();
        body["description"]["text"].as_str().map(str::to_owned)
    }

    /// A clinician writes in the only goal.
    fn clinician_writes(&self, words: &str) {
        let id = self.practice.all("Goal")[0].id.clone();
        self.practice.edit("Goal", &id, |goal| goal["description"]["text"] = json!(words)).unwrap();
    }

    fn sync(&self) -> hearth_core::companion::SyncView {
        let view = self.phone.sync();
        assert_eq!(view.trouble, None, "{:?}", view.sentences);
        view
    }

    /// Syncs until nothing happens, some minutes apart: an index may lag.
    fn settle(&self) {
        for _ in 0..3 {
            self.world.pass(180_000);
            self.sync();
        }
    }
}

/// On a practice of each sort.
fn on_each(scenario: impl Fn(&Place)) {
    for (name, quirks) in Quirks::each() {
        println!("{name}");
        scenario(&Place::new(quirks));
    }
}

#[test]
fn what_is_written_goes_there_once_and_a_change_goes_over_it() {
    on_each(|place| {
        let goal = place.phone.goal("Walk to the bridge");
        place.settle();
        assert_eq!(place.there().as_deref(), Some("Walk to the bridge"));
        place.phone.write(goal, "Walk past the bridge");
        place.settle();
        assert_eq!(place.there().as_deref(), Some("Walk past the bridge"));
        assert!(place.practice.ours().values().all(|count| *count == 1), "{:?}", place.practice.ours());
        assert_eq!(place.hearth().suggestions(), []);
    });
}

#[test]
fn nothing_new_is_asked_for_and_nothing_is_written() {
    on_each(|place| {
        let _ = place.phone.goal("Walk to the bridge");
        place.settle();
        place.settle();
        let before: Vec<String> = place.practice.all("Goal").into_iter().map(|kept| kept.version).collect();
        let view = place.sync();
        assert_eq!((view.sent, view.received, view.suggested), (0, 0, 0));
        let after: Vec<String> = place.practice.all("Goal").into_iter().map(|kept| kept.version).collect();
        assert_eq!(before, after);
    });
}

#[test]
fn a_clinicians_change_is_a_suggestion_that_waits_and_my_words_go_back_when_i_decline() {
    on_each(|place| {
        let goal = place.phone.goal("Walk to the bridge");
        place.settle();
        place.clinician_writes("Walk 400 metres");
        place.settle();
        assert_eq!(place.phone.words(goal), ["Walk to the bridge"]);
        let waiting = place.hearth().suggestions();
        assert_eq!(waiting.len(), 1, "{waiting:?}");
        assert_eq!(waiting[0].offered, "Walk 400 metres");
        // It holds the field there, also where I write on.
        place.phone.write(goal, "Walk past the bridge");
        place.settle();
        assert_eq!(place.there().as_deref(), Some("Walk 400 metres"));
        place.hearth().decline(waiting[0].id).unwrap();
        place.settle();
        assert_eq!(place.there().as_deref(), Some("Walk past the bridge"));
        assert_eq!(place.hearth().suggestions(), []);
    });
}

#[test]
fn a_suggestion_that_i_accept_is_left_as_the_practice_wrote_it() {
    on_each(|place| {
        let goal = place.phone.goal("Walk to the bridge");
        place.settle();
        place.clinician_writes("Walk 400 metres");
        place.settle();
        let id = place.practice.all("Goal")[0].version.clone();
        place.hearth().accept(place.hearth().suggestions()[0].id, true).unwrap();
        place.settle();
        assert_eq!(place.phone.words(goal), ["Walk 400 metres"]);
        assert_eq!(place.practice.all("Goal")[0].version, id);
        assert_eq!(place.hearth().suggestions(), []);
    });
}

#[test]
fn elements_that_nobody_here_knows_survive_my_change() {
    on_each(|place| {
        let goal = place.phone.goal("Walk to the bridge");
        place.settle();
        let id = place.practice.all("Goal")[0].id.clone();
        place
            .practice
            .edit("Goal", &id, |goal| goal["note"] = json!([{ "text": "seen on the ward" }]))
            .unwrap();
        place.settle();
        assert_eq!(place.hearth().suggestions(), []);
        place.phone.write(goal, "Walk past the bridge");
        place.settle();
        let body: serde_json::Value = serde_json::from_slice(&place.practice.all("Goal")[0].body).unwrap();
        assert_eq!(body["note"][0]["text"], "seen on the ward");
        assert_eq!(body["description"]["text"], "Walk past the bridge");
    });
}

#[test]
fn what_is_deleted_there_stays_here_and_can_be_sent_again() {
    on_each(|place| {
        let goal = place.phone.goal("Walk to the bridge");
        place.settle();
        let id = place.practice.all("Goal")[0].id.clone();
        place.practice.delete("Goal", &id);
        // The weekly comparison finds it.
        place.world.pass(8 * 86_400_000);
        place.settle();
        assert_eq!(place.phone.words(goal), ["Walk to the bridge"]);
        assert_eq!(place.there(), None);
        let view = place.hearth().practice().unwrap();
        let told: Vec<_> = view.troubles.iter().filter(|trouble| trouble.id == Some(goal)).collect();
        assert_eq!(told.len(), 1, "{view:?}");
        assert!(told[0].send_again && told[0].sentence.contains("no longer has this"));
        place.hearth().send_again(Kind::Goal, goal).unwrap();
        place.settle();
        assert_eq!(place.there().as_deref(), Some("Walk to the bridge"));
        let troubles = place.hearth().practice().unwrap().troubles;
        assert!(troubles.is_empty(), "{troubles:?}");
    });
}

#[test]
fn what_is_only_for_me_is_taken_back_and_comes_back_when_it_is_not() {
    on_each(|place| {
        let goal = place.phone.goal("Walk to the bridge");
        place.settle();
        place.hearth().only_me(Kind::Goal, goal, true).unwrap();
        place.settle();
        assert_eq!(place.there(), None);
        place.hearth().only_me(Kind::Goal, goal, false).unwrap();
        place.settle();
        assert_eq!(place.there().as_deref(), Some("Walk to the bridge"));
        place.hearth().remove(Kind::Goal, goal, &Writer::Person).unwrap();
        place.settle();
        assert_eq!(place.there(), None);
    });
}

#[test]
fn what_is_only_for_me_from_the_start_never_goes_anywhere() {
    let place = Place::new(Quirks::default());
    let goal = place.phone.goal("a canary nobody may read");
    place.hearth().only_me(Kind::Goal, goal, true).unwrap();
    place.settle();
    assert_eq!(place.there(), None);
}

#[test]
fn a_result_comes_in_as_the_practices_own_and_its_correction_after_it() {
    on_each(|place| {
        let result = |value: f64, status: &str| {
            json!({ "resourceType": "Observation", "status": status, "subject": { "reference": format!("Patient/{PATIENT}") },
                "code": { "coding": [{ "system": "http://loinc.org", "code": "59261-8" }], "text": "HbA1c" },
                "effectiveDateTime": "2026-09-28", "valueQuantity": { "value": value, "unit": "mmol/mol" } })
        };
        place.practice.put("Observation", "r1", &result(53.0, "final"));
        place.settle();
        assert_eq!(place.hearth().results()[0].value.text(), "53.0");
        place.practice.put("Observation", "r1", &result(35.5, "corrected"));
        place.settle();
        let results = place.hearth().results();
        assert_eq!(results.len(), 1);
        assert_eq!(results[0].value.versions.len(), 1);
        assert_eq!(results[0].value.text(), "35.5");
    });
}

#[test]
fn a_server_that_went_back_to_an_older_copy_gets_my_words_again() {
    on_each(|place| {
        let goal = place.phone.goal("Walk to the bridge");
        place.settle();
        place.phone.write(goal, "Walk past the bridge");
        place.settle();
        let id = place.practice.all("Goal")[0].id.clone();
        place.practice.go_back("Goal", &id);
        place.phone.write(goal, "Walk to the sea");
        place.world.pass(8 * 86_400_000);
        place.settle();
        assert_eq!(place.there().as_deref(), Some("Walk to the sea"));
        assert_eq!(place.hearth().suggestions(), []);
    });
}

#[test]
fn tokens_are_renewed_and_a_link_that_the_practice_ended_says_so_and_loses_nothing() {
    let place = Place::new(Quirks { token_life: 60, ..Quirks::default() });
    let goal = place.phone.goal("Walk to the bridge");
    for _ in 0..5 {
        place.world.pass(3_600_000);
        place.sync();
    }
    place.practice.tire_tokens();
    place.sync();
    place.practice.end_links();
    place.world.pass(3_600_000);
    let view = place.phone.sync();
    assert_eq!(view.trouble, Some("error-practice-link-again"));
    let view = place.hearth().practice().unwrap();
    assert_eq!(view.standing, Standing::LinkAgain);
    assert!(matches!(
        place.hearth().sync(&hearth_tests::practice::phone::Unhurried),
        Err(Trouble::LinkAgain)
    ));
    place.phone.write(goal, "Walk past the bridge");
    place.phone.link(&place.practice).unwrap();
    place.settle();
    assert_eq!(place.there().as_deref(), Some("Walk past the bridge"));
    assert_eq!(place.hearth().suggestions(), []);
}

#[test]
fn a_phone_restored_from_a_backup_links_again_and_knows_its_own_words() {
    let place = Place::new(Quirks::default());
    let goal = place.phone.goal("Walk to the bridge");
    place.settle();
    let other = Phone::restored(&place.phone, "a new phone", Arc::clone(&place.practice) as _);
    let view = other.hearth().practice().unwrap();
    assert_eq!(view.standing, Standing::LinkAgain);
    assert!(matches!(
        other.hearth().sync(&hearth_tests::practice::phone::Unhurried),
        Err(Trouble::LinkAgain)
    ));
    place.phone.write(goal, "Walk past the bridge");
    place.settle();
    other.link(&place.practice).unwrap();
    assert_eq!(other.sync().trouble, None);
    // What the old phone wrote since is my own words, and no suggestion.
    assert_eq!(other.hearth().suggestions(), []);
    assert_eq!(other.words(goal), ["Walk to the bridge"]);
    assert_eq!(place.there().as_deref(), Some("Walk past the bridge"));
    place.phone.meet(&other);
    assert_eq!(other.words(goal), ["Walk past the bridge"]);
    assert_eq!(other.sync().sent, 0);
    assert_eq!(place.there().as_deref(), Some("Walk past the bridge"));
}

#[test]
fn two_phones_that_write_apart_put_one_resource_there_and_end_alike() {
    on_each(|place| {
        let goal = place.phone.goal("Walk to the bridge");
        let other = Phone::restored(&place.phone, "my other phone", Arc::clone(&place.practice) as _);
        other.link(&place.practice).unwrap();
        assert_eq!(other.sync().trouble, None);
        place.settle();
        place.phone.write(goal, "Walk past the bridge");
        other.write(goal, "Walk to the sea");
        for _ in 0..2 {
            place.settle();
            assert_eq!(other.sync().trouble, None);
        }
        place.phone.meet(&other);
        let mut versions = place.phone.words(goal);
        versions.sort();
        assert_eq!(versions, ["Walk past the bridge", "Walk to the sea"]);
        for phone in [&place.phone, &other] {
            assert_eq!(phone.hearth().suggestions(), [], "of {:?}", phone.words(goal));
        }
        place.phone.write(goal, "Walk as far as I like");
        place.phone.meet(&other);
        place.settle();
        assert_eq!(other.sync().trouble, None);
        place.settle();
        assert_eq!(place.there().as_deref(), Some("Walk as far as I like"));
        assert!(place.practice.ours().values().all(|count| *count == 1));
    });
}

#[test]
fn ending_the_link_gives_the_tokens_back_and_keeps_every_word() {
    let place = Place::new(Quirks::default());
    let goal = place.phone.goal("Walk to the bridge");
    place.settle();
    assert_eq!(place.practice.links(), 1);
    let unlinked = place.hearth().unlink().unwrap();
    assert!(unlinked.told, "{unlinked:?}");
    assert_eq!(place.practice.links(), 0);
    assert_eq!(place.phone.words(goal), ["Walk to the bridge"]);
    assert_eq!(place.there().as_deref(), Some("Walk to the bridge"));
    assert_eq!(place.hearth().practice().unwrap().standing, Standing::NotLinked);
    assert!(matches!(
        place.hearth().sync(&hearth_tests::practice::phone::Unhurried),
        Err(Trouble::NotLinked)
    ));
}

#[test]
fn another_person_a_closed_and_a_merged_record_stop_everything_before_anything_is_written() {
    type Wrong = fn(&mut serde_json::Value);
    let wrongs: [Wrong; 3] = [
        |patient| patient["identifier"][0]["value"] = json!("9990000018"),
        |patient| patient["active"] = json!(false),
        |patient| {
            patient["link"] = json!([{ "other": { "reference": "Patient/p9" }, "type": "replaced-by" }])
        },
    ];
    for wrong in wrongs {
        let place = Place::new(Quirks::default());
        let goal = place.phone.goal("Walk to the bridge");
        place.settle();
        place.clinician_writes("Walk 400 metres");
        place.phone.write(goal, "Walk past the bridge");
        place.practice.edit("Patient", PATIENT, wrong).unwrap();
        let view = place.phone.sync();
        assert_eq!(view.trouble, Some("error-practice-other-person"));
        assert_eq!(place.hearth().suggestions(), []);
        assert_eq!(place.there().as_deref(), Some("Walk 400 metres"));
        assert_eq!(place.phone.words(goal), ["Walk past the bridge"]);
    }
}

#[test]
fn a_record_under_another_nhs_number_than_mine_is_not_linked() {
    let world = Arc::new(SimWorld::new(1));
    let practice = Arc::new(Practice::new(&world, Quirks::default()));
    let phone = Phone::new(&world, Arc::clone(&practice) as _, "Jo's phone");
    let me = EntityId::only(Kind::Me.number());
    let number = |text: &str| {
        let value = Value::Text(text.to_owned());
        let field = hearth_core::plan::Me::NHS_NUMBER;
        phone.hearth().write(Kind::Me, me, &field, value, &Writer::Person).unwrap();
    };
    number("999 000 0018");
    assert!(matches!(phone.link(&practice), Err(Trouble::OtherPerson)));
    assert_eq!(practice.links(), 0, "the tokens were given back");
    assert_eq!(phone.hearth().practice().unwrap().standing, Standing::NotLinked);
    number("943 476 5919");
    phone.link(&practice).unwrap();
}

#[test]
fn an_answer_of_the_browser_is_used_once_and_a_strangers_not_at_all() {
    let world = Arc::new(SimWorld::new(1));
    let practice = Arc::new(Practice::new(&world, Quirks::default()));
    let phone = Phone::new(&world, Arc::clone(&practice) as _, "Jo's phone");
    let url = phone.hearth().link_begin(
        hearth_tests::practice::BASE,
        hearth_tests::practice::CLIENT,
        hearth_tests::practice::REDIRECT,
    );
    let back = practice.sign_in(&url.unwrap());
    let stranger = back.replace("state=", "state=x");
    assert!(phone.hearth().link_finish(&stranger, "x").is_err());
    assert_eq!(phone.hearth().practice().unwrap().standing, Standing::Begun);
    phone.hearth().link_finish(&back, "The Surgery").unwrap();
    assert!(phone.hearth().link_finish(&back, "The Surgery").is_err());
    assert_eq!(phone.hearth().practice().unwrap().standing, Standing::Linked);
}

#[test]
fn one_sync_runs_at_a_time() {
    struct Nested<'a>(&'a Companion, std::cell::Cell<usize>);
    impl hearth_core::sync::engine::Progress for Nested<'_> {
        fn at(&self, _: hearth_core::sync::engine::Step) {
            let within = self.0.sync(&hearth_tests::practice::phone::Unhurried);
            assert!(matches!(within, Err(Trouble::SyncRuns)));
            self.1.set(self.1.get() + 1);
        }
        fn is_stopped(&self) -> bool {
            false
        }
    }
    let place = Place::new(Quirks::default());
    let nested = Nested(place.hearth(), std::cell::Cell::new(0));
    place.hearth().sync(&nested).unwrap();
    assert!(nested.1.get() > 0);
    place.sync();
}

#[test]
fn a_sync_that_is_stopped_anywhere_goes_on_the_next_time() {
    use hearth_tests::practice::phone::StopsAfter;
    for after in 0..40 {
        let place = Place::new(Quirks { refuses_batches: true, ..Quirks::default() });
        let goals: Vec<EntityId> = (0..5).map(|n| place.phone.goal(&format!("goal {n}"))).collect();
        let stopped = place.hearth().sync(&StopsAfter(after.into())).unwrap();
        assert!(stopped.trouble.is_none_or(|key| key == "error-practice-stopped"), "{stopped:?}");
        place.settle();
        assert_eq!(place.practice.all("Goal").len(), goals.len(), "stopped after {after}");
        assert!(place.practice.ours().values().all(|count| *count == 1));
    }
}

#[test]
fn what_the_practice_does_not_take_stops_nothing_else_and_is_told() {
    // A grant that lets goals be read and not written.
    let place = Place::new(Quirks { without: vec!["Goal"], ..Quirks::default() });
    let _ = place.phone.goal("Walk to the bridge");
    place.settle();
    assert_eq!(place.there(), None);
    assert!(!place.practice.all("CarePlan").is_empty());
    let view = place.hearth().practice().unwrap();
    assert!(view.not_allowed.iter().any(|line| line.contains("goals")), "{view:?}");
}

#[test]
fn first_sync_of_many_goals_takes_few_questions_and_an_idle_one_takes_one() {
    let place = Place::new(Quirks::default());
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

/// The only resource of a type that says this somewhere.
fn one_that_says(place: &Place, kind: &str, words: &str) -> serde_json::Value {
    let all = place.practice.all(kind);
    let mut found = all.iter().filter(|kept| String::from_utf8_lossy(&kept.body).contains(words));
    let body = found.next().unwrap_or_else(|| panic!("no {kind} says {words:?}")).body.clone();
    assert!(found.next().is_none(), "several {kind} say {words:?}");
    serde_json::from_slice(&body).unwrap()
}

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
    hearth.add(Kind::Sign, &sign, me).unwrap();
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
    (unwell, steps)
}

#[test]
fn a_plan_with_something_in_every_room_goes_there_and_then_it_is_quiet() {
    on_each(|place| {
        let _ = full_plan(place.hearth());
        place.settle();
        let view = place.sync();
        assert_eq!((view.sent, view.suggested, view.received), (0, 0, 0), "{view:?}");
        assert_eq!(place.hearth().suggestions(), []);
        let told = place.hearth().practice().unwrap().troubles;
        assert!(told.is_empty(), "{told:?}");
        assert!(place.practice.ours().values().all(|count| *count == 1));
        let _ = one_that_says(place, "CarePlan", "Use the blue inhaler");
        let _ = one_that_says(place, "Observation", "My garden");
    });
}

#[test]
fn a_clinicians_change_of_a_step_waits_on_that_step_and_mine_go_on_beside_it() {
    use hearth_core::plan::{Step, Unwell};
    let place = Place::new(Quirks::default());
    let (unwell, steps) = full_plan(place.hearth());
    place.settle();
    let plan = one_that_says(&place, "CarePlan", "Use the blue inhaler");
    let id = plan["id"].as_str().unwrap().to_owned();
    place
        .practice
        .edit("CarePlan", &id, |plan| {
            let steps = plan["activity"].as_array_mut().unwrap();
            let step = steps
                .iter_mut()
                .find(|step| step["detail"]["description"] == "Use the blue inhaler")
                .unwrap();
            step["detail"]["description"] = json!("Use the blue inhaler, two puffs");
        })
        .unwrap();
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
    let there = one_that_says(&place, "CarePlan", "Call Sam");
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
    let there = one_that_says(&place, "CarePlan", "Call Sam").to_string();
    assert!(there.contains("\"Use the blue inhaler\"") && !there.contains("Sit down and rest"), "{there}");
    assert_eq!(place.sync().sent, 0);
}

#[test]
fn a_step_that_a_clinician_adds_is_suggested_whole() {
    let place = Place::new(Quirks::default());
    let (unwell, _) = full_plan(place.hearth());
    place.settle();
    let plan = one_that_says(&place, "CarePlan", "Use the blue inhaler");
    let id = plan["id"].as_str().unwrap().to_owned();
    let step = json!({ "id": "by-the-nurse", "detail": { "status": "not-started", "description": "Ring the respiratory nurse",
        "code": { "coding": [{ "system": hearth_core::fhir::own::ENTRY, "code": "step" }] } } });
    place.practice.edit("CarePlan", &id, |plan| plan["activity"].as_array_mut().unwrap().push(step)).unwrap();
    place.settle();
    let offered: Vec<String> = place.hearth().suggestions().into_iter().map(|waits| waits.offered).collect();
    assert!(offered.iter().any(|offered| offered == "Ring the respiratory nurse"), "{offered:?}");
    // The plan itself says that something is suggested for it.
    let view = format!("{:?}", place.hearth().unwell(unwell).unwrap());
    assert!(view.contains("suggested"), "{view}");
    let waiting = place.hearth().suggestions();
    for waits in waiting {
        place.hearth().accept(waits.id, true).unwrap();
    }
    place.settle();
    assert_eq!(place.hearth().suggestions(), []);
    let there = one_that_says(&place, "CarePlan", "Ring the respiratory nurse");
    let said = there["activity"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|step| step["detail"]["description"] == "Ring the respiratory nurse");
    assert_eq!(said.count(), 1);
    assert_eq!(place.sync().sent, 0);
}

#[test]
fn a_promise_that_the_practice_has_done_comes_back_as_done() {
    let place = Place::new(Quirks::default());
    let _ = full_plan(place.hearth());
    place.settle();
    let task = one_that_says(&place, "Task", "A stairlift");
    let id = task["id"].as_str().unwrap().to_owned();
    place.practice.edit("Task", &id, |task| task["status"] = json!("completed")).unwrap();
    place.settle();
    let waiting = place.hearth().suggestions();
    assert_eq!(waiting.len(), 1, "{waiting:?}");
    assert_eq!((waiting[0].field, waiting[0].offered.as_str()), ("promise.state", "done"));
    place.hearth().accept(waiting[0].id, true).unwrap();
    place.settle();
    assert_eq!(place.sync().sent, 0);
    assert_eq!(one_that_says(&place, "Task", "A stairlift")["status"], "completed");
}

#[test]
fn what_somebody_at_the_practice_lists_comes_in_as_theirs_and_what_they_take_back_goes() {
    let place = Place::new(Quirks::default());
    let medicine = |status: &str| {
        json!({ "resourceType": "MedicationStatement", "status": status, "subject": { "reference": format!("Patient/{PATIENT}") },
            "medicationCodeableConcept": { "text": "Salbutamol inhaler" } })
    };
    place.practice.put("MedicationStatement", "m1", &medicine("active"));
    place.settle();
    let plan = || place.hearth().export().json.to_string();
    assert!(plan().contains("Salbutamol inhaler"));
    place.practice.put("MedicationStatement", "m1", &medicine("entered-in-error"));
    place.settle();
    assert!(!plan().contains("Salbutamol inhaler"));
    assert_eq!(place.sync().received, 0);
}
