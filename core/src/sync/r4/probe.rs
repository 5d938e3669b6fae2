//! What a server really does, tried when the link is made. Nothing is written
//! there to try it: a record of care is no place for trials.

use super::{JSON, R4, bundle};
use crate::sync::http::{Method, Request};
use crate::sync::practice::{PracticeError, Profile, Pull};
use crate::sync::when::written;
use serde_json::json;

/// Later than anything changed.
const FAR: i64 = 10 * 365 * 86_400_000;

impl R4<'_> {
    pub(super) fn try_out(&self) -> Result<Profile, PracticeError> {
        let mut profile = Profile::default();
        let types = self.types();
        let Some(kind) = types.iter().find(|kind| **kind == "Observation").or(types.first()) else {
            return Ok(profile);
        };
        let far = written(self.wire.now().saturating_add(FAR)).unwrap_or_default();
        let everything = {
            let mut url = self.place.base.at(&["Patient", self.place.patient, "$everything"]);
            url.query_pairs_mut().append_pair("_since", &far).append_pair("_count", "2");
            // The patient themself may come with it, changed or not.
            self.page_of(url)?.is_some_and(|page| page.iter().all(|kind| kind == "Patient"))
        };
        let mut url = self.place.base.at(&[kind]);
        url.query_pairs_mut()
            .append_pair("patient", self.place.patient)
            .append_pair("_lastUpdated", &format!("ge{far}"))
            .append_pair("_count", "2");
        profile.since = self.page_of(url)?.is_none_or(|page| page.is_empty());
        profile.batch = self.answers_batches(kind)?;
        profile.pull = match (everything, profile.batch) {
            (true, _) => Pull::Everything,
            (false, true) => Pull::Batch,
            (false, false) => Pull::Types,
        };
        Ok(profile)
    }

    /// The types on a page; none where the server does not answer such a question.
    fn page_of(&self, url: url::Url) -> Result<Option<Vec<String>>, PracticeError> {
        let answer = match self.get(url, bundle::MAX_PAGE) {
            Ok(answer) if answer.status == 200 => answer,
            Ok(_) | Err(PracticeError::Redirected | PracticeError::Busy { .. }) => return Ok(None),
            Err(error) => return Err(error),
        };
        let page = bundle::read_page(&answer.body).ok();
        Ok(page.map(|page| page.seen.into_iter().map(|seen| seen.resource).collect()))
    }

    fn answers_batches(&self, kind: &str) -> Result<bool, PracticeError> {
        let patient = self.place.patient;
        let ask = |url: String| json!({ "request": { "method": "GET", "url": url } });
        let entries = [ask(format!("Patient/{patient}")), ask(format!("{kind}?patient={patient}&_count=1"))];
        let body = json!({ "resourceType": "Bundle", "type": "batch", "entry": entries }).to_string();
        let mut request = Request::new(Method::Post, self.place.base.at(&[])).with("accept", JSON);
        request.most = bundle::MAX_PAGE;
        let answer = match self.wire.ask(request.sending(JSON, body.into_bytes()), true) {
            Ok(answer) if answer.status == 200 => answer,
            Ok(_) | Err(PracticeError::Redirected | PracticeError::Busy { .. }) => return Ok(false),
            Err(error) => return Err(error),
        };
        let inner = bundle::read_batch(&answer.body, 2).unwrap_or_default();
        Ok(!inner.is_empty() && inner.iter().all(|inner| inner.status == 200 && inner.body.is_some()))
    }
}
