//! A row of `op`: one op, sealed singly, bound to its field and its place.

use super::StoreError;
use crate::record::{Op, Slot};
use crate::vault::Keys;

/// One kept op with its log number: the order in which this store got its ops.
/// Log numbers only grow and are never used again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its log number.
    pub log: u64,
    /// The op.
    pub op: Op,
}

/// The keyed tag by which a field is looked up: it says nothing without the key.
pub(super) fn slot_tag(keys: &Keys, slot: Slot) -> [u8; 16] {
    keys.tag(&[b"slot", &slot.entity.0, &slot.kind.to_be_bytes(), &slot.field.to_be_bytes()])
}

/// What a sealed row is bound to: this format, this table, the field, its place.
/// The key and envelope version are bound by the envelope; the op by its place,
/// which is never used again.
fn bound_to(tag: &[u8], log: u64) -> [u8; 32] {
    let mut aad = [0; 32];
    aad[..8].copy_from_slice(b"op row 1");
    for (to, from) in aad[8..24].iter_mut().zip(tag) {
        *to = *from;
    }
    aad[24..].copy_from_slice(&log.to_be_bytes());
    aad
}

/// Seals an op as a row. One that no phone could read again is refused here,
/// before anything is on the disk.
pub(super) fn seal_row(keys: &Keys, tag: &[u8; 16], log: u64, op: &Op) -> Result<Vec<u8>, StoreError> {
    let bytes = op.to_readable_bytes().map_err(|_| StoreError::TooLarge)?;
    Ok(keys.rows().seal(&bound_to(tag, log), &bytes)?)
}

/// Opens a row into `buffer`, which is used again for the next.
pub(super) fn open_row(
    keys: &Keys,
    tag: &[u8],
    log: u64,
    sealed: &[u8],
    buffer: &mut Vec<u8>,
) -> Result<Op, StoreError> {
    if tag.len() != 16 {
        return Err(StoreError::Damaged);
    }
    Ok(Op::from_bytes(keys.rows().open_into(&bound_to(tag, log), sealed, buffer)?)?)
}

/// What a sealed row of `chain` is bound to: its place in that table. It is
/// sealed with the keys' `meta`.
pub(super) fn chain_bound_to(id: u64) -> [u8; 16] {
    let mut aad = [0; 16];
    aad[..8].copy_from_slice(b"chain  1");
    aad[8..].copy_from_slice(&id.to_be_bytes());
    aad
}

/// What a sealed row of `sync` is bound to: its tag and its place there. It is
/// sealed with the keys' `meta`.
pub(super) fn sync_bound_to(tag: &[u8], id: u64) -> [u8; 32] {
    let mut aad = bound_to(tag, id);
    aad[..8].copy_from_slice(b"sync   1");
    aad
}
