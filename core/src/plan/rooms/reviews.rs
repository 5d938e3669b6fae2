//! Reviews: what is to be looked at again, when and with whom.

use super::*;

rooms! {
    /// When something is to be looked at again, and with whom.
    Review "review" {
        /// What is looked at.
        sort SORT: String = 10, KeepBoth, Ordinary, "", &["plan", "medicines", "after_hospital", "moving_to_adult", "other"];
        /// Its name, where it is another thing.
        name NAME: Words = 11, KeepBoth, Ordinary, "";
        /// The next date. Only ever written, never worked out.
        next NEXT: PartialDate = 12, KeepBoth, Ordinary, "Care and support plan > Planned review date/interval";
        /// How often, in words: "every 3 months".
        interval INTERVAL: Words = 13, KeepBoth, Ordinary, "Care and support plan > Planned review date/interval";
        /// Who is responsible, in words.
        who WHO: Words = 14, KeepBoth, Ordinary, "Care and support plan > Responsibility for review > Name";
        /// Who is responsible, if they are in People.
        person PERSON: EntityId = 15, KeepBoth, Ordinary, "";
        /// Last done on.
        done DONE: PartialDate = 16, KeepBoth, Ordinary, "";
        /// Worth knowing.
        note NOTE: Words = 17, KeepBoth, Ordinary, "";
    }
}
