//! Relative addresses between the pages of the site.

use std::fmt::Write;

use nianbao_model::{Agency, AgencyId};

use crate::address;
use crate::view::LinkView;

/// The file that a folder's address shows. It is named in every link, since a folder opened from a disk
/// shows its list of files instead.
pub(super) const INDEX: &str = "index.html";

/// The way to the site's root from a page that stands `depth` folders below it.
pub(crate) fn root(depth: usize) -> String {
    "../".repeat(depth)
}

/// How many folders below the site's root an agency's page stands.
pub(crate) fn depth(agency: &AgencyId) -> usize {
    address(agency).split('/').count()
}

/// The city's index.
pub(super) fn city(root: &str) -> String {
    format!("{root}{INDEX}")
}

/// An agency's page.
pub(super) fn agency(root: &str, agency: &AgencyId) -> String {
    format!("{root}{}/{INDEX}", escape(address(agency)))
}

/// A report's page.
pub(crate) fn report(root: &str, agency: &AgencyId, year: i16) -> String {
    format!("{root}{}/{year}/{INDEX}", escape(address(agency)))
}

/// The page of all reports of a year.
pub(super) fn year(root: &str, year: i16) -> String {
    format!("{root}{year}/{INDEX}")
}

/// The pages above one that stands below these agencies, which are below the city.
pub(super) fn trail(root: &str, above: &[&Agency]) -> Vec<LinkView> {
    let home = LinkView { text: "首页".to_owned(), href: city(root) };
    std::iter::once(home).chain(above.iter().map(|above| to_agency(root, above))).collect()
}

/// A link to the page of all reports of a year.
pub(super) fn to_year(root: &str, of: i16) -> LinkView {
    LinkView { text: format!("{of}年"), href: year(root, of) }
}

/// A link to an agency's page.
pub(super) fn to_agency(root: &str, to: &Agency) -> LinkView {
    LinkView { text: to.name.value.clone(), href: agency(root, &to.id) }
}

/// A path as part of an address: what would end it, begin something else or read as an escape is
/// escaped. Chinese characters stay, browsers take them as they are.
pub(crate) fn escape(path: &str) -> String {
    let mut address = String::with_capacity(path.len());
    for character in path.chars() {
        if character.is_alphanumeric() || !character.is_ascii() || "/-._~".contains(character) {
            address.push(character);
        } else {
            // A `String` takes whatever is written to it.
            let _ = write!(address, "%{:02X}", u32::from(character));
        }
    }
    address
}

/// A path as an address in ASCII alone, which PDFs ask for.
pub(crate) fn encoded(path: &str) -> String {
    escape(path).bytes().fold(String::with_capacity(path.len()), |mut address, byte| {
        match byte {
            0..0x80 => address.push(char::from(byte)),
            _ => drop(write!(address, "%{byte:02X}")),
        }
        address
    })
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

    #[test]
    fn an_address_cannot_be_cut_short_by_a_name() {
        assert_eq!(escape("投促局/图 1#%?.png"), "投促局/图%201%23%25%3F.png");
        assert_eq!(escape("javascript:x"), "javascript%3Ax");
    }
}
