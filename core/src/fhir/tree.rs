//! JSON from outside, read without changing it: a flat list of where each value begins and ends in
//! the text as it came.
//!
//! Nothing is copied or converted while reading, so that what is not looked at survives a change to
//! its neighbour byte for byte: numbers as written (`72.50` stays `72.50`), the order of members,
//! members nobody here knows (see `edit`). Stricter than JSON in one point: a name that is
//! there twice in one object is refused, since two readers could take different ones for true.
//!
//! A parser of its own because serde_json's way to keep order and numbers (`preserve_order`,
//! `arbitrary_precision`) is a feature that every crate in the build would get, the card's reader
//! among them.

use std::borrow::Cow;

use super::FhirError;
use super::scan::Scan;

/// How much of a text is read, at most. Checked before and while anything is kept of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the text.
    pub bytes: usize,
    /// Objects and lists within each other.
    pub depth: usize,
    /// Values and names, all together; each takes 16 bytes of memory.
    pub values: usize,
}

impl Limits {
    /// For one resource: [`super::MAX_BYTES`], [`super::MAX_DEPTH`], 100,000 values.
    pub const RESOURCE: Limits = Limits { bytes: super::MAX_BYTES, depth: super::MAX_DEPTH, values: 100_000 };
    /// For a page of search results, or a document: 16 MiB, three levels more than a resource
    /// (`Bundle`, `entry`, the entry itself), 1,000,000 values.
    pub const PAGE: Limits =
        Limits { bytes: 16 * super::MAX_BYTES, depth: super::MAX_DEPTH + 3, values: 1_000_000 };
}

/// What sort of JSON value stands somewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    Null,
    True,
    False,
    Number,
    /// A text without a backslash in it.
    Plain,
    /// A text with escapes.
    Escaped,
    List,
    Object,
}

/// One value, or one name in an object (which is followed by its value).
#[derive(Clone, Copy, Debug)]
pub(super) struct Node {
    /// Its first byte.
    pub start: u32,
    /// The byte behind its last.
    pub end: u32,
    /// The node behind everything in it.
    pub next: u32,
    pub sort: Sort,
}

/// A JSON text and where each value in it stands.
#[derive(Debug)]
pub struct Tree<'t> {
    text: &'t str,
    nodes: Vec<Node>,
}

impl<'t> Tree<'t> {
    /// Reads one resource, within [`Limits::RESOURCE`].
    ///
    /// # Errors
    /// As [`Tree::read_within`].
    pub fn read(bytes: &'t [u8]) -> Result<Self, FhirError> {
        Self::read_within(bytes, Limits::RESOURCE)
    }

    /// Reads a text within the limits given.
    ///
    /// # Errors
    /// [`FhirError::TooLarge`], [`FhirError::TooDeep`], [`FhirError::TooMany`] beyond the limits;
    /// [`FhirError::NotJson`] for anything that RFC 8259 does not allow, a lone surrogate and a
    /// byte order mark among them; [`FhirError::Twice`] for a name that is there twice.
    pub fn read_within(bytes: &'t [u8], limits: Limits) -> Result<Self, FhirError> {
        if bytes.len() > limits.bytes || u32::try_from(bytes.len()).is_err() {
            return Err(FhirError::TooLarge { bytes: bytes.len() });
        }
        let text = std::str::from_utf8(bytes).map_err(|_| FhirError::NotJson { line: 0, column: 0 })?;
        let nodes = Scan::new(text, limits).all()?;
        Ok(Self { text, nodes })
    }

    /// The outermost value.
    pub fn root(&self) -> Item<'_, 't> {
        Item { tree: self, at: 0 }
    }

    /// The text as it came.
    pub fn text(&self) -> &'t str {
        self.text
    }

    fn node(&self, at: usize) -> Node {
        // Items are only ever made of places that the scan gave.
        let none = Node { start: 0, end: 0, next: 0, sort: Sort::Null };
        self.nodes.get(at).copied().unwrap_or(none)
    }

    fn cut(&self, node: Node) -> &'t str {
        self.text.get(node.start as usize..node.end as usize).unwrap_or_default()
    }
}

/// One value in a [`Tree`].
#[derive(Clone, Copy)]
pub struct Item<'a, 't> {
    tree: &'a Tree<'t>,
    at: usize,
}

impl<'a, 't> Item<'a, 't> {
    fn node(&self) -> Node {
        self.tree.node(self.at)
    }

    /// The value as it was written, quotes and brackets and all.
    pub fn as_written(&self) -> &'t str {
        self.tree.cut(self.node())
    }

    /// Where it stands in the text: its first byte and the byte behind its last.
    pub fn place(&self) -> std::ops::Range<usize> {
        let node = self.node();
        node.start as usize..node.end as usize
    }

    /// Whether it is an object.
    pub fn is_object(&self) -> bool {
        self.node().sort == Sort::Object
    }

    /// Whether it is a list.
    pub fn is_list(&self) -> bool {
        self.node().sort == Sort::List
    }

    /// The text, if it is one.
    pub fn str(&self) -> Option<Cow<'t, str>> {
        let node = self.node();
        let inside = self.tree.cut(Node { start: node.start + 1, end: node.end.saturating_sub(1), ..node });
        match node.sort {
            Sort::Plain => Some(Cow::Borrowed(inside)),
            Sort::Escaped => Some(Cow::Owned(super::scan::unescaped(inside))),
            _ => None,
        }
    }

    /// The number as it was written, if it is one.
    pub fn number(&self) -> Option<&'t str> {
        (self.node().sort == Sort::Number).then(|| self.as_written())
    }

    /// Yes or no, if it is one of them.
    pub fn bool(&self) -> Option<bool> {
        match self.node().sort {
            Sort::True => Some(true),
            Sort::False => Some(false),
            _ => None,
        }
    }

    /// The items of a list; none of anything else.
    pub fn items(&self) -> impl Iterator<Item = Item<'a, 't>> + use<'a, 't> {
        let node = self.node();
        let end = if node.sort == Sort::List { node.next as usize } else { 0 };
        let (tree, mut at) = (self.tree, self.at + 1);
        std::iter::from_fn(move || {
            let here = (at < end).then_some(Item { tree, at })?;
            at = here.node().next as usize;
            Some(here)
        })
    }

    /// The members of an object, name and value, in their order; none of anything else.
    pub fn members(&self) -> impl Iterator<Item = (Item<'a, 't>, Item<'a, 't>)> + use<'a, 't> {
        let node = self.node();
        let end = if node.sort == Sort::Object { node.next as usize } else { 0 };
        let (tree, mut at) = (self.tree, self.at + 1);
        std::iter::from_fn(move || {
            let name = (at < end).then_some(Item { tree, at })?;
            let value = Item { tree, at: at + 1 };
            at = value.node().next as usize;
            Some((name, value))
        })
    }

    /// The member of this name, if it is an object and has one.
    pub fn get(&self, name: &str) -> Option<Item<'a, 't>> {
        self.members().find(|(known, _)| known.is_text(name)).map(|(_, value)| value)
    }

    /// The member of this name that is a text.
    pub fn text_of(&self, name: &str) -> Option<Cow<'t, str>> {
        self.get(name)?.str()
    }

    /// Whether it is just this text.
    pub fn is_text(&self, text: &str) -> bool {
        match self.node().sort {
            // The quotes are the two bytes more.
            Sort::Plain => {
                let written = self.as_written();
                written.len() == text.len() + 2 && written.get(1..=text.len()) == Some(text)
            }
            Sort::Escaped => self.str().is_some_and(|said| said == text),
            _ => false,
        }
    }
}

impl std::fmt::Debug for Item<'_, '_> {
    /// Only what sort it is: what it says may be a person's words, and this reaches logs.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?}", self.node().sort)
    }
}
