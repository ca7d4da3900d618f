//! What `nianbao export` takes.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::FontArgs;

pub(super) const EXPORT_EXAMPLES: &str = "\
例：
  nianbao export form --all --out 填报表                   每个机关一份 Excel 填报表，发下去填
  nianbao export form 市教育局 市财政局 --year 2025 --out 填报表
  nianbao export cms tcj --out 正文.html                   贴进网站后台的正文，同时列出要填的页面标签
  nianbao export docx tcj --out 年报.docx                  Word 文件，可以接着改
  nianbao export xlsx tcj --out 三张表.xlsx                Excel 表格，合计是公式
  nianbao export csv tcj --year 2023 --out 表格            三张表各一个 CSV 文件
  nianbao export json tcj --out report.json                全文和数据，给程序用
  nianbao export typst 市投资促进局 --out 排版             排版文件夹，用 typst compile 生成同样的 PDF

form 不写 --year 时：最近一个年度还有机关没有报告，就是这个年度；都有了，就是下一个年度。
上年结转按上年的报告填好；这一年已经有报告的，填好报告里的数字和文字。

form 在文件夹里一个机关写一个文件，typst 和 csv 写成文件夹，其他的是一个文件。已经有的文件和文件夹不会改动。";

#[derive(Debug, Args)]
pub(crate) struct ExportArgs {
    /// 导出成什么：form、cms、docx、xlsx、csv、json、typst
    #[arg(value_name = "格式", hide_possible_values = true)]
    pub(crate) format: Exported,
    /// 哪个机关：文件夹名、全称或简称；form 可以写好几个
    #[arg(value_name = "机关", required_unless_present = "all", conflicts_with = "all")]
    pub(crate) agencies: Vec<String>,
    /// 全部要编报的机关，只用于 form
    #[arg(long)]
    pub(crate) all: bool,
    /// 哪一年的报告；不写就是最近一年，form 是要填报的一年
    #[arg(long, value_name = "年度")]
    pub(crate) year: Option<i16>,
    /// 写到哪里：新的文件名或文件夹名；form 写到这个文件夹里
    #[arg(long, value_name = "位置")]
    pub(crate) out: PathBuf,
    #[command(flatten)]
    pub(crate) fonts: FontArgs,
}

/// The formats, as they are typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Exported {
    /// Workbooks to be filled in, one for each agency.
    Form,
    /// An HTML fragment for a content management system.
    Cms,
    /// A Word file.
    Docx,
    /// The tables as a workbook.
    Xlsx,
    /// The tables as CSV.
    Csv,
    /// The whole report for programs.
    Json,
    /// A folder to be typeset elsewhere.
    Typst,
}
