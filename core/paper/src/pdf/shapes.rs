//! Drawn things that are no letters: a zone's shape, a frame, a code, cut and fold marks.

use crate::tokens::Rgb;
use crate::{Code, Tone};
use krilla::color::rgb;
use krilla::geom::{Path, PathBuilder, Rect};
use krilla::num::NormalizedF32;
use krilla::paint::{Fill, Stroke, StrokeDash};
use krilla::surface::Surface;

pub(super) fn fill([r, g, b]: Rgb) -> Fill {
    Fill { paint: rgb::Color::new(r, g, b).into(), opacity: NormalizedF32::ONE, rule: Default::default() }
}

pub(super) fn stroke([r, g, b]: Rgb, width: f32, dashed: bool) -> Stroke {
    let dash = dashed.then(|| StrokeDash { array: vec![4.0, 3.0], offset: 0.0 });
    Stroke { paint: rgb::Color::new(r, g, b).into(), width, dash, ..Stroke::default() }
}

/// A rectangle.
pub(super) fn rectangle(x: f32, y: f32, w: f32, h: f32) -> Option<Path> {
    let mut path = PathBuilder::new();
    path.push_rect(Rect::from_xywh(x, y, w, h)?);
    path.finish()
}

/// A line through points.
pub(super) fn polygon(points: &[(f32, f32)], closed: bool) -> Option<Path> {
    let mut path = PathBuilder::new();
    let (first, rest) = points.split_first()?;
    path.move_to(first.0, first.1);
    rest.iter().for_each(|(x, y)| path.line_to(*x, *y));
    if closed {
        path.close();
    }
    path.finish()
}

/// The shape of a zone in a square of this side: a circle, a triangle, a hexagon.
pub(super) fn tone(tone: Tone, x: f32, y: f32, side: f32) -> Option<Path> {
    let half = side / 2.0;
    let around = |count: u32, turned: f32| {
        let points: Vec<(f32, f32)> = (0..count)
            .map(|n| {
                let angle = turned + n as f32 * std::f32::consts::TAU / count as f32;
                (x + half + half * angle.cos(), y + half + half * angle.sin())
            })
            .collect();
        polygon(&points, true)
    };
    match tone {
        // So many corners that none is seen.
        Tone::Green => around(48, 0.0),
        Tone::Amber => polygon(&[(x + half, y), (x + side, y + side), (x, y + side)], true),
        Tone::Red => around(6, 0.0),
    }
}

/// The dark squares of a code, a path a row, in a square of this side.
pub(super) fn code(surface: &mut Surface<'_>, code: &Code, x: f32, y: f32, side: f32) {
    // A white border of 4 modules belongs to it.
    let module = side / (code.size as f32 + 8.0);
    let mut path = PathBuilder::new();
    for (row, modules) in code.modules.chunks(code.size.max(1)).enumerate() {
        let mut column = 0;
        for run in modules.chunk_by(|a, b| a == b) {
            let (from, wide) = (column as f32 + 4.0, run.len() as f32);
            if run.first() == Some(&true) {
                let rect = Rect::from_xywh(
                    x + from * module,
                    y + (row as f32 + 4.0) * module,
                    wide * module,
                    module,
                );
                rect.into_iter().for_each(|rect| path.push_rect(rect));
            }
            column += run.len();
        }
    }
    surface.set_stroke(None);
    surface.set_fill(Some(fill([0, 0, 0])));
    if let Some(path) = path.finish() {
        surface.draw_path(&path);
    }
}
