//! Slips in how report.yaml is written.

use super::mistake::{Candidate, File, Make, Mistake, anywhere};
use crate::report::Report;

pub(super) static ALL: [Mistake; 7] = [
    of("写了斜杠", "V006", no_measures, Make::Report(|report, _| write(report, "行政强制: 0", "行政强制: /"))),
    of("写了负数", "V002", no_measures, Make::Report(|report, _| write(report, "行政强制: 0", "行政强制: -1"))),
    of("名称写错", "V020", anywhere, Make::Report(|report, _| write(report, "行政事业性收费:", "行政性收费:"))),
    of(
        "年度与文件夹不符",
        "V022",
        anywhere,
        Make::Report(|report, _| {
            let year = report.head.year;
            write(report, &format!("年度: {year}"), &format!("年度: {}", year - 1));
        }),
    ),
    of(
        "没有这一天",
        "V024",
        anywhere,
        Make::Report(|report, _| {
            let day = report.head.published.map(|day| day.to_string()).unwrap_or_default();
            write(report, &format!("发布日期: {day}"), &format!("发布日期: {}-02-30", report.head.year + 1));
        }),
    ),
    of("状态写错", "V026", anywhere, Make::Report(|report, _| write(report, "状态: 可公开", "状态: 待发布"))),
    of("全角的冒号", "S021", anywhere, Make::Report(|report, _| write(report, "状态: 可公开", "状态：可公开"))),
];

const fn of(kind: &'static str, code: &'static str, fits: fn(&Candidate) -> bool, make: Make) -> Mistake {
    Mistake { kind, code, file: File::Report, fits, make }
}

fn write(report: &mut Report, right: &str, wrong: &str) {
    report.yaml_slips.push((right.to_owned(), wrong.to_owned()));
}

fn no_measures(candidate: &Candidate) -> bool {
    candidate.figures.disclosure.measures == 0
}
