//! A paper as a tagged PDF (PDF/UA-1, ISO 14289-1).
//!
//! [`spoken`] leaves out what has no words, [`blocks`] makes one row of blocks of a paper, [`lay`] shapes each into lines, [`flow`] gives every line its
//! place, [`write`] draws them and writes the tags. Nothing of it looks at a clock, a file or a random number: the
//! same paper with the same fonts is the same bytes.

mod blocks;
mod bounds;
mod compose;
mod edges;
mod flow;
mod fonts;
mod lay;
mod shapes;
mod spoken;
mod style;
mod tags;
mod write;

pub use compose::draw;
pub use fonts::Fonts;

use crate::PaperError;

/// A PDF, and what must be told of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawn {
    /// The file.
    pub pdf: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
    /// How many things are left out for want of room, or shortened; the paper says so.
    pub left_out: usize,
    /// How many signs no font had; a mark stands for each, and the paper says so.
    pub not_drawn: usize,
    /// What the paper says of both, in sentences: to be told before it is printed.
    pub told: Vec<String>,
}
