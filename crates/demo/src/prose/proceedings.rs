//! What the prose says of reconsideration and litigation.

use super::Subject;
use super::quote::figure;
use super::writer::Writer;
use crate::figures::{Cases, OUTCOMES};

const NONE: [&str; 5] = [
    "全年未发生因政府信息公开引发的行政复议和行政诉讼。",
    "本年度无政府信息公开行政复议、行政诉讼案件。",
    "因政府信息公开被申请行政复议0件，被提起行政诉讼0件。",
    "{年}年，没有因政府信息公开被申请行政复议、提起行政诉讼的情况。",
    "未发生因政府信息公开被申请行政复议或者提起行政诉讼的情形。",
];

/// A sentence on table 4.
pub(super) fn write(subject: &Subject, writer: &mut Writer) -> String {
    let table = &subject.figures.proceedings;
    let (reviews, suits) = (table.reconsideration.total(), table.suits());
    if reviews + suits == 0 {
        return writer.one_of(&NONE);
    }
    let outcomes = outcomes(&table.reconsideration);
    let reviews = figure(writer, "复议.总计", reviews);
    match (suits, writer.random.below(3)) {
        (0, _) => format!("因政府信息公开被申请行政复议{reviews}件{outcomes}，未发生行政诉讼。"),
        (_, 0) => format!("因政府信息公开被申请行政复议{reviews}件{outcomes}，被提起行政诉讼{suits}件。"),
        (_, 1) => format!("涉及政府信息公开的行政复议{reviews}件，行政诉讼{suits}件。"),
        _ => {
            let (direct, after) = (table.direct.total(), table.after.total());
            format!(
                "政府信息公开行政复议{reviews}件；行政诉讼{suits}件，其中未经复议直接起诉{direct}件，复议后起诉{after}件。"
            )
        }
    }
}

fn outcomes(cases: &Cases) -> String {
    let told: Vec<String> = OUTCOMES
        .iter()
        .zip(cases.0)
        .filter(|(_, count)| *count > 0)
        .map(|(outcome, count)| format!("{outcome}{count}件"))
        .collect();
    if cases.total() < 2 || told.is_empty() { String::new() } else { format!("（{}）", told.join("、")) }
}
