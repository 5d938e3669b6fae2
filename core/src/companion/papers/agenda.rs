//! What to talk about at a visit, as the page that is shown in the room has it: without mood, without what is only
//! the person's.

use super::said::{heading, item, list};
use crate::companion::{AgendaItem, FieldView, VisitView};
use crate::words::{Arg, Words};
use hearth_paper::{Item, Numbers, Part, Said};

pub(super) fn parts(view: &VisitView, words: &Words) -> Vec<Part> {
    let mut parts: Vec<Part> = answered(&view.what_for).map(|text| Part::Name(Said::theirs(text))).collect();
    let told = [
        (&view.with, "print-visit-with"),
        (&view.on, "print-visit-on"),
        (&view.coming, "print-visit-coming"),
    ];
    for (field, key) in told {
        let lines = answered(field).map(|text| words.say(key, &[("text", Arg::Text(text))]));
        parts.extend(lines.map(|line| Part::Line(Said::own(line))));
    }
    parts.extend(view.unsettled.iter().map(|line| Part::Small(Said::own(line))));
    // The agenda is in order, and what stands under one heading stands together.
    for under in view.agenda.chunk_by(|one, next| one.heading == next.heading) {
        parts.extend(under.first().map(|first| heading(2, &first.heading)));
        parts.extend(list(Numbers::Dots, under.iter().map(of_agenda).collect()));
    }
    let goals = view.goals.iter().filter_map(|goal| item(&goal.words, vec![goal.importance_line.clone()]));
    let promises = view.promises.iter();
    let promises = promises
        .filter_map(|promise| item(&promise.what, vec![promise.who_by.clone(), promise.state.clone()]));
    for (key, items) in
        [("fhir-part-goal", goals.collect::<Vec<_>>()), ("fhir-part-promise", promises.collect())]
    {
        if let Some(list) = list(Numbers::Dots, items) {
            parts.push(heading(2, words.plain(key, &[])));
            parts.push(list);
        }
    }
    if view.review.is_answered() || view.interval.is_answered() {
        parts.push(Part::Line(Said::own(&view.review_line)));
    }
    parts
}

fn answered(field: &FieldView) -> impl Iterator<Item = &str> {
    field.versions.iter().filter(|version| version.answered).map(|version| version.text.as_str())
}

fn of_agenda(item: &AgendaItem) -> Item {
    Item { words: vec![Said::theirs(&item.line)], notes: item.who.iter().map(Said::own).collect() }
}
