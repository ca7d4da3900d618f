//! Names of laws between 《 and 》.

use super::Misprint;
use super::distance::within;

const NAMES: [&str; 2] = ["中华人民共和国政府信息公开条例", "政府信息公开信息处理费管理办法"];

/// How many characters may differ for a name still to be meant.
const SLIPS: usize = 2;

/// No title that is looked into is longer, in bytes, white space included.
pub(super) const LONGEST: usize = 200;

/// Names that differ a little from those of the two laws.
pub(super) fn misprints(text: &str) -> Vec<Misprint> {
    let opened = text.match_indices('《').map(|(at, mark)| at + mark.len());
    let titles = opened.filter_map(|start| {
        let ahead = text.get(start..text.floor_char_boundary(start + LONGEST))?;
        Some(start..start + ahead.find('》')?)
    });
    titles
        .filter_map(|range| {
            let title: String = text.get(range.clone())?.chars().filter(|c| !c.is_whitespace()).collect();
            let right = NAMES.into_iter().find(|name| title != *name && within(&title, name, SLIPS))?;
            Some(Misprint { range, right })
        })
        .collect()
}
