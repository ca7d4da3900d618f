//! Which fonts print, known without loading them.

use std::fs;
use std::path::Path;

use nianbao_cache::{Key, KeyMaker, stamp};

use super::{Keeper, Keeping};
use crate::checksum::sha256;
use crate::pdf::{FontFolders, FontLibrary, PdfError};

/// Folders below folders of fonts are looked into so deep; what lies deeper is left to whoever loads fonts.
const DEPTH: usize = 16;

/// The key of all files in the folders of fonts, by what tells that they are still the same: other fonts, or a folder that is
/// gone, give another one. Nothing where nothing is kept.
pub(crate) fn font_files(keeper: &Keeper, folders: &FontFolders) -> Option<Key> {
    let FontFolders { named, supplied, system } = folders;
    let mut maker = keeper.maker(Keeping::Fonts)?.with(format!("{system} {}", named.len()));
    for folder in named.iter().chain(supplied) {
        maker = with_files(maker.with(folder.to_string_lossy().as_bytes()), folder, DEPTH);
    }
    Some(maker.key())
}

fn with_files(mut maker: KeyMaker, folder: &Path, depth: usize) -> KeyMaker {
    let Ok(entries) = fs::read_dir(folder) else { return maker.with("-") };
    let mut entries: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    entries.sort();
    maker = maker.with(entries.len().to_le_bytes());
    for entry in entries {
        maker = maker.with(entry.to_string_lossy().as_bytes());
        match fs::metadata(&entry) {
            Ok(found) if found.is_dir() && depth > 0 => maker = with_files(maker, &entry, depth - 1),
            Ok(found) => maker = maker.with(stamp(&found)),
            Err(_) => maker = maker.with("-"),
        }
    }
    maker
}

/// What the fonts in use bring to each document: what templates are told of them, and their files' checksums.
pub(crate) fn chosen_fonts(keeper: &Keeper, fonts: &FontLibrary) -> Result<Option<Key>, PdfError> {
    let Some(maker) = keeper.maker(Keeping::Fonts) else { return Ok(None) };
    let checksums = fonts.checksums(|file| checksum_of(keeper, file))?;
    let sums = checksums.iter().map(|(family, sum)| format!("{family}\n{sum}"));
    let maker = maker.with("in use").with(fonts.told_to_templates()?);
    Ok(Some(sums.fold(maker, KeyMaker::with).key()))
}

/// The SHA-256 of a file, which is read only where what tells that it is the same is not known yet.
pub(crate) fn checksum_of(keeper: &Keeper, file: &Path) -> std::io::Result<String> {
    let Some(maker) = keeper.maker(Keeping::Checksum) else { return Ok(sha256(&fs::read(file)?)) };
    let key = maker.with(stamp(&fs::metadata(file)?)).key();
    let kept = keeper.take(&key).and_then(|kept| String::from_utf8(kept.bytes).ok());
    if let Some(sum) = kept {
        return Ok(sum);
    }
    let sum = sha256(&fs::read(file)?);
    keeper.put(&key, sum.as_bytes());
    Ok(sum)
}
