//! Files that are called what they are not.

use nianbao_tests::Workspace;

use super::{city, document, import_all};

/// A document of each kind, all of other agencies than that of the workspace.
const KINDS: [(&str, &str); 7] = [
    ("网页", "misprints.html"),
    ("文字", "word.docx"),
    ("表格", "sheets.xlsx"),
    ("旧表格", "old.xls"),
    ("版式", "not-embedded.pdf"),
    ("文本", "spaces.txt"),
    ("标记", "tables.md"),
];
const ENDINGS: [&str; 10] = ["html", "docx", "xlsx", "xls", "pdf", "txt", "md", "csv", "json", "没有这种"];

#[test]
fn a_wrong_ending_never_decides_what_a_file_is() {
    let workspace: Workspace = city();
    for (name, file) in KINDS {
        for ending in ENDINGS {
            workspace.write(&format!("收来的/{name}.{ending}"), document(file));
        }
    }
    let imported = import_all(&workspace);
    let read = |why: &str| {
        ["看不出", "是哪个机关", "同一份报告", "--agency", "里面写的", "没有找到", "不在机关名单里"]
            .iter()
            .any(|part| why.contains(part))
    };
    for (name, _) in &KINDS[..5] {
        for ending in ENDINGS {
            let file = format!("{name}.{ending}");
            let why = imported.refused.get(&file);
            // It was read, whether or not anybody knows whose report it is.
            assert!(why.is_none_or(|why| read(why)), "{file}: {why:?}");
            assert!(why.is_none_or(|why| !why.contains("损坏")), "{file}: {why:?}");
        }
    }
}
