//! Bytes from nobody: whatever comes, it is read or refused, and nothing else happens.

use proptest::prelude::*;
use serde_json::{Map, Number, Value as Json};

use super::*;
use crate::fhir::observation::Value;

const NAMES: &[&str] = &[
    "resourceType",
    "id",
    "implicitRules",
    "modifierExtension",
    "status",
    "code",
    "coding",
    "system",
    "display",
    "text",
    "subject",
    "reference",
    "performer",
    "issued",
    "effectiveDateTime",
    "effectivePeriod",
    "effectiveTiming",
    "start",
    "end",
    "valueQuantity",
    "value",
    "comparator",
    "unit",
    "valueString",
    "valueInteger",
    "valueBoolean",
    "valueCodeableConcept",
    "valueDateTime",
    "valueRatio",
    "dataAbsentReason",
    "referenceRange",
    "low",
    "high",
    "age",
    "appliesTo",
    "type",
    "component",
];

fn any_json() -> impl Strategy<Value = Json> {
    let leaf = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::Bool),
        any::<i64>().prop_map(|n| Json::Number(n.into())),
        any::<f64>().prop_map(|n| Number::from_f64(n).map_or(Json::Null, Json::Number)),
        ".{0,12}".prop_map(Json::String),
        prop::sample::select(vec!["Observation", "final", "<", "1951-03-04", "http://loinc.org"])
            .prop_map(|text| Json::String(text.into())),
    ];
    leaf.prop_recursive(5, 48, 6, |inner| {
        let name = prop::sample::select(NAMES);
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Json::Array),
            prop::collection::vec((name, inner), 0..8).prop_map(|fields| {
                Json::Object(fields.into_iter().map(|(k, v)| (k.into(), v)).collect::<Map<_, _>>())
            }),
        ]
    })
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        prop_assert!(read(&bytes).is_err());
    }

    #[test]
    fn any_json_is_read_or_refused(mut json in any_json(), whole in any::<bool>()) {
        if let (true, Json::Object(fields)) = (whole, &mut json) {
            fields.insert("resourceType".into(), "Observation".into());
            fields.insert("status".into(), "final".into());
            fields.insert("code".into(), serde_json::json!({"text": "x"}));
        }
        let _ = read(json.to_string().as_bytes());
    }

    #[test]
    fn an_example_with_any_element_replaced_is_read_or_refused(
        name in prop::sample::select(vec!["blood-pressure", "f001", "satO2", "unsat"]),
        pick in any::<prop::sample::Index>(),
        with in any_json(),
    ) {
        let mut json: Json = serde_json::from_slice(&examples::bytes(name)).unwrap();
        let fields = json.as_object_mut().unwrap();
        let keys: Vec<String> = fields.keys().cloned().collect();
        fields.insert(pick.get(&keys).clone(), with);
        let _ = read(json.to_string().as_bytes());
    }

    #[test]
    fn an_example_with_any_byte_changed_is_read_or_refused(
        at in any::<prop::sample::Index>(), byte in any::<u8>()
    ) {
        let mut bytes = examples::bytes("f001");
        let at = at.index(bytes.len());
        bytes[at] = byte;
        let _ = read(&bytes);
    }

    #[test]
    fn an_example_cut_anywhere_is_refused(at in any::<prop::sample::Index>()) {
        let bytes = examples::bytes("blood-pressure");
        let end = bytes.iter().rposition(|b| *b == b'}').unwrap();
        prop_assert!(read(&bytes[..at.index(end)]).is_err());
    }

    #[test]
    fn any_number_stays_as_written(number in "-?(0|[1-9][0-9]{0,11})(\\.[0-9]{1,12})?([eE][-+]?[0-9]{1,3})?") {
        let seen = with(&format!(r#""valueQuantity":{{"value": {number} }}"#)).unwrap();
        match seen.value {
            Some(Value::Quantity(quantity)) => prop_assert_eq!(quantity.value.as_written(), number),
            other => prop_assert!(false, "{:?}", other),
        }
    }
}
