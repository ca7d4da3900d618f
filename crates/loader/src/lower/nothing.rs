//! 无: a list or group of which there is nothing to say.

use nianbao_model::Diagnostic;

use super::number::is_blank;
use crate::codes::figures::BLANK;
use crate::session::Sink;
use crate::yaml::{Content, Node};

/// Whether a word or stroke for nothing stands where a list (`[]`) or a group (`{}`) belongs; the sink is told.
pub(super) fn read(sink: &mut Sink, node: &Node, what: &str, empty: &str) -> bool {
    let Content::Scalar(scalar) = &node.content else { return false };
    if node.is_null() || !is_blank(&scalar.text) {
        return false;
    }
    let finding = Diagnostic::new(&BLANK, format!("{what}写的是“{}”，按没有读取", scalar.text.trim()));
    let finding = finding.at(node.span, "").help(format!("没有就写 {empty}，或删去这一项。"));
    sink.report(finding.suggest(node.span, empty));
    true
}
