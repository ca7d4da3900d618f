//! What an interrupted run left, and what stands in the published folder now.

use std::collections::BTreeSet;
use std::fmt;
use std::path::{Path, PathBuf};

use super::Inventory;

/// An interrupted run was cleaned up after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Recovery {
    target: PathBuf,
    /// Whether the earlier publication had to be put back.
    restored: bool,
    /// What stands there; nothing where nothing was published yet.
    published: Option<Inventory>,
}

impl Recovery {
    /// What is told once `target` is as it should be.
    pub(super) fn of(target: &Path, restored: bool) -> Self {
        Self { target: target.to_owned(), restored, published: Inventory::read(target).ok().flatten() }
    }
}

impl fmt::Display for Recovery {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let target = self.target.display();
        match &self.published {
            Some(published) if self.restored => {
                write!(f, "上次生成中断了，已恢复此前发布的 {target}（{}）。", described(published))
            }
            Some(published) => {
                write!(f, "上次生成中断了，没有做完的已清除；{target} 里是完整的（{}）。", described(published))
            }
            None => write!(f, "上次生成中断了，没有做完的已清除；{target} 还没有发布过。"),
        }
    }
}

/// How many reports of which years.
fn described(published: &Inventory) -> String {
    let year = |path: &String| path.split('/').find_map(|step| (step.len() == 4).then(|| step.parse::<u16>().ok())?);
    let years: BTreeSet<u16> = published.files.iter().filter_map(year).collect();
    let reports = published.reports;
    match (years.first(), years.last()) {
        (Some(first), Some(last)) if first < last => format!("{reports} 份报告，{first}—{last} 年"),
        (Some(only), _) => format!("{reports} 份报告，{only} 年"),
        _ => format!("{reports} 份报告"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(restored: bool, reports: usize, files: &[&str]) -> String {
        let files = files.iter().map(|file| (*file).to_owned()).collect();
        let published = Some(Inventory { reports, complete: true, pdf: true, proof: false, shard: None, files });
        Recovery { target: "dist".into(), restored, published }.to_string()
    }

    #[test]
    fn what_was_restored_is_named() {
        let two = ["site/2023/index.html", "site/tcj/2024/report.pdf", "site/index.html"];
        assert_eq!(told(true, 2, &two), "上次生成中断了，已恢复此前发布的 dist（2 份报告，2023—2024 年）。");
        let one = ["site/tcj/2024/index.html"];
        assert_eq!(told(false, 1, &one), "上次生成中断了，没有做完的已清除；dist 里是完整的（1 份报告，2024 年）。");
    }
}
