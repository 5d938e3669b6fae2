//! Order: positions between others in ordinary lists; whole orders where order can harm.

use super::*;
use proptest::prelude::*;

fn order_of(orders: &[&[EntityId]]) -> Kept<Vec<EntityId>> {
    let mut pen = Pen::default();
    for order in orders {
        pen.write_beside(Kind::Unwell, id(9), &Unwell::STEPS, Value::Order(order.to_vec()));
    }
    Kept::read(pen.record.register(Kind::Unwell.slot(id(9), &Unwell::STEPS)), Unwell::STEPS.policy)
}

#[test]
fn two_orders_written_at_once_are_both_kept() {
    let kept = order_of(&[&[id(1), id(2), id(3)], &[id(3), id(2), id(1)]]);
    let orders = in_order(&kept, &[id(1), id(2), id(3)]).orders;
    assert_eq!(orders, [vec![id(1), id(2), id(3)], vec![id(3), id(2), id(1)]]);
}

#[test]
fn orders_that_differ_only_in_what_is_gone_are_one() {
    let kept = order_of(&[&[id(1), id(7), id(2)], &[id(7), id(1), id(2)]]);
    assert_eq!(in_order(&kept, &[id(1), id(2)]).orders, [vec![id(1), id(2)]]);
}

#[test]
fn what_an_order_does_not_name_comes_last_and_is_never_left_out() {
    let kept = order_of(&[&[id(3)]]);
    assert_eq!(in_order(&kept, &[id(1), id(2), id(3)]).orders, [vec![id(3), id(1), id(2)]]);
    let none = Kept::default();
    assert_eq!(in_order(&none, &[id(2), id(1)]).orders, [vec![id(1), id(2)]]);
}

#[test]
fn an_order_that_names_one_twice_shows_it_once() {
    let kept = order_of(&[&[id(2), id(1), id(2)]]);
    assert_eq!(in_order(&kept, &[id(1), id(2)]).orders, [vec![id(2), id(1)]]);
}

#[test]
fn a_hundred_entries_go_in_at_an_edge_and_each_stays_beyond_the_last() {
    let (mut low, high) = (between(None, None), None);
    for _ in 0..100 {
        let next = between(Some(&low), high);
        assert!(next > low && !next.ends_with('a'), "{low} {next}");
        low = next;
    }
    let mut high = between(None, None);
    for _ in 0..100 {
        let next = between(None, Some(&high));
        assert!(next < high && !next.is_empty() && !next.ends_with('a'), "{next} {high}");
        high = next;
    }
}

#[test]
fn a_place_can_always_be_found_even_where_positions_grew_long() {
    // Always at the same place: between the first and what was put in last.
    let (low, mut high) = ("n".to_owned(), "o".to_owned());
    for turn in 0..2000 {
        let next = between(Some(&low), Some(&high));
        assert!(low < next && next < high, "turn {turn}: {low} {next} {high}");
        high = next;
    }
}

#[test]
fn positions_that_are_none_are_read_as_the_edge() {
    for odd in ["", "A", "b a", "ä", "1", "ba"] {
        let next = between(Some(odd), None);
        assert!(!next.is_empty() && next.bytes().all(|b| b.is_ascii_lowercase()), "{odd}: {next}");
    }
    // Turned round: after the first, for there is no between.
    let next = between(Some("x"), Some("c"));
    assert!(next.as_str() > "x");
}

fn position() -> impl Strategy<Value = String> {
    "[a-z]{0,6}[b-z]"
}

proptest! {
    #[test]
    fn a_position_is_strictly_between_and_never_ends_in_a(one in position(), two in position()) {
        prop_assume!(one != two);
        let (low, high) = if one < two { (one, two) } else { (two, one) };
        let next = between(Some(&low), Some(&high));
        prop_assert!(low < next && next < high, "{} {} {}", low, next, high);
        prop_assert!(!next.ends_with('a'));
    }

    #[test]
    fn a_position_at_an_edge_is_beyond_its_neighbour(one in position()) {
        let after = between(Some(&one), None);
        prop_assert!(after > one && !after.ends_with('a'));
        let before = between(None, Some(&one));
        prop_assert!(before < one && !before.is_empty() && !before.ends_with('a'));
    }

    #[test]
    fn many_insertions_anywhere_keep_the_list_in_order(places in prop::collection::vec(0_usize..1000, 1..120)) {
        let mut list: Vec<String> = Vec::new();
        for place in places {
            let at = place % (list.len() + 1);
            let before = at.checked_sub(1).map(|at| list[at].clone());
            let next = between(before.as_deref(), list.get(at).map(String::as_str));
            list.insert(at, next);
        }
        prop_assert!(list.windows(2).all(|pair| pair[0] < pair[1]), "{:?}", list);
        prop_assert!(list.iter().all(|position| !position.ends_with('a')));
    }
}
