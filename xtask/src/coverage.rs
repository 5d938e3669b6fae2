//! `cargo xtask coverage`: writes `docs/prsb-coverage.md` from the trees of the PRSB lists.

use crate::run::{Done, root};
use hearth_core::prsb::{List, coverage};

/// Writes the document and prints the counts. A test holds the committed one, and the
/// README's counts, to what this writes.
pub fn run(_: &[String]) -> Done {
    let path = root().join("docs").join("prsb-coverage.md");
    std::fs::write(&path, coverage::document()).map_err(|error| error.to_string())?;
    for list in List::ALL {
        println!("{}", coverage::sentence(*list));
    }
    println!("docs/prsb-coverage.md is written");
    Ok(())
}
