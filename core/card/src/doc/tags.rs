//! The short words in the document that are not for reading: closed lists that a
//! newer app may have added to.

use std::fmt;

use serde::de::{self, Deserialize, Deserializer, Visitor};
use serde::ser::{Serialize, Serializer};

/// A list of words, each a variant; a word that is not in it is kept as it came.
macro_rules! tags {
    ($(#[$doc:meta])* $name:ident { $($(#[$each:meta])* $variant:ident = $word:literal,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum $name {
            $($(#[$each])* $variant,)*
            /// A word this code does not know, from a newer app: kept, and drawn
            /// as plain lines under its heading.
            Other(String),
        }

        impl $name {
            /// The word as it stands in the document.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $word,)*
                    Self::Other(word) => word,
                }
            }
        }

        impl From<&str> for $name {
            fn from(word: &str) -> Self {
                match word {
                    $($word => Self::$variant,)*
                    _ => Self::Other(word.to_owned()),
                }
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(self.as_str())
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                struct Word;
                impl Visitor<'_> for Word {
                    type Value = $name;

                    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                        f.write_str("a word")
                    }

                    fn visit_str<E: de::Error>(self, word: &str) -> Result<$name, E> {
                        Ok(word.into())
                    }
                }
                from.deserialize_str(Word)
            }
        }
    };
}

tags! {
    /// What a section of the card is about.
    SectionKind {
        /// Allergies and what they did.
        Allergies = "allergies",
        /// What I live with.
        Conditions = "conditions",
        /// Key medicines, with the date they were checked.
        Medicines = "medicines",
        /// If I am very unwell.
        VeryUnwell = "very_unwell",
        /// How I communicate and what helps.
        Communication = "communication",
        /// That a form (ReSPECT, ADRT, LPA) exists, its date, where it is: never its decision.
        Forms = "forms",
        /// Also worth knowing.
        Also = "also",
    }
}

tags! {
    /// A zone of an unwell plan, as the person and their clinician wrote it.
    Zone {
        /// My usual.
        Green = "green",
        /// Getting worse.
        Amber = "amber",
        /// Get help.
        Red = "red",
        /// Whatever the zone.
        Any = "any",
    }
}

tags! {
    /// The symbol of a zone, so that colour is never alone.
    Shape {
        /// Green's.
        Circle = "circle",
        /// Amber's.
        Triangle = "triangle",
        /// Red's.
        Hexagon = "hexagon",
    }
}

impl Zone {
    /// The symbol that goes with the zone; none for `any` and for one not known here.
    #[must_use]
    pub fn shape(&self) -> Option<Shape> {
        match self {
            Self::Green => Some(Shape::Circle),
            Self::Amber => Some(Shape::Triangle),
            Self::Red => Some(Shape::Hexagon),
            Self::Any | Self::Other(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{SectionKind, Zone};

    #[test]
    fn a_kind_of_a_newer_app_is_kept_and_passed_on() {
        let kind: SectionKind = serde_json::from_str(r#""implants""#).unwrap();
        assert_eq!(kind, SectionKind::Other("implants".into()));
        assert_eq!(serde_json::to_string(&kind).unwrap(), r#""implants""#);
    }

    #[test]
    fn every_coloured_zone_has_a_shape_of_its_own() {
        let shapes = ["green", "amber", "red"].map(|zone| Zone::from(zone).shape());
        assert!(shapes.iter().all(Option::is_some));
        assert!(shapes[0] != shapes[1] && shapes[1] != shapes[2] && shapes[0] != shapes[2]);
    }

    #[test]
    fn an_escaped_word_is_still_known() {
        let zone: Zone = serde_json::from_str("\"\\u0072ed\"").unwrap();
        assert_eq!(zone, Zone::Red);
    }
}
