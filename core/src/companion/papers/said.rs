//! Fields and cards as pieces of a paper.

use crate::companion::{AgreementView, FieldView};
use hearth_card::{CardDoc, Contact, Line, Shape, UnwellPlan};
use hearth_paper::{Item, Numbers, Part, Said, Tone};

/// A heading of Hearth's.
pub(super) fn heading(level: u8, text: impl Into<String>) -> Part {
    Part::Heading { level, said: Said::beside(text), tone: None }
}

/// Every version of a field that stands and is an answer, none before the others; after each, what was really said and
/// who wrote it.
pub(super) fn words_of(field: &FieldView) -> Vec<Part> {
    let mut parts: Vec<Part> = field.notes.iter().map(|note| Part::Small(Said::own(note))).collect();
    for version in field.versions.iter().filter(|version| version.answered) {
        parts.push(Part::Words(Said::theirs(&version.text)));
        if let Some(original) = &version.original {
            parts.push(Part::Words(Said::theirs(&original.text)));
            parts.push(Part::Small(Said::own(format!("{}: {}", original.language, original.who))));
        }
        parts.extend(version.who.iter().map(|who| Part::Small(Said::own(who))));
    }
    parts
}

/// A field as an item of a list; none where nothing in it is answered.
pub(super) fn item(field: &FieldView, more: Vec<String>) -> Option<Item> {
    let versions: Vec<_> = field.versions.iter().filter(|version| version.answered).collect();
    let words: Vec<Said> = versions
        .iter()
        .flat_map(|version| {
            let original = version.original.as_ref().map(|original| Said::theirs(&original.text));
            std::iter::once(Said::theirs(&version.text)).chain(original)
        })
        .collect();
    let notes = field.notes.iter().cloned().chain(more);
    let notes = notes.chain(versions.iter().flat_map(|version| version.who.clone()));
    let notes = notes.filter(|note| !note.is_empty()).map(Said::own).collect();
    (!words.is_empty()).then_some(Item { words, notes })
}

/// A list, where there is anything in it.
pub(super) fn list(numbers: Numbers, items: Vec<Item>) -> Option<Part> {
    (!items.is_empty()).then_some(Part::List { numbers, items })
}

/// Who agreed, and whether it changed since.
pub(super) fn agreed(agreements: &[AgreementView]) -> impl Iterator<Item = Part> + '_ {
    agreements.iter().map(|agreement| Part::Small(Said::own(&agreement.line)))
}

/// A line of the card.
fn of_line(line: &Line) -> Item {
    let notes = line.note.iter().chain(&line.pending).map(Said::beside).collect();
    Item { words: vec![Said::theirs(&line.text)], notes }
}

/// Lines of the card as a list.
pub(super) fn lines(numbers: Numbers, lines: &[Line]) -> Option<Part> {
    list(numbers, lines.iter().map(of_line).collect())
}

/// Whom to call: the name first, then the number.
pub(super) fn contacts(contacts: &[Contact]) -> Option<Part> {
    let item = |contact: &Contact| {
        let said = [Some(&contact.name), contact.relation.as_ref(), contact.number.as_ref()];
        let said: Vec<&str> = said.into_iter().flatten().map(String::as_str).collect();
        Item {
            words: vec![Said::theirs(said.join(" · "))],
            notes: contact.note.iter().map(Said::beside).collect(),
        }
    };
    list(Numbers::Counted, contacts.iter().map(item).collect())
}

/// A plan for when the person is unwell, as the card has it.
pub(super) fn unwell(plan: &UnwellPlan, doc: &CardDoc) -> Vec<Part> {
    let phrases = &doc.phrases;
    let name = if plan.name.is_empty() { Said::beside(&phrases.steps) } else { Said::theirs(&plan.name) };
    let mut parts = vec![Part::Heading { level: 2, said: name, tone: None }];
    parts.extend(
        [&plan.agreed, &plan.pending].into_iter().flatten().map(|line| Part::Small(Said::beside(line))),
    );
    for zone in &plan.zones {
        let tone = match zone.shape {
            Some(Shape::Circle) => Some(Tone::Green),
            Some(Shape::Triangle) => Some(Tone::Amber),
            Some(Shape::Hexagon) => Some(Tone::Red),
            _ => None,
        };
        parts.push(Part::Heading { level: 3, said: Said::beside(&zone.heading), tone });
        let told =
            [(&phrases.signs, &zone.signs, Numbers::Dots), (&phrases.steps, &zone.steps, Numbers::Counted)];
        for (heading, of, numbers) in told {
            if let Some(list) = lines(numbers, of) {
                parts.push(Part::Line(Said::beside(heading)));
                parts.push(list);
            }
        }
    }
    let rest = [
        (&phrases.contacts, contacts(&plan.contacts)),
        (&phrases.coping, lines(Numbers::Dots, &plan.coping)),
        (&phrases.medicines_kept, lines(Numbers::Dots, &plan.medicines_kept)),
    ];
    for (title, of) in rest {
        if let Some(of) = of {
            parts.push(heading(3, title));
            parts.push(of);
        }
    }
    parts
}
