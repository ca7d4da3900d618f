//! numbering.xml: how lists are numbered.

use std::collections::BTreeMap;

use roxmltree::Node;

use super::list::Lists;
use super::package::Package;
use super::relationships::Relationships;
use super::styles::Styles;
use super::xml::{self, child, number, value, word};
use crate::read::ReadError;

/// How deep lists can stand in each other.
pub(super) const LEVELS: usize = 9;

/// How the items of a level are numbered.
#[derive(Debug, Clone)]
pub(super) struct Level {
    /// The first number.
    pub(super) start: u64,
    /// The numerals, by Word's name for them.
    pub(super) format: String,
    /// The mark, with `%1` for the number of the first level.
    pub(super) text: String,
    /// The style whose paragraphs stand on this level.
    pub(super) style: Option<String>,
    /// The level, from 1, whose items make this one begin anew; 0 where none does.
    pub(super) restart: Option<usize>,
    /// Whether all numbers in the mark are shown as digits.
    pub(super) digits: bool,
    /// Whether a blank divides mark and text.
    pub(super) spaced: bool,
}

impl Default for Level {
    fn default() -> Self {
        let (format, text) = ("decimal".to_owned(), String::new());
        Self { start: 1, format, text, style: None, restart: None, digits: false, spaced: false }
    }
}

/// A way to number that lists can share.
#[derive(Debug, Clone, Default)]
pub(super) struct Scheme {
    /// Its levels.
    pub(super) levels: BTreeMap<usize, Level>,
    /// The style by which it takes over another's levels.
    link: Option<String>,
}

/// A list.
#[derive(Debug, Clone, Default)]
pub(super) struct Numbering {
    /// The scheme that it follows; lists of one scheme count on.
    pub(super) scheme: u32,
    /// With what it begins on some levels.
    pub(super) starts: BTreeMap<usize, u64>,
    /// Where it differs from its scheme.
    pub(super) levels: BTreeMap<usize, Level>,
}

/// The lists of the document.
pub(super) fn read(package: &mut Package, links: &Relationships, styles: &Styles) -> Result<Lists, ReadError> {
    let Some(path) = links.targets("numbering").next().map(str::to_owned) else { return Ok(Lists::default()) };
    let Some(text) = package.text(&path)? else { return Ok(Lists::default()) };
    let tree = xml::parse(&text)?;
    let of = |name: &'static str| tree.root_element().children().filter(move |node| word(*node) == name);
    let id = |node: Node, name: &str| node.attribute(name).and_then(|id| id.trim().parse::<u32>().ok());
    let mut schemes: BTreeMap<u32, Scheme> =
        of("abstractNum").filter_map(|node| Some((id(node, "abstractNumId")?, scheme(node)))).collect();
    let numberings: BTreeMap<u32, Numbering> =
        of("num").filter_map(|node| Some((id(node, "numId")?, numbering(node)?))).collect();
    take_over(&mut schemes, &numberings, styles);
    Ok(Lists::new(schemes, numberings))
}

fn scheme(node: Node) -> Scheme {
    let levels = node.children().filter(|node| word(*node) == "lvl");
    Scheme {
        levels: levels.filter_map(|node| Some((level_number(node)?, level(node)))).collect(),
        link: value(node, "numStyleLink").map(str::to_owned),
    }
}

fn level_number(node: Node) -> Option<usize> {
    node.attribute("ilvl")?.trim().parse().ok().filter(|level| *level < LEVELS)
}

fn level(node: Node) -> Level {
    // A format that older programs do not know stands within a choice.
    let format = node.descendants().find(|node| word(*node) == "numFmt").and_then(|node| node.attribute("val"));
    Level {
        start: number(node, "start").unwrap_or(0),
        format: format.unwrap_or("decimal").to_owned(),
        text: value(node, "lvlText").unwrap_or_default().to_owned(),
        style: value(node, "pStyle").map(str::to_owned),
        restart: number(node, "lvlRestart"),
        digits: xml::switch(node, "isLgl").unwrap_or_default(),
        spaced: value(node, "suff") == Some("space"),
    }
}

fn numbering(node: Node) -> Option<Numbering> {
    let mut numbering = Numbering { scheme: number(node, "abstractNumId")?, ..Numbering::default() };
    for change in node.children().filter(|node| word(*node) == "lvlOverride") {
        let Some(at) = level_number(change) else { continue };
        numbering.starts.extend(number(change, "startOverride").map(|start| (at, start)));
        numbering.levels.extend(child(change, "lvl").map(|node| (at, level(node))));
    }
    Some(numbering)
}

/// Gives the schemes that only name a style the levels of the scheme that this style has.
fn take_over(schemes: &mut BTreeMap<u32, Scheme>, numberings: &BTreeMap<u32, Numbering>, styles: &Styles) {
    let found: Vec<(u32, BTreeMap<usize, Level>)> = schemes
        .iter()
        .filter_map(|(id, scheme)| {
            let list = styles.characters(Some(scheme.link.as_deref()?)).look.list?;
            let source = schemes.get(&numberings.get(&list)?.scheme)?;
            Some((*id, source.levels.clone()))
        })
        .collect();
    for (id, levels) in found {
        if let Some(scheme) = schemes.get_mut(&id).filter(|scheme| scheme.levels.is_empty()) {
            scheme.levels = levels;
        }
    }
}
