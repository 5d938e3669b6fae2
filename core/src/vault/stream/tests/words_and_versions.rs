//! Other words, newer versions, other files.

use super::*;

#[test]
fn other_words_are_told_from_damage() {
    let bytes = sealed(b"words");
    let other = RecoveryWords::new().unwrap();
    let result = StreamReader::new(bytes.as_slice(), &other, u64::MAX).map(drop);
    assert!(matches!(result, Err(StreamError::WrongWords)));
}

#[test]
fn a_newer_version_is_told_however_long_it_is() {
    let mut bytes = sealed(b"words");
    bytes[8] = 2;
    assert_refused!(bytes, StreamError::NewerVersion(2));
    assert_refused!(bytes[..9], StreamError::NewerVersion(2));
    bytes[8] = 0;
    assert_refused!(bytes, StreamError::Altered);
}

#[test]
fn another_file_is_no_backup() {
    assert_refused!([], StreamError::NotABackup);
    assert_refused!(b"SQLite format 3\0", StreamError::NotABackup);
    assert_refused!(b"HEARTHBA\x01", StreamError::NotABackup);
}
