//! JSON as it is written: elements in PRSB's order, numbers and kept parts as they came.

/// A value to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Json {
    /// An object.
    Object(Vec<(String, Json)>),
    /// A list.
    List(Vec<Json>),
    /// A text.
    Text(String),
    /// JSON already: a number, yes or no, a part of a file as it came.
    Plain(String),
}

impl Json {
    pub(super) fn text(text: &str) -> Self {
        Json::Text(text.to_owned())
    }

    /// As text, two spaces a level.
    pub(super) fn write(&self, level: usize, out: &mut String) {
        match self {
            Json::Text(text) => out.push_str(&quoted(text)),
            Json::Plain(plain) => out.push_str(plain),
            Json::List(items) => {
                let item = |item: &Json, out: &mut String| item.write(level + 1, out);
                lines(out, level, ['[', ']'], items, item);
            }
            Json::Object(pairs) => lines(out, level, ['{', '}'], pairs, |(name, value), out| {
                out.push_str(&quoted(name));
                out.push_str(": ");
                value.write(level + 1, out);
            }),
        }
    }
}

fn lines<T>(
    out: &mut String,
    level: usize,
    [open, close]: [char; 2],
    items: &[T],
    write: impl Fn(&T, &mut String),
) {
    out.push(open);
    for (at, item) in items.iter().enumerate() {
        out.push_str(if at == 0 { "\n" } else { ",\n" });
        out.push_str(&"  ".repeat(level + 1));
        write(item, out);
    }
    if !items.is_empty() {
        out.push('\n');
        out.push_str(&"  ".repeat(level));
    }
    out.push(close);
}

fn quoted(text: &str) -> String {
    // A text is always JSON: this can't fail.
    serde_json::to_string(text).unwrap_or_else(|_| "\"\"".to_owned())
}
