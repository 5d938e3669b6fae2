//! Which lines stand when not all of them fit.

use super::lines::{Item, Lines};
use super::{CardText, TooSmall};
use crate::doc::Counted;
use crate::plain::plain;

/// Stands where lines are missing.
const MISSING: &str = "…";

pub(super) fn fit(lines: &Lines, phrase: &Counted, most: usize) -> Result<CardText, TooSmall> {
    let all = without_last_end(lines.items.iter().map(bytes).sum());
    if all <= most {
        let stands = vec![true; lines.items.len()];
        return Ok(draw(lines, &stands, None));
    }
    let told = lines.items.iter().filter(|item| item.told && item.rank.is_some());
    let told = u32::try_from(told.count()).unwrap_or(u32::MAX);
    let always = lines.items.iter().filter(|item| item.rank.is_none());
    let always: usize = always.map(bytes).sum();
    let least = without_last_end(always + phrase.longest(told) + 1);
    if least > most {
        let needed = least.min(all);
        return Err(TooSmall { needed });
    }

    let stands = choose(&lines.items, most - least);
    let cut = lines.items.iter().zip(&stands);
    let cut = cut.filter(|(item, stands)| item.told && !**stands).count();
    let cut = u32::try_from(cut).unwrap_or(u32::MAX);
    Ok(draw(lines, &stands, Some((cut, plain(&phrase.say(cut))))))
}

/// Gives the room to the most important lines first, each with all that it needs.
fn choose(items: &[Item], mut room: usize) -> Vec<bool> {
    let mut stands: Vec<bool> = items.iter().map(|item| item.rank.is_none()).collect();
    let mut order: Vec<usize> = (0..items.len()).filter(|&i| items[i].told).collect();
    order.sort_by_key(|&i| items[i].rank);
    for i in order {
        let chain = std::iter::successors(Some(i), |&i| items[i].needs);
        let missing: Vec<usize> = chain.filter(|&i| !stands[i]).collect();
        let cost = missing.iter().map(|&i| bytes(&items[i]) + mark(&items[i])).sum();
        if let Some(left) = room.checked_sub(cost) {
            room = left;
            missing.iter().for_each(|&i| stands[i] = true);
        }
    }
    stands
}

/// The bytes of a line with its end and the empty line before it.
fn bytes(item: &Item) -> usize {
    usize::from(item.gap) + item.text.len() + 1
}

/// Room kept under each heading for one [`MISSING`].
fn mark(item: &Item) -> usize {
    if item.heading { MISSING.len() + 1 } else { 0 }
}

fn without_last_end(bytes: usize) -> usize {
    bytes.saturating_sub(1)
}

fn draw(lines: &Lines, stands: &[bool], cut: Option<(u32, String)>) -> CardText {
    let mut drawn: Vec<&str> = Vec::new();
    // The group of the last heading, while nothing is marked missing under it.
    let mut unmarked = None;
    for (i, (item, &stands)) in lines.items.iter().zip(stands).enumerate() {
        if i == lines.cut_before {
            drawn.extend(cut.iter().map(|(_, said)| said.as_str()));
        }
        if !stands {
            if unmarked == Some(item.group) {
                drawn.push(MISSING);
                unmarked = None;
            }
            continue;
        }
        if item.heading {
            unmarked = Some(item.group);
        }
        if item.gap {
            drawn.push("");
        }
        drawn.push(&item.text);
    }
    CardText { text: drawn.join("\n"), cut: cut.map_or(0, |(cut, _)| cut) }
}
