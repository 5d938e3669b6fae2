//! An app one version newer than this one. It writes a value, an act, a removal
//! and an author by numbers that the real codec does not know, so the real codec
//! is the older app; the newer one reads them here as what they are.

use hearth_core::record::{Act, Author, EntityId, Op, OpId, Value};

/// `[77, text]`: a kind of value to come. The newer app reads it as a
/// [`Value::Code`], which no phone of the simulator writes otherwise.
const VALUE: [u8; 3] = [0x82, 0x18, 77];
/// `[40, text]`: an act to come that writes. Read as a [`Value::Decimal`] written.
const ACT: [u8; 3] = [0x82, 0x18, 40];
/// `[41, ops]`: a removal of a kind to come.
const REMOVE: [u8; 3] = [0x82, 0x18, 41];
/// `[9, entity]`: an author to come who writes for the person.
const AUTHOR: [u8; 2] = [0x82, 9];

/// Stands last in what a newer removal saw, to tell it from an ordinary one.
const NEWER_REMOVAL: OpId = OpId([0xee; 16]);
/// The newer app's kind of author, as that app holds it.
pub const DEPUTY: Author = Author::Behalf(EntityId([0x0d; 16]));
/// What the newer app appends to some of its ops.
pub const EXTRA: [u8; 4] = [0x63, b'n', b'e', b'w'];

/// A value of the newer app, as that app holds it.
pub fn value(text: &str) -> Value {
    Value::Code(text.to_owned())
}

/// An act of the newer app, as that app holds it.
pub fn act(text: &str) -> Act {
    Act::Write(Value::Decimal(text.to_owned()))
}

/// A removal of the newer app, as that app holds it.
pub fn removal(mut saw: Vec<OpId>) -> Act {
    saw.push(NEWER_REMOVAL);
    Act::Remove(saw)
}

/// What the newer app makes of an op that the codec has read.
pub fn lift(mut op: Op) -> Op {
    let known = |item: &[u8], start: &[u8]| item.strip_prefix(start).and_then(text);
    match &mut op.act {
        Act::Write(written) | Act::Suggest(written) => {
            if let Value::Unknown(item) = written
                && let Some(text) = known(item, &VALUE)
            {
                *written = value(&text);
            }
        }
        Act::Unknown(item) => {
            if let Some(text) = known(item, &ACT) {
                op.act = act(&text);
            } else if let Some(saw) = item.strip_prefix(&REMOVE).and_then(ops) {
                op.act = removal(saw);
            }
        }
        _ => {}
    }
    if op.author == Author::Unknown(author()) {
        op.author = DEPUTY;
    }
    op
}

/// What the newer app gives the codec to write: [`lift`] the other way.
pub fn lower(mut op: Op) -> Op {
    match &mut op.act {
        Act::Write(Value::Decimal(text)) => op.act = Act::Unknown(item(&ACT, text)),
        Act::Write(written) | Act::Suggest(written) => {
            if let Value::Code(text) = written {
                *written = Value::Unknown(item(&VALUE, text));
            }
        }
        Act::Remove(saw) if saw.last() == Some(&NEWER_REMOVAL) => {
            saw.pop();
            let mut item = REMOVE.to_vec();
            item.extend([0x98, saw.len() as u8]);
            for id in saw.iter() {
                item.push(0x50);
                item.extend(id.0);
            }
            op.act = Act::Unknown(item);
        }
        _ => {}
    }
    if op.author == DEPUTY {
        op.author = Author::Unknown(author());
    }
    op
}

/// Whether an older app can't draw this op of the newer app.
pub fn is_newer(op: &Op) -> bool {
    let saw_newer = |saw: &Vec<OpId>| saw.last() == Some(&NEWER_REMOVAL);
    op.author == DEPUTY
        || matches!(&op.act, Act::Remove(saw) if saw_newer(saw))
        || matches!(op.value(), Some(Value::Code(_) | Value::Decimal(_)))
}

fn author() -> Vec<u8> {
    let mut item = AUTHOR.to_vec();
    item.push(0x50);
    item.extend([0x0d; 16]);
    item
}

/// The texts are short, so that one byte says how long they are.
fn item(start: &[u8], text: &str) -> Vec<u8> {
    let mut item = start.to_vec();
    item.push(0x60 | text.len() as u8);
    item.extend(text.bytes());
    item
}

fn text(rest: &[u8]) -> Option<String> {
    String::from_utf8(rest.get(1..)?.to_vec()).ok()
}

fn ops(rest: &[u8]) -> Option<Vec<OpId>> {
    rest.get(2..)?.chunks_exact(17).map(|id| id[1..].try_into().ok().map(OpId)).collect()
}
