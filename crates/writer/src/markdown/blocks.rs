//! Blocks, each a text of one or more lines without a line end behind the last.

use nianbao_model::numbering::heading_number;
use nianbao_model::{Alignment, Block, Form, Inline};

use super::escape::{Place, destination};
use super::running;

/// Writes the blocks of a narrative on a form.
pub(super) struct Writer<'f> {
    pub(super) form: &'f Form,
}

/// What stands before the items of a list. Lists that follow one another are told apart by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Marker {
    Dash,
    Star,
    Point,
    Bracket,
}

impl Marker {
    /// The marker of a list that stands beside one with the marker `beside`.
    fn of(start: Option<u64>, beside: Option<Self>) -> Self {
        match start {
            None if beside == Some(Self::Dash) => Self::Star,
            None => Self::Dash,
            Some(_) if beside == Some(Self::Point) => Self::Bracket,
            Some(_) => Self::Point,
        }
    }

    fn before(self, number: u64) -> String {
        /// CommonMark takes no longer number for that of a list.
        const LARGEST: u64 = 999_999_999;
        let number = number.min(LARGEST);
        match self {
            Self::Dash => "-".to_owned(),
            Self::Star => "*".to_owned(),
            Self::Point => format!("{number}."),
            Self::Bracket => format!("{number})"),
        }
    }
}

impl Writer<'_> {
    /// Blocks that follow one another.
    pub(super) fn blocks(&self, blocks: &[Block]) -> Vec<String> {
        self.beside(blocks, None)
    }

    /// Blocks that follow a list with the marker `beside`, if any does.
    fn beside(&self, blocks: &[Block], mut beside: Option<Marker>) -> Vec<String> {
        let mut written = Vec::new();
        for block in blocks {
            let text = match block {
                Block::Heading { level, number: _, typed_number, content, span: _ } => {
                    self.heading(*level, *typed_number, content)
                }
                Block::Paragraph { content, span: _ } => self.running(content, Place::Paragraph),
                Block::List { start, items } => self.list(Marker::of(*start, beside), start.unwrap_or(1), items),
                Block::Table { alignments, head, rows } => self.table(alignments, head, rows),
                Block::Image { file, alt, span: _ } => {
                    format!("![{}]({})", running::characters(alt, self.form), destination(file))
                }
            };
            if !text.is_empty() {
                beside = match block {
                    Block::List { start, .. } => Some(Marker::of(*start, beside)),
                    _ => None,
                };
                written.push(text);
            }
        }
        written
    }

    pub(super) fn footnote(&self, number: usize, content: &[Inline]) -> String {
        indented(&format!("[^{number}]: "), &self.running(content, Place::Paragraph), 4)
    }

    fn heading(&self, level: u8, number: Option<u32>, content: &[Inline]) -> String {
        let hashes = "#".repeat(usize::from(level));
        let number = number.map(|number| heading_number(level, number)).unwrap_or_default();
        // 1.5 is no number of a heading.
        let gap = if number.ends_with('.') { " " } else { "" };
        format!("{hashes} {number}{gap}{}", self.running(content, Place::Heading))
    }

    fn table(&self, alignments: &[Alignment], head: &[Vec<Inline>], rows: &[Vec<Vec<Inline>>]) -> String {
        let row = |cells: &[Vec<Inline>]| {
            let cells = cells.iter().map(|cell| format!(" {} |", self.running(cell, Place::Cell)));
            format!("|{}", cells.collect::<String>())
        };
        let unset = std::iter::repeat(&Alignment::Unset);
        let rule = alignments.iter().chain(unset).take(head.len()).map(|alignment| match alignment {
            Alignment::Unset => "---|",
            Alignment::Left => ":---|",
            Alignment::Center => ":---:|",
            Alignment::Right => "---:|",
        });
        let rule = format!("|{}", rule.collect::<String>());
        [row(head), rule].into_iter().chain(rows.iter().map(|cells| row(cells))).collect::<Vec<String>>().join("\n")
    }

    fn list(&self, marker: Marker, start: u64, items: &[Vec<Block>]) -> String {
        let written = (start..).zip(items).map(|(number, item)| {
            let mark = marker.before(number);
            let inside = matches!(item.first(), Some(Block::List { .. })).then_some(marker);
            let gap = if is_tight(item) { "\n" } else { "\n\n" };
            let text = self.beside(item, inside).join(gap);
            if text.is_empty() { mark } else { indented(&format!("{mark} "), &text, mark.len() + 1) }
        });
        let gap = if items.iter().all(|item| is_tight(item)) { "\n" } else { "\n\n" };
        written.collect::<Vec<String>>().join(gap)
    }

    fn running(&self, content: &[Inline], place: Place) -> String {
        running::text(content, self.form, place)
    }
}

/// Whether an item needs no empty lines: it is a paragraph, perhaps with a list below that may follow a line of text.
fn is_tight(item: &[Block]) -> bool {
    match item {
        [] | [Block::Paragraph { .. }] => true,
        [Block::Paragraph { .. }, Block::List { start: None | Some(1), items }] => {
            items.first().is_some_and(|first| !first.is_empty()) && items.iter().all(|item| is_tight(item))
        }
        _ => false,
    }
}

/// A text of several lines behind `mark`, all but the first moved to the right.
fn indented(mark: &str, text: &str, by: usize) -> String {
    let indent = " ".repeat(by);
    let mut lines = text.split('\n');
    let first = format!("{mark}{}", lines.next().unwrap_or(""));
    lines.fold(first, |text, line| if line.is_empty() { text + "\n" } else { text + "\n" + &indent + line })
}
