//! What editors get wrong in report.yaml, and what they are told.

use super::Workspace;

/// Code, help and replacement of every finding on a report.
fn told(text: &str) -> Vec<(&'static str, String, Option<String>)> {
    let found = Workspace::with_report(text).load().diagnostics;
    let told = found.into_iter().map(|finding| {
        (
            finding.code.id,
            finding.help.unwrap_or_default(),
            finding.edits.into_iter().next().map(|edit| edit.replacement),
        )
    });
    told.collect()
}

/// Codes and replacements.
fn mends(text: &str) -> Vec<(&'static str, Option<String>)> {
    told(text).into_iter().map(|(code, _, mend)| (code, mend)).collect()
}

fn mend(code: &'static str, replacement: &str) -> (&'static str, Option<String>) {
    (code, Some(replacement.to_owned()))
}

#[test]
fn a_missing_colon_is_put_in_and_keeps_the_number() {
    assert_eq!(mends("申请:\n  本年新收: {自然人 1}\n"), [mend("S022", "自然人: 1")]);
    assert_eq!(mends("申请:\n  本年新收: {自然人1, 其他: 2}\n"), [mend("S022", "自然人: 1")]);
    let lines = "申请:\n  本年新收:\n    自然人 1\n    其他 2\n";
    assert_eq!(mends(lines), [mend("S022", "自然人: 1"), mend("S022", "其他: 2")]);
}

#[test]
fn headings_of_the_form_that_are_no_keys_are_explained() {
    for (text, says) in [
        ("申请:\n  本年新收: {法人或其他组织: {商业企业: 1}}\n", "直接与“自然人”并列，不套“法人或其他组织”这一层"),
        ("申请:\n  本年新收: {申请人情况: {自然人: 1}}\n", "直接写在这里，不套“申请人情况”这一层"),
        ("申请:\n  三、本年度办理结果:\n    予以公开: {自然人: 1}\n", "不套“本年度办理结果”这一层"),
        ("申请:\n  本年度办理结果: {}\n", "直接与“本年新收”并列"),
    ] {
        let found = told(text);
        let [(code, help, mend)] = found.as_slice() else { panic!("{text}: {found:?}") };
        assert_eq!((*code, mend), ("V020", &None), "{text}");
        assert!(help.contains(says), "{help}");
    }
}

#[test]
fn a_comma_within_a_text_is_told_from_one_between_items() {
    assert_eq!(mends("更正: [{日期: 2025-02-10, 内容: 由5次,更正为3次}]\n"), [mend("S029", "，")]);
    assert_eq!(mends("主动公开: {行政许可: {数: 3, 注: 甲, 乙, 丙}}\n"), [mend("S029", "，"), mend("S029", "，")]);
    assert_eq!(mends("更正: [{日期: 2025-02-10, 内容: 由1,234件改为1件}]\n"), [("S029", None)]);
    assert_eq!(mends("申请: {本年新收: {自然人: 1, 商业}}\n"), [("V020", None)]);
}

#[test]
fn slips_below_an_unknown_key_are_told_too() {
    assert_eq!(mends("申请:\n  本年新增: {自然人：1}\n"), [mend("V020", "本年新收"), mend("S021", ": ")]);
    assert_eq!(mends("备注: 其中：甲\n"), [("V020", None)]);
}

#[test]
fn a_group_whose_children_are_not_indented_is_not_called_blank() {
    assert_eq!(mends("申请:\n本年新收: {自然人: 1}\n"), [("V020", None)]);
    assert_eq!(mends("申请:\n  本年新收:\n  自然人: 1\n"), [("V020", None)]);
    assert_eq!(mends("申请:\n  本年新收:\n"), [("V006", None)]);
}

#[test]
fn the_year_is_four_digits() {
    for year in ["2024年", "２０２４", "2024 年度"] {
        let workspace = Workspace::new();
        workspace.write("content/2024/report.yaml", format!("年度: {year}\n"));
        let found = workspace.load().diagnostics;
        assert_eq!((found.len(), found[0].code.id), (1, "V022"), "{year}");
        assert_eq!(found[0].edits.first().map(|edit| edit.replacement.as_str()), Some("2024"));
    }
}

#[test]
fn help_quotes_what_the_editor_wrote() {
    for (text, says) in [
        ("申请:\n  本年新收: {自然人：1, 其他: 2}\n", "自然人: 1"),
        ("申请:\n  本年新收: {自然人:1}\n", "自然人: 1"),
        ("复议：{结果维持: 1}\n", "：复议:"),
        ("状态：拟公开\n", "状态: 拟公开"),
    ] {
        let found = told(text);
        assert!(found.len() == 1 && found[0].1.ends_with(says), "{found:?}");
    }
}

#[test]
fn nothing_may_be_said_in_a_word() {
    assert_eq!(mends("更正: 无\n说明: /\n表注: 无\n表内合计: 无\n").len(), 4);
    assert_eq!(mends("更正: 无\n"), [mend("V006", "[]")]);
    assert_eq!(mends("表注: 无\n"), [mend("V006", "{}")]);
    assert!(Workspace::with_report("表注: {申请: 无}\n").report().notes.is_empty());
}

#[test]
fn a_file_with_txt_behind_its_name_is_told_once() {
    for name in ["report.yaml", "narrative.md"] {
        let workspace = Workspace::new();
        std::fs::rename(
            workspace.path(&format!("content/2024/{name}")),
            workspace.path(&format!("content/2024/{name}.txt")),
        )
        .expect("renames it");
        let found = workspace.load().diagnostics;
        assert_eq!((found.len(), found[0].code.id), (1, "S004"));
        assert!(found[0].message.contains("多了扩展名“.txt”"));
    }
    let workspace = Workspace::new();
    workspace.write("content/2024/report.yaml.txt", "");
    workspace.write("content/agencies/a/agency.yaml.TXT", "名称: 甲\n");
    assert_eq!(workspace.codes(), ["S008", "S004"]);
}

#[test]
fn no_report_is_of_another_age() {
    for text in [
        "发布日期: 1025-01-20\n",
        "发布日期: 9999-12-31\n",
        "发布日期: 2025-01-20\n落款: {日期: 1025-01-20}\n",
        "更正: [{日期: 2205-03-01, 内容: 甲}]\n",
    ] {
        let found = told(text);
        assert_eq!(found.len(), 1, "{text}: {found:?}");
        assert_eq!((found[0].0, found[0].2.as_ref()), ("V024", None), "{text}");
    }
    assert!(told("发布日期: 1949-10-01\n").iter().all(|(code, ..)| *code != "V024"));
    let workspace = Workspace::new();
    workspace.write("content/9999/report.yaml", "年度: 9999\n");
    workspace.write("content/9999/narrative.md", super::NARRATIVE);
    assert_eq!(workspace.codes(), ["V023"]);
}

#[test]
fn an_address_is_short_enough_for_every_program() {
    let address = |length: usize| format!("来源: https://a.cn/{}\n", "a".repeat(length - "https://a.cn/".len()));
    assert_eq!(told(&address(2000)), []);
    assert_eq!(told(&address(2001)).iter().map(|(code, ..)| *code).collect::<Vec<_>>(), ["V027"]);
}

#[test]
fn hidden_characters_are_told_also_where_signs_stand_for_them() {
    let workspace = Workspace::with_report("标题: \"甲\\u202E乙\"\n");
    assert!(workspace.codes().contains(&"S030"), "{:?}", workspace.codes());
    let workspace = Workspace::new();
    workspace.write("content/2024/narrative.md", super::NARRATIVE.replace("甲。", "甲&#x202E;乙&#8203;丙。"));
    let codes = workspace.codes();
    assert!(codes.contains(&"S030") && codes.contains(&"S031"), "{codes:?}");
}

#[test]
fn totals_by_any_name_are_never_asked_for() {
    for text in [
        "申请:\n  总计: {自然人: 1}\n",
        "申请:\n  合计: 1\n",
        "申请:\n  （七）总计: {自然人: 1}\n",
        "申请:\n  本年新收: {自然人: 1, 合计: 1}\n",
        "复议: {合计: 1}\n",
    ] {
        assert_eq!(mends(text)[0].0, "V008", "{text}");
    }
    let help = told("申请:\n  本年新增件数: {}\n").remove(0).1;
    assert!(!help.contains("总计"), "{help}");
    assert_eq!(mends("表内合计: {申请: {合计: 1}}\n")[0].0, "V020");
}

#[test]
fn a_value_behind_a_hash_is_told() {
    for value in ["#VALUE!", "#REF!", "#12", "####"] {
        assert_eq!(mends(&format!("主动公开:\n  行政许可: {value}\n")), [("S034", None)], "{value}");
    }
    assert_eq!(mends("主动公开: {规章: {制发: #N/A, 废止: 0}}\n"), [("S034", None)]);
    assert_eq!(mends("标题: #甲市年度报告\n"), [("S035", None)]);
    assert_eq!(mends("主动公开:\n  行政许可: 3 #VALUE!\n"), [("S035", None)]);
    for right in ["# 注\n主动公开:\n  行政许可: 3 # 核对过\n", "主动公开: # 表二\n  行政许可: 3\n", "标题: 甲#1\n"]
    {
        assert_eq!(mends(right), [], "{right}");
    }
}

#[test]
fn a_name_within_quotation_marks_is_told() {
    let title = "甲市2024年政府信息公开工作年度报告";
    assert_eq!(mends(&format!("标题: “{title}”\n")), [mend("S036", title)]);
    assert_eq!(mends(&format!("标题: 《{title}》\n")), [mend("S036", title)]);
    assert_eq!(mends("索引号: “003/2024-1”\n"), [("S036", None)]);
    assert_eq!(mends("标题: 甲市“最多跑一次”办公室年报\n表注: {申请: “十四五”}\n"), []);
}
