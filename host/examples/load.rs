//! What one machine does, by measurement: links opened a second without and with a passcode, beside
//! one Argon2id and beside the same bytes from a host that keeps nothing. Loopback only, bounded.
//!
//! `cargo run --release -p hearth-host --example load -- [seconds]`; with DATABASE_URL and
//! END_MARKS_URL on PostgreSQL, with two hosts on it.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use axum::Router;
use axum::routing::post;
use hearth_host::config::{self, Place, Settings};
use hearth_host::engine::write;
use hearth_host::secret::{Secrets, base64, random, sha256};
use hearth_host::store::enrol;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::net::TcpListener;

/// Bytes of words in the measured file: a plan's page to show, sealed.
const WORDS: usize = 15_000;
const READERS: usize = 16;

fn main() {
    let seconds = std::env::args().nth(1).and_then(|n| n.parse().ok()).unwrap_or(5).min(60);
    let folder = tempfile::tempdir().expect("a scratch folder");
    let address = |name| std::env::var(name).ok();
    let (hosts, place) = match (address("DATABASE_URL"), address("END_MARKS_URL")) {
        (Some(main), Some(marks)) => (2, Place::Servers { main, marks, authorities: None, connections: 16 }),
        _ => (1, Place::Files { data: folder.path().join("data"), marks: folder.path().join("marks") }),
    };
    let settings = Settings {
        origin: "https://share.example".into(),
        place,
        secrets: folder.path().join("secrets"),
        per_address: u32::MAX,
        per_name: u32::MAX,
        proxies: 0,
        is_logged: false,
    };
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    config::make_secrets(&settings.secrets).expect("secrets");
    let token = random().expect("random");
    let ports: Vec<u16> = (0..hosts).map(|_| runtime.block_on(start(&settings))).collect();
    runtime.block_on(async {
        let (main, _) = config::engines(&settings.place).await.expect("databases");
        let tag = sha256(&token);
        write(&*main, move |tx| enrol::add(tx, &tag, None, 0)).await.expect("a token");
    });
    let mut links = Vec::new();
    for with_passcode in [false, true] {
        let made: Vec<String> = (0..64).map(|_| make(ports[0], &base64(&token), with_passcode)).collect();
        links.push(made);
    }
    let plain = r#"{"recipient":"Dr Example"}"#.to_owned();
    let passcode = r#"{"recipient":"Dr Example","passcode":"493017"}"#.to_owned();
    let one = open(&mut BufReader::new(connect(ports[0])), &links[0][0], &plain);
    let bare = runtime.block_on(bare(one.1));
    println!("{hosts} host(s), {READERS} readers, {} bytes a manifest, {seconds} s each", one.1);
    report("nothing kept: the same bytes from memory", &load(&[bare], &["/".into()], &plain, seconds));
    report("without passcode", &load(&ports, &links[0], &plain, seconds));
    report("with passcode", &load(&ports, &links[1], &passcode, seconds));
    println!("{:<42} {:>9.0} a second on one core", "one Argon2id", argon2());
    report_times("a version put (durable)", put(&ports, &base64(&token), seconds));
}

async fn start(settings: &Settings) -> u16 {
    let host = config::host(settings, config::system_clock()).await.expect("a host");
    let world = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let own = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let port = world.local_addr().expect("a port").port();
    tokio::spawn(hearth_host::serve::serve(host, world, own, 1_000, std::future::pending()));
    port
}

async fn bare(bytes: usize) -> u16 {
    let body: Arc<str> = "a".repeat(bytes).into();
    let router = Router::new().route("/", post(async move || body.to_string()));
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let port = listener.local_addr().expect("a port").port();
    tokio::spawn(async { axum::serve(listener, router).await });
    port
}

fn connect(port: u16) -> TcpStream {
    let stream = TcpStream::connect(("127.0.0.1", port)).expect("a host");
    stream.set_nodelay(true).expect("no delay");
    stream
}

/// One request on a connection that stays open; status and length of the answer.
fn ask(on: &mut BufReader<TcpStream>, method: &str, path: &str, bearer: &str, body: &str) -> (u16, usize) {
    let request = format!(
        "{method} {path} HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer {bearer}\r\n\
         Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    );
    on.get_mut().write_all(request.as_bytes()).expect("sent");
    let (mut status, mut length) = (0, 0);
    loop {
        let mut line = String::new();
        on.read_line(&mut line).expect("an answer");
        if let Some(rest) = line.strip_prefix("HTTP/1.1 ") {
            status = rest[..3].parse().expect("a status");
        } else if let Some(said) = line.strip_prefix("content-length: ") {
            length = said.trim().parse().expect("a length");
        } else if line == "\r\n" {
            break;
        }
    }
    std::io::copy(&mut on.take(length as u64), &mut std::io::sink()).expect("a body");
    (status, length)
}

fn open(on: &mut BufReader<TcpStream>, path: &str, asked: &str) -> (u16, usize) {
    ask(on, "POST", path, "", asked)
}

fn jwe() -> String {
    let header = base64(br#"{"alg":"dir","enc":"A256GCM","cty":"application/fhir+json"}"#);
    format!("{header}..{}.{}.{}", base64(&[1; 12]), base64(&[3; WORDS]), base64(&[2; 16]))
}

fn make(port: u16, token: &str, with_passcode: bool) -> String {
    let (name, secret) = (base64(&random().expect("random")), random().expect("random"));
    let more = if with_passcode { r#","flag":"P","passcode":"493017""# } else { "" };
    let asked = format!(r#"{{"name":"{name}","writeHash":"{}"{more}}}"#, base64(&sha256(&secret)));
    let mut on = BufReader::new(connect(port));
    assert_eq!(ask(&mut on, "POST", "/v1/shares", token, &asked).0, 200);
    let path = format!("/s/{name}");
    assert_eq!(ask(&mut on, "PUT", &format!("{path}/files"), &base64(&secret), &files(1)).0, 200);
    path
}

fn files(revision: u64) -> String {
    format!(
        r#"{{"revision":{revision},"files":[{{"contentType":"application/fhir+json","jwe":"{}"}}]}}"#,
        jwe()
    )
}

/// Every reader opens links until the time is up; how long each took, and the whole.
fn load(ports: &[u16], links: &[String], asked: &str, seconds: u64) -> (Vec<Duration>, Duration) {
    spread(ports, seconds, |on, n| {
        let status = open(on, &links[n % links.len()], asked).0;
        assert_eq!(status, 200);
    })
}

fn put(ports: &[u16], token: &str, seconds: u64) -> (Vec<Duration>, Duration) {
    let begun = Instant::now();
    let one = |port: u16| {
        let (name, secret) = (base64(&random().expect("random")), random().expect("random"));
        let asked = format!(r#"{{"name":"{name}","writeHash":"{}"}}"#, base64(&sha256(&secret)));
        let mut on = BufReader::new(connect(port));
        assert_eq!(ask(&mut on, "POST", "/v1/shares", token, &asked).0, 200);
        let (mut took, mut revision) = (Vec::new(), 0);
        while begun.elapsed() < Duration::from_secs(seconds) {
            revision += 1;
            let before = Instant::now();
            let path = format!("/s/{name}/files");
            assert_eq!(ask(&mut on, "PUT", &path, &base64(&secret), &files(revision)).0, 200);
            took.push(before.elapsed());
        }
        took
    };
    let took = std::thread::scope(|scope| {
        let running: Vec<_> =
            (0..READERS).map(|n| scope.spawn(move || one(ports[n % ports.len()]))).collect();
        running.into_iter().flat_map(|thread| thread.join().expect("a writer")).collect()
    });
    (took, begun.elapsed())
}

fn spread(
    ports: &[u16],
    seconds: u64,
    work: impl Fn(&mut BufReader<TcpStream>, usize) + Sync,
) -> (Vec<Duration>, Duration) {
    let begun = Instant::now();
    let work = &work;
    let took = std::thread::scope(|scope| {
        let one = |reader: usize| {
            let mut on = BufReader::new(connect(ports[reader % ports.len()]));
            let mut took = Vec::new();
            while begun.elapsed() < Duration::from_secs(seconds) {
                let before = Instant::now();
                work(&mut on, reader * 7 + took.len());
                took.push(before.elapsed());
            }
            took
        };
        let running: Vec<_> = (0..READERS).map(|reader| scope.spawn(move || one(reader))).collect();
        running.into_iter().flat_map(|thread| thread.join().expect("a reader")).collect()
    });
    (took, begun.elapsed())
}

fn argon2() -> f64 {
    let secrets = Secrets::new([1; 32], &[2; 32]).expect("secrets").passcodes();
    let begun = Instant::now();
    let count = 40;
    for _ in 0..count {
        secrets.hash_passcode("493017").expect("a hash");
    }
    f64::from(count) / begun.elapsed().as_secs_f64()
}

fn report(what: &str, measured: &(Vec<Duration>, Duration)) {
    report_times(what, measured.clone());
}

fn report_times(what: &str, (mut took, whole): (Vec<Duration>, Duration)) {
    took.sort();
    let at = |part: f64| took.get((took.len() as f64 * part) as usize).map_or(0.0, |t| t.as_secs_f64() * 1e3);
    let rate = took.len() as f64 / whole.as_secs_f64();
    println!(
        "{what:<42} {rate:>9.0} a second, median {:.2} ms, 99 in 100 within {:.2} ms",
        at(0.5),
        at(0.99)
    );
}
