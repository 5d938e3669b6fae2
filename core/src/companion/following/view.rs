//! What is drawn of the plans of others: whose, how old, what was left out, what became of it.

use super::super::shares::lines_of;
use super::super::{Companion, SharedSection, Trouble};
use super::calls::{FollowedCall, calls_of, is_unwell};
use crate::record::When;
use crate::share::kept::Kept;
use crate::share::pair::spaced;
use crate::share::rows::{Followed, Meeting, Meets};
use crate::words::Arg;
use serde_json::Value;

/// A copy is warned of a day before it ends by itself.
const SOON: i64 = 86_400_000;
/// Most sections that are drawn, and most lines of one.
const MOST: usize = 1_000;

/// Somebody whose plan is followed, or is to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FollowedView {
    /// Names it.
    pub id: String,
    /// What they are called.
    pub name: String,
    /// How old the copy is: "As of Tuesday, 3 days ago"; "" where there is none.
    pub age: String,
    /// What else there is to say: when it was last checked or could not be, why, until when it is
    /// shared, how it ended.
    pub lines: Vec<String>,
    /// It ends soon; "" where it does not.
    pub warning: String,
    /// There is a copy to read.
    pub kept: bool,
    /// Whoever holds this phone may suggest.
    pub may_suggest: bool,
    /// How many suggestions wait for signal.
    pub waiting: usize,
    /// The digits to compare, where a pairing is on the way: "123 456".
    pub digits: Option<String>,
}

/// Everybody who is followed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FollowingView {
    /// Pairings on the way.
    pub meetings: Vec<FollowedView>,
    /// Those whose copies are here first, by name.
    pub followed: Vec<FollowedView>,
}

/// A copy, to be read. All of it is somebody else's words: text, never markup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FollowedCard {
    /// Whose, and how old.
    pub view: FollowedView,
    /// What stands in front: who made it, what is not in it.
    pub front: Vec<String>,
    /// Whom it says to call, the first to be called first.
    pub calls: Vec<FollowedCall>,
    /// What it says: what to do when the person is unwell first, then in its own order.
    pub sections: Vec<SharedSection>,
}

impl Companion {
    /// Who is followed, as this phone knows it. Asks nobody.
    ///
    /// # Errors
    /// [`Trouble`], where the store does not read.
    pub fn following(&self) -> Result<FollowingView, Trouble> {
        let rows = self.share_rows()?;
        let meetings = rows.meetings.iter().filter(|(_, one)| one.meets == Meets::Person);
        let meetings = meetings.map(|(id, one)| self.meeting_view(id, one)).collect();
        let mut followed: Vec<FollowedView> =
            rows.followed.iter().map(|(id, one)| self.followed_view(id, one)).collect();
        followed.sort_by_key(|one| (!one.kept, one.name.to_lowercase()));
        Ok(FollowingView { meetings, followed })
    }

    /// A copy, to be read without signal.
    ///
    /// # Errors
    /// [`Trouble::NotFound`], where there is none.
    pub fn followed(&self, id: &str) -> Result<FollowedCard, Trouble> {
        let followed = self.known_followed(id)?;
        let kept = followed.kept.as_ref().ok_or(Trouble::NotFound)?;
        let document: Value = serde_json::from_str(&kept.file).map_err(|_| Trouble::Fault)?;
        let entries = document.get("entry").and_then(Value::as_array);
        let composition = entries.and_then(|entries| {
            let is_it = |one: &&Value| one.get("resourceType").and_then(Value::as_str) == Some("Composition");
            entries.iter().filter_map(|entry| entry.get("resource")).find(is_it)
        });
        let composition = composition.ok_or(Trouble::Follow(crate::share::follow::FollowError::Other))?;
        let said = |of: &Value| -> Vec<String> {
            let div = of.get("text").and_then(|text| text.get("div")).and_then(Value::as_str);
            lines_of(div.unwrap_or_default()).into_iter().take(MOST).map(|line| shown(&line)).collect()
        };
        let sections = composition.get("section").and_then(Value::as_array).into_iter().flatten();
        let mut sections: Vec<&Value> = sections.take(MOST).collect();
        sections.sort_by_key(|section| !is_unwell(section));
        let sections = sections.into_iter().map(|section| SharedSection {
            title: shown(section.get("title").and_then(Value::as_str).unwrap_or_default()),
            lines: said(section),
        });
        let (front, sections) = (said(composition), sections.collect());
        Ok(FollowedCard {
            view: self.followed_view(id, &followed),
            front,
            calls: calls_of(&document),
            sections,
        })
    }

    fn meeting_view(&self, id: &str, meeting: &Meeting) -> FollowedView {
        let name = [("name", Arg::Text(&meeting.name))];
        let digits = meeting.digits().filter(|_| !meeting.same);
        let line = match (meeting.between, meeting.same, &digits) {
            (true, ..) => self.words.plain("error-pair-between", &[]),
            (_, true, _) => self.words.say("follow-waits-for-yes", &name),
            (_, _, Some(_)) => self.words.say("pair-compare", &name),
            (_, _, None) => self.words.say("follow-waits-for-half", &name),
        };
        let trouble = meeting.trouble.as_ref().map(|key| self.words.plain(known_key(key), &[]));
        FollowedView {
            id: id.to_owned(),
            name: meeting.name.clone(),
            age: String::new(),
            lines: std::iter::once(line).chain(trouble).collect(),
            warning: String::new(),
            kept: false,
            may_suggest: false,
            waiting: 0,
            digits: digits.as_deref().map(spaced),
        }
    }

    fn followed_view(&self, id: &str, followed: &Followed) -> FollowedView {
        let now = self.platform.clock.now();
        let dated = |ms: i64| self.happened_on(When { ms, ..now });
        let (mut lines, mut age, mut warning) = (Vec::new(), String::new(), String::new());
        if let Some(kept) = &followed.kept {
            age = self.words.say("follow-as-of", &[("date", Arg::Text(&dated(kept.made)))]);
            lines.extend(self.kept_lines(kept, &dated));
            let until = kept.until().filter(|until| *until > now.ms && until.saturating_sub(now.ms) <= SOON);
            if let Some(until) = until {
                let date = [("date", Arg::Text(&self.moment(until, now)))];
                warning = self.words.say("share-ends-soon", &date);
            }
        }
        if let Some((key, at)) = &followed.over {
            let key = if key == "follow-expired" { "follow-expired" } else { "follow-was-ended" };
            lines.push(self.words.say(key, &[("date", Arg::Text(&dated(*at)))]));
        }
        let paired = followed.paired.as_ref();
        let waiting = paired.map_or(0, |paired| paired.waiting.len());
        if waiting > 0 {
            let n = i64::try_from(waiting).unwrap_or(i64::MAX);
            lines.push(self.words.say("follow-suggestions-wait", &[("n", Arg::Number(n))]));
        }
        if paired.is_some_and(|paired| paired.refused) {
            let name = Arg::Text(&followed.name);
            lines.push(self.words.say("follow-no-longer-suggests", &[("name", name)]));
        }
        FollowedView {
            id: id.to_owned(),
            name: match followed.name.as_str() {
                "" => self.words.plain("who-name-unknown", &[]),
                name => name.to_owned(),
            },
            age,
            lines,
            warning,
            kept: followed.kept.is_some(),
            may_suggest: followed.kept.is_some() && paired.is_some_and(|paired| !paired.refused),
            waiting,
            digits: None,
        }
    }

    fn kept_lines(&self, kept: &Kept, dated: &dyn Fn(i64) -> String) -> Vec<String> {
        let now = self.platform.clock.now();
        let date = dated(kept.checked);
        let checked = [("date", Arg::Text(&date))];
        let mut lines = match &kept.trouble {
            None => vec![self.words.say("follow-checked", &checked)],
            Some(key) => {
                let since = self.words.say("follow-not-checked", &checked);
                vec![since, self.words.plain(known_key(key), &[])]
            }
        };
        if kept.no_longer_valid {
            lines.push(self.words.plain("follow-no-longer-valid", &[]));
        }
        if kept.more > 0 {
            let n = i64::try_from(kept.more).unwrap_or(i64::MAX);
            lines.push(self.words.say("follow-more-files", &[("n", Arg::Number(n))]));
        }
        if let Some(until) = kept.until() {
            let key = if until <= now.ms { "follow-past" } else { "share-until" };
            lines.push(self.words.say(key, &[("date", Arg::Text(&self.moment(until, now)))]));
        }
        lines
    }
}

/// Somebody else's line: without signs that turn or hide others.
pub(super) fn shown(line: &str) -> String {
    line.chars().filter(|sign| !crate::share::link::hides(*sign)).collect()
}

/// Keys that another version of the app kept may have no sentence now.
fn known_key(key: &str) -> &'static str {
    const KNOWN: [&str; 28] = [
        "error-follow-no-connection",
        "error-follow-slow",
        "error-follow-not-proven",
        "error-link-not-safe",
        "error-follow-redirected",
        "error-follow-nothing",
        "error-follow-passcode",
        "error-follow-passcode-none-left",
        "error-follow-busy",
        "error-follow-older",
        "error-follow-other",
        "error-follow-status",
        "error-manifest-too-large",
        "error-manifest-unreadable",
        "error-manifest-too-many",
        "error-manifest-nowhere",
        "error-manifest-elsewhere",
        "error-manifest-private",
        "error-file-not-sealed",
        "error-file-algorithm",
        "error-file-wrong-key",
        "error-file-too-large",
        "error-file-packed",
        "error-link-private",
        "error-follow-full",
        "error-pair-not-one",
        "error-link-none",
        "error-link-newer",
    ];
    KNOWN.into_iter().find(|known| *known == key).unwrap_or("error-follow-status")
}
