//! What was not certain of title, agency, year and day, in words for an editor.

use super::head::ShownTitle;
use super::title::Title;
use crate::document::Spot;
use crate::{Doubt, Subject};

/// A doubt about the record.
pub(super) fn doubt(message: impl Into<String>) -> Doubt {
    Doubt { subject: Subject::Record, message: message.into(), hint: None, spot: None }
}

/// What to say where titles differ.
pub(super) fn of_titles(chosen: Option<&Title>, shown: &[ShownTitle], in_sheet: &[Title]) -> Vec<Doubt> {
    let Some(chosen) = chosen else {
        return vec![doubt(
            "没有找到标题（“某某机关某某年政府信息公开工作年度报告”）；请核对机关和年度，与规定不同的标题写到“标题”里",
        )];
    };
    let differs = |title: &Title| {
        let agency = title.agency.is_some() && chosen.agency.is_some() && title.agency != chosen.agency;
        let year = title.year.is_some() && chosen.year.is_some() && title.year != chosen.year;
        // A short form of the same says nothing else.
        let wording = title.weight() == chosen.weight() && title.text != chosen.text;
        agency || year || wording
    };
    let spotted = shown.iter().map(|shown| (&shown.title, Some(Spot::part(shown.parts.start))));
    let all = spotted.chain(in_sheet.iter().map(|title| (title, None)));
    let other = all.into_iter().find(|(title, _)| differs(title));
    let message =
        |other: &Title| format!("原文里有两个不同的标题：“{}”和“{}”；取了前一个，请核对", chosen.text, other.text);
    other.map(|(other, spot)| Doubt { spot, ..doubt(message(other)) }).into_iter().collect()
}

pub(super) fn agency_by_office(office: &str) -> Doubt {
    doubt(format!("标题里没有机关名称，按页面上的发布机构认作“{office}”；请核对"))
}

pub(super) fn no_agency() -> Doubt {
    doubt("原文里没有写是哪个机关的报告；请确认机关没有选错")
}

pub(super) fn two_years(titled: i16, stated: i16) -> Doubt {
    doubt(format!("标题写的是{titled}年，正文里的统计期限是{stated}年；按标题取了{titled}年，请核对"))
}

pub(super) fn no_year(guess: Option<i16>) -> Doubt {
    doubt(match guess {
        Some(year) => format!("标题和统计期限里都没有年度，从正文看像是{year}年；请核对"),
        None => "原文里没有写是哪一年的报告；请填上年度".to_owned(),
    })
}

pub(super) fn two_days(one: jiff::civil::Date, other: jiff::civil::Date) -> Doubt {
    doubt(format!("原文里有两个发布日期：{one} 和 {other}；取了前一个，请核对"))
}

pub(super) fn other_day(label: &str, day: jiff::civil::Date) -> Doubt {
    doubt(format!("原文没有写发布日期，取了{label}的日期 {day}；请核对"))
}
