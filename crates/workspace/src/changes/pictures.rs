//! Pictures by their names.

use std::collections::{BTreeMap, BTreeSet};

use nianbao_model::{Report, Site};

/// A picture that changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PictureChange {
    /// Its file name.
    pub name: String,
    /// What became of it.
    pub event: PictureEvent,
}

/// What became of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PictureEvent {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It shows something else.
    Changed,
}

/// The pictures of a report.
pub(super) fn of_report(before: &Report, after: &Report) -> Vec<PictureChange> {
    let pictures = |report: &Report| {
        report.images.iter().map(|(name, image)| (name.clone(), image.bytes.clone())).collect::<BTreeMap<_, _>>()
    };
    changes(&pictures(before), &pictures(after))
}

/// The sign of the site.
pub(super) fn of_site(before: &Site, after: &Site) -> Vec<PictureChange> {
    let pictures = |site: &Site| {
        let picture = site.emblem.iter().filter_map(|emblem| emblem.picture.as_ref());
        picture.map(|picture| (picture.name.clone(), picture.bytes.clone())).collect::<BTreeMap<_, _>>()
    };
    changes(&pictures(before), &pictures(after))
}

fn changes(before: &BTreeMap<String, Vec<u8>>, after: &BTreeMap<String, Vec<u8>>) -> Vec<PictureChange> {
    let names: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    let event = |name: &String| match (before.get(name), after.get(name)) {
        (None, Some(_)) => Some(PictureEvent::Added),
        (Some(_), None) => Some(PictureEvent::Removed),
        (Some(old), Some(new)) if old != new => Some(PictureEvent::Changed),
        _ => None,
    };
    names.into_iter().filter_map(|name| Some(PictureChange { name: name.clone(), event: event(name)? })).collect()
}
