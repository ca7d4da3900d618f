//! What `nianbao import` takes.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

pub(super) const IMPORT_EXAMPLES: &str = "\
例：
  nianbao import 年报.docx --agency 市投资促进局         读一个文件，写成那个机关的报告
  nianbao import 表格.xlsx 正文.docx --agency tcj        两个文件合成一份报告
  nianbao import 2022.html 2023.pdf --agency tcj         几年的报告，各写各的
  nianbao import 年报.pdf --agency tcj --dry-run         只看看读得怎么样，不写文件
  nianbao import 年报.pdf --agency tcj --page 核对.html  另外生成一个网页，原文和结果左右对照
  nianbao import --batch 收来的文件 --list 名单.csv      整个文件夹，自己认是哪个机关的
  nianbao import --batch 收来的文件 --list 名单.csv      名单里改好机关以后，再运行一次

能读的文件：网页（.html）、.docx、有文字的 PDF、.xlsx、.xls、.et、.csv、.txt、.md；.doc、.wps 要装有 LibreOffice。
没有把握的数写成“待核对”，一个一个列出来。已经有的报告不会改动，除非写 --force。

退出状态：0 都读出来了，没有问题；1 有待核对的内容、没有放进去的文件或者妨碍发布的问题；2 用法或环境不对。";

#[derive(Debug, Args)]
pub(crate) struct ImportArgs {
    /// 要导入的文件；同一年的几个文件合成一份报告
    #[arg(value_name = "文件", required_unless_present = "batch", conflicts_with = "batch")]
    pub(crate) files: Vec<PathBuf>,
    /// 谁的报告：文件夹名、全称或简称；不写就按文件里写的机关找
    #[arg(long, value_name = "机关", conflicts_with = "batch")]
    pub(crate) agency: Option<String>,
    /// 哪一年的报告；不写就按文件里写的年度
    #[arg(long, value_name = "年度")]
    pub(crate) year: Option<i16>,
    /// 导入这个文件夹里的全部文件，包括下级文件夹
    #[arg(long, value_name = "文件夹")]
    pub(crate) batch: Option<PathBuf>,
    /// 每个文件放到哪个机关、哪一年的名单；没有就写一份，有了就照它放
    #[arg(long, value_name = "名单.csv", requires = "batch")]
    pub(crate) list: Option<PathBuf>,
    /// 只说读出了什么，不写文件
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// 已经有报告的，用读出来的替换，并列出改了哪些地方；已公开的报告不动
    #[arg(long)]
    pub(crate) force: bool,
    /// 另外写一个网页，原文和结果左右对照；几份报告的，写的是文件夹，每份一个网页
    #[arg(long, value_name = "网页.html")]
    pub(crate) page: Option<PathBuf>,
    /// 怎样列出结果：text 看，json 给程序用
    #[arg(long, value_name = "格式", default_value = "text", hide_possible_values = true, hide_default_value = true)]
    pub(crate) format: ImportFormat,
}

/// How the result of an import is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ImportFormat {
    /// For people.
    Text,
    /// For programs.
    Json,
}

/// What the process takes that reads one file.
#[derive(Debug, Args)]
pub(crate) struct ReadArgs {
    /// What the file is called; it comes on standard input.
    #[arg(long, default_value = "")]
    pub(crate) name: String,
}
