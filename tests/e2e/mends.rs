//! `check --fix` and `--diff`: mends that are certain, in drafts only.

mod bases;
mod mutations;
mod property;

use nianbao_tests::{Finished, Tree, Workspace, nianbao, read_tree};
use snapbox::{assert_data_eq, file};

const REPORT: &str = "content/agencies/mj/2024/report.yaml";
const NARRATIVE: &str = "content/agencies/mj/2024/narrative.md";

/// A city with the record of one agency and the draft of another; both have slips.
fn city() -> Workspace {
    let workspace = Workspace::real();
    workspace.replace("content/agencies/tcj/2024/report.yaml", "  本年新收: {", "  本年新增: {");
    workspace.write("content/agencies/mj/agency.yaml", "名称: 某市某局\n");
    workspace.write(REPORT, "年度: 2024年\r\n申请:\r\n  本年新增: {自然人: 1}\r\n  结转下年度: {自然人：1}\r\n");
    let narrative = "\u{feff}# 总体情况\n\n##甲\n\n甲。\n\n# 存在的主要问题及改进情况\n\n乙{ 复议 }件。\n\n\
                     # 其他需要报告的事项\n\n丙。";
    workspace.write(NARRATIVE, narrative);
    workspace
}

fn run(workspace: &Workspace, args: &[&str]) -> Finished {
    nianbao(workspace.path(), args).output().unwrap().into()
}

fn content(workspace: &Workspace) -> Tree {
    read_tree(&workspace.path().join("content"))
}

#[test]
fn a_diff_shows_and_writes_nothing() {
    let workspace = city();
    let before = content(&workspace);
    assert_data_eq!(run(&workspace, &["check", "--diff"]).transcript(), file!["snapshots/diff.txt"].raw());
    assert!(content(&workspace) == before);
}

#[test]
fn mends_are_written_into_drafts_and_the_rest_is_shown() {
    let workspace = city();
    let before = content(&workspace);
    assert_data_eq!(run(&workspace, &["check", "--fix"]).transcript(), file!["snapshots/fix.txt"].raw());
    let after = content(&workspace);
    let changed: Vec<&String> = after.iter().filter(|(path, bytes)| before[*path] != **bytes).map(|it| it.0).collect();
    assert_eq!(changed, ["agencies/mj/2024/narrative.md", "agencies/mj/2024/report.yaml"]);
    assert_eq!(before.len(), after.len());
    assert_eq!(
        workspace.read(REPORT),
        "年度: 2024\r\n申请:\r\n  本年新收: {自然人: 1}\r\n  结转下年度: {自然人: 1}\r\n"
    );
    assert!(workspace.read(NARRATIVE).starts_with("\u{feff}# 总体情况\n\n## 甲\n"));
    assert!(workspace.read(NARRATIVE).ends_with("乙{{ 复议 }}件。\n\n# 其他需要报告的事项\n\n丙。"));
}

#[test]
fn both_show_what_is_written() {
    let workspace = city();
    let shown = run(&workspace, &["check", "--diff"]).stdout;
    let diff = shown.split("可以改好").next().unwrap();
    let told = run(&workspace, &["check", "--diff", "--fix"]).stdout;
    assert!(told.starts_with(diff) && told.contains("改好了 5 处（2 个文件）。"), "{told}");
    let again = run(&workspace, &["check", "--fix", "--diff"]).stdout;
    assert!(again.contains("没有可以自动改的地方。") && !again.contains("+++"), "{again}");
}

#[test]
fn only_what_is_selected_is_mended() {
    let workspace = city();
    let before = content(&workspace);
    let told = run(&workspace, &["check", "--fix", "--only", "tcj"]);
    assert!(told.stdout.contains("另有 1 处在已公开的报告里"), "{}", told.transcript());
    assert!(content(&workspace) == before);
}

#[test]
fn machines_get_their_document_alone() {
    let workspace = city();
    let told = run(&workspace, &["check", "--fix", "--only", "mj", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&told.stdout).unwrap();
    assert_eq!((json["summary"]["errors"].as_u64(), told.status), (Some(0), Some(0)));
    assert_eq!(told.stderr, "改好了 5 处（2 个文件）。\n");
    assert_eq!(run(&workspace, &["check", "--diff", "--format", "sarif"]).status, Some(2));
}

/// What is left open swallows what comes behind it: nothing may be appended there again and again.
#[test]
fn what_is_left_open_does_not_make_a_file_grow() {
    for open in ["<!--", "<!-- 待补充", "```", "~~~", "<pre>", "<script>", "<![CDATA[", "<?", "- ```", "> <!--"] {
        let workspace = city();
        let text = format!("# 总体情况\n\n甲,乙。\n\n{open}\n\n# 其他需要报告的事项\n\n丙,丁。\n");
        workspace.write(NARRATIVE, &text);
        run(&workspace, &["check", "--fix"]);
        let once = workspace.read(NARRATIVE);
        assert!(once.len() <= text.len() + "，，".len(), "{open}\n{once}");
        let told = run(&workspace, &["check", "--fix"]).stdout;
        assert!(told.contains("没有可以自动改的地方。") && workspace.read(NARRATIVE) == once, "{open}\n{told}");
    }
}

/// Three mends on one line, of which each makes the next one possible.
#[test]
fn mending_goes_on_until_nothing_is_left() {
    let workspace = city();
    workspace.write(REPORT, "年度: 2024\n更正:\n  - {日期：2025/3/5，内容: 由5次,更正为3次}\n复议：／\n");
    run(&workspace, &["check", "--fix", "--only", "mj"]);
    let once = workspace.read(REPORT);
    run(&workspace, &["check", "--fix", "--only", "mj"]);
    assert_eq!(workspace.read(REPORT), once);
}

/// 未盖章 is as near to 盖章 as to 不盖章, and a value on two lines is more than the word that is wrong.
#[test]
fn what_could_mean_the_opposite_or_lose_words_is_not_mended() {
    for report in
        ["年度: 2024\n落款: 未盖章\n", "年度: 2024\n落款: 盖章\n  乙\n", "年度: 2024\n发布日期: 2025年\n  1月2日\n"]
    {
        let workspace = city();
        workspace.write(REPORT, report);
        run(&workspace, &["check", "--fix", "--only", "mj"]);
        assert_eq!(workspace.read(REPORT), report);
    }
}

/// Two names that look alike are one again.
#[test]
fn what_nobody_sees_is_taken_out() {
    let workspace = city();
    workspace
        .write("content/agencies/mj/agency.yaml", "名\u{200b}称: 某市\u{200b}\u{feff}某局\u{7f}\n简称: 某\u{202e}局\n");
    let told = run(&workspace, &["check", "--fix", "--only", "mj", "--format", "short"]).stdout;
    assert!(told.contains("[S030]") && told.contains("U+202E") && !told.contains("[S031]"), "{told}");
    assert_eq!(workspace.read("content/agencies/mj/agency.yaml"), "名称: 某市某局\n简称: 某\u{202e}局\n");
}

/// 年度：2024 in GBK, as an old editor saves it: converted, and then mended.
#[test]
fn files_in_gbk_are_converted_and_mended_at_once() {
    let workspace = city();
    let gbk = b"\xC4\xEA\xB6\xC8\xA3\xBA2024\n".to_vec();
    workspace.write(REPORT, &gbk);
    let shown = run(&workspace, &["check", "--diff", "--only", "mj"]).stdout;
    assert!(shown.contains(&format!("{REPORT}：编码转换为 UTF-8\n")) && shown.contains("+年度: 2024"), "{shown}");
    assert_eq!(std::fs::read(workspace.path().join(REPORT)).unwrap(), gbk);
    run(&workspace, &["check", "--fix", "--only", "mj"]);
    assert_eq!(workspace.read(REPORT), "年度: 2024\n");
}

#[cfg(unix)]
#[test]
fn nothing_is_mended_behind_a_link() {
    let workspace = city();
    let folder = workspace.path().join("content/agencies/mj");
    std::fs::rename(&folder, workspace.path().join("别处")).unwrap();
    std::os::unix::fs::symlink(workspace.path().join("别处"), &folder).unwrap();
    let before = content(&workspace);
    let told = run(&workspace, &["check", "--fix"]);
    assert!(told.stdout.contains("没有可以自动改的地方。"), "{}", told.transcript());
    assert!(content(&workspace) == before);
}
