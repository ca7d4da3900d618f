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
    let told = |page: &Page| {
        page.list("() => [...document.querySelectorAll('#wrong-pastes:not([hidden]) p')].map(told => told.textContent)")
    };
    for (title, signer, is_told) in [
        ("宿迁市教育局2024年政府信息公开工作年度报告", "", true),
        ("温州市投资促进局2023年政府信息公开工作年度报告", "", true),
        ("温州市投促局2024年政府信息公开年报", "温州市投资促进局", false),
        ("2024年政府信息公开工作年度报告", "宿迁市教育局", true),
    ] {
        enter_text(&page, "五", 0);
        page.paste("", &format!("<p>{title}</p>{REPORT}<p>{signer}</p><p>2025年1月20日</p>"));
        wait_for(&page, "!document.getElementById('left-out').hidden");
        wait_for(&page, &format!("document.getElementById('wrong-pastes').hidden === {}", !is_told));
        let words = told(&page).concat();
        assert!(!is_told || words.contains(if signer.is_empty() { title } else { signer }), "{words}");
        assert!(!is_told || words.contains("“温州市投资促进局”2024 年"), "{words}");
        // All that is told of a paste goes with it.
        page.run("document.getElementById('undo').click()");
        wait_for(&page, "document.getElementById('wrong-pastes').hidden && document.getElementById('left-out').hidden");
        assert_eq!(message(&page), "", "{title}");
    }
}

#[test]
fn a_report_of_another_body_is_told_as_long_as_it_is_there() {
    let workspace = workspace();
    let preview = Preview::of(&workspace, &[]);
    let browser = Browser::start();
    let page = open(&browser, &preview, 1280);
    enter_text(&page, "五", 0);
    page.paste("", &format!("<p>宿迁市教育局2024年政府信息公开工作年度报告</p>{REPORT}"));
    is_saved(&page);
    enter_text(&page, "六", 0);
    page.paste("另一段话。", "");
    let told = "document.getElementById('wrong-pastes').textContent.includes('宿迁市教育局')";
    wait_for(&page, told);
    is_saved(&page);
    let again = open(&browser, &preview, 1280);
    wait_for(&again, told);
    again.run("document.querySelector('#wrong-pastes button').click()");
    wait_for(&again, "document.getElementById('wrong-pastes').hidden");
}

#[test]
fn our_own_page_is_copied_whole_and_pasted() {
    let workspace = workspace();
    workspace.replace(super::REPORT, "状态: 起草", "状态: 已公开");
    let preview = Preview::of(&workspace, &[]);
    let browser = Browser::start();
    let published = browser.visit(&preview.url("/tcj/2024/"), 1280);
    let copied = published.ask("Promise.resolve(document.body.outerHTML)").as_str().unwrap().to_owned();
    workspace.replace(super::REPORT, "状态: 已公开", "状态: 起草");
    workspace.write(NARRATIVE, "# 总体情况\n\n# 存在的主要问题及改进情况\n\n# 其他需要报告的事项\n");
    let page = open(&browser, &preview, 1280);
    page.run("document.getElementById('text-一').focus()");
    page.paste("", &copied);
    wait_for(&page, "!document.getElementById('left-out').hidden");
    let saved = saved(&page, &workspace);
    for text in ["处理费。\n", "# 存在的主要问题及改进情况\n\n"] {
        assert!(saved.contains(text), "no {text} in {saved}");
    }
    for around in ["关键词", "下载", "引用本报告", "数据对照", "政府信息公开年报", "预览"] {
        assert!(!saved.contains(around), "{around} in {saved}");
    }
    assert!(!saved.lines().any(|line| line.ends_with("目录")), "{saved}");
    assert_eq!(page.list("() => [String(document.getElementById('wrong-pastes').hidden)]"), ["true"]);
}

#[test]
fn where_a_piece_with_a_heading_went_is_told_and_taken_back_at_once() {
    let workspace = workspace();
    let before = workspace.read(NARRATIVE);
    let preview = Preview::of(&workspace, &[]);
    let browser = Browser::start();
    let page = open(&browser, &preview, 1280);
    enter_text(&page, "一", 0);
    page.press("Enter");
    page.paste("甲段。\n五、存在的主要问题及改进情况\n乙段。\n", "");
    wait_for(&page, "document.getElementById('message').textContent.includes('“五、存在的主要问题及改进情况”1 段')");
    let text = saved(&page, &workspace);
    let (first, rest) = text.split_once("\n# 五、").unwrap();
    assert!(first.contains("甲段。") && rest.contains("乙段。"), "{text}");
    page.run("document.getElementById('undo').click()");
    wait_for(&page, "!document.getElementById('text-五').textContent.includes('乙段')");
    assert_eq!(message(&page), "");
    assert_eq!(super::focused(&page), "text-一");

    // Below the heading of a table words stay where they were pasted, and a heading alone is words.
    page.paste("二、主动公开政府信息情况\n丙段。\n", "");
    wait_for(&page, "document.getElementById('text-一').textContent.includes('丙段。')");
    page.paste("六、其他需要报告的事项", "");
    wait_for(&page, "document.getElementById('text-一').textContent.includes('六、其他需要报告的事项')");
    let text = saved(&page, &workspace);
    assert_eq!(text.split_once("\n# 五、").unwrap().1, before.split_once("\n# 五、").unwrap().1, "{text}");
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
