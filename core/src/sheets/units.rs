//! The units a sheet may name, and which go with a code. A unit says how a number
//! is written and nothing of what it should be.

/// Units as they are shown and typed.
pub const UNITS: &[&str] = &[
    "%",
    "cm",
    "g",
    "g/L",
    "kg",
    "kg/m2",
    "L",
    "L/min",
    "lb",
    "mg/g",
    "mg/L",
    "mg/mmol",
    "min",
    "mL/min/1.73m2",
    "mm/h",
    "mmHg",
    "mmol/L",
    "mmol/mol",
    "nmol/L",
    "ug/L",
];

/// Codes whose units are known (LOINC; FHIR R4 vital signs).
const KNOWN: &[(&str, &[&str])] = &[
    ("http://loinc.org|85354-9", &["mmHg"]),
    ("http://loinc.org|8480-6", &["mmHg"]),
    ("http://loinc.org|8462-4", &["mmHg"]),
    ("http://loinc.org|29463-7", &["kg", "g", "lb"]),
    ("http://loinc.org|39156-5", &["kg/m2"]),
    ("http://loinc.org|2708-6", &["%"]),
    ("http://loinc.org|59408-5", &["%"]),
    ("http://loinc.org|59261-8", &["mmol/mol"]),
    ("http://loinc.org|4548-4", &["%"]),
    ("http://loinc.org|62238-1", &["mL/min/1.73m2"]),
    ("http://loinc.org|20152-5", &["%"]),
    ("http://loinc.org|9318-7", &["mg/g"]),
    ("http://loinc.org|14585-4", &["mg/mmol"]),
    ("http://loinc.org|14647-2", &["mmol/L"]),
    ("http://loinc.org|14646-4", &["mmol/L"]),
    ("http://loinc.org|14927-8", &["mmol/L"]),
    ("http://loinc.org|33452-4", &["L/min"]),
    ("http://loinc.org|1988-5", &["mg/L"]),
    ("http://loinc.org|30341-2", &["mm/h"]),
];

/// Whether a unit can be a unit of what any of these codes means. Of a code that
/// is not known, any unit can.
pub fn fits(unit: &str, codes: &[String]) -> bool {
    let mut known = codes.iter().filter_map(|code| KNOWN.iter().find(|(known, _)| known == code)).peekable();
    known.peek().is_none() || known.any(|(_, units)| units.contains(&unit))
}
