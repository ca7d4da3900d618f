//! The preview of a workspace, renewed as long as it is served.

use std::net::TcpListener;
use std::path::PathBuf;
use std::sync::Arc;
use std::thread;

use jiff::civil::Date;
use nianbao_builder::pdf::FontFolders;
use nianbao_builder::percent_encoded;
use nianbao_workspace::Filter;
use nianbao_workspace::new::List;
use tokio::sync::watch;

use crate::earlier_pages::EarlierPages;
use crate::form::FormService;
use crate::http::{self, HttpState};
use crate::router::Settings;
use crate::snapshot::{Snapshot, SnapshotReader};
use crate::version::Version;
use crate::watcher::WorkspaceWatcher;
use crate::worker_pool::WorkerPool;
use crate::{ServeError, StopSignal};

/// What a preview is made of.
#[derive(Debug, Clone)]
pub struct PreviewOptions {
    /// The folder of the workspace.
    pub folder: PathBuf,
    /// The part of it whose pages are shown.
    pub filter: Filter,
    /// Where fonts are; those that site.yaml names are added.
    pub fonts: FontFolders,
    /// The date of files whose report says none. `None` leaves it to the reporting year.
    pub source_date: Option<Date>,
    /// Tells what day it is, for days that are left.
    pub today: fn() -> Date,
    /// What addresses begin with that open a file in an editor, such as `vscode://file`; the file's own path comes behind.
    pub editor: Option<&'static str>,
    /// Whether there is no form: nothing can be written.
    pub read_only: bool,
    /// Reads a list of agencies that somebody chose in the browser: the file's name and its bytes.
    pub read_list: ReadList,
}

/// What a file says that is a list of agencies, by its name and its bytes; or why it says nothing, in words for whoever chose it.
pub type ReadList = fn(&str, &[u8]) -> Result<List, String>;

impl PreviewOptions {
    /// What every state of the workspace is shown with.
    fn settings(&self) -> Settings {
        let folder = self.folder.display().to_string().replace('\\', "/");
        let folder = percent_encoded(folder.trim_start_matches('/')).replace("%3A", ":");
        let editor = self.editor.map(|editor| format!("{editor}/{folder}/"));
        Settings { today: self.today, has_form: !self.read_only, editor, earlier: EarlierPages::default() }
    }
}

/// A preview that was read once and can be served.
pub struct Preview {
    options: PreviewOptions,
    watcher: WorkspaceWatcher,
    reader: SnapshotReader,
    snapshot: Snapshot,
}

impl Preview {
    /// Watches the workspace and reads it.
    ///
    /// # Errors
    ///
    /// If it cannot be watched or read at all, or the filter names what is not in it.
    pub fn open(options: PreviewOptions) -> Result<Self, ServeError> {
        // From here on no change goes unnoticed, not even one made while the rest is read.
        let watcher = WorkspaceWatcher::start(&options.folder)?;
        let mut reader = SnapshotReader::new(&options);
        let snapshot = reader.read(&options)?;
        Ok(Self { options, watcher, reader, snapshot })
    }

    /// Serves the preview at `listener`, which listens on `host`, until `stop` comes.
    ///
    /// # Errors
    ///
    /// If the system does not let us serve.
    pub fn serve(self, listener: TcpListener, host: &str, stop: StopSignal) -> Result<(), ServeError> {
        let Self { options, watcher, reader, snapshot } = self;
        let state = Arc::new(Ok(snapshot));
        let settings = Arc::new(options.settings());
        let version = Version::first();
        let first = WorkerPool::start(Arc::clone(&state), &version, &settings);
        let form = (!options.read_only)
            .then(|| FormService::start(options.folder.clone(), options.today, options.read_list, reader.basis()));
        let (sender, current) = watch::channel(Arc::new(first));
        thread::spawn(move || renew(&options, &settings, watcher, reader, (state, version), &sender));
        http::serve(listener, HttpState::new(current, host, form), stop)
    }
}

/// Reads the workspace again after each change, and has a new pool answer where that made a difference.
fn renew(
    options: &PreviewOptions,
    settings: &Arc<Settings>,
    mut watcher: WorkspaceWatcher,
    mut reader: SnapshotReader,
    (mut state, mut version): (Arc<Result<Snapshot, String>>, Version),
    sender: &watch::Sender<Arc<WorkerPool>>,
) {
    while !sender.is_closed() {
        // What cannot be read at all may be there again without a word from the system.
        let changes = watcher.wait(state.is_err());
        reader.forget(&changes);
        // Whatever people do to their files, the preview goes on.
        let read = reader.read(options).map_err(|error| error.to_string());
        if read != *state {
            state = Arc::new(read);
            version = version.after(&changes);
            sender.send_replace(Arc::new(WorkerPool::start(Arc::clone(&state), &version, settings)));
        }
    }
}
