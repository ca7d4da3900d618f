//! Whether what a build would publish stands there already, to the byte: then nothing at all is to be done.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use nianbao_cache::{Key, KeyMaker};
use nianbao_model::Municipality;

use super::{Options, Task};
use crate::kept::{Keeper, Keeping, font_files};
use crate::publish::{Appearance, Inventory};
use crate::templates::Templates;

/// A publication as a build with these inputs would leave it.
pub(super) struct Standing {
    keeper: Arc<Keeper>,
    folder: PathBuf,
    key: Key,
}

impl Standing {
    /// What a build to `folder` would publish; nothing where that cannot be told before it is made.
    pub(super) fn new(
        keeper: &Arc<Keeper>,
        folder: &Path,
        inventory: &Inventory,
        municipality: &Municipality,
        templates: &Templates,
        options: &Options,
    ) -> Option<Self> {
        if matches!(options.task, Task::Assembly(_)) {
            return None;
        }
        let inputs = options.inputs(municipality, templates, None);
        let emblem = municipality.site.emblem.as_ref().and_then(|emblem| emblem.picture.as_ref());
        let maker = keeper.maker(Keeping::Publication)?.with(folder.to_string_lossy().as_bytes());
        let maker = maker.with(inventory.mark()).with(serde_json::to_vec(&inputs).ok()?);
        let maker = emblem.iter().fold(maker, |maker, picture| maker.with(&picture.name).with(&picture.bytes));
        let fonts = options.fonts.as_ref().and_then(|folders| font_files(keeper, folders));
        let maker = fonts.iter().map(Key::bytes).fold(maker, KeyMaker::with);
        Some(Self { keeper: Arc::clone(keeper), folder: folder.to_owned(), key: maker.key() })
    }

    /// Whether the folder is as such a build left it.
    pub(super) fn is_there(&self) -> bool {
        let left = self.keeper.take(&self.key);
        left.is_some_and(|left| Appearance::of(&self.folder).is_ok_and(|now| now.key.bytes().as_slice() == left.bytes))
    }

    /// Notes how such a build has left the folder.
    pub(super) fn note(&self) {
        if let Ok(now) = Appearance::of(&self.folder) {
            self.keeper.put(&self.key, now.key.bytes());
        }
    }
}
