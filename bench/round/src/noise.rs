//! Bytes that do not compress, and rows made of them: what a sealed store's
//! rows look like to a store that cannot read them.

use hearth_workload::Edit;

/// What sealing adds to a text, in bytes: the envelope (version 1, key id 4,
/// nonce 12, tag 16) and what is sealed beside the words (entity and field, 17).
pub const SEALING: usize = 33 + 17;

/// A row of the size of a sealed value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The 16-byte keyed tag that finds it.
    pub tag: Vec<u8>,
    /// The edit's text and [`SEALING`] long, and nothing like it.
    pub value: Vec<u8>,
}

/// One row an edit. What another device wrote shares no tag with P20's own.
pub fn sealed_rows(edits: impl Iterator<Item = Edit>) -> Vec<Row> {
    (edits.zip(0_u64..))
        .map(|(edit, n)| {
            let seed = (n * 8 + u64::from(edit.device)) * 2;
            Row { tag: noise(seed, 16), value: noise(seed + 1, edit.text.len() + SEALING) }
        })
        .collect()
}

/// `length` bytes that this seed decides, by splitmix64.
pub fn noise(seed: u64, length: usize) -> Vec<u8> {
    let mut state = seed.wrapping_mul(0xd134_2543_de82_ef95);
    let mut out = Vec::with_capacity(length + 8);
    while out.len() < length {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        out.extend((z ^ (z >> 31)).to_le_bytes());
    }
    out.truncate(length);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn noise_has_the_length_asked_for_and_differs_by_seed() {
        assert_eq!(noise(1, 0).len(), 0);
        assert_eq!(noise(1, 13).len(), 13);
        assert_ne!(noise(1, 16), noise(2, 16));
    }

    #[test]
    fn rows_are_as_long_as_sealed_edits_and_no_two_share_a_tag() {
        let mut rows = sealed_rows(hearth_workload::after(1, 1_000));
        let longer = (rows.iter().zip(hearth_workload::after(1, 1_000)))
            .all(|(row, edit)| row.value.len() == edit.text.len() + SEALING);
        assert!(longer);
        rows.extend(sealed_rows(hearth_workload::P20::new(1)));
        let tags: std::collections::BTreeSet<_> = rows.iter().map(|row| &row.tag).collect();
        assert_eq!(tags.len(), rows.len());
    }
}
