//! The share host as whoever has a link, its owner, a carer and an operator meet it: one suite,
//! on SQLite and on PostgreSQL.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

mod deploy;
mod links;
mod load;
mod mail;
mod on_postgres;
mod on_sqlite;
mod operator;
mod passcodes;
mod postgres;
mod processes;
mod program;
mod restored;
mod support;
mod two;
