//! Results: numbers and words with where they came from. No range, no target,
//! no judgement.

use super::view::FieldView;
use super::{Companion, Trouble, Writer};
use crate::plan::{Kind, Outcome};
use crate::record::{EntityId, Value};

/// A result, ready to draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResultView {
    /// Names it.
    pub id: EntityId,
    /// What was measured.
    pub name: FieldView,
    /// The number as written, or the words, or why there is none.
    pub value: FieldView,
    /// "<", "≤", "≥", ">" before the number, or "".
    pub sign: String,
    /// Its unit as written.
    pub unit: FieldView,
    /// The day it was measured.
    pub on: FieldView,
    /// Where it came from.
    pub source: FieldView,
    /// Its source says not to use it.
    pub withdrawn: bool,
    /// What must stand beside it: an early result, changed, sent by mistake.
    pub standing: Vec<String>,
    /// The laboratory's own words, shown as the laboratory's.
    pub lab_words: Option<String>,
    /// Its parts (the upper and lower blood pressure).
    pub parts: Vec<ResultView>,
}

impl Companion {
    /// Every result that stands alone, oldest first, with its parts.
    pub fn results(&self) -> Vec<ResultView> {
        let ledger = self.ledger();
        let who = self.who(&ledger);
        let mut all: Vec<Outcome> = Outcome::all(ledger.record())
            .into_iter()
            .filter(|result| super::life::is_here(ledger.record(), Kind::Outcome, result.id))
            .collect();
        all.sort_by_key(|result| (result.on.first().copied(), result.id));
        let view = |result: &Outcome, parts: Vec<ResultView>| ResultView {
            id: result.id,
            name: who.field(&result.name, &Outcome::NAME),
            value: match (result.value.is_answered(), result.words.is_answered()) {
                (true, _) => who.field(&result.value, &Outcome::VALUE),
                (false, true) => who.field(&result.words, &Outcome::WORDS),
                (false, false) => who.field(&result.absent, &Outcome::ABSENT),
            },
            sign: result.sign.first().cloned().unwrap_or_default(),
            unit: who.field(&result.unit, &Outcome::UNIT),
            on: who.field(&result.on, &Outcome::ON),
            source: who.field(&result.source, &Outcome::SOURCE),
            withdrawn: result.withdrawn.first() == Some(&true),
            standing: result
                .standing
                .all()
                .map(|standing| self.words.say(standing_key(standing), &[]))
                .collect(),
            lab_words: result
                .lab_words
                .first()
                .map(|said| self.words.say("result-lab-words", &[("text", (&said.text).into())])),
            parts,
        };
        let parts_of = |id: EntityId| {
            let parts = all.iter().filter(move |result| result.part_of.first() == Some(&id));
            parts.map(|part| view(part, Vec::new())).collect()
        };
        let alone = all.iter().filter(|result| result.part_of.first().is_none());
        alone.map(|result| view(result, parts_of(result.id))).collect()
    }

    /// Adds a result the person typed: their number, their unit, their day.
    pub fn add_result(
        &self,
        name: &str,
        value: &str,
        unit: &str,
        on: &str,
        by: &Writer,
    ) -> Result<EntityId, Trouble> {
        let text = |text: &str| Value::Text(text.to_owned());
        let fields = [
            (Outcome::NAME, text(name)),
            (Outcome::VALUE, Value::Decimal(value.to_owned())),
            (Outcome::UNIT, text(unit)),
            (Outcome::ON, Value::Date(on.to_owned())),
        ];
        self.add(Kind::Outcome, &fields, by)
    }
}

fn standing_key(standing: &str) -> &'static str {
    match standing {
        "preliminary" => "result-preliminary",
        "changed" => "result-changed",
        "cancelled" => "result-cancelled",
        "entered_in_error" => "result-entered-in-error",
        _ => "result-status-unknown",
    }
}
