//! Which fonts are found.

use std::path::PathBuf;
use std::{env, fs};

use super::{font_folder, library};
use crate::pdf::{FontError, FontFolders, FontLibrary, Role};

#[test]
fn free_fonts_play_all_roles() {
    let roles = library().roles();
    let files: Vec<&str> = roles.iter().filter_map(|role| role.face.as_ref()?.path.file_name()?.to_str()).collect();
    assert_eq!(
        files,
        [
            "FandolSong-Bold.otf",
            "FandolFang-Regular.otf",
            "FandolHei-Regular.otf",
            "FandolKai-Regular.otf",
            "FandolSong-Regular.otf",
            "NotoSerifCJK-Regular.ttc",
        ]
    );
    assert!(roles.iter().all(|role| !role.official));
}

#[test]
fn a_named_folder_comes_first() {
    let own = env::temp_dir().join(format!("nianbao-fonts-{}", std::process::id()));
    fs::create_dir_all(&own).expect("a temporary folder");
    fs::copy(font_folder().join("FandolFang-Regular.otf"), own.join("仿宋.otf")).expect("a font");
    let folders = FontFolders { named: vec![own.clone()], supplied: Some(font_folder()), system: false };
    let roles = FontLibrary::load(&folders).map(|library| library.roles());
    fs::remove_dir_all(&own).expect("an own folder");
    let roles = roles.expect("all fonts");
    let body = roles.iter().find(|role| role.role == Role::Body).and_then(|role| role.face.clone());
    assert_eq!(body.map(|face| face.path), Some(own.join("仿宋.otf")));
}

#[test]
fn what_is_missing_is_named() {
    let error = FontLibrary::load(&FontFolders::default()).err().map(|error| error.to_string());
    let expected =
        "缺少字体：标题（小标宋）、正文（仿宋）、一级标题（黑体）、二级标题（楷体）、页码和表格数字（宋体）。";
    assert!(error.as_ref().is_some_and(|error| error.starts_with(expected)), "{error:?}");
    let folders = FontFolders { named: vec![PathBuf::from("/no/such/folder")], ..FontFolders::default() };
    assert!(matches!(FontLibrary::load(&folders), Err(FontError::NoFolder(_))));
}
