//! The rooms of the plan: every entity and field, declared once, a file a room.
//! Sources: `product.md`'s rooms in the words of the seeds
//! (`002_0130548c3317797c.txt`, `003_e56b2922d8428643.txt`) and the PRSB lists
//! named by path. A field's number is for ever; a field that is no longer
//! written keeps its number.

use super::table::rooms;
use super::{
    CatTotal, Common, Field, Holds, Instant, Kept, Kind, Number, PartialDate, Scale10, Sensitivity, Words,
};
use crate::record::{Entity, EntityId, OpId, Policy, Record};

mod card;
mod goals;
mod keeping;
mod me;
mod people;
mod results;
mod unwell;
mod visits;

pub use card::*;
pub use goals::*;
pub use keeping::*;
pub use me::*;
pub use people::*;
pub use results::*;
pub use unwell::*;
pub use visits::*;
