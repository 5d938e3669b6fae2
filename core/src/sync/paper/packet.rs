//! A Bundle that came as a file: which resources are in it, and who it is about. It reads no
//! resource further than its head, and believes no reference: who takes it in compares them.

use crate::fhir::FhirError;
use crate::fhir::tree::{Item, Limits, Tree};
use crate::sync::base::is_id;
use crate::sync::patient::Patient;
use ring::digest::{SHA256, digest};

/// The most resources that one file is read with.
pub const MAX_RESOURCES: usize = 5_000;
/// The longest address that a resource is known by.
const LONGEST: usize = 512;

/// What a file holds.
#[derive(Debug, Default)]
pub struct Packet {
    /// Everybody whom it says it is about: one, where it can be used.
    pub patients: Vec<(Patient, Names)>,
    /// Everything else in it, in its order.
    pub resources: Vec<Packed>,
}

/// By which names one resource is referred to within its file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Names {
    /// Its address, as the file writes it; "" where it has none.
    pub url: String,
    /// Its type and id.
    pub local: String,
}

impl Names {
    /// Whether a reference names this resource, whatever version of it.
    pub fn are_meant_by(&self, reference: &str) -> bool {
        let plain = reference.split_once("/_history").map_or(reference, |(plain, _)| plain);
        plain == self.local || !self.url.is_empty() && plain == self.url
    }
}

/// One resource, with an id where it came with none.
#[derive(Clone, PartialEq, Eq)]
pub struct Packed {
    /// Its type.
    pub resource: String,
    /// Its id: its own, the one in its address, or one from what it says.
    pub id: String,
    /// The resource.
    pub body: Vec<u8>,
}

impl std::fmt::Debug for Packed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Packed({}, {} bytes)", self.resource, self.body.len())
    }
}

/// Reads a file: a Bundle that is a document, a collection, or the answer to a search, of at most
/// [`Limits::PAGE`] and [`MAX_RESOURCES`].
///
/// # Errors
/// [`FhirError::NotABundle`] for any other resource, and for a Bundle that asks for something to be
/// done (a batch, a message); else as [`Tree::read_within`].
pub fn packet(bytes: &[u8]) -> Result<Packet, FhirError> {
    let tree = Tree::read_within(bytes, Limits::PAGE)?;
    let root = tree.root();
    let is = |name: &str, wanted: &[&str]| {
        root.get(name).is_some_and(|said| wanted.iter().any(|text| said.is_text(text)))
    };
    if !is("resourceType", &["Bundle"]) || !is("type", &["document", "collection", "searchset"]) {
        return Err(FhirError::NotABundle);
    }
    // To read on as if that were not there could turn it into its opposite.
    if root.get("implicitRules").is_some() {
        return Err(FhirError::UnknownModifier);
    }
    let entries = root.get("entry").into_iter().flat_map(|list| list.items());
    let mut packet = Packet::default();
    for (number, entry) in entries.enumerate() {
        if number >= MAX_RESOURCES {
            return Err(FhirError::TooMany { element: "entry" });
        }
        let Some(resource) = entry.get("resource").filter(Item::is_object) else { continue };
        let url = entry.text_of("fullUrl").filter(|url| url.len() <= LONGEST);
        let packed = packed(resource, url.as_deref().unwrap_or_default());
        if packed.resource != "Patient" {
            packet.resources.push(packed);
            continue;
        }
        // Nobody can tell who is meant by one that can't be read.
        let patient = Patient::read(&packed.body).ok_or(FhirError::NotAllowed { element: "Patient" })?;
        let names =
            Names { url: url.unwrap_or_default().into_owned(), local: format!("Patient/{}", packed.id) };
        packet.patients.push((patient, names));
    }
    Ok(packet)
}

fn packed(resource: Item<'_, '_>, url: &str) -> Packed {
    let kind = resource.text_of("resourceType").unwrap_or_default().into_owned();
    let text = resource.as_written();
    let own_id = resource.text_of("id").filter(|id| is_id(id));
    if let Some(id) = own_id {
        return Packed { resource: kind, id: id.into_owned(), body: text.as_bytes().to_vec() };
    }
    let last = url.rsplit(['/', ':']).next().filter(|id| is_id(id));
    let sum = || {
        let sum = digest(&SHA256, text.as_bytes());
        sum.as_ref().iter().take(16).fold("f".to_owned(), |id, byte| format!("{id}{byte:02x}"))
    };
    let id = last.map_or_else(sum, str::to_owned);
    // One with an id that is none stays as it came, and is refused where it is read.
    let body = match (resource.get("id"), text.strip_prefix('{').map(str::trim_start)) {
        (None, Some(rest)) if rest.starts_with('}') => format!("{{\"id\":\"{id}\"{rest}"),
        (None, Some(rest)) => format!("{{\"id\":\"{id}\",{rest}"),
        _ => text.to_owned(),
    };
    Packed { resource: kind, id, body: body.into_bytes() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Packet, FhirError> {
        packet(text.as_bytes())
    }

    #[test]
    fn a_resource_without_an_id_has_the_one_of_its_address_and_else_one_of_its_own() {
        let text = r#"{"resourceType":"Bundle","type":"collection","entry":[
            {"fullUrl":"urn:uuid:0c3201bd-1cbf-4d64-b04d-cd9187a4c6e0","resource":{ "resourceType":"Goal"}},
            {"resource":{"resourceType":"Goal","x":1}}, {"resource":{"resourceType":"Goal","x":2}},
            {"resource":{}}, {"resource":[]}, {}]}"#;
        let packet = read(text).unwrap();
        let ids: Vec<&str> = packet.resources.iter().map(|one| one.id.as_str()).collect();
        assert_eq!(ids.len(), 4);
        assert_eq!(ids[0], "0c3201bd-1cbf-4d64-b04d-cd9187a4c6e0");
        assert_ne!(ids[1], ids[2]);
        for one in &packet.resources {
            let body: serde_json::Value = serde_json::from_slice(&one.body).unwrap();
            assert_eq!(body["id"], one.id.as_str());
        }
    }

    #[test]
    fn what_is_no_bundle_or_asks_for_something_to_be_done_is_refused() {
        for text in [
            r#"{"resourceType":"Patient","id":"p"}"#,
            r#"{"resourceType":"Bundle","type":"transaction"}"#,
            r#"{"resourceType":"Bundle","type":"message"}"#,
            r#"{"resourceType":"Bundle"}"#,
            r#"{"type":"document"}"#,
            "[]",
            "7",
        ] {
            assert_eq!(read(text).unwrap_err(), FhirError::NotABundle, "{text}");
        }
        assert!(matches!(read("<html>"), Err(FhirError::NotJson { .. })));
        let ruled = r#"{"resourceType":"Bundle","type":"document","implicitRules":"urn:x"}"#;
        assert_eq!(read(ruled).unwrap_err(), FhirError::UnknownModifier);
    }

    proptest::proptest! {
        /// What the fuzz target holds, on stable.
        #[test]
        fn any_file_is_read_or_refused(
            start in "(\\{\"resourceType\":\"Bundle\",\"type\":\"(document|collection)\",\"entry\":\\[)?",
            pieces in proptest::collection::vec(
                "\\{|\\}|\\[|\\]|,|:|\"resource\"|\"resourceType\"|\"Patient\"|\"Goal\"|\"id\"|\"p1\"|\"fullUrl\"|\"urn:uuid:1\"|7|\"\\PC{0,6}\"",
                0..40,
            ),
        ) {
            let text = format!("{start}{}", pieces.concat());
            if let Ok(packet) = packet(text.as_bytes()) {
                for one in &packet.resources {
                    proptest::prop_assert!(is_id(&one.id));
                    let _ = crate::fhir::incoming(&one.body);
                }
            }
        }
    }

    #[test]
    fn a_patient_whom_nobody_can_name_refuses_the_file() {
        let text = r#"{"resourceType":"Bundle","type":"document","entry":[
            {"resource":{"resourceType":"Patient","id":"no id at all"}}]}"#;
        assert_eq!(read(text).unwrap_err(), FhirError::NotAllowed { element: "Patient" });
    }
}
