//! What an operator starts the program with: the container's file and systemd's unit say words and places
//! that the program knows, and it serves with them. Neither a container nor systemd is needed for that.

use super::support::*;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

fn deployed(name: &str) -> String {
    let path = format!("{}/deploy/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(path).unwrap().replace("\\\n", " ")
}

/// The words after `before` on the line that begins so.
fn line<'a>(text: &'a str, before: &str) -> &'a str {
    text.lines().find_map(|line| line.strip_prefix(before)).unwrap().trim()
}

/// Serves with these words, its folders moved below the world's own and its ports free ones; what it says first.
fn says_first(world: &World, words: &[&str]) -> String {
    assert_eq!(words[0], "serve");
    let mut command = Command::new(env!("CARGO_BIN_EXE_hearth-host"));
    for pair in [&words[..1]].into_iter().chain(words[1..].chunks(2)) {
        match pair {
            ["--data" | "--marks" | "--secrets", folder] => {
                assert!(folder.starts_with("/var/lib/") || folder.starts_with("/etc/"), "{folder}");
                command.arg(pair[0]).arg(world.path(folder.trim_start_matches('/')));
            }
            ["--listen", address] => {
                assert!(address.ends_with(":8480"), "{address} is not what the file exposes");
                command.args(["--listen", "127.0.0.1:0"]);
            }
            other => {
                command.args(other);
            }
        }
    }
    if !words.contains(&"--listen") {
        command.args(["--listen", "127.0.0.1:0"]);
    }
    command.args(["--operator", "127.0.0.1:0"]).env("HEARTH_HOST_ORIGIN", ORIGIN);
    command.env_remove("DATABASE_URL").env_remove("END_MARKS_URL");
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let mut said = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut said).unwrap();
    child.kill().unwrap();
    child.wait().unwrap();
    said
}

#[test]
fn the_containers_words_and_places_are_the_programs() {
    let file = deployed("Containerfile");
    let command: Vec<String> = serde_json::from_str(line(&file, "CMD ")).unwrap();
    let command: Vec<&str> = command.iter().map(String::as_str).collect();
    let said = says_first(&World::sqlite(), &command);
    assert!(said.starts_with(&format!("serving {ORIGIN} on ")), "{said}");
    // What is written to is a volume, and was made for the user that runs.
    let volumes: Vec<String> = serde_json::from_str(line(&file, "VOLUME ")).unwrap();
    let made = file.lines().find(|line| line.contains("install -d -o hearth-host")).unwrap();
    for folder in command.iter().filter(|word| word.starts_with('/')) {
        assert!(volumes.iter().any(|volume| volume == folder) && made.contains(folder), "{folder}");
    }
    assert!(line(&file, "RUN useradd ").contains("hearth-host") && line(&file, "USER ") == "hearth-host");
    assert_eq!(line(&file, "ENTRYPOINT "), "[\"hearth-host\"]");
    assert_eq!(line(&file, "EXPOSE "), "8480");
    assert_eq!(line(&file, "STOPSIGNAL "), "SIGTERM");
    // What is built is what is copied, by names that cargo knows.
    assert!(file.contains("cargo build --release --locked --package hearth-host\n"));
    assert_eq!(env!("CARGO_PKG_NAME"), "hearth-host");
    assert!(env!("CARGO_BIN_EXE_hearth-host").ends_with("/hearth-host"));
    assert!(file.contains("COPY --from=build /src/target/release/hearth-host /usr/local/bin/hearth-host"));
}

#[test]
fn nothing_that_was_built_here_goes_into_the_container() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/..");
    let left_out = std::fs::read_to_string(format!("{root}/.dockerignore")).unwrap();
    assert!(left_out.lines().any(|line| line == "**/target"));
    let workspace = std::fs::read_to_string(format!("{root}/Cargo.toml")).unwrap();
    // cargo wants every member to be there, also those that it does not build.
    let members = line(&workspace, "members = ");
    for folder in left_out.lines().filter(|line| !line.starts_with(['#', '.']) && !line.contains('*')) {
        assert!(!members.contains(&format!("\"{folder}\"")), "{folder} is of the workspace");
        assert!(std::path::Path::new(&format!("{root}/{folder}")).exists(), "{folder}");
    }
}

#[test]
fn the_units_words_and_places_are_the_programs() {
    let unit = deployed("hearth-host.service");
    let words: Vec<&str> = line(&unit, "ExecStart=").split_whitespace().collect();
    assert_eq!(words[0], "/usr/local/bin/hearth-host");
    let said = says_first(&World::sqlite(), &words[1..]);
    assert!(said.starts_with("serving https://share.example on "), "{said}");
    let state: Vec<&str> = line(&unit, "StateDirectory=").split_whitespace().collect();
    for folder in words.iter().filter_map(|word| word.strip_prefix("/var/lib/")) {
        assert!(state.contains(&folder), "{folder} can't be written to");
    }
    assert!(words.contains(&line(&unit, "ReadWritePaths=")), "the secrets are made at the first start");
    assert_eq!(line(&unit, "User="), "hearth-host");
}
