//! Ops that came, before they are sorted in: field by field, and each once.

use super::{MergeError, OnConflict};
use crate::record::{Op, OpId, Slot, Value};
use std::collections::HashMap;

/// The ops field by field, as they come within each; and how many each field has.
pub(super) fn by_field(mut ops: Vec<Op>) -> (Vec<Op>, Vec<(Slot, usize)>) {
    // As bundles have them. An op is large: sorting moves megabytes.
    if !ops.is_sorted_by_key(|op| op.slot) {
        ops.sort_by_key(|op| op.slot);
    }
    let fields = ops.chunk_by(|a, b| a.slot == b.slot);
    let fields = fields.filter_map(|of_one| of_one.first().map(|op| (op.slot, of_one.len()))).collect();
    (ops, fields)
}

/// Leaves one of each that comes more than once, and says how many went.
pub(super) fn without_doubles(ops: Vec<Op>, on_conflict: OnConflict) -> Result<(Vec<Op>, usize), MergeError> {
    let mut ids: Vec<OpId> = ops.iter().map(|op| op.id).collect();
    ids.sort_unstable();
    if ids.array_windows().all(|[one, next]| one != next) {
        return Ok((ops, 0));
    }
    let (before, mut places) = (ops.len(), HashMap::new());
    let mut single: Vec<Op> = Vec::with_capacity(before);
    for op in ops {
        let place = *places.entry(op.id).or_insert(single.len());
        match single.get_mut(place) {
            None => single.push(op),
            Some(first) if is_same(first, &op) => {
                if is_erased(&op) {
                    *first = op;
                }
            }
            Some(_) if on_conflict == OnConflict::Refuse => return Err(MergeError::Conflict(op.id)),
            Some(_) => {}
        }
    }
    let doubles = before - single.len();
    Ok((single, doubles))
}

/// Whether two ops of one name are one op: equal, or one of them erased since.
pub(super) fn is_same(held: &Op, came: &Op) -> bool {
    // What no device numbered is the same by how it was named.
    let is_named_alike = || came.slot == held.slot && came.id.number_by(came.device).is_none();
    let is_erased = || is_erased(held) || is_erased(came);
    held == came || is_named_alike() || (is_erased() && held.clone().erased() == came.clone().erased())
}

pub(super) fn is_erased(op: &Op) -> bool {
    matches!(op.value(), Some(Value::Erased))
}
