//! The benchmarks that anybody can run work; what they measure here means nothing.

use std::path::Path;

use nianbao_tests::{binary, python, run};

#[test]
fn benchmarks_run_and_tell_all_that_they_measured() {
    let goals = told("goals", &["--agencies", "2", "--years", "1", "--rounds", "1", "--growth", "2,3", "--no-pdf"]);
    for row in
        ["check", "build from nothing", "nothing changed", "one narrative changed", "check of one report", "| 3 |"]
    {
        assert!(goals.contains(row), "{row} is missing:\n{goals}");
    }
    let peers = told("peers", &["--reports", "2", "--rounds", "1", "--sample", "1"]);
    for row in ["nianbao build --no-pdf", "Typst (Python module)", "nianbao export docx"] {
        assert!(peers.contains(row), "{row} is missing:\n{peers}");
    }
}

/// What a benchmark prints of the program under test.
fn told(benchmark: &str, arguments: &[&str]) -> String {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../benches").join(benchmark);
    run(python().arg("-B").arg(script).arg("--program").arg(binary()).args(arguments))
}
