//! What a reader with a phone meets: tables wide enough to be read, names broken between words, nothing over the text, numbers
//! that are dialled.

use nianbao_tests::Workspace;

use super::Site;
use crate::browser::{Browser, Page};

/// A name of three offices, one below the other.
const LONG: &str = "温州市鹿城区人民政府滨江街道办事处综合行政执法队";

const NARRATIVE: &str = "# 总体情况

如有疑问，请与本局联系（电话：0000-12345678转801，传真：0000-12345679）。接听12345热线88520件，查阅20240101人次。

| 序号 | 行政机关名称 | 主动公开政府信息数 | 受理依申请公开数 | 按时办结数量 | 政务新媒体发布数 | 备注 |
|--|--|--|--|--|--|--|
| 1 | 温州市鹿城区人民政府滨江街道办事处 | 12345 | 120 | 118 | 2,345 | 其中两件依法延长答复期限，已在次年一月办结 |
| 2 | 教育局 | 345 | 12 | 12 | 345 | 0000-12345670 |

# 存在的主要问题及改进情况

形式单一，将改进。

# 其他需要报告的事项

未收取信息处理费。
";

fn site() -> Site {
    let workspace = Workspace::copy_of("tests/sites/everything");
    let agency = "content/agencies/jia/agency.yaml";
    workspace.replace(agency, "名称: 甲市甲局", &format!("名称: {LONG}"));
    workspace.replace(agency, "电话: 0000-00000001", "电话: 0000-88520001、88520002转803");
    workspace.write("content/agencies/jia/2024/narrative.md", NARRATIVE);
    Site::built(workspace)
}

fn on_a_phone(site: &Site, browser: &Browser, path: &str) -> Page {
    browser.open(&site.file(path), 390)
}

#[test]
fn columns_of_a_table_are_wide_enough_to_be_read() {
    let (site, browser) = (site(), Browser::start());
    for width in [320, 390, 1280] {
        let page = browser.open(&site.file("jia/2024/index.html"), width);
        let narrow = page.list(
            "() => [...document.querySelectorAll('.prose :is(th, td)')].filter(cell => {
                const { fontSize, paddingLeft } = getComputedStyle(cell);
                const characters = (cell.clientWidth - 2 * parseFloat(paddingLeft)) / parseFloat(fontSize);
                return characters + .5 < Math.min(5, [...cell.textContent].length / 2);
            }).map(cell => `${cell.clientWidth}: ${cell.textContent}`)",
        );
        assert_eq!(narrow, [""; 0], "at {width} px");
        let broken = page.list(
            "() => [...document.querySelectorAll('.prose :is(th, td)')].filter(cell => [...cell.textContent].length <= 4
                && cell.clientHeight > 0 && (() => {
                    const range = document.createRange();
                    range.selectNodeContents(cell);
                    return new Set([...range.getClientRects()].map(box => Math.round(box.top))).size > 1;
                })()).map(cell => cell.textContent)",
        );
        assert_eq!(broken, [""; 0], "at {width} px");
    }
}

#[test]
fn long_names_are_broken_between_words() {
    let (site, browser) = (site(), Browser::start());
    for path in ["jia/index.html", "jia/2024/index.html"] {
        for width in [320, 360, 390, 768] {
            let page = browser.open(&site.file(path), width);
            let torn = page.list(
                "() => [...document.querySelectorAll('h1 .word')]
                    .filter(word => new Set([...word.getClientRects()].map(box => Math.round(box.top))).size > 1)
                    .map(word => word.textContent)",
            );
            assert_eq!(torn, [""; 0], "{path} at {width} px");
            let words = page.list("() => [...document.querySelectorAll('h1 .word')].map(word => word.textContent)");
            for word in ["滨江街道办事处", "人民政府", "执法队"] {
                assert!(words.iter().any(|one| one == word), "{path}: {words:?}");
            }
        }
    }
}

/// Whatever stays in its place while the page scrolls lies over what is below it.
#[test]
fn nothing_lies_over_the_text() {
    let (site, browser) = (site(), Browser::start());
    let page = on_a_phone(&site, &browser, "government/2024/index.html");
    let over = page.list(
        "() => [...document.querySelectorAll('body *')]
            .filter(element => !element.closest('.table-scroll') && /fixed|sticky/.test(getComputedStyle(element).position))
            .map(element => element.outerHTML.slice(0, 80))",
    );
    assert_eq!(over, [""; 0]);
    let sections = "Promise.resolve([...document.querySelectorAll('.text > section:not(.footnotes, .corrections)')]
        .filter(section => section.querySelector('a.to-contents')?.checkVisibility()).length)";
    assert_eq!(page.ask(sections), 6, "a way back to the contents from each section");
    page.resize(1280, 800);
    let shown = "Promise.resolve([...document.querySelectorAll('.to-contents')].some(link => link.checkVisibility()))";
    assert_eq!(page.ask(shown), false, "the contents stand beside the text");
}

#[test]
fn telephone_numbers_are_dialled() {
    let (site, browser) = (site(), Browser::start());
    let links =
        "() => [...document.querySelectorAll('a[href^=\"tel:\"]')].map(link => `${link.textContent} ${link.href}`)";
    let footer = "0000-00000000 tel:000000000000";
    for (path, own) in [
        ("jia/index.html", &["0000-88520001 tel:000088520001", "88520002 tel:88520002"][..]),
        ("jia/2024/index.html", &["0000-12345678 tel:000012345678", "0000-12345670 tel:000012345670"]),
        ("index.html", &[]),
    ] {
        let found = on_a_phone(&site, &browser, path).list(links);
        let expected: Vec<&str> = own.iter().copied().chain([footer]).collect();
        assert_eq!(found, expected, "{path}");
    }
}

#[test]
fn the_emblem_keeps_its_distance() {
    let (site, browser) = (site(), Browser::start());
    for width in [390, 1280] {
        let page = browser.open(&site.file("index.html"), width);
        let gap = "Promise.resolve((() => {
            const emblem = document.querySelector('.emblem img');
            const above = [...document.querySelectorAll('footer.site span')].filter(span => !span.contains(emblem) && span.getBoundingClientRect().top < emblem.getBoundingClientRect().top);
            return emblem.getBoundingClientRect().top - Math.max(...above.map(span => span.getBoundingClientRect().bottom));
        })())";
        let gap = page.ask(gap).as_f64().unwrap();
        assert!(gap >= 12.0, "{gap} px at {width} px");
    }
}
