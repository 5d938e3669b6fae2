//! PRSB's form at the companion's door: whose the words of a file are, and what goes out.

use super::*;
use crate::prsb::List;
use crate::record::Author;

const FILE: &str = "{\"standard\":\"Personalised care and support plan 2.0\",\"made\":\"2026-09-01T09:00:00+01:00\",\
    \"Person demographics\":{\"Person name\":{\"Person preferred name\":\"Joanna\",\"Person full name\":\"Jo Example\"}},\
    \"About me\":{\"My wellness\":{\"My wellness\":\"Walks by the river\"}},\
    \"Care and support plan\":{\"Needs, concerns or problems\":[{\"Free text\":\"Breath\",\
    \"Goals and hopes\":[{\"Free text\":\"Get back to the allotment\",\"Goal importance score\":9,\
    \"Actions and activities\":[{\"What\":[{\"Free text\":\"Walk to the gate\"}],\"Confidence\":6}]}]}]},\
    \"Contingency/safety plans\":[{\"Contingency plan name\":{\"Free text\":\"When my breathing gets worse\"},\
    \"Trigger factors\":[{\"Free text\":\"A cold\"}],\
    \"What should happen\":[{\"Free text\":\"Sit forward\"},{\"Free text\":\"Ring Sam\"}],\
    \"Who should be contacted\":[{\"Name\":\"Sam\",\"Contact details\":\"01234 567890\"}],\
    \"Agreed with person or legitimate representative\":{\"Person full name\":\"Ann Example\"}}]}";

fn import(hearth: &Companion) -> PrsbImport {
    hearth.import_prsb(FILE.as_bytes(), "Example Surgery").unwrap()
}

fn me(hearth: &Companion) -> Me {
    let ledger = hearth.ledger();
    let entity = ledger.record().entity(Kind::Me.number(), on(Kind::Me)).unwrap();
    Me::read(on(Kind::Me), entity)
}

#[test]
fn what_a_file_says_stands_as_the_files_with_its_date_and_never_as_my_words() {
    let (_phone, hearth) = begun();
    let brought = import(&hearth);
    assert_eq!((brought.new, brought.suggested), (8, 1));
    let goal = &hearth.goals()[0];
    assert_eq!(texts(&goal.words), ["Get back to the allotment"]);
    assert_eq!(bare(&goal.words.versions[0].who[0]), "From Example Surgery, 1 September");
    assert_eq!(goal.actions[0].confidence_line, "Confident 6 of 10");
    let ledger = hearth.ledger();
    let from_file = |op: &&Op| op.author == Author::File { name: "Example Surgery".to_owned() };
    let entities = ledger.record().entities().filter(|(kind, ..)| *kind == Kind::Goal.number());
    let heads: Vec<&Op> = entities.flat_map(|(_, _, goal)| goal.heads()).collect();
    assert!(heads.iter().all(from_file) && heads.len() > 2);
}

#[test]
fn where_i_have_my_own_words_the_files_wait_beside_them() {
    let (_phone, hearth) = begun();
    let brought = import(&hearth);
    assert_eq!(me(&hearth).call_me.text(), "Jo");
    assert_eq!(me(&hearth).name.text(), "Jo Example", "where I had none, the file's stand");
    let place = "Person demographics";
    assert!(
        brought.notes.iter().any(|note| note.place == place && bare(&note.line).contains("your own words"))
    );
    let waiting = hearth.suggestions();
    assert_eq!(waiting.len(), 1);
    assert_eq!((waiting[0].offered.as_str(), waiting[0].stands.as_str()), ("Joanna", "Jo"));
    assert_eq!(bare(&waiting[0].line), "Example Surgery suggested a change, 1 September");
    assert!(!waiting[0].base_changed);
    // What waits is not mine, and does not go out.
    let exported = hearth.export_prsb(List::CarePlan);
    assert!(exported.json.contains("\"Person preferred name\": \"Jo\"") && !exported.json.contains("Joanna"));
    assert_eq!(exported.left_out.waiting, 1);
    hearth.accept(waiting[0].id, true).unwrap();
    assert!(hearth.export_prsb(List::CarePlan).json.contains("\"Person preferred name\": \"Joanna\""));
}

#[test]
fn the_same_file_again_changes_nothing_even_where_i_wrote_over_it_or_said_no() {
    let (_phone, hearth) = begun();
    import(&hearth);
    let goal = hearth.goals()[0].id;
    hearth.write(Kind::Goal, goal, &Goal::WORDS, text("The allotment, with Sam"), PERSON).unwrap();
    let step = Step::all(hearth.ledger().record())[0].id;
    hearth.remove(Kind::Step, step, PERSON).unwrap();
    hearth.decline(hearth.suggestions()[0].id).unwrap();
    let (before, exported) = (hearth.export(), hearth.export_prsb(List::CarePlan));
    let again = import(&hearth);
    assert_eq!((again.new, again.suggested, again.kept), (0, 0, 0));
    assert_eq!(bare(&again.lines[0]), "Nothing in Example Surgery was new.");
    assert_eq!(hearth.export(), before);
    assert_eq!(hearth.export_prsb(List::CarePlan), exported);
    assert_eq!(texts(&hearth.goals()[0].words), ["The allotment, with Sam"]);
}

#[test]
fn a_later_file_never_replaces_what_i_wrote_over_an_earlier_one() {
    let (_phone, hearth) = begun();
    import(&hearth);
    let goal = hearth.goals()[0].id;
    hearth.write(Kind::Goal, goal, &Goal::IMPORTANCE, Value::Int(10), PERSON).unwrap();
    let later = FILE.replace("2026-09-01", "2026-09-20").replace("score\":9", "score\":4");
    let brought = hearth.import_prsb(later.as_bytes(), "Example Surgery").unwrap();
    assert_eq!(brought.suggested, 1);
    assert_eq!(texts(&hearth.goals()[0].importance), ["10"]);
    assert_eq!(hearth.goals()[0].importance.offers[0].text, "4");
}

#[test]
fn an_unwell_plan_of_a_file_is_drawn_with_its_steps_in_order_and_whom_to_call() {
    let (_phone, hearth) = begun();
    import(&hearth);
    let plan = &hearth.unwell_plans()[0];
    assert_eq!(plan.name.text(), "When my breathing gets worse");
    let steps: Vec<&str> = plan.zones[0].steps.iter().map(|step| step.words.text()).collect();
    assert_eq!((plan.zones[0].zone, steps), ("any", vec!["Sit forward", "Ring Sam"]));
    assert_eq!(plan.call[0].numbers, ["01234 567890"]);
    assert_eq!(bare(&plan.agreements[0].line), "Agreed with Ann Example, as Example Surgery says");
    let step = Step::all(hearth.ledger().record())[0].id;
    hearth.write(Kind::Step, step, &Step::WORDS, text("Sit up"), PERSON).unwrap();
    let line = bare(&hearth.unwell_plans()[0].agreements[0].line);
    assert!(line.starts_with("Changed since agreed with Ann Example"), "{line}");
}

#[test]
fn a_record_that_says_not_agreed_is_not_drawn_as_an_agreement() {
    let (_phone, hearth) = begun();
    let not = "\"Person or legitimate representative\":false,\"Person full name\":\"Ann";
    let file = FILE.replace("\"Person full name\":\"Ann", not);
    hearth.import_prsb(file.as_bytes(), "Example Surgery").unwrap();
    assert_eq!(bare(&hearth.unwell_plans()[0].agreements[0].line), "Not agreed with Ann Example");
}

#[test]
fn my_own_plan_read_back_is_here_already() {
    let (_phone, hearth) = begun();
    add_goal(&hearth, "Get back to the allotment");
    add_person(&hearth, "Sam", "01234 567890");
    add_plan(&hearth);
    let out = hearth.export_prsb(List::CarePlan);
    let brought = hearth.import_prsb(out.json.as_bytes(), "my own file").unwrap();
    assert_eq!((brought.new, brought.suggested, brought.already), (0, 0, 3));
    assert_eq!(hearth.export_prsb(List::CarePlan), out);
}

#[test]
fn only_me_removed_and_suggested_stay_here_and_are_counted() {
    let (_phone, hearth) = begun();
    let secret = add_goal(&hearth, "canary of mine");
    let action = [(Action::GOAL, Value::Entity(secret)), (Action::WHAT, text("canary of the action"))];
    hearth.add(Kind::Action, &action, PERSON).unwrap();
    hearth.only_me(Kind::Goal, secret, true).unwrap();
    let gone = add_goal(&hearth, "canary that is gone");
    hearth.remove(Kind::Goal, gone, PERSON).unwrap();
    let shown = add_goal(&hearth, "The allotment");
    hearth.write(Kind::Goal, shown, &Goal::WORDS, text("canary of a guest"), &guest()).unwrap();
    for list in List::ALL {
        let exported = hearth.export_prsb(*list);
        assert!(!exported.json.contains("canary"), "{}", exported.json);
    }
    let exported = hearth.export_prsb(List::CarePlan);
    assert!(exported.json.contains("The allotment"));
    let left = exported.left_out;
    assert_eq!((left.only_me, left.removed, left.waiting, left.delicate), (2, 1, 1, 0));
    let lines: Vec<String> = exported.lines.iter().map(|line| bare(line)).collect();
    assert_eq!(
        lines,
        [
            "2 entries are marked “only me”. They are not sent.",
            "1 suggestion waits for you. It is not yours yet, and is not sent."
        ]
    );
}

#[test]
fn what_does_not_conform_is_said_beside_and_nothing_is_cut() {
    let (_phone, hearth) = begun();
    let long = "Jo ".repeat(50);
    hearth.write(Kind::Me, on(Kind::Me), &Me::CALL_ME, text(&long), PERSON).unwrap();
    let exported = hearth.export_prsb(List::CarePlan);
    assert!(exported.json.contains(&long));
    let notes: Vec<String> = exported.notes.iter().map(|note| bare(&note.line)).collect();
    let name = "Person demographics > Person name";
    assert!(notes.contains(&format!(
        "{name} > Person preferred name: PRSB has room for 70 letters. Yours has 150, and all of it is sent."
    )));
    assert!(notes.contains(&format!(
        "{name} > Person first name: PRSB asks for this. Your plan has nothing here, and goes without it."
    )));
    assert!(notes.iter().any(|note| note.starts_with("GP practice: PRSB asks for this")));
}

#[test]
fn a_voice_note_beside_about_me_goes_along_and_comes_back_whole() {
    let (_phone, hearth) = begun();
    let wav = b"RIFF\x08\0\0\0WAVEabcd";
    hearth.attach(Kind::AboutMe, on(Kind::AboutMe), &AboutMe::WELLNESS, wav, PERSON).unwrap();
    let out = hearth.export_prsb(List::AboutMe);
    let (_other, there) = begun();
    let brought = there.import_prsb(out.json.as_bytes(), "a file").unwrap();
    assert_eq!((brought.new, brought.kept, brought.notes.len()), (1, 0, 0), "{:?}", brought.notes);
    let id = Attachment::all(there.ledger().record())[0].id;
    assert_eq!(there.attachment(id).unwrap(), wav);
    assert_eq!(there.export_prsb(List::AboutMe), out);
    there.tidy().unwrap();
    assert_eq!(there.attachment(id).unwrap(), wav, "it is named, so it is not swept");
}

#[test]
fn a_file_that_is_none_is_refused_with_a_sentence_and_nothing_changes() {
    let (phone, hearth) = begun();
    let before = phone.files();
    for (bytes, said) in [
        (b"not json".to_vec(), "can’t be read"),
        (b"{\"resourceType\":\"Bundle\"}".to_vec(), "not a plan in PRSB’s form"),
        (vec![b' '; crate::prsb::MAX_BYTES + 1], "larger than Hearth can take in"),
    ] {
        let refused = hearth.import_prsb(&bytes, "x").unwrap_err().sentence(hearth.words());
        assert!(refused.contains(said) && refused.contains("Nothing was changed"), "{refused}");
    }
    let refused = hearth.import_prsb(FILE.as_bytes(), &"n".repeat(MAX_NAME + 1)).unwrap_err();
    assert!(matches!(refused, Trouble::Refused(Refused::TextTooLong)));
    assert_eq!(phone.files(), before);
}

#[test]
fn a_full_disk_keeps_the_plan_as_it_was() {
    let (phone, hearth) = begun();
    // The card shows my whole name, so this import writes the card too.
    hearth.write(Kind::Card, on(Kind::Card), &Card::SHOW_NAME, Value::Bool(true), PERSON).unwrap();
    phone.disk.full.store(true, Ordering::Relaxed);
    let before = hearth.export();
    assert!(hearth.import_prsb(FILE.as_bytes(), "Example Surgery").is_err());
    assert_eq!(hearth.export(), before);
    phone.disk.full.store(false, Ordering::Relaxed);
    assert_eq!(import(&hearth).new, 8);
    assert_eq!(phone.card().name, "Jo Example", "and the card follows");
}

/// The person's own review is the plan's: it goes out where its record says none, and is
/// not taken in as another's when it comes back.
#[test]
fn my_own_review_of_the_plan_goes_out_whole_and_is_not_mixed_with_a_visits() {
    let (_phone, hearth) = begun();
    let review = NewReview {
        sort: "plan".to_owned(),
        next: Some("2026-11-01".to_owned()),
        interval: Some("every 3 months".to_owned()),
        ..NewReview::default()
    };
    let visit = [(Visit::REVIEW, Value::Date("2026-12-01".into())), (Visit::REVIEW_BY, text("Ann Example"))];
    hearth.add(Kind::Visit, &visit, PERSON).unwrap();
    let out = |hearth: &Companion| {
        let json = hearth.export_prsb(List::CarePlan).json;
        let json: serde_json::Value = serde_json::from_str(&json).unwrap();
        let plan = &json["Care and support plan"];
        (plan["Planned review date/interval"].clone(), plan["Responsibility for review"]["Name"].clone())
    };
    assert_eq!(out(&hearth), ("2026-12-01".into(), "Ann Example".into()));
    hearth.add_review(&review, PERSON).unwrap();
    let mine = (serde_json::json!(["2026-11-01", "every 3 months"]), serde_json::Value::Null);
    assert_eq!(out(&hearth), mine);
    let json = hearth.export_prsb(List::CarePlan).json;
    hearth.import_prsb(json.as_bytes(), "my own file").unwrap();
    assert!(PlanRecord::all(hearth.ledger().record()).is_empty());
    // What a practice's file says of it then is the record's own.
    let file = b"{\"Care and support plan\":{\"Planned review date/interval\":\"2026-09-03\"}}";
    hearth.import_prsb(file, "Example Surgery").unwrap();
    assert_eq!(out(&hearth).0, "2026-09-03");
    let due = hearth.home().due;
    assert!(due.iter().any(|due| due.kind == Kind::PlanRecord && due.late_days == 28), "{due:?}");
}

#[test]
fn a_time_and_a_code_of_a_record_are_drawn_in_words() {
    let (_phone, hearth) = begun();
    let file = b"{\"About me\":{\"Date\":\"2026-09-01T09:20:30+01:00\"},\"Professional contacts\":{\
        \"Professional contacts record entry\":[{\"Name\":\"Ann Example\",\"Role\":{\"code\":\"1\",\"display\":\"Nurse\"}}]}}";
    hearth.import_prsb(file, "Example Surgery").unwrap();
    assert_eq!(hearth.about().on.text(), "1 September 2026, 09:20");
    let ann = &hearth.people()[0];
    assert_eq!(texts(&ann.role), ["Nurse"]);
    let role = hearth.history(Kind::Person, ann.id, &Person::ROLE_CODE).unwrap();
    assert_eq!((role[0].text.as_str(), bare(&role[0].who).as_str()), ("Nurse", "From Example Surgery"));
}

#[test]
fn an_allergy_that_a_record_says_is_over_says_so_on_the_card() {
    let (phone, hearth) = begun();
    let file = b"{\"standard\":\"Palliative and end of life care 1.1\",\"Allergies and adverse reactions\":{\
        \"Allergies and adverse reactions record entry\":[{\"Causative agent\":{\"Free text\":\"Penicillin\"},\
        \"Allergy end date\":\"2019\"}]}}";
    hearth.import_prsb(file, "Example Surgery").unwrap();
    assert!(!all_of(&phone.card()).contains("Penicillin"), "nothing is on the card that I did not switch on");
    let allergy = Allergy::all(hearth.ledger().record())[0].id;
    hearth.write(Kind::Allergy, allergy, &Common::ON_CARD, Value::Bool(true), PERSON).unwrap();
    assert!(all_of(&phone.card()).contains("ended 2019"), "{}", all_of(&phone.card()));
}
