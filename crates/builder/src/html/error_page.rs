//! What a server shows for an address that nothing stands at.

use serde::Serialize;

use super::{Frame, Survey};
use crate::link;
use crate::view::LinkView;

/// The page 404.html.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct ErrorPage {
    /// What all pages share.
    #[serde(flatten)]
    pub(crate) frame: Frame,
    /// The city's index.
    pub(crate) home: String,
    /// The reporting years, the newest first.
    pub(crate) years: Vec<LinkView>,
}

impl ErrorPage {
    /// The page. It is shown below any address, so its links begin at the server's root, as far as that is known.
    pub(crate) fn new(survey: &Survey) -> Self {
        let base = survey.municipality.site.base_url.as_deref().and_then(path);
        let root = base.map(|path| format!("{}/", path.trim_end_matches('/'))).unwrap_or_default();
        let frame = Frame {
            title: "没有找到这个网页".to_owned(),
            description: "网址可能写错了，也可能网页已经移走。".to_owned(),
            url: None,
            ..Frame::new(survey, "", root.clone())
        };
        let years = survey.years().rev().map(|(year, _)| link::to_year(&root, year)).collect();
        Self { frame, home: link::city(&root), years }
    }
}

/// The path of an absolute address.
fn path(url: &str) -> Option<&str> {
    let (_, rest) = url.split_once("://")?;
    Some(rest.find('/').map_or("", |at| &rest[at..]))
}

#[cfg(test)]
mod tests {
    use super::path;

    #[test]
    fn the_path_begins_behind_the_host() {
        assert_eq!(path("https://www.example.gov.cn/zwgk/nb"), Some("/zwgk/nb"));
        assert_eq!(path("https://www.example.gov.cn:8080"), Some(""));
    }
}
