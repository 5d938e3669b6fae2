//! My other phones: what they are, and what they give each other.

use super::who::Who;
use super::{Companion, Trouble, Writer};
use crate::plan::{Device, Kind};
use crate::record::{DeviceId, EntityId, Record, Value, When};
use crate::store::Taken;
use crate::vault::device_id;
use crate::words::Arg;
use std::collections::BTreeSet;

/// One of the person's own phones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhoneView {
    /// Names it.
    pub id: EntityId,
    /// Names it in [`Companion::bundle_for`]; none if a newer app listed it in a
    /// way that this one does not know.
    pub device: Option<DeviceId>,
    /// What the person calls it.
    pub name: String,
    /// It is this one.
    pub this_phone: bool,
    /// The day it joined, in words.
    pub since: String,
    /// If it was removed: when, and that what it holds can't be called back.
    pub ended: Option<String>,
}

/// What came of another phone's bundle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakenView {
    /// How many things that were written were new here.
    pub new: usize,
    /// How many were here already.
    pub known: usize,
    /// What to tell the person.
    pub sentences: Vec<String>,
}

impl Companion {
    /// A file for another of the person's phones, with everything that phone has
    /// said it has not; for none in particular, with everything. Sealed: it may
    /// go by any way.
    pub fn bundle_for(&self, phone: Option<DeviceId>) -> Result<Vec<u8>, Trouble> {
        let now = self.platform.clock.now();
        Ok(self.ledger().make_bundle(phone, now)?)
    }

    /// Takes in a file that another of the person's phones made: all of it, the
    /// card with it, or nothing.
    pub fn take_bundle(&self, bytes: &[u8]) -> Result<TakenView, Trouble> {
        let mut ledger = self.ledger();
        let was = ledger.device();
        let known = listed(ledger.record());
        let shown = ledger.store().card_source().to_vec();
        let taken = ledger.take_bundle(bytes, |record, changed| self.card_for(record, changed, was, &shown));
        let is_new_phone = ledger.device() != was;
        let view = taken.as_ref().map(|taken| self.who(&ledger).taken(taken, &known));
        let view = view.ok();
        if let Ok(Taken::Merged { merged, .. }) = &taken {
            self.photo_follows(&ledger, &merged.changed);
        }
        drop(ledger);
        if let Ok(Taken::Merged { merged, .. }) = &taken {
            self.tell(&merged.changed);
        }
        if is_new_phone {
            // What came is kept whether or not this can be: the next opening
            // finds that this phone is not listed, and lists it.
            let _ = self.introduce_this_phone();
        }
        taken?;
        view.ok_or(Trouble::NotFound)
    }

    /// The person's phones: this one first, then as they joined.
    pub fn phones(&self) -> Vec<PhoneView> {
        let ledger = self.ledger();
        let who = self.who(&ledger);
        let mut devices = Device::all(ledger.record());
        devices.sort_by_key(|device| (device.since.first().copied(), device.id));
        let mut phones: Vec<PhoneView> = devices.iter().map(|device| who.phone(device)).collect();
        phones.sort_by_key(|phone| !phone.this_phone);
        phones
    }

    /// Removes a lost phone, or one that was given away: whatever it makes from
    /// now on is refused by every phone that knows. What it already holds can't
    /// be called back, and only new keys keep it from reading what is to come.
    pub fn remove_phone(&self, id: EntityId) -> Result<(), Trouble> {
        let phone = self.phones().into_iter().find(|phone| phone.id == id).ok_or(Trouble::NotFound)?;
        if phone.this_phone {
            return Err(Trouble::ThisPhone);
        }
        let When { ms, offset } = self.platform.clock.now();
        let ended = Value::Instant(ms, offset);
        self.write(Kind::Device, id, &Device::ENDED, ended, &Writer::Person).map(drop)
    }
}

impl Who<'_> {
    fn phone(&self, device: &Device) -> PhoneView {
        let key = device.key.first().and_then(|key| key.as_slice().try_into().ok());
        let id = key.map(|key| DeviceId(device_id(key)));
        let ended = device.ended.first().map(|at| {
            let date = self.date(When { ms: at.ms, offset: at.offset });
            self.words.say("phones-removed", &[("date", Arg::Text(&date))])
        });
        PhoneView {
            id: device.id,
            device: id,
            name: self.phone_name(device),
            this_phone: id == Some(self.device),
            since: self.since(device),
            ended,
        }
    }

    fn phone_name(&self, device: &Device) -> String {
        let names: Vec<&str> = device.name.all().map(|name| name.text.as_str()).collect();
        match names.is_empty() {
            true => self.words.plain("phones-your-other", &[]),
            false => names.join(" / "),
        }
    }

    fn since(&self, device: &Device) -> String {
        let since = device.since.first().map_or(When::default(), |at| When { ms: at.ms, offset: at.offset });
        self.date(since)
    }

    /// What is to be told of a bundle. `known` are the phones listed before it.
    fn taken(&self, taken: &Taken, known: &BTreeSet<EntityId>) -> TakenView {
        let Taken::Merged { from, merged, we_were_rolled_back } = taken else {
            let sentences = vec![self.words.say("phones-was-here", &[])];
            return TakenView { new: 0, known: 0, sentences };
        };
        let name = self.device_name(*from).filter(|name| !name.is_empty());
        let name = name.unwrap_or_else(|| self.words.plain("phones-your-other", &[]));
        let name = ("name", Arg::Text(&name));
        let mut sentences = Vec::new();
        for device in Device::all(self.record).iter().filter(|device| !known.contains(&device.id)) {
            let (name, date) = (self.phone_name(device), self.since(device));
            let joined = [("name", Arg::Text(&name)), ("date", Arg::Text(&date))];
            sentences.push(self.words.say("phones-joined", &joined));
        }
        sentences.push(match merged.new {
            0 => self.words.say("phones-nothing-new", &[name]),
            new => self.words.say("phones-new", &[("n", Arg::Number(new as i64)), name]),
        });
        if *we_were_rolled_back {
            sentences.push(self.words.say("phones-went-back", &[name]));
        }
        TakenView { new: merged.new, known: merged.known, sentences }
    }
}

fn listed(record: &Record) -> BTreeSet<EntityId> {
    Device::all(record).into_iter().map(|device| device.id).collect()
}

#[cfg(test)]
mod tests;
