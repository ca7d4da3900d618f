//! The styles (样式), by Word's own names, so that its Chinese edition calls them 标题 1, 正文文本 and so on; and the fonts.

use super::package::Package;
use super::page::{CHARACTER, FOLIO, LINE, TRACKING};
use super::xml::{WORD, Xml};
use crate::pdf::Role;

/// How far one line is from the next.
#[derive(Clone, Copy)]
enum Pitch {
    /// As the page's grid has it.
    Grid,
    /// So many twentieths of a point.
    Exactly(u32),
    /// As high as what stands in it.
    Content,
}

/// A style of paragraphs.
struct Paragraph {
    id: &'static str,
    name: &'static str,
    role: Role,
    /// The size of its characters, in half points.
    size: u32,
    pitch: Pitch,
    align: &'static str,
    /// Whether the first line is indented by two characters.
    indented: bool,
    /// Whether it never is the last line of a page.
    stays: bool,
    /// Its level in the outline, from 1.
    level: Option<u8>,
    /// The room below it, in twentieths of a point.
    after: u32,
}

const NORMAL: Paragraph = Paragraph {
    id: "Normal",
    name: "Normal",
    role: Role::Body,
    size: 32,
    pitch: Pitch::Grid,
    align: "both",
    indented: false,
    stays: false,
    level: None,
    after: 0,
};

const fn heading(level: u8, id: &'static str, name: &'static str, role: Role) -> Paragraph {
    Paragraph { id, name, role, indented: true, stays: true, level: Some(level), ..NORMAL }
}

const PARAGRAPHS: [Paragraph; 15] = [
    NORMAL,
    Paragraph { id: "BodyText", name: "Body Text", indented: true, ..NORMAL },
    Paragraph {
        id: "Title",
        name: "Title",
        role: Role::Title,
        size: 44,
        pitch: Pitch::Exactly(720),
        align: "center",
        stays: true,
        after: LINE,
        ..NORMAL
    },
    heading(1, "Heading1", "heading 1", Role::Heading1),
    heading(2, "Heading2", "heading 2", Role::Heading2),
    heading(3, "Heading3", "heading 3", Role::Body),
    heading(4, "Heading4", "heading 4", Role::Body),
    Paragraph { id: "ListParagraph", name: "List Paragraph", ..NORMAL },
    Paragraph { id: "Picture", name: "图片", pitch: Pitch::Content, align: "center", stays: true, ..NORMAL },
    Paragraph {
        id: "Caption",
        name: "caption",
        role: Role::Song,
        size: 21,
        pitch: Pitch::Exactly(320),
        align: "center",
        ..NORMAL
    },
    Paragraph {
        id: "TableText",
        name: "表格文字",
        role: Role::Song,
        size: 21,
        pitch: Pitch::Exactly(260),
        align: "center",
        ..NORMAL
    },
    Paragraph {
        id: "TableHeading",
        name: "表格标题",
        role: Role::Heading1,
        size: 21,
        pitch: Pitch::Exactly(260),
        align: "center",
        ..NORMAL
    },
    Paragraph { id: "TableNote", name: "表注", size: 21, pitch: Pitch::Exactly(320), ..NORMAL },
    Paragraph {
        id: "Footer",
        name: "footer",
        role: Role::Song,
        size: FOLIO / 10,
        pitch: Pitch::Exactly(FOLIO),
        ..NORMAL
    },
    Paragraph {
        id: "FootnoteText",
        name: "footnote text",
        size: 21,
        pitch: Pitch::Exactly(320),
        align: "left",
        ..NORMAL
    },
];

/// Styles of characters: emphasis is set in 楷体, strong emphasis in 黑体, as in the PDF.
const CHARACTERS: [(&str, &str, Role); 2] =
    [("Emphasis", "Emphasis", Role::Heading2), ("Strong", "Strong", Role::Heading1)];

/// Adds the styles and the table of fonts.
pub(super) fn add(package: &mut Package) {
    package.part("styles", "styles", styles());
    package.part("fontTable", "fontTable", fonts());
}

fn styles() -> Vec<u8> {
    Xml::document("w:styles", &[("xmlns:w", &WORD)], |xml| {
        xml.element("w:docDefaults", &[], defaults);
        for style in &PARAGRAPHS {
            paragraph(xml, style);
        }
        for (id, name, role) in CHARACTERS {
            style(xml, "character", id, name, |xml| xml.element("w:rPr", &[], |xml| font(xml, role)));
        }
        style(xml, "character", "FootnoteReference", "footnote reference", |xml| {
            xml.element("w:rPr", &[], |xml| xml.value("w:vertAlign", "superscript"));
        });
        style(xml, "table", "TableGrid", "Table Grid", |xml| {
            xml.element("w:tblPr", &[], |xml| xml.element("w:tblBorders", &[], borders));
        });
    })
}

fn defaults(xml: &mut Xml) {
    xml.element("w:rPrDefault", &[], |xml| {
        xml.element("w:rPr", &[], |xml| {
            font(xml, Role::Body);
            sizes(xml, NORMAL.size);
            xml.empty("w:lang", &[("w:val", &"en-US"), ("w:eastAsia", &"zh-CN")]);
        });
    });
    xml.element("w:pPrDefault", &[], |xml| {
        xml.element("w:pPr", &[], |xml| {
            xml.empty("w:widowControl", &[]);
        });
    });
}

fn paragraph(xml: &mut Xml, paragraph: &Paragraph) {
    style(xml, "paragraph", paragraph.id, paragraph.name, |xml| {
        xml.element("w:pPr", &[], |xml| paragraph.settings(xml));
        xml.element("w:rPr", &[], |xml| {
            font(xml, paragraph.role);
            xml.value("w:spacing", if paragraph.size == NORMAL.size { TRACKING } else { 0 });
            sizes(xml, paragraph.size);
        });
    });
}

impl Paragraph {
    fn settings(&self, xml: &mut Xml) {
        if self.stays {
            xml.empty("w:keepNext", &[]);
            xml.empty("w:keepLines", &[]);
        }
        let (line, rule) = match self.pitch {
            Pitch::Grid => (LINE, "exact"),
            Pitch::Exactly(line) => (line, "exact"),
            Pitch::Content => (240, "auto"),
        };
        // No mark hangs over the edge of a line, and no room is put between Chinese and digits.
        xml.value("w:overflowPunct", 0);
        xml.value("w:autoSpaceDE", 0);
        xml.value("w:autoSpaceDN", 0);
        if !matches!(self.pitch, Pitch::Grid) {
            xml.value("w:snapToGrid", 0);
        }
        xml.empty("w:spacing", &[("w:before", &0), ("w:after", &self.after), ("w:line", &line), ("w:lineRule", &rule)]);
        if self.indented {
            xml.empty("w:ind", &[("w:firstLineChars", &200), ("w:firstLine", &(2 * CHARACTER))]);
        }
        xml.value("w:jc", self.align);
        if let Some(level) = self.level {
            xml.value("w:outlineLvl", level - 1);
        }
    }
}

fn style(xml: &mut Xml, kind: &str, id: &str, name: &str, inner: impl FnOnce(&mut Xml)) {
    let head: [(&str, &dyn std::fmt::Display); 2] = [("w:type", &kind), ("w:styleId", &id)];
    let is_default: &[(&str, &dyn std::fmt::Display)] = if id == NORMAL.id { &[("w:default", &1)] } else { &[] };
    xml.element("w:style", &[&head, is_default].concat(), |xml| {
        xml.value("w:name", name);
        if kind == "paragraph" && id != NORMAL.id {
            xml.value("w:basedOn", NORMAL.id);
        }
        if id.starts_with("Heading") || id == "Title" {
            xml.value("w:next", "BodyText");
        }
        xml.empty("w:qFormat", &[]);
        inner(xml);
    });
}

/// The official font of a role, for letters and digits too.
pub(super) fn font(xml: &mut Xml, role: Role) {
    let Some(family) = role.official().first() else { return };
    let names: [(&str, &dyn std::fmt::Display); 4] =
        [("w:ascii", family), ("w:eastAsia", family), ("w:hAnsi", family), ("w:cs", family)];
    xml.empty("w:rFonts", &names);
}

/// The size of characters in half points.
pub(super) fn sizes(xml: &mut Xml, size: u32) {
    xml.value("w:sz", size);
    xml.value("w:szCs", size);
}

fn borders(xml: &mut Xml) {
    for side in ["top", "left", "bottom", "right", "insideH", "insideV"] {
        let line: [(&str, &dyn std::fmt::Display); 4] =
            [("w:val", &"single"), ("w:sz", &4), ("w:space", &0), ("w:color", &"000000")];
        xml.empty(&format!("w:{side}"), &line);
    }
}

/// The official fonts with the other names that their releases go by: on a machine without 仿宋_GB2312, 仿宋 serves.
fn fonts() -> Vec<u8> {
    Xml::document("w:fonts", &[("xmlns:w", &WORD)], |xml| {
        for role in Role::ALL {
            let Some((family, others)) = role.official().split_first() else { continue };
            xml.element("w:font", &[("w:name", family)], |xml| {
                xml.value("w:altName", others.join(","));
                xml.value("w:charset", 86);
            });
        }
    })
}
