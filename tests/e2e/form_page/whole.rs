//! Whole pages and documents, copied with all that stands around the report.

use nianbao_tests::Preview;

use super::{NARRATIVE, enter_text, is_saved, open, workspace};
use crate::browser::{Browser, Page};
use crate::serve_browser::wait_for;

const REPORT: &str = "<p>一、总体情况</p><p>甲文，全年公开信息三条。</p><p>五、存在的主要问题及改进情况</p>
    <p>存在更新不及时的问题，下一步加强督促。</p><p>六、其他需要报告的事项</p><p>2024年没有收取信息处理费。</p>";

/// A report on the page of a government.
fn page_of_government() -> String {
    format!(
        "<div>无障碍浏览 长者模式</div><nav><a href='/'>首页</a><a href='/zwgk'>政务公开</a></nav>
        <div>您所在的位置：<a href='/'>首页</a> &gt; 年报</div>
        <h1>温州市投资促进局2024年政府信息公开工作年度报告</h1>
        <p>发布日期：2025-01-20 来源：市投资促进局 浏览次数：12</p><p>字号：[ 大 中 小 ]</p>
        <ul><li>一、总体情况</li><li>六、其他需要报告的事项</li></ul>
        <p>根据《中华人民共和国政府信息公开条例》的规定编制本报告，数据统计期限自2024年1月1日起至12月31日止。</p>
        {REPORT}
        <p>温州市投资促进局</p><p>2025年1月20日</p>
        <p>附件：年度报告.pdf</p><p>分享到：微信 微博</p><button>打印本页</button><p>上一篇：通知</p>
        <div>友情链接</div><p>中国政府网</p><footer>主办单位：温州市人民政府 浙ICP备1号</footer>"
    )
}

fn saved(page: &Page, workspace: &nianbao_tests::Workspace) -> String {
    is_saved(page);
    workspace.read(NARRATIVE)
}

#[test]
fn what_stands_around_a_report_stays_out_and_is_told() {
    let workspace = workspace();
    let preview = Preview::of(&workspace, &[]);
    let browser = Browser::start();
    let page = open(&browser, &preview, 1280);
    enter_text(&page, "五", 0);
    page.paste("", &page_of_government());
    wait_for(&page, "!document.getElementById('left-out').hidden");
    let saved = saved(&page, &workspace);
    for text in ["甲文，全年公开信息三条。", "存在更新不及时的问题，下一步加强督促。", "2024年没有收取信息处理费。\n"]
    {
        assert!(saved.contains(text), "no {text} in {saved}");
    }
    let (introduction, _) = saved.split_once("\n# ").unwrap();
    assert!(introduction.contains("数据统计期限自2024年1月1日起至12月31日止。"), "{saved}");
    for around in
        ["位置", "长者", "浏览次数", "字号", "年度报告.pdf", "分享", "打印", "上一篇", "中国政府网", "ICP", "1月20日"]
    {
        assert!(!saved.contains(around), "{around} in {saved}");
    }
    let left =
        page.list("() => [...document.querySelectorAll('#left-out li')].map(item => item.textContent)").join("\n");
    for around in ["位置", "分享到", "打印本页", "2025年1月20日", "政府信息公开工作年度报告", "ICP"]
    {
        assert!(left.contains(around), "no {around} in {left}");
    }
    let told = page.list("() => [document.querySelector('#left-out summary').textContent]");
    assert!(told[0].contains("标题由程序印 1 处") && told[0].contains("署名和日期不写在正文里 2 处"), "{told:?}");
    page.run("document.getElementById('undo').click()");
    is_saved(&page);
    wait_for(&page, "!document.getElementById('text-六').textContent.includes('2024年没有收取信息处理费')");
}

#[test]
fn a_part_of_a_text_is_taken_as_it_is() {
    let workspace = workspace();
    let preview = Preview::of(&workspace, &[]);
    let browser = Browser::start();
    let page = open(&browser, &preview, 1280);
    enter_text(&page, "六", 0);
    page.press("Enter");
    page.paste("", "<p>附件一说明：</p><p>联系我们</p><p>2025年1月20日</p>");
    let text = saved(&page, &workspace);
    assert!(text.ends_with("附件一说明：\n\n联系我们\n\n2025年1月20日\n"), "{text}");
    wait_for(&page, "document.getElementById('left-out').hidden");
}

#[test]
fn a_text_of_lines_is_divided_as_well() {
    let workspace = workspace();
    let preview = Preview::of(&workspace, &[]);
    let browser = Browser::start();
    let page = open(&browser, &preview, 1280);
    enter_text(&page, "一", 0);
    let lines = "当前位置：首页\n温州市投资促进局\n2024年政府信息公开工作年度报告\n一、总体情况\n乙文，公开信息四条。\n六、其他需要报告的事项\n没有收取费用，也没有别的事项。\n温州市投资促进局 2025年1月20日\n关闭\n";
    page.paste(lines, "");
    wait_for(&page, "!document.getElementById('left-out').hidden");
    let saved = saved(&page, &workspace);
    assert!(saved.contains("乙文，公开信息四条。") && saved.ends_with("没有收取费用，也没有别的事项。\n"), "{saved}");
    assert!(!saved.contains("当前位置") && !saved.contains("年度报告\n") && !saved.contains("关闭"), "{saved}");
}

fn message(page: &Page) -> String {
    page.list("() => [document.getElementById('message').textContent]").concat()
}

#[test]
fn a_report_of_another_year_or_body_is_told() {
    let workspace = workspace();
    let preview = Preview::of(&workspace, &[]);
    let browser = Browser::start();
    let page = open(&browser, &preview, 1280);
    for (title, is_told) in [
        ("宿迁市教育局2024年政府信息公开工作年度报告", true),
        ("温州市投资促进局2023年政府信息公开工作年度报告", true),
        ("温州市投促局2024年政府信息公开年报", false),
    ] {
        enter_text(&page, "五", 0);
        page.paste("", &format!("<p>{title}</p>{REPORT}"));
        wait_for(&page, "!document.getElementById('left-out').hidden");
        let told = message(&page);
        assert_eq!(told.contains("请确认没有粘错"), is_told, "{title}: {told}");
        assert!(!is_told || told.contains(title) && told.contains("“温州市投资促进局”2024 年"), "{told}");
        is_saved(&page);
    }
}

#[test]
fn footnotes_behind_who_signs_stay_text() {
    let workspace = workspace();
    let preview = Preview::of(&workspace, &[]);
    let browser = Browser::start();
    let page = open(&browser, &preview, 1280);
    enter_text(&page, "五", 0);
    let notes = "<p>[1] 含上年结转。</p><p>[2] 不含街道。</p><p>[3] 见附表。</p>";
    page.paste("", &format!("{REPORT}<p>温州市投资促进局</p><p>2025年1月20日</p><hr>{notes}<p>分享到：微信</p>"));
    wait_for(&page, "!document.getElementById('left-out').hidden");
    let saved = saved(&page, &workspace);
    for kept in ["[1] 含上年结转。", "[2] 不含街道。", "[3] 见附表。"] {
        assert!(saved.replace('\\', "").contains(kept), "no {kept} in {saved}");
    }
    assert!(!saved.contains("1月20日") && !saved.contains("分享"), "{saved}");
}

#[test]
fn ornaments_of_a_page_are_no_pictures_of_its_report() {
    let workspace = workspace();
    let preview = Preview::of(&workspace, &[]);
    let browser = Browser::start();
    let page = open(&browser, &preview, 1280);
    let ornament = "<p><img src='https://www.example.gov.cn/logo.png'></p>";
    let picture = "<p><img src='https://www.example.gov.cn/chart.png'></p>";
    let text = REPORT.replace("<p>五、", &format!("{picture}<p>五、"));
    let signed = "<p>温州市投资促进局</p><p>2025年1月20日</p>";
    enter_text(&page, "五", 0);
    page.paste("", &format!("{ornament}{ornament}{text}{signed}{ornament}"));
    wait_for(&page, "!document.getElementById('left-out').hidden");
    let told = message(&page);
    assert!(told.contains("有 1 张图片没有放进来") && told.contains("信息三条。"), "{told}");
    let left = page.list("() => [...document.querySelectorAll('#left-out li')].map(item => item.textContent)");
    assert!(left.iter().any(|item| item == "报告以外的图片 3 张"), "{left:?}");
}
