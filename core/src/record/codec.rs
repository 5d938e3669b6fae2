//! Ops as bytes: CBOR (RFC 8949), one array an op. Sums are arrays that start
//! with their number, so that an item this app does not know can be skipped,
//! kept as it came and passed on.
//!
//! Arrays rather than maps: half the bytes, and a newer app adds by appending.

mod items;

use super::{Act, Author, DeviceId, EntityId, Op, OpId, Origin, Original, Slot, Value, When};
use items::{back_to_raw, count_items, fixed, head, listed, raw};
use minicbor::{Decoder, Encoder, data::Type};

/// The most bytes one op may have: a 64 KiB text, its original beside it, and room.
pub const MAX_OP_BYTES: usize = 192 * 1024;
/// The most parents, or ops named, in one op.
pub const MAX_PARENTS: usize = 4096;
/// A Lamport number above this was never reached by writing (2^48: a thousand
/// ops a second for nine thousand years), so such an op is refused.
pub const MAX_LAMPORT: u64 = 1 << 48;
/// The parts of an op before what a newer app may add.
const PARTS: u64 = 12;

/// Why bytes are not an op.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DecodeError {
    /// Not the CBOR that an op is.
    #[error("the bytes are not an op")]
    Malformed,
    /// Larger than [`MAX_OP_BYTES`], or it names more than [`MAX_PARENTS`].
    #[error("the op is larger than an op may be")]
    TooLarge,
    /// A number outside what it can be.
    #[error("a number in the op is impossible")]
    Impossible,
}

impl From<minicbor::decode::Error> for DecodeError {
    fn from(_: minicbor::decode::Error) -> Self {
        DecodeError::Malformed
    }
}

type Out = Encoder<Vec<u8>>;
type Put = Result<(), minicbor::encode::Error<std::convert::Infallible>>;

impl Op {
    /// The op as bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(128 + self.extra.len());
        self.append_to(&mut out);
        out
    }

    /// Appends the op's bytes. Writing to memory can't fail.
    pub fn append_to(&self, out: &mut Vec<u8>) {
        let mut e = Encoder::new(std::mem::take(out));
        let _ = put_op(&mut e, self);
        *out = e.into_writer();
    }

    /// The op as bytes, if every phone could read them again: it names no more
    /// than [`MAX_PARENTS`] and is no larger than [`MAX_OP_BYTES`].
    ///
    /// # Errors
    /// [`DecodeError::TooLarge`], which is what reading it would say.
    pub fn to_readable_bytes(&self) -> Result<Vec<u8>, DecodeError> {
        let named = match &self.act {
            Act::Remove(ids) | Act::Erase(ids) => ids.len(),
            Act::Write(Value::Ops(ids)) | Act::Suggest(Value::Ops(ids)) => ids.len(),
            Act::Write(Value::Order(ids)) | Act::Suggest(Value::Order(ids)) => ids.len(),
            _ => 0,
        };
        let bytes = self.to_bytes();
        let fits = named.max(self.parents.len()) <= MAX_PARENTS && bytes.len() <= MAX_OP_BYTES;
        if fits { Ok(bytes) } else { Err(DecodeError::TooLarge) }
    }

    /// Reads one op that fills `bytes`.
    pub fn from_bytes(bytes: &[u8]) -> Result<Op, DecodeError> {
        let (op, used) = Op::read(bytes)?;
        if used == bytes.len() { Ok(op) } else { Err(DecodeError::Malformed) }
    }

    /// Reads the op that `bytes` start with, and how many bytes it took.
    pub fn read(bytes: &[u8]) -> Result<(Op, usize), DecodeError> {
        let mut d = Decoder::new(bytes);
        let op = get_op(&mut d)?;
        let used = d.position();
        if used > MAX_OP_BYTES { Err(DecodeError::TooLarge) } else { Ok((op, used)) }
    }
}

fn put_op(e: &mut Out, op: &Op) -> Put {
    let extra = count_items(&op.extra);
    e.array(PARTS + extra)?;
    e.bytes(&op.id.0)?.bytes(&op.slot.entity.0)?.u16(op.slot.kind)?.u16(op.slot.field)?;
    put_act(e, &op.act)?;
    put_ops(e, &op.parents)?;
    e.u64(op.lamport)?;
    e.array(2)?.i64(op.at.ms)?.i16(op.at.offset)?;
    e.bytes(&op.device.0)?;
    put_author(e, &op.author)?;
    put_origin(e, &op.origin)?;
    match &op.cites {
        Some(id) => e.bytes(&id.0)?,
        None => e.null()?,
    };
    e.writer_mut().extend_from_slice(&op.extra);
    Ok(())
}

fn get_op(d: &mut Decoder<'_>) -> Result<Op, DecodeError> {
    let parts = d.array()?.ok_or(DecodeError::Malformed)?;
    let added = parts.checked_sub(PARTS).ok_or(DecodeError::Malformed)?;
    let id = OpId(fixed(d)?);
    let slot = Slot { entity: EntityId(fixed(d)?), kind: d.u16()?, field: d.u16()? };
    let act = get_act(d)?;
    let parents = get_ops(d)?;
    // Ops that replace each other in a circle would all be past.
    if !parents.iter().all(|parent| id.can_name(parent)) {
        return Err(DecodeError::Impossible);
    }
    let lamport = d.u64()?;
    if lamport > MAX_LAMPORT {
        return Err(DecodeError::Impossible);
    }
    let at = match d.array()? {
        Some(2) => When { ms: d.i64()?, offset: d.i16()? },
        _ => return Err(DecodeError::Malformed),
    };
    let device = DeviceId(fixed(d)?);
    let author = get_author(d)?;
    let origin = get_origin(d)?;
    let cites = match d.datatype()? {
        Type::Null => {
            d.null()?;
            None
        }
        _ => Some(OpId(fixed(d)?)),
    };
    let mut extra = Vec::new();
    for _ in 0..added {
        extra.extend_from_slice(raw(d)?);
    }
    Ok(Op { id, slot, act, parents, lamport, at, device, author, origin, cites, extra })
}

fn put_value(e: &mut Out, value: &Value) -> Put {
    match value {
        Value::Empty => e.array(1)?.u8(0)?,
        Value::Text(text) => e.array(2)?.u8(1)?.str(text)?,
        Value::Interpreted { text, original: o } => {
            e.array(6)?.u8(2)?.str(text)?.str(&o.text)?.str(&o.language)?.str(&o.interpreter)?.str(&o.on)?
        }
        Value::Int(n) => e.array(2)?.u8(3)?.i64(*n)?,
        Value::Bool(yes) => e.array(2)?.u8(4)?.bool(*yes)?,
        Value::Decimal(text) => e.array(2)?.u8(5)?.str(text)?,
        Value::Date(text) => e.array(2)?.u8(6)?.str(text)?,
        Value::Instant(ms, offset) => e.array(3)?.u8(7)?.i64(*ms)?.i16(*offset)?,
        Value::Code(word) => e.array(2)?.u8(8)?.str(word)?,
        Value::Entity(id) => e.array(2)?.u8(9)?.bytes(&id.0)?,
        Value::Order(ids) => {
            e.array(2)?.u8(10)?.array(ids.len() as u64)?;
            for id in ids {
                e.bytes(&id.0)?;
            }
            e
        }
        Value::Ops(ids) => {
            e.array(2)?.u8(11)?;
            return put_ops(e, ids);
        }
        Value::Bytes(bytes) => e.array(2)?.u8(12)?.bytes(bytes)?,
        Value::Erased => e.array(1)?.u8(13)?,
        Value::Unknown(item) => {
            e.writer_mut().extend_from_slice(item);
            e
        }
    };
    Ok(())
}

fn get_value(d: &mut Decoder<'_>) -> Result<Value, DecodeError> {
    let start = d.position();
    let (number, parts) = head(d)?;
    Ok(match (number, parts) {
        (Some(0), 1) => Value::Empty,
        (Some(1), 2) => Value::Text(d.str()?.to_owned()),
        (Some(2), 6) => Value::Interpreted {
            text: d.str()?.to_owned(),
            original: Original {
                text: d.str()?.to_owned(),
                language: d.str()?.to_owned(),
                interpreter: d.str()?.to_owned(),
                on: d.str()?.to_owned(),
            },
        },
        (Some(3), 2) => Value::Int(d.i64()?),
        (Some(4), 2) => Value::Bool(d.bool()?),
        (Some(5), 2) => Value::Decimal(d.str()?.to_owned()),
        (Some(6), 2) => Value::Date(d.str()?.to_owned()),
        (Some(7), 3) => Value::Instant(d.i64()?, d.i16()?),
        (Some(8), 2) => Value::Code(d.str()?.to_owned()),
        (Some(9), 2) => Value::Entity(EntityId(fixed(d)?)),
        (Some(10), 2) => {
            let count = listed(d)?;
            let mut ids = Vec::with_capacity(count.min(64));
            for _ in 0..count {
                ids.push(EntityId(fixed(d)?));
            }
            Value::Order(ids)
        }
        (Some(11), 2) => Value::Ops(get_ops(d)?),
        (Some(12), 2) => Value::Bytes(d.bytes()?.to_vec()),
        (Some(13), 1) => Value::Erased,
        _ => Value::Unknown(back_to_raw(d, start)?),
    })
}

fn put_act(e: &mut Out, act: &Act) -> Put {
    match act {
        Act::Write(value) => {
            e.array(2)?.u8(0)?;
            put_value(e, value)
        }
        Act::Suggest(value) => {
            e.array(2)?.u8(1)?;
            put_value(e, value)
        }
        Act::Accept => e.array(1)?.u8(2)?.ok(),
        Act::Decline => e.array(1)?.u8(3)?.ok(),
        Act::Reopen => e.array(1)?.u8(4)?.ok(),
        Act::Remove(saw) => {
            e.array(2)?.u8(5)?;
            put_ops(e, saw)
        }
        Act::Restore => e.array(1)?.u8(6)?.ok(),
        Act::Erase(ids) => {
            e.array(2)?.u8(7)?;
            put_ops(e, ids)
        }
        Act::Unknown(item) => {
            e.writer_mut().extend_from_slice(item);
            Ok(())
        }
    }
}

fn get_act(d: &mut Decoder<'_>) -> Result<Act, DecodeError> {
    let start = d.position();
    let (number, parts) = head(d)?;
    Ok(match (number, parts) {
        (Some(0), 2) => Act::Write(get_value(d)?),
        (Some(1), 2) => Act::Suggest(get_value(d)?),
        (Some(2), 1) => Act::Accept,
        (Some(3), 1) => Act::Decline,
        (Some(4), 1) => Act::Reopen,
        (Some(5), 2) => Act::Remove(get_ops(d)?),
        (Some(6), 1) => Act::Restore,
        (Some(7), 2) => Act::Erase(get_ops(d)?),
        _ => Act::Unknown(back_to_raw(d, start)?),
    })
}

fn put_author(e: &mut Out, author: &Author) -> Put {
    match author {
        Author::Person => e.array(1)?.u8(0)?.ok(),
        Author::Behalf(id) => e.array(2)?.u8(1)?.bytes(&id.0)?.ok(),
        Author::Carer(id) => e.array(2)?.u8(2)?.bytes(&id.0)?.ok(),
        Author::Practice(id) => e.array(2)?.u8(3)?.bytes(&id.0)?.ok(),
        Author::Guest { name, role } => e.array(3)?.u8(4)?.str(name)?.str(role)?.ok(),
        Author::File { name } => e.array(2)?.u8(5)?.str(name)?.ok(),
        Author::Unknown(item) => {
            e.writer_mut().extend_from_slice(item);
            Ok(())
        }
    }
}

fn get_author(d: &mut Decoder<'_>) -> Result<Author, DecodeError> {
    let start = d.position();
    let (number, parts) = head(d)?;
    Ok(match (number, parts) {
        (Some(0), 1) => Author::Person,
        (Some(1), 2) => Author::Behalf(EntityId(fixed(d)?)),
        (Some(2), 2) => Author::Carer(EntityId(fixed(d)?)),
        (Some(3), 2) => Author::Practice(EntityId(fixed(d)?)),
        (Some(4), 3) => Author::Guest { name: d.str()?.to_owned(), role: d.str()?.to_owned() },
        (Some(5), 2) => Author::File { name: d.str()?.to_owned() },
        _ => Author::Unknown(back_to_raw(d, start)?),
    })
}

fn put_origin(e: &mut Out, origin: &Origin) -> Put {
    match origin {
        Origin::Typed => e.array(1)?.u8(0)?.ok(),
        Origin::Imported { server, resource, version } => {
            e.array(4)?.u8(1)?.str(server)?.str(resource)?.str(version)?.ok()
        }
        Origin::Unknown(item) => {
            e.writer_mut().extend_from_slice(item);
            Ok(())
        }
    }
}

fn get_origin(d: &mut Decoder<'_>) -> Result<Origin, DecodeError> {
    let start = d.position();
    let (number, parts) = head(d)?;
    Ok(match (number, parts) {
        (Some(0), 1) => Origin::Typed,
        (Some(1), 4) => Origin::Imported {
            server: d.str()?.to_owned(),
            resource: d.str()?.to_owned(),
            version: d.str()?.to_owned(),
        },
        _ => Origin::Unknown(back_to_raw(d, start)?),
    })
}

fn put_ops(e: &mut Out, ids: &[OpId]) -> Put {
    e.array(ids.len() as u64)?;
    for id in ids {
        e.bytes(&id.0)?;
    }
    Ok(())
}

fn get_ops(d: &mut Decoder<'_>) -> Result<Vec<OpId>, DecodeError> {
    let count = listed(d)?;
    let mut ids = Vec::with_capacity(count.min(64));
    for _ in 0..count {
        ids.push(OpId(fixed(d)?));
    }
    Ok(ids)
}
