//! Very long inputs: what is said of them is complete, in place, and short enough to be read.

use nianbao_tests::{Finished, Workspace, nianbao};

fn checked(workspace: &Workspace) -> String {
    let finished: Finished = nianbao(workspace.path(), ["check"]).output().unwrap().into();
    finished.stdout
}

#[test]
fn of_a_very_long_line_the_part_around_a_finding_is_shown() {
    let workspace = Workspace::copy_of("tests/invalid/S047-no-such-image");
    let filler = "稳步推进各项工作，".repeat(9_000);
    let narrative = format!(
        "# 总体情况\n\n{filler}详见 [网页](第一页)。{filler}\n\n# 存在的主要问题及改进情况\n\n存在不足，将改进。\n\n\
         # 其他需要报告的事项\n\n未收取信息处理费。\n"
    );
    workspace.write("content/2024/narrative.md", narrative);
    let told = checked(&workspace);
    assert!(told.contains("[S046]: 链接应以"), "{told}");
    assert!(told.contains("content/2024/narrative.md:3:81004"), "{told}");
    assert!(told.contains("[网页](第一页)"), "{told}");
    assert!(told.lines().all(|line| line.chars().count() < 300), "{told}");
    assert!(told.lines().count() < 40, "{told}");
}

#[test]
fn thousands_of_findings_are_all_shown() {
    let workspace = Workspace::copy_of("tests/invalid/V020-unknown-key");
    let keys: String = (0..3_000).map(|number| format!("甲{number}: 1\n")).collect();
    workspace.write("content/2024/report.yaml", format!("年度: 2024\n{keys}"));
    let told = checked(&workspace);
    assert_eq!(told.matches("[V020]: 无法识别").count(), 3_000);
    assert!(told.contains("content/2024/report.yaml:3001:1"));
}
