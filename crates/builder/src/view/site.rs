//! What every page says of the site that it belongs to.

use nianbao_model::{Emblem, Picture, Site};
use serde::Serialize;

use super::Theme;

/// The site as every page shows it.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct SiteView {
    /// 网站名称.
    pub(crate) name: String,
    /// The host of its address (SiteDomain).
    pub(crate) domain: Option<String>,
    /// 主办单位.
    pub(crate) sponsor: Option<String>,
    /// 网站标识码.
    pub(crate) id_code: Option<String>,
    /// ICP备案号.
    pub(crate) icp: Option<String>,
    /// 公安备案号.
    pub(crate) police: Option<String>,
    /// 党政机关标识, a link to the page that attests it.
    pub(crate) emblem: Option<EmblemView>,
    /// 联系电话.
    pub(crate) telephone: Option<String>,
    /// Whether it has a colour of its own, in a stylesheet of its own.
    pub(crate) theme: bool,
    /// Whether its new reports can be followed in a feed.
    pub(crate) feed: bool,
    /// Whether it is a proof (草稿), for the office's own eyes.
    pub(crate) proof: bool,
}

/// 党政机关标识.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct EmblemView {
    /// The page that it leads to.
    pub(crate) url: String,
    /// The picture, by its path from the site's root.
    pub(crate) picture: Option<String>,
}

impl EmblemView {
    fn new(emblem: &Emblem) -> Self {
        Self { url: emblem.url.clone(), picture: emblem.picture.as_ref().map(emblem_path) }
    }
}

/// Where the picture of the sign stands on the site: a name of its own keeps it apart from the files that all sites have.
pub(crate) fn emblem_path(picture: &Picture) -> String {
    let ending = picture.name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
    format!("assets/emblem.{ending}")
}

/// A link within the site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LinkView {
    /// The text of the link.
    pub text: String,
    /// Where it leads, relative to the page.
    pub href: String,
}

impl SiteView {
    /// The view of site.yaml; `feed` says whether there is a feed.
    pub(crate) fn new(site: &Site, feed: bool) -> Self {
        Self {
            name: site.name.clone(),
            domain: site.base_url.as_deref().and_then(host).map(str::to_owned),
            sponsor: site.sponsor.as_ref().map(|sponsor| sponsor.value.clone()),
            id_code: site.id_code.clone(),
            icp: site.icp.clone(),
            police: site.police.clone(),
            emblem: site.emblem.as_ref().map(EmblemView::new),
            telephone: site.telephone.clone(),
            theme: Theme::of(site).is_some(),
            feed,
            proof: false,
        }
    }
}

/// The host of an absolute address, its port left out.
fn host(url: &str) -> Option<&str> {
    let (_, rest) = url.split_once("://")?;
    rest.split(['/', ':', '?', '#']).next().filter(|host| !host.is_empty())
}

#[cfg(test)]
mod tests {
    use super::host;

    #[test]
    fn the_domain_is_the_host_alone() {
        assert_eq!(host("https://www.example.gov.cn/zwgk/nb"), Some("www.example.gov.cn"));
        assert_eq!(host("http://localhost:8000"), Some("localhost"));
        assert_eq!(host("没有网址"), None);
    }
}
