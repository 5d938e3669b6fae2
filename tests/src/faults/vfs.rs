//! The recorder under SQLite: a VFS that forwards to the system's own.
//!
//! The only unsafe code of the project: SQLite speaks to a VFS through C
//! structures. The shim is registered once as the process's default VFS, so
//! the code under test opens its database as it always does. A database,
//! journal or log inside a recorder's folder is wrapped; any other file is
//! opened by the system's VFS directly and costs nothing more.
//!
//! The shared-memory index is forwarded and not logged: after a power cut
//! SQLite rebuilds it whatever it holds. Locks are forwarded and never failed.
#![allow(unsafe_code)]

use std::ffi::{CStr, OsStr, c_char, c_int, c_void};
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Once};
use std::{ptr, slice};

use rusqlite::ffi::{self, sqlite3_file, sqlite3_int64, sqlite3_io_methods, sqlite3_vfs};

use super::log::{Call, Event, FaultKind, FileNo, Inner, parent, recorder_of};

/// The file types that are recorded; the rest are temporary.
const RECORDED: c_int = ffi::SQLITE_OPEN_MAIN_DB | ffi::SQLITE_OPEN_MAIN_JOURNAL | ffi::SQLITE_OPEN_WAL;
/// Those whose folder SQLite's Unix VFS syncs with their first sync, when
/// opened to be made (`UNIXFILE_DIRSYNC` in `unixOpen` and `unixSync`).
const SYNCS_FOLDER: c_int = ffi::SQLITE_OPEN_MAIN_JOURNAL | ffi::SQLITE_OPEN_WAL;

/// Registers the shim as the default VFS, the first time it is called.
pub(super) fn install() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        // SAFETY: with a null name SQLite returns its default VFS, which lives
        // as long as the process.
        let real = unsafe { ffi::sqlite3_vfs_find(ptr::null()) };
        assert!(!real.is_null(), "SQLite has no VFS");
        // SAFETY: not null, and a plain C structure that may be copied. The
        // copied calls of the Unix VFS that are not replaced below take nothing
        // from the structure they are called on but `mxPathname`, copied too.
        let mut shim = unsafe { *real };
        shim.szOsFile += size_of::<Shim>() as c_int;
        shim.pNext = ptr::null_mut();
        shim.zName = c"hearth-recorder".as_ptr();
        shim.pAppData = real.cast();
        shim.xOpen = Some(open);
        shim.xDelete = Some(delete);
        shim.xAccess = Some(access);
        // SAFETY: the structure is leaked, so it lives as long as SQLite
        // keeps it, which is for good.
        let code = unsafe { ffi::sqlite3_vfs_register(Box::leak(Box::new(shim)), 1) };
        assert_eq!(code, ffi::SQLITE_OK, "SQLite refused the recorder");
    });
}

/// Ends the process as `kill -9` does: nothing is flushed, closed or dropped.
pub(super) fn die() -> ! {
    unsafe extern "C" {
        fn raise(signal: c_int) -> c_int;
    }
    const SIGKILL: c_int = 9;
    // SAFETY: `raise` of the C library, with a signal number of every Unix.
    unsafe { raise(SIGKILL) };
    std::process::abort()
}

/// What SQLite holds for a recorded file; the real VFS's own structure follows
/// it directly in the same allocation, of `szOsFile` bytes aligned to 8.
#[repr(C)]
struct Shim {
    base: sqlite3_file,
    /// From `Box::into_raw` in `open`, given back in `close`.
    tracked: *mut Tracked,
}

struct Tracked {
    inner: Arc<Inner>,
    name: PathBuf,
    file: FileNo,
    folder_sync_due: bool,
}

fn failure(kind: FaultKind, io_error: c_int) -> c_int {
    match kind {
        FaultKind::IoError => io_error,
        FaultKind::Full => ffi::SQLITE_FULL,
        FaultKind::Die => die(),
    }
}

fn real_vfs(vfs: *mut sqlite3_vfs) -> *mut sqlite3_vfs {
    // SAFETY: SQLite calls with the structure registered in `install`, whose
    // pAppData is the real VFS.
    unsafe { (*vfs).pAppData.cast() }
}

/// The path in a C string that SQLite passed, when it passed one.
fn path<'a>(name: *const c_char) -> Option<&'a Path> {
    // SAFETY: SQLite passes null or a NUL-terminated name that outlives the call.
    let name = (!name.is_null()).then(|| unsafe { CStr::from_ptr(name) })?;
    Some(Path::new(OsStr::from_bytes(name.to_bytes())))
}

fn real_of(file: *mut sqlite3_file) -> *mut sqlite3_file {
    // SAFETY: the real structure begins right after the shim (see `Shim`), in
    // the same allocation.
    unsafe { file.cast::<Shim>().add(1).cast() }
}

/// The shim's own part of a recorded file.
fn tracked<'a>(file: *mut sqlite3_file) -> &'a mut Tracked {
    // SAFETY: these methods are only set by `open`, after it set `tracked`;
    // SQLite never uses one file on two threads at a time.
    unsafe { &mut *(*file.cast::<Shim>()).tracked }
}

/// Calls a method of the real file behind a recorded one.
macro_rules! forward {
    ($file:expr, $method:ident $(, $argument:expr)*) => {{
        let real = real_of($file);
        // SAFETY: `open` left the real file open, so its methods are set; the
        // arguments are those SQLite passed for this same method.
        unsafe {
            match (*(*real).pMethods).$method {
                Some(call) => call(real $(, $argument)*),
                None => ffi::SQLITE_IOERR,
            }
        }
    }};
}

unsafe extern "C" fn open(
    vfs: *mut sqlite3_vfs,
    name: *const c_char,
    file: *mut sqlite3_file,
    flags: c_int,
    out: *mut c_int,
) -> c_int {
    let vfs = real_vfs(vfs);
    let open_real = |file| {
        // SAFETY: the real VFS with SQLite's own arguments; `file` has room
        // for the real structure in both uses below.
        unsafe {
            match (*vfs).xOpen {
                Some(call) => call(vfs, name, file, flags, out),
                None => ffi::SQLITE_CANTOPEN,
            }
        }
    };
    let found = path(name).filter(|_| flags & RECORDED != 0);
    let Some((path, (inner, name))) = found.and_then(|p| Some((p, recorder_of(p)?))) else {
        return open_real(file);
    };
    // SAFETY: SQLite gives `szOsFile` bytes; null methods mean "not open".
    unsafe { (*file).pMethods = ptr::null() };
    let mut state = inner.lock();
    let call = if state.file_at(&name).is_some() { Call::Open } else { Call::Create };
    if let Some(kind) = state.strike(call) {
        return failure(kind, ffi::SQLITE_CANTOPEN);
    }
    let code = open_real(real_of(file));
    if code != ffi::SQLITE_OK {
        return code;
    }
    let number = state.file_or_link(&name, path);
    drop(state);
    let folder_sync_due = flags & ffi::SQLITE_OPEN_CREATE != 0 && flags & SYNCS_FOLDER != 0;
    let tracked = Tracked { inner, name, file: number, folder_sync_due };
    // SAFETY: as above; the shim's part is written whole before SQLite sees it.
    unsafe {
        (*file.cast::<Shim>()).tracked = Box::into_raw(Box::new(tracked));
        (*file).pMethods = &METHODS;
    }
    code
}

unsafe extern "C" fn delete(vfs: *mut sqlite3_vfs, name: *const c_char, sync: c_int) -> c_int {
    let vfs = real_vfs(vfs);
    let delete_real = || {
        // SAFETY: the real VFS with SQLite's own arguments.
        unsafe { (*vfs).xDelete.map_or(ffi::SQLITE_IOERR_DELETE, |call| call(vfs, name, sync)) }
    };
    let Some((inner, name)) = path(name).and_then(recorder_of) else {
        return delete_real();
    };
    let mut state = inner.lock();
    if let Some(kind) = state.strike(Call::Remove) {
        return failure(kind, ffi::SQLITE_IOERR_DELETE);
    }
    let code = delete_real();
    if code == ffi::SQLITE_OK {
        state.unlink(&name);
        if sync & 1 != 0 {
            state.push(Event::SyncFolder(parent(&name)));
        }
    }
    code
}

unsafe extern "C" fn access(
    vfs: *mut sqlite3_vfs,
    name: *const c_char,
    flags: c_int,
    out: *mut c_int,
) -> c_int {
    let vfs = real_vfs(vfs);
    let struck = path(name).and_then(recorder_of).and_then(|(inner, _)| inner.lock().strike(Call::Exists));
    if let Some(kind) = struck {
        return failure(kind, ffi::SQLITE_IOERR_ACCESS);
    }
    // SAFETY: the real VFS with SQLite's own arguments.
    unsafe { (*vfs).xAccess.map_or(ffi::SQLITE_IOERR_ACCESS, |call| call(vfs, name, flags, out)) }
}

unsafe extern "C" fn close(file: *mut sqlite3_file) -> c_int {
    let code = forward!(file, xClose);
    // SAFETY: made by `Box::into_raw` in `open`; SQLite closes a file once.
    drop(unsafe { Box::from_raw((*file.cast::<Shim>()).tracked) });
    code
}

unsafe extern "C" fn read(
    file: *mut sqlite3_file,
    bytes: *mut c_void,
    length: c_int,
    offset: sqlite3_int64,
) -> c_int {
    if let Some(kind) = tracked(file).inner.lock().strike(Call::Read) {
        return failure(kind, ffi::SQLITE_IOERR_READ);
    }
    forward!(file, xRead, bytes, length, offset)
}

unsafe extern "C" fn write(
    file: *mut sqlite3_file,
    bytes: *const c_void,
    length: c_int,
    offset: sqlite3_int64,
) -> c_int {
    let Tracked { inner, file: number, .. } = tracked(file);
    let mut state = inner.lock();
    let struck = state.strike(Call::Write);
    let length = if struck.is_some() { length / 2 } else { length };
    let code = forward!(file, xWrite, bytes, length, offset);
    if code == ffi::SQLITE_OK && length > 0 {
        // SAFETY: SQLite passes at least `length` readable bytes.
        let bytes = unsafe { slice::from_raw_parts(bytes.cast::<u8>(), length as usize) };
        state.push(Event::Write(*number, offset as u64, bytes.into()));
    }
    struck.map_or(code, |kind| failure(kind, ffi::SQLITE_IOERR_WRITE))
}

unsafe extern "C" fn truncate(file: *mut sqlite3_file, size: sqlite3_int64) -> c_int {
    let Tracked { inner, file: number, .. } = tracked(file);
    let mut state = inner.lock();
    if let Some(kind) = state.strike(Call::Truncate) {
        return failure(kind, ffi::SQLITE_IOERR_TRUNCATE);
    }
    let code = forward!(file, xTruncate, size);
    if code == ffi::SQLITE_OK {
        state.push(Event::Truncate(*number, size as u64));
    }
    code
}

unsafe extern "C" fn sync(file: *mut sqlite3_file, flags: c_int) -> c_int {
    let Tracked { inner, name, file: number, folder_sync_due } = tracked(file);
    let mut state = inner.lock();
    if let Some(kind) = state.strike(Call::Sync) {
        return failure(kind, ffi::SQLITE_IOERR_FSYNC);
    }
    let code = forward!(file, xSync, flags);
    if code == ffi::SQLITE_OK {
        state.push(Event::SyncFile(*number));
        if std::mem::take(folder_sync_due) {
            state.push(Event::SyncFolder(parent(name)));
        }
    }
    code
}

unsafe extern "C" fn file_size(file: *mut sqlite3_file, size: *mut sqlite3_int64) -> c_int {
    if let Some(kind) = tracked(file).inner.lock().strike(Call::Size) {
        return failure(kind, ffi::SQLITE_IOERR_FSTAT);
    }
    forward!(file, xFileSize, size)
}

unsafe extern "C" fn lock(file: *mut sqlite3_file, level: c_int) -> c_int {
    forward!(file, xLock, level)
}

unsafe extern "C" fn unlock(file: *mut sqlite3_file, level: c_int) -> c_int {
    forward!(file, xUnlock, level)
}

unsafe extern "C" fn check_reserved_lock(file: *mut sqlite3_file, out: *mut c_int) -> c_int {
    forward!(file, xCheckReservedLock, out)
}

unsafe extern "C" fn control(file: *mut sqlite3_file, op: c_int, out: *mut c_void) -> c_int {
    // A hint of the size to come may lengthen the file there and then.
    if op != ffi::SQLITE_FCNTL_SIZE_HINT {
        return forward!(file, xFileControl, op, out);
    }
    let (mut before, mut after) = (0, 0);
    let _ = forward!(file, xFileSize, &mut before);
    let Tracked { inner, file: number, .. } = tracked(file);
    let mut state = inner.lock();
    let code = forward!(file, xFileControl, op, out);
    let _ = forward!(file, xFileSize, &mut after);
    if before != after {
        state.push(Event::Truncate(*number, after as u64));
    }
    code
}

unsafe extern "C" fn sector_size(file: *mut sqlite3_file) -> c_int {
    forward!(file, xSectorSize)
}

unsafe extern "C" fn characteristics(file: *mut sqlite3_file) -> c_int {
    // A file system that writes a batch in one step would hide every torn state.
    forward!(file, xDeviceCharacteristics) & !ffi::SQLITE_IOCAP_BATCH_ATOMIC
}

unsafe extern "C" fn shm_map(
    file: *mut sqlite3_file,
    page: c_int,
    size: c_int,
    extend: c_int,
    out: *mut *mut c_void,
) -> c_int {
    if let Some(kind) = tracked(file).inner.lock().strike(Call::SharedMemory) {
        return failure(kind, ffi::SQLITE_IOERR_SHMMAP);
    }
    forward!(file, xShmMap, page, size, extend, out)
}

unsafe extern "C" fn shm_lock(file: *mut sqlite3_file, at: c_int, n: c_int, how: c_int) -> c_int {
    forward!(file, xShmLock, at, n, how)
}

unsafe extern "C" fn shm_barrier(file: *mut sqlite3_file) {
    let real = real_of(file);
    // SAFETY: as in `forward!`.
    unsafe {
        if let Some(call) = (*(*real).pMethods).xShmBarrier {
            call(real);
        }
    }
}

unsafe extern "C" fn shm_unmap(file: *mut sqlite3_file, delete: c_int) -> c_int {
    forward!(file, xShmUnmap, delete)
}

unsafe extern "C" fn fetch(
    file: *mut sqlite3_file,
    offset: sqlite3_int64,
    length: c_int,
    out: *mut *mut c_void,
) -> c_int {
    forward!(file, xFetch, offset, length, out)
}

unsafe extern "C" fn unfetch(file: *mut sqlite3_file, offset: sqlite3_int64, page: *mut c_void) -> c_int {
    forward!(file, xUnfetch, offset, page)
}

static METHODS: sqlite3_io_methods = sqlite3_io_methods {
    iVersion: 3,
    xClose: Some(close),
    xRead: Some(read),
    xWrite: Some(write),
    xTruncate: Some(truncate),
    xSync: Some(sync),
    xFileSize: Some(file_size),
    xLock: Some(lock),
    xUnlock: Some(unlock),
    xCheckReservedLock: Some(check_reserved_lock),
    xFileControl: Some(control),
    xSectorSize: Some(sector_size),
    xDeviceCharacteristics: Some(characteristics),
    xShmMap: Some(shm_map),
    xShmLock: Some(shm_lock),
    xShmBarrier: Some(shm_barrier),
    xShmUnmap: Some(shm_unmap),
    xFetch: Some(fetch),
    xUnfetch: Some(unfetch),
};
