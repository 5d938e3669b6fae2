//! Suggestions: drawn beside the person's words, settled one at a time.

use super::who::Who;
use super::{Companion, Trouble, Writer};
use crate::plan::{self, Field, Kind, Written};
use crate::record::{Act, Author, Decision, EntityId, Op, OpId, Record, Slot, Value};
use crate::store::Draft;

/// Something that waits for the person to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SuggestionView {
    /// Names it, to accept or decline.
    pub id: OpId,
    /// Which field it is for.
    pub slot: Slot,
    /// The field's name in the table.
    pub field: &'static str,
    /// What is offered, in words.
    pub offered: String,
    /// What stands now, in words; "" where nothing does.
    pub stands: String,
    /// "NAME suggested a change, DATE".
    pub line: String,
    /// The words have changed since they were read by whoever suggested this.
    pub base_changed: bool,
    /// Accepting asks a second time.
    pub asks_again: bool,
}

/// Kinds on which people act when the person is unwell: accepting asks twice.
fn asks_again(kind: u16) -> bool {
    let careful = [
        Kind::Card,
        Kind::Unwell,
        Kind::Sign,
        Kind::Step,
        Kind::KeptThing,
        Kind::Coping,
        Kind::Allergy,
        Kind::Medicine,
        Kind::Condition,
        Kind::Form,
        // Whom to call, and on what number.
        Kind::Person,
        // Looking ahead.
        Kind::Preference,
        Kind::ClinicalCopy,
        Kind::Trigger,
        Kind::Statement,
        Kind::LastPlace,
    ];
    careful.iter().any(|careful| careful.number() == kind)
}

impl Companion {
    /// Everything that waits for the person to say, field by field. There is no
    /// accept-all.
    pub fn suggestions(&self) -> Vec<SuggestionView> {
        let ledger = self.ledger();
        self.who(&ledger).suggestions()
    }

    /// Takes the words offered into the plan. Where people act on them when the
    /// person is unwell, `sure` must be true: the shell asks a second time.
    pub fn accept(&self, suggestion: OpId, sure: bool) -> Result<(), Trouble> {
        let drafts = {
            let ledger = self.ledger();
            let (slot, op) = find(ledger.record(), suggestion, Decision::Pending)?;
            if asks_again(slot.kind) && !sure {
                return Err(Trouble::AskAgain);
            }
            if super::ahead::is_written_once(ledger.record(), slot) {
                return Err(Trouble::Copy);
            }
            let act = match &op.act {
                Act::Suggest(value) => Act::Write(value.clone()),
                other => other.clone(),
            };
            vec![
                Draft { cites: Some(suggestion), ..Draft::new(slot, act) },
                Draft { cites: Some(suggestion), ..Draft::new(slot, Act::Accept) },
            ]
        };
        self.keep(drafts, &Writer::Person).map(drop)
    }

    /// Leaves the person's words as they are.
    pub fn decline(&self, suggestion: OpId) -> Result<(), Trouble> {
        let slot = find(self.ledger().record(), suggestion, Decision::Pending)?.0;
        let draft = Draft { cites: Some(suggestion), ..Draft::new(slot, Act::Decline) };
        self.keep(vec![draft], &Writer::Person).map(drop)
    }

    /// Undoes accepting: the words from before stand again, and the suggestion
    /// waits. Words written since then stay beside them.
    pub fn undo_accept(&self, suggestion: OpId) -> Result<(), Trouble> {
        let mut drafts = Vec::new();
        {
            let mut ledger = self.ledger();
            let slot = find(ledger.record(), suggestion, Decision::Accepted)?.0;
            let (ops, _) = ledger.history(slot)?;
            let taken = ops.iter().filter(|op| op.cites == Some(suggestion));
            let taken = taken.filter(|op| matches!(op.act, Act::Write(_) | Act::Remove(_)));
            let Some(taken) = taken.max_by_key(|op| op.rank()) else {
                return Err(Trouble::NotFound);
            };
            // Each version that it replaced stands again, side by side if there
            // were several: each replaces what was taken, and none another.
            let before = ops.iter().filter(|op| taken.parents.contains(&op.id));
            let mut acts: Vec<Act> = match &taken.act {
                Act::Remove(_) => vec![Act::Restore],
                _ => before.filter_map(|op| op.value().cloned()).map(Act::Write).collect(),
            };
            if acts.is_empty() {
                acts.push(Act::Write(Value::Empty));
            }
            let back = |act| Draft { seen: Some(vec![taken.id]), ..Draft::new(slot, act) };
            drafts.extend(acts.into_iter().map(back));
            drafts.push(Draft { cites: Some(suggestion), ..Draft::new(slot, Act::Reopen) });
        }
        self.keep(drafts, &Writer::Person).map(drop)
    }
}

impl Who<'_> {
    /// Everything that waits for the person to say.
    pub fn suggestions(&self) -> Vec<SuggestionView> {
        let pending = offers(self.record).filter(|(_, _, decision)| *decision == Decision::Pending);
        pending.filter_map(|(slot, op, _)| view(self, slot, op)).collect()
    }
}

fn offers(record: &Record) -> impl Iterator<Item = (Slot, &Op, Decision)> {
    record.entities().flat_map(|(kind, id, entity)| {
        entity.fields().flat_map(move |(field, register)| {
            let slot = Slot { entity: id, kind, field };
            register.suggestions().into_iter().map(move |offer| (slot, offer.op, offer.decision))
        })
    })
}

/// The suggestion, if that is how it stands: what was decided is not decided twice.
fn find(record: &Record, suggestion: OpId, stands: Decision) -> Result<(Slot, &Op), Trouble> {
    let found = offers(record).find(|(_, op, decision)| op.id == suggestion && *decision == stands);
    found.map(|(slot, op, _)| (slot, op)).ok_or(Trouble::NotFound)
}

fn view(who: &Who<'_>, slot: Slot, op: &Op) -> Option<SuggestionView> {
    let field: Field = plan::field_of(slot).or_else(|| removal(slot))?;
    let in_words = |value| super::view::value_in_words(who.words, value, &field);
    let register = who.record.register(slot)?;
    let heads: Vec<OpId> = register.head_ids().collect();
    let stands: Vec<String> =
        register.shown(field.policy).iter().filter_map(|v| v.first()?.value().map(in_words)).collect();
    Some(SuggestionView {
        id: op.id,
        slot,
        field: field.name,
        offered: match op.value() {
            Some(value) => in_words(value),
            None => who.words.plain("suggestion-remove", &[]),
        },
        stands: stands.join("\n"),
        line: who.offered(&Written::of(op)),
        // A file never saw what stands here: it says nothing of a change.
        base_changed: !matches!(op.author, Author::File { .. })
            && !heads.iter().all(|head| op.parents.contains(head)),
        asks_again: asks_again(slot.kind),
    })
}

/// A suggestion to remove an entry is made in the field every kind has for it.
fn removal(slot: Slot) -> Option<Field> {
    let kind = Kind::from_number(slot.kind)?;
    let first = plan::fields(kind).next()?;
    (slot.field == crate::record::LIFE).then_some(Field { number: slot.field, ..first })
}

/// The parts that others suggest adding to an entry, whole: a step, a sign.
pub(super) fn suggested_parts(record: &Record, parent: EntityId) -> Vec<(Kind, EntityId)> {
    let waits = |slot: Slot| {
        let offers = record.register(slot).map(|register| register.suggestions()).unwrap_or_default();
        let mut pending = offers.iter().filter(|offer| offer.decision == Decision::Pending);
        pending.any(|offer| offer.op.value() == Some(&Value::Entity(parent)))
    };
    let kinds = Kind::ALL.iter().filter_map(|kind| Some((*kind, plan::parent_field(*kind)?)));
    kinds
        .flat_map(|(kind, field)| record.of_kind(kind.number()).map(move |(id, _)| (kind, id, field)))
        .filter(|(kind, id, field)| waits(kind.slot(*id, field)))
        .map(|(kind, id, _)| (kind, id))
        .collect()
}

/// What is suggested for any of these fields of an entry and waits, as lines.
pub(super) fn pending_lines(who: &Who<'_>, slots: &[Slot]) -> Vec<String> {
    let registers = slots.iter().filter_map(|slot| who.record.register(*slot));
    let waiting = registers.flat_map(|register| register.suggestions());
    let waiting = waiting.filter(|offer| offer.decision == Decision::Pending);
    waiting.map(|offer| who.offered(&Written::of(offer.op))).collect()
}
