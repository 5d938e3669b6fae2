//! A link made by hand: SMART App Launch, standalone, each step as the standard
//! tells it and none of Hearth's own code, so that a practice that does not work
//! is told from a client that does not.

use super::http::{Answer, Ask, in_query, query};
use super::{FHIR_JSON, Peer, done};
use serde_json::{Value, json};

/// The client that the authorisation servers know.
pub const CLIENT: &str = "hearth";
/// Where the browser comes back to.
pub const REDIRECT: &str = "example.hearth:/linked";
/// What is asked for here.
pub const SCOPES: &str = "launch/patient offline_access patient/Patient.r patient/Goal.cruds";
/// The pair of RFC 7636, appendix B: what is proved, and its SHA-256.
const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
const CHALLENGE: &str = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

/// What a practice says of how to link with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Discovered {
    /// Who gives the tokens.
    pub issuer: String,
    /// Where the browser is sent.
    pub authorise: String,
    /// Where a code becomes tokens.
    pub token: String,
    /// Where tokens are given back.
    pub revoke: String,
}

impl Discovered {
    /// Asks a practice.
    ///
    /// # Errors
    /// A sentence of what is missing.
    pub fn of(peer: &Peer) -> Result<Self, String> {
        let answer = Ask::new("GET", peer.at(".well-known/smart-configuration")).send()?;
        let said = done(answer)?.json();
        let text = |name: &str| {
            said.get(name).and_then(Value::as_str).map(str::to_owned).ok_or(format!("no {name}: {said}"))
        };
        let can = |list: &str, what: &str| {
            said.get(list).and_then(Value::as_array).is_some_and(|all| all.iter().any(|one| one == what))
        };
        let needed = [
            ("capabilities", "launch-standalone"),
            ("capabilities", "client-public"),
            ("capabilities", "context-standalone-patient"),
            ("capabilities", "permission-patient"),
            ("code_challenge_methods_supported", "S256"),
        ];
        if let Some((_, lacks)) = needed.iter().find(|(list, what)| !can(list, what)) {
            return Err(format!("it can't do {lacks}: {said}"));
        }
        Ok(Self {
            issuer: text("issuer")?,
            authorise: text("authorization_endpoint")?,
            token: text("token_endpoint")?,
            revoke: text("revocation_endpoint")?,
        })
    }
}

/// The address that a browser is sent to.
#[must_use]
pub fn address(found: &Discovered, audience: &str, state: &str) -> String {
    let pairs = [
        ("response_type", "code"),
        ("client_id", CLIENT),
        ("redirect_uri", REDIRECT),
        ("scope", SCOPES),
        ("state", state),
        ("aud", audience),
        ("code_challenge", CHALLENGE),
        ("code_challenge_method", "S256"),
    ];
    format!("{}?{}", found.authorise, query(&pairs))
}

/// A link that stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    peer: Peer,
    found: Discovered,
    /// Whose record was granted.
    pub patient: String,
    /// What was granted.
    pub scope: String,
    /// The access token.
    pub access: String,
    /// The refresh token.
    pub refresh: String,
}

impl Link {
    /// Links as the patient `name`, who agrees.
    ///
    /// # Errors
    /// A sentence of which step went wrong.
    pub fn make(peer: &Peer, name: &str) -> Result<Self, String> {
        let found = Discovered::of(peer)?;
        let back = peer.login(name, true, &address(&found, &peer.base, "asked-here"))?;
        let in_answer = |what: &str| in_query(&back, what).ok_or(format!("no {what} in {back}"));
        if in_answer("state")? != "asked-here" || in_answer("iss")? != found.issuer {
            return Err(format!("not the answer to what was asked: {back}"));
        }
        let code = in_answer("code")?;
        let answer = exchange(&found, &code, VERIFIER)?;
        Self::of(peer, found, &done(answer)?.json())
    }

    /// The token endpoint's answer to a code with a verifier that is not the one asked with.
    ///
    /// # Errors
    /// A sentence: there was no answer.
    pub fn make_with_other_verifier(peer: &Peer, name: &str) -> Result<Answer, String> {
        let found = Discovered::of(peer)?;
        let back = peer.login(name, true, &address(&found, &peer.base, "asked-here"))?;
        let code = in_query(&back, "code").ok_or(format!("no code in {back}"))?;
        exchange(&found, &code, &VERIFIER.replace('d', "e"))
    }

    fn of(peer: &Peer, found: Discovered, said: &Value) -> Result<Self, String> {
        let text = |name: &str| {
            said.get(name)
                .and_then(Value::as_str)
                .map(str::to_owned)
                .ok_or(format!("no {name} with the tokens"))
        };
        Ok(Self {
            peer: peer.clone(),
            found,
            patient: text("patient")?,
            scope: text("scope")?,
            access: text("access_token")?,
            refresh: text("refresh_token")?,
        })
    }

    /// The token endpoint's answer to a refresh token.
    ///
    /// # Errors
    /// A sentence: there was no answer.
    pub fn try_refresh(&self, token: &str) -> Result<Answer, String> {
        let form = [("grant_type", "refresh_token"), ("refresh_token", token), ("client_id", CLIENT)];
        Ask::new("POST", self.found.token.as_str()).form(&form).send()
    }

    /// The same link with the next tokens.
    ///
    /// # Errors
    /// A sentence: there was no answer, or it was no.
    pub fn refreshed(&self) -> Result<Self, String> {
        let answer = done(self.try_refresh(&self.refresh)?)?;
        Self::of(&self.peer, self.found.clone(), &answer.json())
    }

    /// Gives the refresh token back.
    ///
    /// # Errors
    /// A sentence: there was no answer, or it was no.
    pub fn revoke(&self) -> Result<(), String> {
        let form =
            [("token", self.refresh.as_str()), ("token_type_hint", "refresh_token"), ("client_id", CLIENT)];
        done(Ask::new("POST", self.found.revoke.as_str()).form(&form).send()?).map(|_| ())
    }

    /// Reads something with the link's token.
    ///
    /// # Errors
    /// A sentence: there was no answer.
    pub fn get(&self, path: &str) -> Result<Answer, String> {
        Ask::new("GET", self.peer.at(path)).bearer(&self.access).with("accept", FHIR_JSON).send()
    }

    /// Asks several questions in one request, with the link's token.
    ///
    /// # Errors
    /// A sentence: there was no answer.
    pub fn get_together(&self, paths: &[&str]) -> Result<Answer, String> {
        let ask = |path: &&str| json!({ "request": { "method": "GET", "url": path } });
        let entries: Vec<Value> = paths.iter().map(ask).collect();
        let batch = json!({ "resourceType": "Bundle", "type": "batch", "entry": entries });
        let ask = Ask::new("POST", self.peer.base.as_str()).bearer(&self.access).with("accept", FHIR_JSON);
        ask.sending(FHIR_JSON, batch.to_string()).send()
    }

    /// Writes something with the link's token, over the version named, if one is.
    ///
    /// # Errors
    /// A sentence: there was no answer.
    pub fn put(&self, path: &str, resource: &Value, over: Option<&str>) -> Result<Answer, String> {
        let mut ask = Ask::new("PUT", self.peer.at(path)).bearer(&self.access).with("accept", FHIR_JSON);
        if let Some(version) = over {
            ask = ask.with("if-match", version);
        }
        ask.sending(FHIR_JSON, resource.to_string()).send()
    }
}

fn exchange(found: &Discovered, code: &str, verifier: &str) -> Result<Answer, String> {
    let form = [
        ("grant_type", "authorization_code"),
        ("code", code),
        ("redirect_uri", REDIRECT),
        ("client_id", CLIENT),
        ("code_verifier", verifier),
    ];
    Ask::new("POST", found.token.as_str()).form(&form).send()
}
