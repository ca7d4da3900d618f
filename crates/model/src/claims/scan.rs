//! A passage as a row of tokens: words, quantities, years and the marks between clauses.

use std::ops::Range;

use super::amount::{Amount, Precision};
use super::applicants::counted_applicants;
use super::approximate::{Approximate, approximate};
use super::lexicon::WORDS;
use super::number::{Spoken, number_at};
use super::phrases::{Phrase, Phrases};
use super::word::Word;
use crate::Decimal;

/// A token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    /// Its bytes in the text.
    pub(super) range: Range<usize>,
    /// What it is.
    pub(super) kind: TokenKind,
}

impl Token {
    /// The same with what stands before it from `start`: 近 before a number.
    fn from(self, start: usize) -> Self {
        Self { range: start..self.range.end, ..self }
    }
}

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TokenKind {
    /// A word of the lexicon.
    Word(Word),
    /// A number with a unit in which requests and cases are counted.
    Quantity(Amount),
    /// An amount of money, in 万元.
    Money(Amount),
    /// A number of percent.
    Percent(Ratio),
    /// A year.
    Year(i16),
    /// `（`.
    Open,
    /// `）`.
    Close,
    /// `、`, which joins words of one clause.
    Comma,
    /// `，` or `：`, between clauses.
    Clause,
    /// `；`, between parts of a sentence.
    Part,
    /// `。` or another end of a sentence.
    Stop,
    /// Any other number.
    Number,
}

/// A ratio as written: 70.3%, 3.5 倍.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ratio {
    /// In percent.
    pub percent: Decimal,
    /// One in the last place written, in percent: 0.1 for 70.3%, 10 for 3.5 倍.
    pub step: Decimal,
}

impl Ratio {
    fn new(value: Decimal, unit: Decimal) -> Option<Self> {
        Some(Self { percent: value.checked_mul(unit)?, step: Decimal::new(1, value.scale()).checked_mul(unit)? })
    }
}

/// 件 and its like.
const UNITS: [char; 12] = ['件', '起', '宗', '条', '次', '份', '例', '个', '项', '笔', '封', '部'];

/// Units that often count other things: what follows must show that they do not.
const LOOSE_UNITS: [char; 8] = ['条', '次', '份', '个', '项', '笔', '封', '部'];

/// What 一起 or 一次 must follow to be a quantity.
const AFTER_WHICH_ONE: [&str; 25] = [
    "申请",
    "案件",
    "案",
    "公开",
    "提供",
    "处理",
    "收到",
    "受理",
    "办结",
    "答复",
    "维持",
    "纠正",
    "办理",
    "机构",
    "企业",
    "组织",
    "自然人",
    "个人",
    "律所",
    "事务所",
    "起诉",
    "诉讼",
    "复议",
    "撤回",
    "不明确",
];

/// What may follow a quantity of a loose unit.
const AFTER_LOOSE: [&str; 21] = [
    "中",
    "当中",
    "申请",
    "政府信息公开申请",
    "依申请公开",
    "案",
    "，",
    "、",
    "（",
    "）",
    "来自",
    "为",
    "予以",
    "部分公开",
    "不予",
    "无法",
    "属于",
    "由",
    "均",
    "已",
    "全部",
];

/// The tokens of `text`, in order.
pub(super) fn scan(text: &str, phrases: &Phrases) -> Vec<Token> {
    let words = WORDS.as_ref().map(|lexicon| lexicon.find(text)).unwrap_or_default();
    let mut words = words.into_iter().peekable();
    let mut tokens: Vec<Token> = Vec::new();
    let mut scanner = Scanner { text, phrases, sentence_end: 0 };
    let mut at = 0;
    while let Some(char) = text[at..].chars().next() {
        while words.peek().is_some_and(|(range, _)| range.start < at) {
            words.next();
        }
        let word = words.peek().filter(|(range, _)| range.start == at).cloned();
        let token = scanner
            .number(at)
            .or_else(|| word.map(|(range, word)| Token { range, kind: TokenKind::Word(word) }))
            .or_else(|| mark(char).map(|kind| Token { range: at..at + char.len_utf8(), kind }));
        at = token.as_ref().map_or(at + char.len_utf8(), |token| token.range.end);
        tokens.extend(token);
    }
    tokens
}

fn mark(char: char) -> Option<TokenKind> {
    Some(match char {
        '（' | '(' => TokenKind::Open,
        '）' | ')' => TokenKind::Close,
        '、' => TokenKind::Comma,
        '，' | ',' | '：' | ':' => TokenKind::Clause,
        '；' | ';' => TokenKind::Part,
        '。' | '！' | '？' | '\n' => TokenKind::Stop,
        _ => return None,
    })
}

/// A text that is read from its beginning to its end.
struct Scanner<'a> {
    text: &'a str,
    phrases: &'a Phrases,
    /// Where the part of a sentence ends that was looked into last.
    sentence_end: usize,
}

impl Scanner<'_> {
    fn number(&mut self, at: usize) -> Option<Token> {
        let number = number_at(self.text, at)?;
        let Some(value) = number.value else { return Some(Token { range: number.range, kind: TokenKind::Number }) };
        let Approximate { start, unit: behind, of } = approximate(self.text, &number.range);
        let rest = &self.text[behind..];
        let token = |length: usize, kind| Some(Token { range: at..behind + length, kind });
        let unit = rest.chars().next().unwrap_or(' ');
        let close = of.is_none();
        let unit_end = behind + unit.len_utf8();
        // 3500 件左右.
        let around = self.text.get(unit_end..).is_some_and(|rest| rest.starts_with("左右") || rest.starts_with("上下"));
        let of = of.or(around.then_some(Precision::About));
        let amount = |value, step: Option<Decimal>| Amount::of(value, step, of);
        match unit {
            '年' if close && year(value).is_some() => token('年'.len_utf8(), TokenKind::Year(year(value)?)),
            '%' | '％' if close && !number.spelt => {
                token(unit.len_utf8(), TokenKind::Percent(Ratio::new(value, Decimal::ONE)?))
            }
            '元' => {
                let in_units = |yuan: Decimal| yuan.checked_div(Decimal::from(10_000));
                let step = in_units(number.step.unwrap_or(Decimal::ONE));
                token(unit.len_utf8(), TokenKind::Money(amount(in_units(value)?, step))).map(|token| token.from(start))
            }
            '倍' if close && !number.spelt => {
                token(unit.len_utf8(), TokenKind::Percent(Ratio::new(value, Decimal::ONE_HUNDRED)?))
            }
            unit if UNITS.contains(&unit) && self.counts(&number, unit, behind + unit.len_utf8()) => {
                token(unit.len_utf8(), TokenKind::Quantity(amount(value, number.step))).map(|token| token.from(start))
            }
            // A numeral of ordinary words, such as 一是 or 三安全, is no number.
            _ => match counted_applicants(&self.text[..start], rest) {
                Some(length) => {
                    token(length, TokenKind::Quantity(amount(value, number.step))).map(|token| token.from(start))
                }
                None if number.spelt => None,
                None => Some(Token { range: number.range, kind: TokenKind::Number }),
            },
        }
    }

    /// Whether a number with this unit counts something, given what follows it from `behind`.
    fn counts(&mut self, number: &Spoken, unit: char, behind: usize) -> bool {
        let rest = self.text[behind..].trim_start();
        if number.spelt && number.value == Some(Decimal::ONE) && !self.counts_one(number.range.start, behind) {
            return false;
        }
        if unit == '件' {
            return !rest.starts_with('事') && !rest.starts_with('套');
        }
        let loose = LOOSE_UNITS.contains(&unit);
        !loose || rest.is_empty() || AFTER_LOOSE.iter().any(|word| rest.starts_with(word)) || ends_sentence(rest)
    }

    /// 每一件, 一起 and 一次 are no quantities, nor is 办结一件申请、解决一个问题.
    fn counts_one(&mut self, start: usize, behind: usize) -> bool {
        let before = self.text[..start].trim_end();
        if !AFTER_WHICH_ONE.iter().any(|word| before.ends_with(word)) {
            return false;
        }
        if self.sentence_end <= behind {
            let rest = &self.text[behind..];
            self.sentence_end = behind + rest.find(['。', '；']).unwrap_or(rest.len());
        }
        !self.phrases.within(&(behind..self.sentence_end), Phrase::Rhyme)
    }
}

fn year(value: Decimal) -> Option<i16> {
    let year: i16 = value.normalize().to_string().parse().ok()?;
    (1980..=2100).contains(&year).then_some(year)
}

fn ends_sentence(rest: &str) -> bool {
    rest.chars()
        .next()
        .and_then(mark)
        .is_some_and(|kind| matches!(kind, TokenKind::Stop | TokenKind::Part | TokenKind::Clause))
}

#[cfg(test)]
mod tests {
    use super::super::measure::Row;
    use super::*;

    fn kinds(text: &str) -> Vec<TokenKind> {
        scan(text, &Phrases::of(text))
            .into_iter()
            .map(|token| token.kind)
            .filter(|kind| *kind != TokenKind::Word(Word::Filler))
            .collect()
    }

    #[test]
    fn quantities_are_told_from_other_numbers() {
        let quantity = |number: u32| TokenKind::Quantity(Amount::exact(Decimal::from(number)));
        assert_eq!(kinds("12 件"), [quantity(12)]);
        assert_eq!(kinds("十二件"), [quantity(12)]);
        assert_eq!(kinds("办结一件事"), [TokenKind::Word(Word::Row(Row::Concluded))]);
        assert_eq!(kinds("20个工作日"), [TokenKind::Number]);
        assert_eq!(kinds("2024年"), [TokenKind::Year(2024)]);
        let about = |precision| TokenKind::Quantity(Amount { value: Decimal::from(12), precision });
        assert_eq!(kinds("12余件"), [about(Precision::Over(Decimal::ONE))]);
        assert_eq!(kinds("近12件"), [about(Precision::Nearly(Decimal::ONE))]);
        assert_eq!(kinds("一是"), []);
        assert_eq!(kinds("12次。"), [quantity(12), TokenKind::Stop]);
        assert_eq!(kinds("12次会"), [TokenKind::Number]);
    }
}
