//! Goals, what exactly to do about them, and how it went.

use super::view::FieldView;
use super::who::Who;
use super::{AgreementView, Companion, Trouble, Writer};
use crate::plan::{Action, CheckIn, Goal, Kept, Kind, Scale10};
use crate::record::{EntityId, Life, Value};
use crate::words::Arg;

/// A goal, ready to draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoalView {
    /// Names it.
    pub id: EntityId,
    /// In the person's words.
    pub words: FieldView,
    /// How important: "9", or not answered.
    pub importance: FieldView,
    /// "Important 9 of 10", or "not answered".
    pub importance_line: String,
    /// How it stands.
    pub status: FieldView,
    /// Kept at the top.
    pub pinned: bool,
    /// Only me.
    pub only_me: bool,
    /// Removed on one phone and changed on another: to be settled.
    pub unsettled: Option<String>,
    /// What exactly.
    pub actions: Vec<ActionView>,
    /// Who agreed to it.
    pub agreements: Vec<AgreementView>,
}

/// An action, ready to draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActionView {
    /// Names it.
    pub id: EntityId,
    /// What exactly am I going to do.
    pub what: FieldView,
    /// What might stop me.
    pub barrier: FieldView,
    /// What I can do about it.
    pub strategy: FieldView,
    /// How confident: "6", or not answered.
    pub confidence: FieldView,
    /// "Confident 6 of 10", or "not answered".
    pub confidence_line: String,
    /// "What would make it a 7?", where every answer that stands is below 7.
    pub ask: Option<String>,
    /// What would make it a 7, once answered.
    pub would_help: FieldView,
    /// How it went, oldest first.
    pub check_ins: Vec<CheckInView>,
}

/// One check-in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckInView {
    /// Names it.
    pub id: EntityId,
    /// How it went.
    pub went: FieldView,
    /// How confident then: 1..=10, or none where it was not answered.
    pub confidence: Option<u8>,
    /// When, in words.
    pub at: String,
}

impl Companion {
    /// Every goal: pinned first, then by place, then by name.
    pub fn goals(&self) -> Vec<GoalView> {
        let ledger = self.ledger();
        let who = self.who(&ledger);
        in_list_order(&who).into_iter().map(|goal| who.goal(goal)).collect()
    }

    /// One goal.
    pub fn goal(&self, id: EntityId) -> Result<GoalView, Trouble> {
        let ledger = self.ledger();
        let entity = ledger.record().entity(Goal::KIND.number(), id).ok_or(Trouble::NotFound)?;
        Ok(self.who(&ledger).goal(Goal::read(id, entity)))
    }

    /// Notes how an action went. Both answers may be left empty.
    pub fn check_in(
        &self,
        action: EntityId,
        went: Option<&str>,
        confidence: Option<i64>,
        by: &Writer,
    ) -> Result<EntityId, Trouble> {
        let now = self.platform.clock.now();
        let mut fields =
            vec![(CheckIn::ACTION, Value::Entity(action)), (CheckIn::AT, Value::Instant(now.ms, now.offset))];
        fields.extend(went.map(|went| (CheckIn::WENT, Value::Text(went.to_owned()))));
        fields.extend(confidence.map(|step| (CheckIn::CONFIDENCE, Value::Int(step))));
        self.add(Kind::CheckIn, &fields, by)
    }
}

/// The goals to be drawn, in the order of the list.
pub(super) fn in_list_order(who: &Who<'_>) -> Vec<Goal> {
    let mut goals: Vec<Goal> = Goal::all(who.record)
        .into_iter()
        .filter(|goal| super::life::is_here(who.record, Kind::Goal, goal.id))
        .collect();
    goals.sort_by(|a, b| {
        let place = |goal: &Goal| (goal.pinned.first() != Some(&true), goal.common.position.first().cloned());
        place(a).cmp(&place(b)).then(a.id.cmp(&b.id))
    });
    goals
}

impl Who<'_> {
    /// Draws a goal.
    pub fn goal(&self, goal: Goal) -> GoalView {
        let life = super::life::life(self.record, Kind::Goal, goal.id);
        let mut actions: Vec<Action> = Action::all(self.record)
            .into_iter()
            .filter(|action| action.goal.first() == Some(&goal.id))
            .filter(|action| super::life::is_here(self.record, Kind::Action, action.id))
            .collect();
        actions.sort_by_key(|action| action.common.position.first().cloned());
        GoalView {
            id: goal.id,
            words: self.field(&goal.words, &Goal::WORDS),
            importance: self.field(&goal.importance, &Goal::IMPORTANCE),
            importance_line: self.scale_line(&goal.importance, "scale-importance-chosen"),
            status: self.field(&goal.status, &Goal::STATUS),
            pinned: goal.pinned.first() == Some(&true),
            only_me: goal.common.is_only_me(),
            unsettled: self.unsettled(life),
            actions: actions.iter().map(|action| self.action(action)).collect(),
            agreements: self.agreements(Kind::Goal, goal.id),
        }
    }

    fn action(&self, action: &Action) -> ActionView {
        let mut check_ins: Vec<CheckIn> = CheckIn::all(self.record)
            .into_iter()
            .filter(|check_in| check_in.action.first() == Some(&action.id))
            .filter(|check_in| super::life::is_here(self.record, Kind::CheckIn, check_in.id))
            .collect();
        check_ins.sort_by_key(|check_in| check_in.at.first().copied());
        let low = |step: &Scale10| step.step() < Scale10::ASK_BELOW;
        let ask = action.confidence.is_answered() && action.confidence.all().all(low);
        ActionView {
            id: action.id,
            what: self.field(&action.what, &Action::WHAT),
            barrier: self.field(&action.barrier, &Action::BARRIER),
            strategy: self.field(&action.strategy, &Action::STRATEGY),
            confidence: self.field(&action.confidence, &Action::CONFIDENCE),
            confidence_line: self.scale_line(&action.confidence, "scale-confidence-chosen"),
            ask: ask.then(|| self.words.say("scale-coaching", &[])),
            would_help: self.field(&action.would_help, &Action::WOULD_HELP),
            check_ins: check_ins.iter().map(|check_in| self.check_in(check_in)).collect(),
        }
    }

    fn check_in(&self, check_in: &CheckIn) -> CheckInView {
        let at = check_in.at.first();
        CheckInView {
            id: check_in.id,
            went: self.field(&check_in.went, &CheckIn::WENT),
            confidence: check_in.confidence.first().map(|step| step.step()),
            at: at.map_or_else(
                || self.words.plain("scale-not-answered", &[]),
                |at| self.date(crate::record::When { ms: at.ms, offset: at.offset }),
            ),
        }
    }

    /// "Important 9 of 10"; every answer that stands; or "not answered".
    pub fn scale_line(&self, kept: &Kept<Scale10>, key: &str) -> String {
        let said: Vec<String> = kept
            .all()
            .map(|step| self.words.say(key, &[("n", Arg::Text(&step.step().to_string()))]))
            .collect();
        if said.is_empty() { self.words.plain("scale-not-answered", &[]) } else { said.join(" / ") }
    }

    /// What to say of an entry that two phones disagree about.
    pub fn unsettled(&self, life: Life) -> Option<String> {
        (life == Life::Unsettled).then(|| self.words.say("versions-removed-or-changed", &[]))
    }
}
