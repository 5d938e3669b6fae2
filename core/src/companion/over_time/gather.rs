//! Finds the numbers of a picture in the plan, each with its day, its unit and who
//! wrote it.

use super::{Dot, Gathered};
use crate::companion::who::{Who, date_of};
use crate::companion::{Trouble, life, results};
use crate::plan::{
    Action, CheckIn, Goal, Holds, Instant, Kept, Kind, Number, Outcome, PartialDate, Reading, Scale10,
    Version, Words, Written,
};
use crate::record::{Act, EntityId, Op, OpId, Value, When};
use crate::words::Arg;
use chrono::NaiveDate;
use std::collections::HashSet;

/// Why something has no place in a picture.
enum Nowhere {
    /// It has no whole date.
    NoDate,
    /// It says a day that has not been.
    Clock,
}

/// A day and where it stands along the picture.
type Place = (NaiveDate, i64);

impl Who<'_> {
    /// How important a goal is: each answer there ever was.
    pub(super) fn importance(
        &self,
        id: EntityId,
        history: &[Op],
        heads: &[OpId],
    ) -> Result<Gathered, Trouble> {
        self.record.entity(Goal::KIND.number(), id).ok_or(Trouble::NotFound)?;
        let title = self.words.plain("over-time-importance", &[]);
        let mut gathered = Gathered { title, ..Gathered::default() };
        self.answers(&mut gathered, history, heads);
        Ok(gathered)
    }

    /// How confident: each answer when it was planned, then each check-in.
    pub(super) fn confidence(
        &self,
        id: EntityId,
        history: &[Op],
        heads: &[OpId],
    ) -> Result<Gathered, Trouble> {
        self.record.entity(Action::KIND.number(), id).ok_or(Trouble::NotFound)?;
        let title = self.words.plain("over-time-confidence", &[]);
        let mut gathered = Gathered { title, ..Gathered::default() };
        self.answers(&mut gathered, history, heads);
        let check_ins = CheckIn::all(self.record).into_iter();
        let check_ins = check_ins.filter(|check_in| check_in.action.first() == Some(&id));
        for check_in in check_ins.filter(|one| life::is_here(self.record, Kind::CheckIn, one.id)) {
            let place = self.at(&check_in.at);
            let title = gathered.title.clone();
            self.put(&mut gathered, &check_in.confidence, place, |step, _| {
                (title.clone(), String::new(), f64::from(step.step()), step.step().to_string())
            });
        }
        Ok(gathered)
    }

    /// The answers of one scale over its history. An answer that was put right on
    /// the day it was written is a slip of the thumb, not a change.
    fn answers(&self, gathered: &mut Gathered, history: &[Op], heads: &[OpId]) {
        let day = |op: &Op| date_of(op.at);
        let written: Vec<&Op> = history.iter().filter(|op| matches!(op.act, Act::Write(_))).collect();
        let put_right =
            |op: &Op| written.iter().any(|later| later.parents.contains(&op.id) && day(later) == day(op));
        let two = {
            let standing = written.iter().filter(|op| heads.contains(&op.id));
            let values: Vec<_> = standing.filter_map(|op| op.value()).collect();
            values.iter().any(|value| Some(value) != values.first())
        };
        let mut seen: HashSet<(i64, u8)> = HashSet::new();
        for op in written.iter().filter(|op| !put_right(op)) {
            let place = self.place(op.at);
            match (op.value(), place) {
                (_, Err(nowhere)) => gathered.leave_out(&nowhere),
                (Some(Value::Empty), Ok(place)) => gathered.unanswered.push(place),
                (Some(value), Ok((date, at))) => {
                    let Some(step) = Scale10::read(value) else { continue };
                    // Two phones that wrote the same in one moment wrote it once.
                    if !seen.insert((at, step.step())) {
                        continue;
                    }
                    gathered.dots.push(Dot {
                        line: gathered.title.clone(),
                        unit: String::new(),
                        date,
                        at,
                        value: f64::from(step.step()),
                        text: step.step().to_string(),
                        who: vec![self.line(&Written::of(op))],
                        one_of_several: two && heads.contains(&op.id),
                    });
                }
                (None, Ok(_)) => {}
            }
        }
    }

    /// Own readings of one sort.
    pub(super) fn own_readings(&self, what: &str) -> Gathered {
        let wanted = |reading: &Reading| reading.what.all().any(|word| word == what);
        let known = Reading::WHAT.choices.contains(&what);
        let title = match known {
            true => {
                use crate::companion::view::Spoken;
                what.to_owned().spoken(self.words, &Reading::WHAT)
            }
            false => self.words.plain("reading-name-other", &[]),
        };
        self.readings_of(title, what == "blood_pressure", wanted)
    }

    /// Own readings under the person's own name for them.
    pub(super) fn other_readings(&self, name: &str) -> Gathered {
        let same = |said: &Words| said.text.trim().to_lowercase() == name.trim().to_lowercase();
        self.readings_of(name.trim().to_owned(), false, |reading| {
            reading.what.all().all(|word| word == "other") && reading.other.all().any(same)
        })
    }

    fn readings_of(&self, title: String, pressure: bool, wanted: impl Fn(&Reading) -> bool) -> Gathered {
        let mut gathered = Gathered { title: title.clone(), ..Gathered::default() };
        let name = |key: &str| if pressure { self.words.plain(key, &[]) } else { title.clone() };
        let (top, bottom) = (name("reading-name-pressure-top"), name("reading-name-pressure-bottom"));
        for reading in self.readings_here().into_iter().filter(wanted) {
            let place = || self.at(&reading.at);
            let unit = |value: &Version<Number>| unit_of(&reading.unit, &value.written);
            self.put(&mut gathered, &reading.value, place(), |number, version| {
                drawn(top.clone(), unit(version), "", number)
            });
            if reading.second.is_answered() {
                self.put(&mut gathered, &reading.second, place(), |number, version| {
                    drawn(bottom.clone(), unit(version), "", number)
                });
            }
        }
        gathered
    }

    /// Results of the same test as one, and of its parts.
    pub(super) fn outcomes(&self, id: EntityId) -> Result<Gathered, Trouble> {
        let all: Vec<Outcome> = Outcome::all(self.record)
            .into_iter()
            .filter(|result| !life::is_removed(self.record, Kind::Outcome, result.id))
            .filter(|result| !results::is_left_over(self.record, Kind::Outcome, result.id))
            .collect();
        let this = all.iter().find(|result| result.id == id).ok_or(Trouble::NotFound)?;
        let parts: Vec<&Outcome> = all.iter().filter(|part| part.part_of.first() == Some(&id)).collect();
        let mut gathered =
            Gathered { title: self.result_name(this).text().to_owned(), ..Gathered::default() };
        // A result that is all in its parts has no number of its own to miss.
        let tests: Vec<&Outcome> = if parts.is_empty() { vec![this] } else { parts };
        for test in tests {
            let name = self.result_name(test).text().to_owned();
            for result in all.iter().filter(|result| same_test(result, test)) {
                self.outcome(&mut gathered, &name, result, &all);
            }
        }
        Ok(gathered)
    }

    fn outcome(&self, gathered: &mut Gathered, line: &str, result: &Outcome, all: &[Outcome]) {
        let whole = result.part_of.first().and_then(|of| all.iter().find(|other| other.id == *of));
        let withdrawn = |result: &Outcome| result.withdrawn.all().any(|withdrawn| *withdrawn);
        if withdrawn(result) || whole.is_some_and(withdrawn) {
            gathered.left_out.withdrawn += 1;
            return;
        }
        let in_words = result.words.is_answered() || result.found.is_answered();
        if in_words && !result.value.is_answered() {
            gathered.left_out.words += 1;
            return;
        }
        // A part is dated by the result that it is part of.
        let on =
            if result.on.is_answered() { &result.on } else { whole.map_or(&result.on, |whole| &whole.on) };
        self.put(gathered, &result.value, self.on(on), |number, version| {
            let sign = beside(&result.sign, &version.written).map(String::as_str).unwrap_or_default();
            drawn(line.to_owned(), unit_of(&result.unit, &version.written), sign, number)
        });
    }

    /// Puts every version of a number in its place; nothing answered is a gap.
    fn put<T>(
        &self,
        gathered: &mut Gathered,
        kept: &Kept<T>,
        place: Result<Place, Nowhere>,
        draw: impl Fn(&T, &Version<T>) -> (String, String, f64, String),
    ) {
        let (date, at) = match place {
            Ok(place) => place,
            Err(nowhere) => return gathered.leave_out(&nowhere),
        };
        if kept.newer {
            // A newer app wrote something: that is an answer, if not one to draw.
            gathered.left_out.words += 1;
        } else if !kept.is_answered() {
            gathered.unanswered.push((date, at));
        }
        for version in &kept.versions {
            let Some(value) = version.value.given() else { continue };
            let (line, unit, value, text) = draw(value, version);
            if !value.is_finite() {
                gathered.left_out.words += 1;
                continue;
            }
            let who = version.written.iter().map(|written| self.line(written)).collect();
            let one_of_several = !kept.is_settled();
            gathered.dots.push(Dot { line, unit, date, at, value, text, who, one_of_several });
        }
    }

    fn at(&self, kept: &Kept<Instant>) -> Result<Place, Nowhere> {
        let at = kept.first().ok_or(Nowhere::NoDate)?;
        self.place(When { ms: at.ms, offset: at.offset })
    }

    fn on(&self, kept: &Kept<PartialDate>) -> Result<Place, Nowhere> {
        let date = kept.first().and_then(|date| date.whole()).ok_or(Nowhere::NoDate)?;
        let midday = date.and_hms_opt(12, 0, 0).map(|at| at.and_utc().timestamp_millis());
        self.has_been(date).and_then(|date| Ok((date, midday.ok_or(Nowhere::NoDate)?)))
    }

    fn place(&self, at: When) -> Result<Place, Nowhere> {
        let date = date_of(at).ok_or(Nowhere::Clock)?;
        let local = at.ms.checked_add(i64::from(at.offset) * 60_000).ok_or(Nowhere::Clock)?;
        self.has_been(date).map(|date| (date, local))
    }

    /// A day after tomorrow cannot have been (tomorrow can, in another time zone),
    /// nor one in a year that no plan can hold. One such point would press all the
    /// others into a corner.
    fn has_been(&self, date: NaiveDate) -> Result<NaiveDate, Nowhere> {
        let ahead = self.today.map_or(0, |today| (date - today).num_days());
        let known = PartialDate::parse(&date.format("%Y-%m-%d").to_string()).is_ok();
        if ahead <= 1 && known { Ok(date) } else { Err(Nowhere::Clock) }
    }

    /// "3 October", with its year where it is another than this one.
    pub(super) fn day_of(&self, date: NaiveDate) -> String {
        use chrono::Datelike;
        match self.today.is_some_and(|today| today.year() == date.year()) {
            true => {
                let month = [("n", Arg::Number(i64::from(date.month())))];
                let month = self.words.plain("date-month-name", &month);
                let day = date.day().to_string();
                self.words.plain("date-short", &[("day", Arg::Text(&day)), ("month", Arg::Text(&month))])
            }
            false => self.words.date(date),
        }
    }
}

impl Gathered {
    fn leave_out(&mut self, nowhere: &Nowhere) {
        match nowhere {
            Nowhere::NoDate => self.left_out.date += 1,
            Nowhere::Clock => self.left_out.clock += 1,
        }
    }
}

/// What a number is drawn as: its line, its unit, where it stands, what it says.
fn drawn(line: String, unit: String, sign: &str, number: &Number) -> (String, String, f64, String) {
    (line, unit, number.approximately(), format!("{sign}{}", number.as_written()))
}

/// The unit that belongs to one version of a number: the only one, or the one that
/// was written with it. A number never takes another version's unit.
fn unit_of(kept: &Kept<Words>, number: &[Written]) -> String {
    beside(kept, number).map(|unit| unit.text.trim().to_owned()).unwrap_or_default()
}

/// The value of a field that goes with one version of another: the only one that
/// stands, or the one that came from the same device or version of a resource.
fn beside<'k, T>(kept: &'k Kept<T>, with: &[Written]) -> Option<&'k T> {
    if kept.is_settled() {
        return kept.first();
    }
    let same = |written: &Written| {
        with.iter().any(|other| other.device == written.device && other.origin == written.origin)
    };
    let found = kept.versions.iter().find(|version| version.written.iter().any(same));
    found.and_then(|version| version.value.given())
}

/// The same test: by its code where both have one, else by its name.
fn same_test(one: &Outcome, other: &Outcome) -> bool {
    match (one.code.first(), other.code.first()) {
        (Some(one), Some(other)) => one.text == other.text,
        _ => one.name.text().trim().to_lowercase() == other.name.text().trim().to_lowercase(),
    }
}
