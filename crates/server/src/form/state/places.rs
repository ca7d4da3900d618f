//! What stands at a place of the files: a cell, a field, a block.

use std::ops::Range;

use nianbao_loader::Manuscript;
use nianbao_loader::edit::{Step, WrittenValue};
use nianbao_loader::keys::report::{ACCEPTANCES, AGGREGATE, OWN_OFFICE};
use nianbao_model::{FileId, Report, SectionKind, Span};
use nianbao_workspace::Checked;

use super::super::kind::FormFile;
use super::super::subject::Subject;
use super::super::{acceptances, fields, prose};
use super::figures;
use super::values::Values;

/// Where things stand in the files of a report.
pub(super) struct Places<'a> {
    files: [(FormFile, Option<FileId>); 3],
    values: &'a Values,
    /// The key paths of all typed cells.
    cells: Vec<String>,
    narrative: &'a str,
    blocks: Vec<BlockPlace>,
    headings: Vec<(Range<usize>, Option<SectionKind>)>,
}

struct BlockPlace {
    range: Range<usize>,
    section: Option<SectionKind>,
    id: usize,
}

/// What stands at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Standing {
    /// Cells of the tables, by their key paths.
    Cells(Vec<String>),
    /// A field.
    Field(String),
    /// Why findings of a code are accepted.
    Acceptance(String),
    /// A section of text, and within it a block with characters of its source.
    Text(&'static str, Option<(usize, usize, usize)>),
    /// Something else.
    Elsewhere,
}

impl<'a> Places<'a> {
    /// The places of a report's files.
    pub(super) fn new(
        checked: &'a Checked,
        subject: &Subject,
        report: &Report,
        values: &'a Values,
        manuscript: &Manuscript,
    ) -> Self {
        let files = FormFile::ALL.map(|file| (file, checked.sources.find(&subject.path(file))));
        let narrative = files.iter().find(|(file, _)| *file == FormFile::Narrative).and_then(|(_, id)| *id);
        let mut blocks = Vec::new();
        let mut headings = Vec::new();
        for section in &manuscript.sections {
            headings.push((section.heading.clone(), section.kind));
            let own = section.blocks.iter().enumerate();
            blocks.extend(own.map(|(id, block)| BlockPlace { range: block.range.clone(), section: section.kind, id }));
        }
        blocks.sort_by_key(|block| block.range.start);
        headings.sort_by_key(|(range, _)| range.start);
        Self {
            files,
            values,
            cells: figures::typed(report),
            narrative: narrative.map_or("", |file| checked.sources.text(file)),
            blocks,
            headings,
        }
    }

    /// What stands at `span`.
    pub(super) fn at(&self, span: Span) -> Standing {
        let file = self.files.iter().find(|(_, id)| *id == Some(span.file)).map(|(file, _)| *file);
        match file {
            Some(FormFile::Report) => self.value(FormFile::Report, &self.values.report, span),
            Some(FormFile::Agency) => {
                self.value(FormFile::Agency, self.values.agency.as_deref().unwrap_or_default(), span)
            }
            Some(FormFile::Narrative) => self.text(span),
            None => Standing::Elsewhere,
        }
    }

    fn value(&self, file: FormFile, values: &[WrittenValue], span: Span) -> Standing {
        let mut around = values.iter().filter(|value| value.range.start <= span.start && span.start < value.range.end);
        let Some(value) = around.next_back() else { return Standing::Elsewhere };
        if let [Step::Key(key), Step::Item(index), ..] = value.path.steps()
            && file == FormFile::Report
            && key == ACCEPTANCES.key
        {
            return acceptances::code_at(values, *index).map_or(Standing::Elsewhere, Standing::Acceptance);
        }
        let keys: Vec<&str> = value
            .path
            .steps()
            .iter()
            .map_while(|step| match step {
                Step::Key(key) => Some(key.as_str()),
                Step::Item(_) => None,
            })
            .collect();
        let path = keys.join(".");
        if let Some(field) = fields::find(file, &path) {
            return Standing::Field(field.path());
        }
        if file == FormFile::Agency {
            return Standing::Elsewhere;
        }
        // The list of a sum is chosen as a whole, and 本级 as such stands and falls with it.
        if keys.first() == Some(&AGGREGATE.key) || path == OWN_OFFICE.key {
            return Standing::Field(AGGREGATE.key.to_owned());
        }
        // 数 and 注 stand below their cell, others below a group.
        let is_cell = |cell: &&String| {
            **cell == path || path.strip_prefix(cell.as_str()).is_some_and(|rest| rest.starts_with('.'))
        };
        let is_below = |cell: &&String| cell.strip_prefix(path.as_str()).is_some_and(|rest| rest.starts_with('.'));
        let own: Vec<String> = self.cells.iter().filter(is_cell).cloned().collect();
        let cells = if own.is_empty() { self.cells.iter().filter(is_below).cloned().collect() } else { own };
        if cells.is_empty() { Standing::Elsewhere } else { Standing::Cells(cells) }
    }

    fn text(&self, span: Span) -> Standing {
        let behind = self.blocks.partition_point(|block| block.range.start <= span.start);
        let block = behind.checked_sub(1).and_then(|last| self.blocks.get(last));
        if let Some(block) = block.filter(|block| span.start < block.range.end.max(block.range.start + 1)) {
            let count = |from: usize, to: usize| {
                let text = self.narrative.get(from..to.min(block.range.end)).unwrap_or("");
                text.chars().filter(|mark| *mark != '\r').count()
            };
            let from = count(block.range.start, span.start);
            let to = count(block.range.start, span.end.max(span.start));
            return Standing::Text(prose::id(block.section), Some((block.id, from, to)));
        }
        // Of what is missing the first line of the file is told, which may be a heading.
        let behind = self.headings.partition_point(|(range, _)| range.start <= span.start);
        let section = behind.checked_sub(1).and_then(|last| self.headings.get(last)).and_then(|(_, kind)| *kind);
        Standing::Text(prose::id(section), None)
    }
}
