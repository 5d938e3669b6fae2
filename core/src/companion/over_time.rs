//! A picture of change over time, as data that a shell draws, and the same in one
//! plain sentence. Points, gaps, and what was left out. It judges nothing: no
//! trend, no range, and the ends of its scale are the least and the most that
//! were written.
//!
//! A line is never drawn through what was not answered: two points are joined
//! only where nothing unanswered lies between them and no whole week (Monday to
//! Sunday) went by without one. Different units are never on one line.

mod gather;
mod said;

use super::{Companion, Trouble};
use crate::plan::{Action, Goal, Kind};
use crate::record::{EntityId, Op, Slot};
use chrono::{Datelike, NaiveDate};

/// What to draw over time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OverTime {
    /// How confident about an action: when it was planned, and each check-in.
    Confidence(EntityId),
    /// How important a goal is.
    Importance(EntityId),
    /// Own readings of one sort, by its word in the table: `peak_flow`.
    Readings(String),
    /// Own readings under the person's own name for them.
    OtherReadings(String),
    /// Results of the same test as this one, and its parts.
    Results(EntityId),
}

/// A picture over time, ready to draw.
#[derive(Clone, Debug, PartialEq)]
pub struct OverTimeView {
    /// "Confidence", "Peak flow".
    pub title: String,
    /// A line for each thing measured in each unit, oldest point first.
    pub lines: Vec<LineView>,
    /// When it was asked and not answered.
    pub unanswered: Vec<MomentView>,
    /// The whole picture in words: "Confidence: 6 on 3 October, 8 on 24 October;
    /// not answered once."
    pub sentence: String,
    /// What was left out, what must not be compared, where two versions stand.
    pub notes: Vec<String>,
}

/// One line: numbers of one thing in one unit.
#[derive(Clone, Debug, PartialEq)]
pub struct LineView {
    /// What was measured: "Blood pressure, top number".
    pub what: String,
    /// The unit as written; "" where none was.
    pub unit: String,
    /// The points, oldest first.
    pub points: Vec<PointView>,
    /// Where a week or more went by with nothing.
    pub gaps: Vec<GapView>,
    /// The least number of the line: one end of the drawing.
    pub lowest: f64,
    /// The greatest: the other end.
    pub highest: f64,
    /// This line in words.
    pub sentence: String,
}

/// One point.
#[derive(Clone, Debug, PartialEq)]
pub struct PointView {
    /// Where it stands along the picture: milliseconds since 1970 by the calendar
    /// of where it was written. Only for drawing.
    pub at: i64,
    /// The day in words.
    pub day: String,
    /// The number, for drawing only.
    pub value: f64,
    /// The number as written, with its sign and unit.
    pub text: String,
    /// Who wrote it and when.
    pub who: Vec<String>,
    /// A line may be drawn to it from the point before.
    pub joined_to_previous: bool,
    /// It is one of two or more versions that stand: mark them all, join none.
    pub one_of_several: bool,
}

/// A moment when it was asked and not answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MomentView {
    /// Where it stands along the picture, as [`PointView::at`].
    pub at: i64,
    /// The day in words.
    pub day: String,
    /// "not answered".
    pub text: String,
}

/// A stretch of weeks in which nothing was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GapView {
    /// From the point before, as [`PointView::at`].
    pub from: i64,
    /// To the point after.
    pub to: i64,
    /// How many whole weeks, Monday to Sunday, had nothing.
    pub weeks: i64,
    /// "nothing written for 2 weeks".
    pub text: String,
}

/// A number as it was gathered, before it is placed.
#[derive(Clone, Debug)]
struct Dot {
    line: String,
    unit: String,
    date: NaiveDate,
    at: i64,
    value: f64,
    text: String,
    who: Vec<String>,
    one_of_several: bool,
}

/// What of the picture was not drawn, counted.
#[derive(Clone, Copy, Debug, Default)]
struct LeftOut {
    withdrawn: i64,
    words: i64,
    date: i64,
    clock: i64,
}

/// All that was gathered.
#[derive(Default)]
struct Gathered {
    title: String,
    dots: Vec<Dot>,
    unanswered: Vec<(NaiveDate, i64)>,
    left_out: LeftOut,
}

impl Companion {
    /// A picture over time.
    pub fn over_time(&self, what: &OverTime) -> Result<OverTimeView, Trouble> {
        let mut ledger = self.ledger();
        let history: Vec<Op> = match what {
            OverTime::Confidence(id) => ledger.history(Kind::Action.slot(*id, &Action::CONFIDENCE))?.0,
            OverTime::Importance(id) => ledger.history(Kind::Goal.slot(*id, &Goal::IMPORTANCE))?.0,
            _ => Vec::new(),
        };
        let heads = |slot: Slot| {
            ledger.record().register(slot).into_iter().flat_map(|r| r.head_ids()).collect::<Vec<_>>()
        };
        let heads = match what {
            OverTime::Confidence(id) => heads(Kind::Action.slot(*id, &Action::CONFIDENCE)),
            OverTime::Importance(id) => heads(Kind::Goal.slot(*id, &Goal::IMPORTANCE)),
            _ => Vec::new(),
        };
        let who = self.who(&ledger);
        let gathered = match what {
            OverTime::Confidence(id) => who.confidence(*id, &history, &heads)?,
            OverTime::Importance(id) => who.importance(*id, &history, &heads)?,
            OverTime::Readings(what) => who.own_readings(what),
            OverTime::OtherReadings(name) => who.other_readings(name),
            OverTime::Results(id) => who.outcomes(*id)?,
        };
        Ok(who.picture(gathered))
    }
}

/// Weeks from Monday to Sunday, counted from one that lies long ago.
fn week(date: NaiveDate) -> i64 {
    (i64::from(date.num_days_from_ce()) - 1).div_euclid(7)
}

/// Puts dots that belong to one line in order, and says which may be joined.
fn joined(dots: &mut [Dot], unanswered: &[(NaiveDate, i64)]) -> Vec<bool> {
    dots.sort_by(|a, b| a.at.cmp(&b.at).then_with(|| a.value.total_cmp(&b.value)));
    let pairs = dots.windows(2).map(|pair| match pair {
        [before, after] => {
            let asked = |at: i64| before.at <= at && at <= after.at;
            !before.one_of_several
                && !after.one_of_several
                && week(after.date) - week(before.date) <= 1
                && !unanswered.iter().any(|(_, at)| asked(*at))
        }
        _ => false,
    });
    std::iter::once(false).chain(pairs).take(dots.len()).collect()
}
