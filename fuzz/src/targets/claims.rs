//! A sentence of a report: its figures are held against the tables, whatever it says.

use std::str;

use super::content::{check, city, narrative};

/// Takes `bytes` for what section one says of the year.
pub(super) fn run(bytes: &[u8]) {
    let Ok(sentence) = str::from_utf8(bytes) else { return };
    let mut files = city();
    let text = format!(
        "# 总体情况\n\n2024年，{sentence}\n\n# 存在的主要问题及改进情况\n\n{sentence}\n\n# 其他需要报告的事项\n\n未收取信息处理费。\n"
    );
    files.insert(narrative(), text);
    check(&files);
}
