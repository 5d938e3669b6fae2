//! The results that a visit's sheets show: what each is in plain words, and the
//! two newest dated values side by side. No range, no target, no judgement.

use super::{Page, SheetIn, Who};
use crate::companion::ResultView;
use crate::plan::{Kind, Outcome, PartialDate};
use crate::record::EntityId;
use crate::sheets::{Measure, merge};
use crate::words::Arg;

/// One result of a sheet, ready to draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetResultView {
    /// Its stable name, for adding one and for thoughts about it.
    pub key: String,
    /// Its plain name.
    pub name: String,
    /// What it is, or "". Holds no number to aim at.
    pub explain: String,
    /// The newest dated one.
    pub recent: Option<ResultView>,
    /// The one before it, of the same code.
    pub last: Option<ResultView>,
    /// "not answered", where there is none with a date.
    pub empty: Option<String>,
    /// What must be said of the two together, and of those without a date.
    pub notes: Vec<String>,
    /// Units it may be typed in.
    pub units: Vec<String>,
}

/// What is needed of a result to set it beside another.
struct Dated {
    id: EntityId,
    on: PartialDate,
    /// By which of the result's codes it was found; none where by its name.
    code: Option<String>,
    unit: String,
}

impl Who<'_> {
    pub(super) fn sheet_results(&self, used: &[SheetIn], page: &Page) -> Vec<SheetResultView> {
        let sheets: Vec<_> = used.iter().filter_map(|one| one.sheet.as_deref()).collect();
        let merged = merge(&sheets);
        if merged.results.is_empty() {
            return Vec::new();
        }
        let views = self.results();
        let outcomes: Vec<Outcome> = Outcome::all(self.record)
            .into_iter()
            .filter(|outcome| views.iter().any(|view| view.id == outcome.id && !view.withdrawn))
            .filter(|outcome| !page.hides(self, Kind::Outcome, outcome.id))
            .collect();
        let language = self.words.language();
        let view_of = |id| views.iter().find(|view| view.id == id).cloned();
        let mut drawn = Vec::new();
        for one in &merged.results {
            let mine = outcomes.iter().filter(|outcome| means(one.thing, outcome));
            let (mut dated, mut undated) = (Vec::new(), 0_i64);
            for outcome in mine {
                match outcome.on.first() {
                    Some(on) => dated.push(Dated {
                        id: outcome.id,
                        on: *on,
                        code: codes(outcome).find(|code| one.thing.codes.iter().any(|c| c == code)),
                        unit: outcome.unit.text().to_owned(),
                    }),
                    None => undated += 1,
                }
            }
            // The newest first; of one day, the one that was written later.
            dated.sort_by_key(|one| std::cmp::Reverse((one.on, one.id)));
            let recent = dated.first();
            let same = |other: &&Dated| {
                recent.is_some_and(|recent| {
                    recent.code.is_none() || other.code.is_none() || recent.code == other.code
                })
            };
            let last = dated.iter().skip(1).find(same);
            // What lies between the two and is of another code is told, not hidden.
            let between = dated.iter().skip(1).take_while(|one| last.is_none_or(|last| one.id != last.id));
            let between = i64::try_from(between.count()).unwrap_or(i64::MAX);
            let mut notes = Vec::new();
            if between > 0 {
                notes.push(self.words.say("visit-results-other", &[("n", Arg::Number(between))]));
            }
            if recent.zip(last).is_some_and(|(recent, last)| recent.unit != last.unit) {
                notes.push(self.words.say("result-other-unit", &[]));
            }
            if undated > 0 {
                notes.push(self.words.say("visit-results-undated", &[("n", Arg::Number(undated))]));
            }
            drawn.push(SheetResultView {
                key: one.key.clone(),
                name: one.thing.name.in_language(language).to_owned(),
                explain: one.thing.explain.in_language(language).to_owned(),
                empty: recent.is_none().then(|| self.words.plain("scale-not-answered", &[])),
                recent: recent.and_then(|one| view_of(one.id)),
                last: last.and_then(|one| view_of(one.id)),
                notes,
                units: one.thing.units.clone(),
            });
        }
        drawn
    }
}

/// Whether a result is one of these: by its code, or, where it came without, by
/// its plain name in any language.
fn means(measure: &Measure, outcome: &Outcome) -> bool {
    let coded = codes(outcome).any(|code| measure.codes.contains(&code));
    let is_name = |name: &str| {
        let name = name.trim().to_lowercase();
        !name.is_empty()
            && [&measure.name.en, &measure.name.cy].into_iter().any(|known| known.to_lowercase() == name)
    };
    let named = outcome.name.all().any(|name| is_name(&name.text));
    coded || (named && !outcome.code.is_answered())
}

/// Every code that a result came with, `system|code`.
fn codes(outcome: &Outcome) -> impl Iterator<Item = String> {
    let all = outcome.code.all().chain(outcome.codes.all());
    all.flat_map(|codes| codes.text.lines().map(str::to_owned))
}
