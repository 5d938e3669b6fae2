//! What a share holds, and the exact preview of it.

use super::super::{Companion, Trouble};
use crate::base64::encode_url;
use crate::fhir::{self, Context, Extract, own};
use crate::plan::{Kind, Me};
use crate::record::{EntityId, When};
use crate::share::control::{self, Control};
use crate::share::kept;
use crate::words::Arg;
use ring::digest::{SHA256, digest};
use serde_json::Value;

/// How long the link of a visit stays open after it: 30 minutes.
const AFTER_VISIT: i64 = 30 * 60_000;
/// How long a share is by itself: 24 hours.
const DAY: i64 = 86_400_000;

/// What a follower keeps from the file to know by what has happened to its share: the Bundle's tags.
#[derive(Default)]
pub(super) struct Proofs<'a> {
    /// What an end of it, and each of its versions, is signed with.
    pub control: Option<&'a Control>,
    /// The key that its host signs the time with.
    pub time_key: Option<String>,
    /// When it ends by itself: milliseconds since 1970.
    pub until: i64,
}

impl Proofs<'_> {
    fn tags(&self) -> Vec<(String, String)> {
        let system = |name: &str| format!("{}/{name}", own::BASE);
        let mut tags = Vec::new();
        if let Some(pin) = self.control.and_then(Control::pin) {
            tags.push((system(kept::SIGNED_BY), encode_url(&pin)));
            tags.push((system(kept::UNTIL), self.until.div_euclid(1000).to_string()));
            tags.push((system(kept::SIGNATURE), control::UNSIGNED.to_owned()));
        }
        tags.extend(self.time_key.iter().map(|key| (system(kept::TIME_SIGNED_BY), key.clone())));
        tags
    }
}

/// A section that can be shared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ShareSection {
    /// If I am found unwell: the card's words, plans for when I'm unwell, conditions, allergies,
    /// medicines.
    Emergency,
    /// About me, and what I need others to know of or to do.
    About,
    /// My plan: strengths, needs, goals, actions, promises.
    Goals,
    /// Looking ahead.
    Ahead,
    /// People in my life and care.
    People,
    /// What I measured.
    Readings,
    /// What I answered before visits.
    Sheets,
}

impl ShareSection {
    /// Every one, in the order in which they are read.
    pub const ALL: [Self; 7] =
        [Self::Emergency, Self::About, Self::Goals, Self::Ahead, Self::People, Self::Readings, Self::Sheets];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Emergency => "emergency",
            Self::About => "about",
            Self::Goals => "goals",
            Self::Ahead => "ahead",
            Self::People => "people",
            Self::Readings => "readings",
            Self::Sheets => "sheets",
        }
    }

    /// The section of a name.
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|section| section.name() == name)
    }

    /// The key of what it is called.
    pub fn key(self) -> &'static str {
        match self {
            Self::Emergency => "share-section-emergency",
            Self::About => "share-section-about",
            Self::Goals => "share-section-goals",
            Self::Ahead => "share-section-ahead",
            Self::People => "share-section-people",
            Self::Readings => "share-section-readings",
            Self::Sheets => "share-section-sheets",
        }
    }

    /// The sections of the document that it is.
    fn titles(self) -> &'static [&'static str] {
        match self {
            Self::Emergency => &[
                "fhir-section-alerts",
                "fhir-section-unwell",
                "fhir-section-conditions",
                "fhir-section-allergies",
                "fhir-section-medicines",
            ],
            Self::About => &["fhir-section-about", "fhir-section-requirements"],
            Self::Goals => &["fhir-section-plan"],
            Self::Ahead => &["fhir-section-ahead"],
            Self::People => &["fhir-section-people"],
            Self::Readings => &["fhir-section-readings"],
            Self::Sheets => &["fhir-section-sheets"],
        }
    }
}

/// What is to be shared, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShareChoice {
    /// What the person calls it, up to 80 characters; whoever has the link reads it.
    pub label: String,
    /// Its sections.
    pub sections: Vec<ShareSection>,
    /// When it ends by itself: milliseconds since 1970.
    pub until: i64,
    /// Whether the host asks for a passcode.
    pub passcode: bool,
    /// Whether it is kept up to date when the plan changes; else it stays as it was previewed.
    pub kept_up: bool,
}

impl ShareChoice {
    /// What is offered first: emergency, about me and goals, for 24 hours, with a passcode.
    pub fn usual(now: When) -> Self {
        let sections = vec![ShareSection::Emergency, ShareSection::About, ShareSection::Goals];
        Self { label: String::new(), sections, until: now.ms + DAY, passcode: true, kept_up: false }
    }

    /// The same for a visit that ends then, milliseconds since 1970: until half an hour after it.
    pub fn for_visit(now: When, ends: i64) -> Self {
        Self { until: ends.saturating_add(AFTER_VISIT), ..Self::usual(now) }
    }
}

/// One section as whoever opens the link reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedSection {
    /// Its title.
    pub title: String,
    /// Its lines.
    pub lines: Vec<String>,
}

/// A share before it is made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharePreview {
    /// What stands in front: who made it and when, what is not in it.
    pub front: Vec<String>,
    /// Everything that is in it, in the words of the file itself.
    pub sections: Vec<SharedSection>,
    /// What cannot be undone once it is made.
    pub cannot_be_undone: Vec<String>,
    /// When it would end by itself, in words.
    pub ends: String,
    /// How many bytes the file has.
    pub bytes: usize,
    /// What was previewed; [`Companion::share_make`] makes this and nothing else.
    pub sum: String,
}

impl Companion {
    /// What is offered first: for a visit, where it is said when that ends.
    pub fn share_offered(&self, visit_ends: Option<i64>) -> ShareChoice {
        let now = self.platform.clock.now();
        visit_ends.map_or_else(|| ShareChoice::usual(now), |ends| ShareChoice::for_visit(now, ends))
    }

    /// The sections that can be shared, each with what it is called.
    pub fn share_sections(&self) -> Vec<(ShareSection, String)> {
        ShareSection::ALL.into_iter().map(|one| (one, self.words.plain(one.key(), &[]))).collect()
    }

    /// What a share would hold, word by word, and what could not be undone.
    ///
    /// # Errors
    /// [`Trouble::ShareNothing`] where no section is chosen.
    pub fn share_preview(&self, choice: &ShareChoice) -> Result<SharePreview, Trouble> {
        if choice.sections.is_empty() {
            return Err(Trouble::ShareNothing);
        }
        let file = self.share_file(&choice.sections, self.platform.clock.now(), &Proofs::default());
        let document: Value = serde_json::from_slice(&file).map_err(|_| Trouble::Fault)?;
        let composition = &document["entry"][0]["resource"];
        let said = |of: &Value| lines_of(of["text"]["div"].as_str().unwrap_or_default());
        let sections = composition["section"].as_array().into_iter().flatten().map(|section| {
            let title = section["title"].as_str().unwrap_or_default().to_owned();
            SharedSection { title, lines: said(section) }
        });
        let mut undone = vec!["share-undo-key", "share-undo-copies"];
        if choice.passcode {
            undone.push("share-undo-passcode");
        }
        Ok(SharePreview {
            front: said(composition),
            sections: sections.collect(),
            cannot_be_undone: undone.into_iter().map(|key| self.words.plain(key, &[])).collect(),
            ends: {
                let date = self.moment(choice.until, self.platform.clock.now());
                self.words.say("share-until", &[("date", Arg::Text(&date))])
            },
            bytes: file.len(),
            sum: self.share_sum(&choice.sections),
        })
    }

    /// What these sections say, as one sum: the same as long as they say the same.
    pub(super) fn share_sum(&self, sections: &[ShareSection]) -> String {
        let file = self.share_file(sections, When::default(), &Proofs::default());
        crate::sync::hex(digest(&SHA256, &file).as_ref())
    }

    /// The file of a share.
    pub(super) fn share_file(&self, sections: &[ShareSection], at: When, proofs: &Proofs<'_>) -> Vec<u8> {
        let ledger = self.ledger();
        let cx = Context {
            record: ledger.record(),
            secret: ledger.store().keys().plan_secret(),
            patient: "",
            words: &self.words,
            tasks: true,
        };
        let chosen = |section: &ShareSection| sections.contains(section);
        let titles: Vec<&'static str> =
            ShareSection::ALL.iter().filter(|s| chosen(s)).flat_map(|s| s.titles()).copied().collect();
        let left: Vec<String> = ShareSection::ALL
            .iter()
            .filter(|section| !chosen(section))
            .map(|section| self.words.plain(section.key(), &[]))
            .collect();
        let me = EntityId::only(Kind::Me.number());
        let name = fhir::said(&cx, Kind::Me, me, &Me::CALL_ME);
        let shown = !crate::plan::life::is_only_me(ledger.record(), Kind::Me, me);
        let name = name.as_ref().and_then(|value| value.text()).filter(|_| shown);
        let made = match name {
            Some(name) => self.words.say("share-made-by", &[("name", Arg::Text(name))]),
            None => self.words.plain("share-made-by-person", &[]),
        };
        let mut front = vec![made];
        if !left.is_empty() {
            let list = left.join("; ");
            front.push(self.words.say("share-not-in-it", &[("list", Arg::Text(&list))]));
        }
        front.push(self.words.plain("share-kept-back", &[]));
        let tags = proofs.tags();
        fhir::document_part(&cx, at, &Extract { sections: &titles, front: &front, tags: &tags })
    }
}

/// The lines of a narrative, as text. It is Hearth's own: few elements, escaped.
pub(in crate::companion) fn lines_of(div: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    for piece in div.split('<') {
        let (tag, text) = piece.split_once('>').unwrap_or(("", piece));
        let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap_or_default();
        if !matches!(name, "" | "b" | "i" | "span" | "bdi") {
            lines.push(String::new());
        }
        if let Some(last) = lines.last_mut() {
            last.push_str(&plain(text));
        }
    }
    lines.iter().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect()
}

fn plain(text: &str) -> String {
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'");
    text.replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_narrative_becomes_its_lines_and_markup_in_words_stays_words() {
        let div = "<div xmlns=\"x\"><h4>Goals</h4><ul><li><p>Walk &amp; <i>talk</i></p></li></ul><p>&lt;b&gt;</p></div>";
        assert_eq!(lines_of(div), ["Goals", "Walk & talk", "<b>"]);
        assert_eq!(plain("&amp;lt;"), "&lt;");
    }

    #[test]
    fn a_section_is_found_by_its_name_and_every_part_of_a_document_is_in_one_or_chosen_apart() {
        for section in ShareSection::ALL {
            assert_eq!(ShareSection::of_name(section.name()), Some(section));
        }
        let titles: Vec<&str> =
            ShareSection::ALL.iter().flat_map(|section| section.titles()).copied().collect();
        for title in fhir::section_titles() {
            assert_eq!(titles.iter().filter(|known| **known == title).count(), 1, "{title}");
        }
    }
}
