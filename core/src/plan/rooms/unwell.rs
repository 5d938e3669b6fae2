//! When I'm unwell: signs, steps, coping, what is kept at home, and each time it was used.

use super::*;

rooms! {
    /// When I'm unwell: what to do, for one concern.
    Unwell "unwell" {
        /// Its name: "When my breathing gets worse".
        name NAME: Words = 10, KeepBoth, Ordinary, "Contingency/safety plans > Contingency plan name > Free text";
        /// What sets it off.
        trigger TRIGGER: Words = 11, KeepBoth, Ordinary, "Contingency/safety plans > Trigger factors > Free text";
        /// The order of the signs.
        signs SIGNS: Vec<EntityId> = 12, KeepBoth, Ordinary, "";
        /// The order of the steps.
        steps STEPS: Vec<EntityId> = 13, KeepBoth, Ordinary, "";
        /// The order of the medicines and things kept.
        kept KEPT: Vec<EntityId> = 14, KeepBoth, Ordinary, "";
        /// Whom to call, in order.
        call CALL: Vec<EntityId> = 15, KeepBoth, Ordinary, "";
        /// When to look at it again.
        review REVIEW: PartialDate = 16, KeepBoth, Ordinary, "Contingency/safety plans > Planned review date/interval";
        /// Who looks at it again with me.
        review_by REVIEW_BY: Words = 17, KeepBoth, Ordinary, "Contingency/safety plans > Responsibility for review > Name";
        /// Kept at hand in the card file, where it opens without unlocking.
        at_hand AT_HAND: bool = 18, OffWins, Own, "";
        /// The code of its name.
        name_code NAME_CODE: Coded = 40, KeepBoth, Ordinary, "Contingency/safety plans > Contingency plan name > Coded value";
        /// The code of what sets it off.
        trigger_code TRIGGER_CODE: Coded = 41, KeepBoth, Ordinary, "Contingency/safety plans > Trigger factors > Coded value";
        /// When it was last updated, as its record says.
        updated UPDATED: PartialDate = 42, KeepBoth, Ordinary, "Contingency/safety plans > Date this plan was last updated";
        /// How often to look at it again, in words.
        review_interval REVIEW_INTERVAL: Words = 43, KeepBoth, Ordinary, "Contingency/safety plans > Planned review date/interval";
        /// The role of who looks at it again with me.
        review_role REVIEW_ROLE: Coded = 44, KeepBoth, Ordinary, "Contingency/safety plans > Responsibility for review > Role";
        /// How to reach them.
        review_contact REVIEW_CONTACT: Words = 45, KeepBoth, Ordinary, "Contingency/safety plans > Responsibility for review > Contact details";
        /// Where it was written.
        location LOCATION: Words = 46, KeepBoth, Ordinary, "Contingency/safety plans > Location > Free text";
        /// The code of that place.
        location_code LOCATION_CODE: Coded = 47, KeepBoth, Ordinary, "Contingency/safety plans > Location > Coded value";
    }
    /// An early warning sign.
    Sign "sign" {
        /// The plan it belongs to.
        plan PLAN: EntityId = 10, Last, Ordinary, "";
        /// Its zone, as the person and their clinician put it.
        zone ZONE: String = 11, KeepBoth, Ordinary, "", &["green", "amber", "red"];
        /// In my words.
        words WORDS: Words = 12, KeepBoth, Ordinary, "Contingency/safety plans > Relapse indicators / early warning signs > Free text";
        /// Its code.
        code CODE: Coded = 40, KeepBoth, Ordinary, "Contingency/safety plans > Relapse indicators / early warning signs > Coded value";
    }
    /// A step: what to do.
    Step "step" {
        /// The plan it belongs to.
        plan PLAN: EntityId = 10, Last, Ordinary, "";
        /// Its zone, or any.
        zone ZONE: String = 11, KeepBoth, Ordinary, "", &["green", "amber", "red", "any"];
        /// In my words.
        words WORDS: Words = 12, KeepBoth, Ordinary, "Contingency/safety plans > What should happen > Free text";
        /// Its code.
        code CODE: Coded = 40, KeepBoth, Ordinary, "Contingency/safety plans > What should happen > Coded value";
    }
    /// A way of coping.
    Coping "coping" {
        /// The plan it belongs to.
        plan PLAN: EntityId = 10, Last, Ordinary, "";
        /// In my words.
        words WORDS: Words = 11, KeepBoth, Ordinary, "Contingency/safety plans > Coping strategies > Coping strategy";
        /// From.
        from FROM: PartialDate = 12, KeepBoth, Ordinary, "Contingency/safety plans > Coping strategies > Start date";
        /// Until.
        until UNTIL: PartialDate = 13, KeepBoth, Ordinary, "Contingency/safety plans > Coping strategies > End date";
    }
    /// A medicine or a thing kept for when I'm unwell. Only words that the
    /// person and their clinician wrote: never a dose of Hearth's.
    KeptThing "kept" {
        /// The plan it belongs to.
        plan PLAN: EntityId = 10, Last, Ordinary, "";
        /// What it is.
        what WHAT: Words = 11, KeepBoth, Ordinary, "Contingency/safety plans > Anticipatory medicines/equipment";
        /// Where it is kept.
        place PLACE: Words = 12, KeepBoth, Ordinary, "";
    }
    /// One time an unwell plan was used.
    Use "use" {
        /// The plan.
        plan PLAN: EntityId = 10, Last, Ordinary, "";
        /// When.
        at AT: Instant = 11, KeepBoth, Ordinary, "";
        /// Which signs there were.
        signs SIGNS: Vec<EntityId> = 12, KeepBoth, Ordinary, "";
        /// Which steps were done.
        steps STEPS: Vec<EntityId> = 13, KeepBoth, Ordinary, "";
        /// How it ended.
        outcome OUTCOME: Words = 14, KeepBoth, Ordinary, "";
    }
}
