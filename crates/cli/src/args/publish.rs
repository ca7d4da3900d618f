//! What `nianbao publish` takes.

use clap::Args;
use jiff::civil::Date;

use super::totals::day;
use super::{DenyArgs, FontArgs};

pub(super) const PUBLISH_EXAMPLES: &str = "\
例：
  nianbao publish 市教育局                     最近一年的报告，今天公布
  nianbao publish jyj czj --year 2025 --date 2026-01-20
  nianbao publish --ready                      状态是“可公开”的全部报告
  nianbao publish --ready --dry-run            只看看会改什么

改的是 report.yaml 里的状态和发布日期；机关的名称、汇总的数字存在旁边的 record.yaml 里，以后机关改名、下级增减都不影响它。
改好以后运行 nianbao build 生成网站和 PDF。";

#[derive(Debug, Args)]
pub(crate) struct PublishArgs {
    /// 公布谁的报告：文件夹名、全称或简称
    #[arg(value_name = "机关", required_unless_present = "ready", conflicts_with = "ready")]
    pub(crate) agencies: Vec<String>,
    /// 公布全部状态是“可公开”的报告
    #[arg(long)]
    pub(crate) ready: bool,
    /// 哪一年的报告；不写就是各机关最近一年的，加了 --ready 就是各年的
    #[arg(long, value_name = "年度")]
    pub(crate) year: Option<i16>,
    /// 公布的日期；不写就用报告里写的发布日期，没有写的用今天
    #[arg(long, value_name = "日期", value_parser = day)]
    pub(crate) date: Option<Date>,
    /// 只说会改什么，不写进文件
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// 有错误的不公布，其余的照常公布
    #[arg(long)]
    pub(crate) keep_going: bool,
    #[command(flatten)]
    pub(crate) fonts: FontArgs,
    #[command(flatten)]
    pub(crate) deny: DenyArgs,
}
