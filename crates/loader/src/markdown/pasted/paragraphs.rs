//! Lines that are paragraphs in Word and become one here. A line may end anywhere in ours, so what tells them apart is the
//! full stop at its end together with what the other lines are like.

use std::collections::BTreeSet;
use std::ops::Range;

use nianbao_model::Diagnostic;

use super::super::lines::{Line, ends_sentence, is_numbered, number_of};
use crate::characters::breaks_line;
use crate::codes::markdown;
use crate::open_file::OpenFile;

/// Nobody breaks lines by hand that are longer than this.
const LONG: usize = 60;

/// A line that ends by so many characters before the others ends of its own will.
const EARLY: usize = 3;

/// The first end of a paragraph between `lines`; the mend parts all of them.
pub(super) fn find(file: &OpenFile, lines: &[Line<'_>], is_nested: bool) -> Option<(Range<usize>, Diagnostic)> {
    let wrapping = Wrapping::of(lines);
    let told = if is_nested { BTreeSet::new() } else { consecutive(lines) };
    let is_parted = |next: &usize| !told.contains(next) && parts(lines, *next, is_nested, wrapping);
    let mut parted = (1..lines.len()).filter(is_parted);
    let first = parted.next()?;
    let (_, place) = lines.get(first - 1)?;
    let message = "这一行和下一行之间没有空行，会连成一段";
    let help = "是两段就在中间空一行；是同一段就接着写在一行里。";
    let finding = Diagnostic::new(&markdown::PARAGRAPHS, message).help(help);
    let certain = std::iter::once(first).chain(parted).filter(|next| wrapping.is_certain(lines, *next));
    let mended = certain.fold(finding, |finding, next| match lines.get(next - 1) {
        Some((_, place)) => finding.suggest(file.span(place.end..place.end), file.line_end()),
        None => finding,
    });
    Some((place.clone(), mended))
}

/// What the lines of a paragraph are like.
#[derive(Clone, Copy)]
struct Wrapping {
    longest: usize,
    /// Whether each line is a sentence or more.
    all_sentences: bool,
}

impl Wrapping {
    fn of(lines: &[Line<'_>]) -> Self {
        let pieces = lines.iter().flat_map(|(line, _)| line.split(breaks_line));
        let longest = pieces.map(length).max().unwrap_or(0);
        let mut lines = lines.iter().filter(|(line, _)| !is_broken(line));
        Self { longest, all_sentences: lines.all(|(line, _)| ends_sentence(line)) }
    }

    /// Whether what begins on the line `next` is a paragraph beyond doubt.
    fn is_certain(self, lines: &[Line<'_>], next: usize) -> bool {
        self.all_sentences || self.longest > LONG || lines.get(next).is_some_and(|(line, _)| is_numbered(line))
    }
}

/// The lines whose numbers follow upon each other; these are told elsewhere.
fn consecutive(lines: &[Line<'_>]) -> BTreeSet<usize> {
    let numbers = lines.iter().enumerate().filter_map(|(at, (line, _))| Some((at, number_of(line)?)));
    let numbers: Vec<(usize, u32)> = numbers.collect();
    let follow = numbers.windows(2).filter(|pair| matches!(pair, [(_, one), (_, next)] if one + 1 == *next));
    follow.flatten().map(|(at, _)| *at).collect()
}

/// Whether a paragraph ends before the line `next`.
fn parts(lines: &[Line<'_>], next: usize, is_nested: bool, wrapping: Wrapping) -> bool {
    let (Some((before, _)), Some((line, _))) = (lines.get(next - 1), lines.get(next)) else { return false };
    let is_indented = is_nested && line.starts_with([' ', '\t']);
    let last = before.rsplit(breaks_line).next().unwrap_or(before);
    let is_early = length(last) + EARLY <= wrapping.longest;
    let begins_anew = line.trim_start().starts_with(|c: char| c.is_alphanumeric() || "《“（(【*".contains(c));
    let is_told = is_early || wrapping.is_certain(lines, next);
    ends_sentence(before) && begins_anew && !is_broken(before) && !is_indented && is_told
}

/// Whether the end of a line is one that is printed.
fn is_broken(line: &str) -> bool {
    line.ends_with("  ") || line.ends_with('\\')
}

fn length(line: &str) -> usize {
    line.trim().chars().count()
}
