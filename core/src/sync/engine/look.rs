//! Taking in what came: changes of ours as suggestions, what is the practice's
//! own as its own, and what it no longer has.

use super::merge::{Whose, look};
use super::{Engine, Plan, SyncError, imports};
use crate::record::{Act, Op, Slot, Value};
use crate::store::Ledger;
use crate::sync::mapping::{Fields, LISTS, Mapping, Ours, Theirs};
use crate::sync::marks::{at, is_same};
use crate::sync::practice::{By, Changes, Found, Practice, Seen};
use crate::sync::state::{Held, Standing};
use crate::sync::when::instant;
use std::collections::{BTreeMap, BTreeSet};

impl<P: Plan, M: Mapping, R: Practice> Engine<'_, P, M, R> {
    /// Takes in everything that came, and how far that is, all or none.
    pub(super) fn take(&self, changes: &Changes) -> Result<(), SyncError> {
        if !changes.seen.is_empty() || self.notes.borrow().cursors.0.len() < changes.cursors.0.len() {
            self.note(|notes| notes.cursors = changes.cursors.clone());
        }
        let ops = self.plan.look(|ledger| {
            let outgoing = by_id(self.outgoing(ledger));
            let mut ops = Vec::new();
            for seen in &changes.seen {
                self.take_one(ledger, &outgoing, seen, false, &mut ops);
            }
            ops
        });
        self.keep(ops)
    }

    /// Takes in one that was read by itself: it is what stands there now.
    pub(super) fn take_read(&self, seen: &Seen) -> Result<(), SyncError> {
        let ops = self.plan.look(|ledger| {
            let outgoing = by_id(self.outgoing(ledger));
            let mut ops = Vec::new();
            self.take_one(ledger, &outgoing, seen, true, &mut ops);
            ops
        });
        self.keep(ops)
    }

    fn take_one(
        &self,
        ledger: &mut Ledger,
        outgoing: &BTreeMap<String, Ours>,
        seen: &Seen,
        read: bool,
        ops: &mut Vec<Op>,
    ) {
        let name = format!("{}/{}", seen.resource, seen.id);
        let body = self.named_here(&seen.body);
        let theirs = match self.mapping.incoming(ledger.record(), &body) {
            Ok(theirs) => theirs,
            Err(error) => {
                return self.note(|notes| drop(notes.left_out.insert(name, error.key().to_owned())));
            }
        };
        let by_own_id = {
            let ours = self.ours.borrow();
            let mut held =
                ours.iter().filter(|(_, held)| held.resource == seen.resource && held.id == seen.id);
            held.next().map(|(id, _)| id.clone())
        };
        let known = by_own_id.or_else(|| outgoing.contains_key(&seen.id).then(|| seen.id.clone()));
        let id = known.or(theirs.ours.clone()).filter(|id| {
            let mark = self.mapping.mark_of(&body);
            !self.marker.read(mark.as_deref(), id).is_foreign()
        });
        match id {
            Some(id) => self.take_ours(ledger, outgoing.get(&id), &id, seen, (&body, theirs), read, ops),
            None => self.take_theirs(ledger, &name, &body, ops),
        }
    }

    /// One that this plan gave out. What differs is the practice's suggestion,
    /// unless one of the person's phones wrote it.
    #[allow(clippy::too_many_arguments)]
    fn take_ours(
        &self,
        ledger: &mut Ledger,
        ours: Option<&Ours>,
        id: &str,
        seen: &Seen,
        (body, theirs): (&[u8], Theirs),
        read: bool,
        ops: &mut Vec<Op>,
    ) {
        let held = self.held(id);
        let resource = &seen.resource;
        if let Some(held) = &held {
            // The same version again; or an older one, from an index that lags. A second one of ours has
            // versions and times of its own: they say nothing of this one.
            let is_this = seen.id == held.id;
            let is_same = is_this && !seen.version.is_empty() && seen.version == held.version;
            let times = instant(&seen.updated).zip(instant(&held.updated));
            let older = is_this && !read && times.is_some_and(|(seen, held)| seen < held);
            if held.standing == Standing::Known && ((is_same && held.echoed) || older) {
                return;
            }
            // What we wrote ourselves, as the practice keeps it.
            if is_same && held.standing == Standing::Known {
                let body = String::from_utf8_lossy(body).into_owned();
                return self.hold(id, Some(Held { body, echoed: true, ..held.clone() }));
            }
        }
        let entry = ours.map(|ours| (ours.kind, ours.entity)).or_else(|| held.as_ref()?.entry());
        // Another phone's, of which nothing is known here yet: not ours to judge. Once this phone knows the entry, it
        // asks for what is there before it sends its own.
        let Some((kind, entity)) = entry else { return self.hold(id, Some(stranger(seen))) };
        let before = held.as_ref().filter(|held| held.standing == Standing::Known).and_then(|held| {
            let read = self.mapping.incoming(ledger.record(), held.body.as_bytes()).ok()?;
            Some(read)
        });
        // What could not be read on one of both sides can't be compared.
        let unread = before.iter().flat_map(|read| &read.unread).chain(&theirs.unread).copied().collect();
        let before = before.map(|read| without(read.fields, &unread));
        let there = without(theirs.fields, &unread);
        let levels = held.as_ref().map(|held| held.level.clone()).unwrap_or_default();
        let mark = self.mapping.mark_of(body);
        let unmarked = mark.is_none() && before.is_none();
        let mark = self.marker.read(mark.as_deref(), id);
        let nothing = Fields::new();
        let here = without(ours.map_or(&nothing, |ours| &ours.fields).clone(), &unread);
        let mut histories: BTreeMap<Slot, Vec<Value>> = BTreeMap::new();
        let looked = look(&levels, before.as_ref(), &there, &here, |slot, value| {
            // A list of what there is goes there when it changes here. What the
            // practice, or another phone, made of it there is left as it is: two
            // phones that know of different entries would never come to an end.
            if slot.field >= LISTS {
                return Whose::Elsewhere;
            }
            let known = histories.entry(slot).or_insert_with(|| own_words(ledger, slot));
            match (known.iter().any(|own| is_same(own, value)), mark.vouches_for(slot, value)) {
                (true, _) => Whose::Known,
                (false, true) => Whose::Elsewhere,
                // What a resource must have, and nobody answered here, is filled in when it is sent: where our
                // mark was dropped that looks like an answer.
                (false, false) if unmarked && !is_text(value) && is_same(at(&here, slot), &Value::Empty) => {
                    Whose::Elsewhere
                }
                // On a server that drops our mark they may be another phone's: then the suggestion
                // is none any more when the two phones meet. A clinician's must never pass unheard.
                (false, false) => Whose::Practice,
            }
        });
        // Of what was taken back from there, or removed here, nothing is wanted.
        if ours.is_some() {
            for (slot, value) in looked.suggested {
                let op =
                    imports::suggestion(&self.secret, (&self.link.base, self.author()), seen, slot, value);
                if !is_kept(ledger, &op) {
                    self.count(|outcome| outcome.suggested += 1);
                    ops.push(op);
                }
            }
        }
        if let Some(held) = &held
            && held.standing == Standing::Known
            && held.id != seen.id
        {
            // What it says is looked at. Of two that are there each phone keeps the
            // same one, whichever it knew: the first by name.
            if held.id < seen.id {
                return self.extras.borrow_mut().push((id.to_owned(), seen.clone()));
            }
            let (resource, version) = (resource.clone(), held.version.clone());
            let other =
                Seen { resource, id: held.id.clone(), version, updated: String::new(), body: Vec::new() };
            self.extras.borrow_mut().push((id.to_owned(), other));
        }
        let standing = match held.as_ref().map(|held| &held.standing) {
            Some(refused @ Standing::Refused { .. }) => refused.clone(),
            _ => Standing::Known,
        };
        self.hold(
            id,
            Some(Held {
                kind: kind.number(),
                entity: entity.hex(),
                resource: resource.clone(),
                id: seen.id.clone(),
                version: seen.version.clone(),
                updated: seen.updated.clone(),
                body: String::from_utf8_lossy(body).into_owned(),
                echoed: true,
                level: looked.levels,
                standing,
            }),
        );
    }

    /// One of the practice's own.
    fn take_theirs(&self, ledger: &Ledger, name: &str, body: &[u8], ops: &mut Vec<Op>) {
        match self.mapping.import(ledger.record(), body, &self.link.base) {
            Ok(mut imported) => {
                imported.retain(|op| !is_kept(ledger, op));
                if !imported.is_empty() {
                    self.count(|outcome| outcome.received += 1);
                }
                ops.append(&mut imported);
                self.note(|notes| {
                    notes.left_out.remove(name);
                    notes.vanished.remove(name);
                });
            }
            Err(error) => {
                self.note(|notes| drop(notes.left_out.insert(name.to_owned(), error.key().to_owned())))
            }
        }
    }

    /// After everything was asked for: what is known and did not come is asked
    /// for by name. What is gone there stays here.
    pub(super) fn compare(&self, changes: &Changes) -> Result<(), SyncError> {
        let came: BTreeSet<(&str, &str)> =
            changes.seen.iter().map(|seen| (seen.resource.as_str(), seen.id.as_str())).collect();
        let missing: Vec<(String, Held)> = {
            let ours = self.ours.borrow();
            let known = ours.iter().filter(|(_, held)| held.standing == Standing::Known);
            let missing =
                known.filter(|(_, held)| !came.contains(&(held.resource.as_str(), held.id.as_str())));
            // One whose type could not be asked for says nothing by not coming.
            let asked = missing.filter(|(_, held)| changes.cursors.0.contains_key(&held.resource));
            asked.map(|(id, held)| (id.clone(), held.clone())).collect()
        };
        if !missing.is_empty() {
            self.ask_whose()?;
        }
        for (id, held) in missing {
            match self.practice.read(&held.resource, By::Id(&held.id))? {
                Found::Here(seen, _) => self.take_read(&seen)?,
                Found::Gone | Found::Never => self.is_gone(&id, held),
            }
        }
        self.compare_theirs(&came, changes);
        Ok(())
    }

    /// What came from there once and does not come any more.
    fn compare_theirs(&self, came: &BTreeSet<(&str, &str)>, changes: &Changes) {
        use crate::record::Origin;
        let now = self.world.now().ms;
        let known: BTreeSet<String> = self.plan.look(|ledger| {
            let registers = ledger.record().entities().flat_map(|(_, _, entity)| entity.fields());
            let writes = registers.flat_map(|(_, register)| register.heads());
            let from_there = writes.filter_map(|op| match &op.origin {
                Origin::Imported { server, resource, .. } if *server == self.link.base => {
                    Some(resource.clone())
                }
                _ => None,
            });
            from_there.collect()
        });
        self.note(|notes| {
            for name in known {
                let Some((kind, id)) = name.split_once('/') else { continue };
                match came.contains(&(kind, id)) || !changes.cursors.0.contains_key(kind) {
                    true => notes.vanished.remove(&name),
                    false => Some(*notes.vanished.entry(name).or_insert(now)),
                };
            }
        });
    }

    /// The practice no longer has it. The words stay here.
    pub(super) fn is_gone(&self, id: &str, held: Held) {
        self.count(|outcome| outcome.gone += 1);
        self.hold(id, Some(Held { standing: Standing::Gone, ..held }));
    }
}

/// What is kept of one of which only another phone knows what it is.
fn stranger(seen: &Seen) -> Held {
    Held {
        kind: 0,
        entity: String::new(),
        resource: seen.resource.clone(),
        id: seen.id.clone(),
        version: seen.version.clone(),
        updated: seen.updated.clone(),
        body: String::new(),
        echoed: false,
        level: BTreeMap::new(),
        standing: Standing::Asked,
    }
}

fn is_text(value: &Value) -> bool {
    matches!(value, Value::Text(_))
}

fn without(mut fields: Fields, unread: &BTreeSet<Slot>) -> Fields {
    fields.retain(|slot, _| !unread.contains(slot));
    fields
}

pub(super) fn by_id(ours: Vec<Ours>) -> BTreeMap<String, Ours> {
    ours.into_iter().map(|ours| (ours.id.clone(), ours)).collect()
}

/// Whether an op is here already. Suggestions and the versions of a resource all
/// stand in their field: none of them is ever past.
pub(in crate::sync) fn is_kept(ledger: &Ledger, op: &Op) -> bool {
    ledger.record().register(op.slot).is_some_and(|register| register.ops().any(|kept| kept.id == op.id))
}

/// Everything that the person, or who may write for them, ever said in a field.
/// Where a part of its past does not open, what is left is gone by.
pub(in crate::sync) fn own_words(ledger: &mut Ledger, slot: Slot) -> Vec<Value> {
    let (ops, _) = ledger.history(slot).unwrap_or_default();
    let own = ops.into_iter().filter(|op| op.author.writes_for(slot.owner()));
    own.filter_map(|op| match op.act {
        Act::Write(value) => Some(value),
        _ => None,
    })
    .collect()
}
