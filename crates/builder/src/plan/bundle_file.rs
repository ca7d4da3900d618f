//! The files of a year's bundle.

use nianbao_model::{Agency, Report};

use super::wording::of_report;

/// A file of the bundle of a year.
#[derive(Debug, Clone, Copy)]
pub enum BundleFile<'a> {
    /// The PDF of a report under its full title.
    Report(&'a Agency, &'a Report),
    /// 目录.pdf.
    Contents(i16),
    /// 清单.csv.
    List(i16),
    /// SHA256SUMS.
    Checksums(i16),
    /// The whole bundle as one zip.
    Archive(i16),
}

impl<'a> BundleFile<'a> {
    /// The agency whose title the file is named by.
    pub(super) fn agency(&self) -> Option<&'a Agency> {
        match self {
            Self::Report(agency, _) => Some(agency),
            Self::Contents(_) | Self::List(_) | Self::Checksums(_) | Self::Archive(_) => None,
        }
    }

    /// What it is, in the words of a message.
    pub(super) fn describe(&self) -> String {
        match self {
            Self::Report(agency, report) => of_report(agency, report) + " PDF",
            Self::Contents(year) => format!("{year} 年的目录"),
            Self::List(year) => format!("{year} 年的清单"),
            Self::Checksums(year) => format!("{year} 年的校验码"),
            Self::Archive(year) => format!("{year} 年的压缩包"),
        }
    }
}
