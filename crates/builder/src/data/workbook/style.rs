//! How the cells of a workbook look.

use nianbao_model::Decimal;
use nianbao_model::form::Content;
use rust_xlsxwriter::{Format, FormatAlign, FormatBorder};

const FONT: &str = "宋体";

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
    let difference = r#"[Red]"多 "0;[Red]"少 "0;"相符""#;
    bordered().set_align(FormatAlign::Center).set_num_format(difference)
}

fn bordered() -> Format {
    plain().set_border(FormatBorder::Thin)
}

fn plain() -> Format {
    Format::new().set_font_name(FONT).set_font_size(11).set_align(FormatAlign::VerticalCenter).set_text_wrap()
}
