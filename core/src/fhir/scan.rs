//! Reading JSON (RFC 8259) once from front to end, noting where each value stands.

use std::collections::HashSet;

use super::FhirError;
use super::tree::{Limits, Node, Sort};

/// The most members that an object's names are compared one by one for; beyond, by a set.
const FEW: usize = 24;

pub(super) struct Scan<'t> {
    text: &'t str,
    bytes: &'t [u8],
    at: usize,
    nodes: Vec<Node>,
    limits: Limits,
}

impl<'t> Scan<'t> {
    pub(super) fn new(text: &'t str, limits: Limits) -> Self {
        // A typical resource has a value or a name every 16 bytes.
        let nodes = Vec::with_capacity((text.len() / 16).min(limits.values) + 1);
        Self { text, bytes: text.as_bytes(), at: 0, nodes, limits }
    }

    /// Reads the whole text as one value.
    pub(super) fn all(mut self) -> Result<Vec<Node>, FhirError> {
        self.space();
        self.value(0)?;
        self.space();
        if self.at < self.bytes.len() { Err(self.not_json()) } else { Ok(self.nodes) }
    }

    fn peek(&self) -> u8 {
        self.bytes.get(self.at).copied().unwrap_or(0)
    }

    fn space(&mut self) {
        while matches!(self.peek(), b' ' | b'\n' | b'\r' | b'\t') {
            self.at += 1;
        }
    }

    /// Where the fault is, counted only once there is one.
    fn not_json(&self) -> FhirError {
        let before = self.bytes.get(..self.at).unwrap_or(self.bytes);
        let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
        let column = before.iter().rev().take_while(|byte| **byte != b'\n').count() + 1;
        FhirError::NotJson { line, column }
    }

    fn begin(&mut self, sort: Sort) -> Result<usize, FhirError> {
        if self.nodes.len() >= self.limits.values {
            return Err(FhirError::TooMany { element: "resource" });
        }
        // The text is shorter than 4 GiB: see `Tree::read_within`.
        let start = self.at as u32;
        self.nodes.push(Node { start, end: start, next: 0, sort });
        Ok(self.nodes.len() - 1)
    }

    fn end(&mut self, node: usize) {
        let next = self.nodes.len() as u32;
        let end = self.at as u32;
        if let Some(node) = self.nodes.get_mut(node) {
            (node.end, node.next) = (end, next);
        }
    }

    fn value(&mut self, depth: usize) -> Result<(), FhirError> {
        match self.peek() {
            b'"' => self.string(),
            b'{' => self.object(depth + 1),
            b'[' => self.list(depth + 1),
            b't' => self.word(b"true", Sort::True),
            b'f' => self.word(b"false", Sort::False),
            b'n' => self.word(b"null", Sort::Null),
            b'-' | b'0'..=b'9' => self.number(),
            _ => Err(self.not_json()),
        }
    }

    fn word(&mut self, word: &[u8], sort: Sort) -> Result<(), FhirError> {
        if !self.bytes.get(self.at..).is_some_and(|rest| rest.starts_with(word)) {
            return Err(self.not_json());
        }
        let node = self.begin(sort)?;
        self.at += word.len();
        self.end(node);
        Ok(())
    }

    fn number(&mut self) -> Result<(), FhirError> {
        let node = self.begin(Sort::Number)?;
        if self.peek() == b'-' {
            self.at += 1;
        }
        match self.peek() {
            b'0' => self.at += 1,
            _ => self.digits()?,
        }
        if self.peek() == b'.' {
            self.at += 1;
            self.digits()?;
        }
        if matches!(self.peek(), b'e' | b'E') {
            self.at += 1;
            if matches!(self.peek(), b'+' | b'-') {
                self.at += 1;
            }
            self.digits()?;
        }
        self.end(node);
        Ok(())
    }

    fn digits(&mut self) -> Result<(), FhirError> {
        let from = self.at;
        while self.peek().is_ascii_digit() {
            self.at += 1;
        }
        if self.at == from { Err(self.not_json()) } else { Ok(()) }
    }

    fn string(&mut self) -> Result<(), FhirError> {
        let node = self.begin(Sort::Plain)?;
        self.at += 1;
        loop {
            let Some(rest) = self.bytes.get(self.at..) else { return Err(self.not_json()) };
            let plain = rest.iter().position(|byte| matches!(byte, b'"' | b'\\' | 0..=0x1f));
            self.at += plain.unwrap_or(rest.len());
            match self.bytes.get(self.at) {
                Some(b'"') => break,
                Some(b'\\') => {
                    if let Some(node) = self.nodes.get_mut(node) {
                        node.sort = Sort::Escaped;
                    }
                    self.escape()?;
                }
                _ => return Err(self.not_json()),
            }
        }
        self.at += 1;
        self.end(node);
        Ok(())
    }

    /// One escape, or a pair of them that makes one character.
    fn escape(&mut self) -> Result<(), FhirError> {
        self.at += 1;
        if self.peek() != b'u' {
            let known = matches!(self.peek(), b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't');
            if !known {
                return Err(self.not_json());
            }
            self.at += 1;
            return Ok(());
        }
        match self.unit()? {
            0xd800..=0xdbff => {
                let low = self.peek() == b'\\' && self.bytes.get(self.at + 1) == Some(&b'u');
                if !low {
                    return Err(self.not_json());
                }
                self.at += 1;
                match self.unit()? {
                    0xdc00..=0xdfff => Ok(()),
                    _ => Err(self.not_json()),
                }
            }
            0xdc00..=0xdfff => Err(self.not_json()),
            _ => Ok(()),
        }
    }

    /// `uXXXX`.
    fn unit(&mut self) -> Result<u16, FhirError> {
        let digits = self.bytes.get(self.at + 1..self.at + 5);
        match digits.and_then(hex) {
            Some(unit) => {
                self.at += 5;
                Ok(unit)
            }
            None => Err(self.not_json()),
        }
    }

    fn list(&mut self, depth: usize) -> Result<(), FhirError> {
        if depth > self.limits.depth {
            return Err(FhirError::TooDeep);
        }
        let node = self.begin(Sort::List)?;
        self.at += 1;
        self.space();
        if self.peek() != b']' {
            loop {
                self.value(depth)?;
                self.space();
                match self.peek() {
                    b',' => self.at += 1,
                    b']' => break,
                    _ => return Err(self.not_json()),
                }
                self.space();
            }
        }
        self.at += 1;
        self.end(node);
        Ok(())
    }

    fn object(&mut self, depth: usize) -> Result<(), FhirError> {
        if depth > self.limits.depth {
            return Err(FhirError::TooDeep);
        }
        let node = self.begin(Sort::Object)?;
        self.at += 1;
        self.space();
        let mut members = 0_usize;
        if self.peek() != b'}' {
            loop {
                if self.peek() != b'"' {
                    return Err(self.not_json());
                }
                self.string()?;
                members += 1;
                self.space();
                if self.peek() != b':' {
                    return Err(self.not_json());
                }
                self.at += 1;
                self.space();
                self.value(depth)?;
                self.space();
                match self.peek() {
                    b',' => self.at += 1,
                    b'}' => break,
                    _ => return Err(self.not_json()),
                }
                self.space();
            }
        }
        self.at += 1;
        self.end(node);
        self.no_name_twice(node, members)
    }

    fn no_name_twice(&self, object: usize, members: usize) -> Result<(), FhirError> {
        if members > FEW {
            let mut seen = HashSet::with_capacity(members);
            return match self.names(object).all(|name| seen.insert(self.name(name).into_owned())) {
                true => Ok(()),
                false => Err(FhirError::Twice),
            };
        }
        let mut names = self.names(object);
        while let Some(one) = names.next() {
            // Almost all names differ in length or are without escapes: compared as written.
            let same = |other: Node| match (one.sort, other.sort) {
                (Sort::Plain, Sort::Plain) => self.cut(one) == self.cut(other),
                _ => self.name(one) == self.name(other),
            };
            if names.clone().any(same) {
                return Err(FhirError::Twice);
            }
        }
        Ok(())
    }

    /// The names in the object that was read last.
    fn names(&self, object: usize) -> impl Iterator<Item = Node> + Clone + '_ {
        let after = |value: usize| self.nodes.get(value).map_or(usize::MAX, |node| node.next as usize);
        let first = (object + 1 < self.nodes.len()).then_some(object + 1);
        let places = std::iter::successors(first, move |name| Some(after(name + 1)));
        places.map_while(|at| self.nodes.get(at).copied())
    }

    fn cut(&self, node: Node) -> &'t str {
        self.text.get(node.start as usize + 1..(node.end as usize).saturating_sub(1)).unwrap_or_default()
    }

    fn name(&self, node: Node) -> std::borrow::Cow<'t, str> {
        match node.sort {
            Sort::Escaped => unescaped(self.cut(node)).into(),
            _ => self.cut(node).into(),
        }
    }
}

/// Four hexadecimal digits.
fn hex(digits: &[u8]) -> Option<u16> {
    digits.iter().try_fold(0_u16, |unit, digit| {
        let digit = char::from(*digit).to_digit(16)?;
        Some(unit << 4 | u16::try_from(digit).ok()?)
    })
}

/// What a text with escapes says. The escapes were all found good when it was read.
pub(super) fn unescaped(inside: &str) -> String {
    let mut said = String::with_capacity(inside.len());
    let mut rest = inside;
    while let Some((plain, escape)) = rest.split_once('\\') {
        said.push_str(plain);
        let mut units = Vec::new();
        let mut after = escape;
        while let Some(unit) = after.strip_prefix('u').and_then(|digits| hex(digits.as_bytes().get(..4)?)) {
            units.push(unit);
            after = after.get(5..).unwrap_or_default();
            match (unit, after.strip_prefix('\\')) {
                (0xd800..=0xdbff, Some(second)) if units.len() == 1 => after = second,
                _ => break,
            }
        }
        if units.is_empty() {
            let mut chars = escape.chars();
            said.extend(chars.next().map(|escaped| match escaped {
                'b' => '\u{8}',
                'f' => '\u{c}',
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                itself => itself,
            }));
            after = chars.as_str();
        } else {
            said.push_str(&String::from_utf16_lossy(&units));
        }
        rest = after;
    }
    said.push_str(rest);
    said
}
