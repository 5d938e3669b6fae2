//! Sending what is owed: over the version that is known, never blindly; asked
//! for first where it may have arrived already.

use super::look::{by_id, own_words};
use super::merge::{Levels, owed, settled};
use super::{Engine, Plan, Step, SyncError};
use crate::plan;
use crate::record::{Decision, Origin, Slot, Value};
use crate::store::Ledger;
use crate::sync::mapping::{Fields, Mapping, Ours};
use crate::sync::marks::{at, is_same, sum_of};
use crate::sync::practice::{By, Found, Practice, Write, WriteError, Written};
use crate::sync::state::{Held, Standing};
use ring::digest::{SHA256, digest};
use std::collections::{BTreeMap, BTreeSet};

/// How often one that changes under our hands is tried in one sync.
const ROUNDS: usize = 4;
/// So many are sent before it is kept that they were.
const CHUNK: usize = 100;

/// One that is to be written.
struct Sending {
    write: Write,
    /// What of it is new there.
    fields: Fields,
    /// What the whole says here.
    here: Fields,
    /// What is known of it, after it was taken.
    held: Held,
    /// A sum over what is sent.
    sum: String,
}

impl<P: Plan, M: Mapping, R: Practice> Engine<'_, P, M, R> {
    pub(super) fn push(&self) -> Result<(), SyncError> {
        self.find_out()?;
        self.clear_extras()?;
        let mut done = BTreeSet::new();
        for _ in 0..ROUNDS {
            let (sending, agreed) = self.plan.look(|ledger| self.due(ledger, &done));
            for (id, held) in agreed {
                self.hold(&id, Some(held));
            }
            if sending.is_empty() {
                break;
            }
            self.ask_whose()?;
            let all = sending.len();
            let mut sent = 0;
            for chunk in sending.chunks(CHUNK) {
                self.progress.at(Step::Sending(sent, all));
                self.send(chunk, &mut done)?;
                sent += chunk.len();
            }
        }
        self.withdraw()
    }

    /// What was sent once and may have arrived, from here or from another phone: asked for before it is sent (again).
    fn find_out(&self) -> Result<(), SyncError> {
        if !self.ours.borrow().values().any(|held| held.standing == Standing::Asked) {
            return Ok(());
        }
        let asked: Vec<(String, Held)> = self.plan.look(|ledger| {
            let outgoing = by_id(self.outgoing(ledger));
            let ours = self.ours.borrow();
            let asked = ours.iter().filter(|(_, held)| held.standing == Standing::Asked);
            // Of another phone's it is asked once this phone knows what it is.
            let known = asked.filter_map(|(id, held)| match (held.entry(), outgoing.get(id)) {
                (Some(_), _) => Some((id.clone(), held.clone())),
                (None, Some(ours)) => {
                    let (kind, entity) = (ours.kind.number(), ours.entity.hex());
                    Some((id.clone(), Held { kind, entity, ..held.clone() }))
                }
                (None, None) => None,
            });
            known.collect()
        });
        if !asked.is_empty() {
            self.ask_whose()?;
        }
        for (id, held) in asked {
            self.find(&id, held)?;
        }
        self.keep(Vec::new())
    }

    /// One of each is enough.
    fn clear_extras(&self) -> Result<(), SyncError> {
        let extras = self.extras.take();
        if !extras.is_empty() {
            self.ask_whose()?;
        }
        for (id, extra) in extras {
            let Some(held) = self.held(&id) else { continue };
            match self.practice.read(&held.resource, By::Id(&held.id))? {
                // Changed meanwhile, perhaps: then the next look finds it again.
                Found::Here(..) => match self.practice.withdraw(&extra.resource, &extra.id, &extra.version) {
                    Err(WriteError::Stop(error)) => return Err(error.into()),
                    _ => continue,
                },
                // The one that was known is gone: this one is it, then.
                Found::Gone | Found::Never => self.hold(&id, Some(Held { standing: Standing::Gone, ..held })),
            }
            if let Found::Here(seen, _) = self.practice.read(&extra.resource, By::Id(&extra.id))? {
                self.take_read(&seen)?;
            }
        }
        self.keep(Vec::new())
    }

    /// Asks for one by its id, and by our identifier where the practice may have
    /// given it another.
    fn find(&self, id: &str, held: Held) -> Result<(), SyncError> {
        let mut found = self.practice.read(&held.resource, By::Id(&held.id))?;
        if found == Found::Never {
            found = match self.practice.read(&held.resource, By::Ours(id)) {
                Ok(found) => found,
                // A question that this practice does not take.
                Err(super::PracticeError::NotAllowed | super::PracticeError::Status(400..=404)) => {
                    Found::Never
                }
                Err(error) => return Err(error.into()),
            };
        }
        match found {
            Found::Here(seen, more) => {
                self.take_read(&seen)?;
                // A question that was carried twice made two: one is enough.
                for extra in more {
                    self.take_read(&extra)?;
                }
                self.clear_extras()?;
            }
            // Never arrived, then; or it did, and is gone since.
            Found::Never if held.standing == Standing::Asked => self.hold(id, None),
            Found::Gone | Found::Never => self.is_gone(id, held),
        }
        Ok(())
    }

    /// What is owed, in the order in which it can be referred to; and what both
    /// sides agree on by now.
    #[allow(clippy::type_complexity)]
    fn due(&self, ledger: &mut Ledger, done: &BTreeSet<String>) -> (Vec<Sending>, Vec<(String, Held)>) {
        let (mut sending, mut agreed) = (Vec::new(), Vec::new());
        let waiting = self.waiting(ledger);
        for ours in self.outgoing(ledger) {
            if done.contains(&ours.id) {
                continue;
            }
            let held = self.held(&ours.id).filter(|held| held.standing != Standing::Withdrawn);
            match held {
                None => sending.extend(self.fresh(&waiting, ours)),
                Some(held) => match self.changed(ledger, &waiting, ours, held) {
                    Some(Due::Send(change)) => sending.push(*change),
                    Some(Due::Agreed(id, held)) => agreed.push((id, *held)),
                    None => {}
                },
            }
        }
        (sending, agreed)
    }

    /// One that is not there yet, as far as is known: everything was asked for.
    fn fresh(&self, waiting: &BTreeSet<Slot>, ours: Ours) -> Option<Sending> {
        if !self.notes.borrow().cursors.0.contains_key(&ours.resource) {
            return None;
        }
        let there_before = self.held(&ours.id);
        let mut held = Held {
            kind: ours.kind.number(),
            entity: ours.entity.hex(),
            resource: ours.resource.clone(),
            id: ours.id.clone(),
            version: String::new(),
            updated: String::new(),
            body: String::new(),
            echoed: false,
            level: Levels::new(),
            standing: Standing::Asked,
        };
        // What waits for the person to say is not sent in the meantime.
        let waits = ours.fields.keys().any(|slot| waiting.contains(slot));
        if waits && there_before.is_none() {
            return None;
        }
        let body = self.marked(&self.named_there(&ours.body), &ours.id, &ours.fields, &Levels::new())?;
        let sum = sum_bytes(&body);
        held.body = String::from_utf8_lossy(&body).into_owned();
        Some(Sending {
            write: Write { resource: ours.resource, id: ours.id.clone(), ours: ours.id, over: None, body },
            fields: ours.fields.clone(),
            here: ours.fields,
            held,
            sum,
        })
    }

    /// One that is there: the fields that are owed, over what is there.
    fn changed(&self, ledger: &Ledger, waiting: &BTreeSet<Slot>, ours: Ours, mut held: Held) -> Option<Due> {
        if matches!(held.standing, Standing::Gone | Standing::Asked) {
            return None;
        }
        // Refused before it was ever there: it is made anew, once it is another.
        if held.body.is_empty() || (held.version.is_empty() && !held.echoed) {
            let again = self.fresh(waiting, ours)?;
            return Self::is_free(&held, &again.sum).then(|| Due::Send(Box::new(again)));
        }
        let there = self.mapping.incoming(ledger.record(), held.body.as_bytes()).ok()?;
        let owed = owed(&held.level, &there.fields, &ours.fields, |slot| {
            there.unread.contains(&slot) || waiting.contains(&slot)
        });
        for key in &owed.agreed {
            let said = crate::sync::state::slot_of(key).map(|slot| sum_of(at(&ours.fields, slot)));
            held.level.extend(said.map(|sum| (key.clone(), crate::sync::state::Level::At(sum))));
        }
        if owed.fields.is_empty() {
            let noted = !owed.agreed.is_empty();
            return noted.then(|| Due::Agreed(ours.id, Box::new(held)));
        }
        let written = self.mapping.write_over(ledger.record(), held.body.as_bytes(), &owed.fields).ok()?;
        let body = self.marked(&self.named_there(&written), &ours.id, &ours.fields, &held.level)?;
        let sum = sum_bytes(&body);
        if !Self::is_free(&held, &sum) {
            return None;
        }
        let (resource, id) = (held.resource.clone(), held.id.clone());
        Some(Due::Send(Box::new(Sending {
            write: Write { resource, id, ours: ours.id, over: Some(held.version.clone()), body },
            fields: owed.fields,
            here: ours.fields,
            held,
            sum,
        })))
    }

    /// With the mark that says which of its words are the person's: those there
    /// are, and the answers that were taken back.
    fn marked(&self, body: &[u8], id: &str, fields: &Fields, levels: &Levels) -> Option<Vec<u8>> {
        let mut all = fields.clone();
        for slot in levels.keys().filter_map(|key| crate::sync::state::slot_of(key)) {
            all.entry(slot).or_insert(Value::Empty);
        }
        self.mapping.mark(body, &self.marker.mark(id, all.iter())).ok()
    }

    /// The fields in which a suggestion of this practice waits. One that offers
    /// the person's own words (another phone's, on a server that drops our mark)
    /// is none.
    fn waiting(&self, ledger: &mut Ledger) -> BTreeSet<Slot> {
        let mut offered: Vec<(Slot, Value)> = Vec::new();
        for (kind, entity, fields) in ledger.record().entities() {
            for (field, register) in fields.fields() {
                let slot = Slot { entity, kind, field };
                for offer in register.suggestions() {
                    let from_there = matches!(&offer.op.origin, Origin::Imported { server, .. } if *server == self.link.base);
                    if offer.decision == Decision::Pending && from_there {
                        offered.extend(offer.op.value().map(|value| (slot, value.clone())));
                    }
                }
            }
        }
        offered.retain(|(slot, value)| !own_words(ledger, *slot).iter().any(|own| is_same(own, value)));
        offered.into_iter().map(|(slot, _)| slot).collect()
    }

    fn send(&self, chunk: &[Sending], done: &mut BTreeSet<String>) -> Result<(), SyncError> {
        // What is sent for the first time is noted before, so that it is asked
        // for first where the answer gets lost.
        for new in chunk.iter().filter(|sending| sending.write.over.is_none()) {
            self.hold(&new.write.ours, Some(new.held.clone()));
        }
        self.keep(Vec::new())?;
        let writes: Vec<Write> = chunk.iter().map(|sending| sending.write.clone()).collect();
        let outcomes = self.practice.write(&writes);
        let mut stopped = None;
        let mut again = Vec::new();
        for (sending, outcome) in chunk.iter().zip(outcomes) {
            let id = &sending.write.ours;
            match outcome {
                Ok(written) => {
                    self.count(|outcome| outcome.sent += 1);
                    self.hold(id, Some(self.taken(sending, written)));
                    done.insert(id.clone());
                }
                Err(WriteError::Conflict | WriteError::Unknown) => {
                    again.push((id.clone(), sending.held.clone()))
                }
                Err(WriteError::Gone) => self.is_gone(id, sending.held.clone()),
                Err(WriteError::Refused { status }) => {
                    self.count(|outcome| outcome.refused += 1);
                    let standing = Standing::Refused { sum: sending.sum.clone(), status };
                    self.hold(id, Some(Held { standing, ..sending.held.clone() }));
                    done.insert(id.clone());
                }
                Err(WriteError::Stop(error)) => {
                    stopped.get_or_insert(error);
                }
            }
        }
        self.keep(Vec::new())?;
        if let Some(error) = stopped {
            return Err(error.into());
        }
        for (id, held) in again {
            self.find(&id, held)?;
        }
        self.keep(Vec::new())
    }

    /// What is known of a resource after the practice took it.
    fn taken(&self, sending: &Sending, written: Written) -> Held {
        let mut held = sending.held.clone();
        settled(&mut held.level, &sending.fields, &sending.here);
        held.id = written.id;
        held.version = written.version;
        held.updated = written.updated;
        held.standing = Standing::Known;
        held.echoed = written.body.is_some();
        let body = written.body.as_deref().unwrap_or(&sending.write.body);
        held.body = String::from_utf8_lossy(&self.named_here(body)).into_owned();
        held
    }

    /// Takes back from there what the person removed, or marked "only me". What
    /// merely does not go out (a part of the plan that does not read) stays.
    fn withdraw(&self) -> Result<(), SyncError> {
        let leaving: Vec<(String, Held)> = self.plan.look(|ledger| {
            let outgoing: BTreeMap<String, Ours> = by_id(self.outgoing(ledger));
            let whole = ledger.health().damaged.is_empty() && !ledger.health().rows_changed;
            let ours = self.ours.borrow();
            let left = ours
                .iter()
                .filter(|(id, held)| held.standing == Standing::Known && !outgoing.contains_key(*id));
            let wanted = left.filter(|(_, held)| whole && is_taken_back(ledger, held));
            wanted.map(|(id, held)| (id.clone(), held.clone())).collect()
        });
        if !leaving.is_empty() {
            self.ask_whose()?;
        }
        for (id, mut held) in leaving {
            let mut outcome = self.practice.withdraw(&held.resource, &held.id, &held.version);
            if matches!(outcome, Err(WriteError::Conflict)) {
                // It has changed there meanwhile: that is looked at, and it goes.
                if let Found::Here(seen, _) = self.practice.read(&held.resource, By::Id(&held.id))? {
                    held.version = seen.version.clone();
                    outcome = self.practice.withdraw(&held.resource, &held.id, &held.version);
                }
            }
            match outcome {
                Ok(()) | Err(WriteError::Gone) => {
                    self.count(|outcome| outcome.withdrawn += 1);
                    self.hold(
                        &id,
                        Some(Held { standing: Standing::Withdrawn, level: Levels::new(), ..held }),
                    );
                }
                Err(WriteError::Refused { status }) => {
                    self.count(|outcome| outcome.refused += 1);
                    let standing = Standing::Refused { sum: String::new(), status };
                    self.hold(&id, Some(Held { standing, ..held }));
                }
                // Another sync tries again.
                Err(WriteError::Conflict | WriteError::Unknown) => {}
                Err(WriteError::Stop(error)) => return Err(error.into()),
            }
        }
        self.keep(Vec::new())
    }
}

/// What is to be done with one of ours.
enum Due {
    Send(Box<Sending>),
    Agreed(String, Box<Held>),
}

fn is_taken_back(ledger: &Ledger, held: &Held) -> bool {
    let Some((kind, id)) = held.entry() else { return false };
    let record = ledger.record();
    let is_known = record.entity(kind.number(), id).is_some();
    is_known && (plan::life::is_removed(record, kind, id) || plan::life::is_only_me(record, kind, id))
}

fn sum_bytes(bytes: &[u8]) -> String {
    crate::sync::hex(digest(&SHA256, bytes).as_ref().get(..12).unwrap_or_default())
}
