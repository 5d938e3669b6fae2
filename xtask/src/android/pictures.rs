//! Pictures of every screen, and a sheet of them to look at.

use super::fetch::kit;
use super::places::out;
use super::step::emptied;
use super::tests::launch;
use crate::run::{Done, option};

/// Draws every screen, or those whose name holds what `--only` says.
pub fn run(args: &[String]) -> Done {
    super::build()?;
    let folder = out().join("pictures");
    let only = option(args, "--only").unwrap_or_default();
    if only.is_empty() {
        emptied(&folder)?;
    }
    let properties = [format!("-Dhearth.pictures={}", folder.display()), format!("-Dhearth.only={only}")];
    launch(&kit()?, &properties, &["hearth.app.Pictures".to_owned()])?;
    println!("{}: the pictures; sheet-*.png has them all", folder.display());
    Ok(())
}
