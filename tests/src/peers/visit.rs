//! One short visit to a running practice: does it do what a link needs?

use super::{Link, Peer};
use serde_json::{Value, json};

/// Signs in by script, lets those who work there register the person, writes a
/// goal, reads it back, and gives the tokens back. What was seen, in a line.
///
/// # Errors
/// A sentence of which step went wrong.
pub fn visit(peer: &Peer) -> Result<String, String> {
    let name = "visitor";
    peer.staff_put(&patient(name))?;
    let link = Link::make(peer, name)?;
    if link.patient != name {
        return Err(format!("the record granted is {}, not {name}", link.patient));
    }
    let id = "a-goal-of-the-visit";
    let put = link.put(&format!("Goal/{id}"), &goal(id, name, "Walk to the bench by the pond"), None)?;
    // It is there already where the same practice is visited again.
    if ![200, 201].contains(&put.status) {
        return Err(format!("the goal was not taken: {}", put.shown()));
    }
    let read = link.get(&format!("Goal/{id}"))?;
    let said = read.json().pointer("/description/text").and_then(Value::as_str).map(str::to_owned);
    if said.as_deref() != Some("Walk to the bench by the pond") {
        return Err(format!("the goal does not read back: {}", read.shown()));
    }
    let other = link.get("Patient/somebody-else")?.status;
    if other == 200 {
        return Err("another person's record was shown".to_owned());
    }
    link.refreshed()?.revoke()?;
    let etag = put.header("etag").unwrap_or("none").to_owned();
    Ok(format!("signed in, wrote a goal ({}, ETag {etag}), read it back", put.status))
}

/// A person's record, as those who work there make it. Nobody real.
#[must_use]
pub fn patient(id: &str) -> Value {
    json!({
        "resourceType": "Patient", "id": id, "active": true,
        "name": [{ "family": "Example", "given": ["Jo"] }], "birthDate": "1951-03-04"
    })
}

/// A goal of a person, in these words.
#[must_use]
pub fn goal(id: &str, patient: &str, words: &str) -> Value {
    json!({
        "resourceType": "Goal", "id": id, "lifecycleStatus": "active",
        "description": { "text": words }, "subject": { "reference": format!("Patient/{patient}") }
    })
}
