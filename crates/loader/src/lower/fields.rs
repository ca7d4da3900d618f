//! The entries of a mapping by their keys, Chinese or English.

use std::cell::LazyCell;

use nianbao_model::form::KeyNode;
use nianbao_model::{Diagnostic, Form, Span};

use super::before::Before;
use super::keys::{self, Known};
use super::syntax;
use crate::codes::yaml::SHAPE;
use crate::keys::{Group, Named, Names, report};
use crate::open_file::OpenFile;
use crate::session::Sink;
use crate::yaml::{self, Content, Entry, Meaning, Node};

/// The entries that are known, each once.
pub(super) struct Fields<'n> {
    pub(super) file: &'n OpenFile,
    /// The keys that may stand here.
    known: Vec<Names>,
    /// Those that do.
    found: Vec<(&'static str, &'n Entry)>,
    /// The keys below which something belongs that stands beside them.
    unindented: Vec<&'static str>,
    pub(super) span: Span,
}

impl<'n> Fields<'n> {
    /// The entries of `node`, which should be a mapping with the keys of `group`; what else it holds is reported. A value
    /// that was left out is a mapping without entries.
    pub(super) fn read(file: &'n OpenFile, sink: &mut Sink, node: &'n Node, group: &Group) -> Option<Self> {
        Self::known(file, sink, node, Known::all(names(group.keys.iter().copied())), group.label)
    }

    /// The entries of report.yaml as a whole.
    pub(super) fn of_report(file: &'n OpenFile, sink: &mut Sink, node: &'n Node, form: &'static Form) -> Option<Self> {
        let known = report::suggested(form).map(|key| (key.key(), key.name())).collect();
        Self::known(file, sink, node, Known::all(known), "文件内容")
    }

    /// The figures below `key` of a form, which messages call `label`. Totals are known but never asked for.
    pub(super) fn of_figures(
        file: &'n OpenFile,
        sink: &mut Sink,
        node: &'n Node,
        key: &KeyNode,
        label: &str,
    ) -> Option<Self> {
        let offered = key.children.iter().filter(|child| child.has_typed()).map(|child| child.key).collect();
        let known = Known { names: names(&key.children), offered, adds_up: true };
        Self::known(file, sink, node, known, label)
    }

    /// The totals below `key` of a form, which messages call `label`.
    pub(super) fn of_totals(
        file: &'n OpenFile,
        sink: &mut Sink,
        node: &'n Node,
        key: &KeyNode,
        label: &str,
    ) -> Option<Self> {
        Self::known(file, sink, node, Known::all(names(&key.children)), label)
    }

    fn known(file: &'n OpenFile, sink: &mut Sink, node: &'n Node, known: Known, label: &str) -> Option<Self> {
        let missed = syntax::missed_colons(file, node, &known.names);
        if !missed.is_empty() {
            sink.report_all(missed);
            return None;
        }
        let entries = entries(file, sink, node, label)?;
        let mut found: Vec<(&'static str, &Entry)> = Vec::new();
        let mut unindented = Vec::new();
        let mut before = Before::default();
        let unwritten = LazyCell::new(|| keys::unwritten(entries, &known));
        for entry in entries {
            let stands_before = before;
            before.pass(entry);
            let word = entry.key.value.as_str();
            let Some((key, _)) = known.names.iter().find(|(key, name)| [*key, *name].contains(&word)) else {
                unindented.extend(keys::unknown(file, sink, (&known, &unwritten), entry, stands_before));
                continue;
            };
            match found.iter().find(|(earlier, _)| earlier == key) {
                Some((_, first)) => sink.report(yaml::duplicate(&entry.key, first.key.span)),
                None => found.push((key, entry)),
            }
        }
        drop(unwritten);
        Some(Self { file, known: known.names, found, unindented, span: node.span })
    }

    /// The value of a key, if it is there.
    pub(super) fn get(&self, key: &impl Named) -> Option<&'n Node> {
        self.entry(key).map(|entry| &entry.value)
    }

    /// The entry of a key, if it is there.
    pub(super) fn entry(&self, key: &impl Named) -> Option<&'n Entry> {
        debug_assert!(self.known.iter().any(|(known, _)| *known == key.key()), "{} is no key here", key.key());
        self.found.iter().find(|(known, _)| *known == key.key()).map(|(_, entry)| *entry)
    }

    /// The entry, unless nothing stands in it because what belongs below it was written beside it.
    pub(super) fn filled(&self, key: &impl Named) -> Option<&'n Entry> {
        self.entry(key).filter(|entry| !(entry.value.is_absent() && self.unindented.contains(&key.key())))
    }

    /// Where a key stands; the start of the file where it does not.
    pub(super) fn place_of(&self, key: &impl Named) -> Span {
        self.entry(key).map_or(self.file.start(), |entry| entry.key.span)
    }
}

fn names<'k, K: Named + 'k>(keys: impl IntoIterator<Item = &'k K>) -> Vec<Names> {
    keys.into_iter().map(|key| (key.key(), key.name())).collect()
}

/// The entries of a mapping; anything else is reported.
fn entries<'n>(file: &OpenFile, sink: &mut Sink, node: &'n Node, label: &str) -> Option<&'n [Entry]> {
    match &node.content {
        Content::Map(entries) => Some(entries),
        Content::Scalar(_) if node.is_null() => Some(&[]),
        _ => {
            sink.report_all(not_a_mapping(file, node, label));
            None
        }
    }
}

fn not_a_mapping(file: &OpenFile, node: &Node, label: &str) -> Vec<Diagnostic> {
    let mistakes: Vec<Diagnostic> = yaml::syntax_findings(file, node.span.start..node.span.end).collect();
    if !mistakes.is_empty() {
        return mistakes;
    }
    let found = match &node.content {
        Content::List(_) => "这里是列表".to_owned(),
        Content::Scalar(scalar) if scalar.meaning() == Meaning::Number => format!("这里是数字 {}", scalar.text),
        _ => "这里是一段文字".to_owned(),
    };
    let finding = Diagnostic::new(&SHAPE, format!("{label}应为一组“名称: 值”，{found}"));
    vec![finding.at(start_of(file, node), "").help("每个名称另起一行，缩进两个空格，后面写半角冒号、空格和值。")]
}

/// The first line of a value, since a whole block would be marked otherwise.
pub(super) fn start_of(file: &OpenFile, node: &Node) -> Span {
    let written = file.text.get(node.span.start..node.span.end).unwrap_or("");
    let line = written.lines().next().unwrap_or("").trim_end();
    Span::new(node.span.file, node.span.start, node.span.start + line.len())
}
