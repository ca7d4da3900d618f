//! A comparison in aligned columns, for a terminal.

use std::fmt::Write as _;

use nianbao_model::compare::{Copied, Excerpt, FigureComparison, Part, SectionComparison, Side, TableComparison};
use nianbao_model::{Decimal, SectionKind, TableId};

use super::Compared;
use crate::columns::{Align, columns};
use crate::visible;

/// Copied stretches of more characters are shown by their ends.
const LONG: usize = 60;
/// How many characters of each end.
const ENDS: (usize, usize) = (36, 16);

pub(super) fn render(compared: &Compared, coloured: bool) -> String {
    let mut text = TextRenderer { compared, coloured, out: String::new() };
    text.heading(&compared.subject.title(&compared.reference).concat());
    compared.comparison.tables.iter().for_each(|table| text.table(table));
    text.narrative();
    text.copied();
    text.out
}

struct TextRenderer<'a> {
    compared: &'a Compared<'a>,
    coloured: bool,
    out: String,
}

impl TextRenderer<'_> {
    fn heading(&mut self, heading: &str) {
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        let (on, off) = if self.coloured { ("\x1b[1m", "\x1b[0m") } else { ("", "") };
        // A `String` takes whatever is written to it.
        let _ = writeln!(self.out, "{on}{}{off}", visible::line(heading));
    }

    fn line(&mut self, line: &str) {
        let _ = writeln!(self.out, "{}", visible::line(line.trim_end()));
    }

    fn table(&mut self, table: &TableComparison) {
        let caption = section(table.id).map(title).unwrap_or_default();
        self.heading(&format!("{caption}：{}", counts(table)));
        let [subject, reference] = self.compared.subject.names(&self.compared.reference);
        let difference = self.compared.subject.difference(&self.compared.reference).to_owned();
        let head = [String::new(), subject, reference, difference];
        let told =
            |figure: &&FigureComparison| figure.differs() || figure.reference.is_none() && !figure.subject.is_zero();
        let rows = table.figures.iter().filter(told).map(|figure| {
            let change = figure.change().unwrap_or_default();
            [figure.path.clone(), number(Some(figure.subject)), number(figure.reference), change]
        });
        let lone = table.unmatched.iter().filter(|figure| figure.is_telling()).map(|figure| {
            let change = figure.change().unwrap_or_default();
            [figure.path.clone(), number(figure.subject), number(Some(figure.reference)), change]
        });
        let rows: Vec<[String; 4]> = rows.chain(lone).collect();
        if !rows.is_empty() {
            self.columns(&[vec![head], rows].concat(), [Align::Left, Align::Right, Align::Right, Align::Right]);
        }
    }

    fn narrative(&mut self) {
        self.heading("文字的相似度");
        let mut rows = Vec::new();
        for section in &self.compared.comparison.sections {
            let copied = match section.copied.len() {
                0 => String::new(),
                count => format!("相同的文字 {count} 处"),
            };
            rows.push([name(section), likeness(section.likeness), copied]);
            if section.parts.len() > 1 {
                rows.extend(section.parts.iter().map(|part| self.part(part)));
            }
        }
        self.columns(&rows, [Align::Left, Align::Right, Align::Left]);
    }

    fn part(&self, part: &Part) -> [String; 3] {
        let [subject, reference] = self.compared.subject.names(&self.compared.reference);
        let note = match (&part.subject, &part.reference) {
            (Some(_), None) => format!("{subject}独有"),
            (None, _) => format!("{reference}独有"),
            _ => String::new(),
        };
        let side = part.subject.as_ref().or(part.reference.as_ref());
        [format!("  {}", side.map_or("", sub_heading)), likeness(part.likeness), note]
    }

    fn copied(&mut self) {
        let sections = &self.compared.comparison.sections;
        for section in sections.iter().filter(|section| !section.copied.is_empty()) {
            self.heading(&format!("{}里相同的文字", name(section)));
            for (copied, number) in section.copied.iter().zip(1..) {
                self.stretch(copied, number);
            }
        }
    }

    fn stretch(&mut self, copied: &Copied, number: usize) {
        self.line(&format!("  {number}. {}（{} 字）", shortened(&copied.subject.text), copied.letters));
        let places: Vec<String> =
            [&copied.subject, &copied.reference].into_iter().filter_map(|excerpt| self.place(excerpt)).collect();
        self.line(&format!("     {}", places.join("  ")));
    }

    fn place(&self, excerpt: &Excerpt) -> Option<String> {
        let span = excerpt.span?;
        let at = self.compared.sources.position(span);
        Some(format!("{}:{}:{}", self.compared.sources.path(span.file), at.line, at.column))
    }

    /// Rows of cells, each column as wide as its widest cell.
    fn columns<const N: usize>(&mut self, rows: &[[String; N]], align: [Align; N]) {
        for line in columns(rows, align) {
            self.line(&format!("  {line}"));
        }
    }
}

fn counts(table: &TableComparison) -> String {
    let verdict = match (table.differing(), table.without_counterpart()) {
        (0, 0) => "全部相同".to_owned(),
        (differing, 0) => format!("{differing} 个不同"),
        (differing, lone) => format!("{differing} 个不同，两份表格不同，另有 {lone} 个数没有相应的项"),
    };
    format!("{} 个数，{verdict}", table.figures.len())
}

/// The section that holds a table.
fn section(table: TableId) -> Option<SectionKind> {
    SectionKind::ALL.into_iter().find(|kind| kind.table() == Some(table))
}

fn title(kind: SectionKind) -> String {
    format!("{}、{}", kind.numeral(), kind.heading())
}

fn name(section: &SectionComparison) -> String {
    section.section.map_or_else(|| "编制说明".to_owned(), title)
}

fn sub_heading(side: &Side) -> &str {
    side.heading.as_deref().unwrap_or("（开头）")
}

/// A figure, if the form has it.
fn number(value: Option<Decimal>) -> String {
    value.map_or_else(|| "无此项".to_owned(), |value| value.normalize().to_string())
}

fn likeness(likeness: Option<u8>) -> String {
    likeness.map_or_else(|| "—".to_owned(), |likeness| format!("{likeness}%"))
}

/// A long text by its beginning and its end.
fn shortened(text: &str) -> String {
    let characters: Vec<char> = text.split_whitespace().collect::<Vec<_>>().join(" ").chars().collect();
    if characters.len() <= LONG {
        return characters.into_iter().collect();
    }
    let (head, tail) = (&characters[..ENDS.0], &characters[characters.len() - ENDS.1..]);
    head.iter().collect::<String>() + "……" + &tail.iter().collect::<String>()
}
