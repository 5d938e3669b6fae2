//! A field ready to draw: every version, who wrote it, what is suggested.

use super::who::Who;
use super::{Companion, Trouble};
use crate::plan::{
    Answer, CatTotal, Coded, Field, Holds, Instant, Kept, Kind, Number, PartialDate, Scale10, TimeWritten,
    Type, Version, Words as Said, Written,
};
use crate::record::{Act, EntityId, Op, OpId, Value};
use crate::words::{Arg, Words};

/// The words as first spoken, beside an interpreter's translation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OriginalView {
    /// The person's own words.
    pub text: String,
    /// Their language.
    pub language: String,
    /// "Your words, 14 October, through an interpreter, NAME".
    pub who: String,
}

/// One version of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VersionView {
    /// What it says, in words; "not answered" where it is an answer taken back.
    pub text: String,
    /// Whether it is an answer.
    pub answered: bool,
    /// The original, where the words came through an interpreter.
    pub original: Option<OriginalView>,
    /// Who wrote it and when; several where several wrote just the same.
    pub who: Vec<String>,
}

/// A suggestion for a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfferView {
    /// Names it, to accept or decline.
    pub id: OpId,
    /// The words offered.
    pub text: String,
    /// "NAME suggested a change, DATE".
    pub line: String,
}

/// A field ready to draw.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct FieldView {
    /// Every version, equal. Empty: never written; draw "not answered".
    pub versions: Vec<VersionView>,
    /// What others suggest and waits.
    pub offers: Vec<OfferView>,
    /// What must be said of it: two versions, a newer Hearth.
    pub notes: Vec<String>,
    /// The heads that this view shows, for [`Companion::write_over`].
    pub seen: Vec<OpId>,
}

impl FieldView {
    /// The text of the first version, or "".
    pub fn text(&self) -> &str {
        self.versions.first().map(|version| version.text.as_str()).unwrap_or_default()
    }

    /// Whether any version has an answer.
    pub fn is_answered(&self) -> bool {
        self.versions.iter().any(|version| version.answered)
    }
}

/// A value in words.
pub(super) trait Spoken: Holds {
    fn spoken(&self, words: &Words, field: &Field) -> String;
    fn original(&self) -> Option<&crate::record::Original> {
        None
    }
}

impl Spoken for Said {
    fn spoken(&self, _: &Words, _: &Field) -> String {
        self.text.clone()
    }
    fn original(&self) -> Option<&crate::record::Original> {
        self.original.as_ref()
    }
}

impl Spoken for Scale10 {
    fn spoken(&self, _: &Words, _: &Field) -> String {
        self.step().to_string()
    }
}

impl Spoken for CatTotal {
    fn spoken(&self, words: &Words, _: &Field) -> String {
        // A total is never said without its scale.
        words.plain("visit-cat-chosen", &[("n", Arg::Number(self.total().into()))])
    }
}

impl Spoken for i64 {
    fn spoken(&self, _: &Words, _: &Field) -> String {
        self.to_string()
    }
}

impl Spoken for bool {
    fn spoken(&self, words: &Words, _: &Field) -> String {
        words.plain(if *self { "answer-yes" } else { "answer-no" }, &[])
    }
}

impl Spoken for PartialDate {
    fn spoken(&self, words: &Words, _: &Field) -> String {
        let Some(day) = self.whole() else { return words.partial(&self.to_string()) };
        let date = words.date(day);
        match self.time.and_then(TimeWritten::clock) {
            Some(clock) => {
                words.plain("date-at", &[("date", Arg::Text(&date)), ("time", Arg::Text(&words.time(clock)))])
            }
            None => date,
        }
    }
}

impl Spoken for Coded {
    fn spoken(&self, _: &Words, _: &Field) -> String {
        self.said().to_owned()
    }
}

impl Spoken for String {
    fn spoken(&self, words: &Words, field: &Field) -> String {
        let key = format!("choice-{}-{}", field.name.replace(['.', '_'], "-"), self.replace('_', "-"));
        words.plain(&key, &[])
    }
}

impl Spoken for Number {
    fn spoken(&self, _: &Words, _: &Field) -> String {
        self.as_written().to_owned()
    }
}

impl Spoken for Instant {
    fn spoken(&self, words: &Words, _: &Field) -> String {
        let at = crate::record::When { ms: self.ms, offset: self.offset };
        match super::who::date_of(at) {
            Some(date) => words.date(date),
            None => words.plain("date-clock-wrong", &[]),
        }
    }
}

impl Spoken for EntityId {
    fn spoken(&self, words: &Words, _: &Field) -> String {
        words.plain("history-link", &[])
    }
}

impl Spoken for Vec<EntityId> {
    fn spoken(&self, words: &Words, _: &Field) -> String {
        words.plain("history-order", &[("n", Arg::Number(self.len() as i64))])
    }
}

impl Who<'_> {
    /// Draws a field.
    pub fn field<T: Spoken>(&self, kept: &Kept<T>, field: &Field) -> FieldView {
        let mut notes = Vec::new();
        if !kept.is_settled() {
            notes.push(self.words.say("versions-check-first", &[]));
        }
        if kept.newer {
            notes.push(self.words.say("versions-newer-hearth", &[]));
        }
        FieldView {
            versions: kept.versions.iter().map(|version| self.version(version, field)).collect(),
            offers: kept.pending().map(|offer| self.offer(offer, field)).collect(),
            notes,
            seen: kept.versions.iter().flat_map(|version| version.written.iter().map(|w| w.op)).collect(),
        }
    }

    fn version<T: Spoken>(&self, version: &Version<T>, field: &Field) -> VersionView {
        let value = version.value.given();
        let text = match (&version.value, version.erased) {
            (Answer::Is(value), _) => value.spoken(self.words, field),
            (Answer::NotAnswered, true) => self.words.plain("versions-erased", &[]),
            (Answer::NotAnswered, false) => self.words.plain("scale-not-answered", &[]),
        };
        let original = value.and_then(Spoken::original).map(|original| OriginalView {
            text: original.text.clone(),
            language: original.language.clone(),
            who: self.words.say(
                "who-interpreter",
                &[
                    ("date", Arg::Text(&self.words.partial(&original.on))),
                    ("name", Arg::Text(&original.interpreter)),
                ],
            ),
        });
        let who = version.written.iter().map(|written| self.line(written)).collect();
        VersionView { text, answered: value.is_some(), original, who }
    }

    fn offer<T: Spoken>(&self, offer: &crate::plan::Offered<T>, field: &Field) -> OfferView {
        let text = match &offer.value {
            Some(value) => value.spoken(self.words, field),
            None => self.words.plain("suggestion-remove", &[]),
        };
        OfferView { id: offer.written.op, text, line: self.offered(&offer.written) }
    }

    /// "your practice suggested a change, DATE".
    pub fn offered(&self, written: &Written) -> String {
        let date = self.date(written.at);
        let date = ("date", Arg::Text(&date));
        match &written.author {
            crate::record::Author::File { name } if written.at == crate::record::When::default() => {
                self.words.say("prsb-file-suggests", &[("name", Arg::Text(name))])
            }
            crate::record::Author::Practice(_) => self.words.say("suggestion-practice", &[date]),
            author => {
                let name = self.author_name(author);
                self.words.say("suggestion-named", &[("name", Arg::Text(&name)), date])
            }
        }
    }
}

/// One line of a field's history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HistoryLine {
    /// The words, or what was done in words.
    pub text: String,
    /// Who and when.
    pub who: String,
    /// How many earlier versions it replaced.
    pub replaced: usize,
    /// It still stands.
    pub stands: bool,
}

impl Companion {
    /// Every version ever written of one field, oldest first.
    pub fn history(&self, kind: Kind, id: EntityId, field: &Field) -> Result<Vec<HistoryLine>, Trouble> {
        let slot = kind.slot(id, field);
        let mut ledger = self.ledger();
        let (ops, _) = ledger.history(slot)?;
        let heads: Vec<OpId> =
            ledger.record().register(slot).into_iter().flat_map(|r| r.head_ids()).collect();
        let who = self.who(&ledger);
        Ok(ops.iter().map(|op| history_line(&who, op, field, &heads)).collect())
    }

    /// Who is asking, for lines drawn now.
    pub(super) fn who<'a>(&'a self, ledger: &'a crate::store::Ledger) -> Who<'a> {
        let today = super::who::date_of(self.platform.clock.now());
        Who { record: ledger.record(), words: &self.words, device: ledger.device(), today }
    }
}

fn history_line(who: &Who<'_>, op: &Op, field: &Field, heads: &[OpId]) -> HistoryLine {
    let words = who.words;
    let text = match &op.act {
        Act::Write(value) | Act::Suggest(value) => value_in_words(words, value, field),
        Act::Accept => words.plain("history-accepted", &[]),
        Act::Decline => words.plain("history-declined", &[]),
        Act::Reopen => words.plain("history-reopened", &[]),
        Act::Remove(_) => words.plain("history-removed", &[]),
        Act::Restore => words.plain("history-restored", &[]),
        Act::Erase(_) => words.plain("history-erased", &[]),
        Act::Unknown(_) => words.plain("versions-newer-hearth", &[]),
    };
    let written = Written::of(op);
    let line = match &op.act {
        Act::Suggest(_) => who.offered(&written),
        _ => who.line(&written),
    };
    let replaced = if matches!(op.act, Act::Suggest(_)) { 0 } else { op.parents.len() };
    HistoryLine { text, who: line, replaced, stands: heads.contains(&op.id) }
}

/// A value in words, whatever it holds.
pub(super) fn value_in_words(words: &Words, value: &Value, field: &Field) -> String {
    fn say<T: Spoken>(value: &Value, words: &Words, field: &Field) -> Option<String> {
        T::read(value).map(|value| value.spoken(words, field))
    }
    let said = match value {
        Value::Empty => Some(words.plain("scale-not-answered", &[])),
        Value::Erased => Some(words.plain("versions-erased", &[])),
        Value::Text(_) if field.holds == Type::Coded => say::<Coded>(value, words, field),
        Value::Text(_) | Value::Interpreted { .. } => say::<Said>(value, words, field),
        Value::Int(_) if field.holds == Type::CatTotal => say::<CatTotal>(value, words, field),
        Value::Int(count) => Some(count.to_string()),
        Value::Bool(_) => say::<bool>(value, words, field),
        Value::Decimal(_) => say::<Number>(value, words, field),
        Value::Date(_) => say::<PartialDate>(value, words, field),
        Value::Instant(..) => say::<Instant>(value, words, field),
        Value::Code(_) => say::<String>(value, words, field),
        Value::Order(_) => say::<Vec<EntityId>>(value, words, field),
        Value::Entity(_) => say::<EntityId>(value, words, field),
        Value::Ops(_) | Value::Bytes(_) => Some(words.plain("history-link", &[])),
        Value::Unknown(_) => None,
    };
    said.unwrap_or_else(|| words.plain("versions-newer-hearth", &[]))
}
