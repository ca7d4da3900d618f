//! Two jobs of the plan that meet on one path.

use std::collections::BTreeMap;

use nianbao_model::{Agency, AgencyId, Code, Diagnostic, Kind, Severity};

use super::{Job, Plan, Product};

/// Two files would be written to one path.
pub(crate) static COLLISION: Code = Code {
    id: "U010",
    kind: Kind::Build,
    severity: Severity::Error,
    title: "两个文件要写到同一个地址",
    docs: "\
## 检查什么

生成之前，先排出要写的全部文件。每个文件只能有一个来源。

## 依据

报告的网址由机关文件夹的名称决定，逐年不变；两个来源同写一个地址，必有一个会丢失。

## 例

有一个机关的文件夹叫 `government`，而 `government/` 是市政府本级报告的固定地址；或者叫 `2024`，而 `2024/` 是这一年全部报告的网页。
`search` 和 `pagefind` 也不能用作机关文件夹，这两个地址用来检索。

## 怎样改

给其中一个文件夹换个名称。
",
};

impl Plan<'_> {
    /// A finding for each path that two jobs meet on; nothing else may stand in a folder of the plan.
    pub(super) fn collisions(&self) -> Vec<Diagnostic> {
        let folders: Vec<&Job> = self.jobs.iter().filter(|job| job.path.ends_with('/')).collect();
        let holding = |path: &str| folders.iter().find(|folder| path != folder.path && path.starts_with(&folder.path));
        let mut taken: BTreeMap<&str, &Product> = BTreeMap::new();
        let mut findings = Vec::new();
        for job in &self.jobs {
            let first = taken.insert(&job.path, &job.product).or(holding(&job.path).map(|folder| &folder.product));
            if let Some(first) = first {
                findings.push(collision(&job.path, first, &job.product));
            }
        }
        findings
    }
}

/// It is told at the name of an agency whose folder could get another name.
fn collision(path: &str, first: &Product, second: &Product) -> Diagnostic {
    let message = format!("“{path}”有两个来源：{}和{}", first.describe(), second.describe());
    let finding = Diagnostic::new(&COLLISION, message).help("给其中一个文件夹换个名称，网址也随之改变");
    match renamable(second).or(renamable(first)) {
        Some(agency) => finding.at(agency.name.span, "这个机关的文件夹名称要换"),
        None => finding,
    }
}

/// The agency of a product, but for the government, whose folder has no name.
fn renamable<'a>(product: &Product<'a>) -> Option<&'a Agency> {
    product.agency().filter(|agency| agency.id != AgencyId::root())
}
