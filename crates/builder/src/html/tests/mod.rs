//! The built-in templates with the views, and what hostile or missing content makes of them.

mod changes;
mod prose;
mod sample;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::{env, fs};

use jiff::civil::Date;
use nianbao_model::compare::{Comparison, Party};
use nianbao_model::overview::Overview;
use nianbao_model::{AgencyId, FormerName, Municipality, Report, SourceMap, Spanned, Status};
use serde::Serialize;

use super::{AgencyPage, CityPage, ComparisonPage, ErrorPage, Feed, Pages, ReportPage, SearchPage, Survey, YearPage};
use super::{FindingView, ProblemPage, StatusPage};
use super::{ImportDoubt, ImportPage, ImportedReport, SourceCell, SourceKind, SourcePart};
use crate::address::address;
use crate::dates;
use crate::templates::Templates;
use crate::view::Measure;
use changes::changes;
use sample::{agency, city, empty_city, form, form_list, help, large_city, panel, plain_report};

const HOSTILE: &str = r#"</title><script>alert("1")</script>&'"#;
const ESCAPED: &str = "&lt;/title&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;";

fn pages() -> Pages {
    Pages::new(&Templates::built_in()).expect("the built-in templates load")
}

fn report_page(city: &Municipality, id: &AgencyId, year: i16) -> String {
    let agency = city.agency(id).expect("an agency");
    let page = ReportPage::new(&Survey::new(city), agency, &agency.reports[&year], Some(123_456));
    pages().page(&page).expect("a page")
}

fn year_page(city: &Municipality, year: i16) -> YearPage {
    let survey = Survey::new(city);
    YearPage::new(&survey, year)
}

fn feed(city: &Municipality) -> Feed {
    Feed::new(&Survey::new(city), dates::feed(city).expect("a feed"))
}

fn comparison(city: &Municipality) -> ComparisonPage {
    let agency = &city.root;
    let report = &agency.reports[&2024];
    let party = Party { agency, report };
    ComparisonPage::new(&Comparison::of(report, report), &party, &party, &Templates::built_in())
}

fn import(city: &Municipality) -> ImportPage {
    let agency = &city.root;
    let said = || ImportDoubt {
        subject: HOSTILE.to_owned(),
        message: HOSTILE.to_owned(),
        hint: Some(HOSTILE.to_owned()),
        place: Some(HOSTILE.to_owned()),
        source: Some("s-0-0".to_owned()),
        result: None,
    };
    let cell = SourceCell { id: "s-0-0".to_owned(), text: HOSTILE.to_owned(), ..SourceCell::default() };
    let part = SourcePart {
        id: "s-0".to_owned(),
        kind: SourceKind::Grid,
        text: HOSTILE.to_owned(),
        place: HOSTILE.to_owned(),
        leads: None,
        rows: vec![vec![cell]],
        picture: None,
        doubts: Vec::new(),
    };
    let imported = ImportedReport {
        agency,
        report: &agency.reports[&2024],
        summary: vec![HOSTILE.to_owned()],
        cells: BTreeMap::new(),
        stated: Vec::new(),
        begins: BTreeMap::new(),
        doubts: vec![said()],
        findings: Vec::new(),
        dropped: vec![HOSTILE.to_owned()],
        source: vec![part],
    };
    ImportPage::new(imported, &Templates::built_in())
}

fn status(city: &Municipality) -> StatusPage {
    let overview = Overview::of(city, &[], None).expect("a year");
    StatusPage::alone(city, &overview, Date::constant(2025, 1, 20), &Templates::built_in())
}

fn problem() -> ProblemPage {
    ProblemPage {
        version: "1".to_owned(),
        title: "没有这个网页".to_owned(),
        lead: HOSTILE.to_owned(),
        findings: vec![FindingView::of_words(HOSTILE)],
        nearby: Vec::new(),
        others: true,
    }
}

fn fields(page: &impl Serialize) -> BTreeSet<String> {
    let value = serde_json::to_value(page).expect("a page is plain data");
    value.as_object().expect("an object").keys().cloned().collect()
}

/// The fields of the view that each template shows.
fn views(city: &Municipality) -> Vec<(&'static str, BTreeSet<String>)> {
    let survey = Survey::new(city);
    let bureau = &city.root.children[0];
    vec![
        ("report.html", fields(&ReportPage::new(&survey, bureau, &bureau.reports[&2024], None))),
        ("agency.html", fields(&AgencyPage::new(&survey, bureau, true))),
        ("city.html", fields(&CityPage::new(&survey))),
        ("year.html", fields(&year_page(city, 2024))),
        ("404.html", fields(&ErrorPage::new(&survey))),
        ("feed.xml", fields(&feed(city))),
        ("search.html", fields(&SearchPage::new(&survey))),
        ("comparison.html", fields(&comparison(city))),
        ("import.html", fields(&import(city))),
        ("changes.html", fields(&changes())),
        ("status.html", fields(&status(city))),
        ("preview_panel.html", fields(&panel())),
        ("problem.html", fields(&problem())),
        ("form.html", fields(&form(city))),
        ("form_list.html", fields(&form_list())),
        ("help.html", fields(&help())),
    ]
}

#[test]
fn templates_use_only_what_the_views_have() {
    for (template, fields) in views(&city()) {
        for variable in pages().variables(template) {
            assert!(fields.contains(variable), "{template} uses `{variable}`, which its view does not have");
        }
    }
}

#[test]
fn whatever_an_editor_types_is_text() {
    let mut city = city();
    city.site.name = HOSTILE.to_owned();
    city.site.sponsor = Some(Spanned::unwritten(HOSTILE.to_owned()));
    city.root.name.value = HOSTILE.to_owned();
    let report = city.root.reports.get_mut(&2024).expect("a report");
    report.source = Some(Spanned::unwritten(HOSTILE.to_owned()));
    report.narrative.introduction = vec![sample::paragraph(HOSTILE)];
    let made = [
        report_page(&city, &AgencyId::root(), 2024),
        pages().page(&AgencyPage::new(&Survey::new(&city), &city.root, true)).expect("a page"),
        pages().page(&CityPage::new(&Survey::new(&city))).expect("a page"),
        pages().page(&year_page(&city, 2024)).expect("a page"),
        pages().feed(&feed(&city)).expect("a feed"),
        pages().comparison(&comparison(&city)).expect("a page"),
        pages().import(&import(&city)).expect("a page"),
        pages().changes(&changes()).expect("a page"),
        pages().status(&status(&city)).expect("a page"),
        pages().preview_panel(&panel()).expect("a panel"),
        pages().problem(&problem()).expect("a page"),
        pages().form(&form(&city)).expect("a page"),
        pages().form_list(&form_list()).expect("a page"),
        pages().help(&help()).expect("a page"),
    ];
    for page in made {
        assert!(!page.contains("<script>alert"), "{page}");
        assert!(!page.contains("alert(\""), "{page}");
        assert!(page.contains(ESCAPED));
    }
}

#[test]
fn every_relative_link_leads_to_a_page_of_the_site() {
    let city = city();
    let mut made = Vec::new();
    written(&city, |path, text| made.push((path.to_owned(), text.to_owned())));
    let mut there: BTreeSet<String> = made.iter().map(|(path, _)| path.clone()).collect();
    for file in ["report.pdf", "report.json", "report.xlsx", "table-2.csv", "table-3.csv", "table-4.csv"] {
        there.extend(made.iter().map(|(path, _)| path.replace("index.html", file)));
    }
    let sheets =
        ["style", "report", "forms", "charts", "overview", "search"].map(|sheet| format!("assets/{sheet}.css"));
    there.extend(sheets.into_iter().chain(["feed.xml", "search/index.html"].map(str::to_owned)));
    there.extend(["data/datapackage.json", "data/report.schema.json"].map(str::to_owned));
    for year in 2022..=2024 {
        there.extend(["csv", "json", "xlsx"].map(|ending| format!("data/{year}.{ending}")));
    }
    for (path, text) in &made {
        for href in text.split(r#" href=""#).skip(1).filter_map(|rest| rest.split('"').next()) {
            let outside = [":", "#"].iter().any(|mark| href.contains(mark));
            assert!(outside || there.contains(&resolved(path, href)), "{path}: {href} leads nowhere");
        }
    }
}

/// Where `href` leads from the page at `path`.
fn resolved(path: &str, href: &str) -> String {
    let mut steps: Vec<&str> = path.split('/').collect();
    steps.pop();
    for step in href.split('/') {
        if step == ".." {
            assert!(steps.pop().is_some(), "{path}: {href} leads out of the site");
        } else {
            steps.push(step);
        }
    }
    steps.join("/")
}

#[test]
fn a_report_page_says_what_the_report_says() {
    let page = report_page(&city(), &AgencyId::root(), 2024);
    for expected in [
        "<h2 id=\"section-1-title\"><a class=\"anchor\" href=\"#section-1\">一、总体情况</a></h2>",
        "<h3 id=\"section-1-6\"><a class=\"anchor\" href=\"#section-1-6\">（六）政府信息公开标准化建设</a></h3>",
        "<h4 id=\"section-1-6-1\"><a class=\"anchor\" href=\"#section-1-6-1\">1.目录清单</a></h4>",
        "<h5 id=\"section-1-6-1-1\"><a class=\"anchor\" href=\"#section-1-6-1-1\">（1）更新情况</a></h5>",
        "申请<a class=\"quoted\" href=\"#申请.本年新收.总计\">3525</a>件，其中<strong>予以公开</strong><a class=\"quoted\" href=\"#申请.予以公开.总计\">1431</a>件，做到<em>件件有着落</em>。",
        ">50<span class=\"remark\">（其中修订16件）</span></td>",
        "<p class=\"note\">注：行政复议、行政诉讼数量含上年度结转数量。</p>",
        "<meta name=\"PubDate\" content=\"2025-01-20 00:00\">",
        "download=\"温州市人民政府2024年政府信息公开工作年度报告.pdf\"",
        "<a href=\"table-3.csv\" download=\"温州市人民政府2024年政府信息公开工作年度报告-表3.csv\">",
        "src=\"走势%20图.svg\"",
    ] {
        assert!(page.contains(expected), "no {expected} in {page}");
    }
    assert!(!page.contains("\n\n"), "blank lines in {page}");
}

#[test]
fn a_city_without_reports_says_so() {
    let page = pages().page(&CityPage::new(&Survey::new(&empty_city()))).expect("a page");
    assert!(page.contains("还没有公开的年度报告"));
}

#[test]
fn an_agency_without_reports_says_so() {
    let city = city();
    let agency = city.agency(&AgencyId::root().child("lucheng").child("jtj")).expect("an agency");
    let page = pages().page(&AgencyPage::new(&Survey::new(&city), agency, true)).expect("a page");
    assert!(page.contains("还没有公开的年度报告"));
    assert!(page.contains("<li><a href=\"../../lucheng/index.html\">鹿城区人民政府</a></li>"));
}

#[test]
fn an_agency_says_what_it_was_called() {
    let mut city = city();
    let page = |city: &Municipality| {
        pages().page(&AgencyPage::new(&Survey::new(city), &city.root.children[0], true)).expect("a page")
    };
    assert!(!page(&city).contains("曾用名"));
    let former = |name: &str, until| FormerName { name: sample::spanned(name.to_owned()), until };
    city.root.children[0].former_names = vec![former("市招商局", 2018), former("市<投资>局", 2023)];
    assert!(page(&city).contains("曾用名：市&lt;投资&gt;局（至2023年）、市招商局（至2018年）</p>"));
}

#[test]
fn a_year_that_is_not_all_out_says_so() {
    let mut city = city();
    let page = |city: &Municipality| pages().page(&CityPage::new(&Survey::new(city))).expect("a page");
    let released = || Report { status: Status::Released, ..plain_report(2024) };
    city.root.reports.insert(2024, released());
    assert!(!page(&city).contains("已公开"), "a proof has drafts");
    city.root.children[0].reports.insert(2024, released());
    // The county's bureau owes a report as well.
    let told = page(&city);
    assert!(told.contains(">2024年主要数据（已公开2份）</h2>"), "{told}");
    assert!(told.contains("2024年的报告还没有全部公开"), "{told}");
    city.root.children[1].children[0].reports.insert(2024, released());
    let told = page(&city);
    assert!(told.contains(">2024年主要数据</h2>") && !told.contains("已公开"), "{told}");
    assert!(!told.contains("还没有全部公开"), "{told}");
}

#[test]
fn agencies_are_grouped_by_category_and_below_their_own() {
    let mut city = city();
    city.root.children.push(agency(&AgencyId::root().child("x"), "某机关"));
    let titles: Vec<String> = CityPage::new(&Survey::new(&city)).groups.into_iter().map(|group| group.title).collect();
    assert_eq!(titles, ["市政府工作部门", "县（市、区）人民政府", "其他机关", "鹿城区人民政府所属机关"]);
}

#[test]
fn a_sum_counts_each_report_once() {
    let mut city = city();
    city.root.children[1].children[0].reports.insert(2023, sample::plain_report(2023));
    let received = |city: &Municipality, year: i16| {
        let survey = Survey::new(city);
        let reports = survey.year(year).expect("a year with reports");
        let summing = reports.entries.iter().filter(|entry| entry.sums_up).map(|entry| entry.agency.id.to_string());
        let sum = reports.total.get(Measure::Received).expect("every form has it").to_string();
        (sum, summing.collect::<Vec<String>>())
    };
    assert_eq!(received(&city, 2023), ("2".to_owned(), Vec::new()), "a bureau and a county's bureau");
    city.root.children[1].reports.insert(2023, Report { year: 2023, ..sample::rich_report() });
    assert_eq!(received(&city, 2023), ("3526".to_owned(), vec!["lucheng".to_owned()]), "the county stands for its own");
    assert_eq!(received(&city, 2024), ("3525".to_owned(), vec![String::new()]), "the government stands for all");
}

#[test]
fn a_fault_in_a_template_is_named_with_its_place() {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |text: &str| {
        fs::create_dir_all(folder.path().join("templates/html")).expect("a folder");
        fs::write(folder.path().join("templates/html/city.html"), text).expect("a file");
        Templates::of_workspace(folder.path(), &mut SourceMap::default()).0
    };
    let unknown = Pages::new(&write("<p>\n年报{{ title | upp }}{{ 1 | low }}")).err().expect("two unknown filters");
    assert_eq!(
        unknown.to_string(),
        "templates/html/city.html:2:14：没有叫“upp”的过滤器（原话：Unknown filter `upp`）\n\
         templates/html/city.html:2:27：没有叫“low”的过滤器（原话：Unknown filter `low`）"
    );
    let pages = Pages::new(&write("年报{{ titel }}")).expect("unknown variables show only when rendered");
    let error = pages.page(&CityPage::new(&Survey::new(&empty_city()))).expect_err("an unknown variable");
    let place = error.faults()[0].place.as_ref().expect("a place");
    assert_eq!((place.file.as_str(), place.line, place.column), ("html/city.html", 1, 6));
    assert_eq!(place.range, "年报{{ ".len().."年报{{ titel".len());
}

/// The templates of what is published.
fn city_templates() -> [&'static str; 7] {
    ["report.html", "agency.html", "city.html", "year.html", "404.html", "feed.xml", "search.html"]
}

/// docs/模板.md lists the fields of each view, and no other.
#[test]
fn the_manual_of_templates_lists_what_each_of_them_sees() {
    let manual = include_str!("../../../../../docs/模板.md");
    let city = city();
    let frame = fields(&CityPage::new(&Survey::new(&city)).frame);
    // The others are shown by commands, and not published.
    let published = |(template, _): &(&str, _)| city_templates().contains(template);
    for (template, fields) in views(&city).into_iter().filter(published) {
        let start = format!("| `{template}` |");
        let line = manual.lines().find_map(|line| line.strip_prefix(&start));
        let Some(line) = line else { panic!("docs/模板.md says nothing of {template}") };
        let listed: BTreeSet<String> = line.split('`').skip(1).step_by(2).map(str::to_owned).collect();
        let own = if frame.is_subset(&fields) { fields.difference(&frame).cloned().collect() } else { fields };
        assert_eq!(listed, own, "docs/模板.md, {template}");
    }
}

/// Every page of `city` with its path.
fn written(city: &Municipality, mut write: impl FnMut(&str, &str)) {
    let pages = pages();
    let survey = Survey::new(city);
    write("index.html", &pages.page(&CityPage::new(&survey)).expect("a page"));
    for (year, _) in survey.years() {
        let page = YearPage::new(&survey, year);
        write(&format!("{year}/index.html"), &pages.page(&page).expect("a page"));
    }
    write("search/index.html", &pages.page(&SearchPage::new(&survey)).expect("a page"));
    for agency in city.agencies() {
        let folder = address(&agency.id);
        let page = AgencyPage::new(&survey, agency, true);
        write(&format!("{folder}/index.html"), &pages.page(&page).expect("a page"));
        for report in agency.reports.values() {
            let page = ReportPage::new(&survey, agency, report, Some(345_678));
            write(&format!("{folder}/{}/index.html", report.year), &pages.page(&page).expect("a page"));
        }
    }
}

/// Writes sample sites below the folder that `NIANBAO_SAMPLES` names, to be looked at in a browser.
#[test]
fn samples_can_be_looked_at() {
    let Some(folder) = env::var_os("NIANBAO_SAMPLES") else { return };
    let mut alone = empty_city();
    alone.root.name.value = "温州市投资促进局".to_owned();
    alone.root.reports.insert(2024, plain_report(2024));
    alone.site.theme = Some("#1d4f91".to_owned());
    let cities = [("city", city()), ("large", large_city(300)), ("empty", empty_city()), ("alone", alone)];
    for (name, city) in cities {
        let site = Path::new(&folder).join(name);
        let put = |path: &str, bytes: &[u8]| {
            let path = site.join(path);
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            fs::write(path, bytes).expect("a file");
        };
        written(&city, |path, text| put(path, text.as_bytes()));
        let templates = Templates::built_in();
        for (name, text) in templates.below("assets") {
            put(&format!("assets/{name}"), text.as_bytes());
        }
        for (agency, report) in city.reports() {
            for (file, image) in &report.images {
                put(&format!("{}/{}/{file}", address(&agency.id), report.year), &image.bytes);
            }
        }
    }
}
