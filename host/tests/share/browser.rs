//! The viewer in a real browser: by keyboard, with a wrong passcode first, and what it keeps and asks.

use super::others::said_by;
use super::stage::Stage;
use super::support::World;
use serde_json::{Value, json};

fn strings(of: &Value) -> Vec<String> {
    serde_json::from_value(of.clone()).unwrap()
}

fn chromium_shows_the_plan() {
    let stage = Stage::new(World::sqlite());
    let phone = stage.phone();
    phone.goal("<img src=x onerror=alert(1)> see my sister");
    let share = phone.share(&phone.choice(true));
    let passcode = share.passcode.as_deref().unwrap();
    let wrong = if passcode == "000000" { "000001" } else { "000000" };
    let browser = std::env::var("HEARTH_CHROMIUM").expect("cargo xtask test says where it is");
    let pictures = std::env::var("HEARTH_PICTURES").ok();
    let asked = json!({ "link": share.link, "passcode": passcode, "wrong": wrong, "browser": browser, "pictures": pictures });
    let seen = said_by("browse.mjs", &asked);
    assert_eq!(seen["error"], Value::Null, "{seen}");
    // The key is gone from the address, and nothing is kept.
    let page = format!("{}/", stage.world.origin);
    assert_eq!((&seen["address"], &seen["end"], &seen["kept"]), (&json!(page), &json!(page), &json!(0)));
    // It asked its own host and nobody else, and its policy stood in nobody's way but markup's.
    let elsewhere: Vec<String> = strings(&seen["asked"])
        .into_iter()
        .filter(|origin| *origin != stage.world.origin && origin != "null")
        .collect();
    assert!(elsewhere.is_empty(), "{elsewhere:?}");
    // The browser itself says that an answer was 401, and that it found no favicon.
    let trouble: Vec<String> =
        strings(&seen["trouble"]).into_iter().filter(|line| !line.contains("status of 40")).collect();
    assert!(trouble.is_empty(), "{trouble:?}");
    assert!(seen["wrong"].as_str().unwrap().ends_with(": 9"), "{}", seen["wrong"]);
    let text = seen["text"].as_str().unwrap();
    for words in
        ["walk to the shop", "<img src=x onerror=alert(1)> see my sister", "Not in this copy", "Copy made"]
    {
        assert!(text.contains(words), "{words} in {text}");
    }
    assert_eq!((&seen["markup"], &seen["focus"]), (&json!(0), &json!("title")));
    for (name, found) in seen["axe"].as_object().unwrap() {
        assert!(found.as_array().unwrap().is_empty(), "{name}: {found}");
        assert_eq!(seen["wide"][name], 0, "{name} is wider than its window");
    }
    assert_eq!(seen["axe"].as_object().unwrap().len(), 4);
    assert!(seen["record"].as_str().unwrap().contains("walk to the shop"));
    let saved: Value = serde_json::from_str(seen["saved"].as_str().unwrap()).unwrap();
    assert_eq!(saved["resourceType"], "Bundle");
    assert_eq!(seen["printed"], false, "no buttons on paper");
    assert!(seen["pdf"].as_u64().unwrap() > 5_000);
    let looks = phone.delivered(&share).looks;
    assert!(looks.len() == 1 && looks[0].line.contains("Dr Example, Test Surgery"), "{looks:?}");
}

mod by_chromium {
    #[test]
    #[ignore = "needs Chromium and Node; cargo xtask test runs it where they are installed"]
    fn the_viewer_shows_the_plan_is_clean_for_axe_and_keeps_nothing() {
        super::chromium_shows_the_plan();
    }
}
