//! Sentences out of rules: reads a word list of `said/` and says one of its rules.

use crate::dice::Dice;
use std::collections::BTreeMap;

/// The deepest that rules may nest before the rest is left unsaid, so that a
/// list that names itself in a ring still ends.
const DEEPEST: usize = 12;

/// One language's rules.
#[derive(Debug)]
pub(crate) struct Grammar {
    rules: Vec<Vec<Vec<Piece>>>,
    names: BTreeMap<&'static str, usize>,
}

/// A part of one way to say a rule.
#[derive(Debug)]
enum Piece {
    Text(&'static str),
    Rule(usize),
    Number(usize, usize),
    /// A name no rule has: said loudly in brackets, which a test looks for.
    Unknown(&'static str),
}

impl Grammar {
    /// Reads rules: a name at the margin, then indented lines of ways to say
    /// it between bars. Lines that begin with `#` are for the reader.
    pub(crate) fn read(source: &'static str) -> Self {
        let mut blocks: Vec<(&'static str, Vec<&'static str>)> = Vec::new();
        for line in source.lines().filter(|line| !line.starts_with('#')) {
            if let Some(ways) = line.strip_prefix("  ") {
                if let Some((_, said)) = blocks.last_mut() {
                    said.extend(ways.split(" | "));
                }
            } else if !line.is_empty() {
                blocks.push((line, Vec::new()));
            }
        }
        let names: BTreeMap<_, _> = (blocks.iter().enumerate()).map(|(i, (name, _))| (*name, i)).collect();
        let rules =
            (blocks.iter()).map(|(_, said)| said.iter().map(|way| pieces(way, &names)).collect()).collect();
        Self { rules, names }
    }

    /// Says the rule of this name.
    pub(crate) fn say(&self, name: &'static str, dice: &mut Dice) -> String {
        let mut out = String::new();
        match self.names.get(name) {
            Some(&rule) => self.say_into(rule, dice, &mut out, 0),
            None => say_unknown(name, &mut out),
        }
        out
    }

    fn say_into(&self, rule: usize, dice: &mut Dice, out: &mut String, depth: usize) {
        let ways = &self.rules[rule];
        if depth > DEEPEST || ways.is_empty() {
            return;
        }
        for piece in &ways[dice.below(ways.len())] {
            match piece {
                Piece::Text(text) => out.push_str(text),
                Piece::Rule(inner) => self.say_into(*inner, dice, out, depth + 1),
                Piece::Number(low, high) => {
                    out.push_str(&dice.between(*low, *high).to_string());
                }
                Piece::Unknown(name) => say_unknown(name, out),
            }
        }
    }
}

fn say_unknown(name: &str, out: &mut String) {
    out.push('[');
    out.push_str(name);
    out.push(']');
}

fn pieces(way: &'static str, names: &BTreeMap<&'static str, usize>) -> Vec<Piece> {
    let mut found = Vec::new();
    let mut rest = way;
    while let Some((before, after)) = rest.split_once('{') {
        let (inside, beyond) = after.split_once('}').unwrap_or((after, ""));
        if !before.is_empty() {
            found.push(Piece::Text(before));
        }
        found.push(slot(inside, names));
        rest = beyond;
    }
    if !rest.is_empty() {
        found.push(Piece::Text(rest));
    }
    found
}

fn slot(inside: &'static str, names: &BTreeMap<&'static str, usize>) -> Piece {
    if let Some(&rule) = names.get(inside) {
        return Piece::Rule(rule);
    }
    let ends = inside.split_once('-');
    match ends.map(|(low, high)| (low.parse(), high.parse())) {
        Some((Ok(low), Ok(high))) => Piece::Number(low, high),
        _ => Piece::Unknown(inside),
    }
}
