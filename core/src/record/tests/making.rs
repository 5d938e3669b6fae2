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
