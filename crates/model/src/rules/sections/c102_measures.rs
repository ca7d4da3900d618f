//! Section five names measures.

use crate::rules::rule::{Case, Rule};
use crate::rules::support::sections::mentions;
use crate::{Code, Diagnostic, Kind, SectionKind, Severity};

pub(super) static RULE: Rule = Rule {
    code: Code {
        id: "C102",
        kind: Kind::Sections,
        severity: Severity::Warning,
        title: "第五部分没有写改进措施",
        docs: "\
## 检查什么

“五、存在的主要问题及改进情况”写了怎样改进：有“下一步”“将”“针对”“措施”“整改”一类的词，或者有说怎样做的分句（“加强培训”“完善制度”）。“仍需加强”“有待提高”说的是问题，不算措施。

## 依据

《中华人民共和国政府信息公开条例》第五十条第一款第（四）项：年度报告应当包括“政府信息公开工作存在的主要问题及改进情况”。

## 例

整个第五部分只有一句：“政策解读形式还不够丰富，公开时效有待提高。”

## 怎样改

逐条写明已经怎样改进、下一步怎样改进，与前面的问题对应。
",
    },
    check: |case| check(case).into_iter().collect(),
};

/// Speaking of what is or will be done.
const CERTAIN: [&str; 15] = [
    "下一步",
    "下步",
    "下一阶段",
    "今后",
    "明年",
    "来年",
    "新的一年",
    "将",
    "针对",
    "为此",
    "对此",
    "措施",
    "整改",
    "我们要",
    "改进情况",
];

/// Speaking of what is done, unless the clause says that it is wanted.
const DOING: [&str; 32] = [
    "改进", "改善", "加强", "强化", "提升", "提高", "完善", "健全", "优化", "推进", "推动", "加大", "加快", "增加",
    "增强", "丰富", "拓展", "拓宽", "深化", "细化", "规范", "落实", "严格", "建立", "开展", "组织", "做好", "抓好",
    "着力", "持续", "继续", "努力",
];

/// Saying that something is wanted.
const WANTED: [&str; 10] = ["有待", "仍", "还", "尚", "需", "待加", "待提", "不够", "不足", "未"];

/// What ends a clause.
const STOPS: [char; 8] = ['，', '。', '；', '：', ',', ';', '、', '\n'];

fn check(case: &Case) -> Option<Diagnostic> {
    let section = case.section(SectionKind::Problems)?;
    (!names_measures(&section.text)).then(|| {
        Diagnostic::new(&RULE.code, "第五部分没有写改进措施")
            .at(section.heading, "")
            .help("写明针对这些问题已经怎样改进、下一步怎样改进。")
    })
}

fn names_measures(text: &str) -> bool {
    let does = |clause: &str| mentions(clause, &DOING) && !mentions(clause, &WANTED);
    mentions(text, &CERTAIN) || text.split(STOPS).any(does)
}
