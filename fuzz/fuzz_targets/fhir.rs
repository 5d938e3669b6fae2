//! Arbitrary bytes as a FHIR resource: read or refused; where it can be read, each field that it
//! says is taken away and written back, and then it says the same again.
#![no_main]

use hearth_core::fhir::tree::{Limits, Tree};
use hearth_core::fhir::{incoming, order_parts, remove_part, write_links, write_over};
use hearth_core::record::Value;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let _ = Tree::read_within(bytes, Limits::PAGE);
    let Ok(read) = incoming(bytes) else { return };
    for (_, field, value) in &read.fields {
        let Ok(without) = write_over(bytes, &[(*field, Value::Empty)]) else { continue };
        assert!(incoming(&without).is_ok());
        if let Ok(again) = write_over(&without, &[(*field, value.clone())]) {
            let again = incoming(&again).expect("what was written is read");
            assert!(again.fields.iter().any(|(_, f, v)| f == field && v == value), "{}", field.name);
        }
    }
    for link in &read.links {
        if let Ok(none) = write_links(bytes, link.element, &[]) {
            assert!(incoming(&none).is_ok());
        }
    }
    let marks: Vec<&str> = read.parts.iter().rev().map(|part| part.mark.as_str()).collect();
    if let Ok(turned) = order_parts(bytes, &marks) {
        assert_eq!(incoming(&turned).map(|turned| turned.parts.len()), Ok(read.parts.len()));
    }
    if let Some(mark) = marks.first() {
        let _ = remove_part(bytes, mark).map(|gone| incoming(&gone));
    }
});
