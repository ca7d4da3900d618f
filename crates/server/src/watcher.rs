//! Tells when something in the workspace was saved.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

/// Changes of files cannot be seen.
#[derive(Debug, thiserror::Error)]
#[error("看不到文件的改动，不能自动刷新")]
pub struct WatchError(#[from] notify::Error);

/// A burst of saves is over when nothing was saved for so long.
const QUIET: Duration = Duration::from_millis(80);

/// Whoever saves without end sees something all the same.
const PATIENCE: Duration = Duration::from_secs(2);

/// Watches the folders that the preview is made of.
pub(crate) struct WorkspaceWatcher {
    watcher: RecommendedWatcher,
    events: Receiver<notify::Result<Event>>,
    folders: [PathBuf; 2],
}

impl WorkspaceWatcher {
    /// Watches `content/` and `templates/` of the workspace, whether they are there or come later.
    pub(crate) fn start(workspace: &Path) -> Result<Self, WatchError> {
        let (sender, events) = mpsc::channel();
        let mut watcher = notify::recommended_watcher(sender)?;
        watcher.watch(workspace, RecursiveMode::NonRecursive)?;
        let folders = [nianbao_loader::CONTENT, "templates"].map(|name| workspace.join(name));
        let mut watching = Self { watcher, events, folders };
        watching.watch_folders()?;
        Ok(watching)
    }

    /// Waits until something was saved and the burst is over. `false` when there will be nothing more.
    pub(crate) fn wait(&mut self) -> bool {
        loop {
            match self.events.recv() {
                Ok(event) if self.concerns_us(&event) => break,
                Ok(_) => {}
                Err(_) => return false,
            }
        }
        let begun = Instant::now();
        let mut quiet_since = begun;
        while begun.elapsed() < PATIENCE && quiet_since.elapsed() < QUIET {
            match self.events.recv_timeout(QUIET.saturating_sub(quiet_since.elapsed())) {
                Ok(event) if self.concerns_us(&event) => quiet_since = Instant::now(),
                Ok(_) | Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return false,
            }
        }
        // A folder that was replaced has to be watched anew. If it is just being replaced again, the workspace tells of it.
        let _ = self.watch_folders();
        true
    }

    fn watch_folders(&mut self) -> notify::Result<()> {
        for folder in &self.folders {
            // It may not be watched yet, or be gone.
            let _ = self.watcher.unwatch(folder);
            if folder.is_dir() {
                self.watcher.watch(folder, RecursiveMode::Recursive)?;
            }
        }
        Ok(())
    }

    /// Whether something that we read may have changed; what the system lost count of may be that, too.
    fn concerns_us(&self, event: &notify::Result<Event>) -> bool {
        let Ok(event) = event else { return true };
        let ours = |path: &PathBuf| self.folders.iter().any(|folder| path.starts_with(folder));
        event.need_rescan() || !matches!(event.kind, EventKind::Access(_)) && event.paths.iter().any(ours)
    }
}
