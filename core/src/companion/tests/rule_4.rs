//! Rule 4: no signal, no account, no practice: everything but sync and sharing
//! links still works. One file of the core is the way out, and only sync, which
//! the person starts, goes by it.

use super::*;

/// Crates by which a Rust program reaches a network, beside the one that is used
/// and what that stands on.
const OTHERS: &[&str] = &[
    "async-std",
    "attohttpc",
    "aws-lc-rs",
    "curl",
    "curl-sys",
    "h3",
    "hickory-resolver",
    "isahc",
    "minreq",
    "native-tls",
    "openssl-sys",
    "quiche",
    "quinn",
    "smol",
    "surf",
    "trust-dns-resolver",
    "tungstenite",
    "ureq",
    "websocket",
];
/// What the one that is used is made of: named in that file or nowhere.
const THE_ONE: &[&str] = &["reqwest", "rustls", "hyper", "tokio", "socket2", "mio::"];

#[test]
fn nothing_else_that_the_core_is_built_on_reaches_a_network() {
    let packages = house::packages();
    for crate_name in OTHERS {
        assert!(!packages.contains(crate_name), "the core needs {crate_name}");
    }
}

#[test]
fn one_file_is_the_way_out_and_only_what_the_person_starts_goes_by_it() {
    for (path, code) in house::sources() {
        if path.ends_with("sync/real.rs") {
            continue;
        }
        for name in THE_ONE {
            let named = code.contains(&format!("{name}::")) || code.contains(&format!("use {name}"));
            assert!(!named, "{} names {name}", path.display());
        }
        let goes_out = code.contains("RealHttp") || code.contains(".outside.http");
        // A new phone that joins has no plan yet whose way out it could go by.
        let doors = ["companion/practice/mod.rs", "companion/mail/joining.rs", "sync/mod.rs"];
        let may = doors.iter().any(|door| path.ends_with(door));
        assert!(!goes_out || may, "{} goes out", path.display());
        // Linking, syncing, ending the link, sharing, following, and letters with carers and other
        // phones: nothing else asks for the network.
        let asks = code.contains("self.http()");
        let rooms = ["companion/practice", "companion/shares", "companion/following", "companion/mail"];
        assert!(
            !asks || path.parent().is_some_and(|folder| rooms.iter().any(|room| folder.ends_with(room))),
            "{}",
            path.display()
        );
    }
}

#[test]
fn the_core_opens_no_socket_and_starts_no_program() {
    let ways_out = [
        "std::net",
        "TcpStream",
        "TcpListener",
        "UdpSocket",
        "UnixStream",
        "UnixListener",
        "UnixDatagram",
        "ToSocketAddrs",
        "process::Command",
        "Command::new",
    ];
    for (path, code) in house::sources() {
        for way in ways_out {
            assert!(!code.contains(way), "{} has {way}", path.display());
        }
    }
}

/// A year of use with nothing but a folder and a key store: no account is asked
/// for, and nobody has to be linked.
#[test]
fn every_room_is_written_read_and_found_again_with_no_account_and_no_practice() {
    let (phone, hearth) = begun();
    let goal = add_goal(&hearth, "Stay at home");
    let fields = [(Action::GOAL, Value::Entity(goal)), (Action::WHAT, text("Walk"))];
    let action = hearth.add(Kind::Action, &fields, PERSON).unwrap();
    hearth.check_in(action, Some("Fine"), Some(6), PERSON).unwrap();
    let (plan, step) = add_plan(&hearth);
    hearth.note_use(plan, vec![], vec![step], None, PERSON).unwrap();
    let choice = hearth.add(Kind::Decision, &[(Decision::WHAT, text("A stairlift?"))], PERSON).unwrap();
    hearth.decide(choice, &Decided::NotNow, None, None, PERSON).unwrap();
    let weight = NewReading { what: "weight".into(), value: Some("72".into()), ..NewReading::default() };
    hearth.add_reading(&weight, PERSON).unwrap();
    hearth.keep_copy(&NewCopy { words: "For comfort".into(), ..NewCopy::default() }, PERSON).unwrap();
    hearth.add(Kind::Preference, &[(Preference::WORDS, text("My own bed"))], PERSON).unwrap();
    let ask = Asked { item: Some("befriending".into()), ..Asked::default() };
    let request = hearth.ask_for(&ask, PERSON).unwrap();
    hearth.promised(request, "The link worker", Some("2026-10-02"), PERSON).unwrap();
    hearth
        .add_review(&NewReview { next: Some("2026-10-02".into()), ..NewReview::default() }, PERSON)
        .unwrap();
    let sam = add_person(&hearth, "Sam", "07700 900 123");
    hearth.add_carer_need(sam, "A night of sleep", None, PERSON).unwrap();
    hearth.add_result("HbA1c", "53", "mmol/mol", "2026-09-28", PERSON).unwrap();
    drop(hearth);
    phone.later(365);
    let hearth = phone.open().unwrap();
    let home = hearth.home();
    assert_eq!((home.goals.len(), home.late.len(), home.due.len()), (1, 1, 1));
    assert_eq!((hearth.goals().len(), hearth.unwell_plans().len(), hearth.decisions().len()), (1, 1, 1));
    assert_eq!((hearth.readings().len(), hearth.results().len(), hearth.reviews().len()), (1, 1, 1));
    assert_eq!((hearth.ahead().copies.len(), hearth.ahead().preferences.len()), (1, 1));
    assert_eq!((hearth.support().asked_for.len(), hearth.carers().len(), hearth.people().len()), (1, 1, 1));
    assert_eq!(hearth.over_time(&OverTime::Confidence(action)).unwrap().lines.len(), 1);
    assert_eq!(phone.card().plans.len(), 1);
}
