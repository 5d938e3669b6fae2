//! The two questions about mood, drawn: never scored, and the safety words after any yes.

use super::answers::mood_answer;
use super::{FieldView, MoodAnswer, Who, named};
use crate::companion::view::Spoken as _;
use crate::plan::{Field, Kept, Kind, Mood};
use crate::record::EntityId;
use crate::sheets::MoodQuestion;
use crate::words::Arg;

/// One question about mood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MoodLine {
    /// Which.
    pub question: MoodQuestion,
    /// Its words.
    pub ask: String,
    /// What was answered, in every version.
    pub said: FieldView,
    /// The same answers as they are kept.
    pub kept: Vec<MoodAnswer>,
    /// The answers in words, or "not answered".
    pub line: String,
}

/// The two questions about mood, asked once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MoodView {
    /// The questions.
    pub questions: Vec<MoodLine>,
    /// "These answers go to nobody unless you choose it."
    pub own_choice: String,
    /// After any yes, the safety words: to be drawn whole, at once, and for as
    /// long as the yes stands.
    pub safety: Option<String>,
}

impl Who<'_> {
    /// What was answered about mood in a visit, if anything was.
    pub(super) fn mood(&self, visit: EntityId) -> Option<Mood> {
        let id = named("mood", visit, &[]);
        let entity = self.record.entity(Kind::Mood.number(), id)?;
        crate::companion::life::is_here(self.record, Kind::Mood, id).then(|| Mood::read(id, entity))
    }

    /// The safety words, where any yes was answered or is suggested: whole, never
    /// scored, with the English beside a Welsh that nobody has reviewed.
    pub(super) fn mood_safety(&self, visit: EntityId) -> Option<String> {
        let mood = self.mood(visit)?;
        let yes = |kept: &Kept<String>| {
            let offered = kept.pending().filter_map(|offer| offer.value.as_ref());
            kept.all().chain(offered).any(|answer| answer == "yes")
        };
        (yes(&mood.down) || yes(&mood.interest)).then(|| self.words.safety("region-mood-yes", &[]))
    }

    pub(super) fn mood_view(&self, visit: EntityId) -> MoodView {
        let mood = self.mood(visit);
        let line = |question: MoodQuestion| {
            let (key, field): (_, Field) = match question {
                MoodQuestion::Down => ("visit-mood-ask-down", Mood::DOWN),
                MoodQuestion::Interest => ("visit-mood-ask-interest", Mood::INTEREST),
            };
            let field_of = mood.as_ref().map(|mood| match question {
                MoodQuestion::Down => &mood.down,
                MoodQuestion::Interest => &mood.interest,
            });
            let said = field_of.map(|kept| self.field(kept, &field)).unwrap_or_default();
            let kept = field_of.into_iter().flat_map(Kept::all).map(|answer| mood_answer(answer)).collect();
            MoodLine { question, ask: self.words.plain(key, &[]), line: self.line_of(&said), said, kept }
        };
        MoodView {
            questions: MoodQuestion::ALL.into_iter().map(line).collect(),
            own_choice: self.words.plain("visit-mood-own-choice", &[]),
            safety: self.mood_safety(visit),
        }
    }

    /// Both answers about mood in a line, for who was chosen to have it.
    pub(super) fn mood_line(&self, visit: EntityId) -> Option<String> {
        let mood = self.mood(visit).filter(answered)?;
        let said = |kept: &Kept<String>, field: &Field| {
            let all: Vec<String> = kept.all().map(|answer| answer.spoken(self.words, field)).collect();
            if all.is_empty() { self.words.plain("scale-not-answered", &[]) } else { all.join(" / ") }
        };
        let (down, interest) = (said(&mood.down, &Mood::DOWN), said(&mood.interest, &Mood::INTEREST));
        let args = [("down", Arg::Text(&down)), ("interest", Arg::Text(&interest))];
        Some(self.words.plain("summary-mood", &args))
    }
}

/// Whether anything about mood stands answered.
pub(super) fn answered(mood: &Mood) -> bool {
    mood.down.is_answered() || mood.interest.is_answered()
}
