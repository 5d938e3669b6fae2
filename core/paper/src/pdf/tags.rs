//! The tree that a screen reader walks, and the outline that a reader of many pages jumps by.

use super::blocks::{Blocks, Node};
use super::flow::Flowed;
use crate::Numbers;
use krilla::destination::XyzDestination;
use krilla::geom::Point;
use krilla::outline::{Outline, OutlineNode};
use krilla::tagging::{Identifier, ListNumbering, Tag, TagGroup, TagKind, TagTree};
use std::num::NonZeroU16;

/// What was drawn of each block of a section: its lines, and the mark beside it.
#[derive(Default)]
pub(super) struct Marked {
    pub lines: Vec<Vec<Identifier>>,
    pub labels: Vec<Vec<Identifier>>,
}

impl Marked {
    pub(super) fn new(count: usize) -> Self {
        Self { lines: vec![Vec::new(); count], labels: vec![Vec::new(); count] }
    }
}

/// Puts the tags of a section in the tree.
pub(super) fn tag(tree: &mut TagTree, blocks: &Blocks, mut marked: Marked) {
    let group = |tag: TagKind, marked: &mut Vec<Vec<Identifier>>, block: usize| {
        let ids = marked.get_mut(block).map(std::mem::take).filter(|ids| !ids.is_empty())?;
        let mut group = TagGroup::new(tag);
        ids.into_iter().for_each(|id| group.push(id));
        Some(group)
    };
    for node in &blocks.tree {
        match node {
            Node::Heading { level, title, block } => {
                let level = NonZeroU16::new((*level).into()).unwrap_or(NonZeroU16::MIN);
                let tag = Tag::Hn(level, Some(title.clone())).into();
                tree.children.extend(group(tag, &mut marked.lines, *block).map(Into::into));
            }
            Node::Line(block) => {
                tree.children.extend(group(Tag::P.into(), &mut marked.lines, *block).map(Into::into));
            }
            Node::Figure(block) => {
                let alt = blocks.all.get(*block).and_then(|block| block.code.as_ref());
                let alt = alt.map(|(code, _)| code.alt.clone());
                tree.children
                    .extend(group(Tag::Figure(alt).into(), &mut marked.lines, *block).map(Into::into));
            }
            Node::List { numbers, items } => {
                let numbering = match numbers {
                    Numbers::Dots => ListNumbering::Disc,
                    Numbers::Counted => ListNumbering::Decimal,
                };
                let mut list = TagGroup::new(Tag::L(numbering));
                for item in items {
                    let mut body = TagGroup::new(Tag::LBody);
                    for block in item {
                        body.children.extend(group(Tag::P.into(), &mut marked.lines, *block).map(Into::into));
                    }
                    let mut own = TagGroup::new(Tag::LI);
                    let label =
                        item.first().and_then(|first| group(Tag::Lbl.into(), &mut marked.labels, *first));
                    own.children.extend(label.map(Into::into));
                    // What was drawn has a place here, or there is no file: also a mark whose words have no glyphs.
                    if !body.children.is_empty() {
                        own.push(body);
                    }
                    if own.children.is_empty() {
                        continue;
                    }
                    list.push(own);
                }
                if !list.children.is_empty() {
                    tree.push(list);
                }
            }
        }
    }
}

/// The headings of a section: those of level 2 and 3 under the title.
pub(super) fn outline<'a>(outline: &mut Outline, sections: impl Iterator<Item = (&'a Blocks, &'a Flowed)>) {
    for (blocks, flowed) in sections {
        for node in &blocks.tree {
            let Node::Heading { level, title, block } = node else { continue };
            let Some(placed) = flowed.placed.iter().find(|placed| placed.block == *block) else { continue };
            if *level < 3 {
                let to = XyzDestination::new(placed.page, Point::from_xy(placed.x, placed.y));
                let title: String = title.chars().take(120).collect();
                outline.push_child(OutlineNode::new(title.replace('\n', " "), to));
            }
        }
    }
}
