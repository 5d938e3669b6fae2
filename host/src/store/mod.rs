//! What is kept, written once for both databases: shares, their files and receipts, the count of
//! wrong passcodes, mailboxes, enrolment tokens; and apart from them, end marks.
//!
//! Each function is the work of one transaction. Every change begins with a conditional UPDATE of
//! the one row it is about, which is also the lock that PostgreSQL takes.

pub mod enrol;
pub mod mailbox;
pub mod marks;
pub mod member;
pub mod owner;
pub mod passcode;
pub mod serve;
pub mod share;
pub mod sweep;

/// The tables of the main database.
pub const SCHEMA: &str = "
CREATE TABLE IF NOT EXISTS meta (k BIGINT PRIMARY KEY, v BYTEA NOT NULL);
CREATE TABLE IF NOT EXISTS enrolment (
    tag BYTEA PRIMARY KEY, made BIGINT NOT NULL, uses_left BIGINT, revoked BIGINT NOT NULL DEFAULT 0);
CREATE TABLE IF NOT EXISTS share (
    tag BYTEA PRIMARY KEY, secret BYTEA NOT NULL, flags BIGINT NOT NULL, made BIGINT NOT NULL, expires BIGINT,
    paused BIGINT NOT NULL DEFAULT 0, held BIGINT NOT NULL DEFAULT 0, ended BIGINT,
    revision BIGINT NOT NULL DEFAULT 0, digest BYTEA, list BYTEA, served BIGINT NOT NULL DEFAULT 0,
    spent BIGINT NOT NULL DEFAULT 0, wrong BIGINT NOT NULL DEFAULT 0, tried BIGINT NOT NULL DEFAULT 0,
    salt BYTEA, hash BYTEA);
CREATE INDEX IF NOT EXISTS share_by_end ON share (ended);
CREATE INDEX IF NOT EXISTS share_by_expiry ON share (expires);
CREATE TABLE IF NOT EXISTS file (
    share BYTEA NOT NULL, n BIGINT NOT NULL, kind BIGINT NOT NULL, at BIGINT NOT NULL, body BYTEA NOT NULL,
    PRIMARY KEY (share, n));
CREATE TABLE IF NOT EXISTS receipt (
    share BYTEA NOT NULL, n BIGINT NOT NULL, at BIGINT NOT NULL, who BYTEA NOT NULL, PRIMARY KEY (share, n));
CREATE TABLE IF NOT EXISTS mailbox (
    tag BYTEA PRIMARY KEY, owner BYTEA NOT NULL, made BIGINT NOT NULL, next BIGINT NOT NULL DEFAULT 1,
    items BIGINT NOT NULL DEFAULT 0, bytes BIGINT NOT NULL DEFAULT 0);
CREATE TABLE IF NOT EXISTS member (
    mailbox BYTEA NOT NULL, id BYTEA NOT NULL, role BIGINT NOT NULL, reads BYTEA NOT NULL, writes BYTEA NOT NULL,
    made BIGINT NOT NULL, looked BIGINT NOT NULL DEFAULT 0, acked BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (mailbox, id));
CREATE TABLE IF NOT EXISTS item (
    mailbox BYTEA NOT NULL, seq BIGINT NOT NULL, id BYTEA NOT NULL, kind BIGINT NOT NULL, sender BYTEA NOT NULL,
    recipient BYTEA, at BIGINT NOT NULL, body BYTEA NOT NULL, PRIMARY KEY (mailbox, seq), UNIQUE (mailbox, id));
CREATE INDEX IF NOT EXISTS item_by_age ON item (at)";

/// The tables of the end marks, which lie in a database of their own.
pub const MARKS_SCHEMA: &str = "
CREATE TABLE IF NOT EXISTS meta (k BIGINT PRIMARY KEY, v BYTEA NOT NULL);
CREATE TABLE IF NOT EXISTS ended (tag BYTEA PRIMARY KEY, at BIGINT NOT NULL, mark BYTEA)";

/// The link is meant to last, and its files may change.
pub const LONG_TERM: i64 = 1;
/// The link asks for a passcode.
pub const PASSCODE: i64 = 2;
/// The link is the file itself.
pub const DIRECT: i64 = 4;

/// What a share must be for anybody to read it; `?1` is its tag, `?2` the time.
pub(crate) const IS_OPEN: &str = "tag = ?1 AND ended IS NULL AND paused = 0 AND held = 0 AND revision > 0 AND (expires IS NULL OR expires > ?2)";

/// What an owner's change came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owned {
    /// It is done (or was before).
    Done,
    /// There is no such share, or this is not its secret.
    Unknown,
    /// It was ended, for good.
    Ended,
}
