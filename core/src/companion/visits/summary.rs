//! The plan in short, as plain text to paste into the clinical record: under
//! 2,000 characters always, whole sentences only, and what is left out counted.
//!
//! "The important thing for clinicians to record is that a personal plan exists"
//! is the thought (seed `000_1a49a51d4c0b00b3.txt`); what matters, goals, actions
//! and promises are of seed `003_e56b2922d8428643.txt`.

use super::fit::{Fitted, fit, length, one_line};
use super::{Companion, Trouble, Who, listed, talk};
use crate::companion::life::{is_here, is_only_me};
use crate::plan::{
    AboutMe, Action, Goal, Kept, Kind, Me, PartialDate, Promise, Scale10, Visit, Words as Said,
};
use crate::record::EntityId;
use crate::words::Arg;
use chrono::NaiveDate;

/// A summary is always shorter than this, in UTF-16 units (so in characters too).
pub const MAX_SUMMARY: usize = 2000;
/// The most that one person's text takes up of it.
const MOST_OF_ONE: usize = 260;
/// The most that one line takes up of it.
const MOST_OF_A_LINE: usize = 400;
/// What is kept free to say how much was left out.
const FOR_THE_END: usize = 160;
/// How many agreements are named, and how long the line of one may be.
const AGREEMENTS: usize = 3;
const MOST_OF_AN_AGREEMENT: usize = 160;

/// A summary to paste.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SummaryView {
    /// The text: lines, no invisible marks.
    pub text: String,
    /// Its length in characters.
    pub characters: usize,
    /// How many lines did not fit.
    pub lines_left_out: usize,
    /// How many sentences did not fit, of texts whose beginning did.
    pub sentences_left_out: usize,
}

impl Companion {
    /// The plan in short, or what was agreed in one visit. Nothing that is "only
    /// me" is in it; mood is, of that visit, only where the person chose so.
    ///
    /// # Errors
    /// [`Trouble::NotFound`] where there is no such visit.
    pub fn visit_summary(&self, visit: Option<EntityId>, with_mood: bool) -> Result<SummaryView, Trouble> {
        let ledger = self.ledger();
        // What is kept elsewhere says no "yesterday".
        let who = Who { today: None, ..self.who(&ledger) };
        let today = crate::companion::who::date_of(self.platform.clock.now());
        let visit = match visit {
            Some(id) => {
                let entity = who.record.entity(Kind::Visit.number(), id).ok_or(Trouble::NotFound)?;
                Some(Visit::read(id, entity))
            }
            None => None,
        };
        Ok(who.summary(visit.as_ref(), with_mood, today))
    }
}

/// Lines as they come together.
#[derive(Default)]
struct Page {
    lines: Vec<String>,
    used: usize,
    lines_left_out: usize,
    sentences_left_out: usize,
}

/// A line to be, and what of its words it leaves out already.
struct Line {
    text: String,
    cut: usize,
}

impl Page {
    /// Puts a line on the page if it fits, with what must still follow kept free.
    fn put(&mut self, line: Option<Line>, kept_free: usize) -> bool {
        let Some(line) = line else {
            self.lines_left_out += 1;
            return false;
        };
        let needs = length(&line.text) + 1;
        if needs > MOST_OF_A_LINE || self.used + needs + kept_free >= MAX_SUMMARY {
            self.lines_left_out += 1;
            return false;
        }
        self.used += needs;
        self.sentences_left_out += line.cut;
        self.lines.push(line.text);
        true
    }
}

impl Who<'_> {
    fn summary(&self, visit: Option<&Visit>, with_mood: bool, today: Option<NaiveDate>) -> SummaryView {
        let mut page = Page::default();
        page.put(Some(self.title(today)), 0);
        // A visit marked "only me" is not named; what was agreed is chosen by it.
        let shown = visit.filter(|visit| !is_only_me(self.record, Kind::Visit, visit.id));
        let (last, dropped) = self.last_lines(shown, with_mood);
        page.lines_left_out += dropped;
        let last_length: usize = last.iter().map(|line| length(&line.text) + 1).sum();
        let kept_free = last_length + FOR_THE_END;
        if let Some(line) = shown.and_then(|visit| self.about_visit(visit)) {
            page.put(line, kept_free);
        }
        if let Some(line) = self.what_matters() {
            page.put(line, kept_free);
        }
        for (goal, actions) in self.goals_to_tell(visit) {
            // An action without its goal would stand under another's.
            if page.put(goal, kept_free) {
                actions.into_iter().for_each(|action| {
                    page.put(action, kept_free);
                });
            } else {
                page.lines_left_out += actions.len();
            }
        }
        for line in self.promises_to_tell(visit, today) {
            page.put(line, kept_free);
        }
        for line in last {
            page.put(Some(line), FOR_THE_END);
        }
        if page.lines_left_out > 0 {
            let n = i64::try_from(page.lines_left_out).unwrap_or(i64::MAX);
            let text = self.words.plain("summary-left-out", &[("n", Arg::Number(n))]);
            page.put(Some(Line { text, cut: 0 }), 0);
        }
        let text = page.lines.join("\n");
        SummaryView {
            characters: length(&text),
            text,
            lines_left_out: page.lines_left_out,
            sentences_left_out: page.sentences_left_out,
        }
    }

    fn title(&self, today: Option<NaiveDate>) -> Line {
        let me = EntityId::only(Kind::Me.number());
        let me = self.record.entity(Kind::Me.number(), me).map(|entity| Me::read(me, entity));
        let name = me.map(|me| fit(me.call_me.text(), 80).text).filter(|name| !name.is_empty());
        let name = name.unwrap_or_else(|| self.words.plain("who-name-unknown", &[]));
        let date = match today {
            Some(today) => self.words.date(today),
            None => self.words.plain("date-clock-wrong", &[]),
        };
        let args = [("name", Arg::Text(&name)), ("date", Arg::Text(&date))];
        Line { text: self.words.plain("summary-title", &args), cut: 0 }
    }

    /// What the visit was for, with whom and when; none where nothing is said.
    fn about_visit(&self, visit: &Visit) -> Option<Option<Line>> {
        let on: Vec<String> = visit.on.all().map(|on| self.words.partial(&on.to_string())).collect();
        let (what, with) = (self.fitted(&visit.what_for, 120), self.fitted(&visit.with, 120));
        let cut = [&what, &with].iter().filter_map(|said| said.as_ref()?.as_ref()).map(|said| said.cut).sum();
        let texts = [what, with].into_iter().flatten().map(|said| said.map(|said| said.text));
        let mut said: Vec<String> = texts.collect::<Option<_>>()?;
        said.extend((!on.is_empty()).then(|| on.join(" / ")));
        if said.is_empty() {
            return None;
        }
        let text = self.words.plain("summary-visit", &[("text", Arg::Text(&said.join(", ")))]);
        Some(Some(Line { text, cut }))
    }

    fn what_matters(&self) -> Option<Option<Line>> {
        let id = EntityId::only(Kind::AboutMe.number());
        let about = AboutMe::read(id, self.record.entity(Kind::AboutMe.number(), id)?);
        if is_only_me(self.record, Kind::AboutMe, id) {
            return None;
        }
        let said = self.fitted(&about.important, MOST_OF_ONE)?;
        Some(said.map(|said| Line {
            text: self.words.plain("summary-matters", &[("text", Arg::Text(&said.text))]),
            cut: said.cut,
        }))
    }

    /// Each goal with its importance, and its actions with their confidence.
    fn goals_to_tell(&self, visit: Option<&Visit>) -> Vec<(Option<Line>, Vec<Option<Line>>)> {
        let all = crate::companion::goals::in_list_order(self);
        let mut goals = talk::goals_of(visit, &all);
        goals.retain(|goal| !is_only_me(self.record, Kind::Goal, goal.id));
        let tell = |goal: Goal| {
            let importance = self.of_ten(&goal.importance);
            let status: Vec<String> = self.choices(&goal.status, &Goal::STATUS);
            let line = self.fitted(&goal.words, MOST_OF_ONE).map(|said| {
                said.map(|said| {
                    let mut args = vec![("text", Arg::Text(&said.text)), ("n", Arg::Text(&importance))];
                    let status = status.join(" / ");
                    let text = match status.is_empty() {
                        true => self.words.plain("summary-goal", &args),
                        false => {
                            args.push(("status", Arg::Text(&status)));
                            self.words.plain("summary-goal-status", &args)
                        }
                    };
                    Line { text, cut: said.cut }
                })
            });
            Some((line?, self.actions_to_tell(goal.id)))
        };
        goals.into_iter().filter_map(tell).collect()
    }

    fn actions_to_tell(&self, goal: EntityId) -> Vec<Option<Line>> {
        let mut actions = Action::all(self.record);
        actions.retain(|action| action.goal.first() == Some(&goal));
        actions.retain(|action| is_here(self.record, Kind::Action, action.id));
        actions.retain(|action| !is_only_me(self.record, Kind::Action, action.id));
        actions.sort_by_key(|action| (action.common.position.first().cloned(), action.id));
        let tell = |action: &Action| {
            let confidence = self.of_ten(&action.confidence);
            Some(self.fitted(&action.what, MOST_OF_ONE)?.map(|said| {
                let args = [("text", Arg::Text(&said.text)), ("n", Arg::Text(&confidence))];
                Line { text: format!("- {}", self.words.plain("summary-action", &args)), cut: said.cut }
            }))
        };
        actions.iter().filter_map(tell).collect()
    }

    /// Promises of the visit, and all that nobody has answered for yet.
    fn promises_to_tell(&self, visit: Option<&Visit>, today: Option<NaiveDate>) -> Vec<Option<Line>> {
        let named = visit.map(|visit| listed(&visit.promises)).unwrap_or_default();
        let open = |promise: &Promise| promise.state.all().all(|state| state == "promised");
        let mut promises = Promise::all(self.record);
        promises.retain(|promise| named.contains(&promise.id) || open(promise));
        promises.retain(|promise| is_here(self.record, Kind::Promise, promise.id));
        promises.retain(|promise| !is_only_me(self.record, Kind::Promise, promise.id));
        promises.sort_by_key(|promise| {
            let by = promise.by.first().copied();
            (by.is_none(), by, promise.id)
        });
        let tell = |promise: &Promise| {
            let what = self.fitted(&promise.what, MOST_OF_ONE)?;
            let who = self.promised_by(promise);
            Some(what.zip(who).map(|(what, (who, cut))| {
                let state = self.promise_state(promise, open(promise), today);
                let args =
                    [("what", Arg::Text(&what.text)), ("who", Arg::Text(&who)), ("state", Arg::Text(&state))];
                Line { text: self.words.plain("summary-promise", &args), cut: what.cut + cut }
            }))
        };
        promises.iter().filter_map(tell).collect()
    }

    /// "The nurse, by 2 November 2026"; none where the name does not fit.
    fn promised_by(&self, promise: &Promise) -> Option<(String, usize)> {
        let (who, cut) = match (self.fitted(&promise.who, 120), promise.person.first()) {
            (Some(said), _) => said.map(|said| (said.text, said.cut))?,
            (None, Some(person)) => (fit(&self.name(*person), 120).text, 0),
            (None, None) => (self.words.plain("who-name-unknown", &[]), 0),
        };
        let by: Vec<String> = promise.by.all().map(|by| self.words.partial(&by.to_string())).collect();
        let line = match by.is_empty() {
            true => self.words.plain("promise-no-date", &[("who", Arg::Text(&who))]),
            false => {
                let by = by.join(" / ");
                self.words.plain("promise-by", &[("who", Arg::Text(&who)), ("date", Arg::Text(&by))])
            }
        };
        (!who.is_empty()).then_some((line, cut))
    }

    fn promise_state(&self, promise: &Promise, open: bool, today: Option<NaiveDate>) -> String {
        let due = promise.by.first().copied().and_then(PartialDate::last);
        let late = today.zip(due).map(|(today, due)| (today - due).num_days()).filter(|days| *days > 0);
        match late {
            Some(days) if open && promise.by.is_settled() => {
                self.words.plain("promise-late", &[("n", Arg::Number(days))])
            }
            _ => {
                let said = self.choices(&promise.state, &Promise::STATE);
                if said.is_empty() { self.words.plain("promise-open", &[]) } else { said.join(" / ") }
            }
        }
    }

    /// What must be there whatever else is left out: that there is a plan for
    /// when unwell (never what is in it), when to look again, who agreed.
    /// With how many of them are too long to be there.
    fn last_lines(&self, visit: Option<&Visit>, with_mood: bool) -> (Vec<Line>, usize) {
        let line = |text: String| Line { text: one_line(&text), cut: 0 };
        let mut lines = Vec::new();
        let plans = self.unwell_here();
        let plans = plans.iter().filter(|plan| !is_only_me(self.record, Kind::Unwell, plan.id));
        let name = |plan: &crate::plan::Unwell| Some(self.fitted(&plan.name, 60)??.text);
        let names: Vec<String> = plans.map(|plan| name(plan).unwrap_or_default()).collect();
        if !names.is_empty() {
            let n = i64::try_from(names.len()).unwrap_or(i64::MAX);
            let mut text = self.words.plain("summary-unwell", &[("n", Arg::Number(n))]);
            let named = names.iter().filter(|name| !name.is_empty()).take(3).cloned().collect::<Vec<_>>();
            if !named.is_empty() {
                text = format!("{text} {}", named.join("; "));
            }
            lines.push(line(text));
        }
        let mood = visit.filter(|_| with_mood).and_then(|visit| self.mood_line(visit.id));
        lines.extend(mood.map(line));
        if let Some(visit) = visit.filter(|visit| visit.review.is_answered() || visit.interval.is_answered())
        {
            lines.push(line(self.visit_review_line(visit)));
        }
        let mut agreements: Vec<String> = Vec::new();
        let of_visit = visit.map(|visit| (Kind::Visit, visit.id));
        let goals =
            crate::companion::goals::in_list_order(self).into_iter().map(|goal| (Kind::Goal, goal.id));
        for (kind, id) in of_visit.into_iter().chain(goals) {
            if is_only_me(self.record, kind, id) {
                continue;
            }
            let shown = self.agreements(kind, id).into_iter();
            let shown = shown.filter(|one| !is_only_me(self.record, Kind::Agreement, one.id));
            agreements.extend(shown.map(|one| one_line(&one.line)));
        }
        let mut once: Vec<String> = Vec::new();
        for agreement in agreements {
            if !once.contains(&agreement) {
                once.push(agreement);
            }
        }
        let all = lines.len() + once.len();
        once.retain(|agreement| length(agreement) <= MOST_OF_AN_AGREEMENT);
        lines.extend(once.into_iter().take(AGREEMENTS).map(line));
        lines.retain(|line| length(&line.text) < MOST_OF_A_LINE);
        let dropped = all - lines.len();
        (lines, dropped)
    }

    /// Every version of some words, as far as each fits: `None` where nothing is
    /// said, `Some(None)` where it can't be told in so few characters. Of two
    /// versions both are told, or neither.
    fn fitted(&self, kept: &Kept<Said>, most: usize) -> Option<Option<Line>> {
        let texts: Vec<&str> = kept.all().map(|words| words.text.as_str()).collect();
        let texts: Vec<&str> = texts.into_iter().filter(|text| !one_line(text).is_empty()).collect();
        if texts.is_empty() {
            return None;
        }
        let each = most / texts.len();
        let mut said = Vec::new();
        let mut cut = 0;
        for text in &texts {
            let Fitted { mut text, left } = fit(text, each);
            if text.is_empty() {
                return Some(None);
            }
            if left > 0 {
                let n = i64::try_from(left).unwrap_or(i64::MAX);
                text = format!("{text} {}", self.words.plain("summary-cut", &[("n", Arg::Number(n))]));
                cut += left;
            }
            said.push(text);
        }
        let mut text = said.join(" / ");
        if said.len() > 1 {
            text = format!("{text} ({})", self.words.plain("versions-check-first", &[]));
        }
        Some(Some(Line { text, cut }))
    }

    /// "9 of 10", every answer that stands, or "not answered".
    fn of_ten(&self, kept: &Kept<Scale10>) -> String {
        let said = kept.all().map(|step| {
            let step = step.step().to_string();
            self.words.plain("visit-scale-chosen", &[("n", Arg::Text(&step))])
        });
        let said: Vec<String> = said.collect();
        if said.is_empty() { self.words.plain("scale-not-answered", &[]) } else { said.join(" / ") }
    }

    fn choices(&self, kept: &Kept<String>, field: &crate::plan::Field) -> Vec<String> {
        use crate::companion::view::Spoken;
        kept.all().map(|choice| choice.spoken(self.words, field)).collect()
    }
}
