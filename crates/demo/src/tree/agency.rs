//! An agency, and how each kind of it is made.

use super::bureaus::{Bureau, Scale};
use super::places::{CITY, Place};

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

    /// Where its files stand in the workspace, with a `/` at the end.
    pub(crate) fn content_folder(&self) -> String {
        let steps = self.path.split('/').filter(|step| !step.is_empty());
        let steps: Vec<[&str; 3]> = steps.map(|step| ["agencies/", step, "/"]).collect();
        "content/".to_owned() + &steps.concat().concat()
    }
}

/// The city itself, from which all others differ.
pub(super) fn city() -> Agency {
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

/// The government of a county.
pub(super) fn government(place: &Place, county: &str, district: bool) -> Agency {
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

/// A department of the government of a place, short in its short name.
pub(super) fn department(
    bureau: &'static Bureau,
    category: &'static str,
    place: &str,
    short: &str,
    scale: Scale,
) -> Agency {
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
pub(super) fn branch(agency: Agency, bureau: &Bureau, place: &str) -> Agency {
    let short_name = format!("{}{place}分局", bureau.name);
    Agency { name: format!("{CITY}{short_name}"), short_name, ..agency }
}

/// A town or a street.
pub(super) fn town(place: &Place, county: &str, district: bool, number: usize) -> Agency {
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
pub(super) fn small(scale: Scale) -> Scale {
    Scale {
        requests: scale.requests / 4 + 4,
        documents: scale.documents / 4,
        permits: scale.permits / 6,
        penalties: scale.penalties / 5,
        measures: scale.measures / 6,
        fees: scale.fees / 12,
    }
}
