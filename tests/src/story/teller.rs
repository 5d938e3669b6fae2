//! How the story is told: chapters and lines, in one language, to wherever they
//! are wanted.

use hearth_core::words::Language;

/// The language of the story: Hearth's sentences, the teller's, and Jo's own
/// words. (Hearth translates nobody's words: this Jo thinks in the language.)
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tongue(pub Language);

impl Tongue {
    /// What is said in this language.
    pub fn pick<'a>(self, english: &'a str, welsh: &'a str) -> &'a str {
        if self.0 == Language::Cy { welsh } else { english }
    }
}

/// Collects what is told, and passes each line on as it comes.
pub struct Teller {
    tongue: Tongue,
    lines: Vec<String>,
    chapters: usize,
    to: Box<dyn FnMut(&str)>,
}

impl Teller {
    /// Tells each line to `to`.
    pub fn new(language: Language, to: impl FnMut(&str) + 'static) -> Self {
        Self { tongue: Tongue(language), lines: Vec::new(), chapters: 0, to: Box::new(to) }
    }

    /// Tells nobody, and only collects.
    pub fn quiet(language: Language) -> Self {
        Self::new(language, |_| {})
    }

    /// The language it is told in.
    pub fn tongue(&self) -> Tongue {
        self.tongue
    }

    /// A new chapter.
    pub fn chapter(&mut self, english: &str, welsh: &str) {
        self.chapters += 1;
        let title = format!("\n{}. {}", self.chapters, self.tongue.pick(english, welsh));
        self.put(&title);
    }

    /// What happens.
    pub fn say(&mut self, english: &str, welsh: &str) {
        self.put(&format!("   {}", self.tongue.pick(english, welsh)));
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
