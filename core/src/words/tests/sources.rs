//! The keys that the code asks for, and the sentences it can say: none missing, none idle.
//!
//! Rust files are read as text: a call `say("key", &[("name", ..)])` or `plain(..)` names its key
//! and, where they are written out, its arguments. Keys chosen in one place and said in another
//! (an error's sentence, a result's name) are found by the beginning of the text.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use super::{arguments, messages};

/// Any text in the code that begins so is a key, wherever it stands.
const ALWAYS_KEYS: &[&str] = &["error-", "result-"];

/// Files whose rooms are built: each message in them is said by something. A room adds its file
/// here when its screens are there.
const BUILT: &[&str] = &["dates.ftl"];

struct Source {
    path: PathBuf,
    text: String,
}

/// The shipped code of the core and the card, without the tests of these words.
fn sources() -> Vec<Source> {
    let core = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    let mut folders = vec![core.join("src"), core.join("card/src")];
    while let Some(folder) = folders.pop() {
        if folder.ends_with("words/tests") {
            continue;
        }
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ext| ext == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                found.push(Source { path, text });
            }
        }
    }
    assert!(found.len() > 5, "the sources were not found");
    found
}

/// A call that says a key: the key, and its arguments where they are written out in the call.
#[derive(Debug, PartialEq)]
struct Call<'t> {
    key: &'t str,
    arguments: Option<Vec<&'t str>>,
}

/// The calls in a source text. Calls whose key is not written out are passed over.
fn calls(text: &str) -> Vec<Call<'_>> {
    let mut found = Vec::new();
    for door in [".say(", ".plain("] {
        for (at, _) in text.match_indices(door) {
            let rest = text[at + door.len()..].trim_start();
            let Some((key, after)) = rest.strip_prefix('"').and_then(|r| r.split_once('"')) else {
                continue;
            };
            found.push(Call { key, arguments: written_out(after) });
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
                let name = list[at + 1..].trim_start().strip_prefix('"');
                if depth == 1 && c == '(' {
                    // A pair made elsewhere cannot be read here: then say nothing of the call.
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

/// Texts of the code that begin as keys do.
fn texts_beginning<'t>(text: &'t str, beginning: &str) -> Vec<&'t str> {
    text.match_indices(&format!("\"{beginning}"))
        .filter_map(|(at, _)| text[at + 1..].split('"').next())
        .filter(|key| key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-'))
        .collect()
}

#[test]
fn every_key_in_the_code_has_its_sentence() {
    let known: BTreeSet<&str> = messages().iter().map(|message| message.key).collect();
    for source in sources() {
        let said = calls(&source.text).into_iter().map(|call| call.key);
        let begun = ALWAYS_KEYS.iter().flat_map(|beginning| texts_beginning(&source.text, beginning));
        for key in said.chain(begun) {
            assert!(known.contains(key), "{} says {key}, which has no sentence", source.path.display());
        }
    }
}

#[test]
fn every_call_gives_what_its_sentence_asks_for() {
    let messages = messages();
    let wanted: BTreeMap<&str, Vec<&str>> =
        messages.iter().map(|message| (message.key, arguments(&message.text))).collect();
    for source in sources() {
        for call in calls(&source.text) {
            let (Some(given), Some(wanted)) = (call.arguments, wanted.get(call.key)) else {
                continue;
            };
            assert!(
                wanted.iter().all(|name| given.contains(name)),
                "{}: {} asks for {wanted:?} and is given {given:?}",
                source.path.display(),
                call.key
            );
        }
    }
}

#[test]
fn no_sentence_of_a_built_room_is_idle() {
    let sources = sources();
    for message in messages() {
        let quoted = format!("\"{}\"", message.key);
        let used = sources.iter().any(|source| source.text.contains(&quoted));
        assert!(used || !BUILT.contains(&message.file), "nothing says {}", message.key);
    }
}

#[test]
fn the_scan_reads_calls_as_they_are_written() {
    let text = r#"
        words.say("one", &[]);
        words
            .plain(
                "two",
                &[("name", Arg::Text(&f("x", [1]))), ("date", 3.into())],
            );
        words.say(key, &[("n", 1.into())]);
        words.say("three", &args);
        words.say("four", &[pair, ("n", 1.into())]);
    "#;
    let mut found = calls(text);
    found.sort_by_key(|call| call.key);
    let call = |key, arguments| Call { key, arguments };
    assert_eq!(
        found,
        [
            call("four", None),
            call("one", Some(vec![])),
            call("three", None),
            call("two", Some(vec!["date", "name"])),
        ]
    );
    assert_eq!(texts_beginning(r#"x => "error-a-b", "error-c {n}", "an error-d""#, "error-"), ["error-a-b"]);
}
