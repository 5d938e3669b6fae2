//! Ops as bytes: what goes in comes out, and nothing from outside hurts.

use super::*;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

fn entity() -> impl Strategy<Value = EntityId> {
    any::<[u8; 16]>().prop_map(EntityId)
}

fn ops() -> impl Strategy<Value = Vec<OpId>> {
    vec(any::<[u8; 16]>().prop_map(OpId), 0..5)
}

/// CBOR items that this app knows nothing of.
fn unknown() -> impl Strategy<Value = Vec<u8>> {
    let later = (50u8..=255, ".{0,8}").prop_map(|(number, text)| {
        let mut item = vec![0x82, 0x18, number, 0x78, text.len() as u8];
        item.extend(text.bytes());
        item
    });
    let grown = vec(any::<u8>(), 0..20).prop_map(|bytes| {
        let mut item = vec![0x85, 0x01, 0xf6, 0xf5, 0x58, bytes.len() as u8];
        item.extend(bytes);
        item.extend([0xa1, 0x61, b'k', 0xfb, 0x40, 9, 0x21, 0xfb, 0x54, 0x44, 0x2d, 0x18]);
        item
    });
    prop_oneof![later, grown, Just(vec![0xf6]), Just(vec![0x80]), Just(vec![0xc1, 0x1a, 1, 2, 3, 4])]
}

fn value() -> impl Strategy<Value = Value> {
    let text = ".{0,40}";
    prop_oneof![
        Just(Value::Empty),
        text.prop_map(Value::Text),
        (text, text, text, text, text).prop_map(|(text, original, language, interpreter, on)| {
            Value::Interpreted { text, original: Original { text: original, language, interpreter, on } }
        }),
        any::<i64>().prop_map(Value::Int),
        any::<bool>().prop_map(Value::Bool),
        text.prop_map(Value::Decimal),
        text.prop_map(Value::Date),
        any::<(i64, i16)>().prop_map(|(ms, offset)| Value::Instant(ms, offset)),
        text.prop_map(Value::Code),
        entity().prop_map(Value::Entity),
        vec(entity(), 0..5).prop_map(Value::Order),
        ops().prop_map(Value::Ops),
        vec(any::<u8>(), 0..40).prop_map(Value::Bytes),
        Just(Value::Erased),
        unknown().prop_map(Value::Unknown),
    ]
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        4 => value().prop_map(Act::Write),
        2 => value().prop_map(Act::Suggest),
        1 => Just(Act::Accept),
        1 => Just(Act::Decline),
        1 => Just(Act::Reopen),
        1 => ops().prop_map(Act::Remove),
        1 => Just(Act::Restore),
        1 => ops().prop_map(Act::Erase),
        1 => unknown().prop_map(Act::Unknown),
    ]
}

fn author() -> impl Strategy<Value = Author> {
    prop_oneof![
        Just(Author::Person),
        entity().prop_map(Author::Behalf),
        entity().prop_map(Author::Carer),
        entity().prop_map(Author::Practice),
        (".{0,20}", ".{0,20}").prop_map(|(name, role)| Author::Guest { name, role }),
        unknown().prop_map(Author::Unknown),
    ]
}

fn origin() -> impl Strategy<Value = Origin> {
    prop_oneof![
        Just(Origin::Typed),
        (".{0,20}", ".{0,20}", ".{0,9}").prop_map(|(server, resource, version)| Origin::Imported {
            server,
            resource,
            version
        }),
        unknown().prop_map(Origin::Unknown),
    ]
}

prop_compose! {
    fn op()(
        id in any::<[u8; 16]>(),
        slot in (entity(), any::<u16>(), any::<u16>()),
        act in act(),
        parents in ops(),
        lamport in 0..=MAX_LAMPORT,
        at in any::<(i64, i16)>(),
        device in any::<[u8; 8]>(),
        author in author(),
        origin in origin(),
        cites in option::of(any::<[u8; 16]>()),
        extra in vec(unknown(), 0..3),
    ) -> Op {
        Op {
            id: OpId(id),
            slot: Slot { entity: slot.0, kind: slot.1, field: slot.2 },
            act,
            parents,
            lamport,
            at: When { ms: at.0, offset: at.1 },
            device: DeviceId(device),
            author,
            origin,
            cites: cites.map(OpId),
            extra: extra.concat(),
        }
    }
}

proptest! {
    #[test]
    fn every_op_comes_back_from_its_bytes_and_its_bytes_from_it(op in op()) {
        let bytes = op.to_bytes();
        let read = Op::from_bytes(&bytes).unwrap();
        prop_assert_eq!(&read, &op);
        prop_assert_eq!(read.to_bytes(), bytes);
    }

    #[test]
    fn an_op_is_read_from_the_start_of_many(one in op(), other in op()) {
        let mut bytes = one.to_bytes();
        let first = bytes.len();
        other.append_to(&mut bytes);
        prop_assert_eq!(Op::read(&bytes).unwrap(), (one, first));
        prop_assert_eq!(Op::read(&bytes[first..]).unwrap().0, other);
        prop_assert_eq!(Op::from_bytes(&bytes), Err(DecodeError::Malformed));
    }

    #[test]
    fn a_truncated_op_is_refused(op in op()) {
        let bytes = op.to_bytes();
        for end in 0..bytes.len() {
            prop_assert!(Op::from_bytes(&bytes[..end]).is_err(), "the first {} of {}", end, bytes.len());
        }
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in vec(any::<u8>(), 0..400)) {
        let _ = Op::from_bytes(&bytes);
    }

    #[test]
    fn no_damaged_op_makes_it_panic_or_changes_when_passed_on(
        op in op(), at in any::<prop::sample::Index>(), put in any::<u8>(),
    ) {
        let mut bytes = op.to_bytes();
        let at = at.index(bytes.len());
        bytes[at] = put;
        if let Ok(read) = Op::from_bytes(&bytes) {
            prop_assert_eq!(Op::from_bytes(&read.to_bytes()), Ok(read));
        }
    }
}

fn plain(act: Act) -> Op {
    Op {
        id: OpId::of_device(DeviceId([1; 8]), 9),
        slot: WORDS,
        act,
        parents: Vec::new(),
        lamport: 1,
        at: When::default(),
        device: DeviceId([1; 8]),
        author: Author::Person,
        origin: Origin::Typed,
        cites: None,
        extra: Vec::new(),
    }
}

fn reads(op: &Op) -> Result<Op, DecodeError> {
    Op::from_bytes(&op.to_bytes())
}

#[test]
fn an_op_larger_than_an_op_may_be_is_refused() {
    let large = plain(Act::Write(words(&"x".repeat(MAX_OP_BYTES))));
    assert_eq!(reads(&large), Err(DecodeError::TooLarge));
    let empty = plain(Act::Write(words(&"x".repeat(70_000)))).to_bytes().len() - 70_000;
    let fits = plain(Act::Write(words(&"x".repeat(MAX_OP_BYTES - empty))));
    assert_eq!(fits.to_bytes().len(), MAX_OP_BYTES, "to the byte");
    assert_eq!(reads(&fits), Ok(fits));
}

#[test]
fn an_op_that_names_more_than_the_most_parents_is_refused() {
    let named = |count: u64| (0..count).map(|n| OpId::of_device(DeviceId([2; 8]), n)).collect::<Vec<_>>();
    let mut op = plain(Act::Write(Value::Empty));
    op.parents = named(MAX_PARENTS as u64);
    assert_eq!(reads(&op).map(|op| op.parents.len()), Ok(MAX_PARENTS));
    op.parents = named(MAX_PARENTS as u64 + 1);
    assert_eq!(reads(&op), Err(DecodeError::TooLarge));
    let removal = plain(Act::Remove(named(MAX_PARENTS as u64 + 1)));
    assert_eq!(reads(&removal), Err(DecodeError::TooLarge));
}

#[test]
fn a_lamport_number_that_was_never_reached_by_writing_is_refused() {
    let mut op = plain(Act::Restore);
    op.lamport = MAX_LAMPORT;
    assert!(reads(&op).is_ok());
    op.lamport += 1;
    assert_eq!(reads(&op), Err(DecodeError::Impossible));
}

#[test]
fn an_op_that_names_itself_or_one_its_device_made_later_is_refused() {
    let mut op = plain(Act::Write(Value::Empty));
    for (number, read) in [(8, true), (9, false), (10, false)] {
        op.parents = vec![OpId::of_device(DeviceId([1; 8]), number)];
        assert_eq!(reads(&op).is_ok(), read, "op 9 names op {number}");
    }
    op.parents = vec![OpId::of_device(DeviceId([2; 8]), 10)];
    assert!(reads(&op).is_ok(), "another device's count says nothing");
}

#[test]
fn deep_nesting_is_refused_wherever_an_unknown_item_may_stand() {
    for (depth, read) in [(10, true), (14, true), (17, false), (100_000, false)] {
        let mut nest = vec![0x81; depth];
        nest.push(0xf6);
        let mut op = plain(Act::Accept);
        op.extra = nest.clone();
        let mut bytes = plain(Act::Accept).to_bytes();
        bytes[0] += 1;
        bytes.extend(&nest);
        assert_eq!(Op::from_bytes(&bytes).is_ok(), read, "extra, {depth} deep");
        for act in [Act::Unknown(nest.clone()), Act::Write(Value::Unknown(nest))] {
            assert_eq!(reads(&plain(act)).is_ok(), read, "{depth} deep");
        }
    }
}

/// Whatever it is made of: lists, maps, tags.
#[test]
fn no_sort_of_nesting_is_deeper_than_the_most() {
    for (start, item) in [(&[0x81][..], "list"), (&[0xa1, 0x01][..], "map"), (&[0xc1][..], "tag")] {
        for (depth, read) in [(14, true), (17, false)] {
            let mut nest = start.repeat(depth);
            nest.push(0xf6);
            let nest = [vec![0x82, 0x18, 77], nest].concat();
            assert_eq!(reads(&plain(Act::Unknown(nest))).is_ok(), read, "{item}, {depth} deep");
        }
    }
}

#[test]
fn text_that_is_not_text_is_refused_where_nobody_here_reads_it_too() {
    let unknown = |text: &[u8]| [&[0x82, 0x18, 77, 0x62][..], text].concat();
    assert!(reads(&plain(Act::Unknown(unknown(b"ok")))).is_ok());
    assert!(reads(&plain(Act::Unknown(unknown(&[0xff, 0xfe])))).is_err());
}

#[test]
fn items_without_an_end_said_at_the_start_are_refused() {
    for item in [&[0x9f, 0xff][..], &[0xbf, 0xff], &[0x5f, 0xff], &[0x7f, 0xff], &[0x9f, 0x18, 77, 0xff]] {
        assert!(reads(&plain(Act::Unknown(item.to_vec()))).is_err(), "{item:x?}");
    }
}

#[test]
fn what_a_newer_app_wrote_is_known_as_unknown_and_passed_on_byte_for_byte() {
    let mut op = plain(Act::Write(Value::Unknown(newer())));
    op.author = Author::Unknown(newer());
    op.origin = Origin::Unknown(newer());
    op.extra = [newer(), vec![0x01]].concat();
    let bytes = op.to_bytes();
    let read = Op::from_bytes(&bytes).unwrap();
    assert_eq!(read, op);
    assert_eq!(read.to_bytes(), bytes);
    let act = plain(Act::Unknown(newer()));
    assert_eq!(reads(&act), Ok(act));
}

#[test]
fn a_known_kind_that_a_newer_app_gave_another_part_is_unknown_not_half_read() {
    // [1, "hello", null]: a text with something behind it.
    let mut grown = vec![0x83, 0x01, 0x65];
    grown.extend(b"hello");
    grown.push(0xf6);
    let read = reads(&plain(Act::Write(Value::Unknown(grown.clone())))).unwrap();
    assert_eq!(read.act, Act::Write(Value::Unknown(grown)));
    assert!(!read.can_be_drawn());
}

#[test]
fn the_bytes_of_an_op_are_frozen() {
    let mut op = plain(Act::Write(words("Walk to the shop")));
    op.parents = vec![OpId::of_device(DeviceId([2; 8]), 3)];
    op.lamport = 7;
    op.at = When { ms: 1_764_115_200_000, offset: 60 };
    let hex: String = op.to_bytes().iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(
        hex,
        "8c500101010101010101000000000000000950010101010101010101010101010101010101\
         820082017057616c6b20746f207468652073686f70815002020202020202020000000000000003\
         07821b0000019abd75b800183c48010101010101010181008100f6"
    );
}

#[test]
fn a_name_is_read_only_from_the_hexadecimal_digits_it_is_written_in() {
    let id = EntityId([0xab; 16]);
    assert_eq!(EntityId::from_hex(&id.hex()), Some(id));
    assert_eq!(EntityId::from_hex(&"+1".repeat(16)), None);
    assert_eq!(EntityId::from_hex("ab"), None);
}

#[test]
fn an_op_that_names_more_than_can_be_read_back_is_refused_before_it_is_written() {
    let mut world = Vec::new();
    for (named, fits) in [(MAX_PARENTS, true), (MAX_PARENTS + 1, false)] {
        let ids: Vec<OpId> = (0..named as u64).map(|n| OpId::of_device(DeviceId([7; 8]), n)).collect();
        let mut op = plain(Act::Write(Value::Empty));
        for act in [
            Act::Remove(ids.clone()),
            Act::Erase(ids.clone()),
            Act::Write(Value::Ops(ids.clone())),
            Act::Write(Value::Order(ids.iter().map(|id| EntityId(id.0)).collect())),
        ] {
            op.act = act;
            world.push((op.clone(), fits));
        }
        op.act = Act::Write(Value::Empty);
        op.id = OpId::of_device(DeviceId([7; 8]), u64::MAX);
        op.parents = ids;
        world.push((op, fits));
    }
    for (op, fits) in world {
        assert_eq!(op.to_readable_bytes().is_ok(), fits);
        assert_eq!(Op::from_bytes(&op.to_bytes()).is_ok(), fits, "reading agrees");
    }
}

#[test]
fn a_name_says_which_phone_made_it_and_as_which() {
    let device = DeviceId([9; 8]);
    assert_eq!(OpId::of_device(device, 7).parts(), (device, 7));
    assert_eq!(OpId::of_device(device, 7).number_by(device), Some(7));
    assert_eq!(OpId::of_device(device, 7).number_by(DeviceId([8; 8])), None);
}
