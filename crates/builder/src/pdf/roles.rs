//! What fonts a report needs, and which families serve.

/// The part that a font plays on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// 标题: 小标宋.
    Title,
    /// 正文: 仿宋.
    Body,
    /// 一级标题: 黑体.
    Heading1,
    /// 二级标题: 楷体.
    Heading2,
    /// 页码和表格数字: 宋体.
    Song,
    /// 生僻字: what the others lack.
    Fallback,
}

impl Role {
    /// All of them, as they are listed to people.
    pub(crate) const ALL: [Self; 6] =
        [Self::Title, Self::Body, Self::Heading1, Self::Heading2, Self::Song, Self::Fallback];

    /// Fallbacks with bolder strokes than the 仿宋, 楷体 and 宋体 beside them; there is no lighter free font of as many characters.
    pub(crate) const BOLDER: [&str; 2] = ["Noto Serif CJK SC", "Source Han Serif SC"];

    /// Its name in the templates: `fonts.json`.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Body => "body",
            Self::Heading1 => "heading1",
            Self::Heading2 => "heading2",
            Self::Song => "song",
            Self::Fallback => "fallback",
        }
    }

    /// What people call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Title => "标题",
            Self::Body => "正文",
            Self::Heading1 => "一级标题",
            Self::Heading2 => "二级标题",
            Self::Song => "页码和表格数字",
            Self::Fallback => "生僻字",
        }
    }

    /// The typeface that it asks for.
    pub fn typeface(self) -> &'static str {
        match self {
            Self::Title => "小标宋",
            Self::Body => "仿宋",
            Self::Heading1 => "黑体",
            Self::Heading2 => "楷体",
            Self::Song => "宋体",
            Self::Fallback => "字数多的宋体",
        }
    }

    /// The families of the official font, by the names that its releases go by, best first. Nothing is
    /// prescribed for rare characters.
    pub(crate) fn official(self) -> &'static [&'static str] {
        match self {
            Self::Title => &[
                "方正小标宋简体",
                "FZXiaoBiaoSong-B05S",
                "方正小标宋_GBK",
                "FZXiaoBiaoSong-B05",
                "FZXBSJW--GB1-0",
                "FZXBSK--GBK1-0",
                "小标宋",
            ],
            Self::Body => &["仿宋_GB2312", "FangSong_GB2312", "仿宋", "FangSong", "方正仿宋_GBK", "FZFangSong-Z02"],
            Self::Heading1 => &["黑体", "SimHei", "方正黑体_GBK", "FZHei-B01"],
            Self::Heading2 => &["楷体_GB2312", "KaiTi_GB2312", "楷体", "KaiTi", "方正楷体_GBK", "FZKai-Z03"],
            Self::Song => &["宋体", "SimSun", "新宋体", "NSimSun", "方正书宋_GBK", "FZShuSong-Z01"],
            Self::Fallback => &[],
        }
    }

    /// Free families that stand in, best first. Typst leaves `Bold` out of a family's name: the weight tells.
    pub(crate) fn free(self) -> &'static [&'static str] {
        match self {
            Self::Title | Self::Song => &["FandolSong", "Noto Serif CJK SC", "Source Han Serif SC"],
            // What Typst calls FandolFang.
            Self::Body => &["FandolFang R", "FandolFang"],
            Self::Heading1 => &["FandolHei", "Noto Sans CJK SC", "Source Han Sans SC"],
            Self::Heading2 => &["FandolKai"],
            Self::Fallback => &[
                "Noto Serif CJK SC",
                "Source Han Serif SC",
                "Noto Sans CJK SC",
                "Source Han Sans SC",
                "SimSun-ExtB",
                "SimSun-ExtG",
            ],
        }
    }

    /// The family that shows letters and digits where `family` is used: the free 仿宋 and 楷体 have them as
    /// in a 黑体, which is out of place in running text.
    pub(crate) fn latin(family: &str) -> Option<&'static str> {
        matches!(family, "FandolFang R" | "FandolFang" | "FandolKai").then_some("FandolSong")
    }

    /// The weight to be chosen among a family's; a family of one weight gives that.
    pub(crate) fn weight(self) -> u16 {
        match self {
            Self::Title => 700,
            _ => 400,
        }
    }
}

/// Whether `family` is one of `names`; letter case says nothing.
pub(super) fn is_among(names: &[&str], family: &str) -> bool {
    names.iter().any(|name| name.to_lowercase() == family.to_lowercase())
}
