//! Writing a row: from a value of the plan to its element, with everything else left as it is.

use super::read::{Got, get, is_unanswered};
use super::{Beside, Codes, How, LinkRow, Place, Row, Shape, concept, extension, has_code, reference, steps};
use crate::fhir::edit::{Step, find, remove, set};
use crate::fhir::tree::{Item, Tree};
use crate::fhir::write::{Object, quoted};
use crate::fhir::{FhirError, own};
use crate::record::Value;
use chrono::{DateTime, FixedOffset, SecondsFormat};

/// The text with the row's element saying `value`; [`Value::Empty`] takes it away. Where it says so
/// already, nothing changes.
///
/// # Errors
/// [`FhirError::NotAllowed`] where the value is of another type than the row's, or the element has
/// another shape than FHIR gives it.
pub(in crate::fhir) fn put(
    text: &str,
    at: &[Step<'_>],
    row: &Row,
    value: &Value,
) -> Result<String, FhirError> {
    let tree = Tree::read(text.as_bytes())?;
    let got = get(tree.root(), at, row)?;
    let says = match value {
        Value::Empty | Value::Erased => got == Got::Nothing,
        value => got == Got::Is(value.clone()),
    };
    let paths = || row.at.iter().map(|path| at.iter().cloned().chain(steps(path)).collect::<Vec<_>>());
    let there = paths().find(|path| find(tree.root(), path).is_some());
    let Some(path) = there.clone().or_else(|| paths().next()) else { return Ok(text.to_owned()) };
    if let How::Code(codes) = row.how {
        return code(text, &path, codes, value);
    }
    if let How::Sort(sorts, unsaid) = row.how {
        if says {
            return Ok(text.to_owned());
        }
        let code = match value {
            Value::Empty | Value::Erased => Some(unsaid),
            Value::Code(word) => sorts.iter().find(|(ours, _)| ours == word).map(|(_, code)| *code),
            _ => None,
        };
        let code = code.ok_or(FhirError::NotAllowed { element: "value" })?;
        let coding = super::coding(own::ENTRY, code, own::says(own::ENTRIES, code)).done();
        return set(text, &with(&path, Step::In("coding")), &format!("[{coding}]"));
    }
    let nothing = matches!(value, Value::Empty | Value::Erased);
    if let How::Name(none) = row.how {
        return match value {
            _ if says && there.is_some() => Ok(text.to_owned()),
            Value::Text(name) | Value::Interpreted { text: name, .. } => set(text, &path, &quoted(name)),
            _ if nothing => set(text, &path, &quoted(none)),
            _ => Err(FhirError::NotAllowed { element: "value" }),
        };
    }
    // One that FHIR requires says why it is absent even where it was never there.
    let is_absent = nothing && matches!(row.how, How::Required) && there.is_none();
    if says && !is_absent {
        return Ok(text.to_owned());
    }
    if there.is_none() && !row.choice.is_empty() && !nothing {
        no_other_of(tree.root(), at, row)?;
    }
    let Some(json) = fragment(row.how, value)? else { return gone(text, &path, row.how) };
    let here = match row.how {
        How::Concept | How::Required => with(&path, Step::In("text")),
        _ => path.clone(),
    };
    let mut text = set(text, &here, &json)?;
    if matches!(row.how, How::Concept | How::Required) {
        text = remove(&text, &with(&path, Step::In("coding")))?;
        text = remove(&text, &with(&path, Step::extension(own::DATA_ABSENT)))?;
    }
    beside(text, &here, value)
}

/// What stands beside a primitive element: what an interpreter heard. A reason for its absence has
/// nothing to say of it any more.
fn beside(text: String, path: &[Step<'_>], value: &Value) -> Result<String, FhirError> {
    let Some((Step::In(name), before)) = path.split_last() else { return Ok(text) };
    let name = format!("_{name}");
    let beside: Vec<Step<'_>> = before.iter().cloned().chain([Step::In(&name)]).collect();
    let text = remove(&text, &with(&beside, Step::extension(own::DATA_ABSENT)))?;
    let here = with(&beside, Step::extension(own::INTERPRETED));
    let Value::Interpreted { original, .. } = value else { return remove(&text, &here) };
    let said = [&original.text, &original.language, &original.interpreter, &original.on];
    let parts = own::INTERPRETED_PARTS.iter().zip(said).filter(|(_, said)| !said.trim().is_empty());
    let parts = parts.map(|((name, kind), said)| match *kind {
        "date" => extension(name, "valueDate", &quoted(said)),
        _ => extension(name, "valueString", &quoted(said)),
    });
    set(&text, &here, &Object::new().text("url", own::INTERPRETED).list("extension", parts).done())
}

fn gone(text: &str, path: &[Step<'_>], how: How) -> Result<String, FhirError> {
    if matches!(how, How::Required) {
        let why = extension(own::DATA_ABSENT, "valueCode", "\"unknown\"");
        return set(text, path, &Object::new().list("extension", [why]).done());
    }
    let text = remove(text, path)?;
    let Some((Step::In(name), before)) = path.split_last() else { return Ok(text) };
    remove(&text, &with(before, Step::In(&format!("_{name}"))))
}

fn with<'p>(path: &[Step<'p>], step: Step<'p>) -> Vec<Step<'p>> {
    path.iter().cloned().chain([step]).collect()
}

/// FHIR allows one of a choice of types: where another is there, ours is not put beside it.
fn no_other_of(root: Item<'_, '_>, at: &[Step<'_>], row: &Row) -> Result<(), FhirError> {
    let Some(item) = find(root, at) else { return Ok(()) };
    let ours = |name: &str| matches!(row.at.first(), Some([Place::In(own), ..]) if *own == name);
    let of_it = |name: &str| {
        let name = name.strip_prefix('_').unwrap_or(name);
        let rest = name.strip_prefix(row.choice).filter(|_| !ours(name));
        rest.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_uppercase()))
    };
    match item.members().any(|(name, _)| name.str().is_some_and(|name| of_it(&name))) {
        true => Err(FhirError::NotAllowed { element: "choice of types" }),
        false => Ok(()),
    }
}

/// The value as JSON; none for no value.
fn fragment(how: How, value: &Value) -> Result<Option<String>, FhirError> {
    Ok(Some(match (how, value) {
        (_, Value::Empty | Value::Erased) => return Ok(None),
        (How::Text | How::Concept | How::Required, Value::Text(text) | Value::Interpreted { text, .. }) => {
            // FHIR has no texts of white space alone.
            if text.trim().is_empty() {
                return Ok(None);
            }
            quoted(text)
        }
        (How::Date, Value::Date(date)) => quoted(date),
        (How::Instant, Value::Instant(ms, offset)) => match date_time(*ms, *offset) {
            Some(written) => quoted(&written),
            None => return Ok(None),
        },
        (How::Scale, Value::Int(step)) => step.to_string(),
        (How::Flag, Value::Bool(yes)) => yes.to_string(),
        (How::Number, Value::Decimal(number)) => number.clone(),
        (How::Coding(system, codes), Value::Code(code)) => {
            super::coding(system, code, own::says(codes, code)).done()
        }
        _ => return Err(FhirError::NotAllowed { element: "value" }),
    }))
}

/// A moment in FHIR's form, in the offset that the phone had.
pub(in crate::fhir) fn date_time(ms: i64, offset: i16) -> Option<String> {
    let zone = FixedOffset::east_opt(i32::from(offset) * 60)?;
    let at = DateTime::from_timestamp_millis(ms)?.with_timezone(&zone);
    Some(at.to_rfc3339_opts(SecondsFormat::AutoSi, false))
}

fn code(text: &str, path: &[Step<'_>], codes: &Codes, value: &Value) -> Result<String, FhirError> {
    let tree = Tree::read(text.as_bytes())?;
    let now = find(tree.root(), path).and_then(|item| item.str());
    let Some((Step::In(name), before)) = path.split_last() else { return Ok(text.to_owned()) };
    let name = format!("_{name}");
    let mark: Vec<Step<'_>> =
        before.iter().cloned().chain([Step::In(&name), Step::extension(own::NOT_ANSWERED)]).collect();
    let exact = |url: &'static str| with(before, Step::extension(url));
    let word = match value {
        Value::Code(word) => word,
        Value::Empty | Value::Erased => {
            if now.as_ref().is_some_and(|now| is_unanswered(tree.root(), path, now)) {
                return Ok(text.to_owned());
            }
            let text = set(text, path, &quoted(codes.unanswered))?;
            let not_answered = extension(own::NOT_ANSWERED, "valueCode", &quoted(codes.unanswered));
            let text = set(&text, &mark, &not_answered)?;
            let text = codes.exact.map_or(Ok(text.clone()), |url| remove(&text, &exact(url)))?;
            return second(text, "", codes.beside);
        }
        _ => return Err(FhirError::NotAllowed { element: "value" }),
    };
    let pair = codes.pairs.iter().find(|(ours, _)| ours == word);
    let (_, theirs) = pair.ok_or(FhirError::NotAllowed { element: "value" })?;
    let first = theirs.first().copied().unwrap_or(codes.unanswered);
    let kept = now.as_ref().is_some_and(|now| theirs.contains(&&**now));
    let text = if kept { text.to_owned() } else { set(text, path, &quoted(first))? };
    let text = remove(&text, &mark)?;
    let text = match codes.exact {
        Some(url) => set(&text, &with(&exact(url), Step::In("valueCode")), &quoted(word))?,
        None => text,
    };
    second(text, word, codes.beside)
}

/// Makes the second element say nothing else than the first.
fn second(text: String, word: &str, beside: Option<&Beside>) -> Result<String, FhirError> {
    let Some(Beside { element, system, keeps, .. }) = beside else { return Ok(text) };
    let tree = Tree::read(text.as_bytes())?;
    let there = tree.root().get(element);
    let says = |codes: &[&str]| there.is_some_and(|c| codes.iter().any(|code| has_code(c, system, code)));
    let path = [Step::In(element)];
    match keeps.iter().find(|(ours, ..)| *ours == word) {
        Some((_, codes, _)) if says(codes) => Ok(text),
        Some((_, [first, ..], name)) => {
            let concept = concept(system, first, name).done();
            set(&text, &path, &concept)
        }
        _ if keeps.iter().any(|(_, codes, _)| says(codes)) => remove(&text, &path),
        _ => Ok(text),
    }
}

/// The text with a link's references being just these, in this order. What else stands beside one
/// that stays (its name, an extension) stays with it.
///
/// # Errors
/// As [`put`].
pub(in crate::fhir) fn put_link(text: &str, row: &LinkRow, to: &[String]) -> Result<String, FhirError> {
    let tree = Tree::read(text.as_bytes())?;
    if super::link(tree.root(), row) == to {
        return Ok(text.to_owned());
    }
    let at = steps(row.at);
    if let ([Place::Call, ..], false) = (row.at, to.is_empty())
        && find(tree.root(), &[Place::Call.step()]).is_none()
    {
        return put_link(&super::parts::with_call(text)?, row, to);
    }
    let here = find(tree.root(), &at);
    let known = |wanted: &str, within: Option<&str>| {
        let mut items = here.into_iter().flat_map(|list| list.items());
        let refers = |item: &Item<'_, '_>| {
            let reference = within.map_or(Some(*item), |name| item.get(name));
            reference.and_then(|r| r.get("reference")).is_some_and(|text| text.is_text(wanted))
        };
        items.find(refers).map(|item| item.as_written().to_owned())
    };
    match row.shape {
        Shape::One => match to.first() {
            Some(to) => set(text, &with(&at, Step::In("reference")), &quoted(to)),
            None => remove(text, &with(&at, Step::In("reference"))),
        },
        Shape::Marks(url) => {
            let mut text = text.to_owned();
            while !super::link(Tree::read(text.as_bytes())?.root(), row).is_empty() {
                text = remove(&text, &[Step::extension(url)])?;
            }
            // Several of one URL: each is put behind the last under a name of its own first.
            let fresh = to.iter().map(|mark| extension(url, "valueString", &quoted(mark)));
            appended(&text, &fresh.collect::<Vec<_>>())
        }
        Shape::List | Shape::Within(_) if to.is_empty() => remove(text, &at),
        Shape::List => {
            let item = |to: &String| known(to, None).unwrap_or_else(|| reference(to).done());
            set(text, &at, &format!("[{}]", to.iter().map(item).collect::<Vec<_>>().join(",")))
        }
        Shape::Within(name) => {
            let new = |to: &String| Object::new().object(name, reference(to)).done();
            let item = |to: &String| known(to, Some(name)).unwrap_or_else(|| new(to));
            set(text, &at, &format!("[{}]", to.iter().map(item).collect::<Vec<_>>().join(",")))
        }
    }
}

/// The text with more extensions behind those it has.
fn appended(text: &str, more: &[String]) -> Result<String, FhirError> {
    if more.is_empty() {
        return Ok(text.to_owned());
    }
    let tree = Tree::read(text.as_bytes())?;
    let there = tree.root().get("extension").into_iter().flat_map(|list| list.items());
    let all: Vec<&str> = there.map(|item| item.as_written()).chain(more.iter().map(String::as_str)).collect();
    set(text, &[Step::In("extension")], &format!("[{}]", all.join(",")))
}
