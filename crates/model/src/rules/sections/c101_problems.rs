//! Section five names problems.

use crate::rules::rule::{Case, Rule};
use crate::rules::support::sections::mentions;
use crate::{Code, Diagnostic, Kind, SectionKind, Severity};

pub(super) static RULE: Rule = Rule {
    code: Code {
        id: "C101",
        kind: Kind::Sections,
        severity: Severity::Warning,
        title: "第五部分没有写存在的问题",
        docs: "\
## 检查什么

“五、存在的主要问题及改进情况”写了存在的问题：文字里有“问题”“不足”“差距”“薄弱”“有待”“仍需”“不够”“参差不齐”一类的词。只写“未发现问题”不算。

## 依据

《中华人民共和国政府信息公开条例》第五十条第一款第（四）项：年度报告应当包括“政府信息公开工作存在的主要问题及改进情况”。

## 例

整个第五部分只有一句：“下一步，我局将进一步加强政府信息公开工作。”

## 怎样改

写明这一年工作中实际存在的问题，一般一到三条，再写怎样改进。
",
    },
    check: |case| check(case).into_iter().collect(),
};

/// Saying that there are none.
const NONE: [&str; 15] = [
    "无问题",
    "没有问题",
    "未发现问题",
    "不存在问题",
    "无存在问题",
    "无存在的问题",
    "没有存在问题",
    "无主要问题",
    "不存在主要问题",
    "无存在的主要问题",
    "无明显问题",
    "未发现明显问题",
    "无突出问题",
    "未发现突出问题",
    "未发现存在问题",
];

/// How reports speak of what is not good.
const WORDS: [&str; 51] = [
    "问题",
    "不足",
    "差距",
    "短板",
    "弱项",
    "薄弱",
    "有待",
    "亟待",
    "仍待",
    "还待",
    "亟需",
    "仍需",
    "还需",
    "尚需",
    "需进一步",
    "需要进一步",
    "需继续",
    "需加",
    "需提",
    "不够",
    "欠缺",
    "欠",
    "缺乏",
    "缺少",
    "缺失",
    "参差不齐",
    "不齐",
    "不一",
    "不高",
    "不强",
    "不深",
    "不多",
    "不严",
    "不细",
    "不全",
    "不到位",
    "不及时",
    "不规范",
    "不平衡",
    "不均衡",
    "不完善",
    "不健全",
    "不充分",
    "不熟",
    "困难",
    "滞后",
    "单一",
    "难以",
    "尚未",
    "较少",
    "较弱",
];

fn check(case: &Case) -> Option<Diagnostic> {
    let section = case.section(SectionKind::Problems)?;
    let text = NONE.iter().fold(section.text, |text, none| text.replace(none, ""));
    (!mentions(&text, &WORDS)).then(|| {
        Diagnostic::new(&RULE.code, "第五部分没有写存在的问题")
            .at(section.heading, "")
            .help("写明这一年工作中实际存在的问题，再写怎样改进。")
    })
}
