//! What the person is told of the link and of a sync.

use crate::companion::who::date_of;
use crate::companion::{Companion, Trouble};
use crate::plan::{Kind, PracticeLink};
use crate::record::{EntityId, When};
use crate::sync::engine::{Outcome, SyncError};
use crate::sync::state::{self, Held};
use crate::words::{Arg, Words};
use std::sync::PoisonError;

/// How it stands with a practice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// There is no link.
    NotLinked,
    /// A link was begun; the browser has not come back.
    Begun,
    /// Linked.
    Linked,
    /// There was a link, and it must be made again: it has ended, or this phone
    /// was restored, or it is another phone's.
    LinkAgain,
}

/// The link with the practice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PracticeView {
    /// How it stands.
    pub standing: Standing,
    /// What the person calls the practice; "" without a link.
    pub name: String,
    /// Its address; "" without a link.
    pub base: String,
    /// What to say of it: linked since, in step when, what must be done.
    pub lines: Vec<String>,
    /// What the link does not allow, each with its sentence.
    pub not_allowed: Vec<String>,
    /// Entries that could not be sent, or that the practice no longer has.
    pub troubles: Vec<ResourceView>,
}

/// One entry that is not in step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResourceView {
    /// What kind; none where it is the practice's own.
    pub kind: Option<Kind>,
    /// Which one.
    pub id: Option<EntityId>,
    /// Its sentence: what happened, that nothing was lost, what to do.
    pub sentence: String,
    /// Whether [`Companion::send_again`] can be offered.
    pub send_again: bool,
}

/// What came of a sync.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyncView {
    /// Changes that the practice suggests.
    pub suggested: usize,
    /// Results, medicines, promises and the like that came.
    pub received: usize,
    /// Entries that the practice took.
    pub sent: usize,
    /// Entries taken back from there.
    pub withdrawn: usize,
    /// There is more; another sync goes on.
    pub more: bool,
    /// What to tell the person, the trouble among it.
    pub sentences: Vec<String>,
    /// The key of the sentence that says what went wrong, if anything did.
    pub trouble: Option<&'static str>,
    /// How many questions were asked.
    pub requests: u32,
    /// How many bytes came back.
    pub bytes: u64,
}

/// What came of ending a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnlinkedView {
    /// The practice knows.
    pub told: bool,
    /// What to tell the person.
    pub sentence: String,
}

impl Companion {
    /// How it stands with the practice.
    ///
    /// # Errors
    /// [`Trouble`], where the store does not read.
    pub fn practice(&self) -> Result<PracticeView, Trouble> {
        let state = self.sync_state()?;
        let Some(link) = &state.link else {
            let (standing, lines) = match (state.attempt.is_some(), self.was_linked()) {
                (true, _) => (Standing::Begun, vec![self.words.plain("practice-begun", &[])]),
                (false, true) => {
                    (Standing::LinkAgain, vec![self.words.plain("error-practice-link-again", &[])])
                }
                (false, false) => {
                    (Standing::NotLinked, vec![self.words.plain("error-practice-not-linked", &[])])
                }
            };
            let (name, base) = (String::new(), String::new());
            return Ok(PracticeView { standing, name, base, lines, not_allowed: vec![], troubles: vec![] });
        };
        let ended = link.ended || state.tokens.is_none();
        let standing = if ended { Standing::LinkAgain } else { Standing::Linked };
        let date = |ms| self.date_of(ms);
        let since = date(link.since);
        let mut lines = vec![
            self.words.say("practice-linked", &[("name", (&link.name).into()), ("date", (&since).into())]),
        ];
        let checked = *self.checked.lock().unwrap_or_else(PoisonError::into_inner);
        match checked.or(state.notes.synced) {
            Some(at) => lines.push(self.words.say("practice-in-step", &[("date", (&date(at)).into())])),
            None => lines.push(self.words.plain("practice-never", &[])),
        }
        if ended {
            lines.push(self.words.plain("error-practice-link-again", &[]));
        }
        let held = state.ours.values().filter_map(|held| self.trouble_of(held));
        let left_out = state.notes.left_out.values().map(|key| {
            let sentence = self.words.say(known_key(key), &[]);
            ResourceView { kind: None, id: None, sentence, send_again: false }
        });
        let vanished = state.notes.vanished.len();
        let gone = (vanished > 0).then(|| {
            let sentence = self.words.say("practice-vanished", &[("n", Arg::Number(vanished as i64))]);
            ResourceView { kind: None, id: None, sentence, send_again: false }
        });
        Ok(PracticeView {
            standing,
            name: link.name.clone(),
            base: link.base.clone(),
            lines,
            not_allowed: self.not_allowed(&state),
            troubles: held.chain(left_out).chain(gone).collect(),
        })
    }

    fn date_of(&self, ms: i64) -> String {
        let now = self.platform.clock.now();
        let day = date_of(When { ms, offset: now.offset });
        match (day, date_of(now)) {
            (Some(day), Some(today)) => self.words.happened(day, today),
            _ => self.words.plain("date-clock-wrong", &[]),
        }
    }

    fn trouble_of(&self, held: &Held) -> Option<ResourceView> {
        let (kind, id) = held.entry()?;
        let sentence = match &held.standing {
            state::Standing::Gone => self.words.say("practice-gone", &[]),
            state::Standing::Refused { .. } => self.words.say("practice-refused", &[]),
            _ => return None,
        };
        Some(ResourceView { kind: Some(kind), id: Some(id), sentence, send_again: true })
    }

    /// What a link can do and this one may not.
    fn not_allowed(&self, state: &state::State) -> Vec<String> {
        let Some(granted) = state.tokens.as_ref().map(|tokens| tokens.granted()) else { return Vec::new() };
        let wanted = [
            ("Goal", 'u', "practice-no-goals"),
            ("CarePlan", 'u', "practice-no-plans"),
            ("Observation", 'r', "practice-no-results"),
            ("MedicationStatement", 'r', "practice-no-medicines"),
        ];
        let missing = wanted.into_iter().filter(|(kind, letter, _)| !granted.may(*letter, kind));
        missing.map(|(_, _, key)| self.words.plain(key, &[])).collect()
    }

    /// Whether the plan says that a phone of it was linked.
    pub(super) fn was_linked(&self) -> bool {
        let ledger = self.ledger();
        PracticeLink::all(ledger.record()).iter().any(|link| link.ended.first().is_none())
    }

    pub(super) fn sync_view(
        &self,
        name: &str,
        outcome: Outcome,
        error: Option<SyncError>,
        (requests, bytes): (u32, u64),
    ) -> SyncView {
        let words = &self.words;
        let name = ("name", Arg::Text(name));
        let mut sentences = Vec::new();
        let counted = [
            (outcome.suggested, "practice-suggested"),
            (outcome.received, "practice-received"),
            (outcome.sent, "practice-sent"),
            (outcome.withdrawn, "practice-withdrawn"),
            (outcome.gone, "practice-gone-count"),
            (outcome.refused, "practice-refused-count"),
        ];
        for (count, key) in counted.into_iter().filter(|(count, _)| *count > 0) {
            sentences.push(words.say(key, &[("n", Arg::Number(count as i64)), name]));
        }
        let trouble = error.as_ref().map(sync_key);
        sentences.extend(trouble.map(|key| say(words, key)));
        if sentences.is_empty() {
            sentences.push(words.say("practice-nothing-new", &[name]));
        }
        SyncView {
            suggested: outcome.suggested,
            received: outcome.received,
            sent: outcome.sent,
            withdrawn: outcome.withdrawn,
            more: outcome.more,
            sentences,
            trouble,
            requests,
            bytes,
        }
    }
}

fn say(words: &Words, key: &str) -> String {
    words.say(key, &[])
}

/// Keys that were kept by another version of the app may have no sentence now.
fn known_key(key: &str) -> &'static str {
    match key {
        "error-fhir-too-large" => "error-fhir-too-large",
        "error-fhir-not-safe-to-show" => "error-fhir-not-safe-to-show",
        _ => "error-fhir-unreadable",
    }
}

/// The key of the sentence for what stopped a sync.
pub(in crate::companion) fn sync_key(error: &SyncError) -> &'static str {
    use crate::sync::http::HttpError;
    use crate::sync::practice::PracticeError as P;
    match error {
        SyncError::OtherPatient => "error-practice-other-person",
        SyncError::Store(_) | SyncError::Practice(P::Store(_)) => "error-store-io",
        SyncError::Practice(error) => match error {
            P::Http(HttpError::NoConnection) => "error-practice-no-connection",
            P::Http(HttpError::TimedOut | HttpError::Cut) => "error-practice-slow",
            P::Http(HttpError::NotProven) => "error-practice-not-proven",
            P::Http(HttpError::NotSafe) | P::Redirected => "error-practice-elsewhere",
            P::Http(HttpError::TooLarge) | P::Endless => "error-practice-too-much",
            P::Busy { .. } => "error-practice-busy",
            P::Ended => "error-practice-link-again",
            P::NotAllowed => "error-practice-not-allowed",
            P::Status(_) | P::Unreadable | P::Store(_) => "error-practice-unreadable",
            P::Stopped => "error-practice-stopped",
        },
    }
}
