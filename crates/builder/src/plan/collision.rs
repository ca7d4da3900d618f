//! Jobs of the plan that meet on one path, on this system or on another.

use std::borrow::Cow;
use std::collections::BTreeMap;

use nianbao_model::{Agency, AgencyId, Code, Diagnostic, Kind, Severity};
use unicode_normalization::UnicodeNormalization;

use super::{Job, Plan, Product, SiteFile, image_place};
use crate::templates::Templates;

/// Two files would be written to one path.
pub(crate) static COLLISION: Code = Code {
    id: "U010",
    kind: Kind::Build,
    severity: Severity::Error,
    title: "两个文件要写到同一个地址",
    docs: "\
## 检查什么

生成之前，先排出要写的全部文件。每个文件只能有一个来源；只有大小写不同的两个名称，也算同一个。

## 依据

报告的网址由机关文件夹的名称决定，逐年不变；两个来源同写一个地址，必有一个会丢失。
在 Windows 和 macOS 上，`图.png` 和 `图.PNG` 是同一个文件，拷贝过去必有一个会丢失。

## 例

有一个机关的文件夹叫 `government`，而 `government/` 是市政府本级报告的固定地址；或者叫 `2024`，而 `2024/` 是这一年全部报告的网页。
`search` 和 `pagefind` 也不能用作机关文件夹，这两个地址用来检索。

## 怎样改

给其中一个文件夹或图片换个名称。
",
};

/// How two jobs meet.
#[derive(Debug, Clone, Copy)]
enum Meeting {
    /// On one path.
    Same,
    /// On paths that some systems take for one.
    Alike,
    /// One is a file where the other needs a folder.
    Within,
}

impl Plan<'_> {
    /// A finding for each path that two jobs meet on; nothing else may stand in a folder of the plan.
    pub(super) fn collisions(&self, templates: &Templates) -> Vec<Diagnostic> {
        let folders: Vec<&Job> = self.jobs.iter().filter(|job| job.path.ends_with('/')).collect();
        let holding =
            |path: &str| folders.iter().copied().find(|folder| path != folder.path && path.starts_with(&folder.path));
        let mut taken: BTreeMap<Cow<str>, &Job> = BTreeMap::new();
        let mut findings = Vec::new();
        for job in &self.jobs {
            let path = folded(&job.path);
            let folder = holding(&path);
            if let Some(first) = taken.insert(path, job) {
                let how = if first.path == job.path { Meeting::Same } else { Meeting::Alike };
                findings.push(collision(how, first, job, templates));
            } else if let Some(folder) = folder {
                findings.push(collision(Meeting::Same, folder, job, templates));
            }
        }
        // Only what a workspace puts beside its templates can have any path.
        let assets = self.jobs.iter().filter(|job| matches!(job.product, Product::File(SiteFile::Asset { .. })));
        for (asset, other) in assets.filter_map(|asset| Some((asset, within(&taken, asset)?))) {
            findings.push(collision(Meeting::Within, other, asset, templates));
        }
        findings
    }
}

/// A job whose path goes on where `asset`, a file, ends; or the other way round.
fn within<'j>(taken: &BTreeMap<Cow<str>, &'j Job<'j>>, asset: &Job) -> Option<&'j Job<'j>> {
    let path = folded(&asset.path);
    let folder = format!("{path}/");
    let below = taken.range(Cow::from(folder.as_str())..).next().filter(|(other, _)| other.starts_with(&folder));
    let above = || path.match_indices('/').find_map(|(at, _)| taken.get(path.get(..at)?));
    below.map(|(_, job)| *job).or_else(|| above().copied())
}

/// A path as systems see it that know neither small from large letters nor one way to write `é` from another.
fn folded(path: &str) -> Cow<'_, str> {
    if path.chars().all(has_one_form) {
        return path.into();
    }
    path.nfc().flat_map(char::to_lowercase).nfc().collect::<String>().into()
}

/// Whether a letter is written in one way alone, as nearly all in the names of agencies are: thousands of paths are folded after
/// each save in a preview.
fn has_one_form(letter: char) -> bool {
    letter.is_ascii() && !letter.is_ascii_uppercase() || ('\u{4e00}'..='\u{9fff}').contains(&letter)
}

/// It is told where somebody can choose another name.
fn collision(how: Meeting, first: &Job, second: &Job, templates: &Templates) -> Diagnostic {
    let sources = format!("{}和{}", first.product.describe(), second.product.describe());
    let message = match how {
        Meeting::Same => format!("“{}”有两个来源：{sources}", second.path),
        Meeting::Alike => {
            let (first, second) = (&first.path, &second.path);
            format!("“{first}”和“{second}”在 Windows、macOS 上是同一个文件：{sources}")
        }
        Meeting::Within => {
            let (first, second) = (&first.path, &second.path);
            format!("“{first}”和“{second}”不能都有，同一个名称不能既是文件又是文件夹：{sources}")
        }
    };
    let finding = Diagnostic::new(&COLLISION, message);
    match (second.product, renamable(second).or(renamable(first))) {
        (Product::File(SiteFile::Image { agency, report, name, .. }), _) => {
            let finding = finding.about(&agency.id, report.year).help("给其中一张图片换个名称，正文里也跟着改。");
            match image_place(report, name) {
                Some(span) => finding.at(span, ""),
                None => finding,
            }
        }
        (_, Some(agency)) => finding
            .about(&agency.id, None)
            .at(agency.name.span, "这个机关的文件夹名称要换")
            .help("给其中一个文件夹换个名称，网址也随之改变。"),
        (Product::File(SiteFile::Asset { path, .. }), None) => {
            let finding = finding.help("给 templates 里的这个文件换个名称。");
            match templates.place(path) {
                Some(span) => finding.at(span, ""),
                None => finding,
            }
        }
        _ => finding.help("给其中一个文件夹换个名称，网址也随之改变。"),
    }
}

/// The agency of a job, but for the government, whose folder has no name.
fn renamable<'a>(job: &Job<'a>) -> Option<&'a Agency> {
    job.product.agency().filter(|agency| agency.id != AgencyId::root())
}
