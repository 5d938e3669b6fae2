//! What of the plan stands on the emergency card, line by line: each one is
//! switched on by the person, and nothing is on by itself.

use super::view::FieldView;
use super::who::Who;
use super::{Companion, EntryView};
use crate::plan::{Allergy, Condition, Form, Kept, Kind, Medicine, Person, Unwell};
use crate::record::{Entity, EntityId};

/// The choices of the card, ready to draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardChoicesView {
    /// The card itself: whether name, day of birth, photo and how to talk with me
    /// are shown, the words for when I am very unwell, when medicines were checked.
    pub card: EntryView,
    /// What may stand on it, in the order it is drawn there.
    pub groups: Vec<CardGroup>,
    /// "Life at risk? 999 ...": always on it.
    pub safety: String,
    /// "Not an instruction: find the original.": always on it.
    pub not_an_instruction: String,
}

/// Choices under one heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardGroup {
    /// The heading on the card: "Allergies".
    pub heading: String,
    /// What kind they are.
    pub kind: Kind,
    /// The field that switches one on: `on_card`, or `unwell.at_hand` of a plan.
    pub switch: &'static str,
    /// One for each entry, on or off.
    pub choices: Vec<CardChoice>,
}

/// One entry that may stand on the card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardChoice {
    /// Names it.
    pub id: EntityId,
    /// In words.
    pub said: FieldView,
    /// It stands on the card.
    pub on: bool,
    /// Only me: it does not stand on the card, even switched on.
    pub only_me: bool,
    /// What must be said of it: suggestions, two versions, removed here and
    /// changed there.
    pub notes: Vec<String>,
}

impl Companion {
    /// What stands on the card and what may.
    pub fn card_choices(&self) -> CardChoicesView {
        let ledger = self.ledger();
        let who = self.who(&ledger);
        let id = EntityId::only(Kind::Card.number());
        let nothing = Entity::default();
        let card = who.record.entity(Kind::Card.number(), id).unwrap_or(&nothing);
        CardChoicesView {
            card: who.entry(Kind::Card, id, card),
            groups: who.card_groups(),
            safety: self.words.safety("region-life-at-risk", &[]),
            not_an_instruction: self.words.safety_plain("card-not-an-instruction", &[]),
        }
    }
}

/// The entries of one kind under its heading.
macro_rules! group {
    ($who:ident, $kind:ident, $heading:literal, $said:expr) => {
        $who.card_group(Kind::$kind, $who.words.safety_plain($heading, &[]), |id, entity| {
            let entry = $kind::read(id, entity);
            #[allow(clippy::redundant_closure_call)]
            let said: FieldView = $said(&entry);
            (said, entry.common.is_on_card())
        })
    };
}

impl Who<'_> {
    fn card_groups(&self) -> Vec<CardGroup> {
        let plans = self.words.safety_plain("card-unwell-plans", &[]);
        vec![
            group!(self, Allergy, "card-allergies", |it: &Allergy| self.field(&it.what, &Allergy::WHAT)),
            group!(self, Condition, "card-conditions", |it: &Condition| {
                self.field(&it.words, &Condition::WORDS)
            }),
            group!(self, Medicine, "card-medicines", |it: &Medicine| self.field(&it.words, &Medicine::WORDS)),
            group!(self, Form, "card-forms", |it: &Form| match other_form(&it.form) {
                true if it.name.is_answered() => self.field(&it.name, &Form::NAME),
                _ => self.field(&it.form, &Form::FORM),
            }),
            group!(self, Person, "card-contacts", |it: &Person| self.field(&it.name, &Person::NAME)),
            CardGroup {
                switch: Unwell::AT_HAND.name,
                ..self.card_group(Kind::Unwell, plans, |id, entity| {
                    let plan = Unwell::read(id, entity);
                    (self.field(&plan.name, &Unwell::NAME), plan.at_hand.first() == Some(&true))
                })
            },
        ]
    }

    fn card_group(
        &self,
        kind: Kind,
        heading: String,
        read: impl Fn(EntityId, &Entity) -> (FieldView, bool),
    ) -> CardGroup {
        let here = self.record.of_kind(kind.number());
        let here = here
            .filter(|(id, entity)| entity.is_written() && !super::life::is_removed(self.record, kind, *id));
        let choice = |(id, entity): (EntityId, &Entity)| {
            let (said, on) = read(id, entity);
            let only_me = super::life::is_only_me(self.record, kind, id);
            let notes = self.notes_of(kind, id, said.versions.len() < 2);
            CardChoice { id, said, on, only_me, notes }
        };
        let switch = crate::plan::Common::ON_CARD.name;
        CardGroup { heading, kind, switch, choices: here.map(choice).collect() }
    }
}

/// Whether a form goes by its own name.
fn other_form(form: &Kept<String>) -> bool {
    form.all().all(|form| form == "other")
}
