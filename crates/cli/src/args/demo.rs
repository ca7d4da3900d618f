//! What `nianbao demo` takes.

use std::path::PathBuf;

use clap::Args;

pub(super) const DEMO_EXAMPLES: &str = "\
例：
  nianbao demo 演示                            300 个机关，三年
  nianbao demo 演示 --agencies 40 --years 1    小一些的
  nianbao demo 演示 --faults 30                放 30 处错误，列在 演示/faults.csv

同样的写法，在哪台电脑上生成的都一样；换一个 --seed，就是另一批数据。";

#[derive(Debug, Args)]
pub(crate) struct DemoArgs {
    /// 写到哪个文件夹：新的，或者空的
    #[arg(value_name = "文件夹")]
    pub(crate) target: PathBuf,
    /// 多少个机关（默认 300）
    #[arg(long, value_name = "个数", default_value_t = 300, hide_default_value = true)]
    pub(crate) agencies: usize,
    /// 每个机关几年的报告（默认 3）
    #[arg(long, value_name = "年数", default_value_t = 3, hide_default_value = true)]
    pub(crate) years: u16,
    /// 最后一个年度，它的报告还没有公开（默认 2024）
    #[arg(long, value_name = "年度", default_value_t = 2024, hide_default_value = true)]
    pub(crate) last_year: i16,
    /// 种子：决定生成哪一批数据（默认 1）
    #[arg(long, value_name = "整数", default_value_t = 1, hide_default_value = true)]
    pub(crate) seed: u64,
    /// 放几处错误，试一试检查能不能发现（默认 0）
    #[arg(long, value_name = "处数", default_value_t = 0, hide_default_value = true)]
    pub(crate) faults: usize,
}
