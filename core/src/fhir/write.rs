//! Writing JSON: texts quoted, objects from their members.

use std::fmt::Write;

/// A text as JSON. Beside what JSON asks for, whatever steers direction or ends a line unseen is
/// written as an escape: it says the same, and no log or editor is turned around by it.
pub(super) fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{61c}' => escape(&mut out, c),
            '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
                escape(&mut out, c);
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

fn escape(out: &mut String, c: char) {
    let _ = write!(out, "\\u{:04x}", u32::from(c));
}

/// An object being written, member by member. What would be empty is left out: FHIR has no empty
/// texts, lists or objects (<https://hl7.org/fhir/R4/json.html>).
#[derive(Default)]
pub(super) struct Object(String);

impl Object {
    pub(super) fn new() -> Self {
        Self::default()
    }

    /// A resource of this type.
    pub(super) fn resource(name: &str) -> Self {
        Self::new().text("resourceType", name)
    }

    /// A member that is JSON already; none for "".
    pub(super) fn json(mut self, name: &str, value: impl AsRef<str>) -> Self {
        let value = value.as_ref();
        if matches!(value, "" | "{}" | "[]") {
            return self;
        }
        if !self.0.is_empty() {
            self.0.push(',');
        }
        let _ = write!(self.0, "\"{name}\":{value}");
        self
    }

    /// A text; none for white space alone, which FHIR does not allow.
    pub(super) fn text(self, name: &str, text: &str) -> Self {
        match text.trim().is_empty() {
            true => self,
            false => self.json(name, quoted(text)),
        }
    }

    /// An object.
    pub(super) fn object(self, name: &str, inside: Object) -> Self {
        self.json(name, inside.done())
    }

    /// A list of what is JSON already.
    pub(super) fn list(self, name: &str, items: impl IntoIterator<Item = String>) -> Self {
        let items: Vec<String> = items.into_iter().collect();
        self.json(name, format!("[{}]", items.join(",")))
    }

    pub(super) fn done(self) -> String {
        format!("{{{}}}", self.0)
    }

    /// Its members, without the brackets.
    pub(super) fn members(self) -> String {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_quoted_says_the_same_to_another_reader() {
        for text in ["", "a\"b\\c", "\u{0}\u{1f}\u{7f}\n\t\r", "سلام \u{202e}abc\u{2028}", "<b>&amp;", "😀"]
        {
            assert_eq!(serde_json::from_str::<String>(&quoted(text)).unwrap(), text);
        }
    }

    #[test]
    fn nothing_that_turns_a_line_around_is_written_bare() {
        assert_eq!(quoted("a\u{202e}b\u{2069}"), r#""a\u202eb\u2069""#);
    }

    #[test]
    fn an_object_has_no_empty_members() {
        let object = Object::new().text("a", " \n").list("b", []).object("c", Object::new()).text("d", "e");
        assert_eq!(object.done(), r#"{"d":"e"}"#);
    }
}
