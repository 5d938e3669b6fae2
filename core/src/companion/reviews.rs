//! Reviews: what is to be looked at again, when and with whom. A date is only
//! ever one that somebody wrote. What is late is said plainly and kindly.

use super::view::FieldView;
use super::who::{Who, join};
use super::{Companion, Trouble, Writer};
use crate::plan::{
    Action, Authority, Budget, Field, Goal, Kept, Kind, Me, PartialDate, PlanRecord, Review, SupportPlan,
    Unwell, Words as Said,
};
use crate::record::{EntityId, Value};
use crate::words::Arg;
use chrono::Months;

/// The age at which most people can decide about their own care (Mental Capacity
/// Act 2005, section 2(5)).
const OWN_HANDS: u32 = 16;

/// A review, ready to draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReviewView {
    /// Names it.
    pub id: EntityId,
    /// "My medicines", or the person's own name for it.
    pub name: String,
    /// When it is, that it is today, or that it was to be by a date.
    pub line: String,
    /// How many days late, where it is.
    pub late_days: Option<i64>,
    /// The next date as written.
    pub next: FieldView,
    /// How often, as written.
    pub interval: FieldView,
    /// Who is responsible; "" where nobody is written.
    pub who: String,
    /// When it was last done.
    pub done: FieldView,
    /// Worth knowing.
    pub note: FieldView,
    /// What must be said of it.
    pub notes: Vec<String>,
    /// Only me.
    pub only_me: bool,
}

/// Something anywhere in the plan whose day to be looked at again has come or gone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DueView {
    /// What kind of entry.
    pub kind: Kind,
    /// Which one.
    pub id: EntityId,
    /// "My medicines", "When I’m unwell: breathing".
    pub name: String,
    /// "It was to be looked at again by 3 October. You could ask Sam for a new date."
    pub line: String,
    /// How many days late; 0 on the day itself.
    pub late_days: i64,
}

/// A review to keep.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct NewReview {
    /// One of [`Review::SORT`]'s choices; "" where it was not said.
    pub sort: String,
    /// The person's own name for it.
    pub name: Option<String>,
    /// The next date: `2026`, `2026-10` or `2026-10-03`.
    pub next: Option<String>,
    /// How often, in words.
    pub interval: Option<String>,
    /// Who is responsible, in words.
    pub who: Option<String>,
    /// Who is responsible, if they are in People.
    pub person: Option<EntityId>,
}

impl Companion {
    /// Every review: late ones first, then by the day they are next.
    pub fn reviews(&self) -> Vec<ReviewView> {
        let ledger = self.ledger();
        self.who(&ledger).reviews()
    }

    /// Keeps a review. The next date may be left out; it is never worked out.
    pub fn add_review(&self, review: &NewReview, by: &Writer) -> Result<EntityId, Trouble> {
        let text = |text: &Option<String>| text.clone().map(Value::Text);
        let sort = Some(review.sort.clone()).filter(|sort| !sort.is_empty()).map(Value::Code);
        let said = [
            (Review::SORT, sort),
            (Review::NAME, text(&review.name)),
            (Review::NEXT, review.next.clone().map(Value::Date)),
            (Review::INTERVAL, text(&review.interval)),
            (Review::WHO, text(&review.who)),
            (Review::PERSON, review.person.map(Value::Entity)),
        ];
        let fields: Vec<_> = said.into_iter().filter_map(|(field, value)| Some((field, value?))).collect();
        // Nothing is mandatory: a review with nothing in it is one all the same.
        let empty = [(Review::NEXT, Value::Empty)];
        self.add(Kind::Review, if fields.is_empty() { &empty } else { &fields }, by)
    }

    /// Notes that a review was done, and its next date where one was agreed.
    pub fn review_done(
        &self,
        review: EntityId,
        on: &str,
        next: Option<&str>,
        by: &Writer,
    ) -> Result<(), Trouble> {
        self.ledger().record().entity(Kind::Review.number(), review).ok_or(Trouble::NotFound)?;
        let next = next.map_or(Value::Empty, |next| Value::Date(next.to_owned()));
        let fields = [(Review::DONE, Value::Date(on.to_owned())), (Review::NEXT, next)];
        self.write_fields(Kind::Review, review, &fields, None, by).map(drop)
    }

    /// At 16, where a parent writes for the person: a prompt to talk about who
    /// keeps the plan now. It changes nothing.
    pub fn hand_over(&self) -> Option<String> {
        let ledger = self.ledger();
        self.who(&ledger).hand_over()
    }
}

impl Who<'_> {
    fn reviews_here(&self) -> Vec<Review> {
        let here = |review: &Review| super::life::is_here(self.record, Kind::Review, review.id);
        Review::all(self.record).into_iter().filter(here).collect()
    }

    fn reviews(&self) -> Vec<ReviewView> {
        let mut all = self.reviews_here();
        all.sort_by_key(|review| {
            let next = review.next.all().min().copied();
            (next.is_none(), next, review.common.position.first().cloned(), review.id)
        });
        let mut views: Vec<ReviewView> = all.iter().map(|review| self.review(review)).collect();
        views.sort_by_key(|view| view.late_days.is_none());
        views
    }

    fn review(&self, review: &Review) -> ReviewView {
        let who = self.responsible(&review.who, review.person.first());
        let late = self.late(&review.next);
        ReviewView {
            id: review.id,
            name: self.review_name(review),
            line: self.review_line(&review.next, &who),
            late_days: late.filter(|days| *days > 0),
            next: self.field(&review.next, &Review::NEXT),
            interval: self.field(&review.interval, &Review::INTERVAL),
            who,
            done: self.field(&review.done, &Review::DONE),
            note: self.field(&review.note, &Review::NOTE),
            notes: self.notes_of(Kind::Review, review.id, review.next.is_settled()),
            only_me: review.common.is_only_me(),
        }
    }

    fn review_name(&self, review: &Review) -> String {
        use super::view::Spoken;
        let sorts: Vec<&String> = review.sort.all().filter(|sort| *sort != "other").collect();
        match (sorts.is_empty(), review.name.text()) {
            (false, _) => {
                let said = sorts.iter().map(|sort| sort.spoken(self.words, &Review::SORT));
                said.collect::<Vec<_>>().join(" / ")
            }
            (true, "") => "other".to_owned().spoken(self.words, &Review::SORT),
            (true, _) => join(&review.name),
        }
    }

    /// Who is responsible, as it stands in the middle of a sentence.
    fn responsible(&self, who: &Kept<Said>, person: Option<&EntityId>) -> String {
        match (join(who), person) {
            (who, _) if !who.is_empty() => who,
            (_, Some(person)) => self.name(*person),
            _ => String::new(),
        }
    }

    /// How many days ago the earliest date that stands was over; 0 on the day
    /// itself, none before it. Of two dates the earlier counts: a review that comes
    /// up too soon is asked about, one that is forgotten is not.
    fn late(&self, next: &Kept<PartialDate>) -> Option<i64> {
        let due = next.all().filter_map(|date| date.last()).min()?;
        self.today.map(|today| (today - due).num_days()).filter(|days| *days >= 0)
    }

    fn review_line(&self, next: &Kept<PartialDate>, who: &str) -> String {
        let earliest = next.all().min_by_key(|date| date.last());
        let Some(date) = earliest else { return self.words.say("review-no-date", &[]) };
        let said = self.written(*date);
        let said = ("date", Arg::Text(&said));
        match self.late(next) {
            Some(0) if date.whole().is_some() => self.words.say("review-today", &[]),
            None | Some(0) => self.words.say("review-next", &[said]),
            Some(_) if who.is_empty() => self.words.say("review-late", &[said]),
            Some(_) => self.words.say("review-late-who", &[said, ("who", Arg::Text(who))]),
        }
    }

    /// All that is to be looked at again today or was to be before, the latest
    /// first: reviews, plans for when unwell, goals and actions under way, budgets.
    pub fn due(&self) -> Vec<DueView> {
        let mut due: Vec<DueView> = Vec::new();
        let mut add = |kind: Kind, id: EntityId, name: String, next: &Kept<PartialDate>, who: &str| {
            let drawn = !super::life::is_removed(self.record, kind, id);
            if let Some(late_days) = self.late(next).filter(|_| drawn) {
                due.push(DueView { kind, id, name, line: self.review_line(next, who), late_days });
            }
        };
        for review in self.reviews_here() {
            let who = self.responsible(&review.who, review.person.first());
            add(Kind::Review, review.id, self.review_name(&review), &review.next, &who);
        }
        if let Some(visit) = self.visit_to_look_at_again() {
            let name = self.words.plain("visit-agenda-plan", &[]);
            add(Kind::Visit, visit.id, name, &visit.review, &join(&visit.review_by));
        }
        // Most entries have no such date: only those that do are read whole.
        let dated = |kind: Kind, field: Field| {
            let all = self.record.of_kind(kind.number());
            all.filter(move |(_, entity)| entity.field(field.number).is_some())
        };
        for (id, entity) in dated(Kind::Unwell, Unwell::REVIEW) {
            let plan = Unwell::read(id, entity);
            let name = self.named("review-of-unwell", &plan.name);
            add(Kind::Unwell, plan.id, name, &plan.review, &join(&plan.review_by));
        }
        for (id, entity) in dated(Kind::PlanRecord, PlanRecord::REVIEW) {
            let plan = PlanRecord::read(id, entity);
            let name = self.words.plain("visit-agenda-plan", &[]);
            add(Kind::PlanRecord, id, name, &plan.review, &join(&plan.review_by));
        }
        for (id, entity) in dated(Kind::SupportPlan, SupportPlan::REVIEW) {
            let plan = SupportPlan::read(id, entity);
            let name = self.named("prsb-review-of-plan", &plan.name);
            add(Kind::SupportPlan, id, name, &plan.review, &join(&plan.review_by));
        }
        for (id, entity) in dated(Kind::Budget, Budget::REVIEW) {
            let budget = Budget::read(id, entity);
            let name = self.named("review-of-budget", &budget.for_what);
            add(Kind::Budget, budget.id, name, &budget.review, &join(&budget.review_by));
        }
        let over = |status: &Kept<String>, over: &[&str]| {
            status.is_answered() && status.all().all(|status| over.contains(&status.as_str()))
        };
        for (id, entity) in dated(Kind::Goal, Goal::REVIEW) {
            let goal = Goal::read(id, entity);
            if !over(&goal.status, &["reached", "let_go"]) {
                add(Kind::Goal, goal.id, self.named("review-of-goal", &goal.words), &goal.review, "");
            }
        }
        for (id, entity) in dated(Kind::Action, Action::REVIEW) {
            let action = Action::read(id, entity);
            if !over(&action.status, &["done", "stopped"]) {
                add(
                    Kind::Action,
                    action.id,
                    self.named("review-of-action", &action.what),
                    &action.review,
                    "",
                );
            }
        }
        due.sort_by_key(|due| (std::cmp::Reverse(due.late_days), due.kind, due.id));
        due
    }

    fn named(&self, key: &str, name: &Kept<Said>) -> String {
        let said = join(name);
        let nameless = self.words.plain("review-nameless", &[]);
        let name = if said.is_empty() { &nameless } else { &said };
        self.words.say(key, &[("name", Arg::Text(name))])
    }

    /// See [`Companion::hand_over`].
    pub fn hand_over(&self) -> Option<String> {
        let id = EntityId::only(Kind::Me.number());
        let me = Me::read(id, self.record.entity(Kind::Me.number(), id)?);
        // Where two days of birth stand, or only a year, the latest it can mean.
        let born = me.born.all().filter_map(|born| born.last()).max()?;
        let of_age = born.checked_add_months(Months::new(OWN_HANDS * 12))?;
        self.today.filter(|today| *today >= of_age)?;
        let parent = |authority: &Authority| {
            authority.by.all().any(|by| by == "parent")
                && !authority.ended.is_answered()
                && super::life::is_here(self.record, Kind::Authority, authority.id)
        };
        let parents: Vec<String> = Authority::all(self.record)
            .iter()
            .filter(|authority| parent(authority))
            .map(|authority| {
                let unknown = || self.words.plain("who-name-unknown", &[]);
                authority.person.first().map_or_else(unknown, |person| self.name(*person))
            })
            .collect();
        let why = self.words.say("review-hand-over-why", &[]);
        let names = parents.join(" / ");
        let said = self.words.say("review-hand-over", &[("name", Arg::Text(&names))]);
        (!parents.is_empty()).then(|| format!("{said} {why}"))
    }
}
