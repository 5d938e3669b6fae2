//! Words erased on request: gone here, and no peer brings them back.

use super::*;

fn erase(phone: &mut Phone, op: &Op, author: Author) -> Op {
    phone.makes(WORDS, Act::Erase(vec![op.id]), author, None)
}

fn holds(phone: &Phone, text: &str) -> bool {
    phone.register().ops().any(|op| op.value().and_then(Value::text) == Some(text))
}

#[test]
fn erased_words_are_gone_and_peers_cannot_bring_them_back_in_any_order() {
    let mut mine = Phone::new(1);
    let secret = mine.writes("a secret");
    let erased = erase(&mut mine, &secret, Author::Person);
    assert!(!holds(&mine, "a secret"));
    let after = mine.writes("nothing");
    let again = secret.clone().erased();
    let alone = vec![secret.clone(), erased.clone(), secret.clone(), again.clone()];
    let followed = vec![secret.clone(), erased, after.clone(), secret.clone(), again];
    let (alone, followed) = (orders(&alone), orders(&followed));
    for (order, head) in alone.iter().map(|o| (o, secret.id)).chain(followed.iter().map(|o| (o, after.id))) {
        let mut peer = Phone::new(2);
        let told: Vec<Applied> = order.iter().map(|op| peer.gets(op)).collect();
        assert_eq!(peer.head_ids(), [head]);
        assert!(peer.register().is_erased(secret.id));
        assert!(!holds(&peer, "a secret"));
        let is_told = told.iter().any(|applied| applied.came_erased || applied.erase == [secret.id]);
        assert!(is_told, "the store is told to erase what it keeps");
    }
}

#[test]
fn an_erased_head_still_stands_where_its_words_stood() {
    let mut mine = Phone::new(1);
    let secret = mine.writes("a secret");
    erase(&mut mine, &secret, Author::Person);
    assert_eq!(mine.head_ids(), [secret.id]);
    assert_eq!(mine.shows_by(Policy::KeepBoth), [Value::Erased]);
}

#[test]
fn words_already_in_the_past_are_erased_there() {
    let mut mine = Phone::new(1);
    let secret = mine.writes("a secret");
    mine.writes("nothing");
    let erased = erase(&mut mine, &secret, Author::Person);
    assert!(mine.register().is_erased(secret.id));
    let mut peer = Phone::new(2);
    peer.gets_all(&mine.held[..2]);
    assert_eq!(peer.gets(&erased).erase, [secret.id], "the store is told");
}

#[test]
fn words_that_come_erased_erase_those_held() {
    let mut mine = Phone::new(1);
    let secret = mine.writes("a secret");
    let told = mine.gets(&secret.clone().erased());
    assert_eq!(told.erase, [secret.id]);
    assert!(told.duplicate);
    assert!(!holds(&mine, "a secret"));
    assert!(mine.gets(&secret).duplicate);
    assert!(!holds(&mine, "a secret"));
}

#[test]
fn a_suggestions_words_are_erased_too() {
    let mut mine = Phone::new(1);
    let offer = Phone::new(2).makes(WORDS, Act::Suggest(words("a secret")), CARER, None);
    mine.gets(&offer);
    erase(&mut mine, &offer, Author::Person);
    assert!(!holds(&mine, "a secret"));
    assert_eq!(mine.register().suggestions().len(), 1);
}

#[test]
fn only_the_owner_can_erase() {
    let mut mine = Phone::new(1);
    let kept = mine.writes("kept");
    let practice = Author::Practice(EntityId([0x8a; 16]));
    let guest = Author::Guest { name: String::new(), role: String::new() };
    for author in [CARER, practice, guest, Author::Unknown(newer())] {
        let mut other = Phone::new(2);
        other.gets(&kept);
        let attempt = erase(&mut other, &kept, author);
        assert_eq!(mine.gets(&attempt).erase, []);
        assert_eq!(mine.shows(), ["kept"]);
        assert_eq!(other.shows(), ["kept"]);
        let (read, _) = Register::load(vec![kept.clone(), attempt], Owner::Person);
        assert!(!read.is_erased(kept.id));
    }
}

#[test]
fn everything_of_an_erased_op_that_may_hold_words_goes() {
    let mut whole = Phone::new(1).writes("a secret");
    whole.extra = newer();
    for act in [
        Act::Write(words("a secret")),
        Act::Suggest(Value::Unknown(newer())),
        Act::Write(Value::Unknown(newer())),
        Act::Unknown(newer()),
    ] {
        let offers = matches!(act, Act::Suggest(_));
        let erased = Op { act, ..whole.clone() }.erased();
        assert_eq!(erased.act, if offers { Act::Suggest(Value::Erased) } else { Act::Write(Value::Erased) });
        assert!(erased.extra.is_empty());
        assert_eq!((erased.id, erased.lamport, erased.at), (whole.id, whole.lamport, whole.at));
        assert!(erased.can_be_drawn());
    }
}

#[test]
fn an_erased_op_still_replaces_what_it_replaced() {
    let mut mine = Phone::new(1);
    let first = mine.writes("one");
    let secret = mine.writes("a secret");
    let mut peer = Phone::new(2);
    peer.gets_all([&secret.clone().erased(), &first]);
    assert_eq!(peer.head_ids(), [secret.id]);
}

#[test]
fn words_kept_whole_beside_their_erasure_are_read_back_erased() {
    let mut mine = Phone::new(1);
    let (past, secret) = (mine.writes("an old secret"), mine.writes("a secret"));
    let both = mine.makes(WORDS, Act::Erase(vec![past.id, secret.id]), Author::Person, None);
    for order in orders(&[past.clone(), secret.clone(), both]) {
        let (read, before) = Register::load(order, Owner::Person);
        assert_eq!(read.heads(), [secret.clone().erased()]);
        assert_eq!(before, [past.clone().erased()]);
        assert!(read.is_erased(past.id) && read.is_erased(secret.id));
    }
}
