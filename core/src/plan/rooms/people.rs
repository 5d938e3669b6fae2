//! People, who may write for me, and what somebody promised.

use super::*;

rooms! {
    /// Somebody in my life or my care.
    Person "person" {
        /// Their name.
        name NAME: Words = 10, KeepBoth, Ordinary, "Professional contacts > Professional contacts record entry > Name";
        /// Who they are to me.
        relation RELATION: Words = 11, KeepBoth, Ordinary, "Personal contacts > Personal contacts record entry > Relationship type";
        /// Their role, if it is their work.
        role ROLE: Words = 12, KeepBoth, Ordinary, "Professional contacts > Professional contacts record entry > Role";
        /// Their number.
        number NUMBER: Words = 13, KeepBoth, Ordinary, "Professional contacts > Professional contacts record entry > Contact details";
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
        /// In which list a record has them.
        listed LISTED: String = 40, KeepBoth, Ordinary, "", &["personal", "professional", "to_call"];
        /// The code of their role.
        role_code ROLE_CODE: Coded = 41, KeepBoth, Ordinary, "Professional contacts > Professional contacts record entry > Role";
        /// Their speciality.
        speciality SPECIALITY: Words = 42, KeepBoth, Ordinary, "Professional contacts > Professional contacts record entry > Speciality";
        /// Their team.
        team TEAM: Words = 43, KeepBoth, Ordinary, "Professional contacts > Professional contacts record entry > Team";
        /// The code of where they work.
        organisation_code ORGANISATION_CODE: Coded = 44, KeepBoth, Ordinary, "Professional contacts > Professional contacts record entry > Organisation > Coded value";
        /// Who they are to me, as a record has it.
        relationship RELATIONSHIP: Coded = 45, KeepBoth, Ordinary, "Personal contacts > Personal contacts record entry > Relationship";
    }
    /// Who may write for me, and by what.
    Authority "authority" {
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
    Promise "promise" {
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
}
