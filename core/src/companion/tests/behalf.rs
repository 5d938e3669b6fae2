//! Who may write for the person, and by what.

use super::*;

fn with_attorney() -> (Phone, Companion, EntityId, EntityId) {
    let (phone, hearth) = begun();
    let sam = add_person(&hearth, "Sam", "07700 900 123");
    let fields = [(Authority::PERSON, Value::Entity(sam)), (Authority::BY, code("lpa_health"))];
    let authority = hearth.add(Kind::Authority, &fields, PERSON).unwrap();
    (phone, hearth, sam, authority)
}

fn write_for(hearth: &Companion, by: EntityId) -> Result<EntityId, Trouble> {
    hearth.add(Kind::Goal, &[(Goal::WORDS, text("He would want to be at home"))], &Writer::Behalf(by))
}

#[test]
fn words_on_my_behalf_say_so_and_go_straight_in() {
    let (_phone, hearth, sam, _) = with_attorney();
    let goal = write_for(&hearth, sam).unwrap();
    let who = bare(&hearth.goal(goal).unwrap().words.versions[0].who[0]);
    assert_eq!(who, "On your behalf, by Sam, today");
    assert_eq!(hearth.people()[0].authority[0].by.text(), "lasting power of attorney for health and welfare");
}

#[test]
fn nobody_writes_for_me_without_an_authority() {
    let (_phone, hearth, _, _) = with_attorney();
    let val = add_person(&hearth, "Val", "01632 960 002");
    let refused = write_for(&hearth, val).unwrap_err();
    assert!(matches!(refused, Trouble::NoAuthority));
    assert_eq!(
        refused.sentence(hearth.words()),
        "Nothing in this plan says that they may write for you. Nothing was changed. Look under People."
    );
    assert!(hearth.goals().is_empty());
}

#[test]
fn an_authority_that_ended_or_was_removed_refuses() {
    let (_phone, hearth, sam, authority) = with_attorney();
    hearth
        .write(Kind::Authority, authority, &Authority::ENDED, Value::Date("2026-09-30".into()), PERSON)
        .unwrap();
    assert!(matches!(write_for(&hearth, sam), Err(Trouble::NoAuthority)));
    assert!(hearth.people()[0].authority[0].ended);
    let (_phone, hearth, sam, authority) = with_attorney();
    hearth.remove(Kind::Authority, authority, PERSON).unwrap();
    assert!(matches!(write_for(&hearth, sam), Err(Trouble::NoAuthority)));
}

#[test]
fn ended_on_one_phone_and_not_on_another_is_ended() {
    let (_one, here, sam, authority) = with_attorney();
    let (_two, there) = begun();
    swap(&here, &there);
    let ended = Value::Date("2026-09-30".into());
    here.write(Kind::Authority, authority, &Authority::ENDED, ended, PERSON).unwrap();
    there.write(Kind::Authority, authority, &Authority::ENDED, Value::Empty, PERSON).unwrap();
    swap(&here, &there);
    for hearth in [&here, &there] {
        assert!(matches!(write_for(hearth, sam), Err(Trouble::NoAuthority)));
    }
}

#[test]
fn a_carer_who_gives_themselves_an_authority_only_suggests_it() {
    let (_phone, hearth) = begun();
    let sam = add_person(&hearth, "Sam", "07700 900 123");
    let fields = [(Authority::PERSON, Value::Entity(sam)), (Authority::BY, code("lpa_health"))];
    hearth.add(Kind::Authority, &fields, &Writer::Carer(sam)).unwrap();
    assert!(matches!(write_for(&hearth, sam), Err(Trouble::NoAuthority)));
}
