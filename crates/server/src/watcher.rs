//! Tells when something in the workspace was saved, and what.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode, CreateKind, ModifyKind};
use notify::{Config, Event, EventKind, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher};
use same_file::Handle;

/// Changes of files cannot be seen.
#[derive(Debug, thiserror::Error)]
#[error("看不到文件的改动，不能自动刷新")]
pub struct WatchError(#[from] notify::Error);

/// What may be another on the disk than it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Changes {
    /// Anything.
    Anything,
    /// Files and folders, with all below them, by their paths from the workspace.
    At(BTreeSet<String>),
}

/// A burst of saves is over when nothing was saved for so long.
const QUIET: Duration = Duration::from_millis(80);

/// After some calm a file that was closed is told of when nothing else was saved for so long: whoever saves waits for it.
const SHORT: Duration = Duration::from_millis(10);

/// So long after the last change was told, the next may be of the same burst.
const CALM: Duration = Duration::from_millis(250);

/// Whoever saves without end sees something all the same.
const PATIENCE: Duration = Duration::from_secs(2);

/// How often we look whether the folders are still those that we watch.
const LOOK: Duration = Duration::from_secs(1);

/// Watches the folders that the preview is made of.
pub(crate) struct WorkspaceWatcher {
    /// The workspace, then `content/` and `templates/`.
    folders: [PathBuf; 3],
    /// The folders that are watched. A system has only so many watchers to give, so there may be none for a while.
    handles: [Option<Handle>; 3],
    watcher: Option<Box<dyn Watcher + Send>>,
    events: Receiver<notify::Result<Event>>,
    looked: Instant,
    /// Whether something happened to a folder itself, after which the system may tell no more of it.
    stale: bool,
    /// What was saved since it was told last.
    changes: Changes,
    /// Whether somebody may still be writing what was saved last.
    being_written: bool,
    /// When the last change was told.
    told: Instant,
    /// Folders that came a moment ago: what was put into them before they were watched is told by nobody.
    young: Vec<(String, Instant)>,
}

impl WorkspaceWatcher {
    /// Watches `content/` and `templates/` of the workspace, whether they are there or come later.
    pub(crate) fn start(workspace: &Path) -> Result<Self, WatchError> {
        let folders = ["", nianbao_loader::CONTENT, "templates"].map(|name| workspace.join(name));
        let handles = folders.each_ref().map(|folder| handle(folder));
        let (watcher, events) = watch(&folders)?;
        let now = Instant::now();
        Ok(Self {
            folders,
            handles,
            watcher: Some(watcher),
            events,
            looked: now,
            stale: false,
            changes: Changes::nothing(),
            being_written: false,
            told: now,
            young: Vec::new(),
        })
    }

    /// Waits until something was saved and the burst is over, and says what it was; with `impatient` no longer than until the
    /// next look.
    pub(crate) fn wait(&mut self, impatient: bool) -> Changes {
        while !self.has_event() {
            if self.looked.elapsed() >= LOOK && (self.were_replaced() || impatient || !self.young.is_empty()) {
                break;
            }
        }
        self.wait_for_quiet();
        if self.were_replaced() || impatient {
            self.changes = Changes::Anything;
        }
        self.told = Instant::now();
        let changes = std::mem::replace(&mut self.changes, Changes::nothing());
        let changes = self.young.iter().fold(changes, |changes, (folder, _)| changes.and(folder.clone()));
        self.young.retain(|(_, since)| since.elapsed() < LOOK);
        changes
    }

    fn wait_for_quiet(&mut self) {
        let begun = Instant::now();
        let calm = self.told.elapsed() >= CALM;
        let mut quiet_since = begun;
        loop {
            let quiet = if calm && !self.being_written { SHORT } else { QUIET };
            let left = quiet.saturating_sub(quiet_since.elapsed());
            if left.is_zero() || begun.elapsed() >= PATIENCE {
                return;
            }
            if self.has_event_within(left) {
                quiet_since = Instant::now();
            }
        }
    }

    fn has_event(&mut self) -> bool {
        self.has_event_within(LOOK.saturating_sub(self.looked.elapsed()))
    }

    /// Whether something that we read may have changed.
    fn has_event_within(&mut self, time: Duration) -> bool {
        match self.events.recv_timeout(time) {
            Ok(event) => {
                self.stale |= self.is_of_folders(&event);
                self.being_written = says_of_writing(&event).unwrap_or(self.being_written);
                let concerns_us = self.concerns_us(&event);
                if concerns_us {
                    self.note(event);
                }
                concerns_us
            }
            Err(RecvTimeoutError::Timeout) => false,
            Err(RecvTimeoutError::Disconnected) => {
                thread::sleep(time);
                false
            }
        }
    }

    /// Whether a folder is gone, has come or is another one under the same name. It is watched from here on.
    fn were_replaced(&mut self) -> bool {
        self.looked = Instant::now();
        let now = self.folders.each_ref().map(|folder| handle(folder));
        if now == self.handles && self.watcher.is_some() && !self.stale {
            return false;
        }
        // The old one is given back first: a system has only so many.
        let was_blind = self.watcher.take().is_none();
        if let Ok((watcher, events)) = watch(&self.folders) {
            (self.watcher, self.events, self.stale) = (Some(watcher), events, false);
        }
        // What happened in between was told by nobody.
        self.changes = Changes::Anything;
        let replaced = now != self.handles || was_blind && self.watcher.is_some();
        self.handles = now;
        replaced
    }

    /// Takes down what an event says that changed.
    fn note(&mut self, event: notify::Result<Event>) {
        let changes = std::mem::replace(&mut self.changes, Changes::nothing());
        self.changes = match event {
            Ok(event) if !event.need_rescan() => {
                let paths: Option<Vec<String>> =
                    event.paths.iter().map(|path| self.path_from_workspace(path)).collect();
                let paths = paths.unwrap_or_else(|| vec![String::new()]);
                if brings_folder(&event) {
                    self.young.extend(paths.iter().map(|path| (path.clone(), Instant::now())));
                }
                paths.into_iter().fold(changes, Changes::and)
            }
            _ => Changes::Anything,
        };
    }

    /// A path as the files of a workspace have it; nothing for names that are no Unicode.
    fn path_from_workspace(&self, path: &Path) -> Option<String> {
        let [workspace, ..] = &self.folders;
        let steps: Option<Vec<&str>> = path.strip_prefix(workspace).ok()?.iter().map(|step| step.to_str()).collect();
        Some(steps?.join("/"))
    }

    fn is_of_folders(&self, event: &notify::Result<Event>) -> bool {
        let of_folders = |event: &Event| event.paths.iter().any(|path| self.folders.contains(path));
        event.as_ref().is_ok_and(|event| !matches!(event.kind, EventKind::Access(_)) && of_folders(event))
    }

    /// What the system lost count of may be a change, too.
    fn concerns_us(&self, event: &notify::Result<Event>) -> bool {
        let Ok(event) = event else { return true };
        let [_, ours @ ..] = &self.folders;
        let is_ours = |path: &PathBuf| ours.iter().any(|folder| path.starts_with(folder));
        event.need_rescan() || !matches!(event.kind, EventKind::Access(_)) && event.paths.iter().any(is_ours)
    }
}

impl Changes {
    /// Whether only texts may be another: no settings of the site, styles, pictures or folders.
    pub(crate) fn are_texts(&self) -> bool {
        let is_text = |path: &String| {
            let name = path.rsplit('/').next().unwrap_or_default();
            name != "site.yaml" && [".yaml", ".md", ".html"].iter().any(|end| name.ends_with(end))
        };
        matches!(self, Self::At(paths) if paths.iter().all(is_text))
    }

    fn nothing() -> Self {
        Self::At(BTreeSet::new())
    }

    /// The same and what stands at `path`; at no path stands everything.
    fn and(self, path: String) -> Self {
        match self {
            Self::At(mut paths) if !path.is_empty() => {
                paths.insert(path);
                Self::At(paths)
            }
            _ => Self::Anything,
        }
    }
}

/// Whether a file is being written after `event`, where it says anything of that. Not every system tells when one is closed.
fn says_of_writing(event: &notify::Result<Event>) -> Option<bool> {
    match event.as_ref().ok()?.kind {
        EventKind::Create(CreateKind::File | CreateKind::Any)
        | EventKind::Modify(ModifyKind::Data(_) | ModifyKind::Any) => Some(true),
        EventKind::Access(AccessKind::Close(AccessMode::Write)) => Some(false),
        EventKind::Access(_) => None,
        _ => Some(false),
    }
}

/// Whether a folder may have come, with files in it.
fn brings_folder(event: &Event) -> bool {
    let may_be_one =
        matches!(event.kind, EventKind::Create(_) | EventKind::Modify(ModifyKind::Name(_) | ModifyKind::Any));
    may_be_one && event.paths.iter().any(|path| path.is_dir())
}

/// A folder, known whatever it is called, until this is dropped.
fn handle(folder: &Path) -> Option<Handle> {
    folder.is_dir().then(|| Handle::from_path(folder).ok()).flatten()
}

type Watching = (Box<dyn Watcher + Send>, Receiver<notify::Result<Event>>);

/// Watches the folders that are there, by looking at all files again and again where the system cannot tell.
fn watch(folders: &[PathBuf; 3]) -> notify::Result<Watching> {
    watch_with::<RecommendedWatcher>(folders).or_else(|_| watch_with::<PollWatcher>(folders))
}

fn watch_with<W: Watcher + Send + 'static>(folders: &[PathBuf; 3]) -> notify::Result<Watching> {
    let (sender, events) = mpsc::channel();
    let mut watcher = W::new(sender, Config::default().with_poll_interval(LOOK))?;
    let [workspace, parts @ ..] = folders;
    watcher.watch(workspace, RecursiveMode::NonRecursive)?;
    for part in parts.iter().filter(|part| part.is_dir()) {
        watcher.watch(part, RecursiveMode::Recursive)?;
    }
    Ok((Box::new(watcher), events))
}
