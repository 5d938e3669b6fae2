//! Results from outside: read from a file, kept as the sender's, never as the
//! person's own words.
//!
//! The ops are the same on every phone that reads the same resource: their ids
//! are MACs under the plan's secret, their times and order come from the
//! resource, and nothing in them is in this phone's language. What Hearth says of
//! a result, its plain name among it, is said when it is drawn (`result_words`).

use super::{Companion, Trouble};
use crate::fhir::observation::{
    self, Component, Concept, Effective, ObservationRead, Status, Value as Found,
};
use crate::fhir::{DateWritten, FhirDate, FhirError};
use crate::plan::{self, Field, Kind, Outcome, Refused};
use crate::record::{Act, Author, DeviceId, EntityId, MAX_LAMPORT, Op, OpId, Origin, Owner, Value, When};
use ring::digest::{SHA256, digest};
use ring::hmac;

/// The device that imported ops name: none.
const NO_DEVICE: DeviceId = DeviceId([0; 8]);

impl Companion {
    /// Reads one FHIR R4 Observation and keeps it as `source`'s. Reading the same
    /// one again, here or on another phone, changes nothing.
    pub fn import_observation(&self, bytes: &[u8], source: &str) -> Result<EntityId, Trouble> {
        plan::check_name(source)?;
        let mut ledger = self.ledger();
        let secret = ledger.store().keys().plan_secret().expose();
        let (whole, ops) = result_ops(secret, bytes, source, source)?;
        let merged = ledger.merge(ops, |_, _| Ok(None))?;
        drop(ledger);
        self.tell(&merged.changed);
        Ok(whole)
    }
}

/// What one Observation says, as ops: from `source`, which is called `name` where
/// nobody is named as having measured it.
pub(super) fn result_ops(
    secret: &[u8],
    bytes: &[u8],
    source: &str,
    name: &str,
) -> Result<(EntityId, Vec<Op>), FhirError> {
    let read = observation::read(bytes)?;
    let key = hmac::Key::new(hmac::HMAC_SHA256, secret);
    let version = hex(digest(&SHA256, bytes).as_ref().get(..8).unwrap_or_default());
    let import = Import {
        key: &key,
        source,
        // Without a name of its own each is a result of its own.
        resource: format!("Observation/{}", read.id.as_deref().unwrap_or(&format!("?{version}"))),
        version,
        at: when(bytes, &read),
        lamport: lamport(when(bytes, &read), read.status),
    };
    let whole = import.entity(&[]);
    let mut ops = import.ops(whole, fields_of(&read, name))?;
    for (number, component) in read.components.iter().enumerate() {
        let part = import.entity(&[&(number as u64).to_be_bytes()]);
        let mut fields = fields_of_part(component);
        fields.push((Outcome::PART_OF, Value::Entity(whole)));
        ops.extend(import.ops(part, fields)?);
    }
    Ok((whole, ops))
}

fn fields_of(read: &ObservationRead, source: &str) -> Vec<(Field, Value)> {
    let mut fields = measured(&read.code, read.value.as_ref(), read.absent.as_deref());
    // A result whose parts have the values has no value of its own to miss.
    let missed = |field: &Field, value: &Value| {
        field.number == Outcome::ABSENT.number
            || (field.number == Outcome::FOUND.number && *value == not_given())
    };
    fields.retain(|(field, value)| read.components.is_empty() || !missed(field, value));
    let from = read.performers.first().map_or(source, String::as_str);
    fields.push((Outcome::SOURCE, text(from)));
    if let Some(on) = day(read) {
        fields.push((Outcome::ON, Value::Date(on)));
    }
    let standing = standing(read.status).map(|standing| Value::Code(standing.to_owned()));
    fields.extend(standing.map(|standing| (Outcome::STANDING, standing)));
    fields.push((Outcome::WITHDRAWN, Value::Bool(read.status.withdrawn())));
    fields.extend(lab_words(&read.lab_words));
    fields
}

fn fields_of_part(part: &Component) -> Vec<(Field, Value)> {
    let mut fields = measured(&part.code, part.value.as_ref(), part.absent.as_deref());
    fields.extend(lab_words(&part.lab_words));
    fields
}

fn measured(code: &Concept, value: Option<&Found>, absent: Option<&str>) -> Vec<(Field, Value)> {
    let mut fields = vec![(Outcome::NAME, text(code.said().unwrap_or_default()))];
    let codings = code.codings.iter();
    let mut codes = codings
        .filter_map(|c| c.system.as_ref().zip(c.code.as_ref()))
        .map(|(system, code)| format!("{system}|{code}"));
    fields.extend(codes.next().map(|code| (Outcome::CODE, text(&code))));
    let others: Vec<String> = codes.collect();
    if !others.is_empty() {
        fields.push((Outcome::CODES, text(&others.join("\n"))));
    }
    match value {
        Some(Found::Quantity(quantity)) => {
            fields.push((Outcome::VALUE, Value::Decimal(quantity.value.as_written().to_owned())));
            let unit = quantity.unit.as_ref().or(quantity.code.as_ref());
            fields.extend(unit.map(|unit| (Outcome::UNIT, text(unit))));
            let sign = quantity.comparator.map(|sign| Value::Code(sign.sign().to_owned()));
            fields.extend(sign.map(|sign| (Outcome::SIGN, sign)));
        }
        Some(Found::Whole(number)) => {
            fields.push((Outcome::VALUE, Value::Decimal(number.as_written().to_owned())));
        }
        Some(Found::Text(words)) => fields.push((Outcome::WORDS, text(words))),
        Some(Found::Concept(concept)) => {
            fields.push((Outcome::WORDS, text(concept.said().unwrap_or_default())));
        }
        Some(Found::YesNo(yes)) => {
            let answer = if *yes { "yes" } else { "no" };
            fields.push((Outcome::FOUND, Value::Code(answer.to_owned())));
        }
        Some(Found::Date(date)) => fields.push((Outcome::WORDS, text(&date.written))),
        Some(Found::NotRead { .. }) => fields.push((Outcome::FOUND, Value::Code("not_shown".to_owned()))),
        None => fields.push(match absent {
            Some(reason) => (Outcome::ABSENT, text(reason)),
            None => (Outcome::FOUND, not_given()),
        }),
    }
    fields
}

fn not_given() -> Value {
    Value::Code("not_given".to_owned())
}

struct Import<'a> {
    key: &'a hmac::Key,
    source: &'a str,
    resource: String,
    version: String,
    at: When,
    lamport: u64,
}

/// What every version of a result says, or says that it has not: a number that
/// a corrected result no longer has must not stay beside its new words.
const SAID: [Field; 13] = [
    Outcome::NAME,
    Outcome::CODE,
    Outcome::VALUE,
    Outcome::UNIT,
    Outcome::WORDS,
    Outcome::ON,
    Outcome::SOURCE,
    Outcome::SIGN,
    Outcome::STANDING,
    Outcome::LAB_WORDS,
    Outcome::ABSENT,
    Outcome::FOUND,
    Outcome::CODES,
];

impl Import<'_> {
    /// The same 8 bytes lead every op of one version, so that of two versions
    /// ranked alike one stands in all fields, never a mixture.
    fn op_id(&self, entity: EntityId, field: &Field) -> OpId {
        let version = self.mac(b"imported version", &[self.version.as_bytes()]);
        let op = self.mac(b"imported op", &[&entity.0, self.version.as_bytes(), &field.number.to_be_bytes()]);
        let mut id = [0; 16];
        id.iter_mut().zip(version.iter().take(8).chain(&op)).for_each(|(to, from)| *to = *from);
        OpId(id)
    }

    fn mac(&self, what: &[u8], parts: &[&[u8]]) -> [u8; 16] {
        let mut context = hmac::Context::with_key(self.key);
        let named = [what, self.source.as_bytes(), self.resource.as_bytes()];
        for part in named.iter().chain(parts) {
            context.update(&(part.len() as u64).to_be_bytes());
            context.update(part);
        }
        let tag = context.sign();
        let mut name = [0; 16];
        name.iter_mut().zip(tag.as_ref()).for_each(|(to, from)| *to = *from);
        name
    }

    /// The entity of this resource (or of one part of it): the practice's.
    fn entity(&self, part: &[&[u8]]) -> EntityId {
        EntityId::new(Owner::Practice, self.mac(b"imported entity", part))
    }

    /// Every field that a result has, said or not said; refused where one is
    /// more than the plan can hold.
    fn ops(&self, entity: EntityId, mut fields: Vec<(Field, Value)>) -> Result<Vec<Op>, FhirError> {
        for field in SAID {
            if !fields.iter().any(|(said, _)| said.number == field.number) {
                fields.push((field, Value::Empty));
            }
        }
        for (field, value) in &fields {
            let element = "Observation";
            plan::check(field, value).map_err(|refused| match refused {
                Refused::TextTooLong => FhirError::TextTooLong { element },
                _ => FhirError::NotAllowed { element },
            })?;
        }
        let practice = EntityId::new(Owner::Practice, self.mac(b"practice", &[]));
        let op = |(field, value): (Field, Value)| Op {
            id: self.op_id(entity, &field),
            slot: Kind::Outcome.slot(entity, &field),
            act: Act::Write(value),
            parents: Vec::new(),
            lamport: self.lamport,
            at: self.at,
            device: NO_DEVICE,
            author: Author::Practice(practice),
            origin: Origin::Imported {
                server: self.source.to_owned(),
                resource: self.resource.clone(),
                version: self.version.clone(),
            },
            cites: None,
            extra: Vec::new(),
        };
        Ok(fields.into_iter().map(op).collect())
    }
}

/// The word of [`Outcome::STANDING`] for a status; none for a final result.
fn standing(status: Status) -> Option<&'static str> {
    Some(match status {
        Status::Registered | Status::Preliminary => "preliminary",
        Status::Final => return None,
        Status::Amended | Status::Corrected => "changed",
        Status::Cancelled => "cancelled",
        Status::EnteredInError => "entered_in_error",
        Status::Unknown => "status_unknown",
    })
}

/// When the sender last changed it, else issued, else measured it: the same on
/// every phone, and what decides which of two versions is the later.
fn when(bytes: &[u8], read: &ObservationRead) -> When {
    let envelope = serde_json::from_slice::<Envelope>(bytes).ok();
    let changed = envelope.and_then(|envelope| FhirDate::parse(&envelope.meta?.last_updated?));
    let dated = |date: &DateWritten| date.date;
    let issued = read.issued.as_ref().and_then(dated);
    let measured = match &read.effective {
        Some(Effective::At(at)) => at.date,
        Some(Effective::Between { start, end }) => {
            end.as_ref().and_then(dated).or_else(|| start.as_ref().and_then(dated))
        }
        Some(Effective::NotRead) | None => None,
    };
    let moment = changed.or(issued).or(measured).and_then(|date| match date {
        FhirDate::Instant(instant) => {
            let offset = i16::try_from(instant.offset().local_minus_utc() / 60).ok()?;
            Some(When { ms: instant.timestamp_millis(), offset })
        }
        other => {
            let midday = other.day()?.and_hms_opt(12, 0, 0)?;
            Some(When { ms: midday.and_utc().timestamp_millis(), offset: 0 })
        }
    });
    moment.unwrap_or_default()
}

/// What ranks the versions of one result: that moment, and at the same moment the
/// version further on in its life, so that "sent by mistake" is never hidden
/// behind what it takes back.
fn lamport(at: When, status: Status) -> u64 {
    let further = match status {
        Status::Registered | Status::Preliminary | Status::Unknown => 0,
        Status::Final => 1,
        Status::Amended | Status::Corrected => 2,
        Status::Cancelled | Status::EnteredInError => 3,
    };
    let moment = u64::try_from(at.ms).unwrap_or(0).saturating_mul(4);
    moment.saturating_add(further).min(MAX_LAMPORT)
}

/// What is read of a resource beside the result itself (FHIR R4 `Resource.meta`).
#[derive(serde::Deserialize)]
struct Envelope {
    meta: Option<Meta>,
}

#[derive(serde::Deserialize)]
struct Meta {
    #[serde(rename = "lastUpdated")]
    last_updated: Option<String>,
}

/// The day it was measured, as far as it was written: never shifted by a zone.
fn day(read: &ObservationRead) -> Option<String> {
    let written: &DateWritten = match read.effective.as_ref()? {
        Effective::At(at) => at,
        Effective::Between { start, end } => start.as_ref().or(end.as_ref())?,
        Effective::NotRead => return None,
    };
    let day = written.written.get(..10).unwrap_or(&written.written);
    crate::plan::PartialDate::parse(day).ok().map(|day| day.to_string())
}

fn lab_words(ranges: &[observation::LabWords]) -> Option<(Field, Value)> {
    let said = |q: &observation::Quantity| {
        let unit = q.unit.as_deref().or(q.code.as_deref()).unwrap_or_default();
        format!("{} {unit}", q.value.as_written()).trim_end().to_owned()
    };
    let lines: Vec<String> = ranges
        .iter()
        .filter_map(|range| match (&range.text, &range.low, &range.high) {
            (Some(text), _, _) => Some(text.clone()),
            (None, Some(low), Some(high)) => Some(format!("{} – {}", said(low), said(high))),
            (None, Some(low), None) => Some(format!("≥ {}", said(low))),
            (None, None, Some(high)) => Some(format!("≤ {}", said(high))),
            (None, None, None) => None,
        })
        .collect();
    (!lines.is_empty()).then(|| (Outcome::LAB_WORDS, text(&lines.join("\n"))))
}

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
