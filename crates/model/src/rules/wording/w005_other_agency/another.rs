//! Whether a name is that of another body than the agency of a report.

use super::names::{ENDINGS, ends_as_agency};
use crate::rules::support::places::{PLACES, begins_with_place, ends_with_place};

/// What is left out where the office of an agency stands for the agency.
const OFFICES: [&str; 3] = ["政务公开办公室", "办公室", "办公厅"];

/// What begins a word for the agency itself.
const ITSELF: [char; 4] = ['本', '我', '该', '各'];

/// Whether `name` is that of an agency other than the one called `own`, by whichever of its `known` names.
pub(super) fn is_another<'n>(name: &str, mut known: impl Iterator<Item = &'n str>) -> bool {
    let name = folded(name);
    let agency = without_office(&name);
    ends_as_agency(agency)
        && agency.chars().count() > 2
        && !name.starts_with(ITSELF)
        && !known.any(|known| is_same(agency, &folded(known)))
}

/// Whether `name` is that of a place which an agency with these `known` names is not of; where they name no place, nobody knows.
pub(super) fn is_elsewhere<'n>(name: &str, known: impl Iterator<Item = &'n str>) -> bool {
    let placed: Vec<&str> = known.filter(|known| begins_with_place(known)).collect();
    let bare = name.split_once('省').map_or(name, |(_, rest)| rest);
    let inner = bare.split_once('市').map_or(bare, |(_, rest)| rest);
    let parts = [name, bare, inner];
    let of_place = |known: &&str| parts.iter().any(|part| !part.is_empty() && is_shortened(part, known));
    name.ends_with(PLACES)
        && name.chars().count() > 2
        && !name.starts_with(ITSELF)
        && !placed.is_empty()
        && !placed.iter().any(of_place)
}

/// Whether a government may be meant that stands above the agency called `own`: 海州市人民政府 above 海州市财政局.
pub(super) fn is_above(name: &str, own: &str) -> bool {
    let name = without_office(name);
    let place = name.strip_suffix("人民政府").or_else(|| name.strip_suffix("政府"));
    place.is_some_and(|place| !place.is_empty() && own.starts_with(place))
}

/// Whether a government is called so: whichever of its departments is in charge may compile its report.
pub(super) fn is_government(own: &str) -> bool {
    without_office(own).ends_with("政府")
}

fn is_same(agency: &str, known: &str) -> bool {
    is_shortened(agency, known) || is_shortened(without_office(known), agency)
}

/// One spelling of what is written in two ways.
fn folded(name: &str) -> String {
    name.replace("管理委员会", "管委会")
}

fn without_office(name: &str) -> &str {
    OFFICES.iter().find_map(|office| name.strip_suffix(office)).unwrap_or(name)
}

/// Whether `short` is `long` with characters left out: `市投促局` of `海州市投资促进局`. What is left out is no place within it, nor a
/// body below: 海州市教育局 is neither 海州市新浦区教育局 nor 海州市教育局考试中心.
fn is_shortened(short: &str, long: &str) -> bool {
    let mut rest = long.chars();
    let mut before = None;
    for character in short.chars() {
        let mut skipped = String::new();
        loop {
            match rest.next() {
                Some(other) if other == character => break,
                Some(other) => skipped.push(other),
                None => return false,
            }
        }
        if before.is_some_and(|before| is_place(before, &skipped)) {
            return false;
        }
        before = Some(character);
    }
    let tail = rest.as_str();
    !(ends_as_agency(short) && ENDINGS.iter().any(|ending| tail.ends_with(ending) && tail != *ending))
}

/// Whether what is left out behind `before` names a place: 新浦区 behind 海州市, 市新浦区 behind 海州.
fn is_place(before: char, skipped: &str) -> bool {
    skipped.chars().count() > 1 && ends_with_place(skipped) && (PLACES.contains(&before) || skipped.starts_with(PLACES))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn another(name: &str, own: &str) -> bool {
        is_another(name, [own].into_iter())
    }

    #[test]
    fn an_agency_has_many_names() {
        for name in ["海州市投资促进局", "市投促局", "投资促进局办公室", "本局", "局办公室", "海州市"]
        {
            assert!(!another(name, "海州市投资促进局"), "{name}");
        }
        for (name, own) in [
            ("海州市政府办公室", "海州市人民政府"),
            ("江苏省海州市财政局", "海州市财政局"),
            ("温州鹿城区教育局", "温州市鹿城区教育局"),
            ("鹿城区教育局", "温州市鹿城区教育局"),
            ("海州区人民政府新海街道办事处", "海州区新海街道办事处"),
            ("平潭综合实验区党工委管委会", "平潭综合实验区管理委员会"),
            ("海州市住建局", "海州市住房和城乡建设局"),
            ("海州市建设局", "海州市城乡建设局"),
            ("海州市场监督管理局", "海州市市场监督管理局"),
            ("海州区城管局", "海州区城市管理局"),
            ("海州市卫生健康委", "海州市卫生健康委员会"),
            ("海州市政府办", "海州市人民政府办公室"),
            ("海州高新区管委会", "海州市高新技术产业开发区管理委员会"),
        ] {
            assert!(!another(name, own), "{name} {own}");
        }
    }

    #[test]
    fn others_have_other_names() {
        for (name, own) in [
            ("海州市财政局", "海州市投资促进局"),
            ("新浦区人民政府", "海州市人民政府"),
            ("海州市新浦区人民政府", "海州市人民政府"),
            ("海州市教育局", "海州市新浦区教育局"),
            ("温州教育局", "温州市鹿城区教育局"),
            ("海州市新浦区教育局", "海州市教育局"),
            ("海州区人民政府", "海州区新海镇人民政府"),
            ("海州市教育局考试中心", "海州市教育局"),
            ("海州市人民政府国有资产监督管理委员会", "海州市人民政府"),
        ] {
            assert!(another(name, own), "{name} {own}");
        }
    }

    #[test]
    fn a_place_is_that_of_an_agency_or_another() {
        let elsewhere = |name: &str, own: &str| is_elsewhere(name, [own].into_iter());
        for (name, own) in [
            ("海州市", "海州市财政局"),
            ("江苏省海州市", "海州市财政局"),
            ("海州市新浦区", "新浦区人民政府"),
            ("海州市", "海州市新浦区财政局"),
            ("海州市", "财政局"),
            ("海州市", "市场监督管理局"),
            ("本市", "海州市财政局"),
        ] {
            assert!(!elsewhere(name, own), "{name} {own}");
        }
        assert!(elsewhere("新浦区", "海州市财政局") && elsewhere("平潭综合实验区", "海州市人民政府"));
    }

    #[test]
    fn a_government_may_stand_above() {
        assert!(is_above("海州市人民政府办公室", "海州市财政局") && is_above("海州市政府", "海州市新浦区财政局"));
        assert!(!is_above("新浦区人民政府", "海州市财政局") && !is_above("市政府", "海州市财政局"));
    }
}
