//! Several phones of one person, and one practice.

use hearth_core::companion::{Standing, Trouble};
use hearth_tests::practice::phone::Unhurried;
use hearth_tests::practice::place::Place;

pub fn a_phone_restored_from_a_backup_links_again_and_knows_its_own_words(place: &Place) {
    let goal = place.phone.goal("Walk to the bridge");
    place.settle();
    let other = place.restored_phone("a new phone");
    let view = other.hearth().practice().unwrap();
    assert_eq!(view.standing, Standing::LinkAgain);
    assert!(matches!(other.hearth().sync(&Unhurried), Err(Trouble::LinkAgain)));
    place.phone.write(goal, "Walk past the bridge");
    place.settle();
    place.link(&other).unwrap();
    assert_eq!(other.sync().trouble, None);
    // What the old phone wrote since is my own words, and no suggestion. Where our mark was dropped nobody can tell:
    // they are shown beside mine, and nothing is written over.
    let offered: Vec<String> = other.hearth().suggestions().into_iter().map(|one| one.offered).collect();
    let unknown: &[&str] = if place.practice.keeps_marks() { &[] } else { &["Walk past the bridge"] };
    assert_eq!(offered, unknown);
    assert_eq!(other.words(goal), ["Walk to the bridge"]);
    assert_eq!(place.there().as_deref(), Some("Walk past the bridge"));
    place.phone.meet(&other);
    assert_eq!(other.words(goal), ["Walk past the bridge"]);
    assert_eq!(other.sync().sent, 0);
    assert_eq!(place.there().as_deref(), Some("Walk past the bridge"));
}

pub fn two_phones_that_write_apart_put_one_resource_there_and_end_alike(place: &Place) {
    let goal = place.phone.goal("Walk to the bridge");
    let other = place.restored_phone("my other phone");
    place.link(&other).unwrap();
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
    place.each_is_there_once();
}

pub fn one_phone_that_ends_its_link_ends_no_others(place: &Place) {
    let goal = place.phone.goal("Walk to the bridge");
    place.settle();
    let other = place.restored_phone("my other phone");
    place.link(&other).unwrap();
    assert_eq!(place.practice.links(), 2);
    assert!(other.hearth().unlink().unwrap().told);
    assert_eq!(place.practice.links(), 1);
    place.phone.write(goal, "Walk past the bridge");
    place.settle();
    assert_eq!(place.there().as_deref(), Some("Walk past the bridge"));
    assert_eq!(other.words(goal), ["Walk to the bridge"]);
}
