//! Items of CBOR as they stand: of bounded length and depth, and kept as they came where this app
//! does not know them.

use super::{DecodeError, MAX_PARENTS};
use minicbor::{Decoder, data::Type};

/// How deep an unknown item may nest.
const MAX_DEPTH: usize = 16;

pub(super) fn listed(d: &mut Decoder<'_>) -> Result<usize, DecodeError> {
    let count = d.array()?.ok_or(DecodeError::Malformed)?;
    match usize::try_from(count) {
        Ok(count) if count <= MAX_PARENTS => Ok(count),
        _ => Err(DecodeError::TooLarge),
    }
}

pub(super) fn fixed<const N: usize>(d: &mut Decoder<'_>) -> Result<[u8; N], DecodeError> {
    d.bytes()?.try_into().map_err(|_| DecodeError::Malformed)
}

/// The number a sum starts with, and how many parts it has. Anything that is
/// not such an array is for [`back_to_raw`] to keep.
pub(super) fn head(d: &mut Decoder<'_>) -> Result<(Option<u64>, u64), DecodeError> {
    if d.datatype()? != Type::Array {
        return Ok((None, 0));
    }
    let parts = d.array()?.unwrap_or(0);
    let first = if parts == 0 { None } else { Some(d.datatype()?) };
    let number = match first {
        Some(Type::U8 | Type::U16 | Type::U32 | Type::U64) => Some(d.u64()?),
        _ => None,
    };
    Ok((number, parts))
}

pub(super) fn back_to_raw(d: &mut Decoder<'_>, start: usize) -> Result<Vec<u8>, DecodeError> {
    d.set_position(start);
    Ok(raw(d)?.to_vec())
}

/// One whole item as it stands, of definite lengths and bounded depth.
pub(super) fn raw<'b>(d: &mut Decoder<'b>) -> Result<&'b [u8], DecodeError> {
    let start = d.position();
    skip(d, MAX_DEPTH)?;
    d.input().get(start..d.position()).ok_or(DecodeError::Malformed)
}

fn skip(d: &mut Decoder<'_>, depth: usize) -> Result<(), DecodeError> {
    let depth = depth.checked_sub(1).ok_or(DecodeError::TooLarge)?;
    match d.datatype()? {
        Type::Array => {
            for _ in 0..d.array()?.ok_or(DecodeError::Malformed)? {
                skip(d, depth)?;
            }
        }
        Type::Map => {
            for _ in 0..d.map()?.ok_or(DecodeError::Malformed)? {
                skip(d, depth)?;
                skip(d, depth)?;
            }
        }
        Type::Tag => {
            d.tag()?;
            skip(d, depth)?;
        }
        Type::ArrayIndef | Type::MapIndef | Type::BytesIndef | Type::StringIndef | Type::Break => {
            return Err(DecodeError::Malformed);
        }
        Type::String => {
            d.str()?;
        }
        _ => d.skip()?,
    }
    Ok(())
}

pub(super) fn count_items(bytes: &[u8]) -> u64 {
    let mut d = Decoder::new(bytes);
    let mut count = 0;
    while skip(&mut d, MAX_DEPTH).is_ok() {
        count += 1;
    }
    count
}
