//! History, packed: at most 64 superseded ops of one field and one author in a
//! frame, compressed, sealed.
//!
//! Most of a plan's twenty years is text that replaced text. Such ops are written
//! in columns of differences from the one before, and their words stand together
//! at the end, where versions of the same sentence compress to almost nothing. Anything else is kept as its whole CBOR. Authors
//! are never mixed: what one of them wrote must not be guessable from how well
//! another's words compress. The dictionary is one fixed file of plain words,
//! the same in every copy of Hearth and never made from a person's.

use super::rows::slot_tag;
use super::{Row, StoreError};
use crate::record::{Act, DeviceId, Op, OpId, Origin, Value, When};
use crate::vault::Keys;
use std::sync::LazyLock;

/// The most ops in a frame.
pub(super) const MAX_OPS: usize = 64;
/// The most bytes of words in a frame, but for a single larger op.
pub(super) const MAX_WORDS: usize = 256 * 1024;
/// The most bytes a frame may unpack to: 64 of the largest ops and room.
const MAX_PLAIN: usize = 16 * 1024 * 1024;
const VERSION: u8 = 1;
/// zstd's level while a merge waits: half the work of level 1 for half as much
/// again on the disk, until the field is packed well.
const QUICK: i32 = -7;

static DICTIONARY: &[u8] = include_bytes!("dictionary.txt");
static QUICKLY: LazyLock<zstd::dict::EncoderDictionary<'static>> =
    LazyLock::new(|| zstd::dict::EncoderDictionary::copy(DICTIONARY, QUICK));
static THOROUGHLY: LazyLock<zstd::dict::EncoderDictionary<'static>> =
    LazyLock::new(|| zstd::dict::EncoderDictionary::copy(DICTIONARY, 19));
static UNPACKING: LazyLock<zstd::dict::DecoderDictionary<'static>> =
    LazyLock::new(|| zstd::dict::DecoderDictionary::copy(DICTIONARY));

/// One frame: its name, and the tag of the field whose past it holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct FrameName {
    pub id: u64,
    pub tag: [u8; 16],
}

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

/// Packs frames one after another. Getting zstd ready costs as much as packing
/// one frame, so it is done once for all of a transaction.
pub(super) struct Packer(zstd::bulk::Compressor<'static>);

impl Packer {
    pub fn new(effort: Effort) -> Result<Self, StoreError> {
        let dictionary = if effort == Effort::Quick { &QUICKLY } else { &THOROUGHLY };
        let ready = zstd::bulk::Compressor::with_prepared_dictionary(dictionary).and_then(|mut packer| {
            packer.include_checksum(false)?;
            packer.include_contentsize(false)?;
            packer.include_dictid(false)?;
            Ok(Self(packer))
        });
        ready.map_err(|_| StoreError::Damaged)
    }

    /// Packs and seals rows of one field and one author, in log order.
    pub fn seal(
        &mut self,
        keys: &Keys,
        tag: &[u8; 16],
        id: u64,
        rows: &[Row],
    ) -> Result<Vec<u8>, StoreError> {
        let plain = write(rows);
        let mut packed = vec![VERSION];
        packed.extend_from_slice(&u32::try_from(plain.len()).map_err(|_| StoreError::Full)?.to_be_bytes());
        packed.extend_from_slice(&self.0.compress(&plain).map_err(|_| StoreError::Damaged)?);
        Ok(keys.frames().seal(&bound_to(tag, id), &packed)?)
    }
}

/// Seals a frame again under a new data key, its words packed as they are.
pub(super) fn reseal(
    (old, new): (&Keys, &Keys),
    tag: &[u8],
    id: u64,
    sealed: &[u8],
    buffer: &mut Vec<u8>,
) -> Result<([u8; 16], Vec<u8>), StoreError> {
    let rows = open(old, tag, id, sealed, buffer)?;
    let slot = rows.first().ok_or(StoreError::Damaged)?.op.slot;
    let tag_now = slot_tag(new, slot);
    let packed = old.frames().open_into(&bound_to(tag, id), sealed, buffer)?;
    Ok((tag_now, new.frames().seal(&bound_to(&tag_now, id), packed)?))
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

/// The numbers of one column after another, then the words: what is the same in
/// every op of a column (the device, the offset, that one op follows another)
/// then takes next to nothing.
#[derive(Default)]
struct Columns {
    forms: Vec<u8>,
    logs: Vec<u8>,
    devices: Vec<u8>,
    numbers: Vec<u8>,
    lamports: Vec<u8>,
    times: Vec<u8>,
    offsets: Vec<u8>,
    parents: Vec<u8>,
    lengths: Vec<u8>,
    words: Vec<u8>,
}

fn write(rows: &[Row]) -> Vec<u8> {
    let Some(first) = rows.first() else { return Vec::new() };
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
    let size = |row: &Row| row.op.value().and_then(|value| value.text()).map_or(128, str::len);
    let mut columns =
        Columns { words: Vec::with_capacity(rows.iter().map(size).sum()), ..Columns::default() };
    let mut devices: Vec<DeviceId> = Vec::new();
    let mut before = Before::default();
    for row in rows {
        columns.put(row, &mut before, &mut devices);
    }
    let mut out = Vec::with_capacity(64 + head.len() + columns.words.len() + 16 * rows.len());
    varint(&mut out, rows.len() as u64);
    varint(&mut out, head.len() as u64);
    out.extend_from_slice(&head);
    let Columns { forms, logs, devices, numbers, lamports, times, offsets, parents, lengths, words } =
        columns;
    for column in [forms, logs, devices, numbers, lamports, times, offsets, parents, lengths, words] {
        out.extend_from_slice(&column);
    }
    out
}

impl Columns {
    fn put(&mut self, Row { log, op }: &Row, before: &mut Before, devices: &mut Vec<DeviceId>) {
        // On one phone the three counts go up together, so two of them are told
        // as what they differ from the first.
        let step = log.wrapping_sub(before.log);
        signed(&mut self.logs, before.log, *log);
        match plain_text(op) {
            Some((number, text)) => {
                let after_last = op.parents.len() == 1 && op.parents.first() == before.id.as_ref();
                self.forms.push(if after_last { AFTER_LAST } else { PLAIN });
                let known = devices.iter().position(|device| *device == op.device);
                varint(&mut self.devices, known.map_or(0, |at| at as u64 + 1));
                if known.is_none() {
                    self.devices.extend_from_slice(&op.device.0);
                    devices.push(op.device);
                }
                signed(&mut self.numbers, before.number.wrapping_add(step), number);
                signed(&mut self.lamports, before.lamport.wrapping_add(step), op.lamport);
                signed(&mut self.times, before.ms as u64, op.at.ms as u64);
                signed(&mut self.offsets, before.offset as i64 as u64, op.at.offset as i64 as u64);
                if !after_last {
                    varint(&mut self.parents, op.parents.len() as u64);
                    op.parents.iter().for_each(|parent| self.parents.extend_from_slice(&parent.0));
                }
                varint(&mut self.lengths, text.len() as u64);
                self.words.extend_from_slice(text.as_bytes());
                before.number = number;
            }
            None => {
                self.forms.push(WHOLE);
                let whole = op.to_bytes();
                varint(&mut self.lengths, whole.len() as u64);
                self.words.extend_from_slice(&whole);
            }
        }
        before.log = *log;
        before.saw(op);
    }
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
    let mut from = Reader { rest: plain };
    let count = usize::try_from(from.varint()?).ok().filter(|count| *count <= MAX_OPS)?;
    let length = usize::try_from(from.varint()?).ok()?;
    let head = Op::from_bytes(from.take(length)?).ok()?;
    let forms = from.take(count)?;
    if forms.iter().any(|form| *form > AFTER_LAST) {
        return None;
    }
    let plain_ops = forms.iter().filter(|form| **form != WHOLE).count();
    // Each column is found by passing over the one before it.
    let mut logs = from.column(count, |from| from.varint().map(drop))?;
    let mut device_column =
        from.column(plain_ops, |from| if from.varint()? == 0 { from.take(8).map(drop) } else { Some(()) })?;
    let mut numbers = from.column(plain_ops, |from| from.varint().map(drop))?;
    let mut lamports = from.column(plain_ops, |from| from.varint().map(drop))?;
    let mut times = from.column(plain_ops, |from| from.varint().map(drop))?;
    let mut offsets = from.column(plain_ops, |from| from.varint().map(drop))?;
    let with_parents = forms.iter().filter(|form| **form == PLAIN).count();
    let mut parents = from.column(with_parents, |from| from.ids().map(drop))?;
    let mut lengths = from.column(count, |from| from.varint().map(drop))?;
    let mut words = from;
    let mut devices: Vec<DeviceId> = Vec::new();
    let mut before = Before::default();
    let mut rows = Vec::with_capacity(count);
    for form in forms {
        let log = logs.signed(before.log)?;
        let step = log.wrapping_sub(before.log);
        before.log = log;
        let length = usize::try_from(lengths.varint()?).ok()?;
        let said = words.take(length)?;
        let op = if *form == WHOLE {
            Op::from_bytes(said).ok()?
        } else {
            let device = match usize::try_from(device_column.varint()?).ok()? {
                0 => {
                    let device = DeviceId(device_column.take(8)?.try_into().ok()?);
                    devices.push(device);
                    device
                }
                at => *devices.get(at - 1)?,
            };
            before.number = numbers.signed(before.number.wrapping_add(step))?;
            let lamport = lamports.signed(before.lamport.wrapping_add(step))?;
            let ms = times.signed(before.ms as u64)? as i64;
            let offset = i16::try_from(offsets.signed(before.offset as i64 as u64)? as i64).ok()?;
            Op {
                id: OpId::of_device(device, before.number),
                act: Act::Write(Value::Text(std::str::from_utf8(said).ok()?.to_owned())),
                parents: if *form == AFTER_LAST { vec![before.id?] } else { parents.ids()? },
                lamport,
                at: When { ms, offset },
                device,
                ..head.clone()
            }
        };
        before.saw(&op);
        rows.push(Row { log, op });
    }
    Some(rows)
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

    /// The part that `count` entries take, and goes on after it.
    fn column(&mut self, count: usize, mut pass: impl FnMut(&mut Self) -> Option<()>) -> Option<Self> {
        let column = Reader { rest: self.rest };
        for _ in 0..count {
            pass(self)?;
        }
        Some(column)
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
