//! Bundles: pages of a search, and the answers to a batch.

use crate::sync::base::is_id;
use crate::sync::practice::{PracticeError, Seen};
use serde::Deserialize;
use serde_json::value::RawValue;

/// The largest page that is read: 16 MiB.
pub const MAX_PAGE: usize = 16 * 1024 * 1024;
/// The most entries of one page.
const MAX_ENTRIES: usize = 5_000;
/// The longest version or instant that is kept.
const MAX_NAME: usize = 256;

/// One page.
#[derive(Debug, Default)]
pub struct Page {
    /// The resources that were found.
    pub seen: Vec<Seen>,
    /// Where the next page is, as it was written.
    pub next: Option<String>,
}

/// One answer of a batch.
#[derive(Debug)]
pub struct Inner {
    /// Its status.
    pub status: u16,
    /// What it calls the version.
    pub etag: Option<String>,
    /// When it changed.
    pub modified: Option<String>,
    /// Where what was made is.
    pub location: Option<String>,
    /// The resource that came with it.
    pub body: Option<Vec<u8>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Bundle<'t> {
    resource_type: String,
    #[serde(default)]
    link: Vec<Link>,
    #[serde(borrow, default)]
    entry: Vec<Entry<'t>>,
}

#[derive(Deserialize)]
struct Link {
    relation: Option<String>,
    url: Option<String>,
}

#[derive(Deserialize)]
struct Entry<'t> {
    #[serde(borrow)]
    resource: Option<&'t RawValue>,
    search: Option<Search>,
    response: Option<Answered>,
}

#[derive(Deserialize)]
struct Search {
    mode: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Answered {
    status: Option<String>,
    etag: Option<String>,
    last_modified: Option<String>,
    location: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Head {
    resource_type: String,
    id: Option<String>,
    meta: Option<Meta>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Meta {
    version_id: Option<String>,
    last_updated: Option<String>,
}

fn read(bytes: &[u8]) -> Result<Bundle<'_>, PracticeError> {
    if bytes.len() > MAX_PAGE {
        return Err(PracticeError::Endless);
    }
    let bundle: Bundle<'_> = serde_json::from_slice(bytes).map_err(|_| PracticeError::Unreadable)?;
    if bundle.resource_type != "Bundle" {
        return Err(PracticeError::Unreadable);
    }
    if bundle.entry.len() > MAX_ENTRIES { Err(PracticeError::Endless) } else { Ok(bundle) }
}

/// Reads one page of a search.
///
/// # Errors
/// [`PracticeError::Unreadable`] for anything that is no Bundle, and where an
/// entry has neither type nor id; [`PracticeError::Endless`] for one too large.
pub fn read_page(bytes: &[u8]) -> Result<Page, PracticeError> {
    let bundle = read(bytes)?;
    let next = bundle.link.into_iter().find(|link| link.relation.as_deref() == Some("next"));
    let mut page =
        Page { seen: Vec::with_capacity(bundle.entry.len()), next: next.and_then(|link| link.url) };
    for entry in bundle.entry {
        let told = entry.search.and_then(|search| search.mode);
        let (Some(resource), false) = (entry.resource, told.as_deref() == Some("outcome")) else { continue };
        // What a server says beside what it found.
        let seen = read_seen(resource.get().as_bytes(), None)?;
        if seen.resource != "OperationOutcome" {
            page.seen.push(seen);
        }
    }
    Ok(page)
}

/// Reads the answers to a batch.
///
/// # Errors
/// [`PracticeError`] where it is not an answer to so many questions.
pub fn read_batch(bytes: &[u8], asked: usize) -> Result<Vec<Inner>, PracticeError> {
    let bundle = read(bytes)?;
    if bundle.entry.len() != asked {
        return Err(PracticeError::Unreadable);
    }
    let inner = |entry: Entry<'_>| {
        let said = entry.response.ok_or(PracticeError::Unreadable)?;
        let status = said.status.as_deref().and_then(|text| text.get(..3)?.parse().ok());
        Ok(Inner {
            status: status.ok_or(PracticeError::Unreadable)?,
            etag: said.etag,
            modified: said.last_modified,
            location: said.location,
            body: entry.resource.map(|raw| raw.get().as_bytes().to_vec()),
        })
    };
    bundle.entry.into_iter().map(inner).collect()
}

/// Reads what a resource says of itself. The version is the `ETag` that came
/// with it, or made of the one in it.
///
/// # Errors
/// [`PracticeError::Unreadable`] where it is no resource, or has no id.
pub fn read_seen(bytes: &[u8], etag: Option<&str>) -> Result<Seen, PracticeError> {
    let head: Head = serde_json::from_slice(bytes).map_err(|_| PracticeError::Unreadable)?;
    let outcome = head.resource_type == "OperationOutcome";
    let is_type =
        !head.resource_type.is_empty() && head.resource_type.bytes().all(|b| b.is_ascii_alphabetic());
    let id = head.id.filter(|id| is_id(id)).or_else(|| outcome.then(String::new));
    let (Some(id), true) = (id, is_type && head.resource_type.len() <= 64) else {
        return Err(PracticeError::Unreadable);
    };
    let meta = head.meta.unwrap_or(Meta { version_id: None, last_updated: None });
    let version = etag.map(str::to_owned).or_else(|| meta.version_id.map(|id| format!("W/\"{id}\"")));
    let good = |text: &String| text.len() <= MAX_NAME && text.bytes().all(|byte| byte.is_ascii_graphic());
    Ok(Seen {
        resource: head.resource_type,
        id,
        version: version.filter(good).unwrap_or_default(),
        updated: meta.last_updated.filter(good).unwrap_or_default(),
        body: bytes.to_vec(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const PAGE: &str = r#"{"resourceType":"Bundle","type":"searchset","link":[
        {"relation":"self","url":"https://p.example/Goal"},{"relation":"next","url":"https://p.example?page=2"}],
        "entry":[
        {"fullUrl":"x","resource":{"resourceType":"Goal","id":"g1","meta":{"versionId":"3","lastUpdated":"2026-01-01T00:00:00Z"},
            "unknown":{"b":72.50,"a":1}},"search":{"mode":"match"}},
        {"resource":{"resourceType":"OperationOutcome","issue":[]},"search":{"mode":"outcome"}},
        {"resource":{"resourceType":"OperationOutcome","issue":[]}},
        {"resource":{"resourceType":"Goal","id":"g2"}}]}"#;

    #[test]
    fn a_page_gives_each_resource_as_it_was_written_and_where_the_next_is() {
        let page = read_page(PAGE.as_bytes()).unwrap();
        assert_eq!(page.next.as_deref(), Some("https://p.example?page=2"));
        let told: Vec<(&str, &str, &str)> = page
            .seen
            .iter()
            .map(|seen| (seen.id.as_str(), seen.version.as_str(), seen.updated.as_str()))
            .collect();
        assert_eq!(told, [("g1", "W/\"3\"", "2026-01-01T00:00:00Z"), ("g2", "", "")]);
        let body = std::str::from_utf8(&page.seen[0].body).unwrap();
        assert!(body.contains(r#""unknown":{"b":72.50,"a":1}"#), "{body}");
    }

    #[test]
    fn what_is_no_page_is_not_read_as_an_empty_one() {
        let others = [
            "<html>Sign in</html>",
            "",
            "null",
            r#"{"resourceType":"OperationOutcome"}"#,
            r#"{"resourceType":"Bundle","entry":{}}"#,
            r#"{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Goal"}}]}"#,
            r#"{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Goal","id":"a/../b"}}]}"#,
            r#"{"resourceType":"Bundle","entry":[{"resource":"Goal"}]}"#,
        ];
        for other in others {
            assert!(matches!(read_page(other.as_bytes()), Err(PracticeError::Unreadable)), "{other}");
        }
    }

    #[test]
    fn a_page_with_too_much_on_it_is_refused() {
        let many = vec![r#"{"resource":{"resourceType":"Goal","id":"g"}}"#; MAX_ENTRIES + 1].join(",");
        let bundle = format!(r#"{{"resourceType":"Bundle","entry":[{many}]}}"#);
        assert!(matches!(read_page(bundle.as_bytes()), Err(PracticeError::Endless)));
        let large = format!(r#"{{"resourceType":"Bundle","x":"{}"}}"#, "x".repeat(MAX_PAGE));
        assert!(matches!(read_page(large.as_bytes()), Err(PracticeError::Endless)));
        let deep =
            format!(r#"{{"resourceType":"Bundle","x":{}{}}}"#, "[".repeat(100_000), "]".repeat(100_000));
        // Nobody looks into it, however deep it is; and nothing falls over.
        assert!(read_page(deep.as_bytes()).is_ok_and(|page| page.seen.is_empty()));
    }

    #[test]
    fn a_batchs_answers_come_in_its_order_and_a_missing_one_is_not_guessed() {
        let answer = r#"{"resourceType":"Bundle","type":"batch-response","entry":[
            {"response":{"status":"201 Created","etag":"W/\"1\"","location":"Goal/g1/_history/1"}},
            {"response":{"status":"409"}}]}"#;
        let inner = read_batch(answer.as_bytes(), 2).unwrap();
        assert_eq!((inner[0].status, inner[1].status), (201, 409));
        assert_eq!(inner[0].etag.as_deref(), Some("W/\"1\""));
        assert!(read_batch(answer.as_bytes(), 3).is_err());
        let without = answer.replace(r#""status":"409""#, r#""x":"409""#);
        assert!(read_batch(without.as_bytes(), 2).is_err());
    }

    #[test]
    fn a_version_that_no_header_can_hold_is_none() {
        let body = br#"{"resourceType":"Goal","id":"g1"}"#;
        assert_eq!(read_seen(body, Some("W/\"1\"\r\nx: y")).unwrap().version, "");
        assert_eq!(read_seen(body, Some("\"strong\"")).unwrap().version, "\"strong\"");
    }

    proptest! {
        #[test]
        fn no_bytes_make_the_reader_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300), at in 0..PAGE.len()) {
            let _ = (read_page(&bytes), read_batch(&bytes, 1), read_seen(&bytes, None));
            let altered: Vec<u8> = PAGE.bytes().take(at).chain(bytes).collect();
            let _ = read_page(&altered);
        }
    }
}
