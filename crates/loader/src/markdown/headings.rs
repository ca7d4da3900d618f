//! Headings.

use std::ops::Range;

use nianbao_model::{Block, Diagnostic, Inline};
use pulldown_cmark::{Event, Tag};

use super::inlines::Running;
use super::part::{Part, PartKind, plain_text};
use super::reader::NarrativeReader;
use super::unspaced::Unspaced;
use super::{lines, number, refused, report_title, subheadings, table_headings, titles};
use crate::codes::markdown;

impl NarrativeReader<'_> {
    /// A heading; its start was read.
    pub(super) fn heading(&mut self, level: usize, range: Range<usize>, depth: usize, parts: &mut Vec<Part>) {
        self.join.start_paragraph();
        let content = self.inlines(0).content;
        self.events.next();
        if depth > 0 {
            self.report(refused::nested_heading(), range.clone());
        }
        self.push_heading(level, content, range, parts);
    }

    /// Adds a heading of these words, or the title of a section.
    fn push_heading(&mut self, level: usize, mut content: Vec<Inline>, range: Range<usize>, parts: &mut Vec<Part>) {
        let span = self.file.span(self.trimmed(range.clone()));
        self.refuse_footnotes(&mut content, "标题");
        if level == 1 && !content.is_empty() {
            parts.push(Part { kind: PartKind::Title(plain_text(&content)), span });
            return;
        }
        if level > 4 {
            let message = format!("标题最多四级，这里是第 {level} 级");
            let help = "减少“#”的个数，或改为普通段落。";
            self.report(Diagnostic::new(&markdown::HEADING_DEPTH, message).help(help), range.clone());
        }
        let typed_number = number::strip(&mut content);
        if content.is_empty() {
            let empty = Diagnostic::new(&markdown::EMPTY_HEADING, "标题没有文字").help("写上标题，或删去这一行。");
            self.report(empty, range);
            return;
        }
        let level = u8::try_from(level.min(4)).unwrap_or(4);
        parts.push(Part::block(Block::Heading { level, number: 0, typed_number, content, span }, span));
    }

    /// Says that the space is missing in a line that was read as `text`.
    pub(super) fn report_unspaced(&mut self, heading: Unspaced, text: &Running) {
        let start = text.range.start;
        let marks = self.file.span(start..start + heading.length);
        let mend = format!("{} ", "#".repeat(heading.level));
        let wide = self.file.text.get(marks.start..marks.end).is_some_and(|marks| marks.contains('＃'));
        let message = if wide {
            "标题的“#”应为半角，后面空一格"
        } else {
            "标题的“#”后面应有一个空格"
        };
        let finding = Diagnostic::new(&markdown::HEADING_SPACE, message).help(format!("改为“{mend}”加标题的文字。"));
        self.report(finding.suggest(marks, mend), text.range.clone());
    }

    /// The heading that was read as `text`.
    pub(super) fn unspaced_heading(&mut self, heading: Unspaced, mut text: Running, parts: &mut Vec<Part>) {
        if let Some(Inline::Text { text, span }) = text.content.first_mut() {
            text.drain(..heading.length.min(text.len()));
            span.start += heading.length;
        }
        number::drop_empty(&mut text.content);
        self.push_heading(heading.level, text.content, text.range, parts);
    }

    /// The heading without `#` that stands on the line to come, which `opens` a paragraph or goes on with one.
    pub(super) fn unmarked(&self, opens: bool) -> Option<Unmarked> {
        let (_, range) = self.events.peek_with_place().filter(|(event, _)| is_text(event))?;
        let (line, _) = lines::line_at(&self.file.text, range.start);
        if titles::section_named(line).is_some() {
            Some(Unmarked::Section)
        } else {
            subheadings::stands_at(&self.file.text, range.start, opens).then_some(Unmarked::Subheading)
        }
    }

    /// Where the title of the whole report ends that begins on the line to come, if nothing else stands before it.
    pub(super) fn report_title_end(&self, depth: usize, parts: &[Part]) -> Option<usize> {
        let (_, range) = self.events.peek_with_place().filter(|_| depth == 0)?;
        report_title::end(&self.file.text, range.start, parts)
    }

    /// Says that the title of a section stands in a list, where it opens none.
    pub(super) fn report_nested_title(&mut self, text: &Running) {
        let range = self.trimmed(text.range.clone());
        let Some(kind) = self.file.text.get(range.clone()).and_then(titles::section_named) else { return };
        let span = self.file.span(range.clone());
        let title = kind.heading();
        let opens_line = self.file.text.get(..range.start).is_some_and(|before| before.ends_with('\n'));
        let finding = match kind.table() {
            Some(_) if opens_line && table_headings::is_followed_by_title(&self.file.text, range.end) => {
                table_headings::idle(self.file, title, span)
            }
            Some(_) => table_headings::with_text(title, span, span),
            None if opens_line => titles::unmarked(title).suggest(span, format!("# {title}")),
            None => titles::unmarked(title),
        };
        self.report(finding, range);
    }

    /// Whether a line of dashes below made a heading of a text. The title of a section may be written so.
    pub(super) fn is_underlined(&self, range: &Range<usize>) -> bool {
        let written = self.file.text.get(self.trimmed(range.clone())).unwrap_or("");
        let Some((words, underline)) = written.rsplit_once(['\n', '\r']) else { return false };
        let dashes = underline.trim().chars().all(|c| matches!(c, '-' | '='));
        dashes && !titles::names_section(words.trim_end())
    }
}

/// A heading without `#`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unmarked {
    Section,
    Subheading,
}

fn is_text(event: &Event<'_>) -> bool {
    matches!(event, Event::Text(_) | Event::Start(Tag::Strong | Tag::Emphasis))
}

/// A text of which a line of dashes made a heading.
pub(super) fn underlined() -> Diagnostic {
    Diagnostic::new(&markdown::UNDERLINE, "下面一行的横线（--- 或 ===）把这一行变成了标题")
        .help("要写标题，在行首加“#”和空格，删去横线；不是标题，也删去横线，段落之间空一行。")
}
