//! The rooms of the plan: every entity and field, declared once, a file a room.
//! Sources: `product.md`'s rooms in the words of the seeds
//! (`002_0130548c3317797c.txt`, `003_e56b2922d8428643.txt`) and the PRSB lists
//! named by path. A field's number is for ever; a field that is no longer
//! written keeps its number.

use super::table::rooms;
use super::{
    CatTotal, Coded, Common, Field, Holds, Instant, Kept, Kind, Number, PartialDate, Scale10, Sensitivity,
    Words,
};
use crate::record::{Entity, EntityId, OpId, Policy, Record};

mod ahead;
mod card;
mod carers;
mod decisions;
mod goals;
mod keeping;
mod me;
mod on_paper;
mod pairings;
mod passed;
mod people;
mod practice;
mod readings;
mod recorded;
mod requirements;
mod results;
mod reviews;
mod shares;
mod statements;
mod support;
mod unwell;
mod visits;

pub use ahead::*;
pub use card::*;
pub use carers::*;
pub use decisions::*;
pub use goals::*;
pub use keeping::*;
pub use me::*;
pub use on_paper::*;
pub use pairings::*;
pub use passed::*;
pub use people::*;
pub use practice::*;
pub use readings::*;
pub use recorded::*;
pub use requirements::*;
pub use results::*;
pub use reviews::*;
pub use shares::*;
pub use statements::*;
pub use support::*;
pub use unwell::*;
pub use visits::*;
