//! What the data of all templates has in common.

use jiff::civil::Date;
use nianbao_model::Printing;
use serde::Serialize;

/// A date as the templates read it.
#[derive(Serialize)]
pub(super) struct DateParts {
    year: i16,
    month: i8,
    day: i8,
}

impl From<Date> for DateParts {
    fn from(date: Date) -> Self {
        Self { year: date.year(), month: date.month(), day: date.day() }
    }
}

/// 打印, as the templates read it.
pub(super) fn sides(printing: Printing) -> Option<&'static str> {
    match printing {
        Printing::Any => None,
        Printing::OneSided => Some("one"),
        Printing::TwoSided => Some("two"),
    }
}
