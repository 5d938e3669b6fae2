//! The viewer's one page. Its policy allows what is in the page, by hash, and nothing else.

use crate::secret::sha256;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use std::sync::LazyLock;

/// The page; it is part of the program, so that what is served is what was built.
const PAGE: &str = include_str!("../../viewer/index.html");

static POLICY: LazyLock<String> = LazyLock::new(|| policy(PAGE));

/// GET /: the viewer.
pub(super) async fn page() -> Response {
    let headers = [
        (header::CONTENT_TYPE, "text/html; charset=utf-8"),
        (header::CONTENT_SECURITY_POLICY, POLICY.as_str()),
        (header::HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (header::HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
        (header::HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=()"),
        (header::X_FRAME_OPTIONS, "DENY"),
    ];
    (headers, PAGE).into_response()
}

/// The policy of a page: nothing but its own `<script>` and `<style>`, by SHA-256, and asking its own host.
pub fn policy(page: &str) -> String {
    let hashes = |tag: &str| {
        let (open, close) = (format!("<{tag}>"), format!("</{tag}>"));
        let parts = page.split(open.as_str()).skip(1);
        let inside = parts.filter_map(|part| part.split_once(close.as_str()).map(|(inside, _)| inside));
        let each: Vec<String> =
            inside.map(|inside| format!("'sha256-{}'", STANDARD.encode(sha256(inside.as_bytes())))).collect();
        if each.is_empty() { "'none'".to_owned() } else { each.join(" ") }
    };
    format!(
        "default-src 'none'; script-src {}; style-src {}; connect-src 'self'; base-uri 'none'; \
         form-action 'none'; frame-ancestors 'none'",
        hashes("script"),
        hashes("style")
    )
}
