//! The entries of a group by their keys, Chinese or English.

use nianbao_model::{Diagnostic, Span};

use super::{nothing, slips, unknown};
use crate::codes::{settings, yaml as codes};
use crate::session::{OpenFile, Sink};
use crate::yaml::{self, Content, Entry, Meaning, Node};

/// A key and its English alias.
pub(super) type Key = (&'static str, &'static str);

/// The entries that are known, each once.
pub(super) struct Fields<'n> {
    found: Vec<(&'static str, &'n Entry)>,
    /// The keys below which something belongs that stands beside them.
    misplaced: Vec<&'static str>,
    pub(super) span: Span,
}

impl<'n> Fields<'n> {
    /// The entries of `node`, which should be a group with `keys`; what else it holds is reported. A value that was
    /// left out is a group without entries.
    pub(super) fn read(file: &OpenFile, sink: &mut Sink, node: &'n Node, keys: &[Key], what: &str) -> Option<Self> {
        let missed = slips::missed_colons(file, node, keys);
        if !missed.is_empty() {
            sink.report_all(missed);
            return None;
        }
        let entries = entries(file, sink, node, what)?;
        let mut found: Vec<(&'static str, &Entry)> = Vec::new();
        let mut misplaced = Vec::new();
        for (at, entry) in entries.iter().enumerate() {
            let Some((key, _)) = keys.iter().find(|(key, name)| [*key, *name].contains(&entry.key.value.as_str()))
            else {
                misplaced.extend(unknown::report(file, sink, keys, entries, at));
                continue;
            };
            match found.iter().find(|(earlier, _)| earlier == key) {
                Some((_, first)) => sink.report(yaml::duplicate(&entry.key, first.key.span)),
                None => found.push((key, entry)),
            }
        }
        Some(Self { found, misplaced, span: node.span })
    }

    pub(super) fn get(&self, key: &str) -> Option<&'n Node> {
        self.entry(key).map(|entry| &entry.value)
    }

    pub(super) fn entry(&self, key: &str) -> Option<&'n Entry> {
        self.found.iter().find(|(known, _)| *known == key).map(|(_, entry)| *entry)
    }

    /// The entry, unless nothing stands in it because what belongs below it was written beside it.
    pub(super) fn filled(&self, key: &str) -> Option<&'n Entry> {
        self.entry(key).filter(|entry| !(entry.value.is_absent() && self.misplaced.contains(&key)))
    }
}

/// The entries of a group; anything else is reported.
pub(super) fn entries<'n>(file: &OpenFile, sink: &mut Sink, node: &'n Node, what: &str) -> Option<&'n [Entry]> {
    match &node.content {
        Content::Map(entries) => Some(entries),
        Content::Scalar(_) if node.is_null() => Some(&[]),
        _ => {
            sink.report_all(not_a_group(file, node, what));
            None
        }
    }
}

/// The items of a list; anything else is reported.
pub(super) fn items<'n>(file: &OpenFile, sink: &mut Sink, node: &'n Node, what: &str) -> &'n [Node] {
    match &node.content {
        Content::List(items) => items,
        Content::Scalar(_) if node.is_null() || nothing::read(sink, node, what, "[]") => &[],
        _ => {
            let finding = Diagnostic::new(&codes::SHAPE, format!("{what}应为列表"));
            sink.report(finding.at(start_of(file, node), "").help("每一项另起一行，以“- ”开头；没有就写 []。"));
            &[]
        }
    }
}

/// A required value that is not there.
pub(super) fn missing(key: &str, at: Span, help: &str) -> Diagnostic {
    Diagnostic::new(&settings::MISSING_KEY, format!("缺少“{key}”")).at(at, "").help(help)
}

/// The first line of a value, since a whole block would be marked otherwise.
pub(super) fn start_of(file: &OpenFile, node: &Node) -> Span {
    let written = file.text.get(node.span.start..node.span.end).unwrap_or("");
    let line = written.lines().next().unwrap_or("").trim_end();
    Span::new(node.span.file, node.span.start, node.span.start + line.len())
}

fn not_a_group(file: &OpenFile, node: &Node, what: &str) -> Vec<Diagnostic> {
    let slips = yaml::mistakes(file, node.span.start..node.span.end);
    if !slips.is_empty() {
        return slips;
    }
    let found = match &node.content {
        Content::List(_) => "这里是列表".to_owned(),
        Content::Scalar(scalar) if scalar.meaning() == Meaning::Number => format!("这里是数字 {}", scalar.text),
        _ => "这里是一段文字".to_owned(),
    };
    let finding = Diagnostic::new(&codes::SHAPE, format!("{what}应为一组“名称: 值”，{found}"));
    vec![finding.at(start_of(file, node), "").help("每个名称另起一行，缩进两个空格，后面写半角冒号、空格和值。")]
}
