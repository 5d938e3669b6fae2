//! `cargo xtask peers`: real practices on this machine. HAPI FHIR behind an
//! authorisation server, and sekmet behind another and a door that checks its
//! tokens. They are built where they are not, started on free ports, visited,
//! and stopped. `--keep` lets them run until this program ends.

mod build;
mod process;

pub use build::{JAVA, MAVEN, NODE, NPM, PYTHON, Why, built, step};

use crate::run::Done;
use build::home;
use hearth_tests::peers::{Peer, visit};
use process::{Process, free_ports};
use std::collections::hash_map::RandomState;
use std::fs;
use std::hash::BuildHasher;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;
use std::time::Instant;

/// A practice that runs, and ends when this is dropped.
pub struct Practice {
    /// How to reach it.
    pub peer: Peer,
    /// The last started is the first stopped.
    processes: Vec<(Process, String)>,
}

impl Drop for Practice {
    fn drop(&mut self) {
        while self.processes.pop().is_some() {}
    }
}

/// What a practice is called, and it, or why not.
pub type Started = Vec<(&'static str, Result<Practice, Why>)>;

/// Builds what is missing and starts every practice that this machine can run.
/// They are ready when this answers.
pub fn start() -> Started {
    let begun = Instant::now();
    let (hapi, auth, sekmet) = thread::scope(|scope| {
        let (hapi, auth) = (scope.spawn(build::hapi), scope.spawn(build::auth));
        let sekmet = build::sekmet();
        let done = |built: thread::ScopedJoinHandle<'_, Result<PathBuf, Why>>| {
            built.join().unwrap_or_else(|_| Err(Why::Wrong("the build broke".to_owned())))
        };
        (done(hapi), done(auth), sekmet)
    });
    println!("built    what was missing, {}", took(begun));
    let staff = token();
    let mut started: Started = vec![
        ("hapi", both(&auth, &hapi).and_then(|(auth, own)| start_hapi(auth, own, &staff))),
        ("sekmet", both(&auth, &sekmet).and_then(|(auth, own)| start_sekmet(auth, own, &staff))),
    ];
    for (name, practice) in &mut started {
        if let Ok(running) = practice {
            match wait(running) {
                Ok(()) => println!("ready    {name} at {}, {}", running.peer.base, took(begun)),
                Err(why) => *practice = Err(Why::Wrong(why)),
            }
        }
    }
    started
}

fn wait(practice: &mut Practice) -> Result<(), String> {
    practice.processes.iter_mut().try_for_each(|(process, health)| process.ready(health))
}

fn took(begun: Instant) -> String {
    format!("{:.1} s from the start", begun.elapsed().as_secs_f64())
}

fn both<'a>(
    one: &'a Result<PathBuf, Why>,
    other: &'a Result<PathBuf, Why>,
) -> Result<(&'a Path, &'a Path), Why> {
    match (one, other) {
        (Ok(one), Ok(other)) => Ok((one, other)),
        (Err(why), _) | (_, Err(why)) => Err(why.clone()),
    }
}

/// Keeps other programs on this machine from being taken for those who work
/// there; guards nothing that is not gone when the run is.
fn token() -> String {
    (0..2).map(|part| format!("{:016x}", RandomState::new().hash_one(part))).collect()
}

/// The authorisation server of a practice, whose base is told it.
fn start_auth(auth: &Path, name: &'static str, port: u16, base: &str, staff: &str) -> Result<Practice, Why> {
    let issuer = format!("http://127.0.0.1:{port}");
    let mut server = Command::new(NODE.program);
    server.current_dir(auth).arg("server.mjs");
    server.env("PORT", port.to_string()).env("FHIR", base).env("STAFF", staff);
    let process = Process::start(&format!("{name}'s login"), &mut server, log(&format!("{name}-login"))?)?;
    let peer = Peer {
        name: name.to_owned(),
        base: base.to_owned(),
        auth: issuer.clone(),
        staff: staff.to_owned(),
        login: (NODE.program.into(), auth.join("login.mjs")),
    };
    let health = format!("{issuer}/.well-known/smart-configuration");
    Ok(Practice { peer, processes: vec![(process, health)] })
}

fn start_hapi(auth: &Path, own: &Path, staff: &str) -> Result<Practice, Why> {
    let [login, port] = free_ports()?;
    let base = format!("http://127.0.0.1:{port}/fhir");
    let mut practice = start_auth(auth, "hapi", login, &base, staff)?;
    let mut java = Command::new(JAVA.program);
    java.current_dir(own).args(["-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx1g", "-jar"]);
    java.arg(own.join("target").join("practice-peer.jar"));
    java.env("PORT", port.to_string()).env("ISSUER", &practice.peer.auth).env("STAFF", staff);
    let process = Process::start("hapi", &mut java, log("hapi")?)?;
    practice.processes.push((process, format!("{base}/metadata")));
    Ok(practice)
}

fn start_sekmet(auth: &Path, own: &Path, staff: &str) -> Result<Practice, Why> {
    let [login, port, inside] = free_ports()?;
    let base = format!("http://127.0.0.1:{port}/fhir");
    let mut practice = start_auth(auth, "sekmet", login, &base, staff)?;
    let mut python = Command::new(build::venv_python(own));
    python.current_dir(run_folder()?).arg(own.join("serve.py")).arg(own.join("settings.yaml"));
    python.arg(inside.to_string()).env("SEKMET_BASE_URL", &base);
    python.env("SEKMET_DB", format!("sekmet-{inside}.db"));
    let process = Process::start("sekmet", &mut python, log("sekmet")?)?;
    practice.processes.push((process, format!("http://127.0.0.1:{inside}/fhir/metadata")));
    let mut door = Command::new(NODE.program);
    door.current_dir(auth).arg("gate.mjs").env("PORT", port.to_string()).env("STAFF", staff);
    door.env("INNER", format!("http://127.0.0.1:{inside}")).env("ISSUER", &practice.peer.auth);
    let process = Process::start("sekmet's door", &mut door, log("sekmet-door")?)?;
    practice.processes.push((process, format!("{base}/.well-known/smart-configuration")));
    Ok(practice)
}

/// Where servers write while they run.
fn run_folder() -> Result<PathBuf, String> {
    let folder = home().join("run");
    fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
    Ok(folder)
}

fn log(name: &str) -> Result<PathBuf, String> {
    Ok(run_folder()?.join(format!("{name}.log")))
}

/// Starts every practice, visits it, stops it; a line each and a count.
pub fn run(args: &[String]) -> Done {
    let (mut passed, mut failed, mut skipped) = (0, 0, 0);
    let started = start();
    for (name, practice) in &started {
        let seen = practice.as_ref().map_err(Clone::clone).and_then(|it| visit(&it.peer).map_err(Why::Wrong));
        match seen {
            Ok(seen) => {
                println!("passed   {name}: {seen}");
                passed += 1;
            }
            Err(Why::Lacking(why)) => {
                println!("SKIPPED  {name}: {why}");
                skipped += 1;
            }
            Err(Why::Wrong(why)) => {
                println!("FAILED   {name}: {why}");
                failed += 1;
            }
        }
    }
    if args.iter().any(|arg| arg == "--keep") {
        keep(&started);
    }
    drop(started);
    println!("stopped  what was started");
    println!("{passed} passed, {failed} failed, {skipped} skipped");
    if failed == 0 { Ok(()) } else { Err("something failed; the lines above say what".to_owned()) }
}

/// Says how tests and people reach them, and waits until somebody presses enter.
fn keep(started: &Started) {
    for practice in started.iter().filter_map(|(_, practice)| practice.as_ref().ok()) {
        for (name, value) in practice.peer.variables() {
            println!("export {name}='{value}'");
        }
    }
    println!("Press enter to stop them.");
    // No more to read is as good as a line.
    let _ = std::io::stdin().read_line(&mut String::new());
}
