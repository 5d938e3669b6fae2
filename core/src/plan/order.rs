//! Order. In ordinary lists each entry has a position of its own (a fraction
//! written in letters, *last* wins). Where order can harm (signs, steps,
//! medicines) the list is one field, and two orders written at once are both kept.

use super::Kept;
use crate::record::EntityId;

/// A list in the order, or orders, that stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ordered {
    /// Each order that stands: one, or several that wait to be settled. Entries
    /// that an order does not name come last.
    pub orders: Vec<Vec<EntityId>>,
}

/// The entries `here` in each of the orders kept. What an order names and is
/// not here is left out; what it does not name comes last, by name.
pub fn in_order(order: &Kept<Vec<EntityId>>, here: &[EntityId]) -> Ordered {
    let mut orders: Vec<Vec<EntityId>> = Vec::new();
    let kept: Vec<&Vec<EntityId>> = order.all().collect();
    let none = Vec::new();
    for listed in if kept.is_empty() { vec![&none] } else { kept } {
        let mut line: Vec<EntityId> = Vec::with_capacity(here.len());
        for id in listed {
            if here.contains(id) && !line.contains(id) {
                line.push(*id);
            }
        }
        let mut rest: Vec<EntityId> = here.iter().filter(|id| !line.contains(id)).copied().collect();
        rest.sort();
        line.extend(rest);
        if !orders.contains(&line) {
            orders.push(line);
        }
    }
    Ordered { orders }
}

const LOW: u8 = b'a';
const HIGH: u8 = b'z';

/// A position between two others: letters `a` to `z` read as a fraction, never
/// ending in `a`, so that there is always room before it. `None` is the edge
/// of the list. Positions that are not such letters (a faulty app's) are read
/// as the edge.
pub fn between(before: Option<&str>, after: Option<&str>) -> String {
    let low = before.filter(|text| good(text)).unwrap_or("").as_bytes();
    let high = after.filter(|text| good(text)).unwrap_or("").as_bytes();
    let bounded = !high.is_empty() && low < high;
    let mut position = Vec::new();
    let mut under = bounded;
    for at in 0.. {
        let from = low.get(at).copied().unwrap_or(LOW);
        let to = if under { high.get(at).copied().unwrap_or(LOW) } else { HIGH + 1 };
        if to > from + 1 {
            position.push(from + (to - from) / 2);
            break;
        }
        if to > from {
            under = false;
        }
        position.push(from);
    }
    String::from_utf8(position).unwrap_or_default()
}

/// The longest position that is read: one more letter is needed for every four
/// or five entries put in at the same place, so this is never reached by hand.
const LONGEST: usize = 4096;

fn good(text: &str) -> bool {
    text.len() <= LONGEST && text.bytes().all(|b| (LOW..=HIGH).contains(&b)) && !text.ends_with('a')
}
