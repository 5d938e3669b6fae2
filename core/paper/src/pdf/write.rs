//! Drawing: glyphs, shapes and marks onto pages, each tagged with what it is.

use super::blocks::{Block, Blocks};
use super::compose::grid;
use super::edges::{A4, Edges};
use super::flow::{Flowed, Frame, Placed};
use super::lay::{Laid, Line};
use super::style::Style;
use super::tags::{Marked, outline, tag};
use super::{PaperError, shapes};
use crate::{Paper, tokens};
use krilla::configure::{Accessibility, ConfigurationBuilder, ValidationError};
use krilla::error::KrillaError;
use krilla::geom::Point;
use krilla::metadata::{DateTime, Metadata, TextDirection};
use krilla::outline::Outline;
use krilla::page::PageSettings;
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, Identifier, SpanTag, TagTree};
use krilla::{Document, SerializeSettings};

/// Blocks in their places.
pub(super) struct Section {
    pub blocks: Blocks,
    pub flowed: Flowed,
    /// It stands on panels to cut out and fold.
    pub folded: bool,
}

/// The file of a paper.
pub(super) fn write(
    paper: &Paper,
    sections: &[Section],
    edges: &Edges,
    pages: usize,
) -> Result<Vec<u8>, PaperError> {
    let sound = |what: &str| PaperError::NotSound(what.to_owned());
    let configuration = ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1);
    let configuration = configuration.finish().map_err(|_| sound("the standard"))?;
    let settings = SerializeSettings { configuration, ..SerializeSettings::default() };
    let mut document = Document::new_with(settings);
    let mut marked: Vec<Marked> =
        sections.iter().map(|section| Marked::new(section.blocks.all.len())).collect();
    for page in 0..pages {
        let size = PageSettings::from_wh(A4.0, A4.1).ok_or_else(|| sound("the page"))?;
        let mut sheet = document.start_page_with(size);
        let mut surface = sheet.surface();
        edge(&mut surface, edges, page);
        for (section, marked) in sections.iter().zip(&mut marked) {
            draw(&mut surface, section, page, marked);
        }
        surface.finish();
        sheet.finish();
    }
    let mut tree = TagTree::new().with_lang(Some(paper.language.to_owned()));
    for (section, marked) in sections.iter().zip(marked) {
        tag(&mut tree, &section.blocks, marked);
    }
    document.set_tag_tree(tree);
    let mut jumps = Outline::new();
    outline(&mut jumps, sections.iter().map(|section| (&section.blocks, &section.flowed)));
    document.set_outline(jumps);
    document.set_metadata(metadata(paper));
    document.finish().map_err(why)
}

fn metadata(paper: &Paper) -> Metadata {
    let metadata = Metadata::new()
        .title(paper.title.text.replace('\n', " "))
        .language(paper.language.to_owned())
        .text_direction(TextDirection::LeftToRight)
        .creator("Hearth".to_owned());
    match paper.day {
        // The day and no moment of it: the same plan on the same day is the same file.
        Some((year, month, day)) => metadata.creation_date(DateTime::new(year).month(month).day(day)),
        None => metadata,
    }
}

fn why(error: KrillaError) -> PaperError {
    match error {
        KrillaError::Validation(found)
            if found.iter().any(|(error, _)| matches!(error, ValidationError::RestrictedLicense(_))) =>
        {
            PaperError::FontMayNotBeEmbedded
        }
        KrillaError::Validation(found) => {
            // What is wrong, and never the words it is wrong about.
            let kind = |error: &ValidationError| {
                let said = format!("{error:?}");
                said.split(['(', ' ']).next().unwrap_or_default().to_owned()
            };
            let mut kinds: Vec<String> = found.iter().map(|(error, _)| kind(error)).collect();
            kinds.sort();
            kinds.dedup();
            PaperError::NotSound(kinds.join(", "))
        }
        _ => PaperError::NotSound("a font can't be read".to_owned()),
    }
}

/// Header and footer.
fn edge(surface: &mut Surface<'_>, edges: &Edges, page: usize) {
    artifact(surface, ArtifactType::Header, |surface| {
        text(surface, &edges.copy, edges.margin, edges.top(), &edges.bold);
        if let Some(number) = edges.pages.get(page) {
            text(surface, number, A4.0 - edges.margin - number.width, edges.top(), &edges.style);
        }
    });
    artifact(surface, ArtifactType::Footer, |surface| {
        text(surface, &edges.source, edges.margin, edges.bottom(), &edges.style);
    });
}

fn artifact(surface: &mut Surface<'_>, kind: ArtifactType, draw: impl FnOnce(&mut Surface<'_>)) {
    surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(kind)));
    draw(surface);
    surface.end_tagged();
}

fn draw(surface: &mut Surface<'_>, section: &Section, page: usize, marked: &mut Marked) {
    let here: Vec<Placed> =
        section.flowed.placed.iter().filter(|placed| placed.page == page).copied().collect();
    let blocks = &section.blocks.all;
    if section.folded && page == 0 {
        panels(surface, &section.flowed.frames);
    }
    grounds(surface, blocks, &here);
    for placed in here {
        let Some(block) = blocks.get(placed.block) else { continue };
        if placed.line.is_none_or(|line| line == 0)
            && let Some(label) = &block.label
        {
            let x = match block.laid.from_right {
                true => placed.x + placed.w - label.width,
                false => placed.x - block.indent,
            };
            let ids = lines(surface, label, None, x, placed.y, &block.style);
            marked.labels.get_mut(placed.block).into_iter().for_each(|all| all.extend(ids.iter().cloned()));
        }
        let ids = match (placed.line, &block.code) {
            (Some(line), _) => lines(surface, &block.laid, Some(line), placed.x, placed.y, &block.style),
            (None, Some((code, side))) => {
                let id = surface.start_tagged(ContentTag::Other);
                shapes::code(surface, code, placed.x, placed.y, *side);
                surface.end_tagged();
                vec![id]
            }
            (None, None) => Vec::new(),
        };
        marked.lines.get_mut(placed.block).into_iter().for_each(|all| all.extend(ids.iter().cloned()));
    }
}

/// The colour behind a zone's heading with its shape, and the frame round what life may hang on.
fn grounds(surface: &mut Surface<'_>, blocks: &[Block], here: &[Placed]) {
    for all in here.chunk_by(|one, next| one.block == next.block || both_framed(blocks, one, next)) {
        let (Some(first), Some(last)) = (all.first(), all.last()) else { continue };
        let Some(block) = blocks.get(first.block) else { continue };
        let height = |placed: &Placed| {
            let line = blocks.get(placed.block).zip(placed.line);
            line.and_then(|(block, line)| block.laid.lines.get(line)).map_or(0.0, |line| line.height)
        };
        let (top, end) = (first.y, last.y + height(last));
        let left = if block.laid.from_right { first.x } else { first.x - block.indent };
        let free = block.style.points * 0.28;
        let around = || shapes::rectangle(left, top - free, first.w, end - top + 2.0 * free);
        if let Some(tone) = block.tone {
            let (ground, ink) = tokens::of(tone);
            let side = block.style.points * 0.9;
            let x = if block.laid.from_right { left + first.w - side * 1.3 } else { left + side * 0.35 };
            let y = top + (height(first) - side) / 2.0;
            artifact(surface, ArtifactType::Layout, |surface| {
                surface.set_stroke(None);
                for (path, colour) in [(around(), ground), (shapes::tone(tone, x, y, side), ink)] {
                    surface.set_fill(Some(shapes::fill(colour)));
                    path.iter().for_each(|path| surface.draw_path(path));
                }
            });
        } else if block.framed {
            artifact(surface, ArtifactType::Layout, |surface| {
                surface.set_fill(None);
                surface.set_stroke(Some(shapes::stroke(tokens::EMBER, block.style.points * 0.12, false)));
                around().iter().for_each(|path| surface.draw_path(path));
                surface.set_stroke(None);
            });
        }
    }
}

fn both_framed(blocks: &[Block], one: &Placed, next: &Placed) -> bool {
    let framed = |placed: &Placed| blocks.get(placed.block).is_some_and(|block| block.framed);
    framed(one) && framed(next) && next.y > one.y
}

/// Where to cut, in a thin line, and where to fold, in dashes.
fn panels(surface: &mut Surface<'_>, frames: &[Frame]) {
    let Some((x, y, w, h)) = grid(frames) else { return };
    artifact(surface, ArtifactType::Page, |surface| {
        surface.set_fill(None);
        surface.set_stroke(Some(shapes::stroke(tokens::LINE, 0.6, false)));
        shapes::rectangle(x, y, 2.0 * w, 2.0 * h).iter().for_each(|path| surface.draw_path(path));
        let out = 14.0;
        surface.set_stroke(Some(shapes::stroke(tokens::LINE, 0.6, true)));
        for fold in
            [[(x + w, y - out), (x + w, y + 2.0 * h + out)], [(x - out, y + h), (x + 2.0 * w + out, y + h)]]
        {
            shapes::polygon(&fold, false).iter().for_each(|path| surface.draw_path(path));
        }
        surface.set_stroke(None);
    });
}

/// All lines of a text, untagged: within an artifact.
fn text(surface: &mut Surface<'_>, laid: &Laid, x: f32, y: f32, style: &Style) {
    let mut top = y;
    for line in &laid.lines {
        line.pieces.iter().for_each(|piece| glyphs(surface, line, &piece.runs, x, top, style));
        top += line.height;
    }
}

/// One line of a text, or all, tagged with their languages.
fn lines(
    surface: &mut Surface<'_>,
    laid: &Laid,
    only: Option<usize>,
    x: f32,
    y: f32,
    style: &Style,
) -> Vec<Identifier> {
    let mut ids = Vec::new();
    let mut top = y;
    for (number, line) in laid.lines.iter().enumerate() {
        if only.is_some_and(|only| only != number) {
            continue;
        }
        for piece in &line.pieces {
            let actual = Some(piece.said.as_str()).filter(|said| piece.actual && !said.is_empty());
            let span = SpanTag::empty().with_lang(Some(piece.language)).with_actual_text(actual);
            ids.push(surface.start_tagged(ContentTag::Span(span)));
            glyphs(surface, line, &piece.runs, x, top, style);
            surface.end_tagged();
        }
        top += line.height;
    }
    ids
}

fn glyphs(surface: &mut Surface<'_>, line: &Line, runs: &[super::lay::Run], x: f32, top: f32, style: &Style) {
    for run in runs {
        surface.set_fill(Some(shapes::fill(style.colour)));
        let thick = run.thicken.then(|| shapes::stroke(style.colour, run.points * 0.03, false));
        surface.set_stroke(thick);
        let start = Point::from_xy(x + run.x, top + line.baseline);
        surface.draw_glyphs(start, &run.glyphs, run.font.clone(), &run.text, run.points, false);
    }
    surface.set_stroke(None);
}
