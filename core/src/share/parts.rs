//! Something longer than an item of a mailbox holds, in parts: a bundle, a whole plan. What it is is
//! signed and sealed by itself; here it is only cut, and put together again.

use super::mailbox::{Came, MAX_ITEM, MEMBER};
use crate::store::MAX_BUNDLE_BYTES;
use ring::digest::{SHA256, digest};
use std::collections::BTreeMap;

const BEGINS: &[u8] = b"HRTHPART\x01";
const HEAD: usize = BEGINS.len() + 32 + 2 + 2;
/// Most bytes of a part.
const PART: usize = MAX_ITEM - HEAD - 1024;
/// Most senders of whom a bundle is half here at once.
const SENDERS: usize = 16;

/// One part of something longer.
pub struct Part<'a> {
    /// The hash of the whole.
    pub hash: [u8; 32],
    /// Which part, from 0.
    pub index: usize,
    /// Of how many.
    pub count: usize,
    /// It.
    pub bytes: &'a [u8],
}

impl<'a> Part<'a> {
    /// Reads an item that is a part; none if it is something else.
    pub fn read(item: &'a [u8]) -> Option<Self> {
        let rest = item.strip_prefix(BEGINS)?;
        let (hash, rest) = rest.split_first_chunk::<32>()?;
        let (index, rest) = rest.split_first_chunk::<2>()?;
        let (count, bytes) = rest.split_first_chunk::<2>()?;
        let (index, count) =
            (usize::from(u16::from_be_bytes(*index)), usize::from(u16::from_be_bytes(*count)));
        let fits = index < count && count <= MAX_BUNDLE_BYTES.div_ceil(PART) && bytes.len() <= PART;
        fits.then_some(Self { hash: *hash, index, count, bytes })
    }
}

/// Something long, in parts that an item holds, and its hash; none if it is longer than a bundle may be.
pub fn cut(whole: &[u8]) -> Option<([u8; 32], Vec<Vec<u8>>)> {
    if whole.len() > MAX_BUNDLE_BYTES {
        return None;
    }
    let hash = hash_of(whole);
    let count = u16::try_from(whole.len().div_ceil(PART)).ok()?;
    let part = |(index, bytes): (usize, &[u8])| {
        let index = u16::try_from(index).unwrap_or(u16::MAX).to_be_bytes();
        [BEGINS, hash.as_slice(), &index, &count.to_be_bytes(), bytes].concat()
    };
    Some((hash, whole.chunks(PART).enumerate().map(part).collect()))
}

/// SHA-256.
pub fn hash_of(bytes: &[u8]) -> [u8; 32] {
    let mut out = [0; 32];
    let sum = digest(&SHA256, bytes);
    out.iter_mut().zip(sum.as_ref()).for_each(|(to, from)| *to = *from);
    out
}

struct Half {
    first: i64,
    hash: [u8; 32],
    next: usize,
    bytes: Vec<u8>,
}

/// Bundles of which a part is here.
#[derive(Default)]
pub struct Parts {
    open: BTreeMap<[u8; MEMBER], Half>,
}

impl Parts {
    /// The number of the first item that is still needed.
    pub fn first(&self) -> Option<i64> {
        self.open.values().map(|half| half.first).min()
    }

    /// Takes a part; the whole, once it is here. What does not follow on the part before is as if it
    /// had never come: everything is sent again when the phones next compare how far they are.
    pub fn take(&mut self, item: &Came) -> Option<Vec<u8>> {
        let Some(part) = Part::read(&item.body) else {
            self.open.remove(&item.from);
            return None;
        };
        if part.index == 0 && (self.open.len() < SENDERS || self.open.contains_key(&item.from)) {
            let half = Half { first: item.seq, hash: part.hash, next: 0, bytes: Vec::new() };
            self.open.insert(item.from, half);
        }
        let half = self.open.get_mut(&item.from)?;
        let follows = half.hash == part.hash && half.next == part.index;
        if !follows || half.bytes.len() + part.bytes.len() > MAX_BUNDLE_BYTES {
            self.open.remove(&item.from);
            return None;
        }
        half.bytes.extend_from_slice(part.bytes);
        half.next += 1;
        if half.next < part.count {
            return None;
        }
        let whole = self.open.remove(&item.from)?;
        (hash_of(&whole.bytes) == whole.hash).then_some(whole.bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::share::mailbox::Sort;

    fn item(seq: i64, from: u8, body: Vec<u8>) -> Came {
        Came { seq, sort: Sort::Bundle, from: [from; MEMBER], body }
    }

    #[test]
    fn something_long_comes_whole_in_its_parts_whoever_else_sends_between() {
        let long = |byte: u8| vec![byte; 2 * PART + 5];
        let (_, ours) = cut(&long(1)).unwrap();
        let (_, theirs) = cut(&long(2)).unwrap();
        assert!(ours.len() == 3 && ours.iter().all(|part| part.len() <= MAX_ITEM));
        let mut parts = Parts::default();
        let mut whole = Vec::new();
        for (seq, (one, two)) in ours.into_iter().zip(theirs).enumerate() {
            let seq = 10 + 2 * seq as i64;
            whole.extend(parts.take(&item(seq, 1, one)));
            assert_eq!(parts.first(), Some(if seq < 14 { 10 } else { 11 }));
            whole.extend(parts.take(&item(seq + 1, 2, two)));
        }
        assert_eq!(whole, [long(1), long(2)]);
        assert_eq!(parts.first(), None);
    }

    #[test]
    fn parts_that_are_lost_changed_or_out_of_order_make_no_whole() {
        let (_, parts) = cut(&vec![1; 2 * PART]).unwrap();
        let whole_of = |order: &[usize]| {
            let mut all = Parts::default();
            order.iter().filter_map(|at| all.take(&item(1 + *at as i64, 1, parts[*at].clone()))).count()
        };
        assert_eq!(whole_of(&[0, 1]), 1);
        assert_eq!(whole_of(&[1]) + whole_of(&[0, 0]) + whole_of(&[1, 0]), 0);
        assert_eq!(whole_of(&[1, 0, 1]), 1);
        let mut all = Parts::default();
        let mut changed = parts[1].clone();
        changed[HEAD] ^= 1;
        assert!(all.take(&item(1, 1, parts[0].clone())).is_none());
        assert!(all.take(&item(2, 1, changed)).is_none());
        assert!(Part::read(b"HRTHPART\x01short").is_none() && Part::read(b"").is_none());
    }

    proptest::proptest! {
        #[test]
        fn no_bytes_make_it_panic(bytes: Vec<u8>) {
            let begun = [BEGINS, &bytes].concat();
            for body in [bytes, begun] {
                let _ = Parts::default().take(&item(1, 1, body));
            }
        }
    }
}
