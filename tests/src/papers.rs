//! Fonts to draw papers with, from the folder that `cargo xtask test` fetches them to.

use hearth_paper::Fonts;
use std::path::{Path, PathBuf};

/// The preferred first; what it has no letter for is drawn with the next.
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

/// Where they lie in a folder that npm filled.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let folder = folder.join("node_modules").join("@expo-google-fonts");
    FILES.iter().map(|name| folder.join(name)).collect()
}

/// The fonts in a folder that npm filled.
pub fn fonts(folder: &Path) -> Result<Fonts, String> {
    let read = |file: PathBuf| std::fs::read(&file).map_err(|error| format!("{}: {error}", file.display()));
    let files = files(folder).into_iter().map(read).collect::<Result<Vec<_>, _>>()?;
    Fonts::new(files).map_err(|error| error.to_string())
}
