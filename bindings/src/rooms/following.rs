//! Following: the plans of others, kept here with their age; suggesting, where one is paired.

use super::share::SharedSection;
use crate::Plan;
use crate::cross::views;
use crate::error::HearthError;
use hearth_core::companion;

views! {
    /// Somebody whose plan is followed, or is to be.
    FollowedView from companion::FollowedView {
        /// Names it.
        id: String,
        /// What they are called.
        name: String,
        /// How old the copy is: "As of Tuesday, 3 days ago"; "" where there is none.
        age: String,
        /// What else to say: when it was last checked or could not be, until when, how it ended.
        lines: Vec<String>,
        /// It ends soon; "" where it does not.
        warning: String,
        /// There is a copy to read.
        kept: bool,
        /// Whoever holds this phone may suggest.
        may_suggest: bool,
        /// How many suggestions wait for signal.
        waiting: u32,
        /// The digits to compare, where a pairing is on the way.
        digits: Option<String>,
    }

    /// Everybody who is followed.
    FollowingView from companion::FollowingView {
        /// Pairings on the way.
        meetings: Vec<FollowedView>,
        /// Those whose copies are here first.
        followed: Vec<FollowedView>,
    }

    /// A copy, to be read. All of it is somebody else's words: text, never markup.
    FollowedCard from companion::FollowedCard {
        /// Whose, and how old.
        view: FollowedView,
        /// What stands in front: who made it, what is not in it.
        front: Vec<String>,
        /// Whom it says to call, the first to be called first.
        calls: Vec<FollowedCall>,
        /// What it says: what to do when the person is unwell first, then in its own order.
        sections: Vec<SharedSection>,
    }

    /// Somebody whom a copy says to call.
    FollowedCall from companion::FollowedCall {
        /// "Sam"; "" where the copy says none.
        name: String,
        /// "my son"; "" where the copy says none.
        relation: String,
        /// As it was written: spaces and all. It holds nothing but what is dialled.
        number: String,
    }

    /// What a link or an invitation says of itself.
    FollowGiven from companion::FollowGiven {
        /// It is an invitation to be somebody's carer; else a link, which is read and no more.
        invitation: bool,
        /// What whoever made it is called, or calls it; "" for nothing.
        name: String,
        /// The host asks for a passcode.
        passcode: bool,
    }

    /// Words of a copy that others can be offered for.
    FollowedEntry from companion::FollowedEntry {
        /// Names it in the copy.
        entry: String,
        /// The kind of entry, by its name in the table.
        kind: String,
        /// The field, by its name in the table: `goal.words`.
        field: String,
        /// What stands there.
        words: String,
    }
}

/// Words for one field.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct SuggestedField {
    /// The field's name in the table.
    pub field: String,
    /// The words.
    pub words: String,
}

/// What is to be suggested: other words for a field of an entry, or a new entry.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Suggested {
    /// The entry, as the copy names it; none for a new one.
    pub entry: Option<String>,
    /// The kind of entry, by name.
    pub kind: String,
    /// For a new entry that is part of another: that one, as the copy names it.
    pub within: Option<String>,
    /// The words.
    pub fields: Vec<SuggestedField>,
}

impl Suggested {
    fn core(self) -> companion::Suggested {
        let fields = self.fields.into_iter().map(|one| (one.field, one.words)).collect();
        companion::Suggested { entry: self.entry, kind: self.kind, within: self.within, fields }
    }
}

#[uniffi::export]
impl Plan {
    /// Who is followed. Asks nobody.
    pub fn following(&self) -> Result<FollowingView, HearthError> {
        self.draw(companion::Companion::following)
    }

    /// A copy, to be read without signal.
    pub fn followed(&self, id: &str) -> Result<FollowedCard, HearthError> {
        self.draw(|companion| companion.followed(id))
    }

    /// Reads what was scanned or pasted, before anything is begun with it. Asks nobody.
    pub fn follow_given(&self, text: &str) -> Result<FollowGiven, HearthError> {
        self.draw(|companion| companion.follow_given(text))
    }

    /// Follows a link. `name`: what to call them, "" for what the link calls itself. Asks the network.
    pub fn follow_link(
        &self,
        link: &str,
        passcode: Option<String>,
        name: &str,
    ) -> Result<FollowingView, HearthError> {
        self.post(|companion| companion.follow_link(link, passcode.as_deref(), name))
    }

    /// Answers a person's invitation to be their carer. `name`: what they are to call whoever holds
    /// this phone. Asks the network.
    pub fn follow_accept(&self, text: &str, name: &str) -> Result<FollowingView, HearthError> {
        self.post(|companion| companion.follow_accept(text, name))
    }

    /// The digits of a pairing on the way are the same as the person's. Asks the network.
    pub fn follow_same(&self, id: &str) -> Result<FollowingView, HearthError> {
        self.post(|companion| companion.follow_same(id))
    }

    /// Looks whether a person answered. Asks the network.
    pub fn follow_look(&self) -> Result<FollowingView, HearthError> {
        self.post(companion::Companion::follow_look)
    }

    /// Looks at each copy that was not looked at for an hour; with `now`, at each one. Sends what
    /// waits. Asks the network.
    pub fn refresh_following(&self, now: bool) -> Result<FollowingView, HearthError> {
        self.post(|companion| companion.refresh_following(now))
    }

    /// Takes a copy away, because whoever holds this phone wants it so.
    pub fn follow_forget(&self, id: &str) -> Result<FollowingView, HearthError> {
        self.post(|companion| companion.follow_forget(id))
    }

    /// What words can be offered for in a copy.
    pub fn followed_entries(&self, id: &str) -> Result<Vec<FollowedEntry>, HearthError> {
        self.draw(|companion| companion.followed_entries(id))
    }

    /// Suggests; without signal it waits. Asks the network.
    pub fn suggest(&self, id: &str, suggested: Suggested) -> Result<FollowedView, HearthError> {
        self.post(|companion| companion.suggest(id, &suggested.core()))
    }
}
