//! A workspace that is read again and again while people change it.

use nianbao_model::{Forms, aggregate, diagnostic};

use crate::files::Files;
use crate::kept::Kept;
use crate::recorder::Recorder;
use crate::session::Session;
use crate::{LoadError, Loaded, lower, mend, picture, walk};

/// Reads a workspace as [`load_on`](crate::load_on) does, each time with the same result, and keeps what it made of folders:
/// what did not change is not made anew. A copy costs little: what was kept is shared.
#[derive(Debug, Default, Clone)]
pub struct ContentReader {
    forms: Forms,
    kept: Kept,
}

impl ContentReader {
    /// For a workspace whose reports stand on `forms`.
    pub fn new(forms: Forms) -> Self {
        Self { forms, kept: Kept::default() }
    }

    /// What stands in `files` at this moment.
    ///
    /// # Errors
    ///
    /// As [`load`](crate::load).
    pub fn read(&mut self, files: &dyn Files) -> Result<Loaded, LoadError> {
        let tree = walk::content(files)?;
        let recorder = Recorder::new(files);
        let mut session = Session::new(&recorder, self.forms.clone());
        let mut municipality = lower::municipality(&mut session, &tree, &mut self.kept);
        if let Some(municipality) = &mut municipality {
            picture::publish_all(&mut session.sink, municipality, &mut self.kept.reports);
            aggregate::fill(municipality);
        }
        self.kept.end_round();
        let (mut diagnostics, sources) = session.close();
        for finding in &mut diagnostics {
            mend::keep_lines(finding, &sources);
        }
        diagnostic::sort(&mut diagnostics);
        Ok(Loaded { municipality, diagnostics, sources })
    }
}
