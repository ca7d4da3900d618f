//! From the events of a Markdown text to parts.

use std::collections::HashMap;

use pulldown_cmark::{Alignment, CowStr, Event, Tag, TagEnd};

use crate::Document;
use crate::document::{Dropped, Format, Grid, GridCell, Paragraph, Part, Place, Run, Side, Style};

/// A document in the making.
pub(super) struct Writer {
    /// Where each line begins.
    lines: Vec<usize>,
    document: Document,
    look: Run,
    style: Style,
    runs: Vec<Run>,
    /// A line break of the source waits for what follows it.
    soft: bool,
    line: u32,
    /// The lists that are open, by the number of their next item.
    lists: Vec<Option<u64>>,
    grid: Option<Grid>,
    /// The sides of its columns.
    sides: Vec<Side>,
    row: usize,
    column: usize,
    notes: HashMap<String, usize>,
    /// The footnote whose text is read.
    note: Option<usize>,
    /// How many pictures are open: their text is what they show.
    picture: Option<String>,
}

impl Writer {
    /// For a text.
    pub(super) fn new(text: &str) -> Self {
        Self {
            lines: std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect(),
            document: Document { format: Format::Markdown, ..Document::default() },
            look: Run::default(),
            style: Style::Body,
            runs: Vec::new(),
            soft: false,
            line: 1,
            lists: Vec::new(),
            grid: None,
            sides: Vec::new(),
            row: 0,
            column: 0,
            notes: HashMap::new(),
            note: None,
            picture: None,
        }
    }

    /// Takes an event that begins at `at`.
    pub(super) fn event(&mut self, event: Event<'_>, at: usize) {
        let line = self.lines.partition_point(|&start| start <= at);
        if self.runs.is_empty() {
            self.line = u32::try_from(line).unwrap_or(u32::MAX);
        }
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Code(text) => self.text(&text),
            Event::FootnoteReference(label) => {
                self.soft = false;
                let number = self.number(&label);
                self.runs.push(Run { footnote: Some(number), ..Run::default() });
            }
            Event::SoftBreak => self.soft = true,
            Event::HardBreak => self.text("\n"),
            Event::InlineHtml(tag) if tag.starts_with("<br") => self.text("\n"),
            Event::Html(text) | Event::InlineHtml(text) => self.left_out(&text),
            Event::Rule => self.flush(),
            Event::InlineMath(_) | Event::DisplayMath(_) | Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Heading { level, .. } => {
                self.flush();
                self.style = Style::Heading(level as u8);
            }
            Tag::List(number) => {
                self.flush();
                self.lists.push(number);
            }
            Tag::Item => self.item(),
            Tag::FootnoteDefinition(label) => {
                self.flush();
                self.note = Some(self.number(&label));
            }
            Tag::Table(alignments) => {
                self.flush();
                self.sides = alignments.into_iter().map(side).collect();
                self.row = 0;
                self.grid = Some(Grid { cells: Vec::new(), aligned: true, place: Place::Line(self.line) });
            }
            Tag::TableHead | Tag::TableRow => self.column = 0,
            Tag::Emphasis => self.look.italic = true,
            Tag::Strong => self.look.bold = true,
            Tag::Link { dest_url, .. } => self.look.link = absolute(&dest_url),
            Tag::Image { .. } => self.picture = Some(String::new()),
            _ => self.flush(),
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Emphasis => self.look.italic = false,
            TagEnd::Strong => self.look.bold = false,
            TagEnd::Link => self.look.link = None,
            TagEnd::Image => self.show_picture(),
            TagEnd::Heading(_) | TagEnd::Item => {
                self.flush();
                self.style = Style::Body;
            }
            TagEnd::List(_) => {
                self.flush();
                self.lists.pop();
            }
            TagEnd::FootnoteDefinition => {
                self.flush();
                self.note = None;
            }
            TagEnd::TableCell => self.cell(),
            TagEnd::TableHead | TagEnd::TableRow => self.row += 1,
            TagEnd::Table => {
                let grid = self.grid.take().map(Part::Grid);
                self.document.parts.extend(grid);
            }
            _ => self.flush(),
        }
    }

    fn item(&mut self) {
        self.flush();
        let level = u8::try_from(self.lists.len().saturating_sub(1)).unwrap_or(u8::MAX);
        let next = self.lists.last_mut().and_then(Option::as_mut);
        let number = next.map(|next| {
            let number = *next;
            *next = number.saturating_add(1);
            number
        });
        self.style = Style::Item { level, number };
    }

    fn text(&mut self, text: &str) {
        if let Some(alt) = &mut self.picture {
            alt.push_str(text);
            return;
        }
        let soft = std::mem::take(&mut self.soft);
        let is_word = |c: char| c.is_ascii_alphanumeric();
        let before = self.runs.last().is_some_and(|run| run.text.ends_with(is_word));
        let gap = if soft && before && text.starts_with(is_word) { " " } else { "" };
        let look = &self.look;
        let goes_on = |run: &&mut Run| {
            run.bold == look.bold && run.italic == look.italic && run.link == look.link && run.footnote.is_none()
        };
        match self.runs.last_mut().filter(goes_on) {
            Some(last) => last.text.extend([gap, text]),
            None => self.runs.push(Run { text: format!("{gap}{text}"), ..look.clone() }),
        }
    }

    fn number(&mut self, label: &CowStr<'_>) -> usize {
        let next = self.notes.len();
        let number = *self.notes.entry(label.to_string()).or_insert(next);
        self.document.footnotes.resize_with(self.notes.len(), Vec::new);
        number
    }

    /// Ends a paragraph.
    fn flush(&mut self) {
        self.soft = false;
        let runs = std::mem::take(&mut self.runs);
        if self.grid.is_some() || runs.iter().all(|run| run.text.trim().is_empty() && run.footnote.is_none()) {
            return;
        }
        let style = self.style.clone();
        if matches!(style, Style::Item { .. }) {
            self.style = Style::Body;
        }
        let paragraph = Paragraph { style, runs, place: Place::Line(self.line), ..Paragraph::default() };
        match self.note.and_then(|note| self.document.footnotes.get_mut(note)) {
            Some(note) => note.push(paragraph),
            None => self.document.parts.push(Part::Paragraph(paragraph)),
        }
    }

    fn cell(&mut self) {
        self.soft = false;
        let runs = std::mem::take(&mut self.runs);
        let place = Place::Line(self.line);
        let paragraph = Paragraph { runs, place: place.clone(), ..Paragraph::default() };
        let parts = (!paragraph.runs.is_empty()).then_some(Part::Paragraph(paragraph)).into_iter().collect();
        let side = self.sides.get(self.column).copied().unwrap_or_default();
        let (row, column) = (self.row, self.column);
        let cell = GridCell { row, column, rows: 1, columns: 1, parts, side, place, ..GridCell::default() };
        self.column += 1;
        if let Some(grid) = &mut self.grid {
            grid.cells.push(cell);
        }
    }

    /// A picture's file stands beside the text, not in it.
    fn show_picture(&mut self) {
        let alt = self.picture.take().unwrap_or_default();
        if self.grid.is_none() {
            self.flush();
            self.document.parts.push(Part::Picture { name: String::new(), alt, place: Place::Line(self.line) });
        }
    }

    fn left_out(&mut self, text: &str) {
        let text: String = text.trim().chars().take(40).collect();
        if !text.is_empty() {
            let place = Place::Line(self.line);
            self.document.dropped.push(Dropped { kind: "网页代码".to_owned(), text, place });
        }
    }

    /// The document.
    pub(super) fn into_document(mut self) -> Document {
        self.flush();
        self.document
    }
}

fn side(alignment: Alignment) -> Side {
    match alignment {
        Alignment::None => Side::Unset,
        Alignment::Left => Side::Left,
        Alignment::Center => Side::Middle,
        Alignment::Right => Side::Right,
    }
}

fn absolute(address: &str) -> Option<String> {
    ["http://", "https://", "mailto:"].iter().any(|start| address.starts_with(start)).then(|| address.to_owned())
}
