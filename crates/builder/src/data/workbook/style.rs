//! How the cells of a workbook look.

use nianbao_model::Decimal;
use nianbao_model::form::Content;
use rust_xlsxwriter::{Format, FormatAlign, FormatBorder};

const FONT: &str = "宋体";

/// How high a row of one line is, in points.
pub(super) const ROW_HEIGHT: u32 = 20;

/// How high a row can be at most.
const HIGHEST: u32 = 409;

/// How much higher each further line makes it.
const LINE_HEIGHT: u32 = 15;

/// The title above everything.
pub(super) fn title() -> Format {
    plain().set_bold().set_font_size(14).set_align(FormatAlign::Center)
}

/// The line above a table.
pub(super) fn caption() -> Format {
    plain().set_bold().set_align(FormatAlign::Center)
}

/// A text below a table.
pub(super) fn note() -> Format {
    plain().set_align(FormatAlign::Left)
}

/// A heading in the middle of its cell.
pub(super) fn heading() -> Format {
    bordered().set_bold().set_align(FormatAlign::Center)
}

/// A text at the left of its cell.
pub(super) fn label() -> Format {
    bordered().set_align(FormatAlign::Left)
}

/// A typed figure; an amount with as many decimals as it has.
pub(super) fn figure(content: Content, value: Decimal) -> Format {
    let figure = bordered().set_align(FormatAlign::Center);
    match content {
        Content::Amount if value.normalize().scale() > 4 => figure.set_num_format("0.######"),
        Content::Amount => figure.set_num_format("0.####"),
        _ => figure.set_num_format("0"),
    }
}

/// A figure that is added up.
pub(super) fn total() -> Format {
    figure(Content::Total, Decimal::ZERO).set_bold()
}

/// A difference that should be nothing: it is put in words, in red where there is one.
pub(super) fn check() -> Format {
    bordered().set_align(FormatAlign::Center).set_num_format(r#"[Red]"多 "0;[Red]"少 "0;"相符""#)
}

/// The same on a form that is being filled in, where a difference is red only when it is one.
pub(super) fn open_check() -> Format {
    bordered().set_align(FormatAlign::Center).set_num_format(r#""多 "0;"少 "0;"相符""#)
}

/// What comes out of a check, in words.
pub(super) fn verdict() -> Format {
    bordered().set_bold().set_align(FormatAlign::Left)
}

/// What is off.
pub(super) fn off() -> Format {
    Format::new().set_font_color("9C0006").set_background_color("FFC7CE")
}

/// A cell to be filled in, otherwise like `format`.
pub(super) fn open(format: Format) -> Format {
    format.set_unlocked().set_background_color("FFFBE6")
}

/// A line to be filled in.
pub(super) fn open_line() -> Format {
    open(bordered().set_align(FormatAlign::Left).set_align(FormatAlign::Top))
}

/// How to fill in.
pub(super) fn guidance() -> Format {
    plain().set_font_size(10).set_font_color("595959").set_align(FormatAlign::Left)
}

/// The heading of a section of the narrative.
pub(super) fn section() -> Format {
    plain().set_bold().set_font_size(12).set_align(FormatAlign::Left)
}

/// A sub-heading of the narrative, which may be worded anew.
pub(super) fn sub_heading() -> Format {
    section().set_font_size(11).set_unlocked()
}

/// How high a row is in which `text` has a cell so wide.
pub(super) fn height(text: &str, width: u32) -> u32 {
    let breadth = |line: &str| line.chars().map(|character| if character.is_ascii() { 1 } else { 2 }).sum::<u32>();
    let needed = |line: &str| breadth(line).div_ceil(width.saturating_sub(2).max(1)).max(1);
    let lines: u32 = text.split('\n').map(needed).sum::<u32>().max(1);
    (ROW_HEIGHT + (lines - 1) * LINE_HEIGHT).min(HIGHEST)
}

fn bordered() -> Format {
    plain().set_border(FormatBorder::Thin)
}

fn plain() -> Format {
    Format::new().set_font_name(FONT).set_font_size(11).set_align(FormatAlign::VerticalCenter).set_text_wrap()
}
