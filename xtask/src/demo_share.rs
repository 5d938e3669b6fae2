//! The end of `cargo xtask demo`: a share, by a `hearth-host` that is begun here, opened by a reader that others
//! wrote where Node is here.

use crate::peers::Why;
use crate::run::{cargo, root, shown};
use hearth_core::share::follow::{Asking, follow};
use hearth_core::share::{Link, Reach};
use hearth_core::sync::real::RealHttp;
use hearth_tests::story::{HostAt, Teller, share};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// The host; it ends with this.
struct Host {
    running: Child,
    origin: String,
    token: String,
}

impl Drop for Host {
    fn drop(&mut self) {
        let _ = self.running.kill();
        let _ = self.running.wait();
    }
}

/// Shares from the plan in `folder`; gives the picture of the link's code.
pub fn run(folder: &Path, out: &Path, teller: &mut Teller) -> Result<PathBuf, String> {
    let host = begin(&out.join("host"))?;
    let here = HostAt { origin: &host.origin, token: &host.token };
    let shared = match crate::readers::fetched() {
        Ok(node) => {
            let reader = |link: &str, passcode: Option<&str>| by_node(&node, link, passcode);
            share(folder, out, &here, ("kill-the-clipboard (npm)", &reader), teller)
        }
        Err(Why::Lacking(why) | Why::Wrong(why)) => {
            println!("SKIPPED the reader that others wrote: {why}");
            let own = teller.tongue().pick("Hearth's own reader", "darllenydd Hearth ei hun");
            share(folder, out, &here, (own, &by_us), teller)
        }
    };
    shared.map_err(|error| error.to_string())
}

/// Begins a host of its own on SQLite, as an operator does.
fn begin(folder: &Path) -> Result<Host, String> {
    let program = root().join("target/debug/hearth-host");
    if !shown(cargo().args(["build", "--quiet", "--package", "hearth-host", "--bin", "hearth-host"])) {
        return Err("hearth-host could not be built".to_owned());
    }
    let _ = std::fs::remove_dir_all(folder);
    let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).and_then(|free| free.local_addr());
    let address = port.map_err(|error| error.to_string())?.to_string();
    let origin = format!("http://{address}");
    let command = |words: &[&str]| {
        let mut command = Command::new(&program);
        command.args(words).env_remove("DATABASE_URL").env_remove("END_MARKS_URL").stdin(Stdio::null());
        for name in ["data", "marks", "secrets"] {
            command.arg(format!("--{name}")).arg(folder.join(name));
        }
        command
    };
    let failed = |error: std::io::Error| format!("hearth-host: {error}");
    let token = command(&["token", "new"]).output().map_err(failed)?;
    let token = String::from_utf8_lossy(&token.stdout).trim().to_owned();
    let mut serve =
        command(&["serve", "--origin", &origin, "--listen", &address, "--operator", "127.0.0.1:0"]);
    let mut running = serve.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().map_err(failed)?;
    let mut said = String::new();
    let heard = running.stdout.take().map(BufReader::new);
    let heard = heard.map_or(Ok(0), |mut lines| lines.read_line(&mut said)).map_err(failed);
    let host = Host { running, origin, token };
    if heard? == 0 || host.token.is_empty() { Err("hearth-host does not serve".to_owned()) } else { Ok(host) }
}

/// npm's kill-the-clipboard, a whole reader of links.
fn by_node(folder: &Path, link: &str, passcode: Option<&str>) -> Result<String, String> {
    let asked = json!({ "reader": "kill-the-clipboard", "link": link, "passcode": passcode }).to_string();
    let mut node = Command::new("node");
    node.arg("open.mjs").current_dir(folder).stdin(Stdio::piped()).stdout(Stdio::piped());
    let failed = |error: std::io::Error| format!("node: {error}");
    let mut running = node.spawn().map_err(failed)?;
    running.stdin.take().map_or(Ok(()), |mut stdin| stdin.write_all(asked.as_bytes())).map_err(failed)?;
    let said = running.wait_with_output().map_err(failed)?;
    let said: Value = serde_json::from_slice(&said.stdout).map_err(|error| error.to_string())?;
    said["text"].as_str().map(str::to_owned).ok_or_else(|| said["error"].to_string())
}

/// The core's own reader.
fn by_us(link: &str, passcode: Option<&str>) -> Result<String, String> {
    let link = Link::parse(link, Reach::ThisMachine).map_err(|error| error.to_string())?;
    let http = RealHttp::on_this_machine().map_err(|error| error.to_string())?;
    let asking = Asking { recipient: "Hearth", passcode, reach: Reach::ThisMachine };
    let given = follow(&http, &link, asking).map_err(|error| error.to_string())?;
    Ok(given.files.iter().map(|file| String::from_utf8_lossy(&file.plain).into_owned()).collect())
}
