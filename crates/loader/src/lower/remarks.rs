//! What is said of a cell's figure.

use nianbao_model::form::Content;
use nianbao_model::{Address, Diagnostic, Spanned};

use super::figures::Reader;
use super::number::{Manner, Number, Wrong};
use crate::codes::figures as codes;

impl Reader<'_> {
    /// What is to be said of a figure that could be read.
    pub(super) fn remark_on(&self, address: &Address, number: &Number, written: &Spanned<&str>) -> Option<Diagnostic> {
        let found = written.value;
        let (code, reading, help, mend) = match number.manner {
            Manner::Usual => return None,
            Manner::Blank if found.is_empty() => {
                (&codes::BLANK, "没有填，按 0 计".to_owned(), "没有就写 0，或删去这一项。".to_owned(), None)
            }
            Manner::Blank => {
                (&codes::BLANK, format!("写的是“{found}”，按 0 计"), "没有就写 0。".to_owned(), Some("0".to_owned()))
            }
            Manner::Unusual => {
                let value = number.value.to_string();
                (&codes::DIGITS, format!("写的是“{found}”，读作 {value}"), format!("改为 {value}。"), Some(value))
            }
        };
        let finding = Diagnostic::new(code, format!("{}{reading}", self.form.label(address))).at(written.span, "");
        let finding = finding.help(help);
        Some(match mend {
            Some(mend) => finding.suggest(written.span, mend),
            None => finding,
        })
    }

    /// What is to be said of something that is no figure.
    pub(super) fn wrong(&self, address: &Address, wrong: &Wrong, written: &Spanned<&str>) -> Diagnostic {
        let label = self.form.label(address);
        let found = written.value;
        let (code, expected, help) = match wrong {
            Wrong::Negative => (&codes::NEGATIVE, "不能是负数", "核对后改正；没有就写 0。"),
            Wrong::Fraction(_) => (&codes::FRACTION, "应为整数", "件数不带小数点；以“万件”为单位的请换算成件。"),
            Wrong::Decimals => (&codes::DECIMALS, "最多四位小数", "以万元为单位，四舍五入到四位小数。"),
            Wrong::TooLarge => (&codes::TOO_LARGE, "应小于一万亿", "核对后改正，看看是不是把两格连在了一起。"),
            Wrong::Unit(_) => (&codes::NOT_A_NUMBER, "应为数字", "只写数字，不写单位。"),
            Wrong::Underscore(_) => (&codes::NOT_A_NUMBER, "应为数字", "只写数字，不加下划线。"),
            Wrong::NotANumber if self.content(address) == Content::Change => {
                (&codes::NOT_A_NUMBER, "应为数字", "增加的写正数，减少的写负数，如 8、-8。")
            }
            Wrong::NotANumber => (
                &codes::NOT_A_NUMBER,
                "应为数字",
                "只写阿拉伯数字，“12万”写作 120000；要说明的话写 {数: 22, 注: 其中修订16件}。",
            ),
        };
        let finding = Diagnostic::new(code, format!("{label}{expected}，这里是“{}”", shortened(found)));
        let finding = finding.at(written.span, "").help(help);
        match wrong {
            Wrong::Fraction(Some(digits)) | Wrong::Unit(digits) | Wrong::Underscore(digits) => {
                finding.suggest(written.span, digits)
            }
            _ => finding,
        }
    }
}

fn shortened(text: &str) -> String {
    if text.chars().count() <= 20 { text.to_owned() } else { text.chars().take(20).chain(['…']).collect() }
}
