//! HTTP as it really travels: TLS 1.2 or later, Mozilla's roots, this process
//! only, no proxy of the system's choosing, no cookies, no redirects, and only
//! machines of the open network, also where a name leads to another.

use super::http::{Http, HttpError, LONGEST, MAX_BODY, MAX_HEADER, Method, Request, Response};
use super::reach::{Reach, is_private_ip};
use core::net::SocketAddr;
use reqwest::blocking::Client;
use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use reqwest::redirect::Policy;
use std::io::Read;
use std::sync::Arc;
use std::time::Duration;
use zeroize::Zeroizing;

/// How long to wait for a server to take up the connection.
const CONNECT: Duration = Duration::from_secs(10);
/// The headers that anything here reads.
const READ: [&str; 6] = ["etag", "last-modified", "location", "retry-after", "date", "content-type"];

/// The network.
pub struct RealHttp {
    client: Client,
    reach: Reach,
}

impl RealHttp {
    /// Makes a client, with a thread of its own that carries its connections. It
    /// asks machines of the open network and no other.
    ///
    /// # Errors
    /// [`HttpError::NoConnection`] where the system gives no thread for it.
    pub fn new() -> Result<Self, HttpError> {
        Self::reaching(Reach::Public)
    }

    /// Makes a client that asks this machine too: for a demonstration or a test,
    /// never for a person's phone.
    ///
    /// # Errors
    /// As [`RealHttp::new`].
    pub fn on_this_machine() -> Result<Self, HttpError> {
        Self::reaching(Reach::ThisMachine)
    }

    /// Makes a client that asks these machines.
    ///
    /// # Errors
    /// As [`RealHttp::new`].
    pub fn reaching(reach: Reach) -> Result<Self, HttpError> {
        let client = Client::builder()
            .tls_backend_preconfigured(tls()?)
            .redirect(Policy::none())
            .retry(reqwest::retry::never())
            .no_proxy()
            .dns_resolver(Arc::new(Names(reach)))
            .referer(false)
            .connect_timeout(CONNECT)
            .timeout(LONGEST)
            .user_agent(concat!("Hearth/", env!("CARGO_PKG_VERSION")))
            .build()
            .map_err(|_| HttpError::NoConnection)?;
        Ok(Self { client, reach })
    }
}

/// The roots are Mozilla's, shipped with the app: what a phone's owner or
/// employer added to the system is not asked, and no Java is needed on Android.
fn tls() -> Result<rustls::ClientConfig, HttpError> {
    let mut roots = rustls::RootCertStore::empty();
    roots.add_parsable_certificates(webpki_root_certs::TLS_SERVER_ROOT_CERTS.iter().cloned());
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|_| HttpError::NotProven)?;
    Ok(config.with_root_certificates(roots).with_no_client_auth())
}

/// Looks names up, and gives of what they lead to only what may be asked. It is
/// done anew for each connection, and what was looked up is what is connected
/// to, so a name that leads elsewhere the second time gains nothing.
struct Names(Reach);

/// A name led only to machines that are not asked.
#[derive(Debug, thiserror::Error)]
#[error("the name leads into a private network")]
struct LeadsInside;

impl Resolve for Names {
    fn resolve(&self, name: Name) -> Resolving {
        let reach = self.0;
        Box::pin(async move {
            let found = tokio::net::lookup_host((name.as_str(), 0)).await?.collect();
            Ok(open(found, reach)?)
        })
    }
}

/// Of these addresses, those that may be asked.
fn open(found: Vec<SocketAddr>, reach: Reach) -> Result<Addrs, LeadsInside> {
    let here = |at: &SocketAddr| reach == Reach::ThisMachine && at.ip().to_canonical().is_loopback();
    let may: Vec<SocketAddr> = found.into_iter().filter(|at| !is_private_ip(at.ip()) || here(at)).collect();
    if may.is_empty() { Err(LeadsInside) } else { Ok(Box::new(may.into_iter())) }
}

impl Http for RealHttp {
    fn send(&self, request: &Request) -> Result<Response, HttpError> {
        if !self.reach.allows(&request.url) {
            return Err(HttpError::NotSafe);
        }
        let method = match request.method {
            Method::Get => reqwest::Method::GET,
            Method::Post => reqwest::Method::POST,
            Method::Put => reqwest::Method::PUT,
            Method::Delete => reqwest::Method::DELETE,
        };
        let mut sending =
            self.client.request(method, request.url.clone()).timeout(request.within.min(LONGEST));
        for (name, value) in &request.headers {
            sending = sending.header(*name, value);
        }
        if let Some(token) = &request.bearer {
            sending = sending.bearer_auth(token.expose());
        }
        if let Some(body) = &request.body {
            sending = sending.body(body.to_vec());
        }
        let answer = sending.send().map_err(|error| told(&error))?;
        let most = request.most.min(MAX_BODY);
        if answer.content_length().is_some_and(|length| length > most as u64) {
            return Err(HttpError::TooLarge);
        }
        let status = answer.status().as_u16();
        let header = |name: &&str| {
            let value =
                answer.headers().get(*name)?.to_str().ok().filter(|value| value.len() <= MAX_HEADER)?;
            Some(((*name).to_owned(), value.to_owned()))
        };
        let headers = READ.iter().filter_map(header).collect();
        let mut body = Zeroizing::new(Vec::new());
        // Counted as it is unpacked: a bomb ends where the cap is.
        answer.take(most as u64 + 1).read_to_end(&mut body).map_err(|error| cut(&error))?;
        if body.len() > most { Err(HttpError::TooLarge) } else { Ok(Response { status, headers, body }) }
    }
}

fn told(error: &reqwest::Error) -> HttpError {
    if error.is_timeout() {
        HttpError::TimedOut
    } else if leads_inside(error) {
        HttpError::NotSafe
    } else if proves_nothing(error) {
        HttpError::NotProven
    } else if error.is_connect() {
        HttpError::NoConnection
    } else {
        HttpError::Cut
    }
}

fn leads_inside(error: &(dyn std::error::Error + 'static)) -> bool {
    error.is::<LeadsInside>() || error.source().is_some_and(leads_inside)
}

/// Whether TLS is why. An I/O error names what it wraps, not as its source.
fn proves_nothing(error: &(dyn std::error::Error + 'static)) -> bool {
    let within = error.downcast_ref::<std::io::Error>().and_then(std::io::Error::get_ref);
    error.is::<rustls::Error>()
        || within.is_some_and(|inner| proves_nothing(inner))
        || error.source().is_some_and(proves_nothing)
}

fn cut(error: &std::io::Error) -> HttpError {
    let timed_out = error.kind() == std::io::ErrorKind::TimedOut
        || error
            .get_ref()
            .and_then(|inner| inner.downcast_ref::<reqwest::Error>())
            .is_some_and(reqwest::Error::is_timeout);
    if timed_out { HttpError::TimedOut } else { HttpError::Cut }
}

#[cfg(test)]
mod tests;
