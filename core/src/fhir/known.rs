//! The results Hearth has a plain name for, by LOINC code, and the rule of which may share a line.
//!
//! A unit here says only how a number is usually written. No range, target or threshold belongs in
//! this file.

use super::observation::{Concept, Quantity};

const LOINC: &str = "http://loinc.org";
const UCUM: &str = "http://unitsofmeasure.org";

/// A result Hearth knows by a plain name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// The pair; its numbers are the components [`Kind::Systolic`] and [`Kind::Diastolic`].
    BloodPressure,
    /// The top number.
    Systolic,
    /// The bottom number.
    Diastolic,
    /// Body weight.
    Weight,
    /// Body mass index.
    Bmi,
    /// Oxygen saturation, in arterial blood or by pulse oximeter.
    Oxygen,
    /// HbA1c by the IFCC method, usually in mmol/mol; some laboratories send it in per cent, and then
    /// its unit keeps it on a line of its own.
    Hba1c,
    /// HbA1c in per cent (NGSP): another scale of the same thing, never on one line with the first.
    Hba1cPercent,
    /// Estimated kidney filtration.
    Egfr,
    /// FEV1 as a share of what is expected.
    Fev1Percent,
    /// Albumin to creatinine as a mass ratio (mg/g). The British mg/mmol is another quantity.
    Acr,
}

struct Known {
    kind: Kind,
    /// LOINC codes, any of which names it.
    loinc: &'static [&'static str],
    /// The key of its plain name.
    name: &'static str,
    /// UCUM codes it is usually measured in; none for a result that has no number of its own.
    units: &'static [&'static str],
}

const fn known(
    kind: Kind,
    loinc: &'static [&'static str],
    name: &'static str,
    units: &'static [&'static str],
) -> Known {
    Known { kind, loinc, name, units }
}

static TABLE: [Known; 11] = [
    known(Kind::BloodPressure, &["85354-9"], "result-blood-pressure", &[]),
    known(Kind::Systolic, &["8480-6"], "result-systolic", &["mm[Hg]"]),
    known(Kind::Diastolic, &["8462-4"], "result-diastolic", &["mm[Hg]"]),
    known(Kind::Weight, &["29463-7"], "result-weight", &["kg", "g", "[lb_av]"]),
    known(Kind::Bmi, &["39156-5"], "result-bmi", &["kg/m2"]),
    known(Kind::Oxygen, &["2708-6", "59408-5"], "result-oxygen", &["%"]),
    known(Kind::Hba1c, &["59261-8"], "result-hba1c", &["mmol/mol"]),
    known(Kind::Hba1cPercent, &["4548-4"], "result-hba1c", &["%"]),
    known(Kind::Egfr, &["62238-1"], "result-egfr", &["mL/min/{1.73_m2}"]),
    known(Kind::Fev1Percent, &["20152-5"], "result-fev1", &["%"]),
    known(Kind::Acr, &["9318-7"], "result-acr", &["mg/g"]),
];

impl Kind {
    /// Every kind, in the order of the table.
    pub fn all() -> impl Iterator<Item = Kind> {
        TABLE.iter().map(|known| known.kind)
    }

    /// The kind that a code names. `None` when no LOINC code in it is known, and when two name
    /// different things: then only the sender's own words can be trusted.
    pub fn of(code: &Concept) -> Option<Kind> {
        let pairs = code.codings.iter();
        Kind::of_codes(pairs.filter_map(|coding| coding.system.as_deref().zip(coding.code.as_deref())))
    }

    /// The same for codes that were kept: each its system and its code.
    pub fn of_codes<'c>(codes: impl Iterator<Item = (&'c str, &'c str)>) -> Option<Kind> {
        let mut kinds = codes
            .filter(|(system, _)| *system == LOINC)
            .filter_map(|(_, code)| TABLE.iter().find(|known| known.loinc.contains(&code)))
            .map(|known| known.kind);
        let first = kinds.next()?;
        kinds.all(|kind| kind == first).then_some(first)
    }

    /// The key of its plain name (see `words`).
    pub fn name_key(self) -> &'static str {
        TABLE.iter().find(|known| known.kind == self).map_or("result-value-not-shown", |known| known.name)
    }

    /// Whether it is usually measured in this unit. If not, the number is still shown as it was
    /// written, with its own unit and on a line of its own.
    pub fn expects(self, unit: &Unit) -> bool {
        let Unit::Ucum(code) = unit else { return false };
        TABLE.iter().any(|known| known.kind == self && known.units.contains(&code.as_str()))
    }
}

/// What a number is measured in, as far as it can be told.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Unit {
    /// A UCUM code: the same code is the same unit.
    Ucum(String),
    /// Only words: the same words are taken as the same unit, and never as a UCUM one.
    Words(String),
    /// Nothing was said.
    NotSaid,
}

impl Quantity {
    /// The unit: by its UCUM code, else by what was written.
    pub fn measured_in(&self) -> Unit {
        match (self.system.as_deref(), &self.code, &self.unit) {
            (Some(UCUM), Some(code), _) => Unit::Ucum(code.clone()),
            (_, _, Some(words)) => Unit::Words(words.clone()),
            (_, Some(code), None) => Unit::Words(code.clone()),
            (_, None, None) => Unit::NotSaid,
        }
    }
}

/// What two numbers must have in common to stand side by side or on one line over time. Numbers of
/// different units never share one: nothing here converts.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Series {
    /// What was measured.
    pub kind: Kind,
    /// What it was measured in.
    pub unit: Unit,
}

impl Series {
    /// The series a number belongs to. `None` without a unit: such a number stands alone.
    pub(super) fn of(kind: Kind, quantity: &Quantity) -> Option<Series> {
        match quantity.measured_in() {
            Unit::NotSaid => None,
            unit => Some(Series { kind, unit }),
        }
    }
}
