//! What stands on every page: that it is a copy, of what, and which page it is.

use super::PaperError;
use super::flow::Frame;
use super::lay::{Laid, Typesetter};
use super::style::{Role, Scale, Style};
use crate::{Paper, Said, tokens};

/// A4 in points.
pub(super) const A4: (f32, f32) = (595.28, 841.89);

/// The edges of a paper's pages.
pub(super) struct Edges {
    pub scale: Scale,
    pub margin: f32,
    pub copy: Laid,
    pub source: Laid,
    pub pages: Vec<Laid>,
    pub style: Style,
    pub bold: Style,
    page: String,
}

impl Edges {
    pub(super) fn new(paper: &Paper, scale: Scale, setter: &mut Typesetter) -> Result<Self, PaperError> {
        let margin = if scale == Scale::Large { 42.0 } else { 51.0 };
        let style = scale.style(Role::Edge);
        let bold = Style { bold: true, colour: tokens::INK, ..style };
        let width = A4.0 - 2.0 * margin;
        Ok(Self {
            scale,
            margin,
            copy: setter.lay(&Said::own(&paper.phrases.copy), &bold, width * 0.4, "")?,
            source: setter.lay(&paper.source, &style, width, "")?,
            pages: Vec::new(),
            style,
            bold,
            page: paper.phrases.page.clone(),
        })
    }

    /// Numbers the pages, once their count is known.
    pub(super) fn number(&mut self, pages: usize, setter: &mut Typesetter) -> Result<(), PaperError> {
        for page in 1..=pages {
            let text = self.page.replace("{pages}", &pages.to_string()).replace("{page}", &page.to_string());
            self.pages.push(setter.lay(&Said::own(text), &self.style, 240.0, "")?);
        }
        Ok(())
    }

    /// Where the header's line stands.
    pub(super) fn top(&self) -> f32 {
        self.margin * 0.55
    }

    /// Where the footer's lines begin.
    pub(super) fn bottom(&self) -> f32 {
        let height: f32 = self.source.lines.iter().map(|line| line.height).sum();
        A4.1 - self.margin * 0.6 - height
    }

    /// What is free between them on a page.
    pub(super) fn frame(&self, page: usize) -> Frame {
        let header = self.copy.lines.iter().map(|line| line.height).sum::<f32>();
        let y = self.top() + header + 12.0;
        let (x, w) = (self.margin, A4.0 - 2.0 * self.margin);
        Frame { page, x, y, w, h: self.bottom() - 10.0 - y }
    }
}
