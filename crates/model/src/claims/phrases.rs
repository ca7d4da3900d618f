//! Words of free text that the reader asks for, wherever they stand in a sentence: found once in a passage, so that asking
//! costs the same in a long one.

use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

/// Words that answer one question; any of them will do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Phrase {
    /// What is meant to be done is not claimed to be done.
    Aim,
    /// Requests that another agency received.
    OnBehalf,
    /// 无关.
    Unrelated,
    /// 申请.
    Request,
    /// 复议.
    Reconsideration,
    /// Fees for requests.
    Charge,
    /// 处理费.
    Fee,
    /// Cases about disclosure.
    Disclosure,
    /// Work on the cases of others.
    Work,
    /// Who reviews the cases of others.
    Reviewer,
    /// 加.
    Added,
    /// 合计.
    Total,
    /// 一 in a row of phrases that rhyme.
    Rhyme,
    /// Documents by how they are to be disclosed.
    Sorted,
    /// Documents of others, which are reviewed.
    Review,
    /// All the bodies of one branch, whose head is but one of them: 全市医保系统.
    System,
    /// What is published of decisions is not all of them.
    Notice,
    /// Fees that were not charged.
    Relief,
}

const WORDS: [(Phrase, &[&str]); 18] = [
    (
        Phrase::Aim,
        &["确保", "力争", "做到", "保证", "力求", "将", "应当", "必须", "要求", "努力", "推动", "切实", "如", "若"],
    ),
    (Phrase::OnBehalf, &["转办", "交办", "协助", "协办", "配合"]),
    (Phrase::Unrelated, &["无关"]),
    (Phrase::Request, &["申请"]),
    (Phrase::Reconsideration, &["复议"]),
    (Phrase::Charge, &["收取", "处理费"]),
    (Phrase::Fee, &["处理费"]),
    (Phrase::Disclosure, &["信息公开", "申请公开"]),
    (Phrase::Work, &["指导", "审理"]),
    (Phrase::Reviewer, &["作为复议机关", "复议机构", "以外的"]),
    (Phrase::Added, &["加"]),
    (Phrase::Total, &["合计"]),
    (Phrase::Rhyme, &["一个", "一片", "一类", "一批", "一颗", "一次"]),
    (Phrase::Sorted, &["主动公开的文件", "主动公开的公文", "主动公开文件", "主动公开公文"]),
    (Phrase::Review, &["审查", "备案", "审核"]),
    (Phrase::System, &["系统"]),
    (Phrase::Notice, &["公示", "公开", "公布", "发布", "报送", "归集", "曝光", "推送", "录入"]),
    (Phrase::Relief, &["减免", "免征", "减征", "停征", "免收", "减收", "少收", "退还", "取消", "降低", "入库", "预算"]),
];

/// The search for all of them and what each answers, in the same order; `None` if they were too many for a search.
static SEARCH: LazyLock<Option<(AhoCorasick, Vec<Phrase>)>> = LazyLock::new(|| {
    let words = WORDS.iter().flat_map(|(phrase, words)| words.iter().map(move |word| (*word, *phrase)));
    let (words, phrases): (Vec<&str>, Vec<Phrase>) = words.unzip();
    Some((AhoCorasick::new(words).ok()?, phrases))
});

/// Where the phrases stand in a text.
#[derive(Debug, Default)]
pub(super) struct Phrases([Vec<Range<usize>>; WORDS.len()]);

impl Phrases {
    pub(super) fn of(text: &str) -> Self {
        let mut found = Self::default();
        if let Some((search, phrases)) = SEARCH.as_ref() {
            for place in search.find_overlapping_iter(text) {
                let phrase = phrases.get(place.pattern().as_usize()).map(|phrase| *phrase as usize);
                if let Some(places) = phrase.and_then(|phrase| found.0.get_mut(phrase)) {
                    places.push(place.range());
                }
            }
        }
        // They are found by where they end.
        found.0.iter_mut().for_each(|places| places.sort_by_key(|place| place.start));
        found
    }

    /// Whether one of the words stands within `range`.
    pub(super) fn within(&self, range: &Range<usize>, phrase: Phrase) -> bool {
        let places = self.0.get(phrase as usize).map_or(&[][..], Vec::as_slice);
        let first = places.partition_point(|place| place.start < range.start);
        let rest = places.get(first..).unwrap_or_default().iter();
        rest.take_while(|place| place.start < range.end).any(|place| place.end <= range.end)
    }
}
