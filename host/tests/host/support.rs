//! A world for a test: databases, secrets, a clock that stands still, hosts, and who asks them.

use super::postgres;
use hearth_host::config::{self, Place, Settings};
use hearth_host::engine::write;
use hearth_host::http::Host;
use hearth_host::secret::{base64, random, sha256};
use hearth_host::store::enrol;
use serde_json::{Value, json};
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::runtime::Runtime;
use tokio::sync::oneshot;

pub const NOW: i64 = 1_800_000_000;
pub const ORIGIN: &str = "https://share.example";

pub struct World {
    pub folder: TempDir,
    pub servers: Option<(String, String)>,
    pub clock: Arc<AtomicI64>,
    pub token: String,
    pub a_minute: u32,
    pub origin: String,
}

impl World {
    pub fn sqlite() -> Self {
        Self::of(None)
    }

    pub fn postgres() -> Self {
        Self::of(Some(postgres::databases()))
    }

    fn of(servers: Option<(String, String)>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        config::make_secrets(&folder.path().join("secrets")).unwrap();
        let token = random().unwrap();
        let world = Self {
            folder,
            servers,
            clock: Arc::new(AtomicI64::new(NOW)),
            token: base64(&token),
            a_minute: 1_000_000,
            origin: ORIGIN.into(),
        };
        let tag = sha256(&token);
        Runtime::new().unwrap().block_on(async {
            let (main, _marks) = config::engines(&world.place()).await.unwrap();
            write(&*main, move |tx| enrol::add(tx, &tag, None, NOW)).await.unwrap();
        });
        world
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn place(&self) -> Place {
        match &self.servers {
            None => Place::Files { data: self.path("data"), marks: self.path("marks") },
            Some((main, marks)) => {
                Place::Servers { main: main.clone(), marks: marks.clone(), authorities: None, connections: 8 }
            }
        }
    }

    pub fn settings(&self) -> Settings {
        Settings {
            origin: self.origin.clone(),
            place: self.place(),
            secrets: self.path("secrets"),
            per_address: self.a_minute,
            per_name: self.a_minute,
            proxies: 0,
            is_logged: false,
        }
    }

    pub fn wait(&self, seconds: i64) {
        self.clock.fetch_add(seconds, Ordering::Relaxed);
    }

    /// A host in this process, on a clock that stands still.
    pub fn host(&self) -> Running {
        let runtime = Runtime::new().unwrap();
        let clock = Arc::clone(&self.clock);
        let (stop, stopped) = oneshot::channel::<()>();
        let (host, port, operator, done) = runtime.block_on(async {
            let clock = Arc::new(move || clock.load(Ordering::Relaxed));
            let host = config::host(&self.settings(), clock).await.unwrap();
            let world = TcpListener::bind("127.0.0.1:0").await.unwrap();
            let own = TcpListener::bind("127.0.0.1:0").await.unwrap();
            let (port, operator) = (world.local_addr().unwrap().port(), own.local_addr().unwrap().port());
            let serving = hearth_host::serve::serve(Arc::clone(&host), world, own, 1_000, async {
                let _ = stopped.await;
            });
            (host, port, operator, tokio::spawn(serving))
        });
        Running {
            port,
            operator,
            host: Some(host),
            runtime: Some(runtime),
            stop: Some(stop),
            done: Some(done),
        }
    }

    /// What the database holds, as whoever copies it sees it.
    pub fn copy_of_everything(&self) -> Vec<u8> {
        match &self.servers {
            Some((main, marks)) => [postgres::dump(main), postgres::dump(marks)].concat(),
            None => {
                let folders = [self.path("data"), self.path("marks")];
                let files = folders.iter().flat_map(|folder| std::fs::read_dir(folder).unwrap().flatten());
                files.flat_map(|file| std::fs::read(file.path()).unwrap()).collect()
            }
        }
    }

    /// A backup of the main database; no host may run.
    pub fn back_up(&self) -> String {
        match &self.servers {
            Some((main, _)) => postgres::copy(main),
            None => {
                copy_folder(&self.path("data"), &self.path("backup"));
                String::new()
            }
        }
    }

    /// Puts the backup in the place of the main database; no host may run.
    pub fn restore(&self, backup: &str) {
        match &self.servers {
            Some((main, _)) => postgres::restore(main, backup),
            None => copy_folder(&self.path("backup"), &self.path("data")),
        }
    }

    /// Changes the main or the marks' database behind the host's back.
    pub fn tamper(&self, of_marks: bool, sql: &str) {
        match &self.servers {
            Some((main, marks)) => postgres::tamper(if of_marks { marks } else { main }, sql),
            None => {
                let path = if of_marks { self.path("marks/ended.db") } else { self.path("data/host.db") };
                rusqlite::Connection::open(path).unwrap().execute_batch(sql).unwrap();
            }
        }
    }
}

fn copy_folder(from: &Path, to: &Path) {
    let _ = std::fs::remove_dir_all(to);
    std::fs::create_dir(to).unwrap();
    for file in std::fs::read_dir(from).unwrap().flatten() {
        std::fs::copy(file.path(), to.join(file.file_name())).unwrap();
    }
}

pub struct Running {
    pub port: u16,
    pub operator: u16,
    pub host: Option<Arc<Host>>,
    runtime: Option<Runtime>,
    stop: Option<oneshot::Sender<()>>,
    done: Option<tokio::task::JoinHandle<std::io::Result<()>>>,
}

impl Running {
    pub fn block_on<T>(&self, work: impl Future<Output = T>) -> T {
        self.runtime.as_ref().unwrap().block_on(work)
    }
}

impl Drop for Running {
    /// Stops and waits, so that nobody is connected to a database any more.
    fn drop(&mut self) {
        self.stop.take().map(|stop| stop.send(()));
        let runtime = self.runtime.take().unwrap();
        let _ = runtime.block_on(self.done.take().unwrap());
        self.host = None;
        drop(runtime);
    }
}

/// An answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    pub status: u16,
    pub head: Vec<String>,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or(Value::Null)
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        let named = |line: &&String| line.to_ascii_lowercase().starts_with(&format!("{name}: "));
        self.head.iter().find(named).map(|line| line.split_once(": ").unwrap().1)
    }

    /// What a stranger can tell it by: everything but the date.
    pub fn seen(&self) -> Answer {
        let head = self.head.iter().filter(|line| !line.to_ascii_lowercase().starts_with("date:"));
        Answer { head: head.cloned().collect(), ..self.clone() }
    }
}

/// Asks once, on a connection of its own; `None` where the connection breaks.
pub fn try_ask(port: u16, method: &str, path: &str, bearer: &str, body: &str) -> Option<Answer> {
    try_ask_with(port, method, path, &format!("Authorization: Bearer {bearer}\r\n"), body)
}

pub fn try_ask_with(port: u16, method: &str, path: &str, head: &str, body: &str) -> Option<Answer> {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).ok()?;
    let length = body.len();
    let request = format!(
        "{method} {path} HTTP/1.1\r\nHost: share.example\r\nConnection: close\r\n{head}\
         Content-Type: application/json\r\nContent-Length: {length}\r\n\r\n{body}"
    );
    // A host that refuses a long body may close before it has read it all.
    let _ = stream.write_all(request.as_bytes());
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer);
    let end = answer.windows(4).position(|four| four == b"\r\n\r\n")?;
    let head = String::from_utf8(answer[..end].to_vec()).ok()?;
    let mut lines = head.split("\r\n").map(str::to_owned);
    let status = lines.next()?.split(' ').nth(1)?.parse().ok()?;
    let answer = Answer { status, head: lines.collect(), body: answer[end + 4..].to_vec() };
    let whole = answer.header("content-length").is_none_or(|said| said == answer.body.len().to_string());
    whole.then_some(answer)
}

pub fn ask(port: u16, method: &str, path: &str, bearer: &str, body: Value) -> Answer {
    let body = if body.is_null() { String::new() } else { body.to_string() };
    try_ask(port, method, path, bearer, &body).unwrap()
}

pub fn name() -> String {
    base64(&random().unwrap())
}

/// A JWE that looks like one; the host can't open any.
pub fn jwe(words: &str) -> String {
    let header = base64(br#"{"alg":"dir","enc":"A256GCM","cty":"application/fhir+json"}"#);
    format!("{header}..{}.{}.{}", base64(&[1; 12]), base64(words.as_bytes()), base64(&[2; 16]))
}

pub fn version(revision: i64, words: &str) -> Value {
    json!({ "revision": revision, "files": [{ "contentType": "application/fhir+json", "jwe": jwe(words) }] })
}

pub const WHO: &str = "Dr Example, Test Surgery";

/// A share as its owner holds it.
#[derive(Clone)]
pub struct Share {
    pub port: u16,
    pub name: String,
    pub secret: String,
}

impl Share {
    /// Makes a share and puts one file.
    pub fn new(world: &World, port: u16, more: Value) -> Self {
        let share = Self::empty(world, port, more);
        assert_eq!(share.own("PUT", "files", version(1, "sealed words")).status, 200);
        share
    }

    pub fn empty(world: &World, port: u16, more: Value) -> Self {
        let secret = random().unwrap();
        let share = Self { port, name: name(), secret: base64(&secret) };
        let mut asked = json!({ "name": share.name, "writeHash": base64(&sha256(&secret)) });
        for (key, value) in more.as_object().into_iter().flatten() {
            asked[key] = value.clone();
        }
        let made = ask(port, "POST", "/v1/shares", &world.token, asked);
        assert_eq!(made.status, 200, "{made:?}");
        assert_eq!(made.json()["url"], format!("{ORIGIN}/s/{}", share.name));
        share
    }

    pub fn own(&self, method: &str, verb: &str, body: Value) -> Answer {
        ask(self.port, method, &format!("/s/{}/{verb}", self.name), &self.secret, body)
    }

    pub fn at(&self, port: u16) -> Self {
        Self { port, ..self.clone() }
    }

    pub fn open(&self, more: Value) -> Answer {
        let mut asked = json!({ "recipient": WHO });
        for (key, value) in more.as_object().into_iter().flatten() {
            asked[key] = value.clone();
        }
        ask(self.port, "POST", &format!("/s/{}", self.name), "", asked)
    }

    pub fn with_passcode(&self, passcode: &str) -> Answer {
        self.open(json!({ "passcode": passcode }))
    }

    pub fn state(&self) -> Value {
        self.own("GET", "state", Value::Null).json()
    }
}

/// Whether some bytes hold these.
pub fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

/// Runs as many at once, and gives what each came to.
pub fn at_once<T: Send>(count: usize, work: impl Fn(usize) -> T + Sync) -> Vec<T> {
    let gate = std::sync::Barrier::new(count);
    std::thread::scope(|scope| {
        let (gate, work) = (&gate, &work);
        let one = |n| {
            scope.spawn(move || {
                gate.wait();
                work(n)
            })
        };
        let running: Vec<_> = (0..count).map(one).collect();
        running.into_iter().map(|thread| thread.join().unwrap()).collect()
    })
}
