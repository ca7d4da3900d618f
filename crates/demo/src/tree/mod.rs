//! The administrative tree: the city, its departments, its counties with theirs, streets and towns.

mod bureaus;
mod places;

use bureaus::{AFFILIATED, BRANCHES, Bureau, DEPARTMENTS, Scale};
use places::{CITY, Place};

/// Agencies of a county, more or less.
const COUNTY_SIZE: usize = 41;
/// Of ten agencies of a county so many are departments.
const DEPARTMENTS_IN_TEN: usize = 6;
/// The departments that a district has as branches of the city's.
const AS_BRANCHES: [&str; 3] = ["gaj", "zrzyj", "sthjj"];

/// What towns and streets inform about.
const LOCAL_TOPICS: [&str; 12] = [
    "惠民资金发放",
    "村（社区）换届",
    "最低生活保障",
    "农村危房改造",
    "征地补偿安置",
    "环境卫生整治",
    "防汛防台",
    "计划生育奖扶",
    "残疾人补贴",
    "集体“三资”管理",
    "退役军人服务",
    "城乡居民参保",
];
/// What governments inform about.
const GENERAL_TOPICS: [&str; 12] = [
    "重大行政决策",
    "民生实事项目",
    "财政预决算",
    "稳岗就业",
    "义务教育",
    "优化营商环境",
    "城市更新",
    "乡村振兴",
    "生态环境保护",
    "安全生产",
    "医疗卫生",
    "养老托育",
];

/// What kind of agency it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    City,
    County,
    Department,
    Town,
}

/// An agency that owes reports.
#[derive(Debug)]
pub(crate) struct Agency {
    /// Its folder below `content/`, empty for the city.
    pub(crate) path: String,
    pub(crate) folder: String,
    pub(crate) name: String,
    pub(crate) short_name: String,
    pub(crate) category: &'static str,
    pub(crate) order: usize,
    pub(crate) kind: Kind,
    /// How it calls itself: 我局.
    pub(crate) own: &'static str,
    /// Its figures in an ordinary year, without those below it.
    pub(crate) scale: Scale,
    pub(crate) topics: &'static [&'static str],
    /// The place of the government above it in the list.
    pub(crate) above: Option<usize>,
}

impl Agency {
    /// Whether its tables hold those of all below it.
    pub(crate) fn is_government(&self) -> bool {
        matches!(self.kind, Kind::City | Kind::County)
    }
}

/// So many agencies, each behind the one above it, in the official order.
pub(crate) fn agencies(count: usize) -> Vec<Agency> {
    let mut tree = Tree { agencies: vec![city()] };
    let own = [("市政府工作部门", &DEPARTMENTS[..]), ("市政府直属机构", &AFFILIATED), ("市政府派出机构", &BRANCHES)];
    let departments = own.into_iter().flat_map(|(category, bureaus)| bureaus.iter().map(move |one| (category, one)));
    for (category, bureau) in departments.take(count.saturating_sub(1)) {
        tree.add(0, department(bureau, category, CITY, "市", bureau.scale));
    }
    let rest = count - tree.agencies.len();
    let counties = rest.div_ceil(COUNTY_SIZE);
    let mut places = places::counties().into_iter();
    let mut towns = places::towns().into_iter().cycle();
    for number in 0..counties {
        // What cannot be divided goes to the first ones.
        let size = rest / counties + usize::from(number < rest % counties);
        if let Some(place) = places.next() {
            tree.add_county(&place, number % 3 != 2, size, &mut towns);
        }
    }
    tree.agencies
}

/// How many agencies there can be.
pub(crate) fn most() -> usize {
    1 + DEPARTMENTS.len() + AFFILIATED.len() + BRANCHES.len() + places::counties().len() * COUNTY_SIZE
}

struct Tree {
    agencies: Vec<Agency>,
}

impl Tree {
    /// Puts an agency below another.
    fn add(&mut self, above: usize, agency: Agency) -> usize {
        let parent = &self.agencies[above].path;
        let path = if parent.is_empty() { agency.folder.clone() } else { format!("{parent}/{}", agency.folder) };
        let order = 1 + self.agencies.iter().filter(|other| other.above == Some(above)).count();
        self.agencies.push(Agency { path, order, above: Some(above), ..agency });
        self.agencies.len() - 1
    }

    fn add_county(&mut self, place: &Place, district: bool, size: usize, towns: &mut impl Iterator<Item = Place>) {
        let county = format!("{}{}", place.name, if district { "区" } else { "县" });
        let above = self.add(0, government(place, &county, district));
        let category = if district { "区政府工作部门" } else { "县政府工作部门" };
        let bureaus = DEPARTMENTS.iter().chain(&AFFILIATED).filter(|bureau| bureau.in_counties);
        let departments = size.saturating_sub(1) * DEPARTMENTS_IN_TEN / 10;
        for bureau in bureaus.take(departments) {
            let name = format!("{CITY}{county}");
            let agency = department(bureau, category, &name, &county, small(bureau.scale));
            let as_branch = district && AS_BRANCHES.contains(&bureau.folder);
            self.add(above, if as_branch { branch(agency, bureau, &place.name) } else { agency });
        }
        let added = self.agencies.len() - above;
        for (number, place) in (added..size).zip(towns) {
            self.add(above, town(&place, &county, district, number));
        }
    }
}

fn city() -> Agency {
    Agency {
        path: String::new(),
        folder: "zfb".to_owned(),
        name: format!("{CITY}人民政府"),
        short_name: "市政府".to_owned(),
        category: "市人民政府",
        order: 1,
        kind: Kind::City,
        own: "全市",
        scale: Scale { requests: 1900, documents: 140, permits: 0, penalties: 0, measures: 0, fees: 0 },
        topics: &GENERAL_TOPICS,
        above: None,
    }
}

fn government(place: &Place, county: &str, district: bool) -> Agency {
    Agency {
        folder: place.folder.clone(),
        name: format!("{CITY}{county}人民政府"),
        short_name: format!("{county}政府"),
        category: "区（县）人民政府",
        kind: Kind::County,
        own: if district { "全区" } else { "全县" },
        scale: Scale { requests: 320, documents: 46, permits: 0, penalties: 0, measures: 0, fees: 0 },
        ..city()
    }
}

fn department(bureau: &'static Bureau, category: &'static str, place: &str, short: &str, scale: Scale) -> Agency {
    Agency {
        folder: bureau.folder.to_owned(),
        name: format!("{place}{}", bureau.name),
        short_name: format!("{short}{}", bureau.name),
        category,
        kind: Kind::Department,
        own: bureau.own,
        scale,
        topics: &bureau.topics,
        ..city()
    }
}

/// 云澜市公安局鹭汀分局.
fn branch(agency: Agency, bureau: &Bureau, place: &str) -> Agency {
    let short_name = format!("{}{place}分局", bureau.name);
    Agency { name: format!("{CITY}{short_name}"), short_name, ..agency }
}

fn town(place: &Place, county: &str, district: bool, number: usize) -> Agency {
    let (ending, category, own) = match (district, number % 4) {
        (true, 1..) => ("街道办事处", "街道办事处", "我街道"),
        (false, 3) => ("乡人民政府", "乡镇人民政府", "我乡"),
        _ => ("镇人民政府", "乡镇人民政府", "我镇"),
    };
    Agency {
        folder: place.folder.clone(),
        name: format!("{CITY}{county}{}{ending}", place.name),
        short_name: format!("{}{ending}", place.name),
        category,
        kind: Kind::Town,
        own,
        scale: Scale { requests: 18, documents: 0, permits: 60, penalties: 14, measures: 2, fees: 0 },
        topics: &LOCAL_TOPICS,
        ..city()
    }
}

/// What a county's department does, against the city's.
fn small(scale: Scale) -> Scale {
    Scale {
        requests: scale.requests / 4 + 4,
        documents: scale.documents / 4,
        permits: scale.permits / 6,
        penalties: scale.penalties / 5,
        measures: scale.measures / 6,
        fees: scale.fees / 12,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn there_are_as_many_agencies_as_asked_for_each_in_its_own_folder() {
        for count in [1, 2, 39, 40, 60, 334, 1000, most()] {
            let agencies = agencies(count);
            let paths: BTreeSet<&str> = agencies.iter().map(|agency| agency.path.as_str()).collect();
            assert_eq!((agencies.len(), paths.len()), (count, count));
        }
    }
}
