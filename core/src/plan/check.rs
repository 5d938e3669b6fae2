//! The door: what may be written in a field. Refused, never cut.

use super::{CatTotal, Coded, Field, Number, PartialDate, Scale10, Type};
use crate::record::{MAX_PARENTS, Value};

/// The most bytes a text may have. Longer is refused with a sentence, never cut.
pub const MAX_TEXT: usize = 64 * 1024;
/// The most bytes a name beside words may have: an interpreter's, a language's,
/// a guest's and their role. With it the longest words still fit in one op
/// ([`crate::record::MAX_OP_BYTES`]).
pub const MAX_NAME: usize = 1024;

/// Why a value can't be kept in a field. Nothing was written and nothing lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// A scale goes from 1 to 10.
    #[error("a scale goes from 1 to 10")]
    OffTheScale,
    /// A CAT total goes from 0 to 40.
    #[error("a CAT total goes from 0 to 40")]
    OffTheTotal,
    /// Longer than [`MAX_TEXT`].
    #[error("the text is longer than 64 KiB")]
    TextTooLong,
    /// It holds a control character other than a new line or a tab.
    #[error("the text holds a control character")]
    ControlCharacter,
    /// No such day, or not written as a date is.
    #[error("there is no such date")]
    NoSuchDate,
    /// A year before 1850 or after 2200: a slip of the thumb, or a wrong clock.
    #[error("the date is too far away")]
    UnlikelyYear,
    /// Not a number as FHIR writes them.
    #[error("not a number")]
    NotANumber,
    /// A number of more digits than anybody reads off anything.
    #[error("the number has too many digits")]
    UnlikelyNumber,
    /// Not one of the field's words.
    #[error("not one of the choices")]
    NotAChoice,
    /// A value of another type than the field's.
    #[error("the field holds something else")]
    WrongType,
    /// More entries than a list may have.
    #[error("the list is too long")]
    ListTooLong,
}

/// The most entries of an ordered list.
const MAX_LIST: usize = 1000;

/// Whether `value` may be written in `field`. [`Value::Empty`] always may:
/// nothing is mandatory, and every answer can be taken back.
pub fn check(field: &Field, value: &Value) -> Result<(), Refused> {
    match (field.holds, value) {
        (_, Value::Empty) => Ok(()),
        (Type::Words, Value::Text(text)) => words(text),
        (Type::Words, Value::Interpreted { text, original }) => {
            words(text)?;
            words(&original.text)?;
            check_name(&original.language)?;
            check_name(&original.interpreter)?;
            PartialDate::parse(&original.on).map(drop)
        }
        (Type::Scale10, Value::Int(step)) => Scale10::new(*step).map(drop),
        (Type::CatTotal, Value::Int(total)) => CatTotal::new(*total).map(drop),
        (Type::Count, Value::Int(count)) if *count >= 0 => Ok(()),
        (Type::Flag, Value::Bool(_)) => Ok(()),
        (Type::Number, Value::Decimal(text)) => Number::parse(text).map(drop),
        (Type::Date, Value::Date(text)) => PartialDate::parse(text).map(drop),
        (Type::Instant, Value::Instant(ms, offset)) => instant(*ms, *offset),
        (Type::Choice, Value::Code(word)) => match field.choices.contains(&word.as_str()) {
            true => Ok(()),
            false => Err(Refused::NotAChoice),
        },
        (Type::Coded, Value::Text(text)) => Coded::parse(text).map(drop),
        (Type::Entity, Value::Entity(_)) => Ok(()),
        (Type::Order, Value::Order(ids)) if ids.len() <= MAX_LIST => Ok(()),
        (Type::Order, Value::Order(_)) => Err(Refused::ListTooLong),
        (Type::Ops, Value::Ops(ids)) if ids.len() <= MAX_PARENTS => Ok(()),
        (Type::Ops, Value::Ops(_)) => Err(Refused::ListTooLong),
        (Type::Bytes, Value::Bytes(bytes)) if bytes.len() <= 1024 => Ok(()),
        _ => Err(Refused::WrongType),
    }
}

/// Whether somebody may type `value` into `field`: as [`check`], and a number is one that can be read
/// off something ([`Number::may_be_typed`]). What comes from elsewhere stays as it was written there.
pub fn check_typed(field: &Field, value: &Value) -> Result<(), Refused> {
    check(field, value)?;
    match value {
        Value::Decimal(text) if !Number::parse(text)?.may_be_typed() => Err(Refused::UnlikelyNumber),
        _ => Ok(()),
    }
}

/// Whether a name may stand beside words: see [`MAX_NAME`].
pub fn check_name(name: &str) -> Result<(), Refused> {
    if name.len() > MAX_NAME { Err(Refused::TextTooLong) } else { words(name) }
}

fn words(text: &str) -> Result<(), Refused> {
    if text.len() > MAX_TEXT {
        return Err(Refused::TextTooLong);
    }
    let control = |c: char| c.is_control() && !matches!(c, '\n' | '\t');
    if text.contains(control) { Err(Refused::ControlCharacter) } else { Ok(()) }
}

/// Between 1850 and 2200, with an offset that some place on Earth has had.
fn instant(ms: i64, offset: i16) -> Result<(), Refused> {
    const YEAR_1850: i64 = -3_786_825_600_000;
    const YEAR_2200: i64 = 7_258_118_400_000;
    let plausible = (YEAR_1850..YEAR_2200).contains(&ms) && (-16 * 60..=16 * 60).contains(&offset);
    if plausible { Ok(()) } else { Err(Refused::UnlikelyYear) }
}
