//! One file after the power went: which of its unsynced writes are there.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use crate::rng::Rng;

/// What a device writes in one step.
pub(super) const SECTOR: usize = 512;

/// One change of a file that no sync has followed yet.
#[derive(Clone, Debug)]
pub(super) enum Piece {
    Write { offset: usize, bytes: Arc<[u8]> },
    Length(usize),
}

impl Piece {
    pub(super) fn apply(&self, file: &mut Vec<u8>) {
        match self {
            Self::Write { offset, bytes } => {
                let end = offset + bytes.len();
                if file.len() < end {
                    file.resize(end, 0);
                }
                file[*offset..end].copy_from_slice(bytes);
            }
            Self::Length(length) => file.resize(*length, 0),
        }
    }

    /// The bytes it changes in a file of `extent` bytes.
    fn range(&self, extent: usize) -> Range<usize> {
        match self {
            Self::Write { offset, bytes } => *offset..offset + bytes.len(),
            Self::Length(length) => (*length).min(extent)..extent,
        }
    }

    /// The file's length after it, when it was `before`.
    fn length_after(&self, before: usize) -> usize {
        match self {
            Self::Write { offset, bytes } => before.max(offset + bytes.len()),
            Self::Length(length) => *length,
        }
    }
}

fn sectors(bytes: &Range<usize>) -> Range<usize> {
    if bytes.is_empty() { 0..0 } else { bytes.start / SECTOR..bytes.end.div_ceil(SECTOR) }
}

/// How many sectors the pieces write, counted for each; a new length counts one.
pub(super) fn sectors_in(pieces: &[Piece]) -> usize {
    pieces.iter().map(|piece| sectors(&piece.range(0)).len().max(1)).sum()
}

/// For each sector the number of the last piece that it shows: 0 for none.
struct Shown {
    last: Vec<usize>,
    /// The length if only what is shown had been written.
    length: usize,
    extent: usize,
}

impl Shown {
    fn show(&mut self, number: usize, piece: &Piece, sectors: Range<usize>) {
        if sectors.is_empty() && !matches!(piece, Piece::Length(_)) {
            return;
        }
        let end = (sectors.end * SECTOR).min(piece.range(self.extent).end);
        self.length = match piece {
            Piece::Write { .. } => self.length.max(end),
            Piece::Length(length) => *length,
        };
        self.last[sectors].fill(number);
    }
}

/// The file with some of the pieces in it. Number 0 has none, 1 has all.
pub(super) fn settle<'a>(durable: &'a [u8], pieces: &[Piece], number: u64, rng: &mut Rng) -> Cow<'a, [u8]> {
    if pieces.is_empty() || number == 0 {
        return Cow::Borrowed(durable);
    }
    if number == 1 {
        let mut file = durable.to_vec();
        pieces.iter().for_each(|piece| piece.apply(&mut file));
        return Cow::Owned(file);
    }
    let lengths: Vec<usize> = pieces
        .iter()
        .scan(durable.len(), |length, piece| {
            *length = piece.length_after(*length);
            Some(*length)
        })
        .collect();
    let extent = lengths.iter().copied().max().unwrap_or(0).max(durable.len());
    let shown = choose(durable.len(), extent, pieces, rng);

    let mut file = Vec::with_capacity(extent);
    file.extend_from_slice(durable);
    file.resize(extent, 0);
    for (at, piece) in pieces.iter().enumerate() {
        draw(&mut file, &shown, at + 1, piece);
    }
    spoil(&mut file, &shown, pieces, rng);
    // Mostly the length goes with the bytes that are there; else it is any that
    // the file had, with zeros where it was lengthened and nothing was written.
    let any = lengths[rng.index(lengths.len())];
    file.truncate(if rng.chance(2, 3) { shown.length } else { any });
    Cow::Owned(file)
}

/// Chooses what each sector shows, in one of the ways disks are known to.
fn choose(length: usize, extent: usize, pieces: &[Piece], rng: &mut Rng) -> Shown {
    let mut shown = Shown { last: vec![0; extent.div_ceil(SECTOR)], length, extent };
    let each = pieces.iter().enumerate().map(|(at, p)| (at + 1, p, sectors(&p.range(extent))));
    match rng.below(4) {
        // Written in order up to some piece, and a part of that one.
        0 => {
            let whole = rng.index(pieces.len() + 1);
            for (number, piece, mut sectors) in each.take(whole + 1) {
                if number > whole {
                    sectors.end = sectors.start + rng.index(sectors.len() + 1);
                }
                shown.show(number, piece, sectors);
            }
        }
        // Each piece there or not, out of order, most of them or few.
        1 => {
            let share = 1 + rng.below(15);
            for (number, piece, sectors) in each {
                if rng.chance(share, 16) {
                    shown.show(number, piece, sectors);
                }
            }
        }
        // Each piece there, in part from its start or its end, or not.
        2 => {
            for (number, piece, mut sectors) in each {
                match rng.below(4) {
                    0 => continue,
                    1 => sectors.end = sectors.start + rng.index(sectors.len() + 1),
                    2 => sectors.start += rng.index(sectors.len() + 1),
                    _ => {}
                }
                shown.show(number, piece, sectors);
            }
        }
        // Each sector by itself.
        _ => {
            let share = 1 + rng.below(15);
            for (number, piece, sectors) in each {
                for sector in sectors {
                    if rng.chance(share, 16) {
                        shown.show(number, piece, sector..sector + 1);
                    }
                }
            }
        }
    }
    shown
}

/// Draws a piece on the sectors that show it or a later one.
fn draw(file: &mut [u8], shown: &Shown, number: usize, piece: &Piece) {
    let range = piece.range(shown.extent);
    let sectors = sectors(&range);
    let mut at = sectors.start;
    while at < sectors.end {
        let run = shown.last[at..sectors.end].iter().take_while(|last| **last >= number).count();
        if run > 0 {
            let from = (at * SECTOR).max(range.start);
            let to = ((at + run) * SECTOR).min(range.end);
            match piece {
                Piece::Write { offset, bytes } => {
                    file[from..to].copy_from_slice(&bytes[from - offset..to - offset]);
                }
                Piece::Length(_) => file[from..to].fill(0),
            }
        }
        at += run + 1;
    }
}

/// Now and then a sector that was being written holds anything, but only
/// within the bytes of the write: beyond those SQLite and the devices it
/// trusts promise that nothing changes ("powersafe overwrite").
fn spoil(file: &mut [u8], shown: &Shown, pieces: &[Piece], rng: &mut Rng) {
    if !rng.chance(1, 4) {
        return;
    }
    for _ in 0..=rng.below(3) {
        let at = rng.index(pieces.len());
        let range = pieces[at].range(shown.extent);
        if matches!(pieces[at], Piece::Write { .. }) && !range.is_empty() {
            let sectors = sectors(&range);
            let sector = sectors.start + rng.index(sectors.len());
            if shown.last.get(sector).is_some_and(|last| *last <= at) {
                let from = (sector * SECTOR).max(range.start);
                rng.fill(&mut file[from..((sector + 1) * SECTOR).min(range.end)]);
            }
        }
    }
}
