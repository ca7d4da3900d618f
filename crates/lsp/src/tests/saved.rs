//! What is saved, beside what is open: files that change, byte order marks, other encodings.

use serde_json::json;

use super::editor::{Editor, Saved, memory, uri};
use super::findings::texts;

const REPORT: &str = "content/2024/report.yaml";
const AGENCY: &str = "content/agency.yaml";

fn tell_of_change(editor: &Editor, path: &str) {
    let changes = json!({ "changes": [{ "uri": uri(path), "type": 2 }] });
    editor.tell("workspace/didChangeWatchedFiles", changes);
}

#[test]
fn a_file_that_changes_on_the_disk_is_checked_whoever_tells_of_it() {
    for watches in [true, false] {
        let saved = Saved::new(memory(&texts()));
        let mut editor = Editor::open_over(saved.clone(), watches);
        editor.settle();
        assert!(!editor.codes(REPORT).contains(&"B001".to_owned()), "{:?}", editor.shown);
        saved.write(REPORT, texts()[REPORT].replacen("自然人: 3", "自然人: 5", 1));
        tell_of_change(&editor, REPORT);
        editor.settle();
        assert!(editor.codes(REPORT).contains(&"B001".to_owned()), "watches: {watches}, {:?}", editor.shown);
        // A folder that is moved may be told of by itself.
        saved.write("content/agencies/jyj/agency.yaml", "名称:\n");
        tell_of_change(&editor, "content/agencies");
        editor.settle();
        assert!(!editor.codes("content/agencies/jyj/agency.yaml").is_empty(), "watches: {watches}, {:?}", editor.shown);
        // Without a word a change is seen at the next edit, if nobody promised to tell of it.
        saved.write(REPORT, texts()[REPORT].as_str());
        editor.open_text(AGENCY, &texts()[AGENCY]);
        editor.settle();
        assert_eq!(editor.codes(REPORT).contains(&"B001".to_owned()), watches, "{:?}", editor.shown);
        editor.end();
    }
}

#[test]
fn columns_are_the_editors_with_a_byte_order_mark_and_without() {
    let report = texts()[REPORT].replacen("年度: 2024", "年度: 2023", 1);
    let saved = Saved::new(memory(&texts()));
    saved.write(REPORT, format!("\u{feff}{report}"));
    let mut editor = Editor::open_over(saved, false);
    editor.settle();
    let start = |editor: &Editor| editor.shown[REPORT].1.first().expect("the year")["range"]["start"].clone();
    // Whoever opens the file sees no mark.
    assert_eq!(start(&editor), json!({ "line": 0, "character": 4 }));
    editor.open_text(REPORT, &report);
    editor.settle();
    assert_eq!(start(&editor), json!({ "line": 0, "character": 4 }));
    editor.close(REPORT);
    editor.open_text(REPORT, &format!("\u{feff}{report}"));
    editor.settle();
    assert_eq!(start(&editor), json!({ "line": 0, "character": 5 }), "the mark is its first character");
    editor.end();
}

#[test]
fn a_file_in_gbk_is_told_of_however_the_editor_shows_it() {
    // 年度: 2024
    let gbk = b"\xC4\xEA\xB6\xC8: 2024\n";
    let saved = Saved::new(memory(&texts()));
    saved.write(REPORT, gbk.as_slice());
    let mut editor = Editor::open_over(saved.clone(), false);
    editor.settle();
    assert_eq!(editor.codes(REPORT).iter().filter(|code| *code == "S001").count(), 1, "{:?}", editor.shown);
    for shown in ["年度: 2024\n", "\u{fffd}\u{fffd}\u{fffd}\u{fffd}: 2024\n"] {
        editor.open_text(REPORT, shown);
        editor.settle();
        let found = &editor.shown[REPORT].1;
        let told = found.iter().find(|finding| finding["code"] == "S001").expect("the encoding");
        assert_eq!(told["range"]["start"], json!({ "line": 0, "character": 0 }));
        let message = told["message"].as_str().expect("a text");
        assert!(message.starts_with("文件应为 UTF-8 编码，实际是 GBK"), "{message}");
        assert!(message.contains("通过编码重新打开") && !message.contains("--fix"), "{message}");
        editor.close(REPORT);
    }
    // Saved as it should be, it is said no more.
    editor.open_text(REPORT, "年度: 2024\n");
    saved.write(REPORT, "年度: 2024\n");
    editor.tell("textDocument/didSave", json!({ "textDocument": { "uri": uri(REPORT) } }));
    editor.settle();
    assert!(!editor.codes(REPORT).contains(&"S001".to_owned()), "{:?}", editor.shown);
    editor.end();
}
