//! The rows: what is measured, beside what, and the bar.

use super::{numbers, one_round};
use crate::stats::{Comparison, Estimate, compare, estimate};
use std::path::Path;

/// One call of a program.
#[derive(Clone, Copy, Debug)]
pub struct Call {
    pub program: &'static str,
    pub verb: &'static str,
    pub more: Option<&'static str>,
    pub options: &'static [&'static str],
}

const fn call(program: &'static str, verb: &'static str) -> Call {
    Call { program, verb, more: None, options: &[] }
}

const fn call_with(program: &'static str, verb: &'static str, more: &'static str) -> Call {
    Call { program, verb, more: Some(more), options: &[] }
}

/// What the bar says.
#[derive(Clone, Copy, Debug)]
pub enum Bar {
    /// Hearth takes at most so many nanoseconds.
    AtMostNs(f64),
    /// Hearth / other is at most this.
    RatioAtMost(f64),
    /// Other / Hearth is at least this.
    TimesFaster(f64),
    /// Bytes / bytes of text is at most this.
    BytesPerText(f64),
    /// Hearth's memory is at most so many bytes above the other's.
    BytesMore(f64),
    /// A file of at most so many bytes.
    FileAtMost(f64),
    /// No bar: what a program says is reported.
    Told,
    /// A sync with nothing new: one request, so many bytes of body, no fsync.
    Quiet(f64),
    /// A sync makes so many requests that write.
    Writes(f64),
    /// The other one makes so many times more requests.
    FewerRequests(f64),
}

/// One row.
#[derive(Debug)]
pub struct Row {
    pub name: &'static str,
    pub what: &'static str,
    pub hearth: Call,
    pub other: Option<Call>,
    pub bar: Bar,
}

/// What a row came to.
#[derive(Debug)]
pub enum Outcome {
    Alone(Estimate),
    Beside(Comparison),
    Size { bytes: f64, text: f64 },
    Memory { hearth: f64, other: f64 },
    Sync(Sync),
    File(f64),
    Told(Vec<String>),
}

/// What syncs asked for, in the median, and how long they took.
#[derive(Debug)]
pub struct Sync {
    pub took: Estimate,
    pub requests: f64,
    pub writes: f64,
    /// Bytes of body there and back.
    pub sent: f64,
    pub received: f64,
    pub fsyncs: f64,
    /// A client that keeps nothing: nanoseconds and requests, once.
    pub each: Option<(f64, f64)>,
}

/// The rows of the bars that this issue measures (numbers as in the bars).
pub static ROWS: &[Row] = &[
    row("1", "card file to model, key in hand", call("hearth", "row1"), None, Bar::AtMostNs(20_000.0)),
    beside(
        "1-sqlcipher",
        "the same beside SQLCipher with a raw key",
        call("hearth", "row1"),
        call("sqlcipher", "row1"),
        Bar::TimesFaster(8.0),
    ),
    beside(
        "2",
        "open and decrypt 400 live fields beside plain SQLite",
        call("hearth", "row2"),
        call("plain", "row2"),
        Bar::RatioAtMost(1.2),
    ),
    beside(
        "2-sqlcipher",
        "the same beside SQLCipher",
        call("hearth", "row2"),
        call("sqlcipher", "row2"),
        Bar::RatioAtMost(1.0),
    ),
    beside(
        "2-automerge",
        "the same beside automerge loading the history",
        call("hearth", "row2"),
        call("crdt", "row2"),
        Bar::TimesFaster(400.0),
    ),
    beside(
        "3",
        "one durable edit beside append + fdatasync of its bytes",
        call_with("hearth", "row3", "210"),
        call_with("hearth", "row3-file", "210"),
        Bar::RatioAtMost(1.05),
    ),
    beside(
        "3-sqlite",
        "the same beside one insert in plain SQLite",
        call_with("hearth", "row3", "210"),
        call_with("plain", "row3", "260"),
        Bar::RatioAtMost(1.05),
    ),
    row(
        "3-card",
        "one edit that changes the card",
        call("hearth", "row3-card"),
        None,
        Bar::AtMostNs(f64::INFINITY),
    ),
    beside(
        "4-1000",
        "merge 1,000 foreign ops beside plain inserts",
        call_with("hearth", "row4", "1000"),
        call_with("plain", "row4", "1000"),
        Bar::RatioAtMost(1.5),
    ),
    beside(
        "4-10000",
        "merge 10,000 foreign ops beside plain inserts",
        call_with("hearth", "row4", "10000"),
        call_with("plain", "row4", "10000"),
        Bar::RatioAtMost(1.5),
    ),
    beside(
        "4-automerge",
        "merge 10,000 beside automerge",
        call_with("hearth", "row4", "10000"),
        call_with("crdt", "row4", "10000"),
        Bar::TimesFaster(4.0),
    ),
    row("5", "history of a field, 50 versions", call("hearth", "row5"), None, Bar::AtMostNs(60_000.0)),
    row(
        "6",
        "bytes on the disk / bytes of text, packed",
        call("hearth", "row6"),
        None,
        Bar::BytesPerText(0.35),
    ),
    beside(
        "7",
        "decode 5,000 FHIR resources beside fhir-sdk",
        call_with("hearth", "row7", "5000"),
        call_with("fhir", "row7", "5000"),
        Bar::TimesFaster(5.0),
    ),
    row(
        "8-0",
        "sync of 0 of 1,000 goals, 100 ms, 2 % loss",
        call_with("sync", "row8", "0"),
        None,
        Bar::Quiet(500.0),
    ),
    row("8-1", "sync of 1 of them", call_with("sync", "row8", "1"), None, Bar::Writes(1.0)),
    beside(
        "8-1000",
        "sync of all of them beside one GET and one PUT each",
        call_with("sync", "row8", "1000"),
        call_with("sync", "row8-each", "1000"),
        Bar::FewerRequests(10.0),
    ),
    row(
        "9-core",
        "home() with 50 goals, inside the core",
        call("hearth", "home"),
        None,
        Bar::AtMostNs(100_000.0),
    ),
    row("9", "home() with 50 goals, across JNA", call("jna", "row9"), None, Bar::AtMostNs(100_000.0)),
    beside(
        "10",
        "memory with P20 open beside plain SQLite",
        call("hearth", "memory"),
        call("plain", "memory"),
        Bar::BytesMore(2.0 * 1024.0 * 1024.0),
    ),
    row(
        "10-library",
        "the stripped library of an app, with PDF",
        call("library", "size"),
        None,
        Bar::FileAtMost(7.5e6),
    ),
    row(
        "10-library-plain",
        "the stripped library of an app, without PDF",
        call("library-plain", "size"),
        None,
        Bar::FileAtMost(4.5e6),
    ),
    row("11", "PDF of a full plan, warm", call("paper", "row11"), None, Bar::AtMostNs(60e6)),
    row("12", "the share host on SQLite, 16 readers", call("load", "3"), None, Bar::Told),
];

const fn row(name: &'static str, what: &'static str, hearth: Call, other: Option<Call>, bar: Bar) -> Row {
    Row { name, what, hearth, other, bar }
}

const fn beside(name: &'static str, what: &'static str, hearth: Call, other: Call, bar: Bar) -> Row {
    Row { name, what, hearth, other: Some(other), bar }
}

impl Row {
    /// The programs it calls.
    pub fn programs(&self) -> Vec<&'static str> {
        std::iter::once(&self.hearth).chain(&self.other).map(|call| call.program).collect()
    }

    /// Measures it: rounds by turns, Hearth and the other one after the other.
    pub fn measure(&self, folder: &Path, rounds: u32, seed: u64) -> Result<Outcome, String> {
        match (self.bar, &self.other) {
            (Bar::BytesPerText(_), _) => Ok(Outcome::Size {
                bytes: one_round(&self.hearth, folder, 0, "bytes")?,
                text: one_round(&self.hearth, folder, 0, "text_bytes")?,
            }),
            (Bar::BytesMore(_), Some(other)) => {
                Ok(Outcome::Memory { hearth: grown(&self.hearth, folder)?, other: grown(other, folder)? })
            }
            (Bar::FileAtMost(_), _) => super::built::size(self.hearth.program).map(Outcome::File),
            (Bar::Told, _) => super::built::told(self.hearth.program, self.hearth.verb).map(Outcome::Told),
            (Bar::Quiet(_) | Bar::Writes(_) | Bar::FewerRequests(_), _) => self.sync(folder, rounds, seed),
            (_, None) => {
                let took = (0..rounds).map(|round| one_round(&self.hearth, folder, round, "ns"));
                let took = took.collect::<Result<Vec<f64>, String>>()?;
                estimate(&took, seed).map(Outcome::Alone).map_err(|error| error.to_string())
            }
            (_, Some(other)) => {
                let (mut ours, mut theirs) = (Vec::new(), Vec::new());
                for round in 0..rounds {
                    ours.push(one_round(&self.hearth, folder, round, "ns")?);
                    theirs.push(one_round(other, folder, round, "ns")?);
                }
                compare(&ours, &theirs, seed).map(Outcome::Beside).map_err(|error| error.to_string())
            }
        }
    }

    /// Measures syncs. What asks for each resource by itself takes minutes, so it
    /// is done once.
    fn sync(&self, folder: &Path, rounds: u32, seed: u64) -> Result<Outcome, String> {
        let fields = ["ns", "requests", "writes", "sent", "received", "fsyncs"];
        let mut said: Vec<Vec<f64>> = vec![Vec::new(); fields.len()];
        for round in 0..rounds {
            let numbers = numbers(&self.hearth, folder, round, &fields)?;
            said.iter_mut().zip(numbers).for_each(|(all, number)| all.push(number));
        }
        let mut all = said.iter().map(|all| estimate(all, seed).map_err(|error| error.to_string()));
        let mut next = || all.next().unwrap_or_else(|| Err("a field is missing".to_owned()));
        let took = next()?;
        let mut median = || next().map(|estimate| estimate.median);
        let (requests, writes, sent, received, fsyncs) =
            (median()?, median()?, median()?, median()?, median()?);
        let each = match &self.other {
            Some(other) => {
                let each = numbers(other, folder, 0, &["ns", "requests"])?;
                each.first().copied().zip(each.get(1).copied())
            }
            None => None,
        };
        Ok(Outcome::Sync(Sync { took, requests, writes, sent, received, fsyncs, each }))
    }

    /// Whether the bar is met, and the figure that says so.
    pub fn verdict(&self, outcome: &Outcome) -> (bool, String) {
        match (self.bar, outcome) {
            (Bar::AtMostNs(bar), Outcome::Alone(took)) => {
                let figure = match took.median {
                    ns if ns < 1e6 => format!("{:.1} us", ns / 1e3),
                    ns => format!("{:.1} ms", ns / 1e6),
                };
                (took.median <= bar, figure)
            }
            (Bar::RatioAtMost(bar), Outcome::Beside(both)) => {
                (both.ratio.median <= bar, format!("{:.2}x", both.ratio))
            }
            (Bar::TimesFaster(bar), Outcome::Beside(both)) => {
                let times = Estimate {
                    low: 1.0 / both.ratio.high,
                    median: 1.0 / both.ratio.median,
                    high: 1.0 / both.ratio.low,
                };
                (times.median >= bar, format!("{times:.1} times"))
            }
            (Bar::BytesPerText(bar), Outcome::Size { bytes, text }) => {
                (bytes / text <= bar, format!("{:.3}", bytes / text))
            }
            (Bar::BytesMore(bar), Outcome::Memory { hearth, other }) => {
                (hearth - other <= bar, format!("{:+.2} MiB", (hearth - other) / 1048576.0))
            }
            (Bar::FileAtMost(bar), Outcome::File(bytes)) => (*bytes <= bar, format!("{:.2} MB", bytes / 1e6)),
            (Bar::Told, Outcome::Told(lines)) => (true, lines.join("; ")),
            (bar, Outcome::Sync(sync)) => {
                let Sync { requests, writes, sent, received, fsyncs, .. } = sync;
                let figure = format!(
                    "{requests:.0} requests ({writes:.0} write), {sent:.0} B there, {received:.0} B back, {fsyncs:.0} fsync"
                );
                let met = match bar {
                    Bar::Quiet(bytes) => *requests <= 1.0 && sent + received <= bytes && *fsyncs == 0.0,
                    Bar::Writes(most) => *writes <= most,
                    Bar::FewerRequests(times) => sync.each.is_some_and(|(_, each)| each >= times * requests),
                    _ => false,
                };
                (met, figure)
            }
            _ => (false, "not measured as its bar asks".to_owned()),
        }
    }

    /// The bar in words.
    pub fn bar_in_words(&self) -> String {
        match self.bar {
            Bar::AtMostNs(bar) if bar.is_infinite() => "reported".to_owned(),
            Bar::AtMostNs(bar) if bar >= 1e6 => format!("<= {:.0} ms", bar / 1e6),
            Bar::AtMostNs(bar) => format!("<= {:.0} us", bar / 1e3),
            Bar::FileAtMost(bar) => format!("<= {:.1} MB", bar / 1e6),
            Bar::Told => "reported".to_owned(),
            Bar::RatioAtMost(bar) => format!("<= {bar}x"),
            Bar::TimesFaster(bar) => format!(">= {bar} times faster"),
            Bar::BytesPerText(bar) => format!("<= {bar}"),
            Bar::Quiet(bytes) => format!("1 request, <= {bytes:.0} B, 0 fsync"),
            Bar::Writes(most) => format!("{most:.0} write"),
            Bar::FewerRequests(times) => format!(">= {times:.0} times fewer requests"),
            Bar::BytesMore(bar) => format!("<= +{:.0} MiB", bar / 1048576.0),
        }
    }
}

/// How much memory holding the plan adds to the process.
fn grown(call: &Call, folder: &Path) -> Result<f64, String> {
    Ok(one_round(call, folder, 0, "rss")? - one_round(call, folder, 0, "rss_before")?)
}
