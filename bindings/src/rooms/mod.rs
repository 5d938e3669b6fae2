//! The rooms: what each screen draws, and what is written from it.

mod about;
mod ahead;
mod card;
mod decisions;
mod goals;
mod home;
mod people;
mod phones;
mod readings;
mod safe;
mod suggestions;
mod support;
mod talk;
mod unwell;
mod visits;
mod words;
mod write;

pub use goals::{AgreementView, GoalView};
pub use home::HomeView;
pub use readings::ResultView;
pub use support::{DueView, PromiseView};
