//! What is asked for and what was granted. What was granted is believed, not
//! what was asked.

/// What sync does with each type, as SMART's letters in their order: create,
/// read, update, delete, search. Types that only the practice writes are read.
const WANTED: &[(&str, &str)] = &[
    ("Patient", "r"),
    ("CarePlan", "cruds"),
    ("Goal", "cruds"),
    ("Condition", "cruds"),
    ("ServiceRequest", "cruds"),
    ("Task", "cruds"),
    ("Observation", "cruds"),
    ("QuestionnaireResponse", "cruds"),
    ("Flag", "cruds"),
    ("List", "cruds"),
    ("RelatedPerson", "cruds"),
    ("CareTeam", "cruds"),
    ("Consent", "cruds"),
    ("Communication", "cruds"),
    ("Appointment", "rs"),
    ("MedicationStatement", "rs"),
    ("MedicationRequest", "rs"),
    ("AllergyIntolerance", "rs"),
    ("HealthcareService", "rs"),
];

/// What is asked for. `second`: in the form `patient/Goal.cruds`, else in the
/// first form, `patient/Goal.read patient/Goal.write`.
pub fn wanted(second: bool, offline: bool) -> String {
    let mut scopes = vec!["launch/patient".to_owned()];
    if offline {
        scopes.push("offline_access".to_owned());
    }
    for (kind, letters) in WANTED {
        if second {
            scopes.push(format!("patient/{kind}.{letters}"));
            continue;
        }
        scopes.push(format!("patient/{kind}.read"));
        if letters.contains('c') {
            scopes.push(format!("patient/{kind}.write"));
        }
    }
    scopes.join(" ")
}

/// What was granted.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Granted {
    /// Each type, `*` for every one, and its letters.
    types: Vec<(String, String)>,
}

impl Granted {
    /// Reads the scopes of a token answer. What is not the patient's own
    /// (`user/`, `system/`) gives nothing here.
    pub fn read(scope: &str) -> Self {
        let read = |scope: &str| {
            let (kind, letters) = scope.strip_prefix("patient/")?.split_once('.')?;
            // A scope narrowed by a question grants a part; the server says which.
            let letters = letters.split_once('?').map_or(letters, |(letters, _)| letters);
            let letters = match letters {
                "read" => "rs",
                "write" => "cud",
                "*" => "cruds",
                letters => letters,
            };
            let known = letters.bytes().all(|letter| b"cruds".contains(&letter));
            known.then(|| (kind.to_owned(), letters.to_owned()))
        };
        Self { types: scope.split_ascii_whitespace().filter_map(read).collect() }
    }

    /// Whether the type may be read, searched, ...: one of `c r u d s`.
    pub fn may(&self, letter: char, kind: &str) -> bool {
        self.types.iter().any(|(found, letters)| (found == kind || found == "*") && letters.contains(letter))
    }
}
