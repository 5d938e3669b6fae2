//! Text into lines: shaping, line breaking and direction by parley, and what no font has.

use super::fonts::Fonts;
use super::style::Style;
use super::{PaperError, style};
use crate::text::{draws_nothing, language_of, right_to_left};
use crate::{Said, Tongue, text};
use icu_segmenter::GraphemeClusterSegmenter;
use krilla::text::{Font, GlyphId, KrillaGlyph, Tag};
use parley::fontique::{Language, Synthesis};
use parley::style::{FontFamily, FontFamilyName, FontWeight, LineHeight, OverflowWrap, StyleProperty};
use parley::{Alignment, FontContext, Layout, LayoutContext, PositionedLayoutItem};
use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

/// Stands for a sign that no font has, the first that a font does have.
const MARKS: [&str; 3] = ["□", "\u{fffd}", "?"];

/// The most characters of what is drawn as one sign: a family of four with the colours of their skins has 11.
const MOST_IN_ONE: usize = 16;

/// Word joiner: what a further glyph of the same letter stands for.
const JOINER: &str = "\u{2060}";

/// A text in lines.
pub(super) struct Laid {
    pub lines: Vec<Line>,
    /// It is read from the right.
    pub from_right: bool,
    /// Its widest line.
    pub width: f32,
    /// Signs that no font had.
    pub not_drawn: usize,
    /// There was more of it than a paper takes.
    pub cut: bool,
}

/// One line.
pub(super) struct Line {
    pub height: f32,
    /// From its top.
    pub baseline: f32,
    /// Pieces of one language each.
    pub pieces: Vec<Piece>,
}

/// A piece of a line.
pub(super) struct Piece {
    pub language: &'static str,
    /// Its text.
    pub said: String,
    /// The text is told to a screen reader in place of the glyphs, which do not stand one by one for letters.
    pub actual: bool,
    pub runs: Vec<Run>,
}

/// Glyphs of one font.
pub(super) struct Run {
    pub font: Font,
    pub points: f32,
    pub x: f32,
    /// The font has no bold: its strokes are made thicker.
    pub thicken: bool,
    pub glyphs: Vec<KrillaGlyph>,
    /// What the glyphs' ranges are of.
    pub text: Rc<str>,
}

/// A font's file, its place in it, and its variations as bits.
type FontKey = (u64, u32, Vec<(u32, u32)>);

/// What shapes text; made once for a paper.
pub(super) struct Typesetter {
    fonts: FontContext,
    layouts: LayoutContext<()>,
    families: Vec<FontFamilyName<'static>>,
    known: HashMap<FontKey, Font>,
    /// What each glyph of a font stood for first.
    letters: HashMap<(u64, u32), String>,
    mark: &'static str,
    own: &'static str,
}

impl Typesetter {
    pub(super) fn new(fonts: &Fonts, own: &'static str) -> Result<Self, PaperError> {
        let (context, families) = fonts.context();
        let families =
            families.into_iter().map(|name| FontFamilyName::Named(Cow::Owned(name))).collect::<Vec<_>>();
        if families.is_empty() {
            return Err(PaperError::NoFont);
        }
        let mut setter = Self {
            fonts: context,
            layouts: LayoutContext::new(),
            families,
            known: HashMap::new(),
            letters: HashMap::new(),
            mark: "?",
            own,
        };
        let plain = Style { points: 10.0, bold: false, colour: [0; 3], above: 0.0 };
        let has = |setter: &mut Self, text: &str| missing(&setter.shape(text, &plain, own, None)).is_empty();
        setter.mark = MARKS.into_iter().find(|mark| has(&mut setter, mark)).ok_or(PaperError::NoFont)?;
        if has(&mut setter, "Page 0 of 9: copy") { Ok(setter) } else { Err(PaperError::NoFont) }
    }

    /// The sign that stands for one that no font has.
    pub(super) fn mark(&self) -> &'static str {
        self.mark
    }

    /// Sets a text in lines no wider than `width`.
    pub(super) fn lay(
        &mut self,
        said: &Said,
        style: &style::Style,
        width: f32,
        rest: &str,
    ) -> Result<Laid, PaperError> {
        let cleaned = text::clean(&said.text);
        let mut text = cleaned.text;
        if cleaned.cut {
            text.push_str(" … ");
            text.push_str(&text::clean(rest).text.replace('\n', " "));
        }
        let language = language_of(&text, said.tongue, self.own);
        let mut laid =
            Laid { lines: Vec::new(), from_right: false, width: 0.0, not_drawn: 0, cut: cleaned.cut };
        // Line by line: a mark at the beginning of one would be shaped onto the line end before it.
        for (number, line) in text.split('\n').enumerate() {
            let tongue = match said.tongue {
                Tongue::Beside if number > 0 => Tongue::Of("en-GB"),
                tongue => tongue,
            };
            let next = self.lay_line(line.to_owned(), language, tongue, style, width)?;
            laid.from_right = if number == 0 { next.from_right } else { laid.from_right };
            laid.lines.extend(next.lines);
            laid.width = laid.width.max(next.width);
            laid.not_drawn += next.not_drawn;
        }
        Ok(laid)
    }

    /// Sets a text without line ends of its own.
    fn lay_line(
        &mut self,
        mut text: String,
        language: &str,
        tongue: Tongue,
        style: &style::Style,
        width: f32,
    ) -> Result<Laid, PaperError> {
        let mut not_drawn = self.untangle(&mut text);
        for round in 0..8 {
            let mut layout = self.shape(&text, style, language, Some(width));
            let gone = missing(&layout);
            if gone.is_empty() {
                layout.align(Alignment::Start, Default::default());
                let text: Rc<str> = text.into();
                let lines = self.lines(&layout, &text, tongue)?;
                let (from_right, width) = (layout.is_rtl(), layout.width());
                return Ok(Laid { lines, from_right, width, not_drawn, cut: false });
            }
            if round == 6 {
                // No end of it: what is not of the plainest letters has a mark.
                not_drawn += text.chars().filter(|c| !c.is_ascii() && !c.is_whitespace()).count();
                text =
                    text.chars().map(|c| if c.is_ascii() || c.is_whitespace() { c } else { ' ' }).collect();
                text.push_str(self.mark);
                continue;
            }
            for range in gone.into_iter().rev().map(|range| of_letters(&text, range)).collect::<Vec<_>>() {
                // Without one sign, the next may join with what is before it and be gone in its turn: then all of that
                // sort up to the next space has one mark.
                let rest = text.get(range.end..).unwrap_or_default();
                let more = rest.find(|c: char| c.is_ascii() || c.is_whitespace()).unwrap_or(rest.len());
                let range = range.start..range.end + if round > 1 { more } else { 0 };
                let signs = text.get(range.clone()).unwrap_or_default().chars().count();
                not_drawn += if round > 1 { signs } else { 1 };
                text.replace_range(range, if round < 5 { self.mark } else { "?" });
            }
        }
        Err(PaperError::NoFont)
    }

    /// What counts as one sign and has more letters and marks in it than any script needs has a mark in its place.
    fn untangle(&self, text: &mut String) -> usize {
        let ends: Vec<usize> = GraphemeClusterSegmenter::new().segment_str(text).collect();
        let long = |pair: &&[usize]| {
            text.get(pair[0]..pair[1]).is_some_and(|sign| sign.chars().count() > MOST_IN_ONE)
        };
        let long: Vec<Range<usize>> = ends.windows(2).filter(long).map(|pair| pair[0]..pair[1]).collect();
        long.iter().rev().for_each(|range| text.replace_range(range.clone(), self.mark));
        long.len()
    }

    fn shape(&mut self, text: &str, style: &Style, language: &str, width: Option<f32>) -> Layout<()> {
        let mut builder = self.layouts.ranged_builder(&mut self.fonts, text, 1.0, false);
        builder.push_default(StyleProperty::FontFamily(FontFamily::List(Cow::Borrowed(&self.families))));
        builder.push_default(StyleProperty::FontSize(style.points));
        builder.push_default(StyleProperty::LineHeight(LineHeight::MetricsRelative(1.0)));
        builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::Anywhere));
        let weight = if style.bold { FontWeight::BOLD } else { FontWeight::NORMAL };
        builder.push_default(StyleProperty::FontWeight(weight));
        builder.push_default(StyleProperty::Locale(Language::parse(language).ok()));
        let mut layout = builder.build(text);
        layout.break_all_lines(width);
        layout
    }

    fn lines(
        &mut self,
        layout: &Layout<()>,
        text: &Rc<str>,
        tongue: Tongue,
    ) -> Result<Vec<Line>, PaperError> {
        let mut lines = Vec::new();
        for line in layout.lines() {
            let metrics = *line.metrics();
            let mut pieces: Vec<Piece> = Vec::new();
            let whole = text.get(line.text_range()).unwrap_or_default();
            let turned = layout.is_rtl() || whole.chars().any(right_to_left);
            for item in line.items() {
                let PositionedLayoutItem::GlyphRun(glyph_run) = item else { continue };
                let run = glyph_run.run();
                let range = run.text_range();
                let said = text.get(range.clone()).unwrap_or_default();
                let mut glyphs = glyphs(run);
                glyphs
                    .iter_mut()
                    .for_each(|glyph| glyph.text_range = of_letters(text, glyph.text_range.clone()));
                if glyphs.is_empty() {
                    continue;
                }
                let mut spelt = Rc::clone(text);
                let told = needs_actual(said) || (turned && slants(&glyphs));
                if told {
                    (glyphs, spelt) = self.spelt(run.font().data.id(), glyphs, text);
                }
                let run = Run {
                    font: self.font(run.font(), &run.synthesis())?,
                    points: run.font_size(),
                    x: glyph_run.offset(),
                    thicken: run.synthesis().embolden(),
                    glyphs,
                    text: spelt,
                };
                let language = language_of(said, tongue, self.own);
                // A line with words from right to left is one piece, in the order in which it is drawn: readers turn
                // it around letter by letter. A run without letters is of the language beside it.
                let neutral = !said.chars().any(char::is_alphabetic);
                match pieces.last_mut() {
                    Some(last) if turned || neutral || last.language == language => {
                        last.runs.push(run);
                        last.said.push_str(said);
                        last.actual |= told;
                    }
                    _ => {
                        pieces.push(Piece { language, said: said.to_owned(), actual: told, runs: vec![run] })
                    }
                }
            }
            if turned && let Some(piece) = pieces.first_mut() {
                piece.language = language_of(whole, tongue, self.own);
                piece.said = whole.to_owned();
            }
            lines.push(Line {
                height: metrics.line_height,
                baseline: metrics.baseline - metrics.block_min_coord,
                pieces,
            });
        }
        Ok(lines)
    }

    /// The same glyphs over a text of their own, in which each stands for the letters that it stood for first: a glyph
    /// has one meaning in a file, and the piece says what it means here.
    fn spelt(&mut self, font: u64, glyphs: Vec<KrillaGlyph>, text: &str) -> (Vec<KrillaGlyph>, Rc<str>) {
        let mut spelt = String::new();
        let mut before = None;
        let glyphs = glyphs.into_iter().map(|mut glyph| {
            let first = before != Some(glyph.text_range.clone());
            before = Some(glyph.text_range.clone());
            let own = text.get(glyph.text_range.clone()).filter(|own| first && !own.is_empty());
            let letters = self.letters.entry((font, glyph.glyph_id.to_u32()));
            let letters = letters.or_insert_with(|| own.unwrap_or(JOINER).to_owned());
            let start = spelt.len();
            spelt.push_str(letters);
            glyph.text_range = start..spelt.len();
            glyph
        });
        let glyphs = glyphs.collect();
        (glyphs, spelt.into())
    }

    fn font(&mut self, data: &parley::FontData, synthesis: &Synthesis) -> Result<Font, PaperError> {
        let settings = synthesis.variation_settings();
        let bits =
            settings.iter().map(|(tag, value)| (u32::from_be_bytes(tag.into_bytes()), value.to_bits()));
        let key = (data.data.id(), data.index, bits.collect::<Vec<_>>());
        if let Some(font) = self.known.get(&key) {
            return Ok(font.clone());
        }
        let (bytes, _) = data.data.clone().into_raw_parts();
        let settings: Vec<(Tag, f32)> =
            settings.iter().map(|(tag, value)| (Tag::new(&tag.into_bytes()), *value)).collect();
        let font = Font::new_variable(bytes.into(), data.index, &settings);
        let font = font.ok_or_else(|| PaperError::NotSound("a font can't be read".to_owned()))?;
        self.known.insert(key, font.clone());
        Ok(font)
    }
}

/// A range in a text, as far as whole letters: where letters join, the shaper's may end within one.
fn of_letters(text: &str, range: Range<usize>) -> Range<usize> {
    let start = (0..=range.start.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let end = (range.end.max(start)..=text.len()).find(|at| text.is_char_boundary(*at));
    start..end.unwrap_or(text.len())
}

/// Whether glyphs do not stand one by one, from left to right, for letters: South and South-East Asia.
fn needs_actual(text: &str) -> bool {
    text.chars().any(|c| matches!(c, '\u{900}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'))
}

/// Whether letters hang from one another rather than stand on the line (Nastaliq): a reader that goes by where they are
/// could not tell their order, and is told the line as a whole.
fn slants(glyphs: &[KrillaGlyph]) -> bool {
    // Dots and vowel signs stand above and below in any script; they take no room along the line.
    glyphs.iter().any(|glyph| glyph.x_advance > 0.0 && glyph.y_offset.abs() > 0.05)
}

/// The clusters that no font had a glyph for, in the order of the text, each once.
fn missing(layout: &Layout<()>) -> Vec<Range<usize>> {
    let mut gone: Vec<Range<usize>> = Vec::new();
    for run in layout.lines().flat_map(|line| line.runs().collect::<Vec<_>>()) {
        let mut is_gone = false;
        for cluster in run.clusters() {
            if cluster.is_ligature_continuation() {
                // Its glyphs are told with the beginning of it.
                match gone.last_mut() {
                    Some(last) if is_gone => last.end = last.end.max(cluster.text_range().end),
                    _ => {}
                }
                continue;
            }
            is_gone = !draws_nothing(cluster.source_char()) && cluster.glyphs().any(|glyph| glyph.id == 0);
            if is_gone {
                gone.push(cluster.text_range());
            }
        }
    }
    gone.sort_by_key(|range| (range.start, range.end));
    gone.dedup_by(|next, before| {
        let same = next.start < before.end;
        before.end = if same { before.end.max(next.end) } else { before.end };
        same
    });
    gone
}

/// The glyphs of a run from left to right.
fn glyphs(run: &parley::layout::Run<'_, ()>) -> Vec<KrillaGlyph> {
    let size = run.font_size();
    let mut glyphs: Vec<KrillaGlyph> = Vec::new();
    for cluster in run.visual_clusters() {
        let range = cluster.text_range();
        if cluster.is_ligature_continuation() {
            if let Some(last) = glyphs.last_mut() {
                last.text_range = last.text_range.start.min(range.start)..last.text_range.end.max(range.end);
            }
            continue;
        }
        if draws_nothing(cluster.source_char()) {
            continue;
        }
        glyphs.extend(cluster.glyphs().map(|glyph| {
            let id = GlyphId::new(glyph.id);
            KrillaGlyph::new(
                id,
                glyph.advance / size,
                glyph.x / size,
                // Down in the one, up in the other.
                -glyph.y / size,
                0.0,
                range.clone(),
                None,
            )
        }));
    }
    glyphs
}
