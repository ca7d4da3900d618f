//! What `nianbao serve` takes.

use clap::Args;

use super::{FontArgs, SelectionArgs};

pub(super) const SERVE_EXAMPLES: &str = "\
例：
  nianbao serve                              在浏览器里打开显示的网址
  nianbao serve --only 市投资促进局          只看一个机关，快一些
  nianbao serve --port 9000

网页下面列出这一页的问题，点“填写”在浏览器里填这份报告；保存了文件，网页自动刷新。只在这台电脑上看得到。";

#[derive(Debug, Args)]
pub(crate) struct ServeArgs {
    /// 用哪个端口；不写就用 8600，被占用时用后面空着的
    #[arg(long, value_name = "端口")]
    pub(crate) port: Option<u16>,
    /// 在哪个地址上，0.0.0.0 是让网络里的其他人也能看（默认 127.0.0.1，只有这台电脑）
    #[arg(long, value_name = "地址", default_value = "127.0.0.1", hide_default_value = true)]
    pub(crate) host: String,
    /// 只能看，不能填写
    #[arg(long)]
    pub(crate) read_only: bool,
    #[command(flatten)]
    pub(crate) selection: SelectionArgs,
    #[command(flatten)]
    pub(crate) fonts: FontArgs,
}
