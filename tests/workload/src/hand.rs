//! A person's hand: sentences as they are typed on a phone, in one of three
//! languages, with slips, missing capitals and second thoughts.

use crate::dice::Dice;
use crate::grammar::Grammar;

/// The language a field is mostly written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tongue {
    English,
    Welsh,
    Urdu,
}

/// The three languages' rules, read once.
#[derive(Debug)]
pub(crate) struct Hand {
    english: Grammar,
    welsh: Grammar,
    urdu: Grammar,
}

impl Hand {
    pub(crate) fn new() -> Self {
        Self {
            english: Grammar::read(include_str!("said/english.txt")),
            welsh: Grammar::read(include_str!("said/welsh.txt")),
            urdu: Grammar::read(include_str!("said/urdu.txt")),
        }
    }

    fn grammar(&self, tongue: Tongue) -> &Grammar {
        match tongue {
            Tongue::English => &self.english,
            Tongue::Welsh => &self.welsh,
            Tongue::Urdu => &self.urdu,
        }
    }

    /// One sentence about `subject`, a rule of the English list; the other
    /// languages have one rule for every subject.
    pub(crate) fn sentence(&self, tongue: Tongue, subject: &'static str, dice: &mut Dice) -> String {
        let grammar = self.grammar(tongue);
        let subject = match tongue {
            Tongue::English => subject,
            Tongue::Welsh | Tongue::Urdu => "any",
        };
        let mut said = grammar.say(subject, dice);
        if dice.in_thousand(450) {
            let (link, more) = (grammar.say("link", dice), grammar.say("joined", dice));
            said = format!("{said} {link} {more}");
        }
        if dice.in_thousand(500) {
            said = self.reworded(tongue, &said, 1, dice);
        }
        if tongue != Tongue::Urdu {
            slip(&mut said, dice);
            if dice.in_thousand(900) {
                capital(&mut said);
            }
        }
        if said.ends_with(',') {
            said.pop();
        }
        match dice.below(100) {
            0..8 => {}
            8..12 => said.push('!'),
            12..15 => said.push_str("..."),
            _ if tongue == Tongue::Urdu => said.push('۔'),
            _ => said.push('.'),
        }
        said
    }

    /// The sentence with `times` second thoughts: a word or two put in,
    /// replaced, or taken out.
    pub(crate) fn reworded(&self, tongue: Tongue, sentence: &str, times: usize, dice: &mut Dice) -> String {
        let grammar = self.grammar(tongue);
        let mut words: Vec<String> = sentence.split(' ').map(str::to_owned).collect();
        for _ in 0..times {
            let at = dice.below(words.len());
            match dice.below(10) {
                0..4 => words.insert(at + 1, grammar.say("aside", dice)),
                4..8 => words[at] = grammar.say("swap", dice),
                _ if words.len() > 3 => {
                    words.remove(at);
                }
                _ => words.push(grammar.say("aside", dice)),
            }
        }
        words.join(" ").replace(" ,", ",")
    }
}

/// About one long word in sixty is mistyped: a letter doubled, dropped, or
/// swapped with the next.
fn slip(said: &mut String, dice: &mut Dice) {
    let typed: Vec<String> = said.split(' ').map(|word| mistyped(word, dice)).collect();
    *said = typed.join(" ");
}

fn mistyped(word: &str, dice: &mut Dice) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    let long = letters.len() >= 4 && letters.iter().all(|letter| letter.is_alphabetic());
    if long && dice.in_thousand(16) {
        let at = dice.between(1, letters.len() - 2);
        match dice.below(3) {
            0 => letters.insert(at, letters[at]),
            1 => {
                letters.remove(at);
            }
            _ => letters.swap(at, at + 1),
        }
    }
    letters.into_iter().collect()
}

fn capital(said: &mut String) {
    if let Some(first) = said.chars().next() {
        let upper: String = first.to_uppercase().collect();
        said.replace_range(..first.len_utf8(), &upper);
    }
}
