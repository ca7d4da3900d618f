//! The fonts that were found, before it is known which of them are used.

use std::mem;
use std::path::Path;

use typst::text::FontInfo;
use typst_kit::fonts::{self, FontPath};

use super::folders::{FontError, FontFolders};
use super::roles::{Role, is_among};

/// A face: its file and what the font says of itself.
type FoundFace = (FontPath, FontInfo);

/// The faces that were found, those of the named folders first.
pub(super) struct FoundFonts {
    entries: Vec<FoundFace>,
    /// How many of them lie in a named folder. All of these can be used, by a template of one's own too.
    named: usize,
    /// Whether the system's fonts may still be added.
    system: bool,
    /// Whether they were.
    with_system: bool,
}

impl FoundFonts {
    /// Searches the named folders and the one that came with the program.
    pub(super) fn search(folders: &FontFolders) -> Result<Self, FontError> {
        let mut entries = Vec::new();
        for folder in &folders.named {
            if !folder.is_dir() {
                return Err(FontError::NoFolder(folder.clone()));
            }
            entries.extend(scan(folder));
        }
        let named = entries.len();
        entries.extend(folders.supplied.iter().flat_map(|folder| scan(folder)));
        Ok(Self { entries, named, system: folders.system, with_system: false })
    }

    /// Adds the system's fonts, once, if that is allowed.
    pub(super) fn add_system(&mut self) {
        if mem::take(&mut self.system) {
            self.with_system = true;
            self.entries.extend(sorted(fonts::system()));
        }
    }

    /// Whether the system was not asked so far.
    pub(super) fn is_without_system(&self) -> bool {
        !self.with_system
    }

    /// The roles that no font here can play. A report can do without a fallback.
    pub(super) fn missing(&self) -> Vec<Role> {
        let needed = Role::ALL.into_iter().filter(|role| *role != Role::Fallback);
        needed.filter(|role| !self.entries.iter().any(|(_, info)| plays(*role, info))).collect()
    }

    /// The faces to be used, and those that are not needed so far.
    pub(super) fn split(self) -> (Vec<FoundFace>, Self) {
        let (mut used, mut spare) = (Vec::new(), Vec::new());
        for (at, entry) in self.entries.into_iter().enumerate() {
            let wanted = at < self.named || Role::ALL.into_iter().any(|role| plays(role, &entry.1));
            if wanted { &mut used } else { &mut spare }.push(entry);
        }
        (used, Self { entries: spare, named: 0, system: self.system, with_system: self.with_system })
    }

    /// Takes out the first face for each of `characters`. Each character is looked up by itself, so that
    /// what another report needs does not decide which face this one gets.
    pub(super) fn take_for(&mut self, characters: &[char]) -> Vec<FoundFace> {
        if characters.iter().any(|character| self.position(*character).is_none()) {
            self.add_system();
        }
        let mut chosen: Vec<usize> = characters.iter().filter_map(|character| self.position(*character)).collect();
        chosen.sort_unstable();
        chosen.dedup();
        // From the end, so that the places of the others stay as they are.
        let mut taken: Vec<FoundFace> = chosen.into_iter().rev().map(|at| self.entries.remove(at)).collect();
        taken.reverse();
        taken
    }

    fn position(&self, character: char) -> Option<usize> {
        self.entries.iter().position(|(_, info)| info.coverage.contains(u32::from(character)))
    }
}

fn plays(role: Role, info: &FontInfo) -> bool {
    is_among(role.official(), &info.family) || is_among(role.free(), &info.family)
}

fn scan(folder: &Path) -> Vec<FoundFace> {
    sorted(fonts::scan(folder))
}

/// By file, since a folder lists its files in no order.
fn sorted(entries: impl Iterator<Item = FoundFace>) -> Vec<FoundFace> {
    let mut entries: Vec<FoundFace> = entries.collect();
    entries.sort_by(|(a, _), (b, _)| (&a.path, a.index).cmp(&(&b.path, b.index)));
    entries
}

#[cfg(test)]
mod tests {
    use typst::text::{Coverage, FontFlags, FontVariant};

    use super::*;

    fn found(fonts: &[(&str, &str)]) -> FoundFonts {
        let entry = |(family, characters): &(&str, &str)| {
            let info = FontInfo {
                family: (*family).to_owned(),
                variant: FontVariant::default(),
                flags: FontFlags::empty(),
                axes: Vec::new(),
                coverage: Coverage::from_vec(characters.chars().map(u32::from).collect()),
            };
            (FontPath { path: family.into(), index: 0 }, info)
        };
        FoundFonts { entries: fonts.iter().map(entry).collect(), named: 0, system: false, with_system: false }
    }

    fn taken(found: &mut FoundFonts, characters: &[char]) -> Vec<String> {
        found.take_for(characters).into_iter().map(|(_, info)| info.family).collect()
    }

    #[test]
    fn each_character_gets_its_first_font_whatever_else_is_asked_for() {
        let fonts = [("甲", "一"), ("乙", "一二"), ("丙", "二三"), ("丁", "四")];
        assert_eq!(taken(&mut found(&fonts), &['二', '三']), ["乙", "丙"]);
        assert_eq!(taken(&mut found(&fonts), &['二']), ["乙"]);
        assert_eq!(taken(&mut found(&fonts), &['一', '五']), ["甲"]);
    }

    #[test]
    fn fonts_with_a_role_are_used_and_the_others_kept() {
        let (used, spare) = found(&[("仿宋_GB2312", "一"), ("fandolkai", "一"), ("Comic", "一")]).split();
        let used: Vec<String> = used.into_iter().map(|(_, info)| info.family).collect();
        assert_eq!(used, ["仿宋_GB2312", "fandolkai"]);
        assert_eq!(spare.entries.len(), 1);
    }
}
