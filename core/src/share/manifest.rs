//! What is asked of a link's host, and what it answers: which files there are, each sealed, here in
//! the answer or at a place on the same host.

use super::link::Reach;
use serde::Deserialize;
use serde_json::{Value, json};
use url::Url;
use zeroize::Zeroizing;

/// Most files of one link.
pub const MAX_FILES: usize = 64;
/// Most bytes of an answer: 16 MiB.
pub const MAX_ANSWER: usize = 16 << 20;
/// Most characters that are said of who looks.
pub const MAX_RECIPIENT: usize = 120;

/// The question, as JSON. `recipient` is shown to whoever shares; the passcode goes only where one
/// is asked for.
pub fn question(recipient: &str, passcode: Option<&str>, embed: Option<usize>) -> Zeroizing<Vec<u8>> {
    let recipient: String = recipient.chars().take(MAX_RECIPIENT).collect();
    let mut said = json!({ "recipient": recipient });
    if let Some(passcode) = passcode {
        said["passcode"] = passcode.into();
    }
    if let Some(embed) = embed {
        said["embeddedLengthMax"] = embed.into();
    }
    Zeroizing::new(said.to_string().into_bytes())
}

/// What a host says of what it gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// It stays as it is.
    Finalized,
    /// It may change.
    CanChange,
    /// It is no longer to be relied on.
    NoLongerValid,
    /// It says nothing of it, or something that is not known here.
    NotSaid,
}

/// Where a file is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lies {
    /// In the answer: a JWE.
    Here(String),
    /// At an address on the manifest's own host.
    There(Url),
}

/// One file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// What it is, without what may follow it.
    pub content_type: String,
    /// When it last changed, as the host says; "" where it does not.
    pub updated: String,
    /// Where it is.
    pub lies: Lies,
}

/// What a host gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Manifest {
    /// Whether it may change.
    pub status: Status,
    /// Its files, in order.
    pub files: Vec<File>,
    /// The list that goes with them, if any (FHIR List), as it came.
    pub list: Option<String>,
}

/// Why an answer is no manifest that is gone by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ManifestError {
    /// It is larger than an answer may be.
    #[error("the answer is too large")]
    TooLarge,
    /// It is no manifest.
    #[error("the answer can't be read")]
    NotReadable,
    /// More files than a link may have.
    #[error("there are too many files")]
    TooMany,
    /// A file is neither there nor anywhere.
    #[error("a file is nowhere")]
    Nowhere,
    /// A file is said to be on another machine, or at an address that is not safe.
    #[error("a file is somewhere else")]
    Elsewhere,
    /// A file is said to be in a private network.
    #[error("a file is in a private network")]
    Private,
}

impl ManifestError {
    /// The key of its sentence.
    pub fn key(self) -> &'static str {
        match self {
            ManifestError::TooLarge => "error-manifest-too-large",
            ManifestError::NotReadable => "error-manifest-unreadable",
            ManifestError::TooMany => "error-manifest-too-many",
            ManifestError::Nowhere => "error-manifest-nowhere",
            ManifestError::Elsewhere => "error-manifest-elsewhere",
            ManifestError::Private => "error-manifest-private",
        }
    }
}

#[derive(Deserialize)]
struct Answer {
    files: Vec<Value>,
    #[serde(default)]
    status: Option<Value>,
    #[serde(default)]
    list: Option<Box<serde_json::value::RawValue>>,
}

/// Reads an answer that came from `asked`.
///
/// # Errors
/// [`ManifestError`].
pub fn read(body: &[u8], asked: &Url, reach: Reach) -> Result<Manifest, ManifestError> {
    if body.len() > MAX_ANSWER {
        return Err(ManifestError::TooLarge);
    }
    let answer: Answer = serde_json::from_slice(body).map_err(|_| ManifestError::NotReadable)?;
    if answer.files.len() > MAX_FILES {
        return Err(ManifestError::TooMany);
    }
    let status = match answer.status.as_ref().and_then(Value::as_str) {
        Some("finalized") => Status::Finalized,
        Some("can-change") => Status::CanChange,
        Some("no-longer-valid") => Status::NoLongerValid,
        _ => Status::NotSaid,
    };
    let files = answer.files.iter().map(|file| read_file(file, asked, reach)).collect::<Result<_, _>>()?;
    Ok(Manifest { status, files, list: answer.list.map(|list| list.get().to_owned()) })
}

fn read_file(file: &Value, asked: &Url, reach: Reach) -> Result<File, ManifestError> {
    let text = |name: &str| file.get(name).and_then(Value::as_str);
    let content_type = text("contentType").ok_or(ManifestError::NotReadable)?;
    let content_type = content_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    let lies = match (text("embedded"), text("location")) {
        // What is here need not be fetched.
        (Some(jwe), _) => Lies::Here(jwe.to_owned()),
        (None, Some(location)) => Lies::There(place(location, asked, reach)?),
        (None, None) => return Err(ManifestError::Nowhere),
    };
    Ok(File { content_type, updated: text("lastUpdated").unwrap_or_default().to_owned(), lies })
}

/// A file's address: on the machine that was asked and no other. The link's maker chose that one;
/// a host that lies must not make a phone ask another.
fn place(location: &str, asked: &Url, reach: Reach) -> Result<Url, ManifestError> {
    let url = asked.join(location).map_err(|_| ManifestError::Elsewhere)?;
    if super::link::is_private(&url) && !reach.allows(&url) {
        return Err(ManifestError::Private);
    }
    if url.origin() != asked.origin() || !reach.allows(&url) {
        return Err(ManifestError::Elsewhere);
    }
    Ok(url)
}

#[cfg(test)]
mod tests;
