//! The files of the site that are neither pages nor PDFs.

use nianbao_model::report::Image;
use nianbao_model::{Agency, Picture, Report};

use super::wording::of_report;
use crate::data::DataFile;
use crate::dates::FeedHead;
use crate::view::Theme;

/// A file of the site.
#[derive(Debug, Clone, Copy)]
pub enum SiteFile<'a> {
    /// A picture of a narrative.
    Image {
        /// The report's agency.
        agency: &'a Agency,
        /// The report.
        report: &'a Report,
        /// The file name, as the narrative has it.
        name: &'a str,
        /// The picture.
        image: &'a Image,
    },
    /// Figures for machines.
    Data(DataFile<'a>),
    /// A file that all pages share.
    Asset {
        /// Its path below `templates/`, and below the site's root.
        path: &'a str,
        /// Its content.
        bytes: &'a [u8],
    },
    /// The stylesheet with the municipality's colour.
    Theme(Theme),
    /// The picture of 党政机关标识.
    Emblem(&'a Picture),
    /// What robots are told.
    Robots,
    /// All pages for search engines.
    Sitemap,
    /// The newest reports for readers of feeds.
    Feed(FeedHead<'a>),
}

impl<'a> SiteFile<'a> {
    /// The report that it belongs to, in whose folder it stands.
    pub(super) fn report(&self) -> Option<(&'a Agency, &'a Report)> {
        match self {
            Self::Image { agency, report, .. } => Some((agency, report)),
            Self::Data(file) => file.report(),
            Self::Asset { .. } | Self::Theme(_) | Self::Emblem(_) | Self::Robots | Self::Sitemap | Self::Feed(_) => {
                None
            }
        }
    }

    /// What it is, in the words of a message.
    pub(super) fn describe(&self) -> String {
        match self {
            Self::Image { agency, report, name, .. } => format!("{}图片“{name}”", of_report(agency, report)),
            Self::Data(file) => match file.report() {
                Some((agency, report)) => format!("{}数据“{}”", of_report(agency, report), file.name()),
                None => format!("全市数据“{}”", file.name()),
            },
            Self::Asset { path, .. } => format!("公用文件“{path}”"),
            Self::Theme(_) => "主题色".to_owned(),
            Self::Emblem(_) => "党政机关标识".to_owned(),
            Self::Robots => "给搜索引擎的说明".to_owned(),
            Self::Sitemap => "网站地图".to_owned(),
            Self::Feed(_) => "订阅源".to_owned(),
        }
    }
}
