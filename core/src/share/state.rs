//! What one phone keeps of what it shares, in the store's sealed rows: the host and its token, and
//! for each share made here the key, the passcode, and what the host last said. That there is a
//! share, and what it takes to end it, is in the plan.

use super::host::{Look, Stands};
use super::link::{FileKey, Flags};
use crate::store::{SyncRow, Synced};
use crate::sync::http::Token;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use zeroize::{Zeroize, Zeroizing};

/// What the names of all these rows begin with.
pub const PREFIX: &str = "share";
const HOST: &str = "share:host";
const SHARE: &str = "share/";
const LAST: &str = "shared/";

/// The host that this phone may share at.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HostRow {
    /// Its address.
    pub origin: String,
    token: String,
    /// The key that it signs the time with, where it does.
    #[serde(default)]
    pub time_key: Option<String>,
}

impl HostRow {
    /// A host and the token that its operator gave.
    pub fn new(origin: &str, token: &Token, time_key: Option<String>) -> Self {
        Self { origin: origin.to_owned(), token: token.expose().to_owned(), time_key }
    }

    /// The token.
    pub fn token(&self) -> Token {
        Token::new(self.token.clone())
    }
}

impl Drop for HostRow {
    fn drop(&mut self) {
        self.token.zeroize();
    }
}

impl std::fmt::Debug for HostRow {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "HostRow({})", self.origin)
    }
}

/// What makes a link: only the phone that made it has this.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Made {
    key: String,
    passcode: Option<String>,
    /// `L`: what it shows is kept up to date.
    pub long: bool,
    /// Its sections, by name.
    pub sections: Vec<String>,
    /// A sum over what the plan said in them when they were last put.
    pub content: String,
    /// The number of the version that the host was last sent; 0 before the first.
    pub revision: i64,
    /// The host took the share.
    pub taken: bool,
    /// A sealed version that the host has not taken yet: just what was previewed.
    #[serde(default)]
    pub waiting: Option<String>,
    /// The visit whose code it is, by the name of its entry.
    #[serde(default)]
    pub visit: Option<String>,
    /// The sealed version that the host took last, for a host that went back to an older one. In a
    /// row of its own: it is long, and what the host says changes often.
    #[serde(skip)]
    pub last: Option<String>,
}

impl Made {
    /// A new one.
    pub fn new(key: &FileKey, passcode: Option<String>, long: bool, sections: Vec<String>) -> Self {
        let key = key.to_text().as_str().to_owned();
        let content = String::new();
        Self {
            key,
            passcode,
            long,
            sections,
            content,
            revision: 0,
            taken: false,
            waiting: None,
            visit: None,
            last: None,
        }
    }

    /// The key of its files.
    pub fn key(&self) -> Option<FileKey> {
        FileKey::parse(&self.key)
    }

    /// Its passcode.
    pub fn passcode(&self) -> Option<&str> {
        self.passcode.as_deref()
    }

    /// Its flags.
    pub fn flags(&self) -> Flags {
        Flags { long: self.long, passcode: self.passcode.is_some(), direct: false }
    }
}

impl Drop for Made {
    fn drop(&mut self) {
        self.key.zeroize();
        self.passcode.zeroize();
    }
}

impl std::fmt::Debug for Made {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Made(version {}, taken {})", self.revision, self.taken)
    }
}

/// What is kept of one share.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Held {
    /// What makes its link, where it was made here.
    pub made: Option<Made>,
    /// What the host last said of it.
    pub stands: Option<Stands>,
    /// When it said so: milliseconds since 1970.
    pub asked: Option<i64>,
    /// Who looked.
    pub looks: Vec<Look>,
    /// The host knows that it was ended.
    pub end_told: bool,
    /// The host no longer has it.
    pub gone: bool,
    /// The key of the sentence for what last went wrong.
    pub trouble: Option<String>,
}

impl Held {
    /// The sealed version that the host took last.
    pub fn last(&self) -> Option<&str> {
        self.made.as_ref()?.last.as_deref()
    }
}

/// Everything that is kept of sharing.
#[derive(Debug, Default)]
pub struct State {
    /// The host.
    pub host: Option<HostRow>,
    /// Each share, by the name of its entry.
    pub shares: BTreeMap<String, Held>,
}

impl State {
    /// Reads what is kept; nothing where it can't be trusted.
    pub fn read(synced: &Synced) -> Self {
        let mut state = State::default();
        for (name, holds) in synced.rows.iter().filter(|_| !synced.changed) {
            if name == HOST {
                state.host = unpack(holds);
            } else if let Some(entry) = name.strip_prefix(SHARE) {
                state.shares.extend(unpack(holds).map(|held| (entry.to_owned(), held)));
            }
        }
        for (name, holds) in synced.rows.iter().filter(|_| !synced.changed) {
            let held = name.strip_prefix(LAST).and_then(|entry| state.shares.get_mut(entry));
            if let Some(made) = held.and_then(|held| held.made.as_mut()) {
                made.last = String::from_utf8(holds.to_vec()).ok();
            }
        }
        state
    }
}

/// The row of the host; none takes it away.
pub fn host_row(host: Option<&HostRow>) -> SyncRow {
    SyncRow { name: HOST.to_owned(), holds: host.map(pack) }
}

/// The row of one share; none takes it away.
pub fn share_row(entry: &str, held: Option<&Held>) -> SyncRow {
    SyncRow { name: format!("{SHARE}{entry}"), holds: held.map(pack) }
}

/// The row of the version that the host took last; it goes with the key.
pub fn last_row(entry: &str, held: &Held) -> SyncRow {
    let last = held.last().map(|last| Zeroizing::new(last.as_bytes().to_vec()));
    SyncRow { name: format!("{LAST}{entry}"), holds: last }
}

fn pack(value: &impl Serialize) -> Zeroizing<Vec<u8>> {
    Zeroizing::new(serde_json::to_vec(value).unwrap_or_default())
}

fn unpack<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    serde_json::from_slice(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn held() -> Held {
        let key = FileKey::from_bytes([7; 32]);
        let made = Made::new(&key, Some("123456".into()), true, vec!["goals".into()]);
        let looks = vec![Look { at: 5, recipient: Some("Dr Example".into()) }];
        Held { made: Some(made), looks, end_told: true, ..Held::default() }
    }

    fn read(rows: Vec<SyncRow>, changed: bool) -> State {
        let rows = rows.into_iter().filter_map(|row| Some((row.name, row.holds?))).collect();
        State::read(&Synced { rows, changed })
    }

    fn host() -> HostRow {
        HostRow::new("https://host.example.org", &Token::new("enrolled".into()), None)
    }

    #[test]
    fn what_is_kept_reads_back_as_it_was_beside_what_sync_keeps() {
        let state = read(vec![host_row(Some(&host())), share_row("00ff", Some(&held()))], false);
        assert_eq!(state.host, Some(host()));
        assert_eq!(state.host.as_ref().unwrap().token().expose(), "enrolled");
        assert_eq!(state.shares, BTreeMap::from([("00ff".to_owned(), held())]));
        assert_eq!(held().made.unwrap().key(), Some(FileKey::from_bytes([7; 32])));
        // Sync passes over these rows.
        let rows = vec![("share/00ff".to_owned(), pack(&held()))];
        let sync = crate::sync::state::State::read(&Synced { rows, changed: false });
        assert!(sync.link.is_none() && sync.ours.is_empty());
    }

    #[test]
    fn the_version_that_the_host_took_last_is_kept_beside_and_goes_with_the_key() {
        let mut kept = held();
        kept.made.as_mut().unwrap().last = Some("a sealed version".into());
        let rows = || vec![last_row("00ff", &kept), share_row("00ff", Some(&kept))];
        assert_eq!(read(rows(), false).shares["00ff"], kept);
        assert!(!rows().iter().any(|row| row.name == "share/00ff"
            && String::from_utf8_lossy(row.holds.as_ref().unwrap()).contains("a sealed version")));
        kept.made = None;
        assert!(last_row("00ff", &kept).holds.is_none());
    }

    #[test]
    fn what_cannot_be_trusted_is_as_if_it_had_never_been_kept() {
        assert!(read(vec![share_row("00ff", Some(&held()))], true).shares.is_empty());
        let noise = SyncRow { name: "share/00ff".into(), holds: Some(Zeroizing::new(b"noise".to_vec())) };
        assert!(read(vec![noise], false).shares.is_empty());
    }

    #[test]
    fn what_is_printed_tells_no_key_no_passcode_and_no_token() {
        let shown = format!("{:?} {:?}", held(), host());
        let key = FileKey::from_bytes([7; 32]).to_text();
        for secret in ["123456", "enrolled", key.as_str()] {
            assert!(!shown.contains(secret), "{shown}");
        }
    }
}
