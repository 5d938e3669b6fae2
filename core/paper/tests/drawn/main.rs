//! Papers drawn with real fonts and looked at with tools that others wrote (poppler's). They need both, so they are
//! left out of an ordinary run and counted as skipped; `cargo xtask test` fetches the fonts and runs them. What only
//! has to be drawn is drawn in every run, with the fonts that an app brings.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod any;
mod folded;
mod hostile;
mod poppler;
mod sample;
mod scripts;
mod sound;
mod wordless;

use hearth_paper::{Drawn, Fonts, Paper, Size, draw};
use std::path::{Path, PathBuf};

/// The fonts in the order in which they are preferred, from the folder that `HEARTH_FONTS` names.
const FILES: [&str; 8] = [
    "noto-sans/400Regular/NotoSans_400Regular.ttf",
    "noto-sans/700Bold/NotoSans_700Bold.ttf",
    "noto-naskh-arabic/400Regular/NotoNaskhArabic_400Regular.ttf",
    "noto-naskh-arabic/700Bold/NotoNaskhArabic_700Bold.ttf",
    "noto-nastaliq-urdu/400Regular/NotoNastaliqUrdu_400Regular.ttf",
    "noto-sans-gurmukhi/400Regular/NotoSansGurmukhi_400Regular.ttf",
    "noto-sans-gurmukhi/700Bold/NotoSansGurmukhi_700Bold.ttf",
    "noto-emoji/400Regular/NotoEmoji_400Regular.ttf",
];

fn font_files(names: &[&str]) -> Vec<Vec<u8>> {
    let folder = std::env::var_os("HEARTH_FONTS").expect("HEARTH_FONTS names the folder of the fonts");
    let folder = Path::new(&folder).join("node_modules").join("@expo-google-fonts");
    names.iter().map(|name| std::fs::read(folder.join(name)).unwrap()).collect()
}

fn fonts() -> Fonts {
    Fonts::new(font_files(&FILES)).unwrap()
}

/// Those that stand in this repository for the app.
fn app_fonts() -> Fonts {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ios/Sources/Features/Fonts");
    let names = ["NotoSans_400Regular", "NotoSans_700Bold", "NotoNaskhArabic_400Regular"];
    let files = names.iter().map(|name| std::fs::read(folder.join(name).with_extension("ttf")).unwrap());
    Fonts::new(files.collect()).unwrap()
}

fn drawn(paper: &Paper, size: Size) -> Drawn {
    draw(paper, size, &fonts()).unwrap()
}

/// A file of this test's own, kept to be looked at.
fn kept(name: &str, drawn: &Drawn) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("paper");
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join(name);
    std::fs::write(&file, &drawn.pdf).unwrap();
    file
}
