//! Whose record it is: pinned when a link is made, looked at again in every sync
//! before anything is written.

use super::base::is_id;
use ring::digest::{SHA256, digest};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

pub use crate::fhir::own::NHS_NUMBER;

/// What a practice says of the patient.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Patient {
    /// Their id there.
    pub id: String,
    /// Their NHS number, ten digits, where the practice gives a good one.
    pub nhs_number: Option<String>,
    /// The record is in use; false where it was closed or merged into another.
    pub active: bool,
    /// A sum over the links to other records of the same person.
    pub links: Option<String>,
}

impl std::fmt::Debug for Patient {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Patient([redacted])")
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Said<'t> {
    resource_type: String,
    id: Option<String>,
    active: Option<bool>,
    #[serde(default)]
    identifier: Vec<Identifier>,
    #[serde(borrow)]
    link: Option<&'t RawValue>,
}

#[derive(Deserialize)]
struct Identifier {
    system: Option<String>,
    value: Option<String>,
}

impl Patient {
    /// Reads a Patient resource; none where it is no such thing.
    pub fn read(body: &[u8]) -> Option<Self> {
        let said: Said<'_> = serde_json::from_slice(body).ok()?;
        let id = said.id.filter(|id| is_id(id) && said.resource_type == "Patient")?;
        let nhs = said.identifier.iter().filter(|found| found.system.as_deref() == Some(NHS_NUMBER));
        let mut numbers = nhs.filter_map(|found| nhs_number(found.value.as_deref()?));
        let links = said.link.map(RawValue::get).filter(|text| *text != "[]" && *text != "null");
        let sum =
            |text: &str| super::hex(digest(&SHA256, text.as_bytes()).as_ref().get(..8).unwrap_or_default());
        Some(Self {
            id,
            nhs_number: numbers.next(),
            active: said.active.unwrap_or(true),
            links: links.map(sum),
        })
    }

    /// Whether this is still the person that was pinned: same id, no other NHS
    /// number, still in use, not merged since.
    pub fn is_still(&self, pinned: &Patient) -> bool {
        let number = match (&self.nhs_number, &pinned.nhs_number) {
            (Some(now), Some(then)) => now == then,
            _ => true,
        };
        self.id == pinned.id && number && self.active && self.links == pinned.links
    }
}

/// An NHS number without its spaces, if its check digit is right: ten digits,
/// the last one modulus 11 of the others
/// (<https://www.datadictionary.nhs.uk/attributes/nhs_number.html>).
pub fn nhs_number(text: &str) -> Option<String> {
    let digits: Vec<u8> = text.bytes().filter(|byte| !matches!(byte, b' ' | b'-')).collect();
    if digits.len() != 10 || !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let value = |byte: &u8| u32::from(byte - b'0');
    let sum: u32 =
        digits.iter().take(9).zip((2..=10).rev()).map(|(digit, weight)| value(digit) * weight).sum();
    let check = match 11 - sum % 11 {
        11 => 0,
        check => check,
    };
    let last = digits.last().map(value)?;
    (check == last).then(|| String::from_utf8(digits).ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn patient(more: &str) -> Patient {
        let body = format!(r#"{{"resourceType":"Patient","id":"p1"{more}}}"#);
        Patient::read(body.as_bytes()).unwrap()
    }

    fn numbered(number: &str) -> Patient {
        patient(&format!(
            r#","identifier":[{{"system":"x","value":"1"}},{{"system":"{NHS_NUMBER}","value":"{number}"}}]"#
        ))
    }

    #[test]
    fn an_nhs_number_is_known_by_its_check_digit() {
        // 999 000 0018 and 943 476 5919 are numbers for tests.
        for good in ["943 476 5919", "9434765919", "999-000-0018", "9990000018"] {
            assert!(nhs_number(good).is_some(), "{good}");
        }
        for bad in ["943 476 5918", "9434765910", "94347659199", "943476591", "943476591X", "", "1234567890"]
        {
            assert_eq!(nhs_number(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_number_whose_check_digit_would_be_ten_was_never_given_out() {
        assert!((0..10).all(|last| nhs_number(&format!("100000001{last}")).is_none()));
        assert_eq!((0..10).filter(|last| nhs_number(&format!("100000002{last}")).is_some()).count(), 1);
    }

    #[test]
    fn the_same_person_stays_the_same_person() {
        let pinned = numbered("943 476 5919");
        assert!(numbered("9434765919").is_still(&pinned));
        assert!(patient(r#","active":true,"name":[{"text":"Jo Example"}]"#).is_still(&pinned));
    }

    #[test]
    fn another_number_another_id_a_closed_and_a_merged_record_are_not_the_same_person() {
        let pinned = numbered("943 476 5919");
        assert!(!numbered("999 000 0018").is_still(&pinned));
        assert!(!Patient { id: "p2".into(), ..pinned.clone() }.is_still(&pinned));
        assert!(!patient(r#","active":false"#).is_still(&pinned));
        let merged = r#","link":[{"other":{"reference":"Patient/p9"},"type":"replaced-by"}]"#;
        assert!(!patient(merged).is_still(&pinned));
        assert!(patient(merged).is_still(&patient(merged)));
        assert!(patient(r#","link":[]"#).is_still(&pinned));
    }

    #[test]
    fn what_is_no_patient_is_not_read() {
        let others = [
            r#"{"resourceType":"Person","id":"p1"}"#,
            r#"{"resourceType":"Patient"}"#,
            r#"{"resourceType":"Patient","id":"a/b"}"#,
            r#"{"resourceType":"Patient","id":"p1","active":"yes"}"#,
            "<html>",
            "[]",
        ];
        assert!(others.iter().all(|body| Patient::read(body.as_bytes()).is_none()));
        assert_eq!(format!("{:?}", numbered("943 476 5919")), "Patient([redacted])");
    }
}
