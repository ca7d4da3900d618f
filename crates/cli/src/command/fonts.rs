//! `nianbao fonts`: which font plays which role.

use std::fmt::Write as _;
use std::path::Path;

use nianbao_builder::pdf::{FontLibrary, RoleFont};
use nianbao_loader::Disk;

use crate::args::FontArgs;
use crate::{Ending, environment, output, visible, workspace};

pub(crate) fn fonts(folder: Option<&Path>, args: &FontArgs) -> anyhow::Result<Ending> {
    // Outside of a workspace, the fonts of this machine are all there is to tell.
    let mut folders = environment::font_folders(&args.font_path);
    if let Ok(workspace) = workspace::find(folder)
        && let Some(municipality) = nianbao_loader::load(&Disk::new(&workspace))?.municipality
    {
        folders = folders.with_site(&municipality.site, &workspace);
    }
    let library = FontLibrary::load(&folders)?;
    output::print(&library.roles().iter().map(line).collect::<String>())?;
    Ok(Ending::Good)
}

fn line(font: &RoleFont) -> String {
    let mut text = format!("{}（{}）：", font.role.name(), font.role.typeface());
    match &font.face {
        Some(face) => {
            let kind = if font.official { "公文字体" } else { "替代字体" };
            let path = face.path.display().to_string();
            let _ = writeln!(text, "{}，{kind}\n    {}", visible::line(&face.family), visible::line(&path));
        }
        None => text += "缺少\n",
    }
    text
}
