//! What belongs where in a report, a line each, for whoever writes it: workbooks to be filled in, new narratives, forms.

use crate::{Report, SectionKind};

/// The sub-headings of section one that 格式2021 names, each with what belongs below it.
pub const OVERVIEW: [(&str, &str); 5] = [
    (
        "主动公开",
        "公开了多少信息、通过哪些渠道、重点领域有哪些做法。提到规章、规范性文件、许可、处罚等件数的，要与表二一致。",
    ),
    ("依申请公开", "收到多少件申请、怎样办结、结转下年多少件。每个数都要与表三一致；没有收到申请的也要写明。"),
    ("政府信息管理", "信息怎样审核、发布、更新和清理，规范性文件怎样管理。"),
    ("政府信息公开平台建设", "网站、政务新媒体、公报和查阅场所的建设和维护。"),
    ("监督保障", "机构和人员、培训；政府的报告还要写工作考核、社会评议和责任追究结果的情况。"),
];

/// What belongs into a section of text.
pub fn of_section(kind: SectionKind, year: i16) -> String {
    match kind {
        SectionKind::Problems => {
            "存在的主要问题和改进情况都要写：先写问题，再写改进措施；上年问题的整改结果也写在这里。".to_owned()
        }
        SectionKind::Other => format!(
            "必须写明是否收取了政府信息公开信息处理费；收了的写明件数和金额，没有收的写“{year}年没有收取信息处理费”。其他需要报告的事项也写在这里。"
        ),
        _ => "按下面各个小标题写；小标题可以改，也可以增加。".to_owned(),
    }
}

/// What belongs in front of the first section.
pub const INTRODUCTION: &str = "这里可以写编制说明：依据、统计期限、在哪里下载、联系方式。没有就空着。";

/// How many documents were in force a year before, for whoever fills in table 2; nothing where the report's form does not
/// tell.
pub fn in_force(previous: &Report) -> Option<String> {
    let documents = previous.form.disclosure().documents.as_ref()?;
    let [regulations, normative] =
        [&documents.regulations, &documents.normative_documents].map(|stock| previous.figure(&stock.in_force));
    let year = previous.year;
    Some(format!(
        "{year}年报告的现行有效件数：规章 {} 件，行政规范性文件 {} 件；今年的一般等于它加上本年制发、减去本年废止。",
        regulations.normalize(),
        normative.normalize()
    ))
}
