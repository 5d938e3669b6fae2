//! Visits: gather, between, agree, after. Any stage can be left half-done and
//! gone back to. One agenda for everything: several sheets ask one question once.

mod agenda;
mod answers;
mod fit;
mod mood;
mod questions;
mod results;
mod sheets;
mod summary;
mod talk;

pub use agenda::AgendaItem;
pub use answers::{Answered, MoodAnswer};
pub use mood::{MoodLine, MoodView};
pub use questions::{AnswerKind, PromptView, QuestionView, StepView, ThoughtView};
pub use results::SheetResultView;
pub use sheets::{LoadedSheet, SheetLine};
pub use summary::{MAX_SUMMARY, SummaryView};
pub use talk::VisitAgreement;

use super::view::FieldView;
use super::who::{Who, join};
use super::{AgreementView, Companion, GoalView, PromiseView, Trouble, Writer};
use crate::plan::{Goal, Kept, Kind, Visit};
use crate::record::{EntityId, Owner, Value};
use crate::words::Arg;
use sheets::SheetIn;

/// The stages, in order.
pub const STAGES: [&str; 4] = ["gather", "between", "agree", "after"];

/// One stage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StageView {
    /// `gather`, `between`, `agree` or `after`.
    pub stage: &'static str,
    /// "Getting ready".
    pub heading: String,
    /// The person is here now.
    pub here: bool,
}

/// A visit in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VisitLine {
    /// Names it.
    pub id: EntityId,
    /// What it is for.
    pub what_for: FieldView,
    /// With whom.
    pub with: FieldView,
    /// When.
    pub on: FieldView,
    /// The heading of its stage.
    pub stage: String,
}

/// A visit, ready to draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VisitView {
    /// Names it.
    pub id: EntityId,
    /// What it is for.
    pub what_for: FieldView,
    /// With whom.
    pub with: FieldView,
    /// When it is.
    pub on: FieldView,
    /// When tests are done for it.
    pub tests_on: FieldView,
    /// Who comes with me.
    pub coming: FieldView,
    /// The four stages.
    pub stages: Vec<StageView>,
    /// The sheets used in it.
    pub sheets: Vec<SheetLine>,
    /// Everything to talk about, in one list.
    pub agenda: Vec<AgendaItem>,
    /// The results that the sheets show, last beside recent.
    pub results: Vec<SheetResultView>,
    /// The questions about mood; none where no sheet asks them, and none where
    /// the page is shown to somebody.
    pub mood: Option<MoodView>,
    /// What the sheets ask, each once.
    pub questions: Vec<QuestionView>,
    /// What may be circled.
    pub prompts: Vec<PromptView>,
    /// My questions, thoughts and ideas.
    pub thoughts: Vec<ThoughtView>,
    /// Beside every box: Hearth does not read what is written.
    pub not_read: String,
    /// Goals that were agreed or looked at in it.
    pub goals: Vec<GoalView>,
    /// Promises that were made in it.
    pub promises: Vec<PromiseView>,
    /// Who agreed to it, and whether it changed since.
    pub agreements: Vec<AgreementView>,
    /// What was agreed was written together.
    pub together: FieldView,
    /// When to look at the plan again.
    pub review: FieldView,
    /// Or how often.
    pub interval: FieldView,
    /// Who is responsible for that.
    pub review_by: FieldView,
    /// "To be looked at again by 14 January 2027. Who will see to it: the nurse."
    pub review_line: String,
    /// How many entries are left out because they are only the person's: 0 in
    /// their own view.
    pub left_out: usize,
    /// Removed on one phone and changed on another: to be settled.
    pub unsettled: Option<String>,
}

impl Companion {
    /// Every visit: the newest first, those without a date before them.
    pub fn visits(&self) -> Vec<VisitLine> {
        let ledger = self.ledger();
        let who = self.who(&ledger);
        let mut visits = who.visits_here();
        visits.sort_by_key(|visit| {
            let on = visit.on.first().copied();
            (on.is_some(), std::cmp::Reverse(on), std::cmp::Reverse(visit.id))
        });
        let line = |visit: &Visit| VisitLine {
            id: visit.id,
            what_for: who.field(&visit.what_for, &Visit::WHAT_FOR),
            with: who.field(&visit.with, &Visit::WITH),
            on: who.field(&visit.on, &Visit::ON),
            stage: who.stage_heading(who.stage_of(visit)),
        };
        visits.iter().map(line).collect()
    }

    /// One visit, as the person sees it.
    pub fn visit(&self, id: EntityId) -> Result<VisitView, Trouble> {
        let ledger = self.ledger();
        self.who(&ledger).visit(id, &Page { in_the_room: false })
    }

    /// The same page to show in the room: without mood and without what is only
    /// the person's.
    pub fn visit_to_show(&self, id: EntityId) -> Result<VisitView, Trouble> {
        let ledger = self.ledger();
        self.who(&ledger).visit(id, &Page { in_the_room: true })
    }

    /// Begins getting ready for a visit. Nothing of it need be known yet.
    pub fn begin_visit(
        &self,
        what_for: &str,
        with: &str,
        on: Option<&str>,
        by: &Writer,
    ) -> Result<EntityId, Trouble> {
        let mut fields = vec![(Visit::STAGE, Value::Code(STAGES[0].to_owned()))];
        let texts = [(Visit::WHAT_FOR, what_for), (Visit::WITH, with)].into_iter();
        fields.extend(
            texts
                .filter(|(_, text)| !text.is_empty())
                .map(|(field, text)| (field, Value::Text(text.to_owned()))),
        );
        fields.extend(on.map(|on| (Visit::ON, Value::Date(on.to_owned()))));
        self.add(Kind::Visit, &fields, by)
    }

    /// Goes to a stage, forward or back. Nothing needs to be done first.
    pub fn go_to_stage(&self, visit: EntityId, stage: &str) -> Result<(), Trouble> {
        self.must_be_a_visit(visit)?;
        let stage = Value::Code(stage.to_owned());
        self.write(Kind::Visit, visit, &Visit::STAGE, stage, &Writer::Person).map(drop)
    }

    pub(super) fn must_be_a_visit(&self, visit: EntityId) -> Result<(), Trouble> {
        let ledger = self.ledger();
        ledger.record().entity(Kind::Visit.number(), visit).map(drop).ok_or(Trouble::NotFound)
    }

    /// Who writes what is Hearth's own bookkeeping (which question, which sheet)
    /// where `by` may only suggest: the phone, for the person.
    fn keeper<'w>(&self, by: &'w Writer) -> &'w Writer {
        if by.author().writes_for(Owner::Person) { by } else { &Writer::Person }
    }
}

/// For whom a visit is drawn.
struct Page {
    /// Somebody else looks at it.
    in_the_room: bool,
}

impl Page {
    fn hides(&self, who: &Who<'_>, kind: Kind, id: EntityId) -> bool {
        self.in_the_room && super::life::is_only_me(who.record, kind, id)
    }
}

impl Who<'_> {
    fn visits_here(&self) -> Vec<Visit> {
        let here = |visit: &Visit| super::life::is_here(self.record, Kind::Visit, visit.id);
        Visit::all(self.record).into_iter().filter(here).collect()
    }

    fn stage_of(&self, visit: &Visit) -> &'static str {
        let stage = visit.stage.first().map(String::as_str);
        STAGES.into_iter().find(|known| Some(*known) == stage).unwrap_or(STAGES[0])
    }

    fn stage_heading(&self, stage: &str) -> String {
        self.words.plain(&format!("choice-visit-stage-{stage}"), &[])
    }

    fn visit(&self, id: EntityId, page: &Page) -> Result<VisitView, Trouble> {
        let entity = self.record.entity(Kind::Visit.number(), id).ok_or(Trouble::NotFound)?;
        let visit = Visit::read(id, entity);
        let used = self.sheets_in(id);
        let stage = self.stage_of(&visit);
        let asked = self.asked(id, &used, page);
        let results = self.sheet_results(&used, page);
        let mut goals = listed(&visit.goals);
        let mut promises = listed(&visit.promises);
        let before = goals.len() + promises.len();
        goals.retain(|goal| !page.hides(self, Kind::Goal, *goal));
        promises.retain(|promise| !page.hides(self, Kind::Promise, *promise));
        let (agenda, hidden) = self.agenda(&visit, &asked, &results, page);
        let left_out = before - goals.len() - promises.len() + asked.hidden + hidden;
        let stages = STAGES.iter().map(|name| StageView {
            stage: name,
            heading: self.stage_heading(name),
            here: *name == stage,
        });
        Ok(VisitView {
            id,
            what_for: self.field(&visit.what_for, &Visit::WHAT_FOR),
            with: self.field(&visit.with, &Visit::WITH),
            on: self.field(&visit.on, &Visit::ON),
            tests_on: self.field(&visit.tests_on, &Visit::TESTS_ON),
            coming: self.field(&visit.coming, &Visit::COMING),
            stages: stages.collect(),
            sheets: used.iter().map(|sheet| self.sheet_line(sheet)).collect(),
            agenda,
            results,
            mood: asked.mood,
            questions: asked.questions,
            prompts: asked.prompts,
            thoughts: asked.thoughts,
            not_read: self.words.safety("visit-not-read", &[]),
            goals: self.goals_named(&goals),
            promises: self.promises().into_iter().filter(|one| promises.contains(&one.id)).collect(),
            agreements: self.agreements(Kind::Visit, id),
            together: self.field(&visit.together, &Visit::TOGETHER),
            review: self.field(&visit.review, &Visit::REVIEW),
            interval: self.field(&visit.interval, &Visit::INTERVAL),
            review_by: self.field(&visit.review_by, &Visit::REVIEW_BY),
            review_line: self.visit_review_line(&visit),
            left_out,
            unsettled: self.unsettled(super::life::life(self.record, Kind::Visit, id)),
        })
    }

    fn goals_named(&self, ids: &[EntityId]) -> Vec<GoalView> {
        let here = ids.iter().filter(|id| super::life::is_here(self.record, Kind::Goal, **id));
        let read = here.filter_map(|id| {
            let goal = Goal::read(*id, self.record.entity(Kind::Goal.number(), *id)?);
            Some(self.goal(goal))
        });
        read.collect()
    }

    /// When the plan is to be looked at again, with whom; or "not answered".
    fn visit_review_line(&self, visit: &Visit) -> String {
        let dates = visit.review.all().map(|date| self.words.partial(&date.to_string()));
        let date = dates.collect::<Vec<_>>().join(" / ");
        let interval = join(&visit.interval);
        let mut lines = Vec::new();
        let due = visit.review.first().and_then(|date| date.last());
        match due.zip(self.today) {
            Some((due, today)) if due < today && visit.review.is_settled() => {
                lines.push(self.words.say("visit-review-late", &[("date", Arg::Text(&date))]));
            }
            _ if !date.is_empty() => {
                lines.push(self.words.say("visit-review", &[("date", Arg::Text(&date))]))
            }
            _ => {}
        }
        if !interval.is_empty() {
            lines.push(self.words.say("visit-review-interval", &[("interval", Arg::Text(&interval))]));
        }
        if lines.is_empty() {
            lines.push(self.words.plain("scale-not-answered", &[]));
        }
        let by = join(&visit.review_by);
        if !by.is_empty() {
            lines.push(self.words.say("visit-review-by", &[("who", Arg::Text(&by))]));
        }
        lines.join(" ")
    }
}

/// Every entry that any version of a list names: of two lists, nothing is lost.
fn listed(list: &Kept<Vec<EntityId>>) -> Vec<EntityId> {
    let mut all: Vec<EntityId> = Vec::new();
    for id in list.all().flatten() {
        if !all.contains(id) {
            all.push(*id);
        }
    }
    all
}

/// The name of what belongs to a visit and is known by what it answers: the same
/// on every phone, so that both write one field.
fn named(what: &str, visit: EntityId, parts: &[&str]) -> EntityId {
    let visit = visit.hex();
    let mut all = vec![visit.as_str()];
    all.extend(parts);
    EntityId::new(Owner::Person, crate::sheets::named(what, &all))
}
