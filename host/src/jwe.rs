//! Whether something is a sealed file: a compact JWE, `dir` and `A256GCM`. The host can't open
//! it; it only refuses what was not sealed, so that no words come to lie here by mistake.

use crate::secret::unbase64;

/// What a file is, and its number in the database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    /// FHIR R4 as JSON.
    Fhir,
    /// A SMART Health Card.
    HealthCard,
}

impl Content {
    /// By its media type. Readers compare it letter by letter, so nothing may follow it.
    pub fn parse(media_type: &str) -> Option<Self> {
        match media_type {
            "application/fhir+json" => Some(Self::Fhir),
            "application/smart-health-card" => Some(Self::HealthCard),
            _ => None,
        }
    }

    /// Its number in the database.
    pub fn number(self) -> i64 {
        match self {
            Self::Fhir => 1,
            Self::HealthCard => 2,
        }
    }

    /// Its media type, by its number.
    pub fn name(number: i64) -> &'static str {
        if number == 2 { "application/smart-health-card" } else { "application/fhir+json" }
    }
}

/// Whether this is a sealed file of that content.
pub fn is_sealed(jwe: &str, content: Content) -> bool {
    let parts: Vec<&str> = jwe.split('.').collect();
    let [header, key, nonce, words, tag] = parts.as_slice() else { return false };
    let is_base64 = |part: &str| part.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
    if !key.is_empty() || nonce.len() != 16 || tag.len() != 22 || words.is_empty() {
        return false;
    }
    if ![nonce, words, tag].iter().all(|part| is_base64(part)) {
        return false;
    }
    let header =
        unbase64(header, 1024).and_then(|json| serde_json::from_slice::<serde_json::Value>(&json).ok());
    let Some(serde_json::Value::Object(header)) = header else { return false };
    let says = |name: &str, value: &str| header.get(name).and_then(|v| v.as_str()) == Some(value);
    says("alg", "dir") && says("enc", "A256GCM") && says("cty", Content::name(content.number()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::secret::base64;

    fn sealed(header: &str) -> String {
        format!(
            "{}..{}.{}.{}",
            base64(header.as_bytes()),
            base64(&[1; 12]),
            base64(b"sealed"),
            base64(&[2; 16])
        )
    }

    #[test]
    fn only_what_is_sealed_and_says_what_it_is_is_taken() {
        let good = r#"{"alg":"dir","enc":"A256GCM","cty":"application/fhir+json"}"#;
        assert!(is_sealed(&sealed(good), Content::Fhir));
        assert!(!is_sealed(&sealed(good), Content::HealthCard));
        for header in [
            r#"{"alg":"none","enc":"A256GCM","cty":"application/fhir+json"}"#,
            r#"{"alg":"dir","enc":"A128GCM","cty":"application/fhir+json"}"#,
            r#"{"alg":"dir","enc":"A256GCM"}"#,
            "[]",
            "words",
        ] {
            assert!(!is_sealed(&sealed(header), Content::Fhir), "{header}");
        }
        for words in [
            "",
            "{\"resourceType\":\"Bundle\"}",
            "a.b.c",
            "a.b.c.d.e",
            "....",
            &sealed(good).replace("..", ".k."),
        ] {
            assert!(!is_sealed(words, Content::Fhir), "{words}");
        }
    }
}
