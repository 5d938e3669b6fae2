//! Answers of hosts that mean well, and of those that do not.

use super::*;

fn asked() -> Url {
    Url::parse("https://host.example.org/s/name").unwrap()
}

fn read_json(json: &Value) -> Result<Manifest, ManifestError> {
    read(json.to_string().as_bytes(), &asked(), Reach::Public)
}

fn at(location: &str) -> Result<Manifest, ManifestError> {
    read_json(&json!({ "files": [{ "contentType": "application/fhir+json", "location": location }] }))
}

#[test]
fn a_question_says_who_asks_and_a_passcode_only_where_there_is_one() {
    let said = |bytes: Zeroizing<Vec<u8>>| serde_json::from_slice::<Value>(&bytes).unwrap();
    assert_eq!(said(question("Dr Example", None, None)), json!({ "recipient": "Dr Example" }));
    assert_eq!(
        said(question("Dr Example", Some("123456"), Some(4096))),
        json!({ "recipient": "Dr Example", "passcode": "123456", "embeddedLengthMax": 4096 })
    );
    let long = said(question(&"x".repeat(1000), None, None));
    assert_eq!(long["recipient"].as_str().unwrap().len(), MAX_RECIPIENT);
}

#[test]
fn files_are_here_or_at_a_place_on_the_same_host() {
    let manifest = read_json(&json!({
        "status": "can-change",
        "list": { "resourceType": "List" },
        "more": true,
        "files": [
            { "contentType": "application/fhir+json;fhirVersion=4.0.1", "embedded": "a.b.c.d.e", "lastUpdated": "2026-10-01T10:00:00Z" },
            { "contentType": "application/smart-health-card", "location": "/f/ticket" },
            { "contentType": "application/fhir+json", "embedded": "x", "location": "https://other.example.org/" },
        ],
    }))
    .unwrap();
    assert_eq!(manifest.status, Status::CanChange);
    assert_eq!(manifest.list.as_deref(), Some(r#"{"resourceType":"List"}"#));
    assert_eq!(manifest.files[0].content_type, "application/fhir+json");
    assert_eq!(manifest.files[0].lies, Lies::Here("a.b.c.d.e".into()));
    assert_eq!(manifest.files[1].lies, Lies::There(Url::parse("https://host.example.org/f/ticket").unwrap()));
    assert_eq!(manifest.files[2].lies, Lies::Here("x".into()));
}

#[test]
fn the_standards_example_is_read_but_for_its_files_on_another_host() {
    // "Example SHLink Manifest File", <https://docs.smarthealthit.org/smart-health-links/spec>
    let example = br#"{ "files": [{
        "contentType": "application/smart-health-card",
        "location": "https://bucket.cloud.example.org/file1?sas=MFXK6jL3oL3SI_lRfi_-cEfzIs5oHs6rRWmrsCAFzvk"
      }, {
        "contentType": "application/smart-health-card",
        "embedded": "eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..8zH0NmUXGwMOqEya.xdGRpgyvE9vNoKzHlr4itKKW2vo<snipped>"
      }] }"#;
    assert_eq!(read(example, &asked(), Reach::Public), Err(ManifestError::Elsewhere));
    let bucket = Url::parse("https://bucket.cloud.example.org/manifest").unwrap();
    assert_eq!(read(example, &bucket, Reach::Public).unwrap().files.len(), 2);
}

#[test]
fn a_file_on_another_machine_is_not_fetched() {
    for location in [
        "https://other.example.org/f",
        "https://host.example.org:8443/f",
        "http://host.example.org/f",
        "//other.example.org/f",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "https://host.example.org.evil.example/f",
        "https://me@host.example.org/f",
    ] {
        let read = at(location);
        assert!(
            matches!(read, Err(ManifestError::Elsewhere | ManifestError::Private)),
            "{location}: {read:?}"
        );
    }
    for location in
        ["https://169.254.169.254/latest", "https://10.0.0.1/f", "https://[::1]/f", "https://localhost/f"]
    {
        assert_eq!(at(location), Err(ManifestError::Private), "{location}");
    }
}

#[test]
fn ten_thousand_files_are_too_many_and_none_is_a_manifest() {
    let files = vec![json!({ "contentType": "application/fhir+json", "embedded": "x" }); 10_000];
    assert_eq!(read_json(&json!({ "files": files })), Err(ManifestError::TooMany));
    assert_eq!(read_json(&json!({ "files": [] })).unwrap().files.len(), 0);
    let large = vec![b' '; MAX_ANSWER + 1];
    assert_eq!(read(&large, &asked(), Reach::Public), Err(ManifestError::TooLarge));
}

#[test]
fn what_is_no_manifest_says_so() {
    for body in
        ["", "{}", "[]", "<html>", r#"{"files":{}}"#, r#"{"files":[7]}"#, r#"{"files":[{"embedded":"x"}]}"#]
    {
        assert_eq!(read(body.as_bytes(), &asked(), Reach::Public), Err(ManifestError::NotReadable), "{body}");
    }
    let nowhere = json!({ "files": [{ "contentType": "application/fhir+json", "location": null }] });
    assert_eq!(read_json(&nowhere), Err(ManifestError::Nowhere));
    let deep = format!("{{\"files\":{}{}}}", "[".repeat(100_000), "]".repeat(100_000));
    assert_eq!(read(deep.as_bytes(), &asked(), Reach::Public), Err(ManifestError::NotReadable));
}

proptest::proptest! {
    #[test]
    fn any_place_is_on_the_host_that_was_asked_or_refused(location in ".{0,60}") {
        if let Ok(manifest) = at(&location) {
            let Lies::There(url) = &manifest.files[0].lies else { panic!("here") };
            proptest::prop_assert_eq!(url.origin(), asked().origin());
        }
    }
}
