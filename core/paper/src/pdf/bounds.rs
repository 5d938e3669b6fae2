//! How much is looked at at all, so that no plan, however large, makes a paper without end.

use super::spoken::spoken;
use crate::text::MOST_CHARACTERS;
use crate::{Item, Part, Said};

/// The most pages of a paper.
pub(super) const MOST_PAGES: usize = 40;
/// The most characters that are set: more than so many pages hold.
const MOST: usize = 240_000;
/// The most pieces and items of lists.
const MOST_PIECES: usize = 4_000;

/// The parts that say something and are set, and how many things after them are not.
pub(super) fn within(parts: &[Part]) -> (Vec<Part>, usize) {
    let (mut room, mut pieces) = (MOST, MOST_PIECES);
    let mut kept = Vec::new();
    let mut left = 0;
    let mut fits = |size: usize| {
        let fits = size <= room && pieces > 0;
        if fits {
            room -= size;
            pieces -= 1;
        } else {
            room = 0;
        }
        fits
    };
    for part in &spoken(parts) {
        match part {
            Part::List { numbers, items } => {
                let taken = items.iter().take_while(|item| fits(of_item(item))).count();
                left += items.len() - taken;
                if taken > 0 {
                    let items = items.get(..taken).unwrap_or_default().to_vec();
                    kept.push(Part::List { numbers: *numbers, items });
                }
            }
            part if fits(of_part(part)) => kept.push(part.clone()),
            Part::Words(_) | Part::Line(_) => left += 1,
            _ => {}
        }
    }
    (kept, left)
}

fn of(said: &Said) -> usize {
    said.text.len().min(MOST_CHARACTERS * 4)
}

fn of_item(item: &Item) -> usize {
    item.words.iter().chain(&item.notes).map(of).sum()
}

fn of_part(part: &Part) -> usize {
    match part {
        Part::Heading { said, .. }
        | Part::Name(said)
        | Part::Words(said)
        | Part::Line(said)
        | Part::Small(said) => of(said),
        Part::Framed(all) => all.iter().map(of).sum(),
        Part::List { items, .. } => items.iter().map(of_item).sum(),
        Part::Code(_) => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Numbers;

    #[test]
    fn a_plan_without_end_is_taken_to_a_point_and_the_rest_is_counted() {
        let item = Item { words: vec![Said::theirs("x".repeat(100_000))], notes: Vec::new() };
        let list = Part::List { numbers: Numbers::Dots, items: vec![item; 1_000] };
        let (kept, left) = within(&[list, Part::Words(Said::theirs("after"))]);
        let Some(Part::List { items, .. }) = kept.first() else { panic!("a list") };
        assert_eq!(items.len(), MOST / (MOST_CHARACTERS * 4));
        assert_eq!((kept.len(), left), (1, 1_000 - items.len() + 1));
        let nothing = vec![Part::Words(Said::theirs("\u{2060}")); MOST_PIECES + 7];
        assert_eq!(within(&nothing), (Vec::new(), 0));
        let small = vec![Part::Words(Said::theirs("x")); MOST_PIECES + 7];
        assert_eq!(within(&small).1, 7);
    }
}
