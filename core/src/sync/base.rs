//! The address of a practice's FHIR server, and what may be asked under it.

use super::http::{is_loopback, is_safe};
use url::Url;

/// The longest address that is taken.
const LONGEST: usize = 2048;

/// A FHIR base: `https://practice.example/fhir`, with no end slash.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Base(Url);

impl Base {
    /// Reads what was typed or scanned; none where it is not an address to which
    /// anything is sent ([`is_safe`]), or has a question or a fragment.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let mut url = Url::parse(text).ok().filter(|_| text.len() <= LONGEST)?;
        if !is_safe(&url) || url.query().is_some() || url.fragment().is_some() {
            return None;
        }
        let path = url.path().trim_end_matches('/').to_owned();
        url.set_path(&path);
        Some(Self(url))
    }

    /// As it is sent and compared: with no end slash.
    pub fn as_str(&self) -> &str {
        self.0.as_str().trim_end_matches('/')
    }

    /// The address of something under it. Each part is one step of the path,
    /// whatever is in it.
    pub fn at(&self, parts: &[&str]) -> Url {
        let mut url = self.0.clone();
        if let Ok(mut path) = url.path_segments_mut() {
            path.pop_if_empty().extend(parts);
        }
        url
    }

    /// A link that the server gave, if a token may be sent to it: on the same
    /// server, by the same way, below the base.
    pub fn allows(&self, link: &str) -> Option<Url> {
        let url = self.0.join(link).ok().filter(|_| link.len() <= 2 * LONGEST)?;
        let path = self.0.path().trim_end_matches('/');
        let rest = url.path().strip_prefix(path)?;
        let below = rest.is_empty() || rest.starts_with('/');
        (is_safe(&url) && below && url.origin() == self.0.origin()).then_some(url)
    }

    /// Whether an address that the server names for something else (its tokens)
    /// is safe: only a server on this machine may name one on this machine.
    pub fn may_name(&self, other: &Url) -> bool {
        is_safe(other) && (is_loopback(&self.0) || !is_loopback(other))
    }

    /// The resource that a reference names, as `Type/id`, if it is on this server.
    pub fn own_reference<'r>(&self, reference: &'r str) -> Option<&'r str> {
        let own = reference.strip_prefix(self.as_str()).and_then(|rest| rest.strip_prefix('/'));
        let own = own.unwrap_or(reference);
        let own = own.split_once("/_history").map_or(own, |(named, _)| named);
        let (kind, id) = own.split_once('/')?;
        let is_type = kind.bytes().all(|b| b.is_ascii_alphabetic()) && !kind.is_empty();
        (is_type && is_id(id)).then_some(own)
    }
}

/// Whether a text is an id as FHIR writes them.
pub fn is_id(text: &str) -> bool {
    let letter = |b: u8| b.is_ascii_alphanumeric() || b == b'-' || b == b'.';
    (1..=64).contains(&text.len()) && text.bytes().all(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn base() -> Base {
        Base::parse(" https://practice.example/a/fhir/ ").unwrap()
    }

    #[test]
    fn a_base_is_kept_in_one_form_and_a_doubtful_one_is_refused() {
        assert_eq!(base().as_str(), "https://practice.example/a/fhir");
        assert_eq!(Base::parse("https://practice.example").unwrap().as_str(), "https://practice.example");
        let doubtful = [
            "",
            "practice.example/fhir",
            "http://practice.example/fhir",
            "https://practice.example/fhir?x=1",
            "https://practice.example/fhir#x",
            "https://me@practice.example/fhir",
            "javascript:alert(1)",
        ];
        for text in doubtful {
            assert_eq!(Base::parse(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_asked_stays_under_the_base_whatever_is_in_it() {
        assert_eq!(base().at(&["Goal", "g1"]).as_str(), "https://practice.example/a/fhir/Goal/g1");
        assert_eq!(
            base().at(&["Goal", "../../x?y"]).as_str(),
            "https://practice.example/a/fhir/Goal/..%2F..%2Fx%3Fy"
        );
        assert_eq!(
            Base::parse("https://p.example").unwrap().at(&["Goal"]).as_str(),
            "https://p.example/Goal"
        );
    }

    #[test]
    fn a_link_elsewhere_is_not_followed() {
        let next = |link: &str| base().allows(link).map(String::from);
        assert!(next("https://practice.example/a/fhir?_getpages=1").is_some());
        assert!(next("https://practice.example/a/fhir/Goal?page=2").is_some());
        assert!(next("?page=2").is_none_or(|link| link.starts_with("https://practice.example/")));
        for link in [
            "http://practice.example/a/fhir?page=2",
            "https://elsewhere.example/a/fhir?page=2",
            "https://practice.example:8443/a/fhir?page=2",
            "https://practice.example/a/fhirx?page=2",
            "https://practice.example/b?page=2",
            "https://practice.example/a/fhir/../../b",
            "//elsewhere.example/a/fhir",
            "https://me@practice.example/a/fhir",
            "not an address \u{0}",
        ] {
            assert_eq!(next(link), None, "{link}");
        }
    }

    #[test]
    fn only_a_server_on_this_machine_names_another_on_it() {
        let own = Base::parse("http://127.0.0.1:9401/fhir").unwrap();
        let token = Url::parse("http://127.0.0.1:9301/token").unwrap();
        assert!(own.may_name(&token) && !base().may_name(&token));
        assert!(base().may_name(&Url::parse("https://login.example/token").unwrap()));
    }

    #[test]
    fn a_reference_is_read_as_the_server_writes_it() {
        let own = |text| base().own_reference(text).map(str::to_owned);
        for text in [
            "Patient/p1",
            "https://practice.example/a/fhir/Patient/p1",
            "Patient/p1/_history/4",
            "https://practice.example/a/fhir/Patient/p1/_history/W",
        ] {
            assert_eq!(own(text).as_deref(), Some("Patient/p1"), "{text}");
        }
        for text in [
            "https://elsewhere.example/fhir/Patient/p1",
            "urn:uuid:1",
            "#p1",
            "Patient/",
            "Patient/a b",
            "/p1",
        ] {
            assert_eq!(own(text), None, "{text}");
        }
    }
}
