//! Dates, and years left over from the year before.

use jiff::civil::Date;

use super::mistake::{Candidate, File, Make, Mistake, after_another, anywhere};

pub(super) static ALL: [Mistake; 5] = [
    of(
        "晚于期限发布",
        "D001",
        File::Report,
        anywhere,
        Make::Report(|report, _| {
            report.head.published = Date::new(report.head.year + 1, 2, 20).ok();
        }),
    ),
    of(
        "年度没有结束就发布",
        "D002",
        File::Report,
        anywhere,
        Make::Report(|report, _| {
            report.head.published = Date::new(report.head.year, 12, 20).ok();
        }),
    ),
    of("已公开没有发布日期", "D003", File::Report, after_another, Make::Record(|report| report.head.published = None)),
    of(
        "统计期限是上一年的",
        "P001",
        File::Narrative,
        anywhere,
        Make::Report(|report, _| {
            let year = report.head.year;
            for paragraph in &mut report.narrative.introduction {
                *paragraph = paragraph.replace(&year.to_string(), &(year - 1).to_string());
            }
        }),
    ),
    of(
        "正文里留下上一年的年份",
        "P002",
        File::Narrative,
        anywhere,
        Make::Report(|report, candidate| {
            let last_year = report.head.year - 1;
            let own = candidate.agency.own;
            report.narrative.subsections[4].push(format!("{last_year}年，{own}组织业务骨干参加专题学习三天。"));
        }),
    ),
];

const fn of(kind: &'static str, code: &'static str, file: File, fits: fn(&Candidate) -> bool, make: Make) -> Mistake {
    Mistake { kind, code, file, fits, make }
}
