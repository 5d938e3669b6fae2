//! Whatever a paper is made of, it is drawn: papers by chance, the same ones each time.

use crate::app_fonts;
use crate::sample::paper;
use crate::wordless::{WAYS, WORDLESS};
use hearth_paper::{Code, Item, Numbers, Paper, Part, Said, Size, Tone, draw};

/// SplitMix64 (Steele, Lea and Flood 2014).
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % limit as u64) as usize
    }

    fn one_in(&mut self, of: usize) -> bool {
        self.below(of) == 0
    }

    /// Seldom as much as a page and more.
    fn count(&mut self) -> usize {
        let most = [1, 3, 3, 6, 40][self.below(5)];
        self.below(most + 1)
    }

    fn text(&mut self) -> String {
        const PIECES: [&str; 18] = [
            "walk ",
            "999",
            "\n",
            "x\u{301}\u{301}",
            "میں ",
            "ਮੈਂ ",
            "\u{1f331}",
            "\u{2066}",
            "\u{202e}",
            "\u{0}",
            "\u{200d}",
            "\u{fffe}",
            "unendingunendingunending",
            ", then ",
            "\n\u{301}",
            "\n\u{93e}",
            "\u{1f3fb}",
            "\u{fe0f}",
        ];
        if self.one_in(3) {
            return WORDLESS[self.below(WORDLESS.len())].to_owned();
        }
        let count = if self.one_in(60) { 4_000 } else { self.count() };
        (0..count).map(|_| PIECES[self.below(PIECES.len())]).collect()
    }

    fn said(&mut self) -> Said {
        let text = self.text();
        match self.below(3) {
            0 => Said::own(text),
            1 => Said::beside(text),
            _ => Said::theirs(text),
        }
    }

    fn all_said(&mut self) -> Vec<Said> {
        (0..self.below(4)).map(|_| self.said()).collect()
    }

    fn part(&mut self) -> Part {
        match self.below(9) {
            0 => {
                let tone = [None, Some(Tone::Green), Some(Tone::Amber), Some(Tone::Red)][self.below(4)];
                Part::Heading { level: self.below(5) as u8, said: self.said(), tone }
            }
            1 => Part::Name(self.said()),
            2 => Part::Words(self.said()),
            3 => Part::Line(self.said()),
            4 => Part::Small(self.said()),
            5 => Part::Framed(self.all_said()),
            6 => {
                let size = self.below(30);
                // A code that was cut short, and one that has too many squares.
                let modules = (0..(size * size + self.below(9)).saturating_sub(4)).map(|_| self.one_in(2));
                Part::Code(Code { size, modules: modules.collect(), alt: "A code".into() })
            }
            _ => {
                let numbers = if self.one_in(2) { Numbers::Dots } else { Numbers::Counted };
                let item = |dice: &mut Self| Item { words: dice.all_said(), notes: dice.all_said() };
                Part::List { numbers, items: (0..self.count()).map(|_| item(self)).collect() }
            }
        }
    }

    fn paper(&mut self) -> (Paper, Size) {
        let (form, size) = WAYS[self.below(WAYS.len())];
        let mut made = Paper { form, ..paper((0..self.count()).map(|_| self.part()).collect()) };
        made.last.extend((0..self.below(3)).map(|_| self.part()));
        if self.one_in(4) {
            made.title.text.push_str(&self.text());
            made.source = self.said();
        }
        if self.one_in(4) {
            let said = &mut made.phrases;
            for phrase in [&mut said.copy, &mut said.rest, &mut said.fold, &mut said.over, &mut said.page] {
                *phrase = self.text();
            }
        }
        (made, size)
    }
}

#[test]
fn three_hundred_papers_of_anything_are_drawn() {
    let fonts = app_fonts();
    let mut dice = Dice(20_261_124);
    for number in 0..300 {
        let (paper, size) = dice.paper();
        let made = std::panic::catch_unwind(|| draw(&paper, size, &fonts));
        let why = match made {
            Ok(Ok(drawn)) if drawn.pages > 0 && drawn.pdf.starts_with(b"%PDF") => continue,
            Ok(Ok(_)) => "no pages".to_owned(),
            Ok(Err(error)) => error.to_string(),
            Err(_) => "a panic".to_owned(),
        };
        panic!("paper {number}: {why}: {size:?} {paper:?}");
    }
}
