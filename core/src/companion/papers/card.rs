//! The emergency card on paper: the lines that its file has, the most important first.

use super::said::{contacts, heading, lines, unwell};
use crate::companion::Companion;
use crate::companion::card::made;
use crate::companion::who::Who;
use crate::record::When;
use hearth_card::{CardDoc, SectionKind, Zone};
use hearth_paper::{Numbers, Part, Said};

impl Companion {
    /// What the card says, and what it always says at its end.
    pub(super) fn card_on_paper(&self, now: When) -> (Vec<Part>, Vec<Part>) {
        let mut doc = {
            let ledger = self.ledger();
            let who = self.who(&ledger);
            Who { today: None, ..who }.card()
        };
        self.card.say_if_lacking(&mut doc, &self.words);
        doc.made = made(&self.words, now);
        (parts(&doc), vec![Part::Small(Said::beside(&doc.not_an_instruction))])
    }
}

/// In the order in which whoever finds the person needs it, as the card's plain text has it.
fn parts(doc: &CardDoc) -> Vec<Part> {
    let mut parts = vec![Part::Name(Said::theirs(&doc.name))];
    parts.extend([&doc.call_me, &doc.born].into_iter().flatten().map(|line| Part::Line(Said::beside(line))));
    parts.push(Part::Framed(doc.safety.iter().map(Said::beside).collect()));
    parts.push(Part::Small(Said::beside(&doc.made.line)));
    let mut sections: Vec<(u8, Vec<Part>)> = Vec::new();
    for section in &doc.sections {
        let rank = match section.kind {
            SectionKind::Allergies => 1,
            SectionKind::Conditions => 2,
            SectionKind::Medicines => 3,
            SectionKind::VeryUnwell => 4,
            SectionKind::Communication => 5,
            SectionKind::Forms => 7,
            _ => 8,
        };
        let said = lines(Numbers::Dots, &section.lines).map(|list| vec![heading(2, &section.heading), list]);
        sections.extend(said.map(|said| (rank, said)));
    }
    let call = contacts(&doc.contacts).map(|list| vec![heading(2, &doc.phrases.contacts), list]);
    sections.extend(call.map(|said| (6, said)));
    sections.sort_by_key(|(rank, _)| *rank);
    parts.extend(sections.into_iter().flat_map(|(_, said)| said));
    for plan in &doc.plans {
        // Where not all fits on the panels, what to do when it is worst is the last to go.
        let mut plan = plan.clone();
        plan.zones.sort_by_key(|part| match part.zone {
            Zone::Red => 0,
            Zone::Amber => 1,
            Zone::Green => 3,
            _ => 2,
        });
        parts.extend(unwell(&plan, doc));
    }
    parts
}
