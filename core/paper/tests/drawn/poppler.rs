//! Poppler's tools as a reader that others wrote.

use std::path::Path;
use std::process::Command;

fn said(program: &str, args: &[&str], file: &Path) -> String {
    let output = Command::new(program).args(args).arg(file).output().expect("poppler-utils is installed");
    let errors = String::from_utf8_lossy(&output.stderr);
    // Poppler 22 asks for a name where the standard has a boolean (ISO 32000-1, table 321).
    let known = |line: &&str| !line.is_empty() && !line.contains("Suspects object is wrong type (boolean)");
    let errors: Vec<&str> = errors.lines().filter(known).collect();
    assert!(output.status.success() && errors.is_empty(), "{program}: {errors:?}");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// The text, in the order in which it was drawn.
pub fn text(file: &Path) -> String {
    pdftotext(&["-raw", "-enc", "UTF-8"], file)
}

/// The text as it stands on the page, lines from right to left turned around.
pub fn seen(file: &Path) -> String {
    pdftotext(&["-enc", "UTF-8"], file)
}

fn pdftotext(args: &[&str], file: &Path) -> String {
    let output = Command::new("pdftotext").args(args).arg(file).arg("-").output().unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && errors.is_empty(), "{errors}");
    String::from_utf8(output.stdout).unwrap()
}

/// The tags with their text.
pub fn structure(file: &Path) -> String {
    said("pdfinfo", &["-struct-text"], file)
}

/// What is said of the document.
pub fn about(file: &Path) -> String {
    said("pdfinfo", &[], file)
}

/// Its metadata as XML.
pub fn metadata(file: &Path) -> String {
    said("pdfinfo", &["-meta"], file)
}

/// A line a font, without the two lines of heading.
pub fn fonts(file: &Path) -> Vec<String> {
    said("pdffonts", &[], file).lines().skip(2).map(str::to_owned).collect()
}

/// One text without its spaces, line ends and marks that steer direction: what wraps elsewhere is still the same.
pub fn squeezed(text: &str) -> String {
    let steers =
        |c: char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    text.chars().filter(|c| !c.is_whitespace() && !steers(*c) && *c != '\u{c}').collect()
}

/// The file with its streams unpacked, what is not text is lost.
pub fn unpacked(file: &Path) -> String {
    let bytes = std::fs::read(file).unwrap();
    let mut all = String::from_utf8_lossy(&bytes).into_owned();
    let mut rest = bytes.as_slice();
    let find = |in_: &[u8], what: &[u8]| in_.windows(what.len()).position(|window| window == what);
    while let Some(at) = find(rest, b"stream\n") {
        rest = &rest[at + 7..];
        let Some(end) = find(rest, b"endstream") else { break };
        if let Ok(plain) = miniz_oxide::inflate::decompress_to_vec_zlib(&rest[..end]) {
            all.push_str(&String::from_utf8_lossy(&plain));
        }
        rest = &rest[end + 9..];
    }
    all
}
