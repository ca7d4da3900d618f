//! Keys and items line by line, by how far they are indented.

use std::ops::Range;

use super::flow;
use super::line::{key_at, line_end, skip_blanks};
use super::outline::{Entry, Outline};

impl Outline {
    /// All entries of `text`.
    pub(crate) fn of(text: &str) -> Self {
        let mut outline = Self::default();
        let mut scan = LineScan { text, outline: &mut outline, open: Vec::new() };
        let mut at = 0;
        while at < text.len() {
            at = scan.line(at);
        }
        outline.widen();
        outline
    }
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
