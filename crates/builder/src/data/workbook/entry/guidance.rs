//! What is said to whoever fills in the form.

use nianbao_model::{Report, SectionKind, TableId, deadline};

use super::EntryForm;
use crate::data::figure::number;
use crate::view::date_text;

/// The sub-headings of section one that 格式2021 names, each with what belongs below it.
pub(crate) const OVERVIEW: [(&str, &str); 5] = [
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
pub(crate) fn of_section(kind: SectionKind, year: i16) -> String {
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
pub(crate) const INTRODUCTION: &str = "这里可以写编制说明：依据、统计期限、在哪里下载、联系方式。没有就空着。";

/// What is said below a table.
pub(super) fn of_table(entry: &EntryForm, id: TableId) -> Vec<String> {
    let mut lines = Vec::new();
    match id {
        TableId::Disclosure => lines.extend(entry.previous.and_then(in_force)),
        TableId::Applications if entry.previous.is_some() && !entry.is_begun => {
            lines.push(
                "“上年结转”已按上年报告的“结转下年度”填好，应当一致；确有不同的，改过来并在下面注明原因。".to_owned(),
            );
        }
        _ => {}
    }
    let sum = if id == TableId::Disclosure { "" } else { "总计自动算出。" };
    lines.push(format!("浅黄色的格子填数字，没有的填 0。{sum}下面的空行写表注，一行一条，以“注：”开头；没有就空着。"));
    lines
}

/// How many documents were in force a year before.
fn in_force(previous: &Report) -> Option<String> {
    let documents = previous.form.disclosure().documents.as_ref()?;
    let [regulations, normative] =
        [&documents.regulations, &documents.normative_documents].map(|stock| number(previous.figure(&stock.in_force)));
    let year = previous.year;
    Some(format!(
        "{year}年报告的现行有效件数：规章 {regulations} 件，行政规范性文件 {normative} 件；今年的一般等于它加上本年制发、减去本年废止。"
    ))
}

/// How to fill in, line by line.
pub(super) fn general(entry: &EntryForm) -> Vec<String> {
    let day = deadline(entry.agency, entry.prepared.year).map(date_text).unwrap_or_default();
    let telephone = entry.telephone.map(|number| format!("（电话 {number}）")).unwrap_or_default();
    let receiver = entry.receiver;
    vec![
        "只填浅黄色的格子；其他格子锁定了，没有密码。可以用 Excel、WPS 或 LibreOffice 填，存成 .xlsx、.xls、.et 都可以。".to_owned(),
        "先填表二、表三、表四。件数填整数，金额以万元为单位、最多六位小数；只填数字，不带单位和文字。没有的填 0，不要写“无”或“/”。".to_owned(),
        "合计不用填，自动算出。表三每一列，第一项加第二项之和应等于第三项加第四项之和；不符的列变成红色，表的下面写明是哪一列、差多少。".to_owned(),
        "再填“文字部分”。一格写一段，格子不够就插入行；不用缩进，不用写页码。文字里的数要与三张表一致。".to_owned(),
        "上面的“发布日期”是打算在网站公布的日期，如 2026-01-20，还没有定就空着。".replace("2026", &(i32::from(entry.prepared.year) + 1).to_string()),
        format!("填好后发给{receiver}{telephone}，时间以通知为准。按《政府信息公开条例》，本机关的年度报告应在{day}前公布。"),
    ]
}
