//! The authorisation server: codes with PKCE, tokens that rotate, a family that
//! ends when an old one comes again, tokens given back.

use super::{BASE, CLIENT, PATIENT, Quirks, REDIRECT};
use hearth_core::sync::http::{Request, Response};
use ring::digest::{SHA256, digest};
use serde_json::json;
use std::collections::{BTreeMap, HashMap};
use url::Url;

/// Who gives the tokens.
pub const ISSUER: &str = "https://login.practice.example";

#[derive(Default)]
pub struct Auth {
    codes: HashMap<String, Asked>,
    access: HashMap<String, Grant>,
    refresh: HashMap<String, Grant>,
    used: HashMap<String, u64>,
    ended: Vec<u64>,
    given: u64,
}

struct Asked {
    challenge: String,
    scope: String,
}

#[derive(Clone)]
pub struct Grant {
    family: u64,
    until: i64,
    pub scope: String,
}

impl Auth {
    pub fn sign_in(&mut self, url: &str, _now: i64, quirks: &Quirks) -> String {
        let url = Url::parse(url).expect("an address");
        let asked: BTreeMap<String, String> = url.query_pairs().into_owned().collect();
        assert_eq!(
            (asked["response_type"].as_str(), asked["code_challenge_method"].as_str()),
            ("code", "S256")
        );
        assert_eq!((asked["aud"].as_str(), asked["client_id"].as_str()), (BASE, CLIENT));
        assert_eq!(asked["redirect_uri"], REDIRECT);
        let reaches = |scope: &&str| {
            let kind = scope.strip_prefix("patient/").and_then(|rest| rest.split('.').next());
            kind.is_none_or(|kind| !quirks.without.contains(&kind))
        };
        let scope: Vec<&str> = asked["scope"].split(' ').filter(reaches).collect();
        self.given += 1;
        let code = format!("code-{}", self.given);
        let challenge = asked["code_challenge"].clone();
        self.codes.insert(code.clone(), Asked { challenge, scope: scope.join(" ") });
        let mut back = Url::parse(REDIRECT).expect("an address");
        back.query_pairs_mut()
            .append_pair("code", &code)
            .append_pair("state", &asked["state"])
            .append_pair("iss", ISSUER);
        back.into()
    }

    pub fn configuration(&self, quirks: &Quirks) -> Response {
        let permission = if quirks.first_scopes { "permission-v1" } else { "permission-v2" };
        let said = json!({
            "issuer": ISSUER, "authorization_endpoint": format!("{ISSUER}/auth"),
            "token_endpoint": format!("{ISSUER}/token"), "revocation_endpoint": format!("{ISSUER}/revoke"),
            "code_challenge_methods_supported": ["S256"], "authorization_response_iss_parameter_supported": true,
            "capabilities": ["launch-standalone", "client-public", "context-standalone-patient",
                "permission-patient", "permission-offline", permission],
        });
        super::serve::json(200, &said)
    }

    pub fn token(&mut self, request: &Request, now: i64, quirks: &Quirks) -> Response {
        let form = form(request);
        let no = || super::serve::json(400, &json!({ "error": "invalid_grant" }));
        let field = |name: &str| form.get(name).cloned().unwrap_or_default();
        match field("grant_type").as_str() {
            "authorization_code" => {
                // A code is good once.
                let Some(asked) = self.codes.remove(&field("code")) else { return no() };
                let sum = digest(&SHA256, field("code_verifier").as_bytes());
                if base64url(sum.as_ref()) != asked.challenge || field("redirect_uri") != REDIRECT {
                    return no();
                }
                self.given += 1;
                let family = self.given;
                self.give(family, asked.scope, now, quirks, true)
            }
            "refresh_token" => {
                let token = field("refresh_token");
                if let Some(family) = self.used.get(&token) {
                    // An old one comes again: somebody has copied it.
                    self.ended.push(*family);
                    return no();
                }
                let Some(grant) = self.refresh.get(&token).cloned() else { return no() };
                if self.ended.contains(&grant.family) {
                    return no();
                }
                if !quirks.no_rotation {
                    self.refresh.remove(&token);
                    self.used.insert(token, grant.family);
                }
                self.give(grant.family, grant.scope, now, quirks, !quirks.no_rotation)
            }
            _ => super::serve::json(400, &json!({ "error": "unsupported_grant_type" })),
        }
    }

    fn give(&mut self, family: u64, scope: String, now: i64, quirks: &Quirks, refresh: bool) -> Response {
        self.given += 1;
        let (access, again) = (format!("access-{}", self.given), format!("refresh-{}", self.given));
        let life = i64::try_from(quirks.token_life).unwrap_or(0) * 1000;
        let grant = Grant { family, until: now + life, scope: scope.clone() };
        self.access.insert(access.clone(), grant.clone());
        let mut said = json!({
            "access_token": access, "token_type": "Bearer", "expires_in": quirks.token_life,
            "scope": scope, "patient": PATIENT,
        });
        if refresh {
            self.refresh.insert(again.clone(), grant);
            said["refresh_token"] = json!(again);
        }
        super::serve::json(200, &said)
    }

    pub fn revoke(&mut self, request: &Request, quirks: &Quirks) -> Response {
        let token = form(request).get("token").cloned().unwrap_or_default();
        if quirks.keeps_access && self.access.contains_key(&token) {
            return super::serve::json(400, &json!({ "error": "unsupported_token_type" }));
        }
        let grant = self.refresh.get(&token).or_else(|| self.access.get(&token));
        if let Some(grant) = grant {
            self.ended.push(grant.family);
        }
        super::serve::json(200, &json!({}))
    }

    /// The grant of a token that is good now.
    pub fn of(&self, request: &Request, now: i64) -> Option<&Grant> {
        let grant = self.access.get(request.bearer.as_ref()?.expose())?;
        (grant.until > now && !self.ended.contains(&grant.family)).then_some(grant)
    }

    pub fn tire(&mut self) {
        self.access.clear();
    }

    pub fn end_all(&mut self) {
        let families: Vec<u64> = self.refresh.values().map(|grant| grant.family).collect();
        self.ended.extend(families);
    }

    pub fn families(&self) -> usize {
        let mut alive: Vec<u64> = self.refresh.values().map(|grant| grant.family).collect();
        alive.retain(|family| !self.ended.contains(family));
        alive.sort_unstable();
        alive.dedup();
        alive.len()
    }
}

fn form(request: &Request) -> HashMap<String, String> {
    let body = request.body.as_ref().map(|body| body.to_vec()).unwrap_or_default();
    url::form_urlencoded::parse(&body).into_owned().collect()
}

fn base64url(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let bits: Vec<u8> = bytes.iter().flat_map(|byte| (0..8).rev().map(move |bit| byte >> bit & 1)).collect();
    let six = bits.chunks(6).map(|six| six.iter().fold(0, |sum, bit| sum << 1 | bit) << (6 - six.len()));
    six.map(|six| char::from(LETTERS[usize::from(six)])).collect()
}
