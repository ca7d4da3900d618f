//! What `nianbao build` and `nianbao assemble` take.

use std::path::PathBuf;

use clap::Args;
use nianbao_builder::Shard;
use nianbao_workspace::Intent;

use super::{DenyArgs, FontArgs, FormatArgs, SelectionArgs};

pub(super) const BUILD_EXAMPLES: &str = "\
例：
  nianbao build
  nianbao build --out /srv/年报 --jobs 4
  nianbao build --no-pdf --only tcj --out 预览
  nianbao build --complete                     应有的报告都要在
  nianbao build --drafts                       连起草中的一起生成，供内部核对，写到 drafts
  nianbao build --shard 3/16                   共 16 片，生成第 3 片，写到 shards/3-of-16";

pub(super) const ASSEMBLE_EXAMPLES: &str = "\
例：
  nianbao assemble shards/*-of-16

生成分片和合成，内容、模板、字体、选项都要一样；结果与不分片生成的一个字节也不差。";

#[derive(Debug, Args)]
pub(crate) struct BuildArgs {
    /// 只生成共几片中的第几片，以后用 assemble 合成
    #[arg(long, value_name = "第几/共几")]
    pub(crate) shard: Option<Shard>,
    #[command(flatten)]
    pub(crate) make: MakeArgs,
}

#[derive(Debug, Args)]
pub(crate) struct AssembleArgs {
    /// 各个分片的文件夹
    #[arg(value_name = "分片", required = true)]
    pub(crate) shards: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) make: MakeArgs,
}

#[derive(Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own on the command line")]
pub(crate) struct MakeArgs {
    /// 写到哪个文件夹
    #[arg(long, value_name = "文件夹")]
    pub(crate) out: Option<PathBuf>,
    /// 同时做几份（默认是处理器的个数）
    #[arg(long, value_name = "个数", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub(crate) jobs: Option<u16>,
    /// 不生成 PDF
    #[arg(long)]
    pub(crate) no_pdf: bool,
    /// 生成全部报告的草稿，供内部核对，每一页都标明；写到 drafts，不影响已公开的
    #[arg(long, conflicts_with_all = ["keep_going", "complete"])]
    pub(crate) drafts: bool,
    /// 有错误的报告不收入，其余的照常公开
    #[arg(long)]
    pub(crate) keep_going: bool,
    /// 应有的报告都要在，缺一份就不公开
    #[arg(long)]
    pub(crate) complete: bool,
    /// 全部重新生成，不沿用以前生成的，也不留给以后
    #[arg(long)]
    pub(crate) no_cache: bool,
    /// 生成以后列出各部分用的时间
    #[arg(long)]
    pub(crate) timings: bool,
    /// 把每个文件用的时间写到这个文件，在浏览器的 chrome://tracing 里看
    #[arg(long, value_name = "文件")]
    pub(crate) trace: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) selection: SelectionArgs,
    #[command(flatten)]
    pub(crate) fonts: FontArgs,
    #[command(flatten)]
    pub(crate) deny: DenyArgs,
    #[command(flatten)]
    pub(crate) format: FormatArgs,
}

impl MakeArgs {
    /// What the reports are made for.
    pub(crate) fn intent(&self) -> Intent {
        if self.drafts {
            Intent::Proof
        } else {
            Intent::Publication { complete: self.complete, keep_going: self.keep_going }
        }
    }
}
