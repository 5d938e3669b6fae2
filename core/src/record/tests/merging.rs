//! One field written on several phones.

use super::*;

fn two() -> (Phone, Phone) {
    (Phone::new(1), Phone::new(2))
}

#[test]
fn words_written_at_once_are_both_kept_and_shown_equal() {
    let (mut mine, mut other) = two();
    let (a, b) = (mine.writes("tea"), other.writes("coffee"));
    mine.gets(&b);
    other.gets(&a);
    assert_eq!(mine.shows(), ["tea", "coffee"]);
    assert_eq!(mine.shows(), other.shows());
    assert_eq!(mine.head_ids(), [a.id, b.id]);
}

#[test]
fn the_same_words_written_at_once_are_shown_once_with_both_who_wrote_them() {
    let (mut mine, mut other) = two();
    mine.writes("tea");
    mine.gets(&other.writes("tea"));
    let shown = mine.register().shown(Policy::KeepBoth);
    assert_eq!(shown.len(), 1);
    assert_eq!(shown[0].len(), 2);
}

#[test]
fn a_later_op_that_names_both_settles_it_on_every_phone() {
    let (mut mine, mut other) = two();
    let a = mine.writes("tea");
    mine.gets(&other.writes("coffee"));
    let settled = mine.writes("either");
    assert_eq!(settled.parents.len(), 2);
    assert_eq!(mine.shows(), ["either"]);
    other.gets_all([&settled, &a]);
    assert_eq!(other.shows(), ["either"]);
}

#[test]
fn an_op_replaces_only_what_it_names() {
    let (mut mine, mut other) = two();
    let a = mine.writes("tea");
    other.gets(&a);
    let b = other.writes("coffee");
    mine.gets(&b);
    let c = Phone::new(3).writes("water");
    mine.gets(&c);
    assert_eq!(b.parents, [a.id]);
    assert_eq!(mine.shows(), ["water", "coffee"]);
}

#[test]
fn ops_end_the_same_in_every_order_even_before_what_they_replace() {
    let (mut mine, mut other) = two();
    let a = mine.writes("one");
    other.gets(&a);
    let b = mine.writes("two");
    let c = other.writes("deux");
    mine.gets(&c);
    let d = mine.writes("two, deux");
    let e = other.writes("trois");
    let all = [a, b, c, d.clone(), e.clone()];
    for order in orders(&all) {
        let mut late = Phone::new(9);
        late.gets_all(&order);
        assert_eq!(late.head_ids(), [d.id, e.id], "{order:?}");
        assert_eq!(late.record.lamport(), d.lamport);
    }
}

#[test]
fn an_op_given_twice_changes_nothing() {
    let mut mine = Phone::new(1);
    let (a, b) = (mine.writes("one"), mine.writes("two"));
    for op in [&a, &b, &a] {
        let again = mine.gets(op);
        assert_eq!(again, Applied { duplicate: true, ..Applied::default() });
        assert_eq!(mine.shows(), ["two"]);
    }
}

#[test]
fn what_is_applied_says_what_it_replaced() {
    let (mut mine, mut other) = two();
    let (a, b) = (mine.writes("tea"), other.writes("coffee"));
    mine.gets(&b);
    other.gets(&a);
    let c = other.writes("either");
    assert_eq!(mine.gets(&c), Applied { replaced: vec![a.id, b.id], ..Applied::default() });
    let mut late = Phone::new(3);
    assert!(!late.gets(&c).to_past);
    assert!(late.gets(&a).to_past);
}

#[test]
fn a_record_read_back_is_the_record_that_was_written() {
    let (mut mine, mut other) = two();
    mine.writes("one");
    let carers = other.makes(WORDS, Act::Write(words("three")), CARER, None);
    let twos = other.writes("two");
    mine.gets_all([&carers, &twos]);
    mine.makes(WORDS, Act::Decline, Author::Person, Some(carers.id));
    mine.writes("four");
    let fives = other.writes("five");
    mine.gets(&fives);
    for turn in 0..mine.held.len() {
        let mut kept = mine.held.clone();
        kept.rotate_left(turn);
        let mut read = Record::default();
        let past = read.load(WORDS, kept);
        let register = read.register(WORDS).unwrap();
        assert_eq!(register.heads(), mine.register().heads());
        assert_eq!(register.aside(), mine.register().aside());
        assert_eq!(read.lamport(), mine.record.lamport());
        assert_eq!(past.len(), 2, "one and two are past: {past:?}");
    }
}

fn written_at_once(values: &[Value]) -> Phone {
    let mut mine = Phone::new(1);
    for (number, value) in values.iter().enumerate() {
        mine.gets(&Phone::new(number as u8 + 2).puts(value.clone()));
    }
    mine
}

#[test]
fn the_last_by_rank_wins_a_place_in_an_ordinary_list() {
    let mut mine = written_at_once(&[Value::Int(1), Value::Int(2)]);
    assert_eq!(mine.shows_by(Policy::Last), [Value::Int(2)]);
    let mut busy = Phone::new(0);
    busy.puts(Value::Int(4));
    mine.gets(&busy.puts(Value::Int(3)));
    assert_eq!(mine.shows_by(Policy::Last), [Value::Int(3)], "a higher Lamport number before any device");
    assert_eq!(mine.register().heads().len(), 3, "a policy draws; it loses nothing");
}

#[test]
fn the_last_by_rank_counts_everyone_who_wrote_the_same() {
    let mine = written_at_once(&[Value::Int(1), Value::Int(2), Value::Int(1)]);
    assert_eq!(mine.shows_by(Policy::Last), [Value::Int(1)]);
}

#[test]
fn off_wins_over_on_and_so_does_an_answer_taken_back() {
    let (on, off) = (Value::Bool(true), Value::Bool(false));
    for values in [[on.clone(), off.clone()], [off.clone(), on.clone()]] {
        assert_eq!(written_at_once(&values).shows_by(Policy::OffWins), std::slice::from_ref(&off));
    }
    for values in [[on.clone(), Value::Empty], [Value::Empty, on.clone()]] {
        assert_eq!(written_at_once(&values).shows_by(Policy::OffWins), [Value::Empty]);
    }
    assert_eq!(written_at_once(&[Value::Empty, off.clone(), Value::Empty]).shows_by(Policy::OffWins), [off]);
    assert_eq!(written_at_once(std::slice::from_ref(&on)).shows_by(Policy::OffWins), [on]);
}

#[test]
fn on_wins_over_off_for_only_me() {
    let (on, off) = (Value::Bool(true), Value::Bool(false));
    for values in [[on.clone(), off.clone()], [off.clone(), on.clone()]] {
        assert_eq!(written_at_once(&values).shows_by(Policy::OnWins), std::slice::from_ref(&on));
    }
    assert_eq!(written_at_once(std::slice::from_ref(&off)).shows_by(Policy::OnWins), [off]);
}

#[test]
fn an_end_that_is_set_wins_over_none_even_when_its_words_were_erased() {
    let end = Value::Date("2026-11".to_owned());
    for others in [Value::Empty, Value::Erased] {
        for values in [[end.clone(), others.clone()], [others.clone(), end.clone()]] {
            assert_eq!(written_at_once(&values).shows_by(Policy::SetWins), std::slice::from_ref(&end));
        }
    }
    for values in [[Value::Empty, Value::Erased], [Value::Erased, Value::Empty]] {
        assert_eq!(written_at_once(&values).shows_by(Policy::SetWins), [Value::Erased]);
    }
}

#[test]
fn two_orders_of_the_steps_are_both_shown() {
    let (one, two) = (EntityId([1; 16]), EntityId([2; 16]));
    let mine = written_at_once(&[Value::Order(vec![one, two]), Value::Order(vec![two, one])]);
    assert_eq!(mine.shows().len(), 2);
}

#[test]
fn an_older_app_never_replaces_what_it_cannot_draw() {
    let mut older = written_at_once(&[Value::Unknown(newer()), words("tea")]);
    let unread = older.register().heads().iter().find(|op| !op.can_be_drawn()).map(|op| op.id);
    let written = older.writes("coffee");
    assert_eq!(written.parents.len(), 1);
    assert_eq!(older.shows(), ["coffee"]);
    assert!(older.register().has_newer());
    assert_eq!(older.register().heads().len(), 2);
    assert!(older.head_ids().contains(&unread.unwrap()));
}

#[test]
fn an_act_not_known_yet_replaces_what_it_names_and_stands() {
    let mut mine = Phone::new(1);
    let tea = mine.writes("tea");
    let mut later = Phone::new(2);
    later.gets(&tea);
    let unread = later.makes(WORDS, Act::Unknown(newer()), Author::Person, None);
    mine.gets(&unread);
    assert_eq!(mine.head_ids(), [unread.id]);
    assert!(mine.shows().is_empty());
    assert!(mine.register().has_newer());
    assert_eq!(mine.register().parents_for_writing(), []);
}

#[test]
fn what_a_server_sent_is_shown_as_it_last_stood_there() {
    let slot = Slot { entity: EntityId::new(Owner::Practice, [1; 16]), field: 10, ..WORDS };
    let version = |number: u8| Op {
        id: OpId([0xff - number; 16]),
        slot,
        act: Act::Write(Value::Int(i64::from(number))),
        parents: Vec::new(),
        lamport: u64::from(number),
        at: When::default(),
        device: DeviceId::default(),
        author: Author::Practice(EntityId([0x8a; 16])),
        origin: Origin::Imported {
            server: "https://practice.example".to_owned(),
            resource: "Observation/1".to_owned(),
            version: number.to_string(),
        },
        cites: None,
        extra: Vec::new(),
    };
    for order in orders(&[version(1), version(2), version(3)]) {
        let mut mine = Phone::new(1);
        mine.gets_all(&order);
        let register = mine.record.register(slot).unwrap();
        assert_eq!(register.heads().len(), 3);
        let shown = register.shown(Policy::KeepBoth);
        assert_eq!(shown.len(), 1);
        assert_eq!(shown[0][0].value(), Some(&Value::Int(3)));
    }
}
