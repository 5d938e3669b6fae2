//! The plan on paper: what each paper says, made of the lines that the screens draw. How it is drawn is
//! [`hearth_paper`]'s; what is "only me" or was removed is in none of them.

mod agenda;
mod card;
mod plan;
mod recovery;
mod said;

use super::who::{Who, date_of};
use super::{Companion, Trouble};
use crate::plan::{Kind, Me};
use crate::record::{EntityId, When};
use crate::words::{Arg, Words};
use chrono::Datelike;
use hearth_paper::{Form, Paper, Part, Phrases, Said};

/// A paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaperKind {
    /// The plan: about me, goals and what I do, promises, plans for when I'm unwell. One page where it fits.
    Plan,
    /// The emergency card, to cut out and fold.
    Card,
    /// What to talk about at a visit.
    Visit(EntityId),
    /// The recovery words, as words and as a code.
    RecoveryWords,
}

impl Companion {
    /// What a paper says. The same plan on the same day says the same.
    ///
    /// # Errors
    /// [`Trouble::NotFound`] where there is no such visit; [`Trouble::Store`] where the recovery words can't be read.
    pub fn paper(&self, kind: PaperKind) -> Result<Paper, Trouble> {
        let now = self.platform.clock.now();
        let (title, parts, last) = match kind {
            PaperKind::Plan => {
                let ledger = self.ledger();
                // What is printed says no "yesterday".
                let who = Who { today: None, ..self.who(&ledger) };
                let title = self.words.plain("fhir-plan-title", &[]);
                (title, who.plan_on_paper(), who.left_on_paper())
            }
            PaperKind::Card => {
                let (parts, last) = self.card_on_paper(now);
                (self.words.beside_english(|words| words.plain("print-card-title", &[])), parts, last)
            }
            PaperKind::Visit(visit) => {
                let view = self.visit_to_show(visit)?;
                let parts = agenda::parts(&view, &self.words);
                let title = self.words.plain("print-visit-title", &[]);
                (title, parts, vec![Part::Small(Said::own(self.words.plain("share-kept-back", &[])))])
            }
            PaperKind::RecoveryWords => {
                let parts = recovery::parts(&self.recovery_words()?, &self.words)?;
                (self.words.plain("print-words-title", &[]), parts, Vec::new())
            }
        };
        Ok(Paper {
            form: if kind == PaperKind::Card { Form::Fold } else { Form::Pages },
            title: Said::beside(title),
            language: self.words.language().tag(),
            day: day_of(now),
            source: Said::own(self.source(kind, now)),
            parts,
            last,
            phrases: phrases(&self.words),
        })
    }

    /// Of what it is a copy, whose, made when and where.
    fn source(&self, kind: PaperKind, now: When) -> String {
        let words = &self.words;
        let date = date_of(now).map(|date| words.day(date));
        let date = date.unwrap_or_else(|| words.plain("date-clock-wrong", &[]));
        let date = ("date", Arg::Text(&date));
        if kind == PaperKind::RecoveryWords {
            // Whoever finds it need not be told whose plan it opens.
            return words.plain("print-words-source", &[date]);
        }
        let ledger = self.ledger();
        match self.who(&ledger).own_name() {
            Some(name) => words.say("print-source", &[("name", Arg::Text(&name)), date]),
            None => words.plain("print-source-person", &[date]),
        }
    }
}

impl Who<'_> {
    /// What to call the person, where that is not theirs alone.
    fn own_name(&self) -> Option<String> {
        let id = EntityId::only(Kind::Me.number());
        let me = Me::read(id, self.record.entity(Kind::Me.number(), id)?);
        let shown = !super::life::is_only_me(self.record, Kind::Me, id);
        Some(super::who::join(&me.call_me)).filter(|name| shown && !name.is_empty())
    }
}

fn day_of(now: When) -> Option<(u16, u8, u8)> {
    let date = date_of(now)?;
    let year = u16::try_from(date.year()).ok().filter(|year| (1970..=9999).contains(year))?;
    Some((year, u8::try_from(date.month()).ok()?, u8::try_from(date.day()).ok()?))
}

fn phrases(words: &Words) -> Phrases {
    let mark = |name| Arg::Text(name);
    let plain = |key| words.plain(key, &[]);
    Phrases {
        copy: plain("print-copy"),
        page: words.plain("print-page", &[("page", mark("{page}")), ("pages", mark("{pages}"))]),
        rest: plain("print-rest"),
        not_all: plain("print-not-all"),
        left_out: words.plain("print-left-out", &[("n", mark("{n}"))]),
        not_drawn: words.plain("print-not-drawn", &[("n", mark("{n}")), ("mark", mark("{mark}"))]),
        fold: plain("print-fold"),
        over: plain("print-over"),
    }
}
