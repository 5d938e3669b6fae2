//! From FHIR JSON to [`ObservationRead`]: what is required, what is refused, what is passed over.

use super::json::{Few, checked, number, text};
use super::known::Kind;
use super::observation::{
    Coding, Comparator, Component, Concept, Effective, LabWords, ObservationRead, Quantity, Status, Value,
};
use super::{DateWritten, FhirError, wire};

/// Reads one Observation from its JSON, in UTF-8.
///
/// # Errors
/// Any [`FhirError`]; see each for what is refused. Nothing is kept of a refused resource.
pub fn read(bytes: &[u8]) -> Result<ObservationRead, FhirError> {
    let json = checked(bytes)?;
    let head: wire::Head = serde_json::from_str(json)?;
    if head.resource_type.as_deref() != Some("Observation") {
        return Err(FhirError::NotAnObservation);
    }
    let mut wire: wire::Observation<'_> = serde_json::from_str(json)?;
    if wire.implicit_rules.is_some() {
        return Err(FhirError::UnknownModifier);
    }
    no_modifier(&wire.modifier_extension)?;

    let measured = measured(wire.measured())?;
    let code = code(wire.code)?;
    let mut performers = Vec::new();
    for performer in Few::items(wire.performer, "performer")? {
        performers.extend(text(performer.display, "performer")?);
    }
    let mut components = Vec::new();
    for part in Few::items(wire.component, "component")? {
        components.push(component(part)?);
    }
    Ok(ObservationRead {
        id: wire.id.map(id).transpose()?,
        status: status(wire.status)?,
        kind: Kind::of(&code),
        code,
        subject: match wire.subject {
            Some(subject) => text(subject.reference, "subject")?,
            None => None,
        },
        performers,
        effective: effective(
            wire.effective_date_time,
            wire.effective_instant,
            wire.effective_period,
            wire.effective_timing.is_some(),
        )?,
        issued: date(wire.issued, "issued")?,
        value: measured.value,
        absent: measured.absent,
        lab_words: measured.lab_words,
        components,
    })
}

fn component(mut wire: wire::Component<'_>) -> Result<Component, FhirError> {
    no_modifier(&wire.modifier_extension)?;
    let measured = measured(wire.measured())?;
    let code = code(wire.code)?;
    Ok(Component {
        kind: Kind::of(&code),
        code,
        value: measured.value,
        absent: measured.absent,
        lab_words: measured.lab_words,
    })
}

fn no_modifier<T>(extensions: &Option<Few<T>>) -> Result<(), FhirError> {
    if Few::any(extensions) {
        return Err(FhirError::UnknownModifier);
    }
    Ok(())
}

/// An id will stand in addresses later, so only FHIR's own form is taken.
fn id(id: String) -> Result<String, FhirError> {
    let allowed = |b: u8| b.is_ascii_alphanumeric() || b == b'-' || b == b'.';
    if (1..=64).contains(&id.len()) && id.bytes().all(allowed) {
        Ok(id)
    } else {
        Err(FhirError::NotAllowed { element: "id" })
    }
}

fn status(status: Option<String>) -> Result<Status, FhirError> {
    let status = status.ok_or(FhirError::Missing { element: "status" })?;
    Status::read(&status).ok_or(FhirError::NotAllowed { element: "status" })
}

/// FHIR requires a code; without one nobody can say what was measured.
fn code(code: Option<wire::Concept>) -> Result<Concept, FhirError> {
    concept(code, "code")?.ok_or(FhirError::Missing { element: "code" })
}

/// A concept with at least one word or code in it; an empty one is none.
fn concept(wire: Option<wire::Concept>, element: &'static str) -> Result<Option<Concept>, FhirError> {
    let Some(wire) = wire else { return Ok(None) };
    let mut concept = Concept { codings: Vec::new(), text: text(wire.text, element)? };
    for coding in Few::items(wire.coding, element)? {
        let coding = Coding {
            system: text(coding.system, element)?,
            code: text(coding.code, element)?,
            display: text(coding.display, element)?,
        };
        if coding.code.is_some() || coding.display.is_some() {
            concept.codings.push(coding);
        }
    }
    Ok(Some(concept).filter(|concept| concept.said().is_some()))
}

fn date(written: Option<String>, element: &'static str) -> Result<Option<DateWritten>, FhirError> {
    Ok(text(written, element)?.map(DateWritten::new))
}

fn effective(
    date_time: Option<String>,
    instant: Option<String>,
    period: Option<wire::Period>,
    timing: bool,
) -> Result<Option<Effective>, FhirError> {
    let element = "effective";
    let given = [date_time.is_some(), instant.is_some(), period.is_some(), timing];
    if given.iter().filter(|given| **given).count() > 1 {
        return Err(FhirError::NotAllowed { element });
    }
    if timing {
        return Ok(Some(Effective::NotRead));
    }
    if let Some(period) = period {
        let start = date(period.start, element)?;
        let end = date(period.end, element)?;
        let any = start.is_some() || end.is_some();
        return Ok(any.then_some(Effective::Between { start, end }));
    }
    Ok(date(date_time.or(instant), element)?.map(Effective::At))
}

struct Measured {
    value: Option<Value>,
    absent: Option<String>,
    lab_words: Vec<LabWords>,
}

fn measured(wire: wire::Measured<'_>) -> Result<Measured, FhirError> {
    let element = "value";
    let mut values = Vec::new();
    if let Some(given) = wire.quantity {
        // A number that the sender left out, perhaps with the reason in an extension, is not "no
        // value": something was sent.
        values.push(match quantity(given, element)? {
            Some(quantity) => Value::Quantity(quantity),
            None => Value::NotRead { element: "valueQuantity" },
        });
    }
    values.extend(concept(wire.concept, element)?.map(Value::Concept));
    values.extend(text(wire.string, element)?.map(Value::Text));
    values.extend(wire.boolean.map(Value::YesNo));
    values.extend(number(wire.integer, element)?.map(Value::Whole));
    values.extend(date(wire.date_time, element)?.map(Value::Date));
    values.extend(wire.not_read.into_iter().map(|element| Value::NotRead { element }));
    if values.len() > 1 {
        return Err(FhirError::NotAllowed { element });
    }
    let mut lab_words = Vec::new();
    for range in Few::items(wire.ranges, "referenceRange")? {
        lab_words.push(lab_range(range)?);
    }
    Ok(Measured { value: values.pop(), absent: said(wire.absent, "dataAbsentReason")?, lab_words })
}

fn said(wire: Option<wire::Concept>, element: &'static str) -> Result<Option<String>, FhirError> {
    let concept = concept(wire, element)?;
    Ok(concept.and_then(|concept| concept.said().map(str::to_owned)))
}

/// A quantity with a number in it; without one it says nothing that could be shown.
fn quantity(wire: wire::Quantity<'_>, element: &'static str) -> Result<Option<Quantity>, FhirError> {
    // FHIR calls the comparator a modifier: "< 5" read as "5" would be another result.
    let comparator = match wire.comparator.as_deref() {
        None => None,
        Some("<") => Some(Comparator::Less),
        Some("<=") => Some(Comparator::LessOrEqual),
        Some(">=") => Some(Comparator::MoreOrEqual),
        Some(">") => Some(Comparator::More),
        Some(_) => return Err(FhirError::UnknownModifier),
    };
    let Some(value) = number(wire.value, element)? else {
        return Ok(None);
    };
    Ok(Some(Quantity {
        value,
        comparator,
        unit: text(wire.unit, element)?,
        system: text(wire.system, element)?,
        code: text(wire.code, element)?,
    }))
}

fn end(wire: Option<wire::Quantity<'_>>) -> Result<Option<Quantity>, FhirError> {
    match wire {
        Some(wire) => quantity(wire, "referenceRange"),
        None => Ok(None),
    }
}

fn lab_range(wire: wire::ReferenceRange<'_>) -> Result<LabWords, FhirError> {
    let element = "referenceRange";
    no_modifier(&wire.modifier_extension)?;
    let mut applies_to = Vec::new();
    for group in Few::items(wire.applies_to, element)? {
        applies_to.extend(said(Some(group), element)?);
    }
    let (age_low, age_high) = match wire.age {
        Some(age) => (end(age.low)?, end(age.high)?),
        None => (None, None),
    };
    Ok(LabWords {
        low: end(wire.low)?,
        high: end(wire.high)?,
        text: text(wire.text, element)?,
        kind: said(wire.kind, element)?,
        applies_to,
        age_low,
        age_high,
    })
}
