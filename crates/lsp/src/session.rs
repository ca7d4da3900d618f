//! What is known of the workspace at a time: the texts as they stand in the editor, and what was found in them.

use jiff::civil::Date;
use nianbao_loader::Overlay;
use nianbao_model::{Agency, AgencyId, Code, Diagnostic, FileId, Form, Report, Severity, Span};
use nianbao_workspace::{Checked, Checker};

use crate::client::Client;
use crate::documents::Documents;
use crate::saved::Saved;
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
    pub(crate) saved: Saved,
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
            saved: Saved::new(found.files),
            checker: Checker::new(codes, Severity::Error),
            documents: Documents::default(),
            checked: None,
            dirty: true,
        }
    }

    /// Checks everything as it stands now.
    pub(crate) fn check(&mut self, today: Date) {
        self.saved.look_again();
        let files = Overlay::new(&self.saved, self.documents.unsaved());
        self.checked = self.checker.check(&files, today).ok();
        if let Some(checked) = &mut self.checked {
            let findings: Vec<Diagnostic> =
                self.documents.paths().filter_map(|path| saved_otherwise(&self.saved, checked, path)).collect();
            if !findings.is_empty() {
                checked.add(findings);
            }
        }
        self.dirty = false;
    }

    /// Whether the editor has the whole workspace open, so that it hears of all that changes there.
    pub(crate) fn is_open(&self) -> bool {
        let holds = |folder: &String| {
            let folder = folder.trim_end_matches('/');
            folder == self.root || relative(folder, &self.root).is_some()
        };
        self.client.folders.iter().any(holds)
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

/// Says that the file of an open text is saved in an encoding that the editor does not take it for.
fn saved_otherwise(saved: &Saved, checked: &Checked, path: &str) -> Option<Diagnostic> {
    let file = checked.sources.find(path)?;
    let end = checked.sources.text(file).lines().next().map_or(0, str::len);
    let finding = nianbao_loader::saved_otherwise(saved, path, Span::new(file, 0, end))?;
    Some(match Subject::of(path) {
        Some(Subject::Agency(agency)) => finding.about(&agency, None),
        Some(Subject::Report(agency, year) | Subject::Narrative(agency, year)) => finding.about(&agency, year),
        Some(Subject::Site) | None => finding,
    })
}
