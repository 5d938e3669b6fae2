//! History, packed: at most 64 superseded ops of one field and one author in a
//! frame, compressed, sealed.
//!
//! Most of a plan's twenty years is text that replaced text, so such ops are
//! written as differences from the one before (a dozen bytes each) and their
//! words stand together at the end, where versions of the same sentence
//! compress to almost nothing. Anything else is kept as its whole CBOR. Authors
//! are never mixed: what one of them wrote must not be guessable from how well
//! another's words compress. The dictionary is one fixed file of plain words,
//! the same in every copy of Hearth and never made from a person's.

use super::{Row, StoreError};
use crate::record::{Act, Author, DeviceId, Op, OpId, Origin, Slot, Value, When};
use crate::vault::Keys;
use std::sync::LazyLock;

/// The most ops in a frame.
pub(super) const MAX_OPS: usize = 64;
/// The most bytes of words in a frame, but for a single larger op.
pub(super) const MAX_WORDS: usize = 256 * 1024;
/// The most bytes a frame may unpack to: 64 of the largest ops and room.
const MAX_PLAIN: usize = 16 * 1024 * 1024;
const VERSION: u8 = 1;

static DICTIONARY: &[u8] = include_bytes!("dictionary.txt");
static UNPACKING: LazyLock<zstd::dict::DecoderDictionary<'static>> =
    LazyLock::new(|| zstd::dict::DecoderDictionary::copy(DICTIONARY));

/// How hard to try: quickly while a merge waits, or well when there is time.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Effort {
    Quick,
    Thorough,
}

fn bound_to(tag: &[u8], id: u64) -> [u8; 32] {
    let mut aad = [0; 32];
    aad[..8].copy_from_slice(b"frame  1");
    for (to, from) in aad[8..24].iter_mut().zip(tag) {
        *to = *from;
    }
    aad[24..].copy_from_slice(&id.to_be_bytes());
    aad
}

/// Packs and seals rows of one field and one author, in log order.
pub(super) fn seal(
    keys: &Keys,
    tag: &[u8; 16],
    id: u64,
    rows: &[Row],
    effort: Effort,
) -> Result<Vec<u8>, StoreError> {
    let plain = write(rows);
    let level = if effort == Effort::Quick { 1 } else { 12 };
    let mut packed = vec![VERSION];
    packed.extend_from_slice(&u32::try_from(plain.len()).map_err(|_| StoreError::Full)?.to_be_bytes());
    let squeezed = zstd::bulk::Compressor::with_dictionary(level, DICTIONARY)
        .and_then(|mut compressor| {
            compressor.include_checksum(false)?;
            compressor.include_contentsize(false)?;
            compressor.include_dictid(false)?;
            compressor.compress(&plain)
        })
        .map_err(|_| StoreError::Damaged)?;
    packed.extend_from_slice(&squeezed);
    Ok(keys.frames().seal(&bound_to(tag, id), &packed)?)
}

/// Opens a frame.
pub(super) fn open(
    keys: &Keys,
    tag: &[u8],
    id: u64,
    sealed: &[u8],
    buffer: &mut Vec<u8>,
) -> Result<Vec<Row>, StoreError> {
    if tag.len() != 16 {
        return Err(StoreError::Damaged);
    }
    let packed = keys.frames().open_into(&bound_to(tag, id), sealed, buffer)?;
    let (&[version, a, b, c, d], squeezed) = packed.split_first_chunk().ok_or(StoreError::Damaged)?;
    let length = u32::from_be_bytes([a, b, c, d]) as usize;
    if version != VERSION || length > MAX_PLAIN {
        return Err(StoreError::Damaged);
    }
    let plain = zstd::bulk::Decompressor::with_prepared_dictionary(&UNPACKING)
        .and_then(|mut unpacker| unpacker.decompress(squeezed, length))
        .map_err(|_| StoreError::Damaged)?;
    let plain = zeroize::Zeroizing::new(plain);
    read(&plain).ok_or(StoreError::Damaged)
}

const WHOLE: u8 = 0;
const PLAIN: u8 = 1;
/// Its parent is the op before it in the frame, and nothing else.
const AFTER_LAST: u8 = 2;

fn write(rows: &[Row]) -> Vec<u8> {
    let Some(first) = rows.first() else { return Vec::new() };
    let mut out = Vec::with_capacity(64 * rows.len());
    let mut words = Vec::new();
    varint(&mut out, rows.len() as u64);
    // The field and the author once, as an op with nothing in it.
    let head = Op {
        act: Act::Write(Value::Empty),
        parents: Vec::new(),
        cites: None,
        origin: Origin::Typed,
        extra: Vec::new(),
        ..first.op.clone()
    };
    let head = head.to_bytes();
    varint(&mut out, head.len() as u64);
    out.extend_from_slice(&head);
    let mut devices: Vec<DeviceId> = Vec::new();
    let mut before = Before::default();
    for Row { log, op } in rows {
        signed(&mut out, before.log, *log);
        before.log = *log;
        match plain_text(op) {
            Some((number, text)) => {
                let after_last = op.parents.len() == 1 && op.parents.first() == before.id.as_ref();
                out.push(if after_last { AFTER_LAST } else { PLAIN });
                let known = devices.iter().position(|device| *device == op.device);
                varint(&mut out, known.map_or(0, |at| at as u64 + 1));
                if known.is_none() {
                    out.extend_from_slice(&op.device.0);
                    devices.push(op.device);
                }
                signed(&mut out, before.number, number);
                signed(&mut out, before.lamport, op.lamport);
                signed(&mut out, before.ms as u64, op.at.ms as u64);
                signed(&mut out, before.offset as i64 as u64, op.at.offset as i64 as u64);
                if !after_last {
                    varint(&mut out, op.parents.len() as u64);
                    op.parents.iter().for_each(|parent| out.extend_from_slice(&parent.0));
                }
                varint(&mut out, text.len() as u64);
                words.extend_from_slice(text.as_bytes());
                before.number = number;
            }
            None => {
                out.push(WHOLE);
                let whole = op.to_bytes();
                varint(&mut out, whole.len() as u64);
                words.extend_from_slice(&whole);
            }
        }
        before.saw(op);
    }
    out.extend_from_slice(&words);
    out
}

/// The last op's numbers, from which the next one's are told.
#[derive(Default)]
struct Before {
    log: u64,
    number: u64,
    lamport: u64,
    ms: i64,
    offset: i16,
    id: Option<OpId>,
}

impl Before {
    fn saw(&mut self, op: &Op) {
        self.lamport = op.lamport;
        self.ms = op.at.ms;
        self.offset = op.at.offset;
        self.id = Some(op.id);
    }
}

/// An op that is nothing but text typed on the device that it names.
fn plain_text(op: &Op) -> Option<(u64, &str)> {
    let number = op.id.number_by(op.device)?;
    match &op.act {
        Act::Write(Value::Text(text))
            if op.origin == Origin::Typed && op.cites.is_none() && op.extra.is_empty() =>
        {
            Some((number, text))
        }
        _ => None,
    }
}

fn read(plain: &[u8]) -> Option<Vec<Row>> {
    // First the numbers, then the words they measure.
    let mut from = Reader { rest: plain };
    let count = usize::try_from(from.varint()?).ok().filter(|count| *count <= MAX_OPS)?;
    let length = usize::try_from(from.varint()?).ok()?;
    let head = Op::from_bytes(from.take(length)?).ok()?;
    let (slot, author) = (head.slot, head.author);
    let mut devices: Vec<DeviceId> = Vec::new();
    let mut before = Before::default();
    let mut rows = Vec::with_capacity(count);
    // The words' place is known only after all the numbers, so find it first.
    let mut words = Reader { rest: skip_numbers(from.rest, count)? };
    for _ in 0..count {
        let log = from.signed(before.log)?;
        before.log = log;
        let form = from.byte()?;
        let op = if form == WHOLE {
            let length = usize::try_from(from.varint()?).ok()?;
            Op::from_bytes(words.take(length)?).ok()?
        } else {
            let device = match usize::try_from(from.varint()?).ok()? {
                0 => {
                    let device = DeviceId(from.take(8)?.try_into().ok()?);
                    devices.push(device);
                    device
                }
                at => *devices.get(at - 1)?,
            };
            before.number = from.signed(before.number)?;
            let lamport = from.signed(before.lamport)?;
            let ms = from.signed(before.ms as u64)? as i64;
            let offset = i16::try_from(from.signed(before.offset as i64 as u64)? as i64).ok()?;
            let parents = match form {
                AFTER_LAST => vec![before.id?],
                _ => from.ids()?,
            };
            let length = usize::try_from(from.varint()?).ok()?;
            let text = std::str::from_utf8(words.take(length)?).ok()?.to_owned();
            whole_op(slot, &author, device, before.number, lamport, When { ms, offset }, parents, text)
        };
        before.saw(&op);
        rows.push(Row { log, op });
    }
    Some(rows)
}

#[allow(clippy::too_many_arguments)]
fn whole_op(
    slot: Slot,
    author: &Author,
    device: DeviceId,
    number: u64,
    lamport: u64,
    at: When,
    parents: Vec<OpId>,
    text: String,
) -> Op {
    Op {
        id: OpId::of_device(device, number),
        slot,
        act: Act::Write(Value::Text(text)),
        parents,
        lamport,
        at,
        device,
        author: author.clone(),
        origin: Origin::Typed,
        cites: None,
        extra: Vec::new(),
    }
}

fn skip_numbers(rest: &[u8], count: usize) -> Option<&[u8]> {
    let mut from = Reader { rest };
    for _ in 0..count {
        from.varint()?;
        match from.byte()? {
            WHOLE => {}
            form @ (PLAIN | AFTER_LAST) => {
                if from.varint()? == 0 {
                    from.take(8)?;
                }
                for _ in 0..4 {
                    from.varint()?;
                }
                if form == PLAIN {
                    from.ids()?;
                }
            }
            _ => return None,
        }
        from.varint()?;
    }
    Some(from.rest)
}

struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.rest.split_at_checked(length)?;
        self.rest = rest;
        Some(taken)
    }

    fn byte(&mut self) -> Option<u8> {
        self.take(1)?.first().copied()
    }

    fn varint(&mut self) -> Option<u64> {
        let mut value = 0u64;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            value |= u64::from(byte & 0x7f).checked_shl(shift)?;
            if byte & 0x80 == 0 {
                return Some(value);
            }
        }
        None
    }

    fn signed(&mut self, before: u64) -> Option<u64> {
        let zigzag = self.varint()?;
        let difference = (zigzag >> 1) as i64 ^ -((zigzag & 1) as i64);
        Some(before.wrapping_add(difference as u64))
    }

    fn ids(&mut self) -> Option<Vec<OpId>> {
        let count = usize::try_from(self.varint()?).ok()?;
        let bytes = self.take(count.checked_mul(16)?)?;
        bytes.chunks_exact(16).map(|id| id.try_into().ok().map(OpId)).collect()
    }
}

fn varint(out: &mut Vec<u8>, mut value: u64) {
    while value >= 0x80 {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

/// The difference from `before`, small whichever way it goes.
fn signed(out: &mut Vec<u8>, before: u64, value: u64) {
    let difference = value.wrapping_sub(before) as i64;
    varint(out, ((difference << 1) ^ (difference >> 63)) as u64);
}
