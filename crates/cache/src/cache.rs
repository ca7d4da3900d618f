//! The folder of kept things.

use std::fs::{self, File};
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, SystemTime};

use nianbao_disk::{Draft, create_folders, open_regular, write_result};

use crate::entry::{CHECKSUM, UNDER_WAY, checksum, open};
use crate::{Kept, KeptFile, Key, KeyMaker, program, trim};

/// How long ago a thing was used at least, before it is noted that it is used again.
const NOTED_AFTER: Duration = Duration::from_hours(1);

/// What backup programs look for, to leave a folder out.
const TAG: (&str, &str) = ("CACHEDIR.TAG", "Signature: 8a477f597d28d172789f06886806bc55\n");

/// What git looks for.
const IGNORE: (&str, &str) = (".gitignore", "*\n");

/// Things that were made, in a folder. Several runs may use it at a time.
#[derive(Debug)]
pub struct Cache {
    folder: PathBuf,
    /// The program that things are made by.
    program: Option<Key>,
    /// How many bytes this run read and wrote.
    used: AtomicU64,
    /// Whether this run wrote anything.
    grown: AtomicBool,
    /// Whether the disk refused something, so that nothing more is written.
    full: AtomicBool,
}

impl Cache {
    /// The cache in `folder`, which is made if it is not there; nothing where there can be none.
    pub fn open(folder: &Path) -> Option<Self> {
        create_folders(folder).ok()?;
        // What a link leads to is somebody else's.
        if !fs::symlink_metadata(folder).ok()?.is_dir() {
            return None;
        }
        for (name, text) in [TAG, IGNORE] {
            let file = folder.join(name);
            if fs::symlink_metadata(&file).is_err() {
                write_result(&file, text.as_bytes()).ok()?;
            }
        }
        let mut cache = Self {
            folder: folder.to_owned(),
            program: None,
            used: AtomicU64::new(0),
            grown: AtomicBool::new(false),
            full: AtomicBool::new(false),
        };
        cache.program = Some(program::fingerprint(&cache)?);
        Some(cache)
    }

    /// A key of what this program makes of one `kind`.
    pub fn maker(&self, kind: &str) -> KeyMaker {
        let maker = KeyMaker::new(kind);
        match &self.program {
            Some(program) => maker.with(program.bytes()),
            None => maker,
        }
    }

    /// What was kept by `key`. What is damaged counts as missing.
    pub fn get(&self, key: &Key) -> Option<Kept> {
        let mut file = open_regular(&self.place(key)).ok()?;
        let found = file.metadata().ok()?;
        let mut bytes = Vec::with_capacity(usize::try_from(found.len()).ok()?);
        file.read_to_end(&mut bytes).ok()?;
        let bytes = open(key, bytes)?;
        self.note(&file, found.modified().ok());
        self.count(bytes.len());
        Some(Kept { bytes, file: KeptFile(file) })
    }

    /// Keeps `thing` by `key`, if the disk takes it.
    pub fn put(&self, key: &Key, thing: &[u8]) {
        if self.full.load(Ordering::Relaxed) {
            return;
        }
        if self.write(key, thing).is_none() {
            self.full.store(true, Ordering::Relaxed);
        }
        self.grown.store(true, Ordering::Relaxed);
        self.count(thing.len());
    }

    /// Removes what was not used for the longest time, down to `limit` bytes, but never half of what this run used. To be
    /// called once, at the end.
    pub fn trim(&self, limit: u64) {
        if self.grown.load(Ordering::Relaxed) {
            let limit = limit.max(self.used.load(Ordering::Relaxed).saturating_mul(2));
            trim::trim(&self.folder, limit);
        }
    }

    /// Written under another name first: whoever reads meanwhile, or after a run that was killed, finds all of it or nothing.
    /// It is not synced: what a power cut damages is found by its checksum.
    fn write(&self, key: &Key, thing: &[u8]) -> Option<()> {
        let place = self.place(key);
        let mut file = Draft::named(UNDER_WAY, &self.folder).ok()?;
        file.write(thing).ok()?;
        file.write(&checksum(key, thing)).ok()?;
        if file.put(&place).is_ok() {
            return Some(());
        }
        create_folders(place.parent()?).ok()?;
        file.put(&place).ok()
    }

    /// Notes that a thing is used now.
    fn note(&self, file: &File, noted: Option<SystemTime>) {
        let now = SystemTime::now();
        let long_ago = noted.and_then(|noted| now.duration_since(noted).ok()).is_none_or(|past| past > NOTED_AFTER);
        if long_ago && !self.full.load(Ordering::Relaxed) {
            drop(file.set_modified(now));
        }
    }

    fn count(&self, bytes: usize) {
        self.used.fetch_add((bytes + CHECKSUM) as u64, Ordering::Relaxed);
    }

    /// Where a thing lies: in one of 256 folders, so that none gets too long.
    fn place(&self, key: &Key) -> PathBuf {
        let digits = key.digits();
        let (folder, name) = digits.split_at(2);
        self.folder.join(folder).join(name)
    }
}
