//! Suggestions: drawn beside the person's words, settled one at a time.

use super::who::Who;
use super::whole::{parts, taking};
use super::{Companion, Trouble, Writer};
use crate::plan::{self, Field, Kind, Written};
use crate::record::{
    Act, Author, Decision, Entity, EntityId, Op, OpId, Origin, Record, Slot, Suggestion, Value,
};
use crate::store::{Draft, Ledger};
use std::collections::{HashMap, HashSet};

/// Something that waits for the person to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SuggestionView {
    /// Names it, to accept or decline.
    pub id: OpId,
    /// Which field it is for; the first of them, where it is a whole entry.
    pub slot: Slot,
    /// Every field it is for: several where somebody suggests adding an entry, whole.
    pub slots: Vec<Slot>,
    /// The field's name in the table.
    pub field: &'static str,
    /// What is offered, in words; a line for each field where it is a whole entry.
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
        // Who may write and decide for the person.
        Kind::Authority,
        Kind::Lpa,
        Kind::Attorney,
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
    /// Everything that waits for the person to say, field by field; an entry that
    /// somebody suggests adding is one. There is no accept-all.
    pub fn suggestions(&self) -> Vec<SuggestionView> {
        let mut ledger = self.ledger();
        let own = own_words_offered(&mut ledger);
        self.who(&ledger).suggestions_but(&own)
    }

    /// Takes the words offered into the plan. Where people act on them when the
    /// person is unwell, `sure` must be true: the shell asks a second time.
    pub fn accept(&self, suggestion: OpId, sure: bool) -> Result<(), Trouble> {
        let drafts = {
            let ledger = self.ledger();
            let record = ledger.record();
            let (slot, op) = waiting(record, suggestion)?;
            if asks_again(slot.kind) && !sure {
                return Err(Trouble::AskAgain);
            }
            let parts = parts(record, slot, op);
            if parts.iter().any(|(slot, _)| super::ahead::is_written_once(record, *slot)) {
                return Err(Trouble::Copy);
            }
            [taking(&parts), decided_all(record, &parts, &Act::Accept)].concat()
        };
        self.keep(drafts, &Writer::Person).map(drop)
    }

    /// Leaves the person's words as they are.
    pub fn decline(&self, suggestion: OpId) -> Result<(), Trouble> {
        let drafts = {
            let ledger = self.ledger();
            let (slot, op) = waiting(ledger.record(), suggestion)?;
            decided_all(ledger.record(), &parts(ledger.record(), slot, op), &Act::Decline)
        };
        self.keep(drafts, &Writer::Person).map(drop)
    }
}

impl Who<'_> {
    /// Everything that waits for the person to say.
    pub fn suggestions(&self) -> Vec<SuggestionView> {
        self.suggestions_but(&HashSet::new())
    }

    fn suggestions_but(&self, not: &HashSet<OpId>) -> Vec<SuggestionView> {
        self.what_waits(not).iter().filter_map(|parts| view(self, parts)).collect()
    }

    /// How many things wait for the person to say.
    pub fn how_many_wait(&self) -> usize {
        self.what_waits(&HashSet::new()).len()
    }

    /// What waits, each with all that is decided with it.
    fn what_waits(&self, not: &HashSet<OpId>) -> Vec<Vec<(Slot, &Op)>> {
        let mut all: Vec<Vec<(Slot, &Op)>> = Vec::new();
        let mut told: HashMap<Slot, Vec<OpId>> = HashMap::new();
        let pending = offers(self.record).filter(|(_, offer)| offer.decision == Decision::Pending);
        let drawn = pending.filter(|(slot, offer)| field_of(*slot).is_some() && !not.contains(&offer.op.id));
        for (slot, Suggestion { op, .. }) in drawn {
            // Two phones that look at a practice at different times hear the
            // same words as two versions: they are one suggestion.
            let told_of = told.get(&slot).map(Vec::as_slice).unwrap_or_default();
            if told_of.iter().any(|other| *other == op.id || is_same_offer(self.record, *other, op)) {
                continue;
            }
            let parts = parts(self.record, slot, op);
            parts.iter().for_each(|(slot, op)| told.entry(*slot).or_default().push(op.id));
            all.push(parts);
        }
        all
    }
}

/// A decision about a suggestion, and about each other one that waits and offers
/// the same from the same practice.
fn decided(record: &Record, slot: Slot, op: &Op, act: &Act) -> Vec<Draft> {
    let register = record.register(slot);
    let waiting = register.map(|register| register.suggestions()).unwrap_or_default();
    let waiting = waiting.into_iter().filter(|offer| offer.decision == Decision::Pending);
    let alike = waiting.filter(|offer| offer.op.id == op.id || is_same_offer(record, offer.op.id, op));
    alike.map(|offer| Draft { cites: Some(offer.op.id), ..Draft::new(slot, act.clone()) }).collect()
}

/// The same about several that are decided as one.
pub(super) fn decided_all(record: &Record, parts: &[(Slot, &Op)], act: &Act) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = Vec::new();
    for draft in parts.iter().flat_map(|(slot, op)| decided(record, *slot, op, act)) {
        if !drafts.iter().any(|other| other.cites == draft.cites) {
            drafts.push(draft);
        }
    }
    drafts
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
    let pending = offers(ledger.record()).filter(|(_, offer)| offer.decision == Decision::Pending);
    let waiting: Vec<Op> = pending.map(|(_, offer)| offer.op).filter(imported).cloned().collect();
    let mut is_own = |op: &Op| {
        let (past, _) = ledger.history(op.slot).unwrap_or_default();
        let own = past
            .iter()
            .filter(|own| matches!(own.act, Act::Write(_)) && own.author.writes_for(op.slot.owner()));
        own.into_iter().any(|own| own.value() == op.value())
    };
    waiting.into_iter().filter(|op| is_own(op)).map(|op| op.id).collect()
}

/// Every suggestion there ever was, and what became of it.
pub(super) fn offers(record: &Record) -> impl Iterator<Item = (Slot, Suggestion<'_>)> {
    record.entities().flat_map(|(kind, id, entity)| offers_in(kind, id, entity))
}

/// Those of one entry, in the order of its fields.
pub(super) fn offers_in(
    kind: u16,
    entity_id: EntityId,
    entity: &Entity,
) -> impl Iterator<Item = (Slot, Suggestion<'_>)> {
    entity.fields().flat_map(move |(field, register)| {
        let slot = Slot { entity: entity_id, kind, field };
        register.suggestions().into_iter().map(move |offer| (slot, offer))
    })
}

/// A suggestion that waits: what was decided is not decided twice.
fn waiting(record: &Record, suggestion: OpId) -> Result<(Slot, &Op), Trouble> {
    let waits = |offer: &Suggestion<'_>| offer.op.id == suggestion && offer.decision == Decision::Pending;
    let found = offers(record).find(|(_, offer)| waits(offer));
    found.map(|(slot, offer)| (slot, offer.op)).ok_or(Trouble::NotFound)
}

fn view(who: &Who<'_>, parts: &[(Slot, &Op)]) -> Option<SuggestionView> {
    let (slot, op) = *parts.first()?;
    let field = field_of(slot)?;
    let one = SuggestionView {
        id: op.id,
        slot,
        slots: parts.iter().map(|(slot, _)| *slot).collect(),
        field: field.name,
        offered: offered(who, op, &field),
        stands: String::new(),
        line: who.offered(&Written::of(op)),
        base_changed: false,
        asks_again: asks_again(slot.kind),
    };
    if parts.len() > 1 {
        let kind = Kind::from_number(slot.kind)?;
        let lines = who.offered_lines(kind, parts);
        return Some(SuggestionView {
            offered: if lines.is_empty() { one.offered } else { lines.join("\n") },
            ..one
        });
    }
    let register = who.record.register(slot)?;
    let heads: Vec<OpId> = register.head_ids().collect();
    let in_words = |value| super::view::value_in_words(who.words, value, &field);
    let stands: Vec<String> =
        register.shown(field.policy).iter().filter_map(|v| v.first()?.value().map(in_words)).collect();
    Some(SuggestionView {
        stands: stands.join("\n"),
        // A file never saw what stands here, and what a practice had read is not
        // known: neither says anything of a change.
        base_changed: match super::mail::of_carer(op) {
            Some(seen) => seen != super::mail::seen_sum(&stands.join("\n")),
            None => {
                !matches!(op.author, Author::File { .. })
                    && !matches!(op.origin, Origin::Imported { .. })
                    && !heads.iter().all(|head| op.parents.contains(head))
            }
        },
        ..one
    })
}

fn offered(who: &Who<'_>, op: &Op, field: &Field) -> String {
    match op.value() {
        Some(value) => super::view::value_in_words(who.words, value, field),
        None => who.words.plain("suggestion-remove", &[]),
    }
}

/// The field that a suggestion is for; none where only a newer app knows it.
pub(super) fn field_of(slot: Slot) -> Option<Field> {
    plan::field_of(slot).or_else(|| removal(slot))
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
