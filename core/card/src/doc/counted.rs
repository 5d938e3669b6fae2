//! A phrase with a number in it, said without a plural engine.

use std::fmt;

use serde::de::{self, Deserialize, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::plain::plain;

/// Where the number goes.
pub(super) const PLACE: &str = "{n}";
const OTHER: &str = "other";

/// A phrase with a number in it.
///
/// In JSON `{"1": "1 line is left out", "other": "{n} lines are left out"}`: look
/// for the number itself, else take `other`; then put the number for every `{n}`. That
/// is enough for English, and for Welsh, whose special numbers are 0, 1, 2, 3 and 6
/// (Unicode CLDR, plural rules).
#[derive(Clone, PartialEq, Eq)]
pub struct Counted {
    /// For every number that has no phrase of its own; holds `{n}`.
    pub other: String,
    /// The numbers that have one.
    pub exactly: Vec<(u32, String)>,
}

impl Counted {
    /// One phrase for every number.
    #[must_use]
    pub fn new(other: impl Into<String>) -> Self {
        Self { other: other.into(), exactly: Vec::new() }
    }

    /// With a phrase of its own for `n`.
    #[must_use]
    pub fn and(mut self, n: u32, phrase: impl Into<String>) -> Self {
        self.exactly.push((n, phrase.into()));
        self
    }

    /// The phrase for `n`, with the number put in.
    #[must_use]
    pub fn say(&self, n: u32) -> String {
        let own = self.exactly.iter().find(|(number, _)| *number == n);
        let phrase = own.map_or(&self.other, |(_, phrase)| phrase);
        phrase.replace(PLACE, &n.to_string())
    }

    /// The most bytes that any number up to `most` takes on a line of plain text.
    pub(crate) fn longest(&self, most: u32) -> usize {
        let widest = "9".repeat(most.to_string().len());
        let each = |phrase: &str| plain(&phrase.replace(PLACE, &widest)).len();
        let own = self.exactly.iter().map(|(_, phrase)| each(phrase));
        own.chain([each(&self.other)]).max().unwrap_or(0)
    }
}

impl fmt::Debug for Counted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Counted [redacted]")
    }
}

impl Serialize for Counted {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(Some(self.exactly.len() + 1))?;
        for (n, phrase) in &self.exactly {
            map.serialize_entry(&n.to_string(), phrase)?;
        }
        map.serialize_entry(OTHER, &self.other)?;
        map.end()
    }
}

impl<'de> Deserialize<'de> for Counted {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_map(Phrases)
    }
}

struct Phrases;

impl<'de> Visitor<'de> for Phrases {
    type Value = Counted;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("phrases by number, with `other` among them")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Counted, A::Error> {
        let (mut other, mut exactly) = (None, Vec::new());
        while let Some(key) = map.next_key::<Key>()? {
            match key {
                Key::Number(n) => exactly.push((n, map.next_value()?)),
                Key::Other => other = Some(map.next_value()?),
                Key::Unknown => _ = map.next_value::<IgnoredAny>()?,
            }
        }
        let other = other.ok_or_else(|| de::Error::missing_field(OTHER))?;
        Ok(Counted { other, exactly })
    }
}

enum Key {
    Number(u32),
    Other,
    Unknown,
}

impl<'de> Deserialize<'de> for Key {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Name;
        impl Visitor<'_> for Name {
            type Value = Key;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a number or `other`")
            }

            fn visit_str<E: de::Error>(self, name: &str) -> Result<Key, E> {
                Ok(match (name, name.parse()) {
                    (OTHER, _) => Key::Other,
                    (_, Ok(n)) => Key::Number(n),
                    (_, Err(_)) => Key::Unknown,
                })
            }
        }
        from.deserialize_str(Name)
    }
}

#[cfg(test)]
mod tests {
    use super::Counted;

    fn lines() -> Counted {
        Counted::new("{n} lines").and(1, "1 line").and(2, "two lines")
    }

    #[test]
    fn a_number_with_a_phrase_of_its_own_is_said_with_it() {
        let said: Vec<_> = [0, 1, 2, 3, 12].map(|n| lines().say(n)).into();
        assert_eq!(said, ["0 lines", "1 line", "two lines", "3 lines", "12 lines"]);
    }

    #[test]
    fn the_longest_phrase_has_room_for_every_smaller_number() {
        for most in [0, 1, 9, 10, 999] {
            for n in 0..=most {
                assert!(lines().say(n).len() <= lines().longest(most));
            }
        }
    }

    #[test]
    fn the_json_is_an_object_of_numbers_and_other() {
        let json = serde_json::to_string(&lines()).unwrap();
        let expected = r#"{"1":"1 line","2":"two lines","other":"{n} lines"}"#;
        assert_eq!(json, expected);
        assert!(serde_json::from_str::<Counted>(&json).unwrap() == lines());
    }

    #[test]
    fn a_key_of_a_newer_app_is_passed_over_and_other_is_needed() {
        let newer = r#"{"many":["?"],"other":"{n}"}"#;
        assert!(serde_json::from_str::<Counted>(newer).unwrap() == Counted::new("{n}"));
        assert!(serde_json::from_str::<Counted>(r#"{"1":"one"}"#).is_err());
    }
}
