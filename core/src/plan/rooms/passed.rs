//! What came in a file and can't be shown: kept as it came, to be passed on.

use super::*;

rooms! {
    /// A part of a file from outside that Hearth can't show: kept as it came,
    /// and passed on in the same place.
    Passed "passed" {
        /// The entry it came with; none where it stands alone.
        of OF: EntityId = 10, Last, Ordinary, "";
        /// Which list its file was of.
        list LIST: String = 11, KeepBoth, Ordinary, "", &["care_plan", "about_me", "end_of_life"];
        /// The path of what it stood in; none where it stood at the top.
        path PATH: Words = 12, KeepBoth, Ordinary, "";
        /// Why it is not shown: the list has no such element; there is one more
        /// than Hearth holds; it is not what the element should be.
        why WHY: String = 13, KeepBoth, Ordinary, "", &["unknown", "again", "unread"];
        /// It, in JSON.
        json JSON: Words = 14, KeepBoth, Ordinary, "";
        /// Its own name there.
        name NAME: Words = 15, KeepBoth, Ordinary, "";
    }
}
