//! What Typst sees of all documents: one library, one font store, one set of templates.

use std::collections::{BTreeMap, HashMap};

use typst::foundations::Bytes;
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt};

use super::error::syntax_faults;
use super::{FontLibrary, PdfError};
use crate::templates::Templates;

/// What all worlds share.
pub(super) struct SharedWorld {
    /// One for all: it is part of the key of everything that Typst remembers.
    pub(super) library: LazyHash<Library>,
    pub(super) fonts: FontLibrary,
    /// The templates.
    pub(super) sources: HashMap<FileId, Source>,
    /// What templates read besides each other: the fonts, and what a workspace put beside its own templates.
    pub(super) files: BTreeMap<String, Bytes>,
}

impl SharedWorld {
    pub(super) fn new(templates: &Templates, fonts: FontLibrary) -> Result<Self, PdfError> {
        // `pdf.header-cell`, which names the headings of a table's rows, is not yet on by default.
        let library = Library::builder().with_features([Feature::A11yExtras].into_iter().collect()).build();
        let (sources, files) = (sources(templates)?, files(templates, &fonts)?);
        Ok(Self { library: LazyHash::new(library), fonts, sources, files })
    }
}

/// The templates; at least one fault where one is no Typst source.
fn sources(templates: &Templates) -> Result<HashMap<FileId, Source>, PdfError> {
    let sources: HashMap<FileId, Source> = templates
        .below("pdf")
        .filter(|(name, _)| matches!(name.rsplit_once('.'), Some((_, "typ"))))
        .filter_map(|(name, text)| file_id(name).map(|id| (id, Source::new(id, text.to_owned()))))
        .collect();
    let mut faults: Vec<_> = sources.values().flat_map(syntax_faults).collect();
    if faults.is_empty() {
        return Ok(sources);
    }
    faults.sort_by_key(|fault| fault.place.as_ref().map(|place| (place.file.clone(), place.line)));
    Err(PdfError::Typst(faults))
}

fn files(templates: &Templates, fonts: &FontLibrary) -> Result<BTreeMap<String, Bytes>, PdfError> {
    let mut files: BTreeMap<String, Bytes> =
        templates.files_below("pdf").map(|(name, bytes)| (name.to_owned(), Bytes::new(bytes.to_vec()))).collect();
    files.insert("fonts.json".to_owned(), Bytes::new(fonts.told_to_templates()?));
    Ok(files)
}

/// The id of a file that every world has at the same place.
pub(super) fn file_id(path: &str) -> Option<FileId> {
    let path = VirtualPath::new(path).ok()?;
    Some(RootedPath::new(VirtualRoot::Project, path).intern())
}
