//! How ops are made: what they replace, and the numbers they carry.

use super::*;

#[test]
fn each_op_is_numbered_above_all_that_its_maker_saw() {
    let mut mine = Phone::new(1);
    assert_eq!(mine.writes("one").lamport, 1);
    mine.record.saw_lamport(40);
    assert_eq!(mine.writes("two").lamport, 41);
    mine.record.saw_lamport(3);
    assert_eq!(mine.record.lamport(), 41);
}

#[test]
fn nobody_who_claims_the_highest_lamport_number_makes_a_phone_write_what_cannot_be_read() {
    let mut mine = Phone::new(1);
    let mut hostile = Phone::new(2).makes(WORDS, Act::Suggest(words("boo")), CARER, None);
    hostile.lamport = MAX_LAMPORT;
    mine.gets(&Op::from_bytes(&hostile.to_bytes()).unwrap());
    for text in ["one", "two"] {
        let op = mine.writes(text);
        assert_eq!(Op::from_bytes(&op.to_bytes()), Ok(op));
        assert_eq!(mine.shows(), [text]);
    }
}

#[test]
fn an_op_replaces_only_what_its_writer_had_seen() {
    let (mut mine, mut other) = (Phone::new(1), Phone::new(2));
    let tea = mine.writes("tea");
    let coffee = other.writes("coffee");
    mine.gets(&coffee);
    let made = Made {
        id: OpId::of_device(mine.name, 9),
        device: mine.name,
        at: When::default(),
        author: Author::Person,
        origin: Origin::Typed,
        cites: None,
    };
    let make = |seen: &[OpId]| mine.record.make(WORDS, Act::Write(words("milk")), Some(seen), made.clone());
    assert_eq!(make(&[tea.id]).parents, [tea.id]);
    assert_eq!(make(&[]).parents, []);
    let milk = make(&[tea.id, OpId([9; 16])]);
    assert_eq!(milk.parents, [tea.id], "what does not stand here is not replaced");
    mine.gets(&milk);
    assert_eq!(mine.shows(), ["coffee", "milk"]);
}

#[test]
fn a_field_that_could_not_be_kept_is_put_back_as_it_was() {
    let mut mine = Phone::new(1);
    mine.writes("one");
    let before = mine.record.register(WORDS).cloned();
    mine.writes("two");
    mine.record.put_back(WORDS, before);
    assert_eq!(mine.shows(), ["one"]);
    mine.record.put_back(WORDS, None);
    assert!(mine.record.entity(WORDS.kind, WORDS.entity).is_none());
}

#[test]
fn an_ops_name_says_which_device_made_it_and_which_of_its_ops_it_is() {
    let id = OpId::of_device(DeviceId([1; 8]), 300);
    assert_eq!(id.number_by(DeviceId([1; 8])), Some(300));
    assert_eq!(id.number_by(DeviceId([2; 8])), None);
}

#[test]
fn entities_are_found_by_their_kind() {
    let mut mine = Phone::new(1);
    mine.writes("one");
    let other = Slot { entity: EntityId([0xff; 16]), kind: 2, field: 3 };
    mine.makes(other, Act::Write(words("two")), Author::Person, None);
    let of = |kind| mine.record.of_kind(kind).map(|(id, _)| id).collect::<Vec<_>>();
    assert_eq!((of(1), of(2), of(3)), (vec![WORDS.entity], vec![other.entity], vec![]));
    let all: Vec<_> = mine.record.entities().map(|(kind, id, _)| (kind, id)).collect();
    assert_eq!(all, [(1, WORDS.entity), (2, other.entity)]);
    let fields = mine.record.entity(2, other.entity).unwrap().fields();
    assert_eq!(fields.map(|(number, _)| number).collect::<Vec<_>>(), [3]);
}

#[test]
fn what_a_server_claims_does_not_carry_this_phones_count_on() {
    let op = |origin| Op { lamport: 40, origin, ..Phone::new(1).writes("a") };
    assert_eq!(op(Origin::Typed).count(), 40);
    let imported =
        Origin::Imported { server: "a practice".into(), resource: "Goal/1".into(), version: "1".into() };
    assert_eq!(op(imported).count(), 0);
}

#[test]
fn an_erasure_replaces_nothing_by_its_place() {
    let mut phone = Phone::new(1);
    let first = phone.writes("a");
    let erasure = phone.makes(WORDS, Act::Erase(vec![first.id]), Author::Person, None);
    assert_eq!(erasure.parents, []);
}

/// A store gives a field's ops one by one; what they mean together is worked out
/// wherever it can be more than "this one stands".
#[test]
fn a_field_held_op_by_op_is_the_field_that_was_written() {
    let mut phone = Phone::new(1);
    let mut tell = |act: Act, author: Author| phone.makes(WORDS, act, author, None);
    let plain = tell(Act::Write(words("a")), Author::Person);
    let offer = tell(Act::Suggest(words("b")), CARER);
    let erased = tell(Act::Write(Value::Erased), Author::Person);
    let mut record = Record::default();
    assert!(!record.hold(plain.clone()), "one op that stands needs no more");
    assert!(record.hold(offer.clone()), "two do");
    for alone in [offer, erased] {
        let mut record = Record::default();
        assert!(record.hold(alone), "so does one that is no plain word");
    }
    let mut record = Record::default();
    record.hold(plain);
    assert_eq!(record.register(WORDS).unwrap().heads().len(), 1);
    assert!(!record.register(WORDS).unwrap().has_newer());
}

#[test]
fn what_waits_beside_the_words_can_be_seen_there() {
    let mut phone = Phone::new(1);
    phone.writes("a");
    let offer = phone.makes(WORDS, Act::Suggest(words("b")), CARER, None);
    let aside: Vec<OpId> = phone.register().aside().iter().map(|op| op.id).collect();
    assert_eq!(aside, [offer.id]);
}
