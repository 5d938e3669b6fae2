//! The plan as a practice's resources, for sync: what [`crate::fhir`] says of
//! them, told by the plan's own slots.

use super::entries::entry_ops;
use crate::companion::import::result_ops;
use crate::fhir::{self, Context, FhirError, Incoming, What, own};
use crate::plan::{self, Field, Kind, Type, Unwell, Use};
use crate::record::{EntityId, Op, Owner, Record, Slot, Value};
use crate::sync::mapping::{Fields, LISTS, Mapping, Ours, Theirs};
use crate::words::Words;
use hearth_sealed::Secret;
use ring::hmac;
use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};

/// See [`types`].
const TYPES: &[&str] = &[
    "RelatedPerson",
    "CareTeam",
    "CarePlan",
    "Goal",
    "Condition",
    "ServiceRequest",
    "Task",
    "Observation",
    "QuestionnaireResponse",
    "Flag",
    "List",
    "Consent",
    "Communication",
    "Appointment",
    "MedicationStatement",
    "MedicationRequest",
    "AllergyIntolerance",
    "HealthcareService",
];
/// The types that are asked for.
pub fn types() -> &'static [&'static str] {
    TYPES
}

/// What a plan for when I'm unwell is made of, and the field that has their order.
const PARTS: [(Kind, Option<Field>); 4] = [
    (Kind::Sign, Some(Unwell::SIGNS)),
    (Kind::Step, Some(Unwell::STEPS)),
    (Kind::Coping, None),
    (Kind::KeptThing, Some(Unwell::KEPT)),
];

/// The map, under one plan's secret.
pub struct PlanMap<'a> {
    secret: Secret<32>,
    words: &'a Words,
    tasks: &'a dyn Fn() -> bool,
    /// Names of our resources, by entry; and entries, by the id they have there.
    names: RefCell<HashMap<(u16, EntityId), String>>,
    known: RefCell<Known>,
}

#[derive(Default)]
struct Known {
    entities: usize,
    by_id: HashMap<String, (Kind, EntityId)>,
}

impl<'a> PlanMap<'a> {
    /// The map. `tasks`: the practice lets a patient write Tasks, as far as is known by now.
    pub fn new(secret: &Secret<32>, words: &'a Words, tasks: &'a dyn Fn() -> bool) -> Self {
        let secret = Secret::from_bytes(*secret.expose());
        Self { secret, words, tasks, names: RefCell::default(), known: RefCell::default() }
    }

    /// The entry that our id names, if it is known here.
    fn entry_of(&self, record: &Record, id: &str) -> Option<(Kind, EntityId)> {
        let mut known = self.known.borrow_mut();
        let entities = record.entities().count();
        if known.entities != entities {
            known.entities = entities;
            for (number, entity, _) in record.entities() {
                let Some(kind) = Kind::from_number(number) else { continue };
                known.by_id.insert(fhir::id_of(&self.secret, kind, entity, 0), (kind, entity));
            }
        }
        known.by_id.get(id).copied()
    }

    /// The entry that a resource is, by our id on it.
    fn whose(&self, record: &Record, kind: Kind, part: u16, id: &str) -> Option<EntityId> {
        if part == 0 {
            let (found, entity) = self.entry_of(record, id)?;
            return (found == kind).then_some(entity);
        }
        let only = EntityId::only(kind.number());
        let mut all = record.of_kind(kind.number()).map(|(entity, _)| entity).chain([only]);
        all.find(|entity| fhir::id_of(&self.secret, kind, *entity, part) == id)
    }

    /// A part of a plan for when I'm unwell: ours by our mark, else one that the
    /// practice put there.
    fn part(&self, record: &Record, kind: Kind, of: EntityId, mark: &str) -> EntityId {
        match self.entry_of(record, mark) {
            Some((found, entity)) if found == kind => entity,
            _ => {
                let key = hmac::Key::new(hmac::HMAC_SHA256, self.secret.expose());
                let named = [
                    b"part by the practice".as_slice(),
                    &of.0,
                    &kind.number().to_be_bytes(),
                    mark.as_bytes(),
                ];
                let tag = hmac::sign(&key, &named.concat());
                let mut name = [0; 16];
                name.iter_mut().zip(tag.as_ref()).for_each(|(to, from)| *to = *from);
                EntityId::new(Owner::Person, name)
            }
        }
    }

    /// What a resource says, slot by slot.
    fn read(&self, record: &Record, incoming: &Incoming, kind: Kind, part: u16, entity: EntityId) -> Theirs {
        let mut theirs = Theirs::default();
        for (kind, field, value) in &incoming.fields {
            theirs.fields.insert(kind.slot(entity, field), value.clone());
        }
        theirs.unread.extend(incoming.not_read.iter().map(|field| kind.slot(entity, field)));
        for link in &incoming.links {
            let ids = link.to.iter().map(|to| to.rsplit_once('/').map_or(to.as_str(), |(_, id)| id));
            let named: Vec<EntityId> =
                ids.clone().filter_map(|id| Some(self.entry_of(record, id)?.1)).collect();
            let Some(field) = link.field else {
                let ours = link.to.iter().zip(ids).filter(|(_, id)| self.is_ours(record, id));
                let list: Vec<&str> = ours.map(|(to, _)| to.as_str()).collect();
                let slot = list_slot(kind, entity, link.element);
                theirs.fields.insert(slot, Value::Text(list.join("\n")));
                continue;
            };
            let slot = kind.slot(entity, &field);
            match (field.holds, named.first()) {
                (Type::Order, Some(_)) => drop(theirs.fields.insert(slot, Value::Order(named))),
                (Type::Entity, Some(first)) => drop(theirs.fields.insert(slot, Value::Entity(*first))),
                // Somebody or something of the practice's.
                _ => drop(theirs.unread.insert(slot)),
            }
        }
        if kind == Kind::Unwell && part == 0 {
            self.read_parts(record, incoming, entity, &mut theirs);
        }
        theirs
    }

    fn read_parts(&self, record: &Record, incoming: &Incoming, unwell: EntityId, theirs: &mut Theirs) {
        let mut orders: BTreeMap<u16, Vec<EntityId>> = BTreeMap::new();
        for part in incoming.parts.iter().filter(|part| !part.withdrawn) {
            let entity = self.part(record, part.kind, unwell, &part.mark);
            for (field, value) in &part.fields {
                theirs.fields.insert(part.kind.slot(entity, field), value.clone());
            }
            theirs.unread.extend(part.not_read.iter().map(|field| part.kind.slot(entity, field)));
            if let Some(parent) = plan::parent_field(part.kind) {
                theirs.fields.insert(part.kind.slot(entity, &parent), Value::Entity(unwell));
            }
            orders.entry(part.kind.number()).or_default().push(entity);
        }
        for (kind, order) in PARTS {
            let named = orders.remove(&kind.number()).unwrap_or_default();
            if let (Some(field), false) = (order, named.is_empty()) {
                theirs.fields.insert(Kind::Unwell.slot(unwell, &field), Value::Order(named));
            }
        }
    }

    /// Whether an id is one that this plan gives: to an entry or to a part of one.
    fn is_ours(&self, record: &Record, id: &str) -> bool {
        self.entry_of(record, id).is_some() || self.names.borrow().values().any(|name| name.ends_with(id))
    }

    /// The reference to an entry; just its id, where that is what is said.
    fn name_of(&self, kind: Kind, entity: EntityId, field: &Field) -> Option<String> {
        let is = |other: &Field| (field.kind, field.number) == (other.kind, other.number);
        if is(&Use::SIGNS) || is(&Use::STEPS) {
            return Some(fhir::id_of(&self.secret, kind, entity, 0));
        }
        self.names.borrow().get(&(kind.number(), entity)).cloned()
    }

    /// The link saying so; what in it is not ours stays.
    fn write_link(
        &self,
        record: &Record,
        body: Vec<u8>,
        link: (&str, Option<Field>),
        value: &Value,
    ) -> Result<Vec<u8>, FhirError> {
        let (element, field) = link;
        let ours: Vec<String> = match (value, field) {
            (Value::Entity(one), Some(field)) => self.names_of(record, &[*one], &field),
            (Value::Order(several), Some(field)) => self.names_of(record, several, &field),
            (Value::Text(list), None) => list.lines().map(str::to_owned).collect(),
            _ => Vec::new(),
        };
        let incoming = fhir::incoming(&body)?;
        let there = incoming.links.iter().find(|link| link.element == element).map(|link| link.to.clone());
        let id = |to: &String| to.rsplit_once('/').map_or(to.clone(), |(_, id)| id.to_owned());
        let others = there.unwrap_or_default().into_iter().filter(|to| !self.is_ours(record, &id(to)));
        let to: Vec<String> = ours.iter().cloned().chain(others).collect();
        fhir::write_links(&body, element, &to)
    }

    fn names_of(&self, record: &Record, entities: &[EntityId], field: &Field) -> Vec<String> {
        let named = entities.iter().filter_map(|entity| {
            let mut kinds = Kind::ALL.iter().filter(|kind| record.entity(kind.number(), *entity).is_some());
            kinds.find_map(|kind| self.name_of(*kind, *entity, field))
        });
        named.collect()
    }

    /// The parts of a plan for when I'm unwell saying so.
    fn write_parts(
        &self,
        record: &Record,
        mut body: Vec<u8>,
        unwell: EntityId,
        fields: &Fields,
    ) -> Result<Vec<u8>, FhirError> {
        let mut parts: BTreeMap<(u16, EntityId), Vec<(Field, Value)>> = BTreeMap::new();
        for (slot, value) in fields.iter().filter(|(slot, _)| slot.kind != Kind::Unwell.number()) {
            let Some(field) = plan::field_of(*slot) else { continue };
            parts.entry((slot.kind, slot.entity)).or_default().push((field, value.clone()));
        }
        for ((number, entity), changed) in parts {
            let Some(kind) = Kind::from_number(number) else { continue };
            let there = fhir::incoming(&body)?.parts;
            let held = there
                .iter()
                .find(|part| part.kind == kind && self.part(record, kind, unwell, &part.mark) == entity);
            let mark =
                held.map_or_else(|| fhir::id_of(&self.secret, kind, entity, 0), |part| part.mark.clone());
            let parent = plan::parent_field(kind).map(|field| field.number);
            let leaves =
                changed.iter().any(|(field, value)| Some(field.number) == parent && *value == Value::Empty);
            let changed: Vec<(Field, Value)> =
                changed.into_iter().filter(|(field, _)| Some(field.number) != parent).collect();
            body = match (leaves, held.is_some()) {
                (true, true) => fhir::remove_part(&body, &mark)?,
                (true, false) => body,
                (false, _) => fhir::write_part(&body, kind, &mark, &changed)?,
            };
        }
        for (kind, order) in PARTS {
            let named = order.and_then(|field| fields.get(&Kind::Unwell.slot(unwell, &field)));
            let Some(Value::Order(wanted)) = named else { continue };
            let there = fhir::incoming(&body)?.parts;
            let mark = |entity: &EntityId| {
                let mut held = there.iter().filter(|part| part.kind == kind);
                held.find(|part| self.part(record, kind, unwell, &part.mark) == *entity)
                    .map(|part| part.mark.as_str())
            };
            let marks: Vec<&str> = wanted.iter().filter_map(mark).collect();
            body = fhir::order_parts(&body, &marks)?;
        }
        Ok(body)
    }
}

/// The slot of a list that is no field.
fn list_slot(kind: Kind, entity: EntityId, element: &str) -> Slot {
    let sum = element.bytes().fold(0_u16, |sum, byte| sum.wrapping_mul(31).wrapping_add(u16::from(byte)));
    Slot { entity, kind: kind.number(), field: LISTS | (sum & !LISTS) }
}

impl Mapping for PlanMap<'_> {
    fn system(&self) -> &str {
        own::ENTRY_ID
    }

    fn types(&self) -> &[&str] {
        TYPES
    }

    fn outgoing(&self, record: &Record, patient: &str) -> Vec<Ours> {
        let cx = Context { record, secret: &self.secret, patient, words: self.words, tasks: (self.tasks)() };
        let all = fhir::all_outgoing(&cx);
        let main = all.iter().filter(|one| one.part == 0);
        let names = main.map(|one| ((one.kind.number(), one.entity), format!("{}/{}", one.resource, one.id)));
        *self.names.borrow_mut() = names.collect();
        let read = |one: fhir::Outgoing| {
            let incoming = fhir::incoming(&one.body).ok()?;
            let fields = self.read(record, &incoming, one.kind, one.part, one.entity).fields;
            let (kind, entity, resource) = (one.kind, one.entity, one.resource.to_owned());
            Some(Ours { kind, entity, resource, id: one.id, body: one.body, fields })
        };
        all.into_iter().filter_map(read).collect()
    }

    fn incoming(&self, record: &Record, body: &[u8]) -> Result<Theirs, FhirError> {
        let incoming = fhir::incoming(body)?;
        let id = incoming.identifier.as_ref().unwrap_or(&incoming.id);
        let entry = match incoming.what {
            What::Entry(kind, part) => self.whose(record, kind, part, id).map(|entity| (kind, part, entity)),
            _ => None,
        };
        let read = entry.map(|(kind, part, entity)| self.read(record, &incoming, kind, part, entity));
        Ok(Theirs { patient: incoming.patient, ours: incoming.identifier, ..read.unwrap_or_default() })
    }

    fn write_over(&self, record: &Record, body: &[u8], fields: &Fields) -> Result<Vec<u8>, FhirError> {
        let incoming = fhir::incoming(body)?;
        let What::Entry(kind, part) = incoming.what else { return Err(FhirError::NotMapped) };
        let links = fhir::links_of(body)?;
        let is_order = |field: &Field| {
            PARTS.iter().any(|(_, order)| order.is_some_and(|order| order.name == field.name))
        };
        let (mut plain, mut linked) = (Vec::new(), Vec::new());
        let mut entity = None;
        for (slot, value) in fields.iter().filter(|(slot, _)| slot.kind == kind.number()) {
            entity = Some(slot.entity);
            let list = links
                .iter()
                .find(|(element, field)| field.is_none() && list_slot(kind, slot.entity, element) == *slot);
            let field = plan::field_of(*slot);
            let link = field.and_then(|field| {
                links.iter().find(|(_, of)| of.is_some_and(|of| of.number == field.number))
            });
            match (list.or(link), field) {
                (Some(link), _) => linked.push((*link, value)),
                (None, Some(field)) if !is_order(&field) => plain.push((field, value.clone())),
                _ => {}
            }
        }
        let mut body = fhir::write_over(body, &plain)?;
        for (link, value) in linked {
            body = self.write_link(record, body, link, value)?;
        }
        if kind == Kind::Unwell && part == 0 {
            let id = incoming.identifier.as_ref().unwrap_or(&incoming.id);
            let unwell = entity.or_else(|| self.whose(record, kind, part, id)).ok_or(FhirError::NotMapped)?;
            body = self.write_parts(record, body, unwell, fields)?;
        }
        Ok(body)
    }

    fn mark(&self, body: &[u8], mark: &str) -> Result<Vec<u8>, FhirError> {
        fhir::stamp(body, mark)
    }

    fn mark_of(&self, body: &[u8]) -> Option<String> {
        fhir::stamp_of(body)
    }

    fn import(&self, record: &Record, body: &[u8], server: &str) -> Result<Vec<Op>, FhirError> {
        let incoming = fhir::incoming(body)?;
        match incoming.what {
            What::Result => Ok(result_ops(
                self.secret.expose(),
                body,
                server,
                &self.words.plain("who-name-practice", &[]),
            )?
            .1),
            What::Entry(kind, 0) if !kind.is_only() => {
                Ok(entry_ops(&self.secret, record, body, &incoming, (kind, server)))
            }
            _ => Ok(Vec::new()),
        }
    }
}
