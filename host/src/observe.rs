//! The log and the figures. Neither ever holds a name of a link, a key, a passcode, or who asked:
//! the log has the route and a hash of the path that is another at every start.

use axum::http::Method;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::hash::BuildHasher;
use std::hash::RandomState;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{LazyLock, Mutex, PoisonError};
use std::time::Duration;

static HASHER: LazyLock<RandomState> = LazyLock::new(RandomState::new);

/// Routes as they stand in log and figures.
const ROUTES: [&str; 22] = [
    "/",
    "/healthz",
    "/readyz",
    "/v1/host",
    "/v1/time",
    "/v1/shares",
    "/v1/mailboxes",
    "/s/{name}",
    "/f/{ticket}",
    "/s/{name}/end-mark",
    "/s/{name}/files",
    "/s/{name}/pause",
    "/s/{name}/resume",
    "/s/{name}/extend",
    "/s/{name}/end",
    "/s/{name}/state",
    "/s/{name}/receipts",
    "/m/{name}",
    "/m/{name}/members",
    "/m/{name}/members/{member}",
    "/m/{name}/items",
    "/m/{name}/ack",
];

/// The route by its pattern.
pub fn route(pattern: &str) -> &'static str {
    ROUTES.into_iter().find(|route| *route == pattern).unwrap_or("other")
}

/// One line for a request that was answered.
pub fn request(now: i64, method: &Method, route: &str, path: &str, status: u16, took: Duration) {
    let method = if is_usual(method) { method.as_str() } else { "OTHER" };
    let (hash, micros) = (HASHER.hash_one(path), took.as_micros());
    eprintln!(
        r#"{{"at":{now},"method":"{method}","route":"{route}","path":"{hash:016x}","status":{status},"us":{micros}}}"#
    );
}

fn is_usual(method: &Method) -> bool {
    [Method::GET, Method::POST, Method::PUT, Method::DELETE, Method::OPTIONS, Method::HEAD].contains(method)
}

/// One line for something that went wrong in the host itself. Never about what somebody sent.
pub fn trouble(what: &str) {
    eprintln!("{}", serde_json::json!({ "trouble": what }));
}

/// A panic says where it was and not with what.
pub fn quiet_panics() {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(|at| format!("{}:{}", at.file(), at.line())).unwrap_or_default();
        trouble(&format!("a panic at {place}"));
    }));
}

/// Bounds of the histogram, in seconds.
const BOUNDS: [f64; 8] = [0.001, 0.005, 0.02, 0.1, 0.5, 1.0, 5.0, 30.0];

#[derive(Default)]
struct Seen {
    under: [u64; BOUNDS.len()],
    count: u64,
    sum: f64,
}

/// What is counted.
#[derive(Default)]
pub struct Figures {
    requests: Mutex<BTreeMap<(&'static str, u16), Seen>>,
    wrong_passcodes: AtomicU64,
    connections: AtomicU64,
}

impl Figures {
    /// A request was answered.
    pub fn count(&self, route: &'static str, status: u16, took: Duration) {
        let mut requests = self.requests.lock().unwrap_or_else(PoisonError::into_inner);
        let seen = requests.entry((route, status)).or_default();
        let seconds = took.as_secs_f64();
        for (under, bound) in seen.under.iter_mut().zip(BOUNDS) {
            *under += u64::from(seconds <= bound);
        }
        seen.count += 1;
        seen.sum += seconds;
    }

    /// A passcode was wrong.
    pub fn wrong_passcode(&self) {
        self.wrong_passcodes.fetch_add(1, Ordering::Relaxed);
    }

    /// A connection was taken.
    pub fn connection(&self) {
        self.connections.fetch_add(1, Ordering::Relaxed);
    }

    /// The figures as Prometheus reads them.
    pub fn text(&self) -> String {
        let mut text = String::from("# TYPE hearth_host_request_seconds histogram\n");
        for ((route, status), seen) in &*self.requests.lock().unwrap_or_else(PoisonError::into_inner) {
            let labels = format!("route=\"{route}\",status=\"{status}\"");
            for (under, bound) in seen.under.iter().zip(BOUNDS) {
                let _ =
                    writeln!(text, "hearth_host_request_seconds_bucket{{{labels},le=\"{bound}\"}} {under}");
            }
            let _ =
                writeln!(text, "hearth_host_request_seconds_bucket{{{labels},le=\"+Inf\"}} {}", seen.count);
            let _ = writeln!(text, "hearth_host_request_seconds_sum{{{labels}}} {}", seen.sum);
            let _ = writeln!(text, "hearth_host_request_seconds_count{{{labels}}} {}", seen.count);
        }
        for (name, value) in [("wrong_passcodes", &self.wrong_passcodes), ("connections", &self.connections)]
        {
            let value = value.load(Ordering::Relaxed);
            let _ =
                writeln!(text, "# TYPE hearth_host_{name}_total counter\nhearth_host_{name}_total {value}");
        }
        text
    }
}
