//! Whole workspaces in a folder of their own.

mod figures;
mod files;
mod forms;
mod long;
mod never_panics;
mod slips;
#[cfg(unix)]
mod special;
mod workspace;

use std::fs;
use std::path::PathBuf;

use nianbao_model::Report;
use tempfile::TempDir;

use crate::{Disk, Loaded, load};

const SITE: &str = "网站名称: 示例市年度报告\n";
const AGENCY: &str = "名称: 示例市人民政府\n";
const NARRATIVE: &str = "# 总体情况\n\n甲。\n\n# 存在的主要问题及改进情况\n\n乙。\n\n# 其他需要报告的事项\n\n丙。\n";

/// A workspace with one agency and its report of 2024.
struct Workspace(TempDir);

impl Workspace {
    fn new() -> Self {
        let workspace = Self(TempDir::new().expect("a folder"));
        workspace.write("content/site.yaml", SITE);
        workspace.write("content/agency.yaml", AGENCY);
        workspace.write("content/2024/report.yaml", "年度: 2024\n");
        workspace.write("content/2024/narrative.md", NARRATIVE);
        workspace
    }

    fn with_report(text: &str) -> Self {
        let workspace = Self::new();
        workspace.write("content/2024/report.yaml", format!("年度: 2024\n{text}"));
        workspace
    }

    fn write(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("makes it");
        fs::write(path, bytes).expect("writes it");
    }

    fn path(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }

    fn load(&self) -> Loaded {
        load(&Disk::new(self.0.path())).expect("a workspace")
    }

    fn codes(&self) -> Vec<&'static str> {
        self.load().diagnostics.iter().map(|finding| finding.code.id).collect()
    }

    fn report(&self) -> Report {
        self.load().municipality.expect("a municipality").root.reports.remove(&2024).expect("a report")
    }
}
