//! Relative addresses between the pages of the site.

use nianbao_model::{Agency, AgencyId, Municipality};

use crate::address::address;
use crate::percent::escaped;
use crate::view::LinkView;

/// The file that a folder's address shows. It is named in every link, since a folder opened from a disk
/// shows its list of files instead.
pub(crate) const INDEX: &str = "index.html";

/// The way to the site's root from a page that stands `depth` folders below it.
pub(crate) fn root(depth: usize) -> String {
    "../".repeat(depth)
}

/// How many folders below the site's root an agency's page stands.
pub(crate) fn depth(agency: &AgencyId) -> usize {
    address(agency).split('/').count()
}

/// The city's index.
pub(crate) fn city(root: &str) -> String {
    format!("{root}{INDEX}")
}

/// An agency's page.
pub(crate) fn agency(root: &str, agency: &AgencyId) -> String {
    format!("{root}{}/{INDEX}", escaped(address(agency)))
}

/// A report's page.
pub(crate) fn report(root: &str, agency: &AgencyId, year: i16) -> String {
    format!("{root}{}/{year}/{INDEX}", escaped(address(agency)))
}

/// The page of all reports of a year.
pub(crate) fn year(root: &str, year: i16) -> String {
    format!("{root}{year}/{INDEX}")
}

/// The pages above one that stands below these agencies, which are below the city.
pub(crate) fn trail(root: &str, above: &[&Agency]) -> Vec<LinkView> {
    let home = LinkView { text: "首页".to_owned(), href: city(root) };
    std::iter::once(home).chain(above.iter().map(|above| to_agency(root, above))).collect()
}

/// A link to the page of all reports of a year.
pub(crate) fn to_year(root: &str, of: i16) -> LinkView {
    LinkView { text: format!("{of}年"), href: year(root, of) }
}

/// A link to an agency's page.
pub(crate) fn to_agency(root: &str, to: &Agency) -> LinkView {
    LinkView { text: to.name.value.clone(), href: agency(root, &to.id) }
}

/// The address on the web of `path`, relative to the site's root, where the site has one.
pub(crate) fn absolute(municipality: &Municipality, path: &str) -> Option<String> {
    municipality.site.base_url.as_ref().map(|base_url| on_the_web(base_url, path))
}

/// The address on the web of `path`, relative to the root of the site at `base_url`.
pub(crate) fn on_the_web(base_url: &str, path: &str) -> String {
    format!("{}/{path}", base_url.trim_end_matches('/'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_relative_at_each_depth() {
        let root_id = AgencyId::root();
        let nested = root_id.child("lucheng").child("jtj");
        assert_eq!(agency("", &root_id), "government/index.html");
        assert_eq!(report("", &nested, 2024), "lucheng/jtj/2024/index.html");
        assert_eq!(agency(&root(depth(&nested)), &nested), "../../lucheng/jtj/index.html");
        assert_eq!(city(&root(depth(&root_id) + 1)), "../../index.html");
    }
}
