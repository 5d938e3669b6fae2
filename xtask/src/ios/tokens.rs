//! Both shells’ colours are those of one list, docs/tokens.tsv.

#[cfg(test)]
mod tests {
    use crate::run::root;
    use std::collections::BTreeMap;
    use std::fs;

    type Colours = BTreeMap<String, String>;

    /// The list: light and dark.
    fn listed() -> [Colours; 2] {
        let text = fs::read_to_string(root().join("docs").join("tokens.tsv")).unwrap();
        let rows: Vec<Vec<&str>> = text.lines().skip(1).map(|line| line.split('\t').collect()).collect();
        [1, 2].map(|column| rows.iter().map(|row| (row[0].to_owned(), row[column].to_owned())).collect())
    }

    /// `name` followed by `before` and six digits, from `begin` to the first line that begins with a bracket.
    fn written(text: &str, begin: &str, before: &str) -> Colours {
        let part = text.split(begin).nth(1).unwrap();
        let part = part.split("\n)").next().unwrap().split("\n    )").next().unwrap();
        let places = part.match_indices(before);
        let pair = |at: usize| {
            let name = part[..at].rsplit(|c: char| !c.is_alphanumeric()).next().unwrap();
            (name.to_owned(), part[at + before.len()..][..6].to_owned())
        };
        places.map(|(at, _)| pair(at)).collect()
    }

    #[test]
    fn both_shells_draw_in_the_colours_of_the_one_list() {
        let kotlin =
            fs::read_to_string(root().join("android/ui/src/main/kotlin/hearth/ui/Tokens.kt")).unwrap();
        let swift = fs::read_to_string(root().join("ios/Sources/CardPath/Tokens.swift")).unwrap();
        let [light, dark] = listed();
        assert_eq!(light.len(), 18);
        assert_eq!(written(&kotlin, "val Light = Tokens(", " = Color(0xFF"), light, "Android, light");
        assert_eq!(written(&kotlin, "val Dark = Tokens(", " = Color(0xFF"), dark, "Android, dark");
        assert_eq!(written(&swift, "static let light = Tokens(", ": 0x"), light, "iOS, light");
        assert_eq!(written(&swift, "static let dark = Tokens(", ": 0x"), dark, "iOS, dark");
    }
}
