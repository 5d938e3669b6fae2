//! Share hosts for a phone that is another program: the shells' own tests share by them. Real hosts on
//! SQLite, each in this process behind an address of its own, on loopback. Begun by
//! `cargo xtask android test` and `cargo xtask ios test`; ends when what it reads from does.
//!
//! `POST ADDRESS/NAME/does/WHAT` is asked of the host called NAME, new when it is first asked:
//! `enrol` (its address and a token, a line each), `sleep`, `wake`, `now` (milliseconds since 1970 in
//! the body), and `open` (a link, a passcode or "", and who asks, a line each: what whoever has the
//! link reads).
#![allow(clippy::unwrap_used, clippy::expect_used)]

#[allow(dead_code)]
#[path = "../../tests/host/postgres.rs"]
mod postgres;
#[allow(dead_code)]
#[path = "../../tests/share/stage.rs"]
mod stage;
#[allow(dead_code)]
#[path = "../../tests/host/support.rs"]
mod support;

use hearth_core::share::follow::{Asking, FollowError, follow};
use hearth_core::share::{Link, Reach};
use hearth_core::sync::http::Response;
use hearth_tests::door::{self, Asked};
use stage::{Signal, Stage};
use std::collections::BTreeMap;
use std::io::Read;
use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex};
use support::World;

/// 26 November 2026, 9:30 in London: the morning of the shells' own tests, in seconds.
const MORNING: i64 = 1_795_685_400;

fn main() {
    let known: Mutex<BTreeMap<String, Arc<Stage>>> = Mutex::default();
    let address = door::open(|_| move |asked: &Asked| answer(&known, asked)).expect("a port");
    println!("{address}");
    // Ends with whoever began it, however that ends.
    let _ = std::io::stdin().read_to_end(&mut Vec::new());
}

fn answer(known: &Mutex<BTreeMap<String, Arc<Stage>>>, asked: &Asked) -> Option<Response> {
    let (name, what) = asked.path.trim_start_matches('/').split_once("/does/")?;
    let host = Arc::clone(known.lock().unwrap().entry(name.to_owned()).or_insert_with(|| {
        let world = World::sqlite();
        world.clock.store(MORNING, Ordering::SeqCst);
        Arc::new(Stage::new(world))
    }));
    let (status, said) = match what {
        "enrol" => (200, format!("{}\n{}\n", host.world.origin, host.token())),
        "sleep" => (200, done(|| host.stop())),
        "wake" => (200, done(|| host.start())),
        "now" => match asked.body.trim().parse::<i64>() {
            Ok(ms) => (200, done(|| host.world.clock.store(ms / 1000, Ordering::SeqCst))),
            Err(_) => (400, "that is no time\n".into()),
        },
        "open" => opened(&asked.body),
        _ => (404, "it does no such thing\n".into()),
    };
    Some(Response { status, body: said.into_bytes().into(), ..Response::default() })
}

/// Does it; there is nothing to say of it.
fn done(what: impl FnOnce()) -> String {
    what();
    String::new()
}

fn opened(asked: &str) -> (u16, String) {
    let mut lines = asked.lines();
    let mut line = || lines.next().unwrap_or_default();
    let (link, passcode, recipient) = (line(), line(), line());
    let Ok(link) = Link::parse(link, Reach::ThisMachine) else { return (400, "that is no link\n".into()) };
    let passcode = (!passcode.is_empty()).then_some(passcode);
    match follow(&Signal::default(), &link, Asking { recipient, passcode, reach: Reach::ThisMachine }) {
        Ok(given) => (200, given.files.iter().map(|file| String::from_utf8_lossy(&file.plain)).collect()),
        Err(error @ FollowError::Passcode { .. }) => (401, format!("{error}\n")),
        Err(error) => (404, format!("{error}\n")),
    }
}
