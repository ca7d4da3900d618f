//! What `nianbao new` takes.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::HELP_WITH_WORDS;

/// What can be made, each with an example.
pub(crate) const NEW_WAYS: &str = "\
可以新建的有四种，每种一个例子：
  nianbao new workspace 温州年报 --city 温州市      一个新的工作区
  nianbao new agency tcj --name 温州市投资促进局    一个机关
  nianbao new agencies 名单.xlsx                    名单里的全部机关
  nianbao new report --all --year 2025              新的一年的报告，全部机关；只要一个机关，把 --all 换成它的名称
怎样写，见 nianbao new 种类 --help，如 nianbao new report --help；
在浏览器里也能建机关和报告：运行 nianbao serve，打开它给出的“填写”网址（/_form/）。
";

pub(super) const NEW_EXAMPLES: &str = "\
例：
  nianbao new workspace 温州年报 --city 温州市      建一个新的工作区
  nianbao new agencies 名单.xlsx                    照名单建全市的机关
  nianbao new agency tcj --name 温州市投资促进局    建一个机关
  nianbao new report --all --year 2025              开始新的一年
  nianbao new report 市投资促进局 --year 2025

已经有的文件从不改动；中断了，再运行一次就接着做。";

const AGENCIES_EXAMPLES: &str = "\
例：
  nianbao new agencies 名单.xlsx
  nianbao new agencies 名单.csv --dry-run     只看看会建哪些、文件夹叫什么

名单是 Excel、WPS 的表格或者 CSV 文件，一行一个机关。表头要有“名称”，可以有“简称”“类别”“上级”“电话”“文件夹”，也可以有“地址”“邮编”“电子邮箱”。
上级写全称或简称，空着的就是市政府。没有写文件夹的，用拼音首字母；机关的次序就是名单的次序。
有一行不对，就一个也不建，把不对的行都列出来。再运行一次，只建名单里新加的。";

const REPORT_EXAMPLES: &str = "\
例：
  nianbao new report 市投资促进局 --year 2025
  nianbao new report tcj jyj --year 2025
  nianbao new report --all --year 2025       全部要编报的机关

上年的“结转下年度”填到“上年结转”；汇总的报告还是汇总。其余的数写“待核对”，改成数字才算写完。
发布日期、索引号、文号、来源、更正、落款、说明不带到新的一年。";

#[derive(Debug, Subcommand)]
pub(crate) enum NewCommand {
    /// 一个新的工作区：设置、市政府、例子和说明
    #[command(help_template = HELP_WITH_WORDS, override_usage = "nianbao new workspace --city <城市> <文件夹>")]
    #[command(
        after_help = "例：\n  nianbao new workspace 温州年报 --city 温州市\n  nianbao new workspace . --city 鹿城区"
    )]
    Workspace(NewWorkspaceArgs),
    /// 一个机关
    #[command(help_template = HELP_WITH_WORDS, override_usage = "nianbao new agency [选项] --name <全称> <文件夹名>")]
    #[command(
        after_help = "例：\n  nianbao new agency tcj --name 温州市投资促进局 --short 市投资促进局\n  nianbao new agency jyj --name 鹿城区教育局 --parent 鹿城区人民政府"
    )]
    Agency(NewAgencyArgs),
    /// 名单里的全部机关
    #[command(help_template = HELP_WITH_WORDS, override_usage = "nianbao new agencies [选项] <名单>")]
    #[command(after_help = AGENCIES_EXAMPLES)]
    Agencies(NewAgenciesArgs),
    /// 新的一年的报告
    #[command(help_template = HELP_WITH_WORDS, override_usage = "nianbao new report --year <年度> <机关>…｜--all")]
    #[command(after_help = REPORT_EXAMPLES)]
    Report(NewReportArgs),
}

#[derive(Debug, Args)]
pub(crate) struct NewArgs {
    #[command(subcommand)]
    pub(crate) command: Option<NewCommand>,
}

#[derive(Debug, Args)]
pub(crate) struct NewWorkspaceArgs {
    /// 建在哪个文件夹：新的，或者空的
    #[arg(value_name = "文件夹")]
    pub(crate) target: PathBuf,
    /// 哪个城市（县、区）：全称，如 温州市
    #[arg(long, value_name = "城市")]
    pub(crate) city: String,
}

#[derive(Debug, Args)]
pub(crate) struct NewAgencyArgs {
    /// 文件夹叫什么：小写英文字母、数字和短横线，也是网站上的地址，如 tcj
    #[arg(value_name = "文件夹名")]
    pub(crate) id: String,
    /// 机关的全称
    #[arg(long, value_name = "全称")]
    pub(crate) name: String,
    /// 简称
    #[arg(long, value_name = "简称", default_value = "", hide_default_value = true)]
    pub(crate) short: String,
    /// 上级：全称、简称或文件夹名；不写就是市政府
    #[arg(long, value_name = "上级", default_value = "", hide_default_value = true)]
    pub(crate) parent: String,
    /// 类别，如 市政府工作部门
    #[arg(long, value_name = "类别", default_value = "", hide_default_value = true)]
    pub(crate) category: String,
    /// 联系电话
    #[arg(long, value_name = "电话", default_value = "", hide_default_value = true)]
    pub(crate) telephone: String,
}

#[derive(Debug, Args)]
pub(crate) struct NewAgenciesArgs {
    /// 名单：.xlsx、.xls、.et 或 .csv
    #[arg(value_name = "名单")]
    pub(crate) list: PathBuf,
    /// 只说会建哪些，不写文件
    #[arg(long)]
    pub(crate) dry_run: bool,
}

#[derive(Debug, Args)]
pub(crate) struct NewReportArgs {
    /// 谁的报告：文件夹名、全称或简称
    #[arg(value_name = "机关", required_unless_present = "all", conflicts_with = "all")]
    pub(crate) agencies: Vec<String>,
    /// 全部要编报的机关
    #[arg(long)]
    pub(crate) all: bool,
    /// 哪一年的报告
    #[arg(long, value_name = "年度")]
    pub(crate) year: i16,
    /// 年度离现在远，也照建
    #[arg(long)]
    pub(crate) any_year: bool,
}
