//! One value of a file as a field can hold it, or why it can't.

use super::import::KeepFile;
use super::raw::Raw;
use super::said;
use super::tree::Element;
use crate::base64;
use crate::plan::{self, Attachment, Coded, Field, PartialDate, Refused, Type};
use crate::record::Value;
use crate::words::Words;

/// A value that was read.
pub(super) struct Held {
    pub value: Value,
    /// What goes with it: of a photo, what it is and how large.
    pub beside: Vec<(Field, Value)>,
    /// It had hidden characters, which now can be seen.
    pub had_hidden: bool,
}

impl From<Value> for Held {
    fn from(value: Value) -> Self {
        Self { value, beside: Vec::new(), had_hidden: false }
    }
}

/// Reads a value for a field; else the key of the note that says why not.
pub(super) fn read(
    field: &Field,
    raw: Raw<'_>,
    element: &Element,
    words: &Words,
    keep: &mut KeepFile<'_>,
) -> Result<Held, &'static str> {
    let held: Held = match field.holds {
        Type::Words => text(&raw.text().ok_or("prsb-note-type")?),
        Type::Coded => Value::Text(coded(raw, element)?.to_string()).into(),
        Type::Flag => match raw.plain() {
            Some("true") => Value::Bool(true).into(),
            Some("false") => Value::Bool(false).into(),
            _ => return Err("prsb-note-type"),
        },
        Type::Scale10 => Value::Int(step(raw.plain().unwrap_or_default()).ok_or("prsb-note-scale")?).into(),
        Type::Date => {
            let written = raw.text().ok_or("prsb-note-date")?;
            PartialDate::parse(&written).map_err(|_| "prsb-note-date")?;
            Value::Date(written).into()
        }
        Type::Choice => {
            let said = raw.text().ok_or("prsb-note-type")?;
            Value::Code(said::word(words, field, &said).ok_or("prsb-note-type")?.to_owned()).into()
        }
        Type::Bytes => file(raw, keep)?,
        _ => return Err("prsb-note-type"),
    };
    match plan::check(field, &held.value) {
        Ok(()) => Ok(held),
        Err(Refused::TextTooLong) => Err("prsb-note-long"),
        Err(_) => Err("prsb-note-type"),
    }
}

/// One kind of line end, and each hidden character shown as U+FFFD: nothing hidden is
/// kept, and nothing vanishes unseen.
fn text(given: &str) -> Held {
    let lines = given.replace("\r\n", "\n").replace('\r', "\n");
    let is_hidden = |c: char| c.is_control() && c != '\n' && c != '\t';
    let had_hidden = lines.contains(is_hidden);
    let clean = lines.chars().map(|c| if is_hidden(c) { char::REPLACEMENT_CHARACTER } else { c });
    Held { value: Value::Text(clean.collect()), beside: Vec::new(), had_hidden }
}

/// A code as an object or, where a text says all, a text: a code where PRSB calls it
/// one, else words.
fn coded(raw: Raw<'_>, element: &Element) -> Result<Coded, &'static str> {
    let key = |refused| match refused {
        Refused::TextTooLong => "prsb-note-long",
        _ => "prsb-note-code",
    };
    if let Some(text) = raw.text() {
        let (code, display) = if element.is_code() { (text.as_str(), "") } else { ("", text.as_str()) };
        return Coded::new("", code, display).map_err(key);
    }
    let pairs = raw.pairs().filter(|pairs| !pairs.more).ok_or("prsb-note-type")?;
    let (mut system, mut code, mut display) = (None, None, None);
    for (name, value) in pairs.items {
        let part = match name.as_str() {
            "system" => &mut system,
            "code" => &mut code,
            "display" => &mut display,
            // What else it says would be lost.
            _ => return Err("prsb-note-code"),
        };
        if part.replace(value.text().ok_or("prsb-note-code")?).is_some() {
            return Err("prsb-note-code");
        }
    }
    let part = |part: Option<String>| part.unwrap_or_default();
    if code.is_none() && element.has_words() {
        return Err("prsb-note-code");
    }
    Coded::new(&part(system), &part(code), &part(display)).map_err(key)
}

/// A whole step of the scale, also where it is written `8.0`.
fn step(written: &str) -> Option<i64> {
    let (whole, fraction) = written.split_once('.').unwrap_or((written, "0"));
    let zero = !fraction.is_empty() && fraction.bytes().all(|digit| digit == b'0');
    let step: i64 = whole.parse().ok()?;
    (zero && (1..=10).contains(&step) && whole.bytes().all(|digit| digit.is_ascii_digit())).then_some(step)
}

fn file(raw: Raw<'_>, keep: &mut KeepFile<'_>) -> Result<Held, &'static str> {
    let bytes = raw.text().and_then(|text| base64::decode(&text)).ok_or("prsb-note-file")?;
    let (mime, size, hash) = keep(&bytes).ok_or("prsb-note-file")?;
    let beside = vec![
        (Attachment::MIME, Value::Code(mime.to_owned())),
        (Attachment::SIZE, Value::Int(i64::try_from(size).unwrap_or(i64::MAX))),
    ];
    Ok(Held { value: Value::Bytes(hash.to_vec()), beside, had_hidden: false })
}
