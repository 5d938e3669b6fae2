//! `cargo xtask demo --practice URL`: the demo's plan in step with a real
//! practice. The browser step is a link to open; the answer comes to a small
//! door on this machine, or is pasted.

use crate::run::{Done, option, root};
use hearth_core::companion::{Outside, SuggestionView};
use hearth_core::sync::reach::Reach;
use hearth_tests::story::{Answer, ForReal, Person, Teller, Tongue, in_step_with};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

/// How long a person may take at their browser.
const PATIENCE: Duration = Duration::from_secs(600);
/// How long a browser may take to say what it wants, and how much of that is read.
const ONE_ASK: Duration = Duration::from_secs(5);
const LONGEST: u64 = 16 * 1024;
/// Where at the door the browser comes back to.
const PATH: &str = "/linked";

/// What a person says, in either way.
enum Said {
    /// They typed a line.
    Line(String),
    /// Their browser came back to the door.
    Back(String),
}

struct Terminal {
    said: Receiver<Said>,
    tongue: Tongue,
}

/// Links and syncs. `--client ID` is this app's name at the practice, and
/// `--redirect ADDRESS` where the browser comes back to, if the practice knows
/// the app by an address that is not on this machine: then it is pasted.
pub fn run(url: &str, args: &[String], teller: &mut Teller) -> Done {
    let folder = match option(args, "--folder") {
        Some(folder) => PathBuf::from(folder),
        None => {
            let fresh = root().join("target").join("demo").join("with-practice");
            if fresh.exists() {
                std::fs::remove_dir_all(&fresh).map_err(|error| error.to_string())?;
            }
            fresh
        }
    };
    std::fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
    let (say, said) = channel();
    let redirect = match option(args, "--redirect") {
        Some(redirect) => redirect.to_owned(),
        None => door(say.clone())?,
    };
    thread::spawn(move || {
        for line in std::io::stdin().lock().lines().map_while(Result::ok) {
            if say.send(Said::Line(line)).is_err() {
                return;
            }
        }
    });
    let practice =
        ForReal { base: url, client: option(args, "--client").unwrap_or("hearth"), redirect: &redirect };
    let mut person = Terminal { said, tongue: teller.tongue() };
    // A practice that somebody tries things with may well run on the same machine.
    let outside = Outside { reach: Reach::ThisMachine, ..Outside::default() };
    in_step_with(&folder, &practice, outside, &mut person, teller).map_err(|error| error.to_string())
}

/// A door on this machine where a browser comes back to, and its address.
fn door(say: Sender<Said>) -> Result<String, String> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).map_err(|error| error.to_string())?;
    let port = listener.local_addr().map_err(|error| error.to_string())?.port();
    let address = format!("http://127.0.0.1:{port}");
    let here = address.clone();
    thread::spawn(move || {
        for stream in listener.incoming().filter_map(Result::ok) {
            if let Some(path) = asked(&stream)
                && say.send(Said::Back(format!("{here}{path}"))).is_err()
            {
                return;
            }
        }
    });
    Ok(format!("{address}{PATH}"))
}

/// What a browser asks for, if it is an answer to a link; and its page.
fn asked(mut stream: &TcpStream) -> Option<String> {
    stream.set_read_timeout(Some(ONE_ASK)).and(stream.set_write_timeout(Some(ONE_ASK))).ok()?;
    let mut lines = BufReader::new(stream.take(LONGEST)).lines().map_while(Result::ok);
    let first = lines.next()?;
    // A door that closes before it was told everything breaks the browser's answer.
    let _ = lines.find(String::is_empty);
    let path = first.strip_prefix("GET ")?.split(' ').next()?;
    let is_answer = path.strip_prefix(PATH).is_some_and(|rest| rest.starts_with('?'));
    let (status, page) = match is_answer {
        true => ("200 OK", "Hearth has it. You can close this page."),
        false => ("404 Not Found", "There is nothing here."),
    };
    let length = page.len();
    let head = format!("HTTP/1.1 {status}\r\ncontent-type: text/plain\r\ncontent-length: {length}\r\n");
    let _ = stream.write_all(format!("{head}connection: close\r\n\r\n{page}").as_bytes());
    is_answer.then(|| path.to_owned())
}

impl Terminal {
    fn line(&self) -> Option<String> {
        loop {
            match self.said.recv_timeout(PATIENCE) {
                Ok(Said::Line(line)) => return Some(line.trim().to_lowercase()),
                // A browser that comes back twice.
                Ok(Said::Back(_)) => {}
                Err(_) => return None,
            }
        }
    }
}

impl Person for Terminal {
    fn browse(&mut self, url: &str) -> Result<String, String> {
        let t = self.tongue;
        println!("   {}", t.pick("Open this in your browser:", "Agorwch hwn yn eich porwr:"));
        println!("\n{url}\n");
        println!(
            "   {}",
            t.pick(
                "Hearth waits for you here. Where your browser can’t come back by itself, paste the address it ended at:",
                "Mae Hearth yn aros amdanoch yma. Os na all eich porwr ddod yn ôl ei hun, gludwch y cyfeiriad lle daeth i ben:",
            )
        );
        let until = Instant::now() + PATIENCE;
        loop {
            let left = until.saturating_duration_since(Instant::now());
            match self.said.recv_timeout(left) {
                Ok(Said::Back(url)) => return Ok(url),
                Ok(Said::Line(line)) if line.contains("://") || line.contains(":/") => return Ok(line),
                Ok(Said::Line(_)) => {}
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {
                    let none = t.pick(
                        "No answer came from the browser. Nothing was changed: begin again when you like.",
                        "Ni ddaeth ateb o’r porwr. Ni newidiwyd dim: dechreuwch eto pan fynnwch.",
                    );
                    return Err(none.to_owned());
                }
            }
        }
    }

    fn once_more(&mut self) -> bool {
        let ask = "   Enter: sync once more. q and Enter: that is enough.";
        println!("{}", self.tongue.pick(ask, "   Enter: cysoni eto. q ac Enter: dyna ddigon."));
        self.line().is_some_and(|line| line != "q")
    }

    fn answer(&mut self, offer: &SuggestionView) -> Answer {
        let ask = self.tongue.pick("y: yes. n: no. Enter: later.", "y: ie. n: na. Enter: wedyn.");
        println!("   {}: {}  {ask}", offer.line, offer.offered);
        match self.line().as_deref() {
            Some("y") => Answer::Yes,
            Some("n") => Answer::No,
            _ => Answer::Later,
        }
    }
}
