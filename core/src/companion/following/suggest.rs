//! A paired carer's suggestion: signed, sealed to the person's phones, and left in their mailbox; with
//! no signal it waits here. What it is for is named as the copy names it.

use super::super::mail::{Offered, is_suggestible, no_chance, seen_sum};
use super::super::{Companion, Trouble};
use super::FollowedView;
use crate::fhir::{self, What};
use crate::plan::{self, Field, Kind};
use crate::record::Value as Held;
use crate::share::host::HostError;
use crate::share::letter::{self, Letter, Sort as About};
use crate::share::mailbox::{Door, Item, Sort};
use crate::share::rows::{Followed, Hidden, Waiting, followed_row};
use serde_json::Value;
use zeroize::Zeroizing;

/// Most suggestions that wait for signal; the host takes no more of one carer either.
const MAX_WAITING: usize = 50;
/// Most entries of a copy that words can be offered for.
const MAX_ENTRIES: usize = 500;

/// Words of a copy that others can be offered for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FollowedEntry {
    /// Names it in the copy.
    pub entry: String,
    /// The kind of entry, by its name in the field table.
    pub kind: &'static str,
    /// The field, by its name in the field table.
    pub field: &'static str,
    /// What stands there: the person's own words.
    pub words: String,
}

/// What is to be suggested: other words for a field of an entry, or a new entry.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Suggested {
    /// The entry, as [`FollowedEntry::entry`] names it; none for a new one.
    pub entry: Option<String>,
    /// The kind of entry, by name.
    pub kind: String,
    /// For a new entry that is part of another: that one, as the copy names it.
    pub within: Option<String>,
    /// Fields by name, and the words for each.
    pub fields: Vec<(String, String)>,
}

impl Companion {
    /// What words can be offered for in a copy, in its order.
    ///
    /// # Errors
    /// [`Trouble::NotFound`], where there is no copy.
    pub fn followed_entries(&self, id: &str) -> Result<Vec<FollowedEntry>, Trouble> {
        let followed = self.known_followed(id)?;
        let kept = followed.kept.as_ref().ok_or(Trouble::NotFound)?;
        let document: Value = serde_json::from_str(&kept.file).map_err(|_| Trouble::Fault)?;
        let mut found = Vec::new();
        for entry in document.get("entry").and_then(Value::as_array).into_iter().flatten() {
            let body = entry.get("resource").map(Value::to_string).unwrap_or_default();
            // One that can't be read is passed over: it is drawn all the same.
            let Ok(read) = fhir::incoming(body.as_bytes()) else { continue };
            let What::Entry(kind, _) = read.what else { continue };
            let name = read.identifier.unwrap_or(read.id);
            found.extend(read.fields.iter().filter_map(|(of, field, value)| match value {
                Held::Text(words) if *of == kind && is_suggestible(kind, field) && !read.withdrawn => {
                    let (kind, field, words) = (kind.name(), field.name, words.clone());
                    Some(FollowedEntry { entry: name.clone(), kind, field, words })
                }
                _ => None,
            }));
            found.truncate(MAX_ENTRIES);
        }
        Ok(found)
    }

    /// Suggests. It goes now where there is signal, else with the next look.
    ///
    /// # Errors
    /// [`Trouble::NotPaired`] where only a link is followed, or the person let this carer go;
    /// [`Trouble::WrongField`] for what no carer may offer words for; [`Trouble::Refused`].
    pub fn suggest(&self, id: &str, suggested: &Suggested) -> Result<FollowedView, Trouble> {
        self.known_followed(id)?;
        let offered = self.offered(id, suggested)?;
        let now = self.platform.clock.now().ms;
        let words = Zeroizing::new(serde_json::to_vec(&offered).map_err(|_| Trouble::Fault)?);
        if words.len() > letter::MAX_WORDS {
            return Err(crate::plan::Refused::TextTooLong.into());
        }
        self.change_rows(|mut rows| match rows.followed.remove(id).ok_or(Trouble::NotFound) {
            Ok(mut followed) => match written(&mut followed, words, now) {
                Ok(()) => (vec![followed_row(id, Some(&followed))], Ok(())),
                Err(error) => (Vec::new(), Err(error)),
            },
            Err(error) => (Vec::new(), Err(error)),
        })??;
        self.send_waiting(id)?;
        let view = self.following()?.followed.into_iter().find(|one| one.id == id);
        view.ok_or(Trouble::NotFound)
    }

    fn offered(&self, id: &str, suggested: &Suggested) -> Result<Offered, Trouble> {
        let kind = Kind::of_name(&suggested.kind).ok_or(Trouble::WrongField)?;
        let entries = self.followed_entries(id)?;
        let here = |name: &String| entries.iter().find(|entry| entry.entry == *name);
        let mut fields = Vec::new();
        for (name, words) in &suggested.fields {
            let field: Field = kind
                .field_named(name)
                .filter(|field| is_suggestible(kind, field))
                .ok_or(Trouble::WrongField)?;
            plan::check(&field, &Held::Text(words.clone()))?;
            fields.push((field.number, words.trim().to_owned()));
        }
        if fields.is_empty() || fields.iter().any(|(_, words)| words.is_empty()) {
            return Err(Trouble::WrongField);
        }
        let within = match &suggested.within {
            Some(name) => {
                let of = here(name).and_then(|entry| Kind::of_name(entry.kind)).ok_or(Trouble::NotFound)?;
                Some((of.number(), name.clone()))
            }
            None => None,
        };
        let first =
            suggested.fields.first().and_then(|(name, _)| kind.field_named(name)).map(|field| field.name);
        let seen = match &suggested.entry {
            Some(name) => {
                here(name).filter(|entry| entry.kind == kind.name()).ok_or(Trouble::NotFound)?;
                let stands = entries.iter().find(|entry| entry.entry == *name && Some(entry.field) == first);
                stands.map(|entry| seen_sum(&entry.words)).unwrap_or_default()
            }
            None => String::new(),
        };
        Ok(Offered { entry: suggested.entry.clone(), kind: kind.number(), within, fields, seen })
    }

    /// Leaves what waits, the oldest first; what can't be left now waits on. What is written meanwhile
    /// waits for the next time.
    pub(super) fn send_waiting(&self, id: &str) -> Result<(), Trouble> {
        let paired = self.share_rows()?.followed.remove(id).and_then(|followed| followed.paired);
        let Some(paired) = paired.filter(|paired| !paired.waiting.is_empty()) else { return Ok(()) };
        let (Some(url), Some(access)) = (paired.url(), paired.access()) else { return Ok(()) };
        let http = self.http()?;
        let door = Door::new(&*http, &url, &access);
        let (mut sent, mut refused) = (Vec::new(), false);
        for waiting in &paired.waiting {
            let body = waiting.letter.bytes().unwrap_or_default();
            let name = super::super::mail::letter_name(&access.member, waiting.number);
            match door.leave(&Item { id: name, sort: Sort::Suggestion, to: None, body: &body }) {
                Ok(()) => sent.push(waiting.number),
                Err(HostError::NotThere | HostError::NotYours) => {
                    // The person let this carer go, or their mailbox is another now.
                    refused = true;
                    break;
                }
                Err(_) => break,
            }
        }
        if sent.is_empty() && !refused {
            return Ok(());
        }
        self.change_followed(id, |followed| {
            if let Some(now) = followed.paired.as_mut().filter(|now| now.is_at(&paired)) {
                now.waiting.retain(|waiting| !sent.contains(&waiting.number));
                now.refused |= refused;
            }
        })
    }
}

/// Writes a letter, to wait with the others.
fn written(followed: &mut Followed, words: Zeroizing<Vec<u8>>, now: i64) -> Result<(), Trouble> {
    let paired = followed.paired.as_mut().filter(|paired| !paired.refused).ok_or(Trouble::NotPaired)?;
    if paired.waiting.len() >= MAX_WAITING {
        return Err(HostError::Full.into());
    }
    let (own, theirs) = paired.own().zip(paired.theirs()).ok_or(Trouble::Fault)?;
    // The clock too, so that a phone that went back to an older copy of itself gives no number twice.
    let number = paired.number.saturating_add(1).max(now.max(1).unsigned_abs());
    let letter = Letter { number, at: now, sort: About::Suggestion, words };
    let sealed = letter::write(&own, &theirs, &letter).map_err(no_chance)?;
    paired.number = number;
    paired.waiting.push(Waiting { number, letter: Hidden::of(&sealed) });
    Ok(())
}
