//! Where forms are answered: reads, judges and writes the files of one report at a time.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use nianbao_builder::Templates;
use nianbao_builder::html::{FormPage, HtmlError, Pages};
use nianbao_loader::edit::{self, Made, WriteError};
use nianbao_loader::{Disk, Files, Memory, Overlay};
use nianbao_model::{Agency, Municipality, Report, Severity, SourceMap};
use nianbao_workspace::{Checked, Checker};
use serde::Serialize;

use super::apply::{NewTexts, apply};
use super::change::Sending;
use super::correction::Correction;
use super::kind::FormFile;
use super::refused::Refused;
use super::report_files::ReportFiles;
use super::state::{FormState, Shown, Terms};
use super::subject::Subject;
use super::target::{FOLDER, FormTarget, NewPart, Part};
use super::{conflicts, list, new, pictures, spare_pictures};
use crate::basis::{Basis, Known};
use crate::response::Response;

/// What answers for forms.
pub(super) struct Desk {
    folder: PathBuf,
    today: fn() -> Date,
    token: String,
    pages: Result<Pages, HtmlError>,
    /// What the preview knows.
    basis: Basis,
    /// What may be changed in reports, by what their files were when that was told.
    terms: BTreeMap<Subject, (BTreeMap<FormFile, Option<String>>, Terms)>,
}

/// How many reports' terms are kept.
const KEPT: usize = 64;

impl Desk {
    /// The desk of the workspace in `folder`, of which the preview knows `basis`.
    pub(super) fn new(folder: &Path, today: fn() -> Date, token: &str, basis: Basis) -> Self {
        Self {
            folder: folder.to_owned(),
            today,
            token: token.to_owned(),
            pages: Pages::new(&Templates::built_in()),
            basis,
            terms: BTreeMap::new(),
        }
    }

    /// What stands at `path`, or becomes of the `body` that is sent there.
    pub(super) fn answer(&mut self, path: &str, body: Option<&[u8]>) -> Response {
        let answer = match FormTarget::of(path) {
            Some(FormTarget::List) if body.is_none() => self.list(),
            Some(FormTarget::Unfinished) if body.is_none() => {
                Ok(Response::redirection(format!("/{FOLDER}{}/", nianbao_builder::percent_encoded(path))))
            }
            Some(FormTarget::New(part)) if body.is_some() => self.new_texts(part, body.unwrap_or_default()),
            Some(FormTarget::Of(agency, year, part)) => match (part, body) {
                (Part::Page, None) => self.page(&agency, year),
                (Part::State, None) => self.state(&agency, year),
                (Part::Judge, Some(body)) => self.judge(&agency, year, body),
                (Part::Save, Some(body)) => self.save(&agency, year, body),
                (Part::Picture, Some(body)) => self.picture(&agency, year, body),
                (Part::SparePicture, Some(body)) => self.spare_picture(&agency, year, body),
                _ => Err(Response::text(405, "这个地址不能这样用。")),
            },
            Some(_) => Err(Response::text(405, "这个地址不能这样用。")),
            None => Err(nothing()),
        };
        answer.unwrap_or_else(|instead| instead)
    }

    fn disk(&self) -> Disk {
        Disk::new(&self.folder)
    }

    /// The workspace with `texts` in the place of what stands there. All of it is read anew: who opens a form may just have
    /// made it.
    fn check(&self, texts: Memory) -> Result<Checked, Response> {
        let new = || Checker::new(nianbao_builder::codes(), Severity::Error);
        let checker = self.basis.take_up().checker.unwrap_or_else(new);
        self.check_by(checker, &Overlay::new(self.disk(), texts))
    }

    /// The same while somebody types the report of `subject`: all but its files is taken as the preview has it.
    fn check_typed(&self, subject: &Subject, texts: Memory) -> Result<Checked, Response> {
        let Known { files: Some(mut files), checker: Some(known) } = self.basis.take_up() else {
            return self.check(texts);
        };
        for file in FormFile::ALL {
            files.forget(&subject.path(file));
        }
        let checked = self.check_by(known, &Overlay::new(files, texts.clone()))?;
        // The preview may not have heard of an agency yet that was just made.
        if subject.agency_in(&checked).is_some() { Ok(checked) } else { self.check(texts) }
    }

    fn check_by(&self, mut checker: Checker, files: &dyn Files) -> Result<Checked, Response> {
        checker.check(files, (self.today)()).map_err(|error| Response::text(500, format!("{error}。")))
    }

    fn pages(&self) -> Result<&Pages, Response> {
        self.pages.as_ref().map_err(|error| Response::text(500, error.to_string()))
    }

    fn list(&self) -> Result<Response, Response> {
        let today = (self.today)();
        let checked = self.check(Memory::new())?;
        let municipality = checked.municipality.as_ref().ok_or_else(unread)?;
        let page = self.pages()?.form_list(&list::page(&checked, municipality, today, &self.token));
        Ok(html(page))
    }

    /// Agencies and reports that are made anew.
    fn new_texts(&self, part: NewPart, body: &[u8]) -> Result<Response, Response> {
        edit::clear_leftovers(&self.folder);
        let checked = self.check(Memory::new())?;
        let municipality = checked.municipality.as_ref().ok_or_else(unread)?;
        let room = new::Room { folder: &self.folder, checked: &checked, municipality, today: (self.today)() };
        new::answer(&room, part, body).map(|(status, outcome)| json(status, &outcome))
    }

    fn page(&mut self, agency: &str, year: i16) -> Result<Response, Response> {
        let (subject, files, checked) = self.found(agency, year)?;
        let terms = self.terms(&subject, &files, &checked)?;
        let own = subject.agency_in(&checked).ok_or_else(nothing)?;
        let blank = Report { form: terms.form, ..Report::blank(year) };
        let page = FormPage::new(own, own.reports.get(&year).unwrap_or(&blank), &self.token);
        Ok(html(self.pages()?.form(&page)))
    }

    fn state(&mut self, agency: &str, year: i16) -> Result<Response, Response> {
        let (subject, files, checked) = self.found(agency, year)?;
        let terms = self.terms(&subject, &files, &checked)?;
        let state = self.shown(&checked, &subject, &terms, &files)?;
        Ok(json(200, &state))
    }

    fn judge(&mut self, agency: &str, year: i16, body: &[u8]) -> Result<Response, Response> {
        let sending = sent(body)?;
        let (subject, files, terms) = self.begun(agency, year)?;
        let texts = changed(&subject, &files, &terms, &sending, None)?;
        let state = self.with(&subject, &files, &texts)?;
        Ok(json(200, &state))
    }

    fn save(&mut self, agency: &str, year: i16, body: &[u8]) -> Result<Response, Response> {
        let sending = sent(body)?;
        let (subject, files, terms) = self.begun(agency, year)?;
        if let Some(reason) = terms.keeps_from_writing(&sending) {
            return Err(Response::text(409, reason));
        }
        let correction = correction(&terms, &sending, (self.today)())?;
        let base = files.base();
        let differs = |file: FormFile| sending.base.get(&file).cloned().flatten() != base.get(&file).cloned().flatten();
        if sending.changed_files().any(differs) {
            return self.conflict(&subject, &files, &sending);
        }
        let texts = changed(&subject, &files, &terms, &sending, correction.as_ref())?;
        match write(&self.folder, &files, &texts) {
            Ok(()) => {}
            Err(WriteError::Changed(_) | WriteError::Exists(_)) => {
                let files = ReportFiles::read(&self.disk(), &subject);
                return self.conflict(&subject, &files, &sending);
            }
            Err(error @ WriteError::Link(_)) => return Err(Response::text(409, format!("{error}。"))),
            Err(error @ WriteError::Io { .. }) => return Err(Response::text(500, format!("文件写不进去：{error}。"))),
        }
        let files = ReportFiles::read(&self.disk(), &subject);
        let state = self.with(&subject, &files, &NewTexts::new())?;
        Ok(json(200, &state))
    }

    /// Adds a picture to the files of a report; the narrative shows it once that is saved.
    fn picture(&mut self, agency: &str, year: i16, body: &[u8]) -> Result<Response, Response> {
        let (subject, _, terms) = self.begun(agency, year)?;
        if let Some(reason) = terms.readonly {
            return Err(Response::text(409, reason));
        }
        pictures::put(&self.folder, &self.disk(), &subject, body).map(|put| json(200, &put))
    }

    /// Takes away a picture that neither file of the report names.
    fn spare_picture(&mut self, agency: &str, year: i16, body: &[u8]) -> Result<Response, Response> {
        let (subject, files, terms) = self.begun(agency, year)?;
        if let Some(reason) = terms.locked() {
            return Err(Response::text(409, reason));
        }
        let texts = FormFile::ALL.into_iter().filter_map(|file| files.get(file)).map(|file| file.text.as_str());
        let spare = spare_pictures::all(&self.disk(), &subject, &texts.collect::<Vec<_>>());
        spare_pictures::take_away(&self.folder, &subject, &spare, body).map(|taken| json(200, &taken))
    }

    /// Both versions of what is not what the page was shown; nothing is written.
    fn conflict(&self, subject: &Subject, files: &ReportFiles, sending: &Sending) -> Result<Response, Response> {
        let state = self.with(subject, files, &NewTexts::new())?;
        let conflicts = conflicts::between(&sending.changes, &state);
        Ok(json(412, &Conflict { conflicts, state }))
    }

    /// The state with `texts` in the place of files.
    fn with(&self, subject: &Subject, files: &ReportFiles, texts: &NewTexts) -> Result<FormState, Response> {
        let mut memory = files.memory();
        for (file, text) in texts {
            memory.insert(subject.path(*file), text.as_str());
        }
        let checked = self.check_typed(subject, memory)?;
        let terms = Terms::of(&checked, subject, files).ok_or_else(nothing)?;
        self.shown(&checked, subject, &terms, files)
    }

    fn shown(
        &self,
        checked: &Checked,
        subject: &Subject,
        terms: &Terms,
        files: &ReportFiles,
    ) -> Result<FormState, Response> {
        let text = |file| {
            let id = checked.sources.find(&subject.path(file));
            id.map_or("", |id| checked.sources.text(id))
        };
        let spare_pictures = match terms.locked() {
            Some(_) => Vec::new(),
            None => spare_pictures::all(&self.disk(), subject, &FormFile::ALL.map(text)),
        };
        let shown = Shown { checked, subject, terms, pages: self.pages()?, today: (self.today)(), spare_pictures };
        FormState::new(&shown, files.base()).ok_or_else(nothing)
    }

    /// A report with its files and the workspace around it, all of one moment.
    fn found(&mut self, agency: &str, year: i16) -> Result<(Subject, ReportFiles, Checked), Response> {
        let subject = self.subject(agency, year)?;
        let files = ReportFiles::read(&self.disk(), &subject);
        let checked = self.check(files.memory())?;
        Ok((subject, files, checked))
    }

    /// A report with its files and what may be changed in it, which need not be asked for again while they are the same.
    fn begun(&mut self, agency: &str, year: i16) -> Result<(Subject, ReportFiles, Terms), Response> {
        let subject = self.subject(agency, year)?;
        let files = ReportFiles::read(&self.disk(), &subject);
        if let Some((_, terms)) =
            self.terms.get(&subject).filter(|(base, _)| files.are_sound() && *base == files.base())
        {
            return Ok((subject, files, terms.clone()));
        }
        let checked = self.check(files.memory())?;
        let terms = self.terms(&subject, &files, &checked)?;
        Ok((subject, files, terms))
    }

    fn terms(&mut self, subject: &Subject, files: &ReportFiles, checked: &Checked) -> Result<Terms, Response> {
        let terms = Terms::of(checked, subject, files).ok_or_else(nothing)?;
        if self.terms.len() >= KEPT {
            self.terms.clear();
        }
        self.terms.insert(subject.clone(), (files.base(), terms.clone()));
        Ok(terms)
    }

    /// The report of an agency, which must be in the workspace.
    fn subject(&self, agency: &str, year: i16) -> Result<Subject, Response> {
        if let Some(known) = self.terms.keys().find(|known| is_at(known, agency) && known.year == year) {
            return Ok(known.clone());
        }
        let checked = self.check(Memory::new())?;
        let agencies = checked.municipality.iter().flat_map(Municipality::agencies);
        let found = agencies.map(|agency: &Agency| &agency.id).find(|id| nianbao_builder::address(id) == agency);
        // Nobody writes reports of years that are far away.
        let soon = year <= (self.today)().year();
        found.filter(|_| soon).map(|id| Subject { agency: id.clone(), year }).ok_or_else(nothing)
    }
}

/// What is told of files that are not what the page was shown.
#[derive(Serialize)]
struct Conflict {
    conflicts: Vec<conflicts::ConflictState>,
    state: FormState,
}

fn is_at(subject: &Subject, address: &str) -> bool {
    nianbao_builder::address(&subject.agency) == address
}

fn sent(body: &[u8]) -> Result<Sending, Response> {
    serde_json::from_slice(body).map_err(|_| Response::text(400, "发来的内容不完整，没有写入。请刷新这一页再试。"))
}

/// The texts that `sending` makes of the files, with `correction` as what is said of it.
fn changed(
    subject: &Subject,
    files: &ReportFiles,
    terms: &Terms,
    sending: &Sending,
    correction: Option<&Correction>,
) -> Result<NewTexts, Response> {
    if let Some(reason) = terms.readonly.as_ref().filter(|_| !sending.changes.is_empty()) {
        return Err(Response::text(409, reason.clone()));
    }
    apply(files, subject, terms, &sending.changes, correction).map_err(refused)
}

/// What is said of the changes that were sent, where the report is a record.
fn correction(terms: &Terms, sending: &Sending, today: Date) -> Result<Option<Correction>, Response> {
    let sent = terms.record.zip(sending.correction.as_ref());
    sent.map(|(record, sent)| Correction::of(sent, &sending.changes, record, today)).transpose().map_err(refused)
}

fn refused(Refused(reason): Refused) -> Response {
    Response::text(422, reason)
}

fn nothing() -> Response {
    Response::text(404, "没有这份报告。")
}

fn unread() -> Response {
    Response::text(409, "这里的内容读不出来，先要改好：打开“网站预览”，看是哪里的问题。什么都没有写。")
}

fn html(page: Result<String, HtmlError>) -> Response {
    match page {
        Ok(page) => Response::page(200, page),
        Err(error) => Response::text(500, error.to_string()),
    }
}

fn json(status: u16, value: &impl Serialize) -> Response {
    match serde_json::to_vec(value) {
        Ok(bytes) => Response { status, ..Response::file(".json", bytes) },
        Err(error) => Response::text(500, error.to_string()),
    }
}

/// Writes texts over the files that they were made from, and those that there were not, all or none.
fn write(folder: &Path, files: &ReportFiles, texts: &NewTexts) -> Result<(), WriteError> {
    let mut sources = SourceMap::default();
    let (mut old, mut new) = (BTreeMap::new(), Vec::new());
    for (file, text) in texts {
        let Some(known) = files.get(*file) else { continue };
        if known.is_there() {
            let id = sources.add(known.path.clone(), known.text.as_str().into());
            if !known.is_utf8 {
                sources.recoded(id);
            }
            old.insert(id, text.clone());
        } else {
            new.push((known.path.clone(), text.clone().into_bytes()));
        }
    }
    edit::save(folder, &sources, &old, &Made::new(), &new)
}
