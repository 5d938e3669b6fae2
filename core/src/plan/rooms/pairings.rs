//! Who of those who care for me may look and suggest from afar, and by what way.

use super::*;

rooms! {
    /// The mailbox of my phones and carers at a host. What opens it for its
    /// owner is here, so that each of my phones is one.
    Mailbox "mailbox" {
        /// The address of its host.
        host HOST: Words = 10, KeepBoth, Own, "";
        /// What its owner shows the host is made of this. It opens no item.
        control CONTROL: Vec<u8> = 11, Last, Own, "";
        /// When it was made.
        made MADE: Instant = 12, KeepBoth, Own, "";
        /// Ended; ended on one phone and not on another, ended wins.
        ended ENDED: Instant = 13, SetWins, Own, "";
    }
    /// A carer whose phone is paired with mine.
    Pairing "pairing" {
        /// Who, in People.
        person PERSON: EntityId = 10, Last, Own, "";
        /// What they called themselves when they paired.
        name NAME: Words = 11, KeepBoth, Own, "";
        /// The mailbox by which they write.
        mailbox MAILBOX: EntityId = 12, Last, Own, "";
        /// Our keys of this pairing, 64 bytes.
        keys KEYS: Vec<u8> = 13, Last, Own, "";
        /// Their public keys, 64 bytes.
        theirs THEIRS: Vec<u8> = 14, Last, Own, "";
        /// Their name at the mailbox, 16 bytes.
        member MEMBER: Vec<u8> = 15, Last, Own, "";
        /// Their link.
        share SHARE: EntityId = 16, Last, Own, "";
        /// When they paired.
        made MADE: Instant = 17, KeepBoth, Own, "";
        /// Ended; ended on one phone and not on another, ended wins.
        ended ENDED: Instant = 18, SetWins, Own, "";
    }
}
