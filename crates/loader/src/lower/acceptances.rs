//! 说明: why warnings are accepted.

use nianbao_model::report::Acceptance;

use super::fields::{Fields, Key, items};
use super::text;
use crate::session::{OpenFile, Sink};
use crate::yaml::Node;

const KEYS: [Key; 2] = [("规则", "code"), ("理由", "reason")];
const HELP: &str = "写作 - {规则: 代码, 理由: 为什么可以接受}";

pub(super) fn read(file: &OpenFile, sink: &mut Sink, node: &Node) -> Vec<Acceptance> {
    items(file, sink, node, "“说明”").iter().filter_map(|item| acceptance(file, sink, item)).collect()
}

fn acceptance(file: &OpenFile, sink: &mut Sink, node: &Node) -> Option<Acceptance> {
    let fields = Fields::read(file, sink, node, &KEYS, "“说明”的每一项")?;
    let [code, reason] = text::required(file, sink, &fields, &KEYS, HELP);
    Some(Acceptance { code: code?, reason: reason? })
}
