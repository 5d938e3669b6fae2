//! The guards in front of the JSON reader: size, depth, list length, text length, decimals.

use std::fmt;
use std::marker::PhantomData;

use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::{FhirError, MAX_BYTES, MAX_DEPTH, MAX_ITEMS};
use crate::plan::{MAX_TEXT, Number};

/// The bytes as text, once they are known to be small and shallow enough.
pub(super) fn checked(bytes: &[u8]) -> Result<&str, FhirError> {
    if bytes.len() > MAX_BYTES {
        return Err(FhirError::TooLarge { bytes: bytes.len() });
    }
    if depth(bytes) > MAX_DEPTH {
        return Err(FhirError::TooDeep);
    }
    std::str::from_utf8(bytes).map_err(|_| FhirError::NotJson { line: 0, column: 0 })
}

/// The deepest nesting of objects and arrays, by their brackets outside of texts.
pub(crate) fn depth(bytes: &[u8]) -> usize {
    let (mut now, mut deepest) = (0_usize, 0);
    let (mut in_text, mut escaped) = (false, false);
    for byte in bytes {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_text => escaped = true,
            b'"' => in_text = !in_text,
            b'{' | b'[' if !in_text => {
                now += 1;
                deepest = deepest.max(now);
            }
            b'}' | b']' if !in_text => now = now.saturating_sub(1),
            _ => {}
        }
    }
    deepest
}

/// A list that stops collecting at [`MAX_ITEMS`]: what follows is passed over, and remembered as
/// too many.
#[derive(Debug)]
pub(super) struct Few<T> {
    items: Vec<T>,
    too_many: bool,
}

impl<T> Few<T> {
    /// The items of a list that may be absent.
    pub(super) fn items(list: Option<Self>, element: &'static str) -> Result<Vec<T>, FhirError> {
        match list {
            None => Ok(Vec::new()),
            Some(list) if list.too_many => Err(FhirError::TooMany { element }),
            Some(list) => Ok(list.items),
        }
    }

    /// Whether a list that may be absent has anything in it.
    pub(super) fn any(list: &Option<Self>) -> bool {
        list.as_ref().is_some_and(|list| !list.items.is_empty())
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Few<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Collect<T>(PhantomData<T>);

        impl<'de, T: Deserialize<'de>> Visitor<'de> for Collect<T> {
            type Value = Few<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Few<T>, A::Error> {
                let mut items = Vec::new();
                while items.len() < MAX_ITEMS {
                    match list.next_element()? {
                        Some(item) => items.push(item),
                        None => break,
                    }
                }
                let mut too_many = false;
                while list.next_element::<IgnoredAny>()?.is_some() {
                    too_many = true;
                }
                Ok(Few { items, too_many })
            }
        }

        deserializer.deserialize_seq(Collect(PhantomData))
    }
}

/// A text that a field of the plan can hold: refused when too long, one kind of line end, and each
/// control character shown as U+FFFD, so that nothing hidden is kept and nothing vanishes unseen.
/// A text of nothing but white space is none.
pub(super) fn text(given: Option<String>, element: &'static str) -> Result<Option<String>, FhirError> {
    let Some(given) = given else { return Ok(None) };
    if given.len() > MAX_TEXT {
        return Err(FhirError::TextTooLong { element });
    }
    if given.trim().is_empty() {
        return Ok(None);
    }
    if !given.contains(|c: char| c.is_control() && c != '\n' && c != '\t') {
        return Ok(Some(given));
    }
    let clean: String = given
        .replace("\r\n", "\n")
        .chars()
        .map(|c| match c {
            '\r' => '\n',
            '\n' | '\t' => c,
            _ if c.is_control() => char::REPLACEMENT_CHARACTER,
            _ => c,
        })
        .collect();
    // A replacement takes three bytes where a control character took one.
    if clean.len() > MAX_TEXT {
        return Err(FhirError::TextTooLong { element });
    }
    Ok(Some(clean))
}

/// A number exactly as it was written: `72.50` stays `72.50`. A text, or more characters than the
/// plan holds, is refused.
pub(super) fn number(raw: Option<&RawValue>, element: &'static str) -> Result<Option<Number>, FhirError> {
    let Some(raw) = raw else { return Ok(None) };
    Number::parse(raw.get()).map(Some).map_err(|_| FhirError::NotAllowed { element })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn depth_counts_brackets_and_not_those_in_texts() {
        assert_eq!(depth(b"{}"), 1);
        assert_eq!(depth(br#"{"a":[{"b":1},[[]]]}"#), 4);
        assert_eq!(depth(br#"{"a":"[[[[","b\"[[":"\\"}"#), 1);
        assert_eq!(depth(b"]]]]["), 1);
    }

    #[test]
    fn a_list_longer_than_the_cap_is_too_many_and_one_as_long_is_read() {
        let list =
            |n: usize| -> Few<u8> { serde_json::from_str(&format!("[{}]", vec!["1"; n].join(","))).unwrap() };
        assert_eq!(Few::items(Some(list(MAX_ITEMS)), "x").map(|items| items.len()), Ok(MAX_ITEMS));
        assert_eq!(Few::items(Some(list(MAX_ITEMS + 1)), "x"), Err(FhirError::TooMany { element: "x" }));
        assert_eq!(Few::<u8>::items(None, "x"), Ok(vec![]));
    }

    #[test]
    fn control_characters_are_shown_and_line_ends_made_one() {
        let clean = |given: &str| text(Some(given.to_owned()), "x");
        assert_eq!(clean("a\r\nb\rc\td"), Ok(Some("a\nb\nc\td".into())));
        assert_eq!(clean("a\u{0}b\u{9b}"), Ok(Some("a\u{fffd}b\u{fffd}".into())));
        assert_eq!(clean(" \n\t"), Ok(None));
        assert_eq!(clean(" سلام "), Ok(Some(" سلام ".into())));
    }

    #[test]
    fn a_text_as_long_as_a_field_is_read_and_a_longer_one_refused() {
        let long = |given: String| text(Some(given), "x").map(|text| text.map(|text| text.len()));
        let too_long = Err(FhirError::TextTooLong { element: "x" });
        assert_eq!(long("a".repeat(MAX_TEXT)), Ok(Some(MAX_TEXT)));
        assert_eq!(long("a".repeat(MAX_TEXT + 1)), too_long);
        assert_eq!(long("\u{1}".repeat(MAX_TEXT)), too_long);
    }
}
