//! Keys and items in brackets: `{自然人: 1, 其他: {数: 2, 注: …}}`.

use super::line::{key_at, line_end, skip_blanks};
use super::outline::{Brackets, Entry, Outline};

/// Takes in what stands in the brackets that open at `start`; where they end. Brackets that are not closed end before the
/// next line that begins with a key.
pub(super) fn scan(text: &str, start: usize, owner: Option<usize>, outline: &mut Outline) -> usize {
    let mut scan = BracketScan { text, outline, open: Vec::new() };
    scan.brackets(start, owner);
    let mut at = start + 1;
    while !scan.open.is_empty() {
        let Some(next) = scan.step(at) else { break };
        at = next;
    }
    scan.give_up(at);
    at
}

/// Brackets that are open.
struct OpenBrackets {
    brackets: usize,
    keys: bool,
    /// The entry whose value is being read.
    entry: Option<usize>,
}

struct BracketScan<'t, 'o> {
    text: &'t str,
    outline: &'o mut Outline,
    open: Vec<OpenBrackets>,
}

impl BracketScan<'_, '_> {
    /// Takes in what stands at `at`; where the next thing does. Nothing at the end.
    fn step(&mut self, at: usize) -> Option<usize> {
        let first = self.text.get(at..)?.chars().next()?;
        let behind = at + first.len_utf8();
        match first {
            '{' | '[' => {
                let owner = self.owner(at);
                self.brackets(at, owner);
                Some(behind)
            }
            '}' | ']' => {
                self.finish();
                let closed = self.open.pop()?;
                if let Some(brackets) = self.outline.brackets.get_mut(closed.brackets) {
                    brackets.range.end = behind;
                }
                self.reach(behind);
                Some(behind)
            }
            ',' => {
                self.finish();
                Some(behind)
            }
            '\n' => (!self.is_key_of_next(behind)).then_some(behind),
            '#' if self.text.get(..at)?.ends_with([' ', '\t', '\n']) => Some(line_end(self.text, at)),
            ' ' | '\t' | '\r' => Some(behind),
            _ => Some(self.word(at).max(behind)),
        }
    }

    /// Whether a new key begins a line at `at`, so that the brackets above must have been meant to end.
    fn is_key_of_next(&self, at: usize) -> bool {
        let first = self.text.get(at..).and_then(|rest| rest.chars().next());
        first.is_some_and(|first| !first.is_whitespace()) && key_at(self.text, at, line_end(self.text, at)).is_some()
    }

    /// A key or a value that begins at `at`.
    fn word(&mut self, at: usize) -> usize {
        let rest = self.text.get(at..).unwrap_or_default();
        let quote = rest.chars().next().filter(|first| ['"', '\''].contains(first));
        let quoted = quote.and_then(|quote| rest.get(1..)?.find([quote, '\n'])).map_or(0, |end| end + 1);
        let tail = rest.get(quoted..).unwrap_or_default();
        // A quotation mark that closes belongs to the word.
        let closing = tail.len() - tail.strip_prefix(['"', '\'']).unwrap_or(tail).len();
        let from = quoted + closing;
        let tail = rest.get(from..).unwrap_or_default();
        let end = at + from + tail.find([',', '{', '}', '[', ']', '\n']).unwrap_or(tail.len());
        let is_new = self.open.last().is_some_and(|open| open.keys && open.entry.is_none());
        if let Some((key, behind, name)) = key_at(self.text, at, end).filter(|_| is_new) {
            let parent = self.parent();
            let value = skip_blanks(self.text, behind, end);
            let entry = self.outline.add(Entry { parent, name: Some(name), key, value: value..value, indent: None });
            if let Some(open) = self.open.last_mut() {
                open.entry = Some(entry);
            }
            return value;
        }
        self.reach(at + self.text.get(at..end).unwrap_or_default().trim_end().len());
        end
    }

    /// The value that is being read goes on to `end`.
    fn reach(&mut self, end: usize) {
        let entry = self.open.last().and_then(|open| open.entry);
        if let Some(entry) = entry.and_then(|entry| self.outline.entries.get_mut(entry)) {
            entry.value.end = end.max(entry.value.start);
        }
    }

    /// The value that is being read ends.
    fn finish(&mut self) {
        if let Some(open) = self.open.last_mut() {
            open.entry = None;
        }
    }

    /// The entry that the innermost brackets are the value of.
    fn parent(&self) -> Option<usize> {
        self.open.last().and_then(|open| self.outline.brackets.get(open.brackets)).and_then(|brackets| brackets.owner)
    }

    /// The entry that brackets at `at` are the value of: that of a key, or an item of a list.
    fn owner(&mut self, at: usize) -> Option<usize> {
        let open = self.open.last()?;
        if open.keys {
            return open.entry;
        }
        let parent = self.parent();
        Some(self.outline.add(Entry { parent, name: None, key: at..at + 1, value: at..at + 1, indent: None }))
    }

    fn brackets(&mut self, at: usize, owner: Option<usize>) {
        let keys = self.text.get(at..).is_some_and(|rest| rest.starts_with('{'));
        self.outline.brackets.push(Brackets { range: at..at + 1, owner, keys });
        self.open.push(OpenBrackets { brackets: self.outline.brackets.len() - 1, keys, entry: None });
    }

    /// All that is still open ends at `at`.
    fn give_up(&mut self, at: usize) {
        for open in self.open.drain(..) {
            if let Some(brackets) = self.outline.brackets.get_mut(open.brackets) {
                brackets.range.end = at;
            }
        }
    }
}
