//! The browser's part: the address it is sent to, and the one it comes back with.

use super::{Config, SmartError, wanted};
use crate::base64::encode_url;
use crate::sync::base::Base;
use crate::sync::http::{Token, is_loopback};
use crate::sync::world::World;
use ring::digest::{SHA256, digest};
use url::Url;
use zeroize::Zeroizing;

/// The longest address that a browser comes back with.
const MAX_RETURN: usize = 16 * 1024;

/// Who this app is to the practice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Client {
    /// Its id there. Public: an app in everybody's hands keeps no secret.
    pub id: String,
    /// Where the browser comes back to: an https address that the app has
    /// claimed; where a deployer can't claim one, a scheme of the app's own;
    /// this machine itself in demonstrations.
    pub redirect: Url,
}

impl Client {
    /// Whether browsers may come back there: never over the network in clear.
    pub fn is_safe(&self) -> bool {
        let url = &self.redirect;
        let own_scheme = url.scheme().contains('.') && !url.has_host();
        let https = url.scheme() == "https" && url.has_host();
        (https || own_scheme || (url.scheme() == "http" && is_loopback(url))) && url.fragment().is_none()
    }
}

/// A link that has been begun, and waits for the browser. Its secrets print
/// `[redacted]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attempt {
    /// The practice.
    pub base: Base,
    /// What it said of itself.
    pub config: Config,
    /// Who asks.
    pub client: Client,
    /// What was asked for.
    pub scope: String,
    /// Comes back with the browser: this phone asked.
    pub state: Token,
    /// Proves to the token endpoint that who asked now is who asked then.
    pub verifier: Token,
}

/// Begins: what to keep, and the address to open in the person's own browser.
///
/// # Errors
/// [`SmartError::NotSafe`] for a client that a browser can't come back to
/// safely; [`SmartError::NoRandomness`].
pub fn authorise_url(
    world: &dyn World,
    base: Base,
    config: Config,
    client: Client,
) -> Result<(Attempt, Url), SmartError> {
    if !client.is_safe() {
        return Err(SmartError::NotSafe);
    }
    let random = || -> Result<Token, SmartError> {
        let mut bytes = Zeroizing::new([0; 32]);
        world.random(&mut *bytes)?;
        Ok(Token::new(encode_url(&*bytes)))
    };
    let (state, verifier) = (random()?, random()?);
    let scope = wanted(config.second_scopes, config.offline);
    let challenge = encode_url(digest(&SHA256, verifier.expose().as_bytes()).as_ref());
    let mut url = config.authorise.clone();
    url.query_pairs_mut()
        .append_pair("response_type", "code")
        .append_pair("client_id", &client.id)
        .append_pair("redirect_uri", client.redirect.as_str())
        .append_pair("scope", &scope)
        .append_pair("state", state.expose())
        .append_pair("aud", base.as_str())
        .append_pair("code_challenge", &challenge)
        .append_pair("code_challenge_method", "S256");
    Ok((Attempt { base, config, client, scope, state, verifier }, url))
}

/// The code in the address that the browser came back with.
///
/// # Errors
/// [`SmartError::NotOurs`] where it is not the answer to this attempt,
/// [`SmartError::OtherIssuer`], and [`SmartError::Refused`] where the person or
/// the practice said no.
pub fn code_of(attempt: &Attempt, returned: &str) -> Result<Token, SmartError> {
    let url =
        Url::parse(returned).ok().filter(|_| returned.len() <= MAX_RETURN).ok_or(SmartError::NotOurs)?;
    let place = |url: &Url| {
        let mut url = url.clone();
        url.set_query(None);
        url.set_fragment(None);
        url
    };
    if place(&url) != place(&attempt.client.redirect) {
        return Err(SmartError::NotOurs);
    }
    // Each is there once (RFC 6749, 3.1): two would let two readers differ.
    let one = |name: &str| -> Result<Option<String>, SmartError> {
        let mut found = url.query_pairs().filter(|(key, _)| key == name).map(|(_, value)| value.into_owned());
        match (found.next(), found.next()) {
            (first, None) => Ok(first),
            _ => Err(SmartError::NotOurs),
        }
    };
    let state = one("state")?.ok_or(SmartError::NotOurs)?;
    if !is_same(state.as_bytes(), attempt.state.expose().as_bytes()) {
        return Err(SmartError::NotOurs);
    }
    match (one("iss")?, &attempt.config.issuer) {
        (Some(from), Some(issuer)) if from != *issuer => return Err(SmartError::OtherIssuer),
        (None, _) if attempt.config.sends_issuer => return Err(SmartError::OtherIssuer),
        _ => {}
    }
    if one("error")?.is_some() {
        return Err(SmartError::Refused);
    }
    one("code")?.filter(|code| !code.is_empty()).map(Token::new).ok_or(SmartError::NotOurs)
}

/// Compares in a time that does not tell where they differ.
fn is_same(one: &[u8], other: &[u8]) -> bool {
    one.len() == other.len() && one.iter().zip(other).fold(0, |sum, (a, b)| sum | (a ^ b)) == 0
}
