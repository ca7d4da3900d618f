//! How far all reports are, as a page: in the preview and as a file.

use nianbao_tests::{Preview, Workspace, nianbao};
use scraper::{Html, Selector};
use snapbox::{assert_data_eq, file};

use super::browser::Browser;
use super::validators::{assert_accessible, assert_valid};

/// A city with a report of each standing.
fn city() -> Workspace {
    let workspace = Workspace::copy_of("tests/data/city");
    std::fs::remove_dir_all(workspace.path().join("content/agencies/czj/2024")).unwrap();
    workspace.replace("content/agencies/jyj/2024/report.yaml", "状态: 已公开", "状态: 拟公开");
    workspace.replace("content/agencies/jyj/2024/report.yaml", "本年新收: {自然人: 5}", "本年新收: {自然人: 50}");
    workspace.replace("content/agencies/jyj/agency.yaml", "名称:", "联系方式: {电话: 0571-12345678}\n名称:");
    workspace.write("content/site.yaml", workspace.read("content/site.yaml") + "主题色: \"#1d4f91\"\n");
    workspace
}

/// The text of a table line by line.
fn lines(page: &str) -> String {
    let page = Html::parse_document(page);
    let rows = Selector::parse(".status-table tr").unwrap();
    let line = |row: scraper::ElementRef| {
        let cells: Vec<String> = row
            .child_elements()
            .map(|cell| cell.text().map(str::trim).filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" "))
            .collect();
        cells.join(" | ").trim_end().to_owned() + "\n"
    };
    page.select(&rows).map(line).collect()
}

#[test]
fn the_page_says_what_the_command_says() {
    let workspace = city();
    let told = nianbao(workspace.path(), ["status", "--format", "html", "--today", "2025-02-10"]).output().unwrap();
    let page = String::from_utf8(told.stdout).unwrap();
    assert_data_eq!(lines(&page), file!["snapshots/status-page.txt"].raw());
    workspace.write("page/status.html", &page);
    assert_valid(&workspace.path().join("page"));
    let file = workspace.path().join("page/status.html");
    let browser = Browser::start();
    assert_accessible(&browser, &file);
    assert!(!page.contains("<script") && !page.contains("<link rel=\"stylesheet\""), "{page}");
}

#[test]
fn the_page_leads_to_reports_years_and_the_table() {
    let workspace = city();
    let preview = Preview::of(&workspace, &[]);
    let page = preview.page("/_status/");
    for part in
        ["href=\"../jyj/2024/index.html\"", "href=\"../czj/index.html\"", "href=\"tel:057112345678\"", "?year=2023"]
    {
        assert!(page.contains(part), "no {part} in {page}");
    }
    let missing = lines(&preview.page("/_status/?year=2024&standing=missing"));
    assert!(missing.contains("海州市财政局") && !missing.contains("海州市教育局"), "{missing}");
    let earlier = preview.page("/_status/?year=2023");
    assert!(earlier.contains("2023年政府信息公开") && lines(&earlier).contains("海州市教育局"), "{earlier}");
    let table = preview.get("/_status/2024.csv");
    assert!(table.head.contains("content-type: text/csv"), "{}", table.head);
    assert!(table.text().contains("海州市财政局") && table.text().contains("缺"), "{}", table.text());
    assert!(page.contains("href=\"/assets/theme.css\"") && preview.get("/assets/theme.css").status == 200, "{page}");
    // What nobody can mean is taken for nothing.
    for query in ["?year=1999", "?year=x", "?standing=x", "?year", "?"] {
        assert!(preview.page(&format!("/_status/{query}")).contains("2024年"), "{query}");
    }
    assert_eq!(preview.get("/_status/1999.csv").status, 404);
}
