//! Streams larger than was asked for.

use super::*;

#[test]
fn what_holds_more_than_was_asked_for_is_refused() {
    let length = 2 * CHUNK_BYTES + 10;
    let bytes = sealed(&plain(length));
    assert_eq!(opened_within(&bytes, length as u64).unwrap().len(), length);
    for limit in [0, 10, CHUNK_BYTES as u64, length as u64 - 1] {
        let result = opened_within(&bytes, limit);
        assert!(matches!(result, Err(StreamError::TooLarge { limit: told }) if told == limit));
    }
    assert_eq!(opened_within(&sealed(b""), 0).unwrap(), b"");
}

#[test]
fn a_chunk_holds_sixty_four_kibibytes_in_every_version() {
    assert_eq!(CHUNK_BYTES, 65_536);
}
