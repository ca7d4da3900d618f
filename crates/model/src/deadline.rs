//! When reports are due: 《政府信息公开条例》第四十九条.

use jiff::civil::Date;

use crate::{Agency, AgencyId};

/// 31 January, month and day: departments and townships.
const OF_DEPARTMENTS: (i8, i8) = (1, 31);

/// 31 March, month and day: governments of counties and above.
const OF_GOVERNMENTS: (i8, i8) = (3, 31);

/// The last day for publishing the report of `agency` for `year`; `None` where the calendar ends before it.
pub fn deadline(agency: &Agency, year: i16) -> Option<Date> {
    let (month, day) = if is_government(agency) { OF_GOVERNMENTS } else { OF_DEPARTMENTS };
    Date::new(year.checked_add(1)?, month, day).ok()
}

/// Whether it is the government of a county or above, which has two months more.
pub fn is_government(agency: &Agency) -> bool {
    let name = agency.name.value.as_str();
    let of_township = name.ends_with("乡人民政府") || name.ends_with("镇人民政府");
    agency.id == AgencyId::root() || name.ends_with("人民政府") && !of_township
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{FileId, Span, Spanned};

    fn day(id: AgencyId, name: &str) -> String {
        let agency = Agency::new(id, Spanned::new(name.to_owned(), Span::new(FileId(0), 0, 0)));
        deadline(&agency, 2024).map(|day| day.to_string()).unwrap_or_default()
    }

    #[test]
    fn governments_from_the_county_up_have_two_months_more() {
        let below = || AgencyId::root().child("a");
        assert_eq!(day(AgencyId::root(), "海州市"), "2025-03-31");
        assert_eq!(day(below(), "鹿城区人民政府"), "2025-03-31");
        for name in ["市甲局", "某镇人民政府", "某乡人民政府", "某街道办事处", "市人民政府办公室"]
        {
            assert_eq!(day(below(), name), "2025-01-31", "{name}");
        }
    }

    #[test]
    fn no_year_is_beyond_reckoning() {
        let agency = Agency::new(AgencyId::root(), Spanned::new(String::new(), Span::new(FileId(0), 0, 0)));
        assert_eq!(deadline(&agency, i16::MAX), None);
        assert_eq!(deadline(&agency, 9999), None);
    }
}
