//! JSON from outside, read level by level: what came twice is seen, numbers and what
//! nobody knows stay as they were written, and nothing is built before it is counted.

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;
use std::fmt;

/// The most names in one object, and the most values in one list, that are read.
pub(super) const MAX_ITEMS: usize = 1000;

/// One value as it stands in the file.
#[derive(Clone, Copy, Debug)]
pub(super) struct Raw<'a>(&'a RawValue);

/// Some values, and whether there were more than are read.
#[derive(Debug)]
pub(super) struct Few<T> {
    pub items: Vec<T>,
    pub more: bool,
}

impl<'a> Raw<'a> {
    /// A whole document.
    pub(super) fn document(text: &'a str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(text).map(Raw)
    }

    /// Whether nothing is said in it, however it is nested.
    pub(super) fn is_silent(self) -> bool {
        fn silent(value: &serde_json::Value) -> bool {
            match value {
                serde_json::Value::Null => true,
                serde_json::Value::String(text) => text.trim().is_empty(),
                serde_json::Value::Array(items) => items.iter().all(silent),
                serde_json::Value::Object(pairs) => pairs.values().all(silent),
                serde_json::Value::Bool(_) | serde_json::Value::Number(_) => false,
            }
        }
        self.meaning().is_some_and(|value| silent(&value))
    }

    pub(super) fn is_object(self) -> bool {
        self.0.get().starts_with('{')
    }

    /// Whether it is an object whose names can be read.
    pub(super) fn is_group(self) -> bool {
        self.is_object() && self.pairs().is_some()
    }

    pub(super) fn is_list(self) -> bool {
        self.0.get().starts_with('[')
    }

    pub(super) fn is_text(self) -> bool {
        self.0.get().starts_with('"')
    }

    /// The text, if it is one that can be read.
    pub(super) fn text(self) -> Option<String> {
        self.is_text().then(|| serde_json::from_str(self.0.get()).ok()).flatten()
    }

    /// A number, or yes or no, as it is written.
    pub(super) fn plain(self) -> Option<&'a str> {
        let plain = !self.is_object() && !self.is_list() && !self.is_text();
        plain.then(|| self.0.get())
    }

    /// The names and values of an object, in its order, a name that comes twice too.
    pub(super) fn pairs(self) -> Option<Few<(String, Raw<'a>)>> {
        let pairs: Pairs<'a> = serde_json::from_str(self.0.get()).ok()?;
        Some(pairs.0)
    }

    /// The values of a list; a value that is no list is one.
    pub(super) fn values(self) -> Few<Raw<'a>> {
        let values: Option<Values<'a>> = serde_json::from_str(self.0.get()).ok();
        values.map_or(Few { items: vec![self], more: false }, |values| values.0)
    }

    /// For comparing: what it says, whatever the order of names.
    pub(super) fn meaning(self) -> Option<serde_json::Value> {
        serde_json::from_str(self.0.get()).ok()
    }

    /// As it came, without white space between its parts, and with what can't be
    /// seen written out.
    pub(super) fn kept(self) -> String {
        let mut out = String::with_capacity(self.0.get().len());
        let (mut in_text, mut escaped) = (false, false);
        for c in self.0.get().chars() {
            match c {
                _ if escaped => escaped = false,
                '\\' if in_text => escaped = true,
                '"' => in_text = !in_text,
                ' ' | '\n' | '\r' | '\t' if !in_text => continue,
                _ => {}
            }
            if c.is_control() {
                out.push_str(&format!("\\u{:04x}", u32::from(c)));
            } else {
                out.push(c);
            }
        }
        out
    }
}

/// Whether a text is one JSON value.
pub(super) fn is_json(text: &str) -> bool {
    serde_json::from_str::<&RawValue>(text).is_ok()
}

struct Pairs<'a>(Few<(String, Raw<'a>)>);
struct Values<'a>(Few<Raw<'a>>);

impl<'de> Deserialize<'de> for Pairs<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Collect;
        impl<'de> Visitor<'de> for Collect {
            type Value = Pairs<'de>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Pairs<'de>, A::Error> {
                let mut items = Vec::new();
                while items.len() < MAX_ITEMS {
                    match map.next_entry::<String, &'de RawValue>()? {
                        Some((name, value)) => items.push((name, Raw(value))),
                        None => return Ok(Pairs(Few { items, more: false })),
                    }
                }
                let mut more = false;
                while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {
                    more = true;
                }
                Ok(Pairs(Few { items, more }))
            }
        }
        deserializer.deserialize_map(Collect)
    }
}

impl<'de> Deserialize<'de> for Values<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Collect;
        impl<'de> Visitor<'de> for Collect {
            type Value = Values<'de>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list")
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Values<'de>, A::Error> {
                let mut items = Vec::new();
                while items.len() < MAX_ITEMS {
                    match list.next_element::<&'de RawValue>()? {
                        Some(value) => items.push(Raw(value)),
                        None => return Ok(Values(Few { items, more: false })),
                    }
                }
                let mut more = false;
                while list.next_element::<IgnoredAny>()?.is_some() {
                    more = true;
                }
                Ok(Values(Few { items, more }))
            }
        }
        deserializer.deserialize_seq(Collect)
    }
}
