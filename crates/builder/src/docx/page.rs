//! The page of an official document (公文, GB/T 9704-2012): A4, a text area of 156 mm × 225 mm, 22 lines of 28 characters,
//! page numbers on the outer side.

use super::package::Package;
use super::xml::{RELATIONSHIPS, WORD, Xml};

/// The paper and its margins, in twentieths of a point (1440 an inch), the unit of Word's lengths: those of
/// `templates/pdf/page.typ`. What they leave is shared out below into 22 lines of 28 characters.
const PAGE: (u32, u32) = (11906, 16838);
const TOP: u32 = 2098;
const LEFT: u32 = 1588;
const RIGHT: u32 = 1474;
const BOTTOM: u32 = 1984;

/// How wide and how high the text area is.
pub(super) const WIDTH: u32 = PAGE.0 - LEFT - RIGHT;
pub(super) const HEIGHT: u32 = PAGE.1 - TOP - BOTTOM;

/// A line's share of 22, and a character's of 28.
pub(super) const LINE: u32 = HEIGHT / 22;
pub(super) const CHARACTER: u32 = WIDTH / 28;

/// How much narrower than its size a character of 16 points is set, so that 28 fill a line. A grid of characters
/// (`linesAndChars`) would say the same to Word alone: LibreOffice gives a character two of its cells.
pub(super) const TRACKING: i32 = -5;

/// The page number: its size, and where it stands from the lower edge, 7 mm below the text.
pub(super) const FOLIO: u32 = 280;
const FOOTER: u32 = BOTTOM - 397 - FOLIO;

/// Adds the footers and the settings.
pub(super) fn add(package: &mut Package) {
    package.part("settings", "settings", settings());
}

/// The footers, and the page as the end of the document's body has it.
pub(super) fn section(package: &mut Package) -> Xml {
    let odd = package.part("footer1", "footer", footer("right"));
    let even = package.part("footer2", "footer", footer("left"));
    let mut xml = Xml::default();
    xml.element("w:sectPr", &[], |xml| {
        xml.empty("w:footerReference", &[("w:type", &"default"), ("r:id", &odd)]);
        xml.empty("w:footerReference", &[("w:type", &"even"), ("r:id", &even)]);
        xml.empty("w:pgSz", &[("w:w", &PAGE.0), ("w:h", &PAGE.1)]);
        let margins: [(&str, &dyn std::fmt::Display); 7] = [
            ("w:top", &TOP),
            ("w:right", &RIGHT),
            ("w:bottom", &BOTTOM),
            ("w:left", &LEFT),
            ("w:header", &851),
            ("w:footer", &FOOTER),
            ("w:gutter", &0),
        ];
        xml.empty("w:pgMar", &margins);
        xml.empty("w:docGrid", &[("w:type", &"lines"), ("w:linePitch", &LINE)]);
    });
    xml
}

/// — 1 —, one character in from the edge that it stands at.
fn footer(side: &str) -> Vec<u8> {
    Xml::document("w:ftr", &[("xmlns:w", &WORD), ("xmlns:r", &RELATIONSHIPS)], |xml| {
        xml.element("w:p", &[], |xml| {
            xml.element("w:pPr", &[], |xml| {
                xml.value("w:pStyle", "Footer");
                xml.empty("w:ind", &[(&format!("w:{side}"), &FOLIO)]);
                xml.value("w:jc", side);
            });
            run(xml, |xml| text(xml, "— "));
            for part in ["begin", "", "end"] {
                run(xml, |xml| match part {
                    "" => xml.element("w:instrText", &[("xml:space", &"preserve")], |xml| xml.text(" PAGE ")),
                    _ => xml.empty("w:fldChar", &[("w:fldCharType", &part)]),
                });
            }
            run(xml, |xml| text(xml, " —"));
        });
    })
}

fn run(xml: &mut Xml, inner: impl FnOnce(&mut Xml)) {
    xml.element("w:r", &[], |xml| {
        east_asian(xml);
        inner(xml);
    });
}

fn text(xml: &mut Xml, text: &str) {
    xml.element("w:t", &[("xml:space", &"preserve")], |xml| xml.text(text));
}

/// Dashes and quotation marks are those of the Chinese font.
fn east_asian(xml: &mut Xml) {
    xml.element("w:rPr", &[], |xml| xml.empty("w:rFonts", &[("w:hint", &"eastAsia")]));
}

fn settings() -> Vec<u8> {
    Xml::document("w:settings", &[("xmlns:w", &WORD)], |xml| {
        xml.value("w:defaultTabStop", 2 * CHARACTER);
        xml.empty("w:evenAndOddHeaders", &[]);
        xml.value("w:characterSpacingControl", "compressPunctuation");
        xml.element("w:compat", &[], |xml| {
            xml.empty("w:useFELayout", &[]);
            let setting: [(&str, &dyn std::fmt::Display); 3] = [
                ("w:name", &"compatibilityMode"),
                ("w:uri", &"http://schemas.microsoft.com/office/word"),
                ("w:val", &15),
            ];
            xml.empty("w:compatSetting", &setting);
        });
        xml.empty("w:themeFontLang", &[("w:val", &"en-US"), ("w:eastAsia", &"zh-CN")]);
    })
}
