//! Why shards cannot be put together, in words for whoever runs the machines.

use std::fmt;
use std::path::PathBuf;

use super::inputs::{Difference, InputKind};

/// How many names of a list are told.
const TOLD: usize = 3;

/// All that is wrong with the shards that were given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShardProblems(pub Vec<ShardProblem>);

/// Something that is wrong with shards.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ShardProblem {
    /// A folder that is not there.
    NoFolder(PathBuf),
    /// A folder that no shard was ever finished in.
    NotAShard(PathBuf),
    /// A manifest that makes no sense.
    Unreadable(PathBuf),
    /// A manifest that the system does not let us read.
    Denied {
        /// The file.
        path: PathBuf,
        /// What the system says.
        reason: String,
    },
    /// A shard of another version of this program.
    OtherVersion {
        /// The folder.
        folder: PathBuf,
        /// The shard's version.
        theirs: String,
        /// This program's.
        ours: String,
    },
    /// A shard of another number of shards than most.
    OtherCount {
        /// The folder.
        folder: PathBuf,
        /// How many shards it is one of.
        theirs: u16,
        /// How many most are of.
        most: u16,
    },
    /// The same shard more than once.
    Twice {
        /// Its number.
        number: u16,
        /// The folders.
        folders: Vec<PathBuf>,
    },
    /// Shards that were not given.
    Missing {
        /// Their numbers.
        numbers: Vec<u16>,
        /// How many shards there are.
        of: u16,
    },
    /// Shards that were made from something else.
    OtherInputs {
        /// Their numbers.
        numbers: Vec<u16>,
        /// What is different.
        difference: Difference,
    },
    /// Files of a shard that are not as its manifest says.
    Damaged {
        /// The folder.
        folder: PathBuf,
        /// The files, each with what is wrong.
        files: Vec<(String, Damage)>,
    },
    /// A manifest that lists other files than such a shard has.
    OtherFiles {
        /// The folder.
        folder: PathBuf,
        /// The files that only one side has.
        files: Vec<String>,
    },
}

/// What is wrong with a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Damage {
    /// The file is not there.
    Gone,
    /// The file is shorter or longer.
    Length {
        /// How many bytes it should have.
        expected: usize,
        /// How many it has.
        found: usize,
    },
    /// The file has the right length and other bytes.
    Altered,
    /// The system does not let us read it.
    Denied(String),
}

impl std::error::Error for ShardProblems {}

impl fmt::Display for ShardProblems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("这些分片合不起来，原来的内容没有改动：")?;
        for problem in &self.0 {
            // Names in it come from a manifest or from whoever typed them, and stay in their line.
            write!(f, "\n  - {}", problem.to_string().replace(['\n', '\r'], "�"))?;
        }
        if self.0.iter().any(ShardProblem::is_of_making) {
            f.write_str(
                "\n与这里不同的、损坏的、没有生成完的分片，请用同样的版本、内容、模板、字体和选项重新生成（如第 3 片，共 8 片：nianbao build --shard 3/8），再合成",
            )?;
        }
        if self.0.iter().any(ShardProblem::is_of_giving) {
            f.write_str("\n给 assemble 的分片要来自同一次分片，每一片给一次，不多不少")?;
        }
        Ok(())
    }
}

impl ShardProblem {
    /// Whether a shard must be made anew.
    fn is_of_making(&self) -> bool {
        match self {
            Self::Denied { .. } => false,
            Self::Damaged { files, .. } => files.iter().any(|(_, damage)| !matches!(damage, Damage::Denied(_))),
            _ => !self.is_of_giving(),
        }
    }

    /// Whether other shards must be given.
    fn is_of_giving(&self) -> bool {
        matches!(self, Self::NoFolder(_) | Self::OtherCount { .. } | Self::Twice { .. } | Self::Missing { .. })
    }
}

impl fmt::Display for ShardProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoFolder(folder) => write!(f, "没有 {} 这个文件夹", folder.display()),
            Self::NotAShard(folder) => {
                write!(f, "{} 不是分片：里面没有 shard.json，或者还没有生成完", folder.display())
            }
            Self::Unreadable(folder) => write!(f, "{} 的 shard.json 读不懂，不是完整的分片", folder.display()),
            Self::Denied { path, reason } => write!(f, "读不了 {}：{reason}", path.display()),
            Self::OtherVersion { folder, theirs, ours } => {
                write!(f, "{} 是 {theirs} 版生成的，现在用的是 {ours} 版", folder.display())
            }
            Self::OtherCount { folder, theirs, most } => {
                write!(f, "{} 是共 {theirs} 片里的，其他的是共 {most} 片里的", folder.display())
            }
            Self::Twice { number, folders } => {
                let folders: Vec<String> = folders.iter().map(|folder| folder.display().to_string()).collect();
                write!(f, "第 {number} 片给了 {} 次：{}", folders.len(), folders.join("、"))
            }
            Self::Missing { numbers, of } => write!(f, "缺第 {} 片（共 {of} 片）", listed(numbers)),
            Self::OtherInputs { numbers, difference } => write!(f, "第 {} 片{difference}", listed(numbers)),
            Self::Damaged { folder, files } => {
                let files: Vec<String> = files.iter().map(|(path, damage)| format!("{path} {damage}")).collect();
                write!(f, "{} 里的文件与清单不符：{}", folder.display(), some(&files, "；"))
            }
            Self::OtherFiles { folder, files } => {
                write!(f, "{} 的清单与这一片应有的文件不符：{}", folder.display(), some(files, "、"))
            }
        }
    }
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Pdf { shard: true } => f.write_str("有 PDF，这次没有要 PDF（--no-pdf）"),
            Self::Pdf { shard: false } => f.write_str("没有 PDF（--no-pdf），这次要 PDF"),
            Self::Proof { shard: true } => f.write_str("是草稿（--drafts），这次不是"),
            Self::Proof { shard: false } => f.write_str("不是草稿，这次是（--drafts）"),
            Self::Date { shard, here } => {
                let told =
                    |date: &Option<String>| date.as_ref().map_or("没有设".to_owned(), |date| format!("是 {date}"));
                write!(f, "的 SOURCE_DATE_EPOCH 与这里的不同：那里{}，这里{}", told(shard), told(here))
            }
            Self::Input { what, names } => write!(f, "的{what}与这里的不同：{}", some(names, "、")),
        }
    }
}

impl fmt::Display for InputKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Selection => "报告范围（--only、--year）",
            Self::Content => "内容",
            Self::Templates => "模板",
            Self::Fonts => "字体",
        })
    }
}

impl fmt::Display for Damage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Gone => f.write_str("不见了"),
            Self::Length { expected, found } => write!(f, "应有 {expected} 字节，实际 {found} 字节"),
            Self::Altered => f.write_str("内容变了"),
            Self::Denied(reason) => write!(f, "读不了（{reason}）"),
        }
    }
}

/// Numbers in order, neighbours drawn together: `1、3–5`.
fn listed(numbers: &[u16]) -> String {
    let mut runs: Vec<(u16, u16)> = Vec::new();
    for number in numbers {
        match runs.last_mut() {
            Some((_, last)) if last.checked_add(1) == Some(*number) => *last = *number,
            _ => runs.push((*number, *number)),
        }
    }
    let run = |(first, last): &(u16, u16)| match last - first {
        0 => first.to_string(),
        1 => format!("{first}、{last}"),
        _ => format!("{first}–{last}"),
    };
    runs.iter().map(run).collect::<Vec<_>>().join("、")
}

/// The first few of a list, and how many there are.
fn some(names: &[String], between: &str) -> String {
    let told = names.iter().take(TOLD).cloned().collect::<Vec<_>>().join(between);
    if names.len() > TOLD { format!("{told} 等 {} 个", names.len()) } else { told }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_numbers_are_told_in_few_words() {
        assert_eq!(listed(&[1]), "1");
        assert_eq!(listed(&[1, 2, 4]), "1、2、4");
        assert_eq!(listed(&[1, 3, 4, 5, 9]), "1、3–5、9");
    }
}
