//! Suggestions: drawn beside the person's words, settled one at a time.

use super::who::Who;
use super::{Companion, Trouble, Writer};
use crate::plan::{self, Field, Kind, Written};
use crate::record::{Act, Author, Decision, EntityId, Op, OpId, Origin, Record, Slot, Value};
use crate::store::{Draft, Ledger};
use std::collections::HashSet;

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
pub(super) fn asks_again(kind: u16) -> bool {
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
        let mut ledger = self.ledger();
        let own = own_words_offered(&mut ledger);
        let mut waiting = self.who(&ledger).suggestions();
        waiting.retain(|waits| !own.contains(&waits.id));
        waiting
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
            let taken = Draft { cites: Some(suggestion), ..Draft::new(slot, act) };
            std::iter::once(taken).chain(decided(ledger.record(), slot, op, &Act::Accept)).collect()
        };
        self.keep(drafts, &Writer::Person).map(drop)
    }

    /// Leaves the person's words as they are.
    pub fn decline(&self, suggestion: OpId) -> Result<(), Trouble> {
        let drafts = {
            let ledger = self.ledger();
            let (slot, op) = find(ledger.record(), suggestion, Decision::Pending)?;
            decided(ledger.record(), slot, op, &Act::Decline)
        };
        self.keep(drafts, &Writer::Person).map(drop)
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
        let mut waiting: Vec<SuggestionView> = Vec::new();
        for (slot, op, _) in offers(self.record).filter(|(_, _, decision)| *decision == Decision::Pending) {
            // Two phones that look at a practice at different times hear the
            // same words as two versions: they are one suggestion.
            if !waiting.iter().any(|other| is_same_offer(self.record, other.id, op)) {
                waiting.extend(view(self, slot, op));
            }
        }
        waiting
    }
}

/// A decision about a suggestion, and about each other one that waits and offers
/// the same from the same practice.
pub(super) fn decided(record: &Record, slot: Slot, op: &Op, act: &Act) -> Vec<Draft> {
    let register = record.register(slot);
    let waiting = register.map(|register| register.suggestions()).unwrap_or_default();
    let waiting = waiting.into_iter().filter(|offer| offer.decision == Decision::Pending);
    let alike = waiting.filter(|offer| offer.op.id == op.id || is_same_offer(record, offer.op.id, op));
    alike.map(|offer| Draft { cites: Some(offer.op.id), ..Draft::new(slot, act.clone()) }).collect()
}

/// Whether a suggestion offers just what another one of the same practice does.
fn is_same_offer(record: &Record, other: OpId, op: &Op) -> bool {
    let server = |op: &Op| match &op.origin {
        Origin::Imported { server, .. } => Some(server.clone()),
        _ => None,
    };
    let other = record.register(op.slot).and_then(|register| register.ops().find(|held| held.id == other));
    other.is_some_and(|other| server(op).is_some() && server(other) == server(op) && other.act == op.act)
}

/// Suggestions of a practice that offer the person's own words: another of their
/// phones wrote them there, and the server dropped the mark that says so.
fn own_words_offered(ledger: &mut Ledger) -> HashSet<OpId> {
    let imported = |op: &&Op| matches!(op.origin, Origin::Imported { .. });
    let pending = offers(ledger.record()).filter(|(_, _, decision)| *decision == Decision::Pending);
    let waiting: Vec<Op> = pending.map(|(_, op, _)| op).filter(imported).cloned().collect();
    let mut is_own = |op: &Op| {
        let (past, _) = ledger.history(op.slot).unwrap_or_default();
        let own = past
            .iter()
            .filter(|own| matches!(own.act, Act::Write(_)) && own.author.writes_for(op.slot.owner()));
        own.into_iter().any(|own| own.value() == op.value())
    };
    waiting.into_iter().filter(|op| is_own(op)).map(|op| op.id).collect()
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
        // A file never saw what stands here, and what a practice had read is not
        // known: neither says anything of a change.
        base_changed: !matches!(op.author, Author::File { .. })
            && !matches!(op.origin, Origin::Imported { .. })
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
