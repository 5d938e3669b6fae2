//! Agreed as a whole: who agreed, when, and exactly which words they saw.

use super::who::Who;
use super::{Companion, Trouble, Writer};
use crate::plan::{self, Agreement, Kind};
use crate::record::{Author, EntityId, OpId, Record, Value};
use crate::words::Arg;
use std::collections::HashSet;

/// An agreement and whether it still holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgreementView {
    /// Names it.
    pub id: EntityId,
    /// "Agreed with NAME, DATE, as recorded by the patient", or
    /// "Changed since agreed with NAME, DATE".
    pub line: String,
    /// Some words have changed since.
    pub changed: bool,
    /// The versions that were agreed and no longer stand: one touch away.
    pub agreed_words: Vec<OpId>,
}

impl Companion {
    /// Records that an entry, with all in it, was agreed. What is agreed is
    /// exactly what stands now; any change after shows.
    pub fn agree(
        &self,
        kind: Kind,
        id: EntityId,
        with: &str,
        role: &str,
        on: &str,
        by: &Writer,
    ) -> Result<EntityId, Trouble> {
        let saw: Vec<OpId> = {
            let ledger = self.ledger();
            ledger.record().entity(kind.number(), id).ok_or(Trouble::NotFound)?;
            standing(ledger.record(), kind, id)
        };
        let fields = [
            (Agreement::WHAT, Value::Entity(id)),
            (Agreement::KIND_OF, Value::Int(i64::from(kind.number()))),
            (Agreement::WITH, Value::Text(with.to_owned())),
            (Agreement::ROLE, Value::Text(role.to_owned())),
            (Agreement::ON, Value::Date(on.to_owned())),
            (Agreement::SAW, Value::Ops(saw)),
        ];
        self.add(Kind::Agreement, &fields, by)
    }
}

/// What stands in an entry and all that is part of it. Words erased since are
/// words that no longer stand.
fn standing(record: &Record, kind: Kind, id: EntityId) -> Vec<OpId> {
    let heads = plan::tree_heads(record, kind, id).into_iter();
    heads.filter(|op| op.value() != Some(&Value::Erased)).map(|op| op.id).collect()
}

impl Who<'_> {
    /// The agreements of an entry, newest first.
    pub fn agreements(&self, kind: Kind, id: EntityId) -> Vec<AgreementView> {
        let mut found: Vec<Agreement> = Agreement::all(self.record)
            .into_iter()
            .filter(|agreement| agreement.what.first() == Some(&id))
            .filter(|agreement| super::life::is_here(self.record, Kind::Agreement, agreement.id))
            .collect();
        if found.is_empty() {
            return Vec::new();
        }
        let now: HashSet<OpId> = standing(self.record, kind, id).into_iter().collect();
        found.sort_by_key(|agreement| std::cmp::Reverse(agreement.on.first().copied()));
        found.iter().map(|agreement| self.agreement(agreement, &now)).collect()
    }

    fn agreement(&self, agreement: &Agreement, now: &HashSet<OpId>) -> AgreementView {
        let saw: Vec<OpId> = agreement.saw.first().cloned().unwrap_or_default();
        let gone: Vec<OpId> = saw.iter().filter(|op| !now.contains(op)).copied().collect();
        let changed = !gone.is_empty() || saw.len() != now.len();
        let name = agreement.with.text();
        let date = match agreement.on.first() {
            Some(date) => self.written(*date),
            None => self.words.plain("scale-not-answered", &[]),
        };
        let authors =
            || agreement.what.versions.iter().flat_map(|version| &version.written).map(|w| &w.author);
        let by_practice = authors().any(|author| matches!(author, Author::Practice(_)));
        let file = authors().find_map(|author| match author {
            Author::File { name } => Some(name.as_str()),
            _ => None,
        });
        let key = match (changed, by_practice, file) {
            // A record that says "not agreed" is never drawn as an agreement.
            _ if agreement.agreed.all().any(|agreed| !agreed) => "prsb-not-agreed",
            (true, ..) => "versions-changed-since-agreed",
            (false, true, _) => "who-agreed-practice",
            (false, false, Some(_)) => "prsb-agreed",
            (false, false, None) => "who-agreed",
        };
        let file = ("file", Arg::Text(file.unwrap_or_default()));
        let line = self.words.say(key, &[("name", Arg::Text(name)), ("date", Arg::Text(&date)), file]);
        AgreementView { id: agreement.id, line, changed, agreed_words: gone }
    }
}
