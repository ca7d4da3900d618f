//! How a file is laid out around a node: brackets or lines, indentation, where things end.

use std::ops::Range;

use nianbao_model::Edit;

use super::lines;
use crate::open_file::OpenFile;
use crate::yaml::{Content, Entry, Node};

/// A stretch of a text and what comes in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Splice {
    pub(super) range: Range<usize>,
    pub(super) text: String,
}

impl Splice {
    pub(super) fn insert(at: usize, text: impl Into<String>) -> Self {
        Self { range: at..at, text: text.into() }
    }

    pub(super) fn delete(range: Range<usize>) -> Self {
        Self { range, text: String::new() }
    }

    /// The edit, unless it changes nothing.
    pub(super) fn edit(self, file: &OpenFile) -> Option<Edit> {
        let changes = file.text.get(self.range.clone()) != Some(self.text.as_str());
        changes.then(|| Edit { span: file.span(self.range), replacement: self.text })
    }
}

/// A node with what it hangs on.
#[derive(Debug, Clone, Copy)]
pub(super) struct Held<'n> {
    pub(super) node: &'n Node,
    /// Whether it stands within brackets.
    pub(super) within_flow: bool,
    pub(super) holder: Holder<'n>,
}

/// What a node hangs on.
#[derive(Debug, Clone, Copy)]
pub(super) enum Holder<'n> {
    /// Nothing: it is the whole file.
    File,
    /// The key of an entry.
    Key(&'n Entry),
    /// The dash or the brackets of a list.
    List,
}

impl<'n> Held<'n> {
    pub(super) fn root(node: &'n Node) -> Self {
        Self { node, within_flow: false, holder: Holder::File }
    }

    /// The value of one of its entries.
    pub(super) fn value(self, text: &str, entry: &'n Entry) -> Held<'n> {
        Held { node: &entry.value, within_flow: self.is_flow(text), holder: Holder::Key(entry) }
    }

    /// One of its items.
    pub(super) fn item(self, text: &str, item: &'n Node) -> Held<'n> {
        Held { node: item, within_flow: self.is_flow(text), holder: Holder::List }
    }

    /// Whether it is written within brackets itself.
    pub(super) fn is_flow(self, text: &str) -> bool {
        self.within_flow || is_flow(text, self.node)
    }

    /// Whether it is a pair within a list without braces of its own, `[甲: 1]`.
    pub(super) fn is_bare_pair(self, text: &str) -> bool {
        self.within_flow && matches!(self.node.content, Content::Map(_)) && !starts_with(text, self.node, ['{', '{'])
    }
}

/// Whether a mapping or a list is written within brackets of its own.
pub(super) fn is_flow(text: &str, node: &Node) -> bool {
    starts_with(text, node, ['{', '['])
}

fn starts_with(text: &str, node: &Node, marks: [char; 2]) -> bool {
    let collection = matches!(node.content, Content::Map(_) | Content::List(_));
    collection && text.get(node.span.start..).is_some_and(|rest| rest.starts_with(marks))
}

/// Where a node ends. A mapping in lines whose last value was left out ends with a colon.
pub(super) fn end(text: &str, node: &Node) -> usize {
    if is_flow(text, node) {
        return brackets_end(text, node).unwrap_or(node.span.end);
    }
    match &node.content {
        Content::Map(entries) => entries.last().map_or(node.span.end, |entry| entry_end(text, entry)),
        Content::List(items) => items.last().map_or(node.span.end, |item| end(text, item)),
        Content::Scalar(scalar) if scalar.plain => node.span.end,
        Content::Scalar(_) => quoted_end(text, node.span.start).unwrap_or(node.span.end),
    }
}

/// The byte behind the closing bracket. The parser ends brackets with a comment that stands in them last.
fn brackets_end(text: &str, node: &Node) -> Option<usize> {
    let inner = match &node.content {
        Content::Map(entries) => entries.last().map(|entry| entry_end(text, entry)),
        Content::List(items) => items.last().map(|item| end(text, item)),
        Content::Scalar(_) => return None,
    };
    let mut at = inner.unwrap_or(node.span.start + 1);
    loop {
        let rest = text.get(at..)?;
        at += match rest.chars().next()? {
            '}' | ']' => return Some(at + 1),
            '#' => rest.find('\n')?,
            mark if mark == ',' || mark.is_whitespace() => mark.len_utf8(),
            _ => return None,
        };
    }
}

/// The byte behind the closing quote of a value in quotes. The parser counts a comment behind it to the value.
fn quoted_end(text: &str, start: usize) -> Option<usize> {
    let rest = text.get(start..)?;
    let quote = rest.chars().next().filter(|mark| ['\'', '"'].contains(mark))?;
    let mut marks = rest.char_indices().skip(1).peekable();
    while let Some((at, mark)) = marks.next() {
        let doubled = mark == '\'' && marks.peek().is_some_and(|(_, next)| *next == '\'');
        if mark == '\\' && quote == '"' || mark == quote && quote == '\'' && doubled {
            marks.next();
        } else if mark == quote {
            return Some(start + at + 1);
        }
    }
    None
}

/// Where an entry ends.
pub(super) fn entry_end(text: &str, entry: &Entry) -> usize {
    if entry.value.is_absent() {
        return colon_end(text, entry).unwrap_or(entry.key.span.end);
    }
    end(text, &entry.value)
}

/// The byte behind the colon of an entry; within brackets there may be none.
pub(super) fn colon_end(text: &str, entry: &Entry) -> Option<usize> {
    let rest = text.get(entry.key.span.end..)?;
    let blank = rest.len() - rest.trim_start_matches([' ', '\t']).len();
    rest.get(blank..)?.starts_with(':').then_some(entry.key.span.end + blank + 1)
}

/// The indentation of lines that stand below the first one of `at`, which may follow dashes; nothing where
/// anything else precedes it.
pub(super) fn indentation(text: &str, at: usize) -> Option<String> {
    let before = text.get(lines::start(text, at)..at)?;
    before.chars().all(|c| c == ' ' || c == '-').then(|| " ".repeat(before.len()))
}

/// By how many spaces the file indents: as its first mapping below another in lines does, else two.
pub(super) fn unit(text: &str, root: &Node) -> usize {
    fn find(text: &str, node: &Node) -> Option<usize> {
        match &node.content {
            Content::Map(entries) if !is_flow(text, node) => entries.iter().find_map(|entry| {
                let inner = match &entry.value.content {
                    Content::Map(below) if !is_flow(text, &entry.value) => below.first(),
                    _ => None,
                };
                let column = |at: usize| at - lines::start(text, at);
                let step = inner.map(|inner| column(inner.key.span.start).saturating_sub(column(entry.key.span.start)));
                step.filter(|step| *step > 0).or_else(|| find(text, &entry.value))
            }),
            _ => None,
        }
    }
    find(text, root).unwrap_or(2)
}
