//! A correction is seen wherever a report is: the last day on top, on paper, in lists, in feed and data.

use std::fs;
use std::io::Read;

use nianbao_tests::{Workspace, nianbao, pdf_text};

const CORRECTIONS: &str = "更正:
  - {日期: 2025-05-06, 内容: 表三“自然人”由 2 件更正为 1 件。}
  - {日期: 2025-04-01, 内容: 公开数由 12 件更正为 13 件。}
";

/// A city whose government corrected its report twice.
fn city() -> Workspace {
    let city = Workspace::copy_of("tests/sites/small-city");
    let report = city.read("content/2024/report.yaml");
    city.write("content/2024/report.yaml", report + CORRECTIONS);
    let site = city.read("content/site.yaml");
    let site: String =
        site.lines().filter(|line| !line.starts_with("网址")).map(|line| line.to_owned() + "\n").collect();
    city.write("content/site.yaml", site + "网址: https://www.example.gov.cn\n");
    let built = nianbao(city.path(), ["build", "--year", "2024"]).output().unwrap();
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stdout));
    city
}

/// The text of one part of a Word file.
fn word(file: &std::path::Path) -> String {
    let mut archive = zip::ZipArchive::new(fs::File::open(file).unwrap()).unwrap();
    let mut text = String::new();
    archive.by_name("word/document.xml").unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn the_last_day_is_told_wherever_the_report_is() {
    let city = city();
    let read = |path: &str| city.read(&format!("dist/{path}"));
    let page = read("site/government/2024/index.html");
    let told = "<p class=\"corrected\">本报告于2025年5月6日更正，<a href=\"#corrections\">见文末</a>。</p>";
    assert!(
        page.find(told) < page.find("class=\"record\"") && page.contains(told) && page.contains("id=\"corrections\"")
    );
    assert!(read("site/government/index.html").contains("href=\"2024/index.html#corrections\">2025年5月6日更正</a>"));
    let year = read("site/2024/index.html");
    assert_eq!(year.matches("<span class=\"badge\">更正</span>").count(), 1);
    assert!(year.contains("<time datetime=\"2025-05-06\">2025-05-06</time>更正"));
    let feed = read("site/feed.xml");
    assert!(feed.contains("年度报告（更正）</title>") && feed.contains("<updated>2025-05-06T00:00:00+08:00</updated>"));
    assert!(feed.contains("<summary>本报告于2025年5月6日更正：表三“自然人”由 2 件更正为 1 件。</summary>"), "{feed}");
    assert!(read("site/data/2024.csv").contains("更正：2025-05-06，表三“自然人”由 2 件更正为 1 件。"));
    assert_eq!(read("site/data/2024.json").matches("\"corrections\"").count(), 1);
    let list = read("bundle/2024/清单.csv");
    let lines: Vec<&str> = list.lines().collect();
    assert!(lines[0].ends_with("SHA-256,更正日期") && lines[1].ends_with(",2025-05-06") && lines[2].ends_with(','));
    assert!(pdf_text(&city.path().join("dist/bundle/2024/目录.pdf")).contains("海州市人民政府（2025年5月6日更正）"));
    let pdf = pdf_text(&city.path().join("dist/site/government/2024/report.pdf"));
    assert!(pdf.find("（本报告于2025年5月6日更正，见文末）") < pdf.find("一、总体情况"), "{pdf}");
    assert!(pdf.contains("见文末") && pdf.contains("2025年4月1日：公开数由"));
}

#[test]
fn a_word_file_tells_it_on_top_and_what_was_not_corrected_tells_nothing() {
    let city = city();
    for (agency, told) in [("海州市人民政府", true), ("jyj", false)] {
        let arguments = ["export", "docx", agency, "--year", "2024", "--out", "word.docx"];
        let made = nianbao(city.path(), arguments).output().unwrap();
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        let text = word(&city.path().join("word.docx"));
        assert_eq!(text.contains("（本报告于2025年5月6日更正，见文末）"), told);
        fs::remove_file(city.path().join("word.docx")).unwrap();
    }
    assert!(!city.read("dist/site/jyj/2024/index.html").contains("更正"));
}
