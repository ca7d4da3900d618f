//! 表内合计: totals as a source document states them.

use nianbao_model::form::KeyNode;
use nianbao_model::{Address, Diagnostic, Stated};

use super::super::fields::Fields;
use super::super::text::says_nothing;
use super::Reader;
use crate::codes::figures as codes;
use crate::nearest::listed;
use crate::yaml::{Content, Node};
use nianbao_model::number::Manner;

impl Reader<'_> {
    /// The totals below `node`.
    pub(in crate::lower) fn stated(&mut self, node: &Node) -> Vec<Stated> {
        let mut totals = Vec::new();
        if says_nothing(self.sink, node, "“表内合计”", "{}") {
            return totals;
        }
        self.totals(self.form.keys(), "表内合计", node, &mut totals);
        totals
    }

    /// A total that was written; a blank or a stroke states nothing.
    fn total(&mut self, address: &Address, node: &Node) -> Option<Stated> {
        let manner = self.understood(address, node).map(|number| number.manner);
        if manner == Some(Manner::Blank) {
            return None;
        }
        let value = self.number(address, node).value;
        manner.map(|_| Stated { address: address.clone(), value, span: node.span })
    }

    fn totals(&mut self, key: &KeyNode, name: &str, node: &Node, totals: &mut Vec<Stated>) {
        match (&key.address, &node.content) {
            (Some(address), content) if key.children.is_empty() || matches!(content, Content::Scalar(_)) => {
                totals.extend(self.total(address, node));
            }
            (None, Content::Scalar(_)) if !node.is_null() && !key.key.is_empty() => {
                let next = listed(key.children.iter().map(|child| child.key));
                let finding = Diagnostic::new(&codes::NO_TOTAL, format!("“{name}”没有合计"));
                self.sink.report(finding.at(node.span, "").help(format!("删去这一项，或写明是{next}中的哪一个。")));
            }
            _ => {
                let label = format!("“{name}”");
                let Some(fields) = Fields::of_totals(self.file, self.sink, node, key, &label) else { return };
                for child in &key.children {
                    if let Some(node) = fields.get(child) {
                        self.totals(child, child.key, node, totals);
                    }
                }
            }
        }
    }
}
