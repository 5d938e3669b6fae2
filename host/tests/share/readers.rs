//! Whoever has a link.

use super::stage::{HOUR, Signal, Stage, link, opened, opened_rightly};
use hearth_core::companion::{ShareChoice, ShareStanding};
use hearth_core::share::follow::FollowError;
use hearth_core::sync::http::{Http, Method, Request, Token};
use serde_json::Value;

pub fn whoever_has_the_link_and_the_passcode_opens_what_was_previewed_and_is_seen(stage: &Stage) {
    let phone = stage.phone();
    let choice = phone.choice(false);
    let preview = phone.hearth.share_preview(&choice).unwrap();
    let share = phone.share(&choice);
    let file: Value = serde_json::from_str(&opened_rightly(&share).unwrap()).unwrap();
    let composition = &file["entry"][0]["resource"];
    let titles: Vec<&str> =
        composition["section"].as_array().unwrap().iter().filter_map(|one| one["title"].as_str()).collect();
    assert_eq!(titles, preview.sections.iter().map(|one| one.title.as_str()).collect::<Vec<_>>());
    assert!(file.to_string().contains("walk to the shop"));
    assert_eq!(opened(&share, "<b>Sam</b>", share.passcode.as_deref()).map(drop), Ok(()));
    let looks = phone.delivered(&share).looks;
    assert_eq!(looks.len(), 2);
    assert!(looks[0].line.contains("somebody who says that they are <b>Sam</b>"), "{looks:?}");
    assert!(looks[1].line.contains("Dr Example"), "{looks:?}");
}

pub fn what_is_too_long_to_be_embedded_is_fetched_from_its_place(stage: &Stage) {
    let phone = stage.phone();
    for number in 0..40 {
        phone.goal(&format!("{number} {}", "a long story of my own, ".repeat(600)));
    }
    let share = phone.share(&phone.choice(false));
    assert_eq!(share.standing, ShareStanding::Open, "{:?}", share.lines);
    // It is at a place of its own, on the same host.
    let mut request = Request::new(Method::Post, link(&share).url);
    let passcode = share.passcode.as_deref().unwrap();
    let asked =
        format!(r#"{{"recipient":"Dr Example","passcode":"{passcode}","embeddedLengthMax":9000000}}"#);
    request = request.sending("application/json", asked.into_bytes());
    let answer: Value = serde_json::from_slice(&Signal::default().send(&request).unwrap().body).unwrap();
    let location = answer["files"][0]["location"].as_str().unwrap();
    assert!(location.starts_with(&stage.world.origin) && answer["files"][0].get("embedded").is_none());
    let words = opened_rightly(&share).unwrap();
    assert!(words.len() > 1 << 20 && words.contains("walk to the shop"));
}

pub fn a_link_ends_by_itself_at_its_time(stage: &Stage) {
    let phone = stage.phone();
    let share = phone.share(&phone.choice(false));
    stage.world.wait(24 * HOUR - 60);
    assert!(opened_rightly(&share).is_ok());
    assert!(!phone.delivered(&share).warning.is_empty(), "both sides are warned: here the owner");
    stage.world.wait(60);
    assert_eq!(opened_rightly(&share), Err(FollowError::Nothing));
    let past = phone.delivered(&share);
    assert_eq!((past.standing, past.link), (ShareStanding::Expired, None));
}

pub fn a_forwarded_link_reads_changes_nothing_and_ends_with_the_rest(stage: &Stage) {
    let phone = stage.phone();
    let share = phone.share(&ShareChoice { passcode: false, ..phone.choice(true) });
    assert!(opened(&share, "Sam", None).is_ok());
    assert!(opened(&share, "a friend of Sam", None).is_ok());
    // All that a link holds is tried as the owner's secret.
    let link = link(&share);
    let name = link.url.path().trim_start_matches("/s/").to_owned();
    for secret in [name, link.key.to_text().as_str().to_owned()] {
        for (method, what) in [
            (Method::Post, "pause"),
            (Method::Post, "end"),
            (Method::Put, "files"),
            (Method::Get, "receipts"),
            (Method::Get, "state"),
        ] {
            let url = format!("{}/{what}", link.url).parse().unwrap();
            let mut request = Request::new(method, url);
            if method != Method::Get {
                request = request.sending("application/json", b"{}".to_vec());
            }
            request.bearer = Some(Token::new(secret.clone()));
            assert_eq!(Signal::default().send(&request).unwrap().status, 404, "{what}");
        }
    }
    let seen = phone.delivered(&share);
    assert_eq!(seen.standing, ShareStanding::Open);
    let lines: Vec<&str> = seen.looks.iter().map(|look| look.line.as_str()).collect();
    assert!(lines[0].contains("a friend of Sam") && lines[1].contains("Sam"), "{lines:?}");
    phone.hearth.share_end(share.id).unwrap();
    for who in ["Sam", "a friend of Sam"] {
        assert_eq!(opened(&share, who, None), Err(FollowError::Nothing));
    }
}
