//! numbering.xml: how lists are numbered.

use std::collections::BTreeMap;

use roxmltree::Node;

use super::list::Lists;
use super::package::Package;
use super::relationships::Relationships;
use super::scheme::{LEVELS, Level, Numbering, Scheme};
use super::styles::Styles;
use super::xml::{self, child, number, value, word};
use crate::read::ReadError;

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
