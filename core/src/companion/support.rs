//! Support: the menu of what may help, what there is near me, what I asked for,
//! and a personal health budget.

use super::doors::new_entity;
use super::view::{FieldView, Spoken};
use super::who::{Who, join};
use super::{Companion, PromiseView, Trouble, Writer};
use crate::plan::{Budget, Kind, MENU, MENU_FOR_MYSELF, Promise, Request, SupportEntry};
use crate::record::{EntityId, Value};
use crate::words::Arg;

/// Support, ready to draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SupportView {
    /// What may help: to manage by oneself, and when more help is needed.
    pub menu: Vec<MenuGroup>,
    /// What there is near me.
    pub near_me: Vec<SupportEntryView>,
    /// "Noted here. Nobody has been told.": always drawn over what I asked for.
    pub not_sent: String,
    /// What I asked for, newest first.
    pub asked_for: Vec<RequestView>,
    /// Personal health budgets.
    pub budgets: Vec<BudgetView>,
}

/// One part of the menu.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MenuGroup {
    /// "To manage by myself".
    pub heading: String,
    /// What is in it.
    pub items: Vec<MenuItem>,
}

/// One thing on the menu.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MenuItem {
    /// Its name for ever, to ask for it: one of [`MENU`].
    pub id: &'static str,
    /// What it is called.
    pub name: String,
    /// What it is, in one sentence.
    pub about: String,
}

/// Support near me.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SupportEntryView {
    /// Names it.
    pub id: EntityId,
    /// Its name.
    pub name: FieldView,
    /// What it is.
    pub about: FieldView,
    /// How to reach it.
    pub contact: FieldView,
    /// Only me.
    pub only_me: bool,
    /// Removed on one phone and changed on another: to be settled.
    pub unsettled: Option<String>,
}

/// Support that was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestView {
    /// Names it.
    pub id: EntityId,
    /// What, in words: the person's own before the menu's.
    pub what: String,
    /// "Asked of the link worker, 3 October".
    pub asked: String,
    /// How it stands; "asked for, not available".
    pub state: FieldView,
    /// The promise that was made of it, where there is one.
    pub promise: Option<PromiseView>,
    /// What came of it.
    pub note: FieldView,
    /// What must be said of it.
    pub notes: Vec<String>,
    /// Only me, itself or by its promise.
    pub only_me: bool,
}

/// A personal health budget, noted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BudgetView {
    /// Names it.
    pub id: EntityId,
    /// The amount, as written.
    pub amount: FieldView,
    /// What it is for.
    pub for_what: FieldView,
    /// When to look at it again.
    pub review: FieldView,
    /// Who looks at it again with me.
    pub review_by: FieldView,
    /// What must be said of it.
    pub notes: Vec<String>,
    /// Only me.
    pub only_me: bool,
}

/// Something to ask for.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Asked {
    /// What of the menu: one of [`MENU`].
    pub item: Option<String>,
    /// What of the support near me.
    pub entry: Option<EntityId>,
    /// What, in one's own words.
    pub words: Option<String>,
    /// Of whom.
    pub of: Option<String>,
}

impl Companion {
    /// Support.
    pub fn support(&self) -> SupportView {
        let ledger = self.ledger();
        let who = self.who(&ledger);
        SupportView {
            menu: who.menu(),
            near_me: who.near_me(),
            not_sent: self.words.say("support-not-sent", &[]),
            asked_for: who.requests(),
            budgets: who.budgets(),
        }
    }

    /// Notes that support was asked for today. It is only noted: nothing is sent.
    pub fn ask_for(&self, asked: &Asked, by: &Writer) -> Result<EntityId, Trouble> {
        let text = |text: &Option<String>| text.clone().map(Value::Text);
        let said = [
            (Request::STATE, Some(Value::Code("asked".to_owned()))),
            (Request::ITEM, asked.item.clone().map(Value::Code)),
            (Request::ENTRY, asked.entry.map(Value::Entity)),
            (Request::WORDS, text(&asked.words)),
            (Request::OF, text(&asked.of)),
            (Request::ON, self.today()),
        ];
        let fields: Vec<_> = said.into_iter().filter_map(|(field, value)| Some((field, value?))).collect();
        self.add(Kind::Request, &fields, by)
    }

    /// Notes that somebody promised what was asked for, so that it comes up when
    /// it is late. `by_when`: `2026`, `2026-10` or `2026-10-03`, where it was said.
    pub fn promised(
        &self,
        request: EntityId,
        who_said: &str,
        by_when: Option<&str>,
        by: &Writer,
    ) -> Result<EntityId, Trouble> {
        let what = {
            let ledger = self.ledger();
            let entity = ledger.record().entity(Kind::Request.number(), request);
            let request = Request::read(request, entity.ok_or(Trouble::NotFound)?);
            self.who(&ledger).asked_for(&request)
        };
        let mut fields = vec![
            (Promise::WHAT, Value::Text(what)),
            (Promise::WHO, Value::Text(who_said.to_owned())),
            (Promise::STATE, Value::Code("promised".to_owned())),
        ];
        fields.extend(by_when.map(|date| (Promise::BY, Value::Date(date.to_owned()))));
        // In one: a promise without its link would not know that its request is
        // "only me".
        let promise = new_entity(self.ledger().record())?;
        let link = [(Request::PROMISE, Value::Entity(promise))];
        let mut drafts = self.drafts(Kind::Promise, promise, &fields, None, by)?;
        drafts.extend(self.drafts(Kind::Request, request, &link, None, by)?);
        self.keep_typed(drafts, by)?;
        Ok(promise)
    }
}

impl Who<'_> {
    fn menu(&self) -> Vec<MenuGroup> {
        let (myself, more) = MENU.split_at(MENU_FOR_MYSELF.min(MENU.len()));
        let group = |key: &str, ids: &[&'static str]| MenuGroup {
            heading: self.words.plain(key, &[]),
            items: ids.iter().map(|id| self.menu_item(id)).collect(),
        };
        vec![group("support-for-myself", myself), group("support-more-help", more)]
    }

    fn menu_item(&self, id: &'static str) -> MenuItem {
        let about = format!("support-about-{}", id.replace('_', "-"));
        MenuItem { id, name: self.item_name(id), about: self.words.plain(&about, &[]) }
    }

    fn item_name(&self, id: &str) -> String {
        id.to_owned().spoken(self.words, &Request::ITEM)
    }

    fn near_me(&self) -> Vec<SupportEntryView> {
        let here = |entry: &SupportEntry| super::life::is_here(self.record, Kind::SupportEntry, entry.id);
        let mut all: Vec<SupportEntry> = SupportEntry::all(self.record).into_iter().filter(here).collect();
        all.sort_by_key(|entry| (entry.common.position.first().cloned(), entry.id));
        let view = |entry: &SupportEntry| SupportEntryView {
            id: entry.id,
            name: self.field(&entry.name, &SupportEntry::NAME),
            about: self.field(&entry.about, &SupportEntry::ABOUT),
            contact: self.field(&entry.contact, &SupportEntry::CONTACT),
            only_me: entry.common.is_only_me(),
            unsettled: self.unsettled(super::life::life(self.record, Kind::SupportEntry, entry.id)),
        };
        all.iter().map(view).collect()
    }

    fn requests(&self) -> Vec<RequestView> {
        let here = |request: &Request| super::life::is_here(self.record, Kind::Request, request.id);
        let mut all: Vec<Request> = Request::all(self.record).into_iter().filter(here).collect();
        all.sort_by_key(|request| std::cmp::Reverse((request.on.first().copied(), request.id)));
        all.iter().map(|request| self.request(request)).collect()
    }

    fn request(&self, request: &Request) -> RequestView {
        let promise = request.promise.first().and_then(|id| {
            let here = super::life::is_here(self.record, Kind::Promise, *id);
            let entity = self.record.entity(Kind::Promise.number(), *id).filter(|_| here)?;
            Some(self.promise(&Promise::read(*id, entity)))
        });
        let of = join(&request.of);
        let date = request.on.first().map(|on| self.written(*on));
        let asked = match (of.is_empty(), &date) {
            (false, Some(date)) => {
                let said = [("who", Arg::Text(&of)), ("date", Arg::Text(date))];
                self.words.say("support-asked-of", &said)
            }
            (false, None) => self.words.say("support-asked-of-no-date", &[("who", Arg::Text(&of))]),
            (true, Some(date)) => self.words.say("support-asked", &[("date", Arg::Text(date))]),
            (true, None) => self.words.say("support-asked-no-date", &[]),
        };
        RequestView {
            id: request.id,
            what: self.asked_for(request),
            asked,
            state: self.field(&request.state, &Request::STATE),
            promise,
            note: self.field(&request.note, &Request::NOTE),
            notes: self.notes_of(Kind::Request, request.id, request.words.is_settled()),
            only_me: super::life::is_only_me(self.record, Kind::Request, request.id),
        }
    }

    /// What was asked for: in the person's words, else as it is called near them,
    /// else as the menu calls it.
    fn asked_for(&self, request: &Request) -> String {
        let own = join(&request.words);
        let named = |id: &EntityId| {
            let entity = self.record.entity(Kind::SupportEntry.number(), *id)?;
            Some(join(&SupportEntry::read(*id, entity).name)).filter(|name| !name.is_empty())
        };
        let menu = || request.item.first().map(|item| self.item_name(item));
        match own.is_empty() {
            false => own,
            true => request
                .entry
                .first()
                .and_then(named)
                .or_else(menu)
                .unwrap_or_else(|| self.words.plain("scale-not-answered", &[])),
        }
    }

    fn budgets(&self) -> Vec<BudgetView> {
        let here = |budget: &Budget| super::life::is_here(self.record, Kind::Budget, budget.id);
        let all = Budget::all(self.record).into_iter().filter(here);
        let view = |budget: Budget| BudgetView {
            id: budget.id,
            amount: self.field(&budget.amount, &Budget::AMOUNT),
            for_what: self.field(&budget.for_what, &Budget::FOR_WHAT),
            review: self.field(&budget.review, &Budget::REVIEW),
            review_by: self.field(&budget.review_by, &Budget::REVIEW_BY),
            notes: self.notes_of(Kind::Budget, budget.id, budget.amount.is_settled()),
            only_me: budget.common.is_only_me(),
        };
        all.map(view).collect()
    }
}
