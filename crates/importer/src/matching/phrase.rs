//! Names of agencies as they stand in the names of files and in titles: what is left when year, title and remarks are off.

use nianbao_model::width::half_width;

/// Words of titles, the longer first: a name stands before or behind them.
const OF_TITLES: [&str; 13] = [
    "政府信息与政务公开",
    "政府信息公开工作",
    "政府信息公开",
    "政务公开工作",
    "信息公开工作",
    "信息公开",
    "政务公开",
    "年度工作报告",
    "工作年度报告",
    "年度报告",
    "工作报告",
    "年报告",
    "年报",
];

/// Other words around a name that belong to no agency.
const REMARKS: [&str; 42] = [
    "报告",
    "年度",
    "关于报送",
    "关于",
    "报送",
    "上报",
    "的函",
    "附件",
    "最终版",
    "最终稿",
    "最终",
    "定稿",
    "终稿",
    "盖章版",
    "盖章",
    "公开版",
    "发布版",
    "修改稿",
    "修改版",
    "修改",
    "修订版",
    "修订",
    "送审稿",
    "审核稿",
    "初稿",
    "正式版",
    "正式",
    "扫描件",
    "网页版",
    "网页",
    "副本",
    "复制",
    "新建",
    "文档",
    "门户网站",
    "copy",
    "final",
    "word",
    "pdf",
    "版",
    "稿",
    "的",
];

/// The pieces of a text that may be names of agencies.
pub(super) fn phrases(text: &str) -> Vec<String> {
    let half: String = text.chars().map(half_width).collect();
    let pieces =
        half.split(|c: char| c.is_whitespace() || "_-—–+=,，。、；;：:.()（）[]【】《》“”\"'~·|#&".contains(c));
    let mut phrases = Vec::new();
    for piece in pieces {
        phrases.extend(named(&without_years(piece)));
    }
    phrases
}

/// What is left of a piece around the words that are no names; nothing where nothing is.
fn named(piece: &str) -> Vec<String> {
    let piece = piece.to_lowercase();
    let Some(at) = OF_TITLES.iter().filter_map(|word| piece.find(word)).min() else { return bare(&piece) };
    let (before, mut behind) = piece.split_at_checked(at).unwrap_or((&piece, ""));
    while let Some(shorter) = OF_TITLES.iter().find_map(|word| behind.strip_prefix(word)) {
        behind = shorter;
    }
    [bare(before), bare(behind)].concat()
}

/// A text without remarks around it, if a name may be left.
fn bare(text: &str) -> Vec<String> {
    let mut rest = text;
    while let Some(shorter) =
        REMARKS.iter().find_map(|word| rest.strip_prefix(word).or_else(|| rest.strip_suffix(word)))
    {
        rest = shorter;
    }
    some(rest)
}

fn some(text: &str) -> Vec<String> {
    let text = text.trim_matches(|c: char| c.is_ascii_digit());
    if text.chars().count() >= 2 { vec![text.to_owned()] } else { Vec::new() }
}

/// A piece without the years and the counters in it.
fn without_years(piece: &str) -> String {
    let characters: Vec<char> = piece.chars().collect();
    let mut kept = String::new();
    let mut at = 0;
    while let Some(c) = characters.get(at) {
        let digits = characters.get(at..).unwrap_or_default().iter().take_while(|c| c.is_ascii_digit()).count();
        let unit = characters.get(at + digits);
        if digits == 4 && c == &'2' {
            // 2023年报 is 2023 and 年报.
            let is_unit = unit == Some(&'年') && characters.get(at + digits + 1) != Some(&'报');
            at += digits + usize::from(is_unit);
            at += usize::from(is_unit && characters.get(at) == Some(&'度'));
        } else if digits > 0 {
            // Numbers belong to folders (c2) as well; those of Chinese names are in words.
            kept.extend(characters.get(at..at + digits).into_iter().flatten());
            at += digits;
        } else {
            kept.push(*c);
            at += 1;
        }
    }
    kept
}
