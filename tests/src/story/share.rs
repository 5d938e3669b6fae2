//! A part of the plan is shared by a link: shown before it is made, opened by a reader that others wrote,
//! wrong passcodes counted, who looked, and ended. The host is a real one, the network this machine's.

use super::outputs::picture;
use super::{Phone, StoryClock, StoryError, Teller, must};
use hearth_core::card;
use hearth_core::companion::{Clock, Companion, Outside, ShareStanding, SystemClock};
use hearth_core::share::follow::{Asking, FollowError, follow};
use hearth_core::share::{Link, Reach};
use hearth_core::sync::real::RealHttp;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A share host, and a token of whoever runs it.
pub struct HostAt<'a> {
    /// Its address.
    pub origin: &'a str,
    /// The token.
    pub token: &'a str,
}

/// Opens a link with a passcode, as a program of its own; what it read, or its sentence.
pub type Reader<'a> = &'a dyn Fn(&str, Option<&str>) -> Result<String, String>;

/// Shares from the plan that [`tell`](super::tell) left in `folder`. The link's code is written to `out`; it is
/// ended by then, and opens nothing.
///
/// # Errors
/// [`StoryError`], where it does not come out as it must.
pub fn share(
    folder: &Path,
    out: &Path,
    host: &HostAt<'_>,
    (reads, reader): (&str, Reader<'_>),
    teller: &mut Teller,
) -> Result<PathBuf, StoryError> {
    let t = teller.tongue();
    let clock = Arc::new(StoryClock::new(folder));
    let outside = Outside { reach: Reach::ThisMachine, ..Outside::default() };
    let phone = Phone::new(&folder.join("phone"), t.pick("Jo's phone", "Ffôn Jo"), &clock, t)?.with(outside);
    let hearth = Companion::open(&phone.folders(), phone.platform())?;
    teller.chapter("A part of it is shared", "Rhennir rhan ohono");
    hearth.share_enrol(host.origin, host.token)?;
    let mut choice = hearth.share_offered(None);
    // The story's clock is not the host's, which may be ahead of it.
    choice.until = choice.until.max(SystemClock.now().ms + 86_400_000);
    let preview = hearth.share_preview(&choice)?;
    teller.say(
        "What would be shared is shown first, every line of it. Its beginning:",
        "Dangosir yn gyntaf beth fyddai’n cael ei rannu, bob llinell. Ei ddechrau:",
    );
    preview.front.iter().for_each(|line| teller.screen(line));
    for section in &preview.sections {
        teller.screen(&format!("{} ({})", section.title, section.lines.len()));
        section.lines.iter().take(2).for_each(|line| teller.screen(&format!("  {line}")));
    }
    teller.say("And what can’t be undone:", "A’r hyn na ellir ei ddadwneud:");
    preview.cannot_be_undone.iter().for_each(|line| teller.screen(line));
    clock.minutes(2);
    let made = hearth.share_make(&choice, &preview.sum)?;
    must(made.standing == ShareStanding::Open, "the host has the share")?;
    let (link, passcode) = (made.link.clone().unwrap_or_default(), made.passcode.clone().unwrap_or_default());
    must(link.contains("#shlink:/") && passcode.len() >= 6, "the phone has the link and its passcode")?;
    let code = card::qr(&link).map_err(|error| StoryError::Wrong(error.to_string()))?;
    let picture_file = out.join("share-qr.png");
    std::fs::write(&picture_file, picture(code.size, &code.modules)?)?;
    let bytes = preview.bytes;
    teller.say(
        &format!("Shared: {bytes} bytes, sealed on the phone. The host has no key to them."),
        &format!("Rhannwyd: {bytes} beit, wedi’u selio ar y ffôn. Nid oes gan y gwesteiwr allwedd iddynt."),
    );
    opened_and_counted(&preview.sections, (link.as_str(), passcode.as_str()), (reads, reader), teller)?;
    hearth.deliver_shares()?;
    let seen = hearth.share(made.id)?;
    must(!seen.looks.is_empty(), "the person sees that somebody looked")?;
    seen.lines.iter().for_each(|line| teller.screen(line));
    seen.looks.iter().for_each(|look| teller.screen(&look.line));
    clock.minutes(30);
    let ended = hearth.share_end(made.id)?;
    must(ended.standing == ShareStanding::Ended, "the host knows that it is ended")?;
    must(opened(&link, &passcode) == Err(FollowError::Nothing), "what is ended opens to nobody")?;
    must(reader(&link, Some(passcode.as_str())).is_err(), "it opens to no reader that others wrote either")?;
    ended.lines.iter().for_each(|line| teller.screen(line));
    teller.say(
        "Ended. The same link and the right passcode open nothing now, in either reader.",
        "Daeth i ben. Nid yw’r un ddolen a’r cod cywir yn agor dim bellach, yn y naill ddarllenydd na’r llall.",
    );
    Ok(picture_file)
}

fn opened_and_counted(
    sections: &[hearth_core::companion::SharedSection],
    (link, passcode): (&str, &str),
    (reads, reader): (&str, Reader<'_>),
    teller: &mut Teller,
) -> Result<(), StoryError> {
    let read = reader(link, Some(passcode)).map_err(StoryError::Wrong)?;
    // What any reader has: the document, whose text is what was previewed.
    let lines = sections.iter().flat_map(|section| &section.lines);
    let read = letters(&read);
    must(!read.is_empty(), "the reader reads something")?;
    let missing = lines.filter(|line| !read.contains(&letters(&escaped(line)))).count();
    must(missing == 0, "the reader has every line that was previewed")?;
    teller.say(
        &format!("Opened with the passcode by {reads}: every line that was previewed is in it."),
        &format!("Agorwyd gyda’r cod gan {reads}: mae pob llinell a ragwelwyd ynddo."),
    );
    let right: u32 = passcode.parse().map_err(|_| StoryError::Wrong("a passcode of digits".into()))?;
    for (tried, left) in [(1, 9), (2, 8), (3, 7)] {
        let wrong = format!("{:06}", (right + tried) % 1_000_000);
        let told = opened(link, &wrong);
        must(told == Err(FollowError::Passcode { left: Some(left) }), "a wrong passcode is counted")?;
        teller.say(
            &format!("A wrong passcode: not opened, {left} tries are left."),
            &format!("Cod anghywir: heb ei agor, {left} cynnig sydd ar ôl."),
        );
    }
    Ok(())
}

/// A line as the document's text has it.
fn escaped(line: &str) -> String {
    line.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Letters and digits alone, without the marks of HTML: its tags, and what it writes for a sign. A reader may give
/// JSON, whose own signs begin with a backslash and are none of them letters.
fn letters(text: &str) -> String {
    let (mut kept, mut rest) = (String::new(), text);
    while let Some(sign) = rest.chars().next() {
        let behind = &rest[sign.len_utf8()..];
        let more = match sign {
            '\\' => behind.chars().next().map_or(0, char::len_utf8),
            '<' if behind.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/') => {
                behind.find('>').map_or(0, |at| at + 1)
            }
            '&' => {
                let is_one =
                    |at: &usize| behind[..*at].chars().all(|c| c.is_ascii_alphanumeric() || c == '#');
                behind.find(';').filter(|at| *at <= 8 && is_one(at)).map_or(0, |at| at + 1)
            }
            _ => {
                kept.extend(Some(sign).filter(|sign| sign.is_alphanumeric()));
                0
            }
        };
        rest = &behind[more..];
    }
    kept
}

/// Opens it with the core's own reader.
fn opened(link: &str, passcode: &str) -> Result<(), FollowError> {
    let link = Link::parse(link, Reach::ThisMachine).map_err(|_| FollowError::Other)?;
    let http = RealHttp::on_this_machine().map_err(|_| FollowError::Other)?;
    let asking = Asking { recipient: "Dr Example", passcode: Some(passcode), reach: Reach::ThisMachine };
    follow(&http, &link, asking).map(drop)
}
