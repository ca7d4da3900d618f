//! A workspace as it would be with other texts, which are nowhere but in memory.

use std::collections::BTreeMap;

use nianbao_loader::{Files, Memory, Overlay};

use crate::Checked;

/// Texts that are not on the disk, by their paths.
pub(crate) type Texts = BTreeMap<String, String>;

/// What `judge` finds in `files` with `texts` in the place of what stands there.
pub(crate) fn tried<E>(
    files: &dyn Files,
    texts: &Texts,
    judge: impl Fn(&dyn Files) -> Result<Checked, E>,
) -> Result<Checked, E> {
    let unsaved: Memory = texts.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    judge(&Overlay::new(files, unsaved))
}
