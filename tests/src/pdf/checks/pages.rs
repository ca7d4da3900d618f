//! Pages: their labels, their numbers in print, and the order in which the keyboard goes through them.

use lopdf::Dictionary;

use super::super::Tagged;
use super::super::content::Painted;
use super::super::reach::{dictionary, dictionary_of, elements, name, number, text};
use super::wrong;

pub(super) fn check(tagged: &Tagged) -> Vec<String> {
    let labels = labels(tagged);
    let mut faults = Vec::new();
    let mut printed = 0;
    for (at, (id, painted)) in tagged.pages.iter().enumerate() {
        let (page, label) = (at + 1, labels.get(at).cloned().unwrap_or_default());
        match number_of(painted) {
            Some(number) => {
                faults.extend(wrong(number != printed + 1, format!("the number {number} follows {printed}")));
                faults.extend(wrong(label != number.to_string(), format!("page {number} is labelled {label:?}")));
                printed = number;
            }
            // A cover has none, nor its back.
            None => faults.extend(wrong(printed > 0 || page > 2, format!("page {page} has no number at its foot"))),
        }
        let tabs = dictionary_of(tagged.document, *id).and_then(|page| name(tagged.document, page, "Tabs"));
        faults.extend(wrong(
            tabs.as_deref() != Some("S"),
            format!("the tab key does not follow the tags on page {page}"),
        ));
    }
    faults.extend(wrong(printed == 0, "no page has a number"));
    faults
}

/// The number that a page prints at its foot: `— 1 —`.
fn number_of(painted: &Painted) -> Option<usize> {
    let mut feet = painted.artifacts.iter().filter(|(kind, _)| kind == "Footer").map(|(_, text)| text.replace(' ', ""));
    feet.find_map(|foot| foot.strip_prefix('—')?.strip_suffix('—')?.parse().ok())
}

/// What a viewer calls each page.
fn labels(tagged: &Tagged) -> Vec<String> {
    let document = tagged.document;
    let tree = document.catalog().ok().and_then(|catalog| dictionary(document, catalog, "PageLabels"));
    let Some(tree) = tree else { return Vec::new() };
    let pairs = elements(document, tree, "Nums");
    let ranges = pairs.chunks(2).filter_map(|pair| {
        let range = document.dereference(pair.get(1)?).ok()?.1.as_dict().ok()?;
        Some((usize::try_from(pair[0].as_i64().ok()?).ok()?, range))
    });
    let ranges: Vec<(usize, &Dictionary)> = ranges.collect();
    let label = |page: usize| {
        let Some((start, range)) = ranges.iter().rev().find(|(start, _)| *start <= page) else { return String::new() };
        let prefix = text(document, range, "P").unwrap_or_default();
        let first = number(document, range, "St").unwrap_or(1);
        match name(document, range, "S").as_deref() {
            Some("D") => format!("{prefix}{}", first + i64::try_from(page - start).unwrap_or_default()),
            _ => prefix,
        }
    };
    (0..tagged.pages.len()).map(label).collect()
}
