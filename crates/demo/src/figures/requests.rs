//! Table 3: requests, their applicants and what became of them.

use std::ops::AddAssign;

use crate::random::Random;

/// The applicants, by the keys of their columns.
pub(crate) const APPLICANTS: [&str; 6] = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"];
/// Of a hundred requests so many come from each.
const SHARES: [u32; 6] = [86, 8, 1, 1, 3, 1];

/// The results, by the keys of their rows, and how often each is given.
#[rustfmt::skip]
pub(crate) const RESULTS: [(&str, &str, u32); 21] = [
    ("予以公开", "", 360),
    ("部分公开", "", 120),
    ("不予公开", "属于国家秘密", 2),
    ("不予公开", "其他法律行政法规禁止公开", 8),
    ("不予公开", "危及三安全一稳定", 3),
    ("不予公开", "保护第三方合法权益", 18),
    ("不予公开", "属于三类内部事务信息", 16),
    ("不予公开", "属于四类过程性信息", 12),
    ("不予公开", "属于行政执法案卷", 22),
    ("不予公开", "属于行政查询事项", 14),
    ("无法提供", "本机关不掌握相关政府信息", 240),
    ("无法提供", "没有现成信息需要另行制作", 22),
    ("无法提供", "补正后申请内容仍不明确", 9),
    ("不予处理", "信访举报投诉类申请", 42),
    ("不予处理", "重复申请", 18),
    ("不予处理", "要求提供公开出版物", 2),
    ("不予处理", "无正当理由大量反复申请", 5),
    ("不予处理", "要求行政机关确认或重新出具已获取信息", 3),
    ("其他处理", "逾期不补正", 22),
    ("其他处理", "逾期不缴费", 3),
    ("其他处理", "其他", 59),
];
/// The groups of results.
pub(crate) const GROUPS: [&str; 6] = ["予以公开", "部分公开", "不予公开", "无法提供", "不予处理", "其他处理"];

/// A row: one number for each kind of applicant.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Line(pub(crate) [u32; 6]);

impl Line {
    pub(crate) fn total(&self) -> u32 {
        self.0.iter().sum()
    }
}

impl AddAssign for Line {
    fn add_assign(&mut self, other: Self) {
        self.0.iter_mut().zip(other.0).for_each(|(one, other)| *one += other);
    }
}

/// The table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Requests {
    pub(crate) received: Line,
    pub(crate) carried_in: Line,
    pub(crate) results: [Line; 21],
    pub(crate) carried_out: Line,
}

impl Requests {
    /// A year in which about so many requests come in, with what was left of the year before.
    pub(super) fn of(expected: u32, carried_in: Line, random: &mut Random) -> Self {
        let mut table = Self { carried_in, ..Self::default() };
        // Twice as many chances as are expected to be taken.
        for _ in 0..random.many(2 * expected, 500) {
            table.received.0[random.weighted(&SHARES)] += 1;
        }
        let weights = RESULTS.map(|(.., weight)| weight);
        for applicant in 0..APPLICANTS.len() {
            let open = table.received.0[applicant] + carried_in.0[applicant];
            let left = random.many(open, 35);
            table.carried_out.0[applicant] = left;
            for _ in left..open {
                table.results[random.weighted(&weights)].0[applicant] += 1;
            }
        }
        table
    }

    /// （七）总计.
    pub(crate) fn concluded(&self) -> u32 {
        self.results.iter().map(Line::total).sum()
    }

    /// The sum of a group of results.
    pub(crate) fn group(&self, group: &str) -> u32 {
        self.rows(group).map(|(_, line)| line.total()).sum()
    }

    /// The rows of a group, by their keys.
    pub(crate) fn rows(&self, group: &str) -> impl Iterator<Item = (&'static str, &Line)> {
        let rows = RESULTS.iter().zip(&self.results);
        rows.filter(move |((of, ..), _)| *of == group).map(|((_, key, _), line)| (*key, line))
    }
}

impl AddAssign<&Self> for Requests {
    fn add_assign(&mut self, other: &Self) {
        self.received += other.received;
        self.carried_in += other.carried_in;
        self.results.iter_mut().zip(other.results).for_each(|(one, other)| *one += other);
        self.carried_out += other.carried_out;
    }
}
