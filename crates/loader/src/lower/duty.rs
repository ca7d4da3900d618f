//! 自, 至, 并入, 不编报 and 下级名单 of agency.yaml.

use nianbao_model::{Diagnostic, Duty, Spanned};

use super::fields::Fields;
use super::text;
use crate::codes::settings;
use crate::keys::agency::{EXEMPT, SINCE, SUBORDINATES, SUCCESSOR, UNTIL};
use crate::keys::{Key, NO, YES};
use crate::session::Sink;

pub(super) fn read(sink: &mut Sink, fields: &Fields<'_>) -> Duty {
    let (since, until) = (year(sink, fields, &SINCE), year(sink, fields, &UNTIL));
    if let (Some(since), Some(until)) = (&since, &until)
        && since.value > until.value
    {
        let message = format!("“至”（{}）早于“自”（{}）", until.value, since.value);
        let finding = Diagnostic::new(&settings::SPAN, message).at(until.span, "").see(since.span, "");
        sink.report(finding.help("“自”是第一份报告的年度，“至”是最后一份报告的年度。"));
    }
    let successor = fields.text(sink, &SUCCESSOR);
    if let (Some(successor), None) = (&successor, fields.get(&UNTIL)) {
        let finding = Diagnostic::new(&settings::SPAN, "写了“并入”，没有写“至”").at(successor.span, "");
        sink.report(finding.help("加上最后一份报告的年度，如 至: 2023。"));
    }
    let names = fields.items(sink, &SUBORDINATES).iter();
    let subordinates = names.filter_map(|name| text::read(fields.file, sink, name, SUBORDINATES.key)).collect();
    Duty {
        since: since.map(|year| year.value),
        until: until.map(|year| year.value),
        successor,
        exempt: exempt(sink, fields),
        subordinates,
    }
}

pub(super) fn year(sink: &mut Sink, fields: &Fields<'_>, key: &Key) -> Option<Spanned<i16>> {
    let written = fields.text(sink, key)?;
    let digits = written.value.len() == 4 && written.value.bytes().all(|byte| byte.is_ascii_digit());
    let year = written.value.parse().ok().filter(|_| digits);
    if year.is_none() {
        let message = format!("“{}”应为四位数字的年度，这里是“{}”", key.key, written.value);
        let finding = Diagnostic::new(&settings::SPAN, message).at(written.span, "");
        sink.report(finding.help(format!("写报告的年度，如 {}: 2023。", key.key)));
    }
    year.map(|year| Spanned::new(year, written.span))
}

fn exempt(sink: &mut Sink, fields: &Fields<'_>) -> bool {
    let Some(written) = fields.text(sink, &EXEMPT) else { return false };
    let word = written.value.to_lowercase();
    if !YES.contains(&word.as_str()) && !NO.contains(&word.as_str()) {
        let message = format!("“不编报”应为 true 或 false，这里是“{}”", written.value);
        let finding = Diagnostic::new(&settings::CHOICE, message).at(written.span, "");
        sink.report(finding.help("不编写年度报告的机关写 不编报: true；要编写的，删去这一项。"));
    }
    YES.contains(&word.as_str())
}
