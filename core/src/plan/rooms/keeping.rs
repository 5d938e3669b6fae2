//! What the plan keeps of itself: agreements, own phones, attachments.

use super::*;

rooms! {
    /// That something was agreed as a whole, naming exactly what was seen.
    Agreement "agreement" {
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
        /// Whether I, or whoever stands for me, agreed.
        agreed AGREED: bool = 40, KeepBoth, Ordinary, "Care and support plan > Agreed with person or legitimate representative > Person or legitimate representative";
        /// The code of their role.
        role_code ROLE_CODE: Coded = 41, KeepBoth, Ordinary, "Care and support plan > Agreed with person or legitimate representative > Role";
    }
    /// One of the person's own phones.
    Device "device" {
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
    Attachment "attachment" {
        /// The entity it belongs to.
        of OF: EntityId = 10, Last, Ordinary, "";
        /// The field it belongs to, by number.
        field FIELD: i64 = 11, Last, Own, "";
        /// What it is.
        mime MIME: String = 12, KeepBoth, Ordinary, "About Me > About Me record entry > What is most important to me > About Me response > Multi-media > Multi-media MIME type", &["image/jpeg", "image/png", "audio/ogg", "audio/mp4", "audio/wav"];
        /// How many bytes.
        size SIZE: i64 = 13, KeepBoth, Ordinary, "";
        /// SHA-256 of its bytes.
        hash HASH: Vec<u8> = 14, KeepBoth, Own, "About Me > About Me record entry > What is most important to me > About Me response > Multi-media > Multi-media file";
        /// The name its file had.
        filename FILENAME: Words = 40, KeepBoth, Ordinary, "About Me > About Me record entry > What is most important to me > About Me response > Multi-media > Multi-media filename";
        /// Where else it is.
        url URL: Words = 41, KeepBoth, Ordinary, "About Me > About Me record entry > What is most important to me > About Me response > Multi-media > Multi-media URL";
    }
}
