//! Footnotes: `[^1]` in the text, `[^1]: …` in a paragraph of its own.

use std::collections::BTreeMap;
use std::ops::Range;

use nianbao_model::{Block, Diagnostic, Footnote, Inline, Span};

use super::blocks::Reader;
use super::{Part, PartKind};
use crate::codes::markdown;

/// The footnotes read so far, by what stands behind the `^`.
#[derive(Debug, Default)]
pub(super) struct Footnotes {
    /// Those that the text refers to, in the order of the first reference.
    referred: Vec<String>,
    /// What they say. The parser takes a reference for one only where there is a definition.
    defined: BTreeMap<String, Footnote>,
}

impl Reader<'_> {
    /// A reference within running text.
    pub(super) fn footnote_reference(&mut self, label: &str, range: Range<usize>) -> Inline {
        let referred = &mut self.footnotes.referred;
        let earlier = referred.iter().position(|known| known == label);
        if earlier.is_none() {
            referred.push(label.to_owned());
        }
        let number = earlier.map_or(referred.len(), |at| at + 1);
        Inline::Footnote { number, first: earlier.is_none(), span: self.file.span(range) }
    }

    /// A definition; its start was read.
    pub(super) fn footnote_definition(&mut self, label: &str, range: Range<usize>, depth: usize) {
        let mut parts = Vec::new();
        self.blocks(depth + 1, &mut parts);
        let span = self.file.span(self.trimmed(range.clone()));
        let Some(mut content) = sole_paragraph(parts) else {
            let finding = Diagnostic::new(&markdown::FOOTNOTE_FORM, "脚注应是一段文字，这里是空的，或者不止一段");
            self.report(finding.help("写成一段，如 [^1]: 含上年结转的申请。列表、表格写在正文里。"), range);
            return;
        };
        self.refuse_footnotes(&mut content, "脚注");
        if self.footnotes.defined.contains_key(label) {
            let finding = Diagnostic::new(&markdown::FOOTNOTE_FORM, format!("脚注“[^{label}]”的内容写了两次"));
            self.report(finding.help("给其中一个换个编号，正文里的编号也跟着改。"), range);
            return;
        }
        self.footnotes.defined.insert(label.to_owned(), Footnote { content, span });
    }

    /// Takes the references out of text that may hold none: `place` says what it is.
    pub(super) fn refuse_footnotes(&mut self, content: &mut Vec<Inline>, place: &str) {
        for span in take_references(content) {
            let finding = Diagnostic::new(&markdown::FOOTNOTE_FORM, format!("{place}里不能有脚注"));
            self.report(finding.help("把脚注的编号移到正文里。"), span.start..span.end);
        }
    }

    /// All footnotes by number. Says which of them nothing refers to.
    pub(super) fn take_footnotes(&mut self) -> Vec<Footnote> {
        let Footnotes { referred, mut defined } = std::mem::take(&mut self.footnotes);
        let taken = referred.iter().filter_map(|label| defined.remove(label)).collect();
        for (label, Footnote { span, .. }) in defined {
            let finding = Diagnostic::new(&markdown::FOOTNOTE_UNUSED, format!("正文里没有用到脚注“[^{label}]”"));
            let help = format!("在要加注的文字后面写上 [^{label}]；不需要就删去这一段，它不会印出来。");
            self.report(finding.help(help), span.start..span.end);
        }
        taken
    }
}

/// `[^1]` that stands in the text while no paragraph says what it means.
pub(super) fn without_content(mark: &str, rest: &str) -> Diagnostic {
    if rest.starts_with('：') {
        return Diagnostic::new(&markdown::FOOTNOTE_LOST, format!("脚注“{mark}”后面应是半角冒号加空格"))
            .help(format!("写作 {mark}: 脚注的内容。"));
    }
    Diagnostic::new(&markdown::FOOTNOTE_LOST, format!("脚注“{mark}”没有内容"))
        .help(format!("另起一段写 {mark}: 脚注的内容。冒号是半角的，后面空一格；不需要脚注就删去“{mark}”。"))
}

fn sole_paragraph(parts: Vec<Part>) -> Option<Vec<Inline>> {
    let mut parts = parts.into_iter();
    match (parts.next()?.kind, parts.next()) {
        (PartKind::Block(Block::Paragraph { content, .. }), None) => Some(content),
        _ => None,
    }
}

/// Takes the references out of `content` and tells where they stood.
fn take_references(content: &mut Vec<Inline>) -> Vec<Span> {
    let mut found = Vec::new();
    content.retain_mut(|inline| match inline {
        Inline::Footnote { span, .. } => {
            found.push(*span);
            false
        }
        Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Link { content: inner, .. } => {
            found.extend(take_references(inner));
            true
        }
        _ => true,
    });
    found
}
