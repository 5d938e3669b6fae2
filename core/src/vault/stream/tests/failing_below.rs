//! Files that fail under a stream.

use super::*;

/// Takes so many bytes, then fails once, then takes all.
struct Failing {
    taken: Vec<u8>,
    takes: usize,
}

impl Write for &mut Failing {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if bytes.len() > self.takes {
            let takes = std::mem::replace(&mut self.takes, usize::MAX);
            self.taken.extend_from_slice(&bytes[..takes]);
            return Err(io::ErrorKind::StorageFull.into());
        }
        self.takes -= bytes.len();
        self.taken.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_writer_that_was_not_finished_leaves_what_reads_as_cut_short() {
    for length in [0, 5, CHUNK_BYTES, 2 * CHUNK_BYTES + 5] {
        let mut bytes = Vec::new();
        let mut writer = StreamWriter::new(&mut bytes, &words()).unwrap();
        writer.write_all(&plain(length)).unwrap();
        writer.flush().unwrap();
        drop(writer);
        assert_refused!(bytes, StreamError::Truncated);
    }
}

#[test]
fn after_a_failed_write_nothing_more_is_written_and_the_end_never() {
    let whole = plain(3 * CHUNK_BYTES);
    let chunk = 4 + SEALED_CHUNK;
    for takes in [HEADER, HEADER + 3, HEADER + 4, HEADER + chunk, HEADER + chunk + 900] {
        let mut below = Failing { taken: Vec::new(), takes };
        let mut writer = StreamWriter::new(&mut below, &words()).unwrap();
        let error = writer.write_all(&whole).unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::StorageFull);
        let error = writer.write(b"more").unwrap_err();
        let inner = error.get_ref().and_then(|inner| inner.downcast_ref());
        assert!(matches!(inner, Some(StreamError::Broken)));
        assert!(matches!(writer.finish(), Err(StreamError::Broken)));
        assert_eq!(below.taken.len(), takes);
        assert_refused!(below.taken, StreamError::Truncated);
    }
}

#[test]
fn a_header_that_cannot_be_written_is_told() {
    let mut below = Failing { taken: Vec::new(), takes: 3 };
    let result = StreamWriter::new(&mut below, &words()).map(drop);
    assert!(matches!(result, Err(StreamError::Io(_))));
}

#[test]
fn a_file_that_fails_is_not_told_as_damage() {
    struct Unreadable;
    impl Read for Unreadable {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::ErrorKind::PermissionDenied.into())
        }
    }
    let bytes = sealed(&plain(CHUNK_BYTES + 1));
    for length in [0, 4, 20, HEADER, HEADER + 4, HEADER + 4 + SEALED_CHUNK] {
        let below = bytes[..length].chain(Unreadable);
        let mut read = Vec::new();
        let error = match StreamReader::new(below, &words(), u64::MAX) {
            Err(StreamError::Io(error)) => error,
            Err(other) => panic!("{other}"),
            Ok(mut reader) => reader.read_to_end(&mut read).unwrap_err(),
        };
        assert_eq!(error.kind(), io::ErrorKind::PermissionDenied, "after {length}");
    }
}

/// Says so when it is flushed.
struct Flushed(bool);

impl Write for &mut Flushed {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0 = true;
        Ok(())
    }
}

#[test]
fn flushing_flushes_what_is_below() {
    let mut below = Flushed(false);
    StreamWriter::new(&mut below, &words()).unwrap().flush().unwrap();
    assert!(below.0);
}
