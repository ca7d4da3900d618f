//! Runs of a paragraph as one text: taken apart, put together, freed of what only the layout put in.

use crate::document::Run;
use crate::recognise::words::{is_invisible, is_wide};

/// The characters of all runs.
pub(super) fn text(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}

/// The runs before and behind the byte `at`.
pub(super) fn split_at(runs: &[Run], at: usize) -> (Vec<Run>, Vec<Run>) {
    let (mut before, mut behind) = (Vec::new(), Vec::new());
    let mut start = 0;
    for run in runs {
        let cut = at.saturating_sub(start).min(run.text.len());
        start += run.text.len();
        match run.text.split_at_checked(cut) {
            Some((_, "")) if cut > 0 || run.text.is_empty() && start <= at => before.push(run.clone()),
            Some(("", _)) => behind.push(run.clone()),
            Some((left, right)) => {
                before.push(Run { text: left.to_owned(), ..run.clone() });
                behind.push(Run { text: right.to_owned(), ..run.clone() });
            }
            None => before.push(run.clone()),
        }
    }
    (before, behind)
}

/// The runs parted at these bytes, in order.
pub(super) fn parted(runs: &[Run], cuts: &[usize]) -> Vec<Vec<Run>> {
    let mut parts = vec![Vec::new()];
    let mut cuts = cuts.iter().copied().peekable();
    let mut start = 0;
    for run in runs {
        let end = start + run.text.len();
        let mut from = start;
        while let Some(cut) = cuts.next_if(|cut| *cut < end) {
            push(&mut parts, run, from.saturating_sub(start)..cut.saturating_sub(start));
            parts.push(Vec::new());
            from = cut.max(from);
        }
        push(&mut parts, run, from.saturating_sub(start)..run.text.len());
        start = end;
    }
    parts
}

/// Adds a piece of a run to the last part.
fn push(parts: &mut [Vec<Run>], run: &Run, range: std::ops::Range<usize>) {
    let is_last = range.end == run.text.len();
    let text = run.text.get(range).unwrap_or("");
    let footnote = run.footnote.filter(|_| is_last);
    if (!text.is_empty() || footnote.is_some())
        && let Some(part) = parts.last_mut()
    {
        part.push(Run { text: text.to_owned(), footnote, ..run.clone() });
    }
}

/// The runs without the characters of no known meaning at their beginning, which are the indent of a font that lacks the
/// space, and whether there were any.
pub(super) fn without_unknown(mut runs: Vec<Run>) -> (bool, Vec<Run>) {
    let Some(first) = runs.first_mut() else { return (false, runs) };
    let rest = first.text.trim_start_matches('\u{fffd}');
    let is_indent = rest.len() < first.text.len();
    first.text = rest.to_owned();
    (is_indent, runs)
}

/// The runs parted at every line break.
pub(super) fn lines(runs: &[Run]) -> Vec<Vec<Run>> {
    let mut lines = vec![Vec::new()];
    for run in runs {
        for (at, piece) in run.text.split('\n').enumerate() {
            if at > 0 {
                lines.push(Vec::new());
            }
            if let Some(line) = lines.last_mut()
                && (!piece.is_empty() || run.footnote.is_some() && at == 0)
            {
                let footnote = run.footnote.filter(|_| at == 0);
                line.push(Run { text: piece.to_owned(), footnote, ..run.clone() });
            }
        }
    }
    lines
}

/// The runs without white space at their edges, invisible characters and gaps that only the layout made. `is_set` says
/// that the lines were set by a program that puts space between Chinese characters and others.
pub(super) fn cleaned(runs: &[Run], is_set: bool) -> Vec<Run> {
    let all: Vec<(usize, char)> = runs
        .iter()
        .enumerate()
        .flat_map(|(run, content)| content.text.chars().map(move |c| (run, c)))
        .filter(|(_, c)| !is_invisible(*c))
        .map(|(run, c)| {
            (run, if matches!(c, '\u{a0}' | '\t' | '\r' | '\u{2002}'..='\u{200a}' | '\u{202f}') { ' ' } else { c })
        })
        .collect();
    let mut kept = vec![String::new(); runs.len()];
    let mut at = 0;
    let mut before = None;
    while let Some((run, c)) = all.get(at).copied() {
        if !is_space(c) {
            if let Some(text) = kept.get_mut(run) {
                text.push(c);
            }
            before = Some(c);
            at += 1;
            continue;
        }
        let gap = all.get(at..).unwrap_or_default().iter().take_while(|(_, c)| is_space(*c)).count();
        let next = all.get(at + gap).map(|(_, c)| *c);
        let stays = before.zip(next).is_some_and(|(before, next)| stays(before, next, gap, is_set));
        if stays && let Some(text) = kept.get_mut(run) {
            text.push(if c == '\u{3000}' { c } else { ' ' });
        }
        at += gap;
    }
    let runs = runs.iter().zip(kept).map(|(run, text)| Run { text, ..run.clone() });
    runs.filter(|run| !run.text.is_empty() || run.footnote.is_some()).collect()
}

/// Whether a gap of so many spaces between two characters is one that somebody wrote.
fn stays(before: char, next: char, gap: usize, is_set: bool) -> bool {
    if before == '\n' || next == '\n' {
        return false;
    }
    match (is_wide(before), is_wide(next)) {
        (true, true) => gap == 1 && !is_set,
        (true, false) | (false, true) => !is_set,
        (false, false) => true,
    }
}

fn is_space(c: char) -> bool {
    c.is_whitespace() && c != '\n'
}
