//! One cell: a number, or a number with a remark.

use nianbao_model::form::Content as CellKind;
use nianbao_model::{Address, Cell, Diagnostic, Spanned};

use super::fields::{self, Fields, Key};
use super::figures::Reader;
use super::number::{self, Manner};
use super::text;
use crate::codes::figures as codes;
use crate::yaml::{Content, Entry, Node};

const CELL: [Key; 2] = [("数", "value"), ("注", "remark")];

impl Reader<'_> {
    /// One cell: a number, or a number with a remark.
    pub(super) fn cell(&mut self, address: &Address, entry: &Entry) -> Cell {
        let Content::Map(entries) = &entry.value.content else { return self.number(address, &entry.value) };
        if entries.is_empty() {
            return Cell { span: Some(entry.value.span), ..Cell::default() };
        }
        let Some(fields) = Fields::read(self.file, self.sink, &entry.value, &CELL, "数和注") else {
            return Cell::default();
        };
        let cell = if let Some(node) = fields.get("数") {
            self.number(address, node)
        } else {
            let help = "写作 {数: 22, 注: 其中修订16件}；没有就写 0。";
            self.sink.report(fields::missing("数", entry.key.span, help));
            Cell { span: Some(entry.value.span), ..Cell::default() }
        };
        let remark = text::field(self.file, self.sink, &fields, "注").map(|remark| remark.value);
        Cell { remark, ..cell }
    }

    /// The figure of a value; where it is none, 0 with what was written.
    pub(super) fn number(&mut self, address: &Address, node: &Node) -> Cell {
        let Content::Scalar(scalar) = &node.content else {
            let message = format!("{}应为一个数字", self.form.label(address));
            let place = fields::start_of(self.file, node);
            self.sink.report(Diagnostic::new(&codes::NOT_A_NUMBER, message).at(place, "").help("只写一个数字。"));
            return Cell { span: Some(node.span), ..Cell::default() };
        };
        let written = Spanned::new(if node.is_null() { "" } else { &scalar.text }, node.span);
        let kept = || Some(written.value.to_owned());
        match number::read(written.value, self.content(address)) {
            Ok(number) => {
                let usual = number.manner == Manner::Usual;
                self.sink.report_all(self.remark_on(address, &number, &written));
                Cell {
                    value: number.value,
                    written: if usual { None } else { kept() },
                    remark: None,
                    span: Some(node.span),
                }
            }
            Err(wrong) => {
                self.sink.report(self.wrong(address, &wrong, &written));
                Cell { written: kept(), span: Some(node.span), ..Cell::default() }
            }
        }
    }

    /// The figure of a value, if it is one.
    pub(super) fn understood(&self, address: &Address, node: &Node) -> Option<number::Number> {
        let Content::Scalar(scalar) = &node.content else { return None };
        number::read(if node.is_null() { "" } else { &scalar.text }, self.content(address)).ok()
    }

    /// What kind of figure stands at `address`.
    pub(super) fn content(&self, address: &Address) -> CellKind {
        let leaf = self
            .form
            .block(address)
            .and_then(|(_, block)| block.columns.leaves.iter().find(|leaf| leaf.range.start == address.columns.start));
        match leaf.map(|leaf| leaf.item.content) {
            Some(content @ (CellKind::Amount | CellKind::Change)) => content,
            _ => CellKind::Count,
        }
    }
}
