//! Sections and sub-headings below which nothing was written yet.

use nianbao_model::{Block, Diagnostic, SectionKind, Span};

use super::part::{Part, PartKind, plain_text};
use crate::codes::sections::EMPTY;

/// What is to be said of a section with these parts. A sub-heading by itself is let be, unless guidance stands below it that
/// waits for text.
pub(super) fn findings(kind: SectionKind, heading: Span, parts: &[Part]) -> Vec<Diagnostic> {
    if parts.iter().any(says_something) {
        return sub_headings(parts);
    }
    let guided = parts.iter().any(is_comment);
    let (state, help) = if guided {
        ("还没有写", "在提示下面写上内容；“<!--”和“-->”之间的提示不会公开，写好以后留着或者删去都行。")
    } else {
        ("没有内容", "在标题下面写上内容。")
    };
    vec![Diagnostic::new(&EMPTY, format!("“{}”{state}", kind.heading())).at(heading, "").help(help).unfinished()]
}

fn sub_headings(parts: &[Part]) -> Vec<Diagnostic> {
    let (mut findings, mut told) = (Vec::new(), 0);
    for (at, part) in parts.iter().enumerate() {
        let PartKind::Block(Block::Heading { level, content, .. }) = &part.kind else { continue };
        let below = parts.get(at + 1..).unwrap_or_default();
        let length = below.iter().position(|other| closes(other, *level)).unwrap_or(below.len());
        let below = below.get(..length).unwrap_or_default();
        if at >= told && below.iter().any(is_comment) && !below.iter().any(says_something) {
            let finding =
                Diagnostic::new(&EMPTY, format!("“{}”还没有写", plain_text(content))).at(part.span, "").unfinished();
            findings.push(finding.help("在提示下面写上内容；不需要这一部分，就把小标题和提示一起删去。"));
            told = at + 1 + length;
        }
    }
    findings
}

/// Whether `part` is a heading that what stands below one of `level` ends at.
fn closes(part: &Part, level: u8) -> bool {
    matches!(&part.kind, PartKind::Block(Block::Heading { level: other, .. }) if *other <= level)
}

fn says_something(part: &Part) -> bool {
    matches!(&part.kind, PartKind::Block(block) if !matches!(block, Block::Heading { .. }))
}

fn is_comment(part: &Part) -> bool {
    part.kind == PartKind::Comment
}
