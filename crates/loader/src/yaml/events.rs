//! From the parser's events to the tree. The stack is our own, so that depth costs no call stack.

use std::collections::BTreeMap;
use std::ops::Range;

use nianbao_model::{Diagnostic, Span, Spanned};
use saphyr_parser::{Event, Parser, ScalarStyle, Tag};

use super::offsets::Offsets;
use super::scalar::Scalar;
use super::syntax;
use super::tree::{Content, Entry, Node};
use crate::characters;
use crate::codes::yaml;
use crate::open_file::OpenFile;
use crate::session::Sink;

const DEEPEST: usize = 32;

/// The tree of a file, or what stopped reading.
pub(super) fn tree(file: &OpenFile, sink: &mut Sink) -> Result<Node, Box<Diagnostic>> {
    let offsets = Offsets::new(&file.text);
    let mut builder = Builder { file, sink, open: Vec::new(), root: None };
    let mut documents = 0;
    for event in Parser::new_from_str(&file.text) {
        let (event, span) = event.map_err(|error| Box::new(syntax::explain(file, &offsets, &error)))?;
        let range = offsets.range(file, span);
        if let Event::DocumentStart(_) = event {
            documents += 1;
        }
        if documents > 1 {
            builder.refuse(range, "一个文件里只能有一份内容，这里又以“---”开始了一份", "删去“---”和它下面的内容。");
            break;
        }
        builder.take(event, range)?;
    }
    Ok(builder.root.unwrap_or_else(|| nothing(file, 0..0)))
}

/// A list or map that is not yet complete.
struct Open {
    start: usize,
    kind: OpenKind,
}

enum OpenKind {
    List(Vec<Node>),
    /// With where each key stands first.
    Map {
        entries: Vec<Entry>,
        key: Option<Spanned<String>>,
        places: BTreeMap<String, Span>,
    },
}

struct Builder<'p> {
    file: &'p OpenFile,
    sink: &'p mut Sink,
    open: Vec<Open>,
    root: Option<Node>,
}

impl Builder<'_> {
    fn take(&mut self, event: Event<'_>, range: Range<usize>) -> Result<(), Box<Diagnostic>> {
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                self.refuse_extras(anchor, tag.as_deref(), &range);
                let plain = style == ScalarStyle::Plain;
                let written = self.file.text.get(range.clone()).unwrap_or_default();
                self.sink.report_all(characters::in_signs(&text, written, self.file.span(range.clone())));
                self.complete(Content::Scalar(Scalar { text: text.into_owned(), plain }), range);
            }
            Event::SequenceStart(anchor, tag) => {
                self.refuse_extras(anchor, tag.as_deref(), &range);
                self.open(range, OpenKind::List(Vec::new()))?;
            }
            Event::MappingStart(anchor, tag) => {
                self.refuse_extras(anchor, tag.as_deref(), &range);
                self.open(range, OpenKind::Map { entries: Vec::new(), key: None, places: BTreeMap::new() })?;
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(&range),
            Event::Alias(_) => {
                self.refuse(range.clone(), "不支持用“*”引用别处的内容", "把内容直接写在这里。");
                self.complete(Content::Map(Vec::new()), range);
            }
            Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentStart(_) | Event::DocumentEnd => {}
        }
        Ok(())
    }

    fn open(&mut self, range: Range<usize>, kind: OpenKind) -> Result<(), Box<Diagnostic>> {
        if self.open.len() >= DEEPEST {
            let span = self.file.span(range);
            let finding = Diagnostic::new(&yaml::TOO_DEEP, format!("内容最多 {DEEPEST} 层，这里更深"));
            return Err(Box::new(finding.at(span, "").help("检查前后的括号和缩进。")));
        }
        self.open.push(Open { start: range.start, kind });
        Ok(())
    }

    fn close(&mut self, range: &Range<usize>) {
        let Some(Open { start, kind }) = self.open.pop() else { return };
        let (content, last) = match kind {
            OpenKind::List(items) => {
                let last = items.last().map(|item| item.span.end);
                (Content::List(items), last)
            }
            OpenKind::Map { entries, .. } => {
                let last = entries.last().map(|entry| entry.value.span.end.max(entry.key.span.end));
                (Content::Map(entries), last)
            }
        };
        // A block ends with its last value; only brackets have an end of their own.
        let end = last.unwrap_or(start).max(if range.is_empty() { start } else { range.end });
        self.complete(content, start..end);
    }

    /// A value is complete: it is a key, the value of a key, an item, or the whole.
    fn complete(&mut self, content: Content, range: Range<usize>) {
        let span = self.file.span(range.clone());
        let Some(top) = self.open.last_mut() else {
            self.root = Some(Node { content, span });
            return;
        };
        match &mut top.kind {
            OpenKind::List(items) => items.push(Node { content, span }),
            OpenKind::Map { entries, key, places } => match key.take() {
                None => {
                    *key = Some(Spanned::new(String::new(), span));
                    match content {
                        Content::Scalar(scalar) => *key = Some(Spanned::new(scalar.text, span)),
                        _ => self.refuse(range, "名称应是几个字，这里是一组内容", "检查花括号、方括号的位置。"),
                    }
                }
                Some(key) => {
                    let absent = matches!(&content, Content::Scalar(scalar) if scalar.plain && scalar.text.is_empty());
                    let span = if absent { key.span } else { span };
                    if let Some(first) = places.get(&key.value) {
                        self.sink.report(duplicate(&key, *first));
                    } else {
                        places.insert(key.value.clone(), key.span);
                        entries.push(Entry { key, value: Node { content, span } });
                    }
                }
            },
        }
    }

    fn refuse_extras(&mut self, anchor: usize, tag: Option<&Tag>, range: &Range<usize>) {
        if anchor > 0 {
            self.refuse(
                range.clone(),
                "不支持用“&”给内容起名",
                "删去“&”和后面的名字；文字以“&”开头的，给整个值加上引号。",
            );
        }
        if tag.is_some() {
            self.refuse(range.clone(), "不支持用“!”标记内容", "删去“!”开头的标记；文字以“!”开头的，给整个值加上引号。");
        }
    }

    fn refuse(&mut self, range: Range<usize>, message: &str, help: &str) {
        let span = self.file.span(range);
        self.sink.report(Diagnostic::new(&yaml::UNSUPPORTED, message).at(span, "").help(help));
    }
}

fn nothing(file: &OpenFile, range: Range<usize>) -> Node {
    Node { content: Content::Scalar(Scalar { text: String::new(), plain: true }), span: file.span(range) }
}

/// What to say of a key that stands in the same map already, at `first`.
pub(crate) fn duplicate(key: &Spanned<String>, first: Span) -> Diagnostic {
    Diagnostic::new(&yaml::DUPLICATE, format!("“{}”写了两次", key.value))
        .at(key.span, "第二次")
        .see(first, "第一次")
        .help("核对后删去其中一个。")
}
