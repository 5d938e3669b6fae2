//! The names of things: devices, ops and entities.

use std::fmt;

/// Names a device: the first 8 bytes of SHA-256 of its Ed25519 public key.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct DeviceId(pub [u8; 8]);

/// Names an op: the device's 8 bytes and its own count (big endian), or, for an
/// op imported from a practice, a 16-byte MAC that every phone computes alike.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OpId(pub [u8; 16]);

impl OpId {
    /// The `number`-th op that `device` made.
    pub fn of_device(device: DeviceId, number: u64) -> Self {
        let mut bytes = [0; 16];
        bytes[..8].copy_from_slice(&device.0);
        bytes[8..].copy_from_slice(&number.to_be_bytes());
        Self(bytes)
    }

    /// Whether this op could know `other`: no op can name itself, or one that its
    /// own device made after it.
    pub(super) fn can_name(&self, other: &OpId) -> bool {
        self.0[..8] != other.0[..8] || other < self
    }

    /// The device and count that an id made by [`OpId::of_device`] is of.
    pub fn parts(&self) -> (DeviceId, u64) {
        let (mut device, mut number) = ([0; 8], [0; 8]);
        device.copy_from_slice(&self.0[..8]);
        number.copy_from_slice(&self.0[8..]);
        (DeviceId(device), u64::from_be_bytes(number))
    }

    /// The count in an id made by [`OpId::of_device`], if `device` made it.
    pub fn number_by(&self, device: DeviceId) -> Option<u64> {
        let (name, number) = self.0.split_at(8);
        if name != device.0 {
            return None;
        }
        number.try_into().ok().map(u64::from_be_bytes)
    }
}

/// Whose an entity is. It is part of the entity's name, so that neither the
/// order in which ops arrive nor a later op can change it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Owner {
    /// The person whose plan this is (or who may write on their behalf).
    Person,
    /// The practice that sent it.
    Practice,
}

/// Names an entity: 16 bytes, the first bit saying whose it is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntityId(pub [u8; 16]);

impl EntityId {
    const PRACTICE_BIT: u8 = 0x80;

    /// A new entity of `owner` from 16 random (or MAC) bytes.
    pub fn new(owner: Owner, mut bytes: [u8; 16]) -> Self {
        match owner {
            Owner::Person => bytes[0] &= !Self::PRACTICE_BIT,
            Owner::Practice => bytes[0] |= Self::PRACTICE_BIT,
        }
        Self(bytes)
    }

    /// The only entity of its kind (About me, the card): the same on every
    /// phone, so that two phones that never met write the same fields.
    pub fn only(kind: u16) -> Self {
        let mut bytes = *b"hearth only\0\0\0\0\0";
        bytes[14..].copy_from_slice(&kind.to_be_bytes());
        Self(bytes)
    }

    /// Whose it is.
    pub fn owner(&self) -> Owner {
        if self.0[0] & Self::PRACTICE_BIT == 0 { Owner::Person } else { Owner::Practice }
    }

    /// As 32 hexadecimal digits.
    pub fn hex(&self) -> String {
        hex(&self.0)
    }

    /// From 32 hexadecimal digits.
    pub fn from_hex(text: &str) -> Option<Self> {
        from_hex(text).map(Self)
    }
}

impl OpId {
    /// As 32 hexadecimal digits.
    pub fn hex(&self) -> String {
        hex(&self.0)
    }

    /// From 32 hexadecimal digits.
    pub fn from_hex(text: &str) -> Option<Self> {
        from_hex(text).map(Self)
    }
}

impl DeviceId {
    /// As 16 hexadecimal digits.
    pub fn hex(&self) -> String {
        hex(&self.0)
    }

    /// From 16 hexadecimal digits.
    pub fn from_hex(text: &str) -> Option<Self> {
        from_hex(text).map(Self)
    }
}

fn from_hex<const N: usize>(text: &str) -> Option<[u8; N]> {
    let mut bytes = [0; N];
    if text.len() != 2 * N || !text.bytes().all(|digit| digit.is_ascii_hexdigit()) {
        return None;
    }
    for (byte, pair) in bytes.iter_mut().zip(text.as_bytes().chunks_exact(2)) {
        let pair = std::str::from_utf8(pair).ok()?;
        *byte = u8::from_str_radix(pair, 16).ok()?;
    }
    Some(bytes)
}

fn hex(bytes: &[u8]) -> String {
    use fmt::Write;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

macro_rules! shown_as_hex {
    ($($name:ident),*) => { $(
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), hex(&self.0))
            }
        }
    )* };
}
shown_as_hex!(DeviceId, OpId, EntityId);
