//! The whole plan as a FHIR document, for anybody who reads FHIR: a file that needs no practice
//! linked and no signal.

use super::Companion;
use crate::fhir::{self, Context};

impl Companion {
    /// The plan as a FHIR R4 document Bundle (see [`fhir::document`]): what is "only me", removed or
    /// delicate is not in it, nor are results that others sent. It is a copy: what it says after
    /// it was given away cannot be taken back.
    pub fn document(&self) -> Vec<u8> {
        let ledger = self.ledger();
        let keys = ledger.store().keys();
        let cx = Context {
            record: ledger.record(),
            secret: keys.plan_secret(),
            patient: "",
            words: &self.words,
            tasks: true,
        };
        fhir::document(&cx, self.platform.clock.now())
    }
}
