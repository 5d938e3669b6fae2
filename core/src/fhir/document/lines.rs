//! One entry of the plan in words: what it says, who wrote each part and when.

use super::html::Html;
use crate::fhir::out::{Context, entities, leaves, stands};
use crate::plan::*;
use crate::record::{Author, EntityId, Op, Record, Value, When};
use crate::words::{Arg, Words};
use chrono::{DateTime, NaiveDate, Utc};

/// What is needed to say an entry.
#[derive(Clone, Copy)]
pub(super) struct Lines<'a> {
    pub cx: &'a Context<'a>,
}

/// The fields of a kind in the order in which they are read; the first is its words.
fn fields_of(kind: Kind) -> &'static [Field] {
    match kind {
        Kind::Strength => &[Strength::WORDS],
        Kind::Need => &[Need::WORDS],
        Kind::Goal => &[Goal::WORDS, Goal::IMPORTANCE, Goal::STATUS, Goal::OUTCOME, Goal::REVIEW],
        Kind::Action => &[
            Action::WHAT,
            Action::WHO,
            Action::WHEN,
            Action::REPEATS,
            Action::BARRIER,
            Action::STRATEGY,
            Action::CONFIDENCE,
            Action::WOULD_HELP,
            Action::STATUS,
            Action::REVIEW,
        ],
        Kind::Stage => &[Stage::WORDS, Stage::STATUS, Stage::OUTCOME],
        Kind::CheckIn => &[CheckIn::WENT, CheckIn::AT, CheckIn::CONFIDENCE],
        Kind::Unwell => &[Unwell::NAME, Unwell::TRIGGER, Unwell::REVIEW, Unwell::REVIEW_BY],
        Kind::Sign => &[Sign::WORDS, Sign::ZONE],
        Kind::Step => &[Step::WORDS, Step::ZONE],
        Kind::Coping => &[Coping::WORDS, Coping::FROM, Coping::UNTIL],
        Kind::KeptThing => &[KeptThing::WHAT, KeptThing::PLACE],
        Kind::Use => &[Use::OUTCOME, Use::AT],
        Kind::Promise => {
            &[Promise::WHAT, Promise::WHO, Promise::BY, Promise::STATE, Promise::SAID, Promise::NOTE]
        }
        Kind::Request => {
            &[Request::WORDS, Request::ITEM, Request::OF, Request::ON, Request::STATE, Request::NOTE]
        }
        Kind::Reply => &[
            Reply::ASKED,
            Reply::ANSWER,
            Reply::SCALE,
            Reply::COUNT,
            Reply::MRC,
            Reply::CAT,
            Reply::NUMBER,
            Reply::UNIT,
            Reply::WORDS,
        ],
        Kind::Agreement => &[Agreement::WITH, Agreement::ROLE, Agreement::ON],
        Kind::Person => &[
            Person::NAME,
            Person::RELATION,
            Person::ROLE,
            Person::ORGANISATION,
            Person::NUMBER,
            Person::KEY_WORKER,
            Person::CARER,
            Person::INTERPRETER,
            Person::COMMENTS,
            Person::SINCE,
            Person::UNTIL,
        ],
        Kind::Condition => &[Condition::WORDS, Condition::SINCE],
        Kind::Allergy => &[Allergy::WHAT, Allergy::REACTION, Allergy::SINCE],
        Kind::Medicine => &[Medicine::WORDS, Medicine::WHY],
        Kind::Form => &[Form::FORM, Form::NAME, Form::DATED, Form::PLACE],
        Kind::Preference => &[Preference::SORT, Preference::WORDS, Preference::DATED],
        Kind::Statement => &[Statement::WORDS, Statement::ON, Statement::LOCATION, Statement::PLACE],
        Kind::LastPlace => &[LastPlace::PLACE, LastPlace::SORT],
        Kind::Requirement => &[Requirement::SORT, Requirement::WORDS, Requirement::DETAIL],
        Kind::Reading => &[
            Reading::WHAT,
            Reading::OTHER,
            Reading::VALUE,
            Reading::SECOND,
            Reading::UNIT,
            Reading::AT,
            Reading::NOTE,
        ],
        _ => &[],
    }
}

impl Lines<'_> {
    fn words(&self) -> &Words {
        self.cx.words
    }

    /// The entries of a kind as a list, each with what is part of it.
    pub(super) fn list(&self, html: &mut Html, kind: Kind, ids: &[EntityId]) {
        html.within("ul", |list| ids.iter().for_each(|id| list.within("li", |li| self.entry(li, kind, *id))));
    }

    /// One entry.
    fn entry(&self, html: &mut Html, kind: Kind, id: EntityId) {
        let fields = fields_of(kind);
        let Some((words, rest)) = fields.split_first() else { return };
        html.within("p", |p| {
            if !self.versions(p, kind, id, words) {
                p.text(&self.words().plain("fhir-no-words", &[]));
            }
        });
        html.within("ul", |list| {
            for field in rest {
                list.within("li", |li| self.field(li, kind, id, field));
            }
            for agreement in entities(self.cx.record, Kind::Agreement) {
                if self.names(Kind::Agreement, agreement, &Agreement::WHAT).contains(&id) {
                    list.within("li", |li| self.agreed(li, agreement));
                }
            }
        });
        match kind {
            Kind::Goal => self.within(html, Kind::Action, Action::GOAL, id),
            Kind::Action => {
                self.within(html, Kind::Stage, Stage::ACTION, id);
                self.within(html, Kind::CheckIn, CheckIn::ACTION, id);
            }
            Kind::Unwell => self.unwell(html, id),
            _ => {}
        }
    }

    /// A field with its name. A scale that nobody answered says so; anything else is left out.
    fn field(&self, html: &mut Html, kind: Kind, id: EntityId, field: &Field) {
        let mut said = Html::new();
        let answered = self.versions(&mut said, kind, id, field);
        // A question of a sheet asks for one sort of answer.
        if !answered && (field.holds != Type::Scale10 || kind == Kind::Reply) {
            return;
        }
        let name = field.name.replace(['.', '_'], "-");
        html.text(&self.words().plain(&format!("fhir-label-{name}"), &[]));
        html.text(": ");
        match answered {
            true => html.put(said),
            false => html.text(&self.words().plain("scale-not-answered", &[])),
        }
    }

    /// Every version of a field that stands, none before the others, each with who wrote it.
    fn versions(&self, html: &mut Html, kind: Kind, id: EntityId, field: &Field) -> bool {
        let Some(register) = self.cx.record.register(kind.slot(id, field)) else { return false };
        let shown = register.shown(field.policy);
        let said: Vec<(&Op, String)> = shown
            .iter()
            .filter_map(|version| version.first().copied())
            .filter_map(|op| Some((op, spoken(self.words(), field, op.value()?)?)))
            .collect();
        if said.len() > 1 {
            let n = Arg::Number(said.len() as i64);
            html.text(&self.words().plain("fhir-versions", &[("n", n)]));
            html.text(" ");
        }
        for (number, (op, text)) in said.iter().enumerate() {
            if number > 0 {
                html.text(" | ");
            }
            html.said(text);
            html.text(" ");
            html.within("i", |i| i.text(&format!("({})", self.who(op))));
        }
        !said.is_empty()
    }

    /// Who wrote it and when; and what was really said, where it came through an interpreter.
    fn who(&self, op: &Op) -> String {
        let words = self.words();
        let date = date_of(op.at).map_or_else(|| words.plain("date-clock-wrong", &[]), |d| words.date(d));
        let date = ("date", Arg::Text(&date));
        let by = match &op.author {
            Author::Person => words.say("fhir-by-person", &[date]),
            Author::Behalf(person) | Author::Carer(person) => {
                words.say("fhir-by-behalf", &[("name", Arg::Text(&self.name(*person))), date])
            }
            Author::Guest { name, role } => {
                words.say("fhir-by-guest", &[("name", Arg::Text(name)), ("role", Arg::Text(role)), date])
            }
            Author::Practice(_) => words.say("fhir-by-practice", &[date]),
            // A file that says no date has none.
            Author::File { name } if op.at == When::default() => {
                words.say("prsb-from", &[("name", Arg::Text(name))])
            }
            Author::File { name } => words.say("prsb-from-on", &[("name", Arg::Text(name)), date]),
            Author::Unknown(_) => words.say("who-not-known", &[date]),
        };
        let Some(Value::Interpreted { original, .. }) = op.value() else { return by };
        let said = words.say(
            "fhir-interpreted",
            &[
                ("name", Arg::Text(&original.interpreter)),
                ("date", Arg::Text(&words.partial(&original.on))),
                ("language", Arg::Text(&original.language)),
                ("text", Arg::Text(&original.text)),
            ],
        );
        format!("{by}; {said}")
    }

    /// The name of somebody who may be named.
    fn name(&self, person: EntityId) -> String {
        let said = leaves(self.cx.record, Kind::Person, person)
            .then(|| stands(self.cx, Kind::Person, person, &Person::NAME))
            .flatten();
        let name = said.as_ref().and_then(Value::text);
        name.map_or_else(|| self.words().plain("who-name-unknown", &[]), str::to_owned)
    }

    fn agreed(&self, html: &mut Html, agreement: EntityId) {
        let said = |field| stands(self.cx, Kind::Agreement, agreement, field);
        let text = |field| match said(field) {
            Some(Value::Text(text)) => text,
            Some(Value::Date(date)) => self.words().partial(&date),
            _ => self.words().plain("scale-not-answered", &[]),
        };
        let (name, date) = (text(&Agreement::WITH), text(&Agreement::ON));
        let args = [("name", Arg::Text(&name)), ("date", Arg::Text(&date))];
        html.text(&self.words().say("who-agreed", &args));
    }

    /// What of a kind names the entry in this field.
    fn within(&self, html: &mut Html, kind: Kind, field: Field, of: EntityId) {
        let parts: Vec<EntityId> = entities(self.cx.record, kind)
            .into_iter()
            .filter(|part| self.names(kind, *part, &field).contains(&of))
            .collect();
        self.headed(html, kind, &parts);
    }

    fn headed(&self, html: &mut Html, kind: Kind, parts: &[EntityId]) {
        if parts.is_empty() {
            return;
        }
        html.within("p", |p| {
            p.line("b", &self.words().plain(&format!("fhir-part-{}", kind.name().replace('_', "-")), &[]));
        });
        self.list(html, kind, parts);
    }

    /// Whether an entry is said within another one.
    pub(super) fn is_part(&self, kind: Kind, id: EntityId) -> bool {
        let (field, of) = match kind {
            Kind::Action => (Action::GOAL, Kind::Goal),
            Kind::Stage => (Stage::ACTION, Kind::Action),
            Kind::CheckIn => (CheckIn::ACTION, Kind::Action),
            _ => return false,
        };
        self.names(kind, id, &field).into_iter().any(|above| leaves(self.cx.record, of, above))
    }

    /// What an entry names in a field.
    fn names(&self, kind: Kind, id: EntityId, field: &Field) -> Vec<EntityId> {
        match stands(self.cx, kind, id, field) {
            Some(Value::Entity(id)) => vec![id],
            Some(Value::Order(ids)) => ids,
            _ => Vec::new(),
        }
    }

    /// The signs, steps, ways of coping and things kept of a plan, in each order that stands, and
    /// whom to call.
    fn unwell(&self, html: &mut Html, id: EntityId) {
        let Some(entity) = self.cx.record.entity(Kind::Unwell.number(), id) else { return };
        let plan = Unwell::read(id, entity);
        let unordered = Kept::default();
        for (kind, order) in [
            (Kind::Sign, &plan.signs),
            (Kind::Step, &plan.steps),
            (Kind::Coping, &unordered),
            (Kind::KeptThing, &plan.kept),
        ] {
            let orders = in_order(order, &self.parts(kind, id)).orders;
            if orders.len() > 1 {
                html.line("p", &self.words().plain("fhir-two-orders", &[]));
            }
            orders.iter().for_each(|order| self.headed(html, kind, order));
        }
        let call: Vec<EntityId> = self.names(Kind::Unwell, id, &Unwell::CALL);
        let known = call.into_iter().filter(|person| leaves(self.cx.record, Kind::Person, *person));
        self.headed(html, Kind::Person, &known.collect::<Vec<_>>());
        html.line("p", &self.words().safety_plain("region-life-at-risk", &[]));
    }

    fn parts(&self, kind: Kind, of: EntityId) -> Vec<EntityId> {
        let record: &Record = self.cx.record;
        let all = entities(record, kind).into_iter();
        all.filter(|part| parent_of(record, kind, *part) == Some((Kind::Unwell, of))).collect()
    }

    /// A field of an entry there is one of, under a heading.
    pub(super) fn heading(&self, html: &mut Html, kind: Kind, field: &Field, heading: &str) {
        let id = EntityId::only(kind.number());
        let mut said = Html::new();
        if leaves(self.cx.record, kind, id) && self.versions(&mut said, kind, id, field) {
            html.within("p", |p| p.line("b", heading));
            html.within("p", |p| p.put(said));
        }
    }
}

/// An instant by the clock where it was written.
fn local(at: When) -> Option<DateTime<Utc>> {
    let shifted = at.ms.checked_add(i64::from(at.offset) * 60_000)?;
    DateTime::from_timestamp_millis(shifted)
}

/// The calendar date of an instant where it was written.
pub(super) fn date_of(at: When) -> Option<NaiveDate> {
    local(at).map(|at| at.date_naive())
}

/// A value in words; none for no value and for one that is no words.
fn spoken(words: &Words, field: &Field, value: &Value) -> Option<String> {
    check(field, value).ok()?;
    Some(match value {
        Value::Text(text) | Value::Interpreted { text, .. } if !text.trim().is_empty() => text.clone(),
        Value::Int(count) => count.to_string(),
        Value::Bool(yes) => words.plain(if *yes { "answer-yes" } else { "answer-no" }, &[]),
        Value::Decimal(number) => number.clone(),
        Value::Date(date) => words.partial(date),
        Value::Instant(ms, offset) => {
            let at = local(When { ms: *ms, offset: *offset });
            let said = at.map(|at| words.day_at(at.date_naive(), at.time()));
            said.unwrap_or_else(|| words.plain("date-clock-wrong", &[]))
        }
        Value::Code(zone) if [Sign::ZONE, Step::ZONE].contains(field) => {
            words.safety_plain(&format!("zone-{zone}"), &[])
        }
        Value::Code(word) => {
            let name = field.name.replace(['.', '_'], "-");
            words.plain(&format!("choice-{name}-{}", word.replace('_', "-")), &[])
        }
        _ => return None,
    })
}
