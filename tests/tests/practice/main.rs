//! In step with a practice: the scenarios, each written once and played on every
//! practice there is: the one in this process with each of the ways in which real
//! servers were seen to behave, and real ones over the real network.
//!
//! Those on real ones are ignored where none runs: `cargo xtask test` starts
//! them. `cargo xtask scenarios` writes the table in docs/sync.md.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod engine;
mod full;
mod link;
mod phones;
mod theirs;
mod words;

use hearth_tests::peers::{Peer, RealSurgery};
use hearth_tests::practice::Quirks;
use hearth_tests::practice::place::Place;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

/// Each of these is a test on each practice.
macro_rules! scenarios {
    ($($room:ident :: $name:ident)*) => {
        mod in_process {
            $(
                #[test]
                fn $name() {
                    super::on_each_sort(stringify!($name), super::$room::$name);
                }
            )*
        }
        scenarios!(hapi: $($room::$name)*);
        scenarios!(sekmet: $($room::$name)*);
    };
    ($peer:ident: $($room:ident :: $name:ident)*) => {
        mod $peer {
            $(
                #[test]
                #[ignore = "needs a practice: cargo xtask test starts it"]
                fn $name() {
                    super::on_a_real_one(stringify!($peer), stringify!($name), super::$room::$name);
                }
            )*
        }
    };
}

scenarios! {
    words::what_is_written_goes_there_once_and_a_change_goes_over_it
    words::nothing_new_is_asked_for_and_nothing_is_written
    words::a_clinicians_change_is_a_suggestion_that_waits_and_my_words_go_back_when_i_decline
    words::a_clinician_who_writes_just_before_my_words_arrive_is_not_written_over
    words::a_suggestion_that_i_accept_is_left_as_the_practice_wrote_it
    words::elements_that_nobody_here_knows_survive_my_change
    words::what_is_deleted_there_stays_here_and_can_be_sent_again
    words::what_is_only_for_me_is_taken_back_and_comes_back_when_it_is_not
    words::what_is_only_for_me_from_the_start_never_goes_anywhere
    words::a_server_that_went_back_to_an_older_copy_gets_my_words_again
    full::a_plan_with_something_in_every_room_goes_there_and_then_it_is_quiet
    full::a_clinicians_change_of_a_step_waits_on_that_step_and_mine_go_on_beside_it
    full::a_step_that_a_clinician_adds_is_suggested_whole
    full::a_promise_that_the_practice_has_done_comes_back_as_done
    theirs::a_result_comes_in_as_the_practices_own_and_its_correction_after_it
    theirs::a_medicine_comes_in_as_theirs_and_what_they_take_back_goes
    theirs::a_review_that_the_practice_books_comes_in_and_goes_when_it_is_cancelled
    theirs::support_near_me_comes_in_where_the_practice_shows_it
    link::tokens_are_renewed_and_one_that_is_refused_early_too
    link::a_link_that_the_practice_ended_says_so_and_is_made_again_and_nothing_is_lost
    link::an_old_token_that_comes_again_ends_the_link_and_nothing_is_lost
    link::ending_the_link_gives_the_tokens_back_and_keeps_every_word
    link::another_person_a_closed_and_a_merged_record_stop_everything_before_anything_is_written
    link::a_record_under_another_nhs_number_than_mine_is_not_linked
    link::an_answer_of_the_browser_is_used_once_and_a_strangers_not_at_all
    phones::a_phone_restored_from_a_backup_links_again_and_knows_its_own_words
    phones::two_phones_that_write_apart_put_one_resource_there_and_end_alike
    phones::one_phone_that_ends_its_link_ends_no_others
}

/// On the practice in this process, with every sort of quirk.
fn on_each_sort(name: &str, scenario: fn(&Place)) {
    let mut said = String::new();
    let mut failed = Vec::new();
    for (sort, quirks) in Quirks::each() {
        println!("{sort}");
        let good = catch_unwind(AssertUnwindSafe(|| scenario(&Place::in_process(quirks)))).is_ok();
        said += &format!("{}\t{sort}\n", if good { "passed" } else { "failed" });
        if !good {
            failed.push(sort);
        }
    }
    report(name, "in-process", &said);
    assert!(failed.is_empty(), "{name} failed on {failed:?}");
}

/// On a real practice.
fn on_a_real_one(peer: &str, name: &str, scenario: fn(&Place)) {
    let running = Peer::running(peer).expect("a running practice: cargo xtask test starts it");
    let place = Place::at(Arc::new(RealSurgery::new(running)));
    let good = catch_unwind(AssertUnwindSafe(|| scenario(&place))).is_ok();
    report(name, peer, if good { "passed\t\n" } else { "failed\t\n" });
    assert!(good, "{name} failed on {peer}");
}

/// Told to who makes the table, if anybody does.
fn report(name: &str, practice: &str, said: &str) {
    if let Some(folder) = std::env::var_os("HEARTH_SCENARIOS") {
        let file = std::path::Path::new(&folder).join(format!("{name}.{practice}.tsv"));
        std::fs::write(file, said).unwrap();
    }
}
