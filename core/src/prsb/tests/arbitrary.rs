//! Any JSON in PRSB's shape, and out of shape: never a panic, everything kept or told, and
//! what went round once is the same ever after.

use super::*;
use crate::prsb::tree::{Element, What};
use proptest::prelude::*;

/// A value that a careless or hostile file may have where an element stands.
fn odd(seed: &mut Seed) -> String {
    let texts = [
        "\"\"",
        "\" \"",
        "\"Sam\"",
        "\"a\\u0007b\\r\\nc\"",
        "\"\\ud800\"",
        "\"2026-03-04\"",
        "\"2026-02-30\"",
        "\"2026-03-04T10:20:30.50+01:00\"",
        "\"going on\"",
        "\"planned\"",
        "null",
        "true",
        "false",
        "7",
        "7.5",
        "8.0",
        "0",
        "11",
        "1e400",
        "-0.0",
        "[]",
        "{}",
        "[[\"a\"]]",
        "[[],{}]",
        "[1,2]",
        "[\"a\",\"a\",null,5]",
        "{\"system\":\"http://snomed.info/sct\",\"code\":\"1\",\"display\":\"Sam\"}",
        "{\"code\":\"1|2\"}",
        "{\"display\":\"only words\"}",
        "{\"code\":\"1\",\"text\":\"more\"}",
        "{\"\\ud800\":1}",
        "{\"Free text\":\"x\",\"Coded value\":\"y\",\"Free text\":\"z\"}",
        "\"UklGRgQAAABXQVZF\"",
        "\"audio/wav\"",
    ];
    texts[seed.below(texts.len())].to_owned()
}

/// Numbers that a run of proptest can make smaller.
struct Seed {
    numbers: Vec<u8>,
    at: usize,
}

impl Seed {
    fn below(&mut self, most: usize) -> usize {
        let number = self.numbers.get(self.at).copied().unwrap_or(0);
        self.at += 1;
        usize::from(number) % most
    }

    fn is_spent(&self) -> bool {
        self.at >= self.numbers.len()
    }
}

/// An object of some of these elements, some of them odd, some there twice, some unknown.
fn object(elements: &[Element], seed: &mut Seed, depth: usize) -> String {
    let mut pairs = Vec::new();
    for _ in 0..1 + seed.below(4) {
        if seed.is_spent() || elements.is_empty() {
            break;
        }
        let element = &elements[seed.below(elements.len())];
        let one = |seed: &mut Seed| match element.what {
            What::Group(..) if depth < 9 && seed.below(8) > 0 => object(element.children(), seed, depth + 1),
            _ => odd(seed),
        };
        let value = match seed.below(3) {
            0 => {
                let values: Vec<String> = (0..1 + seed.below(3)).map(|_| one(seed)).collect();
                format!("[{}]", values.join(","))
            }
            _ => one(seed),
        };
        let name = match seed.below(16) {
            1 => format!("{} > x", element.name),
            2 => "made".to_owned(),
            3 => "Free text".to_owned(),
            _ => element.name.to_owned(),
        };
        pairs.push(format!("{}:{value}", serde_json::to_string(&name).unwrap()));
    }
    format!("{{{}}}", pairs.join(","))
}

/// Reads a file into an empty plan and says what goes out again.
fn round(json: &str, list: List, source: &str) -> (World, String) {
    let mut world = World::default();
    world.import_from(json, source).unwrap();
    let out = world.json(list);
    (world, out)
}

fn goes_round(list: List, numbers: Vec<u8>) {
    let mut seed = Seed { numbers, at: 0 };
    let inner = object(list.elements(), &mut seed, 0);
    let json = inner.replacen('{', &format!("{{\"standard\":\"{}\",", list.title()), 1).replace(",}", "}");
    if World::default().import_from(&json, "x").is_err() {
        // No name in it is an element.
        return;
    }
    let (mut world, first) = round(&json, list, "a practice");
    // The same file again adds nothing.
    let entities = world.record.entities().count();
    let again = world.import_from(&json, "a practice").unwrap();
    assert_eq!((again.new, world.record.entities().count()), (0, entities), "{json}");
    assert_eq!(again.suggested, 0, "{json}");
    same(&world.json(list), &first, &json);
    // What went out is the same ever after.
    let (_, second) = round(&first, list, "another");
    same(&second, &first, &json);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn any_care_plan_goes_round_and_is_the_same_ever_after(numbers in proptest::collection::vec(any::<u8>(), 0..120)) {
        goes_round(List::CarePlan, numbers);
    }

    #[test]
    fn any_about_me_goes_round_and_is_the_same_ever_after(numbers in proptest::collection::vec(any::<u8>(), 0..80)) {
        goes_round(List::AboutMe, numbers);
    }

    #[test]
    fn any_end_of_life_list_goes_round_and_is_the_same_ever_after(numbers in proptest::collection::vec(any::<u8>(), 0..120)) {
        goes_round(List::EndOfLife, numbers);
    }

    #[test]
    fn any_text_is_read_or_refused(text in "\\PC{0,60}") {
        let _ = World::default().import_from(&text, "x");
        let _ = World::default().import_from(&format!("{{\"About me\":{text}}}"), "x");
    }
}
