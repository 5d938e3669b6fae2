//! Which sentences the code says. Rust files are read as text.
//!
//! A call `say("key", &[("name", ..)])` (or `plain`, `safety`, `safety_plain`) names its key and,
//! where they are written out, its arguments. A key chosen in one place and said in another (an
//! error's sentence, a heading) is any text that has the shape of a key. A key put together by
//! `format!("choice-{kind}-{word}")` says every key of that form.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The shipped code of one source file.
#[derive(Clone, Debug)]
pub struct Source {
    /// Its path below the project's folder, with `/`.
    pub place: String,
    /// Its text without comments and without its own tests.
    pub text: String,
}

impl Source {
    /// A source from the whole text of its file.
    pub fn new(place: &str, text: &str) -> Source {
        let shipped = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        let code = shipped.lines().filter(|line| !line.trim_start().starts_with("//"));
        let text = code.flat_map(|line| [line, "\n"]).collect();
        Source { place: place.to_owned(), text }
    }
}

/// The shipped code of the core, the card and the bindings below the project's folder: neither tests nor this
/// audit.
///
/// # Errors
/// A folder or file that cannot be read.
pub fn sources(project: &Path) -> io::Result<Vec<Source>> {
    let mut found = Vec::new();
    let mut folders: Vec<PathBuf> =
        ["core/src", "core/card/src", "bindings/src"].map(|folder| project.join(folder)).into();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder)? {
            let path = entry?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if path.is_dir() && !["tests", "audit"].contains(&name.as_str()) {
                folders.push(path);
            } else if name.ends_with(".rs") && !["tests.rs", "testing.rs"].contains(&name.as_str()) {
                let below = path.strip_prefix(project).unwrap_or(&path);
                let place = below.to_string_lossy().replace('\\', "/");
                found.push(Source::new(&place, &fs::read_to_string(&path)?));
            }
        }
    }
    found.sort_by(|a, b| a.place.cmp(&b.place));
    Ok(found)
}

/// A call that says a key: the key, and its arguments where they are written out in the call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call<'t> {
    /// The key.
    pub key: &'t str,
    /// The names of its arguments, sorted; none where they are made elsewhere.
    pub arguments: Option<Vec<&'t str>>,
    /// Whether the door puts English beside it.
    pub safely: bool,
}

/// The doors of `Words`, and whether each puts English beside what it says.
const DOORS: [(&str, bool); 4] =
    [(".say(", false), (".plain(", false), (".safety(", true), (".safety_plain(", true)];

/// The calls in a source text. Calls whose key is not written out are passed over.
pub fn calls(text: &str) -> Vec<Call<'_>> {
    let mut found = Vec::new();
    for (door, safely) in DOORS {
        for (at, _) in text.match_indices(door) {
            let rest = text.get(at + door.len()..).unwrap_or_default().trim_start();
            let Some((key, after)) = rest.strip_prefix('"').and_then(|rest| rest.split_once('"')) else {
                continue;
            };
            found.push(Call { key, arguments: written_out(after), safely });
        }
    }
    found
}

/// The names in `, &[("name", value), ..])`: each is a text right behind the list's own brackets.
fn written_out(after_key: &str) -> Option<Vec<&str>> {
    let list = after_key.trim_start().strip_prefix(',')?.trim_start();
    let list = list.strip_prefix("&[")?;
    let mut depth = 1_usize;
    let mut names = Vec::new();
    for (at, c) in list.char_indices() {
        match c {
            '(' | '[' | '{' => {
                if depth == 1 && c == '(' {
                    // A pair made elsewhere cannot be read here: then say nothing of the call.
                    let name = list.get(at + 1..)?.trim_start().strip_prefix('"');
                    names.push(name?.split('"').next()?);
                }
                depth += 1;
            }
            ')' | ']' | '}' => depth -= 1,
            _ if depth == 1 && !(c.is_whitespace() || c == ',') => return None,
            _ => {}
        }
        if depth == 0 {
            names.sort_unstable();
            return Some(names);
        }
    }
    None
}

/// Texts in the code that have the shape of a key: two or more small words or numbers, joined.
pub fn keys_in(text: &str) -> impl Iterator<Item = &str> {
    text.match_indices('"').filter_map(|(at, _)| {
        let rest = text.get(at + 1..)?;
        let key = rest.get(..rest.find(|c| !in_a_key(c))?)?;
        let whole = rest.get(key.len()..)?.starts_with('"');
        let shaped =
            key.starts_with(|c: char| c.is_ascii_lowercase()) && key.contains('-') && !key.ends_with('-');
        (whole && shaped).then_some(key)
    })
}

fn in_a_key(c: char) -> bool {
    c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'
}

/// A key put together from parts: what stands before, between and after them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern<'t>(Vec<&'t str>);

impl Pattern<'_> {
    /// Whether a key may come of it: each part is something.
    pub fn fits(&self, key: &str) -> bool {
        let Some((first, rest)) = self.0.split_first() else { return false };
        let Some(mut left) = key.strip_prefix(first) else { return false };
        let Some((last, between)) = rest.split_last() else { return left.is_empty() };
        for fixed in between {
            // A part has one letter at least.
            let Some(at) =
                left.char_indices().skip(1).map(|(at, _)| at).find(|at| left[*at..].starts_with(fixed))
            else {
                return false;
            };
            left = &left[at + fixed.len()..];
        }
        left.len() > last.len() && left.ends_with(last)
    }
}

/// The patterns of keys in the code: texts such as `"zone-{zone}"`, whose beginning ends in a dash.
pub fn patterns_in(text: &str) -> Vec<Pattern<'_>> {
    let pattern = |at: usize| {
        let whole = text.get(at + 1..)?.split('"').next()?;
        let mut fixed = Vec::new();
        let mut rest = whole;
        while let Some((before, after)) = rest.split_once('{') {
            fixed.push(before);
            rest = after.split_once('}')?.1;
        }
        fixed.push(rest);
        let begins = fixed.len() > 1 && fixed.first().is_some_and(|first| first.ends_with('-'));
        (begins && fixed.iter().all(|part| part.chars().all(in_a_key))).then_some(Pattern(fixed))
    };
    text.match_indices('"').filter_map(|(at, _)| pattern(at)).collect()
}
