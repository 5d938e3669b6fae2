use std::io::{self, Read, Write};

use hearth_sealed::Secret;
use proptest::prelude::*;

use super::*;

fn words() -> RecoveryWords {
    RecoveryWords::from_entropy(Secret::from_bytes([7; 16]))
}

fn sealed(plain: &[u8]) -> Vec<u8> {
    let mut writer = StreamWriter::new(Vec::new(), &words()).unwrap();
    writer.write_all(plain).unwrap();
    writer.finish().unwrap()
}

fn opened(bytes: &[u8]) -> Result<Vec<u8>, StreamError> {
    opened_within(bytes, u64::MAX)
}

fn opened_within(bytes: &[u8], limit: u64) -> Result<Vec<u8>, StreamError> {
    let mut reader = StreamReader::new(bytes, &words(), limit)?;
    let mut plain = Vec::new();
    while let Some(chunk) = reader.next_chunk()? {
        assert!(!chunk.is_empty() && chunk.len() <= CHUNK_BYTES);
        plain.extend_from_slice(chunk);
    }
    Ok(plain)
}

/// Bytes of which no two chunks are alike.
fn plain(length: usize) -> Vec<u8> {
    (0..length).map(|i| (i ^ (i >> 8) ^ (i >> 16)) as u8).collect()
}

/// A stream's header and its chunks, each with its prefix.
fn taken_apart(bytes: &[u8]) -> (Vec<u8>, Vec<Vec<u8>>) {
    let (header, mut rest) = bytes.split_at(HEADER);
    let mut chunks = Vec::new();
    while !rest.is_empty() {
        let prefix = u32::from_be_bytes(rest[..4].try_into().unwrap());
        let (chunk, more) = rest.split_at(4 + (prefix & !LAST) as usize);
        chunks.push(chunk.to_vec());
        rest = more;
    }
    (header.to_vec(), chunks)
}

/// Three full chunks and a short one.
fn long() -> (Vec<u8>, Vec<Vec<u8>>) {
    taken_apart(&sealed(&plain(3 * CHUNK_BYTES + 5)))
}

fn together(header: &[u8], chunks: &[&Vec<u8>]) -> Vec<u8> {
    chunks.iter().fold(header.to_vec(), |bytes, chunk| [bytes, chunk.to_vec()].concat())
}

macro_rules! assert_refused {
    ($bytes:expr, $error:pat) => {
        let result = opened($bytes.as_ref());
        assert!(matches!(result, Err($error)), "{:?}", result.map(|plain| plain.len()));
    };
}

mod altered;
mod failing_below;
mod limits;
mod whole;
mod words_and_versions;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_is_written_in_whatever_pieces_comes_back(
        pieces in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..40_000), 0..6),
    ) {
        let mut writer = StreamWriter::new(Vec::new(), &words()).unwrap();
        for piece in &pieces {
            writer.write_all(piece).unwrap();
        }
        let bytes = writer.finish().unwrap();
        prop_assert_eq!(opened(&bytes).unwrap(), pieces.concat());
    }

    #[test]
    fn bytes_from_anywhere_are_refused_without_a_panic(
        bytes in prop::collection::vec(any::<u8>(), 0..200),
        like_ours in 0_usize..=HEADER + 4,
    ) {
        let ours = sealed(b"ours");
        prop_assert!(opened(&[&ours[..like_ours], &bytes].concat()).is_err());
    }
}
