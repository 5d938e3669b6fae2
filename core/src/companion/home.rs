//! Today: what matters most, what is late, what waits.

use super::goals::in_list_order;
use super::{Companion, DueView, PromiseView};
use crate::plan::{Kind, Me};
use crate::record::EntityId;

/// One goal on the first screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoalLine {
    /// Names it.
    pub id: EntityId,
    /// In the person's words; every version that stands.
    pub words: Vec<String>,
    /// 1..=10, or none where it was not answered or two answers stand.
    pub importance: Option<u8>,
}

/// The first screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HomeView {
    /// What to call the person.
    pub call_me: String,
    /// The goals, pinned first.
    pub goals: Vec<GoalLine>,
    /// Promises that are late.
    pub late: Vec<PromiseView>,
    /// What is to be looked at again today, or was to be.
    pub due: Vec<DueView>,
    /// A prompt at 16, where a parent writes for the person.
    pub hand_over: Option<String>,
    /// How many suggestions wait; an entry that somebody suggests adding is one.
    pub suggestions: usize,
    /// How many fields have two versions that wait to be settled.
    pub unsettled: usize,
    /// What must be told of how the store was found.
    pub notices: Vec<String>,
}

impl Companion {
    /// The first screen.
    pub fn home(&self) -> HomeView {
        let ledger = self.ledger();
        let who = self.who(&ledger);
        let record = ledger.record();
        let goals = in_list_order(&who)
            .into_iter()
            .map(|goal| GoalLine {
                id: goal.id,
                words: goal.words.all().map(|words| words.text.clone()).collect(),
                importance: match goal.importance.is_settled() {
                    true => goal.importance.first().map(|step| step.step()),
                    false => None,
                },
            })
            .collect();
        let two = |kind: u16, field: u16, register: &crate::record::Register| {
            let slot = crate::record::Slot { entity: EntityId([0; 16]), kind, field };
            let policy = || crate::plan::field_of(slot).map(|field| field.policy);
            register.heads().len() > 1 && policy().is_some_and(|policy| register.shown(policy).len() > 1)
        };
        let unsettled = record
            .entities()
            .map(|(kind, _, entity)| entity.fields().filter(|(field, r)| two(kind, *field, r)).count())
            .sum();
        let me = EntityId::only(Kind::Me.number());
        let me = record.entity(Kind::Me.number(), me).map(|entity| Me::read(me, entity));
        HomeView {
            call_me: me.map(|me| me.call_me.text().to_owned()).unwrap_or_default(),
            goals,
            late: who.late_promises(),
            due: who.due(),
            hand_over: who.hand_over(),
            suggestions: who.how_many_wait(),
            unsettled,
            notices: self.notices(&ledger.health()),
        }
    }

    /// How the store was found, in sentences; none where all is well.
    pub fn notices(&self, health: &crate::store::Health) -> Vec<String> {
        let mut notices = Vec::new();
        if !health.damaged.is_empty() {
            let n = health.damaged.len() as i64;
            notices.push(self.words.say("error-store-some-damaged", &[("n", n.into())]));
        }
        if health.rows_changed || health.history_changed || health.state_lost {
            notices.push(self.words.say("error-store-changed-outside", &[]));
        }
        if health.rolled_back {
            notices.push(self.words.say("error-store-rolled-back", &[]));
        }
        notices
    }
}
