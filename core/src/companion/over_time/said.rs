//! Turns what was gathered into lines, and into words.

use super::{Dot, GapView, Gathered, LineView, MomentView, OverTimeView, PointView, joined, week};
use crate::companion::who::Who;
use crate::words::Arg;

/// Beyond so many points a sentence says how many, the least, the most, the first
/// and the last: nobody listens to a list of two hundred numbers.
const LISTED: usize = 8;

impl Who<'_> {
    pub(super) fn picture(&self, mut gathered: Gathered) -> OverTimeView {
        gathered.unanswered.sort_unstable();
        let mut dots = std::mem::take(&mut gathered.dots);
        let mut notes = self.left_out(&gathered);
        if dots.iter().any(|dot| dot.one_of_several) {
            notes.push(self.words.say("versions-check-first", &[]));
        }
        let mut lines: Vec<LineView> = Vec::new();
        let mut said: Vec<String> = Vec::new();
        while let Some(first) = dots.first() {
            let (what, unit) = (first.line.clone(), first.unit.clone());
            let (mut here, rest): (Vec<Dot>, Vec<Dot>) =
                dots.into_iter().partition(|dot| dot.line == what && dot.unit == unit);
            dots = rest;
            let joins = joined(&mut here, &gathered.unanswered);
            let points = self.points(&here);
            lines.push(self.drawn(&here, &joins, self.sentence(&what, &points, "")));
            said.push(points);
        }
        let in_two_units = |(at, line): (usize, &LineView)| {
            lines.iter().take(at).any(|other| other.what == line.what && other.unit != line.unit)
        };
        if lines.iter().enumerate().any(in_two_units) {
            notes.push(self.words.say("result-other-unit", &[]));
        }
        let unanswered = gathered.unanswered.iter().map(|(date, at)| MomentView {
            at: *at,
            day: self.day_of(*date),
            text: self.words.plain("scale-not-answered", &[]),
        });
        OverTimeView {
            unanswered: unanswered.collect(),
            sentence: self.whole_sentence(&gathered, &lines, &said),
            title: gathered.title,
            lines,
            notes,
        }
    }

    fn left_out(&self, gathered: &Gathered) -> Vec<String> {
        let left = gathered.left_out;
        let counted = [
            ("over-time-left-out-withdrawn", left.withdrawn),
            ("over-time-left-out-words", left.words),
            ("over-time-left-out-date", left.date),
            ("over-time-left-out-clock", left.clock),
        ];
        let some = counted.into_iter().filter(|(_, n)| *n > 0);
        some.map(|(key, n)| self.words.say(key, &[("n", Arg::Number(n))])).collect()
    }

    fn drawn(&self, dots: &[Dot], joins: &[bool], sentence: String) -> LineView {
        let gaps = dots.windows(2).filter_map(|pair| {
            let [before, after] = pair else { return None };
            let weeks = week(after.date) - week(before.date) - 1;
            (weeks > 0).then(|| GapView {
                from: before.at,
                to: after.at,
                weeks,
                text: self.words.plain("over-time-gap", &[("n", Arg::Number(weeks))]),
            })
        });
        let points = dots.iter().zip(joins).map(|(dot, joined)| PointView {
            at: dot.at,
            day: self.day_of(dot.date),
            value: dot.value,
            text: self.number(dot),
            who: dot.who.clone(),
            joined_to_previous: *joined,
            one_of_several: dot.one_of_several,
        });
        let first = dots.first();
        LineView {
            what: first.map(|dot| dot.line.clone()).unwrap_or_default(),
            unit: first.map(|dot| dot.unit.clone()).unwrap_or_default(),
            points: points.collect(),
            gaps: gaps.collect(),
            lowest: least(dots).map_or(0.0, |dot| dot.value),
            highest: most(dots).map_or(0.0, |dot| dot.value),
            sentence,
        }
    }

    /// "6 on 3 October, 8 on 24 October". Versions that stand side by side are said
    /// side by side: "6 or 8 on 24 October".
    fn points(&self, dots: &[Dot]) -> String {
        let same = |a: &Dot, b: &Dot| a.at == b.at && a.one_of_several && b.one_of_several;
        let moments: Vec<&[Dot]> = dots.chunk_by(same).collect();
        let (Some(first), Some(last)) = (moments.first(), moments.last()) else { return String::new() };
        if moments.len() <= LISTED {
            return moments.iter().map(|moment| self.moment(moment)).collect::<Vec<_>>().join(", ");
        }
        let end = |dot: Option<&Dot>| dot.map(|dot| self.told(dot)).unwrap_or_default();
        let (low, high) = (end(least(dots)), end(most(dots)));
        let (first, last) = (self.moment(first), self.moment(last));
        let said = [
            ("n", Arg::Number(moments.len() as i64)),
            ("low", Arg::Text(&low)),
            ("high", Arg::Text(&high)),
            ("first", Arg::Text(&first)),
            ("last", Arg::Text(&last)),
        ];
        self.words.plain("over-time-many", &said)
    }

    fn moment(&self, dots: &[Dot]) -> String {
        let numbers: Vec<String> = dots.iter().map(|dot| self.told(dot)).collect();
        let day = dots.first().map(|dot| self.day_of(dot.date)).unwrap_or_default();
        let date = ("date", Arg::Text(&day));
        match numbers.split_last() {
            Some((last, [])) => self.words.plain("over-time-point", &[("value", Arg::Text(last)), date]),
            Some((last, rest)) => {
                let rest = rest.join(", ");
                let said = [("first", Arg::Text(&rest)), ("second", Arg::Text(last)), date];
                self.words.plain("over-time-point-two", &said)
            }
            None => String::new(),
        }
    }

    /// The number with its sign and unit, as written.
    fn number(&self, dot: &Dot) -> String {
        match dot.unit.as_str() {
            "" => dot.text.clone(),
            unit => {
                let said = [("number", Arg::Text(&dot.text)), ("unit", Arg::Text(unit))];
                self.words.say("reading-with-unit", &said)
            }
        }
    }

    /// The same in a sentence, where no line may end within "L/min".
    fn told(&self, dot: &Dot) -> String {
        self.number(dot).replace('/', "/\u{2060}")
    }

    fn sentence(&self, what: &str, points: &str, unanswered: &str) -> String {
        let (what, points) = (("what", Arg::Text(what)), ("points", Arg::Text(points)));
        match unanswered {
            "" => self.words.say("over-time-said", &[what, points]),
            unanswered => {
                let said = [what, points, ("unanswered", Arg::Text(unanswered))];
                self.words.say("over-time-said-unanswered", &said)
            }
        }
    }

    /// The picture in words. What was not answered is said in the sentence of a
    /// picture that has one line, else after all of them.
    fn whole_sentence(&self, gathered: &Gathered, lines: &[LineView], said: &[String]) -> String {
        let n = gathered.unanswered.len() as i64;
        let unanswered = match n {
            0 => String::new(),
            n => self.words.plain("over-time-unanswered", &[("n", Arg::Number(n))]),
        };
        let nothing = || self.words.plain("over-time-nothing", &[]);
        match (lines, said) {
            ([], _) if n > 0 => self.sentence(&gathered.title, &unanswered, ""),
            ([], _) => self.sentence(&gathered.title, &nothing(), ""),
            ([line], [points]) => self.sentence(&line.what, points, &unanswered),
            (lines, _) => {
                let mut all: Vec<String> = lines.iter().map(|line| line.sentence.clone()).collect();
                if n > 0 {
                    all.push(self.sentence(&gathered.title, &unanswered, ""));
                }
                all.join(" ")
            }
        }
    }
}

fn least(dots: &[Dot]) -> Option<&Dot> {
    dots.iter().min_by(|a, b| a.value.total_cmp(&b.value))
}

fn most(dots: &[Dot]) -> Option<&Dot> {
    dots.iter().max_by(|a, b| a.value.total_cmp(&b.value))
}
