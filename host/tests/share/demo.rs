//! The end of the demo's story, on a host that stands still in time: it comes out as it must.

use super::stage::{Signal, Stage};
use super::support::World;
use hearth_core::companion::{Companion, Writer};
use hearth_core::plan::{Goal, Kind};
use hearth_core::record::Value;
use hearth_core::share::follow::{Asking, follow};
use hearth_core::share::{Link, Reach};
use hearth_core::words::Language;
use hearth_tests::story::{self, HostAt, Phone, StoryClock, Teller};
use std::sync::Arc;
use std::sync::atomic::Ordering;

fn read(link: &str, passcode: Option<&str>) -> Result<String, String> {
    let link = Link::parse(link, Reach::ThisMachine).map_err(|error| error.to_string())?;
    let asking = Asking { recipient: "Dr Example", passcode, reach: Reach::ThisMachine };
    let given = follow(&Signal::default(), &link, asking).map_err(|error| error.to_string())?;
    Ok(String::from_utf8(given.files[0].plain.to_vec()).unwrap())
}

fn told(language: Language, reader: story::Reader<'_>) -> (Result<(), String>, String) {
    let world = World::sqlite();
    // The first day of the story, or today: what is shared ends after that.
    world.clock.store(1_790_848_800, Ordering::SeqCst);
    let stage = Stage::new(world);
    let folder = tempfile::tempdir().unwrap();
    let mut teller = Teller::quiet(language);
    {
        let clock = Arc::new(StoryClock::new(folder.path()));
        let phone = Phone::new(&folder.path().join("phone"), "my phone", &clock, teller.tongue()).unwrap();
        let (hearth, _words) = Companion::begin(&phone.folders(), phone.platform(), "Jo").unwrap();
        let words = Value::Text("walk to the shop & back, “slowly” <with Sam>".into());
        hearth.add(Kind::Goal, &[(Goal::WORDS, words)], &Writer::Person).unwrap();
    }
    let token = stage.token();
    let host = HostAt { origin: &stage.world.origin, token: &token };
    let done = story::share(folder.path(), folder.path(), &host, ("a reader", reader), &mut teller);
    assert!(done.is_err() || folder.path().join("share-qr.png").metadata().unwrap().len() > 300);
    (done.map(drop).map_err(|error| error.to_string()), teller.told())
}

#[test]
fn the_demo_ends_with_a_share_that_is_opened_counted_and_ended() {
    let (done, told) = told(Language::EnGb, &read);
    assert_eq!(done, Ok(()));
    for said in [
        "what can’t be undone",
        "walk to the shop",
        "Opened with the passcode by a reader",
        "7 tries are left",
        "Dr Example",
    ] {
        assert!(told.contains(said), "the story does not say: {said}\n{told}");
    }
    for hidden in ["shlink", "http://"] {
        assert!(!told.contains(hidden), "a link is a key, and is told to nobody");
    }
    let (done, told) = self::told(Language::Cy, &read);
    assert!(done.is_ok() && told.contains("7 cynnig sydd ar ôl"), "{done:?} {told}");
}

#[test]
fn a_reader_that_misses_a_line_is_noticed() {
    let without = |link: &str, passcode: Option<&str>| -> Result<String, String> {
        Ok(read(link, passcode)?.replace("shop", "sea"))
    };
    let (done, _) = told(Language::EnGb, &without);
    assert!(done.unwrap_err().contains("every line that was previewed"));
    let mut first = std::sync::Mutex::new(String::new());
    let opens_always = |link: &str, passcode: Option<&str>| -> Result<String, String> {
        let mut kept = first.lock().unwrap();
        if let Ok(read) = read(link, passcode) {
            *kept = read;
        }
        Ok(kept.clone())
    };
    let (done, _) = told(Language::EnGb, &opens_always);
    assert!(done.unwrap_err().contains("no reader that others wrote"));
    assert!(!first.get_mut().unwrap().is_empty());
}
