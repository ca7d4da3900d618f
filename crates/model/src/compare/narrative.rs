//! The sections of two narratives side by side.

use std::ops::Range;
use std::slice;

use super::STRETCH;
use super::pairs::{pairs, sides};
use super::side::{Mark, Paragraph, Side};
use crate::prose::Role;
use crate::similarity::{Shingles, common};
use crate::{Prose, SectionKind, Span};

/// A section of two narratives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SectionComparison {
    /// The official section; `None` for the introduction (编制说明).
    pub section: Option<SectionKind>,
    /// How alike the two are in per cent, sub-headings left out; nothing where only one report has it.
    pub likeness: Option<u8>,
    /// Its sub-sections in pairs, in the subject's order; a section without any has one part.
    pub parts: Vec<Part>,
    /// The stretches that stand in both, in the subject's order.
    pub copied: Vec<Copied>,
}

/// A sub-section, as far as each report has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// What the subject says; `None` where it has no such sub-section.
    pub subject: Option<Side>,
    /// What the reference says; `None` where it has no such sub-section.
    pub reference: Option<Side>,
    /// How alike the two are in per cent; nothing where only one report has it.
    pub likeness: Option<u8>,
}

/// A stretch that stands in both reports.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copied {
    /// How many letters it has, each number counted as one.
    pub letters: usize,
    /// How the subject has it.
    pub subject: Excerpt,
    /// How the reference has it: other figures and punctuation are possible.
    pub reference: Excerpt,
}

/// A stretch as it stands in one report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt {
    /// The text as it stands in that report.
    pub text: String,
    /// Where it was written.
    pub span: Option<Span>,
}

/// The introduction and the narrative sections.
pub(super) fn sections(subject: &Prose, reference: &Prose) -> Vec<SectionComparison> {
    let kinds = std::iter::once(None).chain(SectionKind::NARRATIVE.into_iter().map(Some));
    kinds.filter_map(|kind| section(kind, subject, reference)).collect()
}

fn section(kind: Option<SectionKind>, subject: &Prose, reference: &Prose) -> Option<SectionComparison> {
    let (mut own, mut other) = (sides(subject.section(kind)), sides(reference.section(kind)));
    if own.is_empty() && other.is_empty() {
        return None;
    }
    let (text, other_text) = (Running::of(&own), Running::of(&other));
    let stretches = common(&text.0, &other_text.0, STRETCH);
    let copied = stretches.iter().map(|stretch| Copied {
        letters: stretch.letters,
        subject: text.excerpt(&own, &stretch.left),
        reference: other_text.excerpt(&other, &stretch.right),
    });
    let copied = copied.collect();
    mark(&mut own, stretches.iter().map(|stretch| &stretch.left));
    mark(&mut other, stretches.iter().map(|stretch| &stretch.right));
    let both = !own.is_empty() && !other.is_empty();
    let likeness = both.then(|| likeness(&own, &other));
    let parts = pairs(own, other).into_iter().map(Part::new).collect();
    Some(SectionComparison { section: kind, likeness, parts, copied })
}

impl Part {
    fn new((subject, reference): (Option<Side>, Option<Side>)) -> Self {
        let both = subject.as_ref().zip(reference.as_ref());
        let likeness = both.map(|(own, other)| likeness(slice::from_ref(own), slice::from_ref(other)));
        Self { subject, reference, likeness }
    }
}

/// How alike the texts are, sub-headings left out.
fn likeness(own: &[Side], other: &[Side]) -> u8 {
    let shingles = |sides: &[Side]| Shingles::of(texts(sides).map(|paragraph| paragraph.passage.text.as_str()));
    shingles(own).likeness(&shingles(other))
}

/// The text of a section in one piece, a line a passage, sub-headings left out.
struct Running(String);

impl Running {
    fn of(sides: &[Side]) -> Self {
        let lines: Vec<&str> = texts(sides).map(|paragraph| paragraph.passage.text.as_str()).collect();
        Self(lines.join("\n"))
    }

    fn excerpt(&self, sides: &[Side], range: &Range<usize>) -> Excerpt {
        let spans: Vec<Span> = places(sides)
            .filter_map(|(at, paragraph)| paragraph.passage.span(&within(range, at, paragraph)?))
            .collect();
        let span = spans.first().zip(spans.last()).map(|(first, last)| Span::new(first.file, first.start, last.end));
        Excerpt { text: self.0[range.clone()].to_owned(), span }
    }
}

/// The passages that are no headings.
fn texts(sides: &[Side]) -> impl Iterator<Item = &Paragraph> {
    sides.iter().flat_map(|side| &side.paragraphs).filter(|paragraph| paragraph.passage.role != Role::Heading)
}

/// The same with their places in the running text.
fn places(sides: &[Side]) -> impl Iterator<Item = (usize, &Paragraph)> {
    texts(sides).scan(0, |next, paragraph| {
        let at = *next;
        *next += paragraph.passage.text.len() + 1;
        Some((at, paragraph))
    })
}

/// The part of a stretch of the running text that lies in the passage that begins there `at`.
fn within(stretch: &Range<usize>, at: usize, paragraph: &Paragraph) -> Option<Range<usize>> {
    let end = stretch.end.min(at + paragraph.passage.text.len());
    let start = stretch.start.max(at);
    (start < end).then(|| start - at..end - at)
}

/// Marks the stretches in their passages.
fn mark<'a>(sides: &mut [Side], stretches: impl Iterator<Item = &'a Range<usize>>) {
    let stretches: Vec<&Range<usize>> = stretches.collect();
    let marks: Vec<Vec<Mark>> = places(sides)
        .map(|(at, paragraph)| {
            let found = stretches.iter().enumerate();
            let found = found.filter_map(|(stretch, all)| Some(Mark { stretch, range: within(all, at, paragraph)? }));
            let mut marks: Vec<Mark> = found.collect();
            marks.sort_by_key(|mark| mark.range.start);
            marks
        })
        .collect();
    let paragraphs = sides.iter_mut().flat_map(|side| &mut side.paragraphs);
    let texts = paragraphs.filter(|paragraph| paragraph.passage.role != Role::Heading);
    texts.zip(marks).for_each(|(paragraph, marks)| paragraph.marks = marks);
}
