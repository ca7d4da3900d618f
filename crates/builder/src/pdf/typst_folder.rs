//! A report as a folder that the stock Typst compiler makes the same pages from.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use typst::layout::{Frame, FrameItem};
use typst::text::Font;

use super::printable::Printable;
use super::world::DocumentWorld;
use super::{Contents, Face, FontError, PdfError, Press, Role, Sheet};
use crate::templates::Templates;

/// The folder of fonts in it.
const FONTS: &str = "fonts";

/// All that is needed to make the PDF of a report elsewhere.
#[derive(Debug, Clone)]
pub(crate) struct TypstFolder {
    /// The files by their paths, with `/` between the steps.
    pub(crate) files: BTreeMap<String, Vec<u8>>,
    /// The families whose files are among them.
    pub(crate) fonts: BTreeSet<String>,
    /// The families that are used, but may not be passed on.
    pub(crate) missing: BTreeSet<String>,
    /// The version of Typst that it is made for.
    pub(crate) compiler: String,
}

impl Press {
    /// The folder for `sheet`; `templates` are those that the press was made with.
    ///
    /// # Errors
    ///
    /// A report that cannot be typeset, or a font file that cannot be read.
    pub(crate) fn typst_folder(&self, sheet: &Sheet, templates: &Templates) -> Result<TypstFolder, PdfError> {
        let used = self.faces_of(sheet)?;
        let families: BTreeSet<&str> = used.iter().map(|face| face.family.as_str()).collect();
        let (free, missing): (Vec<&Face>, Vec<&Face>) = used.iter().partition(|face| is_free(&face.family));
        let own = templates.files_below("pdf").filter(|(name, _)| *name != Contents::TEMPLATE);
        let mut files: BTreeMap<String, Vec<u8>> = own.map(|(name, bytes)| (name.to_owned(), bytes.to_vec())).collect();
        files.extend(sheet.files(&self.shared.fonts)?.into_iter().map(|(path, bytes)| (path, bytes.to_vec())));
        files.insert("fonts.json".to_owned(), self.shared.fonts.settings(|family| families.contains(family))?);
        files.extend(font_files(&free)?);
        let names = |faces: Vec<&Face>| faces.into_iter().map(|face| face.family.clone()).collect();
        let version = typst::utils::version();
        Ok(TypstFolder {
            files,
            fonts: names(free),
            missing: names(missing),
            compiler: format!("{}.{}", version.major(), version.minor()),
        })
    }

    /// The fonts that the pages of `sheet` show.
    fn faces_of(&self, sheet: &Sheet) -> Result<Vec<Face>, PdfError> {
        let document = Self::lay_out(&DocumentWorld::new(&self.shared, sheet)?)?;
        let mut fonts = Vec::new();
        for page in document.pages() {
            collect(&page.frame, &mut fonts);
        }
        Ok(self.shared.fonts.faces_of(&fonts))
    }
}

/// The fonts of all text in `frame`.
fn collect(frame: &Frame, fonts: &mut Vec<Font>) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => collect(&group.frame, fonts),
            FrameItem::Text(text) if !fonts.contains(text.font.font()) => fonts.push(text.font.font().clone()),
            _ => {}
        }
    }
}

/// Whether a family is one of those that anybody may pass on.
fn is_free(family: &str) -> bool {
    Role::ALL
        .iter()
        .flat_map(|role| role.free())
        .any(|free| free.eq_ignore_ascii_case(family) && !free.starts_with("SimSun"))
}

/// The files of `faces`, each once.
fn font_files(faces: &[&Face]) -> Result<BTreeMap<String, Vec<u8>>, PdfError> {
    let paths: BTreeSet<&PathBuf> = faces.iter().map(|face| &face.path).collect();
    let read = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let bytes = fs::read(path).map_err(|cause| FontError::Unreadable { path: path.clone(), cause })?;
        Ok((format!("{FONTS}/{name}"), bytes))
    };
    paths.into_iter().map(read).collect()
}
