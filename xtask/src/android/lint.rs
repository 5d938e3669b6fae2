//! Android's lint, by itself: a missing class and a missing translation are errors.

use super::fetch::kit;
use super::lock::For;
use super::places::{android, class_path, files, out};
use super::resources::For as Linked;
use super::step::quiet;
use crate::run::Done;
use std::fmt::Write as _;
use std::fs;
use std::process::Command;

/// Runs it over the modules that are drawn.
pub fn run() -> Done {
    let side = super::build()?;
    let kit = kit()?;
    let folder = out().join("lint");
    // It asks for an SDK; it needs none of what would be in it.
    fs::create_dir_all(folder.join("sdk")).map_err(|error| error.to_string())?;
    let mut project = String::from("<project>\n");
    let _ = writeln!(project, "<sdk dir=\"{}\"/>", folder.join("sdk").display());
    let _ = writeln!(
        project,
        "<module name=\"app\" android=\"true\" library=\"false\" compile-sdk-version=\"36\">"
    );
    let main = |module: &str| android().join(module).join("src").join("main");
    let _ = writeln!(project, "<manifest file=\"{}\"/>", main("app").join("AndroidManifest.xml").display());
    let _ = writeln!(project, "<merged-manifest file=\"{}\"/>", Linked::Tests.manifest().display());
    for module in ["bridge", "ui", "app"] {
        for source in files(&main(module), &["kt"]) {
            let _ = writeln!(project, "<src file=\"{}\"/>", source.display());
        }
        let resources = main(module).join("res");
        if resources.exists() {
            let _ = writeln!(project, "<resource dir=\"{}\"/>", resources.display());
        }
    }
    let mut path = vec![kit.android()?, Linked::Tests.names()];
    path.extend(side.app);
    path.extend(kit.class_path(false));
    for part in path {
        let _ = writeln!(
            project,
            "<classpath {}=\"{}\"/>",
            if part.is_dir() { "dir" } else { "jar" },
            part.display()
        );
    }
    project.push_str("</module>\n</project>\n");
    let file = folder.join("project.xml");
    fs::write(&file, project).map_err(|error| error.to_string())?;
    let mut lint = Command::new("java");
    lint.args(["-Xmx2g", "-XX:+UseSerialGC", "-cp"]).arg(class_path(&kit.files(For::Lint)));
    lint.arg("com.android.tools.lint.Main").arg("--project").arg(&file);
    lint.args(["--offline", "--exitcode", "--quiet", "--client-id", "cli", "--sdk-home"])
        .arg(folder.join("sdk"));
    lint.arg("--config").arg(android().join("lint.xml"));
    println!("{}", quiet("lint", &mut lint)?.trim_end());
    Ok(())
}
