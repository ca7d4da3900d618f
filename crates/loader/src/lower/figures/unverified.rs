//! 待核对: figures that an import could not read for certain, by themselves or a whole group in one word.

use nianbao_model::figures::UNVERIFIED;
use nianbao_model::form::KeyNode;
use nianbao_model::numbering::chinese_numeral;
use nianbao_model::{Address, Cell, Diagnostic, Figures, Span};

use super::Reader;
use crate::codes::figures as codes;
use crate::yaml::{Content, Node};

/// Whether a value says that it is to be looked up.
pub(super) fn is_meant(node: &Node) -> bool {
    matches!(&node.content, Content::Scalar(scalar) if scalar.text.trim() == UNVERIFIED)
}

/// What stands in a cell of which `span` says that.
pub(super) fn cell(span: Span) -> Cell {
    Cell { written: Some(UNVERIFIED.to_owned()), span: Some(span), ..Cell::default() }
}

/// Puts it in every cell below `key`.
pub(super) fn spread(key: &KeyNode, span: Span, figures: &mut Figures) {
    if let (Some(address), Some(_)) = (&key.address, key.typed) {
        figures.set(address, cell(span));
    }
    for child in &key.children {
        spread(child, span, figures);
    }
}

impl Reader<'_> {
    /// Says once for each table what is to be looked up.
    pub(super) fn tell_unverified(&mut self, figures: &Figures) {
        for table in &self.form.tables {
            let places = table.blocks.iter().flat_map(|block| {
                let whole = Address { block: block.index, rows: block.rows.whole(), columns: block.columns.whole() };
                whole.cells().collect::<Vec<_>>()
            });
            let open: Vec<(Address, Span)> = places
                .filter_map(|(block, row, column)| {
                    let cell = figures.at((block, row, column))?;
                    cell.waits()
                        .then_some((Address { block, rows: row..row + 1, columns: column..column + 1 }, cell.span?))
                })
                .collect();
            let Some((first, _)) = open.first() else { continue };
            let all = table.blocks.iter().map(|block| block.rows.whole().len() * block.columns.whole().len()).sum();
            let what = match open.len() {
                1 => self.form.label(first),
                count if count == all => {
                    format!("表{}“{}”的 {count} 个数", chinese_numeral(u32::from(table.id.number())), table.caption)
                }
                count => format!("{}等 {count} 个数", self.form.label(first)),
            };
            let mut spans: Vec<Span> = open.into_iter().map(|(_, span)| span).collect();
            spans.dedup();
            let finding = Diagnostic::new(&codes::UNVERIFIED, format!("{what}待核对")).unfinished().marked();
            let finding = spans.into_iter().fold(finding, |finding, span| finding.at(span, ""));
            self.sink.report(finding.help("查实以后，把“待核对”改为数字，没有的写 0；导入的，对照原件。"));
        }
    }
}
