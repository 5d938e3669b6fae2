//! Promises: who said they would organise what, by when, and whether it is late.

use super::Companion;
use super::view::FieldView;
use super::who::Who;
use crate::plan::{Kind, Promise};
use crate::record::EntityId;
use crate::words::Arg;

/// A promise, ready to draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PromiseView {
    /// Names it.
    pub id: EntityId,
    /// What.
    pub what: FieldView,
    /// "The key worker, by 2 November".
    pub who_by: String,
    /// "20 days late", "promised", "done", "asked for, not available".
    pub state: String,
    /// How many days late, where it is.
    pub late_days: Option<i64>,
    /// Nobody has said yet that it is done, or that it will not be.
    pub open: bool,
    /// It is the person's own promise.
    pub mine: bool,
    /// Only me.
    pub only_me: bool,
}

impl Companion {
    /// Every promise: late ones first, then by the day they are due.
    pub fn promises(&self) -> Vec<PromiseView> {
        let ledger = self.ledger();
        self.who(&ledger).promises()
    }
}

impl Who<'_> {
    /// Every promise: late ones first, then by the day they are due.
    pub fn promises(&self) -> Vec<PromiseView> {
        let mut promises: Vec<Promise> = Promise::all(self.record)
            .into_iter()
            .filter(|promise| super::life::is_here(self.record, Kind::Promise, promise.id))
            .collect();
        promises.sort_by_key(|promise| (promise.by.first().copied().is_none(), promise.by.first().copied()));
        let mut views: Vec<PromiseView> = promises.iter().map(|promise| self.promise(promise)).collect();
        views.sort_by_key(|view| view.late_days.is_none());
        views
    }

    /// Those that are late.
    pub fn late_promises(&self) -> Vec<PromiseView> {
        self.promises().into_iter().filter(|promise| promise.late_days.is_some()).collect()
    }

    /// Draws a promise.
    pub fn promise(&self, promise: &Promise) -> PromiseView {
        // Two answers at once ("done" on one phone, "not available" on another)
        // settle nothing: only a promise nobody has answered for can be late.
        let states: Vec<&str> = promise.state.all().map(String::as_str).collect();
        let open = states.iter().all(|state| *state == "promised");
        let due = promise.by.first().and_then(|by| by.last());
        let late = self.today.zip(due).map(|(today, due)| (today - due).num_days());
        let late_days = late.filter(|days| open && *days > 0);
        let state = match (late_days, late) {
            (Some(days), _) => self.words.say("promise-late", &[("n", Arg::Number(days))]),
            (None, Some(0)) if open && promise.by.first().is_some_and(|by| by.whole().is_some()) => {
                self.words.say("promise-due-today", &[])
            }
            _ if open => self.words.say("promise-open", &[]),
            _ => {
                let said = states.iter().map(|state| match *state {
                    "done" => "promise-done",
                    "not_available" => "promise-not-available",
                    "no_longer_needed" => "promise-not-needed",
                    _ => "promise-open",
                });
                said.map(|key| self.words.say(key, &[])).collect::<Vec<_>>().join(" / ")
            }
        };
        let who = match (promise.who.text(), promise.person.first()) {
            ("", Some(person)) => self.name(*person),
            ("", None) if promise.mine.first() == Some(&true) => self.words.plain("promise-by-me", &[]),
            ("", None) => self.words.plain("who-name-unknown", &[]),
            (who, _) => who.to_owned(),
        };
        let who_by = match promise.by.first() {
            Some(by) => {
                let date = self.written(*by);
                self.words.say("promise-by", &[("who", Arg::Text(&who)), ("date", Arg::Text(&date))])
            }
            None => self.words.say("promise-no-date", &[("who", Arg::Text(&who))]),
        };
        PromiseView {
            id: promise.id,
            what: self.field(&promise.what, &Promise::WHAT),
            who_by,
            state,
            late_days,
            open,
            mine: promise.mine.all().any(|mine| *mine),
            only_me: super::life::is_only_me(self.record, Kind::Promise, promise.id),
        }
    }
}
