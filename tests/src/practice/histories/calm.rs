//! What must hold of a history when all is calm.

use super::History;
use hearth_core::plan::{Goal, Kind};

impl History<'_> {
    pub(super) fn all_is_well(&mut self) -> Result<(), String> {
        for (name, count) in self.practice.ours() {
            if count != 1 {
                return Err(format!("{name} is there {count} times"));
            }
        }
        let overwritten = self.practice.overwritten();
        let mut heard: Vec<String> = Vec::new();
        for (number, phone) in self.phones.iter().enumerate() {
            for (goal, said) in &self.said {
                let lines = phone
                    .hearth()
                    .history(Kind::Goal, *goal, &Goal::WORDS)
                    .map_err(|error| error.to_string())?;
                for words in said {
                    if !lines.iter().any(|line| line.text == *words) {
                        return Err(format!("phone {number} has lost {words:?}"));
                    }
                }
                for words in phone.words(*goal) {
                    let offered = lines.iter().any(|line| line.text == words && line.who.contains("suggest"));
                    if !said.contains(&words) && !offered {
                        return Err(format!("phone {number} says {words:?}, which nobody said"));
                    }
                }
                heard.extend(lines.into_iter().map(|line| line.text));
            }
        }
        if let Some(lost) =
            overwritten.iter().find(|words| words.starts_with("the clinician") && !heard.contains(words))
        {
            return Err(format!("{lost:?} was written over and nobody here ever heard of it"));
        }
        self.both_sides_agree()
    }

    fn both_sides_agree(&self) -> Result<(), String> {
        let phone = &self.phones[0];
        let waiting = phone.hearth().suggestions();
        let view = phone.hearth().practice().map_err(|error| error.to_string())?;
        let there: Vec<String> =
            self.practice.all("Goal").iter().filter_map(|kept| words_of(&kept.body)).collect();
        for goal in &self.goals {
            let is_told = view.troubles.iter().any(|trouble| trouble.id == Some(*goal));
            let waits = waiting.iter().any(|waits| waits.slot.entity == *goal);
            if is_told || waits {
                continue;
            }
            let words = phone.words(*goal);
            let says = |text: &String| words.iter().all(|words| text.contains(words.as_str()));
            if !there.iter().any(says) {
                return Err(format!("{words:?} is not there: {there:?}"));
            }
        }
        Ok(())
    }
}

pub(super) fn words_of(body: &[u8]) -> Option<String> {
    let body: serde_json::Value = serde_json::from_slice(body).ok()?;
    body["description"]["text"].as_str().map(str::to_owned)
}
