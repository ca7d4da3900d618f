//! Labels compared by their letters: width, spaces, marks, numbers and brackets do not count.

use nianbao_model::nearest::spelling;
use nianbao_model::numbering::is_chinese_numeral;

use crate::recognise::words::folded;

/// What stands beside numbers without being a label.
const UNITS: &str = "件起宗条次份例个项部万元亿约近余多无人千百十";

/// A label that is misprinted more than this is another one.
const MISPRINTED: f64 = 0.7;

/// Shorter pieces of a label stand in too many others.
const SHORTEST_PIECE: usize = 3;

/// The letters of a label: without its number, what is in brackets, spaces and marks.
pub(super) fn of(text: &str) -> String {
    let narrow = folded(text);
    let mut depth = 0_usize;
    let mut letters = String::new();
    for letter in without_number(&narrow).chars() {
        match letter {
            '(' | '[' | '〔' | '【' => depth += 1,
            ')' | ']' | '〕' | '】' => depth = depth.saturating_sub(1),
            _ if depth == 0 && letter.is_alphanumeric() && !letter.is_ascii_digit() => letters.push(letter),
            _ => {}
        }
    }
    letters.replace("其它", "其他")
}

/// What stands in the first brackets of a label, with half-width marks and without spaces.
pub(super) fn in_brackets(text: &str) -> Option<String> {
    let narrow = folded(text);
    let (_, rest) = without_number(&narrow).split_once('(')?;
    Some(rest.split(')').next().unwrap_or(rest).to_owned())
}

/// `予以公开` of `(一)予以公开`, `本年新收` of `一、本年新收`, `重复申请` of `2.重复申请`.
fn without_number(text: &str) -> &str {
    let numeral = |letter: char| is_chinese_numeral(letter) || letter.is_ascii_digit();
    let bare = text.strip_prefix('(').unwrap_or(text);
    let rest = bare.trim_start_matches(numeral);
    let behind = match rest.chars().next() {
        Some(')') => rest.strip_prefix(')'),
        Some('、' | '.' | ',' | '．') if bare.len() == text.len() => {
            rest.get(rest.chars().next().map_or(0, char::len_utf8)..)
        }
        _ => None,
    };
    match behind {
        Some(behind) if rest.len() < bare.len() => behind,
        _ if bare.len() == text.len() => text.trim_start_matches(|letter: char| letter.is_ascii_digit()),
        _ => text,
    }
}

/// Whether a cell holds words rather than a number with what belongs to one.
pub(super) fn is_label(text: &str) -> bool {
    is_numbered(text) || of(text).chars().filter(|letter| !letter.is_ascii() && !UNITS.contains(*letter)).count() >= 2
}

/// A shorter word may stand for many labels.
const SHORTEST_FORM: usize = 4;

/// Whether words follow a number in brackets: `（四）无`, cut off by the end of a page.
fn is_numbered(text: &str) -> bool {
    let Some(rest) = text.trim().strip_prefix(['（', '(']) else { return false };
    let behind = rest.trim_start_matches(is_chinese_numeral);
    behind.len() < rest.len() && behind.strip_prefix(['）', ')']).is_some_and(|words| !words.trim().is_empty())
}

/// How much the letters `found` are those of a label, from 0 to 1; 1 only where they are the same.
pub(super) fn likeness(found: &str, label: &str) -> f64 {
    if found == label {
        return 1.0;
    }
    let misprinted =
        Some(spelling(found, label)).filter(|alike| *alike >= MISPRINTED).map_or(0.0, |alike| alike * 0.95);
    let (long, short) = (found.chars().count(), label.chars().count());
    if long >= SHORTEST_FORM && 5 * long >= 2 * short && is_short_for(found, label) {
        return misprinted.max(0.85);
    }
    let whole = label.contains(found) && long >= SHORTEST_PIECE || found.contains(label) && short >= SHORTEST_PIECE;
    if whole && 4 * long.min(short) >= long.max(short) { misprinted.max(0.8) } else { misprinted }
}

/// Whether all letters of `found` stand in `label` in the same order.
fn is_short_for(found: &str, label: &str) -> bool {
    let mut rest = label.chars();
    found.chars().all(|letter| rest.any(|other| other == letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_compared_by_letters() {
        assert_eq!(of("（二）部分公开（区分处理的，只计这一情形，不计其他情形）"), "部分公开");
        assert_eq!(of("一、本年新收政府\n信息公开申请数量"), "本年新收政府信息公开申请数量");
        assert_eq!(of("3.危及“三安全一稳定”"), "危及三安全一稳定");
        assert_eq!(of("(一) 予以 公开"), "予以公开");
        assert_eq!(of("1属于国家秘密"), "属于国家秘密");
        assert_eq!(of("３．其它"), "其他");
        assert_eq!(in_brackets("本年收费金额（单位：万元）").as_deref(), Some("单位:万元"));
    }

    #[test]
    fn misprints_and_pieces_are_like_a_label() {
        assert!(likeness("其他法律行政止公开", "其他法律行政法规禁止公开") > 0.7);
        assert!(likeness("规范性文件", "行政规范性文件") >= 0.8);
        assert!(likeness("补正后仍不明确", "补正后申请内容仍不明确") > 0.8);
        assert!(likeness("要求确认或重新出具", "要求行政机关确认或重新出具已获取信息") > 0.8);
        assert!(likeness("结果维持", "结果纠正") < 0.7);
        assert!(likeness("本年制发件数", "本年废止件数") < 0.7);
    }

    #[test]
    fn numbers_with_units_are_no_labels() {
        for text in ["3件", "约3", "12万元", "/", "无", "", "22（其中修订16件）", "20 0"] {
            assert!(!is_label(text), "{text}");
        }
        for text in ["规章", "3.其他", "（七）总计", "总 计"] {
            assert!(is_label(text), "{text}");
        }
    }
}
