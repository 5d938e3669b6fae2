//! The card in a language whose safety text no clinician has read: English beside every line.
//!
//! A card is read by strangers. It is made twice from the same plan, and each text that differs
//! between the two is put together, the English on a line of its own. The person's own words are
//! the same in both and so stand once. What holds for one line holds for all of them: dates, small
//! print and the phrases a widget says later among them.

use crate::words::beside;
use hearth_card::{CardDoc, Contact, Counted, Line, Phrases, Section, UnwellPlan, ZonePart};

/// Puts `english` beside `own`: the same card of the same plan, made in the two languages.
pub(super) fn card(own: CardDoc, english: &CardDoc) -> CardDoc {
    CardDoc {
        name: beside(own.name, &english.name),
        call_me: maybe(own.call_me, &english.call_me),
        born: maybe(own.born, &english.born),
        sections: each(own.sections, &english.sections, section),
        contacts: each(own.contacts, &english.contacts, contact),
        plans: each(own.plans, &english.plans, plan),
        safety: each(own.safety, &english.safety, |own, english| beside(own, english)),
        not_an_instruction: beside(own.not_an_instruction, &english.not_an_instruction),
        phrases: phrases(own.phrases, &english.phrases),
        ..own
    }
}

fn section(own: Section, english: &Section) -> Section {
    Section {
        heading: beside(own.heading, &english.heading),
        lines: each(own.lines, &english.lines, line),
        ..own
    }
}

fn line(own: Line, english: &Line) -> Line {
    Line {
        text: beside(own.text, &english.text),
        note: maybe(own.note, &english.note),
        pending: maybe(own.pending, &english.pending),
    }
}

fn contact(own: Contact, english: &Contact) -> Contact {
    // A name and a number are the person's: never said twice.
    Contact { note: maybe(own.note, &english.note), ..own }
}

fn plan(own: UnwellPlan, english: &UnwellPlan) -> UnwellPlan {
    UnwellPlan {
        name: beside(own.name, &english.name),
        agreed: maybe(own.agreed, &english.agreed),
        pending: maybe(own.pending, &english.pending),
        zones: each(own.zones, &english.zones, zone),
        contacts: each(own.contacts, &english.contacts, contact),
        coping: each(own.coping, &english.coping, line),
        medicines_kept: each(own.medicines_kept, &english.medicines_kept, line),
        ..own
    }
}

fn zone(own: ZonePart, english: &ZonePart) -> ZonePart {
    ZonePart {
        heading: beside(own.heading, &english.heading),
        signs: each(own.signs, &english.signs, line),
        steps: each(own.steps, &english.steps, line),
        ..own
    }
}

fn phrases(own: Phrases, english: &Phrases) -> Phrases {
    Phrases {
        made_today: beside(own.made_today, &english.made_today),
        made_yesterday: beside(own.made_yesterday, &english.made_yesterday),
        made_days: counted(&own.made_days, &english.made_days),
        clock_wrong: beside(own.clock_wrong, &english.clock_wrong),
        may_be_behind: beside(own.may_be_behind, &english.may_be_behind),
        cut: counted(&own.cut, &english.cut),
        contacts: beside(own.contacts, &english.contacts),
        signs: beside(own.signs, &english.signs),
        steps: beside(own.steps, &english.steps),
        coping: beside(own.coping, &english.coping),
        medicines_kept: beside(own.medicines_kept, &english.medicines_kept),
    }
}

/// A number that has a phrase of its own in either language has one in both together.
fn counted(own: &Counted, english: &Counted) -> Counted {
    let both = Counted::new(beside(own.other.clone(), &english.other));
    let mut numbers: Vec<u32> =
        own.exactly.iter().chain(&english.exactly).map(|(number, _)| *number).collect();
    numbers.sort_unstable();
    numbers.dedup();
    numbers.into_iter().fold(both, |both, n| both.and(n, beside(own.say(n), &english.say(n))))
}

fn maybe(own: Option<String>, english: &Option<String>) -> Option<String> {
    match (own, english) {
        (Some(own), Some(english)) => Some(beside(own, english)),
        (own, english) => own.or_else(|| english.clone()),
    }
}

/// Both lists come from one plan in one order. Should one be longer, what it has more is kept as
/// it is: nothing of a card is dropped here.
fn each<T: Clone>(own: Vec<T>, english: &[T], both: impl Fn(T, &T) -> T) -> Vec<T> {
    let more = english.iter().skip(own.len()).cloned();
    let mut all: Vec<T> = Vec::with_capacity(own.len().max(english.len()));
    let mut english_ones = english.iter();
    for one in own {
        all.push(match english_ones.next() {
            Some(english) => both(one, english),
            None => one,
        });
    }
    all.extend(more);
    all
}
