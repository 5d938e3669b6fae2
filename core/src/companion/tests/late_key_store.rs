//! A key store that takes its time (a phone just started, a busy chip): the card
//! does not wait for it, and a plan whose answer comes late is whole.

use super::*;
use crate::vault::{KeyItem, KeyStore, KeyStoreError};
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, Sender, channel};
use zeroize::Zeroizing;

/// Answers for the plan's key only when it is let; for the card's at once.
struct Late {
    below: Arc<FaultyKeyStore>,
    asked: Sender<()>,
    let_go: Mutex<Receiver<()>>,
}

impl KeyStore for Late {
    fn wrap(&self, item: KeyItem, secret: &[u8]) -> Result<Vec<u8>, KeyStoreError> {
        self.below.wrap(item, secret)
    }
    fn unwrap(&self, item: KeyItem, wrapped: &[u8]) -> Result<Zeroizing<Vec<u8>>, KeyStoreError> {
        if item == KeyItem::Plan {
            self.asked.send(()).unwrap();
            self.let_go.lock().unwrap().recv().unwrap();
        }
        self.below.unwrap(item, wrapped)
    }
    fn counter(&self) -> Result<Option<u64>, KeyStoreError> {
        self.below.counter()
    }
    fn advance(&self, to: u64) -> Result<(), KeyStoreError> {
        self.below.advance(to)
    }
}

#[test]
fn the_card_opens_while_the_key_store_is_still_thinking_about_the_plan() {
    let (phone, hearth) = begun();
    add_on_card(&hearth, Kind::Allergy, Allergy::WHAT, "Penicillin");
    add_goal(&hearth, "Stay at home");
    drop(hearth);
    let before = phone.files();
    let ((asked, was_asked), (lets, let_go)) = (channel(), channel());
    let late = Late { below: Arc::clone(&phone.key_store), asked, let_go: Mutex::new(let_go) };
    let platform = Platform { key_store: Arc::new(late), ..phone.platform() };
    let folders = phone.folders();
    let (own, opening) = (platform.clone(), folders.clone());
    let opening = std::thread::spawn(move || Companion::open(&opening, own));
    was_asked.recv().unwrap();
    // The plan's key has not come. The card asks for its own and is there.
    let key = card_key(&folders.card, &platform).unwrap();
    let card = hearth_card::open(&folders.card, &key).unwrap();
    assert_eq!(card.doc.sections[0].lines[0].text, "Penicillin");
    assert!(!card.may_be_behind);
    assert_eq!(phone.files(), before, "nothing is made or moved while it waits");
    lets.send(()).unwrap();
    let hearth = opening.join().unwrap().unwrap();
    assert!(hearth.health().is_good());
    assert_eq!(hearth.home().goals.len(), 1);
}
