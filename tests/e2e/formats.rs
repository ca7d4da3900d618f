//! Findings for machines: SARIF and the workflow commands of GitHub.

use std::collections::BTreeSet;

use nianbao_tests::{Workspace, nianbao};
use serde_json::Value;
use snapbox::{assert_data_eq, file};

use super::diagnostics::{cases, command, workspace};

fn told(workspace: &Workspace, command: &str, format: &str) -> String {
    let output = nianbao(workspace.path(), [command, "--format", format]).output().unwrap();
    String::from_utf8(output.stdout).unwrap()
}

/// A draft with a mend, an accepted warning that points at two places, and marks that GitHub would misread.
fn draft() -> Workspace {
    let workspace = Workspace::copy_of("tests/invalid/C004-order");
    workspace.write(
        "content/2024/report.yaml",
        "年度: 2024\n申请: {本年新增: {自然人: 1}}\n行政许可,处罚%: 1\n说明: [{规则: C004, 理由: 按原来的次序。}]\n",
    );
    workspace.write("content/2024/附件 1,2：%.txt", "");
    workspace
}

#[test]
fn sarif_holds_rules_places_mends_and_suppressions() {
    let text = told(&draft(), "check", "sarif");
    let sarif: Value = serde_json::from_str(&text).unwrap();
    let results = &sarif["runs"][0]["results"];
    assert_data_eq!(serde_json::to_string_pretty(results).unwrap() + "\n", file!["snapshots/sarif.txt"].raw());
}

#[test]
fn github_is_given_escaped_commands() {
    assert_data_eq!(told(&draft(), "check", "github"), file!["snapshots/github.txt"].raw());
}

#[test]
fn sarif_says_all_that_json_says() {
    for case in cases() {
        let workspace = workspace(&case);
        let [sarif, json] =
            ["sarif", "json"].map(|format| serde_json::from_str::<Value>(&told(&workspace, command(&case), format)));
        let (sarif, json) = (sarif.unwrap(), json.unwrap());
        let (run, findings) = (&sarif["runs"][0], json["diagnostics"].as_array().unwrap());
        let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
        let results = run["results"].as_array().unwrap();
        assert_eq!(results.len(), findings.len(), "{case}");
        for (result, finding) in results.iter().zip(findings) {
            let rule = &rules[usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap()];
            assert!(rule["id"] == result["ruleId"] && rule["id"] == finding["code"], "{case}: {result}");
            assert!(rule["help"]["text"].as_str().unwrap().contains("## 怎样改"), "{case}: {rule}");
            let message = result["message"]["text"].as_str().unwrap();
            assert!(message.starts_with(finding["message"].as_str().unwrap()), "{case}: {message}");
            assert_eq!(result["fixes"].is_array(), finding["suggestion"].is_object(), "{case}: {result}");
        }
        let named: BTreeSet<&str> = results.iter().map(|result| result["ruleId"].as_str().unwrap()).collect();
        assert_eq!(rules.len(), named.len(), "{case}");
    }
}
