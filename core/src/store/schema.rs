//! The schema, as migrations in order. A store of version N has run the first N.
//! Each migration is proven by a test: an upgraded store equals a fresh one.

/// The first bytes of the SQLite header's application id: "Hrth".
pub(super) const APPLICATION_ID: i32 = 0x4872_7468;

/// The version this app writes. A store of a newer one is left alone.
pub const FORMAT: i32 = MIGRATIONS.len() as i32;

/// Each entry takes a store from its index to the next version.
pub(super) const MIGRATIONS: &[&str] = &[
    "
    CREATE TABLE meta (name TEXT PRIMARY KEY NOT NULL, value BLOB NOT NULL) WITHOUT ROWID;
    CREATE TABLE op (log INTEGER PRIMARY KEY, slot BLOB NOT NULL, sealed BLOB NOT NULL);
    CREATE TABLE frame (id INTEGER PRIMARY KEY, slot BLOB NOT NULL, sealed BLOB NOT NULL);
    CREATE TABLE chain (id INTEGER PRIMARY KEY, sealed BLOB NOT NULL);
",
    // How far this phone is in step with a practice.
    "
    CREATE TABLE sync (id INTEGER PRIMARY KEY, tag BLOB NOT NULL, sealed BLOB NOT NULL);
",
];

/// Before anything is made in a database: small pages waste less around packed
/// frames, which are about two kilobytes each.
pub(super) const PAGES: &str = "PRAGMA page_size = 2048;";

/// On every connection. `FULL` in WAL: a commit returns after the log is synced.
pub(super) const PRAGMAS: &str = "
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA fullfsync = 1;
    PRAGMA checkpoint_fullfsync = 1;
    PRAGMA secure_delete = 1;
    PRAGMA temp_store = MEMORY;
    PRAGMA trusted_schema = 0;
    PRAGMA cell_size_check = 1;
    PRAGMA cache_size = -1024;
    PRAGMA busy_timeout = 2000;
";
