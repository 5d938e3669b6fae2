//! Hosts that give, and hosts that lie.

use super::*;
use crate::share::link::{FileKey, Flags};
use crate::sync::testing::{Scripted, json};
use zeroize::Zeroizing;

fn key() -> FileKey {
    FileKey::from_bytes([7; 32])
}

fn link(flags: Flags) -> Link {
    let url = Url::parse("https://host.example.org/s/name").unwrap();
    Link { url, key: key(), exp: None, flags, label: String::new() }
}

fn asking() -> Asking<'static> {
    Asking { recipient: "Dr Example", passcode: Some("123456"), reach: Reach::Public }
}

fn sealed(words: &str) -> String {
    jwe::seal(&key(), jwe::FHIR, words.as_bytes()).unwrap()
}

fn plain(status: u16, body: &str) -> Result<Response, HttpError> {
    Ok(Response { status, headers: vec![], body: Zeroizing::new(body.as_bytes().to_vec()) })
}

fn one(file: &str) -> String {
    format!(r#"{{"files":[{{"contentType":"application/fhir+json",{file}}}]}}"#)
}

#[test]
fn a_link_gives_its_files_and_says_who_looked() {
    let host = Scripted::new(|request| match request.method {
        Method::Post => json(200, &one(r#""location":"https://host.example.org/f/1""#)),
        _ => plain(200, &sealed("{}")),
    });
    let flags = Flags { passcode: true, ..Flags::default() };
    let given = follow(&host, &link(flags), asking()).unwrap();
    assert_eq!(given.files[0].plain.as_slice(), b"{}");
    let asked = host.asked.lock().unwrap();
    let body = String::from_utf8(asked[0].body.clone().unwrap().to_vec()).unwrap();
    assert!(body.contains("Dr Example") && body.contains("123456"), "{body}");
    assert_eq!(asked[1].url.as_str(), "https://host.example.org/f/1");
}

#[test]
fn a_passcode_goes_only_to_a_link_that_asks_for_one() {
    let host = Scripted::new(|_| json(200, &one(&format!(r#""embedded":"{}""#, sealed("{}")))));
    follow(&host, &link(Flags::default()), asking()).unwrap();
    let body = host.asked.lock().unwrap()[0].body.clone().unwrap();
    assert!(!String::from_utf8(body.to_vec()).unwrap().contains("123456"));
}

#[test]
fn a_link_that_is_its_file_is_asked_with_the_recipient_and_gives_it() {
    let host = Scripted::new(|_| plain(200, &sealed("{}")));
    let flags = Flags { direct: true, ..Flags::default() };
    assert_eq!(follow(&host, &link(flags), asking()).unwrap().files.len(), 1);
    let asked = host.asked.lock().unwrap();
    assert_eq!(asked[0].url.as_str(), "https://host.example.org/s/name?recipient=Dr+Example");
}

#[test]
fn a_file_somewhere_else_is_never_asked_for() {
    for place in ["https://other.example.org/f", "https://10.0.0.1/f", "http://host.example.org/f"] {
        let host = Scripted::new(|_| json(200, &one(&format!(r#""location":"{place}""#))));
        let told = follow(&host, &link(Flags::default()), asking());
        assert!(matches!(told, Err(FollowError::Manifest(_))), "{place}: {told:?}");
        assert_eq!(host.count(), 1, "{place}");
    }
}

#[test]
fn each_refusal_has_its_own_name() {
    let by = |status, body: &'static str| {
        follow(&Scripted::new(move |_| json(status, body)), &link(Flags::default()), asking()).unwrap_err()
    };
    assert_eq!(by(302, ""), FollowError::Redirected);
    assert_eq!(by(404, ""), FollowError::Nothing);
    assert_eq!(by(410, ""), FollowError::Nothing);
    assert_eq!(by(401, r#"{"remainingAttempts":3}"#), FollowError::Passcode { left: Some(3) });
    assert_eq!(by(401, "<html>"), FollowError::Passcode { left: None });
    assert_eq!(by(429, ""), FollowError::Busy { wait: Duration::from_secs(60) });
    assert_eq!(by(500, ""), FollowError::Status(500));
    assert_eq!(by(200, "<html>"), FollowError::Manifest(ManifestError::NotReadable));
    let files = one(r#""embedded":"not sealed""#);
    let told = follow(&Scripted::new(move |_| json(200, &files)), &link(Flags::default()), asking());
    assert_eq!(told, Err(FollowError::File(JweError::NotSealed)));
}

#[test]
fn what_a_silent_host_says_is_what_the_network_says() {
    for error in [HttpError::NoConnection, HttpError::TimedOut, HttpError::Cut, HttpError::TooLarge] {
        let host = Scripted::new(move |_| Err(error));
        assert_eq!(follow(&host, &link(Flags::default()), asking()), Err(FollowError::Http(error)));
    }
}

#[test]
fn a_private_link_is_not_asked_at_all() {
    let host = Scripted::new(|_| json(200, "{}"));
    let private = Link { url: Url::parse("https://192.168.1.1/s").unwrap(), ..link(Flags::default()) };
    assert_eq!(follow(&host, &private, asking()), Err(FollowError::Http(HttpError::NotSafe)));
    assert_eq!(host.count(), 0);
}
