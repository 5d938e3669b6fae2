//! The mailbox of a plan at its host (docs/host.md): a queue of sealed items for the person's phones
//! and their carers. Its owner lets members in and takes them out; a member leaves, reads and
//! acknowledges. What it answers is hostile: bounded, and nothing of it is believed that a seal
//! inside does not say.

use super::control::Control;
use super::host::{HostError, posting, sent};
use crate::base64::{decode_url, encode_url};
use crate::sync::http::{Http, Method, Request, Response, Token};
use hearth_sealed::{NoRandomness, Secret};
use ring::digest::{SHA256, digest};
use serde::Deserialize;
use serde_json::json;
use url::Url;
use zeroize::Zeroizing;

/// Bytes of a member's and of an item's name.
pub const MEMBER: usize = 16;
/// Most bytes of one item (the host's own bound).
pub const MAX_ITEM: usize = 256 << 10;
/// Most items that are asked for at once.
pub const PAGE: usize = 64;
/// Most members that a mailbox has.
pub const MAX_MEMBERS: usize = 64;
/// Most bytes of an answer with items: 4 MiB of them and one more, as letters, and what is around them.
const MOST: usize = 8 << 20;

/// What a member may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// One of the person's own phones.
    Phone,
    /// A carer, and whoever is being let in.
    Carer,
}

impl Role {
    fn name(self) -> &'static str {
        match self {
            Role::Phone => "phone",
            Role::Carer => "carer",
        }
    }
}

/// What an item is, as the host has to know it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// Of one of the person's phones for the others.
    Bundle,
    /// Of a carer for the person's phones.
    Suggestion,
    /// A word to one member.
    Word,
}

impl Sort {
    fn name(self) -> &'static str {
        match self {
            Sort::Bundle => "bundle",
            Sort::Suggestion => "suggestion",
            Sort::Word => "end-mark",
        }
    }

    fn of_name(name: &str) -> Option<Self> {
        [Sort::Bundle, Sort::Suggestion, Sort::Word].into_iter().find(|sort| sort.name() == name)
    }
}

/// What one member opens their place with. Prints no secret.
#[derive(Debug)]
pub struct Access {
    /// The member's name.
    pub member: [u8; MEMBER],
    reads: Secret<32>,
    writes: Secret<32>,
}

impl Access {
    /// With these secrets.
    pub fn new(member: [u8; MEMBER], reads: Secret<32>, writes: Secret<32>) -> Self {
        Self { member, reads, writes }
    }

    /// With secrets of its own, which nobody else ever had.
    ///
    /// # Errors
    /// [`NoRandomness`].
    pub fn fresh(member: [u8; MEMBER]) -> Result<Self, NoRandomness> {
        Ok(Self { member, reads: Secret::random()?, writes: Secret::random()? })
    }

    /// What the host keeps of the secret to read with and the one to write with.
    pub fn hashes(&self) -> ([u8; 32], [u8; 32]) {
        let hash = |secret: &Secret<32>| {
            let mut out = [0; 32];
            let sum = digest(&SHA256, secret.expose());
            out.iter_mut().zip(sum.as_ref()).for_each(|(to, from)| *to = *from);
            out
        };
        (hash(&self.reads), hash(&self.writes))
    }

    /// To be kept, sealed.
    pub fn to_bytes(&self) -> Zeroizing<Vec<u8>> {
        Zeroizing::new([self.member.as_slice(), self.reads.expose(), self.writes.expose()].concat())
    }

    /// As it was kept.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (member, rest) = bytes.split_first_chunk::<MEMBER>()?;
        let (reads, writes) = rest.split_at_checked(32)?;
        Some(Self { member: *member, reads: Secret::from_slice(reads)?, writes: Secret::from_slice(writes)? })
    }

    fn bearer(&self, secret: &Secret<32>) -> Token {
        Token::new(format!("{}.{}", encode_url(&self.member), encode_url(secret.expose())))
    }
}

/// A member, as the host tells the owner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Member {
    /// Its name.
    pub member: [u8; MEMBER],
    /// When it last looked, to five minutes: seconds since 1970. None if never, as the host says.
    pub looked: Option<i64>,
}

/// An item that is to be left.
pub struct Item<'a> {
    /// Its name: left twice it is the same.
    pub id: [u8; MEMBER],
    /// What it is.
    pub sort: Sort,
    /// Whom it is for; the person's phones where nobody is named.
    pub to: Option<[u8; MEMBER]>,
    /// Sealed.
    pub body: &'a [u8],
}

/// An item as it came. Only its body says anything, once it opens.
#[derive(Clone, PartialEq, Eq)]
pub struct Came {
    /// Its number: they rise.
    pub seq: i64,
    /// What the host says it is.
    pub sort: Sort,
    /// Who left it, as the host says.
    pub from: [u8; MEMBER],
    /// Sealed.
    pub body: Vec<u8>,
}

impl std::fmt::Debug for Came {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Came({}, {:?}, {} bytes)", self.seq, self.sort, self.body.len())
    }
}

/// Some items, in order.
#[derive(Debug, Default)]
pub struct Page {
    /// The items that can be read.
    pub items: Vec<Came>,
    /// The number up to which everything was looked at, also what could not be read.
    pub upto: i64,
    /// There are more behind these.
    pub more: bool,
    /// The number that was given last in this mailbox, as the host says.
    pub last: Option<i64>,
    /// Up to which number we have said that we have everything, as the host says.
    pub acked: Option<i64>,
}

/// A mailbox as its owner has it: any phone of the person's.
pub struct Owner<'a> {
    http: &'a dyn Http,
    origin: &'a Url,
    control: &'a Control,
}

impl<'a> Owner<'a> {
    /// The mailbox at a host.
    pub fn new(http: &'a dyn Http, origin: &'a Url, control: &'a Control) -> Self {
        Self { http, origin, control }
    }

    fn at(&self, what: &str) -> Result<Url, HostError> {
        let path = format!("m/{}{what}", self.control.name());
        self.origin.join(&path).map_err(|_| HostError::Address)
    }

    fn asked(&self, mut request: Request) -> Result<Response, HostError> {
        request.bearer = Some(self.control.write_secret());
        sent(self.http, &request)
    }

    /// Makes it. Made again it stays as it was made.
    ///
    /// # Errors
    /// [`HostError`].
    pub fn make(&self, token: &Token) -> Result<(), HostError> {
        let said = json!({ "name": self.control.name(), "ownerHash": self.control.write_hash() });
        let url = self.origin.join("v1/mailboxes").map_err(|_| HostError::Address)?;
        let mut request = posting(url, &said);
        request.bearer = Some(token.clone());
        sent(self.http, &request).map(drop)
    }

    /// Lets a member in, or gives it other secrets and another role: only their hashes are known here.
    ///
    /// # Errors
    /// [`HostError::Taken`] where it was taken out before; [`HostError`].
    pub fn admit(
        &self,
        member: &[u8; MEMBER],
        role: Role,
        (reads, writes): ([u8; 32], [u8; 32]),
    ) -> Result<(), HostError> {
        let said =
            json!({ "role": role.name(), "readHash": encode_url(&reads), "writeHash": encode_url(&writes) });
        let mut request = posting(self.at(&format!("/members/{}", encode_url(member)))?, &said);
        request.method = Method::Put;
        self.asked(request).map(drop)
    }

    /// Takes a member out, for good.
    ///
    /// # Errors
    /// [`HostError`]; one that is not there is out.
    pub fn remove(&self, member: &[u8; MEMBER]) -> Result<(), HostError> {
        let url = self.at(&format!("/members/{}", encode_url(member)))?;
        match self.asked(Request::new(Method::Delete, url)) {
            Ok(_) | Err(HostError::NotThere) => Ok(()),
            Err(error) => Err(error),
        }
    }

    /// Takes the whole mailbox away, for good.
    ///
    /// # Errors
    /// [`HostError`]; one that is not there is gone.
    pub fn end(&self) -> Result<(), HostError> {
        match self.asked(Request::new(Method::Delete, self.at("")?)) {
            Ok(_) | Err(HostError::NotThere) => Ok(()),
            Err(error) => Err(error),
        }
    }

    /// Its members, and when each last looked, as the host says.
    ///
    /// # Errors
    /// [`HostError`].
    pub fn members(&self) -> Result<Vec<Member>, HostError> {
        let answer = self.asked(Request::new(Method::Get, self.at("/members")?))?;
        read_members(&answer.body)
    }
}

/// A mailbox as one member has it.
pub struct Door<'a> {
    http: &'a dyn Http,
    url: &'a Url,
    access: &'a Access,
}

impl<'a> Door<'a> {
    /// The mailbox at an address, for who has this.
    pub fn new(http: &'a dyn Http, url: &'a Url, access: &'a Access) -> Self {
        Self { http, url, access }
    }

    fn at(&self, what: &str) -> Result<Url, HostError> {
        let mut url = self.url.clone();
        url.path_segments_mut().map_err(|()| HostError::Address)?.push(what);
        Ok(url)
    }

    /// Leaves an item.
    ///
    /// # Errors
    /// [`HostError::Full`] where no more fits; [`HostError`].
    pub fn leave(&self, item: &Item<'_>) -> Result<(), HostError> {
        if item.body.is_empty() || item.body.len() > MAX_ITEM {
            return Err(HostError::TooLong);
        }
        let mut said =
            json!({ "id": encode_url(&item.id), "kind": item.sort.name(), "body": encode_url(item.body) });
        if let Some(to) = &item.to {
            said["to"] = encode_url(to).into();
        }
        let mut request = posting(self.at("items")?, &said);
        request.bearer = Some(self.access.bearer(&self.access.writes));
        sent(self.http, &request).map(drop)
    }

    /// What waits behind a number.
    ///
    /// # Errors
    /// [`HostError`].
    pub fn read(&self, after: i64) -> Result<Page, HostError> {
        let mut url = self.at("items")?;
        url.query_pairs_mut()
            .append_pair("after", &after.to_string())
            .append_pair("limit", &PAGE.to_string());
        let mut request = Request::new(Method::Get, url);
        request.bearer = Some(self.access.bearer(&self.access.reads));
        request.most = MOST;
        let answer = sent(self.http, &request)?;
        read_page(&answer.body, after)
    }

    /// Says that everything up to a number is here.
    ///
    /// # Errors
    /// [`HostError`].
    pub fn acknowledge(&self, upto: i64) -> Result<(), HostError> {
        let mut request = posting(self.at("ack")?, &json!({ "upTo": upto }));
        request.bearer = Some(self.access.bearer(&self.access.reads));
        sent(self.http, &request).map(drop)
    }
}

#[derive(Deserialize)]
struct Members {
    members: Vec<SaidMember>,
}

#[derive(Deserialize)]
struct SaidMember {
    id: String,
    #[serde(default)]
    looked: Option<i64>,
}

/// Reads what a host says of its members.
///
/// # Errors
/// [`HostError::NotReadable`].
pub fn read_members(body: &[u8]) -> Result<Vec<Member>, HostError> {
    let said: Members = serde_json::from_slice(body).map_err(|_| HostError::NotReadable)?;
    let known = said.members.into_iter().take(MAX_MEMBERS).filter_map(|member| {
        Some(Member { member: decode_url(&member.id)?.try_into().ok()?, looked: member.looked })
    });
    Ok(known.collect())
}

#[derive(Deserialize)]
struct Items {
    items: Vec<SaidItem>,
    #[serde(default)]
    more: bool,
    last: Option<i64>,
    acked: Option<i64>,
}

#[derive(Deserialize)]
struct SaidItem {
    seq: i64,
    kind: String,
    from: String,
    body: String,
}

/// Reads items that wait behind a number. They must rise from there: a host that plays old ones
/// again, or goes round in a ring, gives nothing. What is of a kind that is not known here is passed
/// over.
///
/// # Errors
/// [`HostError::NotReadable`].
pub fn read_page(body: &[u8], after: i64) -> Result<Page, HostError> {
    if body.len() > MOST {
        return Err(HostError::TooLong);
    }
    let said: Items = serde_json::from_slice(body).map_err(|_| HostError::NotReadable)?;
    if said.items.len() > PAGE || (said.more && said.items.is_empty()) {
        return Err(HostError::NotReadable);
    }
    let (last, acked) = (said.last, said.acked);
    let mut page = Page { items: Vec::new(), upto: after, more: said.more, last, acked };
    for item in said.items {
        if item.seq <= page.upto {
            return Err(HostError::NotReadable);
        }
        page.upto = item.seq;
        let came = || {
            let from = decode_url(&item.from)?.try_into().ok()?;
            let body = decode_url(&item.body).filter(|body| body.len() <= MAX_ITEM)?;
            Some(Came { seq: item.seq, sort: Sort::of_name(&item.kind)?, from, body })
        };
        page.items.extend(came());
    }
    Ok(page)
}

#[cfg(test)]
mod tests;
