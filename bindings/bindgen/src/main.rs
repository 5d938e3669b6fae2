//! Writes the shells' side of the bindings from the built library, and lists what
//! it exports: `hearth-bindgen kotlin|swift|python LIBRARY OUT` and
//! `hearth-bindgen surface LIBRARY`. It reads names, so the library must not be
//! stripped. `cargo xtask bindings` runs it.
#![forbid(unsafe_code)]

mod surface;

use camino::{Utf8Path, Utf8PathBuf};
use std::error::Error;
use std::process::ExitCode;
use uniffi_bindgen::bindings::{GenerateOptions, TargetLanguage, generate_with_bindgen_paths};
use uniffi_bindgen::{BindgenPaths, BindgenPathsLayer};

const USAGE: &str = "hearth-bindgen kotlin|swift|python LIBRARY OUT\nhearth-bindgen surface LIBRARY";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match run(&args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

fn run(args: &[&str]) -> Result<(), Box<dyn Error + Send + Sync>> {
    let (language, library, out) = match args {
        ["surface", library] => {
            print!("{}", surface::of(Utf8Path::new(library))?);
            return Ok(());
        }
        ["kotlin", library, out] => (TargetLanguage::Kotlin, library, out),
        ["swift", library, out] => (TargetLanguage::Swift, library, out),
        ["python", library, out] => (TargetLanguage::Python, library, out),
        _ => return Err(USAGE.into()),
    };
    let mut paths = BindgenPaths::default();
    paths.add_layer(Bindings);
    let options = GenerateOptions {
        languages: vec![language],
        source: library.into(),
        out_dir: out.into(),
        ..GenerateOptions::default()
    };
    Ok(generate_with_bindgen_paths(options, paths)?)
}

/// Where `uniffi.toml` is.
struct Bindings;

impl BindgenPathsLayer for Bindings {
    fn get_crate_root(&self, name: &str) -> Option<Utf8PathBuf> {
        let here = Utf8Path::new(env!("CARGO_MANIFEST_DIR"));
        (name == "hearth_bindings").then(|| here.parent().map(Utf8Path::to_owned)).flatten()
    }
}
