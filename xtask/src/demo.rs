//! `cargo xtask demo`: the main job on real input, told as a story.

use crate::peers::Why;
use crate::run::{Done, option, root};
use hearth_core::words::Language;
use hearth_paper::Fonts;
use hearth_tests::story::{self, Teller};
use std::path::PathBuf;
use std::process::Command;

/// Tells the story; results go to `target/demo/`. `--folder F` keeps the store,
/// and a second run with it goes on. `--lang cy` tells it in Welsh.
/// `--practice URL` links a plan with a real practice instead of the story's.
pub fn run(args: &[String]) -> Done {
    let language = match option(args, "--lang") {
        None => Language::EnGb,
        Some(asked) => Language::ALL
            .iter()
            .copied()
            .find(|language| language.tag().starts_with(asked))
            .ok_or_else(|| format!("there is no story in “{asked}”; there is en and cy"))?,
    };
    let mut teller = Teller::new(language, |line| println!("{line}"));
    if let Some(url) = option(args, "--practice") {
        return crate::demo_practice::run(url, args, &mut teller);
    }
    let out = root().join("target").join("demo");
    let folder = match option(args, "--folder") {
        Some(folder) => PathBuf::from(folder),
        None => {
            let fresh = out.join("store");
            if fresh.exists() {
                std::fs::remove_dir_all(&fresh).map_err(|error| error.to_string())?;
            }
            fresh
        }
    };
    std::fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
    let examples = root().join("tests").join("vectors").join("fhir-r4-examples");
    let fonts = fonts();
    let outputs = story::tell(&folder, &out, &examples, fonts.as_ref(), &mut teller);
    let outputs = outputs.map_err(|error| error.to_string())?;
    let card = teller
        .tongue()
        .pick("The card, as anybody can read it:", "Y cerdyn, fel y gall unrhyw un ei ddarllen:");
    println!("\n{card}\n");
    println!("{}", std::fs::read_to_string(&outputs.card).map_err(|error| error.to_string())?);
    let shared = crate::demo_share::run(&folder, &out, &mut teller)?;
    let done = teller.tongue().pick("Results are in", "Mae’r canlyniadau yn");
    println!(
        "\n{done} target/demo/: plan.json, plan-fhir-document.json, card.txt, card-qr.png, history.txt, summary.txt, {}",
        shared.file_name().unwrap_or_default().to_string_lossy()
    );
    papers(&outputs.papers)
}

/// The fonts to draw papers with; where they can't be had it is said, and there are no papers.
fn fonts() -> Option<Fonts> {
    let folder = match crate::readers::fonts() {
        Ok(folder) => folder,
        Err(Why::Lacking(why) | Why::Wrong(why)) => {
            println!("SKIPPED the papers: {why}");
            return None;
        }
    };
    hearth_tests::papers::fonts(&folder).map_err(|error| println!("SKIPPED the papers: {error}")).ok()
}

/// Names the papers, and draws a picture of each page where poppler is here.
fn papers(papers: &[PathBuf]) -> Done {
    let poppler = crate::readers::poppler();
    for paper in papers {
        println!("  {}", paper.file_name().unwrap_or_default().to_string_lossy());
        if poppler {
            let mut draw = Command::new("pdftoppm");
            draw.args(["-r", "80", "-png"]).arg(paper).arg(paper.with_extension(""));
            let drawn = draw.status().is_ok_and(|status| status.success());
            if !drawn {
                return Err(format!("pdftoppm could not draw {}", paper.display()));
            }
        }
    }
    if !papers.is_empty() && !poppler {
        println!("SKIPPED the pictures of the papers: {}", crate::readers::POPPLER_CURE);
    }
    Ok(())
}
