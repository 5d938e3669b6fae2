//! Compiling Kotlin, module by module, each only where it or what it stands on changed.

use super::fetch::Kit;
use super::lock::For;
use super::places::{android, class_path, files, generated, out};
use super::resources;
use super::step::{Inputs, emptied, quiet, step};
use std::fs;
use std::path::PathBuf;
use std::process::Command;

/// One module: its name, and what it stands on among the others.
struct Module {
    name: &'static str,
    sources: Vec<PathBuf>,
    /// Those whose `internal` names it sees.
    friends: &'static [&'static str],
    stands_on: &'static [&'static str],
    /// Whether it is drawn: with Compose, Android and its resources.
    drawn: bool,
    tests: bool,
}

/// What was compiled.
pub struct Side {
    /// The classes of the app.
    pub app: Vec<PathBuf>,
}

/// The folder of a module's classes.
pub fn classes(module: &str) -> PathBuf {
    out().join("classes").join(module)
}

/// The tests' sources, whichever module they are of.
pub fn test_sources() -> Vec<PathBuf> {
    let modules = ["bridge", "bridge-testing", "ui", "app"];
    let mut sources = Vec::new();
    for module in modules {
        sources.extend(files(&android().join(module).join("src").join("test"), &["kt"]));
    }
    sources
}

fn sources(module: &str) -> Vec<PathBuf> {
    files(&android().join(module).join("src").join("main"), &["kt"])
}

fn modules() -> [Module; 6] {
    let module = |name, sources, stands_on| Module {
        name,
        sources,
        friends: &[],
        stands_on,
        drawn: false,
        tests: false,
    };
    [
        module("generated", files(&generated(), &["kt"]), &[]),
        module("bridge", sources("bridge"), &["generated"]),
        Module { drawn: true, ..module("ui", sources("ui"), &["bridge"]) },
        // The generated classes are named for the compiler only: `names` sees that nobody uses them.
        Module { drawn: true, ..module("app", sources("app"), &["bridge", "ui"]) },
        Module {
            tests: true,
            ..module("bridge-testing", sources("bridge-testing"), &["bridge", "generated"])
        },
        Module {
            drawn: true,
            tests: true,
            friends: &["bridge", "ui", "app"],
            ..module("tests", test_sources(), &["generated", "bridge", "bridge-testing", "ui", "app"])
        },
    ]
}

/// Writes the generated side and compiles everything.
pub fn all(kit: &Kit) -> Result<Side, String> {
    crate::bindings::run(&["kotlin".to_owned()])?;
    let mut marks: Vec<(&str, String)> = Vec::new();
    for module in modules() {
        let mark = compile(kit, &module, &marks)?;
        marks.push((module.name, mark));
    }
    let app = modules().into_iter().filter(|module| !module.tests);
    Ok(Side { app: app.map(|module| classes(module.name)).collect() })
}

fn compile(kit: &Kit, module: &Module, marks: &[(&str, String)]) -> Result<String, String> {
    let folder = classes(module.name);
    let mut path = vec![kit.android()?];
    path.extend(module.stands_on.iter().map(|other| classes(other)));
    if module.drawn {
        path.push(resources::For::Tests.names());
    }
    path.extend(kit.class_path(module.tests));
    let kotlin = kit.files(For::Kotlin);
    let mut arguments = Vec::new();
    if module.drawn {
        let plugin = kit.named(For::Kotlin, "kotlin-compose-compiler-plugin-embeddable", "")?;
        arguments.push(format!("-Xplugin={}", plugin.display()));
    }
    let flags = ["-no-stdlib", "-no-reflect", "-Xjdk-release=11", "-jvm-target", "11", "-module-name"];
    arguments.extend(flags.map(str::to_owned));
    arguments.extend([module.name.to_owned(), "-d".to_owned(), folder.display().to_string()]);
    if module.name == "generated" {
        arguments.push("-nowarn".to_owned());
    } else {
        arguments.push("-Werror".to_owned());
    }
    if !module.friends.is_empty() {
        let friends: Vec<String> =
            module.friends.iter().map(|friend| classes(friend).display().to_string()).collect();
        arguments.push(format!("-Xfriend-paths={}", friends.join(",")));
    }
    arguments.extend(["-classpath".to_owned(), class_path(&path)]);
    let stands_on = marks.iter().filter(|(name, _)| module.stands_on.contains(name));
    let mut inputs = Inputs::default().text(&arguments.join("\n")).files(&module.sources);
    for (_, mark) in stands_on {
        inputs = inputs.text(mark);
    }
    if module.drawn {
        inputs =
            inputs.text(&fs::read_to_string(out().join("marks").join("resources-Tests")).unwrap_or_default());
    }
    let mark = out().join("marks").join(format!("compiled-{}", module.name));
    step(&format!("compiling {}", module.name), &mark, inputs, || {
        emptied(&folder)?;
        arguments.extend(module.sources.iter().map(|source| source.display().to_string()));
        let list = out().join("marks").join(format!("{}.arguments", module.name));
        let quoted: Vec<String> = arguments.iter().map(|text| format!("\"{text}\"")).collect();
        fs::write(&list, quoted.join("\n")).map_err(|error| error.to_string())?;
        let mut compiler = Command::new("java");
        compiler.args(["-Xmx2g", "-XX:+UseSerialGC", "-cp"]).arg(class_path(&kotlin));
        compiler.arg("org.jetbrains.kotlin.cli.jvm.K2JVMCompiler").arg(format!("@{}", list.display()));
        quiet(&format!("compiling {}", module.name), &mut compiler).map(drop)
    })
}
