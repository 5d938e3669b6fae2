//! Linking with a practice, and ending it.

use super::view::{PracticeView, UnlinkedView};
use crate::companion::{Companion, Trouble, Writer};
use crate::plan::{self, Kind, PracticeLink};
use crate::record::{EntityId, Value};
use crate::store::SyncLock;
use crate::sync::base::Base;
use crate::sync::http::Http;
use crate::sync::patient::Patient;
use crate::sync::practice::{Practice, PracticeError, Profile};
use crate::sync::r4::{Place, R4, Wire};
use crate::sync::session::Live;
use crate::sync::smart::{self, Client, Config, SmartError, Tokens};
use crate::sync::state::{Link, Notes, State, attempt_row, link_row, notes_row, tokens_row};
use crate::sync::world::World;
use url::Url;

impl Companion {
    /// Begins to link with the practice at an address: the address to open in
    /// the person's own browser. `client` and `redirect` are this app's name
    /// there and where the browser comes back to.
    ///
    /// # Errors
    /// [`Trouble`]; nothing was changed but that an older attempt is forgotten.
    pub fn link_begin(&self, base: &str, client: &str, redirect: &str) -> Result<String, Trouble> {
        let base = Base::parse(base).ok_or(SmartError::NotSafe)?;
        let redirect = Url::parse(redirect).map_err(|_| SmartError::NotSafe)?;
        let client = Client { id: client.to_owned(), redirect };
        let config = smart::discover(&*self.http()?, &base)?;
        let (attempt, url) = smart::authorise_url(&*self.world(), base, config, client)?;
        self.sync_state()?;
        self.ledger().keep_synced(&[attempt_row(Some(&attempt))])?;
        Ok(url.into())
    }

    /// Ends what [`Companion::link_begin`] began, with the address that the
    /// browser came back to. `name` is what the person calls the practice.
    ///
    /// # Errors
    /// [`Trouble`]; then there is no link, and it is begun anew.
    pub fn link_finish(&self, returned: &str, name: &str) -> Result<PracticeView, Trouble> {
        plan::check_name(name)?;
        let state = self.sync_state()?;
        let attempt = state.attempt.clone().ok_or(SmartError::NotOurs)?;
        let code = smart::code_of(&attempt, returned);
        if matches!(code, Err(SmartError::NotOurs)) {
            // Anybody can send a browser here: the true answer may still come.
            return Err(SmartError::NotOurs.into());
        }
        // An answer is used once.
        self.ledger().keep_synced(&[attempt_row(None)])?;
        let (http, world) = (self.http()?, self.world());
        let granting = smart::exchange(&*http, &attempt, &code?, world.now().ms)?;
        let link = Link {
            base: attempt.base.as_str().to_owned(),
            name: name.to_owned(),
            client: attempt.client.id.clone(),
            token: attempt.config.token.clone(),
            revoke: attempt.config.revoke.clone(),
            patient: Patient {
                id: granting.patient.ok_or(SmartError::NoPatient)?,
                nhs_number: None,
                active: true,
                links: None,
            },
            since: world.now().ms,
            ended: false,
        };
        let made = self.make_link(&state, link, granting.tokens.clone(), (&*http, &*world));
        if made.is_err() {
            // Nobody shall use what nobody keeps.
            let _ = smart::revoke(&*http, &attempt.config, &attempt.client.id, &granting.tokens);
        }
        made?;
        self.practice()
    }

    fn make_link(
        &self,
        state: &State,
        link: Link,
        tokens: Tokens,
        (http, world): (&dyn Http, &dyn World),
    ) -> Result<(), Trouble> {
        let granted = tokens.granted();
        let base = Base::parse(&link.base).ok_or(SmartError::NotSafe)?;
        let stopped = || false;
        let types = super::map::types();
        let patient = {
            let once = Once(tokens.access.clone());
            let wire = Wire::new(http, world, &once, &stopped);
            let place =
                Place { base: &base, patient: &link.patient.id, granted: &granted, types, system: "" };
            R4::new(wire, place, Profile::default())
                .patient()
                .map_err(crate::sync::engine::SyncError::from)?
        };
        self.is_the_person(&patient, &link)?;
        if let Some(before) = &state.link
            && !(before.base == link.base && patient.is_still(&before.patient))
        {
            return Err(Trouble::LinkedElsewhere);
        }
        let link = Link { patient, ..link };
        let notes = state.link.as_ref().map(|_| state.notes.clone()).unwrap_or_default();
        // On the disk before anything is asked with them that may renew them.
        let rows = [link_row(&link), tokens_row(Some(&tokens)), notes_row(&notes)];
        self.ledger().keep_synced(&rows)?;
        self.note_link(&link, world.now())?;
        let session = Live::new((self, http, world), &link, tokens);
        let wire = Wire::new(http, world, &session, &stopped);
        let place = Place { base: &base, patient: &link.patient.id, granted: &granted, types, system: "" };
        // What could not be tried is taken for what every server can do.
        if let Ok(profile) = R4::new(wire, place, Profile::default()).probe() {
            self.ledger().keep_synced(&[notes_row(&Notes { profile, ..notes })])?;
        }
        Ok(())
    }

    /// Whether a record can be this person's: in use, and under no other NHS
    /// number than the one they typed.
    fn is_the_person(&self, patient: &Patient, link: &Link) -> Result<(), Trouble> {
        let typed = super::paper::typed_numbers(self.ledger().record());
        let other =
            patient.nhs_number.as_ref().is_some_and(|number| !typed.is_empty() && !typed.contains(number));
        let merged = patient.links.is_some() && !patient.active;
        if patient.id != link.patient.id || !patient.active || merged || other {
            return Err(Trouble::OtherPerson);
        }
        Ok(())
    }

    /// Notes in the plan that there is a link: a restored phone says so then.
    fn note_link(&self, link: &Link, now: crate::record::When) -> Result<(), Trouble> {
        let known = {
            let ledger = self.ledger();
            let all = PracticeLink::all(ledger.record());
            let is = |known: &&PracticeLink| known.base.text() == link.base && known.ended.first().is_none();
            all.iter().find(is).map(|known| known.id)
        };
        if known.is_some() {
            return Ok(());
        }
        let fields = [
            (PracticeLink::BASE, Value::Text(link.base.clone())),
            (PracticeLink::NAME, Value::Text(link.name.clone())),
            (PracticeLink::SINCE, Value::Instant(now.ms, now.offset)),
        ];
        self.add(Kind::PracticeLink, &fields, &Writer::Person).map(drop)
    }

    /// Ends the link: the practice is told, the tokens are given back, and what
    /// sync kept is forgotten. Every word stays here, and what was sent stays at
    /// the practice.
    ///
    /// # Errors
    /// [`Trouble`], where the store does not write: then the link is as it was.
    pub fn unlink(&self) -> Result<UnlinkedView, Trouble> {
        let _lock = SyncLock::take(&self.ledger().store().options().store)?;
        let state = self.sync_state()?;
        let link = state.link.ok_or(Trouble::NotLinked)?;
        let told = match (&state.tokens, link.ended) {
            (Some(tokens), false) => self.http().is_ok_and(|http| {
                let config = Config {
                    issuer: None,
                    authorise: link.token.clone(),
                    token: link.token.clone(),
                    revoke: link.revoke.clone(),
                    sends_issuer: false,
                    second_scopes: true,
                    offline: true,
                };
                smart::revoke(&*http, &config, &link.client, tokens).is_ok()
            }),
            _ => true,
        };
        self.forget_practice()?;
        let now = self.platform.clock.now();
        let links: Vec<EntityId> = {
            let ledger = self.ledger();
            let all = PracticeLink::all(ledger.record());
            let open =
                all.iter().filter(|known| known.base.text() == link.base && known.ended.first().is_none());
            open.map(|known| known.id).collect()
        };
        for id in links {
            let ended = Value::Instant(now.ms, now.offset);
            self.write(Kind::PracticeLink, id, &PracticeLink::ENDED, ended, &Writer::Person)?;
        }
        let key = if told { "practice-unlinked" } else { "practice-unlinked-untold" };
        let sentence = self.words.say(key, &[("name", (&link.name).into())]);
        Ok(UnlinkedView { told, sentence })
    }
}

/// A token that is not renewed: the first question of all.
struct Once(crate::sync::http::Token);

impl crate::sync::r4::Session for Once {
    fn token(&self) -> Result<crate::sync::http::Token, PracticeError> {
        Ok(self.0.clone())
    }

    fn renewed(&self, _: &crate::sync::http::Token) -> Result<crate::sync::http::Token, PracticeError> {
        Err(PracticeError::NotAllowed)
    }
}
