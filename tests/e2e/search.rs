//! Searching a published site in a real browser: what people type, and what they find first.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use nianbao_tests::{Workspace, nianbao, read_tree, repository, serve};
use scraper::{Html, Selector};

use super::browser::{Browser, Page};
use super::validators::assert_no_violations;

/// Agencies made up for these tests: folder, name, short name, what their reports of 2024 say.
const MADE_UP: [(&str, &str, &str, &str); 10] = [
    ("gaj", "海州市公安局", "市公安局", "公开户籍办理指南，编印反诈防骗手册三万册，出入境窗口实行周末延时服务。"),
    (
        "jtj",
        "海州市交通运输局",
        "市交通局",
        "公开公交线路调整公告，网约车管理细则公开征求意见，村村通公交覆盖率继续提高。",
    ),
    ("fgw", "海州市发展和改革委员会", "市发改委", "公开重大项目清单，解读民营经济三十条，公布居民阶梯电价。"),
    ("wjw", "海州市卫生健康委员会", "市卫健委", "公开传染病疫情信息，公布家庭医生签约服务机构名单和托育机构备案结果。"),
    ("rsj", "海州市人力资源和社会保障局", "市人社局", "公开职业技能提升补贴名单，发布零工市场地图，通报欠薪治理情况。"),
    ("zgj", "海州市自然资源和规划局", "市资规局", "公开征地信息，公示控制性详细规划，发布地质灾害防治方案。"),
    (
        "xspj",
        "海州市行政审批服务管理局",
        "市行政审批局",
        "公开一件事一次办事项，公布证明事项告知承诺清单，上线智能预填系统。",
    ),
    ("yueqing", "乐清市人民政府", "", "公开民生实事票决结果，乡镇街道政务公开专区全部建成，发布海塘安澜工程进展。"),
    ("qxj", "海州市气象局", "市气象局", "公开台风预警信号，发布汛期天气会商结论，公布人工增雨作业公告。"),
    ("tyj", "海州市体育局", "市体育局", "公开体育彩票公益金使用情况，公布健身步道名录，发布马拉松赛事通告。"),
];

/// What people type for an agency, and whose page must come first.
const NAMES: [(&str, &str); 26] = [
    ("温州市投资促进局", "tcj"),
    ("投资促进局", "tcj"),
    ("投资促进", "tcj"),
    ("市投资促进局", "tcj"),
    ("tcj", "tcj"),
    ("TCJ", "tcj"),
    ("wzstzcjj", "tcj"),
    ("tzcjj", "tcj"),
    ("宿迁市人民政府", "suqian"),
    ("宿迁", "suqian"),
    ("sqsrmzf", "suqian"),
    ("洪泽区", "hongze"),
    ("洪泽区人民政府", "hongze"),
    ("公安局", "gaj"),
    ("市公安局", "gaj"),
    ("gaj", "gaj"),
    ("交通局", "jtj"),
    ("市交通局", "jtj"),
    ("发改委", "fgw"),
    ("市发改委", "fgw"),
    ("sfgw", "fgw"),
    ("卫健委", "wjw"),
    ("人社局", "rsj"),
    ("资规局", "zgj"),
    ("行政审批局", "xspj"),
    ("乐清", "yueqing"),
];

/// What people type of a report's text. The reports that say it, and no others, must come first.
const PHRASES: [&str; 40] = [
    "投资温州",
    "依申请",
    "依申请公开",
    "三审三校",
    "先审后发",
    "公开为常态",
    "招商引资",
    "微信公众号",
    "信息处理费",
    "政务新媒体",
    "政府公报",
    "村（居）务公开",
    "沭阳县民政局",
    "半城镇",
    "习近平法治思想",
    "公众参与度",
    "国令第711号",
    "目录清单",
    "14万余条",
    "513篇",
    "同比增长170%",
    "请进来+走出去",
    "统得出、报得准",
    "反诈防骗",
    "周末延时服务",
    "网约车",
    "村村通公交",
    "阶梯电价",
    "民营经济三十条",
    "家庭医生",
    "托育机构",
    "零工市场",
    "欠薪",
    "详细规划",
    "一件事一次办",
    "告知承诺",
    "海塘安澜",
    "台风预警",
    "健身步道",
    "公益金",
];

/// A city of real and made-up agencies, published.
fn city() -> Workspace {
    let workspace = Workspace::real();
    for (folder, year) in [("suqian", 2023), ("suqian", 2024), ("hongze", 2023)] {
        let from = repository().join(format!("tests/data/reports/{folder}/content"));
        let to = format!("content/agencies/{folder}");
        for file in ["agency.yaml".to_owned(), format!("{year}/report.yaml"), format!("{year}/narrative.md")] {
            workspace.write(&format!("{to}/{file}"), fs::read(from.join(&file)).unwrap());
        }
    }
    for (folder, name, short, text) in MADE_UP {
        let to = format!("content/agencies/{folder}");
        let short = if short.is_empty() { String::new() } else { format!("简称: {short}\n") };
        workspace.write(&format!("{to}/agency.yaml"), format!("名称: {name}\n{short}类别: 虚构\n"));
        workspace.write(&format!("{to}/2024/report.yaml"), "年度: 2024\n发布日期: 2025-01-20\n状态: 已公开\n");
        let narrative = format!(
            "# 一、总体情况\n\n## （一）主动公开\n\n{text}\n\n# 五、存在的主要问题及改进情况\n\n解读形式不够丰富，将多用图解。\n\n# 六、其他需要报告的事项\n\n无。\n"
        );
        workspace.write(&format!("{to}/2024/narrative.md"), narrative);
    }
    publish(&workspace);
    workspace
}

fn publish(workspace: &Workspace) {
    let built = nianbao(workspace.path(), ["build", "--no-pdf"]).output().unwrap();
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stdout));
}

/// The page to search from, on the web below a path of its own.
fn open(browser: &Browser, workspace: &Workspace) -> Page {
    open_site(browser, &workspace.path().join("dist/site"))
}

/// The page to search from of a published site.
pub(crate) fn open_site(browser: &Browser, site: &Path) -> Page {
    let address = serve(site, "/zwgk/nianbao/");
    browser.visit(&format!("{address}search/index.html"), 1280)
}

/// Types `words`, and says where all that is found leads to, from the site's root.
pub(crate) fn find(page: &Page, words: &str) -> Vec<String> {
    let script = r##"(async words => {
        const wait = async ready => {
            for (let turn = 0; turn < 500; turn++) {
                if (ready()) return;
                await new Promise(go => setTimeout(go, 20));
            }
            throw new Error(document.querySelector("#status").textContent);
        };
        const results = document.querySelector("#results"), more = document.querySelector("#more");
        const told = () => document.querySelector("#status").textContent;
        document.querySelector("#q").value = words;
        document.querySelector("#search form").requestSubmit();
        await wait(() => told().startsWith("没有找到") || told().startsWith("找到") && results.children.length > 0);
        while (!more.hidden) {
            const shown = results.children.length;
            more.click();
            await wait(() => results.children.length > shown);
        }
        return [...results.querySelectorAll("h2 a")].map(link => new URL(link.href).pathname).join("\n");
    })"##;
    let found = page.ask(&format!("{script}({})", serde_json::json!(words)));
    let found = found.as_str().unwrap_or_else(|| panic!("“{words}” came to {found}"));
    found.lines().map(|path| path.strip_prefix("/zwgk/nianbao/").expect("a path below the site's").to_owned()).collect()
}

/// What each report's page says in prose, without spaces, by its path from the site's root.
fn prose(workspace: &Workspace) -> BTreeMap<String, String> {
    let parts = Selector::parse("h1, .text p, .text li, .text h2, .text h3, .text h4").unwrap();
    let pages = read_tree(&workspace.path().join("dist/site")).into_iter();
    pages
        .filter(|(path, _)| path.contains("/20") && path.ends_with("/index.html"))
        .map(|(path, bytes)| {
            let page = Html::parse_document(&String::from_utf8(bytes).unwrap());
            let text: String = page.select(&parts).flat_map(|part| part.text()).collect();
            (path, text.split_whitespace().collect())
        })
        .collect()
}

#[test]
fn what_people_type_leads_to_what_they_mean() {
    let workspace = city();
    let prose = prose(&workspace);
    let browser = Browser::start();
    let page = open(&browser, &workspace);
    let mut failures = Vec::new();
    for (words, agency) in NAMES {
        let found = find(&page, words);
        if !found.first().is_some_and(|path| path.starts_with(&format!("{agency}/"))) {
            failures.push(format!("{words}: {:?} come first", &found[..found.len().min(3)]));
        }
    }
    for words in PHRASES {
        let said: Vec<&String> = prose.iter().filter(|(_, text)| text.contains(words)).map(|(path, _)| path).collect();
        assert!(!said.is_empty(), "no report says {words}");
        let found = find(&page, words);
        let mut first: Vec<&String> = found.iter().filter(|path| path.contains("/20")).take(said.len()).collect();
        first.sort();
        if first != said {
            failures.push(format!("{words}: {first:?} come first, but {said:?} say it"));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// The first words of what the page says of its search.
fn told(page: &Page) -> String {
    page.ask("Promise.resolve(document.querySelector('#status').textContent)").as_str().unwrap().to_owned()
}

#[test]
fn a_search_is_narrowed_and_shows_where_in_the_page() {
    let workspace = city();
    let browser = Browser::start();
    let page = open(&browser, &workspace);
    page.run("document.querySelector('select[name=year]').value = '2023年'");
    assert_eq!(find(&page, "三审三校"), ["hongze/2023/index.html"]);
    let address = page.ask("Promise.resolve(decodeURI(location.search))");
    assert_eq!(address, "?q=三审三校&year=2023年");
    let marked = page.ask("Promise.resolve(document.querySelectorAll('#results mark').length)");
    assert!(marked.as_u64() > Some(0));
    let stop = page.ask("Promise.resolve(document.querySelector('#results p').textContent.includes('. '))");
    assert_eq!(stop, false);
    let section = page.ask("Promise.resolve(document.querySelector('#results .sections a').getAttribute('href'))");
    assert!(section.as_str().unwrap().starts_with("/zwgk/nianbao/"), "{section}");
    assert!(section.as_str().unwrap().ends_with("/2023/index.html#section-1"), "{section}");
    assert_eq!(find(&page, "qqqq"), [""; 0]);
    assert!(told(&page).contains("机关目录"));
    let elsewhere = page.ask(
        "Promise.resolve(performance.getEntriesByType('resource').filter(entry => !entry.name.startsWith(location.origin) && !entry.name.startsWith('data:')).length)",
    );
    assert_eq!(elsewhere, 0);
}

#[test]
fn what_is_found_is_accessible() {
    let workspace = city();
    let browser = Browser::start();
    let address = serve(&workspace.path().join("dist/site"), "/");
    for width in [360, 1280] {
        let page = browser.visit(&format!("{address}search/index.html?q=投资温州"), width);
        page.ask("new Promise(go => { const wait = () => document.querySelector('#results li') ? go() : setTimeout(wait, 20); wait(); })");
        assert_no_violations(&page, &format!("what is found at {width} px"));
    }
}

/// Browsers let no page on a disk read other files, so that the page says why it cannot search.
#[test]
fn a_page_on_a_disk_says_why_it_cannot_search() {
    let workspace = Workspace::real();
    publish(&workspace);
    let browser = Browser::start();
    let page = browser.open(&workspace.path().join("dist/site/search/index.html"), 1280);
    assert!(told(&page).starts_with("从磁盘打开的网页不能检索"), "{}", told(&page));
}

/// The years of the reports that were found, in their order.
fn years(found: &[String]) -> Vec<&str> {
    found.iter().filter_map(|path| path.split('/').find(|step| step.starts_with("20"))).collect()
}

#[test]
fn the_newest_year_comes_first() {
    let workspace = Workspace::copy_of("tests/sites/small-city");
    publish(&workspace);
    let browser = Browser::start();
    let page = open(&browser, &workspace);
    for words in ["教育局", "市教育局", "jyj", "信息处理费", "申请"] {
        let found = find(&page, words);
        let years = years(&found);
        assert!(years.first() == Some(&"2024") && years.last() == Some(&"2023"), "{words}: {found:?}");
        let own = found.iter().take(3).collect::<Vec<_>>();
        assert!(
            words != "教育局" || own == ["jyj/index.html", "jyj/2024/index.html", "jyj/2023/index.html"],
            "{own:?}"
        );
        assert!(years.is_sorted_by(|one, next| one >= next), "{words}: {found:?}");
    }
}

#[test]
fn what_nobody_says_is_not_found_by_its_small_words() {
    let workspace = city();
    let browser = Browser::start();
    let page = open(&browser, &workspace);
    for words in [
        "量子隐形传态的",
        "元宇宙的治理",
        "火星移民",
        "区块链",
        "外星人的飞船",
        "xyz的",
        "zzz公开",
        "龙卷风",
        "鲸鱼",
        "的吗的",
    ] {
        assert_eq!(find(&page, words), [""; 0], "{words}");
        assert!(told(&page).starts_with(&format!("没有找到“{words}”")), "{}", told(&page));
    }
    for words in ["体育局年报", "体育局2024年年报", "体育局 彩票"] {
        assert!(find(&page, words).iter().any(|path| path == "tyj/2024/index.html"), "{words}");
    }
}
