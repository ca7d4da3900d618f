//! What `nianbao diff` takes.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::SelectionArgs;

pub(super) const DIFF_EXAMPLES: &str = "\
例：
  nianbao diff                          最近一次提交以后改了什么
  nianbao diff 市投资促进局             只看一个机关
  nianbao diff HEAD~3                   三次提交以前与现在
  nianbao diff main 修改稿              两个分支之间
  nianbao diff --from 上一稿            另一个文件夹与现在，不用 git
  nianbao diff --from 上一稿 --to 这一稿
  nianbao diff --format html --out 改动.html

一个词既是 git 的版本又是机关的，当作版本；只看这个机关请写 --only。
退出状态：0 比较好了，不论有没有改动；1 有改动（只在写了 --exit-code 时）；2 用法或环境不对。";

#[derive(Debug, Args)]
pub(crate) struct DiffArgs {
    /// git 里的版本：提交、分支、标签；不写就是最近一次提交，写两个就是两个之间
    #[arg(value_name = "版本")]
    pub(crate) words: Vec<String>,
    /// 改动前：另一个工作区的文件夹（里面有 content）
    #[arg(long, value_name = "文件夹")]
    pub(crate) from: Option<PathBuf>,
    /// 改动后：另一个工作区的文件夹；不写就是现在的文件
    #[arg(long, value_name = "文件夹", requires = "from")]
    pub(crate) to: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) selection: SelectionArgs,
    /// 怎样列出：text 看，html 一个网页，json 给程序用
    #[arg(long, value_name = "格式", default_value = "text", hide_possible_values = true, hide_default_value = true)]
    pub(crate) format: DiffFormat,
    /// 写到这个文件，不写就显示在屏幕上
    #[arg(long, value_name = "文件")]
    pub(crate) out: Option<PathBuf>,
    /// 有改动时退出状态是 1
    #[arg(long)]
    pub(crate) exit_code: bool,
}

/// How changes are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum DiffFormat {
    /// Words and columns.
    Text,
    /// One page that needs nothing else.
    Html,
    /// For programs.
    Json,
}
