//! What the narrative is looked for in: lines, tables and pictures.

use std::borrow::Cow;

use nianbao_model::TableId;

use super::runs;
use crate::document::{Format, Grid, Paragraph, Place, Run, Style};
use crate::recognise::number;
use crate::recognise::section_heading::opened;
use crate::recognise::words::{dense, ends_sentence};

/// A piece of a document.
#[derive(Debug, Clone)]
pub(super) enum ProsePiece<'d> {
    /// A paragraph, or a line of one.
    Line(ProseLine),
    /// A table.
    Grid(usize, Cow<'d, Grid>),
    /// A picture: part, name, what it shows.
    Picture(usize, &'d str, &'d str),
    /// A part that was read elsewhere as one of the official tables, and which.
    Table(usize, TableId),
}

/// A paragraph, or a line of one.
#[derive(Debug, Clone, Default)]
pub(super) struct ProseLine {
    /// The part of the document that it stands in.
    pub(super) part: usize,
    pub(super) runs: Vec<Run>,
    pub(super) style: Style,
    /// Whether white space opens it.
    pub(super) indented: bool,
    /// Whether it was cut out of a paragraph in which everything runs together.
    pub(super) glued: bool,
    pub(super) place: Place,
}

impl ProseLine {
    pub(super) fn text(&self) -> String {
        runs::text(&self.runs)
    }

    /// Whether the source shows it as a heading.
    pub(super) fn is_styled(&self) -> bool {
        matches!(self.style, Style::Heading(_) | Style::Title)
    }

    /// Whether all of it is bold.
    pub(super) fn is_bold(&self) -> bool {
        let mut said = self.runs.iter().filter(|run| !dense(&run.text).is_empty()).peekable();
        said.peek().is_some() && said.all(|run| run.bold)
    }
}

impl ProsePiece<'_> {
    /// The part that it stands in.
    pub(super) fn part(&self) -> usize {
        match self {
            Self::Line(line) => line.part,
            Self::Grid(part, _) | Self::Picture(part, ..) | Self::Table(part, _) => *part,
        }
    }
}

/// The lines of a paragraph that stand for themselves.
pub(super) fn lines(part: usize, paragraph: &Paragraph, cut: usize, format: Format) -> Vec<ProseLine> {
    let runs = if cut > 0 { runs::split_at(&paragraph.runs, cut).1 } else { paragraph.runs.clone() };
    let broken = runs::lines(&runs);
    let line = |runs: Vec<Run>| {
        // A form feed opens a page, not a paragraph.
        let (unknown, runs) = runs::without_unknown(runs);
        let indented = unknown || runs::text(&runs).trim_start_matches('\u{c}').starts_with(char::is_whitespace);
        ProseLine { part, runs, style: paragraph.style.clone(), indented, glued: false, place: paragraph.place.clone() }
    };
    let told = parted(&broken, format);
    let mut lines: Vec<ProseLine> = Vec::new();
    for (at, runs) in broken.into_iter().enumerate() {
        let goes_on = at > 0 && !told.get(at).copied().unwrap_or(true);
        match lines.last_mut().filter(|_| goes_on) {
            Some(last) => {
                last.runs.push(Run { text: "\n".to_owned(), ..Run::default() });
                last.runs.extend(runs);
            }
            None => lines.push(line(runs)),
        }
    }
    lines.retain(|line| !dense(&line.text()).is_empty() || line.runs.iter().any(|run| run.footnote.is_some()));
    lines
}

/// Which lines of a paragraph begin a paragraph of their own: editors of web pages often part paragraphs by line breaks.
fn parted(lines: &[Vec<Run>], format: Format) -> Vec<bool> {
    let texts: Vec<String> = lines.iter().map(|line| runs::text(line)).collect();
    let indented = |text: &String| text.starts_with(['\u{3000}', '\u{a0}']) || text.starts_with("  ");
    let are_indented = texts.iter().any(indented);
    let opens_something = |text: &str| number::typed(text).is_some() || opened(text, false).is_some();
    let mut told = vec![true];
    for pair in texts.windows(2) {
        let [before, text] = pair else { continue };
        let is_heading =
            opened(before, false).is_some() || before.chars().count() <= 30 && number::typed(before).is_some();
        let ends = ends_sentence(before) || dense(before).is_empty() || dense(text).is_empty();
        told.push(
            indented(text)
                || opens_something(text.trim_start())
                || is_heading
                || ends && !are_indented && !matches!(format, Format::Markdown | Format::Json)
                || matches!(format, Format::Text | Format::Pdf),
        );
    }
    told
}
