//! Streams that are as they were written.

use super::*;

#[test]
fn a_stream_of_any_length_comes_back() {
    for length in [0, 1, 100, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 3 * CHUNK_BYTES] {
        let bytes = sealed(&plain(length));
        assert_eq!(opened(&bytes).unwrap(), plain(length));
        let (_, chunks) = taken_apart(&bytes);
        assert_eq!(chunks.len(), length.div_ceil(CHUNK_BYTES).max(1));
        assert_eq!(bytes.len(), HEADER + length + chunks.len() * (4 + OVERHEAD));
    }
}

#[test]
fn a_stream_says_what_it_is_and_nothing_of_what_is_inside() {
    let bytes = sealed(b"I would like to stay at home");
    assert!(bytes.starts_with(b"HEARTHBK\x01"));
    assert!(!bytes.windows(4).any(|part| part == b"home"));
}

#[test]
fn two_streams_of_the_same_share_no_key() {
    let (one, one_chunks) = taken_apart(&sealed(b"the same"));
    let (two, two_chunks) = taken_apart(&sealed(b"the same"));
    assert_ne!(one[9..], two[9..]);
    assert_ne!(one_chunks, two_chunks);
    assert_refused!(together(&one, &[&two_chunks[0]]), StreamError::Altered);
}

#[test]
fn what_reads_from_a_reader_gets_the_same_and_then_nothing_for_ever() {
    let whole = plain(2 * CHUNK_BYTES);
    let bytes = sealed(&whole);
    let mut reader = StreamReader::new(bytes.as_slice(), &words(), u64::MAX).unwrap();
    let mut read = Vec::new();
    assert_eq!(reader.read(&mut []).unwrap(), 0);
    reader.by_ref().take(1000).read_to_end(&mut read).unwrap();
    reader.read_to_end(&mut read).unwrap();
    assert_eq!(read, whole);
    for _ in 0..3 {
        assert_eq!(reader.read(&mut [0; 9]).unwrap(), 0);
        assert!(reader.next_chunk().unwrap().is_none());
    }
}

#[test]
fn one_chunk_and_no_more_is_read_ahead() {
    let bytes = sealed(&plain(3 * CHUNK_BYTES));
    let mut rest = bytes.as_slice();
    let mut reader = StreamReader::new(&mut rest, &words(), u64::MAX).unwrap();
    reader.next_chunk().unwrap();
    drop(reader);
    assert_eq!(bytes.len() - rest.len(), HEADER + 4 + SEALED_CHUNK);
}

#[test]
fn a_slow_interrupted_file_reads_the_same() {
    struct Slow<'a>(&'a [u8], bool);
    impl Read for Slow<'_> {
        fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
            self.1 = !self.1;
            if self.1 {
                return Err(io::ErrorKind::Interrupted.into());
            }
            let most = out.len().min(7);
            self.0.read(&mut out[..most])
        }
    }
    let bytes = sealed(&plain(CHUNK_BYTES + 9));
    let mut reader = StreamReader::new(Slow(&bytes, false), &words(), u64::MAX).unwrap();
    let mut read = Vec::new();
    reader.read_to_end(&mut read).unwrap();
    assert_eq!(read, plain(CHUNK_BYTES + 9));
}
