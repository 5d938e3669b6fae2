//! What sync keeps between two times, in the store's sealed rows
//! ([`crate::store::SyncRow`]): JSON, so that a newer app can add and an older
//! one passes over. What can't be read is as if it had never been kept.

use super::base::Base;
use super::http::Token;
use super::patient::Patient;
use super::practice::{Cursors, Profile};
use super::smart::{Attempt, Client, Config, Tokens};
use crate::plan::Kind;
use crate::record::{EntityId, Slot};
use crate::store::{SyncRow, Synced};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use url::Url;
use zeroize::{Zeroize, Zeroizing};

/// The rows that there is one of.
const LINK: &str = "link";
const TOKENS: &str = "tokens";
const ATTEMPT: &str = "attempt";
const NOTES: &str = "notes";
/// Before the id of each resource of ours.
const OURS: &str = "ours/";
/// The most that a row may unpack to.
const MAX_ROW: usize = 4 * 1024 * 1024;

/// The practice that this phone is linked with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// Its address.
    pub base: String,
    /// What the person calls it.
    pub name: String,
    /// Who this app is there.
    pub client: String,
    /// Where tokens are renewed.
    pub token: Url,
    /// Where they are given back.
    pub revoke: Option<Url>,
    /// Whose record it is.
    pub patient: Patient,
    /// Since when: milliseconds since 1970.
    pub since: i64,
    /// It has ended and must be made again; nothing else is forgotten.
    pub ended: bool,
}

/// What was found out on the way.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Notes {
    /// What the server really does.
    pub profile: Profile,
    /// How far each type has been read.
    pub cursors: Cursors,
    /// When everything was last compared: milliseconds since 1970.
    pub compared: Option<i64>,
    /// The last sync that ended well.
    pub synced: Option<i64>,
    /// Resources of the practice's that are left out, by `Type/id`, and the key
    /// of the sentence that says why.
    pub left_out: BTreeMap<String, String>,
    /// Resources of the practice's own that it no longer has, by `Type/id`.
    pub vanished: BTreeMap<String, i64>,
}

/// How it stands with one resource of ours.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Held {
    /// The entry that it is: its kind's number.
    pub kind: u16,
    /// Which one, in hexadecimal digits.
    pub entity: String,
    /// Its type.
    pub resource: String,
    /// Its id there.
    pub id: String,
    /// What the practice calls the version that we know.
    pub version: String,
    /// When that changed, as written.
    pub updated: String,
    /// What the practice keeps, as it said so; what we sent, until it does.
    pub body: String,
    /// `body` is what the practice said, not only what we sent.
    pub echoed: bool,
    /// What each field said here when both sides last agreed on it.
    pub level: BTreeMap<String, Level>,
    /// How it stands.
    pub standing: Standing,
}

/// How a field stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Level {
    /// Here it said this (a sum over it) when both sides last agreed.
    At(String),
    /// The practice has something else than the person's words: theirs go there
    /// again, unless they take it over.
    Owed,
}

/// How a resource stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Standing {
    /// Known on both sides.
    Known,
    /// It was sent for the first time, and whether it arrived is not known.
    Asked,
    /// The practice does not take it as it is: a sum over what was sent, and its
    /// answer.
    Refused {
        /// A sum over what was refused.
        sum: String,
        /// The status that it answered with.
        status: u16,
    },
    /// The practice no longer has it; the words are here.
    Gone,
    /// It was taken back from there.
    Withdrawn,
}

impl Held {
    /// The entry.
    pub fn entry(&self) -> Option<(Kind, EntityId)> {
        Some((Kind::from_number(self.kind)?, EntityId::from_hex(&self.entity)?))
    }
}

impl std::fmt::Debug for Held {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Held({}, {:?})", self.resource, self.standing)
    }
}

/// A field's name in [`Held::level`].
pub fn level_key(slot: Slot) -> String {
    format!("{}.{}.{}", slot.entity.hex(), slot.kind, slot.field)
}

/// The field of such a name.
pub fn slot_of(key: &str) -> Option<Slot> {
    let mut parts = key.split('.');
    let entity = EntityId::from_hex(parts.next()?)?;
    Some(Slot { entity, kind: parts.next()?.parse().ok()?, field: parts.next()?.parse().ok()? })
}

/// Everything that is kept.
#[derive(Debug, Default)]
pub struct State {
    /// The practice.
    pub link: Option<Link>,
    /// What opens its door.
    pub tokens: Option<Tokens>,
    /// A link that waits for the browser.
    pub attempt: Option<Attempt>,
    /// What was found out.
    pub notes: Notes,
    /// The resources of ours, by the id that we gave them.
    pub ours: BTreeMap<String, Held>,
}

impl State {
    /// Reads what is kept; nothing, where it can't be trusted.
    pub fn read(synced: &Synced) -> Self {
        let mut state = State::default();
        if synced.changed {
            return state;
        }
        for (name, holds) in &synced.rows {
            match name.as_str() {
                LINK => state.link = unpack(holds),
                TOKENS => state.tokens = read_tokens(holds),
                ATTEMPT => state.attempt = read_attempt(holds),
                NOTES => state.notes = unpack(holds).unwrap_or_default(),
                name => {
                    let held = name.strip_prefix(OURS).zip(unpack(holds));
                    state.ours.extend(held.map(|(id, held)| (id.to_owned(), held)));
                }
            }
        }
        state
    }
}

/// The row of the link.
pub fn link_row(link: &Link) -> SyncRow {
    row(LINK, Some(pack(link)))
}

/// The row of the tokens; none takes them away.
pub fn tokens_row(tokens: Option<&Tokens>) -> SyncRow {
    row(TOKENS, tokens.map(write_tokens))
}

/// The row of an attempt; none takes it away.
pub fn attempt_row(attempt: Option<&Attempt>) -> SyncRow {
    row(ATTEMPT, attempt.map(write_attempt))
}

/// The row of what was found out.
pub fn notes_row(notes: &Notes) -> SyncRow {
    row(NOTES, Some(pack(notes)))
}

/// The row of one resource of ours; none takes it away.
pub fn ours_row(id: &str, held: Option<&Held>) -> SyncRow {
    row(&format!("{OURS}{id}"), held.map(pack))
}

fn row(name: &str, holds: Option<Zeroizing<Vec<u8>>>) -> SyncRow {
    SyncRow { name: name.to_owned(), holds }
}

/// JSON, packed: a resource is mostly names that repeat.
fn pack(value: &impl Serialize) -> Zeroizing<Vec<u8>> {
    let plain = Zeroizing::new(serde_json::to_vec(value).unwrap_or_default());
    Zeroizing::new(zstd::bulk::compress(&plain, 3).unwrap_or_default())
}

fn unpack<T: DeserializeOwned>(packed: &[u8]) -> Option<T> {
    let plain = Zeroizing::new(zstd::bulk::decompress(packed, MAX_ROW).ok()?);
    serde_json::from_slice(&plain).ok()
}

/// Tokens as they are kept: not packed, and wiped on the way.
#[derive(Serialize, Deserialize)]
struct KeptTokens {
    access: String,
    refresh: Option<String>,
    until: i64,
    scope: String,
}

impl Drop for KeptTokens {
    fn drop(&mut self) {
        self.access.zeroize();
        self.refresh.zeroize();
    }
}

fn write_tokens(tokens: &Tokens) -> Zeroizing<Vec<u8>> {
    let kept = KeptTokens {
        access: tokens.access.expose().to_owned(),
        refresh: tokens.refresh.as_ref().map(|token| token.expose().to_owned()),
        until: tokens.until,
        scope: tokens.scope.clone(),
    };
    Zeroizing::new(serde_json::to_vec(&kept).unwrap_or_default())
}

fn read_tokens(bytes: &[u8]) -> Option<Tokens> {
    let mut kept: KeptTokens = serde_json::from_slice(bytes).ok()?;
    let access = Token::new(std::mem::take(&mut kept.access));
    let refresh = kept.refresh.take().map(Token::new);
    Some(Tokens { access, refresh, until: kept.until, scope: std::mem::take(&mut kept.scope) })
}

#[derive(Serialize, Deserialize)]
struct KeptAttempt {
    base: String,
    issuer: Option<String>,
    authorise: Url,
    token: Url,
    revoke: Option<Url>,
    sends_issuer: bool,
    second_scopes: bool,
    offline: bool,
    client: String,
    redirect: Url,
    scope: String,
    state: String,
    verifier: String,
}

impl Drop for KeptAttempt {
    fn drop(&mut self) {
        self.state.zeroize();
        self.verifier.zeroize();
    }
}

fn write_attempt(attempt: &Attempt) -> Zeroizing<Vec<u8>> {
    let Config { issuer, authorise, token, revoke, sends_issuer, second_scopes, offline } =
        attempt.config.clone();
    let kept = KeptAttempt {
        base: attempt.base.as_str().to_owned(),
        issuer,
        authorise,
        token,
        revoke,
        sends_issuer,
        second_scopes,
        offline,
        client: attempt.client.id.clone(),
        redirect: attempt.client.redirect.clone(),
        scope: attempt.scope.clone(),
        state: attempt.state.expose().to_owned(),
        verifier: attempt.verifier.expose().to_owned(),
    };
    Zeroizing::new(serde_json::to_vec(&kept).unwrap_or_default())
}

fn read_attempt(bytes: &[u8]) -> Option<Attempt> {
    let mut kept: KeptAttempt = serde_json::from_slice(bytes).ok()?;
    Some(Attempt {
        base: Base::parse(&kept.base)?,
        config: Config {
            issuer: kept.issuer.take(),
            authorise: kept.authorise.clone(),
            token: kept.token.clone(),
            revoke: kept.revoke.take(),
            sends_issuer: kept.sends_issuer,
            second_scopes: kept.second_scopes,
            offline: kept.offline,
        },
        client: Client { id: std::mem::take(&mut kept.client), redirect: kept.redirect.clone() },
        scope: std::mem::take(&mut kept.scope),
        state: Token::new(std::mem::take(&mut kept.state)),
        verifier: Token::new(std::mem::take(&mut kept.verifier)),
    })
}

#[cfg(test)]
mod tests;
