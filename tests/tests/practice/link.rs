//! Links: made, renewed, ended by either side, and refused where the record is
//! not this person's.

use hearth_core::companion::{Standing, Trouble, Writer};
use hearth_core::plan::{Kind, Me};
use hearth_core::record::{EntityId, Value};
use hearth_tests::practice::phone::Unhurried;
use hearth_tests::practice::place::Place;
use hearth_tests::practice::{CLIENT, REDIRECT};
use serde_json::json;

const HOUR: i64 = 3_600_000;

pub fn tokens_are_renewed_and_one_that_is_refused_early_too(place: &Place) {
    let goal = place.phone.goal("Walk to the bridge");
    for round in 0..5 {
        place.pass(HOUR);
        place.phone.write(goal, &format!("Walk to the bridge, {round} times"));
        place.sync();
    }
    place.practice.tire_tokens();
    place.phone.write(goal, "Walk past the bridge");
    place.sync();
    place.settle();
    assert_eq!(place.there().as_deref(), Some("Walk past the bridge"));
    assert_eq!(place.practice.links(), 1);
}

/// The link has ended: it is said, nothing is asked, and made again nothing is lost.
fn is_over_and_is_made_again(place: &Place, goal: EntityId) {
    place.pass(HOUR);
    let view = place.phone.sync();
    assert_eq!(view.trouble, Some("error-practice-link-again"));
    assert_eq!(place.hearth().practice().unwrap().standing, Standing::LinkAgain);
    assert!(matches!(place.hearth().sync(&Unhurried), Err(Trouble::LinkAgain)));
    place.phone.write(goal, "Walk past the bridge");
    place.link(&place.phone).unwrap();
    place.settle();
    assert_eq!(place.there().as_deref(), Some("Walk past the bridge"));
    assert_eq!(place.hearth().suggestions(), []);
    place.each_is_there_once();
}

pub fn a_link_that_the_practice_ended_says_so_and_is_made_again_and_nothing_is_lost(place: &Place) {
    let goal = place.phone.goal("Walk to the bridge");
    place.settle();
    place.practice.end_links();
    is_over_and_is_made_again(place, goal);
}

pub fn an_old_token_that_comes_again_ends_the_link_and_nothing_is_lost(place: &Place) {
    let goal = place.phone.goal("Walk to the bridge");
    for _ in 0..2 {
        place.pass(HOUR);
        place.sync();
    }
    assert!(place.door.renews_as_before(), "no token was renewed");
    if place.practice.rotates() {
        assert_eq!(place.practice.links(), 0);
        return is_over_and_is_made_again(place, goal);
    }
    // Where tokens stay, one that comes again says nothing.
    place.pass(HOUR);
    place.settle();
    assert_eq!(place.there().as_deref(), Some("Walk to the bridge"));
}

pub fn ending_the_link_gives_the_tokens_back_and_keeps_every_word(place: &Place) {
    let goal = place.phone.goal("Walk to the bridge");
    place.settle();
    assert_eq!(place.practice.links(), 1);
    let unlinked = place.hearth().unlink().unwrap();
    assert!(unlinked.told, "{unlinked:?}");
    assert_eq!(place.practice.links(), 0);
    assert_eq!(place.phone.words(goal), ["Walk to the bridge"]);
    assert_eq!(place.there().as_deref(), Some("Walk to the bridge"));
    assert_eq!(place.hearth().practice().unwrap().standing, Standing::NotLinked);
    assert!(matches!(place.hearth().sync(&Unhurried), Err(Trouble::NotLinked)));
}

pub fn another_person_a_closed_and_a_merged_record_stop_everything_before_anything_is_written(place: &Place) {
    type Wrong = fn(&mut serde_json::Value);
    let wrongs: [Wrong; 3] = [
        |patient| patient["identifier"][0]["value"] = json!("9990000018"),
        |patient| patient["active"] = json!(false),
        |patient| {
            patient["link"] = json!([{ "other": { "reference": "Patient/p9" }, "type": "replaced-by" }])
        },
    ];
    let goal = place.phone.goal("Walk to the bridge");
    place.settle();
    let right = place.practice.all("Patient").remove(0);
    place.clinician_writes("Walk 400 metres");
    place.phone.write(goal, "Walk past the bridge");
    for wrong in wrongs {
        place.is_edited(right.clone(), wrong);
        // Until an index that lags has it, the sync is as if nothing were.
        place.pass(180_000);
        let view = place.phone.sync();
        assert_eq!(view.trouble, Some("error-practice-other-person"));
        assert_eq!(place.hearth().suggestions(), []);
        assert_eq!(place.there().as_deref(), Some("Walk 400 metres"));
        assert_eq!(place.phone.words(goal), ["Walk past the bridge"]);
    }
    place.practice.put(&right);
    place.settle();
    assert_eq!(place.hearth().suggestions().len(), 1);
    assert_eq!(place.phone.words(goal), ["Walk past the bridge"]);
}

pub fn a_record_under_another_nhs_number_than_mine_is_not_linked(place: &Place) {
    let phone = place.new_phone("another phone");
    let me = EntityId::only(Kind::Me.number());
    let number = |text: &str| {
        let value = Value::Text(text.to_owned());
        phone.hearth().write(Kind::Me, me, &Me::NHS_NUMBER, value, &Writer::Person).unwrap();
    };
    number("999 000 0018");
    assert!(matches!(place.link(&phone), Err(Trouble::OtherPerson)));
    assert_eq!(place.practice.links(), 1, "the tokens were given back");
    assert_eq!(phone.hearth().practice().unwrap().standing, Standing::NotLinked);
    number("943 476 5919");
    place.link(&phone).unwrap();
}

pub fn an_answer_of_the_browser_is_used_once_and_a_strangers_not_at_all(place: &Place) {
    let phone = place.new_phone("another phone");
    let url = phone.hearth().link_begin(place.practice.base(), CLIENT, REDIRECT).unwrap();
    let back = place.practice.sign_in(&url);
    let stranger = back.replace("state=", "state=x");
    assert!(phone.hearth().link_finish(&stranger, "x").is_err());
    assert_eq!(phone.hearth().practice().unwrap().standing, Standing::Begun);
    phone.hearth().link_finish(&back, "The Surgery").unwrap();
    assert!(phone.hearth().link_finish(&back, "The Surgery").is_err());
    assert_eq!(phone.hearth().practice().unwrap().standing, Standing::Linked);
}
