//! The program itself: killed in the middle of its work, told to stop, and what it says.

use super::load::killed_under_load;
use super::mail::{Mailbox, item};
use super::program::Program;
use super::support::*;
use serde_json::{Value, json};
use std::io::Read;
use std::process::Command;

pub fn a_host_that_is_killed_under_load_loses_nothing_it_acknowledged_and_opens_nothing_that_was_ended(
    world: World,
) {
    for _ in 0..3 {
        let mut host = Program::start(&world);
        let mailbox = Mailbox::new(&world, host.port);
        let phone = mailbox.admit("phone");
        let acknowledged = killed_under_load(&world, host.port, (&mailbox, &phone), 120, || host.kill());
        let host = Program::start(&world);
        let mailbox = Mailbox { port: host.port, ..mailbox };
        assert_eq!(acknowledged.missing(host.port, &mailbox, &phone), Vec::<String>::new());
        assert!(!acknowledged.ended.lock().unwrap().is_empty(), "no end was acknowledged");
        drop(host);
        // The control: one acknowledged version, one end and one item are taken away, and it is seen.
        world.tamper(
            false,
            "UPDATE share SET revision = 0 WHERE ended IS NULL; UPDATE share SET ended = NULL",
        );
        world.tamper(false, "DELETE FROM item");
        world.tamper(true, "DELETE FROM ended");
        let host = Program::start(&world);
        let mailbox = Mailbox { port: host.port, ..mailbox };
        let missing = acknowledged.missing(host.port, &mailbox, &phone);
        for what in ["the end of", "version", "the item"] {
            assert!(missing.iter().any(|one| one.starts_with(what)), "the control found nothing: {what}");
        }
    }
}

pub fn the_log_and_the_figures_hold_no_name_no_secret_no_passcode_and_no_reader(world: World) {
    let mut host = Program::start(&world);
    let share = Share::new(&world, host.port, json!({ "flag": "P", "passcode": "canary-right" }));
    share.with_passcode("canary-right");
    share.with_passcode("canary-wrong");
    share.open(json!({ "recipient": "canary-reader", "passcode": "canary-right", "embeddedLengthMax": 0 }));
    share.open(json!({ "recipient": 7, "passcode": "canary-odd" }));
    let direct = Share::new(&world, host.port, json!({ "flag": "U" }));
    let path = format!("/s/{}?recipient=canary-reader&canary-query=1", direct.name);
    assert_eq!(ask(host.port, "GET", &path, "", Value::Null).status, 200);
    ask(host.port, "GET", "/canary-path/%FF?canary-query", "canary-bearer", Value::Null);
    ask(host.port, "CANARY-METHOD", "/s/canary-name", "", Value::Null);
    let odd = "X-Forwarded-For: canary-address\r\nUser-Agent: canary-agent\r\n";
    try_ask_with(host.port, "POST", "/s/x/files", odd, "{\"canary-key\":").unwrap();
    let mailbox = Mailbox::new(&world, host.port);
    let phone = mailbox.admit("phone");
    mailbox.leave(&phone, item("bundle", "canary-item"));
    share.own("POST", "end", json!({ "mark": hearth_host::secret::base64(b"canary-mark") }));
    let figures = ask(host.operator, "GET", "/metrics", "", Value::Null).body;
    assert_eq!(ask(host.port, "GET", "/metrics", "", Value::Null).status, 404, "figures are the operator's");
    assert!(
        holds(&figures, b"hearth_host_wrong_passcodes_total 1\n"),
        "{}",
        String::from_utf8_lossy(&figures)
    );
    host.kill();
    let mut said = figures;
    host.child.stdout.take().unwrap().read_to_end(&mut said).unwrap();
    let mut logged = 0;
    for file in std::fs::read_dir(world.folder.path()).unwrap().flatten() {
        if file.file_name().to_string_lossy().starts_with("log-") {
            let log = std::fs::read(file.path()).unwrap();
            logged += log.iter().filter(|byte| **byte == b'\n').count();
            said.extend(log);
        }
    }
    assert!(logged >= 16, "the log has a line a request: {logged}");
    assert!(holds(&said, b"\"route\":\"/s/{name}\""), "the control: what is logged is found");
    let hidden = ["canary", "CANARY", "Example", &jwe("sealed words")];
    let secrets =
        [&share.name, &share.secret, &direct.name, &mailbox.name, &mailbox.owner, &phone.id, &world.token];
    for secret in hidden.into_iter().chain(secrets.into_iter().map(String::as_str)) {
        assert!(!holds(&said, secret.as_bytes()), "{secret} is in the log");
    }
}

pub fn a_host_that_is_told_to_stop_finishes_what_runs(world: World) {
    let mut host = Program::start(&world);
    let share = Share::new(&world, host.port, json!({ "flag": "P", "passcode": "493017" }));
    assert_eq!(ask(host.port, "GET", "/readyz", "", Value::Null).status, 200);
    let answers = std::thread::scope(|scope| {
        let asking: Vec<_> = (0..8)
            .map(|_| {
                scope.spawn(|| try_ask(share.port, "POST", &format!("/s/{}", share.name), "", &passcode()))
            })
            .collect();
        // A connection that was taken is answered; one that was not is refused, and tells so at once.
        let taken = || ask(host.operator, "GET", "/metrics", "", Value::Null).body;
        while !String::from_utf8(taken()).unwrap().contains("route=\"/s/{name}\",status=\"200\"") {
            std::thread::yield_now();
        }
        let told = Command::new("kill").args(["-TERM", &host.child.id().to_string()]).status().unwrap();
        assert!(told.success());
        asking.into_iter().map(|thread| thread.join().unwrap()).collect::<Vec<_>>()
    });
    for answer in answers.into_iter().flatten() {
        assert_eq!(answer.status, 200);
    }
    let mut said = String::new();
    host.child.stdout.take().unwrap().read_to_string(&mut said).unwrap();
    assert!(host.child.wait().unwrap().success());
    assert_eq!(said, "stopped\n");
    drop(host);
    let host = Program::start(&world);
    assert_eq!(share.at(host.port).state()["remainingAttempts"], 10, "no attempt was left unsettled");
}

fn passcode() -> String {
    json!({ "recipient": WHO, "passcode": "493017" }).to_string()
}
