//! What `nianbao explain-total` and `nianbao status` take.

use std::fmt;

use clap::{Args, ValueEnum};
use jiff::civil::Date;

pub(super) const EXPLAIN_TOTAL_EXAMPLES: &str = "\
例：
  nianbao explain-total 申请.本年新收.自然人
  nianbao explain-total 申请.办理结果总计.总计 鹿城区 --year 2024
  nianbao explain-total 主动公开.行政许可 --format json

数的名称与 report.yaml 里一样，各层之间用半角的点。";

pub(super) const STATUS_EXAMPLES: &str = "\
例：
  nianbao status                             最近一年，哪些机关还缺、有错误
  nianbao status --year 2024 --format csv > 催办.csv
  nianbao status --today 2025-01-20          算到这一天还有几天

期限：县级以上人民政府 3 月 31 日，其他机关 1 月 31 日。";

#[derive(Debug, Args)]
pub(crate) struct ExplainTotalArgs {
    /// 哪个数，如 申请.本年新收.自然人
    #[arg(value_name = "数")]
    pub(crate) figure: String,
    /// 谁的报告：文件夹名、全称或简称；不写就是最上一级的
    #[arg(value_name = "机关")]
    pub(crate) agency: Option<String>,
    /// 哪一年的报告；不写就是最近一年
    #[arg(long, value_name = "年度")]
    pub(crate) year: Option<i16>,
    /// 怎样列出：text 看，json 给程序用
    #[arg(long, value_name = "格式", default_value = "text", hide_possible_values = true, hide_default_value = true)]
    pub(crate) format: TreeFormat,
}

/// Why something is no day.
#[derive(Debug)]
pub(crate) struct DayError {
    /// How the day is written that was probably meant.
    meant: Option<Date>,
}

impl std::error::Error for DayError {}

impl fmt::Display for DayError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.meant {
            Some(day) => write!(f, "应写成 {day}"),
            None => f.write_str("日期的写法如 2025-01-20"),
        }
    }
}

/// A day as `--today` and `--date` take it.
pub(super) fn day(typed: &str) -> Result<Date, DayError> {
    typed.parse().map_err(|_| DayError { meant: meant(typed) })
}

/// The day that is meant by numbers without leading zeros or with other marks between them.
fn meant(typed: &str) -> Option<Date> {
    let parts: Vec<&str> = typed.split(['-', '/', '.', '年', '月', '日']).filter(|part| !part.is_empty()).collect();
    let [year, month, day] = parts.as_slice() else { return None };
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

/// How a tree is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum TreeFormat {
    /// Lines that branch.
    Text,
    /// For programs.
    Json,
}

#[derive(Debug, Args)]
pub(crate) struct StatusArgs {
    /// 哪一年的报告；不写就是最近一年
    #[arg(long, value_name = "年度")]
    pub(crate) year: Option<i16>,
    /// 把哪一天当作今天；不写就是今天
    #[arg(long, value_name = "日期", value_parser = day)]
    pub(crate) today: Option<Date>,
    /// 怎样列出：text 看，csv 用 WPS 表格打开（带联系方式），html 一个网页，json 给程序用
    #[arg(long, value_name = "格式", default_value = "text", hide_possible_values = true, hide_default_value = true)]
    pub(crate) format: TableFormat,
}

/// How a table is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum TableFormat {
    /// Aligned columns.
    Text,
    /// For a spreadsheet.
    Csv,
    /// One page that needs nothing else.
    Html,
    /// For programs.
    Json,
}
