#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]

mod model;
#[cfg(feature = "pdf")]
mod pdf;
#[cfg(feature = "pdf")]
mod text;
pub mod tokens;

pub use model::{Code, Form, Item, Numbers, Paper, PaperError, Part, Phrases, Said, Size, Tone, Tongue};
#[cfg(feature = "pdf")]
pub use pdf::{Drawn, Fonts, draw};
