//! Hosts that sleep, lie, and give what they must; the whole of it against a real host is played in
//! the scenarios of sharing.

use super::*;
use crate::fhir::own;
use crate::share::control::{Control, UNSIGNED};
use crate::share::jwe;
use crate::share::link::{FileKey, Flags};
use crate::sync::http::{HttpError, Response};
use crate::sync::testing::{Scripted, StillWorld};
use ring::rand::SystemRandom;
use ring::signature::{Ed25519KeyPair, KeyPair};
use zeroize::Zeroizing;

const UNTIL_THEN: i64 = 1_800_000_000;

struct Sharer {
    control: Control,
    clock: Ed25519KeyPair,
}

impl Sharer {
    fn new() -> Self {
        let seed = Ed25519KeyPair::generate_pkcs8(&SystemRandom::new()).unwrap();
        let clock = Ed25519KeyPair::from_pkcs8(seed.as_ref()).unwrap();
        Self { control: Control::new().unwrap(), clock }
    }

    fn link(&self) -> Link {
        let url = Url::parse(&format!("https://host.example.org/s/{}", self.control.name())).unwrap();
        let flags = Flags { long: true, ..Flags::default() };
        Link { url, key: FileKey::from_bytes([7; 32]), exp: None, flags, label: String::new() }
    }

    fn file(&self, words: &str, minute: u32) -> String {
        let tags = [
            (SIGNED_BY, encode_url(&self.control.pin().unwrap())),
            (TIME_SIGNED_BY, encode_url(self.clock.public_key().as_ref())),
            (UNTIL, UNTIL_THEN.to_string()),
        ]
        .map(|(name, code)| format!(r#"{{"system":"{}/{name}","code":"{code}"}}"#, own::BASE))
        .join(",");
        format!(
            r#"{{"resourceType":"Bundle","meta":{{"tag":[{tags}]}},"timestamp":"2026-11-23T10:{minute:02}:00Z","x":"{words}"}}"#
        )
    }

    /// A version as a phone makes it: numbered and signed.
    fn version(&self, words: &str, minute: u32, number: u64) -> String {
        self.signed(&self.numbered(words, minute, number))
    }

    fn numbered(&self, words: &str, minute: u32, number: u64) -> String {
        let of = |name: &str, code: &str| format!(r#"{{"system":"{}/{name}","code":"{code}"}},"#, own::BASE);
        let tags = of(SIGNATURE, UNSIGNED) + &of(VERSION, &number.to_string());
        self.file(words, minute).replacen("[{", &format!("[{tags}{{"), 1)
    }

    fn signed(&self, file: &str) -> String {
        self.control.signed_version(file.to_owned())
    }

    /// Who keeps what a host gave first.
    fn kept_of(&self, file: &str) -> Kept {
        let host = Scripted::new(|_| self.manifest(file));
        Kept::begin(&host, &self.link(), asking(), 5).unwrap()
    }

    fn checked(&self, kept: &mut Kept, file: &str) -> Checked {
        check(kept, &Scripted::new(|_| self.manifest(file)))
    }

    fn manifest(&self, file: &str) -> Result<Response, HttpError> {
        let jwe = jwe::seal(&FileKey::from_bytes([7; 32]), FHIR, file.as_bytes()).unwrap();
        plain(200, format!(r#"{{"files":[{{"contentType":"{FHIR}","embedded":"{jwe}"}}]}}"#).as_bytes())
    }

    /// Signs the time as docs/host.md says, for who asked.
    fn time(&self, request: &Request, time: i64) -> Result<Response, HttpError> {
        let nonce = request.url.query_pairs().find(|(name, _)| name == "nonce").unwrap().1.into_owned();
        let origin = "https://host.example.org";
        let signed = [
            b"hearth-host time 1\0".as_slice(),
            &(origin.len() as u16).to_be_bytes(),
            origin.as_bytes(),
            &time.to_be_bytes(),
            &decode_url(&nonce).unwrap(),
        ]
        .concat();
        let signature = encode_url(self.clock.sign(&signed).as_ref());
        plain(200, format!(r#"{{"time":{time},"signature":"{signature}"}}"#).as_bytes())
    }

    fn kept(&self) -> Kept {
        let host = Scripted::new(|_| self.manifest(&self.file("first", 1)));
        Kept::begin(&host, &self.link(), asking(), 5).unwrap()
    }
}

fn asking() -> Asking<'static> {
    Asking { recipient: "Sam", passcode: None, reach: Reach::Public }
}

fn plain(status: u16, body: &[u8]) -> Result<Response, HttpError> {
    Ok(Response { status, headers: vec![], body: Zeroizing::new(body.to_vec()) })
}

fn check(kept: &mut Kept, host: &dyn Http) -> Checked {
    kept.check(host, &StillWorld::default(), "Sam", Reach::Public)
}

#[test]
fn a_newer_copy_takes_its_place_an_older_one_or_anothers_does_not() {
    let (sharer, other) = (Sharer::new(), Sharer::new());
    let mut kept = sharer.kept();
    let same = Scripted::new(|_| sharer.manifest(&sharer.file("first", 1)));
    assert_eq!(check(&mut kept, &same), Checked::Same);
    let newer = Scripted::new(|_| sharer.manifest(&sharer.file("second", 2)));
    assert_eq!(check(&mut kept, &newer), Checked::New);
    assert!(kept.file.contains("second") && kept.trouble.is_none());
    // The host plays the first again.
    assert_eq!(check(&mut kept, &same), Checked::NotChecked(FollowError::Older));
    assert_eq!(kept.trouble.as_deref(), Some("error-follow-older"));
    let forged = Scripted::new(|_| sharer.manifest(&other.file("third", 3)));
    assert_eq!(check(&mut kept, &forged), Checked::NotChecked(FollowError::Other));
    assert!(kept.file.contains("second"));
}

#[test]
fn a_host_that_sleeps_lies_or_says_not_here_takes_nothing_away() {
    let (sharer, stranger) = (Sharer::new(), Sharer::new());
    let mut kept = sharer.kept();
    let before = kept.file.clone();
    let mark_of_another = stranger.control.end_mark(9);
    let mut late = sharer.control.end_mark(9);
    late.push(0);
    let hosts: [Box<dyn Http>; 6] = [
        Box::new(Scripted::new(|_| Err(HttpError::NoConnection))),
        Box::new(Scripted::new(|_| plain(404, b"{}"))),
        Box::new(Scripted::new(|_| plain(410, b"ended, believe me"))),
        Box::new(Scripted::new(|_| plain(200, b"<html>welcome"))),
        Box::new(Scripted::new(move |request| match request.url.path().ends_with("end-mark") {
            true => plain(200, &mark_of_another),
            false => plain(404, b"{}"),
        })),
        Box::new(Scripted::new(move |request| match request.url.path().ends_with("end-mark") {
            true => plain(200, &late),
            false => plain(404, b"{}"),
        })),
    ];
    for host in &hosts {
        let said = check(&mut kept, &**host);
        assert!(matches!(said, Checked::NotChecked(_)) && !said.is_over(), "{said:?}");
        assert_eq!((kept.file.as_str(), kept.checked), (before.as_str(), 5));
        assert!(kept.trouble.is_some());
    }
}

#[test]
fn an_end_that_its_maker_signed_is_the_end() {
    let sharer = Sharer::new();
    let mut kept = sharer.kept();
    let host = Scripted::new(|request| match request.url.path().ends_with("/end-mark") {
        true => plain(200, &sharer.control.end_mark(9)),
        false => plain(404, b"{}"),
    });
    assert_eq!(check(&mut kept, &host), Checked::Ended(9));
}

#[test]
fn past_its_end_it_goes_when_the_hosts_signed_clock_agrees_and_not_before() {
    let (sharer, stranger) = (Sharer::new(), Sharer::new());
    let at = |signer: &Sharer, time: i64, request: &Request| match request.url.path() {
        "/v1/time" => signer.time(request, time),
        _ => plain(404, b"{}"),
    };
    let mut kept = sharer.kept();
    let early = Scripted::new(|request| at(&sharer, UNTIL_THEN - 1, request));
    assert_eq!(check(&mut kept, &early), Checked::NotChecked(FollowError::Nothing));
    let forged = Scripted::new(|request| at(&stranger, UNTIL_THEN + 1, request));
    assert_eq!(check(&mut kept, &forged), Checked::NotChecked(FollowError::Nothing));
    let late = Scripted::new(|request| at(&sharer, UNTIL_THEN, request));
    assert_eq!(check(&mut kept, &late), Checked::Expired(UNTIL_THEN * 1000));
}

#[test]
fn what_is_kept_reads_back_and_tells_nothing_where_it_is_printed() {
    let kept = Sharer::new().kept();
    let bytes = serde_json::to_vec(&kept).unwrap();
    assert_eq!(serde_json::from_slice::<Kept>(&bytes).unwrap(), kept);
    let shown = format!("{kept:?}");
    assert!(!shown.contains("shlink") && !shown.contains("first"), "{shown}");
}

#[test]
fn a_version_that_is_changed_and_sealed_again_is_not_taken() {
    let sharer = Sharer::new();
    let first = sharer.version("first", 1, 1);
    let mut kept = sharer.kept_of(&first);
    assert!(kept.is_signed() && kept.pin() == sharer.control.pin());
    // Whoever has the link has the key to seal with, and not the one to sign with.
    for forged in [
        sharer.version("second", 2, 2).replace("second", "do not ring"),
        sharer.version("second", 2, 2).replace("10:02", "11:02"),
        sharer.numbered("second", 2, 2),
        Sharer { control: Control::new().unwrap(), ..Sharer::new() }.version("second", 2, 2),
    ] {
        assert_eq!(sharer.checked(&mut kept, &forged), Checked::NotChecked(FollowError::Other));
        assert_eq!(kept.file, first);
    }
    assert_eq!(sharer.checked(&mut kept, &sharer.version("second", 2, 2)), Checked::New);
    assert!(kept.file.contains("second"));
}

#[test]
fn an_unsigned_version_after_a_signed_one_is_not_taken() {
    let sharer = Sharer::new();
    let first = sharer.version("first", 1, 1);
    let mut kept = sharer.kept_of(&first);
    assert_eq!(sharer.checked(&mut kept, &sharer.file("second", 2)), Checked::NotChecked(FollowError::Other));
    assert_eq!((kept.file.as_str(), kept.trouble.as_deref()), (first.as_str(), Some("error-follow-other")));
    // One that was never signed is taken as long as none was, and signed ones after it.
    let mut kept = sharer.kept_of(&sharer.file("first", 1));
    assert_eq!(sharer.checked(&mut kept, &sharer.file("second", 2)), Checked::New);
    assert_eq!(sharer.checked(&mut kept, &sharer.version("third", 3, 1)), Checked::New);
}

#[test]
fn a_copy_is_not_begun_with_a_version_whose_signature_is_not_its_own() {
    let sharer = Sharer::new();
    let forged = sharer.version("first", 1, 1).replace("first", "do not ring");
    let host = Scripted::new(|_| sharer.manifest(&forged));
    let begun = Kept::begin(&host, &sharer.link(), asking(), 5);
    assert_eq!(begun.err(), Some(FollowError::Other));
}

#[test]
fn a_clock_that_jumps_keeps_no_newer_version_back_and_lets_no_older_one_in() {
    let sharer = Sharer::new();
    // Made with the clock far ahead; then it was set right.
    let mut kept = sharer.kept_of(&sharer.version("ahead", 59, 7));
    assert_eq!(sharer.checked(&mut kept, &sharer.version("set right", 1, 8)), Checked::New);
    assert!(kept.file.contains("set right"));
    for older in [sharer.version("ahead", 59, 7), sharer.version("another of the same number", 2, 8)] {
        assert_eq!(sharer.checked(&mut kept, &older), Checked::NotChecked(FollowError::Older));
    }
    // A version of before they had numbers is older than any that has one, and gives way to one.
    assert_eq!(
        sharer.checked(&mut kept, &sharer.signed(&sharer.numbered("x", 59, 9).replace("/version", "/none"))),
        Checked::NotChecked(FollowError::Older)
    );
    let mut before = sharer.kept_of(&sharer.file("ahead", 59));
    assert_eq!(sharer.checked(&mut before, &sharer.version("numbered", 1, 1)), Checked::New);
}

#[test]
fn what_a_host_says_beside_the_file_is_kept_and_takes_no_copy_away() {
    let sharer = Sharer::new();
    let mut kept = sharer.kept();
    assert_eq!((kept.no_longer_valid, kept.more), (false, 0));
    let file = sharer.file("first", 1);
    let seal = |kind: &str| {
        let jwe = jwe::seal(&FileKey::from_bytes([7; 32]), kind, file.as_bytes()).unwrap();
        format!(r#"{{"contentType":"{kind}","embedded":"{jwe}"}}"#)
    };
    let said = format!(
        r#"{{"status":"no-longer-valid","files":[{},{}]}}"#,
        seal(FHIR),
        seal("application/smart-health-card")
    );
    let host = Scripted::new(|_| plain(200, said.as_bytes()));
    assert_eq!(check(&mut kept, &host), Checked::Same);
    assert_eq!((kept.no_longer_valid, kept.more, kept.file.as_str()), (true, 1, file.as_str()));
    assert_eq!(sharer.checked(&mut kept, &sharer.file("second", 2)), Checked::New);
    assert_eq!((kept.no_longer_valid, kept.more), (false, 0));
}

#[test]
fn a_copy_of_an_earlier_hearth_is_read() {
    let kept = Sharer::new().kept();
    let mut row: Value = serde_json::to_value(&kept).unwrap();
    let row = row.as_object_mut().unwrap();
    assert!(row.remove("more").is_some() && row.remove("no_longer_valid").is_some());
    assert_eq!(serde_json::from_value::<Kept>(Value::Object(row.clone())).unwrap(), kept);
}
