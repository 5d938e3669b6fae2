//! An old backup is restored: what was ended stays ended, and a lost end mark is noticed.

use super::mail::{Mailbox, item};
use super::support::*;
use hearth_host::config;
use serde_json::{Value, json};

pub fn an_old_backup_opens_no_ended_link_and_lets_no_removed_phone_in(world: World) {
    let (share, other, mailbox, lost, phone);
    {
        let host = world.host();
        share = Share::new(&world, host.port, json!({}));
        other = Share::new(&world, host.port, json!({}));
        mailbox = Mailbox::new(&world, host.port);
        (lost, phone) = (mailbox.admit("phone"), mailbox.admit("phone"));
    }
    let backup = world.back_up();
    {
        let host = world.host();
        assert_eq!(share.at(host.port).own("POST", "end", json!({})).status, 200);
        let mailbox = Mailbox { port: host.port, name: mailbox.name.clone(), owner: mailbox.owner.clone() };
        assert_eq!(mailbox.remove(&lost), 200);
    }
    world.restore(&backup);
    let host = world.host();
    let (share, other) = (share.at(host.port), other.at(host.port));
    let mailbox = Mailbox { port: host.port, ..mailbox };
    assert_eq!(other.open(json!({})).status, 200, "the backup is in place");
    assert_eq!(share.open(json!({})).status, 404);
    assert_eq!(share.own("POST", "resume", Value::Null).status, 410);
    assert_eq!(share.own("PUT", "files", version(9, "again")).status, 410);
    assert_eq!(share.state()["ended"], NOW);
    assert_eq!(mailbox.read(&lost, 0).status, 404);
    assert_eq!(mailbox.leave(&lost, item("bundle", "late")).status, 404);
    assert_eq!(mailbox.read(&phone, 0).status, 200);
    let kept = || holds(&world.copy_of_everything(), jwe("sealed words").as_bytes());
    assert!(kept());
    host.block_on(config::apply_marks(host.host.as_ref().unwrap())).unwrap();
    assert_eq!(share.open(json!({})).status, 404);
    assert_eq!(other.open(json!({})).status, 200);
}

/// The control: without the end marks the backup does open the link again, and the tests would see it.
pub fn without_its_end_marks_a_backup_is_seen_to_open_an_ended_link(world: World) {
    let share = Share::new(&world, world.host().port, json!({}));
    let backup = world.back_up();
    {
        let host = world.host();
        assert_eq!(share.at(host.port).own("POST", "end", json!({})).status, 200);
    }
    world.restore(&backup);
    world.tamper(true, "DELETE FROM ended");
    let host = world.host();
    assert_eq!(share.at(host.port).open(json!({})).status, 200, "the control found nothing");
}

pub fn a_host_does_not_start_with_the_end_marks_or_the_pepper_of_another(world: World) {
    drop(world.host());
    let starts = |world: &World| {
        let runtime = tokio::runtime::Runtime::new().unwrap();
        let host = runtime.block_on(config::host(&world.settings(), config::system_clock()));
        host.map(drop).map_err(|why| why.to_string())
    };
    assert_eq!(starts(&world), Ok(()));
    world.tamper(true, "DELETE FROM meta");
    assert!(starts(&world).unwrap_err().contains("these are not the end marks"));
    world.tamper(false, "DELETE FROM meta WHERE k = 2");
    assert_eq!(starts(&world), Ok(()));
    std::fs::remove_file(world.path("secrets/pepper")).unwrap();
    assert!(starts(&world).is_err(), "a pepper is made once");
    config::make_secrets(&world.path("secrets")).unwrap();
    assert!(starts(&world).unwrap_err().contains("the pepper is not the one"));
}

pub fn what_is_held_after_a_restore_opens_when_its_owner_has_written(world: World) {
    let host = world.host();
    let share = Share::new(&world, host.port, json!({}));
    world.tamper(false, "UPDATE share SET held = 1");
    assert_eq!(share.open(json!({})).status, 404);
    assert_eq!(share.state()["held"], true);
    assert_eq!(share.own("PUT", "files", version(2, "as it is now")).status, 200);
    assert_eq!(share.open(json!({})).json()["files"][0]["embedded"], jwe("as it is now"));
}

pub fn a_copy_of_the_database_holds_no_name_no_passcode_and_no_readable_word(world: World) {
    let (share, mailbox, phone);
    {
        let host = world.host();
        share = Share::new(&world, host.port, json!({ "flag": "LP", "passcode": "493017-canary" }));
        let mut next = version(2, "canary in a sealed file");
        next["list"] = json!({ "resourceType": "List", "title": "canary of a list" });
        assert_eq!(share.own("PUT", "files", next).status, 200);
        let who = json!({ "recipient": "canary of a reader", "passcode": "493017-canary" });
        assert_eq!(share.open(who).status, 200);
        assert_eq!(share.with_passcode("wrong-canary").status, 401);
        mailbox = Mailbox::new(&world, host.port);
        phone = mailbox.admit("phone");
        assert_eq!(mailbox.leave(&phone, item("bundle", "sealed")).status, 200);
    }
    let copy = world.copy_of_everything();
    let tag = hearth_host::secret::Capability::parse(&share.name).unwrap().tag();
    assert!(holds(&copy, &tag), "the control: what is there is found");
    assert!(holds(&copy, jwe("canary in a sealed file").as_bytes()), "the control: so is the sealed file");
    let bytes = |text: &str| hearth_host::secret::unbase64(text, 43).unwrap();
    for secret in [&share.name, &share.secret, &mailbox.name, &mailbox.owner, &world.token] {
        assert!(!holds(&copy, secret.as_bytes()), "{secret}");
        assert!(!holds(&copy, &bytes(secret)), "{secret}");
    }
    for word in ["canary of", "canary in", "493017", "wrong-canary", "reader", "List", "share.example"] {
        assert!(!holds(&copy, word.as_bytes()), "{word}");
    }
    let pepper = std::fs::read_to_string(world.path("secrets/pepper")).unwrap();
    assert!(!holds(&copy, pepper.as_bytes()) && !holds(&copy, &bytes(&pepper)));
}
