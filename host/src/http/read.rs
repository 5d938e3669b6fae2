//! What whoever has a link may ask: the manifest, the file itself, a file by its ticket; and what
//! anybody may ask: what this host is, and what time it is.

use super::answer::{Refused, json_answer, moment};
use super::{Host, Named, Read, Said, Shared, json_of};
use crate::engine::{read as look, write};
use crate::jwe::Content;
use crate::limits;
use crate::secret::{Capability, Tag, unbase64};
use crate::store::passcode::{self, Taken};
use crate::store::serve::{self, Manifest};
use crate::store::{DIRECT, LONG_TERM, PASSCODE, marks};
use axum::body::Body;
use axum::extract::{Query, State};
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use serde::Deserialize;
use serde_json::{Value, json};
use std::future::Future;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use zeroize::Zeroizing;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Asked {
    recipient: String,
    passcode: Option<String>,
    embedded_length_max: Option<u64>,
}

/// POST /s/{name}: the manifest.
pub(super) async fn manifest(State(host): Shared, named: Named, body: Body) -> Said {
    let asked: Asked = json_of(body, limits::SMALL_BODY).await?;
    if asked.recipient.trim().is_empty() {
        return Err(Refused::Bad("recipient"));
    }
    let inside = Arc::clone(&host);
    to_its_end(&host, async move {
        let door = opened(&inside, &named.tag).await?;
        if door.flags & DIRECT != 0 {
            return Err(Refused::NotHere);
        }
        if door.flags & PASSCODE != 0 {
            let passcode = asked.passcode.map(Zeroizing::new).filter(|passcode| !passcode.is_empty());
            let passcode = passcode.ok_or(Refused::Passcode(door.left))?;
            tried(&inside, &named.tag, passcode).await?;
        }
        let embed =
            asked.embedded_length_max.map_or(limits::EMBED, |most| most.min(limits::EMBED as u64) as i64);
        let given = handed_out(&inside, &named, &asked.recipient, embed).await?;
        Ok(json_answer(StatusCode::OK, &as_json(&inside, &named, &given)))
    })
    .await
}

#[derive(Deserialize)]
pub(super) struct Direct {
    recipient: Option<String>,
}

/// GET /s/{name}: the one file of a link that is the file itself.
pub(super) async fn direct(State(host): Shared, named: Named, query: Read<Direct>) -> Said {
    let recipient = query.ok().and_then(|query| query.0.recipient).filter(|who| !who.trim().is_empty());
    let inside = Arc::clone(&host);
    to_its_end(&host, async move {
        let door = opened(&inside, &named.tag).await?;
        if door.flags & DIRECT == 0 {
            return Err(Refused::NotHere);
        }
        let recipient = recipient.ok_or(Refused::Bad("recipient"))?;
        let given = handed_out(&inside, &named, &recipient, limits::FILE as i64).await?;
        let file = given.files.into_iter().next().and_then(|file| file.body).ok_or(Refused::NotHere)?;
        Ok(([(header::CONTENT_TYPE, "application/jose")], file).into_response())
    })
    .await
}

/// GET /f/{ticket}: a file that a manifest named.
pub(super) async fn file(State(host): Shared, uri: axum::http::Uri) -> Said {
    let ticket = uri.path().split('/').nth(2).unwrap_or_default();
    let now = host.now();
    let (tag, n, revision) = host.secrets.redeem(ticket, now).ok_or(Refused::NotHere)?;
    if host.is_marked(&[tag]).await? {
        return Err(Refused::NotHere);
    }
    let file = look(&*host.main, move |tx| serve::file(tx, &tag, n, revision, now)).await?;
    let file = file.ok_or(Refused::NotHere)?;
    Ok(([(header::CONTENT_TYPE, "application/jose")], file).into_response())
}

/// GET /s/{name}/end-mark: what the owner left for followers when the share was ended.
pub(super) async fn end_mark(State(host): Shared, named: Named) -> Said {
    let mark = look(&*host.marks, move |tx| marks::find(tx, &named.tag)).await?;
    let left = mark.and_then(|(_, left)| left).ok_or(Refused::NotHere)?;
    Ok(([(header::CONTENT_TYPE, "application/octet-stream")], left).into_response())
}

/// GET /v1/host: what a phone must know before it makes a share here.
pub(super) async fn about(State(host): Shared) -> Said {
    let about = json!({
        "host": "hearth-host", "version": env!("CARGO_PKG_VERSION"), "origin": host.origin,
        "timeKey": host.secrets.time_key(),
        "limits": {
            "files": limits::FILES, "fileBytes": limits::FILE, "filesBodyBytes": limits::FILES_BODY,
            "passcodeAttempts": passcode::ATTEMPTS, "receipts": serve::RECEIPTS, "locationSeconds": limits::LOCATION,
            "itemBytes": limits::ITEM, "mailboxItems": crate::store::mailbox::ITEMS,
            "mailboxBytes": crate::store::mailbox::BYTES,
        },
    });
    Ok(json_answer(StatusCode::OK, &about))
}

#[derive(Deserialize)]
pub(super) struct Nonce {
    nonce: String,
}

/// GET /v1/time?nonce=: the time, signed for who asked.
pub(super) async fn time(State(host): Shared, query: Read<Nonce>) -> Said {
    const WHY: Refused = Refused::Bad("nonce");
    let Query(Nonce { nonce }) = query.map_err(|_| WHY)?;
    let bytes = unbase64(&nonce, 86).filter(|bytes| (16..=64).contains(&bytes.len())).ok_or(WHY)?;
    let time = host.now();
    let signature = host.secrets.sign_time(&host.origin, time, &bytes);
    let said = json!({ "time": time, "nonce": nonce, "origin": host.origin,
        "key": host.secrets.time_key(), "signature": signature });
    Ok(json_answer(StatusCode::OK, &said))
}

/// Runs to its end also when whoever asked is gone: what was taken must be settled.
async fn to_its_end<F>(host: &Arc<Host>, work: F) -> Said
where
    F: Future<Output = Said> + Send + 'static,
{
    let turn = Arc::clone(&host.running).try_acquire_owned().map_err(|_| Refused::Away)?;
    let running = tokio::spawn(async move {
        let _turn = turn;
        work.await
    });
    running.await.unwrap_or(Err(Refused::Away))
}

async fn opened(host: &Host, tag: &Tag) -> Result<serve::Door, Refused> {
    if host.is_marked(&[*tag]).await? {
        return Err(Refused::NotHere);
    }
    let (tag, now) = (*tag, host.now());
    look(&*host.main, move |tx| serve::door(tx, &tag, now)).await?.ok_or(Refused::NotHere)
}

/// Looks at a passcode. The turn is waited for before the attempt is taken, so that what is taken
/// is settled at once.
async fn tried(host: &Host, tag: &Tag, passcode: Zeroizing<String>) -> Result<(), Refused> {
    let turn = turn_at_argon(host).await?;
    let (tag, now) = (*tag, host.now());
    let kept = match write(&*host.main, move |tx| passcode::take(tx, &tag, now)).await? {
        Taken::Try(kept) => kept,
        Taken::Wait => return Err(Refused::TooOften(1)),
        Taken::Closed => return Err(Refused::NotHere),
    };
    let is_right = {
        let secrets = host.secrets.passcodes();
        let looked = tokio::task::spawn_blocking(move || secrets.is_passcode(&passcode, &kept));
        looked.await.map_err(|_| Refused::Away)??
    };
    drop(turn);
    if is_right {
        write(&*host.main, move |tx| passcode::was_right(tx, &tag)).await?;
        return Ok(());
    }
    host.figures.wrong_passcode();
    let left = write(&*host.main, move |tx| passcode::was_wrong(tx, &tag)).await?;
    Err(Refused::Passcode(left))
}

/// A turn at Argon2: as many at once as there are cores, and so many that wait.
pub(super) async fn turn_at_argon(host: &Host) -> Result<tokio::sync::OwnedSemaphorePermit, Refused> {
    struct Waits<'a>(&'a Host);
    impl Drop for Waits<'_> {
        fn drop(&mut self) {
            self.0.waiting.fetch_sub(1, Ordering::Relaxed);
        }
    }
    let before = host.waiting.fetch_add(1, Ordering::Relaxed);
    let _waits = Waits(host);
    if before >= limits::WAITING {
        return Err(Refused::TooOften(5));
    }
    Arc::clone(&host.argon).acquire_owned().await.map_err(|_| Refused::Away)
}

async fn handed_out(host: &Host, named: &Named, recipient: &str, embed: i64) -> Result<Manifest, Refused> {
    let who: String = recipient.chars().take(limits::RECIPIENT).collect();
    let who = host.secrets.seal(&named.link, who.as_bytes())?;
    let (tag, now) = (named.tag, host.now());
    let given = write(&*host.main, move |tx| serve::hand_out(tx, &tag, &who, embed, now)).await?;
    given.ok_or(Refused::NotHere)
}

fn as_json(host: &Host, named: &Named, given: &Manifest) -> Value {
    let until = host.now() + limits::LOCATION;
    // Either the file or where it is, never both: readers refuse a file that has both.
    let file = |file: &serve::Handed| {
        let mut said = json!({ "contentType": Content::name(file.kind), "lastUpdated": moment(file.at) });
        if file.kind == Content::Fhir.number() {
            said["fhirVersion"] = "4.0.1".into();
        }
        match &file.body {
            Some(body) => said["embedded"] = String::from_utf8_lossy(body).into(),
            None => {
                let ticket = host.secrets.ticket(&named.tag, file.n as u16, given.revision, until);
                said["location"] = format!("{}/f/{ticket}", host.origin).into();
            }
        }
        said
    };
    let files: Vec<Value> = given.files.iter().map(file).collect();
    let status = if given.flags & LONG_TERM != 0 { "can-change" } else { "finalized" };
    let mut said = json!({ "status": status, "files": files });
    let list = given.list.as_deref().and_then(|sealed| listed(host, &named.link, sealed));
    if let Some(list) = list {
        said["list"] = list;
    }
    said
}

fn listed(host: &Host, link: &Capability, sealed: &[u8]) -> Option<Value> {
    serde_json::from_slice(&host.secrets.open(link, sealed)?).ok()
}
