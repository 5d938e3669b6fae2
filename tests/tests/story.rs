//! The demo's story comes out as it must, and what it leaves behind is right.

// A test whose own world breaks panics.
#![allow(clippy::expect_used)]

use hearth_core::companion::{Outside, SuggestionView};
use hearth_core::words::Language;
use hearth_tests::practice::{BASE, CLIENT, Practice, Quirks, REDIRECT, SimWorld};
use hearth_tests::story::{self, Answer, ForReal, Person, Teller, in_step_with};
use std::path::{Path, PathBuf};
use std::sync::Arc;

fn examples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("vectors").join("fhir-r4-examples")
}

fn told(folder: &Path) -> (String, story::Outputs) {
    told_in(Language::EnGb, folder)
}

fn told_in(language: Language, folder: &Path) -> (String, story::Outputs) {
    let mut teller = Teller::quiet(language);
    let outputs = story::tell(folder, &folder.join("out"), &examples(), None, &mut teller);
    (teller.told(), outputs.expect("the story comes out as it must"))
}

#[test]
fn the_story_is_told_to_its_end_and_leaves_its_results() {
    let folder = tempfile::tempdir().unwrap();
    let (told, outputs) = told(folder.path());
    for said in [
        "better manage my pain relief so I don’t wake up at night",
        "What would make it a 7?",
        "Saved here. Nobody has been alerted.",
        "Life at risk? 999 (text relay and BSL too). Urgent? 111.",
        "not answered",
        "25 days late",
        "Thank you. Nobody has been told yet. Please talk to your practice. Not safe, or thinking of harming \
         yourself? 999 or A&E; 111, mental health option; Samaritans 116 123.",
        "A place at pulmonary rehabilitation (The respiratory nurse, by 16 October 2026): 336 days late",
        "Written by Ann Example, key worker, on my phone",
        "now: 79.0 kg (2 November 2027)",
        "before: 81.5 kg (20 November 2026)",
        "copy: check the original",
        "the plan is the same, word for word, version for version",
        "Linked with The Surgery, today",
        "entries went to The Surgery",
        "2 new things came from The Surgery",
        "The Surgery suggests 2 changes. Your own words stay until you say.",
        "How well the kidneys filter (eGFR): 71 mL/min/1.73m2, 10 December 2026 (The practice’s laboratory)",
        "A letter to the housing office about the damp — The respiratory nurse, by 15 January 2027 · promised",
        "A letter to the housing office about the damp — The respiratory nurse, by 15 January 2027 · done",
        "    Theirs: attend the COPD support group",
        "inhaler in my pocket",
        "In step with The Surgery. Nothing new.",
    ] {
        assert!(told.contains(said), "the story does not say: {said}");
    }
    assert!(!told.contains("[card"), "a key without its sentence");
    for file in [outputs.plan, outputs.card, outputs.qr, outputs.history, outputs.summary, outputs.document] {
        assert!(file.metadata().unwrap().len() > 100, "{} is empty", file.display());
    }
}

/// Rules 6 and 9 in Welsh: no clinician has read it, so the English stands beside.
#[test]
fn the_year_is_told_in_welsh_with_english_beside_the_safety_words() {
    let folder = tempfile::tempdir().unwrap();
    let (told, outputs) = told_in(Language::Cy, folder.path());
    for said in [
        "Bywyd mewn perygl? 999 (cyfnewid testun a BSL hefyd). Brys? 111.",
        "Life at risk? 999 (text relay and BSL too). Urgent? 111.",
        "Diolch. Does neb wedi cael gwybod eto.",
        "Thank you. Nobody has been told yet. Please talk to your practice.",
        "Nobody has been alerted.",
        "Beth fyddai’n ei wneud yn 7?",
        "heb ei ateb",
        "Yn gyson â’r feddygfa",
        "Mae Y Feddygfa yn awgrymu 2 newid. Mae’ch geiriau chi’n aros nes i chi ddweud.",
        "Llythyr at y swyddfa dai am y lleithder — Y nyrs anadlol, erbyn 15 Ionawr 2027 · wedi’i wneud",
        "    Eu geiriau nhw: mynychu’r grŵp cymorth COPD",
        "Yn gyson â Y Feddygfa. Dim byd newydd.",
    ] {
        assert!(told.contains(said), "the story does not say: {said}\n{told}");
    }
    assert!(!told.contains("[card") && !told.contains("{$"), "a key without its sentence");
    assert!(std::fs::read_to_string(outputs.card).unwrap().contains("Not an instruction: find the original"));
}

#[test]
fn only_me_is_in_no_file_that_leaves_the_phone() {
    let folder = tempfile::tempdir().unwrap();
    let (told, outputs) = told(folder.path());
    assert!(told.contains("hospice close to my sister"), "the person sees it");
    for file in [outputs.plan, outputs.card, outputs.history, outputs.summary, outputs.document] {
        let text = std::fs::read_to_string(&file).unwrap();
        assert!(!text.contains("hospice"), "{} shows what is only for the person", file.display());
    }
}

#[test]
fn a_second_run_goes_on_from_where_it_was() {
    let folder = tempfile::tempdir().unwrap();
    told(folder.path());
    let (again, _) = told(folder.path());
    assert!(again.contains("Good morning, Jo"), "{again}");
}

#[test]
fn a_camera_reads_from_the_cards_code_what_the_card_says() {
    let folder = tempfile::tempdir().unwrap();
    let (_, outputs) = told(folder.path());
    let mut reader = png::Decoder::new(std::io::BufReader::new(std::fs::File::open(outputs.qr).unwrap()))
        .read_info()
        .unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    let frame = reader.next_frame(&mut pixels).unwrap();
    let (width, height) = (frame.width as usize, frame.height as usize);
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| pixels[y * width + x]);
    let (_, text) = image.detect_grids()[0].decode().unwrap();
    assert!(text.starts_with("Jo Example\n"), "{text}");
    assert!(text.contains("Life at risk? 999 (text relay and BSL too). Urgent? 111."), "{text}");
    assert!(text.contains("Lines left out: "), "{text}");
    assert!(text.len() <= 900);
}

/// A person who says yes at their browser, no to every suggestion, and has had
/// enough after the nurse wrote once.
struct Scripted {
    practice: Arc<Practice>,
    syncs: usize,
}

impl Person for Scripted {
    fn browse(&mut self, url: &str) -> Result<String, String> {
        Ok(self.practice.sign_in(url))
    }

    fn once_more(&mut self) -> bool {
        self.syncs += 1;
        for kept in self.practice.all("Goal") {
            let words = serde_json::json!("attend the COPD support group");
            self.practice.edit("Goal", &kept.id, |goal| goal["description"]["text"] = words);
        }
        self.syncs == 1
    }

    fn answer(&mut self, _: &SuggestionView) -> Answer {
        Answer::No
    }
}

fn linked(folder: &Path, base: &str, http: Arc<Practice>, world: Arc<SimWorld>) -> Result<String, String> {
    let mut teller = Teller::quiet(Language::EnGb);
    let mut person = Scripted { practice: Arc::clone(&http), syncs: 0 };
    let place = ForReal { base, client: CLIENT, redirect: REDIRECT };
    let outside = Outside { http: Some(http as _), world: Some(world as _), ..Outside::default() };
    let done = in_step_with(folder, &place, outside, &mut person, &mut teller);
    done.map(|()| teller.told()).map_err(|error| error.to_string())
}

#[test]
fn a_practice_given_by_its_address_is_linked_with_once_and_synced_with_again() {
    let folder = tempfile::tempdir().unwrap();
    let world = Arc::new(SimWorld::new(3));
    let practice = Arc::new(Practice::new(&world, Quirks::default()));
    let told = linked(folder.path(), BASE, Arc::clone(&practice), Arc::clone(&world)).unwrap();
    for said in ["Linked with The practice", "entries went to The practice", "suggests 3 changes"] {
        assert!(told.contains(said), "it does not say: {said}\n{told}");
    }
    assert_eq!(practice.links(), 1);
    // The same folder again goes on with the same link, and another practice is none.
    let again = linked(folder.path(), BASE, Arc::clone(&practice), Arc::clone(&world)).unwrap();
    assert!(again.contains("Linked with The practice") && practice.links() == 1, "{again}");
    let other = linked(folder.path(), "https://other.example/fhir", practice, world).unwrap_err();
    assert!(other.ends_with('.') && !other.contains('['), "{other}");
}

#[test]
fn a_practice_that_is_none_ends_the_demo_with_a_sentence() {
    let world = Arc::new(SimWorld::new(3));
    let practice = Arc::new(Practice::new(&world, Quirks::default()));
    for base in ["https://nobody.example/fhir", "http://practice.example/fhir", "not an address"] {
        let folder = tempfile::tempdir().unwrap();
        let why = linked(folder.path(), base, Arc::clone(&practice), Arc::clone(&world)).unwrap_err();
        assert!(why.contains("Nothing was") && why.ends_with('.'), "{why}");
    }
}
