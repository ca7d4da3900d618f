//! Days.

use std::ops::RangeInclusive;

use jiff::civil::Date;
use nianbao_model::{Diagnostic, Spanned};

use crate::codes::settings;
use crate::keys::Key;
use crate::session::Sink;
use nianbao_model::number::half_width;

/// The years that a day of a report can be in. What is further off is a slip of the pen, and no workbook knows a day before
/// 1900.
pub(super) const YEARS: RangeInclusive<i16> = 1949..=2100;

/// The day that was written; another way of writing it is understood, with a hint.
pub(super) fn read(sink: &mut Sink, written: &Spanned<String>, key: &Key) -> Option<Spanned<Date>> {
    let Some(date) = understand(&written.value) else {
        let message = format!("“{}”应为真实的日期，如 2025-01-20，这里是“{}”", key.key, written.value);
        let finding = Diagnostic::new(&settings::DATE, message).at(written.span, "").beside_figures();
        sink.report(finding.help("核对后按“年-月-日”书写。"));
        return None;
    };
    if !YEARS.contains(&date.year()) {
        let message =
            format!("“{}”应在 {} 年到 {} 年之间，这里是“{}”", key.key, YEARS.start(), YEARS.end(), written.value);
        let finding = Diagnostic::new(&settings::DATE, message).at(written.span, "").beside_figures();
        sink.report(finding.help("核对年份，多半是多写、少写或写错了数字。"));
        return None;
    }
    let usual = date.to_string();
    if usual != written.value {
        let message = format!("日期写作 {usual}，这里是“{}”", written.value);
        let finding = Diagnostic::new(&settings::DATE_FORM, message).at(written.span, "");
        sink.report(finding.help(format!("改为 {usual}。")).suggest(written.span, usual));
    }
    Some(Spanned::new(date, written.span))
}

/// Year, month and day, with any of the marks that people put between them.
fn understand(text: &str) -> Option<Date> {
    let text = half_width(text);
    let text = text.trim().strip_suffix(['日', '号']).unwrap_or(text.trim());
    let parts: Vec<&str> = text.splitn(4, ['-', '/', '.', '年', '月']).map(str::trim).collect();
    let [year, month, day] = parts.as_slice() else { return None };
    let short = |part: &str| (1..=2).contains(&part.len());
    let digits = parts.iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    if year.len() != 4 || !short(month) || !short(day) || !digits {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::understand;

    #[test]
    fn days_are_understood_in_several_forms() {
        for text in
            ["2025-01-20", "2025年1月20日", "2025/1/20", "2025.01.20", "２０２５－０１－２０", "2025 年 1 月 20 日"]
        {
            assert_eq!(understand(text).map(|date| date.to_string()).as_deref(), Some("2025-01-20"), "{text}");
        }
        for text in ["2025-02-30", "25-01-20", "2025-01", "20250120", "一月二十日", "2025-1-20-3", "", "2025--1"] {
            assert_eq!(understand(text), None, "{text}");
        }
    }
}
