//! How long a build took: told beside the result, never in what is published.

use std::fs;

use nianbao_tests::{assert_same, read_tree};
use serde_json::Value;

use super::{build, city, clean};

#[test]
fn times_are_told_for_each_part_and_written_for_each_file() {
    let workspace = city();
    let file = workspace.path().join("trace.json");
    let args = ["--no-pdf", "--timings", "--trace", file.to_str().unwrap()];
    let first = build(&workspace, &args);
    assert_eq!(first.status, Some(0), "{}", first.transcript());
    assert_same(&read_tree(&workspace.path().join("dist")), &clean(&workspace, &["--no-pdf"]).unwrap());
    for part in ["读取和检查", "网页", "数据", "检索索引", "生成和公开"] {
        assert!(first.stderr.lines().any(|line| line.starts_with(part)), "{part}: {}", first.stderr);
    }
    let trace: Value = serde_json::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
    let events = trace["traceEvents"].as_array().unwrap();
    let page = events.iter().find(|event| event["name"] == "site/index.html").unwrap();
    assert_eq!((&page["ph"], &page["args"]["kept"]), (&Value::from("X"), &Value::from(false)));
    assert!(page["ts"].is_u64() && page["dur"].is_u64());

    let pages = events.iter().filter(|event| event["cat"] == "网页").count();
    fs::remove_dir_all(workspace.path().join("dist")).unwrap();
    let second = build(&workspace, &args);
    let line = second.stderr.lines().find(|line| line.starts_with("网页")).unwrap();
    let columns: Vec<&str> = line.split_whitespace().collect();
    assert_eq!(columns[1..3], [pages.to_string(), pages.to_string()], "{}", second.stderr);
}
