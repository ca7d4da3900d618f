//! One cell: a number, or a number with a remark, and what is to be said of it.

use nianbao_model::form::Content as CellKind;
use nianbao_model::{Address, Cell, Diagnostic, Spanned};

use super::super::fields::{Fields, start_of};
use super::super::text::missing;
use super::{Reader, unverified};
use crate::codes::figures as codes;
use crate::keys::report::{CELL_GROUP, FIGURE, REMARK};
use crate::yaml::{self, Content, Entry, Node};
use nianbao_model::number::{self, Manner, Number, Wrong};

/// An amount of more decimals is finer than a yuan.
const USUAL_DECIMALS: u32 = 4;

impl Reader<'_> {
    /// One cell: a number, or a number with a remark.
    pub(super) fn cell(&mut self, address: &Address, entry: &Entry) -> Cell {
        let Content::Map(entries) = &entry.value.content else { return self.figure(address, &entry.value) };
        if entries.is_empty() {
            return Cell { span: Some(entry.value.span), ..Cell::default() };
        }
        let Some(fields) = Fields::read(self.file, self.sink, &entry.value, &CELL_GROUP) else {
            return Cell::default();
        };
        let cell = if let Some(node) = fields.get(&FIGURE) {
            self.figure(address, node)
        } else {
            let help = "写作 {数: 22, 注: 其中修订16件}；没有就写 0。";
            self.sink.report(missing(&FIGURE, entry.key.span, help));
            Cell { span: Some(entry.value.span), ..Cell::default() }
        };
        Cell { remark: fields.word(self.sink, &REMARK), ..cell }
    }

    /// The figure of a cell, or the word that it is to be looked up.
    fn figure(&mut self, address: &Address, node: &Node) -> Cell {
        if unverified::is_meant(node) { unverified::cell(node.span) } else { self.number(address, node) }
    }

    /// The figure of a value; where it is none, 0 with what was written.
    pub(super) fn number(&mut self, address: &Address, node: &Node) -> Cell {
        let Content::Scalar(scalar) = &node.content else {
            let message = format!("{}应为一个数字", self.form.label(address));
            let place = start_of(self.file, node);
            self.sink.report(Diagnostic::new(&codes::NOT_A_NUMBER, message).at(place, "").help("只写一个数字。"));
            return Cell { span: Some(node.span), ..Cell::default() };
        };
        let written = Spanned::new(if node.is_null() { "" } else { &scalar.text }, node.span);
        let kept = || Some(written.value.to_owned());
        match number::read(written.value, self.content(address)) {
            Ok(number) => {
                let usual = number.manner == Manner::Usual;
                // Of a value behind a “#” is told already.
                if !yaml::took_value(self.file, node) {
                    self.sink.report_all(self.doubt(address, &number, &written));
                }
                Cell {
                    value: number.value,
                    written: if usual { None } else { kept() },
                    remark: None,
                    span: Some(node.span),
                }
            }
            Err(wrong) => {
                self.sink.report(self.wrong(address, &wrong, &written).marked());
                Cell { written: kept(), span: Some(node.span), ..Cell::default() }
            }
        }
    }

    /// The figure of a value, if it is one.
    pub(super) fn understood(&self, address: &Address, node: &Node) -> Option<Number> {
        let Content::Scalar(scalar) = &node.content else { return None };
        number::read(if node.is_null() { "" } else { &scalar.text }, self.content(address)).ok()
    }

    /// What kind of figure stands at `address`.
    pub(super) fn content(&self, address: &Address) -> CellKind {
        let leaf = self
            .form
            .block(address)
            .and_then(|(_, block)| block.columns.leaves.iter().find(|leaf| leaf.range.start == address.columns.start));
        match leaf.map(|leaf| leaf.item.content) {
            Some(content @ (CellKind::Amount | CellKind::Change)) => content,
            _ => CellKind::Count,
        }
    }

    /// What is to be said of a figure that could be read.
    fn doubt(&self, address: &Address, number: &Number, written: &Spanned<&str>) -> Option<Diagnostic> {
        let found = written.value;
        let (code, reading, help, mend) = match number.manner {
            Manner::Usual if number.value.normalize().scale() > USUAL_DECIMALS => {
                let help = "与公布的一致就不必改；核对单位是不是万元。".to_owned();
                (&codes::FINE_AMOUNT, format!("有四位以上的小数：{found}"), help, None)
            }
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
    fn wrong(&self, address: &Address, wrong: &Wrong, written: &Spanned<&str>) -> Diagnostic {
        let label = self.form.label(address);
        let found = written.value;
        let (code, expected, help) = match wrong {
            Wrong::Negative => (&codes::NEGATIVE, "不能是负数", "核对后改正；没有就写 0。"),
            Wrong::Fraction(_) => (&codes::FRACTION, "应为整数", "件数不带小数点；以“万件”为单位的请换算成件。"),
            Wrong::Decimals => {
                (&codes::DECIMALS, "最多六位小数", "以万元为单位，六位小数就到分；核对后改正，看看单位是不是万元。")
            }
            Wrong::TooLarge => (&codes::TOO_LARGE, "应小于一万亿", "核对后改正，看看是不是把两格连在了一起。"),
            Wrong::Unit(_) => (&codes::NOT_A_NUMBER, "应为数字", "只写数字，不写单位。"),
            Wrong::Underscore(_) => (&codes::NOT_A_NUMBER, "应为数字", "只写数字，不加下划线。"),
            Wrong::NotANumber if self.content(address) == CellKind::Change => {
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
