//! Headings of the form that group others but have no key in report.yaml.

use super::{Content, Form, Item};

/// A heading without a key: what stands below it is written where it would stand itself.
#[derive(Debug, PartialEq, Eq)]
pub struct Unkeyed {
    /// The heading without its number.
    pub label: &'static str,
    /// The first key beside it, if there is any.
    pub beside: Option<&'static str>,
    /// The keys below it, totals left out.
    pub below: Vec<&'static str>,
}

impl Form {
    /// The heading without a key that `word` is, with or without its number: `三、本年度办理结果`.
    pub fn unkeyed(&self, word: &str) -> Option<Unkeyed> {
        let blocks = self.tables.iter().flat_map(|table| &table.blocks);
        blocks.flat_map(|block| [block.rows.items, block.columns.items]).find_map(|items| find(items, word))
    }
}

fn find(items: &'static [Item], word: &str) -> Option<Unkeyed> {
    items.iter().find_map(|item| {
        let Content::Group(inner) = item.content else { return None };
        let label = without_number(item.label);
        if item.key.is_some() || label.is_empty() || label != without_number(word) {
            return find(inner, word);
        }
        let beside = items.iter().filter(|other| other.content != Content::Total).find_map(|other| other.key);
        let mut below = Vec::new();
        keys(inner, &mut below);
        Some(Unkeyed { label, beside, below })
    })
}

fn keys(items: &'static [Item], found: &mut Vec<&'static str>) {
    for item in items {
        match (item.key, item.content) {
            (None, Content::Group(inner)) => keys(inner, found),
            (_, Content::Total) => {}
            (key, _) => found.extend(key),
        }
    }
}

/// `本年度办理结果` of `三、本年度办理结果`.
fn without_number(label: &str) -> &str {
    label.split_once('、').filter(|(number, _)| number.chars().count() <= 2).map_or(label, |(_, rest)| rest)
}

#[cfg(test)]
mod tests {
    use super::Form;

    #[test]
    fn headings_without_a_key_are_known_with_what_stands_below() {
        let organisations = Form::latest().unkeyed("法人或其他组织").expect("a heading");
        assert_eq!((organisations.beside, organisations.below.len()), (Some("自然人"), 5));
        let results = Form::latest().unkeyed("三、本年度办理结果").expect("a heading");
        assert_eq!((results.label, results.beside, results.below[0]), ("本年度办理结果", Some("本年新收"), "予以公开"));
        assert_eq!(Form::latest().unkeyed("本年度办理结果"), Some(results));
        let applicants = Form::latest().unkeyed("申请人情况").expect("a heading");
        assert_eq!((applicants.beside, applicants.below.len()), (None, 6));
        assert_eq!(Form::latest().unkeyed("自然人"), None);
        assert_eq!(Form::latest().unkeyed(""), None);
    }
}
