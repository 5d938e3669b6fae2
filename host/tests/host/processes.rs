//! The program itself: killed in the middle of its work, told to stop, and what it says.

use super::mail::{Mailbox, Member, item};
use super::postgres::round_robin;
use super::support::*;
use serde_json::{Value, json};
use std::collections::HashMap;
use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Command, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

struct Program {
    child: Child,
    port: u16,
    operator: u16,
}

impl Program {
    fn start(world: &World) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_hearth-host"));
        command.args(["serve", "--origin", ORIGIN, "--listen", "127.0.0.1:0", "--operator", "127.0.0.1:0"]);
        command.args(["--per-address", "1000000", "--per-link", "1000000", "--connections", "8"]);
        for folder in ["data", "marks", "secrets"] {
            command.arg(format!("--{folder}")).arg(world.path(folder));
        }
        command.env_remove("DATABASE_URL").env_remove("END_MARKS_URL");
        if let Some((main, marks)) = &world.servers {
            command.env("DATABASE_URL", main).env("END_MARKS_URL", marks);
        }
        let log = std::fs::File::create(world.path(&format!("log-{}", rand_name()))).unwrap();
        let mut child = command.stdout(Stdio::piped()).stderr(log).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.as_mut().unwrap()).read_line(&mut line).unwrap();
        let ports: Vec<u16> =
            line.split("127.0.0.1:").skip(1).map(|rest| digits(rest).parse().unwrap()).collect();
        assert_eq!(ports.len(), 2, "{line}");
        Self { child, port: ports[0], operator: ports[1] }
    }

    fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn rand_name() -> String {
    name()
}

fn digits(text: &str) -> &str {
    text.split(|c: char| !c.is_ascii_digit()).next().unwrap()
}

/// What was acknowledged while a host was killed.
#[derive(Default)]
struct Acknowledged {
    /// The highest version that was acknowledged of each link.
    versions: Mutex<HashMap<String, (Share, i64)>>,
    /// Links whose end was acknowledged.
    ended: Mutex<Vec<Share>>,
    /// Bodies of items whose leaving was acknowledged.
    left: Mutex<Vec<String>>,
    count: AtomicUsize,
}

impl Acknowledged {
    /// Writes until told to stop; an answer that does not come is no acknowledgement.
    fn load(
        &self,
        world: &World,
        port: u16,
        mailbox: &Mailbox,
        phone: &Member,
        stop: &AtomicBool,
        worker: usize,
    ) {
        for round in 0.. {
            if stop.load(Ordering::SeqCst) {
                return;
            }
            let share = Share { port, name: name(), secret: name() };
            let hash = hearth_host::secret::secret_tag(&share.secret).unwrap();
            let asked =
                json!({ "name": share.name, "writeHash": hearth_host::secret::base64(&hash) }).to_string();
            let is_done = |answer: Option<Answer>| answer.is_some_and(|answer| answer.status == 200);
            if !is_done(try_ask(port, "POST", "/v1/shares", &world.token, &asked)) {
                continue;
            }
            for revision in 1..=3 {
                let files = version(revision, &format!("{worker} {round} {revision}")).to_string();
                if is_done(try_ask(port, "PUT", &format!("/s/{}/files", share.name), &share.secret, &files)) {
                    self.versions.lock().unwrap().insert(share.name.clone(), (share.clone(), revision));
                    self.count.fetch_add(1, Ordering::SeqCst);
                }
            }
            let item = item("bundle", &format!("{worker} {round}"));
            let bearer = phone.writes_as();
            if is_done(try_ask(
                port,
                "POST",
                &format!("/m/{}/items", mailbox.name),
                &bearer,
                &item.to_string(),
            )) {
                self.left.lock().unwrap().push(item["body"].as_str().unwrap().to_owned());
            }
            if round % 2 == 0
                && is_done(try_ask(port, "POST", &format!("/s/{}/end", share.name), &share.secret, "{}"))
            {
                self.ended.lock().unwrap().push(share);
                self.count.fetch_add(1, Ordering::SeqCst);
            }
        }
    }

    /// What of it the host does not know any more.
    fn missing(&self, port: u16, mailbox: &Mailbox, phone: &Member) -> Vec<String> {
        let mut missing = Vec::new();
        let ended = self.ended.lock().unwrap();
        for share in &*ended {
            let share = share.at(port);
            if share.open(json!({})).status != 404 || share.state()["ended"].is_null() {
                missing.push(format!("the end of {}", share.name));
            }
        }
        for (name, (share, revision)) in &*self.versions.lock().unwrap() {
            if share.at(port).state()["revision"].as_i64().unwrap_or(0) < *revision {
                missing.push(format!("version {revision} of {name}"));
            }
        }
        let (mut kept, mut after) = (Vec::new(), 0);
        loop {
            let page = mailbox.read(phone, after).json();
            for item in page["items"].as_array().unwrap() {
                kept.push(item["body"].as_str().unwrap().to_owned());
                after = item["seq"].as_i64().unwrap();
            }
            if page["more"] != true {
                break;
            }
        }
        for body in self.left.lock().unwrap().iter().filter(|body| !kept.contains(body)) {
            missing.push(format!("the item {body}"));
        }
        missing
    }
}

/// Loads a host until so much is acknowledged, kills one, and gives what was acknowledged.
fn killed_under_load(
    world: &World,
    port: u16,
    mailbox: &Mailbox,
    phone: &Member,
    kill: impl FnOnce(),
) -> Acknowledged {
    let acknowledged = Acknowledged::default();
    let stop = AtomicBool::new(false);
    std::thread::scope(|scope| {
        for worker in 0..8 {
            let (acknowledged, stop) = (&acknowledged, &stop);
            scope.spawn(move || acknowledged.load(world, port, mailbox, phone, stop, worker));
        }
        while acknowledged.count.load(Ordering::SeqCst) < 120 {
            std::thread::yield_now();
        }
        kill();
        stop.store(true, Ordering::SeqCst);
    });
    acknowledged
}

pub fn a_host_that_is_killed_under_load_loses_nothing_it_acknowledged_and_opens_nothing_that_was_ended(
    world: World,
) {
    for _ in 0..3 {
        let mut host = Program::start(&world);
        let mailbox = Mailbox::new(&world, host.port);
        let phone = mailbox.admit("phone");
        let acknowledged = killed_under_load(&world, host.port, &mailbox, &phone, || host.kill());
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

/// PostgreSQL alone: one of two hosts is killed, the other goes on, and knows everything.
pub fn either_of_two_hosts_may_be_killed_and_nothing_acknowledged_is_lost(world: World) {
    for victim in [0, 1] {
        let mut hosts = [Program::start(&world), Program::start(&world)];
        let proxy = round_robin(hosts.iter().map(|host| host.port).collect());
        let mailbox = Mailbox::new(&world, proxy);
        let phone = mailbox.admit("phone");
        let acknowledged = killed_under_load(&world, proxy, &mailbox, &phone, || hosts[victim].kill());
        let left = hosts[1 - victim].port;
        let mailbox = Mailbox { port: left, ..mailbox };
        assert_eq!(acknowledged.missing(left, &mailbox, &phone), Vec::<String>::new());
        assert!(!acknowledged.ended.lock().unwrap().is_empty(), "no end was acknowledged");
        let more = Share::new(&world, proxy, json!({}));
        assert_eq!(more.open(json!({})).status, 200, "the other goes on");
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
