//! The rooms of the plan: every entity and field, declared once.
//! Sources: `product.md`'s rooms in the words of the seeds
//! (`002_0130548c3317797c.txt`, `003_e56b2922d8428643.txt`) and the PRSB lists
//! named by path. A field's number is for ever; a field that is no longer
//! written keeps its number.

use super::table::rooms;
use super::{Common, Field, Holds, Instant, Kept, Number, PartialDate, Scale10, Sensitivity, Words};
use crate::record::{Entity, EntityId, OpId, Policy, Record};

rooms! {
    /// Who the plan is about. Only a name to call them is needed.
    Me "me" = 1 only {
        /// What to call me.
        call_me CALL_ME: Words = 10, KeepBoth, Ordinary, "Person demographics > Person name > Person preferred name";
        /// My whole name.
        name NAME: Words = 11, KeepBoth, Ordinary, "Person demographics > Person name > Person full name";
        /// Born on.
        born BORN: PartialDate = 12, KeepBoth, Ordinary, "Person demographics > Date of birth";
        /// My NHS number, as I typed it.
        nhs_number NHS_NUMBER: Words = 13, KeepBoth, Ordinary, "Person demographics > NHS number";
        /// My language.
        language LANGUAGE: Words = 14, KeepBoth, Ordinary, "";
    }
    /// About me, in my words (PRSB About Me 2.01).
    AboutMe "about" = 2 only {
        /// What is most important to me.
        important IMPORTANT: Words = 10, KeepBoth, Ordinary, "About me > What is most important to me > What is most important to me";
        /// People who are important to me.
        people PEOPLE: Words = 11, KeepBoth, Ordinary, "About me > People who are important to me > People who are important to me";
        /// How I communicate and how to communicate with me.
        communicate COMMUNICATE: Words = 12, KeepBoth, Ordinary, "About me > How I communicate and how to communicate with me > How I communicate and how to communicate with me";
        /// Reasonable adjustments.
        adjustments ADJUSTMENTS: Words = 13, KeepBoth, Ordinary, "";
        /// My wellness.
        wellness WELLNESS: Words = 14, KeepBoth, Ordinary, "About me > My wellness > My wellness";
        /// Values and experiences worth knowing.
        values VALUES: Words = 15, KeepBoth, Ordinary, "";
        /// Please do and please don't.
        please PLEASE: Words = 16, KeepBoth, Ordinary, "About me > Please do and please don't > Please do and please don't";
        /// How and when to support me.
        support SUPPORT: Words = 17, KeepBoth, Ordinary, "About me > How and when to support me > How and when to support me";
        /// Also worth knowing about me.
        also ALSO: Words = 18, KeepBoth, Ordinary, "About me > Also worth knowing about me > Also worth knowing about me";
        /// The date it was written.
        on ON: PartialDate = 19, KeepBoth, Ordinary, "About me > Date";
        /// Who helped me write it.
        helped_by HELPED_BY: Words = 20, KeepBoth, Ordinary, "About me > Supported to write this by";
    }
    /// Something I am good at or can count on.
    Strength "strength" = 3 many {
        /// In my words.
        words WORDS: Words = 10, KeepBoth, Ordinary, "Care and support plan > Strengths > Free text";
    }
    /// A need, a concern or a problem: life as a whole, not only conditions.
    Need "need" = 4 many {
        /// In my words.
        words WORDS: Words = 10, KeepBoth, Ordinary, "Care and support plan > Needs, concerns or problems > Free text";
    }
    /// A goal or a hope.
    Goal "goal" = 5 many {
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
    }
    /// Exactly what am I going to do.
    Action "action" = 6 many {
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
    }
    /// A manageable step on the way.
    Stage "stage" = 7 many {
        /// The action it is part of.
        action ACTION: EntityId = 10, Last, Ordinary, "";
        /// In my words.
        words WORDS: Words = 11, KeepBoth, Ordinary, "Care and support plan > Needs, concerns or problems > Goals and hopes > Actions and activities > Stage goal > Stage goal > Free text";
        /// What came of it.
        outcome OUTCOME: Words = 12, KeepBoth, Ordinary, "Care and support plan > Needs, concerns or problems > Goals and hopes > Actions and activities > Stage goal > Outcome > Free text";
        /// How it stands.
        status STATUS: String = 13, KeepBoth, Ordinary, "Care and support plan > Needs, concerns or problems > Goals and hopes > Actions and activities > Stage goal > Goal status", &["planned", "doing", "done", "stopped"];
    }
    /// How it went, one time.
    CheckIn "checkin" = 8 many {
        /// The action it is about.
        action ACTION: EntityId = 10, Last, Ordinary, "";
        /// When.
        at AT: Instant = 11, KeepBoth, Ordinary, "";
        /// How it went.
        went WENT: Words = 12, KeepBoth, Ordinary, "";
        /// How confident I am now, 1 to 10.
        confidence CONFIDENCE: Scale10 = 13, KeepBoth, Ordinary, "";
    }
    /// When I'm unwell: what to do, for one concern.
    Unwell "unwell" = 9 many {
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
    }
    /// An early warning sign.
    Sign "sign" = 10 many {
        /// The plan it belongs to.
        plan PLAN: EntityId = 10, Last, Ordinary, "";
        /// Its zone, as the person and their clinician put it.
        zone ZONE: String = 11, KeepBoth, Ordinary, "", &["green", "amber", "red"];
        /// In my words.
        words WORDS: Words = 12, KeepBoth, Ordinary, "Contingency/safety plans > Relapse indicators / early warning signs > Free text";
    }
    /// A step: what to do.
    Step "step" = 11 many {
        /// The plan it belongs to.
        plan PLAN: EntityId = 10, Last, Ordinary, "";
        /// Its zone, or any.
        zone ZONE: String = 11, KeepBoth, Ordinary, "", &["green", "amber", "red", "any"];
        /// In my words.
        words WORDS: Words = 12, KeepBoth, Ordinary, "Contingency/safety plans > What should happen > Free text";
    }
    /// A way of coping.
    Coping "coping" = 12 many {
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
    KeptThing "kept" = 13 many {
        /// The plan it belongs to.
        plan PLAN: EntityId = 10, Last, Ordinary, "";
        /// What it is.
        what WHAT: Words = 11, KeepBoth, Ordinary, "Contingency/safety plans > Anticipatory medicines/equipment";
        /// Where it is kept.
        place PLACE: Words = 12, KeepBoth, Ordinary, "";
    }
    /// One time an unwell plan was used.
    Use "use" = 14 many {
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
    /// The emergency card: what of the plan is switched on for a stranger.
    Card "card" = 15 only {
        /// Show my whole name.
        show_name SHOW_NAME: bool = 10, OffWins, Own, "";
        /// Show my date of birth.
        show_born SHOW_BORN: bool = 11, OffWins, Own, "";
        /// Show my photo.
        show_photo SHOW_PHOTO: bool = 12, OffWins, Own, "";
        /// Show how to communicate with me.
        show_communicate SHOW_COMMUNICATE: bool = 13, OffWins, Own, "";
        /// If I am very unwell.
        very_unwell VERY_UNWELL: Words = 14, KeepBoth, Ordinary, "";
        /// When my key medicines were last checked.
        medicines_checked MEDICINES_CHECKED: PartialDate = 15, KeepBoth, Ordinary, "";
        /// The order of the medicines.
        medicines MEDICINES: Vec<EntityId> = 16, KeepBoth, Ordinary, "";
    }
    /// A condition I live with.
    Condition "condition" = 16 many {
        /// In my words.
        words WORDS: Words = 10, KeepBoth, Ordinary, "";
        /// Since.
        since SINCE: PartialDate = 11, KeepBoth, Ordinary, "";
    }
    /// An allergy.
    Allergy "allergy" = 17 many {
        /// To what.
        what WHAT: Words = 10, KeepBoth, Ordinary, "";
        /// What happened.
        reaction REACTION: Words = 11, KeepBoth, Ordinary, "";
        /// When.
        since SINCE: PartialDate = 12, KeepBoth, Ordinary, "";
    }
    /// A key medicine, in the words the person keeps it by.
    Medicine "medicine" = 18 many {
        /// What it is, as written on the box or by the person.
        words WORDS: Words = 10, KeepBoth, Ordinary, "";
        /// What it is for.
        why WHY: Words = 11, KeepBoth, Ordinary, "";
    }
    /// That a form exists, its date and where it is: never what it decides.
    Form "form" = 19 many {
        /// Which form.
        form FORM: String = 10, KeepBoth, Ordinary, "", &["respect", "adrt", "lpa", "advance_statement", "other"];
        /// Its name, where it is another.
        name NAME: Words = 11, KeepBoth, Ordinary, "Care and support plan > Other care planning documents";
        /// Its date.
        dated DATED: PartialDate = 12, KeepBoth, Ordinary, "Contingency/safety plans > Advance statement > Date";
        /// Where the original is.
        place PLACE: Words = 13, KeepBoth, Ordinary, "Contingency/safety plans > Advance statement > Location of document";
    }
    /// Somebody in my life or my care.
    Person "person" = 20 many {
        /// Their name.
        name NAME: Words = 10, KeepBoth, Ordinary, "Personal contacts > Personal contacts record entry > Name";
        /// Who they are to me.
        relation RELATION: Words = 11, KeepBoth, Ordinary, "Personal contacts > Personal contacts record entry > Relationship type";
        /// Their role, if it is their work.
        role ROLE: Words = 12, KeepBoth, Ordinary, "Professional contacts > Professional contacts record entry > Role";
        /// Their number.
        number NUMBER: Words = 13, KeepBoth, Ordinary, "Personal contacts > Personal contacts record entry > Contact details";
        /// Where they work.
        organisation ORGANISATION: Words = 14, KeepBoth, Ordinary, "Professional contacts > Professional contacts record entry > Organisation > Free text";
        /// They are my key worker.
        key_worker KEY_WORKER: bool = 15, KeepBoth, Ordinary, "Professional contacts > Professional contacts record entry > Key worker";
        /// They care for me.
        carer CARER: bool = 16, KeepBoth, Ordinary, "";
        /// They interpret for me.
        interpreter INTERPRETER: bool = 17, KeepBoth, Ordinary, "";
        /// Worth knowing.
        comments COMMENTS: Words = 18, KeepBoth, Ordinary, "Personal contacts > Personal contacts record entry > Comments";
        /// Since.
        since SINCE: PartialDate = 19, KeepBoth, Ordinary, "Professional contacts > Professional contacts record entry > Start date";
        /// Until.
        until UNTIL: PartialDate = 20, SetWins, Ordinary, "Professional contacts > Professional contacts record entry > End date";
    }
    /// Who may write for me, and by what.
    Authority "authority" = 21 many {
        /// Who.
        person PERSON: EntityId = 10, KeepBoth, Ordinary, "";
        /// By what.
        by BY: String = 11, KeepBoth, Ordinary, "", &["lpa_health", "deputy", "parent", "other"];
        /// Who saw the document.
        seen_by SEEN_BY: Words = 12, KeepBoth, Ordinary, "";
        /// From.
        since SINCE: PartialDate = 13, KeepBoth, Ordinary, "";
        /// Ended; ended on one phone and not on another, ended wins.
        ended ENDED: PartialDate = 14, SetWins, Ordinary, "";
    }
    /// Something somebody said they would organise.
    Promise "promise" = 22 many {
        /// What.
        what WHAT: Words = 10, KeepBoth, Ordinary, "";
        /// Who said so, in words.
        who WHO: Words = 11, KeepBoth, Ordinary, "";
        /// Who said so, if they are in People.
        person PERSON: EntityId = 12, KeepBoth, Ordinary, "";
        /// By when.
        by BY: PartialDate = 13, KeepBoth, Ordinary, "";
        /// How it stands.
        state STATE: String = 14, KeepBoth, Ordinary, "", &["promised", "done", "not_available", "no_longer_needed"];
        /// Said on.
        said SAID: PartialDate = 15, KeepBoth, Ordinary, "";
        /// What came of it.
        note NOTE: Words = 16, KeepBoth, Ordinary, "";
        /// It is my own promise.
        mine MINE: bool = 17, KeepBoth, Ordinary, "";
    }
    /// A result: a number or words, measured once, from one place.
    Outcome "result" = 23 many {
        /// What was measured, in plain words.
        name NAME: Words = 10, KeepBoth, Ordinary, "";
        /// Its code (LOINC or SNOMED CT), `system|code`, where one came with it.
        code CODE: Words = 11, KeepBoth, Ordinary, "";
        /// The number, as written.
        value VALUE: Number = 12, KeepBoth, Ordinary, "";
        /// Its unit, as written.
        unit UNIT: Words = 13, KeepBoth, Ordinary, "";
        /// The result, where it is words.
        words WORDS: Words = 14, KeepBoth, Ordinary, "";
        /// The day it was measured.
        on ON: PartialDate = 15, KeepBoth, Ordinary, "";
        /// Where it came from.
        source SOURCE: Words = 16, KeepBoth, Ordinary, "";
        /// The result this is one part of (the upper and lower blood pressure).
        part_of PART_OF: EntityId = 17, Last, Ordinary, "";
        /// Its source says not to use it: entered in error, or the test was not finished.
        withdrawn WITHDRAWN: bool = 18, OnWins, Ordinary, "";
        /// The sign before the number, where the true one is below or above it.
        sign SIGN: String = 19, KeepBoth, Ordinary, "", &["<", "≤", "≥", ">"];
        /// What its source says of how far it can be counted on.
        standing STANDING: String = 20, KeepBoth, Ordinary, "", &["preliminary", "changed", "cancelled", "entered_in_error", "status_unknown"];
        /// The laboratory's own words about it, its range among them.
        lab_words LAB_WORDS: Words = 21, KeepBoth, Ordinary, "";
        /// Why there is no value.
        absent ABSENT: Words = 22, KeepBoth, Ordinary, "";
    }
    /// That something was agreed as a whole, naming exactly what was seen.
    Agreement "agreement" = 24 many {
        /// What was agreed.
        what WHAT: EntityId = 10, KeepBoth, Ordinary, "";
        /// With whom.
        with WITH: Words = 11, KeepBoth, Ordinary, "Care and support plan > Agreed with person or legitimate representative > Person full name";
        /// Their role.
        role ROLE: Words = 12, KeepBoth, Ordinary, "Care and support plan > Agreed with person or legitimate representative > Role";
        /// On.
        on ON: PartialDate = 13, KeepBoth, Ordinary, "";
        /// The heads that were seen.
        saw SAW: Vec<OpId> = 14, KeepBoth, Own, "";
        /// The kind of what was agreed, by number.
        kind KIND_OF: i64 = 15, KeepBoth, Own, "";
    }
    /// One of the person's own phones.
    Device "device" = 25 many {
        /// What the person calls it.
        name NAME: Words = 10, KeepBoth, Own, "";
        /// Its Ed25519 public key, 32 bytes.
        key KEY: Vec<u8> = 11, KeepBoth, Own, "";
        /// Since.
        since SINCE: Instant = 12, KeepBoth, Own, "";
        /// Removed; removed on one phone and not on another, removed wins.
        ended ENDED: Instant = 13, SetWins, Own, "";
    }
    /// A photo or a voice note beside some words.
    Attachment "attachment" = 26 many {
        /// The entity it belongs to.
        of OF: EntityId = 10, Last, Ordinary, "";
        /// The field it belongs to, by number.
        field FIELD: i64 = 11, Last, Own, "";
        /// What it is.
        mime MIME: String = 12, KeepBoth, Ordinary, "", &["image/jpeg", "image/png", "audio/ogg", "audio/mp4", "audio/wav"];
        /// How many bytes.
        size SIZE: i64 = 13, KeepBoth, Ordinary, "";
        /// SHA-256 of its bytes.
        hash HASH: Vec<u8> = 14, KeepBoth, Own, "";
    }
}
