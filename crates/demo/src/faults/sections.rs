//! Sections that are missing or lack what they must say.

use super::mistake::{File, Make, Mistake, anywhere};

pub(super) static ALL: [Mistake; 6] = [
    of("缺少第五部分", "C002", Make::Report(|report, _| report.narrative.problems.clear())),
    of(
        "第五部分没有写问题",
        "C101",
        Make::Report(|report, _| {
            report.narrative.problems =
                vec!["下一步，将加强业务培训，丰富解读形式，做好公开平台的日常维护。".to_owned()];
        }),
    ),
    of(
        "第五部分没有写措施",
        "C102",
        Make::Report(|report, _| {
            report.narrative.problems = vec!["政策解读形式单一，公众参与度不高，与群众的期待存在差距。".to_owned()];
        }),
    ),
    of(
        "第六部分没有写信息处理费",
        "C103",
        Make::Report(|report, _| {
            report.narrative.others = vec!["无其他需要报告的事项。".to_owned()];
        }),
    ),
    of(
        "收了信息处理费没有写金额",
        "C104",
        Make::Report(|report, _| {
            report.narrative.others = vec!["全年对1件政府信息公开申请收取了信息处理费。".to_owned()];
        }),
    ),
    of("缺少正文", "S004", Make::Report(|report, _| report.prose_slips = None)),
];

const fn of(kind: &'static str, code: &'static str, make: Make) -> Mistake {
    Mistake { kind, code, file: File::Narrative, fits: anywhere, make }
}
