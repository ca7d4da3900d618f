//! What the title of a report ends with: 政府信息公开工作年度报告.

use super::Misprint;
use super::distance::within;
use crate::rules::support::written_years::years;

const NAME: &str = "政府信息公开工作年度报告";

/// Other names that reports bear.
const OTHERS: [&str; 6] = [
    "政府信息公开年度报告",
    "政府信息公开工作年报",
    "政府信息公开年报",
    "政府信息公开工作报告",
    "政府信息公开工作年度总结",
    "政务公开工作年度报告",
];

/// How many characters it may have to be meant still; what is nearer comes first.
const LENGTHS: [usize; 5] = [12, 11, 13, 10, 14];

/// The name of the report where a title has it with a character or two left out, added or replaced. A year may stand within
/// it.
pub(super) fn misprint(title: &str) -> Option<Misprint> {
    let digits = |c: char| c.is_whitespace() || c.is_numeric();
    let mut without_years = title.to_owned();
    years(title).iter().rev().for_each(|year| without_years.replace_range(year.range.clone(), ""));
    let bare: String = without_years.chars().filter(|c| !digits(*c)).collect();
    let kept: Vec<(usize, char)> = title.char_indices().filter(|(_, c)| !digits(*c)).collect();
    let text: String = kept.iter().map(|(_, c)| *c).collect();
    let known = |text: &str| text.contains(NAME) || OTHERS.iter().any(|other| text.contains(other));
    if known(&bare) || known(&text) {
        return None;
    }
    let candidates = [1, 2].into_iter().flat_map(|most| LENGTHS.map(|length| (most, length)));
    candidates.into_iter().find_map(|(most, length)| {
        let window = kept.windows(length).find(|window| {
            let words: String = window.iter().map(|(_, c)| *c).collect();
            words.starts_with('政') && within(&words, NAME, most)
        })?;
        let (start, (last, end)) = (window.first()?.0, window.last()?);
        Some(Misprint { range: start..last + end.len_utf8(), right: NAME })
    })
}

#[cfg(test)]
mod tests {
    use super::misprint;

    #[test]
    fn titles_are_told_from_those_that_are_right() {
        for (title, written) in [
            ("海州市投资促进局2024年政府信息工作年度报告", "政府信息工作年度报告"),
            ("海州市政府办公室政府信息公开工作年度报", "政府信息公开工作年度报"),
            ("2024年海州市财政局政府信息公开工作年度报告告示", ""),
            ("海州市财政局政府信息公开工作2024年度报吿", "政府信息公开工作2024年度报吿"),
        ] {
            let found = misprint(title).map_or("", |found| &title[found.range]);
            assert_eq!(found, written, "{title}");
        }
        for title in [
            "温州市投资促进局政府信息公开工作年度报告",
            "海州市人民政府2024年政府信息公开工作年度报告",
            "平潭综合实验区政府信息公开工作2019年年度报告",
            "海州市 2024 年度 政府信息公开工作年度报告（更正）",
            "海州市政府信息公开年度报告",
            "工作总结",
        ] {
            assert!(misprint(title).is_none(), "{title}");
        }
    }
}
