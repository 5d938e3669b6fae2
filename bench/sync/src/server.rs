//! The practice of the tests behind HTTP/1.1 on this machine. It speaks of itself
//! under its own name, so addresses are changed on the way in and out.

use hearth_core::sync::http::{Http, Method, Request, Response, Token};
use hearth_tests::practice::{BASE, Practice};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use url::Url;

/// Who gives the tokens there.
const LOGIN: &str = "https://login.practice.example";
/// The headers that the practice reads.
const READ: [&str; 6] = ["if-match", "if-none-match", "if-none-exist", "content-type", "accept", "prefer"];

/// Serves a practice, for clients that reach it at `outside`; counts the requests
/// that write in `writes`.
pub fn serve(practice: Arc<Practice>, outside: u16, listener: TcpListener, writes: Arc<AtomicU64>) {
    thread::spawn(move || {
        for stream in listener.incoming().filter_map(Result::ok) {
            let (practice, writes) = (Arc::clone(&practice), Arc::clone(&writes));
            thread::spawn(move || {
                while let Some(method) = answer(&practice, outside, &stream) {
                    if method != Method::Get {
                        writes.fetch_add(1, Ordering::SeqCst);
                    }
                }
            });
        }
    });
}

/// A free port of this machine.
pub fn listen() -> std::io::Result<(TcpListener, u16)> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    let port = listener.local_addr()?.port();
    Ok((listener, port))
}

/// The practice's base as clients see it.
pub fn base(port: u16) -> String {
    format!("http://127.0.0.1:{port}/fhir")
}

fn login(port: u16) -> String {
    format!("http://127.0.0.1:{port}/login")
}

/// A text of the practice's, as clients see it.
pub fn outward(text: &str, port: u16) -> String {
    text.replace(BASE, &base(port)).replace(LOGIN, &login(port))
}

/// A text of a client's, as the practice sees it.
pub fn inward(text: &str, port: u16) -> String {
    text.replace(&base(port), BASE).replace(&login(port), LOGIN)
}

/// Answers one question on a connection, and says what it was; none where it has
/// ended.
fn answer(practice: &Practice, port: u16, mut stream: &TcpStream) -> Option<Method> {
    let mut reader = BufReader::new(stream);
    let (mut line, mut headers) = (String::new(), Vec::new());
    reader.read_line(&mut line).ok().filter(|read| *read > 0)?;
    let mut parts = line.split(' ');
    let method = match parts.next()? {
        "GET" => Method::Get,
        "PUT" => Method::Put,
        "POST" => Method::Post,
        _ => Method::Delete,
    };
    let url = inward(&format!("http://127.0.0.1:{port}{}", parts.next()?), port);
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).ok()?;
        let Some((name, value)) = line.split_once(':') else { break };
        headers.push((name.to_lowercase(), value.trim().to_owned()));
    }
    let header = |name: &str| headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.clone());
    let length = header("content-length").and_then(|text| text.parse().ok()).unwrap_or(0);
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    let mut request = Request::new(method, Url::parse(&url).ok()?);
    request.most = 64 * 1024 * 1024;
    request.headers = READ.iter().filter_map(|name| Some((*name, header(name)?))).collect();
    let bearer = header("authorization");
    request.bearer = bearer.and_then(|text| Some(Token::new(text.strip_prefix("Bearer ")?.to_owned())));
    if length > 0 {
        request.body = Some(inward(&String::from_utf8(body).ok()?, port).into_bytes().into());
    }
    let said = practice.send(&request).ok()?;
    stream.write_all(&written(&said, port)?).ok()?;
    Some(method)
}

fn written(said: &Response, port: u16) -> Option<Vec<u8>> {
    let body = outward(std::str::from_utf8(&said.body).ok()?, port);
    let mut text = format!("HTTP/1.1 {} said\r\n", said.status);
    for (name, value) in &said.headers {
        text.push_str(&format!("{name}: {}\r\n", outward(value, port)));
    }
    // 204 has no body, and no length of one.
    if said.status != 204 {
        text.push_str(&format!("content-length: {}\r\n", body.len()));
    }
    Some(format!("{text}\r\n{body}").into_bytes())
}
