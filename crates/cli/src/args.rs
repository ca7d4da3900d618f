//! What was typed on the command line.

mod compare;
mod demo;
mod diff;
mod export;
mod import;
mod make;
mod new;
mod options;
mod publish;
mod schema;
mod serve;
mod totals;

use std::path::PathBuf;
use std::sync::LazyLock;

use clap::builder::styling::Styles;
use clap::{Args, Parser, Subcommand};
use nianbao_model::CONTENT_VERSION;

use compare::COMPARE_EXAMPLES;
pub(crate) use compare::{CompareArgs, CompareFormat};
use demo::DEMO_EXAMPLES;
pub(crate) use demo::DemoArgs;
use diff::DIFF_EXAMPLES;
pub(crate) use diff::{DiffArgs, DiffFormat};
use export::EXPORT_EXAMPLES;
pub(crate) use export::{ExportArgs, Exported};
use import::IMPORT_EXAMPLES;
pub(crate) use import::{ImportArgs, ImportFormat, ReadArgs};
use make::{ASSEMBLE_EXAMPLES, BUILD_EXAMPLES};
pub(crate) use make::{AssembleArgs, BuildArgs, MakeArgs};
use new::NEW_EXAMPLES;
pub(crate) use new::{NEW_WAYS, NewAgenciesArgs, NewAgencyArgs, NewArgs, NewCommand, NewReportArgs, NewWorkspaceArgs};
pub(crate) use options::{DenyArgs, FontArgs, Format, FormatArgs, SelectionArgs};
use publish::PUBLISH_EXAMPLES;
pub(crate) use publish::PublishArgs;
use schema::SCHEMA_EXAMPLES;
pub(crate) use schema::{SchemaArgs, SchemaName};
use serve::SERVE_EXAMPLES;
pub(crate) use serve::{Editor, ServeArgs};
pub(crate) use totals::{DayError, ExplainTotalArgs, StatusArgs, TableFormat, TreeFormat};
use totals::{EXPLAIN_TOTAL_EXAMPLES, STATUS_EXAMPLES};

/// The help of a command.
const HELP: &str = "\
{about}

用法：{usage}

选项：
{options}{after-help}";

/// The help of a command that takes words.
const HELP_WITH_WORDS: &str = "\
{about}

用法：{usage}

参数：
{positionals}

选项：
{options}{after-help}";

/// The help of the program.
const HELP_OF_ALL: &str = "\
{about}

用法：{usage}

命令：
{subcommands}

选项：
{options}{after-help}";

const EXAMPLES: &str = "\
例：
  nianbao check                     检查全部报告
  nianbao check --only tcj          只检查一个机关（文件夹名、全称或简称都可以）
  nianbao build                     检查并生成 dist/ 里的网站和 PDF
  nianbao build --no-pdf --year 2024 --out 预览
  nianbao publish --ready           把可公开的报告定为已公开
  nianbao explain S003              解释一个问题代码

退出状态：0 没有妨碍发布的问题；1 有妨碍发布的问题；2 用法或环境不对。";

/// What somebody has to say who reports a fault: the version, what it was built from where `NIANBAO_COMMIT` told that to the
/// compiler, and the content that it reads.
static VERSION: LazyLock<String> = LazyLock::new(|| {
    let commit = option_env!("NIANBAO_COMMIT").map(|commit| format!("提交 {commit}，")).unwrap_or_default();
    format!("{}（{commit}内容格式 {CONTENT_VERSION}）", env!("CARGO_PKG_VERSION"))
});

/// 年报工坊：政府信息公开工作年度报告的检查与生成。
#[derive(Debug, Parser)]
#[command(name = "nianbao", version = VERSION.as_str(), disable_help_subcommand = true)]
#[command(help_template = HELP_OF_ALL, after_help = EXAMPLES, styles = Styles::plain(), override_usage = "nianbao [选项] <命令>")]
#[command(disable_help_flag = true, disable_version_flag = true)]
pub(crate) struct Cli {
    /// 从这个文件夹开始找工作区（含 content/ 的文件夹）
    #[arg(short = 'C', value_name = "文件夹", global = true)]
    pub(crate) folder: Option<PathBuf>,

    /// 显示帮助
    #[arg(short, long, global = true, action = clap::ArgAction::Help)]
    help: Option<bool>,

    /// 显示版本
    #[arg(short = 'V', long, action = clap::ArgAction::Version)]
    version: Option<bool>,

    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// 从头开始：新的工作区、机关、一年的报告
    #[command(help_template = HELP_OF_ALL, override_usage = "nianbao new <要建的> …", after_help = NEW_EXAMPLES)]
    #[command(disable_help_subcommand = true)]
    New(NewArgs),
    /// 检查全部报告，列出所有问题
    #[command(help_template = HELP, override_usage = "nianbao check [选项]")]
    #[command(
        after_help = "例：\n  nianbao check\n  nianbao check --only 市投资促进局 --year 2024\n  nianbao check --diff                     看看能自动改哪些地方\n  nianbao check --fix --only 市投资促进局  改好，再列出剩下的问题\n  nianbao check --format json > 问题.json\n\n模板（templates/）里的写法要到 build 时才检查。"
    )]
    Check(CheckArgs),
    /// 检查，然后生成可公开和已公开的报告的网站和 PDF；有妨碍发布的问题就什么也不改动
    #[command(help_template = HELP, override_usage = "nianbao build [选项]", after_help = BUILD_EXAMPLES)]
    Build(BuildArgs),
    /// 把各台电脑用 build --shard 生成的分片核对、合成一个完整的网站
    #[command(help_template = HELP_WITH_WORDS, override_usage = "nianbao assemble [选项] <分片>…")]
    #[command(after_help = ASSEMBLE_EXAMPLES)]
    Assemble(AssembleArgs),
    /// 公布：把写好的报告定为已公开，填上日期，存下当时的名称和汇总数字
    #[command(help_template = HELP_WITH_WORDS, override_usage = "nianbao publish [选项] [机关]…")]
    #[command(after_help = PUBLISH_EXAMPLES)]
    Publish(PublishArgs),
    /// 边写边看：在浏览器里预览，保存后自动刷新，列出问题
    #[command(help_template = HELP, override_usage = "nianbao serve [选项]", after_help = SERVE_EXAMPLES)]
    Serve(ServeArgs),
    /// 两份报告对照：与上一年，或与别的机关
    #[command(help_template = HELP_WITH_WORDS, override_usage = "nianbao compare [选项] <机关>[@年度] [对照的机关][@年度]")]
    #[command(after_help = COMPARE_EXAMPLES)]
    Compare(CompareArgs),
    /// 改了什么：与上一次提交、与任意两个版本或两个文件夹比较，用文字和表格列出来
    #[command(help_template = HELP_WITH_WORDS, override_usage = "nianbao diff [选项] [版本 [版本]] [机关]")]
    #[command(after_help = DIFF_EXAMPLES)]
    Diff(DiffArgs),
    /// 导出：发给机关的填报表，或一份报告的网页正文、Word、Excel、CSV、JSON、排版文件夹
    #[command(help_template = HELP_WITH_WORDS, override_usage = "nianbao export [选项] --out <位置> <格式> <机关>…")]
    #[command(after_help = EXPORT_EXAMPLES)]
    Export(ExportArgs),
    /// 导入已有的年报：网页、Word、PDF、Excel，写成报告，没有把握的都列出来
    #[command(help_template = HELP_WITH_WORDS, override_usage = "nianbao import [选项] <文件>…")]
    #[command(after_help = IMPORT_EXAMPLES)]
    Import(ImportArgs),
    /// 全市的报告到了哪一步：缺、有错误、起草中、可公开、还有几天
    #[command(help_template = HELP, override_usage = "nianbao status [选项]", after_help = STATUS_EXAMPLES)]
    Status(StatusArgs),
    /// 一个汇总的数是怎样加起来的：每个机关多少
    #[command(help_template = HELP_WITH_WORDS, override_usage = "nianbao explain-total [选项] <数> [机关]")]
    #[command(after_help = EXPLAIN_TOTAL_EXAMPLES)]
    ExplainTotal(ExplainTotalArgs),
    /// 供编辑器使用：边写边指出问题、补全名称和数据、改正（见 docs/编辑器.md）
    #[command(help_template = HELP, override_usage = "nianbao lsp [选项]")]
    #[command(
        after_help = "由编辑器启动，通过标准输入输出按语言服务器协议（LSP）通信。工作区由编辑器打开的文件夹决定。"
    )]
    Lsp,
    /// 输出三个 YAML 文件的 JSON Schema，供编辑器提示和检查
    #[command(help_template = HELP_WITH_WORDS, override_usage = "nianbao schema [选项] [文件]")]
    #[command(after_help = SCHEMA_EXAMPLES)]
    Schema(SchemaArgs),
    /// 升级：把用旧版程序写的内容改成新版的格式
    #[command(help_template = HELP, override_usage = "nianbao migrate [选项]")]
    #[command(
        after_help = "例：\n  nianbao migrate --dry-run   看看会改哪些地方\n  nianbao migrate             改好\n\n换用新版程序以后运行一次；注释和没有提到的内容都不动。格式怎样改、不会怎样改，见 docs/稳定.md。"
    )]
    Migrate {
        /// 只显示会改哪些地方，不写进文件
        #[arg(long)]
        dry_run: bool,
    },
    /// 列出 PDF 用的字体和缺少的字体
    #[command(help_template = HELP, override_usage = "nianbao fonts [选项]")]
    #[command(after_help = "例：\n  nianbao fonts\n  nianbao fonts --font-path /usr/share/fonts/公文字体")]
    Fonts {
        #[command(flatten)]
        fonts: FontArgs,
    },
    /// 生成一个虚构的城市，供演示和试用
    #[command(help_template = HELP_WITH_WORDS, override_usage = "nianbao demo [选项] <文件夹>", after_help = DEMO_EXAMPLES)]
    Demo(DemoArgs),
    /// 解释一个问题代码；不写代码就列出全部
    #[command(help_template = HELP_WITH_WORDS, override_usage = "nianbao explain [代码]…")]
    #[command(after_help = "例：\n  nianbao explain\n  nianbao explain S003\n  nianbao explain N001 N002")]
    Explain {
        /// 问题代码，如 S003
        #[arg(value_name = "代码")]
        codes: Vec<String>,
    },
    /// The process that `import` reads a file in.
    #[command(hide = true)]
    ReadDocument(ReadArgs),
}

#[derive(Debug, Args)]
pub(crate) struct CheckArgs {
    /// 把有把握的改动写进文件，再列出剩下的问题；已公开的报告不动
    #[arg(long)]
    pub(crate) fix: bool,
    /// 显示 --fix 会改哪些地方；不写 --fix 就只看不改
    #[arg(long)]
    pub(crate) diff: bool,
    #[command(flatten)]
    pub(crate) selection: SelectionArgs,
    #[command(flatten)]
    pub(crate) fonts: FontArgs,
    #[command(flatten)]
    pub(crate) deny: DenyArgs,
    #[command(flatten)]
    pub(crate) format: FormatArgs,
}
