//! Putting a report into the workspace.

use std::collections::BTreeMap;
use std::path::Path;

use nianbao_loader::edit;
use nianbao_workspace::Checked;

use crate::render;

use super::Import;
use super::draft::Draft;
use super::standing::Standing;

/// What was done with a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Written {
    /// It was written where nothing stood, or nothing that anybody had entered.
    New,
    /// It took the place of another; what that changed.
    Replaced(String),
    /// It is there already.
    Already,
    /// Nothing: that was all that was asked for. What it would change where something stands.
    Tried(Option<String>),
    /// Nothing: another report stands in its place.
    Left,
    /// Nothing: a published report stands in its place.
    LeftRecord,
}

/// Writes `draft` as far as what stands in its place allows.
pub(super) fn write(import: &Import, draft: &Draft, standing: &Standing) -> anyhow::Result<Written> {
    let Import { folder, before, args, .. } = import;
    Ok(match standing {
        Standing::Same => Written::Already,
        Standing::Record => Written::LeftRecord,
        Standing::New(_) | Standing::Untouched if args.dry_run => Written::Tried(None),
        Standing::New(missing) => {
            let new: Vec<_> = missing.iter().filter_map(|at| draft.made.get(*at)).cloned().collect();
            edit::create(folder, &new)?;
            Written::New
        }
        Standing::Untouched => {
            replace(folder, before, draft)?;
            Written::New
        }
        Standing::Taken if args.dry_run => Written::Tried(Some(changes(before, draft))),
        Standing::Taken if !args.force => Written::Left,
        Standing::Taken => {
            let changes = changes(before, draft);
            replace(folder, before, draft)?;
            Written::Replaced(changes)
        }
    })
}

/// What becomes of the texts that stand in the place of `draft`.
fn changes(before: &Checked, draft: &Draft) -> String {
    let texts = draft.made.iter().filter_map(|(path, bytes)| Some((path, std::str::from_utf8(bytes).ok()?)));
    let changed = texts.filter_map(|(path, new)| {
        let old = before.sources.find(path).map_or("", |file| before.sources.text(file));
        (old != new).then(|| render::changes(path, old, new))
    });
    changed.collect()
}

/// Texts give way only if they are what was read; pictures are written whole.
fn replace(folder: &Path, before: &Checked, draft: &Draft) -> anyhow::Result<()> {
    let (mut texts, mut whole) = (BTreeMap::new(), edit::Made::new());
    for (path, bytes) in &draft.made {
        let is_there = folder.join(path).is_file();
        match (before.sources.find(path), std::str::from_utf8(bytes)) {
            (Some(file), Ok(new)) if is_there => drop(texts.insert(file, new.to_owned())),
            _ => drop(whole.insert(path.clone(), bytes.clone())),
        }
    }
    Ok(edit::write(folder, &before.sources, &texts, &whole)?)
}
