//! What the papers say: the screens' own lines, and nothing that is not to leave the phone.

use super::*;
use hearth_paper::{Form, Item, Numbers, Paper, Part, Said, Tongue};

const SECRET: &str = "the hospice close to my sister";

/// Every text of a paper, in order.
fn said(paper: &Paper) -> Vec<String> {
    let item = |item: &Item| item.words.iter().chain(&item.notes).cloned().collect::<Vec<Said>>();
    let of = |part: &Part| match part {
        Part::Heading { said, .. }
        | Part::Name(said)
        | Part::Words(said)
        | Part::Line(said)
        | Part::Small(said) => {
            vec![said.clone()]
        }
        Part::Framed(all) => all.clone(),
        Part::List { items, .. } => items.iter().flat_map(item).collect(),
        Part::Code(code) => vec![Said::own(&code.alt)],
    };
    let all = [&paper.title, &paper.source].into_iter().cloned();
    let all = all.chain(paper.parts.iter().chain(&paper.last).flat_map(of));
    all.map(|said| bare(&said.text)).collect()
}

fn has(paper: &Paper, line: &str) -> bool {
    said(paper).iter().any(|said| *said == bare(line))
}

/// A plan with something under every heading of its paper.
fn whole(hearth: &Companion) -> (EntityId, EntityId) {
    hearth.write(Kind::AboutMe, on(Kind::AboutMe), &AboutMe::IMPORTANT, text("My garden"), PERSON).unwrap();
    let goal = add_goal(hearth, "Walk to the shop");
    hearth.write(Kind::Goal, goal, &Goal::IMPORTANCE, Value::Int(9), PERSON).unwrap();
    let action = [
        (Action::GOAL, Value::Entity(goal)),
        (Action::WHAT, text("Ten minutes a day")),
        (Action::BARRIER, text("Rain")),
        (Action::CONFIDENCE, Value::Int(6)),
    ];
    hearth.add(Kind::Action, &action, PERSON).unwrap();
    hearth.agree(Kind::Goal, goal, "Ann Example", "nurse", "2026-10-01", PERSON).unwrap();
    add_plan(hearth);
    let visit = add_visit(hearth, &["copd"]);
    hearth.note_promise(visit, "A place at rehabilitation", "The nurse", Some("2026-11"), PERSON).unwrap();
    (goal, visit)
}

#[test]
fn the_plan_says_what_the_screens_say() {
    let (_phone, hearth) = begun();
    let (goal, _) = whole(&hearth);
    let paper = hearth.paper(PaperKind::Plan).unwrap();
    assert_eq!((paper.form, paper.language, paper.day), (Form::Pages, "en-GB", Some((2026, 10, 1))));
    let view = hearth.goal(goal).unwrap();
    let about = hearth.about();
    let important = about.rooms.iter().find(|room| room.said.is_answered()).unwrap();
    let unwell = &hearth.unwell_plans()[0];
    let amber = &unwell.zones[0];
    for line in [
        "Copy of the plan that Jo keeps. Made Thursday 1 October 2026 from this phone.",
        "Jo",
        &unwell.safety,
        &important.heading,
        "My garden",
        "Walk to the shop",
        &view.importance_line,
        "Ten minutes a day",
        &view.actions[0].confidence_line,
        "What might stop me: Rain",
        "Agreed with Ann Example, 1 October 2026, as recorded by the patient",
        "A place at rehabilitation",
        unwell.name.text(),
        &amber.heading,
        amber.steps[0].words.text(),
    ] {
        assert!(has(&paper, line), "{line} is not in {:#?}", said(&paper));
    }
    let headings = paper.parts.iter().filter(|part| matches!(part, Part::Heading { level: 2, .. })).count();
    assert_eq!(headings, 4, "about, goals, promises, one plan for when unwell");
}

#[test]
fn what_is_only_mine_or_removed_is_on_no_paper() {
    let (_phone, hearth) = begun();
    let (goal, visit) = whole(&hearth);
    hearth.write(Kind::Goal, goal, &Goal::WORDS, text(SECRET), PERSON).unwrap();
    hearth.only_me(Kind::Goal, goal, true).unwrap();
    let other = add_goal(&hearth, "Sing");
    let action = [(Action::GOAL, Value::Entity(other)), (Action::WHAT, text(SECRET))];
    let action = hearth.add(Kind::Action, &action, PERSON).unwrap();
    hearth.only_me(Kind::Action, action, true).unwrap();
    let agreement = hearth.agree(Kind::Goal, other, SECRET, "", "2026-10-01", PERSON).unwrap();
    hearth.only_me(Kind::Agreement, agreement, true).unwrap();
    hearth.write(Kind::AboutMe, on(Kind::AboutMe), &AboutMe::ALSO, text(SECRET), PERSON).unwrap();
    hearth.only_me(Kind::AboutMe, on(Kind::AboutMe), true).unwrap();
    let promise = hearth.note_promise(visit, SECRET, "The nurse", Some("2026-11"), PERSON).unwrap();
    hearth.only_me(Kind::Promise, promise, true).unwrap();
    let (plan, step) = add_plan(&hearth);
    hearth.write(Kind::Step, step, &Step::WORDS, text(SECRET), PERSON).unwrap();
    hearth.only_me(Kind::Unwell, plan, true).unwrap();
    let (_, hidden) = add_plan(&hearth);
    hearth.write(Kind::Step, hidden, &Step::WORDS, text(SECRET), PERSON).unwrap();
    hearth.only_me(Kind::Step, hidden, true).unwrap();
    let gone = add_goal(&hearth, SECRET);
    hearth.remove(Kind::Goal, gone, PERSON).unwrap();
    let allergy = add_on_card(&hearth, Kind::Allergy, Allergy::WHAT, SECRET);
    hearth.only_me(Kind::Allergy, allergy, true).unwrap();
    for kind in [PaperKind::Plan, PaperKind::Card, PaperKind::Visit(visit), PaperKind::RecoveryWords] {
        let paper = hearth.paper(kind).unwrap();
        assert!(!format!("{paper:?}").contains(SECRET), "{kind:?}: {:#?}", said(&paper));
    }
    assert!(has(&hearth.paper(PaperKind::Plan).unwrap(), "Sing"));
}

#[test]
fn a_person_who_is_only_mine_to_know_is_not_named_as_the_keeper() {
    let (_phone, hearth) = begun();
    hearth.only_me(Kind::Me, on(Kind::Me), true).unwrap();
    let paper = hearth.paper(PaperKind::Plan).unwrap();
    assert!(has(
        &paper,
        "Copy of the plan that the person keeps. Made Thursday 1 October 2026 from this phone."
    ));
    assert!(!has(&paper, "Jo"));
}

#[test]
fn the_card_on_paper_says_each_line_of_the_card() {
    let (phone, hearth) = begun();
    add_on_card(&hearth, Kind::Allergy, Allergy::WHAT, "Penicillin");
    add_on_card(&hearth, Kind::Condition, Condition::WORDS, "COPD");
    let sam = add_person(&hearth, "Sam", "01632 960 001");
    hearth.write(Kind::Person, sam, &Common::ON_CARD, Value::Bool(true), PERSON).unwrap();
    add_plan(&hearth);
    let paper = hearth.paper(PaperKind::Card).unwrap();
    assert_eq!(paper.form, Form::Fold);
    let card = phone.open_card();
    for line in hearth_card::text(&card.doc, 16 * 1024, &[]).unwrap().text.lines() {
        // Plain text has its own marks for lists and titles.
        let line =
            line.trim_start_matches("- ").trim_start_matches(['●', '▲', '⬢', ' ']).trim_matches(['=', ' ']);
        let line =
            line.split_once(". ").filter(|(n, _)| n.parse::<u8>().is_ok()).map_or(line, |(_, line)| line);
        let known = said(&paper)
            .join("\n")
            .replace(" · ", " ")
            .contains(&line.replace(['(', ')', ':'], "").replace(" · ", " "));
        assert!(known || has(&paper, line), "{line} is not in {:#?}", said(&paper));
    }
}

#[test]
fn on_the_card_the_worst_zone_comes_first_so_that_it_is_the_last_to_be_left_out() {
    let (_phone, hearth) = begun();
    let (plan, _) = add_plan(&hearth);
    add_step(&hearth, plan, "green", "Walk to the gate");
    add_step(&hearth, plan, "red", "Ring 999");
    let paper = hearth.paper(PaperKind::Card).unwrap();
    let said = said(&paper);
    let at = |words: &str| said.iter().position(|line| line == words).unwrap();
    assert!(at("Ring 999") < at("Sit forward, slow breaths"), "{said:#?}");
    assert!(at("Sit forward, slow breaths") < at("Walk to the gate"), "{said:#?}");
}

#[test]
fn the_agenda_is_the_page_that_is_shown_in_the_room() {
    let (_phone, hearth) = begun();
    let (_, visit) = whole(&hearth);
    hearth.add_thought(visit, "question", "Why am I so tired?", "", PERSON).unwrap();
    let view = hearth.visit_to_show(visit).unwrap();
    let paper = hearth.paper(PaperKind::Visit(visit)).unwrap();
    assert!(!view.agenda.is_empty());
    for item in &view.agenda {
        assert!(has(&paper, &item.heading) && has(&paper, &item.line), "{:#?}", said(&paper));
    }
    assert!(has(&paper, "With: The nurse") && has(&paper, "A place at rehabilitation"));
    assert!(matches!(hearth.paper(PaperKind::Visit(EntityId([9; 16]))), Err(Trouble::NotFound)));
}

#[test]
fn the_recovery_words_are_counted_and_name_nobody() {
    let (_phone, hearth) = begun();
    let paper = hearth.paper(PaperKind::RecoveryWords).unwrap();
    let words = hearth.recovery_words().unwrap();
    let lists: Vec<&Part> = paper.parts.iter().filter(|part| matches!(part, Part::List { .. })).collect();
    let [Part::List { numbers: Numbers::Counted, items }] = lists.as_slice() else { panic!("{lists:?}") };
    let told: Vec<&str> = items.iter().map(|item| item.words[0].text.as_str()).collect();
    assert_eq!(told, words.words());
    assert!(items.iter().all(|item| item.words[0].tongue == Tongue::Of("en-GB")));
    let code =
        paper.parts.iter().find_map(|part| if let Part::Code(code) = part { Some(code) } else { None });
    assert_eq!(code.unwrap().modules, hearth_card::qr(&words.phrase()).unwrap().modules);
    assert!(!said(&paper).join(" ").contains("Jo"));
}

#[test]
fn in_welsh_the_safety_text_has_english_beside_it() {
    let (_phone, hearth) = begun();
    add_plan(&hearth);
    hearth.speak(crate::words::Language::Cy).unwrap();
    let paper = hearth.paper(PaperKind::Plan).unwrap();
    assert_eq!(paper.language, "cy");
    let framed = paper
        .parts
        .iter()
        .find_map(|part| if let Part::Framed(all) = part { Some(all.clone()) } else { None });
    let [said] = framed.unwrap().try_into().unwrap();
    assert!(said.text.starts_with("Bywyd mewn perygl?") && said.text.contains("\nLife at risk?"));
    assert_eq!(said.tongue, Tongue::Beside);
}

#[test]
fn the_same_plan_on_the_same_day_says_the_same() {
    let (phone, hearth) = begun();
    let (_, visit) = whole(&hearth);
    let kinds = [PaperKind::Plan, PaperKind::Card, PaperKind::Visit(visit), PaperKind::RecoveryWords];
    let made: Vec<Paper> = kinds.iter().map(|kind| hearth.paper(*kind).unwrap()).collect();
    phone.clock.0.fetch_add(3_600_000, Ordering::Relaxed);
    for (kind, before) in kinds.iter().zip(made) {
        assert_eq!(hearth.paper(*kind).unwrap(), before);
    }
}

#[test]
fn two_versions_stand_equal_on_paper_and_say_that_they_are_two() {
    let (_one, hearth) = begun();
    let two = Phone::new("my other phone");
    let theirs = two.begin();
    let goal = add_goal(&hearth, "Walk");
    swap(&hearth, &theirs);
    hearth.write(Kind::Goal, goal, &Goal::WORDS, text("Walk to the shop"), PERSON).unwrap();
    theirs.write(Kind::Goal, goal, &Goal::WORDS, text("Walk with Sam"), PERSON).unwrap();
    swap(&hearth, &theirs);
    let paper = hearth.paper(PaperKind::Plan).unwrap();
    assert!(has(&paper, "Walk to the shop") && has(&paper, "Walk with Sam"));
    assert!(has(&paper, &hearth.goal(goal).unwrap().words.notes[0]));
}
