//! What of a paper has words. The rest is not drawn: no mark stands beside nothing, no frame around it, and a screen
//! reader is not told of a heading or an item that says nothing.

use crate::text::says;
use crate::{Item, Part, Said};

/// The parts that say something, without what says nothing in them. What counts a list's items does so after.
pub(super) fn spoken(parts: &[Part]) -> Vec<Part> {
    parts.iter().filter_map(of_part).collect()
}

fn of_part(part: &Part) -> Option<Part> {
    match part {
        Part::Heading { said, .. }
        | Part::Name(said)
        | Part::Words(said)
        | Part::Line(said)
        | Part::Small(said) => says(&said.text).then(|| part.clone()),
        Part::Framed(all) => Some(of_all(all)).filter(|all| !all.is_empty()).map(Part::Framed),
        Part::List { numbers, items } => {
            let items: Vec<Item> = items.iter().filter_map(of_item).collect();
            (!items.is_empty()).then_some(Part::List { numbers: *numbers, items })
        }
        Part::Code(_) => Some(part.clone()),
    }
}

fn of_item(item: &Item) -> Option<Item> {
    let (words, notes) = (of_all(&item.words), of_all(&item.notes));
    (!words.is_empty() || !notes.is_empty()).then_some(Item { words, notes })
}

fn of_all(all: &[Said]) -> Vec<Said> {
    all.iter().filter(|said| says(&said.text)).cloned().collect()
}
