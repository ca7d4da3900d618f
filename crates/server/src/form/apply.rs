//! What changes make of the files: their texts, of which nothing is written here.

use std::collections::BTreeMap;

use nianbao_loader::edit::{self, Change, EditError, WrittenValue};
use nianbao_loader::keys::Document;
use nianbao_loader::{Manuscript, NewBlock};
use nianbao_model::SectionKind;

use super::acceptances::Reasons;
use super::cells::TypedCell;
use super::change::{BlockChange, FormChange};
use super::correction::{Correction, Rewording};
use super::fields::Field;
use super::kind::FormFile;
use super::refused::Refused;
use super::renaming::Renaming;
use super::report_files::ReportFiles;
use super::state::Terms;
use super::subject::Subject;
use super::summing::Summing;
use super::written_values::WrittenValues;
use super::{acceptances, cells, fields, prose};

/// The new texts of files, of those only that are not what they were.
pub(super) type NewTexts = BTreeMap<FormFile, String>;

/// The texts of `files` with `changes`.
pub(super) fn apply(
    files: &ReportFiles,
    subject: &Subject,
    terms: &Terms,
    changes: &[FormChange],
    correction: Option<&Correction>,
) -> Result<NewTexts, Refused> {
    let wanted = Wanted { correction, ..Wanted::of(terms, changes)? };
    let drafts = Drafts { files, subject, terms };
    let mut texts = NewTexts::new();
    if wanted.changes(FormFile::Agency) {
        texts.insert(FormFile::Agency, drafts.edited(FormFile::Agency, &wanted)?);
    }
    if wanted.changes(FormFile::Narrative) {
        texts.insert(FormFile::Narrative, drafts.rewritten(&wanted)?);
    }
    if wanted.changes(FormFile::Report) {
        texts.insert(FormFile::Report, drafts.edited(FormFile::Report, &wanted)?);
    }
    let is_new =
        |(file, text): &(FormFile, String)| files.get(*file).is_none_or(|old| old.text != *text || !old.is_there());
    Ok(texts.into_iter().filter(is_new).collect())
}

/// What is wanted of a report: of what is named twice the last.
#[derive(Default)]
struct Wanted<'c> {
    /// Cells in the order in which they are named.
    cells: Vec<(&'c str, TypedCell)>,
    fields: Vec<(&'static Field, &'c str)>,
    sections: BTreeMap<Option<SectionKind>, &'c [BlockChange]>,
    reasons: Reasons,
    renaming: Option<Renaming>,
    summing: Option<Summing>,
    rewordings: Vec<Rewording<'c>>,
    correction: Option<&'c Correction>,
}

impl<'c> Wanted<'c> {
    fn of(terms: &Terms, changes: &'c [FormChange]) -> Result<Self, Refused> {
        let mut wanted = Self::default();
        let mut places = BTreeMap::new();
        for change in changes {
            match change {
                FormChange::Cell { cell, text, remark } => {
                    let typed = typed(terms, cell, text.as_deref(), remark.as_deref())?;
                    let at = *places.entry(cell.as_str()).or_insert_with(|| {
                        wanted.cells.push((cell.as_str(), TypedCell::default()));
                        wanted.cells.len() - 1
                    });
                    if let Some((_, known)) = wanted.cells.get_mut(at) {
                        known.figure = typed.figure.or(known.figure.take());
                        known.remark = typed.remark.or(known.remark.take());
                    }
                }
                FormChange::Field { file, field, value } => {
                    let known = fields::find(*file, field).ok_or_else(|| Refused(format!("没有“{field}”这一项。")))?;
                    fields::refusal(known, value, terms.record.is_some())
                        .map_or(Ok(()), |reason| Err(Refused(reason)))?;
                    wanted.fields.retain(|(other, _)| !std::ptr::eq(*other, known));
                    wanted.fields.push((known, value.as_str()));
                }
                FormChange::Acceptance { accept, reason } => {
                    wanted.reasons.insert(accept.trim().to_owned(), acceptances::typed(accept.trim(), reason)?);
                }
                FormChange::Reword { reword, was, text } => {
                    wanted.rewordings.push(Rewording::typed(*reword, was, text)?);
                }
                FormChange::Rename { rename, since } => wanted.renaming = Some(Renaming::typed(rename, *since)?),
                FormChange::Sum { .. } if terms.record.is_some() => {
                    return Err(Refused("这份报告已经公开，三张表的数怎样来的不再改动。".to_owned()));
                }
                FormChange::Sum { sum, figures } => wanted.summing = Some(Summing::chosen(sum, *figures)?),
                FormChange::Section { section, blocks } => {
                    let kind = prose::kind(section).ok_or_else(|| Refused(format!("没有“{section}”这一部分。")))?;
                    wanted.sections.insert(kind, blocks);
                }
            }
        }
        Ok(wanted)
    }

    fn changes(&self, file: FormFile) -> bool {
        let other = match file {
            FormFile::Report => {
                let is_said = self.correction.is_some() || self.summing.is_some() || !self.rewordings.is_empty();
                is_said || !self.cells.is_empty() || !self.reasons.is_empty()
            }
            FormFile::Agency => self.renaming.is_some(),
            FormFile::Narrative => !self.sections.is_empty(),
        };
        other || self.fields.iter().any(|(field, _)| field.file == file)
    }

    /// The changes of a YAML file that says `values`.
    fn of_file(&self, file: FormFile, terms: &Terms, values: &[WrittenValue]) -> Result<Vec<Change>, Refused> {
        let own = self.fields.iter().filter(|(field, _)| field.file == file);
        let mut changes: Vec<Change> = own.filter_map(|(field, value)| fields::change(values, field, value)).collect();
        match file {
            FormFile::Report => {
                let typed = self.cells.iter().map(|(cell, typed)| (*cell, typed));
                let cells = cells::changes(terms.form, &WrittenValues::new(values), typed);
                changes.splice(0..0, cells);
                changes.extend(acceptances::changes(values, &self.reasons));
                for rewording in &self.rewordings {
                    changes.push(rewording.change(values)?);
                }
                changes.extend(self.correction.map(|correction| correction.change(values)));
            }
            FormFile::Agency => {
                if let Some(renaming) = &self.renaming {
                    changes.extend(renaming.changes(values)?);
                }
            }
            FormFile::Narrative => {}
        }
        Ok(changes)
    }
}

/// A cell as it was typed, if it may be.
fn typed(terms: &Terms, cell: &str, text: Option<&str>, remark: Option<&str>) -> Result<TypedCell, Refused> {
    if let Some(reason) = terms.refusal(cell) {
        return Err(Refused(reason));
    }
    let content = cells::content(terms.form, cell).ok_or_else(|| Refused(format!("表里没有“{cell}”这一格。")))?;
    let figure = text.map(|text| cells::figure(text, content));
    Ok(TypedCell { figure, remark: remark.map(str::to_owned) })
}

/// Files on the way.
struct Drafts<'a> {
    files: &'a ReportFiles,
    subject: &'a Subject,
    terms: &'a Terms,
}

impl Drafts<'_> {
    /// A YAML file with what is wanted of it.
    fn edited(&self, file: FormFile, wanted: &Wanted<'_>) -> Result<String, Refused> {
        let draft = self.begun(file)?;
        let document = match file {
            FormFile::Agency => Document::Agency,
            FormFile::Narrative | FormFile::Report => Document::Report(self.terms.form),
        };
        let draft = match &wanted.summing {
            Some(summing) if file == FormFile::Report => {
                summing.made(&draft, self.terms.form, |error| self.refused(file, error))?
            }
            _ => draft,
        };
        let values = edit::written(&draft, document).map_err(|error| self.refused(file, &error))?;
        let changes = wanted.of_file(file, self.terms, &values)?;
        edit::edited(&draft, document, &changes).map_err(|error| self.refused(file, &error))
    }

    /// The narrative with its sections as they are wanted.
    fn rewritten(&self, wanted: &Wanted<'_>) -> Result<String, Refused> {
        let mut text = self.begun(FormFile::Narrative)?;
        for (kind, blocks) in &wanted.sections {
            let blocks: Vec<NewBlock> = blocks.iter().map(prose::block).collect();
            text = Manuscript::read(&text, self.terms.form).rewritten(&text, *kind, &blocks);
        }
        Ok(text)
    }

    fn refused(&self, file: FormFile, error: &EditError) -> Refused {
        let path = self.files.get(file).map_or("", |file| file.path.as_str());
        Refused(format!("{error}。写的内容还在这一页上；请政务公开办看一看文件 {path}，改好以后自动保存。"))
    }

    /// The text of a file; a new one is begun.
    fn begun(&self, file: FormFile) -> Result<String, Refused> {
        match (self.files.get(file), file) {
            (Some(old), _) if old.is_there() => Ok(old.text.clone()),
            (_, FormFile::Agency) => Err(Refused("这个机关还没有建好，请政务公开办先写上机关的名称。".to_owned())),
            (_, FormFile::Narrative) => Ok(prose::begun()),
            (_, FormFile::Report) => Ok(format!("年度: {}\n", self.subject.year)),
        }
    }
}
