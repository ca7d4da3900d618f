//! 更正: corrections printed below a report.

use nianbao_model::Correction;

use super::fields::{Fields, Key, items};
use super::{date, text};
use crate::session::{OpenFile, Sink};
use crate::yaml::Node;

const KEYS: [Key; 2] = [("日期", "date"), ("内容", "text")];
const HELP: &str = "写作 - {日期: 2025-03-05, 内容: 表三“自然人”由 2 件更正为 1 件。}";

pub(super) fn read(file: &OpenFile, sink: &mut Sink, node: &Node) -> Vec<Correction> {
    items(file, sink, node, "“更正”").iter().filter_map(|item| correction(file, sink, item)).collect()
}

fn correction(file: &OpenFile, sink: &mut Sink, node: &Node) -> Option<Correction> {
    let fields = Fields::read(file, sink, node, &KEYS, "“更正”的每一项")?;
    let [date, content] = text::required(file, sink, &fields, &KEYS, HELP);
    Some(Correction { date: date::read(sink, &date?, "日期")?.value, text: content? })
}
