//! What was made of a folder is kept, and used again as long as all that it was made of is the same: its list of files, the
//! bytes of each that was read, and the number of the first in the source map, which its places bear.

mod ahead;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use nianbao_model::{Agency, Diagnostic, FileId, Report, SourceFile};

use crate::recorder::Note;
use crate::session::Session;

/// More findings of one folder are not kept: so many come near the bounds on what is told of a file.
const MOST: usize = 1000;

/// What was made of all folders of a workspace. A copy shares it, and goes on by itself.
#[derive(Debug, Default, Clone)]
pub(crate) struct Kept {
    /// What agency.yaml says.
    pub(crate) agencies: Parts<Agency>,
    /// The reports, before anything was added up; nothing where one cannot be read.
    pub(crate) reports: Parts<Option<Arc<Report>>>,
}

/// What was made of folders, by their paths.
#[derive(Debug, Clone)]
pub(crate) struct Parts<T> {
    before: Arc<BTreeMap<String, Arc<KeptPart<T>>>>,
    now: BTreeMap<String, Arc<KeptPart<T>>>,
    /// Those that were made in this round before they were asked for.
    ahead: BTreeMap<String, Arc<KeptPart<T>>>,
    /// The paths of those that were made in this round.
    new: BTreeSet<String>,
}

/// What was made of a folder, and of what.
#[derive(Debug)]
struct KeptPart<T> {
    listed: Vec<String>,
    first: FileId,
    read: Vec<Note>,
    files: Vec<Arc<SourceFile>>,
    found: Vec<Diagnostic>,
    made: T,
}

impl<T> KeptPart<T> {
    /// Tells a session of the files and of what was found.
    fn tell(&self, session: &mut Session) {
        self.files.iter().for_each(|file| _ = session.sources.share(Arc::clone(file)));
        session.sink.tell_again(&self.found);
    }
}

impl Kept {
    /// Whatever was not asked for in this round is forgotten.
    pub(crate) fn end_round(&mut self) {
        self.agencies.end_round();
        self.reports.end_round();
    }
}

impl<T: Clone> Parts<T> {
    /// What `make` makes of the folder at `path`, in which `listed` is read; it must ask for nothing else that may change. The
    /// findings and files of the session become what they became then.
    pub(crate) fn part<'f>(
        &mut self,
        session: &mut Session<'f>,
        path: &str,
        listed: Vec<String>,
        make: impl FnOnce(&mut Session<'f>) -> T,
    ) -> T {
        let first = session.sources.next();
        let before = self.before.get(path).filter(|part| {
            part.first == first && part.listed == listed && part.read.iter().all(|note| session.files.still_holds(note))
        });
        if let Some(part) = before {
            part.tell(session);
            let again = part.made.clone();
            self.now.insert(path.to_owned(), Arc::clone(part));
            return again;
        }
        let ahead = self.ahead.remove(path).filter(|part| part.first == first && part.listed == listed);
        if let Some(part) = ahead {
            part.tell(session);
            let early = part.made.clone();
            self.new.insert(path.to_owned());
            self.now.insert(path.to_owned(), part);
            return early;
        }
        let (_, told) = (session.files.take(), session.sink.found().len());
        let result = make(session);
        let found = session.sink.found().get(told..).unwrap_or_default();
        self.new.insert(path.to_owned());
        if found.len() < MOST {
            let files = session.sources.since(first).to_vec();
            let (read, found) = (session.files.take(), found.to_vec());
            let part = KeptPart { listed, first, read, files, found, made: result.clone() };
            self.now.insert(path.to_owned(), Arc::new(part));
        }
        result
    }

    /// Whether what is known of the folder at `path` was not known before this round.
    pub(crate) fn is_new(&self, path: &str) -> bool {
        self.new.contains(path) || !self.now.contains_key(path)
    }

    /// Puts what became of it later in place of what was made of the folder at `path` in this round, with what was found then.
    pub(crate) fn became(&mut self, path: &str, made: T, found: &[Diagnostic]) {
        if let Some(part) = self.now.get_mut(path).and_then(Arc::get_mut) {
            part.made = made;
            part.found.extend_from_slice(found);
        }
    }
}

impl<T> Parts<T> {
    fn end_round(&mut self) {
        self.before = Arc::new(std::mem::take(&mut self.now));
        self.ahead.clear();
        self.new.clear();
    }
}

impl<T> Default for Parts<T> {
    fn default() -> Self {
        Self { before: Arc::default(), now: BTreeMap::new(), ahead: BTreeMap::new(), new: BTreeSet::new() }
    }
}
