//! Narratives that contradict the tables, or copy.

use super::mistake::{Candidate, File, Make, Mistake, after_another, anywhere};
use crate::prose::Narrative;

pub(super) static ALL: [Mistake; 6] = [
    of(
        "正文的申请数与表不符",
        "N001",
        some,
        Make::Report(|report, candidate| {
            let wrong = candidate.received() + candidate.figures.requests.carried_in.total() + 7;
            tell(&mut report.narrative, format!("全年共收到政府信息公开申请{wrong}件。"));
        }),
    ),
    of(
        "有申请却写未收到",
        "N001",
        some,
        Make::Report(|report, _| {
            tell(&mut report.narrative, "本年度未收到政府信息公开申请。".to_owned());
        }),
    ),
    of(
        "增幅算错",
        "N004",
        grew,
        Make::Report(|report, candidate| {
            let (now, before) = (candidate.received(), candidate.received_before());
            let wrong = 100 * now.abs_diff(before) / before + 40;
            tell(&mut report.narrative, format!("全年共收到政府信息公开申请{now}件，同比增长{wrong}%。"));
        }),
    ),
    of(
        "各渠道之和不等于总数",
        "N003",
        several,
        Make::Report(|report, candidate| {
            let all = candidate.received();
            let online = all - 3;
            tell(
                &mut report.narrative,
                format!("全年收到政府信息公开申请{all}件（网络{online}件、信函2件、当面2件）。"),
            );
        }),
    ),
    of(
        "抄别的机关",
        "K001",
        anywhere,
        Make::Elsewhere(|report, other| {
            report.narrative.subsections[3].clone_from(&other.narrative.subsections[3]);
        }),
    ),
    of(
        "第五部分照抄上一年",
        "K002",
        after_another,
        Make::LastYear(|report, before| {
            let (year, last_year) = (report.head.year.to_string(), before.head.year.to_string());
            let problems = before.narrative.problems.concat();
            report.narrative.problems = vec![problems.replace(&last_year, &year)];
            before.narrative.problems = vec![problems];
        }),
    ),
];

const fn of(kind: &'static str, code: &'static str, fits: fn(&Candidate) -> bool, make: Make) -> Mistake {
    Mistake { kind, code, file: File::Narrative, fits, make }
}

/// Adds a paragraph on requests.
fn tell(narrative: &mut Narrative, paragraph: String) {
    narrative.subsections[1].push(paragraph);
}

fn some(candidate: &Candidate) -> bool {
    candidate.received() > 0
}

fn several(candidate: &Candidate) -> bool {
    candidate.received() > 4
}

fn grew(candidate: &Candidate) -> bool {
    candidate.received() > 0 && candidate.received_before() > 0
}
