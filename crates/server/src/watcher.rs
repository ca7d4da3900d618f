//! Tells when something in the workspace was saved.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use notify::{Config, Event, EventKind, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher};
use same_file::Handle;

/// Changes of files cannot be seen.
#[derive(Debug, thiserror::Error)]
#[error("看不到文件的改动，不能自动刷新")]
pub struct WatchError(#[from] notify::Error);

/// A burst of saves is over when nothing was saved for so long.
const QUIET: Duration = Duration::from_millis(80);

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
}

impl WorkspaceWatcher {
    /// Watches `content/` and `templates/` of the workspace, whether they are there or come later.
    pub(crate) fn start(workspace: &Path) -> Result<Self, WatchError> {
        let folders = ["", nianbao_loader::CONTENT, "templates"].map(|name| workspace.join(name));
        let handles = folders.each_ref().map(|folder| handle(folder));
        let (watcher, events) = watch(&folders)?;
        Ok(Self { folders, handles, watcher: Some(watcher), events, looked: Instant::now(), stale: false })
    }

    /// Waits until something was saved and the burst is over; with `impatient` no longer than until the next look.
    pub(crate) fn wait(&mut self, impatient: bool) {
        while !self.has_event() {
            if self.looked.elapsed() >= LOOK && (self.were_replaced() || impatient) {
                break;
            }
        }
        let begun = Instant::now();
        let mut quiet_since = begun;
        while begun.elapsed() < PATIENCE && quiet_since.elapsed() < QUIET {
            if self.has_event_within(QUIET.saturating_sub(quiet_since.elapsed())) {
                quiet_since = Instant::now();
            }
        }
        self.were_replaced();
    }

    fn has_event(&mut self) -> bool {
        self.has_event_within(LOOK.saturating_sub(self.looked.elapsed()))
    }

    /// Whether something that we read may have changed.
    fn has_event_within(&mut self, time: Duration) -> bool {
        match self.events.recv_timeout(time) {
            Ok(event) => {
                self.stale |= self.is_of_folders(&event);
                self.concerns_us(&event)
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
        let replaced = now != self.handles || was_blind && self.watcher.is_some();
        self.handles = now;
        replaced
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
