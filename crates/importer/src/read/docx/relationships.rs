//! What a part of a package refers to (`_rels`).

use std::collections::BTreeMap;

use super::package::Package;
use super::xml;
use crate::read::ReadError;

/// How long an address can be.
const ADDRESS: usize = 2_000;

/// What a part refers to, by id.
#[derive(Debug, Clone, Default)]
pub(super) struct Relationships(BTreeMap<String, Target>);

#[derive(Debug, Clone)]
struct Target {
    kind: String,
    /// The path in the package, or the address outside.
    path: String,
    external: bool,
}

/// The path of the part with the text.
pub(super) fn main_part(package: &mut Package) -> Result<String, ReadError> {
    let named = Relationships::of(package, "")?.targets("officeDocument").next().map(str::to_owned);
    Ok(named.unwrap_or_else(|| "word/document.xml".to_owned()))
}

impl Relationships {
    /// What the part at `path` refers to; an empty path stands for the package.
    pub(super) fn of(package: &mut Package, path: &str) -> Result<Self, ReadError> {
        let (folder, name) = path.rsplit_once('/').map_or(("", path), |(folder, name)| (folder, name));
        let mut file = vec!["_rels".to_owned(), format!("{name}.rels")];
        if !folder.is_empty() {
            file.insert(0, folder.to_owned());
        }
        let Some(text) = package.text(&file.join("/"))? else { return Ok(Self::default()) };
        let tree = xml::parse(&text)?;
        let nodes = tree.root_element().children().filter(roxmltree::Node::is_element);
        let entry = |node: roxmltree::Node| {
            let kind = node.attribute("Type")?.rsplit('/').next()?.to_owned();
            let external = node.attribute("TargetMode") == Some("External");
            let target = node.attribute("Target")?;
            let path = if external { target.to_owned() } else { within(folder, target) };
            Some((node.attribute("Id")?.to_owned(), Target { kind, path, external }))
        };
        Ok(Self(nodes.filter_map(entry).collect()))
    }

    /// The paths of all parts of a kind.
    pub(super) fn targets<'a>(&'a self, kind: &'a str) -> impl Iterator<Item = &'a str> {
        let inside = self.0.values().filter(move |target| target.kind == kind && !target.external);
        inside.map(|target| target.path.as_str())
    }

    /// The path of the part that is meant by `id`, unless it is outside.
    pub(super) fn part(&self, id: &str) -> Option<&str> {
        self.0.get(id).filter(|target| !target.external).map(|target| target.path.as_str())
    }

    /// The address that is meant by `id`, if a reader could follow it.
    pub(super) fn address(&self, id: &str) -> Option<String> {
        let target = self.0.get(id).filter(|target| target.external)?;
        address(&target.path)
    }
}

/// An address on the web or of a mailbox; all others mean nothing outside the machine where they were written.
pub(super) fn address(text: &str) -> Option<String> {
    let text = text.trim();
    let known = ["http://", "https://", "mailto:"]
        .iter()
        .any(|scheme| text.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)));
    (known && text.len() <= ADDRESS && !text.chars().any(char::is_control)).then(|| text.to_owned())
}

/// A path in the package, as a part in `folder` names it.
fn within(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    let mut steps: Vec<&str> = if target.starts_with('/') { Vec::new() } else { folder.split('/').collect() };
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()),
            step => steps.push(step),
        }
    }
    steps.retain(|step| !step.is_empty());
    steps.join("/")
}
