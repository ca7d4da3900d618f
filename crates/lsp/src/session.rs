//! What is known of the workspace at a time: the texts as they stand in the editor, and what was found in them.

use jiff::civil::Date;
use nianbao_loader::{Files, Overlay};
use nianbao_model::{Agency, AgencyId, Code, FileId, Form, Report, Severity};
use nianbao_workspace::{Checked, Checker};

use crate::client::Client;
use crate::documents::Documents;
use crate::subject::Subject;
use crate::text::{Lines, path_of, uri_of};
use crate::workspace::{Found, relative};

/// What is known of the workspace.
pub(crate) struct Session {
    /// What the editor can do.
    pub(crate) client: Client,
    /// The folder of the workspace, with `/` between the steps.
    root: String,
    /// What is saved.
    files: Box<dyn Files>,
    checker: Checker,
    /// The texts that are open.
    pub(crate) documents: Documents,
    /// What was found last; nothing before the first check and where there is no content.
    pub(crate) checked: Option<Checked>,
    /// Whether anything changed since.
    pub(crate) dirty: bool,
}

impl Session {
    pub(crate) fn new(found: Found, client: Client, codes: &'static [&'static Code]) -> Self {
        Self {
            client,
            root: found.root,
            files: found.files,
            checker: Checker::new(codes, Severity::Error),
            documents: Documents::default(),
            checked: None,
            dirty: true,
        }
    }

    /// Checks everything as it stands now.
    pub(crate) fn check(&mut self, today: Date) {
        let files = Overlay::new(self.files.as_ref(), self.documents.unsaved());
        self.checked = self.checker.check(&files, today).ok();
        self.dirty = false;
    }

    /// The path of a file of this workspace, counted from its folder.
    pub(crate) fn path(&self, uri: &str) -> Option<String> {
        relative(&self.root, &path_of(uri)?).map(str::to_owned)
    }

    /// The address of a file: as the editor writes it, where it has it open.
    pub(crate) fn uri(&self, path: &str) -> String {
        match self.documents.get(path) {
            Some(open) => open.uri.clone(),
            None => uri_of(&format!("{}/{path}", self.root)),
        }
    }

    /// The text of a file: as it stands in the editor, else as it was read last.
    pub(crate) fn text(&self, path: &str) -> Option<&str> {
        if let Some(open) = self.documents.get(path) {
            return Some(&open.text);
        }
        let sources = &self.checked.as_ref()?.sources;
        Some(sources.text(sources.find(path)?))
    }

    /// A text with its lines, columns counted as the editor does.
    pub(crate) fn lines<'t>(&self, text: &'t str) -> Lines<'t> {
        Lines::new(text, self.client.encoding)
    }

    /// The number of a file in what was found last.
    pub(crate) fn file(&self, path: &str) -> Option<FileId> {
        self.checked.as_ref()?.sources.find(path)
    }

    /// An agency as it was read last.
    pub(crate) fn agency(&self, id: &AgencyId) -> Option<&Agency> {
        self.checked.as_ref()?.municipality.as_ref()?.agency(id)
    }

    /// A report with its agency, as they were read last.
    pub(crate) fn report(&self, id: &AgencyId, year: i16) -> Option<(&Agency, &Report)> {
        let agency = self.agency(id)?;
        Some((agency, agency.reports.get(&year)?))
    }

    /// The form that the figures of a file stand on: that of its report, else that of its year.
    pub(crate) fn form(&self, subject: &Subject) -> &'static Form {
        let Some((agency, year)) = subject.report() else { return Form::latest() };
        let of_report = self.report(agency, year).map(|(_, report)| report.form);
        of_report.or_else(|| Form::of_year(year)).unwrap_or(Form::latest())
    }
}
