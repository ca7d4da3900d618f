//! What is asked of texts.

use serde_json::{Value, json};

use super::editor::{Editor, Texts, uri};
use super::findings::texts;
use super::seen::place;

const REPORT: &str = "content/2024/report.yaml";
const NARRATIVE: &str = "content/2024/narrative.md";

/// A city of two years, the text at `path` with a cursor `|`, and what comes of asking there.
fn asked(method: &str, path: &str, marked: &str) -> Value {
    let mut texts: Texts = texts();
    let before = texts[REPORT].replace("2024", "2023").replace("自然人: 3", "自然人: 9");
    texts.insert("content/2023/report.yaml".into(), before);
    texts.insert("content/2023/narrative.md".into(), texts[NARRATIVE].clone());
    let at = marked.find('|').expect("a cursor");
    let text = marked.replacen('|', "", 1);
    let mut editor = Editor::open(&texts);
    editor.settle();
    editor.open_text(path, &text);
    let answer = editor.ask_at(&format!("textDocument/{method}"), path, place(&text, at));
    editor.end();
    answer
}

fn labels(items: &Value) -> Vec<String> {
    let items = items.as_array().expect("items").iter();
    items.map(|item| item["label"].as_str().expect("a label").to_owned()).collect()
}

#[test]
fn keys_that_are_missing_are_offered_in_their_order() {
    let items = asked("completion", REPORT, "年度: 2024\n申请:\n  上年结转: {}\n  |");
    assert_eq!(labels(&items)[..3], ["本年新收", "予以公开", "部分公开"]);
    assert_eq!(items[0]["textEdit"]["newText"], "本年新收: {$1}");
    assert!(items[0]["detail"].as_str().is_some_and(|detail| detail.contains("一、本年新收")), "{}", items[0]);
    let items = asked("completion", REPORT, "申请:\n  本年新收: {自然人: 1, 商|}\n");
    assert_eq!(labels(&items)[..2], ["商业企业", "科研机构"]);
    assert_eq!(items[0]["textEdit"]["range"]["start"], json!({ "line": 1, "character": 17 }));
    let items = asked("completion", REPORT, "|状态: 起草\n");
    assert_eq!(labels(&items)[0], "年度");
}

#[test]
fn values_that_are_words_are_offered() {
    assert_eq!(labels(&asked("completion", REPORT, "状态: |\n"))[..2], ["起草", "可公开"]);
    assert_eq!(labels(&asked("completion", REPORT, "年度: |\n")), ["2024"]);
}

#[test]
fn look_ups_are_offered_with_their_values() {
    let items = asked("completion", NARRATIVE, "# 总体情况\n\n收到 {{ 申|\n");
    let item = items.as_array().and_then(|items| items.iter().find(|item| item["label"] == "申请.本年新收.总计"));
    let item = item.expect("a look-up");
    assert_eq!(item["detail"], "4");
    assert_eq!(item["textEdit"]["newText"], " 申请.本年新收.总计 }}");
    let items = asked("completion", NARRATIVE, "# 总体情况\n\n收到 {{ | }}件\n");
    assert_eq!(items[0]["textEdit"]["newText"].as_str().map(|text| text.ends_with(' ')), Some(true));
    assert_eq!(asked("completion", NARRATIVE, "# 总体情况\n\n收到|\n"), Value::Null);
}

#[test]
fn headings_that_are_missing_are_offered() {
    let items = asked("completion", NARRATIVE, "# 总体情况\n\n文字。\n\n#|\n");
    assert_eq!(labels(&items), ["存在的主要问题及改进情况", "其他需要报告的事项"]);
    assert_eq!(items[0]["textEdit"]["newText"], " 存在的主要问题及改进情况");
    assert_eq!(asked("completion", NARRATIVE, "# 总体情况\n\n## |\n"), Value::Null);
}

#[test]
fn a_figure_is_explained_with_its_other_years() {
    let told = asked("hover", REPORT, &texts()[REPORT].replacen("自然人: 3", "自然|人: 3", 1));
    let told = told["contents"]["value"].as_str().expect("a text");
    for part in ["一、本年新收", "2024 年：**3**", "本行总计：4", "2023 年：9"] {
        assert!(told.contains(part), "{part} in {told}");
    }
    let told = asked("hover", REPORT, "状|态: 起草\n");
    assert!(told["contents"]["value"].as_str().is_some_and(|text| text.contains("可公开：写好了")), "{told}");
    let told = asked("hover", NARRATIVE, &texts()[NARRATIVE].replacen("{{ 申", "{{| 申", 1));
    assert!(told["contents"]["value"].as_str().is_some_and(|text| text.contains("2024 年：**3**")), "{told}");
}

#[test]
fn a_look_up_and_a_sentence_lead_to_their_cells() {
    let found = asked("definition", NARRATIVE, &texts()[NARRATIVE].replacen("{{ 申", "{{| 申", 1));
    assert_eq!(found[0]["uri"], "file:///%E5%AE%B6%20%E7%9B%AE%E5%BD%95/%E5%9F%8E%E5%B8%82/content/2024/report.yaml");
    assert_eq!(found[0]["range"]["start"], json!({ "line": 3, "character": 9 }));
    let found = asked("definition", NARRATIVE, &texts()[NARRATIVE].replacen("申请 4 件", "申请 |4 件", 1));
    assert_eq!(found.as_array().map(Vec::len), Some(2), "{found}");
}

#[test]
fn a_cell_leads_to_what_quotes_it() {
    let found = asked("references", REPORT, &texts()[REPORT].replacen("自然人: 3", "自然人: |3", 1));
    let found = found.as_array().expect("places");
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found.iter().all(|place| place["range"]["start"]["line"] == 4), "{found:?}");
}

#[test]
fn the_outline_shows_tables_and_sections() {
    let texts = texts();
    let mut editor = Editor::open(&texts);
    editor.settle();
    let mut outline =
        |path: &str| editor.ask("textDocument/documentSymbol", json!({ "textDocument": { "uri": uri(path) } }));
    let report = outline(REPORT);
    assert_eq!(report[2]["name"], "申请");
    assert_eq!(report[2]["children"][0]["name"], "本年新收");
    assert_eq!(report[0]["detail"], "2024");
    let narrative = outline(NARRATIVE);
    assert_eq!(narrative[0]["name"], "总体情况");
    assert_eq!(narrative[0]["children"][0]["name"], "依申请公开");
}
