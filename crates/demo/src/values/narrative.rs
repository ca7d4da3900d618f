//! A narrative in the sections and blocks of narrative.md.

use nianbao_model::{Block, Form, Inline, Section, SectionKind, Span};

use crate::prose::Narrative;

/// The sub-sections of 一、总体情况.
const SUBSECTIONS: [&str; 5] = ["主动公开", "依申请公开", "政府信息管理", "政府信息公开平台建设", "监督保障"];

/// A narrative; without problems the whole fifth section is missing.
pub(super) fn narrative(narrative: &Narrative, form: &Form) -> nianbao_model::Narrative {
    let Narrative { introduction, opening, subsections, numbered, problems, others } = narrative;
    let mut overview = paragraphs(opening.as_slice(), form);
    for ((number, title), content) in (1..).zip(SUBSECTIONS).zip(subsections) {
        overview.push(Block::Heading {
            level: 2,
            number,
            typed_number: numbered.then_some(number),
            content: running(title, form),
            span: Span::NOWHERE,
        });
        overview.extend(paragraphs(content, form));
    }
    let problems = (!problems.is_empty()).then(|| section(SectionKind::Problems, paragraphs(problems, form)));
    let others = section(SectionKind::Other, paragraphs(others, form));
    nianbao_model::Narrative {
        introduction: paragraphs(introduction, form),
        sections: [section(SectionKind::Overview, overview)].into_iter().chain(problems).chain([others]).collect(),
        footnotes: Vec::new(),
    }
}

fn section(kind: SectionKind, blocks: Vec<Block>) -> Section {
    Section { kind, title: kind.heading(), heading: Span::NOWHERE, blocks }
}

fn paragraphs(paragraphs: &[String], form: &Form) -> Vec<Block> {
    let block = |text: &String| Block::Paragraph { content: running(text, form), span: Span::NOWHERE };
    paragraphs.iter().map(block).collect()
}

/// A text with its quoted figures: `{{ 申请.本年新收.总计 }}`. What is no figure of the form stays text.
fn running(text: &str, form: &Form) -> Vec<Inline> {
    let mut inlines = Vec::new();
    let mut rest = text;
    while let Some((before, after, path)) = quoted(rest) {
        match form.look_up(path) {
            Ok(address) => inlines.extend([plain(before), Inline::Figure { address, span: Span::NOWHERE }]),
            Err(_) => inlines.push(plain(rest.strip_suffix(after).unwrap_or(rest))),
        }
        rest = after;
    }
    inlines.push(plain(rest));
    inlines
}

/// What stands before the first quoted figure, what stands behind it, and its path.
fn quoted(text: &str) -> Option<(&str, &str, &str)> {
    let (before, inner) = text.split_once("{{")?;
    let (path, after) = inner.split_once("}}")?;
    Some((before, after, path))
}

fn plain(text: &str) -> Inline {
    Inline::Text { text: text.to_owned(), span: Span::NOWHERE }
}
