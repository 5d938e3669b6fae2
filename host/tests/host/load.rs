//! Phones that write without a pause while a host is killed, and what the host must still know after.

use super::mail::{Mailbox, Member, item};
use super::support::*;
use serde_json::json;
use std::collections::HashMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

/// What was acknowledged while a host was killed.
#[derive(Default)]
pub struct Acknowledged {
    /// The highest version that was acknowledged of each link.
    versions: Mutex<HashMap<String, (Share, i64)>>,
    /// Links whose end was acknowledged.
    pub ended: Mutex<Vec<Share>>,
    /// Links that opened again after their end was acknowledged.
    came_back: Mutex<Vec<String>>,
    /// Bodies of items whose leaving was acknowledged.
    left: Mutex<Vec<String>>,
    pub count: AtomicUsize,
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
        let anybody = json!({ "recipient": WHO }).to_string();
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
                let opens = try_ask(port, "POST", &format!("/s/{}", share.name), "", &anybody);
                if is_done(opens) {
                    self.came_back.lock().unwrap().push(share.name.clone());
                }
                self.ended.lock().unwrap().push(share);
                self.count.fetch_add(1, Ordering::SeqCst);
            }
        }
    }

    /// What of it the host does not know any more.
    pub fn missing(&self, port: u16, mailbox: &Mailbox, phone: &Member) -> Vec<String> {
        let came_back = self.came_back.lock().unwrap();
        let mut missing: Vec<String> =
            came_back.iter().map(|name| format!("the end of {name}, at once")).collect();
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

/// Loads a host until so much is acknowledged, then does to it what is said; gives what was acknowledged.
pub fn killed_under_load(
    world: &World,
    port: u16,
    (mailbox, phone): (&Mailbox, &Member),
    enough: usize,
    kill: impl FnOnce(),
) -> Acknowledged {
    let acknowledged = Acknowledged::default();
    let stop = AtomicBool::new(false);
    std::thread::scope(|scope| {
        for worker in 0..8 {
            let (acknowledged, stop) = (&acknowledged, &stop);
            scope.spawn(move || acknowledged.load(world, port, mailbox, phone, stop, worker));
        }
        while acknowledged.count.load(Ordering::SeqCst) < enough {
            std::thread::sleep(Duration::from_millis(1));
        }
        kill();
        stop.store(true, Ordering::SeqCst);
    });
    acknowledged
}
