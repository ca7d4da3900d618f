//! Slips of wording.

use super::mistake::{Candidate, File, Make, Mistake, anywhere};
use crate::report::Report;
use crate::tree::Kind;

pub(super) static ALL: [Mistake; 7] = [
    of(
        "半角标点",
        "W001",
        anywhere,
        Make::Report(|report, _| {
            let paragraph = &mut report.narrative.subsections[4][0];
            *paragraph = paragraph.replacen('，', ",", 1);
        }),
    ),
    of(
        "件数没有单位",
        "W002",
        has_requests,
        Make::Report(|report, candidate| {
            report.narrative.subsections[1]
                .push(format!("全年共收到政府信息公开申请{}，登记率100%。", candidate.received()));
        }),
    ),
    of(
        "错别字",
        "W003",
        anywhere,
        Make::Report(|report, _| {
            add(report, "组织学习政府信息工开的有关规定，做到应知应会。");
        }),
    ),
    of(
        "小标题编号不对",
        "W004",
        anywhere,
        Make::Report(|report, _| {
            report.narrative.numbered = true;
            report.prose_slips = Some(vec![("## （三）".to_owned(), "## （四）".to_owned())]);
        }),
    ),
    of(
        "编制说明里是别的机关",
        "W005",
        is_unlike,
        Make::Report(|report, _| {
            let other = "本报告由云澜市商务局根据《中华人民共和国政府信息公开条例》编制。";
            other.clone_into(&mut report.narrative.introduction[0]);
        }),
    ),
    of("没有填的地方", "W006", anywhere, Make::Report(|report, _| add(report, "组织业务培训XX次，覆盖全体经办人员。"))),
    of(
        "引用了没有的数据",
        "S052",
        anywhere,
        Make::Report(|report, _| {
            add(report, "公开行政许可决定{{ 主动公开.行政许可证 }}件。");
        }),
    ),
];

const fn of(kind: &'static str, code: &'static str, fits: fn(&Candidate) -> bool, make: Make) -> Mistake {
    Mistake { kind, code, file: File::Narrative, fits, make }
}

/// Adds a paragraph to （五）监督保障.
fn add(report: &mut Report, paragraph: &str) {
    report.narrative.subsections[4].push(paragraph.to_owned());
}

fn has_requests(candidate: &Candidate) -> bool {
    candidate.received() > 0
}

/// Whether it is no other agency's shortened name.
fn is_unlike(candidate: &Candidate) -> bool {
    candidate.agency.kind == Kind::Department && !candidate.agency.name.contains("商务")
}
