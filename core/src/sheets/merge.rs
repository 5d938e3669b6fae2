//! One list of several sheets: each result, question and prompt once, in an order
//! that does not change with the order in which sheets are chosen.
//!
//! What a thing is known by must never change, since answers are kept under it.
//! In Hearth's own sheets it is the id. A stranger's id means nothing outside
//! their sheet ("q1" of two clinicians is two questions), so there it is made of
//! what is asked: the same words with the same sort of answer are the same thing,
//! in whichever sheets they stand.

use super::{Answer, Measure, MoodQuestion, Prompt, Question, Sheet, shipped};
use ring::digest::{Context, SHA256};

/// One thing of the merged list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct One<'s, T> {
    /// Its stable name.
    pub key: String,
    /// The thing, as the first sheet has it.
    pub thing: &'s T,
    /// The sheets it stands in, by their place in the list given.
    pub sheets: Vec<usize>,
}

/// What several sheets ask and show, each once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Merged<'s> {
    /// The questions about mood.
    pub mood: Vec<MoodQuestion>,
    /// The results.
    pub results: Vec<One<'s, Measure>>,
    /// The questions.
    pub questions: Vec<One<'s, Question>>,
    /// The prompts.
    pub prompts: Vec<One<'s, Prompt>>,
}

/// Makes one list of several sheets, in the order they are given.
pub fn merge<'s>(sheets: &[&'s Sheet]) -> Merged<'s> {
    let mut merged = Merged::default();
    for (at, sheet) in sheets.iter().enumerate() {
        merged.mood.extend(&sheet.mood);
        for result in &sheet.results {
            put(&mut merged.results, result_key(sheet, result), result, at);
        }
        for question in &sheet.questions {
            put(&mut merged.questions, question_key(sheet, question), question, at);
        }
        for prompt in &sheet.prompts {
            put(&mut merged.prompts, prompt_key(sheet, prompt), prompt, at);
        }
    }
    merged.mood.sort_unstable();
    merged.mood.dedup();
    merged
}

fn put<'s, T>(list: &mut Vec<One<'s, T>>, key: String, thing: &'s T, sheet: usize) {
    match list.iter_mut().find(|one| one.key == key) {
        Some(one) if one.sheets.contains(&sheet) => {}
        Some(one) => one.sheets.push(sheet),
        None => list.push(One { key, thing, sheets: vec![sheet] }),
    }
}

fn question_key(sheet: &Sheet, question: &Question) -> String {
    if sheet.ours || matches!(question.answer, Answer::Mrc | Answer::Cat) {
        return question.id.clone();
    }
    let same = |ours: &&Question| ours.ask == question.ask && ours.answer == question.answer;
    match shipped().iter().flat_map(|sheet| &sheet.questions).find(same) {
        Some(ours) => ours.id.clone(),
        None => {
            let mut parts = vec![question.answer.name(), &question.ask.en, &question.ask.cy];
            match &question.answer {
                Answer::Scale { low, high } => parts.extend([&*low.en, &*low.cy, &*high.en, &*high.cy]),
                Answer::Number { units } => parts.extend(units.iter().map(String::as_str)),
                _ => {}
            }
            own("question", &parts)
        }
    }
}

fn result_key(sheet: &Sheet, result: &Measure) -> String {
    if sheet.ours {
        return result.id.clone();
    }
    let same = |ours: &&Measure| result.codes.iter().any(|code| ours.codes.contains(code));
    match shipped().iter().flat_map(|sheet| &sheet.results).find(same) {
        Some(ours) => ours.id.clone(),
        None => {
            let mut parts = vec![&*result.name.en, &*result.name.cy];
            parts.extend(result.codes.iter().map(String::as_str));
            own("result", &parts)
        }
    }
}

fn prompt_key(sheet: &Sheet, prompt: &Prompt) -> String {
    if sheet.ours {
        return prompt.id.clone();
    }
    match shipped().iter().flat_map(|sheet| &sheet.prompts).find(|ours| ours.text == prompt.text) {
        Some(ours) => ours.id.clone(),
        None => own("prompt", &[&prompt.text.en, &prompt.text.cy]),
    }
}

fn own(what: &str, parts: &[&str]) -> String {
    format!("own-{}", named(what, parts).iter().take(8).map(|b| format!("{b:02x}")).collect::<String>())
}

/// Sixteen bytes that name these parts, the same on every phone.
pub fn named(what: &str, parts: &[&str]) -> [u8; 16] {
    let mut context = Context::new(&SHA256);
    for part in [what].iter().chain(parts) {
        context.update(&(part.len() as u64).to_be_bytes());
        context.update(part.as_bytes());
    }
    let mut name = [0; 16];
    name.iter_mut().zip(context.finish().as_ref()).for_each(|(to, from)| *to = *from);
    name
}
