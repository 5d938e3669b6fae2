//! From the plan to FHIR: every entry that may leave the phone as a fresh resource.

use ring::hmac;

use super::map::{self, Goes, Map, PART_KINDS, Shape, TEAM};
use super::write::Object;
use super::{FhirError, own};
use crate::plan::{self, Field, Kind, Sensitivity, Unwell};
use crate::record::{Author, EntityId, Owner, Record, Value};
use crate::words::{Arg, Words};
use hearth_sealed::Secret;

/// What is needed to say the plan in FHIR.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The plan.
    pub record: &'a Record,
    /// The plan's secret, which no rotation changes: ids are made from it, so that nobody can guess
    /// one and every phone of the person makes the same.
    pub secret: &'a Secret<32>,
    /// Whose plan it is, as a reference: `Patient/123`.
    pub patient: &'a str,
    /// The language of the few words that are Hearth's own.
    pub words: &'a Words,
    /// Whether promises may be Tasks. Else they are ServiceRequests of intent `proposal`.
    pub tasks: bool,
}

/// One resource, ready to send.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outgoing {
    /// The kind of entry that it says.
    pub kind: Kind,
    /// The entry. For the CareTeam and the plan itself, [`EntityId::only`] of the kind.
    pub entity: EntityId,
    /// 0, or, where one entry is several resources (each heading of About me, the flag of a plan
    /// for when I'm unwell, the team), which of them.
    pub part: u16,
    /// Its type.
    pub resource: &'static str,
    /// Its id, also its identifier of [`own::ENTRY_ID`]: 33 letters and digits that nobody can guess.
    pub id: String,
    /// It, as JSON in UTF-8.
    pub body: Vec<u8>,
}

/// The resources that an entry is: none where it is not mapped, is only the person's ("only me", or
/// part of what is), was removed, or is a practice's own; two for a plan for when I'm unwell (with
/// its Flag); one a heading for About me; one else.
pub fn outgoing(cx: &Context<'_>, kind: Kind, entity: EntityId) -> Vec<Outgoing> {
    if !is_sent(cx.record, kind, entity) {
        return Vec::new();
    }
    let maps = map::maps().filter(|map| map.kind == kind && map.goes == Goes::Out && map.part != TEAM);
    maps.filter_map(|map| made(cx, map, entity).ok().flatten()).collect()
}

/// Everything that may leave the phone, in an order in which what is referred to comes first.
pub fn all_outgoing(cx: &Context<'_>) -> Vec<Outgoing> {
    every(cx, &[Goes::Out]).filter_map(|(_, _, made)| made.ok().flatten()).collect()
}

/// As [`all_outgoing`], with what stands in a document alone.
pub(super) fn all_for_document(cx: &Context<'_>) -> Vec<Outgoing> {
    every(cx, &[Goes::Out, Goes::Document]).filter_map(|(_, _, made)| made.ok().flatten()).collect()
}

/// The entries that may leave the phone and cannot be said in a resource of a size that is read
/// ([`super::MAX_BYTES`]), and why: to be told, since nothing of them is sent.
pub fn not_outgoing(cx: &Context<'_>) -> Vec<(Kind, EntityId, FhirError)> {
    every(cx, &[Goes::Out]).filter_map(|(kind, entity, made)| Some((kind, entity, made.err()?))).collect()
}

fn every<'a>(
    cx: &'a Context<'_>,
    goes: &'a [Goes],
) -> impl Iterator<Item = (Kind, EntityId, Result<Option<Outgoing>, FhirError>)> + 'a {
    map::maps().filter(|map| goes.contains(&map.goes)).flat_map(move |map| {
        let entities = match (map.kind, map.part) {
            (Kind::Me, _) | (_, TEAM) => vec![EntityId::only(map.kind.number())],
            (kind, _) => sent(cx.record, kind),
        };
        entities.into_iter().map(move |entity| (map.kind, entity, made(cx, map, entity)))
    })
}

/// The entries of a kind that may leave the phone, by name.
pub(super) fn entities(record: &Record, kind: Kind) -> Vec<EntityId> {
    let here = record.of_kind(kind.number()).map(|(id, _)| id);
    here.filter(|id| leaves(record, kind, *id)).collect()
}

/// As [`entities`], of those with words of the person's.
fn sent(record: &Record, kind: Kind) -> Vec<EntityId> {
    entities(record, kind).into_iter().filter(|id| is_sent(record, kind, *id)).collect()
}

/// Whether an entry may leave the phone as the person's.
pub(super) fn leaves(record: &Record, kind: Kind, id: EntityId) -> bool {
    if matches!(kind, Kind::Me) {
        return id == EntityId::only(kind.number());
    }
    id.owner() == Owner::Person
        && record.entity(kind.number(), id).is_some_and(|entity| entity.is_written())
        && !plan::life::is_removed(record, kind, id)
        && !plan::life::is_only_me(record, kind, id)
}

/// Whether an entry may be sent as the person's words: it leaves the phone, and is not all a file's
/// that they brought in ([`Author::File`]), whose words stay its own.
pub(super) fn is_sent(record: &Record, kind: Kind, id: EntityId) -> bool {
    let Some(entity) = record.entity(kind.number(), id) else { return kind == Kind::Me };
    // Fields 1 to 9 are marks that every entry can have: no words of it.
    let mut words = entity.fields().filter(|(number, _)| *number > 9).peekable();
    let written = words.peek().is_none()
        || words.any(|(_, register)| register.heads().iter().any(|op| !is_of_file(&op.author)));
    kind == Kind::Me || written && leaves(record, kind, id)
}

/// The file that all of an entry's words are from, if they are.
fn file_of(record: &Record, kind: Kind, id: EntityId) -> Option<String> {
    if is_sent(record, kind, id) {
        return None;
    }
    let heads = record.entity(kind.number(), id)?.heads();
    heads.into_iter().find_map(|op| match &op.author {
        Author::File { name } => Some(name.clone()),
        _ => None,
    })
}

fn is_of_file(author: &Author) -> bool {
    matches!(author, Author::File { .. })
}

/// The id of an entry's resource: 128 bits under the plan's secret.
pub fn id_of(secret: &Secret<32>, kind: Kind, entity: EntityId, part: u16) -> String {
    let key = hmac::Key::new(hmac::HMAC_SHA256, secret.expose());
    let named = [b"fhir id".as_slice(), &kind.number().to_be_bytes(), &entity.0, &part.to_be_bytes()];
    let tag = hmac::sign(&key, &named.concat());
    // A letter first: some servers take an id of digits alone for their own.
    tag.as_ref().iter().take(16).fold("h".to_owned(), |id, byte| format!("{id}{byte:02x}"))
}

/// The type that an entry's resource has, if it is one.
fn main_map(cx: &Context<'_>, kind: Kind) -> Option<&'static Map> {
    map::maps().find(|map| map.kind == kind && suits(cx, map) && map.part == 0)
}

/// A promise is one of two types, as the practice allows.
fn suits(cx: &Context<'_>, map: &Map) -> bool {
    map.goes != Goes::Never && (map.kind != Kind::Promise || (map.resource == "Task") == cx.tasks)
}

fn made(cx: &Context<'_>, map: &'static Map, entity: EntityId) -> Result<Option<Outgoing>, FhirError> {
    let Some(fresh) = map.fresh.filter(|_| suits(cx, map)) else { return Ok(None) };
    let id = id_of(cx.secret, map.kind, entity, map.part);
    let f = Fresh { cx, map, entity, id: &id };
    if map.part == TEAM && f.everyone(Kind::Person).is_empty() {
        return Ok(None);
    }
    // A heading of About me without words is none.
    let about = map.rows.iter().find(|row| map.part != 0 && row.field.number == map.part);
    if about.is_some_and(|row| said(cx, map.kind, entity, &row.field).is_none()) {
        return Ok(None);
    }
    let mut body = fresh(&f).done();
    for row in map.rows.iter().filter(|row| row.field.sensitivity == Sensitivity::Ordinary) {
        let value = said(cx, map.kind, entity, &row.field).unwrap_or(Value::Empty);
        body = map::put(&body, &[], row, &value)?;
    }
    if map.kind == Kind::Unwell && map.part == 0 {
        for (kind, part) in f.parts() {
            let mark = id_of(cx.secret, kind, part, 0);
            let rows = map::part_rows(kind).map(|row| row.field);
            let fields: Vec<(Field, Value)> =
                rows.filter_map(|field| Some((field, stands(cx, kind, part, &field)?))).collect();
            body = map::put_part(&body, kind, &mark, &fields)?;
            // A list with a step left out would be another list: a file's step stands, as the file's.
            if let Some(file) = file_of(cx.record, kind, part) {
                body = map::put_file(&body, &mark, &file)?;
            }
        }
    }
    for link in map.links {
        body = map::put_link(&body, link, &f.link(link))?;
    }
    let resource = map.resource;
    Ok(Some(Outgoing { kind: map.kind, entity, part: map.part, resource, id, body: body.into_bytes() }))
}

/// What a field says as it leaves the phone, in the person's words. Where several versions stand, words are all of them,
/// one below the other, and anything else is nothing: none is preferred silently.
pub fn said(cx: &Context<'_>, kind: Kind, entity: EntityId, field: &Field) -> Option<Value> {
    value(cx, kind, entity, field, false)
}

/// As [`said`], with what stands in the words of a file: for where it is said whose they are.
pub(super) fn stands(cx: &Context<'_>, kind: Kind, entity: EntityId, field: &Field) -> Option<Value> {
    value(cx, kind, entity, field, true)
}

fn value(cx: &Context<'_>, kind: Kind, entity: EntityId, field: &Field, with_files: bool) -> Option<Value> {
    let register = cx.record.register(kind.slot(entity, field))?;
    let versions: Vec<&Value> = register
        .shown(field.policy)
        .into_iter()
        .filter(|version| with_files || version.iter().any(|op| !is_of_file(&op.author)))
        .filter_map(|version| version.first()?.value())
        .filter(|value| !matches!(value, Value::Empty | Value::Erased))
        .filter(|value| plan::check(field, value).is_ok())
        .collect();
    match versions.as_slice() {
        [] => None,
        [one] => Some((*one).clone()),
        several => {
            let texts: Option<Vec<&str>> = several.iter().map(|value| value.text()).collect();
            let n = Arg::Number(several.len() as i64);
            let head = cx.words.plain("fhir-versions", &[("n", n)]);
            let all = texts?.iter().fold(head.clone(), |all, text| format!("{all}\n\n{text}"));
            let fits = all.len() <= plan::MAX_TEXT;
            Some(Value::Text(if fits { all } else { head }))
        }
    }
}

/// What a fresh resource is made from.
pub(super) struct Fresh<'a> {
    pub cx: &'a Context<'a>,
    pub map: &'static Map,
    pub entity: EntityId,
    pub id: &'a str,
}

impl Fresh<'_> {
    /// The beginning of every resource, with whose it is in the element of this name.
    pub(super) fn of_patient(&self, element: &str) -> Object {
        let identifier = Object::new().text("system", own::ENTRY_ID).text("value", self.id);
        let made = Object::resource(self.map.resource).text("id", self.id);
        // FHIR gives this one type a single identifier.
        let made = match self.map.resource {
            "QuestionnaireResponse" => made.object("identifier", identifier),
            _ => made.list("identifier", [identifier.done()]),
        };
        made.object(element, map::reference(self.patient()))
    }

    pub(super) fn patient(&self) -> &str {
        self.cx.patient
    }

    /// Who wrote it: the person, or somebody who may write for them.
    pub(super) fn author(&self) -> String {
        let mut heads = self.map.rows.iter().filter_map(|row| {
            let register = self.cx.record.register(self.map.kind.slot(self.entity, &row.field))?;
            register.heads().first().map(|op| &op.author)
        });
        // The first row is the entry's words.
        let behalf = heads.next().and_then(|author| match author {
            Author::Behalf(person) => self.reference(Kind::Person, *person),
            _ => None,
        });
        behalf.unwrap_or_else(|| self.patient().to_owned())
    }

    /// The reference to an entry, if it leaves the phone. What stands in the document alone is never
    /// referred to: a practice would look for it in vain.
    pub(super) fn reference(&self, kind: Kind, entity: EntityId) -> Option<String> {
        let map = main_map(self.cx, kind).filter(|map| map.goes == Goes::Out)?;
        if !is_sent(self.cx.record, kind, entity) {
            return None;
        }
        Some(format!("{}/{}", map.resource, id_of(self.cx.secret, kind, entity, 0)))
    }

    /// The plan that everything is part of.
    pub(super) fn plan(&self) -> Option<String> {
        self.reference(Kind::Me, EntityId::only(Kind::Me.number()))
    }

    /// The team, if there is anybody in it.
    pub(super) fn team(&self) -> Option<String> {
        let team = EntityId::only(Kind::Person.number());
        let id = id_of(self.cx.secret, Kind::Person, team, TEAM);
        (!self.everyone(Kind::Person).is_empty()).then(|| format!("CareTeam/{id}"))
    }

    /// The heading of About me that this is, in words.
    pub(super) fn heading(&self) -> String {
        let about = self.map.rows.iter().find(|row| row.field.number == self.map.part);
        let name = about.map_or("", |row| row.field.name).replace(['.', '_'], "-");
        self.cx.words.plain(&format!("heading-{name}"), &[])
    }

    /// References to every entry of a kind that leaves the phone.
    fn everyone(&self, kind: Kind) -> Vec<String> {
        if kind == Kind::AboutMe {
            let headings = sent(self.cx.record, kind);
            let made = headings.iter().flat_map(|entity| outgoing(self.cx, kind, *entity));
            return made.map(|heading| format!("{}/{}", heading.resource, heading.id)).collect();
        }
        sent(self.cx.record, kind).into_iter().filter_map(|id| self.reference(kind, id)).collect()
    }

    /// What a link names.
    fn link(&self, link: &map::LinkRow) -> Vec<String> {
        let Some(field) = link.field else {
            return link.kinds.iter().flat_map(|kind| self.everyone(*kind)).collect();
        };
        let named = match said(self.cx, self.map.kind, self.entity, &field) {
            Some(Value::Entity(id)) => vec![id],
            Some(Value::Order(ids)) => ids,
            _ => Vec::new(),
        };
        let known = |id: EntityId| {
            let here = |kind: &&Kind| self.cx.record.entity(kind.number(), id).is_some();
            let kind = *link.kinds.iter().find(here)?;
            match link.shape {
                Shape::Marks(_) => {
                    is_sent(self.cx.record, kind, id).then(|| id_of(self.cx.secret, kind, id, 0))
                }
                _ => self.reference(kind, id),
            }
        };
        named.into_iter().filter_map(known).collect()
    }

    /// The parts of a plan for when I'm unwell, sort by sort, in the first order that stands.
    fn parts(&self) -> Vec<(Kind, EntityId)> {
        let parts = PART_KINDS.iter().flat_map(|(kind, _)| {
            let ordered = self.orders(*kind).into_iter().next().unwrap_or_default();
            ordered.into_iter().map(|id| (*kind, id))
        });
        parts.collect()
    }

    /// Each order in which the parts of a sort stand.
    fn orders(&self, kind: Kind) -> Vec<Vec<EntityId>> {
        let record = self.cx.record;
        let here: Vec<EntityId> = entities(record, kind)
            .into_iter()
            .filter(|id| plan::parent_of(record, kind, *id) == Some((Kind::Unwell, self.entity)))
            .collect();
        let Some(entity) = record.entity(Kind::Unwell.number(), self.entity) else { return Vec::new() };
        let unwell = Unwell::read(self.entity, entity);
        let none = plan::Kept::default();
        let order = match kind {
            Kind::Sign => &unwell.signs,
            Kind::Step => &unwell.steps,
            Kind::KeptThing => &unwell.kept,
            _ => &none,
        };
        plan::in_order(order, &here).orders
    }

    /// Whether two orders of signs, steps or medicines wait to be settled.
    pub(super) fn has_two_orders(&self) -> bool {
        PART_KINDS.iter().any(|(kind, _)| self.orders(*kind).len() > 1)
    }
}
