//! A report on its way into the workspace: what it was read from, and the files that it becomes.

use std::ops::Range;

use nianbao_importer::document::{Part, Place, Spot};
use nianbao_importer::matching::Directory;
use nianbao_importer::{Document, Doubt, Imported, Subject, recognise};
use nianbao_loader::{narrative_file, report_file, report_folder};
use nianbao_model::{Agency, AgencyId, Report, Spanned, Status};
use nianbao_writer::{Style, Zeros};

use super::placing::{other_agency, other_number};
use super::source::Source;

/// A report that was read from one file or several.
pub(super) struct Draft {
    /// Whose it is.
    pub(super) agency: AgencyId,
    /// What the agency is called.
    pub(super) called: String,
    /// Of which year.
    pub(super) year: i16,
    /// The files that it was read from, with the parts of the document that each brought.
    pub(super) files: Vec<(String, Range<usize>)>,
    /// What these show.
    pub(super) document: Document,
    /// The report in it.
    pub(super) imported: Imported,
    /// The files that it becomes, by their paths from the workspace, report.yaml last.
    pub(super) made: Vec<(String, Vec<u8>)>,
}

impl Draft {
    /// The report of `agency` for `year` that `sources` are together.
    pub(super) fn new(agency: &Agency, year: i16, sources: Vec<Source>, directory: &Directory) -> Self {
        let mut contradictions: Vec<Doubt> =
            sources.iter().flat_map(|source| contradictions(source, agency, year, directory)).collect();
        let Joined { files, document, known } = joined(sources);
        let known = known.filter(|imported| imported.report.year == year);
        let mut imported = known.unwrap_or_else(|| recognise(&document, Some(year)));
        imported.report.status = Status::Draft;
        let misplaced = !contradictions.is_empty();
        contradictions.extend(settle_title(&mut imported, agency, misplaced));
        if let Some(before) = agency.reports.get(&year) {
            keep_entries(&mut imported.report, before);
        }
        imported.doubts.splice(0..0, contradictions);
        let mut draft = Self {
            agency: agency.id.clone(),
            called: agency.name.value.clone(),
            year,
            files,
            document,
            imported,
            made: Vec::new(),
        };
        draft.made = draft.written();
        draft
    }

    /// The files that it becomes.
    fn written(&self) -> Vec<(String, Vec<u8>)> {
        let report = &self.imported.report;
        let folder = report_folder(&self.agency, self.year);
        let pictures = report.images.iter().map(|(name, image)| (format!("{folder}/{name}"), image.bytes.clone()));
        let narrative = nianbao_writer::narrative(&report.narrative, report.form);
        let style = Style { comments: true, zeros: Zeros::AsGiven };
        let tables = nianbao_writer::report(report, style);
        let texts = [
            (narrative_file(&self.agency, self.year), narrative.into_bytes()),
            (report_file(&self.agency, self.year), tables.into_bytes()),
        ];
        pictures.chain(texts).collect()
    }

    /// Where a piece of the document stands in its file, as people find it again.
    pub(super) fn place(&self, spot: Spot) -> String {
        let place = match (self.document.parts.get(spot.part), spot.cell) {
            (Some(Part::Grid(grid)), Some(cell)) => grid.cells.get(cell).map_or(&grid.place, |cell| &cell.place),
            (Some(Part::Grid(grid)), None) => &grid.place,
            (Some(Part::Paragraph(paragraph)), _) => &paragraph.place,
            (Some(Part::Picture { place, .. }), _) => place,
            (None, _) => &Place::Unknown,
        };
        match self.files.as_slice() {
            [_] => place.to_string(),
            files => {
                let file = files.iter().find(|(_, parts)| parts.contains(&spot.part));
                file.map_or_else(|| place.to_string(), |(name, _)| format!("{name}，{place}"))
            }
        }
    }
}

/// Several files as one document.
struct Joined {
    /// The files by name, with the parts of the document that each brought.
    files: Vec<(String, Range<usize>)>,
    /// What they show together.
    document: Document,
    /// What was recognised in it, if there is but one file.
    known: Option<Imported>,
}

/// A title by the usual pattern is not kept unless it names the agency in another way than the workspace does. None is kept of a
/// report that is `misplaced`, by what the file says of agency and year: it would go out with that name and year on it.
fn settle_title(imported: &mut Imported, agency: &Agency, misplaced: bool) -> Option<Doubt> {
    let Imported { report, agency: named, year, .. } = imported;
    if misplaced {
        let title = report.title.take()?.value;
        return Some(told(format!(
            "原文的标题“{title}”没有放进来；要照原文的，写到“标题”里，改过名称的，在 agency.yaml 里写上曾用名"
        )));
    }
    if let (Some(named), Some(year)) = (named, year)
        && report.title.is_none()
        && *named != agency.name_in(report.year).value
    {
        report.title = Some(Spanned::unwritten(format!("{named}{year}年政府信息公开工作年度报告")));
    }
    None
}

/// A doubt about the report as a whole.
fn told(message: String) -> Doubt {
    Doubt { subject: Subject::Record, message, hint: None, spot: None }
}

/// What a file does not say of the report as a whole stays as it stands in the workspace.
fn keep_entries(report: &mut Report, before: &Report) {
    keep(&mut report.published, before.published.as_ref());
    keep(&mut report.source, before.source.as_ref());
    keep(&mut report.filing.index, before.filing.index.as_ref());
    keep(&mut report.filing.document, before.filing.document.as_ref());
    keep(&mut report.signature, before.signature.as_ref());
    if report.filing.keywords.is_empty() {
        report.filing.keywords.clone_from(&before.filing.keywords);
    }
    if report.corrections.is_empty() {
        report.corrections.clone_from(&before.corrections);
    }
    report.acceptances.clone_from(&before.acceptances);
}

fn keep<T: Clone>(value: &mut Option<T>, before: Option<&T>) {
    if value.is_none() {
        *value = before.cloned();
    }
}

fn joined(sources: Vec<Source>) -> Joined {
    let (mut document, mut files, mut known) = (Document::default(), Vec::new(), None);
    for source in sources {
        let start = document.parts.len();
        if files.is_empty() {
            (document, known) = (source.document, Some(source.imported));
        } else {
            document.append(source.document);
            known = None;
        }
        files.push((source.name, start..document.parts.len()));
    }
    Joined { files, document, known }
}

/// Where a file names another agency or year than the one that it was put to.
fn contradictions(source: &Source, agency: &Agency, year: i16, directory: &Directory) -> Vec<Doubt> {
    let name = &agency.name.value;
    let other = other_agency(source, agency, directory).map(|other| {
        told(format!("文件里写的机关是“{other}”，放到了“{name}”，标题也按“{name}”印；请核对是不是放错了"))
    });
    let number = other_number(source, agency, directory).map(|(number, other)| {
        told(format!("填报表里的机关编号“{number}”是“{other}”的，放到了“{name}”；请核对是哪个机关的填报表"))
    });
    let own = source.imported.year.filter(|own| *own != year);
    let own = own
        .map(|own| told(format!("文件里写的是 {own} 年，放到了 {year} 年，标题也按 {year} 年印；请核对是不是放错了")));
    other.into_iter().chain(number).chain(own).collect()
}
