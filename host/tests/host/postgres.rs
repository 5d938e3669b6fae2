//! A PostgreSQL of the tests' own, from the machine's packages: loopback only, in a scratch folder,
//! under a user without rights. It ends when the test process does, however that ends.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

struct Cluster {
    bin: PathBuf,
    port: u16,
    // Its standard input: when it closes, the server is stopped and its folder goes.
    _watched: Child,
}

static CLUSTER: OnceLock<Cluster> = OnceLock::new();
static NEXT: AtomicU32 = AtomicU32::new(0);

/// Two fresh databases: the main one and the end marks'.
pub fn databases() -> (String, String) {
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    let name = |what: &str| format!("{what}_{number}");
    for database in [name("host"), name("ended")] {
        run("createdb", &[&database]);
    }
    (url(&name("host")), url(&name("ended")))
}

fn url(database: &str) -> String {
    format!("postgresql://hearth@127.0.0.1:{}/{database}", cluster().port)
}

fn name_in(url: &str) -> &str {
    url.rsplit('/').next().unwrap()
}

/// Copies a database that nobody is connected to.
pub fn copy(url: &str) -> String {
    let copy = format!("{}_copy", name_in(url));
    run("createdb", &["-T", name_in(url), &copy]);
    copy
}

/// Puts a copy in the place of a database that nobody is connected to.
pub fn restore(url: &str, copy: &str) {
    run("dropdb", &["--force", name_in(url)]);
    run("createdb", &["-T", copy, name_in(url)]);
}

/// Everything that a database holds, as pg_dump writes it, with its bytes as bytes too.
pub fn dump(url: &str) -> Vec<u8> {
    let text = run("pg_dump", &[name_in(url)]);
    let mut bytes = text.clone();
    for word in text.split(|b| b.is_ascii_whitespace()).filter_map(|word| word.strip_prefix(b"\\\\x")) {
        let digit = |b: u8| (b as char).to_digit(16).unwrap_or(0) as u8;
        bytes.push(b'\n');
        bytes.extend(word.chunks_exact(2).map(|pair| digit(pair[0]) << 4 | digit(pair[1])));
    }
    bytes
}

/// Runs a statement, as whoever holds the database could.
pub fn tamper(url: &str, sql: &str) {
    run("psql", &["-q", "-v", "ON_ERROR_STOP=1", "-d", name_in(url), "-c", sql]);
}

/// What a question is answered with, as psql shows it without its frame.
pub fn said(url: &str, sql: &str) -> String {
    let said = run("psql", &["-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-d", name_in(url), "-c", sql]);
    String::from_utf8(said).unwrap().trim().to_owned()
}

fn run(program: &str, arguments: &[&str]) -> Vec<u8> {
    let cluster = cluster();
    let mut command = Command::new(cluster.bin.join(program));
    command.args(["-h", "127.0.0.1", "-p", &cluster.port.to_string(), "-U", "hearth"]).args(arguments);
    let said = command.output().unwrap();
    assert!(said.status.success(), "{program}: {}", String::from_utf8_lossy(&said.stderr));
    said.stdout
}

fn cluster() -> &'static Cluster {
    CLUSTER
        .get_or_init(|| start(&programs().expect("PostgreSQL is not here: install the package postgresql")))
}

fn programs() -> Option<PathBuf> {
    let named = std::env::var_os("HEARTH_POSTGRES_BIN").map(PathBuf::from);
    let versions = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let mut packaged: Vec<PathBuf> = versions.map(|version| version.path().join("bin")).collect();
    packaged.sort();
    named.into_iter().chain(packaged.into_iter().rev()).find(|bin| bin.join("initdb").exists())
}

// The tests kill hosts, never this server, so it need not sync.
const SCRIPT: &str = r#"
bin=$1 folder=$2 port=$3
"$bin/initdb" -D "$folder/data" -U hearth -A trust -E UTF8 --no-locale --no-sync >"$folder/log" 2>&1 || exit 1
"$bin/postgres" -D "$folder/data" -p "$port" -k "$folder" -c listen_addresses=127.0.0.1 -c fsync=off \
    -c max_connections=400 -c shared_buffers=32MB >>"$folder/log" 2>&1 &
server=$!
until "$bin/pg_isready" -q -h 127.0.0.1 -p "$port"; do kill -0 $server || exit 1; sleep 0.1; done
echo ready
read -r _
kill -INT $server; wait $server; rm -rf "$folder"
"#;

fn start(bin: &Path) -> Cluster {
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let folder = tempfile::Builder::new().prefix("hearth-postgres-").tempdir().unwrap().keep();
    let mut shell = Command::new("sh");
    shell.args(["-c", SCRIPT, "sh"]).arg(bin).arg(&folder).arg(port.to_string()).current_dir(&folder);
    if let Some((user, group)) = somebody_without_rights() {
        std::os::unix::fs::chown(&folder, Some(user), Some(group)).unwrap();
        std::os::unix::process::CommandExt::uid(&mut shell, user);
        std::os::unix::process::CommandExt::gid(&mut shell, group);
    }
    let mut watched = shell.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut said = [0; 6];
    let heard = watched.stdout.take().unwrap().read_exact(&mut said);
    heard.expect("PostgreSQL could not be started; its log is in the scratch folder");
    Cluster { bin: bin.to_owned(), port, _watched: watched }
}

/// PostgreSQL does not run as root: where the tests do, it runs as the package's user, or nobody.
fn somebody_without_rights() -> Option<(u32, u32)> {
    let me = Command::new("id").arg("-u").output().unwrap().stdout;
    if me.trim_ascii() != b"0" {
        return None;
    }
    let users = std::fs::read_to_string("/etc/passwd").unwrap();
    let find = |name: &str| {
        let mut parts = users.lines().find(|line| line.split(':').next() == Some(name))?.split(':').skip(2);
        Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
    };
    find("postgres").or_else(|| find("nobody"))
}

/// A proxy that gives each connection to the next host, and to the one after where one is gone.
pub fn round_robin(hosts: Vec<u16>) -> u16 {
    by_turns(hosts, |client, host| {
        pass_on(client.try_clone().unwrap(), host.try_clone().unwrap());
        pass_on(host, client);
    })
}

/// The same, that answers whatever writes into a link or a mailbox with 200 before its host has done it.
pub fn round_robin_that_answers_first(hosts: Vec<u16>) -> u16 {
    by_turns(hosts, |mut client, mut host| {
        std::thread::spawn(move || {
            let Some((head, request)) = request_of(&mut client) else { return };
            let line = head.lines().next().unwrap_or_default();
            if line.contains("/files ") || line.contains("/end ") || line.contains("/items ") {
                let _ =
                    client.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}");
                let _ = client.shutdown(std::net::Shutdown::Both);
            } else {
                pass_on(host.try_clone().unwrap(), client);
            }
            let _ = host.write_all(&request);
            // Until the host has answered: whoever hangs up sooner may not be heard.
            let _ = host.read_to_end(&mut Vec::new());
        });
    })
}

/// One request, with `Content-Length`: its head, and all of it.
fn request_of(client: &mut TcpStream) -> Option<(String, Vec<u8>)> {
    let (mut request, mut buffer) = (Vec::new(), [0; 16 << 10]);
    loop {
        let end = request.windows(4).position(|four| four == b"\r\n\r\n").map(|at| at + 4);
        if let Some(end) = end {
            let head = String::from_utf8_lossy(&request[..end]).into_owned();
            let length = head.lines().find_map(|line| line.strip_prefix("Content-Length: "));
            if request.len() >= end + length.map_or(0, |length| length.parse().unwrap()) {
                return Some((head, request));
            }
        }
        let length = client.read(&mut buffer).ok().filter(|length| *length > 0)?;
        request.extend_from_slice(&buffer[..length]);
    }
}

fn by_turns(hosts: Vec<u16>, join: impl Fn(TcpStream, TcpStream) + Send + 'static) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    std::thread::spawn(move || {
        for (turn, client) in listener.incoming().flatten().enumerate() {
            let mut there = (0..hosts.len()).map(|n| hosts[(turn + n) % hosts.len()]);
            let Some(host) = there.find_map(|port| TcpStream::connect(("127.0.0.1", port)).ok()) else {
                continue;
            };
            join(client, host);
        }
    });
    port
}

fn pass_on(mut from: TcpStream, mut to: TcpStream) {
    std::thread::spawn(move || {
        let mut buffer = [0; 16 << 10];
        while let Ok(length) = from.read(&mut buffer) {
            if length == 0 || to.write_all(&buffer[..length]).is_err() {
                break;
            }
        }
        let _ = to.shutdown(std::net::Shutdown::Both);
    });
}
