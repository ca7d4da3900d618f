//! Footnotes: `[^1]` in the text, `[^1]: …` in a paragraph of its own.

use std::collections::BTreeMap;

use nianbao_model::{Block, Diagnostic, Footnote, Inline, Span};

use super::part::{Part, PartKind};
use crate::codes::markdown;

/// The footnotes read so far, by what stands behind the `^`.
#[derive(Debug, Default)]
pub(super) struct Footnotes {
    /// Those that the text refers to, with their numbers in the order of the first reference.
    referred: BTreeMap<String, usize>,
    /// What they say. The parser takes a reference for one only where there is a definition.
    defined: BTreeMap<String, Footnote>,
}

impl Footnotes {
    /// Takes in a reference at `span`.
    pub(super) fn refer(&mut self, label: &str, span: Span) -> Inline {
        let next = self.referred.len() + 1;
        let number = self.referred.get(label).copied();
        if number.is_none() {
            self.referred.insert(label.to_owned(), next);
        }
        Inline::Footnote { number: number.unwrap_or(next), first: number.is_none(), span }
    }

    /// Takes in what a footnote says, unless it was said before; then tells so.
    pub(super) fn define(&mut self, label: &str, footnote: Footnote) -> Option<Diagnostic> {
        if self.defined.contains_key(label) {
            let finding = Diagnostic::new(&markdown::FOOTNOTE_FORM, format!("脚注“[^{label}]”的内容写了两次"));
            return Some(finding.help("给其中一个换个编号，正文里的编号也跟着改。"));
        }
        self.defined.insert(label.to_owned(), footnote);
        None
    }

    /// All footnotes by number, and what to say of those that nothing refers to.
    pub(super) fn finish(self) -> (Vec<Footnote>, Vec<(Span, Diagnostic)>) {
        let Self { referred, mut defined } = self;
        let mut referred: Vec<(String, usize)> = referred.into_iter().collect();
        referred.sort_by_key(|(_, number)| *number);
        let footnotes = referred.iter().filter_map(|(label, _)| defined.remove(label)).collect();
        let unused = defined.into_iter().map(|(label, footnote)| (footnote.span, unused(&label)));
        (footnotes, unused.collect())
    }
}

fn unused(label: &str) -> Diagnostic {
    Diagnostic::new(&markdown::FOOTNOTE_UNUSED, format!("正文里没有用到脚注“[^{label}]”"))
        .help(format!("在要加注的文字后面写上 [^{label}]；不需要就删去这一段，它不会印出来。"))
}

/// The text of a footnote, which is a single paragraph.
pub(super) fn sole_paragraph(parts: Vec<Part>) -> Option<Vec<Inline>> {
    let mut parts = parts.into_iter();
    match (parts.next()?.kind, parts.next()) {
        (PartKind::Block(Block::Paragraph { content, .. }), None) => Some(content),
        _ => None,
    }
}

/// A footnote that is empty, or more than a paragraph.
pub(super) fn not_a_paragraph() -> Diagnostic {
    Diagnostic::new(&markdown::FOOTNOTE_FORM, "脚注应是一段文字，这里是空的，或者不止一段")
        .help("写成一段，如 [^1]: 含上年结转的申请。列表、表格写在正文里。")
}

/// Takes the references out of `content` and tells where they stood.
pub(super) fn take_references(content: &mut Vec<Inline>) -> Vec<Span> {
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
