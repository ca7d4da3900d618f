//! What is said to whoever fills in the form.

use nianbao_model::{TableId, deadline, guidance};

use super::EntryForm;
use crate::view::date_text;

/// What is said below a table.
pub(super) fn of_table(entry: &EntryForm, id: TableId) -> Vec<String> {
    let mut lines = Vec::new();
    match id {
        TableId::Disclosure => lines.extend(entry.previous.and_then(guidance::in_force)),
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
