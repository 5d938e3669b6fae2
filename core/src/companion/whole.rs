//! What somebody suggests adding, whole: an entry in which nothing of the person's stands is one
//! thing to say yes or no to, and not one for each of its fields.

use super::decide::{field_of, offers, offers_in};
use super::view::value_in_words;
use super::who::Who;
use super::{Companion, Trouble};
use crate::plan::{COMMON, Common, Field, Holds as _, Kind, PartialDate, Promise, Thought, Type};
use crate::record::{Act, Author, Decision, Entity, Op, OpId, Record, Slot, Suggestion, Value, When};
use crate::store::{Draft, Ledger};
use crate::words::Arg;
use std::collections::BTreeMap;

/// Whether nothing stands in an entry: nobody's words were taken into it, or all of them were taken
/// back.
pub(super) fn holds_nothing(entity: &Entity) -> bool {
    let empty = |op: &Op| op.value() == Some(&Value::Empty);
    entity.fields().all(|(_, register)| register.heads().iter().all(empty))
}

/// What is decided together with a suggestion that waits: all that its author offers for the entry,
/// where nothing stands in it, and only itself otherwise. What a plan has just once (About me, the
/// card) is no entry that somebody adds: its fields are decided one by one.
pub(super) fn parts<'r>(record: &'r Record, slot: Slot, op: &'r Op) -> Vec<(Slot, &'r Op)> {
    let added = Kind::from_number(slot.kind).is_some_and(|kind| !kind.is_only());
    let entity = record.entity(slot.kind, slot.entity).filter(|entity| added && holds_nothing(entity));
    let Some(entity) = entity else { return vec![(slot, op)] };
    let waits = |offer: &Suggestion<'_>| offer.decision == Decision::Pending && offer.op.author == op.author;
    let all = offers_in(slot.kind, slot.entity, entity);
    all.filter(|(slot, offer)| waits(offer) && field_of(*slot).is_some())
        .map(|(slot, offer)| (slot, offer.op))
        .collect()
}

/// What takes it all into the plan. Of what its author offered twice for one field the later is
/// written; both are decided.
pub(super) fn taking(parts: &[(Slot, &Op)]) -> Vec<Draft> {
    let take = |(slot, op): &(Slot, &Op)| {
        let act = match &op.act {
            Act::Suggest(value) => Act::Write(value.clone()),
            other => other.clone(),
        };
        Draft { cites: Some(op.id), ..Draft::new(*slot, act) }
    };
    latest(parts).values().map(take).collect()
}

fn latest<'r>(parts: &[(Slot, &'r Op)]) -> BTreeMap<u16, (Slot, &'r Op)> {
    parts.iter().map(|part| (part.0.field, *part)).collect()
}

/// A suggestion that was taken: the op that wrote it, and what stood before.
struct Taken {
    op: Op,
    before: Vec<Op>,
}

impl Taken {
    fn of(ledger: &mut Ledger, slot: Slot, suggestion: OpId) -> Result<Option<Self>, Trouble> {
        let (ops, _) = ledger.history(slot)?;
        let taken = ops.iter().filter(|op| op.cites == Some(suggestion));
        let taken = taken.filter(|op| matches!(op.act, Act::Write(_) | Act::Remove(_)));
        let Some(op) = taken.max_by_key(|op| op.rank()).cloned() else { return Ok(None) };
        let before = ops.into_iter().filter(|past| op.parents.contains(&past.id)).collect();
        Ok(Some(Self { op, before }))
    }

    /// Whether it wrote where nothing stood.
    fn is_added(&self) -> bool {
        let wrote = matches!(self.op.act, Act::Write(_));
        wrote && self.before.iter().all(|past| past.value() == Some(&Value::Empty))
    }

    /// What takes it back: each version that it replaced stands again, side by side if there were
    /// several: each replaces what was taken, and none another.
    fn undone(self, slot: Slot, suggestion: OpId) -> Vec<Draft> {
        let mut acts: Vec<Act> = match &self.op.act {
            Act::Remove(_) => vec![Act::Restore],
            _ => self.before.iter().filter_map(|op| op.value().cloned()).map(Act::Write).collect(),
        };
        if acts.is_empty() {
            acts.push(Act::Write(Value::Empty));
        }
        let back = |act| Draft { seen: Some(vec![self.op.id]), ..Draft::new(slot, act) };
        let reopened = Draft { cites: Some(suggestion), ..Draft::new(slot, Act::Reopen) };
        acts.into_iter().map(back).chain([reopened]).collect()
    }
}

/// By whom something was offered, and the moment at which it was accepted, and where: what has all
/// of it the same was accepted as one.
type Accepted = (Author, crate::record::DeviceId, When);

fn accepted(offer: &Suggestion<'_>) -> Option<Accepted> {
    let by = offer.decided_by.filter(|_| offer.decision == Decision::Accepted)?;
    Some((offer.op.author.clone(), by.device, by.at))
}

/// What undoes accepting a suggestion, and all that was accepted as one with it.
pub(super) fn undo(ledger: &mut Ledger, suggestion: OpId) -> Result<Vec<Draft>, Trouble> {
    let (slot, how) = offers(ledger.record())
        .find_map(|(slot, offer)| Some((slot, accepted(&offer)?)).filter(|_| offer.op.id == suggestion))
        .ok_or(Trouble::NotFound)?;
    if let Some(taken) = Taken::of(ledger, slot, suggestion)?
        && !taken.is_added()
    {
        return Ok(taken.undone(slot, suggestion));
    }
    let together: Vec<(Slot, OpId)> = offers(ledger.record())
        .filter(|(other, offer)| {
            (other.kind, other.entity) == (slot.kind, slot.entity) && accepted(offer).as_ref() == Some(&how)
        })
        .map(|(slot, offer)| (slot, offer.op.id))
        .collect();
    let mut drafts = Vec::new();
    for (slot, suggestion) in together {
        match Taken::of(ledger, slot, suggestion)? {
            Some(taken) if taken.is_added() => drafts.extend(taken.undone(slot, suggestion)),
            Some(_) => {}
            // Its author offered other words for the field later, and those were written.
            None => drafts.push(Draft { cites: Some(suggestion), ..Draft::new(slot, Act::Reopen) }),
        }
    }
    Ok(drafts)
}

impl Companion {
    /// Undoes accepting: the words from before stand again, and the suggestion waits. Words written
    /// since then stay beside them. An entry that was accepted whole waits whole.
    pub fn undo_accept(&self, suggestion: OpId) -> Result<(), Trouble> {
        let drafts = undo(&mut self.ledger(), suggestion)?;
        self.keep(drafts, &super::Writer::Person).map(drop)
    }
}

impl Who<'_> {
    /// What an entry would say, a line for each field that a person reads, in the table's order. Of
    /// words that were offered twice, the later, which would stand.
    pub fn offered_lines(&self, kind: Kind, parts: &[(Slot, &Op)]) -> Vec<String> {
        let mut offered: Vec<(Field, &Value)> =
            latest(parts).values().filter_map(|(slot, op)| Some((field_of(*slot)?, op.value()?))).collect();
        // Its own fields before those that every entry has.
        offered.sort_by_key(|(field, _)| COMMON.iter().any(|common| common.number == field.number));
        match kind {
            Kind::Promise => self.offered_promise(&offered),
            // What it came from is a name of Hearth's own.
            Kind::Thought => self.lines_of(offered.iter().filter(|(field, _)| *field == Thought::WORDS)),
            _ => self.lines_of(offered.iter()),
        }
    }

    fn lines_of<'v>(&self, offered: impl Iterator<Item = &'v (Field, &'v Value)>) -> Vec<String> {
        offered.filter_map(|(field, value)| self.offered_line(field, value)).collect()
    }

    /// Of a promise what, and who by when; and what came of it.
    fn offered_promise(&self, offered: &[(Field, &Value)]) -> Vec<String> {
        let value =
            |wanted: Field| offered.iter().find(|(field, _)| *field == wanted).map(|(_, value)| *value);
        let words = |field: Field| value(field).map(|value| value_in_words(self.words, value, &field));
        let who = words(Promise::WHO).unwrap_or_default();
        let by = value(Promise::BY).and_then(PartialDate::read).map(|by| self.written(by));
        let who = ("who", Arg::Text(&who));
        let line = match &by {
            None => self.words.say("promise-no-date", &[who]),
            Some(by) => self.words.say("promise-by", &[who, ("date", Arg::Text(by))]),
        };
        let note = offered.iter().filter(|(field, _)| *field == Promise::NOTE);
        words(Promise::WHAT).into_iter().chain([line]).chain(self.lines_of(note)).collect()
    }

    /// A field with its name where it has one; nothing for what only Hearth reads.
    fn offered_line(&self, field: &Field, value: &Value) -> Option<String> {
        let switch = |key: &str| (*value == Value::Bool(true)).then(|| self.words.plain(key, &[]));
        if field.number == Common::ONLY_ME.number {
            return switch("who-only-me");
        }
        if field.number == Common::ON_CARD.number {
            return switch("suggestion-on-card");
        }
        // Whom it is about is to be seen; what it is a part of is drawn around it.
        if let Value::Entity(id) = value {
            let somebody = self.record.entity(Kind::Person.number(), *id).is_some();
            return somebody.then(|| self.name(*id));
        }
        let hidden = matches!(field.holds, Type::Coded | Type::Order | Type::Ops | Type::Bytes);
        if hidden || field.number == Common::POSITION.number || *value == Value::Empty {
            return None;
        }
        let said = value_in_words(self.words, value, field);
        let name = format!("fhir-label-{}", field.name.replace(['.', '_'], "-"));
        match self.words.find(&name) {
            Some(label) => Some(format!("{label}: {said}")),
            // A yes by itself says nothing.
            None => (field.holds != Type::Flag).then_some(said),
        }
    }
}
