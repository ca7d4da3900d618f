//! The folder tree.

use std::fs;

use nianbao_model::{Agency, Municipality};

use super::{NARRATIVE, Workspace};
use crate::{Disk, LoadError, find_workspace, load};

fn ids(municipality: &Municipality) -> Vec<&str> {
    municipality.agencies().map(|agency| agency.id.as_str()).collect()
}

#[test]
fn agencies_come_in_the_official_order() {
    let workspace = Workspace::new();
    for (folder, order) in [("a", ""), ("b", "排序: 2\n"), ("c", "排序: 1\n"), ("c/agencies/d", "")] {
        let text = format!("名称: 机关{folder}\n{order}");
        workspace.write(&format!("content/agencies/{folder}/agency.yaml"), text);
    }
    let loaded = workspace.load();
    assert_eq!(loaded.diagnostics, []);
    assert_eq!(ids(&loaded.municipality.expect("a municipality")), ["", "c", "c/d", "b", "a"]);
    assert!(loaded.sources.files().any(|file| file.path() == "content/agencies/c/agencies/d/agency.yaml"));
}

#[test]
fn what_is_missing_does_not_hide_the_rest() {
    let workspace = Workspace::new();
    workspace.write("content/agencies/a/2024/report.yaml", "年度: 2024\n行政许可: 1\n");
    workspace.write("content/agencies/a/2024/narrative.md", NARRATIVE);
    fs::remove_file(workspace.path("content/site.yaml")).expect("removes it");
    let loaded = workspace.load();
    let found: Vec<(&str, Option<&str>)> = loaded
        .diagnostics
        .iter()
        .map(|finding| (finding.code.id, finding.agency.as_ref().map(nianbao_model::AgencyId::as_str)))
        .collect();
    assert_eq!(found, [("S004", None), ("S004", Some("a")), ("V020", Some("a"))]);
    let municipality = loaded.municipality.expect("a municipality");
    let agency: &Agency = &municipality.root.children[0];
    assert_eq!((agency.name.value.as_str(), agency.reports.len()), ("a", 1));
}

#[test]
fn findings_are_sorted_by_file_and_carry_agency_and_year() {
    let workspace = Workspace::new();
    workspace.write("content/2024/narrative.md", "甲");
    workspace.write("content/2024/report.yaml", "年度: 2023\n状态: 甲\n");
    workspace.write("content/2024/旧稿.docx", "");
    workspace.write("content/2024/.隐藏", "");
    let loaded = workspace.load();
    let codes: Vec<&str> = loaded.diagnostics.iter().map(|finding| finding.code.id).collect();
    assert_eq!(codes, ["V022", "V026", "C002", "C002", "C002", "S008"]);
    assert!(loaded.diagnostics.iter().all(|finding| finding.year == Some(2024) && finding.agency.is_some()));
}

#[test]
fn pictures_are_kept_as_they_are_published() {
    let workspace = Workspace::new();
    workspace.write("content/2024/narrative.md", NARRATIVE.replace("甲。", "![说明](./图.svg)\n\n![又](坏.png)"));
    workspace.write("content/2024/图.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>");
    workspace.write("content/2024/坏.png", "不是图片");
    workspace.write("content/2024/闲.jpg", "");
    assert_eq!(workspace.codes(), ["S047", "S008"]);
    let report = workspace.report();
    assert_eq!(report.images.keys().collect::<Vec<_>>(), ["图.svg"]);
    assert_eq!(report.images["图.svg"].bytes, b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n");
}

#[test]
fn a_text_of_more_than_4_mb_is_refused() {
    let workspace = Workspace::new();
    workspace.write("content/2024/narrative.md", "年".repeat(1_400_000));
    assert_eq!(workspace.codes(), ["S003"]);
}

#[test]
fn settings_of_the_site_are_read() {
    let workspace = Workspace::new();
    workspace.write(
        "content/site.yaml",
        "网站名称: 甲\n网址: https://a.cn/b/\n主题色: \"#1A5FB4\"\n字体文件夹: [fonts, /usr/share/fonts]\nICP备案号: 乙\n",
    );
    let loaded = workspace.load();
    assert_eq!(loaded.diagnostics, []);
    let site = loaded.municipality.expect("a municipality").site;
    assert_eq!((site.base_url.as_deref(), site.theme.as_deref()), (Some("https://a.cn/b"), Some("#1a5fb4")));
    assert_eq!((site.font_folders.len(), site.icp.as_deref()), (2, Some("乙")));
}

#[test]
fn the_nearest_workspace_upwards_is_found() {
    let workspace = Workspace::new();
    assert_eq!(
        find_workspace(&workspace.path("content/2024")),
        Some(workspace.path("")).map(|path| path.components().collect())
    );
    assert!(matches!(load(&Disk::new(workspace.path("content"))), Err(LoadError::NoContent(_))));
}

#[test]
fn the_projects_own_content_is_clean() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let loaded = load(&Disk::new(root)).expect("a workspace");
    assert_eq!(loaded.diagnostics, []);
    let municipality = loaded.municipality.expect("a municipality");
    let (agency, report) = municipality.reports().find(|(agency, _)| agency.id.as_str() == "tcj").expect("a report");
    assert_eq!(agency.title(report), "温州市投资促进局政府信息公开工作年度报告");
    assert_eq!(report.narrative.sections.len(), 3);
}
