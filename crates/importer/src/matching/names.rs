//! What agencies are called: by their full, former and short names, and those names without the city before them.

use nianbao_model::width::half_width;
use nianbao_model::{Agency, AgencyId};

/// How well a name tells an agency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    /// It is made from another name by leaving out the place.
    Derived,
    /// The folder.
    Folder,
    /// The short name.
    Short,
    /// A full name of former times.
    Former,
    /// The full name.
    Full,
}

/// A name of an agency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Name {
    /// The number of the agency.
    pub(super) agency: usize,
    pub(super) text: String,
    pub(super) rank: Rank,
    /// The last year under a former name.
    pub(super) until: Option<i16>,
}

/// A name as it is compared: without white space and brackets, letters small and in half width.
pub(super) fn folded(name: &str) -> String {
    let half = name.chars().filter(|c| !c.is_whitespace()).map(half_width);
    half.filter(|c| !matches!(c, '(' | ')' | '“' | '”' | '·')).flat_map(char::to_lowercase).collect()
}

/// All names of `agencies`.
pub(super) fn of(agencies: &[&Agency]) -> Vec<Name> {
    let root = agencies.iter().find(|agency| agency.id == AgencyId::root());
    let city = root.map(|root| place(&root.name.value)).unwrap_or_default();
    let mut names = Vec::new();
    for (at, agency) in agencies.iter().enumerate() {
        let mut add = |text: &str, rank, until| {
            let text = folded(text);
            let is_new = !names.iter().rev().take_while(|name: &&Name| name.agency == at).any(|name| name.text == text);
            if text.chars().count() >= 2 && is_new {
                names.push(Name { agency: at, text, rank, until });
            }
        };
        add(&agency.name.value, Rank::Full, None);
        for former in &agency.former_names {
            add(&former.name.value, Rank::Former, Some(former.until));
        }
        if let Some(short) = &agency.short_name {
            add(short, Rank::Short, None);
        }
        add(agency.id.as_str().trim_matches('/'), Rank::Folder, None);
        let full: Vec<(String, Option<i16>)> = std::iter::once((agency.name.value.clone(), None))
            .chain(agency.former_names.iter().map(|former| (former.name.value.clone(), Some(former.until))))
            .chain(agency.short_name.clone().map(|short| (short, None)))
            .collect();
        for (name, until) in full {
            for derived in derived(&name, &city) {
                add(&derived, Rank::Derived, until);
            }
        }
        if let Some(folder) = agency.id.as_str().rsplit('/').next() {
            add(folder, Rank::Derived, None);
        }
    }
    names
}

/// The names that `name` becomes when the city before it, or parts of that, are left out.
fn derived(name: &str, city: &str) -> Vec<String> {
    let mut derived = Vec::new();
    let rest = name.strip_prefix(city).filter(|rest| !city.is_empty() && !rest.is_empty());
    if let Some(rest) = rest {
        let unit: String = city.chars().last().into_iter().collect();
        derived.extend([rest.to_owned(), format!("{unit}{rest}")]);
        // 温州教育局
        derived.extend(
            city.strip_suffix(&unit).filter(|stem| stem.chars().count() >= 2).map(|stem| format!("{stem}{rest}")),
        );
        if rest == "人民政府" {
            derived.extend([city.to_owned(), format!("{city}政府"), format!("{unit}政府"), format!("{unit}人民政府")]);
        }
    } else if let Some(rest) = name.strip_prefix(['市', '区', '县']).filter(|rest| rest.chars().count() >= 2) {
        derived.push(rest.to_owned());
    }
    // 洪泽区人民政府 of 淮安市洪泽区人民政府; 鹿城区教育局 of 温州市鹿城区教育局.
    let inner = rest.unwrap_or(name);
    let behind_city = name
        .split_once('市')
        .map(|(_, rest)| rest)
        .filter(|rest| rest.contains(['区', '县', '旗']) && !city.ends_with('区'));
    for inner in [Some(inner), behind_city].into_iter().flatten() {
        derived.push(inner.to_owned());
        if let Some(place) = inner.strip_suffix("人民政府").filter(|place| place.chars().count() >= 2) {
            derived.extend([place.to_owned(), format!("{place}政府")]);
        }
        if let Some(place) = inner.strip_suffix("管理委员会") {
            derived.extend([place.to_owned(), format!("{place}管委会")]);
        }
        if let Some(place) = inner.strip_suffix("管委会").filter(|place| place.chars().count() >= 2) {
            derived.extend([place.to_owned(), format!("{place}管理委员会")]);
        }
        if let Some(stem) = inner.strip_suffix("委员会") {
            derived.push(format!("{stem}委"));
        }
        if let Some(stem) = inner.strip_suffix("办事处") {
            derived.push(stem.to_owned());
        }
        if let Some(stem) = inner.strip_suffix("办公室") {
            derived.push(format!("{stem}办"));
        }
    }
    derived
}

/// The place that a government governs.
pub(super) fn place(name: &str) -> String {
    let ends = ["人民政府", "管理委员会", "管委会", "政府"];
    ends.iter().find_map(|end| name.strip_suffix(end)).unwrap_or("").to_owned()
}
