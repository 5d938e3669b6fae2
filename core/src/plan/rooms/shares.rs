//! What of the plan is, or was, shared by a link.

use super::*;

rooms! {
    /// A share. Each of the person's phones can pause and end it; only the phone
    /// that made it has the key that opens it.
    Share "share" {
        /// What the person calls it; it goes with the link.
        label LABEL: Words = 10, KeepBoth, Own, "";
        /// The address of its host.
        host HOST: Words = 11, KeepBoth, Own, "";
        /// What its owner shows the host is made of this. It opens nothing.
        control CONTROL: Vec<u8> = 12, Last, Own, "";
        /// When it was made.
        made MADE: Instant = 13, KeepBoth, Own, "";
        /// When it ends by itself; changed on two phones, the earlier counts.
        until UNTIL: Instant = 14, KeepBoth, Own, "";
        /// Nobody can open it for now; paused on one phone and not on another,
        /// paused wins.
        paused PAUSED: bool = 15, OnWins, Own, "";
        /// Ended; ended on one phone and not on another, ended wins.
        ended ENDED: Instant = 16, SetWins, Own, "";
        /// It was ended because a phone was lost, which has what its ends are signed
        /// with: so no end of it is signed, and whoever keeps a copy keeps it.
        lost LOST: bool = 17, OnWins, Own, "";
    }
}
