//! A card as a model in memory: any JSON document, each part a value of its
//! type, with as little work as a reader can do that keeps all of it.

use bench_round::Failure;
use hearth_workload::Edit;
use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Value, json};

/// Part of a card.
#[derive(Debug, PartialEq)]
pub(crate) enum Part {
    Nothing,
    Truth(bool),
    Number(f64),
    Text(String),
    List(Vec<Part>),
    Named(Vec<(String, Part)>),
}

pub(crate) fn read(json: &[u8]) -> Result<Part, Failure> {
    Ok(serde_json::from_slice(json)?)
}

/// A card of about 6,000 bytes, for when `prepare` was given none: the card's
/// lines out of P20, and as much of an unwell plan as makes up the size.
pub(crate) fn sample() -> Result<Vec<u8>, Failure> {
    let line = |edit: &Edit| json!({"label": "line", "when": edit.at_ms, "text": edit.text});
    let live = hearth_workload::live(hearth_workload::SEED);
    let (card, rest) = live.split_at(hearth_workload::CARD_FIELDS as usize);
    let lines: Vec<Value> = card.iter().map(line).collect();
    let mut plan: Vec<Value> = Vec::new();
    for edit in rest {
        let bytes = serde_json::to_vec(&json!({
            "format": 1,
            "name": "Jo Example",
            "lines": lines,
            "plans": [{"name": "A bad chest", "lines": plan}],
        }))?;
        if bytes.len() >= 6_000 {
            return Ok(bytes);
        }
        plan.push(line(edit));
    }
    Err("P20 has too few words for a card of 6,000 bytes.".into())
}

impl<'de> Deserialize<'de> for Part {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(Reader)
    }
}

struct Reader;

impl<'de> Visitor<'de> for Reader {
    type Value = Part;

    fn expecting(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("any part of a card")
    }

    fn visit_unit<E: Error>(self) -> Result<Part, E> {
        Ok(Part::Nothing)
    }

    fn visit_bool<E: Error>(self, truth: bool) -> Result<Part, E> {
        Ok(Part::Truth(truth))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Part, E> {
        Ok(Part::Number(number as f64))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Part, E> {
        Ok(Part::Number(number as f64))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Part, E> {
        Ok(Part::Number(number))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Part, E> {
        Ok(Part::Text(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Part, A::Error> {
        let mut parts = Vec::new();
        while let Some(part) = list.next_element()? {
            parts.push(part);
        }
        Ok(Part::List(parts))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut named: A) -> Result<Part, A::Error> {
        let mut parts = Vec::new();
        while let Some(part) = named.next_entry()? {
            parts.push(part);
        }
        Ok(Part::Named(parts))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sample_is_about_6_kilobytes_and_reads_whole() {
        let json = sample().unwrap();
        assert!((6_000..7_500).contains(&json.len()), "{}", json.len());
        assert!(matches!(read(&json).unwrap(), Part::Named(parts) if parts.len() == 4));
    }

    #[test]
    fn every_kind_of_part_is_kept() {
        let part = read(br#"{"a":[null,true,-1,2.5,"x"]}"#).unwrap();
        let list = vec![
            Part::Nothing,
            Part::Truth(true),
            Part::Number(-1.0),
            Part::Number(2.5),
            Part::Text("x".into()),
        ];
        assert_eq!(part, Part::Named(vec![("a".into(), Part::List(list))]));
    }
}
