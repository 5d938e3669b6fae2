//! What the story leaves behind: the plan, the card, its code, the history.

use super::{Phone, StoryError, Teller};
use hearth_core::card;
use hearth_core::companion::Companion;
use hearth_core::plan::{Action, Goal, Kind, Step};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// The most bytes of card text that make a code which an old phone's camera reads.
const CODE_BYTES: usize = 900;

/// Where the results are.
#[derive(Debug)]
pub struct Outputs {
    /// The plan as JSON.
    pub plan: PathBuf,
    /// The card as plain text.
    pub card: PathBuf,
    /// The card's code as a picture.
    pub qr: PathBuf,
    /// Every version of some fields.
    pub history: PathBuf,
    /// The plan in short, to paste into the clinical record.
    pub summary: PathBuf,
    /// The plan as a FHIR R4 document.
    pub document: PathBuf,
    /// The papers, where there were fonts to draw them with.
    pub papers: Vec<PathBuf>,
}

/// Writes them all.
pub fn write(
    hearth: &Companion,
    phone: &Phone,
    out: &Path,
    teller: &mut Teller,
) -> Result<Outputs, StoryError> {
    teller.chapter("What is left in your hands", "Beth sydd ar ôl yn eich dwylo");
    let outputs = Outputs {
        plan: out.join("plan.json"),
        card: out.join("card.txt"),
        qr: out.join("card-qr.png"),
        history: out.join("history.txt"),
        summary: out.join("summary.txt"),
        document: out.join("plan-fhir-document.json"),
        papers: Vec::new(),
    };
    let export = hearth.export();
    let json = serde_json::to_string_pretty(&export.json).map_err(|e| StoryError::Wrong(e.to_string()))?;
    std::fs::write(&outputs.plan, json)?;
    let key = hearth_core::companion::card_key(&phone.folders().card, &phone.platform())?;
    let open = card::open(&phone.folders().card, &key).map_err(|e| StoryError::Wrong(e.to_string()))?;
    let whole = card::text(&open.doc, 16 * 1024, &[]).map_err(|e| StoryError::Wrong(e.to_string()))?;
    std::fs::write(&outputs.card, format!("{}\n", whole.text))?;
    let short = card::text(&open.doc, CODE_BYTES, &[]).map_err(|e| StoryError::Wrong(e.to_string()))?;
    let code = card::qr(&short.text).map_err(|e| StoryError::Wrong(e.to_string()))?;
    std::fs::write(&outputs.qr, picture(code.size, &code.modules)?)?;
    std::fs::write(&outputs.history, history(hearth)?)?;
    std::fs::write(&outputs.summary, hearth.visit_summary(None, false)?.text)?;
    std::fs::write(&outputs.document, hearth.document())?;
    let (bytes, cut, only_me) = (short.text.len(), short.cut, export.left_out.only_me);
    teller.say(
        &format!("The card’s code holds {bytes} bytes of plain text; {cut} lines did not fit, and it says so."),
        &format!("Mae cod y cerdyn yn dal {bytes} beit o destun plaen; ni ffitiodd {cut} llinell, ac mae’n dweud hynny."),
    );
    teller.say(
        &format!("Left out of plan.json: {only_me} marked “only me”."),
        &format!("Wedi’u gadael allan o plan.json: {only_me} wedi’u marcio “fi yn unig”."),
    );
    Ok(outputs)
}

/// Every version ever written of the goals, the actions and the steps.
fn history(hearth: &Companion) -> Result<String, StoryError> {
    let mut told = String::new();
    let mut field = |kind: Kind, id, field: &hearth_core::plan::Field| -> Result<(), StoryError> {
        let lines = hearth.history(kind, id, field)?;
        let _ = writeln!(told, "{}", field.name);
        for line in lines {
            let mark = if line.stands { "=>" } else { "  " };
            let _ = writeln!(told, " {mark} {}\n      {}", line.text, line.who);
        }
        Ok(())
    };
    for goal in hearth.goals().iter().filter(|goal| !goal.only_me) {
        field(Kind::Goal, goal.id, &Goal::WORDS)?;
        field(Kind::Goal, goal.id, &Goal::IMPORTANCE)?;
        for action in &goal.actions {
            field(Kind::Action, action.id, &Action::WHAT)?;
            field(Kind::Action, action.id, &Action::CONFIDENCE)?;
        }
    }
    for plan in hearth.unwell_plans() {
        for step in plan.zones.iter().flat_map(|zone| &zone.steps) {
            field(Kind::Step, step.id, &Step::WORDS)?;
        }
    }
    Ok(told)
}

/// The code as a PNG, eight pixels a module, four modules of quiet around it.
pub(super) fn picture(size: usize, modules: &[bool]) -> Result<Vec<u8>, StoryError> {
    const SCALE: usize = 8;
    const QUIET: usize = 4;
    let side = (size + 2 * QUIET) * SCALE;
    let mut pixels = vec![255u8; side * side];
    for (at, _) in modules.iter().enumerate().filter(|(_, dark)| **dark) {
        let (x, y) = ((at % size + QUIET) * SCALE, (at / size + QUIET) * SCALE);
        for row in y..y + SCALE {
            pixels.iter_mut().skip(row * side + x).take(SCALE).for_each(|pixel| *pixel = 0);
        }
    }
    let mut bytes = Vec::new();
    let wrong = |error: png::EncodingError| StoryError::Wrong(error.to_string());
    let width = u32::try_from(side).map_err(|error| StoryError::Wrong(error.to_string()))?;
    let mut encoder = png::Encoder::new(&mut bytes, width, width);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.write_header().map_err(wrong)?.write_image_data(&pixels).map_err(wrong)?;
    Ok(bytes)
}
