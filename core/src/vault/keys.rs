//! The open keys of one epoch.

use std::fmt;

use hearth_sealed::{KeyId, SealKey, Secret};
use ring::hmac;

use super::derive::{Root, short_mac};
use super::device::DeviceIdentity;

/// The open keys of one epoch: what [`KeyRing`](super::KeyRing) gives out. All
/// but the plan secret and the device's key are derived from the data key, so a
/// new data key changes them, tags included. `Debug` shows the epoch's id only.
pub struct Keys {
    data: DataKey,
    rows: SealKey,
    frames: SealKey,
    bundles: SealKey,
    attachments: SealKey,
    meta: SealKey,
    tags: hmac::Key,
    census: hmac::Key,
    plan_secret: Secret<32>,
    device: DeviceIdentity,
}

impl Keys {
    pub(super) fn new(data: DataKey, plan_secret: Secret<32>, device: DeviceIdentity) -> Self {
        let root = data.root();
        let seal_key = |label| SealKey::new(data.id, &root.key(label));
        Self {
            rows: seal_key("rows"),
            frames: seal_key("frames"),
            bundles: seal_key("bundles"),
            attachments: seal_key("attachments"),
            meta: seal_key("meta"),
            tags: root.mac_key("tags"),
            census: root.mac_key("census"),
            data,
            plan_secret,
            device,
        }
    }

    /// The epoch's name: the key id in every envelope of these keys.
    #[must_use]
    pub fn id(&self) -> KeyId {
        self.data.id
    }

    /// Seals live values.
    #[must_use]
    pub fn rows(&self) -> &SealKey {
        &self.rows
    }

    /// Seals packed history.
    #[must_use]
    pub fn frames(&self) -> &SealKey {
        &self.frames
    }

    /// Seals bundles of ops.
    #[must_use]
    pub fn bundles(&self) -> &SealKey {
        &self.bundles
    }

    /// Seals photos and voice notes.
    #[must_use]
    pub fn attachments(&self) -> &SealKey {
        &self.attachments
    }

    /// Seals what the store keeps about itself.
    #[must_use]
    pub fn meta(&self) -> &SealKey {
        &self.meta
    }

    /// A keyed tag to look things up by (slots, ops): equal for equal lists of
    /// parts in this epoch, and telling nothing to who has not the key.
    #[must_use]
    pub fn tag(&self, parts: &[&[u8]]) -> [u8; 16] {
        short_mac(&self.tags, parts)
    }

    /// A keyed sum over what the store holds, under a key of its own, so that no
    /// tag ever passes for one.
    #[must_use]
    pub fn census(&self, parts: &[&[u8]]) -> [u8; 16] {
        short_mac(&self.census, parts)
    }

    /// The plan's own secret, the same on all of a person's phones and unchanged
    /// by any rotation: it makes the ids of ops imported from a server.
    #[must_use]
    pub fn plan_secret(&self) -> &Secret<32> {
        &self.plan_secret
    }

    /// Who this device is.
    #[must_use]
    pub fn device(&self) -> &DeviceIdentity {
        &self.device
    }

    pub(super) fn data(&self) -> &DataKey {
        &self.data
    }
}

impl fmt::Debug for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Keys({:?}, [redacted])", self.data.id)
    }
}

/// The data key and its name.
pub(super) struct DataKey {
    pub(super) id: KeyId,
    pub(super) secret: Secret<32>,
}

impl DataKey {
    pub(super) fn root(&self) -> Root {
        Root::new(b"hearth vault 1", self.secret.expose())
    }

    pub(super) fn duplicate(&self) -> Self {
        Self { id: self.id, secret: self.secret.duplicate() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    fn keys(byte: u8) -> Keys {
        let data = DataKey { id: KeyId([0, 0, 0, byte]), secret: Secret::from_bytes([byte; 32]) };
        Keys::new(data, Secret::from_bytes([9; 32]), DeviceIdentity::from_seed(Secret::from_bytes([8; 32])))
    }

    #[test]
    fn what_one_purpose_sealed_opens_for_no_other() {
        let keys = keys(1);
        let purposes = [keys.rows(), keys.frames(), keys.bundles(), keys.attachments(), keys.meta()];
        for (i, sealing) in purposes.iter().enumerate() {
            let sealed = sealing.seal(b"", b"value").unwrap();
            for (j, opening) in purposes.iter().enumerate() {
                assert_eq!(opening.open(b"", &sealed).is_ok(), i == j, "{i} {j}");
            }
        }
    }

    #[test]
    fn tags_and_censuses_are_the_same_for_the_same_parts_and_differ_otherwise() {
        let (keys, other) = (keys(1), keys(2));
        assert_eq!(keys.tag(&[b"ab", b"c"]), keys.tag(&[b"ab", b"c"]));
        let all = [
            keys.tag(&[b"ab", b"c"]),
            keys.tag(&[b"a", b"bc"]),
            keys.tag(&[b"abc"]),
            keys.tag(&[b"abc", b""]),
            keys.tag(&[]),
            keys.census(&[b"abc"]),
            keys.census(&[]),
            other.tag(&[b"abc"]),
        ];
        assert_eq!(all.iter().collect::<HashSet<_>>().len(), all.len());
    }

    #[test]
    fn open_keys_print_their_epoch_and_nothing_else() {
        assert_eq!(format!("{:?}", keys(1)), "Keys(00000001, [redacted])");
    }
}
