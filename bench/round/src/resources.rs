//! Resources as a practice sends them, from a fixed seed: results, goals, what
//! was asked for and promised, medicines; each with its narrative.

use crate::noise::noise;

/// So many resources in FHIR R4, about 1,500 bytes each.
#[must_use]
pub fn resources(count: usize) -> Vec<Vec<u8>> {
    let mut chance = Chance(7);
    (0..count).map(|number| resource(number, &mut chance).into_bytes()).collect()
}

struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 += 1;
        noise(self.0, 8).iter().fold(0, |number, byte| number << 8 | u64::from(*byte))
    }
}

const WORDS: &[&str] = &[
    "walk",
    "to",
    "the",
    "bridge",
    "and",
    "back",
    "with",
    "Sam",
    "breathing",
    "slower",
    "on",
    "stairs",
    "rest",
    "when",
    "I",
    "need",
    "it",
    "Tuesday",
    "group",
    "tea",
    "after",
    "inhaler",
    "morning",
    "night",
    "better",
];

fn sentence(chance: &mut Chance, words: usize) -> String {
    let word = |chance: &mut Chance| WORDS[chance.next() as usize % WORDS.len()];
    (0..words).map(|_| word(chance)).collect::<Vec<_>>().join(" ")
}

fn resource(number: usize, chance: &mut Chance) -> String {
    let kind = [
        "Observation",
        "Observation",
        "Observation",
        "Goal",
        "ServiceRequest",
        "Task",
        "MedicationStatement",
        "Condition",
    ][number % 8];
    let narrative = sentence(chance, 90);
    let head = format!(
        r#"{{"resourceType":"{kind}","id":"r{number}","meta":{{"versionId":"{}","lastUpdated":"2026-10-{:02}T09:{:02}:00.000+01:00","source":"https://practice.example/records"}},"text":{{"status":"generated","div":"<div xmlns=\"http://www.w3.org/1999/xhtml\"><p>{narrative}</p></div>"}},"identifier":[{{"system":"https://practice.example/ids","value":"{:016x}"}}],"#,
        1 + number % 9,
        1 + number % 28,
        number % 60,
        chance.next()
    );
    let subject = r#"{"reference":"Patient/p1","display":"Jo Example"}"#;
    let (note, words) = (sentence(chance, 40), sentence(chance, 12));
    let coded = |system: &str, code: &str| {
        format!(
            r#"{{"coding":[{{"system":"{system}","code":"{code}","display":"{words}"}}],"text":"{words}"}}"#
        )
    };
    let rest = match kind {
        "Observation" => format!(
            r#""status":"final","category":[{{"coding":[{{"system":"http://terminology.hl7.org/CodeSystem/observation-category","code":"laboratory"}}]}}],"code":{},"subject":{subject},"effectiveDateTime":"2026-09-{:02}","issued":"2026-09-28T10:00:00Z","performer":[{{"display":"The practice's laboratory"}}],"valueQuantity":{{"value":{}.{:02},"unit":"mmol/mol","system":"http://unitsofmeasure.org","code":"mmol/mol"}},"referenceRange":[{{"low":{{"value":20}},"high":{{"value":42}},"text":"{words}"}}],"note":[{{"text":"{note}"}}]"#,
            coded("http://loinc.org", "59261-8"),
            1 + number % 28,
            20 + chance.next() % 80,
            chance.next() % 100
        ),
        "Goal" => format!(
            r#""lifecycleStatus":"active","description":{},"subject":{subject},"startDate":"2026-09-01","expressedBy":{subject},"note":[{{"text":"{note}"}}]"#,
            coded("http://snomed.info/sct", "289169006")
        ),
        "ServiceRequest" => format!(
            r#""status":"active","intent":"plan","code":{},"subject":{subject},"authoredOn":"2026-09-01","requester":{subject},"performer":[{{"display":"The nurse"}}],"note":[{{"text":"{note}"}}]"#,
            coded("http://snomed.info/sct", "281090004")
        ),
        "Task" => format!(
            r#""status":"accepted","intent":"proposal","code":{},"description":"{words}","for":{subject},"authoredOn":"2026-09-01","owner":{{"display":"The nurse"}},"restriction":{{"period":{{"end":"2026-11-01"}}}},"note":[{{"text":"{note}"}}]"#,
            coded("http://snomed.info/sct", "281090004")
        ),
        "MedicationStatement" => format!(
            r#""status":"active","medicationCodeableConcept":{},"subject":{subject},"effectivePeriod":{{"start":"2020-01-01"}},"dosage":[{{"text":"{words}"}}],"note":[{{"text":"{note}"}}]"#,
            coded("https://dmd.nhs.uk", "35936311000001108")
        ),
        _ => format!(
            r#""clinicalStatus":{{"coding":[{{"system":"http://terminology.hl7.org/CodeSystem/condition-clinical","code":"active"}}]}},"verificationStatus":{{"coding":[{{"system":"http://terminology.hl7.org/CodeSystem/condition-ver-status","code":"confirmed"}}]}},"category":[{{"coding":[{{"system":"http://terminology.hl7.org/CodeSystem/condition-category","code":"problem-list-item"}}]}}],"code":{},"subject":{subject},"onsetDateTime":"2009","note":[{{"text":"{note}"}}]"#,
            coded("http://snomed.info/sct", "13645005")
        ),
    };
    format!("{head}{rest}}}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_thousand_are_about_seven_and_a_half_megabytes_and_the_same_each_time() {
        let all = resources(5_000);
        let bytes: usize = all.iter().map(Vec::len).sum();
        assert!((7_000_000..8_000_000).contains(&bytes), "{bytes}");
        assert_eq!(all, resources(5_000));
    }
}
