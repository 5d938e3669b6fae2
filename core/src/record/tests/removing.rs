//! An entity removed, restored, and changed elsewhere meanwhile.

use super::*;

const LIFE_OF: Slot = Slot { field: LIFE, ..WORDS };

fn remove(phone: &mut Phone) -> Op {
    let entity = phone.record.entity(WORDS.kind, WORDS.entity).unwrap();
    let saw = entity.heads().filter(|op| op.can_be_drawn()).map(|op| op.id).collect();
    phone.makes(LIFE_OF, Act::Remove(saw), Author::Person, None)
}

fn restore(phone: &mut Phone) -> Op {
    phone.makes(LIFE_OF, Act::Restore, Author::Person, None)
}

/// Two phones that hold the same entity.
fn shared() -> (Phone, Phone) {
    let (mut mine, mut other) = (Phone::new(1), Phone::new(2));
    other.gets(&mine.writes("Jo Example, 01632 960 000"));
    (mine, other)
}

#[test]
fn what_nobody_removed_is_here() {
    let (mine, _) = shared();
    assert_eq!(mine.life(), Life::Here);
}

#[test]
fn a_removal_that_saw_everything_removes_on_every_phone() {
    let (mut mine, mut other) = shared();
    other.gets(&remove(&mut mine));
    assert_eq!(mine.life(), Life::Removed);
    assert_eq!(other.life(), Life::Removed);
}

#[test]
fn what_was_removed_here_and_changed_there_is_unsettled_on_both() {
    let (mut mine, mut other) = shared();
    let (removed, changed) = (remove(&mut mine), other.writes("Jo Example, 01632 960 001"));
    mine.gets(&changed);
    other.gets(&removed);
    assert_eq!(mine.life(), Life::Unsettled);
    assert_eq!(other.life(), Life::Unsettled);
    mine.gets(&remove(&mut other));
    assert_eq!(mine.life(), Life::Removed, "removed again, having seen the change");
}

#[test]
fn a_change_to_another_field_is_a_change_too() {
    let (mut mine, mut other) = shared();
    remove(&mut mine);
    mine.gets(&other.makes(Slot { field: 2, ..WORDS }, Act::Write(words("sister")), Author::Person, None));
    assert_eq!(mine.life(), Life::Unsettled);
}

#[test]
fn a_carers_suggestion_brings_nothing_back() {
    let (mut mine, mut other) = shared();
    remove(&mut mine);
    mine.gets(&other.makes(WORDS, Act::Write(words("call me")), CARER, None));
    assert_eq!(mine.life(), Life::Removed);
}

#[test]
fn a_carer_can_only_suggest_to_remove() {
    let (mut mine, mut other) = shared();
    let saw = other.head_ids();
    mine.gets(&other.makes(LIFE_OF, Act::Remove(saw), CARER, None));
    assert_eq!(mine.life(), Life::Here);
    assert_eq!(mine.record.register(LIFE_OF).unwrap().suggestions().len(), 1);
}

#[test]
fn a_restore_that_saw_the_removal_brings_it_back() {
    let (mut mine, mut other) = shared();
    let removed = remove(&mut mine);
    let restored = restore(&mut mine);
    other.gets_all([&restored, &removed]);
    assert_eq!(mine.life(), Life::Here);
    assert_eq!(other.life(), Life::Here);
}

#[test]
fn a_restore_and_a_removal_made_at_once_are_unsettled() {
    let (mut mine, mut other) = shared();
    other.gets(&remove(&mut mine));
    let (restored, removed) = (restore(&mut mine), remove(&mut other));
    mine.gets(&removed);
    other.gets(&restored);
    assert_eq!(mine.life(), Life::Unsettled);
    assert_eq!(other.life(), Life::Unsettled);
    mine.gets(&restore(&mut other));
    assert_eq!(mine.life(), Life::Here, "kept again, having seen both");
}

#[test]
fn two_removals_made_at_once_count_for_what_either_saw() {
    let (mut mine, mut other) = shared();
    let changed = other.writes("Jo Example, 01632 960 001");
    let (narrow, wide) = (remove(&mut mine), remove(&mut other));
    mine.gets(&wide);
    assert_eq!(mine.life(), Life::Removed, "what one removal named is past, or is not here yet");
    mine.gets(&changed);
    other.gets(&narrow);
    assert_eq!(mine.life(), Life::Removed);
    assert_eq!(other.life(), Life::Removed);
}

#[test]
fn the_heads_of_an_entity_leave_out_the_field_in_which_it_is_removed() {
    let mut mine = Phone::new(1);
    let seen = mine.writes("tea");
    remove(&mut mine);
    let entity = mine.record.entity(WORDS.kind, WORDS.entity).unwrap();
    assert_eq!(entity.heads().map(|op| op.id).collect::<Vec<_>>(), [seen.id]);
}

#[test]
fn an_older_app_that_removes_what_it_cannot_draw_leaves_it_unsettled() {
    let (mut mine, _) = shared();
    mine.gets(&Phone::new(2).puts(Value::Unknown(newer())));
    remove(&mut mine);
    assert_eq!(mine.life(), Life::Unsettled);
}

#[test]
fn a_removal_of_a_kind_not_known_yet_is_never_shown_as_here() {
    let (mut mine, mut other) = shared();
    remove(&mut mine);
    let unread = mine.makes(LIFE_OF, Act::Unknown(newer()), Author::Person, None);
    other.gets_all(&mine.held);
    let life = other.record.register(LIFE_OF).unwrap();
    assert_eq!(life.head_ids().collect::<Vec<_>>(), [unread.id], "the ordinary removal is past");
    assert_eq!(other.life(), Life::Unsettled);
    other.gets(&unread.erased());
    assert_eq!(other.life(), Life::Unsettled, "erasing what it says does not bring it back");
}

#[test]
fn what_belongs_to_an_entity_counts_when_it_is_named() {
    let (mut mine, mut other) = shared();
    let step = Slot { entity: EntityId([5; 16]), kind: 2, field: 1 };
    let added = other.makes(step, Act::Write(words("call first")), Author::Person, None);
    remove(&mut mine);
    mine.gets(&added);
    let entity = mine.record.entity(WORDS.kind, WORDS.entity).unwrap();
    let of_all = mine.record.entities().flat_map(|(_, _, entity)| entity.heads().map(|op| op.id));
    assert_eq!(entity.life(of_all), Life::Unsettled, "a step was added to it elsewhere");
    assert_eq!(mine.life(), Life::Removed, "of itself, nothing was changed");
}
