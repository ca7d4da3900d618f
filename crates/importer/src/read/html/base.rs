//! Where a page stands, so that the links on it lead to the same places from elsewhere.

use super::tree::{NodeId, Tree};

/// Where a page stands; not known of most that were saved.
#[derive(Debug, Default)]
pub(super) struct Base(Option<String>);

/// How far from its beginning a browser notes where it saved a page from, in bytes.
const NOTE: usize = 2000;

impl Base {
    /// That of a page: where its links are said to begin, its own address, or where a browser saved it from.
    pub(super) fn of(tree: &Tree, source: &str) -> Self {
        let mut addresses: Vec<(u8, &str)> = tree.within(0).filter_map(|node| address(tree, node)).collect();
        addresses.sort_by_key(|(rank, _)| *rank);
        let noted = source.get(..source.floor_char_boundary(NOTE)).and_then(saved_from);
        let known = addresses.into_iter().map(|(_, address)| address.trim()).chain(noted);
        Self(known.filter(|address| is_absolute(address)).map(str::to_owned).next())
    }

    /// The absolute address of a link, or the link as it is where the page's address is not known; nothing where it leads to
    /// no page.
    pub(super) fn resolve(&self, href: &str) -> Option<String> {
        let href = href.trim();
        if href.is_empty() || href.starts_with('#') {
            return None;
        }
        if is_absolute(href) || is_mail(href) {
            return Some(href.to_owned());
        }
        if let Some(rest) = href.strip_prefix("//") {
            return Some(format!("https://{rest}"));
        }
        let path = href.split(['/', '?', '#']).next().unwrap_or(href);
        if path.contains(':') {
            return None;
        }
        Some(self.0.as_deref().and_then(|base| joined(base, href)).unwrap_or_else(|| href.to_owned()))
    }
}

/// An address that an element gives, with its rank among others.
fn address(tree: &Tree, node: NodeId) -> Option<(u8, &str)> {
    match tree.name(node) {
        "base" => Some((0, tree.attribute(node, "href")?)),
        "link" if tree.attribute(node, "rel") == Some("canonical") => Some((1, tree.attribute(node, "href")?)),
        "meta" => {
            let key = tree.attribute(node, "property").or_else(|| tree.attribute(node, "name"))?.to_ascii_lowercase();
            matches!(key.as_str(), "og:url" | "url").then_some((2, tree.attribute(node, "content")?))
        }
        _ => None,
    }
}

/// `<!-- saved from url=(0042)https://… -->`
fn saved_from(source: &str) -> Option<&str> {
    let (_, behind) = source.split_once("saved from url=(")?;
    let (_, address) = behind.split_once(')')?;
    address.split_whitespace().next()
}

/// A link on the page at `base`.
fn joined(base: &str, href: &str) -> Option<String> {
    let (scheme, rest) = base.split_once("://")?;
    let rest = rest.split(['?', '#']).next().unwrap_or(rest);
    let (host, path) = rest.split_at_checked(rest.find('/').unwrap_or(rest.len()))?;
    if href.starts_with('?') {
        return Some(format!("{scheme}://{host}{path}{href}"));
    }
    let mut folders: Vec<&str> = if href.starts_with('/') { Vec::new() } else { path.split('/').skip(1).collect() };
    // What stands behind the last stroke is the page itself.
    folders.pop();
    let (way, tail) = href.split_at_checked(href.find(['?', '#']).unwrap_or(href.len()))?;
    let ends_folder = way.ends_with('/') || way.ends_with("/.") || matches!(way, "." | "..") || way.ends_with("/..");
    for step in way.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(folders.pop()),
            step => folders.push(step),
        }
    }
    let end = if ends_folder && !folders.is_empty() { "/" } else { "" };
    Some(format!("{scheme}://{host}/{}{end}{tail}", folders.join("/")))
}

fn is_absolute(address: &str) -> bool {
    let lower = address.get(..8).unwrap_or(address).to_ascii_lowercase();
    lower.starts_with("http://") || lower.starts_with("https://")
}

fn is_mail(address: &str) -> bool {
    address.get(..7).is_some_and(|start| start.eq_ignore_ascii_case("mailto:"))
}

#[cfg(test)]
mod tests {
    use super::Base;

    #[test]
    fn links_lead_where_they_lead_on_the_page() {
        let base = Base(Some("https://www.x.gov.cn/zwgk/2024/t1.html?a=1".to_owned()));
        for (href, expected) in [
            ("../nb/t2.html", Some("https://www.x.gov.cn/zwgk/nb/t2.html")),
            ("./t3.html#x", Some("https://www.x.gov.cn/zwgk/2024/t3.html#x")),
            ("/a/b", Some("https://www.x.gov.cn/a/b")),
            ("../../../..", Some("https://www.x.gov.cn/")),
            ("?page=2", Some("https://www.x.gov.cn/zwgk/2024/t1.html?page=2")),
            ("//y.gov.cn/1", Some("https://y.gov.cn/1")),
            ("http://z.cn/", Some("http://z.cn/")),
            ("javascript:void(0)", None),
            ("#top", None),
            ("", None),
        ] {
            assert_eq!(base.resolve(href).as_deref(), expected, "{href}");
        }
        assert_eq!(Base::default().resolve("a/b.html").as_deref(), Some("a/b.html"));
        assert_eq!(Base(Some("https://x.cn".to_owned())).resolve("a").as_deref(), Some("https://x.cn/a"));
    }
}
