//! docs/rules.md is made from the codes themselves. `SNAPSHOTS=overwrite` writes it anew.

use std::fmt::Write as _;

use nianbao_model::Code;
use nianbao_tests::repository;
use snapbox::{Data, assert_data_eq};

/// Every code of every part of the program, sorted.
pub(crate) fn codes() -> Vec<&'static Code> {
    nianbao_workspace::codes(nianbao_builder::codes())
}

fn manual() -> String {
    let mut text = String::from(
        "# 问题代码\n\n\
         “错误”妨碍发布（已公开的报告只有读不出、生成不了的错误才妨碍）；“警告”要说明理由；“提示”供参考。\n\
         在命令行里看某一个：`nianbao explain 代码`。\n\n\
         | 代码 | 程度 | 内容 |\n|---|---|---|\n",
    );
    for code in codes() {
        let _ = writeln!(text, "| {} | {} | {} |", code.id, code.severity.name(), code.title);
    }
    for code in codes() {
        // The headings within a code's page stand one level below its own.
        let docs =
            code.docs.replace("\n## ", "\n### ").replacen("## ", "### ", usize::from(code.docs.starts_with("## ")));
        let _ = write!(text, "\n## {} {}（{}）\n\n{}", code.id, code.title, code.severity.name(), docs);
    }
    text
}

#[test]
fn the_manual_of_rules_is_fresh() {
    assert_data_eq!(manual(), Data::read_from(&repository().join("docs/rules.md"), None).raw());
}
