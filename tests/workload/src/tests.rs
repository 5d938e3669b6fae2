use crate::{
    CARD_FIELDS, Change, EDITS, Edit, FIELDS, LONGEST, OTHER_DEVICE, P20, SEED, START_MS, TEXT_BYTES, after,
    dice::Dice, grammar::Grammar, live,
};

const SEEDS: [u64; 4] = [SEED, 0, 1, u64::MAX];

fn all(seed: u64) -> Vec<Edit> {
    P20::new(seed).collect()
}

fn bytes(edits: &[Edit]) -> usize {
    edits.iter().map(|edit| edit.text.len()).sum()
}

/// FNV-1a over all that an edit says.
fn fingerprint(edits: &[Edit]) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut eat = |bytes: &[u8]| {
        for byte in bytes {
            hash = (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    };
    for edit in edits {
        eat(&edit.field.to_le_bytes());
        eat(&edit.at_ms.to_le_bytes());
        eat(&[edit.device, u8::from(edit.card)]);
        eat(edit.text.as_bytes());
    }
    hash
}

/// Published numbers are of these bytes: changing one changes what they mean.
#[test]
fn the_published_seed_still_gives_the_published_bytes() {
    assert_eq!(fingerprint(&all(SEED)), 0xc746_088c_f149_fac8);
}

#[test]
fn the_dice_are_xoshiro256_starstar_seeded_by_splitmix64() {
    let mut dice = Dice::new(0);
    // The top byte of the generator's published first three numbers.
    let top: Vec<usize> = (0..3).map(|_| dice.below(256)).collect();
    assert_eq!(top, [0x99, 0xbf, 0x1a]);
}

#[test]
fn the_same_seed_gives_the_same_edits() {
    assert_eq!(all(7), all(7));
}

#[test]
fn different_seeds_give_different_edits() {
    let prints: std::collections::BTreeSet<u64> =
        (SEEDS.iter()).map(|seed| fingerprint(&all(*seed))).collect();
    assert_eq!(prints.len(), SEEDS.len());
}

#[test]
fn there_are_20_000_edits_and_the_iterator_says_so_beforehand() {
    for seed in SEEDS {
        assert_eq!(P20::new(seed).len(), EDITS);
        assert_eq!(all(seed).len(), EDITS);
    }
}

#[test]
fn all_text_together_is_4_2_megabytes_to_one_in_a_hundred() {
    for seed in SEEDS {
        let off = bytes(&all(seed)).abs_diff(TEXT_BYTES);
        assert!(off <= TEXT_BYTES / 100, "seed {seed}: off by {off} bytes");
    }
}

#[test]
fn every_field_is_edited_at_least_six_times_and_the_busiest_far_more_than_most() {
    for seed in SEEDS {
        let mut counts = vec![0; FIELDS as usize];
        for edit in P20::new(seed) {
            counts[edit.field as usize] += 1;
        }
        counts.sort_unstable();
        assert!(counts[0] >= 6, "seed {seed}: {}", counts[0]);
        let (middle, most) = (counts[200], counts[399]);
        assert!(most > middle * 10, "seed {seed}: {middle} and {most}");
    }
}

#[test]
fn lengths_run_from_a_few_bytes_to_two_kilobytes_round_a_middle_of_150() {
    for seed in SEEDS {
        let mut lengths: Vec<usize> = all(seed).iter().map(|edit| edit.text.len()).collect();
        lengths.sort_unstable();
        let (least, middle, most) = (lengths[0], lengths[EDITS / 2], lengths[EDITS - 1]);
        assert!((1..20).contains(&least), "seed {seed}: {least}");
        assert!((135..=175).contains(&middle), "seed {seed}: {middle}");
        assert!((1_500..=LONGEST).contains(&most), "seed {seed}: {most}");
    }
}

#[test]
fn six_edits_in_ten_change_part_of_what_the_field_said() {
    for seed in SEEDS {
        let mut plan = P20::new(seed);
        let changes: Vec<Change> = std::iter::from_fn(|| plan.step().map(|(_, change)| change)).collect();
        let anew = changes.iter().filter(|one| **one == Change::Anew).count();
        let share = anew * 1000 / changes.len();
        assert!((385..=415).contains(&share), "seed {seed}: {share}");
    }
}

#[test]
fn an_edit_never_says_again_what_its_field_says() {
    let mut said = vec![String::new(); FIELDS as usize];
    for edit in P20::new(SEED) {
        let field = edit.field as usize;
        assert!(!edit.text.is_empty());
        assert_ne!(said[field], edit.text);
        said[field] = edit.text;
    }
}

#[test]
fn edits_come_in_order_of_time_over_twenty_years() {
    let edits = all(SEED);
    assert!(edits.is_sorted_by_key(|edit| edit.at_ms));
    let years = |ms: i64| (ms - START_MS) as f64 / (365.25 * 86_400_000.0);
    assert!(years(edits[0].at_ms) >= 0.0 && years(edits[0].at_ms) < 0.1);
    assert!(years(edits[EDITS - 1].at_ms) > 19.9 && years(edits[EDITS - 1].at_ms) <= 20.0);
}

#[test]
fn a_new_phone_comes_every_four_years_beside_a_tablet_and_a_carers_phone() {
    let mut years = vec![std::collections::BTreeSet::new(); 7];
    for edit in P20::new(SEED) {
        years[usize::from(edit.device)].insert((edit.at_ms - START_MS) / (365 * 86_400_000));
    }
    assert_eq!(years[0], (0..4).collect());
    assert_eq!(years[3], (12..16).collect());
    assert!(years[5].len() >= 20 && years[6].len() >= 20);
}

#[test]
fn the_card_is_touched_by_the_edits_of_its_own_fields_only() {
    let edits = all(SEED);
    assert!(edits.iter().all(|edit| edit.card == (edit.field < CARD_FIELDS)));
    let share = edits.iter().filter(|edit| edit.card).count() * 100 / EDITS;
    assert!((3..=10).contains(&share), "{share} in a hundred");
}

#[test]
fn welsh_and_urdu_are_written_beside_english() {
    let edits = all(SEED);
    let share = |has: fn(&Edit) -> bool| edits.iter().filter(|edit| has(edit)).count() * 100 / EDITS;
    let urdu = share(|edit| edit.text.contains(|one| ('\u{600}'..'\u{700}').contains(&one)));
    let welsh = share(|edit| edit.text.contains("yn ") || edit.text.contains("i'r "));
    assert!((1..=9).contains(&urdu), "{urdu} in a hundred");
    assert!((2..=14).contains(&welsh), "{welsh} in a hundred");
}

#[test]
fn no_rule_asks_for_a_rule_that_is_not_there() {
    for seed in SEEDS {
        let unsaid = P20::new(seed).find(|edit| edit.text.contains(['[', ']', '{', '}', '|']));
        assert_eq!(unsaid, None, "seed {seed}");
    }
    let lame = Grammar::read("any\n  a {missing} word\n");
    assert_eq!(lame.say("any", &mut Dice::new(1)), "a [missing] word");
}

#[test]
fn a_rule_that_names_itself_still_ends() {
    let ring = Grammar::read("any\n  round {any}\n");
    assert!(ring.say("any", &mut Dice::new(1)).starts_with("round round "));
}

#[test]
fn what_is_live_at_the_end_is_the_last_edit_of_each_field() {
    let live = live(SEED);
    let fields: Vec<u32> = live.iter().map(|edit| edit.field).collect();
    assert_eq!(fields, (0..FIELDS).collect::<Vec<u32>>());
    let mut last = std::collections::BTreeMap::new();
    last.extend(P20::new(SEED).map(|edit| (edit.field, edit)));
    assert!(last.into_values().eq(live));
}

#[test]
fn what_comes_after_is_another_devices_and_later_and_as_long() {
    for count in [1_000, 10_000] {
        let more: Vec<Edit> = after(SEED, count).collect();
        assert_eq!(more.len(), count);
        let end = all(SEED)[EDITS - 1].at_ms;
        assert!(more.iter().all(|edit| edit.device == OTHER_DEVICE && edit.at_ms > end));
        assert!(more.is_sorted_by_key(|edit| edit.at_ms));
        let off = bytes(&more).abs_diff(count * 210);
        assert!(off <= count * 210 / 50, "{count}: off by {off} bytes");
    }
}
