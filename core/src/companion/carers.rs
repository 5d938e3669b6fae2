//! Help for your carer: what those who care for the person need themselves.

use super::view::FieldView;
use super::who::Who;
use super::{Companion, Trouble, Writer};
use crate::plan::{CarerNeed, Kind, Person};
use crate::record::{EntityId, Value};
use crate::words::Arg;

/// What one carer needs, ready to draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CarerView {
    /// Who, in People; none where it is not said whose needs these are.
    pub person: Option<EntityId>,
    /// "What Sam needs".
    pub heading: String,
    /// What they need.
    pub needs: Vec<CarerNeedView>,
}

/// One need.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CarerNeedView {
    /// Names it.
    pub id: EntityId,
    /// In their words.
    pub words: FieldView,
    /// The support they asked for.
    pub asked: FieldView,
    /// The day they said so.
    pub on: FieldView,
    /// What must be said of it.
    pub notes: Vec<String>,
    /// Only me.
    pub only_me: bool,
}

impl Companion {
    /// Those who care for the person, each with what they need: who is marked as
    /// a carer in People, and whoever else has a need written.
    pub fn carers(&self) -> Vec<CarerView> {
        let ledger = self.ledger();
        self.who(&ledger).carers()
    }

    /// Notes what a carer needs, in their words, and what they asked for. A
    /// carer's own typing is a suggestion until the person takes it in.
    pub fn add_carer_need(
        &self,
        whose: EntityId,
        words: &str,
        asked: Option<&str>,
        by: &Writer,
    ) -> Result<EntityId, Trouble> {
        let mut fields =
            vec![(CarerNeed::WHOSE, Value::Entity(whose)), (CarerNeed::WORDS, Value::Text(words.to_owned()))];
        fields.extend(asked.map(|asked| (CarerNeed::ASKED, Value::Text(asked.to_owned()))));
        self.add(Kind::CarerNeed, &fields, by)
    }
}

impl Who<'_> {
    fn carers(&self) -> Vec<CarerView> {
        let gone = |need: &CarerNeed| super::life::is_removed(self.record, Kind::CarerNeed, need.id);
        let mut needs = CarerNeed::all(self.record);
        needs.retain(|need| !gone(need));
        let mut people: Vec<Person> = Person::all(self.record)
            .into_iter()
            .filter(|person| super::life::is_here(self.record, Kind::Person, person.id))
            .collect();
        people.sort_by_key(|person| (person.common.position.first().cloned(), person.id));
        let of = |id: Option<EntityId>| -> Vec<CarerNeedView> {
            // A need that two phones give to two people stands under both.
            let whose = |need: &&CarerNeed| match id {
                Some(id) => need.whose.all().any(|whose| *whose == id),
                None => !need.whose.all().any(|whose| people.iter().any(|person| person.id == *whose)),
            };
            needs.iter().filter(whose).map(|need| self.carer_need(need)).collect()
        };
        let mut views: Vec<CarerView> = people
            .iter()
            .map(|person| (person, of(Some(person.id))))
            .filter(|(person, needs)| person.carer.first() == Some(&true) || !needs.is_empty())
            .map(|(person, needs)| CarerView {
                person: Some(person.id),
                heading: self.carer_heading(&self.name(person.id)),
                needs,
            })
            .collect();
        let nobodys = of(None);
        if !nobodys.is_empty() {
            let heading = self.carer_heading(&self.words.plain("who-name-unknown", &[]));
            views.push(CarerView { person: None, heading, needs: nobodys });
        }
        views
    }

    fn carer_heading(&self, name: &str) -> String {
        self.words.say("carer-needs", &[("name", Arg::Text(name))])
    }

    fn carer_need(&self, need: &CarerNeed) -> CarerNeedView {
        CarerNeedView {
            id: need.id,
            words: self.field(&need.words, &CarerNeed::WORDS),
            asked: self.field(&need.asked, &CarerNeed::ASKED),
            on: self.field(&need.on, &CarerNeed::ON),
            notes: self.notes_of(Kind::CarerNeed, need.id, need.whose.is_settled()),
            only_me: super::life::is_only_me(self.record, Kind::CarerNeed, need.id),
        }
    }
}
