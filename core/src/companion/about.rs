//! About me: nine headings in the person's words.

use super::Companion;
use super::view::FieldView;
use super::who::Who;
use crate::plan::{AboutMe, Field};
use crate::record::EntityId;

/// One heading of About me.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Room {
    /// The field, for writing.
    pub field: &'static str,
    /// Its heading: "What is most important to me".
    pub heading: String,
    /// What the person wrote.
    pub said: FieldView,
}

/// About me, ready to draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AboutView {
    /// The headings, in PRSB's order.
    pub rooms: Vec<Room>,
    /// The date it was written, and who helped.
    pub on: FieldView,
    /// Who helped write it.
    pub helped_by: FieldView,
}

impl Companion {
    /// About me.
    pub fn about(&self) -> AboutView {
        let ledger = self.ledger();
        self.who(&ledger).about()
    }
}

impl Who<'_> {
    /// About me, drawn.
    pub fn about(&self) -> AboutView {
        let id = EntityId::only(AboutMe::KIND.number());
        let empty = crate::record::Entity::default();
        let entity = self.record.entity(AboutMe::KIND.number(), id).unwrap_or(&empty);
        let about = AboutMe::read(id, entity);
        let room = |kept, field: &Field| Room {
            field: field.name,
            heading: self.words.plain(&format!("heading-{}", field.name.replace(['.', '_'], "-")), &[]),
            said: self.field(kept, field),
        };
        AboutView {
            rooms: vec![
                room(&about.important, &AboutMe::IMPORTANT),
                room(&about.people, &AboutMe::PEOPLE),
                room(&about.communicate, &AboutMe::COMMUNICATE),
                room(&about.adjustments, &AboutMe::ADJUSTMENTS),
                room(&about.wellness, &AboutMe::WELLNESS),
                room(&about.values, &AboutMe::VALUES),
                room(&about.please, &AboutMe::PLEASE),
                room(&about.support, &AboutMe::SUPPORT),
                room(&about.also, &AboutMe::ALSO),
            ],
            on: self.field(&about.on, &AboutMe::ON),
            helped_by: self.field(&about.helped_by, &AboutMe::HELPED_BY),
        }
    }
}
