//! Results: numbers and words with where they came from. No range, no target,
//! no judgement.

use super::view::FieldView;
use super::{Companion, Trouble, Writer};
use crate::plan::{Field, Kind, Outcome};
use crate::record::{EntityId, Value};

/// A result, ready to draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResultView {
    /// Names it.
    pub id: EntityId,
    /// What was measured.
    pub name: FieldView,
    /// The number as written, or the words.
    pub value: FieldView,
    /// Its unit as written.
    pub unit: FieldView,
    /// The day it was measured.
    pub on: FieldView,
    /// Where it came from.
    pub source: FieldView,
    /// Its source says that it was entered in error.
    pub withdrawn: bool,
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
            value: match result.value.is_answered() {
                true => who.field(&result.value, &Outcome::VALUE),
                false => who.field(&result.words, &Outcome::WORDS),
            },
            unit: who.field(&result.unit, &Outcome::UNIT),
            on: who.field(&result.on, &Outcome::ON),
            source: who.field(&result.source, &Outcome::SOURCE),
            withdrawn: result.withdrawn.first() == Some(&true),
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

    /// Keeps fields of a result that was read from a file, with its parts.
    pub(super) fn add_parts(
        &self,
        whole: &[(Field, Value)],
        parts: &[Vec<(Field, Value)>],
    ) -> Result<EntityId, Trouble> {
        let id = self.add(Kind::Outcome, whole, &Writer::Person)?;
        for part in parts {
            let mut fields = part.clone();
            fields.push((Outcome::PART_OF, Value::Entity(id)));
            self.add(Kind::Outcome, &fields, &Writer::Person)?;
        }
        Ok(id)
    }
}
