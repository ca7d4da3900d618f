//! What `nianbao serve` takes.

use clap::{Args, ValueEnum};

use super::{FontArgs, SelectionArgs};

pub(super) const SERVE_EXAMPLES: &str = "\
例：
  nianbao serve                              在浏览器里打开显示的网址
  nianbao serve --open                       由程序打开浏览器
  nianbao serve --only 市投资促进局          只看一个机关，快一些
  nianbao serve --port 9000
  nianbao serve --editor vscode              点问题里的文件名，在 VS Code 里打开那一行

网页下面列出这一页的问题，点“填写”在浏览器里填这份报告；保存了文件，网页自动刷新。只在这台电脑上看得到。";

#[derive(Debug, Args)]
pub(crate) struct ServeArgs {
    /// 用哪个端口；不写就用 8600，被占用时用后面空着的
    #[arg(long, value_name = "端口")]
    pub(crate) port: Option<u16>,
    /// 在哪个地址上，0.0.0.0 是让网络里的其他人也能看（默认 127.0.0.1，只有这台电脑）
    #[arg(long, value_name = "地址", default_value = "127.0.0.1", hide_default_value = true)]
    pub(crate) host: String,
    /// 点问题里的文件名，用哪个编辑器打开那一行：vscode、vscodium、cursor 或 zed
    #[arg(long, value_name = "编辑器", hide_possible_values = true)]
    pub(crate) editor: Option<Editor>,
    /// 开始以后，在浏览器里打开填写的网页
    #[arg(long)]
    pub(crate) open: bool,
    /// 只能看，不能填写
    #[arg(long)]
    pub(crate) read_only: bool,
    #[command(flatten)]
    pub(crate) selection: SelectionArgs,
    #[command(flatten)]
    pub(crate) fonts: FontArgs,
}

/// An editor that opens files by addresses of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Editor {
    /// Visual Studio Code
    Vscode,
    /// VSCodium
    Vscodium,
    /// Cursor
    Cursor,
    /// Zed
    Zed,
}

impl Editor {
    /// What its addresses begin with; the file's path comes behind, then line and column.
    pub(crate) fn address(self) -> &'static str {
        match self {
            Self::Vscode => "vscode://file",
            Self::Vscodium => "vscodium://file",
            Self::Cursor => "cursor://file",
            Self::Zed => "zed://file",
        }
    }
}
