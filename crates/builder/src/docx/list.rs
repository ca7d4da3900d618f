//! Lists: how they are marked, and that each begins with its own number.

use super::page::CHARACTER;
use super::xml::{WORD, Xml};

/// How deep lists may stand in each other.
const LEVELS: u32 = 9;

/// The two kinds of lists, as numbering.xml has them.
const BULLETS: usize = 0;
const NUMBERS: usize = 1;

/// The lists of a document, in order.
#[derive(Debug, Default)]
pub(super) struct Lists(Vec<List>);

#[derive(Debug)]
struct List {
    level: u32,
    start: Option<u64>,
}

impl Lists {
    /// A list at a level, from 0. Says by which number its items refer to it.
    pub(super) fn add(&mut self, level: u32, start: Option<u64>) -> usize {
        self.0.push(List { level: level.min(LEVELS - 1), start });
        self.0.len()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// numbering.xml.
    pub(super) fn xml(&self) -> Vec<u8> {
        Xml::document("w:numbering", &[("xmlns:w", &WORD)], |xml| {
            for kind in [BULLETS, NUMBERS] {
                xml.element("w:abstractNum", &[("w:abstractNumId", &kind)], |xml| {
                    xml.value("w:multiLevelType", "hybridMultilevel");
                    (0..LEVELS).for_each(|level| self::level(xml, kind, level));
                });
            }
            for (number, list) in (1..).zip(&self.0) {
                xml.element("w:num", &[("w:numId", &number)], |xml| {
                    xml.value("w:abstractNumId", if list.start.is_some() { NUMBERS } else { BULLETS });
                    if let Some(start) = list.start {
                        xml.element("w:lvlOverride", &[("w:ilvl", &list.level)], |xml| {
                            xml.value("w:startOverride", start);
                        });
                    }
                });
            }
        })
    }
}

fn level(xml: &mut Xml, kind: usize, level: u32) {
    let (format, text) = match (kind, level) {
        (BULLETS, _) => ("bullet", "•".to_owned()),
        (_, 0) => ("decimal", "%1.".to_owned()),
        (_, 1) => ("decimal", "（%2）".to_owned()),
        _ => ("decimalEnclosedCircle", format!("%{}", level + 1)),
    };
    xml.element("w:lvl", &[("w:ilvl", &level)], |xml| {
        xml.value("w:start", 1);
        xml.value("w:numFmt", format);
        xml.value("w:lvlText", text);
        xml.value("w:lvlJc", "left");
        xml.element("w:pPr", &[], |xml| {
            xml.empty(
                "w:ind",
                &[("w:left", &indent(kind == NUMBERS, level)), ("w:hanging", &hanging(kind == NUMBERS, level))],
            );
        });
    });
}

/// Where the text of an item begins.
pub(super) fn indent(numbered: bool, level: u32) -> u32 {
    let outer: u32 = (0..level).map(|level| hanging(numbered, level)).sum();
    2 * CHARACTER + outer + hanging(numbered, level)
}

/// How wide a mark is.
fn hanging(numbered: bool, level: u32) -> u32 {
    if numbered && level == 1 { 2 * CHARACTER } else { CHARACTER + CHARACTER / 4 }
}
