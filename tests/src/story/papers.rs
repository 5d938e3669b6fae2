//! The story's papers, as files.

use super::{StoryError, Teller};
use hearth_core::companion::{Companion, PaperKind};
use hearth_paper::{Fonts, Size, draw};
use std::path::{Path, PathBuf};

/// Draws every paper of the plan as it stands, and the plan and the card in large print as well.
pub(super) fn write(
    hearth: &Companion,
    fonts: &Fonts,
    out: &Path,
    teller: &mut Teller,
) -> Result<Vec<PathBuf>, StoryError> {
    let visit = hearth.visits().first().map(|visit| visit.id);
    let visit = visit.ok_or_else(|| StoryError::Wrong("there is no visit".to_owned()))?;
    let wrong = |error: hearth_paper::PaperError| StoryError::Wrong(error.to_string());
    let mut files = Vec::new();
    for (name, kind, size) in [
        ("paper-plan.pdf", PaperKind::Plan, Size::Usual),
        ("paper-plan-large.pdf", PaperKind::Plan, Size::Large),
        ("paper-card.pdf", PaperKind::Card, Size::Usual),
        ("paper-card-large.pdf", PaperKind::Card, Size::Large),
        ("paper-visit.pdf", PaperKind::Visit(visit), Size::Usual),
        ("paper-words.pdf", PaperKind::RecoveryWords, Size::Usual),
    ] {
        let drawn = draw(&hearth.paper(kind)?, size, fonts).map_err(wrong)?;
        let (pages, bytes) = (drawn.pages, drawn.pdf.len());
        let file = out.join(name);
        std::fs::write(&file, drawn.pdf)?;
        teller.say(
            &format!("{name}: {pages} pages, {bytes} bytes."),
            &format!("{name}: {pages} tudalen, {bytes} beit."),
        );
        files.push(file);
    }
    Ok(files)
}
