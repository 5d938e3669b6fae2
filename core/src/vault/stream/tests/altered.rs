//! Streams that somebody or something altered.

use super::*;

/// The frozen form of the chunks after the first; a whole stream of two would
/// be 64 KiB of hex.
#[test]
fn a_second_chunk_of_the_first_version_still_opens_in_its_place_only() {
    let vector = crate::vault::vectors::Vector::stream();
    let salt = vector.bytes("salt").try_into().unwrap();
    let keys = StreamKeys::new(&vector.words(), &salt);
    for (name, last) in [("second and last chunk", true), ("second chunk, more to follow", false)] {
        let chunk = vector.bytes(name);
        let (prefix, sealed) = chunk.split_at(4);
        let length = sealed.len() as u32 | if last { LAST } else { 0 };
        assert_eq!(prefix, length.to_be_bytes());
        let opened = keys.chunks.open(&chunk_aad(1, last), sealed).unwrap();
        assert_eq!(opened.as_slice(), vector.bytes("plain"));
        assert!(keys.chunks.open(&chunk_aad(1, !last), sealed).is_err());
        assert!(keys.chunks.open(&chunk_aad(0, last), sealed).is_err());
    }
}

#[test]
fn every_flipped_bit_is_refused() {
    let bytes = sealed(b"two puffs, as we agreed");
    const PREFIX_END: usize = HEADER + 4;
    for bit in 0..bytes.len() * 8 {
        let mut altered = bytes.clone();
        altered[bit / 8] ^= 1 << (bit % 8);
        let error = opened(&altered).expect_err("a flipped bit was not noticed");
        match bit / 8 {
            0..8 => assert!(matches!(error, StreamError::NotABackup)),
            8 if altered[8] > 1 => assert!(matches!(error, StreamError::NewerVersion(_))),
            // A length may promise more than there is.
            HEADER..PREFIX_END => {
                assert!(matches!(error, StreamError::Altered | StreamError::Truncated))
            }
            _ => assert!(matches!(error, StreamError::Altered), "bit {bit}: {error}"),
        }
    }
}

#[test]
fn every_truncation_is_told_as_one() {
    let bytes = sealed(b"a short line");
    for length in 1..bytes.len() {
        assert_refused!(bytes[..length], StreamError::Truncated);
    }
    let bytes = sealed(&plain(2 * CHUNK_BYTES + 1));
    let boundary = HEADER + 4 + SEALED_CHUNK;
    for length in [boundary - 1, boundary, boundary + 1, boundary + 4 + SEALED_CHUNK] {
        assert_refused!(bytes[..length], StreamError::Truncated);
    }
}

#[test]
fn a_dropped_moved_or_doubled_chunk_is_refused() {
    let (header, chunks) = long();
    let [one, two, three, last] = chunks.as_slice() else { panic!("four chunks") };
    assert!(opened(&together(&header, &[one, two, three, last])).is_ok());
    for altered in [
        vec![two, three, last],
        vec![one, three, last],
        vec![one, two, last],
        vec![last],
        vec![two, one, three, last],
        vec![one, three, two, last],
        vec![one, one, two, three, last],
        vec![one, two, three, three, last],
    ] {
        assert_refused!(together(&header, &altered), StreamError::Altered);
    }
    assert_refused!(together(&header, &[one, two, three]), StreamError::Truncated);
}

#[test]
fn anything_after_the_end_is_refused() {
    let (header, chunks) = long();
    let [one, two, three, last] = chunks.as_slice() else { panic!("four chunks") };
    for after in [&vec![0], last, one] {
        let bytes = together(&header, &[one, two, three, last, after]);
        assert_refused!(bytes, StreamError::Trailing);
    }
}

#[test]
fn the_end_can_be_neither_moved_forward_nor_taken_away() {
    let (header, mut chunks) = taken_apart(&sealed(&plain(2 * CHUNK_BYTES)));
    // Said to be the last, though it is not.
    let mut first = chunks[0].clone();
    first[0] |= 0x80;
    assert_refused!(together(&header, &[&first]), StreamError::Altered);
    // Said not to be the last, though it is.
    chunks[1][0] &= 0x7f;
    assert_refused!(together(&header, &[&chunks[0], &chunks[1]]), StreamError::Altered);
}

#[test]
fn a_chunk_that_is_not_full_is_the_last_even_from_one_who_has_the_words() {
    let salt = [1; SALT];
    let keys = StreamKeys::new(&words(), &salt);
    let chunk = |number, last: bool, plain: &[u8]| {
        let sealed = keys.chunks.seal(&chunk_aad(number, last), plain).unwrap();
        let prefix = sealed.len() as u32 | if last { LAST } else { 0 };
        [prefix.to_be_bytes().as_slice(), &sealed].concat()
    };
    let header = header(&salt, &keys.check);
    let full = plain(CHUNK_BYTES);
    let after_a_full_one = [&chunk(0, false, &full), &chunk(1, true, b"end")];
    assert!(opened(&together(&header, &after_a_full_one)).is_ok());
    for short in [&full[..0], &full[..CHUNK_BYTES - 1]] {
        let after_a_short_one = [&chunk(0, false, short), &chunk(1, true, b"end")];
        assert_refused!(together(&header, &after_a_short_one), StreamError::Altered);
    }
    let too_full = chunk(0, true, &plain(CHUNK_BYTES + 1));
    assert_refused!(together(&header, &[&too_full]), StreamError::Altered);
}

#[test]
fn a_length_that_promises_gigabytes_is_refused_before_any_are_set_aside() {
    let (header, _) = long();
    for prefix in [u32::MAX, LAST - 1, SEALED_CHUNK as u32 + 1, LAST, LAST | 32] {
        let bytes = [header.as_slice(), &prefix.to_be_bytes()].concat();
        assert_refused!(bytes, StreamError::Altered);
    }
}

#[test]
fn a_stream_once_refused_stays_refused() {
    let (header, chunks) = long();
    let bytes = together(&header, &[&chunks[1], &chunks[0], &chunks[1]]);
    let mut reader = StreamReader::new(bytes.as_slice(), &words(), u64::MAX).unwrap();
    for _ in 0..3 {
        assert!(matches!(reader.next_chunk(), Err(StreamError::Altered)));
        let error = reader.read(&mut [0; 9]).unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::InvalidData);
        let inner = error.get_ref().and_then(|inner| inner.downcast_ref());
        assert!(matches!(inner, Some(StreamError::Altered)));
    }
}
