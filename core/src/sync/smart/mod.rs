//! Linking: SMART App Launch 2.x, standalone, as a public client
//! (<https://hl7.org/fhir/smart-app-launch/>): discovery, PKCE with S256, the
//! authorisation code, refresh that rotates, revocation. `openid` is not asked
//! for: who the person is to the practice is the patient that was granted.

mod authorise;
mod discover;
mod scopes;
mod token;

pub use authorise::{Attempt, Client, authorise_url, code_of};
pub use discover::{Config, discover, read_config};
pub use scopes::{Granted, wanted};
pub use token::{Granting, MAX_TOKEN, Tokens, exchange, read_granting, refresh, revoke};

use super::http::HttpError;
use hearth_sealed::NoRandomness;

/// Why a link was not made or not renewed. Nothing in the plan was changed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SmartError {
    /// There was no whole answer.
    #[error(transparent)]
    Http(#[from] HttpError),
    /// The server answered with this status.
    #[error("the server answered {0}")]
    Status(u16),
    /// The server wanted to send the question elsewhere. It was not sent there.
    #[error("the server wanted to send a token elsewhere")]
    Redirected,
    /// What the server says of itself can't be read.
    #[error("the server does not say how to link")]
    NotSmart,
    /// The server can't do something that a link needs.
    #[error("the server can't do {0}")]
    Lacks(&'static str),
    /// The server names an address that nothing is sent to.
    #[error("the server names an address that is not safe")]
    NotSafe,
    /// The answer of the browser is not to what this phone asked.
    #[error("the answer is not to what this phone asked")]
    NotOurs,
    /// The answer comes from another authorisation server.
    #[error("the answer comes from somebody else")]
    OtherIssuer,
    /// The person or the practice said no.
    #[error("the practice said no")]
    Refused,
    /// The practice did not say whose record it is.
    #[error("the practice did not say whose record it is")]
    NoPatient,
    /// The answer with the tokens can't be read.
    #[error("the answer with the tokens can't be read")]
    Malformed,
    /// The link has ended: the refresh token is used up, taken back or too old.
    #[error("the link has ended")]
    Ended,
    /// The system gave no randomness.
    #[error(transparent)]
    NoRandomness(#[from] NoRandomness),
}

#[cfg(test)]
mod tests;
