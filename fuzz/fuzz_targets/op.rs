//! Arbitrary bytes as an op; and an op that was read is written as the same op.
#![no_main]

use hearth_core::record::{Op, Past, Record};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let mut record = Record::default();
    let mut rest = bytes;
    while let Ok((op, used)) = Op::read(rest) {
        assert_eq!(Op::from_bytes(&op.to_bytes()).as_ref(), Ok(&op));
        record.apply(op, &Past::default());
        rest = rest.get(used..).unwrap_or_default();
        if rest.is_empty() {
            break;
        }
    }
});
