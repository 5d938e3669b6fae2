//! The suite on PostgreSQL. Ignored where the ordinary runner runs: `cargo xtask test` runs it where
//! PostgreSQL is installed, and counts it as skipped where it is not.

use super::support::World;
use super::{links, mail, passcodes, processes, restored, two};

#[test]
#[ignore = "needs PostgreSQL; cargo xtask test runs it where that is installed"]
fn a_link_is_made_opened_and_seen_by_its_owner() {
    links::a_link_is_made_opened_and_seen_by_its_owner(World::postgres());
}

#[test]
#[ignore = "needs PostgreSQL; cargo xtask test runs it where that is installed"]
fn a_file_is_in_the_manifest_or_behind_a_ticket_and_never_both() {
    links::a_file_is_in_the_manifest_or_behind_a_ticket_and_never_both(World::postgres());
}

#[test]
#[ignore = "needs PostgreSQL; cargo xtask test runs it where that is installed"]
fn a_link_that_is_the_file_itself_answers_get_and_only_get() {
    links::a_link_that_is_the_file_itself_answers_get_and_only_get(World::postgres());
}

#[test]
#[ignore = "needs PostgreSQL; cargo xtask test runs it where that is installed"]
fn whatever_cannot_be_read_is_one_and_the_same_answer() {
    links::whatever_cannot_be_read_is_one_and_the_same_answer(World::postgres());
}

#[test]
#[ignore = "needs PostgreSQL; cargo xtask test runs it where that is installed"]
fn a_link_is_paused_resumed_extended_and_ended_by_its_owner_alone() {
    links::a_link_is_paused_resumed_extended_and_ended_by_its_owner_alone(World::postgres());
}

#[test]
#[ignore = "needs PostgreSQL; cargo xtask test runs it where that is installed"]
fn a_version_that_comes_late_never_takes_the_place_of_a_newer_one() {
    links::a_version_that_comes_late_never_takes_the_place_of_a_newer_one(World::postgres());
}

#[test]
#[ignore = "needs PostgreSQL; cargo xtask test runs it where that is installed"]
fn making_a_link_twice_makes_one_and_nobody_takes_its_name() {
    links::making_a_link_twice_makes_one_and_nobody_takes_its_name(World::postgres());
}

#[test]
#[ignore = "needs PostgreSQL; cargo xtask test runs it where that is installed"]
fn a_link_is_made_only_with_a_token_of_the_operator() {
    links::a_link_is_made_only_with_a_token_of_the_operator(World::postgres());
}

#[test]
#[ignore = "needs PostgreSQL; cargo xtask test runs it where that is installed"]
fn what_is_not_sealed_or_too_much_is_refused() {
    links::what_is_not_sealed_or_too_much_is_refused(World::postgres());
}

#[test]
#[ignore = "needs PostgreSQL; cargo xtask test runs it where that is installed"]
fn a_list_is_given_back_as_it_was_put() {
    links::a_list_is_given_back_as_it_was_put(World::postgres());
}

#[test]
#[ignore = "needs PostgreSQL; cargo xtask test runs it where that is installed"]
fn the_newest_two_hundred_looks_are_kept() {
    links::the_newest_two_hundred_looks_are_kept(World::postgres());
}

#[test]
#[ignore = "needs PostgreSQL; cargo xtask test runs it where that is installed"]
fn whoever_asks_too_often_is_told_when_to_ask_again() {
    links::whoever_asks_too_often_is_told_when_to_ask_again(World::postgres());
}

#[test]
#[ignore = "needs PostgreSQL; cargo xtask test runs it where that is installed"]
fn a_page_elsewhere_may_open_a_link_and_may_not_change_one() {
    links::a_page_elsewhere_may_open_a_link_and_may_not_change_one(World::postgres());
}

#[test]
#[ignore = "needs PostgreSQL; cargo xtask test runs it where that is installed"]
fn the_time_is_signed_for_who_asked() {
    links::the_time_is_signed_for_who_asked(World::postgres());
}

#[test]
#[ignore = "needs PostgreSQL; cargo xtask test runs it where that is installed"]
fn what_nobody_can_use_any_more_is_taken_away() {
    links::what_nobody_can_use_any_more_is_taken_away(World::postgres());
}

#[test]
#[ignore = "needs PostgreSQL; cargo xtask test runs it where that is installed"]
fn sixty_four_wrong_passcodes_at_once_are_ten_attempts() {
    passcodes::sixty_four_wrong_passcodes_at_once_are_ten_attempts(World::postgres());
}

#[test]
#[ignore = "needs PostgreSQL; cargo xtask test runs it where that is installed"]
fn a_right_passcode_that_races_the_last_wrong_one_is_answered_rightly() {
    passcodes::a_right_passcode_that_races_the_last_wrong_one_is_answered_rightly(World::postgres());
}

#[test]
#[ignore = "needs PostgreSQL; cargo xtask test runs it where that is installed"]
fn right_passcodes_at_once_cost_no_attempt() {
    passcodes::right_passcodes_at_once_cost_no_attempt(World::postgres());
}

#[test]
#[ignore = "needs PostgreSQL; cargo xtask test runs it where that is installed"]
fn the_count_outlives_the_host() {
    passcodes::the_count_outlives_the_host(World::postgres());
}

#[test]
#[ignore = "needs PostgreSQL; cargo xtask test runs it where that is installed"]
fn an_attempt_that_a_dead_host_took_counts_as_wrong() {
    passcodes::an_attempt_that_a_dead_host_took_counts_as_wrong(World::postgres());
}

#[test]
#[ignore = "needs PostgreSQL; cargo xtask test runs it where that is installed"]
fn counting_after_looking_is_seen_to_let_more_through() {
    passcodes::counting_after_looking_is_seen_to_let_more_through(World::postgres());
}

#[test]
#[ignore = "needs PostgreSQL; cargo xtask test runs it where that is installed"]
fn two_hosts_together_allow_ten_attempts() {
    passcodes::two_hosts_together_allow_ten_attempts(World::postgres());
}

#[test]
#[ignore = "needs PostgreSQL; cargo xtask test runs it where that is installed"]
fn what_one_phone_leaves_the_others_read_in_order_until_all_have_it() {
    mail::what_one_phone_leaves_the_others_read_in_order_until_all_have_it(World::postgres());
}

#[test]
#[ignore = "needs PostgreSQL; cargo xtask test runs it where that is installed"]
fn items_left_at_once_have_one_order_and_none_is_lost() {
    mail::items_left_at_once_have_one_order_and_none_is_lost(World::postgres());
}

#[test]
#[ignore = "needs PostgreSQL; cargo xtask test runs it where that is installed"]
fn a_carer_leaves_suggestions_and_reads_only_what_is_for_them() {
    mail::a_carer_leaves_suggestions_and_reads_only_what_is_for_them(World::postgres());
}

#[test]
#[ignore = "needs PostgreSQL; cargo xtask test runs it where that is installed"]
fn a_phone_that_was_taken_out_is_a_stranger() {
    mail::a_phone_that_was_taken_out_is_a_stranger(World::postgres());
}

#[test]
#[ignore = "needs PostgreSQL; cargo xtask test runs it where that is installed"]
fn a_mailbox_takes_so_much_and_then_says_that_it_is_full() {
    mail::a_mailbox_takes_so_much_and_then_says_that_it_is_full(World::postgres());
}

#[test]
#[ignore = "needs PostgreSQL; cargo xtask test runs it where that is installed"]
fn an_ended_mailbox_is_gone_with_all_that_was_in_it() {
    mail::an_ended_mailbox_is_gone_with_all_that_was_in_it(World::postgres());
}

#[test]
#[ignore = "needs PostgreSQL; cargo xtask test runs it where that is installed"]
fn an_old_backup_opens_no_ended_link_and_lets_no_removed_phone_in() {
    restored::an_old_backup_opens_no_ended_link_and_lets_no_removed_phone_in(World::postgres());
}

#[test]
#[ignore = "needs PostgreSQL; cargo xtask test runs it where that is installed"]
fn without_its_end_marks_a_backup_is_seen_to_open_an_ended_link() {
    restored::without_its_end_marks_a_backup_is_seen_to_open_an_ended_link(World::postgres());
}

#[test]
#[ignore = "needs PostgreSQL; cargo xtask test runs it where that is installed"]
fn a_host_does_not_start_with_the_end_marks_or_the_pepper_of_another() {
    restored::a_host_does_not_start_with_the_end_marks_or_the_pepper_of_another(World::postgres());
}

#[test]
#[ignore = "needs PostgreSQL; cargo xtask test runs it where that is installed"]
fn what_is_held_after_a_restore_opens_when_its_owner_has_written() {
    restored::what_is_held_after_a_restore_opens_when_its_owner_has_written(World::postgres());
}

#[test]
#[ignore = "needs PostgreSQL; cargo xtask test runs it where that is installed"]
fn a_copy_of_the_database_holds_no_name_no_passcode_and_no_readable_word() {
    restored::a_copy_of_the_database_holds_no_name_no_passcode_and_no_readable_word(World::postgres());
}

#[test]
#[ignore = "needs PostgreSQL; cargo xtask test runs it where that is installed"]
fn a_copy_of_the_database_finds_no_passcode_without_the_pepper() {
    restored::a_copy_of_the_database_finds_no_passcode_without_the_pepper(World::postgres());
}

#[test]
#[ignore = "needs PostgreSQL; cargo xtask test runs it where that is installed"]
fn a_host_that_is_killed_under_load_loses_nothing_it_acknowledged_and_opens_nothing_that_was_ended() {
    processes::a_host_that_is_killed_under_load_loses_nothing_it_acknowledged_and_opens_nothing_that_was_ended(World::postgres());
}

#[test]
#[ignore = "needs PostgreSQL; cargo xtask test runs it where that is installed"]
fn the_log_and_the_figures_hold_no_name_no_secret_no_passcode_and_no_reader() {
    processes::the_log_and_the_figures_hold_no_name_no_secret_no_passcode_and_no_reader(World::postgres());
}

#[test]
#[ignore = "needs PostgreSQL; cargo xtask test runs it where that is installed"]
fn a_host_that_is_told_to_stop_finishes_what_runs() {
    processes::a_host_that_is_told_to_stop_finishes_what_runs(World::postgres());
}

#[test]
#[ignore = "needs PostgreSQL; cargo xtask test runs it where that is installed"]
fn either_of_two_hosts_may_be_killed_and_nothing_acknowledged_is_lost() {
    two::either_of_two_hosts_may_be_killed_and_nothing_acknowledged_is_lost(World::postgres());
}

#[test]
#[ignore = "needs PostgreSQL; cargo xtask test runs it where that is installed"]
fn an_answer_before_the_work_is_done_is_seen_to_lose() {
    two::an_answer_before_the_work_is_done_is_seen_to_lose(World::postgres());
}

#[test]
#[ignore = "needs PostgreSQL; cargo xtask test runs it where that is installed"]
fn two_programs_behind_one_address_bear_ten_wrong_passcodes_also_where_one_is_killed() {
    two::two_programs_behind_one_address_bear_ten_wrong_passcodes_also_where_one_is_killed(World::postgres());
}

#[test]
#[ignore = "needs PostgreSQL; cargo xtask test runs it where that is installed"]
fn a_store_that_loses_counts_is_seen_to_let_more_through() {
    two::a_store_that_loses_counts_is_seen_to_let_more_through(World::postgres());
}
