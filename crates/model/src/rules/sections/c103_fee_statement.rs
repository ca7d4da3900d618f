//! Section six says whether 信息处理费 was charged.

use crate::rules::rule::{Case, Rule};
use crate::rules::support::sections::mentions;
use crate::{Code, Diagnostic, Kind, SectionKind, Severity};

pub(super) static RULE: Rule = Rule {
    code: Code {
        id: "C103",
        kind: Kind::Sections,
        severity: Severity::Warning,
        title: "第六部分没有写信息处理费的情况",
        docs: "\
## 检查什么

“六、其他需要报告的事项”写了信息处理费的收取情况：有“处理费”“收费”“收取”“费用”一类的词。行政事业性收费是另一回事，不算。

## 依据

《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）：收取信息处理费的情况，在政府信息公开工作年度报告中公开。

## 例

整个第六部分只写“无其他需要报告的事项。”

## 怎样改

没有收取的，写一句：“本年度未收取信息处理费。”收取了的，写明件数和金额。
",
    },
    check: |case| check(case).into_iter().collect(),
};

/// Another fee, which stands in table 2.
const ANOTHER: &str = "行政事业性收费";

const WORDS: [&str; 8] = ["处理费", "收费", "收取", "费用", "缴费", "免费", "成本费", "邮寄费"];

fn check(case: &Case) -> Option<Diagnostic> {
    let section = case.section(SectionKind::Other)?;
    (!mentions(&section.text.replace(ANOTHER, ""), &WORDS)).then(|| {
        Diagnostic::new(&RULE.code, "第六部分没有写信息处理费的收取情况")
            .at(section.heading, "")
            .help("没有收取的，写“本年度未收取信息处理费。”；收取了的，写明件数和金额。")
    })
}
