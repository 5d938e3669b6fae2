//! Frozen: links and sealed files as this version writes them, and as others published them. What
//! opened once opens for ever.

use crate::share::jwe;
use crate::share::link::{FileKey, Link, Reach};
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/vectors/share")
}

fn vector(name: &str) -> String {
    std::fs::read_to_string(folder().join(name)).unwrap().trim_end().to_owned()
}

/// The key of the standard's own examples.
fn standards_key() -> FileKey {
    FileKey::parse("rxTgYlOaKJPFtcEd0qcceN8wEU4p94SqAwIWQe6uX7Q").unwrap()
}

#[test]
fn the_links_that_were_published_open() {
    let text = vector("published-links.txt");
    let links: Vec<&str> = text.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).collect();
    assert!(links.len() >= 4);
    for line in links {
        let link = Link::parse(line, Reach::Public);
        assert!(link.is_ok(), "{line}: {link:?}");
    }
}

#[test]
fn the_sealed_file_that_the_standard_publishes_opens() {
    let opened = jwe::open(&standards_key(), &vector("standard-health-card.jwe")).unwrap();
    assert_eq!(opened.content_type, "application/smart-health-card");
    let card: serde_json::Value = serde_json::from_slice(&opened.plain).unwrap();
    assert!(card["verifiableCredential"][0].as_str().unwrap().starts_with("eyJ6aXAiOiJERUYi"));
}

#[test]
fn a_link_and_a_file_are_written_as_they_always_were() {
    let key = FileKey::from_bytes(std::array::from_fn(|at| at as u8));
    let jwe = jwe::seal_with(&key, jwe::FHIR, br#"{"resourceType":"Bundle"}"#, [9; 12]).unwrap();
    assert_eq!(jwe, vector("file-v1.jwe"));
    let link = Link::parse(&vector("link-v1.txt"), Reach::Public).unwrap();
    assert_eq!(link.key, key);
    assert_eq!((link.exp, link.flags.letters().as_str()), (Some(1_790_931_600), "LP"));
    assert_eq!(link.label, "Jo Example: visit");
    assert_eq!(link.to_text_at("https://host.example.org/").unwrap().as_str(), vector("link-v1.txt"));
}
