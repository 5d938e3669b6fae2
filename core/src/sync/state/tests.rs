//! What sync keeps reads back, and what can't be trusted does not.

use super::*;
use crate::sync::smart::read_config;
use crate::sync::testing::NOW;

fn link() -> Link {
    Link {
        base: "https://practice.example/fhir".into(),
        name: "The Surgery".into(),
        client: "hearth".into(),
        token: Url::parse("https://login.example/token").unwrap(),
        revoke: None,
        patient: Patient {
            id: "p1".into(),
            nhs_number: Some("9434765919".into()),
            active: true,
            links: None,
        },
        since: NOW,
        ended: false,
    }
}

fn tokens() -> Tokens {
    let token = |text: &str| Token::new(text.to_owned());
    Tokens {
        access: token("access"),
        refresh: Some(token("refresh")),
        until: NOW,
        scope: "patient/Goal.rs".into(),
    }
}

fn attempt() -> Attempt {
    let base = Base::parse("https://practice.example/fhir").unwrap();
    let config = br#"{"authorization_endpoint":"https://login.example/auth","token_endpoint":"https://login.example/token",
        "code_challenge_methods_supported":["S256"],
        "capabilities":["launch-standalone","client-public","context-standalone-patient","permission-patient"]}"#;
    let config = read_config(&base, config).unwrap();
    let client =
        Client { id: "hearth".into(), redirect: Url::parse("https://hearth.example/linked").unwrap() };
    let token = |text: &str| Token::new(text.to_owned());
    Attempt { base, config, client, scope: "x".into(), state: token("state"), verifier: token("verifier") }
}

fn held() -> Held {
    Held {
        kind: 5,
        entity: EntityId([1; 16]).hex(),
        resource: "Goal".into(),
        id: "h1".into(),
        version: "W/\"3\"".into(),
        updated: "2026-10-01T09:00:00Z".into(),
        body: r#"{"resourceType":"Goal","x":72.50}"#.into(),
        echoed: true,
        level: BTreeMap::from([("a".into(), Level::Owed), ("b".into(), Level::At("sum".into()))]),
        standing: Standing::Refused { sum: "sum".into(), status: 422 },
    }
}

fn read(rows: Vec<SyncRow>) -> State {
    let rows = rows.into_iter().filter_map(|row| Some((row.name, row.holds?))).collect();
    State::read(&Synced { rows, changed: false })
}

#[test]
fn what_is_kept_reads_back_as_it_was() {
    let notes = Notes { synced: Some(NOW), ..Notes::default() };
    let state = read(vec![
        link_row(&link()),
        tokens_row(Some(&tokens())),
        attempt_row(Some(&attempt())),
        notes_row(&notes),
        ours_row("h1", Some(&held())),
    ]);
    assert_eq!(state.link, Some(link()));
    assert_eq!(state.tokens, Some(tokens()));
    assert_eq!(state.attempt, Some(attempt()));
    assert_eq!(state.notes, notes);
    assert_eq!(state.ours, BTreeMap::from([("h1".to_owned(), held())]));
    assert_eq!(held().entry(), Some((Kind::Goal, EntityId([1; 16]))));
}

#[test]
fn what_cannot_be_read_or_trusted_is_as_if_it_had_never_been_kept() {
    let noise = |name: &str| (name.to_owned(), Zeroizing::new(b"noise".to_vec()));
    let rows = [LINK, TOKENS, ATTEMPT, NOTES, "ours/h1", "of a newer app"].map(noise).to_vec();
    let state = State::read(&Synced { rows, changed: false });
    assert!(
        state.link.is_none() && state.tokens.is_none() && state.attempt.is_none() && state.ours.is_empty()
    );
    let row = link_row(&link());
    let rows = vec![(row.name, row.holds.unwrap())];
    assert!(State::read(&Synced { rows, changed: true }).link.is_none());
}

#[test]
fn a_fields_name_reads_back_as_its_slot() {
    let slot = Slot { entity: EntityId([7; 16]), kind: 5, field: 11 };
    assert_eq!(slot_of(&level_key(slot)), Some(slot));
    for other in ["", "a.b.c", "00", "07070707070707070707070707070707.5"] {
        assert_eq!(slot_of(other), None, "{other}");
    }
}

#[test]
fn what_is_printed_of_the_state_tells_no_token_no_words_and_no_patient() {
    let state =
        read(vec![tokens_row(Some(&tokens())), attempt_row(Some(&attempt())), ours_row("h1", Some(&held()))]);
    let shown = format!("{state:?} {:?} {:?}", link().patient, tokens_row(Some(&tokens())));
    for secret in ["\"access\"", "\"refresh\"", "\"verifier\"", "72.50", "9434765919"] {
        assert!(!shown.contains(secret), "{secret} in {shown}");
    }
}
