//! One question and one answer over HTTP, and nothing of how they travel. All of
//! sync is written against [`Http`], so that every fault of a network or a server
//! can be played in one process, from a seed.

use std::fmt;
use std::time::Duration;
use url::{Host, Url};
use zeroize::Zeroizing;

/// The most bytes of one answer that are ever read, after unpacking: 64 MiB.
/// What asks says how many it wants of these ([`Request::most`]).
pub const MAX_BODY: usize = 64 * 1024 * 1024;
/// How long one question may take, from the first byte sent to the last read.
pub const LONGEST: Duration = Duration::from_secs(30);
/// The longest header that is read; longer ones are as if they were not there.
pub const MAX_HEADER: usize = 4096;

/// Sends one request and gives back the answer, whatever its status. Never
/// follows a redirect, never sends twice of its own accord.
pub trait Http: Send + Sync {
    /// Sends it.
    ///
    /// # Errors
    /// [`HttpError`]: there was no whole answer. What was sent may have arrived.
    fn send(&self, request: &Request) -> Result<Response, HttpError>;
}

impl<H: Http + ?Sized> Http for &H {
    fn send(&self, request: &Request) -> Result<Response, HttpError> {
        (**self).send(request)
    }
}

impl<H: Http + ?Sized> Http for std::sync::Arc<H> {
    fn send(&self, request: &Request) -> Result<Response, HttpError> {
        (**self).send(request)
    }
}

/// What is to be done with the resource named.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Method {
    /// Read.
    Get,
    /// Make, or ask in a body.
    Post,
    /// Put in place.
    Put,
    /// Take away.
    Delete,
}

impl Method {
    /// As it is written.
    pub fn name(self) -> &'static str {
        match self {
            Method::Get => "GET",
            Method::Post => "POST",
            Method::Put => "PUT",
            Method::Delete => "DELETE",
        }
    }
}

/// A token: whoever has it may read the record. Prints `[redacted]`, and its
/// bytes are wiped when it is dropped.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(Zeroizing<String>);

impl Token {
    /// Takes a token as it came.
    pub fn new(text: String) -> Self {
        Self(Zeroizing::new(text))
    }

    /// The token itself, to be sent or sealed.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

/// One question. `Debug` shows the method and the server, nothing of a person.
#[derive(Clone)]
pub struct Request {
    /// What is to be done.
    pub method: Method,
    /// Where.
    pub url: Url,
    /// More headers, names in small letters.
    pub headers: Vec<(&'static str, String)>,
    /// The token to be sent with it.
    pub bearer: Option<Token>,
    /// What is sent.
    pub body: Option<Zeroizing<Vec<u8>>>,
    /// The most bytes that the answer may have, up to [`MAX_BODY`].
    pub most: usize,
    /// How long it may take, up to [`LONGEST`].
    pub within: Duration,
}

impl Request {
    /// A question with nothing but an address; an answer of up to 1 MiB.
    pub fn new(method: Method, url: Url) -> Self {
        let headers = Vec::new();
        Self { method, url, headers, bearer: None, body: None, most: 1024 * 1024, within: LONGEST }
    }

    /// With a header.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    /// With a body of this type.
    #[must_use]
    pub fn sending(self, content_type: &str, body: Vec<u8>) -> Self {
        let mut request = self.with("content-type", content_type);
        request.body = Some(Zeroizing::new(body));
        request
    }

    /// A header that it has.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(found, _)| *found == name).map(|(_, value)| value.as_str())
    }
}

impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.method.name(), self.url.origin().ascii_serialization())
    }
}

/// One answer. `Debug` shows the status and how much there is.
#[derive(Clone, Default)]
pub struct Response {
    /// The status.
    pub status: u16,
    /// Its headers, names in small letters.
    pub headers: Vec<(String, String)>,
    /// What it holds, unpacked.
    pub body: Zeroizing<Vec<u8>>,
}

impl Response {
    /// A header.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(found, _)| found == name).map(|(_, value)| value.as_str())
    }

    /// Whether it says that all went well.
    pub fn is_success(&self) -> bool {
        (200..300).contains(&self.status)
    }
}

impl fmt::Debug for Response {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Response({}, {} bytes)", self.status, self.body.len())
    }
}

/// Why there was no whole answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum HttpError {
    /// The server could not be reached: no signal, no such name, nobody there.
    /// Nothing was sent.
    #[error("the server could not be reached")]
    NoConnection,
    /// It took longer than it may.
    #[error("the server took too long")]
    TimedOut,
    /// The connection was cut before the answer was whole.
    #[error("the connection was cut")]
    Cut,
    /// The answer was larger than it may be.
    #[error("the answer was too large")]
    TooLarge,
    /// The server could not prove who it is.
    #[error("the server could not prove who it is")]
    NotProven,
    /// The address is not one that anything is sent to: see [`is_safe`].
    #[error("the address is not a safe one")]
    NotSafe,
}

/// Whether anything may be sent to an address: https, or http on this machine
/// itself (a demonstration, a test); no name or password in it.
pub fn is_safe(url: &Url) -> bool {
    let scheme = url.scheme() == "https" || (url.scheme() == "http" && is_loopback(url));
    scheme && url.host().is_some() && url.username().is_empty() && url.password().is_none()
}

/// Whether an address is this machine itself.
pub fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Ipv4(ip)) => ip.is_loopback(),
        Some(Host::Ipv6(ip)) => ip.is_loopback(),
        Some(Host::Domain(name)) => name == "localhost",
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn url(text: &str) -> Url {
        Url::parse(text).unwrap()
    }

    #[test]
    fn nothing_is_sent_in_clear_but_to_this_machine_itself() {
        let safe = [
            "https://practice.example/fhir",
            "http://127.0.0.1:9000/",
            "http://[::1]:1/",
            "http://localhost/x",
        ];
        let unsafe_ones = [
            "http://practice.example/fhir",
            "http://127.0.0.1.practice.example/",
            "http://localhost.practice.example/",
            "http://10.0.0.1/",
            "ftp://127.0.0.1/",
            "file:///etc/passwd",
            "https://user:pass@practice.example/",
            "https://user@practice.example/",
            "data:text/plain,x",
        ];
        assert!(safe.iter().all(|text| is_safe(&url(text))));
        for text in unsafe_ones {
            assert!(!is_safe(&url(text)), "{text}");
        }
    }

    #[test]
    fn what_is_printed_of_a_request_tells_no_token_no_patient_and_no_words() {
        let mut request =
            Request::new(Method::Put, url("https://practice.example/fhir/Patient/canary?x=canary"))
                .with("if-match", "canary")
                .sending("application/fhir+json", b"canary".to_vec());
        request.bearer = Some(Token::new("canary".into()));
        let body = Zeroizing::new(b"canary".to_vec());
        let answer = Response { status: 200, headers: vec![("etag".into(), "canary".into())], body };
        let shown = format!("{request:?} {answer:?} {:?}", request.bearer);
        assert_eq!(shown, "PUT https://practice.example Response(200, 6 bytes) Some([redacted])");
    }
}
