//! A comparison for programs. The names are a contract.

use nianbao_model::compare::{
    Copied, Excerpt, FigureComparison, Part, Party, SectionComparison, Side, TableComparison,
};
use nianbao_model::{Position, SectionKind};
use serde::Serialize;
use serde_json::Number;

use super::Compared;
use crate::json::{self, number};

#[derive(Serialize)]
struct Comparison<'a> {
    version: u32,
    subject: Whose<'a>,
    reference: Whose<'a>,
    tables: Vec<Table<'a>>,
    narrative: Vec<Section<'a>>,
}

#[derive(Serialize)]
struct Whose<'a> {
    agency: &'a str,
    name: &'a str,
    year: i16,
    title: String,
}

#[derive(Serialize)]
struct Table<'a> {
    /// 2, 3 or 4.
    number: u8,
    figures: Vec<Figure<'a>>,
    unmatched: Vec<Lone<'a>>,
}

#[derive(Serialize)]
struct Figure<'a> {
    key: &'a str,
    subject: Option<Number>,
    reference: Option<Number>,
    difference: Option<Number>,
    differs: bool,
}

#[derive(Serialize)]
struct Lone<'a> {
    key: &'a str,
    subject: Option<Number>,
    reference: Option<Number>,
}

#[derive(Serialize)]
struct Section<'a> {
    /// The section's number, 0 for the introduction.
    number: usize,
    heading: &'a str,
    similarity: Option<u8>,
    parts: Vec<Pair<'a>>,
    copied: Vec<Stretch<'a>>,
}

#[derive(Serialize)]
struct Pair<'a> {
    subject: Option<Heading<'a>>,
    reference: Option<Heading<'a>>,
    similarity: Option<u8>,
}

#[derive(Serialize)]
struct Heading<'a> {
    heading: Option<&'a str>,
}

#[derive(Serialize)]
struct Stretch<'a> {
    letters: usize,
    subject: Quote<'a>,
    reference: Quote<'a>,
}

#[derive(Serialize)]
struct Quote<'a> {
    text: &'a str,
    #[serde(flatten)]
    place: Option<SourceRange<'a>>,
}

/// Lines and columns count from 1, columns in characters.
#[derive(Serialize)]
struct SourceRange<'a> {
    file: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
}

pub(super) fn render(compared: &Compared) -> String {
    let document = Comparison {
        version: 1,
        subject: whose(&compared.subject),
        reference: whose(&compared.reference),
        tables: compared.comparison.tables.iter().map(table).collect(),
        narrative: compared.comparison.sections.iter().map(|section| self::section(compared, section)).collect(),
    };
    json::document(&document)
}

fn whose<'a>(party: &Party<'a>) -> Whose<'a> {
    let Party { agency, report } = party;
    Whose {
        agency: agency.id.as_str(),
        name: &agency.name_on(report).value,
        year: report.year,
        title: agency.title(report),
    }
}

fn table(table: &TableComparison) -> Table<'_> {
    let lone = table.unmatched.iter().map(|lone| Lone {
        key: &lone.path,
        subject: lone.subject.and_then(number),
        reference: number(lone.reference),
    });
    Table { number: table.id.number(), figures: table.figures.iter().map(figure).collect(), unmatched: lone.collect() }
}

fn figure(figure: &FigureComparison) -> Figure<'_> {
    Figure {
        key: &figure.path,
        subject: number(figure.subject),
        reference: figure.reference.and_then(number),
        difference: figure.difference().and_then(number),
        differs: figure.differs(),
    }
}

fn section<'a>(compared: &'a Compared, section: &'a SectionComparison) -> Section<'a> {
    let place = |kind: SectionKind| SectionKind::ALL.into_iter().position(|other| other == kind);
    Section {
        number: section.section.and_then(place).map_or(0, |place| place + 1),
        heading: section.section.map_or("编制说明", SectionKind::heading),
        similarity: section.likeness,
        parts: section.parts.iter().map(part).collect(),
        copied: section.copied.iter().map(|copied| stretch(compared, copied)).collect(),
    }
}

fn part(part: &Part) -> Pair<'_> {
    fn heading(side: &Side) -> Heading<'_> {
        Heading { heading: side.heading.as_deref() }
    }
    Pair {
        subject: part.subject.as_ref().map(heading),
        reference: part.reference.as_ref().map(heading),
        similarity: part.likeness,
    }
}

fn stretch<'a>(compared: &'a Compared, copied: &'a Copied) -> Stretch<'a> {
    Stretch {
        letters: copied.letters,
        subject: quote(compared, &copied.subject),
        reference: quote(compared, &copied.reference),
    }
}

fn quote<'a>(compared: &'a Compared, excerpt: &'a Excerpt) -> Quote<'a> {
    let place = excerpt.span.map(|span| {
        let Position { line, column, end_line, end_column } = compared.sources.position(span);
        SourceRange { file: compared.sources.path(span.file), line, column, end_line, end_column }
    });
    Quote { text: &excerpt.text, place }
}
