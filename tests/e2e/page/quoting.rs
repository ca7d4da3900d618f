//! Pointing at a report and into it: figures that lead to their cells, headings to themselves, and the citation.

use super::Site;
use crate::browser::Browser;

const REPORT: &str = "government/2024/index.html";

#[test]
fn a_quoted_figure_leads_to_its_cell() {
    let site = Site::of("tests/sites/everything");
    let browser = Browser::start();
    for width in [360, 1280] {
        let page = browser.open(&site.file(REPORT), width);
        let quoted = page.list(
            "() => [...document.querySelectorAll('.quoted')].map(link => {
                const cell = document.getElementById(decodeURIComponent(link.hash.slice(1)));
                return `${link.textContent} ${decodeURIComponent(link.hash)} ${cell.localName} ${cell.textContent}`;
            })",
        );
        assert_eq!(
            quoted,
            [
                "3525 #申请.本年新收.总计 td 3525",
                "121 #申请.上年结转.总计 td 121",
                "3521 #申请.办理结果总计.总计 td 3521",
                "92 #申请.不予公开.总计 th （三）不予公开",
                "316441.0907 #主动公开.行政事业性收费 td 316441.0907",
            ]
        );
        let found = page.ask(
            "(async () => {
                const places = [];
                for (const link of document.querySelectorAll('.quoted')) {
                    link.click();
                    await new Promise(go => setTimeout(go, 100));
                    const cell = document.querySelector(':target');
                    const { left, right, top, bottom } = cell.getBoundingClientRect();
                    const hit = document.elementFromPoint((left + right) / 2, Math.min((top + bottom) / 2, innerHeight - 5));
                    const marked = getComputedStyle(cell).outlineStyle === 'solid';
                    places.push(marked && cell.contains(hit) ? 'seen' : link.outerHTML);
                }
                return places.join(' ');
            })()",
        );
        assert_eq!(found, "seen seen seen seen seen", "at {width} px");
    }
}

#[test]
fn sections_sub_headings_and_tables_lead_to_themselves() {
    let site = Site::of("tests/sites/everything");
    let browser = Browser::start();
    let page = browser.open(&site.file(REPORT), 1280);
    let anchors = page
        .list("() => [...document.querySelectorAll('.text .anchor')].map(link => `${link.hash} ${link.textContent}`)");
    assert_eq!(
        anchors,
        [
            "#section-1 一、总体情况",
            "#section-1-1 （一）主动公开",
            "#section-1-1-1 1.政策文件",
            "#section-1-1-1-1 （1）解读",
            "#section-1-1-2 2.政府公报",
            "#section-1-2 （二）依申请公开",
            "#section-2 二、主动公开政府信息情况",
            "#table-2 表2",
            "#section-3 三、收到和处理政府信息公开申请情况",
            "#table-3 表3",
            "#section-4 四、政府信息公开行政复议、行政诉讼情况",
            "#table-4 表4",
            "#section-5 五、存在的主要问题及改进情况",
            "#section-6 六、其他需要报告的事项",
        ]
    );
    let sign = |state: &str| {
        page.run(&format!("document.querySelector('.text .anchor').{state}()"));
        page.ask("Promise.resolve(getComputedStyle(document.querySelector('.text .anchor'), '::after').opacity)")
    };
    assert_eq!(sign("blur"), "0");
    page.press("Tab");
    assert_eq!(sign("focus"), "1");
}

#[test]
fn a_report_is_cited_after_the_standard() {
    let site = Site::of("tests/sites/everything");
    let browser = Browser::start();
    let page = browser.open(&site.file(REPORT), 1280);
    let citation = page.ask("Promise.resolve(document.querySelector('#citation').textContent)");
    let title = "甲市人民政府. 甲市2024年政府信息公开工作年度报告[R/OL]. (2025-03-20)";
    let address = "https://xxgk.example.gov.cn/nb/government/2024/index.html";
    assert_eq!(citation, format!("{title}[引用日期]. {address}."));
    page.run("Object.defineProperty(navigator, 'clipboard', { value: { writeText: async text => { window.copied = text; } } })");
    page.run("document.querySelector('button[data-copy]').click()");
    let copied = page.ask("new Promise(go => setTimeout(() => go(window.copied), 100))");
    let today = page.ask(
        "Promise.resolve(new Date(Date.now() - 60000 * new Date().getTimezoneOffset()).toISOString().slice(0, 10))",
    );
    assert_eq!(copied, format!("{title}[{}]. {address}.", today.as_str().unwrap()));
    assert_eq!(page.ask("Promise.resolve(document.querySelector('.tools [role=status]').textContent)"), "已复制");
    page.run("document.querySelector('button[data-share]').click()");
    assert_eq!(page.ask("new Promise(go => setTimeout(() => go(window.copied), 100))"), address);
    page.run("window.print = () => { window.printed = true; }; document.querySelector('button[data-print]').click()");
    assert_eq!(page.ask("Promise.resolve(window.printed)"), true);
}
