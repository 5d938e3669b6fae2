//! Sharing by link: a phone, a host that can be away or lie, and whoever opens the link.

use super::*;
use crate::share::follow::{Asking, FollowError, follow};
use crate::share::tests::host::{ORIGIN, TOKEN, TestHost};
use crate::share::{Control, Link, Reach, control};
use serde_json::Value as Json;

mod ending;

/// A phone that may share, and its host.
fn enrolled() -> (Phone, Companion, Arc<TestHost>) {
    let phone = Phone::new("my phone");
    let host = Arc::new(TestHost::new(FIRST_DAY));
    phone.begin();
    let hearth = online(&phone, &host);
    hearth.share_enrol(ORIGIN, TOKEN).unwrap();
    (phone, hearth, host)
}

fn online(phone: &Phone, host: &Arc<TestHost>) -> Companion {
    let mut platform = phone.platform();
    platform.outside.http = Some(Arc::clone(host) as _);
    Companion::open(&phone.folders(), platform).unwrap()
}

fn usual(hearth: &Companion) -> ShareChoice {
    let choice = ShareChoice::usual(hearth.platform.clock.now());
    ShareChoice { label: "For the visit".into(), ..choice }
}

fn made(hearth: &Companion, choice: &ShareChoice) -> ShareView {
    let preview = hearth.share_preview(choice).unwrap();
    hearth.share_make(choice, &preview.sum).unwrap()
}

/// Opens the link as anybody would.
fn opened(host: &TestHost, share: &ShareView, passcode: Option<&str>) -> Result<String, FollowError> {
    let link = Link::parse(share.link.as_ref().unwrap(), Reach::Public).unwrap();
    let asking = Asking { recipient: "Dr Example", passcode, reach: Reach::Public };
    let given = follow(host, &link, asking)?;
    assert_eq!(given.files.len(), 1);
    Ok(String::from_utf8(given.files[0].plain.to_vec()).unwrap())
}

fn with_passcode(host: &TestHost, share: &ShareView) -> Result<String, FollowError> {
    opened(host, share, share.passcode.as_deref())
}

fn goal(hearth: &Companion, words: &str) -> EntityId {
    hearth.add(Kind::Goal, &[(Goal::WORDS, text(words))], PERSON).unwrap()
}

#[test]
fn a_share_is_opened_with_its_link_and_passcode_and_holds_what_was_chosen() {
    let (_phone, hearth, host) = enrolled();
    goal(&hearth, "walk to the shop");
    hearth.add(Kind::Preference, &[(Preference::WORDS, text("at home"))], PERSON).unwrap();
    let share = made(&hearth, &usual(&hearth));
    assert_eq!(share.standing, ShareStanding::Open, "{:?}", share.lines);
    assert_eq!(share.passcode.as_ref().unwrap().len(), 6);
    assert!(matches!(opened(&host, &share, None), Err(FollowError::Passcode { left: Some(9) })));
    let file = with_passcode(&host, &share).unwrap();
    assert!(file.contains("walk to the shop") && !file.contains("at home"), "{file}");
    // It says what was left out, and that it is a copy, and when it was made.
    assert!(
        file.contains("Not in this copy: Looking ahead") && file.contains("made 1 October 2026"),
        "{file}"
    );
    let json: Json = serde_json::from_str(&file).unwrap();
    assert_eq!((json["type"].as_str(), json["resourceType"].as_str()), (Some("document"), Some("Bundle")));
}

#[test]
fn the_host_is_given_no_word_no_key_and_no_passcode_in_a_file() {
    let (_phone, hearth, host) = enrolled();
    goal(&hearth, "walk to the shop");
    let share = made(&hearth, &usual(&hearth));
    let kept = format!("{:?}", host.only().files);
    let link = Link::parse(share.link.as_ref().unwrap(), Reach::Public).unwrap();
    for secret in ["walk", "Bundle", link.key.to_text().as_str(), share.passcode.as_ref().unwrap()] {
        assert!(!kept.contains(secret), "{secret}");
    }
}

#[test]
fn what_is_only_mine_delicate_removed_or_not_chosen_is_in_no_share_whatever_its_kind() {
    let (_phone, hearth, _host) = enrolled();
    let words = |kind: &Kind| {
        kind.own_fields().iter().filter(|f| f.holds == Type::Words).copied().collect::<Vec<_>>()
    };
    let all: Vec<ShareSection> = ShareSection::ALL.to_vec();
    let choice = ShareChoice { sections: all, ..usual(&hearth) };
    for kind in
        Kind::ALL.iter().filter(|kind| !words(kind).is_empty() && !kind.is_only() && **kind != Kind::Device)
    {
        let fields: Vec<(Field, Value)> =
            words(kind).iter().map(|field| (*field, text(&format!("secret of {}", field.name)))).collect();
        let id = hearth.add(*kind, &fields, PERSON).unwrap();
        let own = fields.iter().filter(|(field, _)| field.sensitivity != Sensitivity::Ordinary);
        let said = format!("{:?}", hearth.share_preview(&choice).unwrap());
        for (field, _) in own {
            assert!(!said.contains(&format!("secret of {}", field.name)), "{}", field.name);
        }
        hearth.only_me(*kind, id, true).unwrap();
        assert!(!format!("{:?}", hearth.share_preview(&choice).unwrap()).contains("secret of"), "{kind:?}");
        hearth.only_me(*kind, id, false).unwrap();
        hearth.remove(*kind, id, PERSON).unwrap();
        assert!(!format!("{:?}", hearth.share_preview(&choice).unwrap()).contains("secret of"), "{kind:?}");
    }
}

#[test]
fn a_section_that_is_not_chosen_leaves_no_trace_in_the_file() {
    let (_phone, hearth, host) = enrolled();
    goal(&hearth, "walk to the shop");
    hearth.add(Kind::Need, &[(Need::WORDS, text("a worry of mine"))], PERSON).unwrap();
    let choice = ShareChoice { sections: vec![ShareSection::About], passcode: false, ..usual(&hearth) };
    let file = opened(&host, &made(&hearth, &choice), None).unwrap();
    for trace in ["walk", "worry", "Goal", "Condition", "Nothing written"] {
        assert!(
            !file.contains(&format!("\"{trace}\"")) && !file.contains(&format!("{trace} to")),
            "{trace}: {file}"
        );
    }
}

#[test]
fn the_preview_is_what_is_made_or_nothing_is() {
    let (_phone, hearth, host) = enrolled();
    goal(&hearth, "walk to the shop");
    let preview = hearth.share_preview(&usual(&hearth)).unwrap();
    let lines: Vec<&String> = preview.sections.iter().flat_map(|section| &section.lines).collect();
    assert!(lines.iter().any(|line| line.contains("walk to the shop")), "{lines:?}");
    assert_eq!(preview.cannot_be_undone.len(), 3);
    goal(&hearth, "something I typed since");
    let told = hearth.share_make(&usual(&hearth), &preview.sum);
    assert!(matches!(told, Err(Trouble::ShareChanged)));
    assert!(hearth.shares().unwrap().shares.is_empty() && host.shares.lock().unwrap().is_empty());
    let none = ShareChoice { sections: vec![], ..usual(&hearth) };
    assert!(matches!(hearth.share_preview(&none), Err(Trouble::ShareNothing)));
}

#[test]
fn a_share_stays_as_it_was_previewed_unless_it_is_kept_up_and_then_has_the_same_key_and_a_fresh_nonce() {
    let (_phone, hearth, host) = enrolled();
    let snapshot = made(&hearth, &usual(&hearth));
    goal(&hearth, "walk to the shop");
    hearth.deliver_shares().unwrap();
    assert!(!with_passcode(&host, &snapshot).unwrap().contains("walk"));
    hearth.share_end(snapshot.id).unwrap();
    host.shares.lock().unwrap().clear();

    let kept_up = made(&hearth, &ShareChoice { kept_up: true, ..usual(&hearth) });
    let nonce =
        |host: &TestHost| host.only().files[0]["jwe"].as_str().unwrap().split('.').nth(2).unwrap().to_owned();
    let before = (nonce(&host), host.only().revision);
    hearth.deliver_shares().unwrap();
    assert_eq!(host.only().revision, before.1, "nothing changed, so nothing is sent");
    goal(&hearth, "see my sister");
    hearth.deliver_shares().unwrap();
    assert!(with_passcode(&host, &kept_up).unwrap().contains("see my sister"));
    assert_ne!(nonce(&host), before.0);
    assert_eq!(hearth.share(kept_up.id).unwrap().link, kept_up.link);
}

#[test]
fn pausing_resuming_and_extending_reach_the_host() {
    let (_phone, hearth, host) = enrolled();
    let share = made(&hearth, &usual(&hearth));
    assert_eq!(hearth.share_pause(share.id).unwrap().standing, ShareStanding::Paused);
    assert_eq!(with_passcode(&host, &share), Err(FollowError::Nothing));
    assert_eq!(hearth.share_resume(share.id).unwrap().standing, ShareStanding::Open);
    assert!(with_passcode(&host, &share).is_ok());
    let later = FIRST_DAY + 3 * DAY;
    hearth.share_extend(share.id, later).unwrap();
    assert_eq!(host.only().exp, Some(later / 1000));
    assert!(matches!(hearth.share_extend(share.id, FIRST_DAY), Err(Trouble::ShareUntil)));
}

#[test]
fn an_end_that_the_host_did_not_hear_is_said_and_told_again_until_it_has() {
    let (_phone, hearth, host) = enrolled();
    let share = made(&hearth, &usual(&hearth));
    host.away.store(true, Ordering::Relaxed);
    let ended = hearth.share_end(share.id).unwrap();
    assert_eq!(ended.standing, ShareStanding::NotYetEnded);
    assert!(ended.lines[0].contains("Not yet ended at the host"), "{:?}", ended.lines);
    assert_eq!(ended.link, None);
    assert_eq!(hearth.deliver_shares().unwrap().shares[0].standing, ShareStanding::NotYetEnded);
    host.away.store(false, Ordering::Relaxed);
    assert_eq!(hearth.deliver_shares().unwrap().shares[0].standing, ShareStanding::Ended);
    assert_eq!(with_passcode(&host, &share), Err(FollowError::Nothing));
    // What is ended is ended.
    assert!(
        hearth.share_resume(share.id).is_err() && hearth.share_extend(share.id, FIRST_DAY + DAY).is_err()
    );
    let asked = host.asked.load(Ordering::Relaxed);
    hearth.deliver_shares().unwrap();
    assert_eq!(host.asked.load(Ordering::Relaxed), asked, "the host has heard, and is left alone");
}

#[test]
fn an_end_leaves_a_proof_that_only_the_person_could_have_made() {
    let (_phone, hearth, host) = enrolled();
    let share = made(&hearth, &usual(&hearth));
    let file: Json = serde_json::from_str(&with_passcode(&host, &share).unwrap()).unwrap();
    let pin = crate::base64::decode_url(file["meta"]["tag"][0]["code"].as_str().unwrap()).unwrap();
    let name = host.shares.lock().unwrap().keys().next().unwrap().clone();
    hearth.share_end(share.id).unwrap();
    let mark = crate::base64::decode_url(&host.only().mark.unwrap()).unwrap();
    let pin: [u8; 32] = pin.try_into().unwrap();
    assert_eq!(control::ended_at(&pin, &name, &mark), Some(FIRST_DAY));
    let forged = Control::new().unwrap().end_mark(FIRST_DAY);
    assert_eq!(control::ended_at(&pin, &name, &forged), None);
}

#[test]
fn a_share_made_while_the_host_is_away_waits_and_is_there_when_the_host_is() {
    let (phone, hearth, host) = enrolled();
    goal(&hearth, "walk to the shop");
    host.away.store(true, Ordering::Relaxed);
    let share = made(&hearth, &usual(&hearth));
    assert_eq!(share.standing, ShareStanding::Waiting);
    assert!(share.lines.iter().any(|line| line.contains("can’t be reached")), "{:?}", share.lines);
    drop(hearth);
    host.away.store(false, Ordering::Relaxed);
    let hearth = online(&phone, &host);
    goal(&hearth, "typed after the preview");
    assert_eq!(hearth.deliver_shares().unwrap().shares[0].standing, ShareStanding::Open);
    let file = with_passcode(&host, &share).unwrap();
    assert!(file.contains("walk to the shop") && !file.contains("typed after"), "just what was previewed");
}

#[test]
fn cut_off_after_any_question_and_with_any_answer_lost_it_comes_to_the_same_in_the_end() {
    for lost in [false, true] {
        for patience in 0..8 {
            let (phone, hearth, host) = enrolled();
            match lost {
                true => host.mute.store(true, Ordering::Relaxed),
                false => host.patience.store(patience, Ordering::Relaxed),
            }
            let share = made(&hearth, &ShareChoice { kept_up: true, ..usual(&hearth) });
            goal(&hearth, "walk to the shop");
            let _ = hearth.share_pause(share.id).unwrap();
            drop(hearth);
            host.patience.store(usize::MAX, Ordering::Relaxed);
            host.mute.store(false, Ordering::Relaxed);
            let hearth = online(&phone, &host);
            hearth.deliver_shares().unwrap();
            assert_eq!(hearth.share(share.id).unwrap().standing, ShareStanding::Paused, "{lost} {patience}");
            assert_eq!(host.shares.lock().unwrap().len(), 1);
            let share = hearth.share_resume(share.id).unwrap();
            assert!(with_passcode(&host, &share).unwrap().contains("walk to the shop"), "{lost} {patience}");
        }
    }
}

#[test]
fn ended_on_one_phone_is_ended_on_all_and_a_phone_that_never_had_the_key_can_end_it() {
    let (_phone, mine, host) = enrolled();
    let share = made(&mine, &usual(&mine));
    let tablet = Phone::new("my tablet");
    tablet.begin();
    let other = online(&tablet, &host);
    give(&mine, &other);
    let seen = &other.shares().unwrap().shares[0];
    assert_eq!((seen.standing, &seen.link, &seen.passcode), (ShareStanding::Open, &None, &None));
    // Paused here, ended there, at the same time.
    host.away.store(true, Ordering::Relaxed);
    mine.share_extend(share.id, FIRST_DAY + 9 * DAY).unwrap();
    other.stop_all_sharing().unwrap();
    host.away.store(false, Ordering::Relaxed);
    assert_eq!(other.deliver_shares().unwrap().shares[0].standing, ShareStanding::Ended);
    assert!(host.only().ended);
    // The first phone hears it from the host, before the other's words came.
    assert_eq!(mine.deliver_shares().unwrap().shares[0].standing, ShareStanding::Ended);
    give(&other, &mine);
    give(&mine, &other);
    for hearth in [&mine, &other] {
        assert_eq!(hearth.share(share.id).unwrap().standing, ShareStanding::Ended);
    }
}

#[test]
fn stop_all_sharing_ends_everything_also_what_the_host_never_had() {
    let (_phone, hearth, host) = enrolled();
    made(&hearth, &usual(&hearth));
    host.away.store(true, Ordering::Relaxed);
    made(&hearth, &usual(&hearth));
    assert_eq!(hearth.shares().unwrap().open, 2);
    host.away.store(false, Ordering::Relaxed);
    let all = hearth.stop_all_sharing().unwrap();
    assert!(all.shares.iter().all(|share| share.standing == ShareStanding::Ended), "{all:?}");
    assert_eq!(all.open, 0);
    assert!(host.only().ended);
}

#[test]
fn who_looked_is_shown_as_they_said_it_and_only_as_text() {
    let (_phone, hearth, host) = enrolled();
    let share = made(&hearth, &usual(&hearth));
    host.change(|kept| kept.looks = vec!["<img onerror=x>\u{202e}drac".into(), String::new()]);
    let looks = hearth.deliver_shares().unwrap().shares[0].looks.clone();
    assert!(
        looks[0].line.contains("<img onerror=x>drac") && !looks[0].line.contains('\u{202e}'),
        "{looks:?}"
    );
    assert!(looks[1].line.contains("did not say who they are"), "{looks:?}");
    assert_eq!(hearth.share(share.id).unwrap().looks, looks);
}

#[test]
fn the_end_of_a_share_is_warned_of_and_after_it_nothing_is_sent() {
    let (phone, hearth, host) = enrolled();
    let share = made(&hearth, &usual(&hearth));
    assert_eq!(share.warning, "");
    phone.clock.0.fetch_add(DAY - 20 * 60_000, Ordering::Relaxed);
    assert!(hearth.share(share.id).unwrap().warning.contains("ends soon"));
    phone.clock.0.fetch_add(20 * 60_000, Ordering::Relaxed);
    host.now.fetch_add(DAY / 1000, Ordering::Relaxed);
    hearth.deliver_shares().unwrap();
    let asked = host.asked.load(Ordering::Relaxed);
    let past = &hearth.deliver_shares().unwrap().shares[0];
    assert_eq!((past.standing, past.warning.as_str(), &past.link), (ShareStanding::Expired, "", &None));
    assert_eq!(host.asked.load(Ordering::Relaxed), asked);
}

#[test]
fn a_host_that_lost_it_locked_it_or_held_it_back_is_said_or_set_right() {
    let (_phone, hearth, host) = enrolled();
    let share = made(&hearth, &usual(&hearth));
    host.change(|kept| kept.held = true);
    assert_eq!(hearth.deliver_shares().unwrap().shares[0].standing, ShareStanding::Open);
    assert!(!host.only().held);
    host.change(|kept| kept.wrong = 10);
    assert_eq!(hearth.deliver_shares().unwrap().shares[0].standing, ShareStanding::Locked);
    host.shares.lock().unwrap().clear();
    assert_eq!(hearth.deliver_shares().unwrap().shares[0].standing, ShareStanding::Gone);
    assert!(host.shares.lock().unwrap().is_empty(), "what was ended by loss is not shared again unasked");
    assert_eq!(hearth.share_end(share.id).unwrap().standing, ShareStanding::Ended);
}

#[test]
fn without_a_host_and_with_a_name_that_hides_nothing_is_shared() {
    let (_phone, hearth) = begun();
    let sum = hearth.share_preview(&usual(&hearth)).unwrap().sum;
    assert!(matches!(hearth.share_make(&usual(&hearth), &sum), Err(Trouble::NoShareHost)));
    let (_phone, hearth, _host) = enrolled();
    let sum = hearth.share_preview(&usual(&hearth)).unwrap().sum;
    for label in ["x".repeat(81), "for \u{202e}rd".to_owned()] {
        let told = hearth.share_make(&ShareChoice { label, ..usual(&hearth) }, &sum);
        assert!(matches!(told, Err(Trouble::Link(_))), "{told:?}");
    }
    assert!(hearth.shares().unwrap().shares.is_empty());
    for address in
        ["http://host.example.org", "https://me:x@host.example.org", "https://host.example.org/path", "x"]
    {
        assert!(hearth.share_enrol(address, TOKEN).is_err(), "{address}");
    }
}

#[test]
fn a_token_that_is_refused_and_an_unlinked_practice_lose_no_share() {
    let (_phone, hearth, host) = enrolled();
    hearth.share_enrol(ORIGIN, "another token").unwrap();
    let share = made(&hearth, &usual(&hearth));
    assert_eq!(share.standing, ShareStanding::Waiting);
    assert!(share.lines.iter().any(|line| line.contains("token")), "{:?}", share.lines);
    hearth.share_enrol(ORIGIN, TOKEN).unwrap();
    assert_eq!(hearth.deliver_shares().unwrap().shares[0].standing, ShareStanding::Open);
    assert!(with_passcode(&host, &hearth.share(share.id).unwrap()).is_ok());
}

#[test]
fn no_secret_of_a_share_lies_in_the_folder_in_clear_or_in_an_export() {
    let (phone, hearth, _host) = enrolled();
    let share = made(&hearth, &usual(&hearth));
    let link = Link::parse(share.link.as_ref().unwrap(), Reach::Public).unwrap();
    let key = link.key.to_text();
    let name = link.url.path().trim_start_matches("/s/").to_owned();
    let secrets = [key.as_str(), &name, share.passcode.as_ref().unwrap(), TOKEN];
    for (path, bytes) in phone.files() {
        for secret in secrets {
            let found = bytes.windows(secret.len()).any(|window| window == secret.as_bytes());
            assert!(!found || secret.len() < 8, "{}", path.display());
        }
    }
    let export = hearth.export().json.to_string();
    assert!(!export.contains("\"share\"") && !export.contains(&name));
    assert!(!String::from_utf8(hearth.document()).unwrap().contains("For the visit"));
}
