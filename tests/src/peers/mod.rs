//! Real practices to test with: servers that others wrote, each behind an
//! authorisation server, started on this machine by `cargo xtask test` and by
//! `cargo xtask peers`. They are told of in the environment.
//!
//! A test that needs one is ignored by default and stands in a module named
//! after it (`hapi::...`, `sekmet::...`): that is how the runner finds it.

pub mod http;
mod link;
mod surgery;
mod visit;

pub use link::{CLIENT, Discovered, Link, REDIRECT, SCOPES, address};
pub use surgery::RealSurgery;
pub use visit::{goal, patient, visit};

use http::{Answer, Ask};
use serde_json::Value;
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// How FHIR is written.
pub const FHIR_JSON: &str = "application/fhir+json";

/// Where a running practice is, and how those who may arrange things there do it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Peer {
    /// `hapi` or `sekmet`.
    pub name: String,
    /// The base of its FHIR server, with no end slash.
    pub base: String,
    /// Its authorisation server.
    pub auth: String,
    /// The token of those who work there: everything is open to it.
    pub staff: String,
    /// The scripted browser: a program and its script.
    pub login: (PathBuf, PathBuf),
}

impl Peer {
    /// What a test is told of it in the environment.
    #[must_use]
    pub fn variables(&self) -> [(String, String); 5] {
        let of = |what: &str, value: &str| (variable(&self.name, what), value.to_owned());
        [
            of("BASE", &self.base),
            of("AUTH", &self.auth),
            of("STAFF", &self.staff),
            of("NODE", &self.login.0.to_string_lossy()),
            of("LOGIN", &self.login.1.to_string_lossy()),
        ]
    }

    /// The practice of this name, if one runs.
    #[must_use]
    pub fn running(name: &str) -> Option<Self> {
        let of = |what: &str| std::env::var(variable(name, what)).ok().filter(|value| !value.is_empty());
        Some(Self {
            name: name.to_owned(),
            base: of("BASE")?,
            auth: of("AUTH")?,
            staff: of("STAFF")?,
            login: (of("NODE")?.into(), of("LOGIN")?.into()),
        })
    }

    /// Opens an address as a person's browser would: signs in as `name`, who is
    /// `Patient/name` there, agrees or says no. The address that it ends at.
    ///
    /// # Errors
    /// A sentence of why the browser did not come back.
    pub fn login(&self, name: &str, agrees: bool, address: &str) -> Result<String, String> {
        let (node, script) = &self.login;
        let mut browser = Command::new(node);
        browser.arg(script).args([name, if agrees { "yes" } else { "no" }, address]);
        let output = browser.stdin(Stdio::null()).output().map_err(|error| error.to_string())?;
        if output.status.success() {
            Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
        } else {
            Err(format!("the browser did not come back: {}", String::from_utf8_lossy(&output.stderr)))
        }
    }

    /// The address of something there: `Goal/1`, `Goal?patient=1`.
    #[must_use]
    pub fn at(&self, path: &str) -> String {
        format!("{}/{path}", self.base)
    }

    /// Reads something as those who work there.
    ///
    /// # Errors
    /// A sentence: there was no answer.
    pub fn staff_get(&self, path: &str) -> Result<Answer, String> {
        Ask::new("GET", self.at(path)).bearer(&self.staff).with("accept", FHIR_JSON).send()
    }

    /// Writes a resource as those who work there, over whatever is there.
    ///
    /// # Errors
    /// A sentence: there was no answer, or it was no.
    pub fn staff_put(&self, resource: &Value) -> Result<Answer, String> {
        let word = |name: &str| resource.get(name).and_then(Value::as_str).unwrap_or_default();
        let path = format!("{}/{}", word("resourceType"), word("id"));
        let ask = Ask::new("PUT", self.at(&path)).bearer(&self.staff).with("accept", FHIR_JSON);
        done(ask.sending(FHIR_JSON, resource.to_string()).send()?)
    }

    /// Deletes something as those who work there.
    ///
    /// # Errors
    /// A sentence: there was no answer, or it was no.
    pub fn staff_delete(&self, path: &str) -> Result<Answer, String> {
        done(Ask::new("DELETE", self.at(path)).bearer(&self.staff).with("accept", FHIR_JSON).send()?)
    }

    /// The next `count` access tokens of a patient are refused by the practice,
    /// whatever life they were said to have.
    ///
    /// # Errors
    /// A sentence: there was no answer, or it was no.
    pub fn next_tokens_are_over(&self, patient: &str, count: u32) -> Result<(), String> {
        let count = count.to_string();
        self.arrange("born-expired", &[("patient", patient), ("count", &count)])
    }

    /// Every refresh token of a patient is over, as after too long a silence.
    ///
    /// # Errors
    /// A sentence: there was no answer, or it was no.
    pub fn forget_links(&self, patient: &str) -> Result<(), String> {
        self.arrange("forget", &[("patient", patient)])
    }

    fn arrange(&self, what: &str, pairs: &[(&str, &str)]) -> Result<(), String> {
        let url = format!("{}/staff/{what}?{}", self.auth, http::query(pairs));
        done(Ask::new("POST", url).bearer(&self.staff).send()?).map(|_| ())
    }
}

/// `HEARTH_PEER_HAPI_BASE` and so on.
fn variable(name: &str, what: &str) -> String {
    format!("HEARTH_PEER_{}_{what}", name.to_uppercase())
}

/// An answer that is a yes.
fn done(answer: Answer) -> Result<Answer, String> {
    if (200..300).contains(&answer.status) { Ok(answer) } else { Err(answer.shown()) }
}
