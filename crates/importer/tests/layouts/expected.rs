//! What a document says, written down by hand beside it.

use std::collections::BTreeMap;

use serde::Deserialize;

/// What a document says. What is left out is not compared; an empty text says that there is none.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Expected {
    /// What is special in it, for people.
    #[serde(default, rename = "about")]
    _about: String,
    /// The agency, as the document writes it.
    pub(crate) agency: Option<String>,
    /// The reporting year; 0 where it names none.
    pub(crate) year: Option<i16>,
    /// The first year of its form: 2019 or 2021.
    #[serde(default = "newest")]
    pub(crate) format: i16,
    /// Whether （六）其他处理 is one row; its figures stand in the row of `3.其他`, the two above are null.
    #[serde(default)]
    pub(crate) undivided: bool,
    /// The title.
    pub(crate) title: Option<String>,
    /// 发布日期.
    pub(crate) published: Option<String>,
    /// 索引号.
    pub(crate) index: Option<String>,
    /// Table 2: ten figures in the order printed.
    #[serde(default)]
    t2: Vec<Option<Figure>>,
    /// Table 2 of 格式2019 by its rows.
    #[serde(default)]
    t2_2019: BTreeMap<String, Vec<Option<Figure>>>,
    /// Table 3: 25 rows of seven figures.
    #[serde(default)]
    t3: Vec<Vec<Option<Figure>>>,
    /// Table 4: fifteen figures.
    #[serde(default)]
    t4: Vec<Option<Figure>>,
    /// Remarks beside figures by their place: `t2:4`.
    #[serde(default)]
    pub(crate) remarks: BTreeMap<String, String>,
    /// How the note under a table begins: `t4`.
    #[serde(default)]
    pub(crate) notes: BTreeMap<String, String>,
    /// Places of figures that a careful reader may leave open: `t3`, `t3:13`, `t3:13:2`, `t3:*:7`.
    #[serde(default)]
    uncertain: Vec<String>,
    /// `introduction`, `overview`, `problems`, `other`: the beginnings of what stands there, complete where no `…` ends
    /// them; `## ` before a sub-heading.
    #[serde(default)]
    pub(crate) sections: BTreeMap<String, Vec<String>>,
    /// What must not be found in the narrative.
    #[serde(default)]
    pub(crate) absent: Vec<String>,
    /// What some doubt or warning must speak of.
    #[serde(default)]
    pub(crate) doubts: Vec<String>,
    /// What the refusal says, where the file must be refused.
    pub(crate) refused: Option<String>,
}

/// A figure as written.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
enum Figure {
    Number(u64),
    Text(String),
}

/// The rows of table 2 in 格式2019.
const ROWS_2019: [&str; 8] = [
    "规章",
    "规范性文件",
    "行政许可",
    "其他对外管理服务事项",
    "行政处罚",
    "行政强制",
    "行政事业性收费",
    "政府集中采购",
];

fn newest() -> i16 {
    2021
}

impl Expected {
    /// The figures of a table in the order printed, each with its place; nothing for a blank.
    pub(crate) fn figures(&self, table: u8) -> Vec<(String, Option<String>)> {
        match table {
            2 if self.format == 2019 => {
                let rows = ROWS_2019.iter().filter_map(|row| self.t2_2019.get(*row));
                line("t2", rows.flatten())
            }
            2 => line("t2", self.t2.iter()),
            3 => {
                let rows = self.t3.iter().enumerate().filter(|(row, _)| !self.undivided || !(20..22).contains(row));
                rows.flat_map(|(row, cells)| line(&format!("t3:{}", row + 1), cells.iter())).collect()
            }
            _ => line("t4", self.t4.iter()),
        }
    }

    /// Whether the figure at `place` may be left open.
    pub(crate) fn may_be_open(&self, place: &str) -> bool {
        self.uncertain.iter().any(|pattern| {
            let mut steps = place.split(':');
            pattern.split(':').all(|part| steps.next().is_some_and(|step| part == "*" || part == step))
        })
    }
}

fn line<'a>(name: &str, cells: impl Iterator<Item = &'a Option<Figure>>) -> Vec<(String, Option<String>)> {
    let text = |figure: &Figure| match figure {
        Figure::Number(number) => number.to_string(),
        Figure::Text(text) => text.clone(),
    };
    cells.enumerate().map(|(number, cell)| (format!("{name}:{}", number + 1), cell.as_ref().map(text))).collect()
}
