//! An old backup is restored: what was ended stays ended, and a lost end mark is noticed.

use super::mail::{Mailbox, item};
use super::support::*;
use argon2::{Algorithm, Argon2, Params, Version};
use hearth_host::config;
use hearth_host::engine::{Cells, read};
use hearth_host::secret::sha256;
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

/// What Argon2id makes of a passcode by the host's own numbers, with what somebody takes for the pepper.
fn argon2(passcode: &str, salt: &[u8], pepper: Option<&[u8]>) -> Vec<u8> {
    let params = Params::new(19 * 1024, 2, 1, Some(32)).unwrap();
    let argon = match pepper {
        Some(pepper) => Argon2::new_with_secret(pepper, Algorithm::Argon2id, Version::V0x13, params).unwrap(),
        None => Argon2::new(Algorithm::Argon2id, Version::V0x13, params),
    };
    let mut hash = [0; 32];
    argon.hash_password_into(passcode.as_bytes(), salt, &mut hash).unwrap();
    hash.to_vec()
}

/// Whoever has a copy of the database tries every passcode of six digits. A million guesses a second for a day
/// are fewer than 2 to the 37th; without the pepper each of them is wrong, also the right one, and the pepper
/// is one of 2 to the 256th.
pub fn a_copy_of_the_database_finds_no_passcode_without_the_pepper(world: World) {
    let host = world.host();
    let shares: Vec<Share> =
        (0..2).map(|_| Share::new(&world, host.port, json!({ "flag": "P", "passcode": "493017" }))).collect();
    assert_eq!(shares[0].with_passcode("493018").status, 401);
    assert_eq!(shares[0].with_passcode("493017").status, 200);
    let main = &host.host.as_ref().unwrap().main;
    let kept: Vec<(Vec<u8>, Vec<u8>)> = host
        .block_on(read(&**main, |tx| {
            let rows = tx.rows("SELECT salt, hash FROM share", &[])?.into_iter();
            let both = |row| {
                let mut cells = Cells::of(row);
                Ok((cells.bytes()?, cells.bytes()?))
            };
            rows.map(both).collect()
        }))
        .unwrap();
    let [(salt, hash), (other_salt, other_hash)] = &kept[..] else { unreachable!("two shares") };
    assert!(salt != other_salt && hash != other_hash, "one passcode twice does not show");
    let pepper = std::fs::read_to_string(world.path("secrets/pepper")).unwrap();
    let pepper = hearth_host::secret::unbase64(pepper.trim(), 43).unwrap();
    assert_eq!(pepper.len(), 32);
    // The right passcode and everything that is in the copy: still not known again.
    let elsewhere = [[0; 32].to_vec(), sha256(b"").to_vec(), salt.clone(), hash.clone(), vec![]];
    let wrong = elsewhere.iter().map(|guess| argon2("493017", salt, Some(guess)));
    assert!(wrong.chain([argon2("493017", salt, None)]).all(|found| found != *hash));
    // Nor is there anything cheaper than Argon2id to try them on.
    let copy = world.copy_of_everything();
    let shown: std::collections::HashSet<&[u8]> = copy.windows(32).collect();
    assert!(shown.contains(hash.as_slice()), "the control: what is in the copy is found");
    for passcode in 0..1_000_000 {
        let passcode = format!("{passcode:06}");
        let salted = [salt.as_slice(), passcode.as_bytes()].concat();
        let after = [passcode.as_bytes(), salt].concat();
        let found = [passcode.as_bytes(), &salted, &after].iter().any(|one| shown.contains(&sha256(one)[..]));
        assert!(!found, "{passcode} shows");
    }
    // The control: with the pepper the right one is found, so this is how it is kept.
    assert_eq!(argon2("493017", salt, Some(&pepper)), *hash);
    assert_ne!(argon2("493018", salt, Some(&pepper)), *hash);
}
