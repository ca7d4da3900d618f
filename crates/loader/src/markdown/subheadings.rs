//! `（二）主动公开情况` on a line of its own, without `##`.

use nianbao_model::{Block, Diagnostic};

use super::lines::{ends_sentence, is_numbered, line_at};
use super::number;
use super::part::{Part, PartKind};
use super::titles::section_named;
use crate::codes::markdown;
use crate::open_file::OpenFile;
use crate::session::Sink;

/// No heading of a report is longer.
const LONGEST: usize = 30;

/// Nobody breaks the lines of a paragraph after so few characters.
const SHORT: usize = 16;

/// The line below a heading is a paragraph, longer by so much, or the heading is short.
const LONGER: usize = 8;

/// Whether a heading without `##` stands on the line at `at`, which `opens` a paragraph or goes on with one.
pub(super) fn stands_at(text: &str, at: usize, opens: bool) -> bool {
    let (line, below) = line_at(text, at);
    if !is_subheading(line) || is_numbered(below) {
        return false;
    }
    let above = text.get(..at).unwrap_or("").trim_end().rsplit('\n').next().unwrap_or("");
    let length = |line: &str| line.trim().chars().count();
    let is_parted = below.trim().is_empty() || length(line) <= SHORT || length(below) >= length(line) + LONGER;
    is_parted && (opens || ends_sentence(above))
}

/// Says which paragraphs are meant as headings: those that text follows, and no other of their kind stands beside.
pub(super) fn check(file: &OpenFile, sink: &mut Sink, parts: &[Part]) {
    for (at, part) in parts.iter().enumerate() {
        let beside = |at: Option<usize>| at.and_then(|at| parts.get(at));
        let Some(written) = line_of(file, part).filter(|line| is_subheading(line)) else { continue };
        let is_one_of_several = [at.checked_sub(1), at.checked_add(1)]
            .into_iter()
            .filter_map(beside)
            .any(|part| line_of(file, part).is_some_and(|line| is_numbered(line) && section_named(line).is_none()));
        let has_text = beside(at.checked_add(1)).is_some_and(|next| is_text(&next.kind));
        if has_text && !is_one_of_several {
            let heading = written.trim();
            let heading = heading.strip_prefix("**").and_then(|rest| rest.strip_suffix("**")).unwrap_or(heading);
            let message = format!("“{heading}”像是小标题，前面没有“##”，会印成普通段落");
            let finding = Diagnostic::new(&markdown::SUBHEADING, message).at(part.span, "");
            let finding = finding.help(format!("是小标题就改为：## {heading}"));
            sink.report(finding.suggest(part.span, format!("## {heading}")));
        }
    }
}

/// The line of a paragraph that is a single one.
fn line_of<'f>(file: &'f OpenFile, part: &Part) -> Option<&'f str> {
    let written = file.text.get(part.span.start..part.span.end)?;
    (matches!(part.kind, PartKind::Block(Block::Paragraph { .. })) && !written.contains('\n')).then_some(written)
}

fn is_text(kind: &PartKind) -> bool {
    matches!(kind, PartKind::Block(Block::Paragraph { .. } | Block::List { .. } | Block::Table { .. }))
}

/// Whether a line is worded as a heading with a number in brackets.
fn is_subheading(line: &str) -> bool {
    let line = line.trim().trim_matches('*');
    let is_bracketed = line.starts_with(['（', '(']) && !line.contains(|c: char| matches!(c, '0'..='9' | '０'..='９'));
    let name = number::split(line).and_then(|(_, length)| line.get(length..)).unwrap_or("").trim_matches('*');
    let length = name.chars().count();
    is_bracketed && (2..=LONGEST).contains(&length) && is_name(name)
}

/// Whether no sentence ends in a text and nothing of another kind stands in it.
fn is_name(text: &str) -> bool {
    let is_other =
        |c: char| matches!(c, '。' | '！' | '？' | '；' | '：' | '…' | ';' | ':' | '{' | '[' | '|' | '\t' | '\n');
    !text.contains(is_other) && !text.ends_with(['，', '、', ',', '.'])
}
