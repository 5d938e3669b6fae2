#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]

mod model;
#[cfg(feature = "pdf")]
mod pdf;
mod text;
pub mod tokens;

pub use model::{Code, Form, Item, Numbers, Paper, Part, Phrases, Said, Size, Tone, Tongue};
#[cfg(feature = "pdf")]
pub use pdf::{Drawn, Fonts, PaperError, draw};
