//! Page labels (《政府网站发展指引》国办发〔2017〕47号): what an article tells search engines and supervision, to be typed in beside it.

use nianbao_model::{Agency, Municipality, Report};

use crate::html::{description, keywords};
use crate::view::ReportView;

/// A label of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageLabel {
    /// What the fields of content management systems call it.
    pub title: &'static str,
    /// Its name in the page, `ArticleTitle`.
    pub name: &'static str,
    /// What to type in; nothing where that is not known.
    pub value: String,
}

/// The labels of the article that `report` makes: its own, then those of its column and site.
pub(super) fn of(municipality: &Municipality, agency: &Agency, report: &Report, view: &ReportView) -> Vec<PageLabel> {
    let published = view.published.as_ref().map(|day| format!("{day} 00:00")).unwrap_or_default();
    let site = &municipality.site;
    let own = [
        ("标题", "ArticleTitle", view.title.clone()),
        ("发布时间", "PubDate", published),
        ("来源", "ContentSource", view.agency.clone()),
        ("作者", "Author", view.agency.clone()),
        ("关键词", "Keywords", keywords(agency, report).join(",")),
        ("摘要", "Description", description(&view.title)),
        ("图片", "Image", String::new()),
        ("网址", "Url", String::new()),
    ];
    let of_site = [
        ("网站名称", "SiteName", site.name.clone()),
        ("网站标识码", "SiteIDCode", site.id_code.clone().unwrap_or_default()),
    ];
    let labels = own.into_iter().chain(of_site);
    labels.map(|(title, name, value)| PageLabel { title, name, value }).collect()
}
