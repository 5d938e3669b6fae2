//! Reading a row: from an element to a value of the plan.

use super::{Codes, How, LinkRow, Row, Shape, steps};
use crate::fhir::edit::{Step, find};
use crate::fhir::tree::Item;
use crate::fhir::{FhirDate, FhirError, MAX_ITEMS, json, own};
use crate::plan;
use crate::record::{Original, Value};

/// What stands where a row looks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::fhir) enum Got {
    /// Nothing.
    Nothing,
    /// Something that the plan has no value for: a date no calendar has, a code that is new.
    NotRead,
    /// A value that the field may hold.
    Is(Value),
}

/// Reads a row of the resource, or of the part of it that `at` leads to.
///
/// # Errors
/// [`FhirError::TextTooLong`] for words longer than a field of the plan holds.
pub(in crate::fhir) fn get(root: Item<'_, '_>, at: &[Step<'_>], row: &Row) -> Result<Got, FhirError> {
    for path in row.at {
        let path: Vec<Step<'_>> = at.iter().cloned().chain(steps(path)).collect();
        let got = match row.how {
            How::Code(codes) => coded(root, &path, codes),
            how => plain(root, &path, how)?,
        };
        match got {
            Got::Nothing => {}
            Got::Is(value) if plan::check(&row.field, &value).is_err() => return Ok(Got::NotRead),
            got => return Ok(got),
        }
    }
    Ok(Got::Nothing)
}

fn plain(root: Item<'_, '_>, path: &[Step<'_>], how: How) -> Result<Got, FhirError> {
    let Some(item) = find(root, path) else { return Ok(Got::Nothing) };
    let read = |value: Option<Value>| value.map_or(Got::NotRead, Got::Is);
    Ok(match how {
        How::Text => words(item, beside(root, path))?,
        How::Name(none) if item.is_text(none) => Got::Nothing,
        How::Name(_) => words(item, None)?,
        How::Concept | How::Required => {
            let codings = || item.get("coding").into_iter().flat_map(|codings| codings.items());
            let said = |name: &'static str| codings().find_map(|coding| coding.get(name));
            match item.get("text").or_else(|| said("display")).or_else(|| said("code")) {
                Some(said) => words(said, item.get("_text"))?,
                None => Got::Nothing,
            }
        }
        How::Date => read(item.str().and_then(|text| date(&text))),
        How::Instant => read(item.str().and_then(|text| instant(&text))),
        How::Scale => read(item.number().and_then(|number| number.parse().ok()).map(Value::Int)),
        How::Flag => read(item.bool().map(Value::Bool)),
        How::Coding(known, _) => match item.get("system").is_some_and(|system| system.is_text(known)) {
            true => read(item.text_of("code").map(|code| Value::Code(code.into_owned()))),
            false => Got::Nothing,
        },
        How::Number => read(item.number().map(|number| Value::Decimal(number.to_owned()))),
        How::Sort(sorts, _) => {
            let is = |code: &str| super::has_code(item, own::ENTRY, code);
            let ours = sorts.iter().find(|(_, code)| is(code)).map(|(ours, _)| *ours);
            ours.map_or(Got::Nothing, |ours| Got::Is(Value::Code(ours.to_owned())))
        }
        How::Code(_) => Got::NotRead,
    })
}

/// The element that holds what is beside a primitive one: `_text` of `text`
/// (<https://hl7.org/fhir/R4/json.html#primitive>).
fn beside<'a, 't>(root: Item<'a, 't>, path: &[Step<'_>]) -> Option<Item<'a, 't>> {
    let (last, before) = path.split_last()?;
    let Step::In(name) = last else { return None };
    find(root, before)?.get(&format!("_{name}"))
}

fn words(item: Item<'_, '_>, beside: Option<Item<'_, '_>>) -> Result<Got, FhirError> {
    let Some(text) = item.str() else { return Ok(Got::NotRead) };
    let Some(text) = json::text(Some(text.into_owned()), "text")? else { return Ok(Got::Nothing) };
    let original = beside.and_then(original);
    Ok(Got::Is(match original {
        Some(original) => Value::Interpreted { text, original },
        None => Value::Text(text),
    }))
}

/// What was really said, where the words came through an interpreter.
fn original(beside: Item<'_, '_>) -> Option<Original> {
    let interpreted = find(beside, &[Step::extension(own::INTERPRETED)])?;
    let part = |name: &str, value: &str| {
        let part = find(interpreted, &[Step::extension(name), Step::In(value)])?;
        Some(part.str()?.into_owned())
    };
    let [original, language, interpreter, on] = own::INTERPRETED_PARTS;
    Some(Original {
        text: part(original.0, "valueString")?,
        language: part(language.0, "valueString").unwrap_or_default(),
        interpreter: part(interpreter.0, "valueString").unwrap_or_default(),
        on: part(on.0, "valueDate")?,
    })
}

/// The calendar day as it was written: never moved by a time zone.
fn date(text: &str) -> Option<Value> {
    let date = FhirDate::parse(text)?;
    let written = match date {
        FhirDate::Instant(at) => at.date_naive().to_string(),
        _ => text.to_owned(),
    };
    Some(Value::Date(written))
}

fn instant(text: &str) -> Option<Value> {
    match FhirDate::parse(text)? {
        FhirDate::Instant(at) => {
            let offset = i16::try_from(at.offset().local_minus_utc() / 60).ok()?;
            Some(Value::Instant(at.timestamp_millis(), offset))
        }
        // A day without a time is no instant, and none is made up.
        _ => None,
    }
}

fn coded(root: Item<'_, '_>, path: &[Step<'_>], codes: &Codes) -> Got {
    let Some(code) = find(root, path).and_then(|item| item.str()) else { return Got::Nothing };
    if is_unanswered(root, path, &code) {
        return Got::Nothing;
    }
    let mut ours = codes.pairs.iter().filter(|(_, theirs)| theirs.contains(&&*code)).map(|(ours, _)| *ours);
    let Some(first) = ours.next() else { return Got::NotRead };
    let exact = codes.exact.and_then(|url| {
        let said = find(root, &[Step::extension(url), Step::In("valueCode")])?.str()?;
        std::iter::once(first).chain(ours).find(|word| *word == said)
    });
    let word = exact.unwrap_or(first);
    let other = codes.beside.filter(|beside| beside.overrides == word).and_then(|beside| {
        let concept = root.get(beside.element)?;
        let says = |codes: &[&str]| codes.iter().any(|code| super::has_code(concept, beside.system, code));
        let one = |(word, codes, _): &(&'static str, &[&str], &str)| says(codes).then_some(*word);
        let same = beside.keeps.iter().filter_map(one).any(|said| said == word);
        if same { None } else { beside.keeps.iter().find_map(one) }
    });
    Got::Is(Value::Code(other.unwrap_or(word).to_owned()))
}

/// Whether the code stands only because FHIR asks for one.
pub(super) fn is_unanswered(root: Item<'_, '_>, path: &[Step<'_>], code: &str) -> bool {
    let marked = beside(root, path)
        .and_then(|beside| find(beside, &[Step::extension(own::NOT_ANSWERED), Step::In("valueCode")]));
    marked.is_some_and(|marked| marked.is_text(code))
}

/// The references of a link, as written, in their order.
pub(in crate::fhir) fn link(root: Item<'_, '_>, row: &LinkRow) -> Vec<String> {
    let at = steps(row.at);
    let to = |item: Item<'_, '_>| item.text_of("reference").map(|text| text.into_owned());
    if let Shape::Marks(url) = row.shape {
        let all = root.get("extension").into_iter().flat_map(|list| list.items());
        let ours = all.filter(|item| item.get("url").is_some_and(|known| known.is_text(url)));
        let said = ours.filter_map(|item| item.text_of("valueString").map(|text| text.into_owned()));
        return said.take(MAX_ITEMS).collect();
    }
    let Some(item) = find(root, &at) else { return Vec::new() };
    match row.shape {
        Shape::One => to(item).into_iter().collect(),
        Shape::List => item.items().filter_map(to).take(MAX_ITEMS).collect(),
        Shape::Within(name) => item.items().filter_map(|item| to(item.get(name)?)).take(MAX_ITEMS).collect(),
        Shape::Marks(_) => Vec::new(),
    }
}
