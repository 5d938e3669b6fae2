//! What a paper says, before it has a size, a font or a page.

/// One paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    /// How it lies on the sheet.
    pub form: Form,
    /// Its name: the first heading, and the title of the document.
    pub title: Said,
    /// The language of Hearth's own words, as a tag: `en-GB`.
    pub language: &'static str,
    /// The day it was made, for the document's own date: year, month, day. None where the clock can't be right.
    pub day: Option<(u16, u8, u8)>,
    /// Of what it is a copy, whose, made when and where. On every page.
    pub source: Said,
    /// What it says, in the order in which it is read.
    pub parts: Vec<Part>,
    /// What is never left out, whatever else is: it stands at the end.
    pub last: Vec<Part>,
    /// What can only be said when it is drawn.
    pub phrases: Phrases,
}

/// How a paper lies on the sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Pages, as many as it takes.
    Pages,
    /// Four panels of a credit card's size, to cut out and fold; where not all fits, the whole follows on
    /// pages. In large print: pages alone.
    Fold,
}

/// How large its letters are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// A4, words of 13 points.
    Usual,
    /// A4, no letter below 18 points.
    Large,
}

/// In what language a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tongue {
    /// The paper's own.
    Own,
    /// The paper's own in its first line, and English in those after it.
    Beside,
    /// Another one, as a tag.
    Of(&'static str),
    /// Somebody's own words: nobody has said in what language. Its script may tell.
    Theirs,
}

/// A text as it is said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The text; lines end at `\n`.
    pub text: String,
    /// In what language it is.
    pub tongue: Tongue,
}

impl Said {
    /// A text of Hearth's, in the paper's language.
    pub fn own(text: impl Into<String>) -> Self {
        Self { text: text.into(), tongue: Tongue::Own }
    }

    /// A text of Hearth's that may have English beside it, on a line of its own.
    pub fn beside(text: impl Into<String>) -> Self {
        Self { text: text.into(), tongue: Tongue::Beside }
    }

    /// Somebody's words.
    pub fn theirs(text: impl Into<String>) -> Self {
        Self { text: text.into(), tongue: Tongue::Theirs }
    }
}

/// A piece of a paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// A heading under the title.
    Heading {
        /// 2 or 3; the title is 1.
        level: u8,
        /// What it says.
        said: Said,
        /// Of a zone: its colour and shape stand beside the word, never for it.
        tone: Option<Tone>,
    },
    /// Whose paper it is: a heading of level 2, and the largest thing on the paper.
    Name(Said),
    /// The person's own words: larger than all of Hearth's but for the title.
    Words(Said),
    /// A line of Hearth's.
    Line(Said),
    /// Small print: who wrote it and when.
    Small(Said),
    /// What life may hang on: in a frame.
    Framed(Vec<Said>),
    /// A list.
    List {
        /// How its items are marked.
        numbers: Numbers,
        /// Them.
        items: Vec<Item>,
    },
    /// A code to scan.
    Code(Code),
}

/// The marks of a list's items.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Numbers {
    /// A dot each.
    Dots,
    /// 1, 2, 3: the order is meant.
    Counted,
}

/// One item of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its words; every version that stands, equal.
    pub words: Vec<Said>,
    /// Small print that belongs to it.
    pub notes: Vec<Said>,
}

/// The zones of a plan for when a person is unwell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// A circle.
    Green,
    /// A triangle.
    Amber,
    /// A hexagon.
    Red,
}

/// The squares of a code.
#[derive(Clone, PartialEq, Eq)]
pub struct Code {
    /// Modules a side.
    pub size: usize,
    /// `size` rows of `size` from the top left; true is dark.
    pub modules: Vec<bool>,
    /// What it is, for who can't see it.
    pub alt: String,
}

impl std::fmt::Debug for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Code [redacted], {} modules a side", self.size)
    }
}

/// Sentences that depend on how it is drawn. `{n}`, `{page}` and `{pages}` stand for numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrases {
    /// "Copy".
    pub copy: String,
    /// "Page {page} of {pages}".
    pub page: String,
    /// At the end of a text too long for a paper: that there is more of it.
    pub rest: String,
    /// In front, where not everything is there.
    pub not_all: String,
    /// At the end then: how many things are left out.
    pub left_out: String,
    /// Signs that no font had: how many, and what stands for them. `{mark}` is that.
    pub not_drawn: String,
    /// Beside the panels: how to cut and fold.
    pub fold: String,
    /// On the panels where not all fits on them: the whole follows.
    pub over: String,
}

/// Why there is no PDF.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PaperError {
    /// There is no font that can be used, or none with the letters of Hearth's own words.
    #[error("there is no font to draw with")]
    NoFont,
    /// A font's maker does not let it be put into a file.
    #[error("a font may not be put into a file")]
    FontMayNotBeEmbedded,
    /// The file would not be one that a screen reader can read, or a font is broken. Names kinds of faults and nobody's
    /// words.
    #[error("the PDF would not be sound: {0}")]
    NotSound(String),
}
