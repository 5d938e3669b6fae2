//! A door on this machine's own loopback, for a phone that is another program: HTTP, one question a
//! connection. What stands behind it says what it answers.

use hearth_core::sync::http::Response;
use std::collections::BTreeMap;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

/// The longest question that is read.
const LONGEST: u64 = 16 * 1024 * 1024;
/// How long one is waited for, and may be held back.
pub const HELD: Duration = Duration::from_secs(20);

/// A question as it came.
pub struct Asked {
    /// `GET`, `POST` and so on.
    pub method: String,
    /// What is asked for: the path and what follows it.
    pub path: String,
    /// By name, in small letters.
    pub headers: BTreeMap<String, String>,
    /// What came with it; "" for nothing.
    pub body: String,
}

/// Opens a door; it stays open as long as the process. `behind` is given its address, and gives what
/// answers: nothing hangs up. Returns the address.
///
/// # Errors
/// Where this machine gives no port.
pub fn open<Answer>(behind: impl FnOnce(&str) -> Answer) -> io::Result<String>
where
    Answer: Fn(&Asked) -> Option<Response> + Send + Sync + 'static,
{
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    let address = format!("http://127.0.0.1:{}", listener.local_addr()?.port());
    let answer = Arc::new(behind(&address));
    thread::spawn(move || {
        for stream in listener.incoming().filter_map(Result::ok) {
            let answer = Arc::clone(&answer);
            thread::spawn(move || {
                if let Some(response) = read(&stream).and_then(|asked| answer(&asked)) {
                    // A phone that has gone away asks again.
                    let _ = write(&stream, &response);
                }
            });
        }
    });
    Ok(address)
}

fn read(stream: &TcpStream) -> Option<Asked> {
    stream.set_read_timeout(Some(HELD)).ok()?;
    let mut lines = BufReader::new(stream.take(LONGEST));
    let mut line = || {
        let mut line = String::new();
        lines.read_line(&mut line).ok()?;
        Some(line.trim_end().to_owned())
    };
    let first = line()?;
    let mut words = first.split(' ');
    let (method, path) = (words.next()?.to_owned(), words.next()?.to_owned());
    let mut headers = BTreeMap::new();
    loop {
        let line = line()?;
        let Some((name, value)) = line.split_once(':') else { break };
        headers.insert(name.to_lowercase(), value.trim().to_owned());
    }
    let length = headers.get("content-length").and_then(|text| text.parse().ok()).unwrap_or(0);
    let mut body = vec![0; usize::try_from(length).ok().filter(|length| *length as u64 <= LONGEST)?];
    lines.read_exact(&mut body).ok()?;
    Some(Asked { method, path, headers, body: String::from_utf8(body).ok()? })
}

fn write(mut stream: &TcpStream, response: &Response) -> io::Result<()> {
    let mut head = format!("HTTP/1.1 {} \r\nconnection: close\r\n", response.status);
    for (name, value) in &response.headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    head.push_str(&format!("content-length: {}\r\n\r\n", response.body.len()));
    stream.write_all(head.as_bytes())?;
    stream.write_all(&response.body)
}
