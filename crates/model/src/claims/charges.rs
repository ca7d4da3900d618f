//! 未收取信息处理费, where an amount of it is named elsewhere.

use super::counted::PassageReading;
use super::phrases::Phrase;
use super::scan::TokenKind;
use super::word::Word;
use super::{Claim, Says};
use crate::Decimal;

/// What is said of fees for requests in a passage.
#[derive(Default)]
pub(super) struct Charges {
    /// Where it is said that none were charged: the first and the last token.
    denials: Vec<Claim>,
    /// The largest amount, in 元.
    amount: Decimal,
}

/// What a passage says of them.
pub(super) fn of(reading: &PassageReading<'_>) -> Charges {
    let tokens = reading.setting.tokens;
    let mut charges = Charges::default();
    for (at, token) in tokens.all.iter().enumerate() {
        let sentence = || tokens.sentence(at);
        let spoken = || tokens.mentions(&sentence(), Phrase::Fee) && !reading.setting.of_other_year(at);
        match token.kind {
            TokenKind::Money(amount)
                if spoken()
                    && is_charged(reading, at)
                    && !tokens.mentions(&tokens.clause_before(at), Phrase::Relief) =>
            {
                let yuan = amount.value.checked_mul(Decimal::from(10_000)).unwrap_or_default();
                charges.amount = charges.amount.max(yuan.normalize());
            }
            TokenKind::Word(Word::Not) if spoken() => charges.denials.extend(denial(reading, at)),
            _ => {}
        }
    }
    charges
}

/// Whether the amount at `at` is one that was charged: 收取信息处理费 280 元, 共计 612 元.
fn is_charged(reading: &PassageReading<'_>, at: usize) -> bool {
    let tokens = reading.setting.tokens;
    let clause = tokens.clause_before(at);
    let words = tokens.text.get(clause.clone()).unwrap_or_default().trim();
    let sums = ["共", "合计", "金额", "总计", "计"];
    tokens.mentions(&clause, Phrase::Charge) || sums.iter().any(|word| words.starts_with(word))
}

/// 均未收取信息处理费.
fn denial(reading: &PassageReading<'_>, at: usize) -> Option<Claim> {
    let tokens = reading.setting.tokens;
    let behind = tokens.behind(at);
    let charge = *behind.first().filter(|next| tokens.word_text(**next) == "收取")?;
    let fee = behind.get(1).filter(|next| tokens.word_text(**next).ends_with("处理费"))?;
    // 其余申请未收取信息处理费 goes with what was charged for the others.
    let rest = tokens.text.get(tokens.clause_before(at)).is_some_and(|clause| clause.contains("其余"));
    let close =
        !rest && tokens.unknown_between(at, *fee) <= 4 && !tokens.gap_before(charge).contains(char::is_alphabetic);
    let marker = at.checked_sub(1).filter(|before| tokens.word(*before) == Some(Word::All)).unwrap_or(at);
    let none = Says::NotCharged { amount: Decimal::ZERO };
    let claim = close.then(|| reading.claim(at, marker, *fee, none))?;
    Some(Claim { figure: claim.quote.start..tokens.all[charge].range.end, ..claim })
}

/// The denials of passages that do not go with an amount named in one of them.
pub(super) fn contradictions(all: Vec<Charges>) -> Vec<Claim> {
    let amount = all.iter().map(|charges| charges.amount).max().unwrap_or_default();
    let denials = all.into_iter().filter(|_| !amount.is_zero()).flat_map(|charges| charges.denials);
    denials.map(|claim| Claim { says: Says::NotCharged { amount }, ..claim }).collect()
}
