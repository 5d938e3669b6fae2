//! The plan of Jo Example, for tests: the frozen document of `tests/vectors/card`.

use crate::doc::{CardDoc, Line};

pub fn sample() -> CardDoc {
    serde_json::from_str(include_str!("../../../tests/vectors/card/v1.json")).unwrap()
}

pub fn line(text: &str) -> Line {
    Line { text: text.into(), note: None, pending: None }
}
