//! What `nianbao schema` takes.

use std::path::PathBuf;

use clap::Args;

pub(super) const SCHEMA_EXAMPLES: &str = "\
例：
  nianbao schema report > report.schema.json   只要 report.yaml 的
  nianbao schema --out 格式                    三个都写进“格式”文件夹

在 report.yaml 的第一行写
  # yaml-language-server: $schema=report.schema.json 的位置
编辑器就会边写边提示。能用 nianbao lsp 的编辑器不需要它。";

/// One of the YAML files, as it is typed.
#[derive(Debug, Clone, Copy, clap::ValueEnum)]
pub(crate) enum SchemaName {
    /// report.yaml：一份报告
    Report,
    /// agency.yaml：一个机关
    Agency,
    /// site.yaml：网站
    Site,
}

#[derive(Debug, Args)]
pub(crate) struct SchemaArgs {
    /// 哪个文件的：report、agency 或 site；不写就是三个，要和 --out 一起用
    #[arg(value_name = "文件", hide_possible_values = true)]
    pub(crate) which: Option<SchemaName>,
    /// 写进这个文件夹；不写就显示出来
    #[arg(long, value_name = "文件夹")]
    pub(crate) out: Option<PathBuf>,
}
