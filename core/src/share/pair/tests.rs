//! Two sides, and somebody in between.

use super::*;
use std::collections::BTreeSet;

const ADDRESS: &str = "https://host.example.org/m/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

fn place() -> Place {
    Place::new(Url::parse(ADDRESS).unwrap()).unwrap()
}

fn half(note: &[u8]) -> (Own, Half) {
    let own = Own::new().unwrap();
    let half = Half::new(&own, note.to_vec()).unwrap();
    (own, half)
}

fn invitation(half: &Half) -> Invitation {
    Invitation { place: place(), commitment: half.commitment(), name: "Jo".into() }
}

#[test]
fn both_sides_of_an_honest_exchange_show_the_same_six_digits() {
    let (_, jo) = half(b"Jo");
    let (_, sam) = half(b"Sam");
    let sent = invitation(&jo);
    let came = Invitation::parse(&sent.to_text(), Reach::Public).unwrap();
    assert_eq!((came.name.as_str(), came.place.member), ("Jo", sent.place.member));
    let answer = sent.place.open(&came.place.seal(&sam).unwrap()).unwrap();
    let shown = came.place.open(&sent.place.seal(&jo).unwrap()).unwrap();
    shown.check(&came.commitment).unwrap();
    let (ours, theirs) = (digits(&sent.to_bytes(), &answer, &jo), digits(&came.to_bytes(), &sam, &shown));
    assert_eq!(ours, theirs);
    assert!(ours.len() == 6 && ours.bytes().all(|digit| digit.is_ascii_digit()), "{ours}");
    assert_eq!(spaced("012345"), "012 345");
}

#[test]
fn whoever_puts_their_own_keys_in_between_shows_other_digits_to_each_side() {
    let (_, jo) = half(b"Jo");
    let (_, sam) = half(b"Sam");
    let sent = invitation(&jo);
    // They have the invitation whole: they make one of their own for Sam, and answer Jo as Sam.
    let mut same = 0;
    for _ in 0..200 {
        let (_, to_jo) = half(b"Sam");
        let (_, to_sam) = half(b"Jo");
        let forged = Invitation { commitment: to_sam.commitment(), place: place(), name: "Jo".into() };
        let with_jo = digits(&sent.to_bytes(), &to_jo, &jo);
        let with_sam = digits(&forged.to_bytes(), &sam, &to_sam);
        same += usize::from(with_jo == with_sam);
    }
    assert!(same < 2, "{same} of 200, where one in a million is to be");
}

#[test]
fn nobody_can_choose_their_half_after_they_saw_the_other_one() {
    let (_, jo) = half(b"Jo");
    let sent = invitation(&jo);
    // Another half than the one that was committed to, though nothing but its random part differs.
    let mut other = jo.clone();
    other.random[31] ^= 1;
    assert_eq!(other.check(&sent.commitment), Err(PairError::Between));
    let renamed = Half { note: b"Jo Example".to_vec(), ..jo.clone() };
    assert_eq!(renamed.check(&sent.commitment), Err(PairError::Between));
    jo.check(&sent.commitment).unwrap();
}

#[test]
fn every_part_of_the_exchange_changes_the_digits() {
    let (_, jo) = half(b"Jo");
    let (_, sam) = half(b"Sam");
    let first = invitation(&jo).to_bytes();
    let mut all = BTreeSet::from([digits(&first, &sam, &jo)]);
    for at in [0, 40, 49, first.len() - 1] {
        let mut changed = first.clone();
        changed[at] ^= 1;
        all.insert(digits(&changed, &sam, &jo));
    }
    all.insert(digits(&first, &Half { note: b"Sim".to_vec(), ..sam.clone() }, &jo));
    all.insert(digits(&first, &Half { random: [0; 32], ..sam.clone() }, &jo));
    all.insert(digits(&first, &sam, &half(b"Jo").1));
    all.insert(digits(&first, &jo, &sam));
    assert_eq!(all.len(), 9);
}

#[test]
fn a_new_phone_and_an_old_one_read_what_the_other_shows() {
    let (_, new) = half(b"");
    let shows = NewPhone { public: new.public, commitment: new.commitment() };
    assert_eq!(NewPhone::parse(&shows.to_text()), Ok(shows.clone()));
    let (_, old) = half(b"");
    let here = Here { place: place(), half: old.clone() };
    let came = Here::parse(&here.to_text(), Reach::Public).unwrap();
    assert_eq!((came.half, came.place.url), (old, here.place.url.clone()));
    // Both fit a code that a phone's camera reads with ease.
    assert!(shows.to_text().len() < 200 && here.to_text().len() < 400);
}

#[test]
fn each_way_of_being_no_message_has_its_own_name() {
    let (_, jo) = half(b"Jo");
    let text = invitation(&jo).to_text();
    let told = |text: &str| Invitation::parse(text, Reach::Public).unwrap_err();
    assert_eq!(told("shlink:/abc"), PairError::NotOne);
    assert_eq!(told("hearth-care:2/abc"), PairError::Newer);
    assert_eq!(told("hearth-care:1/a"), PairError::CutOff);
    assert_eq!(told(&text[..60]), PairError::CutOff);
    assert_eq!(told(&"x".repeat(MAX_TEXT + 1)), PairError::NotOne);
    let at = |url: &str| {
        let place = Place { url: Url::parse(url).unwrap(), ..place() };
        told(&Invitation { place, commitment: [0; 32], name: String::new() }.to_text())
    };
    let name = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    for url in [
        format!("http://host.example.org/m/{name}"),
        format!("https://10.0.0.1/m/{name}"),
        format!("https://me@host.example.org/m/{name}"),
        format!("https://host.example.org/s/{name}"),
        format!("https://host.example.org/m/{name}/x"),
        format!("https://host.example.org/m/{name}?x"),
        "https://host.example.org/m/short".to_owned(),
    ] {
        assert_eq!(at(&url), PairError::NotSafe, "{url}");
    }
}

#[test]
fn a_name_is_cut_and_turns_no_line() {
    assert_eq!(name_of("Sam\u{202e}\u{0007} ".as_bytes()), "Sam");
    assert_eq!(name_of("x".repeat(500).as_bytes()).len(), MAX_NAME);
    assert_eq!(name_of(&[0xff, 0xfe]), "");
    let access = place().access();
    let (reads, writes, name) = read_note(&note(&access, "Sam")).unwrap();
    assert_eq!(((reads, writes), name.as_str()), (access.hashes(), "Sam"));
    assert!(read_note(&[0; 63]).is_none());
}

proptest::proptest! {
    #[test]
    fn any_bytes_are_read_as_what_they_are_written_again_or_refused(bytes: Vec<u8>) {
        if let Ok(read) = Invitation::from_bytes(&bytes, Reach::Public) {
            proptest::prop_assert!(Invitation::from_bytes(&read.to_bytes(), Reach::Public).is_ok());
        }
        if let Some(read) = Half::from_bytes(&bytes) {
            proptest::prop_assert_eq!(read.to_bytes(), bytes.clone());
        }
        let text = format!("{HERE}{}", encode_url(&bytes));
        let _ = Here::parse(&text, Reach::Public);
        let _ = NewPhone::parse(&format!("{PHONE}{}", encode_url(&bytes)));
    }
}
