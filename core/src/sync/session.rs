//! The tokens of a link while it is used: renewed once, kept before they are used.

use super::engine::Plan;
use super::http::{Http, Token};
use super::practice::PracticeError;
use super::r4::Session;
use super::smart::{SmartError, Tokens, refresh};
use super::state::{Link, link_row, tokens_row};
use super::world::World;
use std::cell::RefCell;

/// A link in use.
pub struct Live<'a, P> {
    plan: &'a P,
    http: &'a dyn Http,
    world: &'a dyn World,
    link: &'a Link,
    tokens: RefCell<Tokens>,
}

impl<'a, P: Plan> Live<'a, P> {
    /// Over the tokens as they are kept.
    pub fn new(
        (plan, http, world): (&'a P, &'a dyn Http, &'a dyn World),
        link: &'a Link,
        tokens: Tokens,
    ) -> Self {
        Self { plan, http, world, link, tokens: RefCell::new(tokens) }
    }

    fn renew(&self) -> Result<Token, PracticeError> {
        let old = self.tokens.borrow().clone();
        let renewed = refresh(self.http, &self.link.token, &self.link.client, &old, self.world.now().ms);
        let other = |patient: &String| *patient != self.link.patient.id;
        let granting = match renewed {
            Ok(granting) if granting.patient.as_ref().is_some_and(other) => Err(SmartError::Ended),
            renewed => renewed,
        };
        match granting {
            Ok(granting) => {
                self.plan.keep(Vec::new(), &[tokens_row(Some(&granting.tokens))])?;
                let access = granting.tokens.access.clone();
                *self.tokens.borrow_mut() = granting.tokens;
                Ok(access)
            }
            Err(error @ (SmartError::Ended | SmartError::Refused)) => {
                let ended = Link { ended: true, ..self.link.clone() };
                self.plan.keep(Vec::new(), &[link_row(&ended), tokens_row(None)])?;
                Err(error.into())
            }
            Err(error) => Err(error.into()),
        }
    }
}

impl<P: Plan> Session for Live<'_, P> {
    fn token(&self) -> Result<Token, PracticeError> {
        let (access, until, renews) = {
            let tokens = self.tokens.borrow();
            (tokens.access.clone(), tokens.until, tokens.refresh.is_some())
        };
        // By this phone's clock, which may be wrong: then the practice says so.
        if renews && self.world.now().ms >= until { self.renew() } else { Ok(access) }
    }

    fn renewed(&self, refused: &Token) -> Result<Token, PracticeError> {
        let now = self.tokens.borrow().access.clone();
        if now != *refused { Ok(now) } else { self.renew() }
    }
}
