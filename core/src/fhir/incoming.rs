//! From FHIR to the plan: what a practice's resource says in the plan's fields, and changing it
//! there so that nothing else of it changes.

use super::map::{self, Got, Map, Part, parts_of};
use super::tree::{Item, Tree};
use super::{FhirError, own};
use crate::plan::{Field, Kind};
use crate::record::Value;

/// What a resource says. Its texts are data: to be shown as text, never as HTML.
#[derive(Clone, Debug, PartialEq)]
pub struct Incoming {
    /// Its type.
    pub resource: String,
    /// Its id, of FHIR's own form; "" where it has none.
    pub id: String,
    /// `meta.versionId`.
    pub version: Option<String>,
    /// `meta.lastUpdated`, as written.
    pub last_updated: Option<String>,
    /// Whose it is, as the reference was written.
    pub patient: Option<String>,
    /// Hearth's own identifier, if it has one: see [`super::id_of`].
    pub identifier: Option<String>,
    /// What it is for the plan.
    pub what: What,
    /// What it says in the plan's fields. A field that is not here says nothing.
    pub fields: Vec<(Kind, Field, Value)>,
    /// Fields that say something the plan has no value for: to be told, and never overwritten.
    pub not_read: Vec<Field>,
    /// What it refers to.
    pub links: Vec<Link>,
    /// The parts of a plan for when I'm unwell, in their order.
    pub parts: Vec<Part>,
    /// It says itself not to be used: entered in error, refuted, not taken.
    pub withdrawn: bool,
}

/// What a resource is for the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// An entry of this kind. The number is [`super::Outgoing::part`].
    Entry(Kind, u16),
    /// A result: see [`super::observation::read`].
    Result,
    /// The person whose plan it is.
    Patient,
    /// Nothing that the plan has a place for. It is passed over, and kept where it is.
    Other,
}

/// What a resource refers to in one of its elements.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The link's name, for [`write_links`].
    pub element: &'static str,
    /// The field that it is; none where it lists everything of some kinds.
    pub field: Option<Field>,
    /// The references as written; ids of activities for the signs and steps of a use.
    pub to: Vec<String>,
}

/// Reads one resource, at most [`super::MAX_BYTES`].
///
/// # Errors
/// [`FhirError`]; above all [`FhirError::UnknownModifier`], where reading on could turn what it
/// says into its opposite.
pub fn incoming(body: &[u8]) -> Result<Incoming, FhirError> {
    let tree = Tree::read(body)?;
    let root = tree.root();
    let resource = root.text_of("resourceType").ok_or(FhirError::NotAResource)?.into_owned();
    let mut incoming = head(root, resource)?;
    let Some(map) = map::map_of(root) else { return Ok(incoming) };
    no_unknown_modifier(root)?;
    incoming.what = What::Entry(map.kind, map.part);
    for row in map.rows {
        match map::get(root, &[], row)? {
            Got::Nothing => {}
            Got::NotRead => incoming.not_read.push(row.field),
            Got::Is(value) => incoming.fields.push((map.kind, row.field, value)),
        }
    }
    let links = map.links.iter().map(|row| (row, map::link(root, row)));
    let links = links.map(|(row, to)| Link { element: row.element, field: row.field, to });
    incoming.links = links.filter(|link| !link.to.is_empty()).collect();
    if map.kind == Kind::Unwell && map.part == 0 {
        incoming.parts = parts_of(root)?;
    }
    incoming.withdrawn = withdrawn(root);
    Ok(incoming)
}

fn head(root: Item<'_, '_>, resource: String) -> Result<Incoming, FhirError> {
    let own = |item: Option<Item<'_, '_>>, name| item?.text_of(name).map(|text| text.into_owned());
    let id = own(Some(root), "id").unwrap_or_default();
    if !is_id(&id) {
        return Err(FhirError::NotAllowed { element: "id" });
    }
    let patient = ["subject", "patient", "for"].iter().find_map(|name| own(root.get(name), "reference"));
    // An appointment's patient is one of those who come.
    let actors = root.get("participant").into_iter().flat_map(|list| list.items());
    let mut coming = actors.filter_map(|one| own(one.get("actor"), "reference"));
    let patient = patient.or_else(|| coming.find(|actor| actor.contains("Patient/")));
    let identifier = root.get("identifier");
    let one = identifier.filter(|item| item.is_object());
    let identifiers = identifier.into_iter().flat_map(|list| list.items()).chain(one);
    let ours = |item: &Item<'_, '_>| item.get("system").is_some_and(|text| text.is_text(own::ENTRY_ID));
    let identifier = identifiers.filter(ours).find_map(|item| own(Some(item), "value"));
    let what = match resource.as_str() {
        "Observation" => What::Result,
        "Patient" => What::Patient,
        _ => What::Other,
    };
    Ok(Incoming {
        resource,
        id,
        version: own(root.get("meta"), "versionId"),
        last_updated: own(root.get("meta"), "lastUpdated"),
        patient,
        identifier,
        what,
        fields: Vec::new(),
        not_read: Vec::new(),
        links: Vec::new(),
        parts: Vec::new(),
        withdrawn: false,
    })
}

/// An id will stand in addresses later, so only FHIR's own form is taken.
fn is_id(id: &str) -> bool {
    id.len() <= 64 && id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'.')
}

/// FHIR forbids to read a resource as if a modifier that is not known were not there
/// (<https://hl7.org/fhir/R4/extensibility.html#modifierExtension>).
fn no_unknown_modifier(root: Item<'_, '_>) -> Result<(), FhirError> {
    let negated = root.get("doNotPerform").is_some_and(|item| item.bool() != Some(false));
    if root.get("implicitRules").is_some() || negated || modified(root) {
        return Err(FhirError::UnknownModifier);
    }
    Ok(())
}

/// Whether a modifier stands anywhere in it. What is contained in it is a resource of its own.
fn modified(item: Item<'_, '_>) -> bool {
    let within = |(name, value): (Item<'_, '_>, Item<'_, '_>)| {
        !name.is_text("contained") && (name.is_text("modifierExtension") || modified(value))
    };
    item.members().any(within) || item.items().any(modified)
}

/// Whether it says itself that it should never have been sent, or that it is not so.
fn withdrawn(root: Item<'_, '_>) -> bool {
    let mistaken = |name: &str| root.get(name).is_some_and(|item| item.is_text("entered-in-error"));
    let system = "http://terminology.hl7.org/CodeSystem/";
    let verified = |of: &str, code: &str| {
        let status = root.get("verificationStatus");
        status.is_some_and(|item| map::has_code(item, &format!("{system}{of}"), code))
    };
    let not_so = ["condition-ver-status", "allergyintolerance-verification"]
        .iter()
        .any(|of| verified(of, "entered-in-error") || verified(of, "refuted"));
    let status = |code: &str| root.get("status").is_some_and(|item| item.is_text(code));
    let appointment = root.get("resourceType").is_some_and(|item| item.is_text("Appointment"));
    let not_taken = status("not-taken") || appointment && (status("cancelled") || status("noshow"));
    // What is no longer offered; a patient's record that is closed is looked at elsewhere.
    let service = root.get("resourceType").is_some_and(|item| item.is_text("HealthcareService"));
    let over = service && root.get("active").and_then(|item| item.bool()) == Some(false);
    mistaken("status") || mistaken("lifecycleStatus") || not_so || not_taken || over
}

/// The map by which a resource is written over.
fn writable(root: Item<'_, '_>) -> Result<&'static Map, FhirError> {
    root.get("resourceType").ok_or(FhirError::NotAResource)?;
    let map = map::map_of(root).ok_or(FhirError::NotMapped)?;
    no_unknown_modifier(root)?;
    if map.goes != map::Goes::Out { Err(FhirError::ReadOnly) } else { Ok(map) }
}

/// The resource with these fields saying so; [`Value::Empty`] takes an element away. Every other
/// byte stays as it came, and where a field says so already nothing changes.
///
/// # Errors
/// [`FhirError::NotMapped`] for a field that does not stand in it; [`FhirError::ReadOnly`] for a
/// resource that is the practice's alone; else as [`incoming`].
pub fn write_over(body: &[u8], fields: &[(Field, Value)]) -> Result<Vec<u8>, FhirError> {
    let tree = Tree::read(body)?;
    let map = writable(tree.root())?;
    let mut text = tree.text().to_owned();
    for (field, value) in fields {
        let same = |row: &&map::Row| row.field.kind == field.kind && row.field.number == field.number;
        let row = map.rows.iter().find(same).ok_or(FhirError::NotMapped)?;
        text = map::put(&text, &[], row, value)?;
    }
    Ok(text.into_bytes())
}

/// The links that a resource can have: the name of each, and the field that it is.
///
/// # Errors
/// As [`write_over`].
pub fn links_of(body: &[u8]) -> Result<Vec<(&'static str, Option<Field>)>, FhirError> {
    let tree = Tree::read(body)?;
    Ok(writable(tree.root())?.links.iter().map(|row| (row.element, row.field)).collect())
}

/// The resource with a link (by [`Link::element`]) naming just these, in this order. What stands
/// beside a reference that stays, stays with it.
///
/// # Errors
/// As [`write_over`].
pub fn write_links(body: &[u8], element: &str, to: &[String]) -> Result<Vec<u8>, FhirError> {
    let tree = Tree::read(body)?;
    let map = writable(tree.root())?;
    let row = map.links.iter().find(|row| row.element == element).ok_or(FhirError::NotMapped)?;
    Ok(map::put_link(tree.text(), row, to)?.into_bytes())
}

/// The plan for when I'm unwell with these fields of one part saying so. A part of a mark that is
/// not there is put behind the others.
///
/// # Errors
/// As [`write_over`].
pub fn write_part(
    body: &[u8],
    kind: Kind,
    mark: &str,
    fields: &[(Field, Value)],
) -> Result<Vec<u8>, FhirError> {
    let text = unwell(body)?;
    Ok(map::put_part(text, kind, mark, fields)?.into_bytes())
}

/// The plan for when I'm unwell without one part.
///
/// # Errors
/// As [`write_over`].
pub fn remove_part(body: &[u8], mark: &str) -> Result<Vec<u8>, FhirError> {
    Ok(map::remove_part(unwell(body)?, mark)?.into_bytes())
}

/// The plan for when I'm unwell with the parts named in this order; others stay where they are.
///
/// # Errors
/// As [`write_over`].
pub fn order_parts(body: &[u8], marks: &[&str]) -> Result<Vec<u8>, FhirError> {
    Ok(map::order_parts(unwell(body)?, marks)?.into_bytes())
}

fn unwell(body: &[u8]) -> Result<&str, FhirError> {
    let tree = Tree::read(body)?;
    let map = writable(tree.root())?;
    if map.kind == Kind::Unwell && map.part == 0 { Ok(tree.text()) } else { Err(FhirError::NotMapped) }
}
