//! The network, against a server of this process that answers with given bytes.

use super::*;
use crate::sync::http::Token;
use std::io::Write;
use std::net::TcpListener;
use std::sync::mpsc::{Receiver, channel};
use url::Url;

/// Answers each connection's first request with `bytes`, then closes; tells
/// what it was asked.
fn server(bytes: Vec<u8>) -> (Url, Receiver<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = Url::parse(&format!("http://{}/fhir", listener.local_addr().unwrap())).unwrap();
    let (tell, told) = channel();
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let Ok(mut stream) = stream else { return };
            let (mut asked, mut piece) = (Vec::new(), [0; 4096]);
            while !asked.windows(4).any(|end| end == b"\r\n\r\n") {
                match stream.read(&mut piece) {
                    Ok(read) if read > 0 => asked.extend_from_slice(&piece[..read]),
                    _ => break,
                }
            }
            if tell.send(String::from_utf8_lossy(&asked).into_owned()).is_err() {
                return;
            }
            let _ = stream.write_all(&bytes);
        }
    });
    (url, told)
}

fn answer(head: &str, body: &[u8]) -> Vec<u8> {
    let head = format!("HTTP/1.1 {head}\r\nconnection: close\r\ncontent-length: {}\r\n\r\n", body.len());
    [head.as_bytes(), body].concat()
}

fn get(url: &Url) -> Request {
    let mut request = Request::new(Method::Get, url.clone()).with("accept", "application/fhir+json");
    request.bearer = Some(Token::new("a-token".into()));
    request
}

fn send(request: &Request) -> Result<Response, HttpError> {
    RealHttp::on_this_machine().unwrap().send(request)
}

/// A gzip stream that unpacks to `matches` times 258 zero bytes, without its end:
/// DEFLATE (RFC 1951), one block of fixed codes, each match 13 bits long.
fn bomb(matches: usize) -> Vec<u8> {
    let mut bits: Vec<bool> = vec![true, true, false];
    let mut code = |value: u32, length: u32| {
        bits.extend((0..length).rev().map(|bit| value >> bit & 1 == 1));
    };
    code(0b0011_0000, 8);
    for _ in 0..matches {
        code(0b1100_0101, 8);
        code(0, 5);
    }
    let packed = bits.chunks(8).map(|byte| byte.iter().rev().fold(0, |sum, bit| sum << 1 | u8::from(*bit)));
    [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3].into_iter().chain(packed).collect()
}

#[test]
fn an_answer_comes_back_with_its_status_its_headers_and_its_body() {
    let head =
        "412 Precondition Failed\r\netag: W/\"3\"\r\nset-cookie: a=b\r\ndate: Thu, 26 Nov 2026 10:00:00 GMT";
    let (url, asked) = server(answer(head, b"{}"));
    let answer = send(&get(&url)).unwrap();
    assert_eq!((answer.status, answer.header("etag"), &answer.body[..]), (412, Some("W/\"3\""), &b"{}"[..]));
    assert_eq!(answer.header("date"), Some("Thu, 26 Nov 2026 10:00:00 GMT"));
    assert_eq!(answer.header("set-cookie"), None);
    let asked = asked.recv().unwrap().to_lowercase();
    for line in
        ["get /fhir http/1.1", "authorization: bearer a-token", "accept: application/fhir+json", "gzip"]
    {
        assert!(asked.contains(line), "{line} in {asked}");
    }
    assert!(!asked.contains("cookie") && !asked.contains("referer"));
}

#[test]
fn a_redirect_is_not_followed_and_the_token_goes_nowhere_else() {
    let (elsewhere, asked_there) = server(answer("200 OK", b"stolen"));
    let (url, asked) = server(answer(&format!("302 Found\r\nlocation: {elsewhere}"), b""));
    let answer = send(&get(&url)).unwrap();
    assert_eq!((answer.status, answer.header("location")), (302, Some(elsewhere.as_str())));
    assert!(asked.recv().is_ok());
    assert!(asked_there.try_recv().is_err());
}

#[test]
fn an_answer_larger_than_asked_for_is_refused_said_or_not() {
    let (url, _asked) = server(answer("200 OK", &[b'x'; 2000]));
    let mut request = get(&url);
    request.most = 1999;
    assert_eq!(send(&request).unwrap_err(), HttpError::TooLarge);
    request.most = 2000;
    assert_eq!(send(&request).unwrap().body.len(), 2000);
    let unsaid = [b"HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n".as_slice(), &[b'x'; 2000]].concat();
    let (url, _asked) = server(unsaid);
    request.url = url;
    assert_eq!(send(&request).unwrap().body.len(), 2000);
    request.most = 1999;
    assert_eq!(send(&request).unwrap_err(), HttpError::TooLarge);
}

#[test]
fn a_gzip_bomb_is_unpacked_no_further_than_the_cap() {
    // 1 GiB in 7 MB, and its end never comes.
    let packed = bomb(1024 * 1024 * 1024 / 258);
    let (url, _asked) = server(answer("200 OK\r\ncontent-encoding: gzip", &packed));
    let mut request = get(&url);
    request.most = 100_000;
    assert_eq!(send(&request).unwrap_err(), HttpError::TooLarge);
}

#[test]
fn a_packed_answer_comes_back_unpacked() {
    // The end of the block, then the sum and the length that gzip ends with.
    let zeros = vec![0; 2 * 258 + 1];
    let mut bits = 3 + 8 + 2 * 13;
    let mut packed = bomb(2);
    bits += 7;
    packed.resize(10 + bits / 8 + usize::from(bits % 8 > 0), 0);
    packed.extend_from_slice(&crc32(&zeros).to_le_bytes());
    packed.extend_from_slice(&(zeros.len() as u32).to_le_bytes());
    let (url, _asked) = server(answer("200 OK\r\ncontent-encoding: gzip", &packed));
    assert_eq!(&send(&get(&url)).unwrap().body[..], zeros);
}

/// RFC 1952's sum.
fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0, |sum, byte| {
        (0..8).fold(
            sum ^ u32::from(*byte),
            |sum, _| if sum & 1 == 1 { sum >> 1 ^ 0xedb8_8320 } else { sum >> 1 },
        )
    })
}

#[test]
fn an_answer_that_ends_early_was_cut() {
    let (url, _asked) = server(b"HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nhalf".to_vec());
    assert_eq!(send(&get(&url)).unwrap_err(), HttpError::Cut);
    let (url, _asked) = server(Vec::new());
    assert_eq!(send(&get(&url)).unwrap_err(), HttpError::Cut);
    let (url, _asked) = server(b"<html>this is not HTTP".to_vec());
    assert_eq!(send(&get(&url)).unwrap_err(), HttpError::Cut);
}

#[test]
fn nobody_there_is_told_from_somebody_who_is_silent() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = Url::parse(&format!("http://{}/", listener.local_addr().unwrap())).unwrap();
    let mut request = get(&url);
    request.within = Duration::from_millis(50);
    assert_eq!(send(&request).unwrap_err(), HttpError::TimedOut);
    drop(listener);
    request.within = LONGEST;
    assert_eq!(send(&request).unwrap_err(), HttpError::NoConnection);
}

#[test]
fn a_server_that_cannot_prove_who_it_is_is_refused() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let secure = Url::parse(&format!("https://{}/fhir", listener.local_addr().unwrap())).unwrap();
    std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut hello = [0; 512];
        let _ = stream.read(&mut hello);
        let _ = stream.write_all(&answer("200 OK", b"{}"));
    });
    assert_eq!(send(&get(&secure)).unwrap_err(), HttpError::NotProven);
}

#[test]
fn nothing_goes_to_another_machine_in_clear() {
    let request = get(&Url::parse("http://practice.example/fhir").unwrap());
    assert_eq!(send(&request).unwrap_err(), HttpError::NotSafe);
}

#[test]
fn a_persons_phone_asks_no_machine_of_a_private_network_whatever_it_is_called() {
    let (url, asked) = server(answer("200 OK", b"{}"));
    let phone = RealHttp::new().unwrap();
    assert_eq!(phone.send(&get(&url)).unwrap_err(), HttpError::NotSafe);
    for address in ["https://10.0.0.1/", "https://[::1]/", "https://169.254.169.254/", "https://router.lan/"]
    {
        let request = get(&Url::parse(address).unwrap());
        assert_eq!(phone.send(&request).unwrap_err(), HttpError::NotSafe, "{address}");
    }
    assert!(asked.try_recv().is_err());
}

#[test]
fn a_name_that_leads_into_a_private_network_is_not_asked() {
    // The one name that leads inside everywhere. Nobody listens there with a proof of who they are.
    let send = |reach| {
        let client = Client::builder().tls_backend_preconfigured(tls().unwrap()).no_proxy();
        let client = client.dns_resolver(Arc::new(Names(reach))).build().unwrap();
        told(&client.get("https://localhost:9/").timeout(LONGEST).send().unwrap_err())
    };
    assert_eq!(send(Reach::Public), HttpError::NotSafe);
    assert!(matches!(send(Reach::ThisMachine), HttpError::NoConnection | HttpError::NotProven));
}

#[test]
fn of_what_a_name_leads_to_only_the_open_part_is_asked() {
    let all: Vec<SocketAddr> =
        ["10.0.0.1:0", "93.184.216.34:0", "[fd00::1]:0", "[2002:a00:1::]:0", "127.0.0.1:0"]
            .iter()
            .map(|at| at.parse().unwrap())
            .collect();
    let left = |reach| open(all.clone(), reach).unwrap().map(|at| at.to_string()).collect::<Vec<_>>();
    assert_eq!(left(Reach::Public), ["93.184.216.34:0"]);
    assert_eq!(left(Reach::ThisMachine), ["93.184.216.34:0", "127.0.0.1:0"]);
}
