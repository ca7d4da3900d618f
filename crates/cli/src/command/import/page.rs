//! The result as a page: the document beside the report.

use std::collections::BTreeMap;

use nianbao_builder::Templates;
use nianbao_builder::html::{
    ImportDoubt, ImportFinding, ImportPage, ImportedReport, Pages, SourceKind, SourcePart, import_anchor,
    import_picture, import_section_anchor,
};
use nianbao_importer::document::{Part, Picture, Spot, Style};
use nianbao_importer::{Blame, Doubt, Origins, Subject};
use nianbao_model::{Address, Agency};

use super::cells::{self, id};
use super::result::{Imports, ReadReport};
use super::text;

/// The page of `report`, which is `agency`'s.
pub(super) fn render(
    report: &ReadReport,
    imports: &Imports,
    agency: &Agency,
    templates: &Templates,
) -> anyhow::Result<String> {
    let draft = &report.draft;
    let Origins { cells, stated, sections } = &draft.imported.origins;
    let dropped = draft.imported.dropped.iter().map(|dropped| match dropped.text.as_str() {
        "" => format!("{}（{}）", dropped.kind, dropped.place),
        text => format!("{}（{}）：{text}", dropped.kind, dropped.place),
    });
    let imported = ImportedReport {
        agency,
        report: &draft.imported.report,
        summary: vec![text::read(report).trim_end().to_owned()],
        cells: cells.iter().map(|(place, spot)| (*place, id(*spot))).collect(),
        stated: stated.iter().map(|spot| id(*spot)).collect(),
        begins: sections.iter().map(|(kind, parts)| (*kind, id(Spot::part(parts.start)))).collect(),
        doubts: draft.imported.doubts.iter().map(|one| doubt(report, one)).collect(),
        findings: findings(report, imports),
        dropped: dropped.collect(),
        source: source(report),
    };
    Ok(Pages::new(templates)?.import(&ImportPage::new(imported, templates))?)
}

fn doubt(report: &ReadReport, Doubt { subject, message, hint, spot }: &Doubt) -> ImportDoubt {
    ImportDoubt {
        subject: report.subject(subject),
        message: message.clone(),
        hint: hint.clone(),
        place: spot.map(|spot| report.draft.place(spot)),
        source: spot.map(id),
        result: match subject {
            Subject::Document | Subject::Record => None,
            Subject::Figure(address) | Subject::Row(address) => Some(import_anchor(address)),
            Subject::Section(kind) => Some(import_section_anchor(*kind)),
        },
    }
}

fn findings(report: &ReadReport, imports: &Imports) -> Vec<ImportFinding> {
    let sources = &imports.checked.sources;
    let found = report.findings.iter().filter(|(finding, _)| finding.accepted.is_none());
    let shown = found.map(|(finding, blame)| ImportFinding {
        severity: finding.severity().name(),
        code: finding.code.id,
        message: finding.message.clone(),
        help: finding.help.clone(),
        blame: match blame {
            Blame::Source => "原件如此",
            Blame::Reading => "读取时没有把握",
        },
        place: finding.place().map_or_else(String::new, |span| {
            let file = sources.path(span.file).rsplit('/').next().unwrap_or_default();
            format!("{file} 第 {} 行", sources.position(span).line)
        }),
    });
    shown.collect()
}

/// The document in its order.
fn source(report: &ReadReport) -> Vec<SourcePart> {
    let draft = &report.draft;
    let leads = leads(&draft.imported.origins, &draft.imported.report.stated);
    let parts = draft.document.parts.iter().enumerate();
    parts.map(|(at, part)| self::part(at, part, &draft.document.pictures, &leads, report)).collect()
}

fn part(
    at: usize,
    part: &Part,
    pictures: &[Picture],
    leads: &BTreeMap<Spot, String>,
    report: &ReadReport,
) -> SourcePart {
    let spot = Spot::part(at);
    let empty = SourcePart {
        id: id(spot),
        kind: SourceKind::Paragraph,
        text: String::new(),
        place: report.draft.place(spot),
        leads: leads.get(&spot).cloned(),
        rows: Vec::new(),
        picture: None,
        doubts: Vec::new(),
    };
    match part {
        Part::Paragraph(paragraph) => {
            let heading = matches!(paragraph.style, Style::Title | Style::Heading(_));
            let kind = if heading { SourceKind::Heading } else { SourceKind::Paragraph };
            SourcePart { kind, text: paragraph.text(), ..empty }
        }
        Part::Grid(grid) => SourcePart { kind: SourceKind::Grid, rows: cells::rows(grid, at, leads), ..empty },
        Part::Picture { name, alt, .. } => {
            let held = pictures.iter().find(|picture| picture.name == *name);
            let picture = held.and_then(|picture| import_picture(&picture.bytes));
            let text = if alt.is_empty() { name.clone() } else { alt.clone() };
            SourcePart { kind: SourceKind::Picture, text, picture, ..empty }
        }
    }
}

/// What was read from each piece of the document, as an address within the page.
fn leads(origins: &Origins, stated: &[nianbao_model::Stated]) -> BTreeMap<Spot, String> {
    let cells = origins.cells.iter().map(|((block, row, column), spot)| {
        let address = Address { block: *block, rows: *row..row + 1, columns: *column..column + 1 };
        (*spot, import_anchor(&address))
    });
    let totals = origins.stated.iter().zip(stated).map(|(spot, stated)| (*spot, import_anchor(&stated.address)));
    let sections = origins.sections.iter().map(|(kind, parts)| (Spot::part(parts.start), import_section_anchor(*kind)));
    sections.chain(totals).chain(cells).collect()
}
