//! The words of a choice in a record: British English, whatever language the person's
//! own phone speaks.

use crate::plan::{Attachment, Field, Form, Kind, PartialDate, Type};
use crate::record::Value;
use crate::words::{Arg, Words};

/// The sentence of one word of a choice.
pub(super) fn choice(words: &Words, field: &Field, word: &str) -> String {
    if (field.kind, field.number) == (Attachment::MIME.kind, Attachment::MIME.number) {
        return word.to_owned();
    }
    let key = format!("choice-{}-{}", field.name.replace(['.', '_'], "-"), word.replace('_', "-"));
    words.plain(&key, &[])
}

/// The word of a choice that has this sentence.
pub(super) fn word(words: &Words, field: &Field, said: &str) -> Option<&'static str> {
    field.choices.iter().copied().find(|word| choice(words, field, word) == said)
}

/// The choice that a record's own word or code for it stands beside: `goal.status` for
/// `goal.status_said` and `goal.status_code`.
pub(super) fn choice_beside(field: &Field) -> Option<Field> {
    let name = field.name.strip_suffix("_said").or_else(|| field.name.strip_suffix("_code"))?;
    let kind = Kind::from_number(field.kind)?;
    let choices = kind.own_fields().iter().filter(|other| !other.choices.is_empty());
    choices.copied().find(|other| other.name == name)
}

/// The words beside a code: `person.role` for `person.role_code`, `goal.words` for
/// `goal.code`. A choice and what a record says in its place are no such words.
pub(super) fn words_beside(code: &Field) -> Option<Field> {
    let kind = Kind::from_number(code.kind)?;
    let (_, own) = code.name.split_once('.')?;
    let own = if own == "code" { "words" } else { own.strip_suffix("_code")? };
    let name = format!("{}.{own}", kind.name());
    let words = kind.own_fields().iter().find(|field| field.name == name)?;
    (words.holds == Type::Words).then_some(*words)
}

/// The code beside words: the other way round.
pub(super) fn code_beside(words: &Field) -> Option<Field> {
    let kind = Kind::from_number(words.kind)?;
    let mut codes = kind.own_fields().iter().filter(|field| field.holds == Type::Coded);
    codes.find(|code| words_beside(code).is_some_and(|beside| beside.number == words.number)).copied()
}

/// A form as a document to be asked for: its name, its date, where it is. `value`
/// gives what a field of it says.
pub(super) fn document(words: &Words, value: impl Fn(&Field) -> Option<Value>) -> String {
    let text = |field| value(field).as_ref().and_then(Value::text).map(str::to_owned);
    let name = text(&Form::NAME);
    let form = match value(&Form::FORM) {
        // One that is only called "another form" is told by its name.
        Some(Value::Code(word)) if word != "other" || name.is_none() => {
            Some(choice(words, &Form::FORM, &word))
        }
        _ => None,
    };
    let dated = match value(&Form::DATED) {
        Some(Value::Date(date)) => PartialDate::parse(&date).ok(),
        _ => None,
    };
    let dated = dated
        .map(|date| date.whole().map_or_else(|| words.partial(&date.to_string()), |day| words.date(day)));
    let dated = dated.map(|date| words.safety_plain("card-form-dated", &[("date", Arg::Text(&date))]));
    let place = text(&Form::PLACE)
        .map(|place| words.safety_plain("card-form-where", &[("place", Arg::Text(&place))]));
    let parts: Vec<String> = [form, name, dated, place].into_iter().flatten().collect();
    parts.join(". ")
}
