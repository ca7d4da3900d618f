//! The fonts of all reports: found once, loaded when first used.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use nianbao_model::{Agency, Municipality, Report};
use serde::Serialize;
use typst::layout::Abs;
use typst::text::{Font, FontBook, FontInfo, FontVariant, FontVariations, FontWeight};
use typst::utils::LazyHash;
use typst_kit::fonts::{FontPath, FontStore};
use unicode_normalization::UnicodeNormalization;

use super::charset::CharSet;
use super::common_characters::{has_all_common, is_common, is_ideograph};
use super::folders::{FontError, FontFolders};
use super::found_fonts::FoundFonts;
use super::glyphs::{characters, characters_of_contents, needs_glyph};
use super::roles::{Role, is_among};
use crate::checksum::sha256;

/// A font file's face.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Face {
    /// Its family, as Typst names it.
    pub family: String,
    /// The file.
    pub path: PathBuf,
    /// Its number within a collection, otherwise 0.
    pub index: u32,
}

/// Which font plays a role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoleFont {
    /// The role.
    pub role: Role,
    /// The font; only the fallback may be without one.
    pub face: Option<Face>,
    /// Whether it is the one prescribed.
    pub official: bool,
    /// The families that are tried for a character, in order, the font's own first.
    pub families: Vec<String>,
}

/// All fonts in use, and which plays which role.
pub struct FontLibrary {
    store: FontStore,
    faces: Vec<Face>,
    spare: FoundFonts,
    /// Families that were added for single characters.
    extra: Vec<String>,
    /// By role, in the order of [`Role::ALL`].
    chains: Vec<Chain>,
}

/// The families tried for a role, and what they show together.
#[derive(Default)]
struct Chain {
    families: Vec<String>,
    /// The face of each family.
    faces: Vec<usize>,
    /// What the first family shows.
    own: CharSet,
    /// What all of them show.
    shown: CharSet,
}

/// What the templates are told of a role's font.
#[derive(Serialize)]
struct Setting<'a> {
    families: Vec<&'a String>,
    /// The family for letters and digits, where that is another.
    latin: Option<&'static str>,
    weight: u16,
}

impl FontLibrary {
    /// Finds the fonts for all roles.
    ///
    /// # Errors
    ///
    /// A named folder that is not there, or a role that no font can play.
    pub fn load(folders: &FontFolders) -> Result<Self, FontError> {
        let mut found = FoundFonts::search(folders)?;
        if !found.missing().is_empty() {
            found.add_system();
        }
        match found.missing() {
            missing if missing.is_empty() => {}
            missing => return Err(FontError::Missing(missing)),
        }
        let (used, spare) = found.split();
        let mut library =
            Self { store: FontStore::new(), faces: Vec::new(), spare, extra: Vec::new(), chains: Vec::new() };
        for entry in used {
            library.push(entry);
        }
        library.rebuild_chains();
        Ok(library)
    }

    /// The same with fonts for every character of these reports and of the tables of contents of `municipality`, as far as there
    /// are any.
    ///
    /// # Errors
    ///
    /// As [`FontLibrary::load`].
    pub(crate) fn load_for(
        folders: &FontFolders,
        municipality: Option<&Municipality>,
        reports: &[(&Agency, &Report)],
    ) -> Result<Self, FontError> {
        let mut fonts = Self::load(folders)?;
        let of_contents = municipality.map(characters_of_contents).unwrap_or_default();
        let of_reports = reports.iter().flat_map(|(agency, report)| characters(agency, report));
        fonts.add_fonts_for(of_reports.chain(of_contents));
        Ok(fonts)
    }

    /// Which font plays which role, for people.
    pub fn roles(&self) -> Vec<RoleFont> {
        let report = |(role, chain): (Role, &Chain)| {
            let face = chain.faces.first().map(|index| self.faces[*index].clone());
            let official = face.as_ref().is_some_and(|face| is_among(role.official(), &face.family));
            RoleFont { role, face, official, families: chain.families.clone() }
        };
        Role::ALL.into_iter().zip(&self.chains).map(report).collect()
    }

    /// Whether a font of this role, or a fallback, shows `character`. Some fonts list symbols that they have no picture of, but
    /// no ideographs.
    pub(crate) fn shows(&self, role: Role, character: char) -> bool {
        let chain = &self.chains[role as usize];
        let is_sure = is_common(character) || is_ideograph(character);
        chain.shown.contains(character) && (is_sure || chain.faces.iter().any(|face| self.draws(*face, character)))
    }

    /// Whether a face has a picture of `character`.
    fn draws(&self, face: usize, character: char) -> bool {
        let (variant, size) = (FontVariant::default(), Abs::pt(16.0));
        let font = self.font(face).map(|font| font.instantiate(variant, size, &FontVariations::default()));
        font.and_then(|font| font.ttf().glyph_index(character)).is_some_and(|glyph| glyph.0 != 0)
    }

    /// Whether one font of this role, or one fallback, shows all of `cluster`, a character with the marks that stand on it.
    /// Typst sets a cluster in the first font that shows its first character and all others; a font before it that shows a
    /// mark alone would tear it apart.
    pub(super) fn shows_together(&self, role: Role, cluster: &str) -> bool {
        let composed: String = cluster.nfc().filter(|character| needs_glyph(*character)).collect();
        let pieces: String = cluster.chars().filter(|character| needs_glyph(*character)).collect();
        for index in &self.chains[role as usize].faces {
            let Some(info) = self.book().info(*index) else { continue };
            let shows = |character: char| info.coverage.contains(u32::from(character));
            if pieces.chars().all(shows) || composed.chars().all(shows) {
                return true;
            }
            if !pieces.chars().next().is_some_and(shows) && pieces.chars().any(shows) {
                return false;
            }
        }
        false
    }

    /// Whether every role shows what every font has.
    pub(crate) fn shows_what_is_common(&self) -> bool {
        Role::ALL
            .into_iter()
            .zip(&self.chains)
            .all(|(role, chain)| role == Role::Fallback || has_all_common(&chain.shown))
    }

    /// Those of `characters` that a fallback of bolder strokes shows, by the name of their role in templates.
    pub(super) fn rare(&self, characters: &[(Role, char)]) -> BTreeMap<&'static str, String> {
        let mut rare: BTreeMap<&'static str, String> = BTreeMap::new();
        for (role, character) in characters {
            let chain = &self.chains[*role as usize];
            if character.is_alphabetic() && !chain.own.contains(*character) && self.is_bolder(chain, *character) {
                rare.entry(role.key()).or_default().push(*character);
            }
        }
        rare
    }

    /// Whether the family that shows `character` in place of a chain's first has bolder strokes.
    fn is_bolder(&self, chain: &Chain, character: char) -> bool {
        let fallbacks = chain.faces.iter().skip(1).filter_map(|face| self.book().info(*face));
        let mut showing = fallbacks.filter(|info| info.coverage.contains(u32::from(character)));
        showing.next().is_some_and(|info| is_among(&Role::BOLDER, &info.family))
    }

    /// Brings in further fonts for characters that no font in use shows, as far as there are any: from the
    /// searched folders first, then from the system where that is allowed. The fonts in use stay in use, so
    /// this changes no other character.
    pub(crate) fn add_fonts_for(&mut self, characters: impl IntoIterator<Item = (Role, char)>) {
        let mut missing: Vec<char> = characters
            .into_iter()
            .filter(|(role, character)| !self.shows(*role, *character))
            .map(|(_, character)| character)
            .collect();
        missing.sort_unstable();
        missing.dedup();
        if missing.is_empty() {
            return;
        }
        for entry in self.spare.take_for(&missing) {
            self.extra.push(entry.1.family.clone());
            self.push(entry);
        }
        self.rebuild_chains();
    }

    /// A checksum of every family, wherever its files lie. `sum_of` says that of a file.
    pub(crate) fn checksums(
        &self,
        sum_of: impl Fn(&Path) -> io::Result<String>,
    ) -> Result<BTreeMap<String, String>, FontError> {
        let mut files: BTreeMap<&Path, String> = BTreeMap::new();
        let mut families: BTreeMap<String, String> = BTreeMap::new();
        for Face { family, path, index } in &self.faces {
            let sum = match files.get(path.as_path()) {
                Some(sum) => sum.clone(),
                None => sum_of(path).map_err(|cause| FontError::Unreadable { path: path.clone(), cause })?,
            };
            let faces = families.entry(family.clone()).or_default();
            *faces = sha256(format!("{faces} {index} {sum}").as_bytes());
            files.insert(path, sum);
        }
        Ok(families)
    }

    /// What the templates read as `/fonts.json`.
    pub(crate) fn told_to_templates(&self) -> Result<Vec<u8>, serde_json::Error> {
        self.settings(|_| true)
    }

    /// Whether the named folders, the supplied one and the characters that not every font has say alone which fonts are in use.
    pub(crate) fn is_settled(&self) -> bool {
        self.spare.is_without_system() && self.shows_what_is_common()
    }

    /// What the templates read as `/fonts.json`. Of each role's families those that are `wanted`, and the first.
    pub(super) fn settings(&self, wanted: impl Fn(&str) -> bool) -> Result<Vec<u8>, serde_json::Error> {
        let settings = Role::ALL.into_iter().zip(&self.chains).map(|(role, chain)| {
            let latin = chain.families.first().and_then(|family| Role::latin(family));
            let latin = latin.filter(|family| self.book().contains_family(&family.to_lowercase()));
            let (first, others) = chain.families.split_at(chain.families.len().min(1));
            let others = others.iter().filter(|family| wanted(family));
            let setting = Setting { families: first.iter().chain(others).collect(), latin, weight: role.weight() };
            serde_json::to_value(setting).map(|setting| (role.key().to_owned(), setting))
        });
        serde_json::to_vec(&settings.collect::<Result<serde_json::Map<_, _>, _>>()?)
    }

    pub(super) fn book(&self) -> &LazyHash<FontBook> {
        self.store.book()
    }

    pub(super) fn font(&self, index: usize) -> Option<Font> {
        self.store.font(index)
    }

    /// The faces that these fonts were loaded from.
    pub(super) fn faces_of(&self, fonts: &[Font]) -> Vec<Face> {
        let index = |font: &Font| (0..self.faces.len()).find(|index| self.book().info(*index) == Some(font.info()));
        fonts.iter().filter_map(index).map(|index| self.faces[index].clone()).collect()
    }

    fn push(&mut self, entry: (FontPath, FontInfo)) {
        let (FontPath { path, index }, info) = &entry;
        self.faces.push(Face { family: info.family.clone(), path: path.clone(), index: *index });
        self.store.push(entry);
    }

    fn rebuild_chains(&mut self) {
        self.chains = Role::ALL.into_iter().map(|role| self.chain(role)).collect();
    }

    fn chain(&self, role: Role) -> Chain {
        let own = role.official().iter().chain(role.free()).chain(Role::Fallback.free()).copied();
        let variant = FontVariant { weight: FontWeight::from_number(role.weight()), ..FontVariant::default() };
        let mut chain = Chain::default();
        for family in own.chain(self.extra.iter().map(String::as_str)) {
            let Some(index) = self.book().select(&family.to_lowercase(), variant) else { continue };
            let Some(info) = self.book().info(index) else { continue };
            if !chain.families.contains(&info.family) {
                chain.families.push(info.family.clone());
                if chain.faces.is_empty() {
                    chain.own.extend(info.coverage.iter());
                }
                chain.faces.push(index);
                chain.shown.extend(info.coverage.iter());
            }
        }
        chain
    }
}
