//! Headings.

use std::ops::Range;

use nianbao_model::{Block, Diagnostic, Inline};

use super::blocks::Reader;
use super::{Part, PartKind, number, plain, refused, titles};
use crate::codes::markdown;

impl Reader<'_> {
    /// A heading; its start was read.
    pub(super) fn heading(&mut self, level: usize, range: Range<usize>, depth: usize, parts: &mut Vec<Part>) {
        if self.is_underlined(&range) {
            self.report(refused_underline(), range);
            self.paragraphs(depth, parts);
            self.events.next();
            return;
        }
        self.join.start_paragraph();
        let content = self.inlines(0).content;
        self.events.next();
        if depth > 0 {
            self.report(refused::nested_heading(), range.clone());
        }
        self.push_heading(level, content, range, parts);
    }

    /// A heading with its words.
    pub(super) fn push_heading(
        &mut self,
        level: usize,
        mut content: Vec<Inline>,
        range: Range<usize>,
        parts: &mut Vec<Part>,
    ) {
        let span = self.file.span(self.trimmed(range.clone()));
        self.refuse_footnotes(&mut content, "标题");
        if level == 1 && !content.is_empty() {
            parts.push(Part { kind: PartKind::Title(plain::text(&content)), span });
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
        let block = Block::Heading { level, number: 0, typed_number, content, span };
        parts.push(Part { kind: PartKind::Block(block), span });
    }

    /// Whether a line of dashes below made a heading of a text. The title of a section may be written so.
    fn is_underlined(&self, range: &Range<usize>) -> bool {
        let written = self.file.text.get(self.trimmed(range.clone())).unwrap_or("");
        let Some((words, underline)) = written.rsplit_once(['\n', '\r']) else { return false };
        let dashes = underline.trim().chars().all(|c| matches!(c, '-' | '='));
        dashes && !titles::names_section(words.trim_end())
    }
}

fn refused_underline() -> Diagnostic {
    Diagnostic::new(&markdown::UNDERLINE, "下面一行的横线（--- 或 ===）把这一行变成了标题")
        .help("要写标题，在行首加“#”和空格，删去横线；不是标题，也删去横线，段落之间空一行。")
}
