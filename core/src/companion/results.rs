//! Results: numbers and words with where they came from. No range, no target,
//! no judgement.

use super::view::FieldView;
use super::who::Who;
use super::{Companion, Trouble, Writer};
use crate::plan::{Kind, Outcome, Version, Written};
use crate::record::{EntityId, Op, Origin, Record, Register, Value};
use std::collections::HashSet;

/// A result, ready to draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResultView {
    /// Names it.
    pub id: EntityId,
    /// What was measured.
    pub name: FieldView,
    /// The number as written, or the words, or why there is none.
    pub value: FieldView,
    /// "<", "≤", "≥", ">" before the number, or "". Where two versions stand it
    /// is in the text of each.
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
        self.who(&ledger).results()
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

impl Who<'_> {
    /// Every result that stands alone, oldest first, with its parts.
    pub fn results(&self) -> Vec<ResultView> {
        let record = self.record;
        let said = |view: FieldView, answered: bool| match answered {
            true => view,
            // A unit that there is none of is nothing to draw.
            false => FieldView { versions: Vec::new(), ..view },
        };
        let mut all: Vec<Outcome> = Outcome::all(record)
            .into_iter()
            .filter(|result| super::life::is_here(record, Kind::Outcome, result.id))
            .filter(|result| !is_left_over(record, Kind::Outcome, result.id))
            .collect();
        all.sort_by_key(|result| (result.on.first().copied(), result.id));
        let number = |result: &Outcome| {
            let mut view = self.field(&result.value, &Outcome::VALUE);
            if !result.sign.is_settled() {
                with_own_signs(&mut view, result, self.words.say("versions-check-first", &[]));
            }
            view
        };
        let view = |result: &Outcome, parts: Vec<ResultView>| ResultView {
            id: result.id,
            name: self.result_name(result),
            value: match result.value.is_answered() {
                true => number(result),
                false => self.result_in_words(result),
            },
            sign: match result.sign.is_settled() {
                true => result.sign.first().cloned().unwrap_or_default(),
                false => String::new(),
            },
            unit: said(self.field(&result.unit, &Outcome::UNIT), result.unit.is_answered()),
            on: said(self.field(&result.on, &Outcome::ON), result.on.is_answered()),
            source: self.field(&result.source, &Outcome::SOURCE),
            withdrawn: result.withdrawn.all().any(|withdrawn| *withdrawn),
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
}

/// Whether it is a part of a result in earlier versions only: what stands now
/// does not have it.
pub(super) fn is_left_over(record: &Record, kind: Kind, id: EntityId) -> bool {
    if kind != Kind::Outcome {
        return false;
    }
    let heads = |id, field| record.register(kind.slot(id, &field)).map(Register::heads).unwrap_or_default();
    let newest = |ops: &[Op]| -> HashSet<String> {
        let latest = ops.iter().map(|op| op.lamport).max();
        let stands = ops.iter().filter(|op| Some(op.lamport) == latest);
        stands.filter_map(version_of).map(str::to_owned).collect()
    };
    let part = heads(id, Outcome::PART_OF);
    let Some(Value::Entity(whole)) = part.last().and_then(Op::value) else { return false };
    let (part, whole) = (newest(part), newest(heads(*whole, Outcome::NAME)));
    !part.is_empty() && !whole.is_empty() && part.is_disjoint(&whole)
}

/// The version of its resource that an imported op came with.
fn version_of(op: &Op) -> Option<&str> {
    match &op.origin {
        Origin::Imported { version, .. } => Some(version),
        _ => None,
    }
}

/// Where two versions stand (a sender that changed it twice in one moment), each
/// number is shown with its own sign: a sign of one is never put before the
/// number of the other.
fn with_own_signs(view: &mut FieldView, result: &Outcome, note: String) {
    let version = |written: &Written| match &written.origin {
        Origin::Imported { version, .. } => Some(version.clone()),
        _ => None,
    };
    for (shown, value) in view.versions.iter_mut().zip(&result.value.versions) {
        let mut texts: Vec<String> = Vec::new();
        for here in value.written.iter().map(version) {
            let of_it = |sign: &&Version<String>| sign.written.iter().any(|written| version(written) == here);
            let sign = result.sign.versions.iter().find(of_it).and_then(|sign| sign.value.given());
            let text = format!("{}{}", sign.map(String::as_str).unwrap_or_default(), shown.text);
            if !texts.contains(&text) {
                texts.push(text);
            }
        }
        shown.text = texts.join(" / ");
    }
    if view.notes.is_empty() {
        view.notes.push(note);
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
