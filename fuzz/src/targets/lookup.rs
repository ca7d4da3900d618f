//! A look-up in a narrative, `{{ 申请.本年新收.总计 }}`, and what surrounds it.

use std::str;

use super::content::{check, city, narrative};

/// Takes `bytes` for what stands between the braces of a look-up, in a paragraph, a table and a footnote.
pub(super) fn run(bytes: &[u8]) {
    let Ok(inside) = str::from_utf8(bytes) else { return };
    let mut files = city();
    let text = format!(
        "# 总体情况\n\n收到申请{{{{ {inside} }}}}件[^1]。\n\n| 类别 | 数量 |\n|---|---|\n| 申请 | {{{{{inside}}}}} |\n\n[^1]: 见{{{{{inside} }}}}。\n\n# 存在的主要问题及改进情况\n\n解读不够。下一步改进。\n\n# 其他需要报告的事项\n\n未收取信息处理费。\n"
    );
    files.insert(narrative(), text);
    check(&files);
}
