//! How the story is told: chapters and lines, to wherever they are wanted.

/// Collects what is told, and passes each line on as it comes.
pub struct Teller {
    lines: Vec<String>,
    chapters: usize,
    to: Box<dyn FnMut(&str)>,
}

impl Teller {
    /// Tells each line to `to`.
    pub fn new(to: impl FnMut(&str) + 'static) -> Self {
        Self { lines: Vec::new(), chapters: 0, to: Box::new(to) }
    }

    /// Tells nobody, and only collects.
    pub fn quiet() -> Self {
        Self::new(|_| {})
    }

    /// A new chapter.
    pub fn chapter(&mut self, title: &str) {
        self.chapters += 1;
        let title = format!("\n{}. {title}", self.chapters);
        self.put(&title);
    }

    /// What happens.
    pub fn say(&mut self, line: &str) {
        self.put(&format!("   {line}"));
    }

    /// What the screen shows.
    pub fn screen(&mut self, line: &str) {
        for line in line.lines() {
            self.put(&format!("   | {line}"));
        }
    }

    /// Everything told so far.
    pub fn told(&self) -> String {
        self.lines.join("\n")
    }

    fn put(&mut self, line: &str) {
        (self.to)(line);
        self.lines.push(line.to_owned());
    }
}
