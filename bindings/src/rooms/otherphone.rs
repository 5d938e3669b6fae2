//! The person's other phone: taking it in from the old one, and joining on the new one.

use crate::Plan;
use crate::cross::views;
use crate::doors::{Opened, in_language, opened};
use crate::error::HearthError;
use crate::platform::{Folders, Platform};
use hearth_core::companion;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

views! {
    /// A phone that is being taken in.
    OtherPhoneView from companion::OtherPhoneView {
        /// Names it; [`Plan::pairing_refuse`] gives it up.
        id: String,
        /// What the new phone scans ([`crate::card::text_as_code`]); "" once it has.
        text: String,
        /// What the new phone is called, once it answered.
        name: String,
        /// The digits to compare, "123 456", once it answered.
        digits: Option<String>,
        /// What to say of it.
        lines: Vec<String>,
    }
}

#[uniffi::export]
impl Plan {
    /// Begins to take in a new phone whose code was scanned: what it is to scan in turn. Asks the
    /// network.
    pub fn other_phone_scanned(&self, text: &str) -> Result<OtherPhoneView, HearthError> {
        self.post(|companion| companion.other_phone_scanned(text))
    }

    /// The phone that is being taken in. Asks nobody: [`Plan::deliver_mail`] does.
    pub fn other_phone(&self) -> Result<Option<OtherPhoneView>, HearthError> {
        self.draw(companion::Companion::other_phone)
    }

    /// The digits are the same on both phones: the whole plan goes to the new one. Asks the network.
    pub fn other_phone_same(&self, id: &str) -> Result<OtherPhoneView, HearthError> {
        self.post(|companion| companion.other_phone_same(id))
    }
}

/// A new phone that waits for the plan. Nothing of it is kept until the plan is here.
#[derive(uniffi::Object)]
pub struct JoiningPhone {
    joining: Mutex<companion::Joining>,
    language: String,
}

impl JoiningPhone {
    fn joining(&self) -> MutexGuard<'_, companion::Joining> {
        self.joining.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[uniffi::export]
impl JoiningPhone {
    /// Draws this phone's keys.
    #[uniffi::constructor]
    pub fn new(platform: &Platform) -> Result<Arc<Self>, HearthError> {
        in_language(&platform.language, || {
            let joining = Mutex::new(companion::Joining::begin(platform.core())?);
            Ok(Arc::new(Self { joining, language: platform.language.clone() }))
        })
    }

    /// What the old phone scans ([`crate::card::text_as_code`]): this phone's public key.
    pub fn shows(&self) -> Result<String, HearthError> {
        in_language(&self.language, || Ok(self.joining().shows()))
    }

    /// What the old phone shows was scanned: the digits to compare, "123 456". Asks the network.
    pub fn scanned(&self, text: &str) -> Result<String, HearthError> {
        in_language(&self.language, || self.joining().scanned(text))
    }

    /// Asks whether the plan is there, after the digits were the same; none: not yet. Asks the network.
    pub fn fetch(&self, folders: &Folders) -> Result<Option<Opened>, HearthError> {
        in_language(&self.language, || Ok(self.joining().fetch(&folders.core())?.map(opened)))
    }
}
