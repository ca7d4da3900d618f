//! The entries of a group by their keys, Chinese or English.

use nianbao_model::form::KeyNode;
use nianbao_model::{Diagnostic, Form, Span};

use crate::codes::{settings, yaml as codes};
use crate::desk::{Page, Sink};
use crate::nearest::{listed, nearest};
use crate::yaml::{self, Content, Entry, Meaning, Node};

/// A key and its English alias.
pub(super) type Key = (&'static str, &'static str);

/// The entries that are known, each once.
pub(super) struct Fields<'n> {
    found: Vec<(&'static str, &'n Entry)>,
    pub(super) span: Span,
}

impl<'n> Fields<'n> {
    /// The entries of `node`, which should be a group with `keys`; what else it holds is reported. A value that was
    /// left out is a group without entries.
    pub(super) fn read(page: &Page, sink: &mut Sink, node: &'n Node, keys: &[Key], what: &str) -> Option<Self> {
        let entries = entries(page, sink, node, what)?;
        let mut found: Vec<(&'static str, &Entry)> = Vec::new();
        for entry in entries {
            let Some((key, _)) = keys.iter().find(|(key, name)| [*key, *name].contains(&entry.key.value.as_str()))
            else {
                sink.report(unknown(page, entry, unwritten(entries, keys)));
                continue;
            };
            match found.iter().find(|(earlier, _)| earlier == key) {
                Some((_, first)) => sink.report(yaml::duplicate(&entry.key, first.key.span)),
                None => found.push((key, entry)),
            }
        }
        Some(Self { found, span: node.span })
    }

    pub(super) fn get(&self, key: &str) -> Option<&'n Node> {
        self.entry(key).map(|entry| &entry.value)
    }

    pub(super) fn entry(&self, key: &str) -> Option<&'n Entry> {
        self.found.iter().find(|(known, _)| *known == key).map(|(_, entry)| *entry)
    }
}

/// The keys that a mistyped one may stand for: those that are not there already.
fn unwritten(entries: &[Entry], keys: &[Key]) -> impl Iterator<Item = &'static str> + Clone {
    let written = move |word: &str| entries.iter().any(|entry| entry.key.value == word);
    keys.iter().filter(move |(key, name)| !written(key) && !written(name)).map(|(key, _)| *key)
}

/// The entries of a group; anything else is reported.
pub(super) fn entries<'n>(page: &Page, sink: &mut Sink, node: &'n Node, what: &str) -> Option<&'n [Entry]> {
    match &node.content {
        Content::Map(entries) => Some(entries),
        Content::Scalar(_) if node.is_null() => Some(&[]),
        _ => {
            sink.report_all(not_a_group(page, node, what));
            None
        }
    }
}

/// The items of a list; anything else is reported.
pub(super) fn items<'n>(page: &Page, sink: &mut Sink, node: &'n Node, what: &str) -> &'n [Node] {
    match &node.content {
        Content::List(items) => items,
        Content::Scalar(_) if node.is_null() => &[],
        _ => {
            let finding = Diagnostic::new(&codes::SHAPE, format!("{what}应为列表"));
            sink.report(finding.at(start_of(page, node), "").help("每一项另起一行，以“- ”开头；没有就写 []。"));
            &[]
        }
    }
}

/// A required value that is not there.
pub(super) fn missing(key: &str, at: Span, help: &str) -> Diagnostic {
    Diagnostic::new(&settings::MISSING_KEY, format!("缺少“{key}”")).at(at, "").help(help)
}

/// The first line of a value, since a whole block would be marked otherwise.
pub(super) fn start_of(page: &Page, node: &Node) -> Span {
    let written = page.text.get(node.span.start..node.span.end).unwrap_or("");
    let line = written.lines().next().unwrap_or("").trim_end();
    Span::new(node.span.file, node.span.start, node.span.start + line.len())
}

/// A key that nobody knows: a slip in writing, or a word near to a known one.
pub(super) fn unknown<'k>(page: &Page, entry: &Entry, known: impl Iterator<Item = &'k str> + Clone) -> Diagnostic {
    let word = entry.key.value.as_str();
    if let Some(slip) = slip(page, entry) {
        return slip;
    }
    let finding = Diagnostic::new(&settings::UNKNOWN_KEY, format!("无法识别“{word}”")).at(entry.key.span, "");
    if let [home] = homes(Form::latest().keys(), word).as_slice() {
        return finding.help(format!("“{word}”应写在“{home}”下面，比它多缩进两个空格。"));
    }
    match nearest(word, known.clone()) {
        Some(near) => finding.help(format!("是不是“{near}”？")).suggest(entry.key.span, near),
        None => finding.help(format!("这里可以写{}。", listed(known))),
    }
}

/// The keys of the form under which `word` belongs.
fn homes(key: &KeyNode, word: &str) -> Vec<&'static str> {
    let here = key.child(word).filter(|_| !key.key.is_empty()).map(|_| key.key);
    here.into_iter().chain(key.children.iter().flat_map(|child| homes(child, word))).collect()
}

/// `自然人：1` is a key without a value, and so is the second half of `1,234` within braces.
fn slip(page: &Page, entry: &Entry) -> Option<Diagnostic> {
    if let Some(finding) = yaml::mistakes(page, entry.key.span.start..entry.key.span.end).into_iter().next() {
        return Some(finding);
    }
    let digits = entry.key.value.bytes().all(|byte| byte.is_ascii_digit()) && entry.value.is_absent();
    digits.then(|| {
        Diagnostic::new(&codes::SHAPE, format!("花括号里的逗号用来隔开各项，“{}”成了单独的一项", entry.key.value))
            .at(entry.key.span, "")
            .help("数字里不加千位分隔符：1,234 写作 1234。")
    })
}

fn not_a_group(page: &Page, node: &Node, what: &str) -> Vec<Diagnostic> {
    let slips = yaml::mistakes(page, node.span.start..node.span.end);
    if !slips.is_empty() {
        return slips;
    }
    let found = match &node.content {
        Content::List(_) => "这里是列表".to_owned(),
        Content::Scalar(scalar) if scalar.meaning() == Meaning::Number => format!("这里是数字 {}", scalar.text),
        _ => "这里是一段文字".to_owned(),
    };
    let finding = Diagnostic::new(&codes::SHAPE, format!("{what}应为一组“名称: 值”，{found}"));
    vec![finding.at(start_of(page, node), "").help("每个名称另起一行，缩进两个空格，后面写半角冒号、空格和值。")]
}
