//! Which templates a page can hang on, found in their texts: what a template might use counts as used.

use std::collections::{BTreeMap, BTreeSet};

/// For each template those that it can use, directly or through others, and itself. `sources` are the texts by their names.
pub(super) fn uses(sources: &BTreeMap<String, String>) -> BTreeMap<String, BTreeSet<String>> {
    let defined: BTreeMap<&str, &str> = sources
        .iter()
        .flat_map(|(name, text)| definitions(text).map(move |component| (component, name.as_str())))
        .collect();
    let direct: BTreeMap<&str, BTreeSet<&str>> =
        sources.iter().map(|(name, text)| (name.as_str(), directly(text, sources, &defined))).collect();
    sources.keys().map(|name| (name.clone(), closure(name, &direct))).collect()
}

/// The templates that a text names, and those that define a component which it may call.
fn directly<'s>(
    text: &str,
    sources: &'s BTreeMap<String, String>,
    defined: &BTreeMap<&str, &'s str>,
) -> BTreeSet<&'s str> {
    // A name may be written with escapes.
    if text.contains('\\') {
        return sources.keys().map(String::as_str).collect();
    }
    let named = sources.keys().map(String::as_str).filter(|name| text.contains(name));
    named.chain(words_after(text, "<").filter_map(|word| defined.get(word).copied())).collect()
}

/// The components that a text defines.
fn definitions(text: &str) -> impl Iterator<Item = &str> {
    words_after(text, "component")
}

/// The words that stand behind `mark`, with or without space between.
fn words_after<'t>(text: &'t str, mark: &'static str) -> impl Iterator<Item = &'t str> {
    text.split(mark).skip(1).filter_map(|rest| {
        let rest = rest.trim_start();
        let end = rest.find(|letter: char| !letter.is_alphanumeric() && letter != '_').unwrap_or(rest.len());
        rest.get(..end).filter(|word| !word.is_empty())
    })
}

/// Everything that can be reached from a template.
fn closure(name: &str, direct: &BTreeMap<&str, BTreeSet<&str>>) -> BTreeSet<String> {
    let (mut reached, mut open) = (BTreeSet::from([name.to_owned()]), vec![name]);
    while let Some(next) = open.pop() {
        for used in direct.get(next).into_iter().flatten() {
            if reached.insert((*used).to_owned()) {
                open.push(used);
            }
        }
    }
    reached
}

#[cfg(test)]
mod tests {
    use super::*;

    fn used(files: &[(&str, &str)], of: &str) -> Vec<String> {
        let sources = files.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
        uses(&sources)[of].iter().cloned().collect()
    }

    #[test]
    fn what_is_extended_included_or_called_is_used_and_what_these_use() {
        let files = [
            ("base.html", "{% block main %}{% endblock %}"),
            ("charts.html", "{%- component bar(length) %}{% include \"part.html\" %}{%- endcomponent bar -%}"),
            ("other.html", "{% component  meta(a) %}{% endcomponent meta %}"),
            ("part.html", "年"),
            ("year.html", "{% extends \"base.html\" %}{{ < bar length={1} /> }}"),
            ("city.html", "{% extends 'base.html' %}"),
            ("odd.html", "{% include \"p\\u0061rt.html\" %}"),
        ];
        assert_eq!(used(&files, "year.html"), ["base.html", "charts.html", "part.html", "year.html"]);
        assert_eq!(used(&files, "city.html"), ["base.html", "city.html"]);
        assert_eq!(used(&files, "odd.html").len(), files.len());
    }
}
