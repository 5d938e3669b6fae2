//! Sharing from end to end: a person's phone, the share host on a real socket, and whoever opens the
//! link. Each scenario is written once and played on SQLite and on PostgreSQL.
//!
//! Those on PostgreSQL are ignored where the ordinary runner runs: `cargo xtask test` runs them.
//! `cargo xtask shares` writes the table in docs/sharing.md.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod browser;
mod carers;
mod demo;
mod followers;
mod meanwhile;
mod otherphone;
mod others;
mod owner;
mod passcodes;
#[allow(dead_code)]
#[path = "../host/postgres.rs"]
mod postgres;
mod readers;
mod restored;
mod stage;
#[allow(dead_code)]
#[path = "../host/support.rs"]
mod support;

use stage::Stage;
use std::panic::{AssertUnwindSafe, catch_unwind};
use support::World;

/// Each of these is a test on each database.
macro_rules! scenarios {
    ($($room:ident :: $name:ident)*) => {
        mod on_sqlite {
            $(
                #[test]
                fn $name() {
                    super::played(stringify!($name), "sqlite", super::World::sqlite, super::$room::$name);
                }
            )*
        }
        mod on_postgres {
            $(
                #[test]
                #[ignore = "needs PostgreSQL; cargo xtask test runs it where that is installed"]
                fn $name() {
                    super::played(stringify!($name), "postgres", super::World::postgres, super::$room::$name);
                }
            )*
        }
    };
}

scenarios! {
    owner::a_link_is_made_and_the_host_has_no_word_no_key_and_no_passcode_of_it
    readers::whoever_has_the_link_and_the_passcode_opens_what_was_previewed_and_is_seen
    readers::what_is_too_long_to_be_embedded_is_fetched_from_its_place
    passcodes::wrong_passcodes_are_counted_and_after_ten_nothing_opens_it
    passcodes::sixty_four_passcodes_at_once_are_no_more_than_ten_tries
    owner::what_is_paused_opens_to_nobody_and_no_reader_can_tell_it_from_ended
    owner::what_is_resumed_opens_again_with_the_same_link
    owner::what_is_kept_up_shows_the_new_words_behind_the_same_link
    owner::a_link_can_be_made_to_end_later_and_earlier
    owner::a_time_that_is_past_by_the_hosts_clock_is_said_and_nothing_is_lost
    owner::what_is_ended_opens_nothing_and_is_told_until_the_host_has_heard
    owner::all_sharing_stops_at_once
    readers::a_link_ends_by_itself_at_its_time
    owner::a_link_that_was_made_without_signal_waits_and_opens_what_was_previewed
    restored::a_restored_backup_opens_nothing_that_was_ended_or_paused_since
    restored::a_restored_backup_gives_no_older_words_out_once_the_owner_has_been_there
    restored::what_is_left_in_a_mailbox_after_a_backup_was_restored_comes_and_is_not_deleted_unread
    restored::what_is_left_in_a_mailbox_comes_also_where_nobody_ran_hold
    restored::a_host_that_began_anew_is_told_again_what_waited_there
    followers::a_kept_copy_is_there_without_signal_and_says_since_when
    followers::a_host_that_is_silent_or_gone_takes_nothing_away
    followers::an_old_version_that_the_host_plays_again_is_not_taken
    followers::a_kept_copy_goes_on_the_proof_of_its_end_and_not_for_a_pause
    followers::a_kept_copy_goes_past_its_time_when_the_hosts_signed_clock_agrees
    readers::a_forwarded_link_reads_changes_nothing_and_ends_with_the_rest
    carers::a_carer_is_paired_by_six_digits_and_gets_a_link_of_their_own
    carers::somebody_in_between_is_noticed_and_nobody_is_paired
    carers::a_carers_words_come_as_a_suggestion_with_who_and_when
    carers::a_suggestion_about_words_that_changed_since_says_so
    carers::a_suggestion_written_without_signal_waits_and_goes_with_it
    carers::a_suggestion_that_is_played_again_is_not_taken_twice
    carers::whoever_is_not_paired_suggests_nothing
    carers::the_person_sees_when_a_paired_carer_last_looked
    carers::several_people_are_followed_without_signal_each_with_its_age
    carers::a_host_that_is_away_takes_no_copy_and_no_pairing_away
    carers::a_carer_who_lost_their_phone_follows_on_from_a_backup_and_what_was_ended_goes
    carers::another_phone_of_a_carers_reads_the_copies_and_suggests_nothing
    carers::a_quiet_look_asks_no_more_than_once_an_hour
    carers::a_visits_code_needs_no_signal_in_the_room_and_ends_half_an_hour_after_it
    meanwhile::what_is_forgotten_while_its_host_is_asked_stays_forgotten
    meanwhile::a_suggestion_that_is_written_while_the_host_is_asked_is_not_lost
    meanwhile::several_passes_at_once_take_each_letter_once
    meanwhile::more_suggestions_than_there_is_room_for_wait_at_the_host_and_come_later
    meanwhile::letters_that_are_read_again_behind_half_a_bundle_accuse_nobody
    meanwhile::an_answer_that_is_lost_ends_no_pairing
    meanwhile::a_pairing_that_is_given_up_without_signal_is_shut_with_the_next_pass
    meanwhile::a_welcome_that_does_not_open_is_said_of_that_pairing_and_goes_after_a_week
    meanwhile::a_copy_that_is_not_the_persons_own_is_replaced_when_they_pair
    meanwhile::a_name_that_is_only_mine_is_told_to_nobody
    otherphone::a_second_phone_gets_the_plan_after_a_code_match_and_both_stay_in_step
    otherphone::a_phone_that_somebody_else_holds_out_is_noticed
    otherphone::a_removed_phones_later_bundles_are_refused_and_new_keys_shut_it_out
    otherphone::a_lost_phone_publishes_nothing_more_and_can_take_no_kept_copy_away
    otherphone::a_carers_suggestion_comes_once_to_both_phones
}

/// On a database of its own; told to who makes the table, if anybody does.
fn played(name: &str, database: &str, world: fn() -> World, scenario: fn(&Stage)) {
    let good = catch_unwind(AssertUnwindSafe(|| scenario(&Stage::new(world())))).is_ok();
    if let Some(folder) = std::env::var_os("HEARTH_SCENARIOS") {
        let file = std::path::Path::new(&folder).join(format!("{name}.{database}.tsv"));
        std::fs::write(file, if good { "passed\t\n" } else { "failed\t\n" }).unwrap();
    }
    assert!(good, "{name} failed on {database}");
}
