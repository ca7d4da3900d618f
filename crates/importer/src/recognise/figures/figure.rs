//! What a cell says as a figure. Where it is no plain one nothing is guessed: it stays open, with what it may be.

use nianbao_model::form::Content;
use nianbao_model::number::{self, Manner, Wrong};
use nianbao_model::width::half_width;
use nianbao_model::{Cell, Decimal, figures};

use super::lines::Piece;

/// What a cell says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Reading {
    /// A figure, or a blank or a stroke.
    Certain(Cell),
    /// Something that is not certain.
    Open(Open),
}

/// Why a figure is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Open {
    /// What is the matter, in words for an editor.
    pub(super) why: String,
    /// What it may be.
    pub(super) hint: Option<String>,
}

impl Reading {
    /// An open figure without a hint.
    pub(super) fn open(why: impl Into<String>) -> Self {
        Self::Open(Open { why: why.into(), hint: None })
    }

    /// The value, where it is certain.
    pub(super) fn value(&self) -> Option<Decimal> {
        if let Self::Certain(cell) = self { Some(cell.value) } else { None }
    }

    /// Whether nothing, or a stroke, stands there for certain.
    pub(super) fn is_blank(&self) -> bool {
        matches!(self, Self::Certain(cell) if cell.written.as_deref().is_some_and(number::is_blank))
    }

    /// Opens a figure that is certain by itself, with what stands there as a hint.
    pub(super) fn doubt(&mut self, why: &str) {
        if let Some(value) = self.value() {
            let hint = (!self.is_blank()).then(|| format!("原文这个位置写的是 {value}"));
            *self = Self::Open(Open { why: why.to_owned(), hint });
        }
    }

    /// What stands in the cell: the figure, or what an editor should look up.
    pub(super) fn into_cell(self) -> Cell {
        match self {
            Self::Certain(cell) => cell,
            Self::Open(_) => Cell { written: Some(figures::UNVERIFIED.to_owned()), ..Cell::default() },
        }
    }
}

/// What `piece` says where the form has `content` under the heading `label`.
pub(super) fn read(piece: &Piece, content: Content, label: &str) -> Reading {
    let reading = of_text(&piece.text, content, label);
    match (&piece.doubt, reading) {
        (Some(why), Reading::Certain(cell)) => {
            let hint = (!piece.text.is_empty()).then(|| format!("看上去是 {}", cell.value));
            Reading::Open(Open { why: why.clone(), hint })
        }
        (_, reading) => reading,
    }
}

fn of_text(text: &str, content: Content, label: &str) -> Reading {
    if text == figures::UNVERIFIED {
        return Reading::open("文件里写的是“待核对”");
    }
    let (number, remark) = with_remark(text);
    let whole = whole_count(number, content);
    let number = whole.as_deref().unwrap_or(number);
    let cell = match number::read(number, content) {
        Ok(read) => Cell {
            value: read.value,
            written: (read.manner != Manner::Usual).then(|| number.to_owned()),
            ..Cell::default()
        },
        Err(Wrong::Unit(digits)) => return with_unit(&digits, content, remark, text, label),
        Err(_) => return amount(number, content, label).unwrap_or_else(|| Reading::Open(unclear(text, content))),
    };
    let other_unit = remark.as_deref().is_some_and(says_yuan) && !cell.value.is_zero();
    if content == Content::Amount && label.contains("万元") && other_unit {
        return Reading::Open(Open { why: format!("写的是“{text}”，表里的单位是万元"), hint: None });
    }
    if remark.is_some() && cell.written.as_deref().is_some_and(|written| written.trim().is_empty()) {
        return Reading::Open(unclear(text, content));
    }
    Reading::Certain(Cell { remark, ..cell })
}

/// Whether words say that amounts are in yuan, not in ten thousands.
pub(super) fn says_yuan(words: &str) -> bool {
    words.contains("单位") && words.contains('元') && !["万元", "亿元"].iter().any(|unit| words.contains(unit))
}

/// A count with nothing but zeros behind its point, without them: `12.00`. Three of them may be thousands.
fn whole_count(number: &str, content: Content) -> Option<String> {
    let Err(Wrong::Fraction(Some(whole))) = number::read(number, content) else { return None };
    let zeros = number.trim().rsplit(['.', '．']).next()?.chars().count();
    (zeros != 3).then_some(whole)
}

/// A number with its unit. Where the form names none, that of an amount stays beside it as a remark.
fn with_unit(digits: &str, content: Content, remark: Option<String>, text: &str, label: &str) -> Reading {
    let Ok(read) = number::read(digits, content) else { return Reading::Open(unclear(text, content)) };
    let is_told = content != Content::Amount || label.contains('元') || read.value.is_zero();
    let unit = (!is_told).then(|| "单位为万元".to_owned());
    let remarks: Vec<String> = unit.into_iter().chain(remark).collect();
    let remark = (!remarks.is_empty()).then(|| remarks.join("；"));
    Reading::Certain(Cell { value: read.value, remark, ..Cell::default() })
}

impl Reading {
    /// The figure below a head that names a unit where the form names none: the unit stays beside it as a remark. One that
    /// names another unit itself is open.
    pub(super) fn in_unit_of(self, head: &str) -> Self {
        let Some(unit) = ["亿元", "万元", "元"].into_iter().find(|unit| head.contains(unit)) else { return self };
        let Self::Certain(cell) = self else { return self };
        let said = format!("单位为{unit}");
        match cell.remark.as_deref() {
            Some(remark) if remark.contains(&said) => {}
            Some(remark) if remark.contains("单位为") => {
                let hint = Some(format!("原文写的是 {}，{remark}", cell.value));
                return Self::Open(Open { why: format!("这一格的单位和表头的“{head}”不同"), hint });
            }
            _ if cell.value.is_zero() => {}
            remark => {
                let remark = remark.map_or(said.clone(), |remark| format!("{said}；{remark}"));
                return Self::Certain(Cell { remark: Some(remark), ..cell });
            }
        }
        Self::Certain(cell)
    }
}

/// An amount of yuan, or of ten thousands where the heading names no unit: the unit stays beside it as a remark.
fn amount(text: &str, content: Content, label: &str) -> Option<Reading> {
    let yuan = text.strip_suffix('元').filter(|_| content == Content::Amount)?.trim();
    let value = number::read(yuan, content).ok()?.value;
    if label.contains("万元") {
        let hint = value.checked_div(Decimal::from(10_000)).map(|wan| format!("换算成万元是 {}", wan.normalize()));
        return Some(Reading::Open(Open { why: format!("写的是“{text}”，表里的单位是万元"), hint }));
    }
    Some(Reading::Certain(Cell { value, remark: Some("单位为元".to_owned()), ..Cell::default() }))
}

/// A number and what stands in brackets behind it.
fn with_remark(text: &str) -> (&str, Option<String>) {
    let open = text.find(['（', '(']);
    let Some((number, rest)) = open.and_then(|at| text.split_at_checked(at)) else { return (text, None) };
    let inner = rest.trim_start_matches(['（', '(']).strip_suffix(['）', ')']);
    match inner.map(str::trim) {
        Some(remark) if !remark.is_empty() && !number.trim().is_empty() => (number.trim(), Some(remark.to_owned())),
        _ => (text, None),
    }
}

fn unclear(text: &str, content: Content) -> Open {
    let shown: String = text.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(20).collect();
    Open { why: format!("写的是“{shown}”，读不成一个数"), hint: likely(text, content) }
}

/// The number that is likely meant: with its pieces joined, letters for digits, 万 multiplied.
fn likely(text: &str, content: Content) -> Option<String> {
    let joined: String = text.chars().filter(|c| !c.is_whitespace()).map(half_width).collect();
    let digits: String = joined
        .chars()
        .map(|letter| match letter {
            'O' | 'o' | '〇' => '0',
            'l' | 'I' | '|' => '1',
            _ => letter,
        })
        .collect();
    if let Some(wan) = digits.strip_suffix('万').and_then(|wan| number::read(wan, Content::Amount).ok()) {
        let value = wan.value.checked_mul(Decimal::from(10_000))?;
        return Some(format!("可能是 {}", value.normalize()));
    }
    let bare = digits.trim_start_matches(['约', '近']).trim_end_matches(['余', '多', '件', '条']);
    number::read(bare, content)
        .ok()
        .filter(|read| read.manner != Manner::Blank)
        .map(|read| format!("可能是 {}", read.value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_with_zeros_behind_the_point_are_counts() {
        let value = |text| of_text(text, Content::Count, "").value().map(|value| value.to_string());
        assert_eq!(value("12.00").as_deref(), Some("12"));
        assert_eq!(value("１２．０").as_deref(), Some("12"));
        assert_eq!(value("1,521.00（件）").as_deref(), Some("1521"));
        assert_eq!((value("12.50"), value("1.521"), value("1.000"), value("1 521")), (None, None, None, None));
    }
}
