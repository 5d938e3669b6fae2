//! The simplest client that can speak with a server on this machine: HTTP/1.1
//! over a plain connection, one request each. On purpose not the client that
//! Hearth itself uses: what a practice holds is looked at with other eyes.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpStream};
use std::time::Duration;

/// The longest wait for a server's next bytes.
const PATIENCE: Duration = Duration::from_secs(60);
/// The largest answer that is read: 64 MiB.
const MOST: u64 = 64 * 1024 * 1024;

/// What came back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The status, 200 and so on.
    pub status: u16,
    /// Names in small letters, and values, in the order they came.
    pub headers: Vec<(String, String)>,
    /// The body, whole.
    pub body: Vec<u8>,
}

impl Answer {
    /// The first header of this name (in small letters).
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(found, _)| found == name).map(|(_, value)| value.as_str())
    }

    /// The body as JSON; null where it is none.
    #[must_use]
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body).unwrap_or_default()
    }

    /// The status and the start of the body, for a sentence of what went wrong.
    #[must_use]
    pub fn shown(&self) -> String {
        let start = String::from_utf8_lossy(&self.body).chars().take(400).collect::<String>();
        format!("{} {start}", self.status)
    }
}

/// A request on its way.
#[derive(Clone, Debug)]
pub struct Ask {
    method: &'static str,
    url: String,
    headers: Vec<(String, String)>,
    body: Option<Vec<u8>>,
}

impl Ask {
    /// A request with no body.
    #[must_use]
    pub fn new(method: &'static str, url: impl Into<String>) -> Self {
        Self { method, url: url.into(), headers: Vec::new(), body: None }
    }

    /// With one header more.
    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// With a token.
    #[must_use]
    pub fn bearer(self, token: &str) -> Self {
        self.with("authorization", &format!("Bearer {token}"))
    }

    /// With a body of this type.
    #[must_use]
    pub fn sending(mut self, kind: &str, body: impl Into<Vec<u8>>) -> Self {
        self.body = Some(body.into());
        self.with("content-type", kind)
    }

    /// With a form.
    #[must_use]
    pub fn form(self, pairs: &[(&str, &str)]) -> Self {
        self.sending("application/x-www-form-urlencoded", query(pairs))
    }

    /// Sends it.
    ///
    /// # Errors
    /// A sentence: an address that is not on this machine, or no whole answer.
    pub fn send(&self) -> Result<Answer, String> {
        self.tried().map_err(|why| format!("{} {}: {why}", self.method, self.url))
    }

    fn tried(&self) -> Result<Answer, String> {
        let (port, path) = on_this_machine(&self.url).ok_or("not an address on this machine")?;
        let text = |error: std::io::Error| error.to_string();
        let to = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
        let mut stream = TcpStream::connect_timeout(&to, PATIENCE).map_err(text)?;
        stream.set_read_timeout(Some(PATIENCE)).map_err(text)?;
        stream.set_write_timeout(Some(PATIENCE)).map_err(text)?;
        let mut head =
            format!("{} {path} HTTP/1.1\r\nhost: 127.0.0.1:{port}\r\nconnection: close\r\n", self.method);
        for (name, value) in &self.headers {
            if value.contains(['\r', '\n']) {
                return Err(format!("{name} has more than one line"));
            }
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        let body = self.body.as_deref();
        if let Some(body) = body {
            head.push_str(&format!("content-length: {}\r\n", body.len()));
        }
        head.push_str("\r\n");
        stream.write_all(&[head.as_bytes(), body.unwrap_or_default()].concat()).map_err(text)?;
        let mut all = Vec::new();
        stream.take(MOST).read_to_end(&mut all).map_err(text)?;
        read(&all).ok_or_else(|| format!("no whole answer in {} bytes", all.len()))
    }
}

/// The port and the path of `http://127.0.0.1:PORT/path`.
fn on_this_machine(url: &str) -> Option<(u16, &str)> {
    let rest = url.strip_prefix("http://127.0.0.1:")?;
    let (port, path) = rest.find('/').map_or((rest, "/"), |at| rest.split_at(at));
    let plain = path.bytes().all(|byte| byte.is_ascii_graphic());
    plain.then_some(())?;
    Some((port.parse().ok()?, path))
}

/// Reads a whole answer; none where part of it is missing.
fn read(all: &[u8]) -> Option<Answer> {
    let end = all.windows(4).position(|four| four == b"\r\n\r\n")?;
    let (head, rest) = (std::str::from_utf8(all.get(..end)?).ok()?, all.get(end + 4..)?);
    let mut lines = head.split("\r\n");
    let status = lines.next()?.strip_prefix("HTTP/1.1 ")?.get(..3)?.parse().ok()?;
    let pair =
        |line: &str| line.split_once(':').map(|(name, value)| (name.to_lowercase(), value.trim().to_owned()));
    let headers: Vec<(String, String)> = lines.map(pair).collect::<Option<_>>()?;
    let mut answer = Answer { status, headers, body: Vec::new() };
    answer.body = if answer.header("transfer-encoding").is_some_and(|how| how.eq_ignore_ascii_case("chunked"))
    {
        unchunked(rest)?
    } else {
        match answer.header("content-length") {
            Some(length) => rest.get(..length.parse().ok()?)?.to_vec(),
            None => rest.to_vec(),
        }
    };
    Some(answer)
}

fn unchunked(mut rest: &[u8]) -> Option<Vec<u8>> {
    let mut body = Vec::new();
    loop {
        let line = rest.windows(2).position(|two| two == b"\r\n")?;
        let size = std::str::from_utf8(rest.get(..line)?).ok()?;
        let size = usize::from_str_radix(size.split(';').next()?.trim(), 16).ok()?;
        rest = rest.get(line + 2..)?;
        if size == 0 {
            return Some(body);
        }
        body.extend(rest.get(..size)?);
        rest = rest.get(size.checked_add(2)?..)?;
    }
}

/// Names and values as they stand in an address or a form.
#[must_use]
pub fn query(pairs: &[(&str, &str)]) -> String {
    let pair = |(name, value): &(&str, &str)| format!("{}={}", encoded(name), encoded(value));
    pairs.iter().map(pair).collect::<Vec<_>>().join("&")
}

fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

/// The value of a name in the question of an address.
#[must_use]
pub fn in_query(url: &str, name: &str) -> Option<String> {
    let query = url.split_once('?')?.1;
    let query = query.split('#').next()?;
    let value = query.split('&').find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='))?;
    let (mut out, mut bytes) = (Vec::new(), value.bytes());
    while let Some(byte) = bytes.next() {
        out.push(match byte {
            b'%' => {
                let mut digit = || char::from(bytes.next()?).to_digit(16);
                u8::try_from(digit()? * 16 + digit()?).ok()?
            }
            b'+' => b' ',
            plain => plain,
        });
    }
    String::from_utf8(out).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_read_whole_or_not_at_all() {
        let plain = b"HTTP/1.1 201 Created\r\nETag: W/\"1\"\r\nContent-Length: 4\r\n\r\nbody";
        let answer = read(plain).unwrap();
        assert_eq!((answer.status, answer.header("etag")), (201, Some("W/\"1\"")));
        assert_eq!(answer.body, b"body");
        let chunked =
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nbod\r\n1;x=y\r\ny\r\n0\r\n\r\n";
        assert_eq!(read(chunked).unwrap().body, b"body");
        for cut in 1..=4 {
            assert_eq!(read(&plain[..plain.len() - cut]), None);
        }
        assert_eq!(read(&chunked[..chunked.len() - 5]), None);
        assert_eq!(read(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\nx"), None);
    }

    #[test]
    fn nothing_is_sent_to_another_machine() {
        assert_eq!(on_this_machine("http://127.0.0.1:80/fhir?x=1"), Some((80, "/fhir?x=1")));
        assert_eq!(on_this_machine("http://127.0.0.1:80"), Some((80, "/")));
        for other in [
            "http://localhost:80/",
            "https://127.0.0.1:80/",
            "http://127.0.0.1:80@x/",
            "http://127.0.0.1:80/a b",
        ] {
            assert_eq!(on_this_machine(other), None, "{other}");
        }
    }

    #[test]
    fn what_is_put_in_a_question_is_found_in_it() {
        let text = "launch/patient & 50 %+é";
        let url = format!("example.hearth:/linked?{}#end", query(&[("a", "1"), ("state", text)]));
        assert_eq!(in_query(&url, "state").as_deref(), Some(text));
        assert_eq!(in_query(&url, "stat"), None);
        assert_eq!(in_query("x:/y?a=b+c", "a").as_deref(), Some("b c"));
    }
}
