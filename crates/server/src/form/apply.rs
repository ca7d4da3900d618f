//! What changes make of the files: their texts, of which nothing is written here.

use std::collections::BTreeMap;

use nianbao_loader::edit::{self, Change, EditError};
use nianbao_loader::keys::Document;
use nianbao_loader::{Manuscript, NewBlock};
use nianbao_model::SectionKind;

use super::change::{BlockChange, FormChange};
use super::kind::FormFile;
use super::report_files::ReportFiles;
use super::state::Terms;
use super::subject::Subject;
use super::{cells, fields, prose};

/// Why something cannot be changed, in words for whoever typed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Refused(pub(super) String);

/// The new texts of files, of those only that are not what they were.
pub(super) type NewTexts = BTreeMap<FormFile, String>;

/// The texts of `files` with `changes`.
pub(super) fn apply(
    files: &ReportFiles,
    subject: &Subject,
    terms: &Terms,
    changes: &[FormChange],
) -> Result<NewTexts, Refused> {
    let mut drafts = Drafts { files, subject, terms, texts: NewTexts::new() };
    for change in changes {
        drafts.take(change)?;
    }
    drafts.sections(changes)?;
    let is_new =
        |(file, text): &(FormFile, String)| files.get(*file).is_none_or(|old| old.text != *text || !old.is_there());
    Ok(drafts.texts.into_iter().filter(is_new).collect())
}

/// Files on the way.
struct Drafts<'a> {
    files: &'a ReportFiles,
    subject: &'a Subject,
    terms: &'a Terms,
    texts: NewTexts,
}

impl Drafts<'_> {
    fn take(&mut self, change: &FormChange) -> Result<(), Refused> {
        match change {
            FormChange::Cell { cell, text, remark } => {
                if let Some(reason) = &self.terms.figures {
                    return Err(Refused(reason.clone()));
                }
                let form = self.terms.form;
                let content = cells::content(form, cell).ok_or_else(|| Refused(format!("表里没有“{cell}”这一格。")))?;
                let figure = text.as_deref().map(|text| cells::figure(text, content));
                let edit = |draft: &str| cells::edited(draft, form, cell, figure.as_deref(), remark.as_deref());
                self.edit(FormFile::Report, cell, edit)
            }
            FormChange::Field { file, field, value } => {
                let known = fields::find(*file, field).ok_or_else(|| Refused(format!("没有“{field}”这一项。")))?;
                fields::refusal(known, value).map_or(Ok(()), |reason| Err(Refused(reason)))?;
                let document = self.document(*file);
                self.edit(*file, field, |draft| fields::edited(draft, document, known, value))
            }
            FormChange::Section { .. } => Ok(()),
        }
    }

    /// Sections are written anew from what the page was shown; of one that is named twice the last counts.
    fn sections(&mut self, changes: &[FormChange]) -> Result<(), Refused> {
        let mut wanted: BTreeMap<Option<SectionKind>, &[BlockChange]> = BTreeMap::new();
        for change in changes {
            if let FormChange::Section { section, blocks } = change {
                let kind = prose::kind(section).ok_or_else(|| Refused(format!("没有“{section}”这一部分。")))?;
                wanted.insert(kind, blocks);
            }
        }
        for (kind, blocks) in wanted {
            let text = self.draft(FormFile::Narrative)?;
            let blocks: Vec<NewBlock> = blocks.iter().map(prose::block).collect();
            let new = Manuscript::read(&text, self.terms.form).rewritten(&text, kind, &blocks);
            self.texts.insert(FormFile::Narrative, new);
        }
        Ok(())
    }

    fn document(&self, file: FormFile) -> Document {
        match file {
            FormFile::Agency => Document::Agency,
            FormFile::Narrative | FormFile::Report => Document::Report(self.terms.form),
        }
    }

    /// Edits a file; `what` is what messages call the place.
    fn edit(
        &mut self,
        file: FormFile,
        what: &str,
        edit: impl FnOnce(&str) -> Result<String, EditError>,
    ) -> Result<(), Refused> {
        let draft = self.draft(file)?;
        let new = edit(&draft).map_err(|error| Refused(format!("“{what}”没有写进去：{error}。")))?;
        self.texts.insert(file, new);
        Ok(())
    }

    /// The text of a file so far; a new one is begun.
    fn draft(&self, file: FormFile) -> Result<String, Refused> {
        if let Some(text) = self.texts.get(&file) {
            return Ok(text.clone());
        }
        match (self.files.get(file), file) {
            (Some(old), _) if old.is_there() => Ok(old.text.clone()),
            (_, FormFile::Agency) => {
                Err(Refused("这个机关还没有 agency.yaml，请先请管理员建好这个文件，写上机关的名称。".to_owned()))
            }
            (_, FormFile::Narrative) => Ok(prose::begun()),
            (_, FormFile::Report) => Ok(format!("年度: {}\n", self.subject.year)),
        }
    }
}

/// The text with `changes`.
pub(super) fn with(text: &str, document: Document, changes: &[Change]) -> Result<String, EditError> {
    edit::edited(text, document, changes)
}
