#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]

mod dice;
mod grammar;
mod hand;
mod schedule;
#[cfg(test)]
mod tests;

use dice::Dice;
use hand::{Hand, Tongue};
use schedule::{Habit, Slot};

/// The edits of P20.
pub const EDITS: usize = 20_000;
/// The live fields of P20: `Edit::field` is below this.
pub const FIELDS: u32 = 400;
/// The fields `0..CARD_FIELDS` are lines of the emergency card.
pub const CARD_FIELDS: u32 = 24;
/// The bytes of text in all P20's edits together, to one in a hundred.
pub const TEXT_BYTES: usize = 4_200_000;
/// The longest text of one edit, in bytes of UTF-8.
pub const LONGEST: usize = 2_048;
/// When the twenty years begin: Monday 2 January 2006, midnight UTC.
pub const START_MS: i64 = 1_136_160_000_000;
/// The seed the published numbers are measured with.
pub const SEED: u64 = 20;
/// `Edit::device` of what [`after`] returns: a device that P20 does not know.
pub const OTHER_DEVICE: u8 = 7;

/// One edit: the whole new text of one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// Which of the 400 fields.
    pub field: u32,
    /// When, in milliseconds since 1970; an edit is never before the one ahead of it.
    pub at_ms: i64,
    /// 0..=4 the person's phones, a new one every four years; 5 a tablet; 6 a
    /// carer's phone; 7 only in what [`after`] returns.
    pub device: u8,
    /// The field's whole text from now on: 1..=[`LONGEST`] bytes, and not what
    /// the field said before.
    pub text: String,
    /// Whether it changes a line of the emergency card: `field < CARD_FIELDS`.
    pub card: bool,
}

/// How an edit came by its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Change {
    /// Written from nothing.
    Anew,
    /// A sentence more, at the end or in between.
    Added,
    /// A few words of one sentence changed.
    Reworded,
    /// One sentence in the place of another.
    Replaced,
    /// A sentence taken out.
    Dropped,
}

/// The workload: an iterator of exactly [`EDITS`] edits, decided by its seed.
#[derive(Debug)]
pub struct P20 {
    dice: Dice,
    hand: Hand,
    habits: Vec<Habit>,
    /// What each field says now, by sentences; empty before its first edit.
    said: Vec<Vec<String>>,
    slots: std::vec::IntoIter<Slot>,
    budget: Budget,
    /// The device of every edit, when they are all another's.
    elsewhere: Option<u8>,
}

/// Keeps the text to its sum: what was drawn is scaled by what is left.
#[derive(Debug)]
struct Budget {
    bytes_left: usize,
    drawn_left: usize,
}

impl Budget {
    fn new(slots: &[Slot], bytes: usize) -> Self {
        Self { bytes_left: bytes, drawn_left: slots.iter().map(|slot| slot.drawn).sum() }
    }

    /// The length to aim at for an edit, in bytes.
    fn target(&mut self, drawn: usize) -> usize {
        let target = drawn * self.bytes_left / self.drawn_left.max(1);
        self.drawn_left = self.drawn_left.saturating_sub(drawn);
        target.clamp(drawn / 3, drawn * 3).clamp(1, LONGEST)
    }

    fn spent(&mut self, bytes: usize) {
        self.bytes_left = self.bytes_left.saturating_sub(bytes);
    }
}

impl P20 {
    /// The workload of this seed. The same seed gives the same bytes on every
    /// machine; the published numbers use [`SEED`].
    pub fn new(seed: u64) -> Self {
        let mut dice = Dice::new(seed);
        let habits = schedule::habits(&mut dice);
        let slots = schedule::twenty_years(&habits, &mut dice);
        Self {
            dice,
            hand: Hand::new(),
            said: vec![Vec::new(); habits.len()],
            budget: Budget::new(&slots, TEXT_BYTES),
            slots: slots.into_iter(),
            habits,
            elsewhere: None,
        }
    }

    fn step(&mut self) -> Option<(Edit, Change)> {
        let slot = self.slots.next()?;
        let target = self.budget.target(slot.drawn);
        let before = self.said[slot.field].join(" ");
        let (mut change, mut text) = self.change(slot.field, target);
        while text == before {
            (change, text) = self.change(slot.field, target);
        }
        self.budget.spent(text.len());
        let device = match self.elsewhere {
            Some(device) => device,
            None => schedule::device(slot.at_ms, &mut self.dice),
        };
        let field = slot.field as u32;
        let edit = Edit { field, at_ms: slot.at_ms, device, text, card: field < CARD_FIELDS };
        Some((edit, change))
    }

    /// Edits the field and returns its whole text.
    fn change(&mut self, field: usize, target: usize) -> (Change, String) {
        let length = self.said[field].iter().map(|one| one.len() + 1).sum();
        let change = self.choose(field, length, target);
        if change == Change::Anew {
            self.write_anew(field, target);
        } else {
            self.write_part(field, change);
        }
        let mut text = self.said[field].join(" ");
        if text.len() > LONGEST {
            let one = self.sentence(field);
            self.said[field] = vec![one];
            text = self.said[field].concat();
            return (Change::Anew, text);
        }
        (change, text)
    }

    /// Four edits in ten are written anew; the rest lean the way that brings
    /// the text nearer its length.
    fn choose(&mut self, field: usize, length: usize, target: usize) -> Change {
        if self.said[field].is_empty() || self.dice.in_thousand(388) {
            return Change::Anew;
        }
        let roll = self.dice.below(100);
        if length * 10 < target * 9 {
            match roll {
                0..80 => Change::Added,
                _ => Change::Reworded,
            }
        } else if length * 10 > target * 13 && self.said[field].len() > 1 {
            match roll {
                0..50 => Change::Dropped,
                _ => Change::Reworded,
            }
        } else {
            match roll {
                0..60 => Change::Reworded,
                60..85 => Change::Replaced,
                _ => Change::Added,
            }
        }
    }

    fn write_anew(&mut self, field: usize, target: usize) {
        let mut said: Vec<String> = Vec::new();
        let mut length = 0;
        loop {
            let one = self.sentence(field);
            if !said.is_empty() && length + one.len() / 2 > target {
                break;
            }
            length += one.len() + 1;
            said.push(one);
        }
        self.said[field] = said;
    }

    fn write_part(&mut self, field: usize, change: Change) {
        let sentences = self.said[field].len();
        let at = self.dice.below(sentences);
        match change {
            Change::Anew => {}
            Change::Added => {
                let one = self.sentence(field);
                let at = match self.dice.in_thousand(750) {
                    true => sentences,
                    false => at,
                };
                self.said[field].insert(at, one);
            }
            Change::Reworded => {
                let tongue = self.habits[field].tongue;
                let times = self.dice.between(1, 3);
                self.said[field][at] =
                    (self.hand).reworded(tongue, &self.said[field][at], times, &mut self.dice);
            }
            Change::Replaced => self.said[field][at] = self.sentence(field),
            Change::Dropped => {
                self.said[field].remove(at);
            }
        }
    }

    /// One sentence for the field, now and then in English where it is usually not.
    fn sentence(&mut self, field: usize) -> String {
        let Habit { subject, tongue, .. } = self.habits[field];
        let tongue = match self.dice.in_thousand(100) {
            true => Tongue::English,
            false => tongue,
        };
        self.hand.sentence(tongue, subject, &mut self.dice)
    }
}

impl Iterator for P20 {
    type Item = Edit;

    fn next(&mut self) -> Option<Edit> {
        self.step().map(|(edit, _)| edit)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.slots.size_hint()
    }
}

impl ExactSizeIterator for P20 {}

/// What the 400 fields say at the end of P20: the last edit of each, by field.
pub fn live(seed: u64) -> Vec<Edit> {
    let mut last: Vec<Option<Edit>> = vec![None; FIELDS as usize];
    for edit in P20::new(seed) {
        let field = edit.field as usize;
        last[field] = Some(edit);
    }
    last.into_iter().flatten().collect()
}

/// `count` more edits of the same fields, made in the month after P20 on
/// [`OTHER_DEVICE`], which had seen all of it: what a merge brings. Their text
/// comes to 210 bytes an edit, as P20's does.
pub fn after(seed: u64, count: usize) -> impl Iterator<Item = Edit> {
    let mut plan = P20::new(seed);
    plan.by_ref().for_each(drop);
    let slots = schedule::month_after(&plan.habits, count, &mut plan.dice);
    plan.budget = Budget::new(&slots, count * (TEXT_BYTES / EDITS));
    plan.slots = slots.into_iter();
    plan.elsewhere = Some(OTHER_DEVICE);
    plan
}
