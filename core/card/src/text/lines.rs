//! Every line the card has, in the order it is read, each with how long it is kept.

use crate::doc::{CardDoc, Contact, Line, SectionKind, Shape, UnwellPlan, Zone, ZonePart};
use crate::plain::{plain, right_to_left};

/// One line of text.
pub(super) struct Item {
    /// Safe on one line, never empty.
    pub text: String,
    /// The higher, the sooner it is left out; `None` is never left out.
    pub rank: Option<u8>,
    /// The item that must stand where this one stands.
    pub needs: Option<usize>,
    /// Which section or plan it is of.
    pub group: usize,
    /// Whether leaving it out is told: not of a mere heading.
    pub told: bool,
    /// Whether other items stand under it.
    pub heading: bool,
    /// Whether an empty line goes before it.
    pub gap: bool,
}

/// The lines, and before which of them it is said that some are left out.
pub(super) struct Lines {
    pub items: Vec<Item>,
    pub cut_before: usize,
}

// Ranks of what is no section; those of the sections stand in `section_rank`.
const WHO: u8 = 0;
const CONTACTS: u8 = 6;
const PLAN: u8 = 9;
const RED: u8 = 10;
const AMBER: u8 = 11;
const REST_OF_PLAN: u8 = 12;
const GREEN: u8 = 13;

pub(super) fn of(doc: &CardDoc, also: &[&str]) -> Lines {
    let mut build = Build::default();
    build.always(&doc.name);
    for line in [&doc.call_me, &doc.born].into_iter().flatten() {
        build.line(plain(line), WHO, None);
    }
    for line in &doc.safety {
        build.always(line);
    }
    build.always(&doc.made.line);
    for line in also {
        build.always(line);
    }
    let cut_before = build.items.len();

    let contacts = (CONTACTS, &doc.phrases.contacts, called(&doc.contacts));
    let sections = doc.sections.iter();
    let mut lists: Vec<_> = sections
        .map(|part| (section_rank(&part.kind), &part.heading, said(&part.lines)))
        .chain([contacts])
        .collect();
    lists.sort_by_key(|(rank, _, _)| *rank);
    for (rank, heading, lines) in lists {
        build.group += 1;
        build.list(plain(heading), rank, lines, None, true);
    }
    for plan in &doc.plans {
        build.group += 1;
        build.plan(doc, plan);
    }
    build.group += 1;
    build.always(&doc.not_an_instruction);
    if let Some(last) = build.items.last_mut() {
        last.gap = true;
    }
    Lines { items: build.items, cut_before }
}

fn section_rank(kind: &SectionKind) -> u8 {
    match kind {
        SectionKind::Allergies => 1,
        SectionKind::Conditions => 2,
        SectionKind::Medicines => 3,
        SectionKind::VeryUnwell => 4,
        SectionKind::Communication => 5,
        SectionKind::Forms => 7,
        SectionKind::Also | SectionKind::Other(_) => 8,
    }
}

#[derive(Default)]
struct Build {
    items: Vec<Item>,
    group: usize,
}

impl Build {
    /// Adds a line and says where it stands; a line with nothing to read is none.
    fn line(&mut self, text: String, rank: u8, needs: Option<usize>) -> Option<usize> {
        if text.is_empty() {
            return None;
        }
        self.items.push(Item {
            text,
            rank: Some(rank),
            needs,
            group: self.group,
            told: true,
            heading: false,
            gap: false,
        });
        Some(self.items.len() - 1)
    }

    fn always(&mut self, text: &str) {
        if let Some(item) = self.line(plain(text), WHO, None) {
            self.items[item].rank = None;
        }
    }

    /// A heading and its lines; nothing when there are none.
    fn list(&mut self, heading: String, rank: u8, lines: Vec<String>, needs: Option<usize>, gap: bool) {
        if lines.is_empty() {
            return;
        }
        let head = self.line(heading, rank, needs);
        if let Some(head) = head {
            self.items[head].told = false;
            self.items[head].heading = true;
            self.items[head].gap = gap;
        }
        for line in lines {
            self.line(line, rank, head.or(needs));
        }
    }

    fn plan(&mut self, doc: &CardDoc, plan: &UnwellPlan) {
        let phrases = &doc.phrases;
        let mut head = self.line(titled(&plan.name), PLAN, None);
        if let Some(name) = head {
            self.items[name].heading = true;
            self.items[name].gap = true;
        }
        // What was agreed, and that a change waits, goes with every word of the plan.
        for line in [&plan.agreed, &plan.pending].into_iter().flatten() {
            head = self.line(bulleted(plain(line)), PLAN, head).or(head);
        }
        for zone in &plan.zones {
            let rank = match zone.zone {
                Zone::Red => RED,
                Zone::Amber => AMBER,
                Zone::Any | Zone::Other(_) => REST_OF_PLAN,
                Zone::Green => GREEN,
            };
            self.list(zone_heading(zone), rank, zone_lines(zone), head, false);
        }
        let rest = [
            (&phrases.medicines_kept, said(&plan.medicines_kept)),
            (&phrases.contacts, called(&plan.contacts)),
            (&phrases.coping, said(&plan.coping)),
        ];
        for (heading, lines) in rest {
            self.list(titled(heading), REST_OF_PLAN, lines, head, false);
        }
    }
}

fn said(lines: &[Line]) -> Vec<String> {
    let lines = lines.iter().map(|line| bulleted(line_text(line)));
    lines.filter(|line| !line.is_empty()).collect()
}

fn zone_lines(zone: &ZonePart) -> Vec<String> {
    let steps = zone.steps.iter().enumerate();
    let steps = steps.map(|(i, step)| (i + 1, line_text(step)));
    let steps = steps.filter(|(_, step)| !step.is_empty());
    let mut lines = said(&zone.signs);
    lines.extend(steps.map(|(number, step)| format!("{number}. {step}")));
    lines
}

/// Words, small print in round brackets, a suggested change in square ones: one line,
/// so that none of them is left out without the others.
fn line_text(line: &Line) -> String {
    let mut text = plain(&line.text);
    join(&mut text, "(", line.note.as_deref(), ")");
    join(&mut text, "[", line.pending.as_deref(), "]");
    text
}

fn called(contacts: &[Contact]) -> Vec<String> {
    let lines = contacts.iter().map(|contact| {
        let mut text = plain(&contact.name);
        join(&mut text, "(", contact.relation.as_deref(), ")");
        // Beside right-to-left words the groups of "07700 900123" would change places:
        // a mark of direction before them keeps them as they are dialled.
        let mark = if right_to_left(&text) { "\u{200e}" } else { "" };
        join(&mut text, mark, contact.number.as_deref(), "");
        join(&mut text, "(", contact.note.as_deref(), ")");
        bulleted(text)
    });
    lines.filter(|line| !line.is_empty()).collect()
}

fn join(text: &mut String, before: &str, more: Option<&str>, after: &str) {
    let more = plain(more.unwrap_or_default());
    if more.is_empty() {
        return;
    }
    if !text.is_empty() {
        text.push(' ');
    }
    text.extend([before, &more, after]);
}

fn bulleted(text: String) -> String {
    if text.is_empty() { text } else { format!("- {text}") }
}

fn titled(text: &str) -> String {
    let text = plain(text);
    if text.is_empty() { text } else { format!("= {text} =") }
}

fn zone_heading(zone: &ZonePart) -> String {
    let symbol = match zone.shape {
        Some(Shape::Circle) => "●",
        Some(Shape::Triangle) => "▲",
        Some(Shape::Hexagon) => "⬢",
        Some(Shape::Other(_)) | None => return titled(&zone.heading),
    };
    format!("{symbol} {}", plain(&zone.heading))
}
