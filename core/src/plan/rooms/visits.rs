//! Visits: gather, between, agree, after; what sheets ask and what was answered.
//! (Year of Care, seed `003_e56b2922d8428643.txt`: two visits, results and
//! prompts at home between them, goals and actions agreed in the second.)
//!
//! What belongs to a visit is named by the visit and by what it answers, so that
//! two phones that answer one question write one field. Which stage the person
//! looks at and what was talked about change no words: they are the phones' own.

use super::*;

rooms! {
    /// A visit, from gathering for it to what came of it.
    Visit "visit" {
        /// What it is for.
        what_for WHAT_FOR: Words = 10, KeepBoth, Ordinary, "";
        /// With whom.
        with WITH: Words = 11, KeepBoth, Ordinary, "";
        /// When it is, or was.
        on ON: PartialDate = 12, KeepBoth, Ordinary, "";
        /// When tests are, or were, done for it.
        tests_on TESTS_ON: PartialDate = 13, KeepBoth, Ordinary, "";
        /// Who comes with me.
        coming COMING: Words = 14, KeepBoth, Ordinary, "";
        /// Where the person is in it. It can be left and gone back to.
        stage STAGE: String = 15, Last, Own, "", &["gather", "between", "agree", "after"];
        /// Goals that were agreed or looked at in it.
        goals GOALS: Vec<EntityId> = 16, KeepBoth, Ordinary, "";
        /// Promises that were made in it.
        promises PROMISES: Vec<EntityId> = 17, KeepBoth, Ordinary, "";
        /// When to look at the plan again.
        review REVIEW: PartialDate = 18, KeepBoth, Ordinary, "Care and support plan > Planned review date/interval";
        /// Or how often, in words: "every 3 months".
        interval INTERVAL: Words = 19, KeepBoth, Ordinary, "Care and support plan > Planned review date/interval";
        /// Who is responsible for that.
        review_by REVIEW_BY: Words = 20, KeepBoth, Ordinary, "Care and support plan > Responsibility for review > Name";
        /// What was agreed was written together.
        together TOGETHER: bool = 21, KeepBoth, Ordinary, "";
    }
    /// A sheet used in a visit.
    VisitSheet "visit_sheet" {
        /// The visit.
        visit VISIT: EntityId = 10, Last, Ordinary, "";
        /// Which sheet: a name of Hearth's, or the 32 digits of a [`SheetFile`].
        sheet SHEET: Words = 11, Last, Ordinary, "";
        /// Whether it is used; used on one phone and not on another, it is.
        used USED: bool = 12, OnWins, Ordinary, "";
    }
    /// An answer to one question of a sheet. One of its answers is written at a
    /// time; where two phones wrote two, both are shown.
    Reply "reply" {
        /// The visit.
        visit VISIT: EntityId = 10, Last, Ordinary, "";
        /// Which question, by its stable name.
        question QUESTION: Words = 11, Last, Ordinary, "";
        /// The words it was asked in.
        asked ASKED: Words = 12, Last, Ordinary, "";
        /// Yes, no, or rather not say (which answers a question of any sort).
        answer ANSWER: String = 13, KeepBoth, Ordinary, "", &["yes", "no", "rather_not_say"];
        /// A step from 1 to 10.
        scale SCALE: Scale10 = 14, KeepBoth, Ordinary, "";
        /// How many.
        count COUNT: i64 = 15, KeepBoth, Ordinary, "";
        /// The grade of the MRC breathlessness scale.
        mrc MRC: String = 16, KeepBoth, Ordinary, "", &["1", "2", "3", "4", "5"];
        /// The total of the COPD Assessment Test. Never its items.
        cat CAT: CatTotal = 17, KeepBoth, Ordinary, "";
        /// A number, as written.
        number NUMBER: Number = 18, KeepBoth, Ordinary, "";
        /// Its unit.
        unit UNIT: Words = 19, KeepBoth, Ordinary, "";
        /// In words.
        words WORDS: Words = 20, KeepBoth, Ordinary, "";
    }
    /// How the person felt in the last month: the two Whooley questions, once a
    /// visit, never scored. All of it leaves the phone only by a choice of its own.
    Mood "mood" {
        /// The visit.
        visit VISIT: EntityId = 10, Last, Delicate, "";
        /// Down, depressed or hopeless.
        down DOWN: String = 11, KeepBoth, Delicate, "", &["yes", "no", "rather_not_say"];
        /// Little interest or pleasure in doing things.
        interest INTEREST: String = 12, KeepBoth, Delicate, "", &["yes", "no", "rather_not_say"];
    }
    /// A prompt of a sheet, circled.
    Circled "circled" {
        /// The visit.
        visit VISIT: EntityId = 10, Last, Ordinary, "";
        /// Which prompt, by its stable name.
        prompt PROMPT: Words = 11, Last, Ordinary, "";
        /// Its words.
        words WORDS: Words = 12, Last, Ordinary, "";
        /// Circled; on one phone and not on another, it is.
        circled CIRCLED: bool = 13, OnWins, Ordinary, "";
    }
    /// A question, a thought or an idea for a visit.
    Thought "thought" {
        /// The visit.
        visit VISIT: EntityId = 10, Last, Ordinary, "";
        /// What it is.
        sort SORT: String = 11, KeepBoth, Ordinary, "", &["question", "thought", "idea"];
        /// In my words.
        words WORDS: Words = 12, KeepBoth, Ordinary, "";
        /// What it is about: a result, a question or a prompt of a sheet, by its
        /// stable name.
        about ABOUT: Words = 13, Last, Ordinary, "";
    }
    /// That something on the agenda was talked about.
    Discussed "discussed" {
        /// The visit.
        visit VISIT: EntityId = 10, Last, Own, "";
        /// What, by its name on the agenda.
        what WHAT: Words = 11, Last, Own, "";
        /// Talked about; on one phone and not on another, it is still to be.
        discussed DISCUSSED: bool = 12, OffWins, Own, "";
    }
    /// A clinician's own sheet, as the file it came in.
    SheetFile "sheet_file" {
        /// The file's words (see `docs/sheets.md`).
        file FILE: Words = 10, KeepBoth, Ordinary, "";
        /// Who gave it.
        given_by GIVEN_BY: Words = 11, KeepBoth, Ordinary, "";
        /// When it was given.
        on ON: PartialDate = 12, KeepBoth, Ordinary, "";
    }
}
