//! The mailbox: own phones, carers, and who is a stranger.

use super::support::*;
use hearth_host::secret::{base64, random, sha256};
use serde_json::{Value, json};

pub struct Mailbox {
    pub port: u16,
    pub name: String,
    pub owner: String,
}

#[derive(Clone)]
pub struct Member {
    pub id: String,
    reads: String,
    writes: String,
}

fn short() -> String {
    base64(&random().unwrap()[..16])
}

fn hash(secret: &str) -> String {
    base64(&sha256(&hearth_host::secret::unbase64(secret, 43).unwrap()))
}

impl Member {
    /// What it shows when it writes.
    pub fn writes_as(&self) -> String {
        format!("{}.{}", self.id, self.writes)
    }
}

impl Mailbox {
    pub fn new(world: &World, port: u16) -> Self {
        let mailbox = Self { port, name: name(), owner: name() };
        let asked = json!({ "name": mailbox.name, "ownerHash": hash(&mailbox.owner) });
        let made = ask(port, "POST", "/v1/mailboxes", &world.token, asked);
        assert_eq!(made.status, 200, "{made:?}");
        mailbox
    }

    fn path(&self, rest: &str) -> String {
        format!("/m/{}{rest}", self.name)
    }

    #[must_use]
    pub fn admit(&self, role: &str) -> Member {
        let member = Member { id: short(), reads: name(), writes: name() };
        assert_eq!(self.let_in(&member, role).status, 200);
        member
    }

    pub fn let_in(&self, member: &Member, role: &str) -> Answer {
        let asked =
            json!({ "role": role, "readHash": hash(&member.reads), "writeHash": hash(&member.writes) });
        ask(self.port, "PUT", &self.path(&format!("/members/{}", member.id)), &self.owner, asked)
    }

    pub fn remove(&self, member: &Member) -> u16 {
        ask(self.port, "DELETE", &self.path(&format!("/members/{}", member.id)), &self.owner, Value::Null)
            .status
    }

    pub fn leave(&self, from: &Member, item: Value) -> Answer {
        let bearer = format!("{}.{}", from.id, from.writes);
        ask(self.port, "POST", &self.path("/items"), &bearer, item)
    }

    pub fn read(&self, by: &Member, after: i64) -> Answer {
        let bearer = format!("{}.{}", by.id, by.reads);
        ask(self.port, "GET", &self.path(&format!("/items?after={after}")), &bearer, Value::Null)
    }

    pub fn bodies(&self, by: &Member, after: i64) -> Vec<String> {
        let answer = self.read(by, after).json();
        let items = answer["items"].as_array().unwrap().iter();
        items.map(|item| item["body"].as_str().unwrap().to_owned()).collect()
    }

    pub fn acknowledge(&self, by: &Member, up_to: i64) -> u16 {
        let bearer = format!("{}.{}", by.id, by.reads);
        ask(self.port, "POST", &self.path("/ack"), &bearer, json!({ "upTo": up_to })).status
    }

    pub fn members(&self) -> Value {
        ask(self.port, "GET", &self.path("/members"), &self.owner, Value::Null).json()["members"].clone()
    }
}

pub fn item(kind: &str, words: &str) -> Value {
    json!({ "id": short(), "kind": kind, "body": base64(words.as_bytes()) })
}

pub fn what_one_phone_leaves_the_others_read_in_order_until_all_have_it(world: World) {
    let host = world.host();
    let mailbox = Mailbox::new(&world, host.port);
    let (one, two) = (mailbox.admit("phone"), mailbox.admit("phone"));
    let first = item("bundle", "first");
    assert_eq!(mailbox.leave(&one, first.clone()).json()["seq"], 1);
    assert_eq!(mailbox.leave(&one, first.clone()).json()["seq"], 1, "left again it is the same item");
    assert_eq!(mailbox.leave(&two, first).status, 403, "and nobody else's");
    assert_eq!(mailbox.leave(&two, item("bundle", "second")).json()["seq"], 2);
    let words = |words: &[&str]| words.iter().map(|w| base64(w.as_bytes())).collect::<Vec<_>>();
    assert_eq!(mailbox.bodies(&two, 0), words(&["first", "second"]));
    assert_eq!(mailbox.bodies(&two, 1), words(&["second"]));
    assert_eq!(mailbox.acknowledge(&two, 2), 200);
    assert_eq!(mailbox.bodies(&one, 0).len(), 2, "until everybody has it, it waits");
    assert_eq!(mailbox.acknowledge(&one, 1), 200);
    assert_eq!(mailbox.bodies(&two, 0), words(&["second"]));
    assert_eq!(mailbox.acknowledge(&one, i64::MAX), 200, "no more than there is");
    assert_eq!(mailbox.leave(&one, item("bundle", "third")).json()["seq"], 3);
    assert_eq!(mailbox.bodies(&two, 2), words(&["third"]));
}

pub fn items_left_at_once_have_one_order_and_none_is_lost(world: World) {
    let host = world.host();
    let mailbox = Mailbox::new(&world, host.port);
    let (one, two) = (mailbox.admit("phone"), mailbox.admit("phone"));
    let left =
        at_once(32, |n| mailbox.leave(if n % 2 == 0 { &one } else { &two }, item("bundle", &n.to_string())));
    let mut numbers: Vec<i64> = left.iter().map(|answer| answer.json()["seq"].as_i64().unwrap()).collect();
    numbers.sort();
    assert_eq!(numbers, (1..=32).collect::<Vec<_>>());
    assert_eq!(mailbox.bodies(&one, 0).len(), 32);
}

pub fn a_carer_leaves_suggestions_and_reads_only_what_is_for_them(world: World) {
    let host = world.host();
    let mailbox = Mailbox::new(&world, host.port);
    let (phone, carer, other) = (mailbox.admit("phone"), mailbox.admit("carer"), mailbox.admit("carer"));
    assert_eq!(mailbox.leave(&phone, item("bundle", "for the phones")).status, 200);
    assert_eq!(mailbox.leave(&carer, item("suggestion", "from a carer")).status, 200);
    assert_eq!(mailbox.leave(&carer, item("bundle", "no phone")).status, 403);
    let mut to = item("end-mark", "for one carer");
    to["to"] = carer.id.clone().into();
    assert_eq!(mailbox.leave(&phone, to.clone()).status, 200);
    to["id"] = short().into();
    assert_eq!(mailbox.leave(&carer, to).status, 403);
    assert_eq!(mailbox.bodies(&carer, 0), [base64(b"for one carer")]);
    assert!(mailbox.bodies(&other, 0).is_empty());
    assert_eq!(mailbox.bodies(&phone, 0), [base64(b"for the phones"), base64(b"from a carer")]);
    assert_eq!(mailbox.acknowledge(&carer, 3), 200);
    assert!(mailbox.bodies(&carer, 0).is_empty());
    assert_eq!(mailbox.bodies(&phone, 0).len(), 2, "a carer acknowledges nothing for the phones");
    let looked =
        mailbox.members().as_array().unwrap().iter().map(|m| m["looked"].as_i64()).collect::<Vec<_>>();
    assert!(looked.contains(&Some(NOW)), "the person sees when a carer last looked");
}

pub fn a_phone_that_was_taken_out_is_a_stranger(world: World) {
    let host = world.host();
    let mailbox = Mailbox::new(&world, host.port);
    let (one, lost) = (mailbox.admit("phone"), mailbox.admit("phone"));
    mailbox.leave(&one, item("bundle", "words"));
    assert_eq!(mailbox.acknowledge(&one, 1), 200);
    assert_eq!(mailbox.bodies(&lost, 0).len(), 1);
    assert_eq!(mailbox.remove(&lost), 200);
    assert_eq!(mailbox.read(&lost, 0).status, 404);
    assert_eq!(mailbox.leave(&lost, item("bundle", "late")).status, 404);
    assert_eq!(mailbox.acknowledge(&lost, 1), 404);
    assert!(mailbox.bodies(&one, 0).is_empty(), "what only waited for it is gone");
    assert_eq!(mailbox.let_in(&lost, "phone").status, 409, "and it can't come in again under its name");
    assert_eq!(mailbox.members().as_array().unwrap().len(), 1);
    let thief = Mailbox { port: host.port, name: mailbox.name.clone(), owner: name() };
    assert_eq!(thief.remove(&one), 404);
    assert_eq!(mailbox.read(&one, 0).status, 200);
}

pub fn a_mailbox_takes_so_much_and_then_says_that_it_is_full(world: World) {
    let host = world.host();
    let mailbox = Mailbox::new(&world, host.port);
    let (phone, carer) = (mailbox.admit("phone"), mailbox.admit("carer"));
    assert_eq!(mailbox.leave(&phone, item("bundle", &"a".repeat((256 << 10) + 1))).status, 413);
    assert_eq!(mailbox.leave(&phone, item("bundle", "")).status, 413);
    for _ in 0..50 {
        assert_eq!(mailbox.leave(&carer, item("suggestion", "again")).status, 200);
    }
    assert_eq!(mailbox.leave(&carer, item("suggestion", "again")).status, 507);
    assert_eq!(mailbox.leave(&phone, item("bundle", "words")).status, 200, "a carer fills no phone's place");
    world.tamper(false, "UPDATE mailbox SET items = 2000");
    assert_eq!(mailbox.leave(&phone, item("bundle", "words")).status, 507);
    assert_eq!(mailbox.acknowledge(&phone, 51), 200);
    assert_eq!(mailbox.leave(&phone, item("bundle", "words")).status, 200, "what was fetched makes room");
    world.tamper(false, "UPDATE mailbox SET bytes = 67108860");
    assert_eq!(mailbox.leave(&phone, item("bundle", "words")).status, 507);
}

pub fn an_ended_mailbox_is_gone_with_all_that_was_in_it(world: World) {
    let host = world.host();
    let mailbox = Mailbox::new(&world, host.port);
    let phone = mailbox.admit("phone");
    mailbox.leave(&phone, item("bundle", "words"));
    let end =
        || ask(host.port, "DELETE", &format!("/m/{}", mailbox.name), &mailbox.owner, Value::Null).status;
    assert_eq!(end(), 200);
    assert_eq!(end(), 404);
    assert_eq!(mailbox.read(&phone, 0).status, 404);
    let again = json!({ "name": mailbox.name, "ownerHash": name() });
    assert_eq!(ask(host.port, "POST", "/v1/mailboxes", &world.token, again).status, 409);
}
