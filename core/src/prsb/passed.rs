//! Parts of files that can't be shown: kept as they came, and put where they stood.

use super::List;
use super::entries::Plan;
use super::export::At;
use super::json::Json;
use super::tree::value;
use crate::plan::{Common, Kind, Passed};
use crate::record::{Entity, EntityId, Value};

/// One of them.
#[derive(Clone, Debug)]
pub(super) struct Kept {
    of: Option<EntityId>,
    path: String,
    name: String,
    why: String,
    pub json: String,
    order: (Option<String>, EntityId),
}

impl Kept {
    /// Whether it stands at a known element: one more beside what is held there, or
    /// what could not be read, until the person has `answered` themselves.
    pub(super) fn stands(&self, at: At, path: &str, answered: bool) -> bool {
        let here = self.of == at.map(|(_, id)| id) && super::export::below(&self.path, &self.name) == path;
        here && self.why != "unknown" && !(answered && self.why == "unread")
    }
}

/// Those of one list that may be shown, in the order they came.
pub(super) fn of(plan: &Plan<'_>, list: List) -> Vec<Kept> {
    let word = |entity: &Entity, field| match value(entity, &field) {
        Some(Value::Code(word) | Value::Text(word)) => Some(word.clone()),
        _ => None,
    };
    let all = plan.record.of_kind(Kind::Passed.number());
    let mut kept: Vec<Kept> = all
        .filter(|(id, _)| plan.is_shown(Kind::Passed, *id))
        .filter(|(_, entity)| word(entity, Passed::LIST).as_deref() == Some(list.word()))
        .filter_map(|(id, entity)| {
            let of = match value(entity, &Passed::OF) {
                Some(Value::Entity(of)) => Some(*of),
                _ => None,
            };
            Some(Kept {
                of,
                path: word(entity, Passed::PATH).unwrap_or_default(),
                name: word(entity, Passed::NAME)?,
                why: word(entity, Passed::WHY)?,
                // Only JSON goes out: what a faulty app wrote here is not that.
                json: word(entity, Passed::JSON).filter(|json| super::raw::is_json(json))?,
                order: (word(entity, Common::POSITION), id),
            })
        })
        .collect();
    kept.sort_by(|a, b| a.order.cmp(&b.order));
    kept
}

/// Those of elements that no list has, by name.
pub(super) fn unknown(all: &[Kept], at: At, path: &str) -> Vec<(String, Json)> {
    let of = at.map(|(_, id)| id);
    let mut named: Vec<(String, Vec<String>)> = Vec::new();
    for kept in all.iter().filter(|kept| kept.why == "unknown" && kept.of == of && kept.path == path) {
        match named.iter_mut().find(|(name, _)| *name == kept.name) {
            Some((_, more)) => more.push(kept.json.clone()),
            None => named.push((kept.name.clone(), vec![kept.json.clone()])),
        }
    }
    // A name that came twice is one list, which is kept as such the next time.
    let joined = |values: Vec<String>| match &values[..] {
        [one] => one.clone(),
        _ => format!("[{}]", values.join(",")),
    };
    named.into_iter().map(|(name, values)| (name, Json::Plain(joined(values)))).collect()
}
