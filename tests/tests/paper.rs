//! The papers of a real plan, drawn with real fonts and read by poppler: what the screens say is on them. They need both,
//! so an ordinary run leaves them out and `cargo xtask test` runs them.
#![allow(clippy::unwrap_used, clippy::panic)]

use hearth_core::companion::{Companion, PaperKind, Writer};
use hearth_core::plan::{AboutMe, Action, Allergy, Common, Field, Goal, Kind, Step, Unwell};
use hearth_core::record::{EntityId, Value};
use hearth_core::words::Language;
use hearth_paper::{Drawn, Size, draw};
use hearth_tests::story::{Phone, StoryClock, Tongue};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

const PERSON: &Writer = &Writer::Person;
const URDU: &str = "میں اپنے پوتے کے ساتھ چلنا چاہتا ہوں";

fn drawn(hearth: &Companion, kind: PaperKind, size: Size) -> Drawn {
    let folder = std::env::var_os("HEARTH_FONTS").unwrap();
    let fonts = hearth_tests::papers::fonts(Path::new(&folder)).unwrap();
    draw(&hearth.paper(kind).unwrap(), size, &fonts).unwrap()
}

fn text(folder: &Path, drawn: &Drawn) -> String {
    let file = folder.join("paper.pdf");
    std::fs::write(&file, &drawn.pdf).unwrap();
    let said = Command::new("pdftotext").args(["-enc", "UTF-8"]).arg(&file).arg("-").output().unwrap();
    squeezed(&String::from_utf8(said.stdout).unwrap())
}

/// Without spaces, line ends, and the marks that steer direction.
fn squeezed(text: &str) -> String {
    let steers =
        |c: char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    text.chars().filter(|c| !c.is_whitespace() && !steers(*c) && *c != '\u{c}').collect()
}

fn phone(folder: &Path, language: Language) -> Phone {
    let clock = Arc::new(StoryClock::new(folder));
    Phone::new(folder, "my phone", &clock, Tongue(language)).unwrap()
}

fn add(hearth: &Companion, kind: Kind, fields: &[(Field, Value)]) -> EntityId {
    hearth.add(kind, fields, PERSON).unwrap()
}

fn said(text: &str) -> Value {
    Value::Text(text.to_owned())
}

/// A plan with something on each of its papers; the visit.
fn filled(hearth: &Companion) -> EntityId {
    let about = EntityId::only(Kind::AboutMe.number());
    hearth
        .write(Kind::AboutMe, about, &AboutMe::IMPORTANT, said("My garden. Ŵyr, tŷ, Łódź."), PERSON)
        .unwrap();
    let goal = add(hearth, Kind::Goal, &[(Goal::WORDS, said(URDU)), (Goal::IMPORTANCE, Value::Int(9))]);
    add(
        hearth,
        Kind::Action,
        &[(Action::GOAL, Value::Entity(goal)), (Action::WHAT, said("Ten minutes a day"))],
    );
    add(hearth, Kind::Allergy, &[(Allergy::WHAT, said("Penicillin")), (Common::ON_CARD, Value::Bool(true))]);
    let plan = [(Unwell::NAME, said("When my breathing gets worse")), (Unwell::AT_HAND, Value::Bool(true))];
    let plan = add(hearth, Kind::Unwell, &plan);
    for (zone, words) in
        [("green", "I walk to the gate"), ("amber", "Sit forward, slow breaths"), ("red", "Ring 999")]
    {
        let zone = (Step::ZONE, Value::Code(zone.to_owned()));
        add(hearth, Kind::Step, &[(Step::PLAN, Value::Entity(plan)), zone, (Step::WORDS, said(words))]);
    }
    let visit = hearth.begin_visit("My yearly talk", "The nurse", Some("2026-10-14"), PERSON).unwrap();
    hearth.use_sheet(visit, "copd", true).unwrap();
    hearth.note_promise(visit, "A place at rehabilitation", "The nurse", Some("2026-11"), PERSON).unwrap();
    hearth.add_thought(visit, "question", "Why am I so tired?", "", PERSON).unwrap();
    visit
}

#[test]
#[ignore = "needs fonts and poppler: cargo xtask test"]
fn every_paper_says_what_its_screen_says_in_both_sizes() {
    let folder = tempfile::tempdir().unwrap();
    for language in [Language::EnGb, Language::Cy] {
        let phone = phone(&folder.path().join(language.tag()), language);
        let (hearth, words) = Companion::begin(&phone.folders(), phone.platform(), "Jo").unwrap();
        let visit = filled(&hearth);
        let mut plan = vec!["Jo".to_owned(), "My garden. Ŵyr, tŷ, Łódź.".to_owned()];
        for goal in hearth.goals() {
            plan.push(goal.words.text().to_owned());
            plan.push(goal.importance_line);
            plan.extend(goal.actions.iter().map(|action| action.what.text().to_owned()));
            plan.extend(goal.actions.into_iter().map(|action| action.confidence_line));
        }
        for view in hearth.unwell_plans() {
            plan.extend([view.name.text().to_owned(), view.safety]);
            for zone in view.zones {
                plan.push(zone.heading);
                plan.extend(zone.steps.iter().map(|step| step.words.text().to_owned()));
            }
        }
        let agenda = hearth.visit_to_show(visit).unwrap().agenda.into_iter();
        let agenda: Vec<String> = agenda.flat_map(|item| [item.heading, item.line]).collect();
        let key = hearth_core::companion::card_key(&phone.folders().card, &phone.platform()).unwrap();
        let card = hearth_core::card::open(&phone.folders().card, &key).unwrap().doc;
        let mut on_card = vec![card.name, card.made.line, card.not_an_instruction];
        on_card.extend(card.safety);
        for section in card.sections {
            on_card.push(section.heading);
            on_card.extend(section.lines.into_iter().map(|line| line.text));
        }
        for plan in card.plans {
            on_card.push(plan.name);
            on_card.extend(plan.zones.into_iter().flat_map(|zone| zone.steps).map(|step| step.text));
        }
        let words: Vec<String> = words.words().into_iter().map(str::to_owned).collect();
        for (kind, lines) in [
            (PaperKind::Plan, plan),
            (PaperKind::Visit(visit), agenda),
            (PaperKind::Card, on_card),
            (PaperKind::RecoveryWords, words),
        ] {
            for size in [Size::Usual, Size::Large] {
                let drawn = drawn(&hearth, kind, size);
                assert_eq!((drawn.left_out, drawn.not_drawn, &drawn.told), (0, 0, &Vec::new()), "{kind:?}");
                let text = text(folder.path(), &drawn);
                assert!(!lines.is_empty());
                // A line that is broken on paper is read in pieces where what stands beside it comes between.
                for line in lines.iter().flat_map(|line| line.lines()) {
                    let words = line.split(' ').map(squeezed).filter(|word| !word.is_empty());
                    for word in words {
                        assert!(text.contains(&word), "{kind:?} {size:?}: {word} of {line} is not in {text}");
                    }
                }
            }
        }
    }
}

#[test]
#[ignore = "needs fonts and poppler: cargo xtask test"]
fn what_is_only_mine_is_in_no_byte_of_a_paper() {
    let folder = tempfile::tempdir().unwrap();
    let phone = phone(folder.path(), Language::EnGb);
    let (hearth, _) = Companion::begin(&phone.folders(), phone.platform(), "Jo").unwrap();
    let visit = filled(&hearth);
    let goal = add(&hearth, Kind::Goal, &[(Goal::WORDS, said("zebracanary"))]);
    let shown = text(folder.path(), &drawn(&hearth, PaperKind::Plan, Size::Usual));
    assert!(shown.contains("zebracanary"), "the test would find it");
    hearth.only_me(Kind::Goal, goal, true).unwrap();
    for kind in [PaperKind::Plan, PaperKind::Card, PaperKind::Visit(visit), PaperKind::RecoveryWords] {
        let drawn = drawn(&hearth, kind, Size::Usual);
        assert!(!text(folder.path(), &drawn).contains("zebracanary"), "{kind:?}");
        assert!(!String::from_utf8_lossy(&drawn.pdf).contains("zebracanary"), "{kind:?}");
    }
}

#[test]
#[ignore = "needs fonts and poppler: cargo xtask test"]
fn the_code_of_the_recovery_words_is_read_from_the_paper_and_opens_them() {
    let folder = tempfile::tempdir().unwrap();
    let phone = phone(folder.path(), Language::EnGb);
    let (hearth, words) = Companion::begin(&phone.folders(), phone.platform(), "Jo").unwrap();
    for size in [Size::Usual, Size::Large] {
        let file = folder.path().join("words.pdf");
        std::fs::write(&file, drawn(&hearth, PaperKind::RecoveryWords, size).pdf).unwrap();
        let page = folder.path().join("page");
        let mut draw = Command::new("pdftoppm");
        draw.args(["-r", "150", "-gray", "-png", "-singlefile"]);
        if size == Size::Large {
            // In large print the code stands on a page of its own.
            draw.args(["-f", "2"]);
        }
        assert!(draw.arg(&file).arg(&page).status().unwrap().success());
        assert_eq!(scanned(&page.with_extension("png")), words.phrase().as_str());
    }
}

fn scanned(picture: &PathBuf) -> String {
    let decoder = png::Decoder::new(std::io::BufReader::new(std::fs::File::open(picture).unwrap()));
    let mut reader = decoder.read_info().unwrap();
    let (width, height) = (reader.info().width as usize, reader.info().height as usize);
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    reader.next_frame(&mut pixels).unwrap();
    // One channel or three that are alike.
    let channels = pixels.len() / (width * height);
    let grey = |x: usize, y: usize| pixels[(y * width + x) * channels];
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(width, height, grey);
    let codes = image.detect_grids();
    codes.first().unwrap().decode().unwrap().1
}
