//! One agenda for a visit, whatever sheets are used: first what the person wants
//! to talk about, then what comes up by itself. The order does not change with
//! the order in which things were written or sheets chosen.

use super::mood::answered;
use super::questions::Asked;
use super::{Page, SheetResultView, Who, named};
use crate::companion::ResultView;
use crate::companion::who::join;
use crate::plan::{Discussed, Kind, Promise, Unwell, Use, Visit};
use crate::record::{EntityId, When};
use crate::words::Arg;
use chrono::NaiveDate;

/// One thing to talk about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgendaItem {
    /// Its stable name, for [`super::Companion::discussed`].
    pub what: String,
    /// The heading it stands under: "Promised, and late".
    pub heading: String,
    /// In words.
    pub line: String,
    /// Who wrote it and when, where it is somebody's words.
    pub who: Vec<String>,
    /// It was talked about.
    pub discussed: bool,
}

/// An item before it is drawn: its heading's key, its stable name, its line, who
/// wrote it, and the entry it is about.
struct Item {
    heading: &'static str,
    what: String,
    line: String,
    who: Vec<String>,
    about: Option<(Kind, EntityId)>,
}

impl Who<'_> {
    /// Everything to talk about, and how much of it is left out because it is
    /// only the person's.
    pub(super) fn agenda(
        &self,
        visit: &Visit,
        asked: &Asked,
        results: &[SheetResultView],
        page: &Page,
    ) -> (Vec<AgendaItem>, usize) {
        let since = self.last_visit_before(visit);
        let mut items = self.own_words(asked);
        items.extend(self.late_items());
        items.extend(self.used_since(since));
        items.extend(self.to_look_at_again());
        items.extend(self.waiting());
        let mood = self.mood(visit.id).filter(answered);
        if mood.is_some() && !page.in_the_room {
            // That it was answered, and not what: the page may be seen over a shoulder.
            items.push(Item {
                heading: "visit-agenda-mood",
                what: "mood".to_owned(),
                line: self.words.plain("visit-agenda-mood-answered", &[]),
                who: Vec::new(),
                about: None,
            });
        }
        items.extend(self.answered_items(asked));
        items.extend(results.iter().filter_map(|result| self.result_item(result)));
        let before = items.len();
        items.retain(|item| item.about.is_none_or(|(kind, id)| !page.hides(self, kind, id)));
        let hidden = before - items.len();
        let drawn = items.into_iter().map(|item| AgendaItem {
            heading: self.words.plain(item.heading, &[]),
            discussed: self.was_discussed(visit.id, &item.what),
            what: item.what,
            line: item.line,
            who: item.who,
        });
        (drawn.collect(), hidden)
    }

    fn was_discussed(&self, visit: EntityId, what: &str) -> bool {
        let id = named("discussed", visit, &[what]);
        let entity = self.record.entity(Kind::Discussed.number(), id);
        entity.is_some_and(|entity| Discussed::read(id, entity).discussed.first() == Some(&true))
    }

    fn own_words(&self, asked: &Asked) -> Vec<Item> {
        let thoughts = asked.thoughts.iter().map(|thought| Item {
            heading: "visit-agenda-thoughts",
            what: format!("thought:{}", thought.id.hex()),
            line: self.line_of(&thought.words),
            who: thought.words.versions.iter().flat_map(|version| version.who.clone()).collect(),
            about: Some((Kind::Thought, thought.id)),
        });
        let circled = asked.prompts.iter().filter(|prompt| prompt.circled).map(|prompt| Item {
            heading: "visit-agenda-circled",
            what: format!("prompt:{}", prompt.key),
            line: prompt.words.clone(),
            who: Vec::new(),
            about: None,
        });
        thoughts.chain(circled).collect()
    }

    /// Late promises: other people's first, then my own.
    fn late_items(&self) -> Vec<Item> {
        let mine = |id: EntityId| {
            let entity = self.record.entity(Kind::Promise.number(), id);
            entity.is_some_and(|entity| Promise::read(id, entity).mine.first() == Some(&true))
        };
        let mut late = self.late_promises();
        late.sort_by_key(|promise| mine(promise.id));
        let late = late.into_iter();
        late.map(|promise| {
            let what = self.line_of(&promise.what);
            let args = [
                ("what", Arg::Text(&what)),
                ("who", Arg::Text(&promise.who_by)),
                ("state", Arg::Text(&promise.state)),
            ];
            Item {
                heading: "visit-agenda-late",
                what: format!("promise:{}", promise.id.hex()),
                line: self.words.say("visit-agenda-promise", &args),
                who: promise.what.versions.iter().flat_map(|version| version.who.clone()).collect(),
                about: Some((Kind::Promise, promise.id)),
            }
        })
        .collect()
    }

    /// Times an unwell plan was used since the last visit, oldest first.
    fn used_since(&self, since: Option<NaiveDate>) -> Vec<Item> {
        let day = |used: &Use| {
            let at = used.at.first()?;
            crate::companion::who::date_of(When { ms: at.ms, offset: at.offset })
        };
        let mut uses = Use::all(self.record);
        uses.retain(|used| !crate::companion::life::is_removed(self.record, Kind::Use, used.id));
        // On the day of the last visit counts as since: better twice than never.
        uses.retain(|used| since.is_none_or(|since| day(used).is_none_or(|day| day >= since)));
        uses.sort_by_key(|used| (used.at.first().copied(), used.id));
        let item = |used: Use| {
            let plan = used.plan.first().copied().and_then(|id| {
                let entity = self.record.entity(Kind::Unwell.number(), id)?;
                Some(join(&Unwell::read(id, entity).name))
            });
            let plan = plan.filter(|name| !name.is_empty());
            let plan = plan.unwrap_or_else(|| self.words.plain("unwell-title", &[]));
            let at = used.at.first().map(|at| self.date(When { ms: at.ms, offset: at.offset }));
            let at = at.unwrap_or_else(|| self.words.plain("scale-not-answered", &[]));
            let outcome = join(&used.outcome);
            let mut line =
                self.words.say("visit-agenda-used", &[("plan", Arg::Text(&plan)), ("date", Arg::Text(&at))]);
            if !outcome.is_empty() {
                line = format!("{line} {outcome}");
            }
            Item {
                heading: "visit-agenda-unwell",
                what: format!("use:{}", used.id.hex()),
                line,
                who: Vec::new(),
                about: Some((Kind::Use, used.id)),
            }
        };
        uses.into_iter().map(item).collect()
    }

    /// What is to be looked at again today, or was to be before.
    fn to_look_at_again(&self) -> Vec<Item> {
        let item = |due: crate::companion::DueView| {
            let args = [("what", Arg::Text(&due.name)), ("line", Arg::Text(&due.line))];
            Item {
                heading: "visit-agenda-reviews",
                what: format!("review:{}:{}", due.kind.name(), due.id.hex()),
                line: self.words.say("visit-agenda-review", &args),
                who: Vec::new(),
                about: Some((due.kind, due.id)),
            }
        };
        self.due().into_iter().map(item).collect()
    }

    /// The visit that said when to look at the plan again, if there has been none
    /// since: the newest that said so.
    pub fn visit_to_look_at_again(&self) -> Option<Visit> {
        let day = |visit: &Visit| visit.on.first().and_then(|on| on.last());
        let visits = self.visits_here();
        let said = visits.iter().filter(|visit| visit.review.is_answered());
        let last = said.max_by_key(|visit| (day(visit), visit.id))?.clone();
        let been_since = visits.iter().any(|other| {
            let after = day(other).zip(day(&last)).is_some_and(|(other, last)| other > last);
            let past = day(other).zip(self.today).is_some_and(|(other, today)| other < today);
            other.id != last.id && after && past
        });
        (!been_since).then_some(last)
    }

    /// The day of the last visit before this one.
    fn last_visit_before(&self, visit: &Visit) -> Option<NaiveDate> {
        let first = visit.on.first().and_then(|on| on.first());
        let before = match (first, self.today) {
            (Some(on), Some(today)) => on.min(today),
            (Some(on), None) => on,
            (None, today) => today?,
        };
        let others = self.visits_here().into_iter().filter(|other| other.id != visit.id);
        others.filter_map(|other| other.on.first()?.last()).filter(|on| *on < before).max()
    }

    /// What others suggest: field by field, and what a guest wrote whole as one.
    fn waiting(&self) -> Vec<Item> {
        let guests = self.guests();
        let whole = guests.iter().map(|guest| Item {
            heading: "visit-agenda-suggestions",
            what: format!("guest:{}", guest.id.hex()),
            line: guest.lines.join(" · "),
            who: vec![guest.who.clone()],
            about: Some((guest.kind, guest.id)),
        });
        let of_guest = |slot: crate::record::Slot| guests.iter().any(|guest| guest.id == slot.entity);
        let item = |suggestion: crate::companion::SuggestionView| {
            let kind = Kind::from_number(suggestion.slot.kind);
            // What is suggested about mood is not said here: it has its own place.
            let mut fields = suggestion.slots.iter().filter_map(|slot| crate::plan::field_of(*slot));
            let delicate = fields.any(|field| field.sensitivity == crate::plan::Sensitivity::Delicate);
            (!delicate).then(|| Item {
                heading: "visit-agenda-suggestions",
                what: format!("suggestion:{}", hex(suggestion.id.0)),
                line: suggestion.offered.replace('\n', " · "),
                who: vec![suggestion.line],
                about: kind.map(|kind| (kind, suggestion.slot.entity)),
            })
        };
        let single = self.suggestions().into_iter().filter(|one| !of_guest(one.slot)).filter_map(item);
        single.chain(whole).collect()
    }

    fn answered_items(&self, asked: &Asked) -> Vec<Item> {
        let answered = asked.questions.iter().filter(|question| question.said.is_answered());
        let item = |question: &super::QuestionView| {
            let args = [("ask", Arg::Text(&question.ask)), ("answer", Arg::Text(&question.line))];
            Item {
                heading: "visit-agenda-answers",
                what: format!("question:{}", question.key),
                line: self.words.say("visit-agenda-answer", &args),
                who: question.said.versions.iter().flat_map(|version| version.who.clone()).collect(),
                about: None,
            }
        };
        answered.map(item).collect()
    }

    fn result_item(&self, result: &SheetResultView) -> Option<Item> {
        let recent = result.recent.as_ref()?;
        let mut line = self.value_on(recent);
        if let Some(last) = &result.last {
            let last = self.value_on(last);
            line = self
                .words
                .say("visit-agenda-before", &[("recent", Arg::Text(&line)), ("last", Arg::Text(&last))]);
        }
        let args = [("ask", Arg::Text(&result.name)), ("answer", Arg::Text(&line))];
        Some(Item {
            heading: "visit-agenda-results",
            what: format!("result:{}", result.key),
            // The parts of a blood pressure say its name themselves.
            line: match line.starts_with(&result.name) {
                true => line,
                false => self.words.say("visit-agenda-answer", &args),
            },
            who: recent.value.versions.iter().flat_map(|version| version.who.clone()).collect(),
            about: Some((Kind::Outcome, recent.id)),
        })
    }

    /// "48 mmol/mol, 14 October 2026"; of a result with parts, each of them.
    fn value_on(&self, result: &ResultView) -> String {
        let value = |result: &ResultView| {
            let number = self.line_of(&result.value);
            format!("{}{number} {}", result.sign, result.unit.text()).trim_end().to_owned()
        };
        let said = match result.parts.is_empty() {
            true => value(result),
            false => {
                let parts = result.parts.iter().map(|part| format!("{}: {}", part.name.text(), value(part)));
                parts.collect::<Vec<_>>().join("; ")
            }
        };
        self.words
            .say("visit-value-on", &[("value", Arg::Text(&said)), ("date", Arg::Text(result.on.text()))])
    }
}

fn hex(bytes: [u8; 16]) -> String {
    EntityId(bytes).hex()
}
