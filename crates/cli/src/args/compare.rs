//! What `nianbao compare` takes.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

pub(super) const COMPARE_EXAMPLES: &str = "\
例：
  nianbao compare tcj                        最近一年与上一年
  nianbao compare 市投资促进局@2024          2024 年与 2023 年
  nianbao compare tcj@2024 @2021             同一个机关的两年
  nianbao compare tcj lucheng/jtj            两个机关同一年
  nianbao compare tcj@2024 jtj@2023          两个机关不同年
  nianbao compare tcj --format html --out 对照.html

相同的文字：不计标点和数字，连续 20 字以上一样的。";

#[derive(Debug, Args)]
pub(crate) struct CompareArgs {
    /// 要看的报告：机关的文件夹名、全称或简称；“@年度”不写就是最近一年
    #[arg(value_name = "机关")]
    pub(crate) subject: String,
    /// 与谁对照；不写就是同一机关的上一年，只写“@年度”就是同一机关的那一年
    #[arg(value_name = "对照的机关")]
    pub(crate) reference: Option<String>,
    /// 要看的报告的年度，与写在“@”后面一样
    #[arg(long, value_name = "年度")]
    pub(crate) year: Option<i16>,
    /// 怎样列出：text 看，html 一个网页，json 给程序用
    #[arg(long, value_name = "格式", default_value = "text", hide_possible_values = true, hide_default_value = true)]
    pub(crate) format: CompareFormat,
    /// 写到这个文件，不写就显示在屏幕上
    #[arg(long, value_name = "文件")]
    pub(crate) out: Option<PathBuf>,
}

/// How a comparison is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum CompareFormat {
    /// Aligned columns.
    Text,
    /// One page that needs nothing else.
    Html,
    /// For programs.
    Json,
}
