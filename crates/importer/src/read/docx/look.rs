//! How paragraphs and characters look, as far as it tells what they are.

use roxmltree::Node;

use super::xml::{child, number, switch, value};

/// What properties say; nothing where they say nothing of it.
#[derive(Debug, Clone, Default)]
pub(super) struct RunLook {
    /// The level in the outline, from 1; 0 is running text.
    pub(super) outline: Option<u8>,
    /// Whether it stands in the middle.
    pub(super) centred: Option<bool>,
    /// The list that it belongs to, 0 for none.
    pub(super) list: Option<u32>,
    /// The level in that list, from 0.
    pub(super) level: Option<usize>,
    /// Bold.
    pub(super) bold: Option<bool>,
    /// Italic.
    pub(super) italic: Option<bool>,
    /// Not shown.
    pub(super) hidden: Option<bool>,
    /// Struck through.
    pub(super) struck: Option<bool>,
    /// Small and above the line.
    pub(super) raised: Option<bool>,
}

impl RunLook {
    /// What the properties of a paragraph (`pPr`) say of it.
    pub(super) fn of_paragraph(properties: Node) -> Self {
        let outline = number::<u8>(properties, "outlineLvl");
        let list = child(properties, "numPr");
        Self {
            outline: outline.map(|level| if level < 9 { level + 1 } else { 0 }),
            centred: value(properties, "jc").map(|side| side == "center"),
            list: list.and_then(|list| number(list, "numId")),
            level: list.and_then(|list| number(list, "ilvl")),
            ..Self::default()
        }
    }

    /// What the properties of characters (`rPr`) say of them.
    pub(super) fn of_run(properties: Node) -> Self {
        let struck = switch(properties, "strike").into_iter().chain(switch(properties, "dstrike"));
        Self {
            bold: switch(properties, "b"),
            italic: switch(properties, "i"),
            hidden: switch(properties, "vanish"),
            struck: struck.reduce(|one, two| one || two),
            raised: value(properties, "vertAlign").map(|place| place == "superscript"),
            ..Self::default()
        }
    }

    /// What this says, and where it says nothing, what `other` says.
    pub(super) fn or(self, other: &Self) -> Self {
        Self {
            outline: self.outline.or(other.outline),
            centred: self.centred.or(other.centred),
            list: self.list.or(other.list),
            level: self.level.or(other.level),
            bold: self.bold.or(other.bold),
            italic: self.italic.or(other.italic),
            hidden: self.hidden.or(other.hidden),
            struck: self.struck.or(other.struck),
            raised: self.raised.or(other.raised),
        }
    }
}
