//! The text of the sections, typed and pasted as in Word.

use headless_chrome::browser::tab::ModifierKey::{Alt, Ctrl};
use nianbao_tests::Preview;

use super::{NARRATIVE, enter_text, focused, is_saved, is_written, open, value, workspace};
use crate::browser::Browser;
use crate::serve_browser::wait_for;

const WORD: &str = "<html><head><style>p.MsoNormal{mso-style-name:x}</style></head><body>
<p class=MsoNormal style='text-indent:32pt'><span style='font-family:仿宋'>　　全年公开信息<b>３</b>条。<o:p></o:p></span></p>
<p class=MsoNormal><b>（九）监督检查</b></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>l<span>&nbsp;&nbsp;</span></span>甲项</p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>l<span>&nbsp;&nbsp;</span></span>乙项</p>
<table><tr><td><p>渠道</p></td><td><p>件数</p></td></tr><tr><td>信函|邮件</td><td>12</td></tr></table>
<p class=MsoNormal>末段。</p></body></html>";

#[test]
fn what_word_has_becomes_clean_blocks() {
    let workspace = workspace();
    let before = workspace.read(NARRATIVE);
    let preview = Preview::of(&workspace, &[]);
    let browser = Browser::start();
    let page = open(&browser, &preview, 1280);
    enter_text(&page, "六", 0);
    page.press("Enter");
    page.paste("", WORD);
    is_saved(&page);
    let added = "无收取政府信息处理费。\n\n全年公开信息**３**条。\n\n## 监督检查\n\n- 甲项\n- 乙项\n\n| 渠道 | 件数 |\n|---|---|\n| 信函\\|邮件 | 12 |\n\n末段。\n";
    assert_eq!(workspace.read(NARRATIVE), before.replace("无收取政府信息处理费。\n", added));
    page.press_with(&[Ctrl], "z");
    wait_for(&page, "document.getElementById('text-六').querySelectorAll('table').length === 0");
}

#[test]
fn a_whole_report_goes_where_it_belongs() {
    let workspace = workspace();
    let preview = Preview::of(&workspace, &[]);
    let browser = Browser::start();
    let page = open(&browser, &preview, 1280);
    let figures: String = (1..=15).map(|figure| format!("<td>{figure}</td>")).collect();
    let report = format!(
        "<p>一、总体情况</p><p>甲文。</p><p>二、主动公开政府信息情况</p>
        <table><tr><td colspan=4>第二十条第（一）项</td></tr><tr><td>信息内容</td><td>制发</td><td>废止</td><td>现行有效</td></tr>
        <tr><td>规章</td><td>1</td><td></td><td>2</td></tr><tr><td>行政规范性文件</td><td>3</td><td>4</td><td>5</td></tr>
        <tr><td colspan=4>第二十条第（五）项</td></tr><tr><td>信息内容</td><td colspan=3>本年处理决定数量</td></tr>
        <tr><td>行政许可</td><td colspan=3>6</td></tr></table>
        <p>四、政府信息公开行政复议、行政诉讼情况</p><table><tr><td colspan=5>行政复议</td><td colspan=10>行政诉讼</td></tr><tr>{figures}</tr></table>
        <p>六、其他需要报告的事项</p><p>己文。</p>"
    );
    enter_text(&page, "一", 0);
    page.paste("", &report);
    wait_for(&page, "document.getElementById('message').textContent.includes('表2填了')");
    is_saved(&page);
    for (path, figure) in [
        ("主动公开.规章.制发", "1"),
        ("主动公开.规章.现行有效", "2"),
        ("主动公开.行政规范性文件.现行有效", "5"),
        ("主动公开.行政许可", "6"),
        ("复议.尚未审结", "4"),
        ("诉讼.未经复议直接起诉.结果维持", "6"),
        ("诉讼.复议后起诉.尚未审结", "14"),
    ] {
        assert_eq!(value(&page, path), figure, "{path}");
    }
    let saved = workspace.read(NARRATIVE);
    assert!(saved.contains("相关工作。甲文。\n") && saved.ends_with("处理费。\n\n己文。\n"), "{saved}");
}

#[test]
fn what_is_typed_is_what_is_seen() {
    let workspace = workspace();
    let preview = Preview::of(&workspace, &[]);
    let browser = Browser::start();
    let page = open(&browser, &preview, 1280);
    let typed = ["# 甲*乙*_丙_`丁`", "- 甲<b>乙</b>&lt;[戊](己)", "1. 甲|乙~~丙~~\\", "> 甲：3*5*7，a_b_c", "---"];
    enter_text(&page, "六", 0);
    for line in typed {
        page.press("Enter");
        page.type_text(line);
    }
    is_saved(&page);
    let again = open(&browser, &preview, 1280);
    let shown = again.list("() => [...document.getElementById('text-六').children].map(block => `${block.localName} ${block.textContent}`)");
    let expected: Vec<String> =
        ["无收取政府信息处理费。"].iter().chain(&typed).map(|line| format!("p {line}")).collect();
    assert_eq!(shown, expected, "{}", workspace.read(NARRATIVE));
}

#[test]
fn keys_make_headings_lists_and_look_ups() {
    let workspace = workspace();
    let preview = Preview::of(&workspace, &[]);
    let browser = Browser::start();
    let page = open(&browser, &preview, 1280);
    enter_text(&page, "六", 0);
    page.press("Enter");
    page.type_text("一个小标题");
    page.press_with(&[Ctrl, Alt], "1");
    page.press("Enter");
    page.type_text("收到申请");
    page.press_with(&[Ctrl, Alt], "i");
    wait_for(&page, "document.getElementById('lookup').open");
    page.type_text("本年新收");
    let offered = "[...document.querySelectorAll('#lookup-list li span')].map(label => label.textContent)";
    wait_for(&page, &format!("{offered}.length < 20"));
    let offered = page.list(&format!("() => {offered}"));
    assert_eq!(offered[0], "表三“一、本年新收政府信息公开申请数量”的“总计”");
    assert_eq!(offered.iter().filter(|label| label.contains("总计")).count(), 1, "{offered:?}");
    page.press("Enter");
    page.type_text("件。");
    wait_for(&page, "document.querySelector('#text-六 .chip')?.textContent === '1'");
    is_saved(&page);
    let saved = workspace.read(NARRATIVE);
    assert!(saved.ends_with("## 一个小标题\n\n收到申请{{ 申请.本年新收.总计 }}件。\n"), "{saved}");
}

/// Whoever types fast has the next letter down before the dialog is gone.
#[test]
fn what_is_typed_right_behind_a_choice_stands_behind_it() {
    let workspace = workspace();
    let preview = Preview::of(&workspace, &[]);
    let browser = Browser::start();
    let page = open(&browser, &preview, 1280);
    enter_text(&page, "六", 0);
    page.press("Enter");
    page.type_text("收到申请");
    page.press_with(&[Ctrl, Alt], "i");
    wait_for(&page, "document.getElementById('lookup').open");
    page.type_text("本年新收");
    wait_for(&page, "document.querySelectorAll('#lookup-list li').length < 20");
    let choose_and_type = "(async () => {
        document.querySelector('#lookup-list button').click();
        for (let turn = 0; turn < 10; turn += 1) await null;
        document.execCommand('insertText', false, '件。');
    })()";
    page.ask(choose_and_type);
    is_written(&workspace, NARRATIVE, "收到申请{{ 申请.本年新收.总计 }}件。");
}

#[test]
fn what_is_typed_where_all_was_deleted_is_text() {
    let workspace = workspace();
    let preview = Preview::of(&workspace, &[]);
    let browser = Browser::start();
    let page = open(&browser, &preview, 1280);
    // From the sub-heading that stands first to the end.
    page.run(
        "(() => { const text = document.getElementById('text-一'); text.focus(); text.firstElementChild.remove();
        const range = document.createRange(); range.selectNodeContents(text);
        getSelection().removeAllRanges(); getSelection().addRange(range); })()",
    );
    assert_eq!(page.list("() => [document.getElementById('text-一').firstElementChild.localName]"), ["h3"]);
    page.press("Delete");
    page.type_text("重新写的一段。");
    is_written(&workspace, NARRATIVE, "# 一、总体情况\n\n重新写的一段。\n");
}

#[test]
fn of_what_adds_up_the_whole_is_offered_first() {
    let workspace = workspace();
    let preview = Preview::of(&workspace, &[]);
    let browser = Browser::start();
    let page = open(&browser, &preview, 1280);
    enter_text(&page, "六", 0);
    page.press_with(&[Ctrl, Alt], "i");
    wait_for(&page, "document.getElementById('lookup').open");
    page.type_text("（七）总计");
    let first = "(document.querySelector('#lookup-list li span')?.textContent ?? '')";
    wait_for(&page, &format!("{first}.endsWith('的“总计”')"));
    page.type_text("没有的行");
    wait_for(&page, "document.getElementById('lookup-none').textContent.startsWith('三张表里没有这样的数')");
    page.press("Escape");
    wait_for(&page, "!document.getElementById('lookup').open");
    assert_eq!(focused(&page), "text-六");
}

#[test]
fn a_new_table_begins_with_its_heads_which_are_blank() {
    let workspace = workspace();
    let before = workspace.read(NARRATIVE);
    let preview = Preview::of(&workspace, &[]);
    let browser = Browser::start();
    let page = open(&browser, &preview, 1280);
    enter_text(&page, "六", 0);
    page.press("Enter");
    page.press_with(&[Ctrl, Alt], "t");
    let blank = "document.querySelectorAll('#text-六 th.blank').length";
    wait_for(&page, &format!("{blank} === 2"));
    for text in ["渠道", "件数", "信函", "12"] {
        page.type_text(text);
        page.press("Tab");
    }
    is_written(&workspace, NARRATIVE, "12 |");
    // The row that nothing was typed into is none.
    let table = "无收取政府信息处理费。\n\n| 渠道 | 件数 |\n|---|---|\n| 信函 | 12 |\n";
    assert_eq!(workspace.read(NARRATIVE), before.replace("无收取政府信息处理费。\n", table));
    wait_for(&page, &format!("{blank} === 0"));
}

#[test]
fn a_button_makes_a_sub_heading_below_another_at_once() {
    let workspace = workspace();
    let preview = Preview::of(&workspace, &[]);
    let browser = Browser::start();
    let page = open(&browser, &preview, 1280);
    enter_text(&page, "六", 0);
    for (keys, text) in [("1", "甲"), ("2", "乙"), ("3", "丙")] {
        page.press("Enter");
        page.press_with(&[Ctrl, Alt], keys);
        page.type_text(text);
    }
    page.press("Enter");
    page.type_text("丁。");
    is_written(&workspace, NARRATIVE, "## 甲\n\n### 乙\n\n#### 丙\n\n丁。\n");
}

#[test]
fn what_reads_like_an_official_heading_stays_where_it_is_typed() {
    let workspace = workspace();
    let before = workspace.read(NARRATIVE);
    let preview = Preview::of(&workspace, &[]);
    let browser = Browser::start();
    let page = open(&browser, &preview, 1280);
    enter_text(&page, "一", 0);
    for text in ["二、主动公开政府信息情况", "总体情况", "后面的话。"] {
        page.press("Enter");
        page.type_text(text);
    }
    is_written(&workspace, NARRATIVE, "后面的话。");
    wait_for(
        &page,
        "document.querySelector('#part-一 .titles-typed').textContent.includes('“二、主动公开政府信息情况”、“总体情况”是规定的标题')",
    );
    let again = open(&browser, &preview, 1280);
    let lines = "() => [...document.getElementById('text-一').children].map(block => block.textContent)";
    let shown = again.list(lines);
    let typed: Vec<&str> = shown.iter().map(String::as_str).filter(|line| !before.contains(line)).collect();
    assert_eq!(typed, ["二、主动公开政府信息情况", "后面的话。"], "{}", workspace.read(NARRATIVE));
    assert!(shown.contains(&"总体情况".to_owned()), "{shown:?}");
    // Changed again, it stays once more.
    enter_text(&again, "一", 1);
    again.type_text("。");
    is_saved(&again);
    assert_eq!(workspace.read(NARRATIVE).matches("# ").count(), before.matches("# ").count());
    let behind = |text: &str| text.split_once("\n# 五、").unwrap().1.to_owned();
    assert_eq!(behind(&workspace.read(NARRATIVE)), behind(&before));
}

#[test]
fn a_list_becomes_a_numbered_one_with_the_cursor_in_its_new_item() {
    let workspace = workspace();
    let preview = Preview::of(&workspace, &[]);
    let browser = Browser::start();
    let page = open(&browser, &preview, 1280);
    enter_text(&page, "六", 0);
    page.press("Enter");
    page.type_text("甲项");
    page.press_with(&[Ctrl, Alt], "l");
    page.press("Enter");
    page.press_with(&[Ctrl, Alt], "o");
    page.type_text("乙项");
    is_written(&workspace, NARRATIVE, "乙项");
    let text = workspace.read(NARRATIVE);
    assert!(text.ends_with("\n\n1. 甲项\n2. 乙项\n"), "{text}");
}
