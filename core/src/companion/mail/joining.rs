//! A new phone, before it has a plan: it shows its public key, reads where to meet, compares six
//! digits, and gets the plan. Nothing of it is on the disk until the plan is: cut off, it begins anew.

use super::super::{Companion, Folders, Platform, Trouble};
use super::no_chance;
use super::phone::{Plan, place_note};
use crate::share::host::HostError;
use crate::share::keys::Own;
use crate::share::letter::{self, Letter, Sort as About};
use crate::share::mailbox::{Access, Door, Item, Sort};
use crate::share::pair::{Half, Here, NewPhone, PairError, digits, note, spaced};
use crate::share::parts::{Part, hash_of};
use crate::share::state::host_row;
use crate::store::{BundleError, MAX_BUNDLE_BYTES};
use crate::sync::http::Http;
use crate::sync::real::RealHttp;
use crate::vault::RecoveryWords;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The file in which the plan comes.
const COMES: &str = "from-another-phone";
/// Most pages that are read at once.
const PAGES: usize = 50;

/// A new phone that waits for the plan.
pub struct Joining {
    platform: Platform,
    own: Own,
    half: Half,
    access: Access,
    here: Option<Here>,
    read: i64,
    /// Parts by the hash of the whole, in order.
    parts: BTreeMap<([u8; 32], usize), Vec<u8>>,
    bytes: usize,
    letter: Option<Letter>,
}

impl std::fmt::Debug for Joining {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Joining({} parts)", self.parts.len())
    }
}

impl Joining {
    /// Draws this phone's keys. Nothing is kept.
    ///
    /// # Errors
    /// [`Trouble::Open`], where there is no randomness.
    pub fn begin(platform: Platform) -> Result<Self, Trouble> {
        let own = Own::new().map_err(no_chance)?;
        let access = Access::fresh([0; 16]).map_err(no_chance)?;
        let half = Half::new(&own, note(&access, &platform.device_name)).map_err(no_chance)?;
        let (parts, letter) = (BTreeMap::new(), None);
        Ok(Self { platform, own, half, access, here: None, read: 0, parts, bytes: 0, letter })
    }

    fn first(&self) -> NewPhone {
        NewPhone { public: self.half.public, commitment: self.half.commitment() }
    }

    /// What this phone shows the old one, as a code: its public key.
    pub fn shows(&self) -> String {
        self.first().to_text()
    }

    fn http(&self) -> Result<Arc<dyn Http>, Trouble> {
        match &self.platform.outside.http {
            Some(http) => Ok(Arc::clone(http)),
            None => {
                let real = RealHttp::reaching(self.platform.outside.reach);
                Ok(Arc::new(real.map_err(|error| Trouble::Smart(error.into()))?))
            }
        }
    }

    /// What the old phone shows was read: this phone answers by the host, and gives the digits to
    /// compare, "123 456". It may take 30 s.
    ///
    /// # Errors
    /// [`Trouble::Pair`] where it is no such code; [`Trouble::Share`] where the host is away: read it
    /// again.
    pub fn scanned(&mut self, text: &str) -> Result<String, Trouble> {
        let here = Here::parse(text, self.platform.outside.reach)?;
        if here.half.note != place_note(&here.place) {
            return Err(PairError::Between.into());
        }
        let body = here.place.seal(&self.half).map_err(no_chance)?;
        let (http, access) = (self.http()?, here.place.access());
        let name = super::answer_name(&here.place.member);
        let item = Item { id: name, sort: Sort::Suggestion, to: None, body: &body };
        Door::new(&*http, &here.place.url, &access).leave(&item)?;
        let digits = digits(&self.first().to_bytes(), &here.half, &self.half);
        self.access.member = here.place.member;
        (self.read, self.bytes, self.letter) = (0, 0, None);
        self.parts.clear();
        self.here = Some(here);
        Ok(spaced(&digits))
    }

    /// Whether the plan is there: to be asked after the digits were the same. `None`: not yet.
    ///
    /// # Errors
    /// [`Trouble`]: there is no plan here then, and it can be asked again.
    pub fn fetch(&mut self, folders: &Folders) -> Result<Option<Companion>, Trouble> {
        let http = self.http()?;
        let Some(here) = &self.here else { return Err(PairError::Over.into()) };
        let (url, from) = (here.place.url.clone(), here.half.public);
        for _ in 0..PAGES {
            let page = match Door::new(&*http, &url, &self.access).read(self.read) {
                // The old phone has not said yes.
                Err(HostError::NotThere) => return Ok(None),
                page => page?,
            };
            for item in page.items.iter().filter(|item| item.sort == Sort::Word) {
                match Part::read(&item.body) {
                    Some(part) => {
                        self.bytes += part.bytes.len();
                        if self.bytes > MAX_BUNDLE_BYTES {
                            return Err(BundleError::TooLarge.into());
                        }
                        self.parts.insert((part.hash, part.index), part.bytes.to_vec());
                    }
                    None => {
                        let read = letter::read(&self.own, &from, 0, &item.body).ok();
                        self.letter =
                            read.filter(|letter| letter.sort == About::Phone).or(self.letter.take());
                    }
                }
            }
            self.read = page.upto;
            if !page.more {
                break;
            }
        }
        let Some(letter) = &self.letter else { return Ok(None) };
        let plan: Plan = serde_json::from_slice(&letter.words).map_err(|_| BundleError::Damaged)?;
        let parts = self.parts.iter().filter(|((hash, _), _)| hash.as_slice() == plan.hash);
        let file: Vec<u8> = parts.flat_map(|(_, bytes)| bytes.iter().copied()).collect();
        if hash_of(&file).as_slice() != plan.hash {
            return Err(BundleError::Damaged.into());
        }
        self.made(folders, &plan, &file, &*http).map(Some)
    }

    fn made(
        &self,
        folders: &Folders,
        plan: &Plan,
        file: &[u8],
        http: &dyn Http,
    ) -> Result<Companion, Trouble> {
        let words = RecoveryWords::parse(&plan.words)?;
        let disk = Arc::clone(&self.platform.disk);
        let path = folders.store.join(COMES);
        let laid = disk.create_folder(&folders.store).and_then(|()| disk.write_whole(&path, file));
        laid.map_err(|error| Trouble::Open(error.into()))?;
        let companion = Companion::restore_backup(&path, &words, folders, self.platform.clone());
        let _ = disk.remove(&path);
        let companion = companion?;
        if let Some(host) = &plan.host {
            companion.keep_rows(&[host_row(Some(host))])?;
        }
        companion.only_reads_copies()?;
        // The others hear of this phone now or with its next pass; its place to meet is needed no more.
        let _ = companion.deliver_mail();
        if let Some(known) = companion.mailbox() {
            let _ = known.owner(http).remove(&self.access.member);
        }
        Ok(companion)
    }
}
