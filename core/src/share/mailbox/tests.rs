//! A host that keeps a mailbox, and hosts that lie about one.

use super::*;
use crate::sync::http::HttpError;
use crate::sync::testing::{Scripted, json};

const ADDRESS: &str = "https://host.example.org/m/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

fn access() -> Access {
    Access::new([1; 16], Secret::from_bytes([2; 32]), Secret::from_bytes([3; 32]))
}

fn item(seq: i64) -> String {
    let (from, body) = (encode_url(&[9; 16]), encode_url(b"sealed"));
    format!(r#"{{"seq":{seq},"id":"x","kind":"suggestion","from":"{from}","at":5,"body":"{body}"}}"#)
}

fn page(items: &[String], more: bool) -> String {
    format!(r#"{{"items":[{}],"more":{more},"now":7}}"#, items.join(","))
}

#[test]
fn reading_and_leaving_show_each_their_own_secret() {
    let host = Scripted::new(|request| match request.method {
        Method::Get => json(200, &page(&[item(4), item(5)], false)),
        _ => json(200, r#"{"seq":6}"#),
    });
    let (url, access) = (Url::parse(ADDRESS).unwrap(), access());
    let door = Door::new(&host, &url, &access);
    let read = door.read(3).unwrap();
    assert_eq!((read.items.len(), read.upto, read.more), (2, 5, false));
    assert_eq!(read.items[0].body, b"sealed");
    door.leave(&Item { id: [4; 16], sort: Sort::Word, to: Some([9; 16]), body: b"x" }).unwrap();
    door.acknowledge(5).unwrap();
    let asked = host.asked.lock().unwrap();
    let bearer = |at: usize| asked[at].bearer.as_ref().unwrap().expose().to_owned();
    let member = encode_url(&[1; 16]);
    assert_eq!(bearer(0), format!("{member}.{}", encode_url(&[2; 32])));
    assert_eq!(bearer(1), format!("{member}.{}", encode_url(&[3; 32])));
    assert_eq!(bearer(2), bearer(0));
    assert!(asked[0].url.as_str().ends_with("/items?after=3&limit=64"), "{}", asked[0].url);
    assert!(!format!("{access:?}").contains(&encode_url(&[2; 32])));
}

#[test]
fn items_that_do_not_rise_are_no_answer() {
    for (items, after) in [(vec![item(5), item(5)], 0), (vec![item(5), item(4)], 0), (vec![item(3)], 3)] {
        let told = read_page(page(&items, false).as_bytes(), after);
        assert_eq!(told.unwrap_err(), HostError::NotReadable, "{items:?}");
    }
    assert_eq!(read_page(page(&[], true).as_bytes(), 0).unwrap_err(), HostError::NotReadable);
    let many: Vec<String> = (1..=65).map(item).collect();
    assert_eq!(read_page(page(&many, false).as_bytes(), 0).unwrap_err(), HostError::NotReadable);
    assert_eq!(read_page(b"<html>", 0).unwrap_err(), HostError::NotReadable);
}

#[test]
fn what_is_not_known_here_is_passed_over_and_counted_as_seen() {
    let odd = item(7).replace("suggestion", "something newer");
    let broken = item(8).replace(&encode_url(b"sealed"), "?");
    let read = read_page(page(&[item(6), odd, broken], false).as_bytes(), 5).unwrap();
    assert_eq!((read.items.len(), read.upto), (1, 8));
}

#[test]
fn more_than_an_item_holds_is_not_sent_and_each_refusal_has_its_own_name() {
    let silent = Scripted::new(|_| Err(HttpError::NoConnection));
    let (url, access) = (Url::parse(ADDRESS).unwrap(), access());
    let leave = |host: &dyn Http, body: &[u8]| {
        Door::new(host, &url, &access).leave(&Item { id: [4; 16], sort: Sort::Suggestion, to: None, body })
    };
    assert_eq!(leave(&silent, &vec![0; MAX_ITEM + 1]), Err(HostError::TooLong));
    assert_eq!(leave(&silent, b""), Err(HostError::TooLong));
    assert_eq!(silent.count(), 0);
    let by = |status, body: &'static str| {
        leave(&Scripted::new(move |_| json(status, body)), b"sealed").unwrap_err()
    };
    assert_eq!(by(507, r#"{"error":"full"}"#), HostError::Full);
    assert_eq!(by(403, r#"{"error":"not yours"}"#), HostError::NotYours);
    assert_eq!(by(404, r#"{"error":"not here"}"#), HostError::NotThere);
    assert_eq!(by(302, ""), HostError::Redirected);
}

#[test]
fn the_owner_lets_in_by_hashes_alone_and_hears_who_looked() {
    let members = format!(
        r#"{{"members":[{{"id":"{}","role":"carer","made":1,"looked":60,"acked":0}},{{"id":"?"}}]}}"#,
        encode_url(&[1; 16])
    );
    let host = Scripted::new(move |request| match request.method {
        Method::Get => json(200, &members),
        Method::Delete => json(404, r#"{"error":"not here"}"#),
        _ => json(200, "{}"),
    });
    let (origin, control) = (Url::parse("https://host.example.org").unwrap(), Control::new().unwrap());
    let owner = Owner::new(&host, &origin, &control);
    owner.admit(&[1; 16], Role::Carer, access().hashes()).unwrap();
    owner.remove(&[1; 16]).unwrap();
    owner.end().unwrap();
    assert_eq!(owner.members().unwrap(), [Member { member: [1; 16], looked: Some(60) }]);
    let sent = String::from_utf8(host.asked.lock().unwrap()[0].body.clone().unwrap().to_vec()).unwrap();
    assert!(!sent.contains(&encode_url(&[2; 32])) && sent.contains("\"carer\""), "{sent}");
}

#[test]
fn what_opens_a_place_is_kept_and_read_again() {
    let again = Access::from_bytes(&access().to_bytes()).unwrap();
    assert_eq!((again.member, again.hashes()), (access().member, access().hashes()));
    assert!(Access::from_bytes(&[0; 79]).is_none() && Access::from_bytes(&[0; 81]).is_none());
}

proptest::proptest! {
    #[test]
    fn no_answer_makes_it_panic(body: Vec<u8>, after: i64) {
        let _ = read_page(&body, after);
        let _ = read_members(&body);
    }
}
