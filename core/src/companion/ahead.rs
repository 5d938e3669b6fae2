//! Looking ahead: what the person would like, which papers exist, and copies of
//! what clinicians decided. The three are never one list: a wish is not an order,
//! and a copy is not the original.

use super::view::FieldView;
use super::who::{Who, join};
use super::{Companion, Trouble, Writer};
use crate::plan::{ClinicalCopy, Form, Kept, Kind, PartialDate, Preference};
use crate::record::{EntityId, Record, Slot, Value};
use crate::words::Arg;

/// Looking ahead, ready to draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AheadView {
    /// "What I would like, in my words. It is not a medical order.": always drawn
    /// over the wishes.
    pub my_wish: String,
    /// Wishes: place, want, not want, other.
    pub preferences: Vec<PreferenceView>,
    /// "Not an instruction: find the original.": always drawn over the papers.
    pub not_an_instruction: String,
    /// Papers that exist.
    pub forms: Vec<FormView>,
    /// Copies of clinical decisions, the newest of each document.
    pub copies: Vec<CopyView>,
}

/// A wish.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreferenceView {
    /// Names it.
    pub id: EntityId,
    /// What it is about.
    pub sort: FieldView,
    /// In the person's words.
    pub words: FieldView,
    /// "Said 3 October", or "no date written".
    pub dated: String,
    /// What must be said of it: suggestions that wait, two versions.
    pub notes: Vec<String>,
    /// Only me.
    pub only_me: bool,
}

/// That a form exists: never what it decides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormView {
    /// Names it.
    pub id: EntityId,
    /// Which form.
    pub form: FieldView,
    /// Its name, where it is another.
    pub name: FieldView,
    /// Its date.
    pub dated: FieldView,
    /// Where the original is.
    pub place: FieldView,
    /// What must be said of it.
    pub notes: Vec<String>,
}

/// The copy of a clinical decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CopyView {
    /// Names it.
    pub id: EntityId,
    /// "copy: check the original": always drawn beside the words.
    pub mark: String,
    /// What it is a copy of.
    pub what: FieldView,
    /// The words on the document.
    pub words: FieldView,
    /// "Dated 3 October", or that no date is written.
    pub dated: String,
    /// "Written by NAME", or that it is not written who it is from.
    pub source: String,
    /// Where the original is, or that it is not written.
    pub original: String,
    /// The older copies of the same document, newest first.
    pub older: Vec<CopyView>,
    /// "1 older copy is kept", where one is.
    pub older_line: Option<String>,
    /// What must be said of it.
    pub notes: Vec<String>,
    /// Only me.
    pub only_me: bool,
}

/// What stands on a document that is copied.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct NewCopy {
    /// What it is.
    pub what: String,
    /// Its words.
    pub words: String,
    /// Its date: `2026`, `2026-10` or `2026-10-03`.
    pub dated: Option<String>,
    /// Who wrote it.
    pub source: Option<String>,
    /// Where the original is.
    pub original: Option<String>,
    /// The older copy that it takes the place of.
    pub replaces: Option<EntityId>,
}

impl Companion {
    /// Looking ahead.
    pub fn ahead(&self) -> AheadView {
        let ledger = self.ledger();
        let who = self.who(&ledger);
        AheadView {
            my_wish: self.words.safety("ahead-my-wish", &[]),
            preferences: who.preferences(),
            not_an_instruction: self.words.safety("card-not-an-instruction", &[]),
            forms: who.forms_here(),
            copies: who.copies(),
        }
    }

    /// Keeps a copy of a clinical decision. What it says is written once: a newer
    /// document is a copy of its own that names this one.
    pub fn keep_copy(&self, copy: &NewCopy, by: &Writer) -> Result<EntityId, Trouble> {
        if let Some(older) = copy.replaces {
            self.ledger().record().entity(Kind::ClinicalCopy.number(), older).ok_or(Trouble::NotFound)?;
        }
        let text = |text: &String| Value::Text(text.clone());
        let mut fields =
            vec![(ClinicalCopy::WHAT, text(&copy.what)), (ClinicalCopy::WORDS, text(&copy.words))];
        let said = [
            (ClinicalCopy::DATED, copy.dated.clone().map(Value::Date)),
            (ClinicalCopy::SOURCE, copy.source.as_ref().map(text)),
            (ClinicalCopy::ORIGINAL, copy.original.as_ref().map(text)),
            (ClinicalCopy::REPLACES, copy.replaces.map(Value::Entity)),
        ];
        fields.extend(said.into_iter().filter_map(|(field, value)| Some((field, value?))));
        self.add(Kind::ClinicalCopy, &fields, by)
    }
}

/// Whether a field says what stands on a copied document, and something stands
/// there: then nobody writes over it.
pub(super) fn is_written_once(record: &Record, slot: Slot) -> bool {
    let once = slot.kind == Kind::ClinicalCopy.number()
        && ClinicalCopy::WRITTEN_ONCE.iter().any(|field| field.number == slot.field);
    let heads = record.register(slot).map(|register| register.heads()).unwrap_or_default();
    once && heads.iter().any(|op| op.value() != Some(&Value::Empty))
}

impl Who<'_> {
    fn preferences(&self) -> Vec<PreferenceView> {
        let mut all: Vec<Preference> = Preference::all(self.record)
            .into_iter()
            .filter(|wish| super::life::is_here(self.record, Kind::Preference, wish.id))
            .collect();
        let sorts = Preference::SORT.choices;
        all.sort_by_key(|wish| {
            let sort = wish.sort.first().and_then(|sort| sorts.iter().position(|known| known == sort));
            (sort.unwrap_or(sorts.len()), wish.common.position.first().cloned(), wish.id)
        });
        let view = |wish: &Preference| PreferenceView {
            id: wish.id,
            sort: self.field(&wish.sort, &Preference::SORT),
            words: self.field(&wish.words, &Preference::WORDS),
            dated: match self.dates(&wish.dated) {
                Some(date) => self.words.say("ahead-said-on", &[("date", Arg::Text(&date))]),
                None => self.words.say("ahead-no-date", &[]),
            },
            notes: self.notes_of(
                Kind::Preference,
                wish.id,
                wish.words.is_settled() && wish.sort.is_settled(),
            ),
            only_me: wish.common.is_only_me(),
        };
        all.iter().map(view).collect()
    }

    fn forms_here(&self) -> Vec<FormView> {
        let here = |form: &Form| super::life::is_here(self.record, Kind::Form, form.id);
        let all = Form::all(self.record).into_iter().filter(here);
        let view = |form: Form| FormView {
            id: form.id,
            form: self.field(&form.form, &Form::FORM),
            name: self.field(&form.name, &Form::NAME),
            dated: self.field(&form.dated, &Form::DATED),
            place: self.field(&form.place, &Form::PLACE),
            notes: self.notes_of(
                Kind::Form,
                form.id,
                form.form.is_settled() && form.dated.is_settled() && form.place.is_settled(),
            ),
        };
        all.map(view).collect()
    }

    /// The newest copy of each document, newest first, with the older ones below it.
    fn copies(&self) -> Vec<CopyView> {
        let here = |copy: &ClinicalCopy| super::life::is_here(self.record, Kind::ClinicalCopy, copy.id);
        let mut all: Vec<ClinicalCopy> = ClinicalCopy::all(self.record).into_iter().filter(here).collect();
        all.sort_by_key(|copy| std::cmp::Reverse((copy.dated.first().copied(), copy.id)));
        let replaced = |id: &EntityId| all.iter().any(|copy| copy.replaces.all().any(|older| older == id));
        let mut drawn: Vec<EntityId> = Vec::new();
        let mut views = Vec::new();
        // Copies that replace one another in a ring (a faulty app's) are each
        // drawn all the same, after those that nothing replaces.
        let (last, newest): (Vec<_>, Vec<_>) = all.iter().partition(|copy| replaced(&copy.id));
        for copy in newest.into_iter().chain(last) {
            if drawn.contains(&copy.id) {
                continue;
            }
            let mut line = vec![copy.id];
            let mut at = 0;
            while let Some(id) = line.get(at).copied() {
                let named = all.iter().filter(|copy| copy.id == id).flat_map(|copy| copy.replaces.all());
                let known = named.filter(|older| all.iter().any(|copy| copy.id == **older));
                let new: Vec<EntityId> = known.filter(|older| !line.contains(older)).copied().collect();
                line.extend(new);
                at += 1;
            }
            let older = all.iter().filter(|other| other.id != copy.id && line.contains(&other.id));
            views.push(self.copy(copy, older.map(|older| self.copy(older, Vec::new())).collect()));
            drawn.extend(line);
        }
        views
    }

    fn copy(&self, copy: &ClinicalCopy, older: Vec<CopyView>) -> CopyView {
        let said = |kept| Some(join(kept)).filter(|text| !text.is_empty());
        let settled = copy.words.is_settled() && copy.dated.is_settled() && copy.source.is_settled();
        CopyView {
            id: copy.id,
            mark: self.words.safety("ahead-copy-check", &[]),
            what: self.field(&copy.what, &ClinicalCopy::WHAT),
            words: self.field(&copy.words, &ClinicalCopy::WORDS),
            dated: match self.dates(&copy.dated) {
                Some(date) => self.words.say("ahead-copy-dated", &[("date", Arg::Text(&date))]),
                None => self.words.say("ahead-copy-no-date", &[]),
            },
            source: match said(&copy.source) {
                Some(source) => self.words.say("ahead-copy-source", &[("source", Arg::Text(&source))]),
                None => self.words.say("ahead-copy-no-source", &[]),
            },
            original: match said(&copy.original) {
                Some(place) => self.words.say("ahead-copy-original", &[("place", Arg::Text(&place))]),
                None => self.words.say("ahead-copy-no-original", &[]),
            },
            older_line: (!older.is_empty())
                .then(|| self.words.say("ahead-copy-older", &[("n", Arg::Number(older.len() as i64))])),
            older,
            notes: self.notes_of(Kind::ClinicalCopy, copy.id, settled),
            only_me: super::life::is_only_me(self.record, Kind::ClinicalCopy, copy.id),
        }
    }

    /// Every date that stands, in full: what may be read years from now never
    /// says "yesterday".
    fn dates(&self, kept: &Kept<PartialDate>) -> Option<String> {
        let said: Vec<String> = kept.all().map(|date| self.words.partial(&date.to_string())).collect();
        (!said.is_empty()).then(|| said.join(" / "))
    }

    /// What must be said of an entry before anybody acts on it.
    pub fn notes_of(&self, kind: Kind, id: EntityId, settled: bool) -> Vec<String> {
        let check = (!settled).then(|| self.words.say("versions-check-first", &[]));
        let unsettled = self.unsettled(super::life::life(self.record, kind, id));
        check.into_iter().chain(unsettled).chain(self.pending(kind, id)).collect()
    }
}
