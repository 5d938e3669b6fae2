//! A paper as one row of blocks, each a text in lines or a code, and the tree that its tags are made of.

use super::PaperError;
use super::lay::{Laid, Typesetter};
use super::spoken::spoken;
use super::style::{Role, Scale, Style};
use crate::{Code, Item, Numbers, Part, Said, Tone};
use std::rc::Rc;

/// One block.
pub(super) struct Block {
    pub laid: Laid,
    pub style: Style,
    /// Of the mark beside a list's item.
    pub label: Option<Laid>,
    /// From the side on which it begins.
    pub indent: f32,
    /// It does not end a page: what follows belongs to it.
    pub keep: bool,
    pub tone: Option<Tone>,
    pub framed: bool,
    pub code: Option<(Rc<Code>, f32)>,
    /// It is counted where it is left out.
    pub counts: bool,
}

impl Block {
    /// Its height without the space above.
    pub(super) fn height(&self) -> f32 {
        self.code.as_ref().map_or(0.0, |(_, side)| *side)
            + self.laid.lines.iter().map(|line| line.height).sum::<f32>()
    }
}

/// A node of the tree of tags; numbers name blocks.
pub(super) enum Node {
    Heading { level: u8, title: String, block: usize },
    Line(usize),
    List { numbers: Numbers, items: Vec<Vec<usize>> },
    Figure(usize),
}

/// Blocks and the tree over them.
#[derive(Default)]
pub(super) struct Blocks {
    pub all: Vec<Block>,
    pub tree: Vec<Node>,
}

/// What blocks are made with.
pub(super) struct Maker<'a> {
    pub setter: &'a mut Typesetter,
    pub scale: Scale,
    pub width: f32,
    pub rest: &'a str,
}

impl Maker<'_> {
    fn block(&mut self, said: &Said, role: Role, indent: f32) -> Result<Block, PaperError> {
        let style = self.scale.style(role);
        let laid = self.setter.lay(said, &style, (self.width - indent).max(20.0), self.rest)?;
        Ok(Block {
            laid,
            style,
            label: None,
            indent,
            keep: false,
            tone: None,
            framed: false,
            code: None,
            counts: !matches!(role, Role::Small | Role::Heading(_)),
        })
    }

    /// The title.
    pub(super) fn title(&mut self, said: &Said, blocks: &mut Blocks) -> Result<(), PaperError> {
        let block = self.block(said, Role::Title, 0.0)?;
        blocks.heading(1, &said.text, block);
        Ok(())
    }

    /// Every part that says something, in order.
    pub(super) fn parts(&mut self, parts: &[Part], blocks: &mut Blocks) -> Result<(), PaperError> {
        let parts = &spoken(parts);
        for (number, part) in parts.iter().enumerate() {
            match part {
                Part::Heading { level, said, tone } => {
                    let level = (*level).clamp(2, 3);
                    let mut block = self.block(said, Role::Heading(level), 0.0)?;
                    block.tone = *tone;
                    if tone.is_some() {
                        block.indent = block.style.points * 1.6;
                        block.style.colour =
                            tone.map_or(block.style.colour, |tone| crate::tokens::of(tone).1);
                    }
                    blocks.heading(level, &said.text, block);
                }
                Part::Name(said) => {
                    let mut block = self.block(said, Role::Title, 0.0)?;
                    block.style.above = self.scale.style(Role::Heading(3)).above;
                    blocks.heading(2, &said.text, block);
                }
                Part::Words(said) => self.line(said, Role::Words, blocks)?,
                Part::Line(said) => {
                    let mut block = self.block(said, Role::Line, 0.0)?;
                    // What a list is called goes with it.
                    block.keep = matches!(parts.get(number + 1), Some(Part::List { .. }));
                    blocks.line(block);
                }
                Part::Small(said) => self.line(said, Role::Small, blocks)?,
                Part::Framed(all) => {
                    for said in all {
                        let inset = self.scale.indent() * 0.5;
                        let mut block = self.block(said, Role::Framed, inset)?;
                        block.framed = true;
                        blocks.line(block);
                    }
                }
                Part::List { numbers, items } => self.list(*numbers, items, blocks)?,
                Part::Code(code) => {
                    let mut block = self.block(&Said::own(""), Role::Line, 0.0)?;
                    block.laid.lines.clear();
                    block.code = Some((Rc::new(code.clone()), self.scale.code()));
                    blocks.all.push(block);
                    blocks.tree.push(Node::Figure(blocks.all.len() - 1));
                }
            }
        }
        Ok(())
    }

    fn line(&mut self, said: &Said, role: Role, blocks: &mut Blocks) -> Result<(), PaperError> {
        let block = self.block(said, role, 0.0)?;
        blocks.line(block);
        Ok(())
    }

    fn list(&mut self, numbers: Numbers, items: &[Item], blocks: &mut Blocks) -> Result<(), PaperError> {
        let digits = if numbers == Numbers::Counted { items.len().to_string().len() } else { 1 };
        let indent = self.scale.indent() * (0.6 + 0.4 * digits as f32);
        let mut tree = Vec::new();
        for (number, item) in items.iter().enumerate() {
            let mut own = Vec::new();
            let words = item.words.iter().map(|said| (said, Role::Words, !item.notes.is_empty()));
            let notes = item.notes.iter().enumerate();
            let notes = notes.map(|(note, said)| (said, Role::Small, note + 1 < item.notes.len()));
            for (said, role, keep) in words.chain(notes) {
                let mut block = self.block(said, role, indent)?;
                if own.is_empty() {
                    let mark = match numbers {
                        Numbers::Dots => "•".to_owned(),
                        Numbers::Counted => format!("{}.", number + 1),
                    };
                    block.label = Some(self.setter.lay(&Said::own(mark), &block.style, self.width, "")?);
                }
                block.keep = keep;
                own.push(blocks.push(block));
            }
            tree.push(own);
        }
        blocks.tree.push(Node::List { numbers, items: tree });
        Ok(())
    }
}

impl Blocks {
    fn push(&mut self, mut block: Block) -> usize {
        if let Some(before) = self.all.last().filter(|before| before.framed && !block.framed) {
            // The frame has a foot.
            block.style.above += before.style.points * 0.5;
        }
        self.all.push(block);
        self.all.len() - 1
    }

    fn heading(&mut self, level: u8, title: &str, mut block: Block) {
        block.keep = true;
        let title = title.to_owned();
        let block = self.push(block);
        self.tree.push(Node::Heading { level, title, block });
    }

    fn line(&mut self, block: Block) {
        let block = self.push(block);
        self.tree.push(Node::Line(block));
    }

    /// Signs that no font had.
    pub(super) fn not_drawn(&self) -> usize {
        let labels = self.all.iter().filter_map(|block| block.label.as_ref());
        self.all.iter().map(|block| &block.laid).chain(labels).map(|laid| laid.not_drawn).sum()
    }

    /// Texts there was more of.
    pub(super) fn shortened(&self) -> usize {
        self.all.iter().filter(|block| block.laid.cut).count()
    }
}
