//! What the trees say of every element, as lines and as the document
//! `docs/prsb-coverage.md`.

use super::List;
use super::tree::{Element, Rule, What, Why};
use crate::plan::{Field, Kind};
use crate::words::{Language, Words};
use std::fmt::Write;

/// What becomes of one element.
#[derive(Clone, Debug)]
pub enum Held {
    /// A group: what is in it says where.
    Group,
    /// Held at these fields: more than one where a field can't hold all that the
    /// element can be.
    At(Vec<Field>),
    /// Always the same code, which the export writes itself.
    Fixed(&'static str),
    /// Not in a person's plan.
    Out(Why),
}

/// One element of a list.
#[derive(Clone, Debug)]
pub struct Line {
    /// Its path, ` > ` between the levels.
    pub path: String,
    /// The element.
    pub element: &'static Element,
    /// What becomes of it.
    pub held: Held,
    /// Fields of other rooms that go out where its own has nothing.
    pub else_from: Vec<Field>,
}

impl Line {
    /// Whether the list calls it a group.
    pub fn is_group(&self) -> bool {
        matches!(self.element.what, What::Group(..))
    }

    /// Whether the list names it: a part that no list names is held beside it.
    pub fn is_listed(&self) -> bool {
        !self.element.facts.is_empty()
    }
}

/// How many elements of a list are what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Every element.
    pub elements: usize,
    /// Items held at a field.
    pub held: usize,
    /// Items whose code the export writes itself.
    pub fixed: usize,
    /// Items left out.
    pub left_out: usize,
    /// Groups with something held in them.
    pub groups: usize,
    /// Groups left out with all in them.
    pub groups_left_out: usize,
}

/// Every element of a list, in its order, and the parts that no list names.
pub fn lines(list: List) -> Vec<Line> {
    let mut lines = Vec::new();
    walk(list.elements(), "", &[], &mut lines);
    lines
}

fn walk(elements: &'static [Element], above: &str, kinds: &[Kind], lines: &mut Vec<Line>) {
    for element in elements {
        let path = match above {
            "" => element.name.to_owned(),
            above => format!("{above} > {}", element.name),
        };
        let at = |kinds: &[Kind], fields: &[Field]| {
            let here = |field: &&Field| kinds.iter().any(|kind| kind.number() == field.kind);
            Held::At(fields.iter().filter(here).copied().collect())
        };
        let held = match element.what {
            What::Group(Rule::Out(why), _) | What::Out(why) => Held::Out(why),
            What::Group(..) => Held::Group,
            What::Item(fields) => at(kinds, fields),
            What::Entries(each, fields) => at(&[each.kind], fields),
            What::Fixed(_, code) => Held::Fixed(code),
        };
        let else_from = match &held {
            Held::At(fields) => fields.iter().flat_map(super::review::stand_ins).collect(),
            _ => Vec::new(),
        };
        lines.push(Line { path: path.clone(), element, held, else_from });
        let inner = match element.what {
            What::Group(Rule::Only(kind), _) => vec![kind],
            What::Group(Rule::Each(each), _) => vec![each.kind],
            What::Group(Rule::Rest(each), _) => kinds.iter().copied().chain([each.kind]).collect(),
            _ => kinds.to_vec(),
        };
        walk(element.children(), &path, &inner, lines);
    }
}

/// The counts of a list.
pub fn counts(list: List) -> Counts {
    let mut counts = Counts::default();
    for line in lines(list).iter().filter(|line| line.is_listed()) {
        counts.elements += 1;
        match line.held {
            Held::Out(_) if line.is_group() => counts.groups_left_out += 1,
            Held::Out(_) => counts.left_out += 1,
            Held::Group => counts.groups += 1,
            Held::At(_) => counts.held += 1,
            Held::Fixed(_) => counts.fixed += 1,
        }
    }
    counts
}

/// The counts of a list in a sentence, as the README has them.
pub fn sentence(list: List) -> String {
    let Counts { elements, held, fixed, left_out, groups, groups_left_out } = counts(list);
    let mut parts = vec![format!("{held} items held")];
    if fixed > 0 {
        parts.push(format!("{fixed} written by the export itself"));
    }
    if left_out > 0 {
        parts.push(format!("{left_out} left out with a reason"));
    }
    parts.push(format!("{groups} groups around them"));
    if groups_left_out > 0 {
        parts.push(format!("{groups_left_out} groups left out"));
    }
    format!("{}: {elements} elements ({})", list.title(), parts.join(", "))
}

/// `docs/prsb-coverage.md`, whole.
pub fn document() -> String {
    let words = Words::new(Language::EnGb);
    let mut text = String::from(
        "# PRSB coverage\n\n\
         Every element of three lists of the Professional Record Standards Body, and where it stands in the plan.\n\
         Made by `cargo xtask coverage` from the trees in `core/src/prsb`; a test holds it to them.\n\n",
    );
    for list in List::ALL {
        let _ = writeln!(text, "- {}", sentence(*list));
    }
    text.push_str("\nReasons to be left out:\n\n");
    for why in Why::ALL {
        let _ = writeln!(text, "- {}", words.plain(why.key(), &[]));
    }
    for list in List::ALL {
        let _ = write!(text, "\n## {}\n\n| element | where |\n|---|---|\n", list.title());
        for line in lines(*list) {
            let _ = writeln!(text, "| {} | {} |", line.path, held(&line, &words));
        }
    }
    text
}

fn held(line: &Line, words: &Words) -> String {
    match &line.held {
        Held::Group => "group".to_owned(),
        Held::At(fields) => {
            let names: Vec<String> = fields.iter().map(|field| format!("`{}`", field.name)).collect();
            let beside = if line.is_listed() { "" } else { " (the list names nothing in this group)" };
            let others: Vec<String> =
                line.else_from.iter().map(|field| format!("`{}`", field.name)).collect();
            let others = match others.is_empty() {
                true => String::new(),
                false => format!("; where nothing stands there, {} go out", others.join(", ")),
            };
            format!("held at {}{beside}{others}", names.join(", "))
        }
        Held::Fixed(code) => format!("always {code}: the export writes it"),
        Held::Out(why) => {
            let what = if line.is_group() { "group left out" } else { "left out" };
            format!("{what}: {}", words.plain(why.key(), &[]))
        }
    }
}
