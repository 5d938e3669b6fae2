//! Links: made, opened, changed, ended; and what whoever has none of it sees.

use super::support::*;
use hearth_host::secret::{base64, time_message, unbase64};
use serde_json::{Value, json};

pub fn a_link_is_made_opened_and_seen_by_its_owner(world: World) {
    let host = world.host();
    let share = Share::new(&world, host.port, json!({ "flag": "L", "exp": NOW + 86_400 }));
    let opened = share.open(json!({}));
    assert_eq!(opened.status, 200);
    let file = &opened.json()["files"][0];
    assert_eq!(file["embedded"], jwe("sealed words"));
    assert_eq!(file["contentType"], "application/fhir+json");
    assert_eq!(file["fhirVersion"], "4.0.1");
    assert_eq!(file["lastUpdated"], "2027-01-15T08:00:00Z");
    assert_eq!(opened.json()["status"], "can-change");
    world.wait(60);
    assert_eq!(share.open(json!({ "recipient": "somebody else" })).status, 200);
    let receipts = share.own("GET", "receipts", Value::Null).json();
    assert_eq!(receipts["receipts"][0]["recipient"], "somebody else");
    assert_eq!(receipts["receipts"][1]["recipient"], WHO);
    assert_eq!(receipts["receipts"][1]["at"], NOW);
    assert_eq!(share.state()["served"], 2);
}

pub fn a_file_is_in_the_manifest_or_behind_a_ticket_and_never_both(world: World) {
    let host = world.host();
    let share = Share::new(&world, host.port, json!({}));
    let manifest = share.open(json!({ "embeddedLengthMax": 0 })).json();
    assert_eq!(manifest["status"], "finalized");
    assert!(manifest["files"][0].get("embedded").is_none());
    let location =
        manifest["files"][0]["location"].as_str().unwrap().strip_prefix(ORIGIN).unwrap().to_owned();
    assert!(!location.contains(&share.name), "a place that a file is fetched from names no link");
    let file = || ask(host.port, "GET", &location, "", Value::Null);
    assert_eq!(file().body, jwe("sealed words").into_bytes());
    assert_eq!(file().header("content-type"), Some("application/jose"));
    share.own("POST", "pause", Value::Null);
    assert_eq!(file().status, 404);
    share.own("POST", "resume", Value::Null);
    assert_eq!(file().status, 200);
    world.wait(30 * 60);
    assert_eq!(file().status, 404, "a ticket is good for half an hour");
    assert!(share.open(json!({})).json()["files"][0].get("location").is_none());
}

pub fn a_link_that_is_the_file_itself_answers_get_and_only_get(world: World) {
    let host = world.host();
    let share = Share::new(&world, host.port, json!({ "flag": "U" }));
    let path = format!("/s/{}?recipient=Dr%20Example", share.name);
    let file = ask(host.port, "GET", &path, "", Value::Null);
    assert_eq!((file.status, file.header("content-type")), (200, Some("application/jose")));
    assert_eq!(file.body, jwe("sealed words").into_bytes());
    assert_eq!(share.open(json!({})).status, 404);
    let nobody = ask(host.port, "GET", &format!("/s/{}", share.name), "", Value::Null);
    assert_eq!(nobody.status, 400, "who asks says who they are");
    let receipts = share.own("GET", "receipts", Value::Null).json();
    assert_eq!(receipts["receipts"][0]["recipient"], "Dr Example");
    let two = json!({ "revision": 2, "files": [
        { "contentType": "application/fhir+json", "jwe": jwe("a") },
        { "contentType": "application/fhir+json", "jwe": jwe("b") }] });
    assert_eq!(share.own("PUT", "files", two).status, 400);
}

pub fn whatever_cannot_be_read_is_one_and_the_same_answer(world: World) {
    let host = world.host();
    let make = |more: Value| Share::new(&world, host.port, more);
    let unknown = Share { port: host.port, name: name(), secret: name() };
    let paused = make(json!({}));
    paused.own("POST", "pause", Value::Null);
    let ended = make(json!({}));
    ended.own("POST", "end", json!({}));
    let expired = make(json!({ "exp": NOW + 1 }));
    let tried = make(json!({ "flag": "P", "passcode": "493017" }));
    for left in (0..10).rev() {
        assert_eq!(tried.with_passcode("000000").json()["remainingAttempts"], left);
    }
    let held = make(json!({}));
    let empty = Share::empty(&world, host.port, json!({}));
    let direct = make(json!({ "flag": "U" }));
    let open = make(json!({}));
    assert_eq!(open.open(json!({})).status, 200);
    host.block_on(async {
        let hold = hearth_host::engine::write(
            &*host.host.as_ref().unwrap().main,
            hearth_host::store::owner::hold_all,
        );
        hold.await.unwrap();
    });
    world.wait(1);
    let answer = unknown.open(json!({})).seen();
    assert_eq!((answer.status, answer.body.as_slice()), (404, br#"{"error":"not here"}"#.as_slice()));
    for (state, share) in [
        ("paused", &paused),
        ("ended", &ended),
        ("past its time", &expired),
        ("held", &held),
        ("without files", &empty),
        ("the file itself", &direct),
    ] {
        assert_eq!(share.open(json!({})).seen(), answer, "{state}");
        assert_eq!(share.with_passcode("493017").seen(), answer, "{state}");
    }
    assert_eq!(tried.with_passcode("493017").seen(), answer, "tried too often");
    assert_eq!(tried.open(json!({})).seen(), answer, "tried too often, and no passcode");
    let no_name = Share { name: "x".into(), ..unknown.clone() };
    assert_eq!(no_name.open(json!({})).seen(), answer);
    for (method, path) in [
        ("GET", format!("/s/{}", open.name)),
        ("GET", format!("/s/{}/end-mark", open.name)),
        ("GET", "/f/ticket".to_owned()),
    ] {
        assert_eq!(ask(host.port, method, &path, "", Value::Null).seen(), answer, "{method} {path}");
    }
    let delete =
        |share: &Share| ask(host.port, "DELETE", &format!("/s/{}", share.name), "", Value::Null).seen();
    assert_eq!(delete(&open), delete(&unknown));
    for (secret, share) in [(name(), &open), (String::new(), &open), (name(), &unknown)] {
        let path = format!("/s/{}/state", share.name);
        let stranger = ask(host.port, "GET", &path, &secret, Value::Null);
        assert_eq!((stranger.status, stranger.body), (404, answer.body.clone()));
    }
}

pub fn a_link_is_paused_resumed_extended_and_ended_by_its_owner_alone(world: World) {
    let host = world.host();
    let share = Share::new(&world, host.port, json!({ "exp": NOW + 10 }));
    let thief = Share { secret: name(), ..share.clone() };
    for (verb, body) in [("pause", json!({})), ("end", json!({})), ("extend", json!({ "exp": NOW + 99 }))] {
        assert_eq!(thief.own("POST", verb, body).status, 404, "{verb}");
    }
    assert_eq!(share.open(json!({})).status, 200);
    world.wait(10);
    assert_eq!(share.open(json!({})).status, 404);
    assert_eq!(share.own("POST", "extend", json!({ "exp": NOW + 100 })).status, 200);
    assert_eq!(share.open(json!({})).status, 200);
    let mark = base64(b"a signed end mark");
    assert_eq!(share.own("POST", "end", json!({ "mark": mark })).status, 200);
    assert_eq!(share.own("POST", "end", json!({})).status, 200, "an end whose answer got lost is told again");
    for (method, verb, body) in [
        ("POST", "resume", Value::Null),
        ("POST", "extend", json!({ "exp": NOW + 1_000 })),
        ("PUT", "files", version(2, "again")),
    ] {
        assert_eq!(share.own(method, verb, body).status, 410, "{verb}");
    }
    assert_eq!(share.open(json!({})).status, 404);
    assert_eq!(share.state()["ended"], NOW + 10);
    assert_eq!(share.own("GET", "receipts", Value::Null).json()["receipts"].as_array().unwrap().len(), 2);
    let left = ask(host.port, "GET", &format!("/s/{}/end-mark", share.name), "", Value::Null);
    assert_eq!(left.body, b"a signed end mark");
    // One that was ended without a mark, because a phone was lost, takes none from whoever has that phone.
    let quiet = Share::new(&world, host.port, json!({}));
    for body in [json!({}), json!({ "mark": mark })] {
        assert_eq!(quiet.own("POST", "end", body).status, 200);
        let left = ask(host.port, "GET", &format!("/s/{}/end-mark", quiet.name), "", Value::Null);
        assert_eq!(left.status, 404);
    }
    let again = json!({ "name": share.name, "writeHash": name() });
    assert_eq!(ask(host.port, "POST", "/v1/shares", &world.token, again).status, 409);
}

pub fn a_version_that_comes_late_never_takes_the_place_of_a_newer_one(world: World) {
    let host = world.host();
    let share = Share::new(&world, host.port, json!({}));
    assert_eq!(share.own("PUT", "files", version(3, "third")).status, 200);
    assert_eq!(share.own("PUT", "files", version(3, "third")).status, 200, "the same again is done");
    let late = share.own("PUT", "files", version(2, "second"));
    assert_eq!((late.status, late.json()["revision"].as_i64()), (409, Some(3)));
    assert_eq!(share.own("PUT", "files", version(3, "another third")).status, 409);
    assert_eq!(share.open(json!({})).json()["files"][0]["embedded"], jwe("third"));
    let last = at_once(16, |n| share.own("PUT", "files", version(10 + n as i64, &n.to_string())).status);
    assert!(last.contains(&200));
    assert_eq!(share.state()["revision"], 25);
    assert_eq!(share.open(json!({})).json()["files"][0]["embedded"], jwe("15"));
}

pub fn making_a_link_twice_makes_one_and_nobody_takes_its_name(world: World) {
    let host = world.host();
    let asked = json!({ "name": name(), "writeHash": name() });
    let made = at_once(8, |_| ask(host.port, "POST", "/v1/shares", &world.token, asked.clone()).status);
    assert_eq!(made, [200; 8]);
    let other = json!({ "name": asked["name"], "writeHash": name() });
    assert_eq!(ask(host.port, "POST", "/v1/shares", &world.token, other).status, 409);
}

pub fn a_link_is_made_only_with_a_token_of_the_operator(world: World) {
    let host = world.host();
    let asked = || json!({ "name": name(), "writeHash": name() });
    for wrong in ["", "token", &name()] {
        assert_eq!(ask(host.port, "POST", "/v1/shares", wrong, asked()).status, 403);
    }
    world.tamper(false, "UPDATE enrolment SET uses_left = 3");
    let made = at_once(12, |_| ask(host.port, "POST", "/v1/shares", &world.token, asked()).status);
    assert_eq!(made.iter().filter(|status| **status == 200).count(), 3, "{made:?}");
    assert_eq!(made.iter().filter(|status| **status == 403).count(), 9, "{made:?}");
    world.tamper(false, "UPDATE enrolment SET uses_left = NULL, revoked = 1");
    assert_eq!(ask(host.port, "POST", "/v1/shares", &world.token, asked()).status, 403);
}

pub fn what_is_not_sealed_or_too_much_is_refused(world: World) {
    let host = world.host();
    let share = Share::new(&world, host.port, json!({}));
    let file = |jwe: &str| json!({ "contentType": "application/fhir+json", "jwe": jwe });
    let put = |files: Vec<Value>| share.own("PUT", "files", json!({ "revision": 2, "files": files })).status;
    assert_eq!(put(vec![file("{\"resourceType\":\"Bundle\"}")]), 400, "words that are not sealed");
    assert_eq!(put(vec![]), 400);
    assert_eq!(put(vec![file(&jwe("a")); 17]), 400);
    assert_eq!(put(vec![file(&jwe(&"a".repeat(6 << 20)))]), 413, "a file over 8 MiB");
    assert_eq!(put(vec![file(&jwe(&"a".repeat(4 << 20))); 3]), 413, "a body over 12 MiB");
    assert_eq!(share.own("PUT", "files", json!({ "revision": 0, "files": [] })).status, 400);
    assert_eq!(share.open(json!({ "recipient": "a".repeat(20_000) })).status, 413);
    for bad in [json!({ "recipient": "" }), json!({ "recipient": 7 }), json!({ "embeddedLengthMax": -1 })] {
        assert_eq!(share.open(bad.clone()).status, 400, "{bad}");
    }
    assert_eq!(share.own("POST", "end", json!({ "mark": base64(&[0; 4_097]) })).status, 400);
    let make = |more: Value| {
        let mut asked = json!({ "name": name(), "writeHash": name() });
        more.as_object().unwrap().iter().for_each(|(key, value)| asked[key] = value.clone());
        ask(host.port, "POST", "/v1/shares", &world.token, asked).status
    };
    for bad in [
        json!({ "flag": "PU", "passcode": "493017" }),
        json!({ "flag": "PL", "passcode": "493017" }),
        json!({ "flag": "P" }),
        json!({ "flag": "P", "passcode": "12345" }),
        json!({ "passcode": "493017" }),
        json!({ "exp": NOW }),
        json!({ "name": "short" }),
        json!({ "writeHash": "short" }),
    ] {
        assert_eq!(make(bad.clone()), 400, "{bad}");
    }
    assert_eq!(
        share.open(json!({})).json()["files"][0]["embedded"],
        jwe("sealed words"),
        "nothing of it changed"
    );
}

pub fn a_list_is_given_back_as_it_was_put(world: World) {
    let host = world.host();
    let share = Share::new(&world, host.port, json!({}));
    let list = json!({ "resourceType": "List", "status": "current", "mode": "working" });
    let mut next = version(2, "sealed words");
    next["list"] = list.clone();
    assert_eq!(share.own("PUT", "files", next.clone()).status, 200);
    assert_eq!(share.own("PUT", "files", next).status, 200);
    assert_eq!(share.open(json!({})).json()["list"], list);
    let mut wrong = version(3, "sealed words");
    wrong["list"] = json!({ "resourceType": "Bundle" });
    assert_eq!(share.own("PUT", "files", wrong).status, 400);
}

pub fn the_newest_two_hundred_looks_are_kept(world: World) {
    let host = world.host();
    let share = Share::new(&world, host.port, json!({}));
    for n in 0..203 {
        assert_eq!(
            share.open(json!({ "recipient": format!("reader {n} {}", "long ".repeat(60)) })).status,
            200
        );
    }
    let receipts = share.own("GET", "receipts", Value::Null).json()["receipts"].clone();
    let receipts = receipts.as_array().unwrap();
    assert_eq!(
        (receipts.len(), receipts[0]["n"].as_i64(), receipts[199]["n"].as_i64()),
        (200, Some(203), Some(4))
    );
    assert!(receipts[0]["recipient"].as_str().unwrap().starts_with("reader 202 long"));
    assert_eq!(receipts[0]["recipient"].as_str().unwrap().chars().count(), 200);
}

pub fn whoever_asks_too_often_is_told_when_to_ask_again(mut world: World) {
    world.a_minute = 20;
    let host = world.host();
    let share = Share::new(&world, host.port, json!({}));
    let answers: Vec<_> = (0..40).map(|_| share.open(json!({}))).collect();
    let late = answers.iter().find(|answer| answer.status == 429).expect("nobody was told to wait");
    let after: u64 = late.header("retry-after").unwrap().parse().unwrap();
    assert!((1..=60).contains(&after));
    assert_eq!(late.header("access-control-allow-origin"), Some("*"));
    assert_eq!(
        ask(host.port, "GET", "/healthz", "", Value::Null).status,
        200,
        "its health may always be asked"
    );
}

pub fn a_page_elsewhere_may_open_a_link_and_may_not_change_one(world: World) {
    let host = world.host();
    let share = Share::new(&world, host.port, json!({}));
    let path = format!("/s/{}", share.name);
    let before = ask(host.port, "OPTIONS", &path, "", Value::Null);
    assert_eq!(before.status, 204);
    assert_eq!(before.header("access-control-allow-origin"), Some("*"));
    assert_eq!(before.header("access-control-allow-headers"), Some("Content-Type"));
    assert!(before.header("access-control-allow-methods").unwrap().contains("POST"));
    let opened = share.open(json!({}));
    assert_eq!(opened.header("access-control-allow-origin"), Some("*"));
    assert_eq!(opened.header("cache-control"), Some("no-store"));
    assert_eq!(share.open(json!({ "recipient": "" })).header("access-control-allow-origin"), Some("*"));
    assert_eq!(share.own("POST", "pause", Value::Null).header("access-control-allow-origin"), None);
}

pub fn the_time_is_signed_for_who_asked(world: World) {
    let host = world.host();
    let about = ask(host.port, "GET", "/v1/host", "", Value::Null).json();
    let key = unbase64(about["timeKey"].as_str().unwrap(), 43).unwrap();
    let nonce = [7; 16];
    let asked =
        || ask(host.port, "GET", &format!("/v1/time?nonce={}", base64(&nonce)), "", Value::Null).json();
    let said = asked();
    let signature = unbase64(said["signature"].as_str().unwrap(), 86).unwrap();
    let verify = |time: i64, nonce: &[u8]| {
        let key = ring::signature::UnparsedPublicKey::new(&ring::signature::ED25519, &key);
        key.verify(&time_message(ORIGIN, time, nonce), &signature).is_ok()
    };
    assert_eq!(said["time"], NOW);
    assert!(verify(NOW, &nonce));
    assert!(
        !verify(NOW + 1, &nonce) && !verify(NOW, &[8; 16]),
        "another time or another's answer is no proof"
    );
    for bad in ["", "?nonce=", "?nonce=AAAA", "?nonce=%20"] {
        assert_eq!(ask(host.port, "GET", &format!("/v1/time{bad}"), "", Value::Null).status, 400);
    }
}

pub fn what_nobody_can_use_any_more_is_taken_away(world: World) {
    let host = world.host();
    let (ended, expired, open) = (
        Share::new(&world, host.port, json!({})),
        Share::new(&world, host.port, json!({ "exp": NOW + 10 })),
        Share::new(&world, host.port, json!({})),
    );
    ended.own("POST", "end", json!({}));
    let sweep = || {
        let now = host.host.as_ref().unwrap().now();
        let main = &host.host.as_ref().unwrap().main;
        let work = hearth_host::engine::write(&**main, move |tx| hearth_host::store::sweep::sweep(tx, now));
        host.block_on(work).unwrap()
    };
    world.wait(10 + 7 * 86_400);
    assert_eq!(sweep(), 0);
    world.wait(1);
    assert_eq!(sweep(), 1, "seven days after its time it is gone");
    assert_eq!(expired.own("GET", "state", Value::Null).status, 404);
    assert_eq!(ended.own("GET", "state", Value::Null).status, 200);
    world.wait(30 * 86_400);
    assert_eq!(sweep(), 1);
    assert_eq!(ended.own("GET", "state", Value::Null).status, 404);
    assert_eq!(open.open(json!({})).status, 200);
    let again = json!({ "name": ended.name, "writeHash": name() });
    assert_eq!(
        ask(host.port, "POST", "/v1/shares", &world.token, again).status,
        409,
        "its end mark stands for ever"
    );
}
