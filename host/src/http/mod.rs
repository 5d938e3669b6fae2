//! What is asked of the host and what it answers.

pub mod answer;
mod mailbox;
mod owner;
mod read;
mod viewer;

pub use viewer::policy;

use crate::engine::{Engine, Fault, read as look};
use crate::limits::{self, Rate};
use crate::observe::{self, Figures};
use crate::secret::{Capability, Secrets, Tag, secret_tag};
use crate::store::marks;
use answer::{Refused, json_answer};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::rejection::QueryRejection;
use axum::extract::{FromRequestParts, MatchedPath, Query, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{delete, get, post, put};
use serde::de::DeserializeOwned;
use serde_json::json;
use std::net::IpAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use tokio::sync::Semaphore;

/// What tells the time: seconds since 1970.
pub type Clock = Arc<dyn Fn() -> i64 + Send + Sync>;

/// Work that must not be broken off when whoever asked goes away.
pub const RUNNING: u32 = 1_024;

/// A host: its databases, its secrets, its limits.
pub struct Host {
    /// Shares, files, mailboxes.
    pub main: Arc<dyn Engine>,
    /// End marks, apart.
    pub marks: Arc<dyn Engine>,
    /// The pepper and what is derived from it.
    pub secrets: Secrets,
    /// Where links point: `https://share.example`, no slash at its end.
    pub origin: String,
    /// The time.
    pub clock: Clock,
    /// How often one address may ask.
    pub per_address: Rate,
    /// How often one share or mailbox may be asked for.
    pub per_name: Rate,
    /// How many proxies stand before the host, whose word on the address is believed.
    pub proxies: usize,
    /// Passcodes that are looked at at once.
    pub argon: Arc<Semaphore>,
    /// Passcodes that wait to be looked at.
    pub waiting: AtomicUsize,
    /// Work that must not be broken off, up to [`RUNNING`].
    pub running: Arc<Semaphore>,
    /// Whether new work is welcome.
    pub is_ready: AtomicBool,
    /// Whether each request has its line in the log.
    pub is_logged: bool,
    /// What is counted.
    pub figures: Figures,
}

impl Host {
    /// The time.
    pub fn now(&self) -> i64 {
        (self.clock)()
    }

    /// Whether an end mark stands, for any of these.
    async fn is_marked(&self, tags: &[Tag]) -> Result<bool, Fault> {
        let tags = tags.to_vec();
        look(&*self.marks, move |tx| {
            for tag in &tags {
                if marks::find(tx, tag)?.is_some() {
                    return Ok(true);
                }
            }
            Ok(false)
        })
        .await
    }
}

type Shared = State<Arc<Host>>;
type Said = Result<Response, Refused>;
type Read<T> = Result<Query<T>, QueryRejection>;

/// Everything that is answered to the world.
pub fn router(host: Arc<Host>) -> Router {
    Router::new()
        .route("/", get(viewer::page))
        .route("/healthz", get(healthz))
        .route("/readyz", get(readyz))
        .route("/v1/host", get(read::about))
        .route("/v1/time", get(read::time))
        .route("/v1/shares", post(owner::make))
        .route("/s/{name}", post(read::manifest).get(read::direct))
        .route("/f/{ticket}", get(read::file))
        .route("/s/{name}/end-mark", get(read::end_mark))
        .route("/s/{name}/files", put(owner::put))
        .route("/s/{name}/pause", post(owner::pause))
        .route("/s/{name}/resume", post(owner::resume))
        .route("/s/{name}/extend", post(owner::extend))
        .route("/s/{name}/end", post(owner::end))
        .route("/s/{name}/state", get(owner::state))
        .route("/s/{name}/receipts", get(owner::receipts))
        .route("/v1/mailboxes", post(mailbox::make))
        .route("/m/{name}", delete(mailbox::end))
        .route("/m/{name}/members", get(mailbox::members))
        .route("/m/{name}/members/{member}", put(mailbox::admit).delete(mailbox::remove))
        .route("/m/{name}/items", post(mailbox::leave).get(mailbox::read))
        .route("/m/{name}/ack", post(mailbox::acknowledge))
        .fallback(async || Refused::NotHere)
        .method_not_allowed_fallback(async || Refused::NotHere)
        .layer(from_fn_with_state(Arc::clone(&host), around))
        .with_state(host)
}

/// What only the operator's own machines may ask.
pub fn operator(host: Arc<Host>) -> Router {
    Router::new()
        .route("/healthz", get(healthz))
        .route("/readyz", get(readyz))
        .route("/metrics", get(async |State(host): Shared| host.figures.text()))
        .with_state(host)
}

async fn healthz() -> &'static str {
    "alive\n"
}

async fn readyz(State(host): Shared) -> Response {
    let asks = async |engine: &dyn Engine| look(engine, |tx| marks::meta_if_any(tx, 0)).await.is_ok();
    let ready = host.is_ready.load(Ordering::Relaxed) && asks(&*host.main).await && asks(&*host.marks).await;
    let status = if ready { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    (status, if ready { "ready\n" } else { "not ready\n" }).into_response()
}

/// Where a request came from; put into it by [`crate::serve`].
#[derive(Clone, Copy, Debug)]
pub struct Peer(pub IpAddr);

/// What is done around every request: rate, time, headers, log, figures.
async fn around(State(host): Shared, request: Request, next: Next) -> Response {
    let begun = Instant::now();
    let route =
        request.extensions().get::<MatchedPath>().map_or("other", |path| observe::route(path.as_str()));
    let (method, path) = (request.method().clone(), request.uri().path().to_owned());
    let is_public =
        matches!(route, "/s/{name}" | "/f/{ticket}" | "/s/{name}/end-mark" | "/v1/time" | "/v1/host");
    let is_free = matches!(route, "/healthz" | "/readyz");
    let rated = if is_free { Ok(()) } else { host.per_address.take(&address(&host, &request)) };
    let mut response = match rated {
        Err(after) => Refused::TooOften(after).into_response(),
        Ok(()) if is_public && method == Method::OPTIONS => StatusCode::NO_CONTENT.into_response(),
        Ok(()) => {
            let answer = tokio::time::timeout(Duration::from_secs(limits::REQUEST), next.run(request));
            answer.await.unwrap_or_else(|_| Refused::Away.into_response())
        }
    };
    let headers = response.headers_mut();
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    if is_public {
        headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
        headers.insert(header::ACCESS_CONTROL_EXPOSE_HEADERS, HeaderValue::from_static("Retry-After"));
        if method == Method::OPTIONS {
            headers.insert(header::ACCESS_CONTROL_ALLOW_METHODS, HeaderValue::from_static("GET, POST"));
            headers.insert(header::ACCESS_CONTROL_ALLOW_HEADERS, HeaderValue::from_static("Content-Type"));
            headers.insert(header::ACCESS_CONTROL_MAX_AGE, HeaderValue::from_static("86400"));
        }
    }
    let status = response.status().as_u16();
    host.figures.count(route, status, begun.elapsed());
    if host.is_logged {
        observe::request(host.now(), &method, route, &path, status, begun.elapsed());
    }
    response
}

/// What a rate is counted by: the address, a whole /64 where it is one of IPv6.
fn address(host: &Host, request: &Request) -> [u8; 8] {
    let peer = request.extensions().get::<Peer>().map(|peer| peer.0);
    let said = request.headers().get_all("x-forwarded-for").iter().filter_map(|value| value.to_str().ok());
    let said: Vec<&str> = said.flat_map(|value| value.split(',')).map(str::trim).collect();
    let forwarded = (host.proxies > 0).then(|| said.len().checked_sub(host.proxies)).flatten();
    let forwarded = forwarded.and_then(|at| said.get(at)).and_then(|text| text.parse().ok());
    let mut key = [0; 8];
    match forwarded.or(peer).map(|address: IpAddr| address.to_canonical()) {
        Some(IpAddr::V4(address)) => key[..4].copy_from_slice(&address.octets()),
        Some(IpAddr::V6(address)) => key.copy_from_slice(&address.octets()[..8]),
        None => {}
    }
    key
}

/// The name in an address, `/s/NAME/…`, and what stands for it. One that is not of that shape
/// is answered as one that is not there.
pub struct Named {
    link: Capability,
    tag: Tag,
}

impl FromRequestParts<Arc<Host>> for Named {
    type Rejection = Refused;

    async fn from_request_parts(parts: &mut Parts, host: &Arc<Host>) -> Result<Self, Refused> {
        let name = parts.uri.path().split('/').nth(2).unwrap_or_default();
        let link = Capability::parse(name).ok_or(Refused::NotHere)?;
        let tag = link.tag();
        host.per_name.take(&tag).map_err(Refused::TooOften)?;
        Ok(Self { link, tag })
    }
}

/// What is shown after `Authorization: Bearer`.
fn bearer(headers: &HeaderMap) -> Option<&str> {
    headers.get(header::AUTHORIZATION)?.to_str().ok()?.strip_prefix("Bearer ")
}

/// What stands for the secret that is shown; who shows none is answered as a stranger.
fn shown_secret(headers: &HeaderMap) -> Result<Tag, Refused> {
    bearer(headers).and_then(secret_tag).ok_or(Refused::NotHere)
}

/// Reads a body of at most so many bytes as JSON.
async fn json_of<T: DeserializeOwned>(body: Body, most: usize) -> Result<T, Refused> {
    let bytes = to_bytes(body, most).await.map_err(|_| Refused::TooLong)?;
    serde_json::from_slice(&bytes).map_err(|_| Refused::Bad("not the JSON that is asked for"))
}

/// It is done, and there is nothing to say of it.
fn done() -> Said {
    Ok(json_answer(StatusCode::OK, &json!({})))
}

#[cfg(test)]
mod tests;
