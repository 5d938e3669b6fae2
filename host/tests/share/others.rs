//! Readers that others wrote open what we make: npm's kill-the-clipboard and jose, and for the code
//! that is shown to a camera rqrr, and zbar where it is installed.

use super::stage::{Phone, Stage, opened_rightly};
use super::support::World;
use hearth_core::companion::{ShareChoice, ShareView};
use hearth_core::share::{Link, Reach};
use serde_json::{Value, json};
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// What a script of `tests/peers/readers` says when it is asked this.
pub fn said_by(script: &str, asked: &Value) -> Value {
    let folder = PathBuf::from(std::env::var_os("HEARTH_READERS").expect("cargo xtask test fetches them"));
    let mut node = Command::new("node");
    node.arg(script).current_dir(folder).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut running = node.spawn().unwrap();
    running.stdin.take().unwrap().write_all(asked.to_string().as_bytes()).unwrap();
    serde_json::from_slice(&running.wait_with_output().unwrap().stdout).unwrap()
}

/// What one of the readers makes of a share.
fn read_by(reader: &str, share: &ShareView, passcode: Option<&str>) -> Result<String, String> {
    let page = concat!(env!("CARGO_MANIFEST_DIR"), "/viewer/index.html");
    let asked = json!({ "reader": reader, "link": share.link, "passcode": passcode, "page": page });
    let said = said_by("open.mjs", &asked);
    said["text"].as_str().map(str::to_owned).ok_or_else(|| said["error"].to_string())
}

fn long_plan(phone: &Phone) {
    for number in 0..40 {
        phone.goal(&format!("{number} {}", "a long story of my own, ".repeat(600)));
    }
}

/// Each kind of link that a person makes: with a passcode, kept up, neither, and one whose file is
/// too long to be embedded.
fn opens_every_kind(reader: &str) {
    let stage = Stage::new(World::sqlite());
    let phone = stage.phone();
    for (kept_up, passcode) in [(false, true), (true, true), (false, false), (true, false)] {
        let share = phone.share(&ShareChoice { passcode, ..phone.choice(kept_up) });
        let text = read_by(reader, &share, share.passcode.as_deref()).unwrap();
        assert!(text.contains("walk to the shop"), "{text}");
        let ours: Value = serde_json::from_str(&opened_rightly(&share).unwrap()).unwrap();
        let theirs: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(theirs[0], ours, "word for word what our own reader opens");
    }
    let share = phone.share(&phone.choice(false));
    let wrong = if share.passcode.as_deref() == Some("000000") { "000001" } else { "000000" };
    assert!(read_by(reader, &share, Some(wrong)).is_err());
    long_plan(&phone);
    let long = phone.share(&phone.choice(false));
    assert!(read_by(reader, &long, long.passcode.as_deref()).unwrap().contains("39 a long story"));
    phone.hearth.share_end(long.id).unwrap();
    assert!(read_by(reader, &long, long.passcode.as_deref()).is_err());
    let looks = phone.delivered(&share).looks;
    assert!(looks.is_empty(), "a wrong passcode is no look: {looks:?}");
}

/// Marks that steer direction change no word.
fn words_of(lines: &[String]) -> Vec<String> {
    let seen = |c: &char| !matches!(c, '\u{2066}'..='\u{2069}' | '\u{202a}'..='\u{202e}');
    lines.iter().map(|line| line.chars().filter(seen).collect()).collect()
}

fn the_viewer_shows_what_was_previewed() {
    let stage = Stage::new(World::sqlite());
    let phone = stage.phone();
    phone.goal("<img src=x onerror=alert(1)> & </p><script>alert(2)</script> &amp;lt;");
    let choice = phone.choice(true);
    let preview = phone.hearth.share_preview(&choice).unwrap();
    let share = phone.share(&choice);
    let shown: Value =
        serde_json::from_str(&read_by("viewer", &share, share.passcode.as_deref()).unwrap()).unwrap();
    let lines = |of: &Value| -> Vec<String> { serde_json::from_value(of.clone()).unwrap() };
    assert_eq!(words_of(&lines(&shown["front"])), words_of(&preview.front));
    let sections = shown["sections"].as_array().unwrap();
    assert_eq!(sections.len(), preview.sections.len());
    for section in &preview.sections {
        let there = sections.iter().find(|one| one["title"] == section.title.as_str()).unwrap();
        assert_eq!(words_of(&lines(&there["lines"])), words_of(&section.lines), "{}", section.title);
    }
    let record = shown["record"].as_str().unwrap();
    assert!(
        record.contains("<img src=x onerror=alert(1)>") && record.contains("Not in this copy"),
        "{record}"
    );
    assert!(record.contains("Copy made") && record.contains("It is not an order"), "{record}");
    // What it says when nothing can be shown.
    let why = |share: &ShareView, passcode: Option<&str>| read_by("viewer", share, passcode).unwrap_err();
    let wrong = if share.passcode.as_deref() == Some("000000") { "000001" } else { "000000" };
    assert!(why(&share, Some(wrong)).contains("wrong"));
    assert!(why(&share, None).contains("missing"));
    let link = share.link.clone().unwrap();
    let cut = ShareView { link: Some(link[..link.len() - 9].to_owned()), ..share.clone() };
    assert!(why(&cut, None).contains("cut"));
    let elsewhere = ShareView { link: Some(link.replace("127.0.0.1", "localhost")), ..share.clone() };
    assert!(why(&elsewhere, None).contains("elsewhere"), "it asks no other host than its own");
    phone.hearth.share_end(share.id).unwrap();
    assert!(why(&share, share.passcode.as_deref()).contains("nothing"));
}

mod by_node {
    #[test]
    #[ignore = "needs Node and its packages; cargo xtask test fetches them"]
    fn the_viewers_own_code_shows_just_what_was_previewed() {
        super::the_viewer_shows_what_was_previewed();
    }

    #[test]
    #[ignore = "needs Node and its packages; cargo xtask test fetches them"]
    fn kill_the_clipboard_opens_every_kind_of_our_links() {
        super::opens_every_kind("kill-the-clipboard");
    }

    #[test]
    #[ignore = "needs Node and its packages; cargo xtask test fetches them"]
    fn jose_opens_every_kind_of_our_files() {
        super::opens_every_kind("jose");
    }
}

/// The code of a share's link as a camera sees it: 4 pixels a square, with its white border.
fn pixels(share: &ShareView) -> (usize, Vec<u8>) {
    let code = hearth_core::card::qr(share.link.as_ref().unwrap()).unwrap();
    let side = (code.size + 8) * 4;
    let is_dark = |x: usize, y: usize| match ((x / 4).checked_sub(4), (y / 4).checked_sub(4)) {
        (Some(x), Some(y)) if x < code.size && y < code.size => code.modules[y * code.size + x],
        _ => false,
    };
    let pixels = (0..side * side).map(|at| if is_dark(at % side, at / side) { 0 } else { 255 }).collect();
    (side, pixels)
}

fn shared() -> (Stage, ShareView) {
    let stage = Stage::new(World::sqlite());
    let share = {
        let phone = stage.phone();
        phone.share(&phone.choice(true))
    };
    (stage, share)
}

#[test]
fn rqrr_reads_the_link_from_its_code_and_it_opens() {
    let (_stage, share) = shared();
    let (side, pixels) = pixels(&share);
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(side, side, |x, y| pixels[y * side + x]);
    let (meta, text) = image.detect_grids()[0].decode().unwrap();
    assert_eq!(Some(&text), share.link.as_ref());
    assert_eq!(meta.ecc_level, 0, "level M");
    assert!(Link::parse(&text, Reach::ThisMachine).is_ok());
    assert!(opened_rightly(&ShareView { link: Some(text), ..share }).is_ok());
}

#[test]
#[ignore = "needs zbar's zbarimg; cargo xtask test runs it where that is installed"]
fn zbar_reads_the_link_from_its_code() {
    let (_stage, share) = shared();
    let (side, pixels) = pixels(&share);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("code.pgm");
    std::fs::write(&file, [format!("P5 {side} {side} 255\n").as_bytes(), &pixels].concat()).unwrap();
    let said = Command::new("zbarimg").args(["--quiet", "--raw"]).arg(&file).output().unwrap();
    assert_eq!(String::from_utf8(said.stdout).unwrap().trim_end(), share.link.unwrap());
}
