//! The narrative of a document, as XHTML (<https://hl7.org/fhir/R4/narrative.html>): made only of
//! escaped text and a few plain elements.

use crate::words::isolated;

/// XHTML being written. There is no way to put in text that is not escaped.
#[derive(Default)]
pub(super) struct Html(String);

impl Html {
    pub(super) fn new() -> Self {
        Self::default()
    }

    /// An element of this name with what `inside` writes; none around nothing.
    pub(super) fn within(&mut self, name: &str, inside: impl FnOnce(&mut Html)) {
        let mut html = Html::new();
        inside(&mut html);
        if !html.0.is_empty() {
            self.0.push_str(&format!("<{name}>{}</{name}>", html.0));
        }
    }

    /// A sentence of Hearth's, or one in which people's texts were isolated before.
    pub(super) fn text(&mut self, text: &str) {
        escape(&mut self.0, text);
    }

    /// A person's text. Marks in it that steer direction end where it ends.
    pub(super) fn said(&mut self, text: &str) {
        escape(&mut self.0, &isolated(text));
    }

    /// An element with one sentence in it.
    pub(super) fn line(&mut self, name: &str, text: &str) {
        self.within(name, |html| html.text(text));
    }

    /// What was written elsewhere.
    pub(super) fn put(&mut self, other: Html) {
        self.0.push_str(&other.0);
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The whole as the `div` that FHIR asks for, in a language.
    pub(super) fn div(&self, language: &str) -> String {
        let Html(inside) = self;
        format!(
            "<div xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"{language}\" xml:lang=\"{language}\">{inside}</div>"
        )
    }
}

/// Text as XHTML: what is markup there is a name here, and what XML does not allow is shown.
fn escape(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' => out.push_str("<br/>"),
            '\t' => out.push(' '),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => {
                out.push(char::REPLACEMENT_CHARACTER);
            }
            c => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_in_a_text_is_only_text() {
        let mut html = Html::new();
        html.within("p", |p| p.said("<script>alert('1')</script> & \"x\"\nnext\u{1}\u{ffff}"));
        assert_eq!(
            html.0,
            "<p>&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; &quot;x&quot;<br/>next\u{fffd}\u{fffd}</p>"
        );
    }

    #[test]
    fn a_mark_that_turns_the_line_around_ends_where_its_text_ends() {
        let mut html = Html::new();
        html.said("a\u{202e}b\u{2069}");
        html.text(" after");
        assert_eq!(html.0, "\u{2068}a\u{202e}b\u{2069} after");
    }

    #[test]
    fn an_element_around_nothing_is_none() {
        let mut html = Html::new();
        html.within("ul", |list| list.within("li", |_| {}));
        assert!(html.is_empty());
    }
}
