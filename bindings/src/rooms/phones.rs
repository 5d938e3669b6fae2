//! My other phones, and what they give each other.

use crate::Plan;
use crate::answer::entity;
use crate::cross::views;
use crate::error::HearthError;
use hearth_core::companion::{self, Trouble};
use hearth_core::record::DeviceId;

views! {
    /// One of the person's own phones.
    PhoneView from companion::PhoneView {
        /// Names it.
        id: String,
        /// Names it in `Plan.bundle_for`; none if a newer app listed it in a
        /// way that this one does not know.
        device: Option<String>,
        /// What the person calls it.
        name: String,
        /// It is this one.
        this_phone: bool,
        /// The day it joined, in words.
        since: String,
        /// If it was removed: when, and that what it holds can't be called back.
        ended: Option<String>,
    }

    /// What came of another phone's bundle.
    TakenView from companion::TakenView {
        /// How many things that were written were new here.
        new: u32,
        /// How many were here already.
        known: u32,
        /// What to tell the person.
        sentences: Vec<String>,
    }
}

#[uniffi::export]
impl Plan {
    /// The person's phones: this one first.
    pub fn phones(&self) -> Result<Vec<PhoneView>, HearthError> {
        self.draw(|companion| Ok(companion.phones()))
    }

    /// Removes a lost phone, or one that was given away.
    pub fn remove_phone(&self, id: &str) -> Result<(), HearthError> {
        self.ask(|companion| companion.remove_phone(entity(id)?))
    }

    /// A sealed file for another of the person's phones, named by its `device`;
    /// for none in particular, with everything.
    pub fn bundle_for(&self, device: Option<String>) -> Result<Vec<u8>, HearthError> {
        self.ask(|companion| {
            let named = |id: &String| DeviceId::from_hex(id).ok_or(Trouble::NotFound);
            companion.bundle_for(device.as_ref().map(named).transpose()?)
        })
    }

    /// Takes in a file that another of the person's phones made: all of it, or
    /// nothing.
    pub fn take_bundle(&self, bytes: &[u8]) -> Result<TakenView, HearthError> {
        self.draw(|companion| companion.take_bundle(bytes))
    }

    /// A new name for this phone, after an older copy of its folder was put back.
    pub fn become_a_new_phone(&self) -> Result<(), HearthError> {
        self.ask(|companion| companion.become_a_new_phone())
    }
}
