//! The recovery words on paper: to read, and to scan on another phone.

use crate::companion::Trouble;
use crate::vault::RecoveryWords;
use crate::words::Words;
use hearth_paper::{Code, Item, Numbers, Part, Said, Tongue};

pub(super) fn parts(recovery: &RecoveryWords, words: &Words) -> Result<Vec<Part>, Trouble> {
    // The list is English in every language.
    let english = |word: &str| Said { text: word.to_owned(), tongue: Tongue::Of("en-GB") };
    let items = recovery.words().into_iter();
    let items = items.map(|word| Item { words: vec![english(word)], notes: Vec::new() }).collect();
    let code = hearth_card::qr(&recovery.phrase()).map_err(|_| Trouble::Fault)?;
    let alt = words.plain("print-words-code", &[]);
    Ok(vec![
        Part::Line(Said::own(words.plain("print-words-note", &[]))),
        Part::List { numbers: Numbers::Counted, items },
        Part::Code(Code { size: code.size, modules: code.modules, alt: alt.clone() }),
        Part::Line(Said::own(alt)),
    ])
}
