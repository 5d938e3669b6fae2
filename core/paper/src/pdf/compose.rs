//! A paper from its beginning to its bytes: pages, or panels to cut out and fold with the whole on pages behind.

use super::blocks::{Block, Blocks, Maker};
use super::bounds::{MOST_PAGES, within};
use super::edges::{A4, Edges};
use super::flow::{Flowed, Frame, flow};
use super::fonts::Fonts;
use super::lay::Typesetter;
use super::style::Scale;
use super::write::{Section, write};
use super::{Drawn, PaperError};
use crate::{Form, Paper, Part, Said, Size, text};

/// A credit card in points: 85.6 by 54 mm (ISO/IEC 7810, ID-1).
const CARD: (f32, f32) = (242.65, 153.07);
/// How far from its edge a panel's words stand.
const PADDING: f32 = 9.0;
/// The points of words on a panel, the first that lets all fit.
const PANEL: [f32; 4] = [8.0, 7.5, 7.0, 6.5];

/// Draws a paper.
///
/// # Errors
/// [`PaperError`]: there is no PDF then, rather than one that a screen reader can't read.
pub fn draw(paper: &Paper, size: Size, fonts: &Fonts) -> Result<Drawn, PaperError> {
    if !text::says(&paper.title.text) {
        return Err(PaperError::NotSound("a paper without a title".to_owned()));
    }
    let mut setter = Typesetter::new(fonts, paper.language)?;
    let scale = if size == Size::Large { Scale::Large } else { Scale::Usual };
    let mut edges = Edges::new(paper, scale, &mut setter)?;
    let (mut sections, mut first) = (Vec::new(), 0);
    let mut drawn = Drawn { pdf: Vec::new(), pages: 0, left_out: 0, not_drawn: 0, told: Vec::new() };
    let mut whole = true;
    if paper.form == Form::Fold && size == Size::Usual {
        let panels = panels(paper, &edges, &mut setter)?;
        whole = panels.is_cut;
        sections.extend(panels.sections);
        drawn.not_drawn = sections.iter().map(|section| section.blocks.not_drawn()).sum();
        first = 1;
    }
    if whole {
        let frames: Vec<Frame> = (first..MOST_PAGES).map(|page| edges.frame(page)).collect();
        let pages = pages(paper, &frames, scale, &mut setter)?;
        drawn.left_out = pages.left_out;
        drawn.not_drawn = pages.section.blocks.not_drawn();
        drawn.told = pages.told;
        sections.push(pages.section);
    }
    drawn.pages = sections.iter().map(|section| section.flowed.pages).max().unwrap_or(1).max(1);
    edges.number(drawn.pages, &mut setter)?;
    drawn.pdf = write(paper, &sections, &edges, drawn.pages)?;
    Ok(drawn)
}

struct Pages {
    section: Section,
    left_out: usize,
    told: Vec<String>,
}

/// The paper on pages; where not everything is drawn, it is said in front and at the end.
fn pages(
    paper: &Paper,
    frames: &[Frame],
    scale: Scale,
    setter: &mut Typesetter,
) -> Result<Pages, PaperError> {
    let (parts, beyond) = within(&paper.parts);
    let mut front: Vec<Part> = Vec::new();
    let mut end = paper.last.clone();
    let mut round = 0;
    loop {
        let (blocks, always) = set(paper, &front, &parts, &end, frames, scale, setter)?;
        let flowed = flow(&blocks.all, always, frames);
        let left = left_out(&blocks.all, &flowed, always) + blocks.shortened() + beyond;
        let (wanted_front, wanted_end) = said_of(paper, left, blocks.not_drawn(), setter.mark());
        // A sentence more may push another thing out: its number is then said anew.
        if (wanted_front == front && wanted_end == end) || round == 4 {
            let section = Section { blocks, flowed, folded: false };
            let own = front.iter().chain(end.iter().take(end.len() - paper.last.len()));
            let told = own
                .filter_map(|part| if let Part::Line(said) = part { Some(said.text.clone()) } else { None });
            return Ok(Pages { section, left_out: left, told: told.collect() });
        }
        (front, end) = (wanted_front, wanted_end);
        round += 1;
    }
}

fn said_of(paper: &Paper, left: usize, not_drawn: usize, mark: &str) -> (Vec<Part>, Vec<Part>) {
    let (mut front, mut end) = (Vec::new(), Vec::new());
    if left > 0 {
        front.push(Part::Line(Said::own(&paper.phrases.not_all)));
        let text = paper.phrases.left_out.replace("{n}", &left.to_string());
        end.push(Part::Line(Said::own(text)));
    }
    if not_drawn > 0 {
        let text = paper.phrases.not_drawn.replace("{n}", &not_drawn.to_string()).replace("{mark}", mark);
        front.push(Part::Line(Said::own(text)));
    }
    end.extend(paper.last.iter().cloned());
    (front, end)
}

fn set(
    paper: &Paper,
    front: &[Part],
    parts: &[Part],
    end: &[Part],
    frames: &[Frame],
    scale: Scale,
    setter: &mut Typesetter,
) -> Result<(Blocks, usize), PaperError> {
    let width = frames.first().map_or(A4.0, |frame| frame.w);
    let mut maker = Maker { setter, scale, width, rest: &paper.phrases.rest };
    let mut blocks = Blocks::default();
    maker.title(&paper.title, &mut blocks)?;
    maker.parts(&[Part::Line(paper.source.clone())], &mut blocks)?;
    maker.parts(front, &mut blocks)?;
    maker.parts(parts, &mut blocks)?;
    let before = blocks.all.len();
    maker.parts(end, &mut blocks)?;
    let always = blocks.all.len() - before;
    Ok((blocks, always))
}

fn left_out(blocks: &[Block], flowed: &Flowed, always: usize) -> usize {
    let end = blocks.len().saturating_sub(always);
    let from = flowed.left_from.unwrap_or(end);
    blocks.get(from..end).unwrap_or_default().iter().filter(|block| block.counts).count()
}

struct Panels {
    sections: Vec<Section>,
    /// Not all fits on them.
    is_cut: bool,
}

/// The panels: two by two of a credit card's size, on the first page.
fn panels(paper: &Paper, edges: &Edges, setter: &mut Typesetter) -> Result<Panels, PaperError> {
    let head = edges.frame(0);
    let mut maker = Maker { setter, scale: edges.scale, width: head.w, rest: &paper.phrases.rest };
    let mut top = Blocks::default();
    maker.title(&paper.title, &mut top)?;
    maker.parts(&[Part::Line(Said::own(&paper.phrases.fold))], &mut top)?;
    let flowed = flow(&top.all, 0, &[head]);
    let y = top.all.iter().map(|block| block.height() + block.style.above).sum::<f32>() + head.y + 24.0;
    let x = (A4.0 - 2.0 * CARD.0) / 2.0;
    let place = |n: usize| Frame {
        page: 0,
        x: x + CARD.0 * (n % 2) as f32 + PADDING,
        y: y + CARD.1 * (n / 2) as f32 + PADDING,
        w: CARD.0 - 2.0 * PADDING,
        h: CARD.1 - 2.0 * PADDING,
    };
    let frames: Vec<Frame> = (0..4).map(place).collect();
    let (parts, _) = within(&paper.parts);
    let mut tried = None;
    for words in PANEL {
        let (blocks, flowed) = panel(paper, &parts, &paper.last, words, &frames, setter)?;
        let fits = flowed.left_from.is_none() && blocks.shortened() == 0 && blocks.not_drawn() == 0;
        let small_enough = fits || words <= PANEL[PANEL.len() - 1];
        tried = Some((blocks, flowed, fits));
        if small_enough {
            break;
        }
    }
    let Some((mut blocks, mut panel_flow, fits)) = tried else { return Err(PaperError::NoFont) };
    if !fits {
        let mut last = vec![Part::Line(Said::own(&paper.phrases.over))];
        last.extend(paper.last.iter().cloned());
        (blocks, panel_flow) = panel(paper, &parts, &last, PANEL[2], &frames, setter)?;
    }
    let top = Section { blocks: top, flowed, folded: false };
    let panels = Section { blocks, flowed: panel_flow, folded: true };
    Ok(Panels { sections: vec![top, panels], is_cut: !fits })
}

fn panel(
    paper: &Paper,
    parts: &[Part],
    last: &[Part],
    words: f32,
    frames: &[Frame],
    setter: &mut Typesetter,
) -> Result<(Blocks, Flowed), PaperError> {
    let width = CARD.0 - 2.0 * PADDING;
    let mut maker = Maker { setter, scale: Scale::Panel(words), width, rest: &paper.phrases.rest };
    let mut blocks = Blocks::default();
    maker.parts(parts, &mut blocks)?;
    let before = blocks.all.len();
    let mut end = last.to_vec();
    end.push(Part::Small(paper.source.clone()));
    maker.parts(&end, &mut blocks)?;
    let always = blocks.all.len() - before;
    let flowed = flow(&blocks.all, always, frames);
    Ok((blocks, flowed))
}

/// Where the panels' outer edges and folds are: left, top, and the size of one.
pub(super) fn grid(frames: &[Frame]) -> Option<(f32, f32, f32, f32)> {
    let first = frames.first()?;
    Some((first.x - PADDING, first.y - PADDING, CARD.0, CARD.1))
}
