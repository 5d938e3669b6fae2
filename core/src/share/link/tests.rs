//! Links of the standard, and those that somebody made to hurt.

use super::*;
use serde_json::{Value, json};

/// The standard's own example
/// (<https://docs.smarthealthit.org/smart-health-links/spec>, "Example SHLink Generation").
const OLIVER: &str = "https://viewer.example.org#shlink:/eyJ1cmwiOiJodHRwczovL2Voci5leGFtcGxlLm9yZy9xci9ZOXh3a1VkdG1OOXd3b0pvTjNmZkpJaFgyVUd2Q0wxSm5sUFZOTDNrRFdNL20iLCJmbGFnIjoiTFAiLCJrZXkiOiJyeFRnWWxPYUtKUEZ0Y0VkMHFjY2VOOHdFVTRwOTRTcUF3SVdRZTZ1WDdRIiwibGFiZWwiOiJCYWNrLXRvLXNjaG9vbCBpbW11bml6YXRpb25zIGZvciBPbGl2ZXIgQnJvd24ifQ";
/// HL7's example of a direct file
/// (<https://hl7.org/fhir/uv/smart-health-cards-and-links/links-examples.html>).
const IPS: &str = "https://viewer.tcpdev.org/shlink.html#shlink:/eyJ1cmwiOiJodHRwczovL3Jhdy5naXRodWJ1c2VyY29udGVudC5jb20vc2Vhbm5vL3NoYy1kZW1vLWRhdGEvbWFpbi9pcHMvSVBTX0lHLWJ1bmRsZS0wMS1lbmMudHh0IiwiZmxhZyI6IkxVIiwia2V5IjoicnhUZ1lsT2FLSlBGdGNFZDBxY2NlTjh3RVU0cDk0U3FBd0lXUWU2dVg3USIsImxhYmVsIjoiRGVtbyBTSEwgZm9yIElQU19JRy1idW5kbGUtMDEifQ";

fn good() -> Value {
    json!({ "url": "https://host.example.org/s/name", "key": encode_url(&[7; 32]) })
}

fn written(json: &Value) -> String {
    format!("{SCHEME}{}", encode_url(json.to_string().as_bytes()))
}

fn with(name: &str, value: Value) -> Result<Link, LinkError> {
    let mut json = good();
    json[name] = value;
    Link::parse(&written(&json), Reach::Public)
}

#[test]
fn published_links_of_the_standard_open() {
    let link = Link::parse(OLIVER, Reach::Public).unwrap();
    assert_eq!(link.url.as_str(), "https://ehr.example.org/qr/Y9xwkUdtmN9wwoJoN3ffJIhX2UGvCL1JnlPVNL3kDWM/m");
    assert_eq!((link.flags.letters().as_str(), link.exp), ("LP", None));
    assert_eq!(link.label, "Back-to-school immunizations for Oliver Brown");
    assert_eq!(link.key.to_text().as_str(), "rxTgYlOaKJPFtcEd0qcceN8wEU4p94SqAwIWQe6uX7Q");
    let ips = Link::parse(IPS, Reach::Public).unwrap();
    assert_eq!((ips.flags.letters().as_str(), ips.label.as_str()), ("LU", "Demo SHL for IPS_IG-bundle-01"));
}

#[test]
fn a_link_is_written_letter_by_letter_as_the_standard_writes_it() {
    let link = Link::parse(OLIVER, Reach::Public).unwrap();
    assert_eq!(link.to_text_at("https://viewer.example.org").unwrap().as_str(), OLIVER);
    assert_eq!(link.to_text_at("https://viewer.example.org#").unwrap().as_str(), OLIVER);
    assert_eq!(link.to_text().unwrap().as_str(), OLIVER.split_once('#').unwrap().1);
}

#[test]
fn what_is_met_in_the_field_is_read_and_what_is_not_known_is_passed_over() {
    assert_eq!(with("exp", json!(1_948_227_629.708)).unwrap().exp, Some(1_948_227_629));
    assert_eq!(with("flag", json!("")).unwrap().flags, Flags::default());
    assert_eq!(with("flag", json!("PLX")).unwrap().flags.letters(), "LP");
    assert!(with("more", json!({ "of": "it" })).is_ok());
    assert!(with("v", json!(1)).is_ok());
    let padded = format!("  {}==\n", written(&good()));
    assert!(Link::parse(&padded, Reach::Public).is_ok());
}

#[test]
fn a_link_that_was_cut_off_anywhere_says_that_a_part_is_missing_and_is_never_guessed() {
    let whole = written(&good());
    for end in SCHEME.len()..whole.len() {
        let cut = Link::parse(&whole[..end], Reach::Public);
        assert!(matches!(cut, Err(LinkError::CutOff | LinkError::NotReadable)), "{end}: {cut:?}");
    }
    assert_eq!(Link::parse("shlink:/", Reach::Public), Err(LinkError::CutOff));
    assert_eq!(Link::parse("https://example.org/", Reach::Public), Err(LinkError::NotALink));
    assert_eq!(Link::parse("", Reach::Public), Err(LinkError::NotALink));
}

#[test]
fn each_way_of_being_wrong_is_an_error_of_its_own() {
    for (name, value, error) in [
        ("url", json!("http://host.example.org/s/name"), LinkError::NotSafe),
        ("url", json!("javascript:alert(1)"), LinkError::NotSafe),
        ("url", json!("https://me:secret@host.example.org/"), LinkError::NotSafe),
        ("url", json!(format!("https://host.example.org/{}", "x".repeat(105))), LinkError::AddressTooLong),
        ("key", json!(encode_url(&[7; 31])), LinkError::Key),
        ("key", json!(encode_url(&[7; 33])), LinkError::Key),
        ("key", json!(""), LinkError::Key),
        ("flag", json!("PU"), LinkError::DirectWithPasscode),
        ("label", json!("x".repeat(81)), LinkError::LabelTooLong),
        ("label", json!("card \u{202e}drac"), LinkError::LabelHides),
        ("label", json!("one\u{0}two"), LinkError::LabelHides),
        ("v", json!(2), LinkError::Newer),
        ("url", json!(7), LinkError::NotReadable),
    ] {
        assert_eq!(with(name, value.clone()), Err(error), "{name}: {value}");
    }
    let long = format!("{}{}", written(&good()), "A".repeat(MAX_LINK));
    assert_eq!(Link::parse(&long, Reach::Public), Err(LinkError::TooLong));
    let array = format!("{SCHEME}{}", encode_url(b"[]"));
    assert_eq!(Link::parse(&array, Reach::Public), Err(LinkError::NotReadable));
}

#[test]
fn what_comes_before_a_link_is_a_page_on_https_that_ends_in_a_hash_or_the_link_is_refused() {
    let link = written(&good());
    for before in [
        "javascript:alert(1)#",
        "javascript:alert(1)//",
        "http://viewer.example.org/#",
        "https://viewer.example.org/",
        "https://viewer.example.org/?x=",
        "https://viewer.example.org/#part#",
        "data:text/html,#",
        "look here: ",
    ] {
        let read = Link::parse(&format!("{before}{link}"), Reach::Public);
        assert_eq!(read, Err(LinkError::Viewer), "{before}");
    }
    assert!(Link::parse(&format!("https://viewer.example.org/a/#{link}"), Reach::Public).is_ok());
}

#[test]
fn markup_in_a_label_is_only_letters() {
    let label = "<img src=x onerror=alert(1)>";
    assert_eq!(with("label", json!(label)).unwrap().label, label);
    // The marks that joined and right-to-left scripts are written with stay.
    assert!(with("label", json!("نقشه\u{200c}ها\u{200f}")).is_ok());
}

#[test]
fn an_address_in_a_private_network_is_not_followed() {
    for host in [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "[::1]",
        "[fe80::1]",
        "[fd00::1]",
        "[::ffff:10.0.0.1]",
        "[64:ff9b::a00:1]",
        "localhost",
        "router.local",
        "intranet",
        "db.internal",
        "2130706433",
        "0x7f.1",
        "127.1",
    ] {
        let url = format!("https://{host}/s/name");
        assert_eq!(with("url", json!(url)), Err(LinkError::Private), "{host}");
    }
    for host in ["93.184.216.34", "[2606:2800:220:1::1]", "local.example.org"] {
        assert!(with("url", json!(format!("https://{host}/s"))).is_ok(), "{host}");
    }
    let here = json!({ "url": "http://127.0.0.1:9000/s/name", "key": encode_url(&[7; 32]) });
    assert!(Link::parse(&written(&here), Reach::ThisMachine).is_ok());
    assert_eq!(Link::parse(&written(&here), Reach::Public), Err(LinkError::Private));
}

#[test]
fn nothing_is_written_that_a_reader_would_refuse() {
    let link = Link::parse(&written(&good()), Reach::Public).unwrap();
    let flags = Flags { direct: true, passcode: true, long: false };
    assert_eq!(Link { flags, ..link.clone() }.to_text(), Err(LinkError::DirectWithPasscode));
    assert_eq!(Link { label: "x".repeat(81), ..link.clone() }.to_text(), Err(LinkError::LabelTooLong));
    assert_eq!(link.to_text_at("http://viewer.example.org"), Err(LinkError::Viewer));
}

#[test]
fn what_is_printed_of_a_link_has_neither_its_key_nor_its_name_at_the_host() {
    let link = Link::parse(OLIVER, Reach::Public).unwrap();
    assert_eq!(format!("{link:?} {:?}", link.key), "Link(https://ehr.example.org, LP) [redacted]");
}

proptest::proptest! {
    #[test]
    fn any_text_is_a_link_or_an_error_and_what_is_read_is_written_again(text in "(https://v.example/#)?(shlink:/)?[A-Za-z0-9_=-]{0,80}") {
        if let Ok(link) = Link::parse(&text, Reach::Public) {
            let again = Link::parse(&link.to_text().unwrap(), Reach::Public);
            proptest::prop_assert_eq!(again.unwrap(), link);
        }
    }

    #[test]
    fn any_json_in_a_link_is_read_or_refused(url in ".{0,40}", key in ".{0,44}", flag in "[LPUX]{0,4}", label in ".{0,90}") {
        let json = json!({ "url": url, "key": key, "flag": flag, "label": label });
        let _ = Link::parse(&written(&json), Reach::Public);
    }
}
