//! The person's words there and the practice's here: one goal, and all that can
//! happen to it.

use hearth_core::companion::Writer;
use hearth_core::plan::Kind;
use hearth_tests::practice::place::Place;
use serde_json::json;
use std::sync::Arc;

pub fn what_is_written_goes_there_once_and_a_change_goes_over_it(place: &Place) {
    let goal = place.phone.goal("Walk to the bridge");
    place.settle();
    assert_eq!(place.there().as_deref(), Some("Walk to the bridge"));
    place.phone.write(goal, "Walk past the bridge");
    place.settle();
    assert_eq!(place.there().as_deref(), Some("Walk past the bridge"));
    place.each_is_there_once();
    assert_eq!(place.hearth().suggestions(), []);
}

pub fn nothing_new_is_asked_for_and_nothing_is_written(place: &Place) {
    let _ = place.phone.goal("Walk to the bridge");
    place.settle();
    place.settle();
    let before = place.version();
    let view = place.sync();
    assert_eq!((view.sent, view.received, view.suggested), (0, 0, 0));
    assert_eq!(place.version(), before);
}

pub fn a_clinicians_change_is_a_suggestion_that_waits_and_my_words_go_back_when_i_decline(place: &Place) {
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
}

pub fn a_clinician_who_writes_just_before_my_words_arrive_is_not_written_over(place: &Place) {
    let goal = place.phone.goal("Walk to the bridge");
    place.settle();
    place.phone.write(goal, "Walk past the bridge");
    let (practice, mut body) = (Arc::clone(&place.practice), place.goal().unwrap());
    place.door.before_write(move || {
        body["description"]["text"] = json!("Walk 400 metres");
        practice.put(&body);
    });
    place.settle();
    assert!(!place.door.still_waits(), "nothing was written");
    assert_eq!(place.there().as_deref(), Some("Walk 400 metres"));
    assert_eq!(place.phone.words(goal), ["Walk past the bridge"]);
    let waiting = place.hearth().suggestions();
    assert_eq!(waiting.len(), 1, "{waiting:?}");
    place.hearth().decline(waiting[0].id).unwrap();
    place.settle();
    assert_eq!(place.there().as_deref(), Some("Walk past the bridge"));
}

pub fn a_suggestion_that_i_accept_is_left_as_the_practice_wrote_it(place: &Place) {
    let goal = place.phone.goal("Walk to the bridge");
    place.settle();
    place.clinician_writes("Walk 400 metres");
    place.settle();
    let version = place.version();
    place.hearth().accept(place.hearth().suggestions()[0].id, true).unwrap();
    place.settle();
    assert_eq!(place.phone.words(goal), ["Walk 400 metres"]);
    assert_eq!(place.version(), version);
    assert_eq!(place.hearth().suggestions(), []);
}

pub fn elements_that_nobody_here_knows_survive_my_change(place: &Place) {
    let goal = place.phone.goal("Walk to the bridge");
    place.settle();
    place.goal_is_edited(|goal| goal["note"] = json!([{ "text": "seen on the ward" }]));
    place.settle();
    assert_eq!(place.hearth().suggestions(), []);
    place.phone.write(goal, "Walk past the bridge");
    place.settle();
    let body = place.goal().unwrap();
    assert_eq!(body["note"][0]["text"], "seen on the ward");
    assert_eq!(body["description"]["text"], "Walk past the bridge");
}

pub fn what_is_deleted_there_stays_here_and_can_be_sent_again(place: &Place) {
    let goal = place.phone.goal("Walk to the bridge");
    place.settle();
    place.is_deleted(&place.goal().unwrap());
    // The weekly comparison finds it.
    place.days_pass(8);
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
}

pub fn what_is_only_for_me_is_taken_back_and_comes_back_when_it_is_not(place: &Place) {
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
}

pub fn what_is_only_for_me_from_the_start_never_goes_anywhere(place: &Place) {
    let goal = place.phone.goal("a canary nobody may read");
    place.hearth().only_me(Kind::Goal, goal, true).unwrap();
    place.settle();
    assert_eq!(place.there(), None);
}

pub fn a_server_that_went_back_to_an_older_copy_gets_my_words_again(place: &Place) {
    let goal = place.phone.goal("Walk to the bridge");
    place.settle();
    let before = place.goal().unwrap();
    place.phone.write(goal, "Walk past the bridge");
    place.settle();
    place.practice.go_back(&before);
    place.phone.write(goal, "Walk to the sea");
    place.days_pass(8);
    place.settle();
    assert_eq!(place.there().as_deref(), Some("Walk to the sea"));
    assert_eq!(place.hearth().suggestions(), []);
}
