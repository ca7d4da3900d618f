//! Telephone numbers in what people wrote, each as a phone dials it.

use std::sync::LazyLock;

use regex::{Captures, Regex};
use serde::Serialize;

/// A piece of a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Piece {
    /// The text as it was written.
    pub(super) text: String,
    /// What a phone dials, if the piece is a telephone number.
    pub(super) dial: Option<String>,
}

/// Where a number may stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// In a field for telephone numbers, where every long number is one.
    Field,
    /// In running text, where a number is one only by its form or by the word before it.
    Prose,
}

/// Numbers by their form, and those that only a word before them makes telephone numbers.
static NUMBERS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let sure = r"(?<sure>[（(]0\d{2,3}[）)][-－ ]?\d{3,4} ?\d{4}|0\d{2,3}[-－–—]\d{3,4} ?\d{4}|[48]00[-－](?:\d{3}[-－]?\d{4}|\d{4}[-－]?\d{3}))";
    let called = r"\+86[- ]?\d{2,3}[- ]?\d{7,8}|1[3-9]\d[- ]?\d{4}[- ]?\d{4}|0\d{2,3}[- ]?\d{7,8}|[48]00\d{7}|[1-9]\d{2,3}[- ]?\d{4}|[19]\d{4}";
    Regex::new(&format!("{sure}|{called}")).ok()
});

/// What says that a number to call follows.
const CALLS: [&str; 6] = ["电话", "手机", "热线", "拨打", "致电", "联系方式"];

/// What says that the number which follows is dialled after another, or answers no call.
const NO_CALLS: [&str; 3] = ["转", "分机", "传真"];

/// What may stand between such a word and the number.
const BETWEEN: &str = "：:为是号码 （(";

/// What may stand between one number and the next.
const LISTED: &str = "、，,/；;或和 ";

/// What makes a figure of the number before it.
const UNITS: &str = "万亿条件元年月日次个号通份人起宗期篇户家%％";

/// The text in pieces, numbers by themselves. An extension (转801) stays text: phones differ in how they dial it.
pub(super) fn pieces(text: &str, place: Place) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let (mut done, mut follows) = (0, false);
    for found in NUMBERS.iter().flat_map(|numbers| numbers.captures_iter(text)) {
        let Some((start, end)) = found.get(0).map(|number| (number.start(), number.end())) else { continue };
        let listed = follows && text[done..start].chars().all(|mark| LISTED.contains(mark));
        follows = (listed || is_number(&found, text, place)) && stands_alone(text, start, end);
        if follows {
            push(&mut pieces, &text[done..start], false);
            push(&mut pieces, &text[start..end], true);
            done = end;
        }
    }
    push(&mut pieces, &text[done..], false);
    pieces
}

fn push(pieces: &mut Vec<Piece>, text: &str, number: bool) {
    if !text.is_empty() {
        let digits = || text.chars().filter(|letter| letter.is_ascii_digit() || *letter == '+').collect();
        pieces.push(Piece { text: text.to_owned(), dial: number.then(digits) });
    }
}

/// Whether its form, its place or the word before it makes a telephone number of what was found.
fn is_number(found: &Captures, text: &str, place: Place) -> bool {
    let Some(number) = found.get(0) else { return false };
    let before = text[..number.start()].trim_end_matches(|mark| BETWEEN.contains(mark));
    let after = &text[number.end()..];
    let ends_in = |words: &[&str]| words.iter().any(|word| before.ends_with(word));
    if ends_in(&NO_CALLS) && !before.ends_with("电话传真") && !before.ends_with("电话/传真") {
        return false;
    }
    let figure = after.starts_with(|unit| UNITS.contains(unit));
    place == Place::Field || found.name("sure").is_some() || ends_in(&CALLS) && !figure
}

/// Whether a number is no part of a longer sign.
fn stands_alone(text: &str, start: usize, end: usize) -> bool {
    let joins = |letter: char| letter.is_ascii_alphanumeric() || "-_.@〔[#".contains(letter);
    let goes_on = |letter: char| letter.is_ascii_alphanumeric() || "_@".contains(letter);
    !text[..start].ends_with(joins) && !text[end..].starts_with(goes_on)
}

#[cfg(test)]
mod tests {
    use super::{Place, pieces};

    /// What is dialled of a text.
    fn dialled(text: &str, place: Place) -> Vec<String> {
        let pieces = pieces(text, place);
        assert_eq!(pieces.iter().map(|piece| piece.text.as_str()).collect::<String>(), text);
        pieces.into_iter().filter_map(|piece| piece.dial).collect()
    }

    #[test]
    fn in_a_field_every_long_number_is_dialled() {
        for (text, expected) in [
            ("0577-8889 1234", &["057788891234"][..]),
            ("（0577）88891234", &["057788891234"]),
            ("0577-88520001、0577-88520002转8033", &["057788520001", "057788520002"]),
            ("88891234、88895678", &["88891234", "88895678"]),
            ("88891234/5678", &["88891234"]),
            ("12345", &["12345"]),
            ("+86 577 88891234", &["+8657788891234"]),
            ("0000-00000001（工作日8:30—17:00）", &["000000000001"]),
            ("12", &[]),
            ("无", &[]),
        ] {
            assert_eq!(dialled(text, Place::Field), expected, "{text}");
        }
    }

    #[test]
    fn in_prose_a_number_is_dialled_by_its_form_or_by_the_word_before_it() {
        for (text, expected) in [
            ("如有疑问，请与市政府办公室联系（电话：0577-88969609）。", &["057788969609"][..]),
            ("联系电话：88969609，邮编325000，传真：0577-88969610。", &["88969609"]),
            ("地址：市府路500号，0577－88969609", &["057788969609"]),
            ("咨询电话：0577-88969609、88969610转801。", &["057788969609", "88969610"]),
            ("拨打12345或致电13912345678", &["12345", "13912345678"]),
            ("服务热线400-123-4567", &["4001234567"]),
        ] {
            assert_eq!(dialled(text, Place::Prose), expected, "{text}");
        }
    }

    #[test]
    fn figures_days_and_signs_are_no_telephone_numbers() {
        for text in [
            "接听12345热线电话88520件",
            "受理电话12345次，网站访问量20240101人次",
            "2020-2021年，2024-12345678",
            "索引号001008003015002-2024-0012，国办公开办函〔2021〕30号",
            "收费316441.0907万元，总访问次数达9540370次",
            "身份证330300197001011234，邮箱0577-88969609@example.com",
            "编号K0577-88969609",
            "增长88969609",
        ] {
            assert_eq!(dialled(text, Place::Prose), [""; 0], "{text}");
        }
    }
}
