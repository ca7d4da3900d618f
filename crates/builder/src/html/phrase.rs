//! Where a title or a heading may be broken: between words, never within one. Browsers know no words of Chinese.

/// The words of titles and headings of reports. Whatever stands between two of them stays whole, too.
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

/// What fits on a line of the smallest phone.
const SHORT: usize = 10;

/// The text in the pieces that it may be broken between. A short one is not broken.
pub(super) fn phrases(text: &str) -> Vec<String> {
    if text.chars().count() <= SHORT {
        return vec![text.to_owned()];
    }
    let mut pieces: Vec<String> = Vec::new();
    let mut rest = text;
    let mut within = false;
    while let Some(first) = rest.chars().next() {
        let word = WORDS.into_iter().filter(|word| rest.starts_with(word)).max_by_key(|word| word.len());
        let (taken, whole) = match word {
            Some(word) => (word, true),
            None => (&rest[..first.len_utf8()], false),
        };
        match pieces.last_mut() {
            Some(piece) if within && !whole => piece.push_str(taken),
            _ => pieces.push(taken.to_owned()),
        }
        within = !whole;
        rest = &rest[taken.len()..];
    }
    pieces
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
            "温州市洞头区|人民政府|办公室",
            "温州市投资促进局",
            "六、|其他需要|报告的事项",
        ] {
            assert_eq!(broken(&expected.replace('|', "")), expected);
        }
    }
}
