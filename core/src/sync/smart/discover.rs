//! What a server says of itself: `.well-known/smart-configuration`.

use super::SmartError;
use crate::sync::base::Base;
use crate::sync::http::{Http, Method, Request};
use serde::Deserialize;
use url::Url;

/// The largest answer that is read: 256 KiB.
const MOST: usize = 256 * 1024;

/// What a link needs to know of a server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// Who gives the tokens (RFC 8414), if it says so.
    pub issuer: Option<String>,
    /// Where the browser is sent.
    pub authorise: Url,
    /// Where a code becomes tokens.
    pub token: Url,
    /// Where tokens are given back, if anywhere.
    pub revoke: Option<Url>,
    /// It says who answers (RFC 9207): an answer that does not is not its own.
    pub sends_issuer: bool,
    /// It takes scopes of the second form (`patient/Goal.cruds`).
    pub second_scopes: bool,
    /// It can give a token that outlives the visit.
    pub offline: bool,
}

#[derive(Deserialize)]
struct Said {
    issuer: Option<String>,
    authorization_endpoint: Option<String>,
    token_endpoint: Option<String>,
    revocation_endpoint: Option<String>,
    #[serde(default)]
    capabilities: Vec<String>,
    #[serde(default)]
    code_challenge_methods_supported: Vec<String>,
    #[serde(default)]
    authorization_response_iss_parameter_supported: bool,
}

/// Asks a server what it says of itself.
///
/// # Errors
/// [`SmartError`].
pub fn discover(http: &dyn Http, base: &Base) -> Result<Config, SmartError> {
    let mut request = Request::new(Method::Get, base.at(&[".well-known", "smart-configuration"]));
    request.most = MOST;
    let answer = http.send(&request.with("accept", "application/json"))?;
    match answer.status {
        200 => read_config(base, &answer.body),
        300..=399 => Err(SmartError::Redirected),
        // The server is there and does not know how: 404 most of all.
        400..=499 => Err(SmartError::NotSmart),
        status => Err(SmartError::Status(status)),
    }
}

/// Reads what a server says of itself, and that it can do what a link needs.
///
/// # Errors
/// [`SmartError`].
pub fn read_config(base: &Base, bytes: &[u8]) -> Result<Config, SmartError> {
    if bytes.len() > MOST {
        return Err(SmartError::NotSmart);
    }
    let said: Said = serde_json::from_slice(bytes).map_err(|_| SmartError::NotSmart)?;
    let address = |text: Option<&str>| match text {
        None => Ok(None),
        Some(text) => {
            match Url::parse(text).ok().filter(|url| base.may_name(url) && url.fragment().is_none()) {
                Some(url) => Ok(Some(url)),
                None => Err(SmartError::NotSafe),
            }
        }
    };
    let can = |what: &str| said.capabilities.iter().any(|found| found == what);
    for needed in ["launch-standalone", "client-public", "context-standalone-patient", "permission-patient"] {
        if !can(needed) {
            return Err(SmartError::Lacks(needed));
        }
    }
    // "plain" beside it is not used; S256 alone proves who asked.
    if !said.code_challenge_methods_supported.iter().any(|method| method == "S256") {
        return Err(SmartError::Lacks("S256"));
    }
    Ok(Config {
        authorise: address(said.authorization_endpoint.as_deref())?
            .ok_or(SmartError::Lacks("authorization_endpoint"))?,
        token: address(said.token_endpoint.as_deref())?.ok_or(SmartError::Lacks("token_endpoint"))?,
        revoke: address(said.revocation_endpoint.as_deref())?,
        sends_issuer: said.authorization_response_iss_parameter_supported,
        second_scopes: can("permission-v2") || !can("permission-v1"),
        offline: can("permission-offline"),
        issuer: said.issuer,
    })
}
