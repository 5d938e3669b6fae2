//! A result as it is said: in the reader's language, whatever language it came in
//! or the phone spoke that read it.

use super::view::FieldView;
use super::who::Who;
use crate::fhir::Kind as Known;
use crate::plan::{Kept, Outcome, Version, Words};
use crate::record::Origin;

impl Who<'_> {
    /// What was measured: the plain name where a code of it is known, else the
    /// sender's words. What a person typed is never put in other words.
    pub fn result_name(&self, result: &Outcome) -> FieldView {
        let mut view = self.field(&result.name, &Outcome::NAME);
        if let Some(known) = known(result) {
            let plain = self.words.plain(known.name_key(), &[]);
            for (shown, version) in view.versions.iter_mut().zip(&result.name.versions) {
                if shown.answered && is_imported(version) {
                    shown.text.clone_from(&plain);
                }
            }
        }
        view
    }

    /// What was found where it is no number: words, a yes or no, why there is
    /// none; nothing where there is nothing to say.
    pub fn result_in_words(&self, result: &Outcome) -> FieldView {
        if result.words.is_answered() {
            return self.field(&result.words, &Outcome::WORDS);
        }
        if result.found.is_answered() {
            return self.field(&result.found, &Outcome::FOUND);
        }
        let mut why = self.field(&result.absent, &Outcome::ABSENT);
        if !result.absent.is_answered() {
            why.versions.clear();
        }
        for shown in why.versions.iter_mut().filter(|version| version.answered) {
            shown.text = self.words.say("result-no-value-because", &[("reason", (&shown.text).into())]);
        }
        why
    }
}

/// What it is, by all of its codes: two that name different things name none.
fn known(result: &Outcome) -> Option<Known> {
    let lines = |kept: &Kept<Words>| -> Vec<String> {
        kept.all().flat_map(|codes| codes.text.lines()).map(str::to_owned).collect()
    };
    let codes: Vec<String> = lines(&result.code).into_iter().chain(lines(&result.codes)).collect();
    Known::of_codes(codes.iter().filter_map(|code| code.rsplit_once('|')))
}

fn is_imported(version: &Version<Words>) -> bool {
    version.written.iter().all(|written| matches!(written.origin, Origin::Imported { .. }))
}
