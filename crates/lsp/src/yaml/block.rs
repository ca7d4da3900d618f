//! Keys and items line by line, by how far they are indented.

use std::ops::Range;

use super::flow;
use super::outline::{Entry, Outline};

/// Takes in all entries of `text`.
pub(super) fn scan(text: &str, outline: &mut Outline) {
    let mut scan = LineScan { text, outline, open: Vec::new() };
    let mut at = 0;
    while at < text.len() {
        at = scan.line(at);
    }
}

/// Where the line that holds `at` ends, its line end left out.
pub(super) fn line_end(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    let end = rest.find('\n').map_or(text.len(), |end| at + end);
    if text.get(at..end).is_some_and(|line| line.ends_with('\r')) { end - 1 } else { end }
}

/// The first byte from `at` on that is no space, up to `end`.
pub(super) fn skip_blanks(text: &str, at: usize, end: usize) -> usize {
    let rest = text.get(at..end).unwrap_or_default();
    end - rest.trim_start_matches([' ', '\t']).len()
}

/// A key that begins at `at`, and where what stands behind its colon may begin; with its name.
pub(super) fn key_at(text: &str, at: usize, end: usize) -> Option<(Range<usize>, usize, String)> {
    let rest = text.get(at..end)?;
    let first = rest.chars().next()?;
    let colon = match first {
        '"' | '\'' => {
            let closing = rest.get(1..)?.find(first)? + 2;
            let behind = rest.get(closing..)?;
            let colon = behind.len() - behind.trim_start_matches(' ').len() + closing;
            rest.get(colon..)?.starts_with(':').then_some(colon)?
        }
        '{' | '[' | '#' | ',' | '}' | ']' => return None,
        _ => {
            let is_end =
                |at: usize| rest.get(at + 1..).is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t']));
            rest.match_indices(':').map(|(at, _)| at).find(|at| is_end(*at))?
        }
    };
    let written = rest.get(..colon)?.trim_end();
    // Behind a `#` all is a comment.
    if written.is_empty() || written.contains(" #") {
        return None;
    }
    let name = written.trim_matches(['"', '\'']).to_owned();
    Some((at..at + written.len(), at + colon + 1, name))
}

struct LineScan<'t, 'o> {
    text: &'t str,
    outline: &'o mut Outline,
    /// The entries that what follows may stand below, each with its indent.
    open: Vec<(usize, usize)>,
}

impl LineScan<'_, '_> {
    /// Takes in the line that begins at `start`; where the next one does.
    fn line(&mut self, start: usize) -> usize {
        let end = line_end(self.text, start);
        let next = |end: usize| {
            self.text.get(end..).and_then(|rest| rest.find('\n')).map_or(self.text.len(), |at| end + at + 1)
        };
        let mut at = skip_blanks(self.text, start, end);
        let rest = self.text.get(at..end).unwrap_or_default();
        if rest.is_empty() || rest.starts_with('#') || rest == "---" || rest == "..." {
            return next(end);
        }
        while let Some(behind) = self.dash(start, at, end) {
            at = behind;
        }
        let done = match key_at(self.text, at, end) {
            Some((key, behind, name)) => {
                let indent = at - start;
                self.close(indent);
                let entry = self.add(Some(name), key, indent);
                self.value(entry, behind, end, indent)
            }
            None if self.text.get(at..end).is_some_and(|rest| rest.starts_with(['{', '['])) => {
                let owner = self.open.last().map(|(_, entry)| *entry);
                flow::scan(self.text, at, owner, self.outline)
            }
            None => end,
        };
        next(done)
    }

    /// Takes in the item whose dash stands at `at`; where what stands behind the dash begins.
    fn dash(&mut self, start: usize, at: usize, end: usize) -> Option<usize> {
        let behind = self.text.get(at..end)?.strip_prefix('-')?;
        if !(behind.is_empty() || behind.starts_with([' ', '\t'])) {
            return None;
        }
        let indent = at - start;
        let is_item = |outline: &Outline, entry: usize| outline.entries.get(entry).is_some_and(|it| it.name.is_none());
        // A list may stand as far to the left as its key.
        while self
            .open
            .last()
            .is_some_and(|(other, entry)| *other > indent || *other == indent && is_item(self.outline, *entry))
        {
            self.open.pop();
        }
        let entry = self.add(None, at..at + 1, indent);
        let value = skip_blanks(self.text, at + 1, end);
        if let Some(entry) = self.outline.entries.get_mut(entry) {
            entry.value = value..value + self.text.get(value..end).unwrap_or_default().trim_end().len();
        }
        Some(value)
    }

    /// Takes in what stands behind the colon of `entry`; where it ends.
    fn value(&mut self, entry: usize, behind: usize, end: usize, indent: usize) -> usize {
        let start = skip_blanks(self.text, behind, end);
        let rest = self.text.get(start..end).unwrap_or_default();
        let (value, done) = if rest.starts_with(['{', '[']) {
            let done = flow::scan(self.text, start, Some(entry), self.outline);
            (start..done, done)
        } else if rest.starts_with(['|', '>']) {
            let done = self.block_text(end, indent);
            (start..done, done)
        } else if rest.starts_with('#') {
            (start..start, end)
        } else {
            let cut = if rest.starts_with(['"', '\'']) { rest.len() } else { rest.find(" #").unwrap_or(rest.len()) };
            (start..start + rest.get(..cut).unwrap_or_default().trim_end().len(), end)
        };
        if let Some(entry) = self.outline.entries.get_mut(entry) {
            entry.value = value;
        }
        done
    }

    /// The end of the lines from the one that ends at `end` on that are indented further than `indent`.
    fn block_text(&self, end: usize, indent: usize) -> usize {
        let mut last = end;
        let mut at = end;
        while let Some(start) = self.text.get(at..).and_then(|rest| rest.find('\n')).map(|found| at + found + 1) {
            let end = line_end(self.text, start);
            let first = skip_blanks(self.text, start, end);
            if first < end {
                if first - start <= indent {
                    break;
                }
                last = end;
            }
            if start >= self.text.len() {
                break;
            }
            at = end;
        }
        last
    }

    /// Nothing more stands below what is indented as far or further.
    fn close(&mut self, indent: usize) {
        while self.open.last().is_some_and(|(other, _)| *other >= indent) {
            self.open.pop();
        }
    }

    fn add(&mut self, name: Option<String>, key: Range<usize>, indent: usize) -> usize {
        let parent = self.open.last().map(|(_, entry)| *entry);
        let value = key.end..key.end;
        let entry = self.outline.add(Entry { parent, name, key, value, indent: Some(indent) });
        self.open.push((indent, entry));
        entry
    }
}
