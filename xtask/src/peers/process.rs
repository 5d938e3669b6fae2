//! A server that this run started, and nothing else: it is asked to end when it
//! is dropped, and ends by itself when whoever started it is gone, because each
//! of them watches its standard input.

use hearth_tests::peers::http::Ask;
use std::fs::File;
use std::net::TcpListener;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

/// Between two looks at whether a server is ready, or has ended.
const PAUSE: Duration = Duration::from_millis(200);
/// So often is it asked whether it is ready: five minutes.
const READY_TRIES: u32 = 1500;
/// So often is it looked at whether it has ended: ten seconds.
const END_TRIES: u32 = 50;

/// A running server.
pub struct Process {
    what: String,
    child: Child,
    log: PathBuf,
}

impl Process {
    /// Starts it. What it says goes to the file `log`.
    pub fn start(what: &str, command: &mut Command, log: PathBuf) -> Result<Self, String> {
        let failed = |error: std::io::Error| format!("{what} could not be started: {error}");
        let said = File::create(&log).map_err(failed)?;
        command.stdin(Stdio::piped()).stdout(said.try_clone().map_err(failed)?).stderr(said);
        let child = command.spawn().map_err(failed)?;
        Ok(Self { what: what.to_owned(), child, log })
    }

    /// Waits until its address answers with 200.
    pub fn ready(&mut self, health: &str) -> Result<(), String> {
        for _ in 0..READY_TRIES {
            if let Ok(Some(status)) = self.child.try_wait() {
                return Err(format!("{} ended ({status}):\n{}", self.what, self.last_words()));
            }
            if Ask::new("GET", health).send().is_ok_and(|answer| answer.status == 200) {
                return Ok(());
            }
            sleep(PAUSE);
        }
        Err(format!("{} did not get ready:\n{}", self.what, self.last_words()))
    }

    fn last_words(&self) -> String {
        let said = std::fs::read_to_string(&self.log).unwrap_or_default();
        let lines: Vec<&str> = said.lines().collect();
        lines[lines.len().saturating_sub(12)..].join("\n")
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        drop(self.child.stdin.take());
        for _ in 0..END_TRIES {
            if !matches!(self.child.try_wait(), Ok(None)) {
                return;
            }
            sleep(PAUSE);
        }
        // It did not listen. What can't be killed is already gone.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Ports that nobody listens on, each another one.
pub fn free_ports<const N: usize>() -> Result<[u16; N], String> {
    let mut held = Vec::with_capacity(N);
    let mut ports = [0; N];
    for port in &mut ports {
        let listener = TcpListener::bind(("127.0.0.1", 0)).map_err(|error| error.to_string())?;
        *port = listener.local_addr().map_err(|error| error.to_string())?.port();
        held.push(listener);
    }
    Ok(ports)
}
