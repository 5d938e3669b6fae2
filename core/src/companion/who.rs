//! "Who and when" under every sentence.

use crate::plan::{Device, Kept, PartialDate, Person, Words as Said, Written};
use crate::record::{Author, DeviceId, EntityId, OpId, Origin, Record, Value, When};
use crate::words::{Arg, Words};
use chrono::{DateTime, NaiveDate};

/// What is needed to say who wrote something.
pub(super) struct Who<'a> {
    pub record: &'a Record,
    pub words: &'a Words,
    pub device: DeviceId,
    /// Today, where "yesterday" may be said; none for what is kept or printed.
    pub today: Option<NaiveDate>,
}

/// The calendar date of an instant where it was written.
pub(super) fn date_of(at: When) -> Option<NaiveDate> {
    let shifted = at.ms.checked_add(i64::from(at.offset) * 60_000)?;
    DateTime::from_timestamp_millis(shifted).map(|at| at.date_naive())
}

/// Every version of some words that stands, side by side; "" where none does.
pub(super) fn join(kept: &Kept<Said>) -> String {
    let texts = kept.all().map(|words| words.text.as_str()).filter(|text| !text.trim().is_empty());
    texts.collect::<Vec<_>>().join(" / ")
}

impl super::Companion {
    /// A calendar date in words, whole or partial: "Thursday 26 November 2026",
    /// "March 1951".
    ///
    /// # Errors
    /// [`Refused`](super::Trouble::Refused) where there is no such date.
    pub fn date_in_words(&self, date: &str) -> Result<String, super::Trouble> {
        let date = PartialDate::parse(date)?;
        Ok(date.whole().map_or_else(|| self.words.partial(&date.to_string()), |day| self.words.day(day)))
    }

    /// Today as a date to be kept; none where the clock says a year that no plan
    /// can hold: then nothing is dated.
    pub(super) fn today(&self) -> Option<Value> {
        let today = date_of(self.platform.clock.now())?.format("%Y-%m-%d").to_string();
        PartialDate::parse(&today).is_ok().then_some(Value::Date(today))
    }
}

impl Who<'_> {
    /// "14 October" of something that has happened, or that the clock may have
    /// been wrong.
    pub fn date(&self, at: When) -> String {
        match (date_of(at), self.today) {
            (Some(date), Some(today)) => self.words.happened(date, today),
            (Some(date), None) => self.words.date(date),
            (None, _) => self.words.plain("date-clock-wrong", &[]),
        }
    }

    /// A date that somebody wrote, whole or partial, as it is said today.
    pub fn written(&self, date: PartialDate) -> String {
        match (date.whole(), self.today) {
            (Some(day), Some(today)) => self.words.near(day, today),
            (Some(day), None) => self.words.date(day),
            (None, _) => self.words.partial(&date.to_string()),
        }
    }

    /// The line for one version.
    pub fn line(&self, written: &Written) -> String {
        let date = self.date(written.at);
        if let Author::File { name } = &written.author {
            return self.of_file(name, written.at, &date);
        }
        // A file proves nothing of who made it.
        if let Origin::Imported { server, .. } = &written.origin
            && let Some(name) = server.strip_prefix(crate::sync::paper::FILE)
        {
            return self.of_file(name, written.at, &date);
        }
        let accepted = written.from_suggestion.and_then(|id| self.suggested_by(id));
        if let Some((author, at)) = accepted {
            return self.accepted(&author, &self.date(at), &date);
        }
        self.by(&written.author, &date, Some(written.device))
    }

    fn by(&self, author: &Author, date: &str, device: Option<DeviceId>) -> String {
        let date = ("date", Arg::Text(date));
        match author {
            Author::Person => match device {
                Some(device) if device == self.device => self.words.say("who-you-here", &[date]),
                Some(device) => match self.device_name(device) {
                    Some(name) => self.words.say("who-you-there", &[date, ("device", Arg::Text(&name))]),
                    None => self.words.say("who-you", &[date]),
                },
                None => self.words.say("who-you", &[date]),
            },
            Author::Behalf(id) => {
                self.words.say("who-on-behalf", &[("name", Arg::Text(&self.name(*id))), date])
            }
            Author::Carer(id) => self.words.say("who-carer", &[("name", Arg::Text(&self.name(*id))), date]),
            Author::Practice(_) => self.words.say("who-practice", &[date]),
            Author::Guest { name, role } => {
                self.words.say("who-guest", &[("name", Arg::Text(name)), ("role", Arg::Text(role)), date])
            }
            Author::File { name } => self.words.say("prsb-from-on", &[("name", Arg::Text(name)), date]),
            Author::Unknown(_) => self.words.say("who-not-known", &[date]),
        }
    }

    /// A file that says no date has none: this phone's own would be another's claim.
    fn of_file(&self, name: &str, at: When, date: &str) -> String {
        let name = ("name", Arg::Text(name));
        match at == When::default() {
            true => self.words.say("prsb-from", &[name]),
            false => self.words.say("prsb-from-on", &[name, ("date", Arg::Text(date))]),
        }
    }

    fn accepted(&self, author: &Author, date: &str, accepted: &str) -> String {
        let (date, accepted) = (("date", Arg::Text(date)), ("accepted", Arg::Text(accepted)));
        match author {
            Author::Guest { name, role } => {
                let who = [("name", Arg::Text(name)), ("role", Arg::Text(role)), date, accepted];
                self.words.say("who-guest-accepted", &who)
            }
            other => {
                let name = self.author_name(other);
                self.words.say("who-suggested-accepted", &[("name", Arg::Text(&name)), date, accepted])
            }
        }
    }

    /// A name for an author in the middle of a sentence.
    pub fn author_name(&self, author: &Author) -> String {
        match author {
            Author::Person => self.words.plain("who-name-you", &[]),
            Author::Behalf(id) | Author::Carer(id) => self.name(*id),
            Author::Practice(_) => self.words.plain("who-name-practice", &[]),
            Author::Guest { name, .. } | Author::File { name } => name.clone(),
            Author::Unknown(_) => self.words.plain("who-name-unknown", &[]),
        }
    }

    /// The name of somebody in People.
    pub fn name(&self, id: EntityId) -> String {
        let person = self.record.entity(Person::KIND.number(), id).map(|entity| Person::read(id, entity));
        match person.as_ref().map(|person| person.name.text()).filter(|name| !name.is_empty()) {
            Some(name) => name.to_owned(),
            None => self.words.plain("who-name-unknown", &[]),
        }
    }

    pub fn device_name(&self, device: DeviceId) -> Option<String> {
        Device::all(self.record).into_iter().find_map(|known| {
            let key = known.key.first()?.as_slice().try_into().ok()?;
            (crate::vault::device_id(key) == device.0).then(|| known.name.text().to_owned())
        })
    }

    fn suggested_by(&self, id: OpId) -> Option<(Author, When)> {
        let entities = self.record.entities();
        let mut aside = entities.flat_map(|(_, _, entity)| entity.fields()).flat_map(|(_, r)| r.aside());
        aside.find(|op| op.id == id).map(|op| (op.author.clone(), op.at))
    }
}
