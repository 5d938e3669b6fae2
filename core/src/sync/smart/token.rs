//! Codes into tokens, tokens into newer ones, and tokens given back.

use super::{Attempt, Config, Granted, SmartError};
use crate::sync::base::is_id;
use crate::sync::http::{Http, Method, Request, Response, Token};
use serde::Deserialize;
use std::time::Duration;
use url::Url;
use url::form_urlencoded::Serializer;
use zeroize::{Zeroize, Zeroizing};

/// The longest token that is kept.
pub const MAX_TOKEN: usize = 16 * 1024;
/// The largest answer that is read.
const MOST: usize = 128 * 1024;
/// A token whose life is not told is taken for one of this length: it is tried,
/// and renewed when it is refused.
const UNTOLD: u64 = 300;
/// A token is taken for used up so long before it is.
const MARGIN: u64 = 30;

/// What opens the record: sealed like the person's words, printed `[redacted]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tokens {
    /// Sent with every question.
    pub access: Token,
    /// Gives the next ones, once.
    pub refresh: Option<Token>,
    /// When the access token is used up: milliseconds since 1970, by this
    /// phone's clock.
    pub until: i64,
    /// What was granted, as it was said.
    pub scope: String,
}

impl Tokens {
    /// What was granted.
    pub fn granted(&self) -> Granted {
        Granted::read(&self.scope)
    }
}

/// What a token endpoint gave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Granting {
    /// The tokens.
    pub tokens: Tokens,
    /// The patient whose record it is, by id; said when a link is made, not
    /// always when it is renewed.
    pub patient: Option<String>,
}

#[derive(Deserialize)]
struct Said {
    access_token: Option<String>,
    token_type: Option<String>,
    expires_in: Option<u64>,
    refresh_token: Option<String>,
    scope: Option<String>,
    patient: Option<String>,
}

impl Drop for Said {
    fn drop(&mut self) {
        self.access_token.zeroize();
        self.refresh_token.zeroize();
    }
}

#[derive(Deserialize)]
struct Fault {
    error: Option<String>,
}

/// Gives the code for tokens.
///
/// # Errors
/// [`SmartError`]. A code can be given once: after any error the link is begun
/// anew.
pub fn exchange(http: &dyn Http, attempt: &Attempt, code: &Token, now: i64) -> Result<Granting, SmartError> {
    let form = [
        ("grant_type", "authorization_code"),
        ("code", code.expose()),
        ("redirect_uri", attempt.client.redirect.as_str()),
        ("client_id", &attempt.client.id),
        ("code_verifier", attempt.verifier.expose()),
    ];
    let answer = post(http, &attempt.config.token, &form)?;
    let granting = granting(&answer, now, &attempt.scope, None)?;
    if granting.patient.is_none() { Err(SmartError::NoPatient) } else { Ok(granting) }
}

/// Gives the refresh token for new tokens. The old one is used up when this is
/// sent, whatever comes back: the new ones must be on the disk before they are
/// used.
///
/// # Errors
/// [`SmartError::Ended`] where the link must be made again.
pub fn refresh(
    http: &dyn Http,
    token: &Url,
    client: &str,
    tokens: &Tokens,
    now: i64,
) -> Result<Granting, SmartError> {
    let old = tokens.refresh.as_ref().ok_or(SmartError::Ended)?;
    let form = [("grant_type", "refresh_token"), ("refresh_token", old.expose()), ("client_id", client)];
    let answer = post(http, token, &form)?;
    // One that does not rotate goes on being good.
    granting(&answer, now, &tokens.scope, Some(old))
}

/// Gives tokens back, so that nobody can use them any more (RFC 7009).
///
/// # Errors
/// [`SmartError`]: the practice may not know that the link has ended.
pub fn revoke(http: &dyn Http, config: &Config, client: &str, tokens: &Tokens) -> Result<(), SmartError> {
    let at = config.revoke.as_ref().ok_or(SmartError::Lacks("revocation_endpoint"))?;
    let all = [("refresh_token", tokens.refresh.as_ref()), ("access_token", Some(&tokens.access))];
    for (hint, token) in all {
        let Some(token) = token else { continue };
        let form = [("token", token.expose()), ("token_type_hint", hint), ("client_id", client)];
        let answer = post(http, at, &form)?;
        let is_slip = hint == "access_token" && tokens.refresh.is_some() && is_no_such(&answer);
        if !answer.is_success() && !is_slip {
            return Err(SmartError::Status(answer.status));
        }
    }
    Ok(())
}

/// Whether a server can't take such a token back (RFC 7009, 2.2.1): an access token
/// that is a signed slip of paper lives to its end, and without the refresh token
/// given back before it there is no next one.
fn is_no_such(answer: &Response) -> bool {
    let fault: Option<Fault> = serde_json::from_slice(&answer.body).ok();
    answer.status == 400 && fault.and_then(|fault| fault.error).as_deref() == Some("unsupported_token_type")
}

fn post(http: &dyn Http, to: &Url, form: &[(&str, &str)]) -> Result<Response, SmartError> {
    let mut body = Serializer::new(String::new());
    body.extend_pairs(form);
    let mut request = Request::new(Method::Post, to.clone());
    request.most = MOST;
    request.within = Duration::from_secs(30);
    let request = request
        .with("accept", "application/json")
        .sending("application/x-www-form-urlencoded", body.finish().into_bytes());
    let answer = http.send(&request)?;
    match answer.status {
        300..=399 => Err(SmartError::Redirected),
        _ => Ok(answer),
    }
}

fn granting(answer: &Response, now: i64, asked: &str, old: Option<&Token>) -> Result<Granting, SmartError> {
    match answer.status {
        200 => {
            let mut granting = read_granting(&answer.body, now, asked)?;
            let refresh = &mut granting.tokens.refresh;
            *refresh = refresh.take().or_else(|| old.cloned());
            Ok(granting)
        }
        400 | 401 | 403 => {
            let fault: Option<Fault> = serde_json::from_slice(&answer.body).ok();
            match fault.and_then(|fault| fault.error).as_deref() {
                Some("invalid_grant") => Err(SmartError::Ended),
                Some(_) => Err(SmartError::Refused),
                None => Err(SmartError::Status(answer.status)),
            }
        }
        status => Err(SmartError::Status(status)),
    }
}

/// Reads the answer of a token endpoint. `asked` are the scopes asked for, which
/// stand where it does not say which were granted (RFC 6749, 5.1).
///
/// # Errors
/// [`SmartError::Malformed`].
pub fn read_granting(body: &[u8], now: i64, asked: &str) -> Result<Granting, SmartError> {
    if body.len() > MOST {
        return Err(SmartError::Malformed);
    }
    let mut said: Said = serde_json::from_slice(body).map_err(|_| SmartError::Malformed)?;
    // A token goes into a header: what a header can't hold is no token.
    let token = |text: Option<String>| -> Result<Option<Token>, SmartError> {
        let Some(text) = text.map(Zeroizing::new) else { return Ok(None) };
        let good = (1..=MAX_TOKEN).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_graphic());
        if good { Ok(Some(Token::new(text.to_string()))) } else { Err(SmartError::Malformed) }
    };
    let access = token(said.access_token.take())?.ok_or(SmartError::Malformed)?;
    let refresh = token(said.refresh_token.take())?;
    if !said.token_type.as_deref().is_some_and(|kind| kind.eq_ignore_ascii_case("bearer")) {
        return Err(SmartError::Malformed);
    }
    let patient = said.patient.take();
    if patient.as_deref().is_some_and(|id| !is_id(id)) {
        return Err(SmartError::Malformed);
    }
    let lives = said.expires_in.unwrap_or(UNTOLD).saturating_sub(MARGIN).min(366 * 86_400);
    let until = now.saturating_add(i64::try_from(lives).unwrap_or(0).saturating_mul(1000));
    let scope = said.scope.take().unwrap_or_else(|| asked.to_owned());
    if scope.len() > MAX_TOKEN {
        return Err(SmartError::Malformed);
    }
    Ok(Granting { tokens: Tokens { access, refresh, until, scope }, patient })
}
