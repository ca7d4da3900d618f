//! Options that several commands share.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use nianbao_model::Severity;
use nianbao_workspace::Filter;

#[derive(Debug, Args)]
pub(crate) struct SelectionArgs {
    /// 只要这一年的报告；可以写多次
    #[arg(long, value_name = "年度")]
    year: Vec<i16>,
    /// 只要这个机关和它的下级（文件夹名、全称或简称）；可以写多次
    #[arg(long, value_name = "机关")]
    only: Vec<String>,
}

impl SelectionArgs {
    /// The part of the workspace that is asked for.
    pub(crate) fn filter(&self) -> Filter {
        Filter { years: self.year.clone(), agencies: self.only.clone() }
    }
}

#[derive(Debug, Args)]
pub(crate) struct FontArgs {
    /// 先在这个文件夹里找字体；可以写多次
    #[arg(long, value_name = "文件夹")]
    pub(crate) font_path: Vec<PathBuf>,
}

#[derive(Debug, Clone, Copy, Default, Args)]
pub(crate) struct DenyArgs {
    /// 写 warnings，没有说明的警告也妨碍发布（已公开的报告除外）
    #[arg(long, value_name = "程度", hide_possible_values = true)]
    deny: Option<Denied>,
}

/// What blocks besides errors.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Denied {
    /// Warnings that are not accepted.
    Warnings,
}

impl DenyArgs {
    /// The least severity that blocks.
    pub(crate) fn least(self) -> Severity {
        match self.deny {
            Some(Denied::Warnings) => Severity::Warning,
            None => Severity::Error,
        }
    }
}

#[derive(Debug, Args)]
pub(crate) struct FormatArgs {
    /// 怎样列出问题：full 带原文，short 每个一行，json、sarif、github 给程序用
    #[arg(long, value_name = "格式", default_value = "full", hide_possible_values = true, hide_default_value = true)]
    pub(crate) format: Format,
}

/// How findings are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// Source lines with carets.
    Full,
    /// One line each.
    Short,
    /// The JSON contract.
    Json,
    /// SARIF 2.1.0.
    Sarif,
    /// Workflow commands of GitHub.
    Github,
}

impl Format {
    /// Whether the result is one document, beside which nothing may stand.
    pub(crate) fn is_for_machines(self) -> bool {
        matches!(self, Self::Json | Self::Sarif)
    }
}
