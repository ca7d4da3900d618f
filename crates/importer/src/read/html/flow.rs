//! Running text in the making: characters become paragraphs.

use super::style::{Leads, Look};
use crate::document::{Paragraph, Part, Place, Run, Style};

/// What the paragraphs in an element have in common.
#[derive(Debug, Clone, Default)]
pub(super) struct Block {
    /// What they are by their style; items of lists only for the first.
    pub(super) style: Style,
    /// Whether they stand in the middle.
    pub(super) centred: bool,
}

/// A part with what is known of its links.
#[derive(Debug)]
pub(super) struct Made {
    /// The part.
    pub(super) part: Part,
    /// How many of its characters lead to other pages.
    pub(super) linked: usize,
    /// How many of its characters lead to files beside the page.
    pub(super) filed: usize,
}

/// Parts in the making.
#[derive(Debug, Default)]
pub(super) struct Flow {
    /// What is done.
    pub(super) made: Vec<Made>,
    /// What the next paragraph is.
    pub(super) block: Block,
    /// Within a cell lines stay lines: each may be a figure.
    in_cell: bool,
    /// Where the next paragraph stands.
    place: Place,
    runs: Vec<Run>,
    linked: usize,
    filed: usize,
    last: Option<char>,
    gap: Gap,
}

/// The spaces since the last character.
#[derive(Debug, Default)]
struct Gap {
    /// How wide those are that a browser keeps: an indentation.
    kept: usize,
    /// Whether there are any.
    some: bool,
    /// Whether there is a line break of the source, and nothing but such spaces.
    line: bool,
    /// Whether they stand between two pieces of text.
    across: bool,
}

impl Flow {
    /// The parts of a cell that stands at `place`.
    pub(super) fn of_cell(place: Place) -> Self {
        Self { in_cell: true, place, ..Self::default() }
    }

    /// Whether these are the parts of a cell.
    pub(super) fn in_cell(&self) -> bool {
        self.in_cell
    }

    /// Adds characters of the page.
    pub(super) fn text(&mut self, text: &str, look: &Look) {
        self.gap.across = self.gap.some;
        for c in text.chars() {
            match c {
                '\n' if look.lined => self.line_break(),
                '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{ad}' | '\u{2060}' => {}
                '\u{3000}' => self.space(2, c),
                '\u{a0}' | '\u{2002}' | '\u{2003}' => self.space(1, c),
                _ if c.is_whitespace() => self.space(0, c),
                _ => self.character(c, look),
            }
        }
    }

    fn space(&mut self, kept: usize, c: char) {
        self.gap.line = (self.gap.line || c == '\n') && kept == 0;
        self.gap.kept += kept;
        self.gap.some = true;
    }

    fn character(&mut self, c: char, look: &Look) {
        let gap = std::mem::take(&mut self.gap);
        if self.last == Some('\n') && gap.kept >= 2 && !self.in_cell {
            self.flush();
        }
        // The source of pages made by Word breaks its lines within words.
        let within = gap.line && !gap.across && self.last.is_some_and(is_wide) && is_wide(c);
        if gap.some && !within && self.last.is_some_and(|last| last != '\n') {
            self.push(' ', look);
        }
        self.linked += usize::from(look.leads != Leads::Within);
        self.filed += usize::from(look.leads == Leads::ToFile);
        self.push(c, look);
    }

    fn push(&mut self, c: char, look: &Look) {
        self.last = Some(c);
        if let Some(run) = self.runs.last_mut() {
            let same =
                run.bold == look.bold && run.italic == look.italic && run.footnote.is_none() && run.link == look.link;
            if same || c == ' ' && run.footnote.is_none() && run.link.is_none() {
                run.text.push(c);
                return;
            }
        }
        let run =
            Run { text: c.to_string(), bold: look.bold, italic: look.italic, link: look.link.clone(), footnote: None };
        self.runs.push(run);
    }

    /// `<br>`: two of them end a paragraph.
    pub(super) fn line_break(&mut self) {
        self.gap = Gap::default();
        match self.last {
            Some('\n') if !self.in_cell => self.flush(),
            None | Some('\n') => {}
            Some(_) => {
                if let Some(run) = self.runs.last_mut().filter(|run| run.footnote.is_none()) {
                    run.text.push('\n');
                } else {
                    self.runs.push(Run { text: "\n".to_owned(), ..Run::default() });
                }
                self.last = Some('\n');
            }
        }
    }

    /// Adds the mark of a footnote.
    pub(super) fn footnote(&mut self, number: usize) {
        self.gap = Gap::default();
        self.runs.push(Run { footnote: Some(number), ..Run::default() });
        self.last = Some('\u{2060}');
    }

    /// Ends the paragraph.
    pub(super) fn flush(&mut self) {
        self.gap = Gap::default();
        self.last = None;
        let linked = std::mem::take(&mut self.linked);
        let filed = std::mem::take(&mut self.filed);
        let runs = trimmed(std::mem::take(&mut self.runs));
        if runs.is_empty() {
            return;
        }
        let style = self.block.style.clone();
        if matches!(style, Style::Item { .. }) {
            self.block.style = Style::Body;
        }
        let paragraph =
            Paragraph { style, runs, centred: self.block.centred, uncertain: false, place: self.place.clone() };
        for paragraph in if self.in_cell { vec![paragraph] } else { by_lines(paragraph) } {
            self.made.push(Made { part: Part::Paragraph(paragraph), linked, filed });
        }
    }

    /// Adds a part that is no paragraph.
    pub(super) fn part(&mut self, part: Part) {
        self.flush();
        self.made.push(Made { part, linked: 0, filed: 0 });
    }
}

/// Runs without the line breaks at their end.
fn trimmed(mut runs: Vec<Run>) -> Vec<Run> {
    while let Some(last) = runs.last_mut() {
        last.text.truncate(last.text.trim_end().len());
        if !last.text.is_empty() || last.footnote.is_some() {
            break;
        }
        runs.pop();
    }
    runs
}

/// A paragraph whose lines are paragraphs: some pages put a line break after each, headings included.
fn by_lines(paragraph: Paragraph) -> Vec<Paragraph> {
    let text = paragraph.text();
    let numbered = text.split('\n').skip(1).any(is_numbered) || text.contains('\n') && is_numbered(&text);
    if !numbered || paragraph.style != Style::Body {
        return vec![paragraph];
    }
    let mut lines: Vec<Vec<Run>> = vec![Vec::new()];
    for run in &paragraph.runs {
        for (at, text) in run.text.split('\n').enumerate() {
            if at > 0 {
                lines.push(Vec::new());
            }
            let piece = Run { text: text.to_owned(), ..run.clone() };
            if let Some(line) = lines.last_mut().filter(|_| !text.is_empty() || run.footnote.is_some()) {
                line.push(piece);
            }
        }
    }
    let lines = lines.into_iter().map(trimmed).filter(|runs| !runs.is_empty());
    lines.map(|runs| Paragraph { runs, ..paragraph.clone() }).collect()
}

/// `一、`, `（一）` at the beginning.
fn is_numbered(text: &str) -> bool {
    let text = text.trim_start();
    let rest = text.trim_start_matches(['（', '(']);
    let number = rest.trim_start_matches(['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']);
    number.len() < rest.len() && number.starts_with(['、', '）', ')'])
}

fn is_wide(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ff60}' | '“' | '”' | '‘' | '’' | '—' | '…')
        && !('０'..='９').contains(&c)
}
