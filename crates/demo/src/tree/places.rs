//! Names of places that are on no map, put together of characters with their sounds.

/// 云澜市.
pub(super) const CITY: &str = "云澜市";

/// What names of counties begin with.
const COUNTY_FIRST: [(&str, &str); 15] = [
    ("鹭", "lu"),
    ("枫", "feng"),
    ("芷", "zhi"),
    ("澜", "lan"),
    ("荻", "di"),
    ("晴", "qing"),
    ("岫", "xiu"),
    ("漪", "yi"),
    ("葭", "jia"),
    ("桂", "gui"),
    ("禾", "he"),
    ("砚", "yan"),
    ("棠", "tang"),
    ("苇", "wei"),
    ("筠", "yun"),
];

/// What they end with, before 区 or 县.
const COUNTY_SECOND: [(&str, &str); 8] = [
    ("汀", "ting"),
    ("渚", "zhu"),
    ("浔", "xun"),
    ("屿", "yu"),
    ("陂", "bei"),
    ("堰", "yan"),
    ("岭", "ling"),
    ("坞", "wu"),
];

/// What names of towns begin with.
const TOWN_FIRST: [(&str, &str); 40] = [
    ("柳", "liu"),
    ("石", "shi"),
    ("青", "qing"),
    ("白", "bai"),
    ("梅", "mei"),
    ("松", "song"),
    ("荷", "he"),
    ("金", "jin"),
    ("银", "yin"),
    ("竹", "zhu"),
    ("茶", "cha"),
    ("杏", "xing"),
    ("双", "shuang"),
    ("三", "san"),
    ("龙", "long"),
    ("凤", "feng"),
    ("鹿", "lu"),
    ("雁", "yan"),
    ("莲", "lian"),
    ("桃", "tao"),
    ("兰", "lan"),
    ("菱", "ling"),
    ("葵", "kui"),
    ("麦", "mai"),
    ("稻", "dao"),
    ("云", "yun"),
    ("铜", "tong"),
    ("瓷", "ci"),
    ("渔", "yu"),
    ("驿", "yi"),
    ("新", "xin"),
    ("永", "yong"),
    ("安", "an"),
    ("平", "ping"),
    ("瑞", "rui"),
    ("宁", "ning"),
    ("泰", "tai"),
    ("福", "fu"),
    ("明", "ming"),
    ("朝", "chao"),
];

/// What they end with, before 街道, 镇 or 乡.
const TOWN_SECOND: [(&str, &str); 25] = [
    ("溪", "xi"),
    ("桥", "qiao"),
    ("塘", "tang"),
    ("湾", "wan"),
    ("坪", "ping"),
    ("埠", "bu"),
    ("浦", "pu"),
    ("店", "dian"),
    ("坡", "po"),
    ("沟", "gou"),
    ("洲", "zhou"),
    ("塔", "ta"),
    ("庙", "miao"),
    ("岗", "gang"),
    ("渡", "du"),
    ("墩", "dun"),
    ("堡", "bao"),
    ("楼", "lou"),
    ("庄", "zhuang"),
    ("寨", "zhai"),
    ("井", "jing"),
    ("泉", "quan"),
    ("林", "lin"),
    ("园", "yuan"),
    ("门", "men"),
];

/// A place with its folder.
#[derive(Debug, Clone)]
pub(super) struct Place {
    pub(super) name: String,
    pub(super) folder: String,
}

/// All names of counties, no two neighbours alike.
pub(super) fn counties() -> Vec<Place> {
    all(&COUNTY_FIRST, &COUNTY_SECOND)
}

/// All names of towns.
pub(super) fn towns() -> Vec<Place> {
    all(&TOWN_FIRST, &TOWN_SECOND)
}

/// Every first with every second, in diagonals.
fn all(firsts: &[(&str, &str)], seconds: &[(&str, &str)]) -> Vec<Place> {
    let rounds = 0..seconds.len();
    let names = rounds.flat_map(|round| firsts.iter().enumerate().map(move |(at, first)| (first, at + round)));
    names
        .map(|((first, sound), at)| {
            let (second, end) = seconds[at % seconds.len()];
            Place { name: format!("{first}{second}"), folder: format!("{sound}{end}") }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_two_places_share_a_name_or_a_folder() {
        for places in [counties(), towns()] {
            let names: BTreeSet<&str> = places.iter().map(|place| place.name.as_str()).collect();
            let folders: BTreeSet<&str> = places.iter().map(|place| place.folder.as_str()).collect();
            assert_eq!((names.len(), folders.len()), (places.len(), places.len()));
        }
    }
}
