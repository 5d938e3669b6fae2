//! The plan on paper: a tagged PDF, drawn with the fonts that the shell gives.

use crate::Plan;
use crate::answer::entity;
use crate::cross::Cross;
use crate::error::HearthError;
use hearth_core::companion::{self, Trouble};
use hearth_paper::{Fonts, Size, draw};

/// A paper.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum PaperKind {
    /// The plan, on one page where it fits.
    Plan,
    /// The emergency card, to cut out and fold; in large print on pages.
    Card,
    /// What to talk about at a visit.
    Visit {
        /// Names the visit.
        id: String,
    },
    /// The recovery words, as words and as a code: only behind the phone's own lock.
    RecoveryWords,
}

/// A paper, drawn.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct PaperMade {
    /// The file: PDF/UA-1.
    pub pdf: Vec<u8>,
    /// How many pages it has.
    pub pages: u32,
    /// How many things are left out or shortened; the paper says so.
    pub left_out: u32,
    /// How many signs no font had; a mark stands for each.
    pub not_drawn: u32,
    /// Both in sentences, where there is anything to say: before it is printed.
    pub sentences: Vec<String>,
}

#[uniffi::export]
impl Plan {
    /// Draws a paper. `large_print`: no letter below 18 points. `fonts`: whole files of fonts (TrueType or OpenType),
    /// the preferred first; what the first has no letter for is drawn with the next. They must be ones that may be put
    /// into a file. It is a copy: what was given away can't be taken back.
    pub fn paper(
        &self,
        kind: PaperKind,
        large_print: bool,
        fonts: Vec<Vec<u8>>,
    ) -> Result<PaperMade, HearthError> {
        self.ask(|companion| {
            let kind = match &kind {
                PaperKind::Plan => companion::PaperKind::Plan,
                PaperKind::Card => companion::PaperKind::Card,
                PaperKind::Visit { id: visit } => companion::PaperKind::Visit(entity(visit)?),
                PaperKind::RecoveryWords => companion::PaperKind::RecoveryWords,
            };
            let paper = companion.paper(kind)?;
            let size = if large_print { Size::Large } else { Size::Usual };
            let fonts = Fonts::new(fonts).map_err(Trouble::from)?;
            let drawn = draw(&paper, size, &fonts).map_err(Trouble::from)?;
            Ok(PaperMade {
                pdf: drawn.pdf,
                pages: drawn.pages.cross(),
                left_out: drawn.left_out.cross(),
                not_drawn: drawn.not_drawn.cross(),
                sentences: drawn.told,
            })
        })
    }
}
