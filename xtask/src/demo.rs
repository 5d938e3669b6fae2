//! `cargo xtask demo`: the main job on real input, told as a story.

use crate::run::{Done, option, root};
use hearth_tests::story::{self, Teller};
use std::path::PathBuf;

/// Tells the story; results go to `target/demo/`. `--folder F` keeps the store,
/// and a second run with it goes on.
pub fn run(args: &[String]) -> Done {
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
    let mut teller = Teller::new(|line| println!("{line}"));
    let outputs = story::tell(&folder, &out, &examples, &mut teller).map_err(|error| error.to_string())?;
    println!("\nThe card, as anybody can read it:\n");
    println!("{}", std::fs::read_to_string(&outputs.card).map_err(|error| error.to_string())?);
    println!("Results are in target/demo/: plan.json, card.txt, card-qr.png, history.txt");
    Ok(())
}
