//! Files that open, and those that must not.

use super::*;
use serde_json::json;

fn key() -> FileKey {
    FileKey::from_bytes([7; 32])
}

/// A file under a header of any words.
fn under(header: &str, plain: &[u8]) -> String {
    let header = encode_url(header.as_bytes());
    let mut words = plain.to_vec();
    let aad = Aad::from(header.as_bytes());
    let nonce = Nonce::assume_unique_for_key([1; 12]);
    let tag = gcm(&key()).unwrap().seal_in_place_separate_tag(nonce, aad, &mut words).unwrap();
    format!("{header}..{}.{}.{}", encode_url(&[1; 12]), encode_url(&words), encode_url(tag.as_ref()))
}

fn packed(plain: &[u8]) -> Vec<u8> {
    miniz_oxide::deflate::compress_to_vec(plain, 6)
}

const DEF: &str = r#"{"alg":"dir","enc":"A256GCM","zip":"DEF","cty":"application/fhir+json"}"#;

#[test]
fn what_is_sealed_opens_with_its_key_and_says_what_it_is() {
    let jwe = seal(&key(), FHIR, b"{}").unwrap();
    let opened = open(&key(), &jwe).unwrap();
    assert_eq!((opened.content_type.as_str(), opened.plain.as_slice()), (FHIR, b"{}".as_slice()));
    let header = decode_url(jwe.split('.').next().unwrap()).unwrap();
    let header: serde_json::Value = serde_json::from_slice(&header).unwrap();
    assert_eq!(header, json!({ "alg": "dir", "enc": "A256GCM", "cty": FHIR }));
}

#[test]
fn two_versions_of_a_file_never_share_a_nonce() {
    let nonce = |jwe: String| jwe.split('.').nth(2).unwrap().to_owned();
    let found: std::collections::BTreeSet<String> =
        (0..1000).map(|_| nonce(seal(&key(), FHIR, b"{}").unwrap())).collect();
    assert_eq!(found.len(), 1000);
}

#[test]
fn a_file_that_came_packed_is_unpacked() {
    let opened = open(&key(), &under(DEF, &packed(b"words words words"))).unwrap();
    assert_eq!(opened.plain.as_slice(), b"words words words");
}

#[test]
fn a_file_that_unpacks_to_more_than_a_file_may_be_is_refused_and_one_of_just_that_size_is_not() {
    let bomb = under(DEF, &packed(&vec![0; MAX_FILE + 1]));
    assert!(bomb.len() < 32 << 10);
    assert_eq!(open(&key(), &bomb), Err(JweError::TooLarge));
    assert_eq!(open(&key(), &under(DEF, &packed(&vec![0; MAX_FILE]))).unwrap().plain.len(), MAX_FILE);
}

#[test]
fn what_is_no_packed_file_says_so() {
    assert_eq!(open(&key(), &under(DEF, b"\xff\xffnot packed")), Err(JweError::Packed));
    let half = packed(b"a sentence that is long enough to be cut in two");
    assert_eq!(open(&key(), &under(DEF, &half[..half.len() / 2])), Err(JweError::Packed));
}

#[test]
fn every_other_way_of_sealing_is_refused_though_the_key_would_fit() {
    for header in [
        r#"{"alg":"none","enc":"A256GCM"}"#,
        r#"{"alg":"None","enc":"A256GCM"}"#,
        r#"{"alg":"A256KW","enc":"A256GCM"}"#,
        r#"{"alg":"RSA-OAEP","enc":"A256GCM"}"#,
        r#"{"alg":"dir","enc":"A128GCM"}"#,
        r#"{"alg":"dir","enc":"A256CBC-HS512"}"#,
        r#"{"alg":"dir","enc":"A256GCM","zip":"GZ"}"#,
        r#"{"alg":"dir","enc":"A256GCM","crit":["exp"],"exp":1}"#,
    ] {
        assert_eq!(open(&key(), &under(header, b"{}")), Err(JweError::Algorithm), "{header}");
    }
    let wrapped = under(r#"{"alg":"dir","enc":"A256GCM"}"#, b"{}").replace("..", ".AAAA.");
    assert_eq!(open(&key(), &wrapped), Err(JweError::Algorithm));
}

#[test]
fn another_key_and_a_changed_letter_open_nothing() {
    let jwe = seal(&key(), FHIR, b"{\"resourceType\":\"Bundle\"}").unwrap();
    assert_eq!(open(&FileKey::from_bytes([8; 32]), &jwe), Err(JweError::WrongKey));
    for at in 0..jwe.len() {
        let mut changed = jwe.clone().into_bytes();
        changed[at] = if changed[at] == b'A' { b'B' } else { b'A' };
        let changed = String::from_utf8(changed).unwrap();
        assert!(open(&key(), &changed).is_err(), "{at}");
    }
}

#[test]
fn what_was_cut_off_anywhere_opens_nothing() {
    let jwe = seal(&key(), FHIR, b"{}").unwrap();
    for end in 0..jwe.len() {
        assert!(open(&key(), &jwe[..end]).is_err(), "{end}");
    }
    for odd in ["", ".", "....", "a.b.c.d.e", "a.b.c.d.e.f", "{}", "e30....", &format!("{jwe}.x")] {
        assert_eq!(open(&key(), odd), Err(JweError::NotSealed), "{odd}");
    }
    assert_eq!(open(&key(), &"A".repeat(MAX_JWE + 1)), Err(JweError::TooLarge));
}

#[test]
fn what_is_printed_of_an_open_file_is_its_size() {
    let opened = open(&key(), &seal(&key(), FHIR, b"canary").unwrap()).unwrap();
    assert_eq!(format!("{opened:?}"), "Opened(6 bytes)");
}

proptest::proptest! {
    #[test]
    fn any_bytes_come_back(plain: Vec<u8>) {
        let opened = open(&key(), &seal(&key(), FHIR, &plain).unwrap()).unwrap();
        proptest::prop_assert_eq!(opened.plain.as_slice(), plain.as_slice());
    }

    #[test]
    fn any_text_opens_nothing(text in "[A-Za-z0-9_.-]{0,120}") {
        proptest::prop_assert!(open(&key(), &text).is_err());
    }
}
