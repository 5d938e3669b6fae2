//! The mailbox of a plan: own phones' bundles, carers' suggestions, end marks. All of it sealed.

use super::answer::{Refused, json_answer};
use super::owner::{shown_token, tag_of};
use super::{Host, Named, Read, Said, Shared, bearer, done, json_of, shown_secret};
use crate::engine::{read as look, write};
use crate::limits;
use crate::secret::{Capability, Tag, base64, secret_tag, tag as tagged, unbase64};
use crate::store::mailbox::{self, Kind, Left, Letter};
use crate::store::marks;
use crate::store::member::{self, Admit, Admitted, Right, Role};
use crate::store::share::Made;
use axum::body::Body;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode, Uri};
use serde::Deserialize;
use serde_json::{Value, json};

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Make {
    name: String,
    owner_hash: String,
}

/// POST /v1/mailboxes, with an enrolment token.
pub(super) async fn make(State(host): Shared, headers: HeaderMap, body: Body) -> Said {
    let token = shown_token(&host, &headers).await?;
    let asked: Make = json_of(body, limits::SMALL_BODY).await?;
    let tag = Capability::parse(&asked.name).ok_or(Refused::Bad("name: 32 bytes in base64url"))?.tag();
    let owner = tag_of(&asked.owner_hash).ok_or(Refused::Bad("ownerHash: 32 bytes in base64url"))?;
    if host.is_marked(&[tag]).await? {
        return Err(Refused::Taken);
    }
    let now = host.now();
    match write(&*host.main, move |tx| mailbox::make(tx, &tag, &owner, &token, now)).await? {
        Made::Done => {
            Ok(json_answer(StatusCode::OK, &json!({ "url": format!("{}/m/{}", host.origin, asked.name) })))
        }
        Made::Taken => Err(Refused::Taken),
        Made::NoToken => Err(Refused::NoToken),
    }
}

/// The owner's secret, if it is this mailbox's and the mailbox was not ended.
async fn owned(host: &Host, tag: Tag, headers: &HeaderMap) -> Result<Tag, Refused> {
    let owner = shown_secret(headers)?;
    let is_owner = look(&*host.main, move |tx| mailbox::is_owner(tx, &tag, &owner)).await?;
    if is_owner && !host.is_marked(&[tag]).await? { Ok(owner) } else { Err(Refused::NotHere) }
}

/// DELETE /m/{name}: takes the mailbox away, for good. Done again, it is done.
pub(super) async fn end(State(host): Shared, named: Named, headers: HeaderMap) -> Said {
    let (tag, now) = (named.tag, host.now());
    owned(&host, tag, &headers).await?;
    write(&*host.marks, move |tx| marks::mark(tx, &tag, None, now)).await?;
    write(&*host.main, move |tx| mailbox::wipe(tx, &tag)).await?;
    done()
}

/// GET /m/{name}/members: the person's phones and carers.
pub(super) async fn members(State(host): Shared, named: Named, headers: HeaderMap) -> Said {
    let tag = named.tag;
    let owner = owned(&host, tag, &headers).await?;
    let found = look(&*host.main, move |tx| member::list(tx, &tag, &owner)).await?.ok_or(Refused::NotHere)?;
    let said = |member: member::Member| {
        json!({ "id": base64(&member.id), "role": member.role.name(), "made": member.made,
            "looked": (member.looked > 0).then_some(member.looked), "acked": member.acked })
    };
    let members: Vec<Value> = found.into_iter().map(said).collect();
    Ok(json_answer(StatusCode::OK, &json!({ "members": members })))
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Letting {
    role: String,
    read_hash: String,
    write_hash: String,
}

/// PUT /m/{name}/members/{member}: lets a phone or a carer in, or gives it new secrets. One that
/// was taken out can't come in again under its old name.
pub(super) async fn admit(
    State(host): Shared,
    named: Named,
    uri: Uri,
    headers: HeaderMap,
    body: Body,
) -> Said {
    let (tag, id) = (named.tag, member_of(&uri)?);
    let owner = owned(&host, tag, &headers).await?;
    let asked: Letting = json_of(body, limits::SMALL_BODY).await?;
    let role = Role::parse(&asked.role).ok_or(Refused::Bad("role: phone or carer"))?;
    let reads = tag_of(&asked.read_hash).ok_or(Refused::Bad("readHash: 32 bytes in base64url"))?;
    let writes = tag_of(&asked.write_hash).ok_or(Refused::Bad("writeHash: 32 bytes in base64url"))?;
    if host.is_marked(&[member_tag(&tag, &id)]).await? {
        return Err(Refused::Taken);
    }
    let (admit, now) = (Admit { id, role, reads, writes }, host.now());
    match write(&*host.main, move |tx| member::admit(tx, &tag, &owner, &admit, now)).await? {
        Admitted::Done => done(),
        Admitted::Unknown => Err(Refused::NotHere),
        Admitted::Full => Err(Refused::Full),
    }
}

/// DELETE /m/{name}/members/{member}: takes one out, for good.
pub(super) async fn remove(State(host): Shared, named: Named, uri: Uri, headers: HeaderMap) -> Said {
    let (tag, id, now) = (named.tag, member_of(&uri)?, host.now());
    owned(&host, tag, &headers).await?;
    let mark = member_tag(&tag, &id);
    write(&*host.marks, move |tx| marks::mark(tx, &mark, None, now)).await?;
    write(&*host.main, move |tx| member::remove(tx, &tag, &id)).await?;
    done()
}

fn member_of(uri: &Uri) -> Result<Vec<u8>, Refused> {
    let member = uri.path().split('/').nth(4).unwrap_or_default();
    unbase64(member, 22).filter(|id| id.len() == 16).ok_or(Refused::Bad("member: 16 bytes in base64url"))
}

/// What an end mark of one member is kept by.
fn member_tag(mailbox: &Tag, member: &[u8]) -> Tag {
    tagged(b"hearth-host member 1", &[mailbox, member].concat())
}

/// What a member shows: `Bearer MEMBER.SECRET`. One that was taken out is a stranger.
async fn right(host: &Host, tag: &Tag, headers: &HeaderMap) -> Result<Right, Refused> {
    let (member, secret) = bearer(headers).and_then(|shown| shown.split_once('.')).ok_or(Refused::NotHere)?;
    let member = unbase64(member, 22).filter(|id| id.len() == 16).ok_or(Refused::NotHere)?;
    let secret = secret_tag(secret).ok_or(Refused::NotHere)?;
    if host.is_marked(&[*tag, member_tag(tag, &member)]).await? {
        return Err(Refused::NotHere);
    }
    Ok(Right { member, secret })
}

#[derive(Deserialize)]
pub(super) struct Leave {
    id: String,
    kind: String,
    to: Option<String>,
    body: String,
}

/// POST /m/{name}/items: leaves a sealed item.
pub(super) async fn leave(State(host): Shared, named: Named, headers: HeaderMap, body: Body) -> Said {
    let tag = named.tag;
    let right = right(&host, &tag, &headers).await?;
    // A stranger's body is not read.
    let shown = right.clone();
    if !look(&*host.main, move |tx| member::may_write(tx, &tag, &shown)).await? {
        return Err(Refused::NotHere);
    }
    let asked: Leave = json_of(body, limits::ITEM_BODY).await?;
    let id = unbase64(&asked.id, 22)
        .filter(|id| id.len() == 16)
        .ok_or(Refused::Bad("id: 16 bytes in base64url"))?;
    let kind = Kind::parse(&asked.kind).ok_or(Refused::Bad("kind: bundle, suggestion or end-mark"))?;
    let to = match asked.to {
        None => None,
        Some(to) => Some(unbase64(&to, 22).ok_or(Refused::Bad("to: 16 bytes in base64url"))?),
    };
    let body = unbase64(&asked.body, limits::ITEM_BODY).ok_or(Refused::Bad("body: base64url"))?;
    if body.is_empty() || body.len() > limits::ITEM {
        return Err(Refused::TooLong);
    }
    let (letter, now) = (Letter { id, kind, to, body }, host.now());
    match write(&*host.main, move |tx| mailbox::leave(tx, &tag, &right, &letter, now)).await? {
        Left::At(seq) => Ok(json_answer(StatusCode::OK, &json!({ "seq": seq }))),
        Left::Unknown => Err(Refused::NotHere),
        Left::NotYours => Err(Refused::NotYours),
        Left::Full => Err(Refused::Full),
    }
}

#[derive(Deserialize)]
pub(super) struct After {
    after: Option<i64>,
    limit: Option<i64>,
}

/// GET /m/{name}/items?after=&limit=: what waits for this member, in order.
pub(super) async fn read(State(host): Shared, named: Named, headers: HeaderMap, query: Read<After>) -> Said {
    let Query(After { after, limit }) = query.map_err(|_| Refused::Bad("after and limit: whole numbers"))?;
    let (after, most) = (after.unwrap_or(0), limit.unwrap_or(64).clamp(1, 64));
    let (tag, now) = (named.tag, host.now());
    let right = right(&host, &tag, &headers).await?;
    // One more than is asked for, to say whether there is more.
    let found = write(&*host.main, move |tx| mailbox::read(tx, &tag, &right, after, most + 1, now)).await?;
    let found = found.ok_or(Refused::NotHere)?;
    let (mut items, mut bytes, count) = (Vec::new(), 0, found.items.len());
    for item in found.items {
        if items.len() as i64 >= most || (!items.is_empty() && bytes + item.body.len() > limits::ITEMS_ANSWER)
        {
            break;
        }
        bytes += item.body.len();
        items.push(json!({ "seq": item.seq, "id": base64(&item.id), "kind": Kind::named(item.kind),
            "from": base64(&item.sender), "at": item.at, "body": base64(&item.body) }));
    }
    let more = items.len() < count;
    let (last, acked) = (found.last, found.acked);
    let said = json!({ "items": items, "more": more, "now": now, "last": last, "acked": acked });
    Ok(json_answer(StatusCode::OK, &said))
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Acked {
    up_to: i64,
}

/// POST /m/{name}/ack: this member has everything up to a number.
pub(super) async fn acknowledge(State(host): Shared, named: Named, headers: HeaderMap, body: Body) -> Said {
    let tag = named.tag;
    let right = right(&host, &tag, &headers).await?;
    let Acked { up_to } = json_of(body, limits::SMALL_BODY).await?;
    let known = write(&*host.main, move |tx| mailbox::acknowledge(tx, &tag, &right, up_to)).await?;
    if known { done() } else { Err(Refused::NotHere) }
}
