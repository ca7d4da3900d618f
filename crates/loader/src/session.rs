//! Where reading happens: the files read so far and the findings so far.

use std::sync::Arc;

use nianbao_model::diagnostic::Findings;
use nianbao_model::{AgencyId, Diagnostic, FileId, Form, Forms, Severity, SourceMap, Span};

use crate::names::NARRATIVE;
use crate::open_file::OpenFile;
use crate::recorder::Recorder;
use crate::{characters, read};

/// Collects findings, each with the agency and the year that are being read.
#[derive(Debug, Default)]
pub(crate) struct Sink {
    found: Findings,
    agency: Option<AgencyId>,
    year: Option<i16>,
    forms: Forms,
}

impl Sink {
    /// No finding yet, and the forms that reports may stand on.
    pub(crate) fn new(forms: Forms) -> Self {
        Self { forms, ..Self::default() }
    }

    /// Takes a finding, which belongs to the agency and year that are being read.
    pub(crate) fn report(&mut self, mut finding: Diagnostic) {
        finding.agency.clone_from(&self.agency);
        finding.year = self.year;
        self.found.push(finding);
    }

    pub(crate) fn report_all(&mut self, findings: impl IntoIterator<Item = Diagnostic>) {
        findings.into_iter().for_each(|finding| self.report(finding));
    }

    /// From here on findings belong to this agency and year.
    pub(crate) fn belongs_to(&mut self, agency: Option<&AgencyId>, year: Option<i16>) {
        self.agency = agency.cloned();
        self.year = year;
    }

    /// The form of the year that is being read.
    pub(crate) fn form(&self) -> &'static Form {
        self.year.and_then(|year| self.forms.of_year(year)).unwrap_or(self.forms.latest())
    }

    /// The forms that reports may stand on.
    pub(crate) fn forms(&self) -> &Forms {
        &self.forms
    }

    /// Whether no error was found, so that all of it could be read.
    pub(crate) fn is_sound(&self) -> bool {
        self.found.as_slice().iter().all(|finding| finding.severity() < Severity::Error)
    }

    /// Takes findings of an earlier round, which belong to whom they belonged then.
    pub(crate) fn tell_again(&mut self, findings: &[Diagnostic]) {
        self.found.extend(findings.iter().cloned());
    }

    /// What was found so far.
    pub(crate) fn found(&self) -> &[Diagnostic] {
        self.found.as_slice()
    }
}

/// Opens files of a workspace and keeps what was found.
#[derive(Debug)]
pub(crate) struct Session<'f> {
    pub(crate) files: &'f Recorder<'f>,
    pub(crate) sources: SourceMap,
    pub(crate) sink: Sink,
}

impl<'f> Session<'f> {
    pub(crate) fn new(files: &'f Recorder<'f>, forms: Forms) -> Self {
        Self::beginning_at(files, forms, FileId(0))
    }

    /// The same for a part of what is read, whose first file has the number `first`.
    pub(crate) fn beginning_at(files: &'f Recorder<'f>, forms: Forms, first: FileId) -> Self {
        Self { files, sources: SourceMap::beginning_at(first), sink: Sink::new(forms) }
    }

    /// Reads a text file; where that is impossible, says so.
    pub(crate) fn open(&mut self, path: &str) -> Option<OpenFile> {
        let read = read::text(self.files, path);
        let text: Arc<str> = read.as_ref().map_or("", |read| read.text.as_str()).into();
        let id = self.sources.add(path.to_owned(), text.clone());
        let file = OpenFile { id, text };
        match read {
            Ok(read) => {
                if read.problem.is_some() {
                    self.sources.recoded(id);
                }
                self.sink.report_all(read.problem.map(|problem| problem.at(file.start())));
                self.sink.report_all(characters::in_text(&file, path.ends_with(NARRATIVE)));
                Some(file)
            }
            Err(problem) => {
                self.sink.report(problem.at(file.start()));
                None
            }
        }
    }

    /// A place for findings on a file or folder that is not read.
    pub(crate) fn place(&mut self, path: &str) -> Span {
        let file = self.sources.find(path).unwrap_or_else(|| self.sources.add(path.to_owned(), "".into()));
        Span::new(file, 0, 0)
    }

    /// Everything that was found, and the files that were opened.
    pub(crate) fn close(self) -> (Vec<Diagnostic>, SourceMap) {
        (self.sink.found.finish(), self.sources)
    }
}
