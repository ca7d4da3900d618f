//! What `nianbao build` and `nianbao assemble` take.

use std::path::PathBuf;

use clap::Args;
use nianbao_builder::Shard;

use super::{DenyArgs, FontArgs, FormatArgs, SelectionArgs};

pub(super) const BUILD_EXAMPLES: &str = "\
例：
  nianbao build
  nianbao build --out /srv/年报 --jobs 4
  nianbao build --no-pdf --only tcj --out 预览
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
    pub(crate) publish: PublishArgs,
}

#[derive(Debug, Args)]
pub(crate) struct AssembleArgs {
    /// 各个分片的文件夹
    #[arg(value_name = "分片", required = true)]
    pub(crate) shards: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) publish: PublishArgs,
}

#[derive(Debug, Args)]
pub(crate) struct PublishArgs {
    /// 写到哪个文件夹
    #[arg(long, value_name = "文件夹")]
    pub(crate) out: Option<PathBuf>,
    /// 同时做几份（默认是处理器的个数）
    #[arg(long, value_name = "个数", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub(crate) jobs: Option<u16>,
    /// 不生成 PDF
    #[arg(long)]
    pub(crate) no_pdf: bool,
    #[command(flatten)]
    pub(crate) selection: SelectionArgs,
    #[command(flatten)]
    pub(crate) fonts: FontArgs,
    #[command(flatten)]
    pub(crate) deny: DenyArgs,
    #[command(flatten)]
    pub(crate) format: FormatArgs,
}
