//! What an operator meets: the program's words, its page, and that both suites are whole.

use super::support::*;
use serde_json::Value;
use std::process::Command;

fn program(world: &World, words: &[&str]) -> (bool, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hearth-host"));
    command.args(words).env_remove("DATABASE_URL").env_remove("END_MARKS_URL");
    for folder in ["data", "marks", "secrets"] {
        command.arg(format!("--{folder}")).arg(world.path(folder));
    }
    let said = command.output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (said.status.success(), text(said.stdout), text(said.stderr))
}

#[test]
fn help_names_every_option_and_an_unknown_one_is_refused() {
    let world = World::sqlite();
    let (good, help, _) = program(&world, &["--help"]);
    assert!(good);
    for option in ["--origin", "--data", "--marks", "--secrets", "DATABASE_URL", "END_MARKS_URL", "--proxies"]
    {
        assert!(help.contains(option), "{option}");
    }
    assert!(!program(&world, &["serve", "--orign", "https://share.example"]).0);
    assert!(!program(&world, &["serve"]).0, "where links point must be said");
    let (good, _, why) = program(&world, &["serve", "--origin", "http://share.example"]);
    assert!(!good && why.contains("https"), "{why}");
}

#[test]
fn a_token_is_shown_once_listed_by_its_hash_and_taken_back() {
    let world = World::sqlite();
    let (_, token, _) = program(&world, &["token", "new", "--uses", "1"]);
    let token = token.trim();
    let (_, listed, _) = program(&world, &["token", "list"]);
    assert!(!listed.contains(token) && listed.contains("1 uses left"), "{listed}");
    let host = world.host();
    let asked = || serde_json::json!({ "name": name(), "writeHash": name() });
    assert_eq!(ask(host.port, "POST", "/v1/shares", token, asked()).status, 200);
    assert_eq!(ask(host.port, "POST", "/v1/shares", token, asked()).status, 403);
    let hash = listed.lines().last().unwrap().split(' ').next().unwrap().to_owned();
    assert!(program(&world, &["token", "revoke", &hash]).0);
    assert!(!program(&world, &["token", "revoke", "unknown"]).0);
}

#[test]
fn end_marks_go_out_and_in_again_as_lines() {
    let world = World::sqlite();
    let share = {
        let host = world.host();
        let share = Share::new(&world, host.port, serde_json::json!({}));
        assert_eq!(share.own("POST", "end", serde_json::json!({ "mark": "AQID" })).status, 200);
        share
    };
    let (_, lines, _) = program(&world, &["marks", "export"]);
    assert_eq!(lines.lines().count(), 1);
    assert!(!lines.contains(&share.name));
    world.tamper(true, "DELETE FROM ended");
    assert_eq!(program(&world, &["marks", "export"]).1, "");
    let file = world.path("marks.txt");
    std::fs::write(&file, &lines).unwrap();
    let mut import = Command::new(env!("CARGO_BIN_EXE_hearth-host"));
    import
        .args(["marks", "import", "--data"])
        .arg(world.path("data"))
        .arg("--marks")
        .arg(world.path("marks"));
    import.env_remove("DATABASE_URL").env_remove("END_MARKS_URL");
    assert!(import.stdin(std::fs::File::open(file).unwrap()).status().unwrap().success());
    assert_eq!(program(&world, &["marks", "export"]).1, lines);
}

#[test]
fn the_page_is_served_under_a_policy_that_allows_only_what_is_in_it() {
    let world = World::sqlite();
    let host = world.host();
    let page = ask(host.port, "GET", "/", "", Value::Null);
    assert_eq!(page.status, 200);
    assert_eq!(page.header("content-type"), Some("text/html; charset=utf-8"));
    let text = String::from_utf8(page.body.clone()).unwrap();
    let policy = page.header("content-security-policy").unwrap();
    assert_eq!(policy, hearth_host::http::policy(&text), "the policy is of this very page");
    assert!(policy.starts_with("default-src 'none'; ") && !policy.contains("unsafe"), "{policy}");
    let marked = text.matches("<script").count() + text.matches("<style").count();
    assert_eq!(policy.matches("'sha256-").count(), marked, "each script and style is plain and has its hash");
    assert!(
        !text.contains("http") && !text.contains(" style=") && !text.contains(" src="),
        "all of it is in the page"
    );
    assert_eq!(page.header("x-frame-options"), Some("DENY"));
    assert_eq!(page.header("referrer-policy"), Some("no-referrer"));
    assert_eq!(page.header("access-control-allow-origin"), None);
}

#[test]
fn both_databases_have_the_whole_suite() {
    let names = |text: &str| {
        let tests = text.lines().filter_map(|line| line.strip_prefix("fn "));
        tests.map(|rest| rest.split('(').next().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let (sqlite, postgres) = (names(include_str!("on_sqlite.rs")), names(include_str!("on_postgres.rs")));
    let missing: Vec<_> = sqlite.iter().filter(|name| !postgres.contains(name)).collect();
    assert!(missing.is_empty(), "not on PostgreSQL: {missing:?}");
    let suites = [
        include_str!("links.rs"),
        include_str!("passcodes.rs"),
        include_str!("mail.rs"),
        include_str!("restored.rs"),
    ];
    for suite in suites {
        let cases = suite
            .lines()
            .filter(|line| line.contains("world: World)"))
            .filter_map(|line| line.strip_prefix("pub fn "));
        for case in cases.map(|rest| rest.split('(').next().unwrap()) {
            assert!(sqlite.iter().any(|name| name == case), "{case} is run on neither");
        }
    }
}
