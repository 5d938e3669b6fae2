//! How large and in what colour each sort of text is.

use crate::tokens::{self, Rgb};

/// A sort of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Title,
    Heading(u8),
    Words,
    Line,
    Small,
    Framed,
    Edge,
}

/// Which set of sizes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Scale {
    /// A4.
    Usual,
    /// A4, nothing below 18 points.
    Large,
    /// The panels of a card: words of so many points.
    Panel(f32),
}

/// How a text is set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Style {
    pub points: f32,
    pub bold: bool,
    pub colour: Rgb,
    /// Free space above it.
    pub above: f32,
}

impl Scale {
    pub(super) fn style(self, role: Role) -> Style {
        let (points, bold, colour, above) = match role {
            Role::Title => (self.of(19.0, 26.0, 1.5), true, tokens::INK, 0.0),
            Role::Heading(2) => (self.of(12.0, 20.0, 1.0), true, tokens::EMBER, self.of(14.0, 20.0, 0.6)),
            Role::Heading(_) => (self.of(12.5, 20.0, 1.0), true, tokens::INK, self.of(9.0, 14.0, 0.4)),
            Role::Words => (self.of(13.0, 21.0, 1.0), false, tokens::INK, self.of(6.0, 9.0, 0.2)),
            Role::Line => (self.of(10.5, 18.0, 1.0), false, tokens::INK, self.of(3.0, 5.0, 0.2)),
            Role::Small => (self.of(9.0, 18.0, 0.86), false, tokens::SOFT, self.of(1.0, 2.0, 0.0)),
            Role::Framed => (self.of(12.0, 20.0, 1.0), true, tokens::INK, self.of(8.0, 12.0, 0.4)),
            Role::Edge => (self.of(8.5, 18.0, 1.0), false, tokens::SOFT, 0.0),
        };
        Style { points, bold, colour, above }
    }

    fn of(self, usual: f32, large: f32, panel: f32) -> f32 {
        match self {
            Self::Usual => usual,
            Self::Large => large,
            Self::Panel(words) => words * panel,
        }
    }

    /// How far a list's words stand from its marks.
    pub(super) fn indent(self) -> f32 {
        self.of(18.0, 32.0, 1.3)
    }

    /// The side of a code's square.
    pub(super) fn code(self) -> f32 {
        self.of(130.0, 190.0, 9.0)
    }
}
