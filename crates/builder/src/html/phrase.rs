//! Where a title or a heading may be broken: between words, never within one. Browsers know no words of Chinese.

use std::ops::Range;

use crate::view::word_breaks;

/// The words of titles and headings of reports, which stay whole and which a line may begin with.
const WORDS: [&str; 21] = [
    "政府信息公开工作",
    "政府信息公开",
    "政府信息情况",
    "主动公开",
    "收到和处理",
    "申请情况",
    "行政复议、",
    "行政复议",
    "行政诉讼情况",
    "行政诉讼",
    "被申请",
    "提起",
    "存在的",
    "主要问题",
    "及改进情况",
    "其他需要",
    "报告的事项",
    "年度报告",
    "工作",
    "人民政府",
    "办公室",
];

/// What fits on a line of the smallest phone, in large letters too.
const SHORT: usize = 8;

/// The text in the pieces that it may be broken between. A short one is not broken.
pub(super) fn phrases(text: &str) -> Vec<String> {
    if text.chars().count() <= SHORT {
        return vec![text.to_owned()];
    }
    let words = words(text);
    let mut ends: Vec<usize> = word_breaks(text);
    ends.extend(words.iter().map(|word| word.start).filter(|start| *start > 0));
    ends.retain(|end| !words.iter().any(|word| word.start < *end && *end < word.end));
    ends.push(text.len());
    ends.sort_unstable();
    ends.dedup();
    let starts = std::iter::once(0).chain(ends.iter().copied());
    let mut pieces: Vec<String> = Vec::new();
    for piece in starts.zip(ends.iter().copied()).filter_map(|(start, end)| text.get(start..end)) {
        match pieces.last_mut() {
            Some(last) if piece.chars().count() == 1 => last.push_str(piece),
            _ => pieces.push(piece.to_owned()),
        }
    }
    pieces
}

/// Where the longest of [`WORDS`] stand, one after another.
fn words(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        match WORDS.into_iter().filter(|word| rest.starts_with(word)).max_by_key(|word| word.len()) {
            Some(word) => {
                found.push(at..at + word.len());
                at += word.len();
            }
            None => at += rest.chars().next().map_or(1, char::len_utf8),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::phrases;

    fn broken(text: &str) -> String {
        phrases(text).join("|")
    }

    #[test]
    fn headings_are_broken_between_words() {
        for expected in [
            "三、|收到和处理|政府信息公开|申请情况",
            "四、|政府信息公开|行政复议、|行政诉讼情况",
            "五、|存在的|主要问题|及改进情况",
            "2024年|政府信息公开工作|年度报告",
            "温州市|洞头区|人民政府|办公室",
            "温州市投资促进局",
            "六、|其他需要|报告的事项",
        ] {
            assert_eq!(broken(&expected.replace('|', "")), expected);
        }
    }

    #[test]
    fn a_long_name_is_broken_between_its_words() {
        assert_eq!(
            broken("温州市鹿城区人民政府滨江街道办事处综合行政执法队"),
            "温州市|鹿城区|人民政府|滨江街道办事处|综合|行政|执法队"
        );
        for name in [
            "云澜市公安局鹭汀分局",
            "伊犁哈萨克自治州库尔班·买买提工作室",
            "甲市甲局驻乙区办事处信息中心",
            "示例市政府信息公开工作年度报告",
        ] {
            let pieces = phrases(name);
            assert_eq!(pieces.concat(), name);
            assert!(pieces.iter().all(|piece| piece.chars().count() > 1), "{pieces:?}");
        }
    }
}
