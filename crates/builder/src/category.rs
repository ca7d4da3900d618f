//! Agencies by their 类别.

use nianbao_model::Agency;

/// What agencies without 类别 are listed under, where others have one.
pub(crate) const WITHOUT_CATEGORY: &str = "其他机关";

/// Every 类别 of `agencies`, in the order in which agencies first have it.
pub(crate) fn categories<'a>(agencies: impl IntoIterator<Item = &'a Agency>) -> Vec<String> {
    let named = agencies.into_iter().filter_map(|agency| agency.category.as_ref());
    grouped(named, |category| (*category).clone()).into_iter().map(|(category, _)| category).collect()
}

/// Agencies under their 类别, in the order in which the categories first turn up; those without come last, under
/// `所属机关` where no agency has one.
pub(crate) fn by_category(agencies: &[Agency]) -> Vec<(String, Vec<&Agency>)> {
    let (named, others): (Vec<&Agency>, Vec<&Agency>) = agencies.iter().partition(|agency| agency.category.is_some());
    let mut groups = grouped(named, |agency| agency.category.clone().unwrap_or_default());
    if !others.is_empty() {
        let title = if groups.is_empty() { "所属机关" } else { WITHOUT_CATEGORY };
        groups.push((title.to_owned(), others));
    }
    groups
}

/// `items` in groups by their `key`. Groups and what is in them keep the order in which they first turn up.
pub(crate) fn grouped<T, K: PartialEq>(items: impl IntoIterator<Item = T>, key: impl Fn(&T) -> K) -> Vec<(K, Vec<T>)> {
    let mut groups: Vec<(K, Vec<T>)> = Vec::new();
    for item in items {
        let key = key(&item);
        match groups.iter_mut().find(|(known, _)| *known == key) {
            Some((_, group)) => group.push(item),
            None => groups.push((key, vec![item])),
        }
    }
    groups
}

#[cfg(test)]
mod tests {
    use nianbao_model::{AgencyId, FileId, Span, Spanned};

    use super::*;

    fn agencies(categories: &[Option<&str>]) -> Vec<Agency> {
        let name = || Spanned::new("甲局".to_owned(), Span::new(FileId(0), 0, 0));
        let agency = |category: Option<&str>| Agency {
            category: category.map(str::to_owned),
            ..Agency::new(AgencyId::root(), name())
        };
        categories.iter().copied().map(agency).collect()
    }

    #[test]
    fn categories_keep_their_order_and_agencies_without_come_last() {
        let agencies = agencies(&[None, Some("乙"), Some("甲"), Some("乙")]);
        let groups = by_category(&agencies);
        let sizes: Vec<(&str, usize)> = groups.iter().map(|(title, group)| (title.as_str(), group.len())).collect();
        assert_eq!(sizes, [("乙", 2), ("甲", 1), (WITHOUT_CATEGORY, 1)]);
        assert_eq!(categories(&agencies), ["乙", "甲"]);
    }

    #[test]
    fn without_any_category_there_is_one_group() {
        let agencies = agencies(&[None, None]);
        let titles: Vec<String> = by_category(&agencies).into_iter().map(|(title, _)| title).collect();
        assert_eq!(titles, ["所属机关"]);
    }
}
