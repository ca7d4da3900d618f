//! Where fonts are looked for, and what is wrong when none is there.

use std::io;
use std::path::{Path, PathBuf};

use nianbao_model::Site;

use super::Role;

/// Where fonts are looked for, in this order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FontFolders {
    /// Folders that site.yaml or the command line names; they must be there.
    pub named: Vec<PathBuf>,
    /// The folder that came with the program, or that our own scripts filled.
    pub supplied: Option<PathBuf>,
    /// Whether the system's fonts may be searched for what is still missing. That is slow, and what is
    /// printed then depends on the machine.
    pub system: bool,
}

impl FontFolders {
    /// With those that site.yaml names, which come behind others that are named; `workspace` is the folder that its
    /// relative paths start from.
    #[must_use]
    pub fn with_site(mut self, site: &Site, workspace: &Path) -> Self {
        self.named.extend(site.font_folders.iter().map(|folder| workspace.join(folder)));
        self
    }
}

/// Fonts that cannot be had.
#[derive(Debug, thiserror::Error)]
pub enum FontError {
    /// A named folder that is not there.
    #[error("找不到字体文件夹 {}，请检查 site.yaml 的“字体文件夹”或 --font-path", .0.display())]
    NoFolder(PathBuf),
    /// A font file that was there a moment ago.
    #[error("读不了字体 {}：{cause}", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// Why.
        cause: io::Error,
    },
    /// Roles that no font at all can play.
    #[error("缺少字体：{}。请把安装包里的“字体”文件夹放回程序旁边，或把有这些字体的文件夹写入 site.yaml 的“字体文件夹”（从源代码运行的，用 ./just fonts 准备免费字体）", names(.0))]
    Missing(Vec<Role>),
}

fn names(roles: &[Role]) -> String {
    let names: Vec<String> = roles.iter().map(|role| format!("{}（{}）", role.name(), role.typeface())).collect();
    names.join("、")
}
