//! A new name of an agency. Earlier reports keep the one that they had.

use nianbao_loader::edit::{Change, KeyPath, Value, WrittenValue};
use nianbao_loader::keys::agency::{FORMER_NAME, FORMER_NAMES, FORMER_UNTIL, NAME};

use super::cells::single_line;
use super::refused::Refused;
use super::written_values::{WrittenValues, items};

/// The first year of reports, which the regulations of 2007 ask for.
const FIRST_YEAR: i16 = 2008;

/// A new name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Renaming {
    name: String,
    /// The year of the first report that it stands on; nothing where the old one was no name.
    since: Option<i16>,
}

impl Renaming {
    /// The name as it was typed.
    pub(super) fn typed(name: &str, since: Option<i16>) -> Result<Self, Refused> {
        let name = single_line(name);
        if name.is_empty() {
            return Err(Refused("新的名称还没有写。".to_owned()));
        }
        if let Some(year) = since.filter(|year| !(FIRST_YEAR + 1..=9999).contains(year)) {
            return Err(Refused(format!("年度应为四位数字，如 2025，这里是 {year}。")));
        }
        Ok(Self { name, since })
    }

    /// What is to be changed in agency.yaml, which says `values`.
    pub(super) fn changes(&self, values: &[WrittenValue]) -> Result<Vec<Change>, Refused> {
        let known = WrittenValues::new(values);
        let old = known.text(&KeyPath::of([NAME.key])).unwrap_or_default().trim();
        if old == self.name {
            return Err(Refused(format!("现在的名称就是“{old}”，没有改。")));
        }
        let set = Change::set(KeyPath::of([NAME.key]), Value::text(&self.name));
        let Some(since) = self.since.filter(|_| !old.is_empty()) else { return Ok(vec![set]) };
        let list = KeyPath::of([FORMER_NAMES.key]);
        let count = items(values, FORMER_NAMES.key);
        let until = since.saturating_sub(1);
        for index in 0..count {
            let text = |key| known.text(&list.clone().item(index).key(key)).unwrap_or_default();
            if text(FORMER_UNTIL.key).trim().parse::<i16>().is_ok_and(|year| year >= until) {
                return Err(Refused(format!(
                    "原来的名称“{}”用到 {} 年度的报告，新的名称要从更晚的年度起用。",
                    text(FORMER_NAME.key),
                    text(FORMER_UNTIL.key)
                )));
            }
        }
        let entry = Value::group([(FORMER_NAME.key, old.to_owned()), (FORMER_UNTIL.key, until.to_string())]);
        Ok(vec![set, Change::insert(list.item(count), entry)])
    }
}

#[cfg(test)]
mod tests {
    use nianbao_loader::edit::{edited, written};
    use nianbao_loader::keys::Document;

    use super::*;

    fn edit(text: &str, name: &str, since: Option<i16>) -> Result<String, Refused> {
        let values = written(text, Document::Agency).expect("can be read");
        let changes = Renaming::typed(name, since)?.changes(&values)?;
        Ok(edited(text, Document::Agency, &changes).expect("can be edited"))
    }

    #[test]
    fn the_old_name_stays_with_the_years_that_had_it() {
        let text = "名称: 市信息办 # 全称\n简称: 信息办\n";
        let new = edit(text, " 市大数据局 ", Some(2024)).expect("renamed");
        assert!(new.starts_with("名称: 市大数据局 # 全称\n"), "{new}");
        assert!(new.contains("市信息办") && new.contains("至: 2023"), "{new}");
        let again = edit(&new, "市数据局", Some(2025)).expect("renamed");
        assert!(again.contains("市信息办") && again.contains("市大数据局") && again.contains("至: 2024"), "{again}");
        assert!(edit(&new, "市数据局", Some(2024)).is_err_and(|Refused(why)| why.contains("“市信息办”用到 2023")));
        assert_eq!(edit(text, "市信息办公室", None).ok(), Some(text.replace("市信息办 #", "市信息办公室 #")));
        for (name, since) in [("", None), ("市信息办", Some(2024)), ("甲局", Some(24)), ("甲局", Some(-1))] {
            assert!(edit(text, name, since).is_err(), "{name}");
        }
    }
}
