//! People: family, carers, the care team, and who may write for the person.

use super::Companion;
use super::view::FieldView;
use super::who::Who;
use crate::plan::{Authority, Kind, Person};
use crate::record::EntityId;

/// Somebody, ready to draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonView {
    /// Names them.
    pub id: EntityId,
    /// Their name.
    pub name: FieldView,
    /// Who they are to the person.
    pub relation: FieldView,
    /// Their role.
    pub role: FieldView,
    /// Their number.
    pub number: FieldView,
    /// They are the key worker.
    pub key_worker: bool,
    /// They are on the emergency card.
    pub on_card: bool,
    /// By what they may write for the person.
    pub authority: Vec<AuthorityView>,
    /// Removed on one phone and changed on another: to be settled.
    pub unsettled: Option<String>,
}

/// An authority to write for the person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuthorityView {
    /// Names it.
    pub id: EntityId,
    /// By what.
    pub by: FieldView,
    /// Who saw the document.
    pub seen_by: FieldView,
    /// It has ended.
    pub ended: bool,
}

impl Companion {
    /// Everybody, in the order of the list.
    pub fn people(&self) -> Vec<PersonView> {
        let ledger = self.ledger();
        let who = self.who(&ledger);
        let mut people: Vec<Person> = Person::all(ledger.record())
            .into_iter()
            .filter(|person| super::life::is_here(ledger.record(), Kind::Person, person.id))
            .collect();
        people.sort_by_key(|person| (person.common.position.first().cloned(), person.id));
        people.iter().map(|person| who.person(person)).collect()
    }
}

impl Who<'_> {
    fn person(&self, person: &Person) -> PersonView {
        let authority = Authority::all(self.record)
            .into_iter()
            .filter(|authority| authority.person.first() == Some(&person.id))
            .filter(|authority| super::life::is_here(self.record, Kind::Authority, authority.id))
            .map(|authority| AuthorityView {
                id: authority.id,
                by: self.field(&authority.by, &Authority::BY),
                seen_by: self.field(&authority.seen_by, &Authority::SEEN_BY),
                ended: authority.ended.is_answered(),
            })
            .collect();
        PersonView {
            id: person.id,
            name: self.field(&person.name, &Person::NAME),
            relation: self.field(&person.relation, &Person::RELATION),
            role: self.field(&person.role, &Person::ROLE),
            number: self.field(&person.number, &Person::NUMBER),
            key_worker: person.key_worker.first() == Some(&true),
            on_card: person.common.is_on_card(),
            authority,
            unsettled: self.unsettled(super::life::life(self.record, Kind::Person, person.id)),
        }
    }
}
