//! Any entry as one line: what sort of thing it is, and the first words in it.
//! For lists that go through the whole plan: what is "only me", what a practice
//! did not take.

use super::entry::EntryView;
use super::life::is_removed;
use super::results::is_left_over;
use super::{Companion, Trouble};
use crate::plan::{Kind, Type};
use crate::record::EntityId;
use crate::words::Words;

/// An entry as one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryLine {
    /// What kind.
    pub kind: Kind,
    /// Names it.
    pub id: EntityId,
    /// What sort of thing it is: "Goal".
    pub heading: String,
    /// The first words in it, in every version that stands; none where it has none.
    pub words: Vec<String>,
    /// It is marked "only me" itself.
    pub only_me: bool,
}

/// The key of what a kind is called, where a person meets it as a thing of its own
/// or as a part of one; none for Hearth's own bookkeeping.
fn heading_key(kind: Kind) -> Option<&'static str> {
    Some(match kind {
        Kind::AboutMe => "kind-about",
        Kind::Strength => "kind-strength",
        Kind::Need => "kind-need",
        Kind::Goal => "kind-goal",
        Kind::Action | Kind::Stage | Kind::FurtherOutcome => "kind-action",
        Kind::CheckIn => "kind-checkin",
        Kind::Unwell | Kind::Sign | Kind::Step | Kind::Coping | Kind::KeptThing | Kind::Trigger => {
            "kind-unwell"
        }
        Kind::Use => "kind-use",
        Kind::Condition => "kind-condition",
        Kind::Allergy => "kind-allergy",
        Kind::Medicine => "kind-medicine",
        Kind::Form | Kind::Lpa | Kind::Statement => "kind-form",
        Kind::Person => "kind-person",
        Kind::Promise => "kind-promise",
        Kind::Outcome => "kind-result",
        Kind::Requirement => "kind-requirement",
        Kind::Visit | Kind::Thought | Kind::Reply => "kind-visit",
        Kind::Mood => "kind-mood",
        Kind::Decision | Kind::ChoiceOption | Kind::Consideration => "kind-decision",
        Kind::Reading => "kind-reading",
        Kind::Preference | Kind::LastPlace => "kind-preference",
        Kind::ClinicalCopy => "kind-copy",
        Kind::SupportEntry | Kind::Request => "kind-support",
        Kind::Budget => "kind-budget",
        Kind::Review => "kind-review",
        Kind::CarerNeed => "kind-carer-need",
        _ => return None,
    })
}

/// Kinds that stand in such a list by themselves, in its order. What is part of
/// one of these goes where it goes.
const LISTED: [Kind; 22] = [
    Kind::Goal,
    Kind::AboutMe,
    Kind::Strength,
    Kind::Need,
    Kind::Decision,
    Kind::Reading,
    Kind::Unwell,
    Kind::Use,
    Kind::Condition,
    Kind::Allergy,
    Kind::Medicine,
    Kind::Preference,
    Kind::Form,
    Kind::ClinicalCopy,
    Kind::Visit,
    Kind::Outcome,
    Kind::Promise,
    Kind::Request,
    Kind::Budget,
    Kind::Review,
    Kind::Person,
    Kind::CarerNeed,
];

impl Companion {
    /// Everything in the plan that can be marked "only me" by itself, as lines.
    pub fn lines(&self) -> Vec<EntryLine> {
        let ledger = self.ledger();
        let record = ledger.record();
        let who = self.who(&ledger);
        let mut lines = Vec::new();
        for kind in LISTED {
            let here = record.of_kind(kind.number()).filter(|(id, entity)| {
                entity.is_written() && !is_removed(record, kind, *id) && !is_left_over(record, kind, *id)
            });
            lines.extend(here.map(|(id, entity)| line(&self.words, who.entry(kind, id, entity))));
        }
        lines
    }

    /// One entry as a line.
    ///
    /// # Errors
    /// [`Trouble::NotFound`].
    pub fn line(&self, kind: Kind, id: EntityId) -> Result<EntryLine, Trouble> {
        Ok(line(&self.words, self.entry(kind, id)?))
    }
}

fn line(words: &Words, entry: EntryView) -> EntryLine {
    let says = |holds: Option<Type>| {
        let of = entry.fields.iter().filter(|field| holds.is_none_or(|holds| field.holds == holds));
        let said = of.map(|field| {
            let answered = field.said.versions.iter().filter(|version| version.answered);
            answered.map(|version| version.text.clone()).filter(|text| !text.is_empty()).collect::<Vec<_>>()
        });
        said.into_iter().find(|said| !said.is_empty())
    };
    let heading = heading_key(entry.kind).map(|key| words.plain(key, &[])).unwrap_or_default();
    let said = says(Some(Type::Words)).or_else(|| says(None)).unwrap_or_default();
    EntryLine { kind: entry.kind, id: entry.id, heading, words: said, only_me: entry.only_me }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::companion::{Folders, Platform, Writer};
    use crate::plan::{Goal, Reading, Strength};
    use crate::record::Value;
    use crate::vault::SoftwareKeyStore;
    use crate::words::Language;
    use std::sync::Arc;

    fn companion(folder: &tempfile::TempDir) -> Companion {
        let keys = SoftwareKeyStore::open(&folder.path().join("keys")).unwrap();
        let folders = Folders { store: folder.path().join("store"), card: folder.path().join("card") };
        Companion::begin(&folders, Platform::new(Arc::new(keys), "my phone"), "Jo").unwrap().0
    }

    #[test]
    fn everything_listed_has_a_name_in_both_languages() {
        for kind in LISTED {
            let key = heading_key(kind).unwrap();
            let said = |language| Words::new(language).plain(key, &[]);
            assert!(!said(Language::EnGb).contains('['), "{key}");
            assert_ne!(said(Language::EnGb), said(Language::Cy), "{key}");
        }
    }

    #[test]
    fn a_plan_is_listed_with_the_first_words_of_each_and_what_is_only_me() {
        let folder = tempfile::tempdir().unwrap();
        let companion = companion(&folder);
        let add = |kind, fields: &[_]| companion.add(kind, fields, &Writer::Person).unwrap();
        let text = |words: &str| Value::Text(words.to_owned());
        assert_eq!(companion.lines(), []);
        add(Kind::Strength, &[(Strength::WORDS, text("My garden"))]);
        let goal = add(Kind::Goal, &[(Goal::WORDS, text("Walk"))]);
        add(Kind::Reading, &[(Reading::WHAT, Value::Code("weight".into()))]);
        let gone = add(Kind::Goal, &[(Goal::WORDS, text("Gone"))]);
        companion.remove(Kind::Goal, gone, &Writer::Person).unwrap();
        companion.only_me(Kind::Goal, goal, true).unwrap();
        let lines = companion.lines();
        let said: Vec<_> = lines.iter().map(|line| (line.heading.as_str(), line.only_me)).collect();
        assert_eq!(said, [("Goal", true), ("What I am good at", false), ("Reading", false)]);
        assert_eq!(lines[0].words, ["Walk"]);
        companion.only_me(Kind::Goal, goal, false).unwrap();
        assert!(!companion.line(Kind::Goal, goal).unwrap().only_me);
        assert!(companion.line(Kind::Goal, EntityId([9; 16])).is_err());
    }
}
