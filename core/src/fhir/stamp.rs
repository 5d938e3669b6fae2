//! The mark on a resource that goes out: whose words its fields say, as sync makes it. It stands in
//! an extension, which any resource may have.

use super::edit::{Step, find, set};
use super::tree::Tree;
use super::write::quoted;
use super::{FhirError, own};

fn path() -> [Step<'static>; 2] {
    [Step::extension(own::WRITTEN), Step::In("valueString")]
}

/// The resource with this mark on it, in place of any that was there.
///
/// # Errors
/// [`FhirError`], as for any that can't be read.
pub fn stamp(body: &[u8], mark: &str) -> Result<Vec<u8>, FhirError> {
    let tree = Tree::read(body)?;
    Ok(set(tree.text(), &path(), &quoted(mark))?.into_bytes())
}

/// The mark on a resource, if it has one.
pub fn stamp_of(body: &[u8]) -> Option<String> {
    let tree = Tree::read(body).ok()?;
    find(tree.root(), &path())?.str().map(|mark| mark.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_put_on_changed_and_read_and_nothing_else_changes() {
        let goal = br#"{"resourceType":"Goal","id":"g","x":72.50}"#;
        assert_eq!(stamp_of(goal), None);
        let once = stamp(goal, "one").unwrap();
        let twice = stamp(&once, "two").unwrap();
        assert_eq!((stamp_of(&once).as_deref(), stamp_of(&twice).as_deref()), (Some("one"), Some("two")));
        let text = String::from_utf8(twice).unwrap();
        assert!(text.contains("72.50") && text.matches(own::WRITTEN).count() == 1, "{text}");
        assert!(stamp(b"<html>", "x").is_err() && stamp_of(b"<html>").is_none());
    }
}
