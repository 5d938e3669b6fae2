//! The demo's story comes out as it must, and what it leaves behind is right.

// A test whose own world breaks panics.
#![allow(clippy::expect_used)]

use hearth_core::words::Language;
use hearth_tests::story::{self, Teller};
use std::path::{Path, PathBuf};

fn examples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("vectors").join("fhir-r4-examples")
}

fn told(folder: &Path) -> (String, story::Outputs) {
    let mut teller = Teller::quiet(Language::EnGb);
    let outputs = story::tell(folder, &folder.join("out"), &examples(), &mut teller);
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
        "the plan is the same, word for word, version for version",
    ] {
        assert!(told.contains(said), "the story does not say: {said}");
    }
    assert!(!told.contains("[card"), "a key without its sentence");
    for file in [outputs.plan, outputs.card, outputs.qr, outputs.history] {
        assert!(file.metadata().unwrap().len() > 100, "{} is empty", file.display());
    }
}

#[test]
fn only_me_is_in_no_file_that_leaves_the_phone() {
    let folder = tempfile::tempdir().unwrap();
    let (told, outputs) = told(folder.path());
    assert!(told.contains("hospice close to my sister"), "the person sees it");
    for file in [outputs.plan, outputs.card, outputs.history] {
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
