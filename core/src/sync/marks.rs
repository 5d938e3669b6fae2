//! Whose words are these? A practice's copy may say what another phone of this
//! plan wrote there a minute ago, or what the practice wrote. The first are the
//! person's own words and no suggestion. So each resource that goes out carries
//! a mark: keyed sums of what its fields said, which nobody else can make.

use super::mapping::Fields;
use crate::base64::encode_url;
use crate::record::{Slot, Value};
use ring::digest::{SHA256, digest};
use ring::hmac;
use std::borrow::Cow;

/// The longest mark that is read.
const LONGEST: usize = 64 * 1024;

/// Makes and reads marks, under the plan's own secret: the same on every phone.
pub struct Marker(hmac::Key);

impl Marker {
    /// Under the plan's secret.
    pub fn new(secret: &[u8; 32]) -> Self {
        Self(hmac::Key::new(hmac::HMAC_SHA256, secret))
    }

    /// The mark of a resource that says this.
    pub fn mark<'f>(&self, id: &str, fields: impl Iterator<Item = (&'f Slot, &'f Value)>) -> String {
        let mut sums = vec![self.owner(id)];
        sums.extend(fields.map(|(slot, value)| self.sum_of(*slot, value)));
        sums.join(" ")
    }

    fn owner(&self, id: &str) -> String {
        self.sum(&[b"hearth mark of", id.as_bytes()])
    }

    fn sum_of(&self, slot: Slot, value: &Value) -> String {
        let (kind, field) = (slot.kind.to_be_bytes(), slot.field.to_be_bytes());
        self.sum(&[b"hearth mark", &slot.entity.0, &kind, &field, canonical(value).as_bytes()])
    }

    fn sum(&self, parts: &[&[u8]]) -> String {
        let mut context = hmac::Context::with_key(&self.0);
        for part in parts {
            context.update(&(part.len() as u64).to_be_bytes());
            context.update(part);
        }
        encode_url(context.sign().as_ref().get(..9).unwrap_or_default())
    }

    /// Reads the mark on a resource.
    pub fn read(&self, mark: Option<&str>, id: &str) -> Mark<'_> {
        let mut sums =
            mark.filter(|mark| mark.len() <= LONGEST).unwrap_or_default().split(' ').map(str::to_owned);
        let there = mark.is_some();
        let owner = sums.next().unwrap_or_default();
        Mark { marker: self, is_foreign: there && owner != self.owner(id), sums: sums.collect() }
    }
}

/// A mark as it was read.
pub struct Mark<'m> {
    marker: &'m Marker,
    is_foreign: bool,
    sums: Vec<String>,
}

impl Mark<'_> {
    /// Whether another plan made it: an earlier one of the same person.
    pub fn is_foreign(&self) -> bool {
        self.is_foreign
    }

    /// Whether a phone of this plan wrote just this there.
    pub fn vouches_for(&self, slot: Slot, value: &Value) -> bool {
        let sum = self.marker.sum_of(slot, value);
        !self.is_foreign && self.sums.contains(&sum)
    }
}

/// Whether two values say the same, as far as servers keep what is said: `72.50`
/// is `72.5`, a line's end is a line's end.
pub fn is_same(one: &Value, other: &Value) -> bool {
    one == other || canonical(one) == canonical(other)
}

/// A sum over a value, to tell later whether it has changed.
pub fn sum_of(value: &Value) -> String {
    super::hex(digest(&SHA256, canonical(value).as_bytes()).as_ref().get(..12).unwrap_or_default())
}

fn canonical(value: &Value) -> Cow<'_, str> {
    match value {
        Value::Empty | Value::Erased => Cow::Borrowed(""),
        Value::Text(text) => plain(text),
        Value::Decimal(text) => Cow::Owned(format!("n{}", number(text))),
        other => Cow::Owned(format!("{other:?}")),
    }
}

/// Text without what servers change unasked: the kind of line end, space around.
fn plain(text: &str) -> Cow<'_, str> {
    let text = text.trim();
    match text.contains('\r') {
        true => Cow::Owned(format!("t{}", text.replace("\r\n", "\n").replace('\r', "\n"))),
        false => Cow::Owned(format!("t{text}")),
    }
}

/// A number in one form: `72.50`, `72.5` and `7.25e1` are one.
fn number(text: &str) -> String {
    let (sign, text) = text.strip_prefix('-').map_or(("", text), |text| ("-", text));
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = format!("{whole}{fraction}");
    let Ok(exponent) = exponent.parse::<i64>() else { return text.to_owned() };
    let Some(point) = exponent.checked_sub(fraction.len() as i64) else { return text.to_owned() };
    let significant = digits.trim_end_matches('0');
    let point = point.saturating_add((digits.len() - significant.len()) as i64);
    match significant.trim_start_matches('0') {
        "" => "0".to_owned(),
        significant => format!("{sign}{significant}e{point}"),
    }
}

/// What a field says, or that it is not answered.
pub fn at(fields: &Fields, slot: Slot) -> &Value {
    fields.get(&slot).unwrap_or(&Value::Empty)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::EntityId;

    const SLOT: Slot = Slot { entity: EntityId([1; 16]), kind: 5, field: 10 };

    fn text(text: &str) -> Value {
        Value::Text(text.to_owned())
    }

    fn decimal(text: &str) -> Value {
        Value::Decimal(text.to_owned())
    }

    #[test]
    fn a_mark_vouches_for_what_was_written_and_for_nothing_else() {
        let marker = Marker::new(&[7; 32]);
        let walk = text("Walk to the bridge");
        let other = Slot { field: 11, ..SLOT };
        let mark = marker.mark("g1", [(&SLOT, &walk), (&other, &Value::Empty)].into_iter());
        let read = marker.read(Some(&mark), "g1");
        assert!(
            !read.is_foreign() && read.vouches_for(SLOT, &walk) && read.vouches_for(other, &Value::Empty)
        );
        assert!(read.vouches_for(SLOT, &text("Walk to the bridge \r\n")));
        assert!(!read.vouches_for(SLOT, &text("Walk past the bridge")));
        assert!(!read.vouches_for(SLOT, &Value::Empty));
        assert!(!read.vouches_for(Slot { entity: EntityId([2; 16]), ..SLOT }, &walk));
        assert!(!read.vouches_for(other, &walk));
    }

    #[test]
    fn another_plans_mark_a_moved_one_and_none_vouch_for_nothing() {
        let (marker, other) = (Marker::new(&[7; 32]), Marker::new(&[8; 32]));
        let walk = text("Walk to the bridge");
        let mark = other.mark("g1", [(&SLOT, &walk)].into_iter());
        let read = marker.read(Some(&mark), "g1");
        assert!(read.is_foreign() && !read.vouches_for(SLOT, &walk));
        let moved = marker.mark("g2", [(&SLOT, &walk)].into_iter());
        assert!(marker.read(Some(&moved), "g1").is_foreign());
        let none = marker.read(None, "g1");
        assert!(!none.is_foreign() && !none.vouches_for(SLOT, &walk));
        assert!(!marker.read(Some(&"x ".repeat(LONGEST)), "g1").vouches_for(SLOT, &walk));
    }

    #[test]
    fn what_a_server_writes_in_another_way_is_the_same() {
        for (one, other) in [
            ("72.50", "72.5"),
            ("72.0", "72"),
            ("0.10", "1e-1"),
            ("-0", "0"),
            ("1200", "1.2E3"),
            ("00", "0.000"),
        ] {
            assert!(is_same(&decimal(one), &decimal(other)), "{one} {other}");
            assert_eq!(sum_of(&decimal(one)), sum_of(&decimal(other)));
        }
        for (one, other) in
            [("72.5", "725"), ("72.5", "7.25"), ("-1", "1"), ("10", "1"), ("1e9999999999999999999", "1")]
        {
            assert!(!is_same(&decimal(one), &decimal(other)), "{one} {other}");
        }
        assert!(is_same(&text("one\r\ntwo"), &text(" one\ntwo\n")));
        assert!(is_same(&Value::Empty, &Value::Erased));
        for other in [text("one two"), text("one\n\ntwo"), Value::Empty, Value::Code("one\ntwo".into())] {
            assert!(!is_same(&text("one\ntwo"), &other));
        }
        assert!(!is_same(&text(""), &Value::Int(0)));
    }
}
