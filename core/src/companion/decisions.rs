//! Decisions: a choice to make, what it is between, what matters about each, and
//! what was decided. "Not now" is an answer like any other.

use super::view::FieldView;
use super::who::Who;
use super::{Companion, Trouble, Writer};
use crate::plan::{ChoiceOption, Consideration, Decision, Field, Kept, Kind};
use crate::record::{EntityId, Value};
use crate::words::Arg;

/// A choice to make, ready to draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecisionView {
    /// Names it.
    pub id: EntityId,
    /// The choice, in the person's words.
    pub what: FieldView,
    /// "Not decided yet", "Decided 3 October", "Not now"; both where two answers
    /// stand.
    pub state: String,
    /// One answer stands: decided, or not now.
    pub settled: bool,
    /// What was decided, in words; the option's own where it is one of them.
    pub chosen: FieldView,
    /// Why.
    pub why: FieldView,
    /// Who was with me.
    pub with: FieldView,
    /// What the choice is between.
    pub options: Vec<OptionView>,
    /// Two answers stand, or two options are chosen: check first.
    pub notes: Vec<String>,
    /// Only me.
    pub only_me: bool,
    /// Removed on one phone and changed on another: to be settled.
    pub unsettled: Option<String>,
}

/// One of the things a choice is between.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OptionView {
    /// Names it.
    pub id: EntityId,
    /// What it is.
    pub words: FieldView,
    /// Treatment, care or support.
    pub sort: FieldView,
    /// It was decided on.
    pub chosen: bool,
    /// What matters to the person about it, in the order it was written.
    pub matters: Vec<ConsiderationView>,
    /// Removed on one phone and changed on another: to be settled.
    pub unsettled: Option<String>,
}

/// What matters about an option.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConsiderationView {
    /// Names it.
    pub id: EntityId,
    /// For it, against it, or neither.
    pub side: FieldView,
    /// In the person's words.
    pub words: FieldView,
    /// Removed on one phone and changed on another: to be settled.
    pub unsettled: Option<String>,
}

/// An answer to a choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decided {
    /// One of its options.
    Option(EntityId),
    /// Something in words.
    Words(String),
    /// Not now.
    NotNow,
}

impl Companion {
    /// Every decision: those that wait first, then by place and in the order they
    /// were written.
    pub fn decisions(&self) -> Vec<DecisionView> {
        let ledger = self.ledger();
        let who = self.who(&ledger);
        let mut all: Vec<Decision> = Decision::all(who.record)
            .into_iter()
            .filter(|decision| super::life::is_here(who.record, Kind::Decision, decision.id))
            .collect();
        all.sort_by_key(|decision| (decision.common.position.first().cloned(), decision.id));
        let mut views: Vec<DecisionView> = all.iter().map(|decision| who.decision(decision)).collect();
        views.sort_by_key(|view| view.settled);
        views
    }

    /// One decision.
    pub fn decision(&self, id: EntityId) -> Result<DecisionView, Trouble> {
        let ledger = self.ledger();
        let entity = ledger.record().entity(Kind::Decision.number(), id).ok_or(Trouble::NotFound)?;
        Ok(self.who(&ledger).decision(&Decision::read(id, entity)))
    }

    /// Adds something that a choice is between. `sort`: `treatment`, `care` or
    /// `support`, where it was said.
    pub fn add_option(
        &self,
        decision: EntityId,
        words: &str,
        sort: Option<&str>,
        by: &Writer,
    ) -> Result<EntityId, Trouble> {
        let mut fields = vec![
            (ChoiceOption::DECISION, Value::Entity(decision)),
            (ChoiceOption::WORDS, Value::Text(words.to_owned())),
        ];
        fields.extend(sort.map(|sort| (ChoiceOption::SORT, Value::Code(sort.to_owned()))));
        self.add(Kind::ChoiceOption, &fields, by)
    }

    /// Notes what matters about an option. `side`: `for`, `against` or `neither`,
    /// where it was said.
    pub fn weigh(
        &self,
        option: EntityId,
        side: Option<&str>,
        words: &str,
        by: &Writer,
    ) -> Result<EntityId, Trouble> {
        let mut fields = vec![
            (Consideration::OPTION, Value::Entity(option)),
            (Consideration::WORDS, Value::Text(words.to_owned())),
        ];
        fields.extend(side.map(|side| (Consideration::SIDE, Value::Code(side.to_owned()))));
        self.add(Kind::Consideration, &fields, by)
    }

    /// Notes what was decided today, or that it is not now. An earlier answer is
    /// in History; words of it that no longer hold do not stay beside the new one.
    pub fn decide(
        &self,
        decision: EntityId,
        answer: &Decided,
        why: Option<&str>,
        with: Option<&str>,
        by: &Writer,
    ) -> Result<(), Trouble> {
        let text = |text: Option<&str>| text.map_or(Value::Empty, |text| Value::Text(text.to_owned()));
        let (state, option, chosen) = match answer {
            Decided::Option(option) => ("decided", Value::Entity(*option), Value::Empty),
            Decided::Words(words) => ("decided", Value::Empty, text(Some(words))),
            Decided::NotNow => ("not_now", Value::Empty, Value::Empty),
        };
        let mut fields = vec![
            (Decision::STATE, Value::Code(state.to_owned())),
            (Decision::OPTION, option),
            (Decision::CHOSEN, chosen),
            (Decision::WHY, text(why)),
            (Decision::WITH, text(with)),
            (Decision::ON, self.today().unwrap_or(Value::Empty)),
        ];
        {
            let ledger = self.ledger();
            let entity = ledger.record().entity(Kind::Decision.number(), decision);
            let entity = entity.ok_or(Trouble::NotFound)?;
            // Taking back what was never said is nothing to write.
            let said = |field: &Field| entity.field(field.number).is_some_and(|r| !r.heads().is_empty());
            fields.retain(|(field, value)| *value != Value::Empty || said(field));
        }
        self.write_fields(Kind::Decision, decision, &fields, None, by).map(drop)
    }
}

impl Who<'_> {
    fn decision(&self, decision: &Decision) -> DecisionView {
        let mut options: Vec<ChoiceOption> = ChoiceOption::all(self.record)
            .into_iter()
            .filter(|option| option.decision.first() == Some(&decision.id))
            .filter(|option| super::life::is_here(self.record, Kind::ChoiceOption, option.id))
            .collect();
        options.sort_by_key(|option| (option.common.position.first().cloned(), option.id));
        let one = decision.state.is_settled()
            && decision.option.is_settled()
            && decision.chosen.is_settled()
            && !decision.state.newer;
        let answered = decision.state.first().is_some_and(|state| state != "open");
        let check = (!one).then(|| self.words.say("versions-check-first", &[]));
        DecisionView {
            id: decision.id,
            what: self.field(&decision.what, &Decision::WHAT),
            state: self.decision_state(decision),
            settled: one && answered,
            chosen: self.chosen(decision),
            why: self.field(&decision.why, &Decision::WHY),
            with: self.field(&decision.with, &Decision::WITH),
            options: options.iter().map(|option| self.option(option, &decision.option)).collect(),
            notes: check.into_iter().chain(self.pending(Kind::Decision, decision.id)).collect(),
            only_me: decision.common.is_only_me(),
            unsettled: self.unsettled(super::life::life(self.record, Kind::Decision, decision.id)),
        }
    }

    fn decision_state(&self, decision: &Decision) -> String {
        let date = decision.on.is_settled().then(|| decision.on.first()).flatten();
        let date = date.map(|date| self.written(*date));
        let said = |state: &String| match (state.as_str(), &date) {
            ("decided", Some(date)) => self.words.say("decision-decided-on", &[("date", Arg::Text(date))]),
            ("decided", None) => self.words.say("decision-decided", &[]),
            ("not_now", Some(date)) => self.words.say("decision-not-now-on", &[("date", Arg::Text(date))]),
            ("not_now", None) => self.words.say("decision-not-now", &[]),
            _ => self.words.say("decision-open", &[]),
        };
        let states: Vec<String> = decision.state.all().map(said).collect();
        if states.is_empty() { self.words.say("decision-open", &[]) } else { states.join(" / ") }
    }

    /// What was decided: the words, else those of the option that was chosen.
    fn chosen(&self, decision: &Decision) -> FieldView {
        let option = decision.option.first().filter(|_| !decision.chosen.is_answered());
        let option = option.and_then(|id| {
            let entity = self.record.entity(Kind::ChoiceOption.number(), *id)?;
            Some(ChoiceOption::read(*id, entity))
        });
        match option {
            // Who chose it and when, not who wrote what the option is.
            Some(option) => {
                let mut view = self.field(&option.words, &ChoiceOption::WORDS);
                let chose = decision.option.versions.iter().flat_map(|version| &version.written);
                let who: Vec<String> = chose.map(|written| self.line(written)).collect();
                view.versions.iter_mut().for_each(|version| version.who.clone_from(&who));
                FieldView { seen: Vec::new(), offers: Vec::new(), ..view }
            }
            None => self.field(&decision.chosen, &Decision::CHOSEN),
        }
    }

    fn option(&self, option: &ChoiceOption, chosen: &Kept<EntityId>) -> OptionView {
        let mut matters: Vec<Consideration> = Consideration::all(self.record)
            .into_iter()
            .filter(|matter| matter.option.first() == Some(&option.id))
            .filter(|matter| super::life::is_here(self.record, Kind::Consideration, matter.id))
            .collect();
        matters.sort_by_key(|matter| (matter.common.position.first().cloned(), matter.id));
        OptionView {
            id: option.id,
            words: self.field(&option.words, &ChoiceOption::WORDS),
            sort: self.field(&option.sort, &ChoiceOption::SORT),
            chosen: chosen.all().any(|id| *id == option.id),
            matters: matters.iter().map(|matter| self.consideration(matter)).collect(),
            unsettled: self.unsettled(super::life::life(self.record, Kind::ChoiceOption, option.id)),
        }
    }

    fn consideration(&self, matter: &Consideration) -> ConsiderationView {
        ConsiderationView {
            id: matter.id,
            side: self.field(&matter.side, &Consideration::SIDE),
            words: self.field(&matter.words, &Consideration::WORDS),
            unsettled: self.unsettled(super::life::life(self.record, Kind::Consideration, matter.id)),
        }
    }
}
