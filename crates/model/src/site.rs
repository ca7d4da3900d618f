//! What the municipality says of its publication as a whole (site.yaml).

use std::path::PathBuf;

use crate::Spanned;

/// 打印: how the PDFs will be printed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Printing {
    /// Nothing is said: page numbers as for both sides, the text at one place on all pages, as screens like it.
    #[default]
    Any,
    /// 单面.
    OneSided,
    /// 双面.
    TwoSided,
}

/// Which version of 内容格式, the way in which content is written down, this program reads and writes. What may change with it
/// and what not stands in docs/稳定.md.
pub const CONTENT_VERSION: u32 = 1;

/// The settings of site.yaml.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Site {
    /// 网站名称.
    pub name: String,
    /// 网址: where the site will stand, without a final slash.
    pub base_url: Option<String>,
    /// 主办单位.
    pub sponsor: Option<Spanned<String>>,
    /// 网站标识码.
    pub id_code: Option<String>,
    /// ICP备案号.
    pub icp: Option<String>,
    /// 公安备案号.
    pub police: Option<String>,
    /// 党政机关标识.
    pub emblem: Option<Emblem>,
    /// 联系电话.
    pub telephone: Option<String>,
    /// 主题色: `#rrggbb`.
    pub theme: Option<String>,
    /// 字体文件夹: where the office keeps its fonts, relative to the workspace or absolute.
    pub font_folders: Vec<PathBuf>,
    /// 打印.
    pub printing: Printing,
    /// 内容格式: the version that the content is written in, where that is said; else it is the first.
    pub content_version: Option<u32>,
}

/// 党政机关标识: the sign that a web site is that of a public office.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Emblem {
    /// 网址: the page of the registry that attests it.
    pub url: String,
    /// 图片: the sign itself; the site loads nothing from elsewhere.
    pub picture: Option<Picture>,
}

/// A picture that stands beside site.yaml.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Picture {
    /// Its file name.
    pub name: String,
    /// Its content, PNG, JPEG or SVG.
    pub bytes: Vec<u8>,
}
