//! The recorder: one log of every write under one folder, and the faults in it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock, Weak};

use super::vfs;
use crate::scratch;

/// A file by the order of its making: it keeps its number under any name.
pub type FileNo = usize;

/// One thing that happened to the disk, in order. Names are relative to the
/// recorder's folder.
#[derive(Clone, Debug)]
pub enum Event {
    /// A folder was made.
    Folder(PathBuf),
    /// A file was made, empty.
    Link(PathBuf, FileNo),
    /// A file took another name in its folder, in place of any that had it.
    Rename(PathBuf, PathBuf),
    /// A name was taken away.
    Unlink(PathBuf),
    /// Bytes were written at an offset.
    Write(FileNo, u64, Arc<[u8]>),
    /// A file was cut, or lengthened with zeros, to this many bytes.
    Truncate(FileNo, u64),
    /// The file's bytes and length are on the disk.
    SyncFile(FileNo),
    /// The names in the folder are on the disk.
    SyncFolder(PathBuf),
    /// The test asked for edit n.
    Begun(u64),
    /// The store said `Ok` to edit n: from here it may not be lost.
    Acknowledged(u64),
    /// The platform's key store, which outlasts the cut, counts this far.
    Anchored(u64),
}

/// A call that can be failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Call {
    /// Opening a file that is there.
    Open,
    /// Making a file.
    Create,
    /// Reading.
    Read,
    /// Writing.
    Write,
    /// Cutting to a length.
    Truncate,
    /// Putting a file on the disk.
    Sync,
    /// Asking a file's length.
    Size,
    /// Taking a file away.
    Remove,
    /// Asking whether a file is there.
    Exists,
    /// Giving a file another name.
    Rename,
    /// Making a folder.
    CreateFolder,
    /// Putting a folder's names on the disk.
    SyncFolder,
    /// Mapping the memory that SQLite's connections share.
    SharedMemory,
}

/// How a call fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// The device does not answer. Any call.
    IoError,
    /// The disk is full. Only calls that can need room.
    Full,
    /// The process ends there, as by `kill -9`. Any call.
    Die,
}

impl FaultKind {
    fn concerns(self, call: Call) -> bool {
        let needs_room =
            matches!(call, Call::Create | Call::Write | Call::Sync | Call::CreateFolder | Call::SharedMemory);
        needs_room || self != Self::Full
    }
}

/// Which call fails, and how. A write that fails has written its first half.
#[derive(Clone, Copy, Debug)]
pub struct Fault {
    /// How.
    pub kind: FaultKind,
    /// The first call to fail: 1 is the next that can fail in this way.
    pub at: u64,
    /// True when every such call after it fails too.
    pub lasting: bool,
}

/// Which edits were begun and acknowledged, in order.
#[derive(Clone, Debug, Default)]
pub struct Marks {
    /// Asked for; all, some or none of those not acknowledged may be there.
    pub begun: Vec<u64>,
    /// Acknowledged: each must be there.
    pub acknowledged: Vec<u64>,
    /// Where the key store's counter stands, if it was ever told.
    pub anchored: Option<u64>,
}

/// All that was recorded.
#[derive(Clone, Debug, Default)]
pub struct Log {
    /// The folders that were there at the start, all on the disk.
    pub folders: Vec<PathBuf>,
    /// The files that were there at the start, all on the disk, numbered from 0.
    pub files: Vec<(PathBuf, Vec<u8>)>,
    /// What was begun and acknowledged before the start.
    pub marks: Marks,
    /// What happened then.
    pub events: Vec<Event>,
}

/// Stands between the core and one folder, from its making until the last
/// clone is dropped. SQLite files in the folder come to it by themselves,
/// since its VFS is the process's default; other files when the core is given
/// a clone of it as its `Disk`. What is written past both is in no image.
/// Open the store at [`Recorder::root`]: links in the folder's name are
/// resolved there, and files are known by that name.
#[derive(Clone, Debug)]
pub struct Recorder(pub(super) Arc<Inner>);

#[derive(Debug)]
pub(super) struct Inner {
    root: PathBuf,
    state: Mutex<State>,
}

/// What the recorder knows; the lock is held over each real call, so that the
/// log's order is the true one.
#[derive(Debug, Default)]
pub(super) struct State {
    log: Log,
    live: BTreeMap<PathBuf, FileNo>,
    folders: BTreeSet<PathBuf>,
    made: FileNo,
    fault: Option<Fault>,
    calls: u64,
    struck: bool,
}

static RECORDERS: RwLock<Vec<Weak<Inner>>> = RwLock::new(Vec::new());

/// The recorder of the folder that this file is in, if one stands there.
pub(super) fn recorder_of(path: &Path) -> Option<(Arc<Inner>, PathBuf)> {
    let recorders = RECORDERS.read().unwrap_or_else(PoisonError::into_inner);
    recorders.iter().filter_map(Weak::upgrade).find_map(|inner| {
        let name = path.strip_prefix(&inner.root).ok()?.to_path_buf();
        Some((inner, name))
    })
}

impl Recorder {
    /// Stands over an existing folder; what is in it counts as on the disk.
    ///
    /// # Panics
    /// When the folder cannot be read or SQLite refuses the VFS.
    #[must_use]
    pub fn over(root: &Path) -> Self {
        Self::after(root, Marks::default())
    }

    /// The same over a folder in which edits were marked before.
    ///
    /// # Panics
    /// As [`Recorder::over`].
    #[must_use]
    pub fn after(root: &Path, marks: Marks) -> Self {
        vfs::install();
        let root = root.canonicalize().expect("the recorder's folder");
        let (files, folders) = scratch::contents(&root);
        // SQLite makes its shared-memory index anew when the power was cut.
        let files: Vec<_> = files.into_iter().filter(|(name, _)| !is_shared_memory(name)).collect();
        let state = State {
            live: files.iter().enumerate().map(|(no, (name, _))| (name.clone(), no)).collect(),
            folders: folders.iter().cloned().chain([PathBuf::new()]).collect(),
            made: files.len(),
            log: Log { folders, files, marks, events: Vec::new() },
            ..State::default()
        };
        let inner = Arc::new(Inner { root, state: Mutex::new(state) });
        let mut recorders = RECORDERS.write().unwrap_or_else(PoisonError::into_inner);
        recorders.retain(|other| other.strong_count() > 0);
        recorders.push(Arc::downgrade(&inner));
        Self(inner)
    }

    /// The folder it stands over.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.0.root
    }

    /// Marks that the test now asks for edit n.
    pub fn begin(&self, n: u64) {
        self.0.lock().push(Event::Begun(n));
    }

    /// Marks that the store said `Ok` to edit n.
    pub fn acknowledge(&self, n: u64) {
        self.0.lock().push(Event::Acknowledged(n));
    }

    /// Marks that the key store's counter was told to go this far.
    pub fn anchor(&self, to: u64) {
        self.0.lock().push(Event::Anchored(to));
    }

    /// Fails calls from now on as the fault says, and counts from 1 again.
    pub fn fail(&self, fault: Fault) {
        let mut state = self.0.lock();
        state.fault = Some(fault);
        state.calls = 0;
        state.struck = false;
    }

    /// Fails no more calls; true when one was failed since [`Recorder::fail`].
    pub fn heal(&self) -> bool {
        let mut state = self.0.lock();
        state.fault = None;
        state.struck
    }

    /// The edits marked so far, those before it among them.
    #[must_use]
    pub fn marks(&self) -> Marks {
        let state = self.0.lock();
        let mut marks = state.log.marks.clone();
        state.log.events.iter().for_each(|event| marks.see(event));
        marks
    }

    /// How often a file or a folder was put on the disk so far.
    #[must_use]
    pub fn syncs(&self) -> usize {
        let state = self.0.lock();
        let synced = |event: &&Event| matches!(event, Event::SyncFile(_) | Event::SyncFolder(_));
        state.log.events.iter().filter(synced).count()
    }

    /// Takes the log out; what happens after is not in it.
    #[must_use]
    pub fn take(self) -> Log {
        std::mem::take(&mut self.0.lock().log)
    }
}

impl Marks {
    pub(super) fn see(&mut self, event: &Event) {
        match event {
            Event::Begun(n) => self.begun.push(*n),
            Event::Acknowledged(n) => self.acknowledged.push(*n),
            Event::Anchored(to) => self.anchored = self.anchored.max(Some(*to)),
            _ => {}
        }
    }
}

impl Inner {
    pub(super) fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    /// Counts a call; says how it is to fail when its turn has come.
    pub(super) fn strike(&mut self, call: Call) -> Option<FaultKind> {
        let fault = self.fault.filter(|fault| fault.kind.concerns(call))?;
        self.calls += 1;
        if self.calls == fault.at || (fault.lasting && self.calls > fault.at) {
            self.struck = true;
            return Some(fault.kind);
        }
        None
    }

    pub(super) fn push(&mut self, event: Event) {
        self.log.events.push(event);
    }

    pub(super) fn file_at(&self, name: &Path) -> Option<FileNo> {
        self.live.get(name).copied()
    }

    /// The file of this name, entered as new when it is not known. Bytes that
    /// some other way put in it count as written now.
    pub(super) fn file_or_link(&mut self, name: &Path, path: &Path) -> FileNo {
        if let Some(file) = self.file_at(name) {
            return file;
        }
        let file = self.link(name);
        let found = fs::read(path).unwrap_or_default();
        if !found.is_empty() {
            self.push(Event::Write(file, 0, found.into()));
        }
        file
    }

    pub(super) fn link(&mut self, name: &Path) -> FileNo {
        let file = self.made;
        self.made += 1;
        self.live.insert(name.to_path_buf(), file);
        self.push(Event::Link(name.to_path_buf(), file));
        file
    }

    pub(super) fn unlink(&mut self, name: &Path) {
        if self.live.remove(name).is_some() {
            self.push(Event::Unlink(name.to_path_buf()));
        }
    }

    pub(super) fn rename(&mut self, from: &Path, to: &Path) {
        if let Some(file) = self.live.remove(from) {
            self.live.insert(to.to_path_buf(), file);
            self.push(Event::Rename(from.to_path_buf(), to.to_path_buf()));
        }
    }

    /// Enters a folder and those above it that are new, and returns those,
    /// outermost first.
    pub(super) fn folder(&mut self, name: &Path) -> Vec<PathBuf> {
        let mut new: Vec<_> = name.ancestors().map(Path::to_path_buf).collect();
        new.reverse();
        new.retain(|folder| self.folders.insert(folder.clone()));
        new.iter().for_each(|folder| self.push(Event::Folder(folder.clone())));
        new
    }
}

/// True for SQLite's shared-memory index, which no power cut needs to keep.
pub(super) fn is_shared_memory(name: &Path) -> bool {
    name.as_os_str().as_encoded_bytes().ends_with(b"-shm")
}

/// The folder a name is in.
pub(super) fn parent(name: &Path) -> PathBuf {
    name.parent().map(Path::to_path_buf).unwrap_or_default()
}
