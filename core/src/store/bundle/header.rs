//! What a bundle says of itself, sealed in front of its ops.

use crate::record::{DeviceId, When};
use minicbor::{Decoder, Encoder};

/// SHA-256.
pub(super) type Hash = [u8; 32];

/// The most devices in a frontier; a person has a handful.
pub(super) const MAX_FRONTIER: usize = 256;

/// How far somebody has got with a device: the last of its bundles they took in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Seen {
    pub device: DeviceId,
    pub sequence: u64,
    pub hash: Hash,
    /// They have everything that the device's store got up to this log number.
    pub upto: u64,
}

impl Seen {
    pub fn put<W: minicbor::encode::Write>(
        &self,
        e: &mut Encoder<W>,
    ) -> Result<(), minicbor::encode::Error<W::Error>> {
        e.array(4)?.bytes(&self.device.0)?.u64(self.sequence)?.bytes(&self.hash)?.u64(self.upto)?.ok()
    }

    pub fn get(d: &mut Decoder<'_>) -> Option<Self> {
        let parts = d.array().ok()??;
        let seen = Self {
            device: DeviceId(d.bytes().ok()?.try_into().ok()?),
            sequence: d.u64().ok()?,
            hash: d.bytes().ok()?.try_into().ok()?,
            upto: d.u64().ok()?,
        };
        for _ in 0..parts.checked_sub(4)? {
            d.skip().ok()?;
        }
        Some(seen)
    }
}

/// The header. Its device is the one whose key signs the bundle.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Header {
    /// Its number among its device's bundles, from 1.
    pub sequence: u64,
    /// The hash of the bundle numbered one less; none before the first.
    pub previous: Option<Hash>,
    /// The log number of its device's store up to which the receiver must have
    /// everything already; 0: everything is in here.
    pub base: u64,
    /// The log number up to which the receiver has everything, with this.
    pub upto: u64,
    /// What its device had taken in of others.
    pub frontier: Vec<Seen>,
    /// How many ops follow.
    pub count: u64,
    /// What its device's clock claimed.
    pub at: When,
}

impl Header {
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut e = Encoder::new(Vec::with_capacity(96 + 48 * self.frontier.len()));
        let _: Result<(), minicbor::encode::Error<std::convert::Infallible>> = (|| {
            e.array(7)?.u64(self.sequence)?;
            e.bytes(self.previous.as_ref().map_or(&[], |hash| hash.as_slice()))?;
            e.u64(self.base)?.u64(self.upto)?;
            e.array(self.frontier.len() as u64)?;
            for seen in &self.frontier {
                seen.put(&mut e)?;
            }
            e.u64(self.count)?.array(2)?.i64(self.at.ms)?.i16(self.at.offset)?;
            Ok(())
        })();
        e.into_writer()
    }

    /// Reads it. What a newer app adds behind these parts is passed over.
    pub fn read(plain: &[u8]) -> Option<Self> {
        let mut d = Decoder::new(plain);
        if d.array().ok()?? < 7 {
            return None;
        }
        let sequence = d.u64().ok()?;
        let previous = match d.bytes().ok()? {
            [] => None,
            hash => Some(hash.try_into().ok()?),
        };
        let (base, upto) = (d.u64().ok()?, d.u64().ok()?);
        let listed = usize::try_from(d.array().ok()??).ok().filter(|listed| *listed <= MAX_FRONTIER)?;
        let mut frontier = Vec::with_capacity(listed);
        for _ in 0..listed {
            frontier.push(Seen::get(&mut d)?);
        }
        let count = d.u64().ok()?;
        let at = match d.array().ok()? {
            Some(2) => When { ms: d.i64().ok()?, offset: d.i16().ok()? },
            _ => return None,
        };
        let whole = sequence > 0 && base <= upto && previous.is_some() == (sequence > 1);
        whole.then_some(Self { sequence, previous, base, upto, frontier, count, at })
    }
}
