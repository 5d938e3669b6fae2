//! What the owner of a share does: the phone that made it, with the secret that only it has.

use super::answer::{Refused, json_answer, moment};
use super::read::turn_at_argon;
use super::{Host, Named, Said, Shared, bearer, done, json_of, shown_secret};
use crate::engine::{read as look, write};
use crate::jwe::{Content, is_sealed};
use crate::limits;
use crate::secret::{Capability, Hashed, Tag, sha256, unbase64};
use crate::store::owner::{self, Change};
use crate::store::passcode::ATTEMPTS;
use crate::store::share::{self, Made, New, Put, Version};
use crate::store::{DIRECT, LONG_TERM, Owned, PASSCODE, enrol, marks};
use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use serde::Deserialize;
use serde_json::value::RawValue;
use serde_json::{Value, json};
use zeroize::Zeroizing;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Make {
    name: String,
    write_hash: String,
    #[serde(default)]
    flag: String,
    exp: Option<i64>,
    passcode: Option<String>,
}

/// POST /v1/shares, with an enrolment token.
pub(super) async fn make(State(host): Shared, headers: HeaderMap, body: Body) -> Said {
    let token = shown_token(&host, &headers).await?;
    let asked: Make = json_of(body, limits::SMALL_BODY).await?;
    let tag = Capability::parse(&asked.name).ok_or(Refused::Bad("name: 32 bytes in base64url"))?.tag();
    let secret = tag_of(&asked.write_hash).ok_or(Refused::Bad("writeHash: 32 bytes in base64url"))?;
    let flags =
        flags_of(&asked.flag).ok_or(Refused::Bad("flag: of L, P and U in this order, never P with U"))?;
    let now = host.now();
    if asked.exp.is_some_and(|exp| exp <= now) {
        return Err(Refused::Bad("exp: seconds since 1970, to come"));
    }
    let passcode = match (flags & PASSCODE != 0, asked.passcode.map(Zeroizing::new)) {
        (false, None) => None,
        (true, Some(passcode)) if (6..=128).contains(&passcode.len()) => Some(hashed(&host, passcode).await?),
        _ => return Err(Refused::Bad("passcode: 6 to 128 bytes with P, none without")),
    };
    if host.is_marked(&[tag]).await? {
        return Err(Refused::Taken);
    }
    let new = New { tag, secret, flags, expires: asked.exp, passcode, token };
    match write(&*host.main, move |tx| share::make(tx, &new, now)).await? {
        Made::Done => {
            Ok(json_answer(StatusCode::OK, &json!({ "url": format!("{}/s/{}", host.origin, asked.name) })))
        }
        Made::Taken => Err(Refused::Taken),
        Made::NoToken => Err(Refused::NoToken),
    }
}

/// The enrolment token that is shown, looked at before anything dear is done.
pub(super) async fn shown_token(host: &Host, headers: &HeaderMap) -> Result<Tag, Refused> {
    let token = bearer(headers).and_then(crate::secret::secret_tag).ok_or(Refused::NoToken)?;
    let is_good = look(&*host.main, move |tx| enrol::is_good(tx, &token)).await?;
    if is_good { Ok(token) } else { Err(Refused::NoToken) }
}

async fn hashed(host: &Host, passcode: Zeroizing<String>) -> Result<Hashed, Refused> {
    let turn = turn_at_argon(host).await?;
    let secrets = host.secrets.passcodes();
    let kept = tokio::task::spawn_blocking(move || secrets.hash_passcode(&passcode)).await;
    drop(turn);
    Ok(kept.map_err(|_| Refused::Away)??)
}

/// A hash that a phone sends of a secret that it keeps.
pub(super) fn tag_of(hash: &str) -> Option<Tag> {
    unbase64(hash, 43)?.try_into().ok()
}

fn flags_of(flag: &str) -> Option<i64> {
    match flag {
        "" => Some(0),
        "L" => Some(LONG_TERM),
        "P" => Some(PASSCODE),
        "U" => Some(DIRECT),
        "LP" => Some(LONG_TERM | PASSCODE),
        "LU" => Some(LONG_TERM | DIRECT),
        _ => None,
    }
}

#[derive(Deserialize)]
pub(super) struct Files {
    revision: i64,
    files: Vec<File>,
    list: Option<Box<RawValue>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct File {
    content_type: String,
    jwe: String,
}

/// PUT /s/{name}/files: a version of the files, in place of the one before.
pub(super) async fn put(State(host): Shared, named: Named, headers: HeaderMap, body: Body) -> Said {
    let (tag, secret) = (named.tag, shown_secret(&headers)?);
    let flags = owned(&host, tag, secret).await?.flags;
    let asked: Files = json_of(body, limits::FILES_BODY).await?;
    if asked.revision < 1 {
        return Err(Refused::Bad("revision: 1 or more"));
    }
    if asked.files.is_empty()
        || asked.files.len() > limits::FILES
        || (flags & DIRECT != 0 && asked.files.len() != 1)
    {
        return Err(Refused::Bad("files: 1 to 16, and 1 where the link is the file itself"));
    }
    let mut files = Vec::with_capacity(asked.files.len());
    for file in asked.files {
        let content = Content::parse(&file.content_type).ok_or(Refused::Bad("contentType"))?;
        if file.jwe.len() > limits::FILE {
            return Err(Refused::TooLong);
        }
        if !is_sealed(&file.jwe, content) {
            return Err(Refused::Bad("jwe: compact, dir, A256GCM, cty as contentType"));
        }
        files.push((content.number(), file.jwe.into_bytes()));
    }
    let mut digest = Vec::new();
    for (kind, body) in &files {
        digest.extend([kind.to_be_bytes().as_slice(), &sha256(body)].concat());
    }
    let list = match asked.list {
        None => None,
        Some(list) => {
            if list.get().len() > limits::LIST || !is_list(list.get()) {
                return Err(Refused::Bad("list: a FHIR List of at most 16 KiB"));
            }
            digest.extend(sha256(list.get().as_bytes()));
            Some(host.secrets.seal(&named.link, list.get().as_bytes())?)
        }
    };
    let version = Version { revision: asked.revision, digest: sha256(&digest), files, list };
    let now = host.now();
    match write(&*host.main, move |tx| share::put(tx, &tag, &secret, &version, now)).await? {
        Put::Done => done(),
        Put::Behind(revision) => Err(Refused::Behind(revision)),
        Put::Not(Owned::Ended) => Err(Refused::Ended),
        Put::Not(_) => Err(Refused::NotHere),
    }
}

fn is_list(json: &str) -> bool {
    serde_json::from_str::<Value>(json)
        .is_ok_and(|list| list.get("resourceType").is_some_and(|kind| kind == "List"))
}

/// The share, if this is its owner and it was not ended.
async fn owned(host: &Host, tag: Tag, secret: Tag) -> Result<owner::State, Refused> {
    let state =
        look(&*host.main, move |tx| owner::state(tx, &tag, &secret)).await?.ok_or(Refused::NotHere)?;
    if state.ended.is_some() || host.is_marked(&[tag]).await? { Err(Refused::Ended) } else { Ok(state) }
}

async fn change(host: &Host, tag: Tag, secret: Tag, change: Change) -> Said {
    owned(host, tag, secret).await?;
    match write(&*host.main, move |tx| owner::change(tx, &tag, &secret, change)).await? {
        Owned::Done => done(),
        Owned::Ended => Err(Refused::Ended),
        Owned::Unknown => Err(Refused::NotHere),
    }
}

/// POST /s/{name}/pause
pub(super) async fn pause(State(host): Shared, named: Named, headers: HeaderMap) -> Said {
    change(&host, named.tag, shown_secret(&headers)?, Change::Pause).await
}

/// POST /s/{name}/resume
pub(super) async fn resume(State(host): Shared, named: Named, headers: HeaderMap) -> Said {
    change(&host, named.tag, shown_secret(&headers)?, Change::Resume).await
}

#[derive(Deserialize)]
pub(super) struct Extend {
    exp: Option<i64>,
}

/// POST /s/{name}/extend: it ends by itself at another time, also an earlier one; or never.
pub(super) async fn extend(State(host): Shared, named: Named, headers: HeaderMap, body: Body) -> Said {
    let secret = shown_secret(&headers)?;
    let Extend { exp } = json_of(body, limits::SMALL_BODY).await?;
    if exp.is_some_and(|exp| exp <= host.now()) {
        return Err(Refused::Bad("exp: seconds since 1970, to come"));
    }
    change(&host, named.tag, secret, Change::Extend(exp)).await
}

#[derive(Deserialize)]
pub(super) struct End {
    mark: Option<String>,
}

/// POST /s/{name}/end: for good. The mark is on the disk before anything else is done, and is
/// what counts: a share with a mark is not handed out, whatever the main database says.
pub(super) async fn end(State(host): Shared, named: Named, headers: HeaderMap, body: Body) -> Said {
    let (tag, secret) = (named.tag, shown_secret(&headers)?);
    let End { mark } = json_of(body, limits::SMALL_BODY).await?;
    let left = match mark {
        None => None,
        Some(mark) => {
            let left = unbase64(&mark, 2 * marks::LONGEST).filter(|left| left.len() <= marks::LONGEST);
            Some(left.ok_or(Refused::Bad("mark: at most 4096 bytes in base64url"))?)
        }
    };
    if look(&*host.main, move |tx| owner::standing(tx, &tag, &secret)).await? == Owned::Unknown {
        return Err(Refused::NotHere);
    }
    let now = host.now();
    write(&*host.marks, move |tx| marks::mark(tx, &tag, left.clone(), now)).await?;
    write(&*host.main, move |tx| owner::wipe(tx, &tag, now)).await?;
    done()
}

/// GET /s/{name}/state
pub(super) async fn state(State(host): Shared, named: Named, headers: HeaderMap) -> Said {
    let (tag, secret) = (named.tag, shown_secret(&headers)?);
    let state =
        look(&*host.main, move |tx| owner::state(tx, &tag, &secret)).await?.ok_or(Refused::NotHere)?;
    let marked = look(&*host.marks, move |tx| marks::find(tx, &tag)).await?.map(|(at, _)| at);
    let flag: String = [(LONG_TERM, 'L'), (PASSCODE, 'P'), (DIRECT, 'U')]
        .into_iter()
        .filter_map(|(bit, letter)| (state.flags & bit != 0).then_some(letter))
        .collect();
    let left = (state.flags & PASSCODE != 0).then(|| (ATTEMPTS - state.spent).max(0));
    let said = json!({
        "flag": flag, "exp": state.expires, "paused": state.paused, "held": state.held,
        "ended": marked.or(state.ended), "revision": state.revision, "served": state.served,
        "remainingAttempts": left, "now": host.now(),
    });
    Ok(json_answer(StatusCode::OK, &said))
}

/// GET /s/{name}/receipts: who looked, as they said themselves; the newest first.
pub(super) async fn receipts(State(host): Shared, named: Named, headers: HeaderMap) -> Said {
    let (tag, secret) = (named.tag, shown_secret(&headers)?);
    let found =
        look(&*host.main, move |tx| owner::receipts(tx, &tag, &secret)).await?.ok_or(Refused::NotHere)?;
    let said = |(n, at, who): owner::Receipt| {
        let who = host.secrets.open(&named.link, &who).and_then(|words| String::from_utf8(words).ok());
        json!({ "n": n, "at": at, "time": moment(at), "recipient": who })
    };
    let receipts: Vec<Value> = found.into_iter().map(said).collect();
    Ok(json_answer(StatusCode::OK, &json!({ "receipts": receipts })))
}
