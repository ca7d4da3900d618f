//! Whatever stands in the files, reading ends with findings.

use proptest::prelude::*;

use super::Workspace;

/// Pieces that lead far into the code, between random characters.
fn report() -> impl Strategy<Value = Vec<u8>> {
    let pieces = prop_oneof![
        4 => prop::sample::select(vec![
            "年度: 2024\n", "申请:\n", "  本年新收: ", "{自然人: ", "}", "主动公开:\n", "  行政许可: ", "表内合计: ", "更正:\n",
            "- ", "发布日期: ", "2025-01-20", "１２", "：", "，", "\t", "\n", "'", "\"", "#", "&a ", "*a", "!b ", "自然人 1", ", ", "法人或其他组织: ", "无\n", "注: 甲, ", "| \n", "---\n",
        ]).prop_map(|piece| piece.as_bytes().to_vec()),
        1 => "\\PC{0,6}".prop_map(String::into_bytes),
        1 => prop::collection::vec(any::<u8>(), 0..6),
    ];
    prop::collection::vec(pieces, 0..24).prop_map(|pieces| pieces.concat())
}

fn narrative() -> impl Strategy<Value = Vec<u8>> {
    let pieces = prop_oneof![
        4 => prop::sample::select(vec![
            "# 总体情况\n", "## （一）甲\n", "\n", "\n\n", "    ", "　　", "- ", "> ", "1. ", "| 甲 | 乙 |\n", "|--|--|\n", "**", "*", "`",
            "```\n", "{{ ", " }}", "｛｛", "申请.本年新收", "[甲](", "![乙](", "图.png)", "<b>", "<!--", "[^1]", "&nbsp;", "\\", "---\n", "===\n",
            "##甲", "＃ ", "1.乙\n", "2.丙\n", "{ 申请.", "}", "~~", "[^", "]", "｜",
        ]).prop_map(|piece| piece.as_bytes().to_vec()),
        1 => "\\PC{0,6}".prop_map(String::into_bytes),
        1 => prop::collection::vec(any::<u8>(), 0..4),
    ];
    prop::collection::vec(pieces, 0..32).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn any_bytes_can_be_loaded(report in report(), narrative in narrative()) {
        let workspace = Workspace::new();
        workspace.write("content/2024/report.yaml", &report);
        workspace.write("content/2024/narrative.md", &narrative);
        let loaded = workspace.load();
        for finding in &loaded.diagnostics {
            let span = finding.place().expect("every finding has a place");
            prop_assert!(loaded.sources.text(span.file).get(span.start..span.end).is_some(), "{:?}", finding);
            prop_assert!(finding.agency.is_some() && !finding.message.is_empty());
        }
    }
}
