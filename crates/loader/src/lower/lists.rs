//! 更正 and 说明: what report.yaml lists.

use nianbao_model::Correction;
use nianbao_model::report::Acceptance;

use super::date;
use super::fields::Fields;
use crate::keys::report::{
    ACCEPTANCE_GROUP, ACCEPTANCES, ACCEPTED_CODE, ACCEPTED_REASON, CORRECTED, CORRECTED_ON, CORRECTION_GROUP,
    CORRECTIONS,
};
use crate::session::Sink;

const CORRECTION_HELP: &str = "写作 - {日期: 2025-03-05, 内容: 表三“自然人”由 2 件更正为 1 件。}";
const ACCEPTANCE_HELP: &str = "写作 - {规则: 代码, 理由: 为什么可以接受}";

/// 更正: corrections printed below a report.
pub(super) fn corrections(sink: &mut Sink, fields: &Fields<'_>) -> Vec<Correction> {
    let items = fields.mappings(sink, &CORRECTIONS, &CORRECTION_GROUP);
    items.iter().filter_map(|item| correction(sink, item)).collect()
}

fn correction(sink: &mut Sink, fields: &Fields<'_>) -> Option<Correction> {
    let [date, text] = fields.required(sink, [&CORRECTED_ON, &CORRECTED], CORRECTION_HELP);
    Some(Correction { date: date::read(sink, &date?, &CORRECTED_ON)?, text: text? })
}

/// 说明: why warnings are accepted.
pub(super) fn acceptances(sink: &mut Sink, fields: &Fields<'_>) -> Vec<Acceptance> {
    let items = fields.mappings(sink, &ACCEPTANCES, &ACCEPTANCE_GROUP);
    items.iter().filter_map(|item| acceptance(sink, item)).collect()
}

fn acceptance(sink: &mut Sink, fields: &Fields<'_>) -> Option<Acceptance> {
    let [code, reason] = fields.required(sink, [&ACCEPTED_CODE, &ACCEPTED_REASON], ACCEPTANCE_HELP);
    Some(Acceptance { code: code?, reason: reason? })
}
