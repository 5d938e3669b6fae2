//! A plan in step with a practice that is really there, wherever it is: the link
//! with the person's own browser, then a sync each time they ask for one.

use super::in_step::{known, show_what_came, sync};
use super::{Phone, StoryError, Teller, plan};
use hearth_core::companion::{Companion, Outside, Standing, SuggestionView, SystemClock};
use std::path::Path;
use std::sync::Arc;

/// Which practice, and this app's name there.
pub struct ForReal<'a> {
    /// Its FHIR base.
    pub base: &'a str,
    /// The client id that the practice gave this app.
    pub client: &'a str,
    /// Where the browser comes back to, as the practice knows it.
    pub redirect: &'a str,
}

/// What the person says to a suggestion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Takes it.
    Yes,
    /// Keeps their own words.
    No,
    /// Later.
    Later,
}

/// The person, with a browser.
pub trait Person {
    /// Opens this address, signs in, says yes, and gives back the address that
    /// the browser came to in the end.
    ///
    /// # Errors
    /// A sentence, where they did not come back.
    fn browse(&mut self, url: &str) -> Result<String, String>;

    /// Whether to sync once more.
    fn once_more(&mut self) -> bool;

    /// What they say to a suggestion.
    fn answer(&mut self, offer: &SuggestionView) -> Answer;
}

/// Links, where there is no link yet, and syncs until the person has enough.
///
/// # Errors
/// [`StoryError`] with its sentence: above all a practice that can't be reached.
pub fn in_step_with(
    folder: &Path,
    practice: &ForReal<'_>,
    outside: Outside,
    person: &mut dyn Person,
    teller: &mut Teller,
) -> Result<(), StoryError> {
    let t = teller.tongue();
    let clock = Arc::new(SystemClock);
    let name = t.pick("Jo's phone", "Ffôn Jo");
    let phone = Phone::new(&folder.join("phone"), name, &clock, t)?.with(outside);
    let hearth = if phone.has_plan() {
        Companion::open(&phone.folders(), phone.platform())?
    } else {
        let (hearth, words) = Companion::begin(&phone.folders(), phone.platform(), "Jo")?;
        plan::first_day(&hearth, &words, teller)?;
        plan::goals(&hearth, &|| (), teller)?;
        hearth
    };
    teller.chapter("In step with a practice that is really there", "Yn gyson â meddygfa sydd yno go iawn");
    let told = |trouble: hearth_core::companion::Trouble| StoryError::Wrong(trouble.sentence(hearth.words()));
    let mut view = hearth.practice()?;
    let is_there = view.base == practice.base.trim().trim_end_matches('/');
    if view.standing != Standing::Linked || !is_there {
        let url = hearth.link_begin(practice.base, practice.client, practice.redirect).map_err(told)?;
        let back = person.browse(&url).map_err(StoryError::Wrong)?;
        view = hearth.link_finish(back.trim(), t.pick("The practice", "Y feddygfa")).map_err(told)?;
    }
    view.lines.iter().chain(&view.not_allowed).for_each(|line| teller.screen(line));
    loop {
        let before = known(&hearth);
        let synced = sync(&hearth, teller)?;
        show_what_came(&hearth, &before, teller);
        for trouble in hearth.practice()?.troubles {
            teller.screen(&trouble.sentence);
        }
        let mut settled = 0;
        for waits in hearth.suggestions() {
            match person.answer(&waits) {
                Answer::Yes => hearth.accept(waits.id, true)?,
                Answer::No => hearth.decline(waits.id)?,
                Answer::Later => continue,
            }
            settled += 1;
        }
        let more = (synced.more || settled > 0) && synced.trouble.is_none();
        if !more && !person.once_more() {
            return Ok(());
        }
    }
}
