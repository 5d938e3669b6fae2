//! The rooms: what each screen draws, and what is written from it.

pub mod about;
pub mod ahead;
pub mod card;
pub mod carers;
pub mod decisions;
pub mod files;
pub mod following;
pub mod goals;
pub mod home;
pub mod lines;
pub mod otherphone;
#[cfg(feature = "pdf")]
pub mod paper;
pub mod people;
pub mod phones;
pub mod practice;
pub mod readings;
pub mod safe;
pub mod share;
pub mod suggestions;
pub mod support;
pub mod talk;
pub mod unwell;
pub mod visits;
pub mod words;
pub mod write;

pub use goals::{AgreementView, GoalView};
pub use home::HomeView;
pub use readings::ResultView;
pub use safe::BackupView;
pub use support::{DueView, PromiseView};
