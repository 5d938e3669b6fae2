//! P20 as an automerge document, in both ways it can be put.

use automerge::transaction::{CommitOptions, Transactable};
use automerge::{ActorId, AutoCommit, ObjId, ObjType, ROOT, ReadDoc};
use bench_round::Failure;
use hearth_workload::Edit;

/// How a field's text is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    /// A string, put whole.
    Whole,
    /// An automerge text, spliced where it differs.
    Text,
}

impl Way {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Whole => "whole",
            Self::Text => "text",
        }
    }
}

/// Writes the edits, a change each.
pub(crate) fn write(
    document: &mut AutoCommit,
    way: Way,
    edits: impl Iterator<Item = Edit>,
) -> Result<(), Failure> {
    let mut device = None;
    for edit in edits {
        if device != Some(edit.device) {
            document.set_actor(ActorId::from([edit.device; 16]));
            device = Some(edit.device);
        }
        let key = edit.field.to_string();
        match way {
            Way::Whole => document.put(ROOT, key, edit.text)?,
            Way::Text => {
                let text = field_text(document, key)?;
                document.update_text(&text, edit.text)?;
            }
        }
        document.commit_with(CommitOptions::default().with_time(edit.at_ms / 1000));
    }
    Ok(())
}

fn field_text(document: &mut AutoCommit, key: String) -> Result<ObjId, Failure> {
    match document.get(ROOT, key.as_str())? {
        Some((_, text)) => Ok(text),
        None => Ok(document.put_object(ROOT, key, ObjType::Text)?),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use automerge::Value;
    use hearth_workload::P20;

    fn said(document: &AutoCommit, way: Way, field: u32) -> String {
        match (way, document.get(ROOT, field.to_string()).unwrap()) {
            (Way::Whole, Some((Value::Scalar(text), _))) => text.as_str().unwrap().to_owned(),
            (Way::Text, Some((_, text))) => document.text(&text).unwrap(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn each_edit_is_one_change_and_the_document_says_what_was_edited_last() {
        for way in [Way::Whole, Way::Text] {
            let mut document = AutoCommit::new();
            let edits: Vec<Edit> = P20::new(1).take(300).collect();
            write(&mut document, way, edits.iter().cloned()).unwrap();
            assert_eq!(document.get_changes(&[]).len(), 300);
            let last: std::collections::BTreeMap<u32, &str> =
                edits.iter().map(|edit| (edit.field, edit.text.as_str())).collect();
            for (field, text) in last {
                assert_eq!(said(&document, way, field), text);
            }
        }
    }
}
