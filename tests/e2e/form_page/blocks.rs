//! Blocks pasted into the tables: each figure stands in the row that it is named for, or nowhere.

use nianbao_tests::Preview;

use super::{enter, open, value, workspace};
use crate::browser::{Browser, Page};
use crate::serve_browser::wait_for;

fn figures<const N: usize>(page: &Page, paths: [&str; N]) -> [String; N] {
    paths.map(|path| value(page, path))
}

/// What the table says of the last paste.
fn told(page: &Page, table: u8) -> String {
    let script = format!(
        "() => [...document.querySelector('table[data-table=\"{table}\"]').closest('[data-part]').querySelectorAll('[role=status].notice')]
            .map(told => told.textContent)"
    );
    page.list(&script).concat()
}

#[test]
fn rows_with_names_fill_the_rows_of_these_names() {
    let workspace = workspace();
    let preview = Preview::of(&workspace, &[]);
    let browser = Browser::start();
    let page = open(&browser, &preview, 1280);
    let cells = [
        "主动公开.规章.制发",
        "主动公开.行政许可",
        "主动公开.行政处罚",
        "主动公开.行政强制",
        "主动公开.行政事业性收费",
    ];
    enter(&page, cells[0]);
    // As a spreadsheet has the whole table, and in another order.
    let text = "第二十条第（一）项\t\t\t\n信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t1\t0\t3\n行政规范性文件\t5\t2\t40\n\
                第二十条第（五）项\t\t\t\n信息内容\t本年处理决定数量\t\t\n行政许可\t300\t\t\n第二十条第（六）项\t\t\t\n\
                信息内容\t本年处理决定数量\t\t\n行政处罚\t20\t\t\n行政强制\t1\t\t\n第二十条第（八）项\t\t\t\n\
                信息内容\t本年收费金额（单位：万元）\t\t\n行政事业性收费\t12.5\t\t\n";
    page.paste(text, "");
    assert_eq!(figures(&page, cells), ["1", "300", "20", "1", "12.5"]);
    page.paste("行政处罚\t7\n行政许可\t8\n", "");
    assert_eq!(figures(&page, cells), ["1", "8", "7", "1", "12.5"]);
    // The same without the names.
    let text = "1\t0\t3\n5\t2\t40\n\t\t\n本年处理决定数量\t\t\n9\t\t\n\t\t\n本年处理决定数量\t\t\n6\t\t\n4\t\t\n\t\t\n本年收费金额\t\t\n2.5\t\t\n";
    page.paste(text, "");
    assert_eq!(figures(&page, cells), ["1", "9", "6", "4", "2.5"]);

    enter(&page, "申请.本年新收.自然人");
    page.paste("本年新收\t4\t1\n（七）总计\t\t\n结转下年度\t3\t\n予以公开\t2\t1\n送达回证\t9\t\n", "");
    let cells = ["申请.本年新收.自然人", "申请.本年新收.商业企业", "申请.结转下年度.自然人", "申请.予以公开.商业企业"];
    assert_eq!(figures(&page, cells), ["4", "1", "3", "1"]);
    assert!(told(&page, 3).contains("有 1 行没有填，这张表里没有这样的行：“送达回证”"), "{}", told(&page, 3));
}

#[test]
fn a_remark_or_a_word_in_a_cell_moves_no_other_figure() {
    let workspace = workspace();
    let preview = Preview::of(&workspace, &[]);
    let browser = Browser::start();
    let page = open(&browser, &preview, 1280);
    let made = ["制发", "废止", "现行有效"].map(|column| format!("主动公开.规章.{column}"));
    let rules = ["制发", "废止", "现行有效"].map(|column| format!("主动公开.行政规范性文件.{column}"));
    enter(&page, &made[0]);
    let table = "<table><tr><th>信息内容</th><th>本年制发件数</th><th>本年废止件数</th><th>现行有效件数</th></tr>\
                 <tr><th>规章</th><td>0</td><td>0</td><td>0</td></tr>\
                 <tr><th>行政规范性文件</th><td>16<span>（其中修订2件）</span></td><td>3件</td><td>57</td></tr></table>";
    page.paste("", table);
    assert_eq!(made.each_ref().map(|cell| value(&page, cell)), ["0", "0", "0"]);
    assert_eq!(rules.each_ref().map(|cell| value(&page, cell)), ["16", "3", "57"]);
    wait_for(&page, "document.querySelector('table[data-table=\"2\"]').textContent.includes('（其中修订2件）')");

    // Without names, too; what is no figure at all stands in its own cell for the check to tell.
    page.paste("1\t0\t3\n18（其中修订4件）\t约3\t1,057\n", "");
    assert_eq!(made.each_ref().map(|cell| value(&page, cell)), ["1", "0", "3"]);
    assert_eq!(rules.each_ref().map(|cell| value(&page, cell)), ["18", "约3", "1057"]);
    page.paste("规章\t约2\t1\t4\n行政规范性文件\t9\t8\t7\n", "");
    assert_eq!(made.each_ref().map(|cell| value(&page, cell)), ["约2", "1", "4"]);
    page.paste("5（其中修订1件）", "");
    assert_eq!(value(&page, &made[0]), "5");
}

#[test]
fn figures_that_spaces_set_apart_never_run_together() {
    let workspace = workspace();
    let preview = Preview::of(&workspace, &[]);
    let browser = Browser::start();
    let page = open(&browser, &preview, 1280);
    let rules = ["制发", "废止", "现行有效"].map(|column| format!("主动公开.规章.{column}"));
    enter(&page, &rules[0]);
    page.paste("2 0 14", "");
    assert_eq!(rules.each_ref().map(|cell| value(&page, cell)), ["2", "0", "14"]);
    page.paste("规章 3 1 1,204", "");
    assert_eq!(rules.each_ref().map(|cell| value(&page, cell)), ["3", "1", "1204"]);
    page.paste("1 234", "");
    assert_eq!(value(&page, &rules[0]), "1234");
    page.type_text("7 2");
    page.press("Enter");
    assert_eq!(value(&page, &rules[0]), "7 2");
}

#[test]
fn what_is_nearly_a_figure_stands_where_it_belongs() {
    let workspace = workspace();
    let preview = Preview::of(&workspace, &[]);
    let browser = Browser::start();
    let page = open(&browser, &preview, 1280);
    let cells = ["行政许可", "行政处罚", "行政强制", "行政事业性收费"].map(|row| format!("主动公开.{row}"));
    enter(&page, &cells[0]);
    page.paste("300余\n15\n3\n12.3\n", "");
    assert_eq!(cells.each_ref().map(|cell| value(&page, cell)), ["300余", "15", "3", "12.3"]);
    page.paste("行政事业性收费\t12.5万元\n行政处罚\t约300件\n行政强制\t4\n", "");
    assert_eq!(cells.each_ref().map(|cell| value(&page, cell)), ["300余", "约300件", "4", "12.5万元"]);
}

#[test]
fn totals_are_passed_over_or_held_against_what_follows() {
    let workspace = workspace();
    let preview = Preview::of(&workspace, &[]);
    let browser = Browser::start();
    let page = open(&browser, &preview, 1280);
    page.run("document.querySelector('table[data-table=\"4\"] input').focus()");
    // Twelve figures are those that are typed; fifteen are all.
    page.paste("3\t1\t0\t2\t1\t0\t0\t0\t0\t2\t0\t0", "");
    let values =
        page.list("() => [...document.querySelectorAll('table[data-table=\"4\"] input')].map(input => input.value)");
    assert_eq!(values, ["3", "1", "0", "2", "1", "0", "0", "0", "0", "2", "0", "0"]);
    page.paste("3\t1\t0\t2\t9\t1\t0\t0\t0\t1\t0\t2\t0\t0\t2", "");
    let says = "document.querySelector('table[data-table=\"4\"]').closest('[data-part]').textContent.includes('粘贴的是 9，算出来是 6')";
    wait_for(&page, says);
}

#[test]
fn a_cell_that_nobody_verified_is_replaced_whole() {
    let workspace = workspace();
    let preview = Preview::of(&workspace, &[]);
    let browser = Browser::start();
    let page = open(&browser, &preview, 1280);
    let cell = "申请.本年新收.自然人";
    enter(&page, cell);
    page.type_text("待核对");
    page.run(&format!("document.getElementById('{cell}').dispatchEvent(new MouseEvent('mousedown', {{ bubbles: true, cancelable: true }}))"));
    page.type_text("0");
    assert_eq!(value(&page, cell), "0");
}
