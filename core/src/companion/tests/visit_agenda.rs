//! One agenda for everything: the person's own first, then what comes up by itself.

use super::*;

fn promise(hearth: &Companion, what: &str, by: &str, mine: bool) -> EntityId {
    let fields = [
        (Promise::WHAT, text(what)),
        (Promise::WHO, text(if mine { "I" } else { "The nurse" })),
        (Promise::BY, Value::Date(by.to_owned())),
        (Promise::STATE, code("promised")),
        (Promise::MINE, Value::Bool(mine)),
    ];
    hearth.add(Kind::Promise, &fields, PERSON).unwrap()
}

#[test]
fn several_conditions_have_one_agenda_in_which_everything_stands_once() {
    let (_phone, hearth) = begun();
    let visit = add_visit(&hearth, &["diabetes", "copd", "msk-pain"]);
    hearth.answer(visit, "smoking", &Answered::No, PERSON).unwrap();
    hearth.circle(visit, "sleep", true, PERSON).unwrap();
    hearth.add_sheet_result(visit, "weight", "72.5", "kg", "2026-09-01", PERSON).unwrap();
    let view = hearth.visit(visit).unwrap();
    let whats: Vec<&str> = view.agenda.iter().map(|item| item.what.as_str()).collect();
    assert_eq!(whats, ["prompt:sleep", "question:smoking", "result:weight"]);
    let smoking = question(&view, "smoking");
    assert_eq!(smoking.sheets, ["Diabetes", "COPD"]);
    assert_eq!(view.questions.iter().filter(|question| question.key == "smoking").count(), 1);
    assert_eq!(view.results.iter().filter(|result| result.key == "weight").count(), 1);
    assert_eq!(view.prompts.iter().filter(|prompt| prompt.key == "sleep").count(), 1);
}

#[test]
fn the_order_does_not_change_with_the_order_of_choosing_or_writing() {
    let make = |sheets: &[&str], first: bool| {
        let (phone, hearth) = begun();
        let visit = add_visit(&hearth, sheets);
        let circle = |key| hearth.circle(visit, key, true, PERSON).unwrap();
        let answer = || hearth.answer(visit, "mrc", &Answered::Mrc(2), PERSON).unwrap();
        if first {
            circle("wheezing");
            circle("pain");
            answer();
        } else {
            answer();
            circle("pain");
            circle("wheezing");
        }
        drop(hearth);
        let view = phone.open().unwrap().visit(visit).unwrap();
        let keys = |view: &VisitView| {
            let questions = view.questions.iter().map(|question| question.key.clone());
            let prompts = view.prompts.iter().map(|prompt| prompt.key.clone());
            let agenda = view.agenda.iter().map(|item| item.what.clone());
            questions.chain(prompts).chain(agenda).collect::<Vec<_>>()
        };
        keys(&view)
    };
    let one = make(&["copd", "msk-pain", "diabetes"], true);
    assert_eq!(one, make(&["diabetes", "msk-pain", "copd"], false));
    assert!(one.len() > 30);
}

#[test]
fn what_the_person_wrote_comes_first_and_each_thing_stands_under_its_heading() {
    let (phone, hearth) = begun();
    promise(&hearth, "A place at rehabilitation", "2026-10-03", false);
    let (plan, step) = add_plan(&hearth);
    let visit = add_visit(&hearth, &["copd"]);
    hearth.note_use(plan, vec![], vec![step], Some("Better by morning."), PERSON).unwrap();
    hearth.add_thought(visit, "question", "Is it the damp?", "", PERSON).unwrap();
    hearth.circle(visit, "breathless", true, PERSON).unwrap();
    hearth.answer(visit, "mrc", &Answered::Mrc(4), PERSON).unwrap();
    add_goal(&hearth, "Walk to the shop");
    let goal = hearth.goals()[0].id;
    hearth.write(Kind::Goal, goal, &Goal::WORDS, text("Walk to the park"), &guest()).unwrap();
    phone.later(10);
    let view = hearth.visit(visit).unwrap();
    let mut headings: Vec<&str> = view.agenda.iter().map(|item| item.heading.as_str()).collect();
    headings.dedup();
    assert_eq!(
        headings,
        [
            "My questions, thoughts and ideas",
            "What I circled",
            "Promised, and late",
            "When I was unwell",
            "Suggestions that wait",
            "My answers",
        ]
    );
    let late = bare(under(&view, "Promised, and late")[0]);
    assert_eq!(late, "A place at rehabilitation (The nurse, by 3 October): 8 days late");
    let used = bare(under(&view, "When I was unwell")[0]);
    assert_eq!(used, "When my breathing gets worse: used 1 October. Better by morning.");
    assert_eq!(under(&view, "Suggestions that wait"), ["Walk to the park"]);
}

#[test]
fn late_promises_of_others_come_up_by_themselves_before_my_own() {
    let (phone, hearth) = begun();
    promise(&hearth, "mine", "2026-10-02", true);
    promise(&hearth, "theirs", "2026-10-03", false);
    promise(&hearth, "not yet", "2026-12-03", false);
    let visit = hearth.begin_visit("", "", None, PERSON).unwrap();
    assert!(under(&hearth.visit(visit).unwrap(), "Promised, and late").is_empty());
    phone.later(5);
    let view = hearth.visit(visit).unwrap();
    let late = under(&view, "Promised, and late");
    assert!(late.len() == 2 && late[0].starts_with("theirs") && late[1].starts_with("mine"), "{late:?}");
}

#[test]
fn an_unwell_plan_comes_up_when_it_was_used_since_the_last_visit() {
    let (phone, hearth) = begun();
    let (plan, step) = add_plan(&hearth);
    hearth.note_use(plan, vec![], vec![step], Some("first"), PERSON).unwrap();
    phone.later(2);
    hearth.begin_visit("last", "", Some("2026-10-03"), PERSON).unwrap();
    hearth.note_use(plan, vec![], vec![step], Some("the same day"), PERSON).unwrap();
    phone.later(3);
    hearth.note_use(plan, vec![], vec![step], Some("since"), PERSON).unwrap();
    let visit = add_visit(&hearth, &[]);
    let view = hearth.visit(visit).unwrap();
    let used = under(&view, "When I was unwell");
    assert!(used.len() == 2 && used[0].ends_with("the same day") && used[1].ends_with("since"), "{used:?}");
    // A plan that was removed, and a visit that is still to come, change nothing.
    hearth.begin_visit("next year", "", Some("2027-10-03"), PERSON).unwrap();
    hearth.begin_visit("before this one", "", Some("2026-10-10"), PERSON).unwrap();
    assert_eq!(under(&hearth.visit(visit).unwrap(), "When I was unwell").len(), 2);
    hearth.remove(Kind::Unwell, plan, PERSON).unwrap();
    assert!(under(&hearth.visit(visit).unwrap(), "When I was unwell").is_empty());
}

#[test]
fn a_review_whose_day_has_passed_is_said_plainly_with_who_is_responsible() {
    let (phone, hearth) = begun();
    let last = hearth.begin_visit("last", "", Some("2026-09-01"), PERSON).unwrap();
    hearth.set_review(last, "2026-10-05", "", "the nurse", PERSON).unwrap();
    let (plan, _) = add_plan(&hearth);
    hearth.write(Kind::Unwell, plan, &Unwell::REVIEW, Value::Date("2026-10".into()), PERSON).unwrap();
    let visit = hearth.begin_visit("now", "", None, PERSON).unwrap();
    assert!(under(&hearth.visit(visit).unwrap(), "To look at again").is_empty());
    phone.later(6);
    let expected = "The plan as a whole. It was to be looked at again by Monday, 2 days ago. \
                    You could ask the nurse for a new date.";
    assert_eq!(hearth.home().due[0].name, "The plan as a whole", "and on the first screen");
    assert_eq!(under(&hearth.visit(visit).unwrap(), "To look at again"), [expected]);
    // "October" has passed in November.
    phone.later(26);
    let view = hearth.visit(visit).unwrap();
    let again = under(&view, "To look at again");
    assert_eq!(again.len(), 2);
    let plan = "When I’m unwell: When my breathing gets worse. It was to be looked at again by October 2026.";
    assert!(again[1].starts_with(plan), "{again:?}");
    // A visit since then has looked at it again.
    hearth.begin_visit("between", "", Some("2026-10-20"), PERSON).unwrap();
    assert_eq!(under(&hearth.visit(visit).unwrap(), "To look at again").len(), 1);
}

#[test]
fn rule_7_a_page_to_show_leaves_out_what_is_only_mine_and_says_how_much() {
    let (phone, hearth) = begun();
    let visit = add_visit(&hearth, &["copd"]);
    let secret = "my sister must not know";
    let thought = hearth.add_thought(visit, "thought", secret, "", PERSON).unwrap();
    hearth.add_thought(visit, "thought", "The stairs", "", PERSON).unwrap();
    let late = promise(&hearth, secret, "2026-10-02", false);
    let goal = add_goal(&hearth, secret);
    hearth.goals_in_visit(visit, &[goal]).unwrap();
    for (kind, id) in [(Kind::Thought, thought), (Kind::Promise, late), (Kind::Goal, goal)] {
        hearth.only_me(kind, id, true).unwrap();
    }
    phone.later(5);
    assert!(format!("{:?}", hearth.visit(visit).unwrap()).contains(secret));
    assert_eq!(hearth.visit(visit).unwrap().left_out, 0);
    let shown = hearth.visit_to_show(visit).unwrap();
    assert!(!format!("{shown:?}").contains(secret), "{shown:?}");
    assert_eq!(shown.thoughts.len(), 1);
    assert!(shown.left_out >= 2, "{}", shown.left_out);
}
