//! A copy of what somebody else shares, that is kept to be there without signal. It goes only on
//! proof: an end that was signed with the key that the file itself named, or a time past its own
//! end, signed by its host for this question. Silence, a lie, "not here": then it was not checked.

use super::control::{ended_at, is_signed_version};
use super::follow::{Asking, FollowError, follow};
use super::jwe::FHIR;
use super::link::{Link, LinkError, Reach};
use super::manifest::Status;
use super::version::tag;
use crate::base64::{decode_url, encode_url};
use crate::sync::http::{Http, Method, Request};
use crate::sync::world::World;
use ring::signature::{ED25519, UnparsedPublicKey};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use url::Url;
use zeroize::Zeroize;

/// The tag with the key that an end of the share is signed with.
pub const SIGNED_BY: &str = "signed-by";
/// The tag with the key that the share's host signs the time with.
pub const TIME_SIGNED_BY: &str = "time-signed-by";
/// The tag with the signature over the version itself, with the key of [`SIGNED_BY`].
pub const SIGNATURE: &str = "signature";
/// The tag with the time at which the share ends by itself, seconds since 1970.
pub const UNTIL: &str = "until";
/// The tag with the number of the version: it rises by one with each, whatever the clock does.
pub const VERSION: &str = "version";
/// Most bytes of an end mark, as a host keeps it.
const MAX_MARK: usize = 4096;

/// A copy that is kept: sealed where it lies, for its link is a key. `Debug` shows none of it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    link: String,
    passcode: Option<String>,
    /// What it says: a FHIR Bundle.
    pub file: String,
    /// When it was made, as it says itself: milliseconds since 1970.
    pub made: i64,
    /// When it was last checked, by this phone's clock: milliseconds since 1970.
    pub checked: i64,
    /// The key of the sentence for why it could not be checked since; none where it was.
    pub trouble: Option<String>,
    /// Its host says that it is no longer to be relied on.
    #[serde(default)]
    pub no_longer_valid: bool,
    /// How many files came with it that are not shown.
    #[serde(default)]
    pub more: usize,
}

impl Drop for Kept {
    fn drop(&mut self) {
        self.link.zeroize();
        self.passcode.zeroize();
        self.file.zeroize();
    }
}

impl std::fmt::Debug for Kept {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Kept({} bytes)", self.file.len())
    }
}

/// What came of a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Checked {
    /// It is as it was.
    Same,
    /// There is a newer one, and it is kept now.
    New,
    /// It could not be checked; what there was is kept.
    NotChecked(FollowError),
    /// Whoever shared it ended it: then, milliseconds since 1970. It goes.
    Ended(i64),
    /// It has ended by itself: then, milliseconds since 1970. It goes.
    Expired(i64),
}

impl Checked {
    /// Whether it is proven that the copy is to go.
    pub fn is_over(self) -> bool {
        matches!(self, Checked::Ended(_) | Checked::Expired(_))
    }

    /// The key of its sentence; `date` is when it was checked, or when it was over.
    pub fn key(self) -> &'static str {
        match self {
            Checked::Same | Checked::New => "follow-checked",
            Checked::NotChecked(_) => "follow-not-checked",
            Checked::Ended(_) => "follow-was-ended",
            Checked::Expired(_) => "follow-expired",
        }
    }
}

impl Kept {
    /// Opens a link and keeps what it gives.
    ///
    /// # Errors
    /// [`FollowError`]; then there is nothing to keep.
    pub fn begin(http: &dyn Http, link: &Link, asking: Asking<'_>, now: i64) -> Result<Self, FollowError> {
        let Came { file, no_longer_valid, more } = given(http, link, asking)?;
        let made = made_at(&file).ok_or(FollowError::Other)?;
        check_signature(&file)?;
        let link = link.to_text().map_err(|_| FollowError::Other)?.as_str().to_owned();
        let passcode = asking.passcode.map(str::to_owned);
        Ok(Self { link, passcode, file, made, checked: now, trouble: None, no_longer_valid, more })
    }

    /// Asks whether it is still so. One question where it is; up to three where the host gives nothing.
    pub fn check(&mut self, http: &dyn Http, world: &dyn World, recipient: &str, reach: Reach) -> Checked {
        let said = match self.asked(http, world, recipient, reach) {
            Ok(said) => said,
            Err(error) => Checked::NotChecked(error),
        };
        match said {
            Checked::NotChecked(error) => self.trouble = Some(error.key().to_owned()),
            _ => (self.trouble, self.checked) = (None, world.now().ms),
        }
        said
    }

    fn asked(
        &mut self,
        http: &dyn Http,
        world: &dyn World,
        recipient: &str,
        reach: Reach,
    ) -> Result<Checked, FollowError> {
        let link = Link::parse(&self.link, reach).map_err(|_: LinkError| FollowError::Other)?;
        let asking = Asking { recipient, passcode: self.passcode.as_deref(), reach };
        match given(http, &link, asking) {
            Ok(came) if came.file == self.file => {
                (self.no_longer_valid, self.more) = (came.no_longer_valid, came.more);
                Ok(Checked::Same)
            }
            Ok(Came { file, no_longer_valid, more }) => {
                let made = made_at(&file).ok_or(FollowError::Other)?;
                let unsigned = tag(&file, SIGNATURE).is_none() && tag(&self.file, SIGNATURE).is_some();
                if unsigned || tag(&file, SIGNED_BY) != tag(&self.file, SIGNED_BY) {
                    return Err(FollowError::Other);
                }
                check_signature(&file)?;
                if is_older(&file, made, self) {
                    return Err(FollowError::Older);
                }
                (self.file, self.made) = (file, made);
                (self.no_longer_valid, self.more) = (no_longer_valid, more);
                Ok(Checked::New)
            }
            // Nobody can tell from this why: it is asked for a proof.
            Err(FollowError::Nothing) => {
                if let Some(at) = self.ended(http, &link) {
                    return Ok(Checked::Ended(at));
                }
                self.expired(http, world, &link).map(Checked::Expired).ok_or(FollowError::Nothing)
            }
            Err(error) => Err(error),
        }
    }

    /// The same, with what went wrong when a newer one was to be had.
    #[must_use]
    pub fn with_trouble(mut self, key: &str) -> Self {
        self.trouble = Some(key.to_owned());
        self
    }

    /// Whether it is what this link shows.
    pub fn is_of(&self, link: &Link) -> bool {
        Link::parse(&self.link, Reach::ThisMachine)
            .is_ok_and(|own| own.url == link.url && own.key == link.key)
    }

    /// The key that an end of it and each of its versions is signed with.
    pub fn pin(&self) -> Option<[u8; 32]> {
        key_of(&tag(&self.file, SIGNED_BY)?)
    }

    /// Whether its versions are signed: then no other one is taken.
    pub fn is_signed(&self) -> bool {
        tag(&self.file, SIGNATURE).is_some()
    }

    /// When it ends by itself, as it says: milliseconds since 1970.
    pub fn until(&self) -> Option<i64> {
        tag(&self.file, UNTIL)?.parse::<i64>().ok()?.checked_mul(1000)
    }

    /// When whoever shared it ended it, if the host has their proof.
    fn ended(&self, http: &dyn Http, link: &Link) -> Option<i64> {
        let pin = self.pin()?;
        let name = link.url.path_segments()?.next_back()?.to_owned();
        let mut url = link.url.clone();
        url.path_segments_mut().ok()?.push("end-mark");
        let mut request = Request::new(Method::Get, url);
        request.most = MAX_MARK;
        let answer = http.send(&request).ok().filter(|answer| answer.status == 200)?;
        ended_at(&pin, &name, &answer.body)
    }

    /// When it ended by itself, if its host proves that it is later than that now.
    fn expired(&self, http: &dyn Http, world: &dyn World, link: &Link) -> Option<i64> {
        let until: i64 = tag(&self.file, UNTIL)?.parse().ok()?;
        let key = key_of(&tag(&self.file, TIME_SIGNED_BY)?)?;
        let time = proven_time(http, world, &link.url, &key)?;
        (time >= until).then(|| until.saturating_mul(1000))
    }
}

/// Whether a version comes before the one that is kept: by their numbers, for a clock may have
/// jumped. What has none was made before versions had numbers, or elsewhere: there the time counts.
fn is_older(file: &str, made: i64, kept: &Kept) -> bool {
    let number = |file: &str| tag(file, VERSION).and_then(|code| code.parse::<u64>().ok());
    match (number(file), number(&kept.file)) {
        (Some(new), Some(old)) => new <= old,
        (Some(_), None) => false,
        (None, Some(_)) => true,
        (None, None) => made < kept.made,
    }
}

/// A version that says it is signed is, by the key that it names.
fn check_signature(file: &str) -> Result<(), FollowError> {
    let Some(signature) = tag(file, SIGNATURE) else { return Ok(()) };
    let pin = tag(file, SIGNED_BY).and_then(|key| key_of(&key)).ok_or(FollowError::Other)?;
    if is_signed_version(&pin, file, &signature) { Ok(()) } else { Err(FollowError::Other) }
}

/// What a link gives: the first FHIR file of it, and what there is to say beside.
struct Came {
    file: String,
    no_longer_valid: bool,
    more: usize,
}

fn given(http: &dyn Http, link: &Link, asking: Asking<'_>) -> Result<Came, FollowError> {
    let given = follow(http, link, asking)?;
    let (no_longer_valid, more) =
        (given.status == Status::NoLongerValid, given.files.len().saturating_sub(1));
    let mut files = given.files.into_iter().filter(|file| file.content_type == FHIR);
    let file = files.next().ok_or(FollowError::Other)?;
    let file = String::from_utf8(file.plain.to_vec()).map_err(|_| FollowError::Other)?;
    Ok(Came { file, no_longer_valid, more })
}

/// When a document was made, as it says: milliseconds since 1970.
fn made_at(file: &str) -> Option<i64> {
    let json: Value = serde_json::from_str(file).ok()?;
    let said = json.get("timestamp")?.as_str()?;
    Some(chrono::DateTime::parse_from_rfc3339(said).ok()?.timestamp_millis())
}

/// A public key as it is written: 43 letters.
pub(super) fn key_of(text: &str) -> Option<[u8; 32]> {
    decode_url(text)?.try_into().ok()
}

/// What time it is, seconds since 1970, as the host of an address signs it for this question
/// (docs/host.md). None where it does not, or it is not this host's.
pub fn proven_time(http: &dyn Http, world: &dyn World, at: &Url, key: &[u8; 32]) -> Option<i64> {
    let mut nonce = [0; 32];
    for part in nonce.chunks_mut(16) {
        world.random(part).ok()?;
    }
    let mut url = at.join("/v1/time").ok()?;
    url.query_pairs_mut().append_pair("nonce", &encode_url(&nonce));
    let answer = http.send(&Request::new(Method::Get, url)).ok().filter(|answer| answer.status == 200)?;
    let said: Value = serde_json::from_slice(&answer.body).ok()?;
    let time = said.get("time")?.as_i64()?;
    let signature = decode_url(said.get("signature")?.as_str()?)?;
    let origin = at.origin().ascii_serialization();
    let length = u16::try_from(origin.len()).ok()?.to_be_bytes();
    let signed =
        [b"hearth-host time 1\0".as_slice(), &length, origin.as_bytes(), &time.to_be_bytes(), &nonce]
            .concat();
    UnparsedPublicKey::new(&ED25519, key).verify(&signed, &signature).ok().map(|()| time)
}

#[cfg(test)]
mod tests;
