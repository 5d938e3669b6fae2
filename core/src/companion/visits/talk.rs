//! In the room: what is agreed together, who promised what, when to look again.

use super::{Companion, Trouble, Writer, listed};
use crate::plan::{Field, Goal, Kept, Kind, Promise, Visit};
use crate::record::{Act, EntityId, Value};
use crate::store::Draft;

/// What was agreed in a visit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VisitAgreement {
    /// With whom.
    pub with: String,
    /// Their role.
    pub role: String,
    /// On.
    pub on: String,
    /// The goals, with all in them, that were agreed.
    pub goals: Vec<EntityId>,
    /// Whether they were written together; none where nobody said.
    pub together: Option<bool>,
}

impl Companion {
    /// Notes goals that are agreed or looked at in a visit.
    pub fn goals_in_visit(&self, visit: EntityId, goals: &[EntityId]) -> Result<(), Trouble> {
        {
            let ledger = self.ledger();
            let known = |goal: &EntityId| ledger.record().entity(Kind::Goal.number(), *goal).is_some();
            if !goals.iter().all(known) {
                return Err(Trouble::NotFound);
            }
        }
        self.append(visit, Visit::GOALS, goals)
    }

    /// Notes what somebody promised in a visit: what, who, by when if they said.
    /// Said today. Written by somebody else it waits for the person, as all their
    /// words do.
    pub fn note_promise(
        &self,
        visit: EntityId,
        what: &str,
        who: &str,
        by_when: Option<&str>,
        by: &Writer,
    ) -> Result<EntityId, Trouble> {
        self.must_be_a_visit(visit)?;
        let text = |text: &str| Value::Text(text.to_owned());
        let mut fields = vec![
            (Promise::WHAT, text(what)),
            (Promise::WHO, text(who)),
            (Promise::STATE, Value::Code("promised".to_owned())),
        ];
        fields.extend(by_when.map(|day| (Promise::BY, Value::Date(day.to_owned()))));
        fields.extend(self.today().map(|day| (Promise::SAID, day)));
        let promise = self.add(Kind::Promise, &fields, by)?;
        self.append(visit, Visit::PROMISES, &[promise])?;
        Ok(promise)
    }

    /// Sets when the plan is to be looked at again, or how often in words, and
    /// who is responsible. What is "" stays as it is.
    pub fn set_review(
        &self,
        visit: EntityId,
        on: &str,
        interval: &str,
        who: &str,
        by: &Writer,
    ) -> Result<(), Trouble> {
        self.must_be_a_visit(visit)?;
        let mut fields = Vec::new();
        if !on.is_empty() {
            fields.push((Visit::REVIEW, Value::Date(on.to_owned())));
        }
        let texts = [(Visit::INTERVAL, interval), (Visit::REVIEW_BY, who)].into_iter();
        fields.extend(
            texts
                .filter(|(_, text)| !text.is_empty())
                .map(|(field, text)| (field, Value::Text(text.to_owned()))),
        );
        if fields.is_empty() { Ok(()) } else { self.put(Kind::Visit, visit, &fields, by) }
    }

    /// Records that a visit, and each goal named with all in it, was agreed: what
    /// stands now, word for word. Any change after shows.
    pub fn agree_visit(&self, visit: EntityId, agreed: &VisitAgreement, by: &Writer) -> Result<(), Trouble> {
        self.goals_in_visit(visit, &agreed.goals)?;
        if let Some(together) = agreed.together {
            self.put(Kind::Visit, visit, &[(Visit::TOGETHER, Value::Bool(together))], by)?;
        }
        let goals = agreed.goals.iter().map(|goal| (Kind::Goal, *goal));
        for (kind, id) in goals.chain([(Kind::Visit, visit)]) {
            self.agree(kind, id, &agreed.with, &agreed.role, &agreed.on, by)?;
        }
        Ok(())
    }

    /// Adds entries to one of a visit's lists, with everything that any version
    /// of it names. Which they are is Hearth's own bookkeeping.
    fn append(&self, visit: EntityId, field: Field, ids: &[EntityId]) -> Result<(), Trouble> {
        self.must_be_a_visit(visit)?;
        let make = |ledger: &mut crate::store::Ledger| {
            let slot = Kind::Visit.slot(visit, &field);
            let list: Kept<Vec<EntityId>> = Kept::read(ledger.record().register(slot), field.policy);
            let mut all = listed(&list);
            let before = all.len();
            for id in ids {
                if !all.contains(id) {
                    all.push(*id);
                }
            }
            if all.len() == before && list.is_settled() {
                return Ok(Vec::new());
            }
            let value = Value::Order(all);
            crate::plan::check(&field, &value)?;
            Ok(vec![Draft::new(slot, Act::Write(value))])
        };
        self.keep_made(make, &Writer::Person).map(drop)
    }
}

/// Which goals a summary names: those of the visit, or all where it names none.
pub(super) fn goals_of(visit: Option<&Visit>, all: &[Goal]) -> Vec<Goal> {
    let named = visit.map(|visit| listed(&visit.goals)).unwrap_or_default();
    let wanted = |goal: &&Goal| named.is_empty() || named.contains(&goal.id);
    all.iter().filter(wanted).cloned().collect()
}
