//! Three-way merge, field by field: what the person's words say now, what the
//! practice's copy says now, and what it said when it was last looked at. Pure:
//! first a plan of what is to be done, then others do it.

use crate::record::{Slot, Value};
use crate::sync::mapping::Fields;
use crate::sync::marks::{at, is_same, sum_of};
use crate::sync::state::{Level, level_key};
use std::collections::{BTreeMap, BTreeSet};

/// How each field stands, by [`level_key`].
pub type Levels = BTreeMap<String, Level>;

/// Whose words a practice's copy says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// The person's, from before: they are in the history here.
    Known,
    /// The person's, written on another phone that has not told us yet.
    Elsewhere,
    /// The practice's.
    Practice,
}

/// What is to be done after a look at the practice's copy.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Looked {
    /// What the practice says instead of the person's words.
    pub suggested: Vec<(Slot, Value)>,
    /// How each field stands now.
    pub levels: Levels,
}

/// Looks at the practice's copy. `before` is what it said last time; none if it
/// was never looked at from here.
pub fn look(
    levels: &Levels,
    before: Option<&Fields>,
    there: &Fields,
    here: &Fields,
    mut whose: impl FnMut(Slot, &Value) -> Whose,
) -> Looked {
    let mut looked = Looked { levels: levels.clone(), ..Looked::default() };
    let slots: BTreeSet<Slot> =
        there.keys().chain(here.keys()).chain(before.into_iter().flat_map(|b| b.keys())).copied().collect();
    for slot in slots {
        let (now, mine) = (at(there, slot), at(here, slot));
        if before.is_some_and(|before| is_same(at(before, slot), now)) {
            continue;
        }
        let key = level_key(slot);
        let level = || Level::At(sum_of(mine));
        if is_same(now, mine) {
            looked.levels.insert(key, level());
            continue;
        }
        // Never looked at, and nothing there: it was never sent, or not kept.
        let unsent = before.is_none() && is_same(now, &Value::Empty);
        match if unsent { Whose::Known } else { whose(slot, now) } {
            Whose::Known => drop(looked.levels.insert(key, Level::Owed)),
            Whose::Elsewhere => drop(looked.levels.entry(key).or_insert_with(level)),
            Whose::Practice => {
                looked.suggested.push((slot, now.clone()));
                looked.levels.insert(key, Level::Owed);
            }
        }
    }
    looked
}

/// What is to be written over the practice's copy, which says `there`. A field
/// that `waits` (a suggestion nobody has decided) is left alone.
pub fn owed(levels: &Levels, there: &Fields, here: &Fields, mut waits: impl FnMut(Slot) -> bool) -> Owed {
    let mut owed = Owed::default();
    let known = levels.keys().filter_map(|key| crate::sync::state::slot_of(key));
    let slots: BTreeSet<Slot> = here.keys().copied().chain(known).collect();
    for slot in slots {
        let (now, mine) = (at(there, slot), at(here, slot));
        let key = level_key(slot);
        let changed = match levels.get(&key) {
            Some(Level::At(sum)) => *sum != sum_of(mine),
            Some(Level::Owed) => true,
            None => !is_same(mine, &Value::Empty),
        };
        if !changed || waits(slot) {
            continue;
        }
        if is_same(now, mine) {
            owed.agreed.push(key);
        } else {
            owed.fields.insert(slot, mine.clone());
        }
    }
    owed
}

/// What is to be written there.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Owed {
    /// These fields, with what they say.
    pub fields: Fields,
    /// Fields on which both sides agree by now, though nobody has noted it.
    pub agreed: Vec<String>,
}

/// The levels after the practice took what was sent: both sides agree on it,
/// whatever of it the practice kept.
pub fn settled(levels: &mut Levels, sent: &Fields, here: &Fields) {
    for slot in sent.keys() {
        levels.insert(level_key(*slot), Level::At(sum_of(at(here, *slot))));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::EntityId;

    const WORDS: Slot = Slot { entity: EntityId([1; 16]), kind: 5, field: 10 };
    const IMPORTANCE: Slot = Slot { field: 11, ..WORDS };

    fn says(words: &str) -> Fields {
        Fields::from([(WORDS, Value::Text(words.to_owned()))])
    }

    fn level(words: &str) -> Levels {
        Levels::from([(level_key(WORDS), Level::At(sum_of(&Value::Text(words.to_owned()))))])
    }

    fn owing() -> Levels {
        Levels::from([(level_key(WORDS), Level::Owed)])
    }

    fn never(_: Slot, _: &Value) -> Whose {
        panic!("nobody has to be asked whose it is")
    }

    fn free(_: Slot) -> bool {
        false
    }

    #[test]
    fn nothing_changed_on_either_side_and_nothing_is_done() {
        let looked = look(&level("a"), Some(&says("a")), &says("a"), &says("a"), never);
        assert_eq!(looked, Looked { suggested: vec![], levels: level("a") });
        assert_eq!(owed(&looked.levels, &says("a"), &says("a"), free), Owed::default());
    }

    #[test]
    fn a_change_here_goes_there() {
        let looked = look(&level("a"), Some(&says("a")), &says("a"), &says("b"), never);
        assert!(looked.suggested.is_empty());
        assert_eq!(owed(&looked.levels, &says("a"), &says("b"), free).fields, says("b"));
    }

    #[test]
    fn a_change_there_is_a_suggestion_and_my_words_stay_and_wait() {
        let looked = look(&level("a"), Some(&says("a")), &says("p"), &says("a"), |_, _| Whose::Practice);
        assert_eq!(looked, Looked { suggested: vec![(WORDS, Value::Text("p".into()))], levels: owing() });
        assert_eq!(owed(&looked.levels, &says("p"), &says("a"), |_| true), Owed::default());
    }

    #[test]
    fn a_suggestion_declined_sends_my_words_again_and_one_accepted_sends_nothing() {
        assert_eq!(owed(&owing(), &says("p"), &says("a"), free).fields, says("a"));
        let accepted = owed(&owing(), &says("p"), &says("p"), free);
        assert_eq!(accepted, Owed { fields: Fields::new(), agreed: vec![level_key(WORDS)] });
        let changed_since = owed(&owing(), &says("p"), &says("c"), free);
        assert_eq!(changed_since.fields, says("c"));
    }

    #[test]
    fn both_changed_apart_is_a_suggestion_and_both_changed_alike_is_agreed() {
        let looked = look(&level("a"), Some(&says("a")), &says("p"), &says("b"), |_, _| Whose::Practice);
        assert_eq!(looked.suggested.len(), 1);
        assert_eq!(owed(&looked.levels, &says("p"), &says("b"), free).fields, says("b"));
        let alike = look(&level("a"), Some(&says("a")), &says("b"), &says("b"), never);
        assert_eq!(alike.levels, level("b"));
        assert_eq!(owed(&alike.levels, &says("b"), &says("b"), free), Owed::default());
    }

    #[test]
    fn what_my_other_phone_wrote_there_is_no_suggestion_and_is_not_written_over() {
        let looked = look(&level("a"), Some(&says("a")), &says("b"), &says("a"), |_, _| Whose::Elsewhere);
        assert_eq!(looked, Looked { suggested: vec![], levels: level("a") });
        assert_eq!(owed(&looked.levels, &says("b"), &says("a"), free), Owed::default());
        // Also where it was never looked at from here.
        let first = look(&Levels::new(), None, &says("b"), &says("a"), |_, _| Whose::Elsewhere);
        assert_eq!(first, Looked { suggested: vec![], levels: level("a") });
        // My own newer words do go there.
        assert_eq!(owed(&looked.levels, &says("b"), &says("c"), free).fields, says("c"));
    }

    #[test]
    fn a_practice_that_went_back_to_my_older_words_gets_the_newer_again() {
        let looked = look(&level("b"), Some(&says("b")), &says("a"), &says("b"), |_, _| Whose::Known);
        assert_eq!((looked.suggested.len(), &looked.levels), (0, &owing()));
        assert_eq!(owed(&looked.levels, &says("a"), &says("b"), free).fields, says("b"));
    }

    #[test]
    fn a_field_that_the_practice_does_not_keep_is_not_sent_for_ever() {
        let here = Fields::from([(IMPORTANCE, Value::Int(9))]);
        let mut levels = Levels::new();
        let first = owed(&levels, &Fields::new(), &here, free);
        assert_eq!(first.fields, here);
        settled(&mut levels, &first.fields, &here);
        assert_eq!(owed(&levels, &Fields::new(), &here, free), Owed::default());
        // An answer taken back is a change that goes there.
        let back = owed(&levels, &here, &Fields::new(), free);
        assert_eq!(back.fields, Fields::from([(IMPORTANCE, Value::Empty)]));
    }

    #[test]
    fn a_number_written_in_another_way_is_no_change() {
        let number = |text: &str| Fields::from([(WORDS, Value::Decimal(text.to_owned()))]);
        let looked = look(&Levels::new(), None, &number("72.5"), &number("72.50"), never);
        assert!(looked.suggested.is_empty());
        assert_eq!(owed(&looked.levels, &number("72.5"), &number("72.50"), free), Owed::default());
    }

    #[test]
    fn nothing_there_at_the_first_look_is_no_wish_to_take_my_words_away() {
        let looked = look(&Levels::new(), None, &Fields::new(), &says("a"), never);
        assert_eq!(owed(&looked.levels, &Fields::new(), &says("a"), free).fields, says("a"));
    }

    #[test]
    fn an_answer_that_the_practice_takes_away_is_a_suggestion() {
        let looked = look(&level("a"), Some(&says("a")), &Fields::new(), &says("a"), |_, _| Whose::Practice);
        assert_eq!(looked.suggested, [(WORDS, Value::Empty)]);
    }
}
