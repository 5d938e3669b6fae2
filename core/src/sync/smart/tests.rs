//! Linking, against servers that are right and servers that are not.

use super::*;
use crate::base64::encode_url;
use crate::sync::base::Base;
use crate::sync::http::{Request, Response, Token};
use crate::sync::testing::{NOW, Scripted, StillWorld, json};
use proptest::prelude::*;
use ring::digest::{SHA256, digest};
use std::collections::HashMap;
use url::Url;

const CONFIG: &str = r#"{
    "issuer": "https://login.example", "authorization_endpoint": "https://login.example/auth",
    "token_endpoint": "https://login.example/token", "revocation_endpoint": "https://login.example/revoke",
    "jwks_uri": "https://login.example/jwks", "response_types_supported": ["code"],
    "code_challenge_methods_supported": ["plain", "S256"], "authorization_response_iss_parameter_supported": true,
    "capabilities": ["launch-standalone", "client-public", "context-standalone-patient", "permission-offline",
        "permission-patient", "permission-v1", "permission-v2", "sso-openid-connect"]
}"#;

fn base() -> Base {
    Base::parse("https://practice.example/fhir").unwrap()
}

fn client() -> Client {
    let redirect = Url::parse("https://hearth.example/linked").unwrap();
    Client { id: "hearth".to_owned(), redirect }
}

fn begun() -> (Attempt, Url) {
    let config = read_config(&base(), CONFIG.as_bytes()).unwrap();
    authorise_url(&StillWorld::default(), base(), config, client()).unwrap()
}

/// The address a browser comes back with.
fn returned(attempt: &Attempt, change: impl Fn(&mut Vec<(String, String)>)) -> String {
    let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    let mut pairs = vec![
        pair("code", "the-code"),
        pair("state", attempt.state.expose()),
        pair("iss", "https://login.example"),
    ];
    change(&mut pairs);
    let mut url = attempt.client.redirect.clone();
    url.query_pairs_mut().extend_pairs(pairs);
    url.into()
}

fn tokens() -> Tokens {
    let token = |text: &str| Token::new(text.to_owned());
    let scope = "patient/Goal.cruds".to_owned();
    Tokens { access: token("access-1"), refresh: Some(token("refresh-1")), until: NOW, scope }
}

/// The form that was sent.
fn form(request: &Request) -> HashMap<String, String> {
    url::form_urlencoded::parse(request.body.as_ref().unwrap()).into_owned().collect()
}

#[test]
fn a_server_is_asked_what_it_says_of_itself() {
    let http = Scripted::new(|_| json(200, CONFIG));
    let config = discover(&http, &base()).unwrap();
    let asked = http.asked.lock().unwrap();
    assert_eq!(asked[0].url.as_str(), "https://practice.example/fhir/.well-known/smart-configuration");
    assert!(asked[0].bearer.is_none());
    assert_eq!(config.token.as_str(), "https://login.example/token");
    assert_eq!(config.issuer.as_deref(), Some("https://login.example"));
    assert!(config.offline && config.second_scopes && config.sends_issuer);
}

#[test]
fn a_server_that_lacks_what_a_link_needs_is_told_by_name() {
    let needed =
        ["launch-standalone", "client-public", "context-standalone-patient", "permission-patient", "S256"];
    for what in needed {
        let config = CONFIG.replace(&format!("\"{what}\""), "\"x\"");
        assert_eq!(read_config(&base(), config.as_bytes()), Err(SmartError::Lacks(what)));
    }
    for what in ["authorization_endpoint", "token_endpoint"] {
        let config = CONFIG.replace(what, "x");
        assert_eq!(read_config(&base(), config.as_bytes()), Err(SmartError::Lacks(what)));
    }
}

#[test]
fn html_a_redirect_and_nothing_at_all_are_no_configuration() {
    let asked =
        |answer: fn(&Request) -> Result<Response, HttpError>| discover(&Scripted::new(answer), &base());
    assert_eq!(asked(|_| json(200, "<html>Sign in</html>")), Err(SmartError::NotSmart));
    assert_eq!(asked(|_| json(200, "[]")), Err(SmartError::NotSmart));
    assert_eq!(asked(|_| json(404, "")), Err(SmartError::NotSmart));
    assert_eq!(asked(|_| json(302, "")), Err(SmartError::Redirected));
    assert_eq!(asked(|_| json(503, "")), Err(SmartError::Status(503)));
    assert_eq!(asked(|_| Err(HttpError::TimedOut)), Err(HttpError::TimedOut.into()));
}

#[test]
fn an_address_in_clear_or_on_this_machine_is_not_taken_from_a_server() {
    for bad in [
        "http://login.example/token",
        "https://127.0.0.1/token",
        "ftp://login.example/t",
        "https://a@b.example/",
    ] {
        for named in
            ["https://login.example/token", "https://login.example/auth", "https://login.example/revoke"]
        {
            let config = CONFIG.replace(&format!("\"{named}\""), &format!("\"{bad}\""));
            assert_eq!(read_config(&base(), config.as_bytes()), Err(SmartError::NotSafe), "{bad}");
        }
    }
}

#[test]
fn the_browser_is_sent_with_a_challenge_a_state_and_whose_record_is_meant() {
    let (attempt, url) = begun();
    let sent: HashMap<String, String> = url.query_pairs().into_owned().collect();
    assert_eq!(sent["response_type"], "code");
    assert_eq!(sent["client_id"], "hearth");
    assert_eq!(sent["redirect_uri"], "https://hearth.example/linked");
    assert_eq!(sent["aud"], "https://practice.example/fhir");
    assert_eq!(sent["code_challenge_method"], "S256");
    let challenge = encode_url(digest(&SHA256, attempt.verifier.expose().as_bytes()).as_ref());
    assert_eq!(sent["code_challenge"], challenge);
    assert_eq!((attempt.verifier.expose().len(), sent["state"].len()), (43, 43));
    assert_ne!(attempt.verifier, attempt.state);
    assert!(
        sent["scope"].starts_with("launch/patient offline_access patient/Patient.r patient/CarePlan.cruds")
    );
    assert!(!sent["scope"].contains("openid") && !url.as_str().contains(attempt.verifier.expose()));
    let world = StillWorld::default();
    let twice: Vec<Attempt> =
        (0..2).map(|_| authorise_url(&world, base(), attempt.config.clone(), client()).unwrap().0).collect();
    assert_ne!(twice[0].state, twice[1].state);
    assert_ne!(twice[0].verifier, twice[1].verifier);
}

#[test]
fn a_secret_of_a_link_prints_as_redacted() {
    let (attempt, _) = begun();
    let shown = format!("{attempt:?} {:?}", tokens());
    for secret in [attempt.state.expose(), attempt.verifier.expose(), "access-1", "refresh-1"] {
        assert!(!shown.contains(secret), "{shown}");
    }
}

#[test]
fn scopes_are_asked_in_the_form_that_the_server_knows() {
    let second = wanted(true, true);
    assert!(second.contains("patient/Goal.cruds") && second.contains("patient/Appointment.rs"));
    let first = wanted(false, false);
    assert!(
        first.contains("patient/Goal.read patient/Goal.write") && first.contains("patient/Appointment.read")
    );
    assert!(
        !first.contains("Appointment.write") && !first.contains("offline_access") && !first.contains("cruds")
    );
    let v1 = CONFIG.replace("\"permission-v2\"", "\"x\"");
    assert!(!read_config(&base(), v1.as_bytes()).unwrap().second_scopes);
}

#[test]
fn what_was_granted_is_believed_not_what_was_asked() {
    let granted = Granted::read(
        "launch/patient patient/Goal.rs patient/Task.read patient/CarePlan.write user/Flag.cruds",
    );
    assert!(granted.may('r', "Goal") && granted.may('s', "Goal") && !granted.may('u', "Goal"));
    assert!(granted.may('s', "Task") && !granted.may('c', "Task"));
    assert!(granted.may('u', "CarePlan") && !granted.may('r', "CarePlan"));
    assert!(!granted.may('r', "Flag"));
    assert!(Granted::read("patient/*.cruds").may('d', "Anything"));
    assert!(Granted::read("patient/*.*").may('u', "Goal"));
    assert!(Granted::read("patient/Observation.rs?category=laboratory").may('s', "Observation"));
    assert_eq!(Granted::read("patient/Goal.xyz patient/ patient/.rs nonsense"), Granted::read("patient/.rs"));
}

#[test]
fn the_browsers_answer_gives_the_code_once_all_is_as_it_must_be() {
    let (attempt, _) = begun();
    let code = code_of(&attempt, &returned(&attempt, |_| {})).unwrap();
    assert_eq!(code.expose(), "the-code");
}

#[test]
fn an_answer_to_somebody_else_is_not_taken() {
    let (attempt, _) = begun();
    type Change = fn(&mut Vec<(String, String)>);
    let wrong: [(Change, SmartError); 9] = [
        (|pairs| pairs[1].1 = "another-state".to_owned(), SmartError::NotOurs),
        (|pairs| pairs[1].1.push('x'), SmartError::NotOurs),
        (|pairs| drop(pairs.remove(1)), SmartError::NotOurs),
        (|pairs| drop(pairs.remove(0)), SmartError::NotOurs),
        (|pairs| pairs[0].1.clear(), SmartError::NotOurs),
        (|pairs| pairs.push(("code".into(), "another".into())), SmartError::NotOurs),
        (|pairs| pairs[2].1 = "https://elsewhere.example".to_owned(), SmartError::OtherIssuer),
        (|pairs| drop(pairs.remove(2)), SmartError::OtherIssuer),
        (|pairs| pairs[0] = ("error".into(), "access_denied".into()), SmartError::Refused),
    ];
    for (number, (change, error)) in wrong.into_iter().enumerate() {
        assert_eq!(code_of(&attempt, &returned(&attempt, change)), Err(error), "{number}");
    }
    let good = returned(&attempt, |_| {});
    for place in
        ["https://elsewhere.example/linked", "https://hearth.example/other", "http://hearth.example/linked"]
    {
        let moved = good.replace("https://hearth.example/linked", place);
        assert_eq!(code_of(&attempt, &moved), Err(SmartError::NotOurs), "{place}");
    }
    assert_eq!(code_of(&attempt, "not an address"), Err(SmartError::NotOurs));
    assert_eq!(code_of(&attempt, &format!("{good}&x={}", "y".repeat(20_000))), Err(SmartError::NotOurs));
}

#[test]
fn a_browser_does_not_come_back_over_the_network_in_clear() {
    let config = read_config(&base(), CONFIG.as_bytes()).unwrap();
    let safe = |redirect: &str| {
        let client = Client { id: "hearth".to_owned(), redirect: Url::parse(redirect).unwrap() };
        authorise_url(&StillWorld::default(), base(), config.clone(), client).is_ok()
    };
    assert!(safe("https://hearth.example/linked") && safe("http://127.0.0.1:7000/linked"));
    assert!(safe("uk.example.hearth:/linked"));
    for redirect in
        ["http://hearth.example/linked", "hearth:/linked", "https://hearth.example/#x", "data:text/html,x"]
    {
        assert!(!safe(redirect), "{redirect}");
    }
}

#[test]
fn a_code_becomes_tokens_and_says_whose_record_it_is() {
    let http = Scripted::new(|_| {
        json(
            200,
            r#"{"access_token":"access-1","token_type":"bearer","expires_in":330,"refresh_token":"refresh-1",
            "scope":"patient/Goal.rs","patient":"p1"}"#,
        )
    });
    let (attempt, _) = begun();
    let granting = exchange(&http, &attempt, &Token::new("the-code".into()), NOW).unwrap();
    assert_eq!(granting.patient.as_deref(), Some("p1"));
    assert_eq!((granting.tokens.until, granting.tokens.scope.as_str()), (NOW + 300_000, "patient/Goal.rs"));
    let sent = form(&http.asked.lock().unwrap()[0]);
    assert_eq!(sent["grant_type"], "authorization_code");
    assert_eq!(sent["code_verifier"], attempt.verifier.expose());
    assert_eq!((sent["code"].as_str(), sent["client_id"].as_str()), ("the-code", "hearth"));
    assert_eq!(sent["redirect_uri"], "https://hearth.example/linked");
}

#[test]
fn a_token_answer_that_is_not_right_gives_no_link() {
    let (attempt, _) = begun();
    let answers = [
        (200, r#"{"access_token":"a","token_type":"Bearer"}"#, SmartError::NoPatient),
        (200, r#"{"access_token":"a","token_type":"Bearer","patient":"../p1"}"#, SmartError::Malformed),
        (200, r#"{"access_token":"a","token_type":"mac","patient":"p1"}"#, SmartError::Malformed),
        (200, r#"{"access_token":"a b\r\n","token_type":"Bearer","patient":"p1"}"#, SmartError::Malformed),
        (200, r#"{"token_type":"Bearer","patient":"p1"}"#, SmartError::Malformed),
        (200, "<html>", SmartError::Malformed),
        (302, "", SmartError::Redirected),
        (400, r#"{"error":"invalid_grant"}"#, SmartError::Ended),
        (400, r#"{"error":"invalid_request"}"#, SmartError::Refused),
        (401, "no", SmartError::Status(401)),
        (500, "", SmartError::Status(500)),
    ];
    for (status, body, error) in answers {
        let http = Scripted::new(|_| json(status, body));
        let code = Token::new("the-code".into());
        assert_eq!(exchange(&http, &attempt, &code, NOW), Err(error), "{body}");
        assert_eq!(http.count(), 1);
    }
}

#[test]
fn a_refresh_gives_the_next_tokens_and_one_that_is_used_up_ends_the_link() {
    let at = Url::parse("https://login.example/token").unwrap();
    let rotating = Scripted::new(|_| {
        json(
            200,
            r#"{"access_token":"access-2","token_type":"Bearer","expires_in":300,"refresh_token":"refresh-2"}"#,
        )
    });
    let next = refresh(&rotating, &at, "hearth", &tokens(), NOW).unwrap().tokens;
    assert_eq!(form(&rotating.asked.lock().unwrap()[0])["refresh_token"], "refresh-1");
    assert_eq!((next.access.expose(), next.refresh.unwrap().expose()), ("access-2", "refresh-2"));
    assert_eq!(next.scope, "patient/Goal.cruds");
    let staying = Scripted::new(|_| json(200, r#"{"access_token":"access-2","token_type":"Bearer"}"#));
    let next = refresh(&staying, &at, "hearth", &tokens(), NOW).unwrap().tokens;
    assert_eq!(next.refresh.unwrap().expose(), "refresh-1");
    let used_up = Scripted::new(|_| json(400, r#"{"error":"invalid_grant"}"#));
    assert_eq!(refresh(&used_up, &at, "hearth", &tokens(), NOW), Err(SmartError::Ended));
    let without = Tokens { refresh: None, ..tokens() };
    assert_eq!(refresh(&used_up, &at, "hearth", &without, NOW), Err(SmartError::Ended));
}

#[test]
fn giving_tokens_back_names_both_and_says_when_the_practice_may_not_know() {
    let config = read_config(&base(), CONFIG.as_bytes()).unwrap();
    let http = Scripted::new(|_| json(200, ""));
    revoke(&http, &config, "hearth", &tokens()).unwrap();
    let given: Vec<String> =
        http.asked.lock().unwrap().iter().map(|request| form(request)["token"].clone()).collect();
    assert_eq!(given, ["refresh-1", "access-1"]);
    let failing = Scripted::new(|_| json(503, ""));
    assert_eq!(revoke(&failing, &config, "hearth", &tokens()), Err(SmartError::Status(503)));
    // A signed slip of paper can't be taken back: without the refresh token it is the last one.
    let slip = |request: &Request| match form(request)["token_type_hint"].as_str() {
        "access_token" => json(400, r#"{"error":"unsupported_token_type"}"#),
        _ => json(200, ""),
    };
    assert_eq!(revoke(&Scripted::new(slip), &config, "hearth", &tokens()), Ok(()));
    let only = Tokens { refresh: None, ..tokens() };
    assert_eq!(revoke(&Scripted::new(slip), &config, "hearth", &only), Err(SmartError::Status(400)));
    let nowhere = Config { revoke: None, ..config };
    assert!(matches!(revoke(&http, &nowhere, "hearth", &tokens()), Err(SmartError::Lacks(_))));
}

proptest! {
    #[test]
    fn no_bytes_make_the_readers_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = read_config(&base(), &bytes);
        let _ = read_granting(&bytes, NOW, "");
        let (attempt, _) = begun();
        let _ = code_of(&attempt, &String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn altered_answers_are_read_or_refused_and_never_panic(at in 0..CONFIG.len(), byte in any::<u8>()) {
        let mut bytes = CONFIG.as_bytes().to_vec();
        bytes[at] = byte;
        if let Ok(config) = read_config(&base(), &bytes) {
            prop_assert!(base().may_name(&config.token) && base().may_name(&config.authorise));
        }
    }
}
