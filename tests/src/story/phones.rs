//! Two phones that write at once, and a phone that is lost.

use super::plan::{Goals, show_goal, text};
use super::{Phone, StoryClock, StoryError, Teller, must};
use hearth_core::companion::{Companion, Writer};
use hearth_core::plan::{Action, Kind};
use hearth_core::record::Value;
use hearth_core::vault::RecoveryWords;
use std::path::Path;
use std::sync::Arc;

const PERSON: &Writer = &Writer::Person;

/// The second phone is opened from backup and words; both write at once; both
/// versions are kept until Jo settles them.
pub fn two_at_once(
    folder: &Path,
    hearth: &Companion,
    words: &RecoveryWords,
    goals: &Goals,
    clock: &Arc<StoryClock>,
    teller: &mut Teller,
) -> Result<(), StoryError> {
    let t = teller.tongue();
    teller.chapter("Two phones, written on at once", "Dwy ddyfais, ac ysgrifennu ar yr un pryd");
    let backup = folder.join("hearth-backup");
    hearth.back_up(&backup)?;
    let tablet = Phone::new(&folder.join("tablet"), t.pick("Jo's tablet", "Tabled Jo"), clock, t)?;
    let second = Companion::restore_backup(&backup, words, &tablet.folders(), tablet.platform())?;
    teller.say(
        "A tablet is opened from the backup and the twelve words. It is a device of its own.",
        "Agorir tabled o’r copi wrth gefn a’r deuddeg gair. Mae’n ddyfais ynddi’i hun.",
    );
    let what = |words: &str| text(words);
    clock.minutes(20);
    hearth.write(
        Kind::Action,
        goals.walk,
        &Action::WHAT,
        what(t.pick(
            "Walk with the Tuesday group, coming back by bus",
            "Cerdded gyda’r grŵp dydd Mawrth, a dod yn ôl ar y bws",
        )),
        PERSON,
    )?;
    second.write(
        Kind::Action,
        goals.walk,
        &Action::WHAT,
        what(t.pick("Walk with the group as far as the bridge", "Cerdded gyda’r grŵp mor bell â’r bont")),
        PERSON,
    )?;
    second.write(Kind::Action, goals.walk, &Action::CONFIDENCE, Value::Int(7), PERSON)?;
    let (ours, theirs) = (hearth.bundle_for(None)?, second.bundle_for(None)?);
    hearth.take_bundle(&theirs)?;
    second.take_bundle(&ours)?;
    let (here, there) = (hearth.goal(goals.people)?, second.goal(goals.people)?);
    let versions = |goal: &hearth_core::companion::GoalView| {
        let words = goal.actions.iter().flat_map(|action| &action.what.versions);
        let mut words: Vec<String> = words.map(|version| version.text.clone()).collect();
        words.sort();
        words
    };
    must(
        versions(&here) == versions(&there) && versions(&here).len() == 2,
        "both phones show both versions",
    )?;
    show_goal(teller, &here);
    clock.minutes(5);
    hearth.write(
        Kind::Action,
        goals.walk,
        &Action::WHAT,
        what(t.pick(
            "Walk with the group to the bridge, and back by bus",
            "Cerdded gyda’r grŵp at y bont, ac yn ôl ar y bws",
        )),
        PERSON,
    )?;
    let settled = hearth.bundle_for(None)?;
    second.take_bundle(&settled)?;
    must(versions(&second.goal(goals.people)?).len() == 1, "settling on one phone settles both")?;
    teller.say(
        "Jo writes it together. Both phones agree, and both earlier versions are in History.",
        "Mae Jo’n eu hysgrifennu ynghyd. Mae’r ddwy ddyfais yn gytûn, a’r ddwy fersiwn gynharach yn Hanes.",
    );
    Ok(())
}

/// The phone is lost. Backup and words bring every word back on a new one.
pub fn lost_and_restored(
    folder: &Path,
    hearth: Companion,
    phone: &Phone,
    clock: &Arc<StoryClock>,
    teller: &mut Teller,
) -> Result<Companion, StoryError> {
    teller.chapter("The phone is lost; nothing else is", "Collwyd y ffôn; dim byd arall");
    clock.days(5);
    let backup = folder.join("hearth-backup");
    hearth.back_up(&backup)?;
    let words = hearth.recovery_words()?;
    let before = hearth.export();
    let wrong_said = &hearth_core::words::Words::new(teller.tongue().0);
    drop(hearth);
    std::fs::rename(&phone.folder, folder.join("lost-phone"))?;
    let found = Phone::new(&phone.folder, phone.name, clock, teller.tongue())?.with(phone.outside.clone());
    let wrong = words.words().into_iter().rev().collect::<Vec<_>>().join(" ");
    if let Ok(wrong) = RecoveryWords::parse(&wrong) {
        match Companion::restore_backup(&backup, &wrong, &found.folders(), found.platform()) {
            Err(trouble) => {
                let said = trouble.sentence(wrong_said);
                teller.say(
                    &format!("The words in the wrong order: “{said}”"),
                    &format!("Y geiriau yn y drefn anghywir: “{said}”"),
                );
            }
            Ok(_) => must(false, "wrong words open nothing")?,
        }
    } else {
        teller.say(
            "The words in the wrong order do not fit together, and Hearth says so before it tries.",
            "Nid yw’r geiriau yn y drefn anghywir yn ffitio gyda’i gilydd, ac mae Hearth yn dweud hynny cyn rhoi cynnig arni.",
        );
    }
    let restored = Companion::restore_backup(&backup, &words, &found.folders(), found.platform())?;
    must(
        restored.export().json == before.json,
        "the restored plan is the plan that was lost, word for word",
    )?;
    teller.say(
        "A new phone, the backup, twelve words: the plan is the same, word for word, version for version.",
        "Ffôn newydd, y copi wrth gefn, deuddeg gair: yr un cynllun, air am air, fersiwn am fersiwn.",
    );
    Ok(restored)
}
