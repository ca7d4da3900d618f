//! Section six says whether 信息处理费 was charged.

use crate::prose::Role;
use crate::rules::rule::{Case, Rule};
use crate::rules::support::sections::mentions;
use crate::{Code, Diagnostic, Kind, Passage, SectionKind, Severity};

pub(super) static RULE: Rule = Rule {
    code: Code {
        id: "C103",
        kind: Kind::Sections,
        severity: Severity::Warning,
        title: "第六部分没有写信息处理费的情况",
        docs: "\
## 检查什么

2021 年及以后的报告，“六、其他需要报告的事项”写了信息处理费收了没有：“未收取”“未发生收费情况”“免费提供”，或者收了多少件、多少元。只引用规定（“按照《政府信息公开信息处理费管理办法》执行”）的，不算；行政事业性收费是另一回事，也不算。

## 依据

《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）：收取信息处理费的情况，在政府信息公开工作年度报告中公开；自 2021 年起施行。

## 例

整个第六部分只写“无其他需要报告的事项。”或者“严格执行《政府信息公开信息处理费管理办法》。”

## 怎样改

没有收取的，写一句：“本年度未收取信息处理费。”收取了的，写明件数和金额。
",
    },
    check: |case| check(case).into_iter().collect(),
};

/// The first year whose reports owe the statement: the rules on the fee are in force from 2021.
const SINCE: i16 = 2021;

/// Another fee, which stands in table 2.
const ANOTHER: &str = "行政事业性收费";

const WORDS: [&str; 8] = ["处理费", "收费", "收取", "费用", "缴费", "免费", "成本费", "邮寄费"];

/// Saying that nothing was charged, or that something was.
const SAID: [&str; 23] = [
    "未",
    "无",
    "没有",
    "没收取",
    "免费",
    "免收",
    "免除",
    "减免",
    "零",
    "不收",
    "不予收",
    "不曾",
    "不需",
    "不涉及",
    "不存在",
    "不产生",
    "不发生",
    "收取了",
    "共收取",
    "累计收取",
    "合计收取",
    "总计收取",
    "已收取",
];

/// What a charge is counted in.
const MEASURES: [char; 6] = ['件', '元', '起', '宗', '笔', '次'];

/// Forbidding or promising words, which say nothing of what was done.
const RULED: [&str; 5] = ["无正当理由", "未经", "无论", "未按", "无故"];

fn check(case: &Case) -> Option<Diagnostic> {
    if case.report.year < SINCE {
        return None;
    }
    let section = case.section(SectionKind::Other)?;
    let sentences = fee_sentences(case.prose.section(Some(SectionKind::Other)));
    let cites = mentions(&section.text, &CITING);
    let (message, help) = match sentences.iter().map(|sentence| says(sentence)).max() {
        Some(true) => return None,
        // 按照规定收取 tells that it is charged where it has to be.
        Some(false) if !cites && sentences.iter().any(|sentence| mentions(sentence, &["收取", "收费"])) => {
            return None;
        }
        Some(false) => CITED,
        // A title may be all that speaks of the fee.
        None if mentions(&section.text, &["处理费"]) => CITED,
        None => (
            "第六部分没有写信息处理费的收取情况",
            "没有收取的，写“本年度未收取信息处理费。”；收取了的，写明件数和金额。",
        ),
    };
    Some(Diagnostic::new(&RULE.code, message).at(section.heading, "").help(help))
}

/// The sentences on the fee, less titles of rules: those that name it, those below a heading or behind a label that does, and
/// the cells of a table that does.
fn fee_sentences<'p>(passages: impl Iterator<Item = &'p Passage>) -> Vec<String> {
    let mut sentences = Vec::new();
    let mut labelled = false;
    for passage in passages {
        let text = without_titles(&passage.text.replace(ANOTHER, ""));
        let below = passage.headings.iter().any(|heading| mentions(heading, &WORDS));
        let cell = passage.role == Role::Cell;
        for sentence in text.split(SENTENCE_ENDS).filter(|sentence| !sentence.trim().is_empty()) {
            let names = mentions(sentence, &WORDS);
            if names || below && passage.role != Role::Heading || labelled {
                sentences.push(sentence.to_owned());
            }
            let label = sentence.trim_end().ends_with(['况', '：', ':']) || passage.role == Role::Heading;
            labelled = names && (label || cell) || labelled && cell;
        }
    }
    sentences
}

/// How rules are cited.
const CITING: [&str; 4] = ["《", "〔", "办法", "109号"];

const CITED: (&str, &str) = (
    "第六部分只提到信息处理费的规定，没有写收了没有",
    "没有收取的，写“本年度未收取信息处理费。”；收取了的，写“共收取信息处理费 2230 元。”",
);

const SENTENCE_ENDS: [char; 4] = ['。', '；', '！', '\n'];

/// Whether a sentence says that the fee was charged or not.
fn says(sentence: &str) -> bool {
    let done = RULED.iter().fold(sentence.to_owned(), |text, ruled| text.replace(ruled, ""));
    let counts = done.match_indices(MEASURES).any(|(at, _)| {
        let before = done.get(..at).unwrap_or_default().trim_end();
        before.ends_with(|c: char| c.is_numeric() || "二两三四五六七八九十百千万亿".contains(c))
    });
    counts || mentions(&done, &SAID) || done.trim_end().ends_with(char::is_numeric)
}

/// A text without what stands between 《 and 》 or in brackets of a document's number.
fn without_titles(text: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while let Some(open) = rest.find('《') {
        let (before, title) = rest.split_at(open);
        kept.push_str(before);
        let Some(close) = title.find('》') else { break };
        rest = title.get(close + '》'.len_utf8()..).unwrap_or_default();
    }
    without_numbers(&(kept + rest))
}

/// `国办函〔2020〕109号` says nothing of what was charged.
fn without_numbers(text: &str) -> String {
    let mut kept = String::new();
    for part in text.split_inclusive('号') {
        match part.find('〔').filter(|_| part.ends_with('号')) {
            Some(open) => kept.push_str(part.get(..open).unwrap_or_default()),
            None => kept.push_str(part),
        }
    }
    kept
}
