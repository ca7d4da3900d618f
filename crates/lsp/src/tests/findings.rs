//! Findings while typing.

use serde_json::json;

use super::editor::{Editor, Texts, uri};

const REPORT: &str = "content/2024/report.yaml";
const NARRATIVE: &str = "content/2024/narrative.md";

/// A city with one report in which nothing is wrong.
pub(super) fn texts() -> Texts {
    [
        ("content/site.yaml", "网站名称: 某市政府信息公开工作年度报告\n"),
        ("content/agency.yaml", "名称: 某市人民政府\n"),
        (
            REPORT,
            "年度: 2024\n发布日期: 2025-01-20\n申请:\n  本年新收: {自然人: 3, 其他: 1}\n  予以公开: {自然人: 3, 其他: 1}\n复议: {结果维持: 2}\n",
        ),
        (
            NARRATIVE,
            "# 总体情况\n\n## 依申请公开\n\n2024年，全市共收到政府信息公开申请 4 件，其中自然人 {{ 申请.本年新收.自然人 }} 件。\n\n# 存在的主要问题及改进情况\n\n有的信息更新不及时，将加强培训。\n\n# 其他需要报告的事项\n\n没有收取信息处理费。\n",
        ),
    ]
    .map(|(path, text)| (path.to_owned(), text.to_owned()))
    .into()
}

fn line(number: u32, start: u32, end: u32, text: &str) -> serde_json::Value {
    let place = |character: u32| json!({ "line": number, "character": character });
    json!([{ "range": { "start": place(start), "end": place(end) }, "text": text }])
}

#[test]
fn what_is_typed_is_checked_before_it_is_saved() {
    let texts = texts();
    let mut editor = Editor::open(&texts);
    editor.settle();
    let before = editor.shown.clone();
    editor.open_text(REPORT, &texts[REPORT]);
    editor.change(REPORT, &line(3, 14, 15, "5"));
    editor.settle();
    let (version, found) = &editor.shown[REPORT];
    assert_eq!(*version, Some(2));
    let balance = found.iter().find(|finding| finding["code"] == "B001").expect("the balance");
    assert_eq!(balance["source"], "年报工坊");
    assert_eq!(balance["severity"], 1);
    assert!(balance["relatedInformation"].as_array().is_some_and(|places| !places.is_empty()), "{balance}");
    // The sentence in the other file does not go with the table any more.
    assert!(editor.codes(NARRATIVE).contains(&"N001".to_owned()), "{:?}", editor.shown);
    // Back to what is saved.
    editor.close(REPORT);
    editor.settle();
    assert_eq!(editor.codes(REPORT), before.get(REPORT).map(|_| editor.codes(REPORT)).unwrap_or_default());
    assert!(!editor.codes(REPORT).contains(&"B001".to_owned()));
    assert!(!editor.codes(NARRATIVE).contains(&"N001".to_owned()));
    editor.end();
}

#[test]
fn a_file_that_is_not_saved_yet_is_part_of_the_workspace() {
    let mut texts = texts();
    let narrative = texts.remove(NARRATIVE).expect("a text");
    let mut editor = Editor::open(&texts);
    editor.settle();
    let missing =
        |editor: &Editor| editor.shown.values().flat_map(|(_, found)| found).any(|finding| finding["code"] == "S004");
    assert!(missing(&editor));
    editor.open_text(NARRATIVE, &narrative);
    editor.settle();
    assert!(!missing(&editor));
    editor.end();
}

#[test]
fn mends_are_offered_where_they_are_needed() {
    let texts = texts();
    let mut editor = Editor::open(&texts);
    let broken = texts[REPORT]
        .replace("2025-01-20", "2025年1月20日")
        .replace("自然人: 3, 其他: 1}\n复", "自然人: ３, 其他: 1}\n复");
    editor.open_text(REPORT, &broken);
    let place = json!({ "line": 1, "character": 8 });
    let actions = editor.ask(
        "textDocument/codeAction",
        json!({
            "textDocument": { "uri": uri(REPORT) },
            "range": { "start": place, "end": place },
            "context": { "diagnostics": [] },
        }),
    );
    let actions = actions.as_array().expect("actions").clone();
    let titles: Vec<&str> = actions.iter().map(|action| action["title"].as_str().expect("a title")).collect();
    assert_eq!(titles[0], "改为“2025-01-20”");
    let edits = &actions[0]["edit"]["documentChanges"][0];
    assert_eq!(edits["textDocument"]["version"], 1);
    assert_eq!(edits["edits"][0]["newText"], "2025-01-20");
    assert_eq!(edits["edits"][0]["range"]["start"], json!({ "line": 1, "character": 6 }));
    assert!(titles.iter().any(|title| title.contains("全部 2 处")), "{titles:?}");
    // No action for what is right.
    let place = json!({ "line": 0, "character": 0 });
    let none = editor.ask(
        "textDocument/codeAction",
        json!({
            "textDocument": { "uri": uri(REPORT) },
            "range": { "start": place, "end": place },
            "context": { "diagnostics": [], "only": ["quickfix"] },
        }),
    );
    assert_eq!(none, json!([]));
    editor.end();
}
