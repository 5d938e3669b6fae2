//! Changing one element of a resource and nothing else: the text is cut where the element stands,
//! and every other byte stays as it came.

use std::ops::Range;

use super::tree::{Item, Tree};
use super::{FhirError, MAX_BYTES};

/// One step on the way to an element.
#[derive(Clone, Debug)]
pub(super) enum Step<'p> {
    /// The member of this name.
    In(&'p str),
    /// The first item of the list of this name; a new one begins with these members (JSON).
    First(&'p str, &'p str),
    /// The item of a list by which it can be told from the others.
    That(That<'p>),
}

/// An item of a list, told from the others by a text in it.
#[derive(Clone, Debug)]
pub(super) struct That<'p> {
    /// The list's name.
    pub list: &'p str,
    /// Where in the item the text stands; a list on the way is searched.
    pub mark: &'p [&'p str],
    /// The text.
    pub is: &'p str,
    /// The members that a new item begins with, as JSON.
    pub new: String,
    /// Whether it goes as a whole when what is looked for in it goes.
    pub whole: bool,
}

impl<'p> Step<'p> {
    /// The extension of this URL (<https://hl7.org/fhir/R4/extensibility.html>).
    pub(super) fn extension(url: &'p str) -> Self {
        let new = format!("\"url\":{}", super::write::quoted(url));
        Step::That(That { list: "extension", mark: &["url"], is: url, new, whole: true })
    }

    fn list(&self) -> Option<&'p str> {
        match self {
            Step::In(_) => None,
            Step::First(list, _) | Step::That(That { list, .. }) => Some(list),
        }
    }
}

/// The element that a path leads to, if it is there.
pub(super) fn find<'a, 't>(from: Item<'a, 't>, path: &[Step<'_>]) -> Option<Item<'a, 't>> {
    path.iter().try_fold(from, |item, step| match step {
        Step::In(name) => item.get(name),
        Step::First(list, _) => item.get(list)?.items().next(),
        Step::That(that) => item.get(that.list)?.items().find(|item| marked(*item, that.mark, that.is)),
    })
}

/// Whether the text stands where the mark leads, through lists as well.
fn marked(item: Item<'_, '_>, mark: &[&str], is: &str) -> bool {
    if item.is_list() {
        return item.items().any(|item| marked(item, mark, is));
    }
    match mark.split_first() {
        None => item.is_text(is),
        Some((name, rest)) => item.get(name).is_some_and(|item| marked(item, rest, is)),
    }
}

/// The text with `value` (JSON) at the end of the path, in place of what was there.
///
/// # Errors
/// [`FhirError::NotAllowed`] where something on the way is neither an object nor a list where it
/// has to be; [`FhirError::TooLarge`] where the text would be.
pub(super) fn set(text: &str, path: &[Step<'_>], value: &str) -> Result<String, FhirError> {
    let tree = Tree::read(text.as_bytes())?;
    let mut here = tree.root();
    for (at, step) in path.iter().enumerate() {
        let rest = path.get(at + 1..).unwrap_or_default();
        let not_allowed = FhirError::NotAllowed { element: "resource" };
        if !here.is_object() {
            return Err(not_allowed);
        }
        let name = match step {
            Step::In(name) => name,
            Step::First(list, _) | Step::That(That { list, .. }) => list,
        };
        let Some(member) = here.get(name) else {
            let last = here.members().last().map(|(_, value)| value.place());
            return spliced(text, behind(here, last), &members(step, rest, value));
        };
        if step.list().is_none() {
            here = member;
            continue;
        }
        if !member.is_list() {
            return Err(not_allowed);
        }
        here = match find(here, std::slice::from_ref(step)) {
            Some(item) => item,
            None => {
                let last = member.items().last().map(|item| item.place());
                return spliced(text, behind(member, last), &item(step, rest, value));
            }
        };
    }
    spliced(text, (here.place(), ""), value)
}

/// The text without what stands at the end of the path, and without what was there only to hold it.
///
/// # Errors
/// None for a text that could be read before.
pub(super) fn remove(text: &str, path: &[Step<'_>]) -> Result<String, FhirError> {
    let tree = Tree::read(text.as_bytes())?;
    if find(tree.root(), path).is_none() {
        return Ok(text.to_owned());
    }
    // The containers on the way, each with the place that the next step takes up in it.
    let mut way: Vec<Vec<Range<usize>>> = Vec::new();
    let mut taken: Vec<usize> = Vec::new();
    let mut here = tree.root();
    for step in path {
        let name = match step {
            Step::In(name) => name,
            Step::First(list, _) | Step::That(That { list, .. }) => list,
        };
        let Some(member) = here.get(name) else { break };
        way.push(here.members().map(|(name, value)| name.place().start..value.place().end).collect());
        taken.push(here.members().position(|(known, _)| known.is_text(name)).unwrap_or_default());
        here = member;
        if step.list().is_some() {
            let Some(item) = find_in(member, step) else { break };
            way.push(member.items().map(|item| item.place()).collect());
            let same = |other: Item<'_, '_>| other.place() == item.place();
            taken.push(member.items().position(same).unwrap_or_default());
            here = item;
            if matches!(step, Step::That(That { whole: true, .. })) {
                break;
            }
        }
    }
    // What holds nothing but what goes, goes with it; the resource itself stays.
    while way.len() > 1 && way.last().is_some_and(|held| held.len() == 1) {
        way.pop();
        taken.pop();
    }
    let (Some(held), Some(at)) = (way.pop(), taken.pop()) else { return Ok(text.to_owned()) };
    let Some(gone) = held.get(at).cloned() else { return Ok(text.to_owned()) };
    let before = at.checked_sub(1).and_then(|at| held.get(at));
    let cut = match (held.get(at + 1), before) {
        (Some(after), _) => gone.start..after.start,
        (None, Some(before)) => before.end..gone.end,
        (None, None) => gone,
    };
    spliced(text, (cut, ""), "")
}

fn find_in<'a, 't>(list: Item<'a, 't>, step: &Step<'_>) -> Option<Item<'a, 't>> {
    match step {
        Step::In(_) => None,
        Step::First(..) => list.items().next(),
        Step::That(that) => list.items().find(|item| marked(*item, that.mark, that.is)),
    }
}

/// Behind the last thing in a container, with the comma it needs; or just inside an empty one.
fn behind(container: Item<'_, '_>, last: Option<Range<usize>>) -> (Range<usize>, &'static str) {
    match last {
        Some(last) => (last.end..last.end, ","),
        None => {
            let inside = container.place().start + 1;
            (inside..inside, "")
        }
    }
}

/// The member that a step and what follows it make anew.
fn members(step: &Step<'_>, rest: &[Step<'_>], value: &str) -> String {
    match step {
        Step::In(name) => format!("\"{name}\":{}", inside("", rest, value)),
        Step::First(list, _) | Step::That(That { list, .. }) => {
            format!("\"{list}\":[{}]", item(step, rest, value))
        }
    }
}

/// The list item that a step and what follows it make anew.
fn item(step: &Step<'_>, rest: &[Step<'_>], value: &str) -> String {
    match step {
        Step::That(that) => inside(&that.new, rest, value),
        Step::First(_, new) => inside(new, rest, value),
        Step::In(_) => inside("", rest, value),
    }
}

fn inside(new: &str, rest: &[Step<'_>], value: &str) -> String {
    match rest.split_first() {
        None => value.to_owned(),
        Some((step, rest)) => {
            let comma = if new.is_empty() { "" } else { "," };
            format!("{{{new}{comma}{}}}", members(step, rest, value))
        }
    }
}

fn spliced(text: &str, (cut, comma): (Range<usize>, &str), new: &str) -> Result<String, FhirError> {
    let before = text.get(..cut.start).unwrap_or_default();
    let after = text.get(cut.end..).unwrap_or_default();
    let bytes = before.len() + comma.len() + new.len() + after.len();
    if bytes > MAX_BYTES {
        return Err(FhirError::TooLarge { bytes });
    }
    Ok([before, comma, new, after].concat())
}
