//! How changes of a text are put into words.

use nianbao_builder::html::{ChangeKind, ChangedLine, ChangedSegment, SegmentKind};
use nianbao_model::SectionKind;
use nianbao_workspace::changes::{BlockChange, BlockKind, FieldChange, TextBlock};

use crate::render::segments;

/// Longer values of keys are shown as texts with what of them changed.
const LONG: usize = 24;

/// A line of words alone.
pub(super) fn line(kind: ChangeKind, said: impl Into<String>) -> ChangedLine {
    ChangedLine { kind, said: said.into(), text: Vec::new() }
}

/// `一、总体情况`, or 编制说明.
pub(super) fn section(kind: Option<SectionKind>) -> String {
    kind.map_or_else(|| "编制说明".to_owned(), |kind| format!("{}、{}", kind.numeral(), kind.heading()))
}

/// A key whose value is another one.
pub(super) fn field(change: &FieldChange) -> Vec<ChangedLine> {
    let FieldChange { key, before, after } = change;
    let key = key.replace('.', "的");
    match (before.as_slice(), after.as_slice()) {
        ([old], [new]) if old.chars().count().max(new.chars().count()) > LONG => {
            vec![ChangedLine {
                kind: ChangeKind::Changed, said: format!("{key} 有改动："), text: segments(old, new)
            }]
        }
        ([old], [new]) => vec![line(ChangeKind::Changed, format!("{key} 由 {} 改为 {}", value(old), value(new)))],
        (old, new) => {
            let gone = old.iter().map(|old| line(ChangeKind::Removed, format!("{key} 删去：{}", value(old))));
            gone.chain(new.iter().map(|new| line(ChangeKind::Added, format!("{key} 增加：{}", value(new))))).collect()
        }
    }
}

fn value(text: &str) -> &str {
    match text {
        "" => "空白",
        "true" => "是",
        "false" => "否",
        text => text,
    }
}

/// A block of text that changed.
pub(super) fn block(change: &BlockChange) -> ChangedLine {
    match change {
        BlockChange::Added(block) => ChangedLine {
            kind: ChangeKind::Added,
            said: format!("增加{}{}：", one(block.kind), below(block)),
            text: whole(SegmentKind::Added, block),
        },
        BlockChange::Removed(block) => ChangedLine {
            kind: ChangeKind::Removed,
            said: format!("删去{}{}：", one(block.kind), below(block)),
            text: whole(SegmentKind::Removed, block),
        },
        BlockChange::Changed { before, after, moved, quoted } => ChangedLine {
            kind: ChangeKind::Changed,
            said: changed(before, after, *moved, *quoted),
            text: segments(&before.text, &after.text),
        },
        BlockChange::Moved { before, after } => ChangedLine {
            kind: ChangeKind::Moved,
            said: format!("{}换了位置，{}，文字没有变：", name(after), from(before, after)),
            text: whole(SegmentKind::Same, after),
        },
    }
}

fn changed(before: &TextBlock, after: &TextBlock, moved: bool, quoted: bool) -> String {
    let name = format!("{}{}", name(after), below(after));
    match (moved, quoted) {
        (true, _) => format!("{name}换了位置，{}，文字也有改动：", from(before, after)),
        (false, true) => format!("{name}引用的数随表改变："),
        (false, false) => format!("{name}有改动："),
    }
}

/// Where a block stood before.
fn from(before: &TextBlock, after: &TextBlock) -> String {
    if before.section == after.section {
        let under = before.under.as_ref().filter(|under| after.under.as_ref() != Some(*under));
        let under = under.map_or(String::new(), |under| format!("“{under}”之下的"));
        format!("原来是{under}{}", name(before))
    } else {
        format!("原来在“{}”里", section(before.section))
    }
}

fn one(kind: BlockKind) -> &'static str {
    if kind == BlockKind::Paragraph { "一段" } else { kind.title() }
}

fn name(block: &TextBlock) -> String {
    match block.kind {
        BlockKind::Paragraph => format!("第 {} 段", block.number),
        kind => kind.title().to_owned(),
    }
}

fn below(block: &TextBlock) -> String {
    let under = block.under.as_ref().filter(|_| block.kind != BlockKind::Heading);
    under.map_or_else(String::new, |under| format!("（在“{under}”之下）"))
}

fn whole(kind: SegmentKind, block: &TextBlock) -> Vec<ChangedSegment> {
    vec![ChangedSegment { kind, text: block.text.clone() }]
}
