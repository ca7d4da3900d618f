//! Prints a report that has everything. `NIANBAO_KEEP_PDF` names a folder where it is left to be looked at.

mod characters;
mod fonts;
mod packing;
mod printing;
mod sample;

use std::env;
use std::path::PathBuf;

use super::press::PdfFile;
use super::{FontFolders, FontLibrary, Press, Sheet};
use crate::templates::Templates;

fn font_folder() -> PathBuf {
    let cache = env::var_os("NIANBAO_CACHE").map(PathBuf::from);
    let xdg = || env::var_os("XDG_CACHE_HOME").map(|folder| PathBuf::from(folder).join("nianbao"));
    let home = || env::var_os("HOME").map(|folder| PathBuf::from(folder).join(".cache/nianbao"));
    let folder = cache.or_else(xdg).or_else(home).expect("a home folder").join("fonts");
    assert!(folder.is_dir(), "no fonts in {}: `./just test` installs them and runs the tests", folder.display());
    folder
}

fn library() -> FontLibrary {
    let folders = FontFolders { supplied: Some(font_folder()), ..FontFolders::default() };
    FontLibrary::load(&folders).unwrap_or_else(|error| panic!("{error}"))
}

fn press() -> Press {
    Press::new(&Templates::built_in(), library()).unwrap_or_else(|error| panic!("{error}"))
}

fn print(press: &Press, sheet: &Sheet) -> PdfFile {
    press.print(sheet).unwrap_or_else(|error| panic!("{error}"))
}
