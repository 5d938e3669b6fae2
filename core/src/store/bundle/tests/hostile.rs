//! Bytes that no phone of this plan made, or that were changed on the way.

use super::*;
use proptest::prelude::*;

/// A phone that holds something, and a small bundle of another one.
fn small() -> (Plan, Ledger, Ledger, Vec<u8>) {
    let (plan, mut one, mut two) = two_phones();
    write(&mut one, 1, "Walk to the bridge");
    write(&mut two, 2, "Sleep through the night");
    let bytes = one.make_bundle(None, NOW).unwrap();
    (plan, one, two, bytes)
}

/// A bundle's parts: all before the chunks, and each chunk with its length.
fn parts(bytes: &[u8]) -> (Vec<u8>, Vec<Vec<u8>>) {
    let signed = &bytes[..bytes.len() - 64];
    let sized = |at: usize| u32::from_be_bytes(signed[at..at + 4].try_into().unwrap()) as usize;
    let mut at = 57 + 4 + sized(57);
    let head = signed[..at].to_vec();
    let mut chunks = Vec::new();
    while at < signed.len() {
        let end = at + 4 + sized(at);
        chunks.push(signed[at..end].to_vec());
        at = end;
    }
    (head, chunks)
}

#[test]
fn a_bundle_cut_short_anywhere_is_refused_and_changes_nothing() {
    let (_plan, _one, mut two, bytes) = small();
    let before = disk(&two);
    for length in 0..bytes.len() {
        let cut = take(&mut two, &bytes[..length]);
        assert!(cut.is_err(), "{length}");
        let other = [&bytes[..length], &[bytes[length] ^ 1]].concat();
        assert!(take(&mut two, &other).is_err(), "{length} and another byte");
    }
    assert_eq!(disk(&two), before);
    take(&mut two, &bytes).unwrap();
}

#[test]
fn every_changed_byte_is_refused_and_changes_nothing() {
    let (_plan, _one, mut two, bytes) = small();
    let before = disk(&two);
    for at in 0..bytes.len() {
        let mut changed = bytes.clone();
        changed[at] ^= 0x55;
        let error = take(&mut two, &changed).unwrap_err();
        match at {
            0..8 => assert!(matches!(error, BundleError::NotABundle), "{at}"),
            8 => assert!(matches!(error, BundleError::NewerVersion)),
            _ => assert!(matches!(error, BundleError::Signature), "{at}"),
        }
    }
    assert_eq!(disk(&two), before);
}

#[test]
fn every_flipped_bit_of_the_signature_is_refused() {
    let (_plan, _one, mut two, bytes) = small();
    for bit in 0..64 * 8 {
        let mut changed = bytes.clone();
        let at = bytes.len() - 64 + bit / 8;
        changed[at] ^= 1 << (bit % 8);
        assert!(matches!(take(&mut two, &changed), Err(BundleError::Signature)), "{bit}");
    }
}

#[test]
fn a_bundle_of_a_newer_form_is_told_as_that_and_kept_out() {
    let (_plan, _one, mut two, mut bytes) = small();
    let before = disk(&two);
    for format in [2, 3, 255] {
        bytes[8] = format;
        assert!(matches!(take(&mut two, &bytes), Err(BundleError::NewerVersion)));
    }
    bytes[8] = 0;
    assert!(matches!(take(&mut two, &bytes), Err(BundleError::NotABundle)));
    assert_eq!(disk(&two), before);
}

#[test]
fn what_a_newer_app_adds_to_the_header_is_passed_over() {
    let header = Header { sequence: 3, previous: Some([2; 32]), ..first_header(4) };
    let mut plain = header.to_bytes();
    plain[0] += 2;
    plain.extend_from_slice(&[0x82, 1, 2, 0xf5]);
    assert_eq!(Header::read(&plain), Some(header));
}

#[test]
fn a_header_that_contradicts_itself_is_refused() {
    let keys = Plan::new().keys;
    for header in [
        Header { sequence: 0, ..first_header(0) },
        Header { sequence: 2, ..first_header(0) },
        Header { previous: Some([1; 32]), ..first_header(0) },
        Header { base: 1001, ..first_header(0) },
    ] {
        let bytes = crafted(&keys, &header, &[]);
        let read = Signed::read(&bytes).unwrap().header(&keys);
        assert!(matches!(read, Err(BundleError::Damaged)), "{header:?}");
    }
}

#[test]
fn more_ops_than_a_bundle_may_have_are_refused_before_any_is_read() {
    let keys = Plan::new().keys;
    let bytes = crafted(&keys, &first_header(MAX_BUNDLE_OPS + 1), &[]);
    let read = Signed::read(&bytes).unwrap().header(&keys);
    assert!(matches!(read, Err(BundleError::TooLarge)));
}

#[test]
fn more_bytes_than_a_bundle_may_have_are_refused_before_any_is_read() {
    let (_plan, _one, mut two, bytes) = small();
    let mut large = bytes;
    large.resize(MAX_BUNDLE_BYTES + 1, 0);
    assert!(matches!(take(&mut two, &large), Err(BundleError::TooLarge)));
    large.truncate(MAX_BUNDLE_BYTES);
    assert!(matches!(take(&mut two, &large), Err(BundleError::Signature)));
}

#[test]
fn a_bundle_that_holds_another_number_of_ops_than_it_says_is_refused() {
    let (_plan, mut one, mut two) = two_phones();
    write(&mut one, 1, "Walk to the bridge");
    let ops = one.history(slot(1)).unwrap().0;
    let before = disk(&two);
    for count in [0, 2, 200_000] {
        let bytes = crafted(one.store().keys(), &first_header(count), &ops);
        assert!(matches!(take(&mut two, &bytes), Err(BundleError::Damaged)), "{count}");
    }
    assert_eq!(disk(&two), before);
}

/// Long words that do not compress, so that they fill several chunks.
fn long(n: u64) -> String {
    let mut x = n | 1;
    let mut next = || {
        x = x.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        char::from(b' ' + (x >> 33) as u8 % 90)
    };
    (0..60_000).map(|_| next()).collect()
}

#[test]
fn chunks_swapped_doubled_or_left_out_are_refused_even_when_signed_again() {
    let (_plan, mut one, mut two) = two_phones();
    for n in 0..12 {
        write(&mut one, n, &long(n.into()));
    }
    let (_, others) = parts(&one.make_bundle(None, NOW).unwrap());
    let bytes = one.make_bundle(None, NOW).unwrap();
    let (head, chunks) = parts(&bytes);
    assert!(chunks.len() >= 3);
    let put = |order: &[usize]| {
        let mut signed = head.clone();
        order.iter().for_each(|at| signed.extend_from_slice(&chunks[*at]));
        sign_again(signed, one.store().keys())
    };
    let last = chunks.len() - 1;
    let whole: Vec<usize> = (0..=last).collect();
    let before = disk(&two);
    let with = |change: &dyn Fn(&mut Vec<usize>)| {
        let mut order = whole.clone();
        change(&mut order);
        put(&order)
    };
    for changed in [
        with(&|order| order.swap(0, 1)),
        with(&|order| order.swap(0, last)),
        with(&|order| order.insert(0, 0)),
        with(&|order| order.push(last)),
        with(&|order| order.truncate(last)),
        with(&|order| order[..].rotate_left(1)),
        with(&|order| *order = order[1..].to_vec()),
        with(&Vec::clear),
    ] {
        assert!(matches!(take(&mut two, &changed), Err(BundleError::Damaged)));
    }
    // A chunk of another bundle of the same phone is not one of this.
    let mut signed = head.clone();
    signed.extend_from_slice(&others[0]);
    chunks[1..].iter().for_each(|chunk| signed.extend_from_slice(chunk));
    let mixed = sign_again(signed, one.store().keys());
    assert!(matches!(take(&mut two, &mixed), Err(BundleError::Damaged)));
    assert_eq!(disk(&two), before);
    assert_eq!(put(&whole), bytes);
    take(&mut two, &bytes).unwrap();
    assert_eq!(all(&mut one), all(&mut two));
}

#[test]
fn a_chunk_that_unpacks_to_more_than_it_may_is_refused() {
    let (_plan, mut one, mut two) = two_phones();
    write(&mut one, 1, &"long ".repeat(1000));
    let op = one.history(slot(1)).unwrap().0.remove(0);
    let ops = |count: u64| {
        let numbered = (1..=count).map(|n| Op { id: OpId::of_device(op.device, n), ..op.clone() });
        numbered.flat_map(|op| op.to_bytes()).collect::<Vec<u8>>()
    };
    let keys = one.store().keys();
    let in_one_chunk = |count: u64| {
        let (head, _) = parts(&crafted(keys, &first_header(count as usize), &[]));
        let squeezed = zstd::bulk::compress(&ops(count), 1).unwrap();
        assert!(squeezed.len() < 64 * 1024);
        let sealed = keys.bundles().seal(&form::chunk_aad(&sha256(&head), 0, true), &squeezed).unwrap();
        let length = u32::try_from(sealed.len()).unwrap().to_be_bytes();
        sign_again([head, length.to_vec(), sealed].concat(), keys)
    };
    let most = 256 * 1024 / op.to_bytes().len() as u64;
    for count in [most + 1, 4000] {
        let refused = take(&mut two, &in_one_chunk(count));
        assert!(matches!(refused, Err(BundleError::Damaged)), "{count}");
    }
    assert_eq!(new_of(&take(&mut two, &in_one_chunk(most)).unwrap()), (most as usize, false));
}

#[test]
fn a_header_moved_to_another_phones_bundle_does_not_open() {
    let (_plan, one, two) = two_phones();
    let bytes = crafted(one.store().keys(), &first_header(0), &[]);
    let (own, _) = parts(&crafted(two.store().keys(), &first_header(0), &[]));
    let moved = [&own[..57], &bytes[57..bytes.len() - 64]].concat();
    let moved = sign_again(moved, two.store().keys());
    let read = Signed::read(&moved).unwrap().header(one.store().keys());
    assert!(matches!(read, Err(BundleError::OldKeys)));
}

#[test]
fn an_op_larger_than_an_op_may_be_is_refused() {
    let (_plan, mut one, mut two) = two_phones();
    write(&mut one, 1, "words");
    let mut op = one.history(slot(1)).unwrap().0.remove(0);
    op.act = Act::Write(Value::Text("x".repeat(200 * 1024)));
    let bytes = crafted(one.store().keys(), &first_header(1), &[op]);
    assert!(matches!(take(&mut two, &bytes), Err(BundleError::Damaged)));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_make_reading_panic(bytes in prop::collection::vec(any::<u8>(), 0..400), how in 0..5_u8) {
        let keys = &KEYS;
        let (head, chunks) = parts(&crafted(keys, &first_header(0), &[]));
        prop_assert!(chunks.is_empty());
        // As they come; behind a true beginning; and with a true signature, so
        // that the parts behind it are reached.
        let crafted = match how {
            0 => bytes,
            1 => [&head[..9], &bytes].concat(),
            2 => sign_again([&head[..41], &bytes].concat(), keys),
            3 => sign_again([&head[..57], &bytes].concat(), keys),
            _ => sign_again([&head[..], &bytes].concat(), keys),
        };
        if let Ok(bundle) = Signed::read(&crafted)
            && let Ok(header) = bundle.header(keys)
        {
            let _ = bundle.ops(keys, &header);
        }
    }

    #[test]
    fn no_opened_header_or_chunk_makes_reading_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = Header::read(&bytes);
        let _ = form::read_ops(&bytes, 10, &mut Vec::new());
    }
}

static KEYS: std::sync::LazyLock<Keys> = std::sync::LazyLock::new(|| Plan::new().keys);
