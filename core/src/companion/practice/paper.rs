//! A file from a practice, with no link and no signal: what the shell calls when the person opens
//! one, and what they are told. The way out is [`Companion::document`].

use super::map::PlanMap;
use crate::companion::{Companion, Trouble};
use crate::fhir;
use crate::plan::{self, Kind, Me};
use crate::record::{EntityId, Record};
use crate::sync::engine::Plan;
use crate::sync::paper::{self, Known};
use crate::sync::patient::nhs_number;
use crate::words::Arg;

/// What came of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperView {
    /// Changes of the person's words that it suggests.
    pub suggested: usize,
    /// Results, medicines, promises and the like that came with it.
    pub received: usize,
    /// Things in it that can't be read.
    pub left_out: usize,
    /// What to tell the person.
    pub sentences: Vec<String>,
}

impl Companion {
    /// Takes in a FHIR R4 Bundle as a file that `source` gave (what the person calls it): results,
    /// medicines and promises as theirs, changes of the person's own words as suggestions. The same
    /// file again, here or on another phone, changes nothing.
    ///
    /// # Errors
    /// [`Trouble::Paper`], and nothing was changed: it can't be read, or is not shown to be about
    /// this person, by their NHS number, their linked practice or a document of this plan's own.
    pub fn take_file(&self, bytes: &[u8], source: &str) -> Result<PaperView, Trouble> {
        plan::check_name(source)?;
        let source = if source.trim().is_empty() { "FHIR" } else { source.trim() };
        let packet = paper::packet(bytes).map_err(paper::PaperError::from)?;
        let state = self.sync_state()?;
        let taken = {
            let mut ledger = self.ledger();
            let secret = ledger.store().keys().plan_secret();
            let linked = state.link.map(|link| (link.base, link.patient));
            let pinned = linked.iter().filter_map(|(_, patient)| patient.nhs_number.clone());
            let numbers = typed_numbers(ledger.record()).into_iter().chain(pinned).collect();
            let known = Known { own: fhir::own_patient(secret), numbers, linked };
            let names = paper::whose(&packet, &known)?;
            let map = PlanMap::new(secret, &self.words, &|| true);
            paper::take(&mut ledger, &map, (&packet, names), source)?
        };
        if !taken.ops.is_empty() {
            Plan::keep(self, taken.ops, &[])?;
        }
        let counted = [
            (taken.suggested, "paper-suggested"),
            (taken.received, "paper-received"),
            (taken.left_out, "paper-left-out"),
        ];
        let said = counted.into_iter().filter(|(count, _)| *count > 0);
        let mut sentences: Vec<String> =
            said.map(|(count, key)| self.words.say(key, &[("n", Arg::Number(count as i64))])).collect();
        if taken.suggested == 0 && taken.received == 0 {
            sentences.insert(0, self.words.plain("paper-nothing-new", &[]));
        }
        let (suggested, received, left_out) = (taken.suggested, taken.received, taken.left_out);
        Ok(PaperView { suggested, received, left_out, sentences })
    }
}

/// The NHS numbers that the person typed, those that can be one.
pub(super) fn typed_numbers(record: &Record) -> Vec<String> {
    let me = EntityId::only(Kind::Me.number());
    let me = record.entity(Kind::Me.number(), me).map(|entity| Me::read(me, entity));
    let typed = me.iter().flat_map(|me| me.nhs_number.all());
    typed.filter_map(|number| nhs_number(&number.text)).collect()
}
