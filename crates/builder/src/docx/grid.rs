//! Tables: rows of cells that may span others.

use super::document::Document;
use super::page::WIDTH;
use super::xml::Xml;

/// What holds for a whole table.
pub(super) struct Settings<'a> {
    /// How wide each column is.
    pub(super) widths: &'a [u32],
    /// How much room a cell keeps at its sides, and above and below its text.
    pub(super) margins: (u32, u32),
    /// What it is, for those who cannot see it.
    pub(super) caption: &'a str,
}

/// What a cell is to those above and below it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Merge {
    Alone,
    First,
    Covered,
}

/// A cell of a table, without what stands in it.
pub(super) struct Cell {
    pub(super) width: u32,
    pub(super) columns: usize,
    pub(super) merge: Merge,
    /// Whether its text reads downwards.
    pub(super) downwards: bool,
    /// The style of its paragraph.
    pub(super) style: &'static str,
    /// How its text is aligned, by Word's name for it.
    pub(super) align: &'static str,
    /// Whether its row stays on the page of the next.
    pub(super) stays: bool,
}

/// Adds a table with what `rows` add to it.
pub(super) fn table(document: &mut Document, settings: &Settings, rows: impl FnOnce(&mut Document)) {
    document.within("w:tbl", &[], |document| {
        document.xml.element("w:tblPr", &[], |xml| properties(xml, settings));
        document.xml.element("w:tblGrid", &[], |xml| {
            settings.widths.iter().for_each(|width| xml.empty("w:gridCol", &[("w:w", width)]));
        });
        rows(document);
    });
}

fn properties(xml: &mut Xml, settings: &Settings) {
    let Settings { widths, margins: (side, above), caption } = settings;
    let width: u32 = widths.iter().sum();
    xml.value("w:tblStyle", "TableGrid");
    xml.empty("w:tblW", &[("w:w", &width), ("w:type", &"dxa")]);
    xml.value("w:jc", "center");
    xml.empty("w:tblLayout", &[("w:type", &"fixed")]);
    xml.element("w:tblCellMar", &[], |xml| {
        for (name, margin) in [("top", above), ("left", side), ("bottom", above), ("right", side)] {
            xml.empty(&format!("w:{name}"), &[("w:w", margin), ("w:type", &"dxa")]);
        }
    });
    xml.value("w:tblCaption", caption);
}

/// A row, never torn apart by the end of a page; one of the head is repeated on each page.
pub(super) fn row(document: &mut Document, head: bool, cells: impl FnOnce(&mut Document)) {
    document.within("w:tr", &[], |document| {
        document.xml.element("w:trPr", &[], |xml| {
            xml.empty("w:cantSplit", &[]);
            if head {
                xml.empty("w:tblHeader", &[]);
            }
        });
        cells(document);
    });
}

/// A cell with one paragraph.
pub(super) fn cell(document: &mut Document, cell: &Cell, inner: impl FnOnce(&mut Document)) {
    document.within("w:tc", &[], |document| {
        document.xml.element("w:tcPr", &[], |xml| cell.properties(xml));
        document.with_settings(|xml| cell.paragraph(xml), inner);
    });
}

impl Cell {
    fn properties(&self, xml: &mut Xml) {
        xml.empty("w:tcW", &[("w:w", &self.width), ("w:type", &"dxa")]);
        if self.columns > 1 {
            xml.value("w:gridSpan", self.columns);
        }
        match self.merge {
            Merge::Alone => {}
            Merge::First => xml.value("w:vMerge", "restart"),
            Merge::Covered => xml.empty("w:vMerge", &[]),
        }
        if self.downwards {
            xml.value("w:textDirection", "tbRlV");
        }
        xml.value("w:vAlign", "center");
    }

    fn paragraph(&self, xml: &mut Xml) {
        xml.value("w:pStyle", self.style);
        if self.stays {
            xml.empty("w:keepNext", &[]);
        }
        xml.value("w:jc", self.align);
    }
}

/// Shares of the text area's width.
pub(super) fn shared(shares: &[usize], width: u32) -> Vec<u32> {
    let all = u32::try_from(shares.iter().sum::<usize>()).unwrap_or(1).max(1);
    shares.iter().map(|share| width * u32::try_from(*share).unwrap_or(1) / all).collect()
}

/// Columns of equal width over the whole text area.
pub(super) fn even(columns: usize) -> Vec<u32> {
    shared(&vec![1; columns], WIDTH)
}
