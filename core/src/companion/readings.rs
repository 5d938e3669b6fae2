//! Own readings: what the person measured, as they typed it. No range, no
//! target, no judgement, and no unit that they did not write.

use super::view::FieldView;
use super::who::Who;
use super::{Companion, Trouble, Writer};
use crate::plan::{Instant, Kind, Reading};
use crate::record::{EntityId, Value};
use crate::words::Arg;

/// A reading, ready to draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadingView {
    /// Names it.
    pub id: EntityId,
    /// "Peak flow", or the person's own name for it.
    pub name: String,
    /// "128 / 76 mmHg", as typed; what is said of it where there is no number or
    /// no unit. Where several versions stand it says to check first, and they are
    /// in the fields below.
    pub line: String,
    /// What was measured.
    pub what: FieldView,
    /// The person's own name for it.
    pub other: FieldView,
    /// The number.
    pub value: FieldView,
    /// The second number.
    pub second: FieldView,
    /// The unit as written.
    pub unit: FieldView,
    /// When, in words.
    pub at: FieldView,
    /// Worth knowing.
    pub note: FieldView,
    /// Only me.
    pub only_me: bool,
    /// Removed on one phone and changed on another: to be settled.
    pub unsettled: Option<String>,
}

/// What was measured, to be kept as it was typed.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct NewReading {
    /// One of [`Reading::WHAT`]'s choices; "" where it was not said.
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
    pub at: Option<Instant>,
    /// Worth knowing.
    pub note: Option<String>,
}

/// Units a shell may offer for a reading. None of them is ever filled in.
pub fn units_offered(what: &str) -> &'static [&'static str] {
    match what {
        "peak_flow" => &["L/min"],
        "blood_pressure" => &["mmHg"],
        "weight" => &["kg", "st", "lb"],
        "glucose" => &["mmol/L", "mg/dL"],
        "oxygen" => &["%"],
        _ => &[],
    }
}

impl Companion {
    /// Keeps a reading, exactly as typed.
    pub fn add_reading(&self, reading: &NewReading, by: &Writer) -> Result<EntityId, Trouble> {
        let now = self.platform.clock.now();
        let at = reading.at.unwrap_or(Instant { ms: now.ms, offset: now.offset });
        let text = |text: &Option<String>| text.clone().map(Value::Text);
        let number = |text: &Option<String>| text.clone().map(Value::Decimal);
        let what = Some(reading.what.clone()).filter(|what| !what.is_empty()).map(Value::Code);
        let mut fields = vec![(Reading::AT, Value::Instant(at.ms, at.offset))];
        let said = [
            (Reading::WHAT, what),
            (Reading::OTHER, text(&reading.other)),
            (Reading::VALUE, number(&reading.value)),
            (Reading::SECOND, number(&reading.second)),
            (Reading::UNIT, text(&reading.unit)),
            (Reading::NOTE, text(&reading.note)),
        ];
        fields.extend(said.into_iter().filter_map(|(field, value)| Some((field, value?))));
        self.add(Kind::Reading, &fields, by)
    }

    /// Every reading, newest first.
    pub fn readings(&self) -> Vec<ReadingView> {
        let ledger = self.ledger();
        let who = self.who(&ledger);
        let mut all = who.readings_here();
        all.sort_by_key(|reading| std::cmp::Reverse((reading.at.first().copied(), reading.id)));
        all.iter().map(|reading| who.reading(reading)).collect()
    }
}

impl Who<'_> {
    /// The readings to be drawn.
    pub fn readings_here(&self) -> Vec<Reading> {
        let here = |reading: &Reading| super::life::is_here(self.record, Kind::Reading, reading.id);
        Reading::all(self.record).into_iter().filter(here).collect()
    }

    /// What it is called: the person's own name for it before Hearth's.
    pub fn reading_name(&self, reading: &Reading) -> String {
        let own: Vec<&str> = reading.other.all().map(|words| words.text.as_str()).collect();
        let what: Vec<String> = reading.what.all().map(|what| self.choice(what)).collect();
        match (reading.what.all().any(|what| what != "other"), own.is_empty()) {
            (false, false) => own.join(" / "),
            (false, true) => self.words.say("reading-name-other", &[]),
            (true, _) => what.join(" / "),
        }
    }

    fn choice(&self, what: &str) -> String {
        use super::view::Spoken;
        what.to_owned().spoken(self.words, &Reading::WHAT)
    }

    fn reading(&self, reading: &Reading) -> ReadingView {
        ReadingView {
            id: reading.id,
            name: self.reading_name(reading),
            line: self.reading_line(reading),
            what: self.field(&reading.what, &Reading::WHAT),
            other: self.field(&reading.other, &Reading::OTHER),
            value: self.field(&reading.value, &Reading::VALUE),
            second: self.field(&reading.second, &Reading::SECOND),
            unit: self.field(&reading.unit, &Reading::UNIT),
            at: self.field(&reading.at, &Reading::AT),
            note: self.field(&reading.note, &Reading::NOTE),
            only_me: reading.common.is_only_me(),
            unsettled: self.unsettled(super::life::life(self.record, Kind::Reading, reading.id)),
        }
    }

    fn reading_line(&self, reading: &Reading) -> String {
        if !(reading.value.is_settled() && reading.second.is_settled() && reading.unit.is_settled()) {
            return self.words.say("versions-check-first", &[]);
        }
        let number = match (reading.value.first(), reading.second.first()) {
            (None, None) => return self.words.say("reading-no-number", &[]),
            (Some(one), None) | (None, Some(one)) => one.as_written().to_owned(),
            (Some(top), Some(bottom)) => {
                let pair = [("top", Arg::Text(top.as_written())), ("bottom", Arg::Text(bottom.as_written()))];
                self.words.say("reading-pair", &pair)
            }
        };
        // Pain has no unit; whatever else has none written says so.
        let unit = match (reading.unit.text().trim(), reading.what.first().map(String::as_str)) {
            ("", Some("pain")) => return number,
            ("", _) => self.words.say("reading-no-unit", &[]),
            (unit, _) => unit.to_owned(),
        };
        let said = [("number", Arg::Text(&number)), ("unit", Arg::Text(&unit))];
        self.words.say("reading-with-unit", &said)
    }
}
