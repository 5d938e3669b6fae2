//! Own readings, results, and pictures over time.

use crate::Plan;
use crate::answer::entity;
use crate::cross::views;
use crate::error::HearthError;
use crate::field::FieldView;
use crate::{Moment, Writer};
use hearth_core::companion;
use hearth_core::plan::Instant;

views! {
    /// A reading, ready to draw.
    ReadingView from companion::ReadingView {
        /// Names it.
        id: String,
        /// "Peak flow", or the person's own name for it.
        name: String,
        /// "128 / 76 mmHg", as typed; what is said of it where there is no number or
        /// no unit. Where several versions stand it says to check first, and they are
        /// in the fields below.
        line: String,
        /// What was measured.
        what: FieldView,
        /// The person's own name for it.
        other: FieldView,
        /// The number.
        value: FieldView,
        /// The second number.
        second: FieldView,
        /// The unit as written.
        unit: FieldView,
        /// When, in words.
        at: FieldView,
        /// Worth knowing.
        note: FieldView,
        /// Only me.
        only_me: bool,
        /// Removed on one phone and changed on another: to be settled.
        unsettled: Option<String>,
    }
}

views! {
    /// A result, ready to draw.
    ResultView from companion::ResultView {
        /// Names it.
        id: String,
        /// What was measured.
        name: FieldView,
        /// The number as written, or the words, or why there is none.
        value: FieldView,
        /// "<", "≤", "≥", ">" before the number, or "". Where two versions stand it
        /// is in the text of each.
        sign: String,
        /// Its unit as written.
        unit: FieldView,
        /// The day it was measured.
        on: FieldView,
        /// Where it came from.
        source: FieldView,
        /// Its source says not to use it.
        withdrawn: bool,
        /// What must stand beside it: an early result, changed, sent by mistake.
        standing: Vec<String>,
        /// The laboratory's own words, shown as the laboratory's.
        lab_words: Option<String>,
        /// Its parts (the upper and lower blood pressure).
        parts: Vec<ResultView>,
    }
}

views! {
    /// A picture over time, ready to draw.
    OverTimeView from companion::OverTimeView {
        /// "Confidence", "Peak flow".
        title: String,
        /// A line for each thing measured in each unit, oldest point first.
        lines: Vec<LineView>,
        /// When it was asked and not answered.
        unanswered: Vec<MomentView>,
        /// The whole picture in words: "Confidence: 6 on 3 October, 8 on 24 October;
        /// not answered once."
        sentence: String,
        /// What was left out, what must not be compared, where two versions stand.
        notes: Vec<String>,
    }

    /// One line: numbers of one thing in one unit.
    LineView from companion::LineView {
        /// What was measured: "Blood pressure, top number".
        what: String,
        /// The unit as written; "" where none was.
        unit: String,
        /// The points, oldest first.
        points: Vec<PointView>,
        /// Where a week or more went by with nothing.
        gaps: Vec<GapView>,
        /// The least number of the line: one end of the drawing.
        lowest: f64,
        /// The greatest: the other end.
        highest: f64,
        /// This line in words.
        sentence: String,
    }

    /// One point.
    PointView from companion::PointView {
        /// Where it stands along the picture: milliseconds since 1970 by the calendar
        /// of where it was written. Only for drawing.
        at: i64,
        /// The day in words.
        day: String,
        /// The number, for drawing only.
        value: f64,
        /// The number as written, with its sign and unit.
        text: String,
        /// Who wrote it and when.
        who: Vec<String>,
        /// A line may be drawn to it from the point before.
        joined_to_previous: bool,
        /// It is one of two or more versions that stand: mark them all, join none.
        one_of_several: bool,
    }

    /// A moment when it was asked and not answered.
    MomentView from companion::MomentView {
        /// Where it stands along the picture, as the `at` of a point.
        at: i64,
        /// The day in words.
        day: String,
        /// "not answered".
        text: String,
    }

    /// A stretch of weeks in which nothing was written.
    GapView from companion::GapView {
        /// From the point before, as the `at` of a point.
        from: i64,
        /// To the point after.
        to: i64,
        /// How many whole weeks, Monday to Sunday, had nothing.
        weeks: i64,
        /// "nothing written for 2 weeks".
        text: String,
    }
}

/// What to draw over time.
#[derive(Clone, Debug, PartialEq, uniffi::Enum)]
pub enum OverTime {
    /// How confident about an action: when it was planned, and each check-in.
    Confidence {
        /// The action.
        action: String,
    },
    /// How important a goal is.
    Importance {
        /// The goal.
        goal: String,
    },
    /// Own readings of one sort, by its word in the table: `peak_flow`.
    Readings {
        /// The word.
        what: String,
    },
    /// Own readings under the person's own name for them.
    OtherReadings {
        /// The name.
        name: String,
    },
    /// Results of the same test as this one, and its parts.
    Results {
        /// The result.
        id: String,
    },
}

/// What was measured, to be kept as it was typed.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct NewReading {
    /// One of the choices of `reading.what`; "" where it was not said.
    pub what: String,
    /// The person's own name for it, where it is another thing.
    pub other: Option<String>,
    /// The number.
    pub value: Option<String>,
    /// The second number: the bottom one of a blood pressure.
    pub second: Option<String>,
    /// The unit, where the person wrote one.
    pub unit: Option<String>,
    /// When; now where it is not said.
    pub at: Option<Moment>,
    /// Worth knowing.
    pub note: Option<String>,
}

impl From<NewReading> for companion::NewReading {
    fn from(reading: NewReading) -> Self {
        let NewReading { what, other, value, second, unit, at, note } = reading;
        let at = at.map(|at| Instant { ms: at.ms, offset: at.offset_minutes });
        companion::NewReading { what, other, value, second, unit, at, note }
    }
}

/// The units that are offered for a sort of reading; the person may write another.
#[uniffi::export]
pub fn units_offered(what: &str) -> Result<Vec<String>, HearthError> {
    let units = || companion::units_offered(what).iter().map(|unit| (*unit).to_owned()).collect();
    crate::doors::in_language("", || Ok(units()))
}

#[uniffi::export]
impl Plan {
    /// Every reading, newest first.
    pub fn readings(&self) -> Result<Vec<ReadingView>, HearthError> {
        self.draw(|companion| Ok(companion.readings()))
    }

    /// Keeps a reading as it was typed.
    pub fn add_reading(&self, reading: NewReading, by: Writer) -> Result<String, HearthError> {
        self.draw(|companion| companion.add_reading(&reading.into(), &by.core()?))
    }

    /// Every result that stands alone, oldest first, with its parts.
    pub fn results(&self) -> Result<Vec<ResultView>, HearthError> {
        self.draw(|companion| Ok(companion.results()))
    }

    /// Adds a result the person typed: their number, their unit, their day.
    pub fn add_result(
        &self,
        name: &str,
        value: &str,
        unit: &str,
        on: &str,
        by: Writer,
    ) -> Result<String, HearthError> {
        self.draw(|companion| companion.add_result(name, value, unit, on, &by.core()?))
    }

    /// Reads one FHIR R4 Observation and keeps it as `source`'s.
    pub fn import_observation(&self, json: &[u8], source: &str) -> Result<String, HearthError> {
        self.draw(|companion| companion.import_observation(json, source))
    }

    /// A picture over time, with the same in words.
    pub fn over_time(&self, of: OverTime) -> Result<OverTimeView, HearthError> {
        self.draw(|companion| {
            companion.over_time(&match of {
                OverTime::Confidence { action } => companion::OverTime::Confidence(entity(&action)?),
                OverTime::Importance { goal } => companion::OverTime::Importance(entity(&goal)?),
                OverTime::Readings { what } => companion::OverTime::Readings(what),
                OverTime::OtherReadings { name } => companion::OverTime::OtherReadings(name),
                OverTime::Results { id } => companion::OverTime::Results(entity(&id)?),
            })
        })
    }
}
