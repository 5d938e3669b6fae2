//! Where each line of each block stands.

use super::blocks::Block;

/// A place that lines run down through.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Frame {
    pub page: usize,
    pub x: f32,
    pub y: f32,
    pub w: f32,
    pub h: f32,
}

/// A line in its place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Placed {
    pub block: usize,
    /// None of a code.
    pub line: Option<usize>,
    pub page: usize,
    pub x: f32,
    /// Its top.
    pub y: f32,
    /// How wide its frame is there.
    pub w: f32,
}

/// Blocks in their places.
#[derive(Debug, PartialEq)]
pub(super) struct Flowed {
    pub placed: Vec<Placed>,
    /// How many pages were begun.
    pub pages: usize,
    /// The first block that found no place; those before the last ones after it did not either.
    pub left_from: Option<usize>,
    /// The frames they ran down through.
    pub frames: Vec<Frame>,
}

/// Gives blocks their places in frames, in order. The last `always` blocks are placed whatever else is not.
pub(super) fn flow(blocks: &[Block], always: usize, frames: &[Frame]) -> Flowed {
    let end = blocks.len().saturating_sub(always);
    let (body, last) = blocks.split_at(end);
    // A little more than their sum, which is rounded at each step.
    let reserve = 1.0 + last.iter().map(|block| block.height() + block.style.above).sum::<f32>();
    let mut run = Run { frames, at: 0, y: 0.0, placed: Vec::new(), reserve };
    let mut left_from = None;
    for (number, block) in body.iter().enumerate() {
        let follows = follows(body, number);
        if !run.place(block, number, follows) {
            // A heading with nothing under it would say less than none.
            let mut from = number;
            while from > 0 && body.get(from - 1).is_some_and(|before| before.keep) {
                from -= 1;
            }
            run.placed.retain(|placed| placed.block < from);
            left_from = Some(from);
            break;
        }
    }
    if left_from.is_some() {
        run.after_the_last();
    }
    run.reserve = 0.0;
    for (number, block) in last.iter().enumerate() {
        run.place(block, end + number, 0.0);
    }
    let pages = run.placed.iter().map(|placed| placed.page + 1).max().unwrap_or(0);
    Flowed { placed: run.placed, pages, left_from, frames: frames.to_vec() }
}

/// The room that what belongs to a block needs after it: to the first line that may end a page.
fn follows(blocks: &[Block], number: usize) -> f32 {
    let mut room = 0.0;
    for (at, block) in blocks.iter().enumerate().skip(number) {
        if at > number {
            room += block.style.above;
            room += block.laid.lines.first().map_or(block.height(), |line| line.height);
        }
        if !block.keep || at > number + 4 {
            break;
        }
    }
    room
}

struct Run<'a> {
    frames: &'a [Frame],
    at: usize,
    y: f32,
    placed: Vec<Placed>,
    /// What is kept free at the end of the last frame.
    reserve: f32,
}

impl Run<'_> {
    fn room(&self) -> f32 {
        let last = self.at + 1 == self.frames.len();
        let height = self.frames.get(self.at).map_or(0.0, |frame| frame.h);
        height - self.y - if last { self.reserve } else { 0.0 }
    }

    fn place(&mut self, block: &Block, number: usize, follows: f32) -> bool {
        let first = block.laid.lines.first().map_or(0.0, |line| line.height);
        let first = block.code.as_ref().map_or(first, |(_, side)| *side);
        // Kept whole with what follows, unless it is more than a page itself.
        let needs =
            if follows > 0.0 && block.laid.lines.len() < 8 { block.height() + follows } else { first };
        if self.y > 0.0 {
            if self.room() < block.style.above + needs && self.at < self.frames.len() {
                self.next();
            } else {
                self.y += block.style.above;
            }
        }
        if block.code.is_some() {
            return self.put(number, None, first, block);
        }
        (0..block.laid.lines.len()).all(|line| {
            let height = block.laid.lines.get(line).map_or(0.0, |line| line.height);
            self.put(number, Some(line), height, block)
        })
    }

    fn put(&mut self, block: usize, line: Option<usize>, height: f32, of: &Block) -> bool {
        if self.room() < height && self.y > 0.0 {
            self.next();
        }
        let Some(frame) = self.frames.get(self.at).copied().filter(|_| self.room() >= height) else {
            return false;
        };
        let x = frame.x + if of.laid.from_right { 0.0 } else { of.indent };
        let (page, y, w) = (frame.page, frame.y + self.y, frame.w);
        self.placed.push(Placed { block, line, page, x, y, w });
        self.y += height;
        true
    }

    fn next(&mut self) {
        self.at += 1;
        self.y = 0.0;
    }

    /// Goes back to the end of what was placed, in the last frame.
    fn after_the_last(&mut self) {
        self.at = self.frames.len().saturating_sub(1);
        let frame = self.frames.get(self.at).copied();
        let height = frame.map_or(0.0, |frame| frame.h);
        self.y = (height - self.reserve).max(0.0);
    }
}
