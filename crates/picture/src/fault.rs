//! What can be wrong with a picture, in words for an editor.

use crate::format::Format;
use crate::limits;

/// What is wrong with a picture. Its text goes on after the picture's name; [`Fault::help`] says what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// A file without bytes.
    #[error("是空文件")]
    Empty,
    /// The file ends before the picture does.
    #[error("不完整，后面的内容缺失")]
    Truncated,
    /// It cannot be decoded.
    #[error("已损坏，无法显示：{0}")]
    Broken(String),
    /// No kind of picture.
    #[error("的内容不是 PNG、JPEG 或 SVG 图片")]
    NoPicture,
    /// A kind of picture that is not published.
    #[error("的内容是 {0}，不能用在报告里")]
    Unsupported(&'static str),
    /// The name says another format than the content.
    #[error("的内容是 {} 图片，与扩展名不符", is.name())]
    Name {
        /// What it is.
        is: Format,
        /// What it should be called.
        name: String,
    },
    /// It moves.
    #[error("是动图，不能用在报告里")]
    Animated,
    /// It is made for printing presses.
    #[error("是 CMYK 印刷色的图片，网页上显示的颜色会错")]
    Cmyk,
    /// It has too many dots.
    #[error("有 {width} × {height} 像素，超过 {} 万像素", limits::DOTS / 10_000)]
    Dots {
        /// Its width.
        width: u32,
        /// Its height.
        height: u32,
    },
    /// Showing it would take too much time or memory.
    #[error("过于复杂：{0}")]
    Complex(&'static str),
    /// A drawing that shows what cannot be published.
    #[error("带有不能发布的内容：{0}")]
    Unsafe(String),
}

/// The kinds of faults.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FaultKind {
    /// It is no PNG, JPEG or SVG, or is called otherwise.
    Format,
    /// It cannot be decoded.
    Broken,
    /// It can be decoded, but not published: too large, moving, made for printing presses.
    Unfit,
    /// It would show something from elsewhere.
    Unsafe,
}

impl Fault {
    /// Which kind of fault it is.
    pub fn kind(&self) -> FaultKind {
        match self {
            Self::NoPicture | Self::Unsupported(_) | Self::Name { .. } => FaultKind::Format,
            Self::Empty | Self::Truncated | Self::Broken(_) => FaultKind::Broken,
            Self::Animated | Self::Cmyk | Self::Dots { .. } | Self::Complex(_) => FaultKind::Unfit,
            Self::Unsafe(_) => FaultKind::Unsafe,
        }
    }

    /// What to do.
    pub fn help(&self) -> String {
        match self {
            Self::Empty | Self::Truncated => "从原处重新复制一份完整的图片，替换这个文件。".to_owned(),
            Self::Broken(_) => "打开原图看看是否正常，另存为 .png 或 .jpg，替换这个文件。".to_owned(),
            Self::NoPicture | Self::Unsupported(_) => {
                "用看图软件打开，另存为 .png 或 .jpg（只改扩展名不行），替换这个文件。".to_owned()
            }
            Self::Name { name, .. } => format!("把文件改名为“{name}”，写它的地方也改成这个名字。"),
            Self::Animated => "截取其中一幅，另存为 .png，替换这个文件。".to_owned(),
            Self::Cmyk => "用图片软件把颜色模式改为 RGB，另存为 .png 或 .jpg，替换这个文件。".to_owned(),
            Self::Dots { .. } => "用看图软件缩小到宽 2000 像素，另存为 .png 或 .jpg，替换这个文件。".to_owned(),
            Self::Complex(_) | Self::Unsafe(_) => "用制图的软件把它另存为 .png，正文里改用这个文件。".to_owned(),
        }
    }

    /// A fault that a library found. What it says is for programmers, so that only its kind is told.
    pub(crate) fn undecodable(format: Format) -> Self {
        Self::Broken(format!("不是完好的 {} 数据", format.name()))
    }
}
