//! How every PDF is written: for archives (PDF/A-2a) and for screen readers (PDF/UA-1).

use jiff::civil::Date;
use typst::foundations::{Datetime, Smart};
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use super::PdfError;

/// The program named in the file; without a version, so that an update alone changes no published file.
const CREATOR: &str = "年报工坊";

pub(super) fn standards() -> Result<PdfStandards, PdfError> {
    PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1])
        .map_err(|error| PdfError::Standards(error.message().to_string()))
}

/// The options of one report: `ident` stays the same from one printing to the next.
pub(super) fn options(standards: &PdfStandards, ident: String, date: Date) -> PdfOptions {
    PdfOptions {
        ident: Smart::Custom(ident),
        creator: Smart::Custom(Some(CREATOR.to_owned())),
        // The template sets the date itself; this is for one that does not.
        timestamp: midnight(date).map(Timestamp::new_utc),
        page_ranges: None,
        standards: standards.clone(),
        tagged: true,
        pretty: false,
    }
}

/// The day as Typst has it.
pub(super) fn day(date: Date) -> Option<Datetime> {
    let (month, day) = month_and_day(date)?;
    Datetime::from_ymd(i32::from(date.year()), month, day)
}

fn midnight(date: Date) -> Option<Datetime> {
    let (month, day) = month_and_day(date)?;
    Datetime::from_ymd_hms(i32::from(date.year()), month, day, 0, 0, 0)
}

fn month_and_day(date: Date) -> Option<(u8, u8)> {
    Some((date.month().try_into().ok()?, date.day().try_into().ok()?))
}
