//! What matters: strengths, needs, goals, what exactly I will do, how it went.

use super::*;

rooms! {
    /// Something I am good at or can count on.
    Strength "strength" {
        /// In my words.
        words WORDS: Words = 10, KeepBoth, Ordinary, "Care and support plan > Strengths > Free text";
        /// Its code.
        code CODE: Coded = 40, KeepBoth, Ordinary, "Care and support plan > Strengths > Coded value";
    }
    /// A need, a concern or a problem: life as a whole, not only conditions.
    Need "need" {
        /// In my words.
        words WORDS: Words = 10, KeepBoth, Ordinary, "Care and support plan > Needs, concerns or problems > Free text";
        /// Its code.
        code CODE: Coded = 40, KeepBoth, Ordinary, "Care and support plan > Needs, concerns or problems > Coded value";
    }
    /// A goal or a hope.
    Goal "goal" {
        /// In my words.
        words WORDS: Words = 10, KeepBoth, Ordinary, "Care and support plan > Needs, concerns or problems > Goals and hopes > Free text";
        /// How important it is to me, 1 to 10.
        importance IMPORTANCE: Scale10 = 11, KeepBoth, Ordinary, "Care and support plan > Needs, concerns or problems > Goals and hopes > Goal importance score";
        /// The need it answers.
        need NEED: EntityId = 12, KeepBoth, Ordinary, "";
        /// How it stands.
        status STATUS: String = 13, KeepBoth, Ordinary, "Care and support plan > Needs, concerns or problems > Goals and hopes > Goal status", &["hoped", "going", "paused", "reached", "let_go"];
        /// What came of it.
        outcome OUTCOME: Words = 14, KeepBoth, Ordinary, "Care and support plan > Needs, concerns or problems > Goals and hopes > Outcomes > Free text";
        /// Kept at the top.
        pinned PINNED: bool = 15, Last, Own, "";
        /// When to look at it again.
        review REVIEW: PartialDate = 16, KeepBoth, Ordinary, "";
        /// Its code.
        code CODE: Coded = 40, KeepBoth, Ordinary, "Care and support plan > Needs, concerns or problems > Goals and hopes > Coded value";
        /// How it stands, as a record says it.
        status_said STATUS_SAID: Words = 41, KeepBoth, Ordinary, "Care and support plan > Needs, concerns or problems > Goals and hopes > Goal status";
        /// The code of how it stands.
        status_code STATUS_CODE: Coded = 42, KeepBoth, Ordinary, "Care and support plan > Needs, concerns or problems > Goals and hopes > Goal status";
        /// The code of what came of it.
        outcome_code OUTCOME_CODE: Coded = 43, KeepBoth, Ordinary, "Care and support plan > Needs, concerns or problems > Goals and hopes > Outcomes > Coded value";
    }
    /// Exactly what am I going to do.
    Action "action" {
        /// The goal it is for.
        goal GOAL: EntityId = 10, Last, Ordinary, "";
        /// What exactly.
        what WHAT: Words = 11, KeepBoth, Ordinary, "Care and support plan > Needs, concerns or problems > Goals and hopes > Actions and activities > What > Free text";
        /// Who will do it.
        who WHO: Words = 12, KeepBoth, Ordinary, "Care and support plan > Needs, concerns or problems > Goals and hopes > Actions and activities > Who > Name";
        /// When, once or from.
        when WHEN: PartialDate = 13, KeepBoth, Ordinary, "Care and support plan > Needs, concerns or problems > Goals and hopes > Actions and activities > When";
        /// How often, in my words.
        repeats REPEATS: Words = 14, KeepBoth, Ordinary, "";
        /// What might stop me.
        barrier BARRIER: Words = 15, KeepBoth, Ordinary, "";
        /// What I can do about it.
        strategy STRATEGY: Words = 16, KeepBoth, Ordinary, "Care and support plan > Needs, concerns or problems > Goals and hopes > Actions and activities > Suggested strategies";
        /// How confident I am, 1 to 10.
        confidence CONFIDENCE: Scale10 = 17, KeepBoth, Ordinary, "Care and support plan > Needs, concerns or problems > Goals and hopes > Actions and activities > Confidence";
        /// What would make it a 7.
        would_help WOULD_HELP: Words = 18, KeepBoth, Ordinary, "";
        /// How it stands.
        status STATUS: String = 19, KeepBoth, Ordinary, "Care and support plan > Needs, concerns or problems > Goals and hopes > Actions and activities > Status > Free text", &["planned", "doing", "done", "stopped"];
        /// When to look at it again.
        review REVIEW: PartialDate = 20, KeepBoth, Ordinary, "Care and support plan > Needs, concerns or problems > Goals and hopes > Actions and activities > Review date";
        /// The code of what.
        what_code WHAT_CODE: Coded = 40, KeepBoth, Ordinary, "Care and support plan > Needs, concerns or problems > Goals and hopes > Actions and activities > What > Coded value";
        /// The role of who will do it.
        who_role WHO_ROLE: Coded = 41, KeepBoth, Ordinary, "Care and support plan > Needs, concerns or problems > Goals and hopes > Actions and activities > Who > Role";
        /// Their team.
        who_team WHO_TEAM: Words = 42, KeepBoth, Ordinary, "Care and support plan > Needs, concerns or problems > Goals and hopes > Actions and activities > Who > Team";
        /// How to reach them.
        who_contact WHO_CONTACT: Words = 43, KeepBoth, Ordinary, "Care and support plan > Needs, concerns or problems > Goals and hopes > Actions and activities > Who > Contact details";
        /// How it stands, as a record says it.
        status_said STATUS_SAID: Words = 44, KeepBoth, Ordinary, "Care and support plan > Needs, concerns or problems > Goals and hopes > Actions and activities > Status > Free text";
        /// The code of how it stands.
        status_code STATUS_CODE: Coded = 45, KeepBoth, Ordinary, "Care and support plan > Needs, concerns or problems > Goals and hopes > Actions and activities > Status > Coded value";
        /// When it was last updated, as its record says.
        updated UPDATED: PartialDate = 46, KeepBoth, Ordinary, "Care and support plan > Needs, concerns or problems > Goals and hopes > Actions and activities > Date last updated";
    }
    /// A manageable step on the way.
    Stage "stage" {
        /// The action it is part of.
        action ACTION: EntityId = 10, Last, Ordinary, "";
        /// In my words.
        words WORDS: Words = 11, KeepBoth, Ordinary, "Care and support plan > Needs, concerns or problems > Goals and hopes > Actions and activities > Stage goal > Stage goal > Free text";
        /// What came of it.
        outcome OUTCOME: Words = 12, KeepBoth, Ordinary, "Care and support plan > Needs, concerns or problems > Goals and hopes > Actions and activities > Stage goal > Outcome > Free text";
        /// How it stands.
        status STATUS: String = 13, KeepBoth, Ordinary, "Care and support plan > Needs, concerns or problems > Goals and hopes > Actions and activities > Stage goal > Goal status", &["planned", "doing", "done", "stopped"];
        /// Its code.
        code CODE: Coded = 40, KeepBoth, Ordinary, "Care and support plan > Needs, concerns or problems > Goals and hopes > Actions and activities > Stage goal > Stage goal > Coded value";
        /// The code of what came of it.
        outcome_code OUTCOME_CODE: Coded = 41, KeepBoth, Ordinary, "Care and support plan > Needs, concerns or problems > Goals and hopes > Actions and activities > Stage goal > Outcome > Coded value";
        /// How it stands, as a record says it.
        status_said STATUS_SAID: Words = 42, KeepBoth, Ordinary, "Care and support plan > Needs, concerns or problems > Goals and hopes > Actions and activities > Stage goal > Goal status";
        /// The code of how it stands.
        status_code STATUS_CODE: Coded = 43, KeepBoth, Ordinary, "Care and support plan > Needs, concerns or problems > Goals and hopes > Actions and activities > Stage goal > Goal status";
    }
    /// How it went, one time.
    CheckIn "checkin" {
        /// The action it is about.
        action ACTION: EntityId = 10, Last, Ordinary, "";
        /// When.
        at AT: Instant = 11, KeepBoth, Ordinary, "";
        /// How it went.
        went WENT: Words = 12, KeepBoth, Ordinary, "";
        /// How confident I am now, 1 to 10.
        confidence CONFIDENCE: Scale10 = 13, KeepBoth, Ordinary, "";
    }
}
